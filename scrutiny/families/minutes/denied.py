"""Room `families/minutes`: sentences that leave nothing to be done, whatever their frames weigh.

Takes a candidate, says whether it only tells what is not to be done, what a thing is or explains, what was asked at
another time, or what follows in the meeting itself. Nothing of the kind is asked of a part of a decision or of a
sentence beside the action column, but that it is no task to "take no action".
"""

import re

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.candidates import Candidate
from scrutiny.families.minutes.clauses import NOBODY
from scrutiny.families.minutes.outcomes import ends_done, says_done, tells_deed
from scrutiny.families.minutes.signs import Sign
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.words import Doing, Subject, base_of
from scrutiny.language.actors import BODIES
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


def is_closed(candidate: Candidate) -> bool:
    """Whether the next sentence of its block says that an action is done: any that points back, "This has been done"; among
    actions of the last meeting any that tells a deed: "Clerk to order a bin. Bin ordered"."""
    frame = main_frame(candidate.seen.frames)
    entry = candidate.looks_back and frame is not None and frame.act in _ENTRY
    follows = candidate.follows
    return bool(follows) and (says_done(follows) or ends_done(follows) or (entry and tells_deed(follows)))


_ENTRY = (Act.NAME_TO, Act.IS_TO, Act.IMPERATIVE)
"""How a list puts an action: "Clerk to write", "Write to the yard"."""


def _is_rule(candidate: Candidate) -> bool:
    """Whether a sentence says how a body is always to work: a part of a list of rules or aims that names no single person,
    or one of several with "shall" that nobody agreed to."""
    frame = main_frame(candidate.seen.frames)
    if (
        candidate.setting.decided
        or frame is None
        or frame.act not in (Act.WILL, Act.MUST, Act.SHOULD)
        or _FIRM & candidate.seen.signs
    ):
        return False
    asked = frame.act is Act.SHOULD and frame.passive  # "a paragraph should be added"
    whose = (frame.subject in _NO_ONE and not asked) or (frame.who or "").lower() == "we"
    run = _SHALL.search(candidate.setting.text) and any(map(_SHALL.search, (*candidate.earlier, *candidate.later)))
    return (candidate.of_rules and whose) or bool(run)


_SHALL = pattern_of(r"^(?!.*\b(?:agreed|resolved|I|[Ww]e)\b.*\bshall\b).*\bshall\b")
_NO_ONE = (
    Subject.BODY,
    Subject.THING,
    Subject.MEMBER,
    Subject.OUTSIDE,
    Subject.IMPERSONAL,
    Subject.PAPER,
    Subject.NONE,
)


def is_denied(candidate: Candidate) -> bool:
    """Whether a sentence is no action for what it says itself or because the next one turns it down."""
    setting, frame = candidate.setting, main_frame(candidate.seen.frames)
    if not setting.decided and candidate.later and _TURNED_DOWN.match(candidate.later[0]):
        return True
    if frame is None or candidate.mark or Sign.OUTSTANDING in candidate.seen.signs:
        return False
    if frame.negated or _is_done_by_deciding(frame, setting.text):
        return True
    if _announces(frame, setting.text):
        return True
    if _is_rule(candidate):
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


def _is_done_by_deciding(frame: Frame, text: str) -> bool:
    """What is done when it is decided: "agreed to confirm the ruling", "to appoint the Mayor as our member"."""
    settles = frame.act is Act.COMMITS and base_of(frame.verb) in _SETTLES and frame.subject not in _ONE_PERSON
    return settles or (frame.act is Act.IMPERATIVE and _APPOINTS.match(text[frame.verb_at :]) is not None)


_ONE_PERSON = frozenset((Subject.ROLE, Subject.MEMBER, Subject.NAME, Subject.INITIALS))
_SETTLES = word_set("confirm uphold endorse approve note accept ratify adopt reject")
_APPOINTS = pattern_of(
    r"(?:re-?)?(?:appoint|elect|nominate|co-opt)\b[^.;]*\bas\b(?!\s+(?:soon|agreed|per|quickly|necessary|required|needed)\b)"
)


def _leaves_open(frame: Frame, text: str) -> bool:
    """A question: "sought clarity on whether it had been sent"; or what can be done if something else is."""
    asks = frame.act is Act.ASKS and frame.doing is Doing.ASK and frame.asked
    return asks or (
        frame.act is Act.COULD and frame.subject in NOBODY and _IF.search(text[: frame.verb_at]) is not None
    )


def _tells_of_request(frame: Frame, text: str) -> bool:
    """What others had asked for: "had requested that the lease be brought forward", "explained that she requested one";
    what a paper asks for: "a report that sought approval"."""
    told = frame.past and frame.act in (Act.SUBJUNCTIVE, Act.ASKS)
    return told or (frame.act is Act.ASKS and _ASKING.search(text[: frame.verb_at]) is not None)


def _hinges(frame: Frame, text: str) -> bool:
    """What would become of something in a case that may never come: "if the ferry stopped, a bus would be run"; what
    somebody himself would do then is a promise."""
    hinges = frame.act in _WOULD and frame.passive and not frame.asked and _HYPOTHESIS.search(text) is not None
    told = frame.act is Act.WAS_ASKED and (frame.who or "").lower().endswith(("they", "you"))
    return hinges or (told and _HYPOTHESIS.match(text) is not None)


def _is_purpose(frame: Frame, text: str) -> bool:
    """What something is for: "to be told early so they could be dealt with", "the aim of the day is to meet"."""
    so = frame.act is Act.COULD and _SO.search(text[: max(frame.who_at, 0)]) is not None
    return so or _AIM.search(text[: frame.verb_at]) is not None


def _in_meeting(_: Frame, text: str) -> bool:
    """What somebody does before the meeting ends."""
    return _IN_MEETING.search(text) is not None


def _tells_effect(frame: Frame, text: str) -> bool:
    """What follows from something by itself: "this would allow members to see it"; what it does is nobody's task."""
    acts = frame.act in _MODAL and not frame.passive and base_of(frame.verb) in _EFFECTS
    return acts and _POINTING.search(text[: frame.verb_at]) is not None


def _tells_content(frame: Frame, text: str) -> bool:
    """What a paper or a talk holds: "presented the list of topics that would be looked at", "the report proposed that the
    Board move"."""
    before = text[: frame.verb_at]
    return (frame.act in _WOULD and _HELD.search(before) is not None) or _PAPER_SAYS.search(before) is not None


def _is_words_of_another(frame: Frame, text: str) -> bool:
    """What stands in quotation marks: how the last minutes are to read, what a letter says."""
    before = text[: frame.verb_at]
    return len(_OPENS.findall(before)) > len(_CLOSES.findall(before))


_TESTS = (
    _leaves_open, _tells_of_request, _hinges, _is_purpose, _in_meeting, _tells_effect, _tells_content, _is_words_of_another,
)  # fmt: skip

_WOULD = (Act.WOULD, Act.WILL, Act.COULD)
_MODAL = (*_WOULD, Act.SHOULD, Act.MUST)
_EFFECTS = word_set(
    "allow enable give mean convey make help ensure depend improve reduce require provide create avoid lead cause prevent affect save"
)
"""What something brings about without anybody doing it."""

_POINTING = pattern_of(
    r"(?:^|[,;(]\s*|\b(?:and|as|but)\s)(?:this|that|which|these)\s+(?:in\s+turn\s+|also\s+)?(?:would|will|could|should|might|may)\s+(?:also\s+|then\s+)?$",
    re.IGNORECASE,
)
_SHOWS = r"\b(?:presented|introduced|showed|listed|considered|detail(?:ed|ing)|set(?:ting)?\s+out|outlined|drawn\s+to|marked|described)\b"
_HELD = pattern_of(rf"{_SHOWS}[^.;]*\b(?:that|which)\s+(?:would|will)\s+(?:be\s+)?$")
_PAPER_SAYS = pattern_of(
    r"(?:^|,\s|\bthat\s)(?:The|This|An?|Its|Their|the|this|an?|its|their)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:report|paper|plan|policy|strategy|letter|guidance|document|presentation|review|consultation|protocol|[Aa]ct|[Bb]ill|survey|auditors?)\s+"
    r"(?:also\s+|had\s+)?(?:recommended|proposed|suggested|stated|said|set\s+out|required|advised|called|urged)\b"
    r"(?:(?!\b(?:agreed|resolved|asked|requested|undertook|offered|decided|Clerk|Officer|Chair)\b)[^.;])*$"
)
_OPENS = pattern_of(r"“|(?<!\w)[\"‘](?=\w)|(?<![\w’'])'(?=\w)")
_CLOSES = pattern_of(r"”|(?<=[\w.,;:!?])[\"’'](?!\w)")
_HYPOTHESIS = pattern_of(
    r"(?:\b(?<!see\s)(?<!out\s)(?<!ask\s)(?<!check\s)(?<!asked\s)(?<!know\s)(?:[Ii]f|[Uu]nless)|\b[Ii]n\s+the\s+event|^Should\s(?:the|an?|any|it|they|this)(?=\s[^,;]*,))\b"
    r"(?!\s(?:possible|appropriate|necessary|so|needed|required|not|feasible)\b)"
)
_IF = pattern_of(r"(?:^|[,;]\s|\bthat\s)(?:if|unless)\b(?!\s(?:possible|appropriate|necessary)\b)", re.IGNORECASE)
_SO = pattern_of(r"\b(?:so(?:\s+that)?|in\s+order\s+that)\s*$")
_AIM = pattern_of(
    r"\b(?:aims?|purposes?|objectives?|goals?|roles?|remit|functions?)\b[^.;]*\b(?:is|are|was|were|being)\s+to\s+(?:\w+ly\s+)?$"
)
_BELOW = pattern_of(r"\b(?:detailed|set\s+out|listed|shown|given|described)\s+below[.:]?$|\bas\s+follows[.:]?$")
_ASKING = pattern_of(r"\b(?:report|paper|letter|petition|motion|application|request)s?\s+(?:that|which)\s+$")
_IN_MEETING = pattern_of(
    r"\blater\s+(?:on\s+)?(?:in|during|on)\s+(?:the|this)\s+(?:meeting|morning|afternoon|evening|session|agenda|item|discussion)\b"
    r"|\b(?:would|will)\s+(?:also\s+|then\s+)?(?:be\s+)?(?:abstain(?:ing)?\b|(?:leav(?:e|ing)|withdraw(?:ing)?)"
    r"(?:\s*[.;]?$|\s+(?:from\s+)?(?:the|this)\s+(?:meeting|room|chamber|hall|discussion|debate|vote|call)\b|\s+(?:for|before|during|early|at|while|when|as|after)\b))"
    r"|\btak(?:e|ing)\s+(?:the\s+)?(?:minutes|notes|chair)\b(?!.*\bnext\b)|\bcommenced\s+by\s+asking\b"
    r"|\bfor\s+the\s+(?:remainder|rest|duration)\s+of\s+(?:the|this)\s+(?:meeting|item|discussion|debate)\b",
    re.IGNORECASE,
)


def is_vague(candidate: Candidate) -> bool:
    """Whether a sentence names nobody who will act and no time for it, and nothing of the paper marks it: "it could be
    useful", "the policy would be looked at". Such words are as often talk as tasks."""
    setting, seen, frame = candidate.setting, candidate.seen, main_frame(candidate.seen.frames)
    if setting.decided or candidate.mark or candidate.label or _FIRM & seen.signs:
        return False
    if frame is None or frame.act in (Act.COULD, Act.SUGGESTS) or (frame.act is Act.SHOULD and not frame.passive):
        return True
    if frame.act is Act.ASKS:
        return frame.subject in (Subject.THING, Subject.NONE, Subject.PAPER)
    if frame.act not in _FORESEES:
        return False
    restricts = frame.subject is Subject.RELATIVE and _RESTRICTS.search(setting.text[: frame.verb_at]) is not None
    return restricts or frame.subject in (Subject.THING, Subject.IMPERSONAL, Subject.NONE)


_FIRM = frozenset((Sign.NEXT_TIME, Sign.AFTERWARDS, Sign.IN_WRITING))
_FORESEES = (Act.WOULD, Act.WILL, Act.SUBJUNCTIVE, Act.IS_TO, Act.IS_DOING, Act.MUST, Act.SHOULD)
_RESTRICTS = pattern_of(
    r"\b(?:which|that)\s+(?:would|will|is|are|was|were)\s+(?:\w+ly\s+|now\s+|also\s+|to\s+)?(?:be\s+)?$"
)
