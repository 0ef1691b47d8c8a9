"""Room `families/minutes`: sentences that leave nothing to be done, whatever their frames weigh.

Takes a candidate, says whether it only tells what is not to be done, what a thing is or explains, what was asked at
another time, or what follows in the meeting itself. Nothing of the kind is asked of a part of a decision or of a
sentence beside the action column, but that it is no task to "take no action".
"""

import re

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.candidates import Candidate
from scrutiny.families.minutes.clauses import NOBODY
from scrutiny.families.minutes.signs import Sign
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.words import Doing
from scrutiny.language.actors import BODIES
from scrutiny.language.patterns import pattern_of


def is_denied(candidate: Candidate) -> bool:
    """Whether a sentence is no action for what it says itself or because the next one turns it down."""
    setting, frame = candidate.setting, main_frame(candidate.seen.frames)
    if not setting.decided and candidate.later and _TURNED_DOWN.match(candidate.later[0]):
        return True
    if frame is None or candidate.mark or Sign.OUTSTANDING in candidate.seen.signs:
        return False
    if frame.negated:
        return True
    if _announces(frame, setting.text):
        return True
    return not setting.decided and any(test(frame, setting.text) for test in _TESTS)


_TURNED_DOWN = pattern_of(
    r"(?:This|That|It|(?:The|This|That|His|Her|Their)\s+(?:suggestion|proposal|idea|request))\s+(?:was|were)\s+(?:then\s+)?"
    r"(?:not\s+(?:\w+ly\s+)?(?:supported|agreed|accepted|approved|taken\s+up|pursued|seconded)|rejected|refused|declined|"
    rf"withdrawn|defeated|lost)(?:\s+(?:by|at)\s+(?:the\s+)?(?:[\w-]+\s+votes?\b.*|vote|meeting|members|{'|'.join(sorted(BODIES))}))?\s*[.;]?$",
    re.IGNORECASE,
)
"""Said of what is proposed, to the end of the sentence: not "It was lost in the post", "not supported by the report"."""


def _announces(frame: Frame, text: str) -> bool:
    """What leads to a list that stands apart: "decided to make the changes set out below"."""
    return frame.act is Act.COMMITS and _BELOW.search(text) is not None


def _leaves_open(frame: Frame, text: str) -> bool:
    """A question: "sought clarity on whether it had been sent"; or what can be done if something else is."""
    asks = frame.act is Act.ASKS and frame.doing is Doing.ASK and frame.asked
    return asks or (
        frame.act is Act.COULD and frame.subject in NOBODY and _IF.search(text[: frame.verb_at]) is not None
    )


def _tells_of_request(frame: Frame, _: str) -> bool:
    """What others had asked for: "had requested that the lease be brought forward", "explained that she requested one"."""
    return frame.past and frame.act in (Act.SUBJUNCTIVE, Act.ASKS)


def _hinges(frame: Frame, text: str) -> bool:
    """What would become of something in a case that may never come: "if the ferry stopped, a bus would be run"; what
    somebody himself would do then is a promise."""
    hinges = frame.act in _WOULD and frame.passive and not frame.asked and _HYPOTHESIS.search(text) is not None
    told = frame.act is Act.WAS_ASKED and (frame.who or "").lower().endswith(("they", "you"))
    return hinges or (told and _HYPOTHESIS.match(text) is not None)


def _is_purpose(frame: Frame, text: str) -> bool:
    """What something else is for: "to be told early so they could be dealt with"."""
    return frame.act is Act.COULD and _SO.search(text[: max(frame.who_at, 0)]) is not None


def _in_meeting(_: Frame, text: str) -> bool:
    """What somebody does before the meeting ends."""
    return _IN_MEETING.search(text) is not None


_TESTS = (_leaves_open, _tells_of_request, _hinges, _is_purpose, _in_meeting)

_WOULD = (Act.WOULD, Act.WILL, Act.COULD)
_HYPOTHESIS = pattern_of(
    r"(?:\b(?<!see\s)(?<!out\s)(?<!ask\s)(?<!check\s)(?<!asked\s)(?<!know\s)(?:[Ii]f|[Uu]nless)|\b[Ii]n\s+the\s+event)\b"
    r"(?!\s(?:possible|appropriate|necessary|so|needed|required|not|feasible)\b)"
)
_IF = pattern_of(r"(?:^|[,;]\s|\bthat\s)(?:if|unless)\b(?!\s(?:possible|appropriate|necessary)\b)", re.IGNORECASE)
_SO = pattern_of(r"\b(?:so(?:\s+that)?|in\s+order\s+that)\s*$")
_BELOW = pattern_of(r"\b(?:detailed|set\s+out|listed|shown|given|described)\s+below[.:]?$|\bas\s+follows[.:]?$")
_IN_MEETING = pattern_of(
    r"\blater\s+(?:on\s+)?(?:in|during|on)\s+(?:the|this)\s+(?:meeting|morning|afternoon|evening|session|agenda|item|discussion)\b"
    r"|\b(?:would|will)\s+(?:also\s+|then\s+)?(?:be\s+)?(?:abstain(?:ing)?\b|(?:leav(?:e|ing)|withdraw(?:ing)?)"
    r"(?:\s*[.;]?$|\s+(?:from\s+)?(?:the|this)\s+(?:meeting|room|chamber|hall|discussion|debate|vote|call)\b|\s+(?:for|before|during|early|at|while|when|as|after)\b))"
    r"|\bfor\s+the\s+(?:remainder|rest|duration)\s+of\s+(?:the|this)\s+(?:meeting|item|discussion|debate)\b",
    re.IGNORECASE,
)
