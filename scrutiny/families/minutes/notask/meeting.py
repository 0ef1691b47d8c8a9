"""Part of `notask`: what a sentence foresees that is done in the meeting itself, or by somebody outside.

Takes the frame that would say what is to be done and the sentence, says whether it is over when the meeting is (who
sits, leaves or speaks for an item, what the room is asked for, minutes that are signed, a motion that is put), or is
told of others. Takes the parts of a paper, says whether anything in them tells of a meeting at all.
"""

import re
from collections.abc import Iterable

from scrutiny.families.minutes.acts import Act, Frame
from scrutiny.families.minutes.signs import Sign
from scrutiny.families.minutes.structure import Business
from scrutiny.families.minutes.verdicts import OWN_BODY
from scrutiny.families.minutes.words import (
    PRESENCE,
    Doing,
    Subject,
    base_of,
)
from scrutiny.language.letters import word_set
from scrutiny.language.patterns import pattern_of


def is_over(frame: Frame, text: str, signs: frozenset[Sign]) -> bool:
    """Whether what a sentence foresees is no task that is left when the meeting is over."""
    if Sign.RECORD in signs and base_of(frame.verb) == "sign":
        return True  # "authorise the Chair to sign them as a correct record"
    before, after = text[: frame.verb_at], text[frame.verb_at + len(frame.verb) :]
    return (
        _LATER_ON.search(text) is not None
        or _is_presence(frame, after)
        or (frame.act in _FORESEES and base_of(frame.verb) in _PUTS and _MOTION.match(after) is not None)
        or (frame.act is Act.ASKS and frame.who is None and _ASKS_THE_ROOM.match(after) is not None)
        or (frame.who or "").lower() == "you"
        or (frame.doing in (Doing.STATE, Doing.OTHER) and _NEXT_MEETING.search(frame.who or "") is not None)
        or _WISHED.search(before) is not None
        or ((put := _TO_A_BODY.search(text)) is not None and put.end() <= frame.verb_at)
        or (frame.subject in _NOTHING and HELD_OVER.match(text) is not None)
    )


_FORESEES = (Act.WILL, Act.WOULD, Act.IS_TO, Act.NAME_TO, Act.COMMITS)


def _is_presence(frame: Frame, after: str) -> bool:
    """Who sits, stays, speaks, leaves or presides while the meeting lasts: "she would sit for this item"."""
    verb = base_of(frame.verb)
    leaves = verb in _LEAVING and _OUT.match(after) is not None
    takes = verb == "take" and _OFFICE.match(after) is not None
    return frame.act in _FORESEES and (leaves or takes or (verb in _BEING_THERE and _NOW.search(after) is not None))


_LEAVING = word_set("leave withdraw abstain")
_OUT = pattern_of(
    r"\s*[.;]?$|\s+(?:from\s+)?(?:the|this)\s+(?:meeting|room|chamber|hall|discussion|debate|vote|call)\b"
    r"|\s+(?:for|before|during|early|at|while|when|as|after)\b"
)
_OFFICE = pattern_of(r"\s+(?:the\s+)?(?:[Mm]inutes|[Nn]otes|[Cc]hair)\b(?!.*\bnext\b)")
_LATER_ON = pattern_of(
    r"\blater\s+(?:on\s+)?(?:in|during|on)\s+(?:the|this)\s+(?:meeting|morning|afternoon|evening|session|agenda|item|discussion)\b"
    r"|\b(?:covered|discussed|taken|considered|heard|addressed|dealt\s+with)\s+later\s*[.;]?$"
    r"|\bfor\s+the\s+(?:remainder|rest|duration)\s+of\s+(?:the|this)\s+(?:meeting|item|discussion|debate)\b"
)
_BEING_THERE = PRESENCE | word_set("sit be stay remain leave chair act preside vote abstain take go return")
_NOW = pattern_of(
    r"^[^.;]{0,60}?\b(?:(?:for|during|in|from)\s+(?:this|the)\s+(?:item|meeting|debate|vote|evening)\b(?!\s+(?:in|on|of|with)\b)"
    r"|(?:at|from)\s+this\s+(?:point|stage)\b)"
)
_PUTS = word_set("move second propose")
_MOTION = pattern_of(r"\s*(?::|$|[“\"‘]|(?:(?:an?|the|that|this)\s+)?(?:following\s+)?(?:motion|amendment)\b)")
"""A motion on the agenda, behind who is to put it: "Councillor Orme to move:"."""

_ASKS_THE_ROOM = pattern_of(
    r"\s+for\s+(?:any\s+)?(?:further\s+)?(?:the\s+)?(?:questions|nominations|apologies|declarations|comments|views|opinions|thoughts|feedback|a\s+(?:show\s+of\s+hands|proposer|seconder|vote))\b"
    r"(?!.*\b(?:by|before|within)\b)"
)
_NEXT_MEETING = pattern_of(r"\bnext\s(?:\w+\s){0,3}meetings?$")
_WISHED = pattern_of(
    r"\b(?:(?:which|that|whom)\s+(?:(?:the\s+)?\w+)|(?!says|asks|hopes)[a-z]{3,}s\s+(?:they|he|she|we|it))\s+(?:would|will)\s+(?:like|wish|want|prefer)\s+to\s+$"
)
"""A clause that tells which things are meant: "proposals which they would like to", "topics they would like to"."""

_TO_A_BODY = pattern_of(
    rf"(?:^|\b(?:it\s+was|{OWN_BODY})\s+)(?i:recommend(?:ed|s)?)\s+to\s+{OWN_BODY},?\s+that\b(?!.*\bto\s+(?:this|us)\b)"
)
"""What is put to another body, which has yet to decide it: "RECOMMENDED to Full Council that"; what is to come back is a
task."""

_NOTHING = (Subject.NONE, Subject.PAPER, Subject.THING, Subject.IMPERSONAL)

HELD_OVER = pattern_of(
    r"^(?:(?:(?:this|the)\s+)?(?:item|matter|business)\s+)?(?:(?:is\s+|was\s+)?to\s+be\s+)?"
    r"(?:(?:carried|brought)\s+(?:forward|over)|held\s+over|deferred|postponed|adjourned)"
    r"(?:\s+(?:to|until|till)\s+(?:(?:the|a)\s+)?(?:\w+\s+){1,2}meeting)?\W*$",
    re.IGNORECASE,
)
"""An item that only waits for a meeting: "To be carried forward to the next meeting"."""


def tells_of_meeting(business: Iterable[Business]) -> bool:
    """Whether a paper tells what was said, done or agreed, or gives somebody a task: terms of reference, pages about a body,
    checklists and agendas have a past tense only here and there beside what is always so; notes in a few words little of
    either."""
    texts = [passage.block.text for item in business for passage in item.passages]
    texts = [text for text in texts if text.count(" ") > 1]
    told, lasting = (sum(map(bool, map(pattern.search, texts))) for pattern in (_TELLS, _LASTS))
    return len(texts) < FEWEST or told * ONE_IN >= len(texts) or 2 * told > lasting


FEWEST = 4
"""Paragraphs of more than two words that show what a paper is."""

ONE_IN = 8
"""Of so many paragraphs one tells of the meeting."""

_LASTS = pattern_of(r"\b(?:is|are|has|have|may|must|shall|can|cannot|does|do)\b")
_TELLS = pattern_of(
    r"\b(?:was|were|had|did|undertook|RESOLVED|AGREED|NOTED|ACTIONS?)\b|\b(?:Actions?|Decisions?)\s*(?::|$)"
    r"|(?<!\bbe\s)(?<!\bbeen\s)(?<!\bis\s)(?<!\bare\s)(?<!\bas\s)\b"
    r"(?:[Rr]esolved|[Aa]greed|asked|reported|[Nn]oted|said|advised|offered|[Dd]iscussed|attended|welcomed|suggested|[Aa]pproved|[Rr]eceived)\b"
    r"|\b(?:[Cc]lerk|[Ss]ecretary|[Tt]reasurer|[A-Z]{2,4})\s+to\s+[a-z]"
)
