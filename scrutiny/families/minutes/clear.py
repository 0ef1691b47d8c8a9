"""Room `families/minutes`: what is a task by its grammar alone.

Takes a sentence with its frames and signs, says whether somebody asks for, agrees to or promises that a thing be done, in
a form that the papers use for nothing else. Such a sentence needs less from its words than another: the model has seen few
passives that name nobody. What a sentence denies, hangs on a condition, tells of the past or quotes is never clear.
"""

import re

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.features import CLOUDS, Seen, is_requested
from scrutiny.families.minutes.owners import agent_of
from scrutiny.families.minutes.people import can_act
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.words import BODY, OUTSIDE, ROLE, TO_DO, Doing, Subject, base_of
from scrutiny.language.actors import PEOPLE
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


def is_clear(seen: Seen, text: str, *, decided: bool) -> bool:
    """Whether the form of a sentence says that a thing is to be done. `decided`: it is a part of a decision."""
    frame = main_frame(seen.frames)
    if frame is None or frame.doing not in TO_DO or frame.conditional or frame.past:
        return False
    if decided and frame.act is Act.COMMITS:
        return True  # "It was agreed to buy two lamps"
    if decided or frame.negated or frame.asked or frame.progressive or seen.signs & CLOUDS:
        return False
    if frame.act is Act.WAS_ASKED:
        return _is_asked(frame, text)
    if not frame.passive:
        return False
    if frame.act in (Act.IS_TO, Act.WILL) and base_of(frame.verb) in _SPEAKS_TO and frame.subject in _THEY:
        return (
            not PEOPLE & {word.lower() for word in (frame.who or "").split()}
            and _ANY.search(text[: frame.verb_at]) is None
        )
    if frame.act is Act.SUBJUNCTIVE:
        return is_requested(frame, seen.frames)
    agent = agent_of(frame, text)  # "will be drawn up by the Chairman"
    ours = agent is not None and can_act(agent) and not OUTSIDE & {word.lower() for word in agent.split()}
    return frame.act in (Act.WOULD, Act.WILL) and (ours or _is_promise(frame, text))


def _is_asked(frame: Frame, text: str) -> bool:
    """Whether one person was asked to do what is not done on the spot: a room of members is as often asked for something
    at once."""
    who = {word.lower() for word in (frame.who or "").split()}
    one = bool(who & ROLE) or (can_act(frame.who or "") and not who & _MANY)
    later = base_of(frame.verb) not in _ON_THE_SPOT
    return one and later and not who & (BODY | OUTSIDE) and _WAS_ASKED.search(text[: frame.verb_at]) is not None


_MANY = word_set("members councillors all everyone those trustees governors partners residents representatives")
_ON_THE_SPOT = word_set(
    "speak present introduce explain confirm clarify advise answer respond reply tell show read state sit stand walk lead"
    " leave take come choose pick decide begin start open close remind address withdraw sign move give let say talk"
)
"""What one is asked to do in the meeting itself."""


_WAS_ASKED = pattern_of(r"(?:^\W*\w+\s|\b(?:was|were)\s+(?:\w+\s+)?)[a-z]+ed\s+to\s+$")


def _is_promise(frame: Frame, text: str) -> bool:
    """Whether a thing is to be looked into, "the point would be checked", or a paper to be given to somebody."""
    before, after = text[: frame.verb_at], text[frame.verb_at + len(frame.verb) :]
    clause = before.rpartition(" that ")[2] if frame.said else before
    if _ANY.search(clause) or _IN_ORDER.match(after) or (frame.who or "").lower() == "there":
        return False
    verb = base_of(frame.verb)
    looks = frame.doing is Doing.LOOK and verb not in _OF_OTHER_SENSE
    given = frame.subject is Subject.PAPER and frame.doing is Doing.TELL
    return looks or given or (verb in ("approach", "contact", "consult") and frame.subject in _THEY)


_SPEAKS_TO = word_set("approach contact consult inform notify")
_THEY = (Subject.OUTSIDE, Subject.ROLE, Subject.MEMBER, Subject.NAME, Subject.BODY)
_OF_OTHER_SENSE = word_set("take find read cost choose decide pick identify determine establish")
"""What says as often how things are: "three months would be taken up", "60 places would be found"."""

_ANY = pattern_of(
    r"\b(?:any|each|every|where|when|which|that|if|whether|how)\b(?!.*\b(?:and|but|however)\b)[^,;]*$", re.IGNORECASE
)
"""What makes it a rule or a part of another clause: "where any questions will be discussed"."""

_IN_ORDER = pattern_of(r"\s+(?:in\s+turn|once)\b")
