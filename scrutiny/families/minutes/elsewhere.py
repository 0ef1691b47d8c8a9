"""Room `families/minutes`: what a sentence foresees that is done in the meeting itself, or by somebody outside.

Takes a candidate, says whether what it foresees is over when the meeting is (who sits, stays or speaks for an item,
what the room is asked for, minutes that are signed, a motion that is put), or is told of others: what they answered
that they will do, what they would like, what those who attend are told. Takes the parts of a paper, says whether
anything in them tells of a meeting at all.
"""

import re
from collections.abc import Iterable

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.candidates import Candidate
from scrutiny.families.minutes.signs import Sign
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.structure import Business
from scrutiny.families.minutes.words import OUTSIDE, PRESENCE, base_of
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


def is_elsewhere(candidate: Candidate) -> bool:
    """Whether what a sentence foresees is no task that is left when the meeting is over."""
    frame, text = main_frame(candidate.seen.frames), candidate.setting.text
    if frame is None:
        return False
    if Sign.RECORD in candidate.seen.signs and base_of(frame.verb) == "sign":
        return True  # "authorise the Chair to sign them as a correct record"
    before, after = text[: frame.verb_at], text[frame.verb_at + len(frame.verb) :]
    return (
        _is_presence(frame, after)
        or _is_motion(frame, after)
        or (frame.act is Act.ASKS and frame.who is None and _ASKS_THE_ROOM.match(after) is not None)
        or (frame.who or "").lower() == "you"
        or _WISHED.search(before) is not None
        or (frame.act is Act.SHOULD and frame.conditional and _HOW.search(before) is not None)
        or _is_answer(frame, before)
    )


def _is_presence(frame: Frame, after: str) -> bool:
    """Who sits, stays, speaks or presides while the meeting lasts: "she would sit for this item"."""
    return frame.act in _FORESEES and base_of(frame.verb) in _BEING_THERE and _NOW.search(after) is not None


def _is_motion(frame: Frame, after: str) -> bool:
    """A motion on the agenda, and who is to put it: "Councillor Orme to move:"."""
    return frame.act in _FORESEES and base_of(frame.verb) in _PUTS and _MOTION.match(after) is not None


def _is_answer(frame: Frame, before: str) -> bool:
    """What an office or firm outside has let the meeting know: "the Highways Department have said they will"."""
    match = _HAVE_SAID.search(before) if frame.act in _FORESEES else None
    return match is not None and bool(_OTHERS & {word.strip(".").lower() for word in match["who"].split()})


_FORESEES = (Act.WILL, Act.WOULD, Act.IS_TO, Act.NAME_TO)
_BEING_THERE = PRESENCE | word_set("sit be stay remain leave chair act preside vote abstain take go return")
_NOW = pattern_of(
    r"^[^.;]{0,60}?\b(?:(?:for|during|in|from)\s+(?:this|the)\s+(?:item|meeting|debate|vote|evening)\b(?!\s+(?:in|on|of|with)\b)"
    r"|(?:at|from)\s+this\s+(?:point|stage)\b)"
)
_PUTS = word_set("move second propose")
_MOTION = pattern_of(r"\s*(?::|$|[“\"‘]|(?:(?:an?|the|that|this)\s+)?(?:following\s+)?(?:motion|amendment)\b)")
_ASKS_THE_ROOM = pattern_of(
    r"\s+for\s+(?:any\s+)?(?:further\s+)?(?:questions|nominations|apologies|declarations|comments|a\s+(?:show\s+of\s+hands|proposer|seconder|vote))\b"
    r"(?!.*\b(?:by|before|within)\b)"
)
_WISHED = pattern_of(
    r"\b(?:which|that|whom)\s+(?:they|he|she|we|it|(?:the\s+)?\w+)\s+(?:would|will)\s+(?:like|wish|want|prefer)\s+to\s+$"
)
"""A clause that tells which things are meant: "proposals which they would like to"."""

_HOW = pattern_of(r"\b(?:how|whether|why)\s+(?:[\w’'-]+\s+){1,8}should\s+(?:be\s+)?$", re.IGNORECASE)
_HAVE_SAID = pattern_of(
    r"\b(?P<who>(?:[A-Z][\w’'&.-]*\s+|of\s+|and\s+|the\s+){0,5}[\w’'&.-]+)\s+(?:has|have)\s+(?:now\s+|since\s+|also\s+)?"
    r"(?:said|confirmed|replied|advised|indicated|answered|promised|told\s+(?:us|the\s+[Cc]lerk)|written(?:\s+back)?\s+to\s+say)"
    r"\s+(?:that\s+)?(?:they|it)\s+(?:will|would)\s+$"
)
_OTHERS = OUTSIDE | word_set("dept dept. department departments authority ltd plc county borough district council")


def tells_of_meeting(business: Iterable[Business]) -> bool:
    """Whether any sentence tells what was said, done or agreed, or gives somebody by name or office a task: terms of
    reference, checklists and agendas do not. A few sentences that do neither show nothing."""
    passages = [passage for item in business for passage in item.passages]
    few = sum(len(passage.utterances) for passage in passages) < FEWEST
    return few or any(_TELLS.search(passage.block.text) for passage in passages)


FEWEST = 4
"""Sentences that show what a paper is."""


_TELLS = pattern_of(
    r"\b(?:was|were|had|did|would|undertook|RESOLVED|AGREED|NOTED|ACTIONS?)\b|\b(?:Actions?|Decisions?)\s*(?::|$)"
    r"|(?<!\bbe\s)(?<!\bbeen\s)(?<!\bis\s)(?<!\bare\s)(?<!\bas\s)\b"
    r"(?:[Rr]esolved|[Aa]greed|asked|reported|[Nn]oted|said|advised|offered|[Dd]iscussed|attended|welcomed|suggested|[Aa]pproved|[Rr]eceived|[Aa]uthorised|[Dd]elegated)\b"
    r"|\b(?:[Cc]lerk|[Ss]ecretary|[Tt]reasurer|[Cc]hair|[A-Z]{2,4}|[A-Z]\w+\s[A-Z]\w+)\s+to\s+[a-z]"
)
