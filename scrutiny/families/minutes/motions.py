"""Room `families/minutes`: what was moved, and what of it fell.

Takes the items of a set of minutes, gives the blocks that spell out a motion before the vote, and the sentences of what
was lost, withdrawn or not seconded. A motion or an amendment waits from its mover to its outcome, an amendment before
the motion it amends; the outcome may stand in the same sentence, in the next, or pages further down.
"""

import re

from msgspec import Struct

from scrutiny.families.minutes.openers import BARE_THAT, LABELLED, LOUD, MOVED_AND, MOVES, is_carried_motion, is_lost
from scrutiny.families.minutes.structure import Business, Passage, Utterance, is_level
from scrutiny.families.minutes.verdicts import is_verdict
from scrutiny.families.minutes.votes import read_vote
from scrutiny.language.patterns import pattern_of

_MOTION = pattern_of(
    r"\b(?:motion|amendment)\b(?:[^.]{0,80}\bthat\b.{0,60}|[^.]{0,60}|[^.]*)[:;]\s*[“\"‘']?$|\bseconded\s+the\s+(?:following\s+)?(?:motion|amendment)\b|\bmotion\s+that\b"
    r"|\bpetition\b(?:(?!\b(?:agreed|resolved|decided|approved)\b)[^.])*[:;]$",
    re.IGNORECASE,
)
_SPELT = pattern_of(r"[:;–-]\s*[“\"‘']?$")
_WORDS = pattern_of(r"^[“\"‘']|^That\s")
_PASSED = pattern_of(
    r"\b(?:was|were|be(?:en)?|is)\s+(?:\w+\s+){0,2}(?:carried|agreed|approved|accepted|adopted|resolved)\b|\bCARRIED\b|\b[Cc]arried\b\.?$|\b(?:RESOLVED|AGREED)\b",
)
_PUT_AGAIN = pattern_of(r"\bamendments?\b", re.IGNORECASE)
_NUMBERED = pattern_of(r"\b[Rr]ecommendations?\s+(?P<numbers>\d+[a-z]?(?:(?:\s*,\s*|\s+and\s+)\d+[a-z]?)*)")

FEWEST_TOLD = 6
"""Telling words from which on the text of what fell can be known again."""

SAME = 0.6
"""Share of a sentence's telling words that stand in what fell, from which on the sentence is about that."""

_OUTCOME = pattern_of(
    r"\W*(?:(?:the|this)\s+)?(?:(?:motion|amendment|proposal)\s+(?:was\s+)?)?(?:lost|defeated|fell|not\s+carried)\b",
    re.IGNORECASE,
)
"""An outcome and no more."""


class Fallen(Struct, frozen=True, kw_only=True):
    """What of an item fell: the utterances that spell it out, each as (place of its block, start in it)."""

    members: frozenset[tuple[int, int]]
    told: frozenset[str]
    """Its telling words."""

    def holds(self, one: Utterance) -> bool:
        """Whether a sentence is a part of what fell, or says the same in the debate on it."""
        if (one.place, one.start) in self.members:
            return True
        words = _telling(one.text)
        return len(self.told) >= FEWEST_TOLD <= len(words) and len(words & self.told) >= SAME * len(words)


def find_fallen(item: Business) -> Fallen:
    """What was lost, withdrawn or not seconded."""
    flat = [(at, one) for at, passage in enumerate(item.passages) for one in passage.utterances]
    waiting: list[tuple[int, Utterance]] = []
    fallen: list[Utterance] = []
    for place, (at, one) in enumerate(flat):
        moves, lost = MOVES.search(one.text) is not None, is_lost(one.text)
        stands_before = flat[place - 1][1] if place else None
        if moves:
            waiting.append((at, one))
        if lost and waiting:
            start, mover = waiting.pop()
            fallen += [mover, *_spelt_out(item.passages, start, at, mover)]
        elif lost and _OUTCOME.match(one.text) and stands_before is not None and BARE_THAT.match(stands_before.text):
            fallen += [stands_before, one]  # "That the path be closed. LOST", moved by nobody who is named
        if lost:
            fallen += _numbered(item.passages, at, one)
        elif not moves and waiting and (_PASSED.search(one.text) or ((vote := read_vote(one.text)) and vote.carried)):
            del waiting[-1 if _PUT_AGAIN.search(one.text) else 0 :]
    return Fallen(
        members=frozenset((one.place, one.start) for one in fallen),
        told=frozenset().union(*(_telling(one.text) for one in fallen)) if fallen else frozenset(),
    )


def _telling(text: str) -> frozenset[str]:
    """The telling words of a text, each by its first letters: "delegate" and "delegated" are one."""
    return frozenset(word[:6] for word in re.findall(r"[a-z]{4,}", text.lower()))


def _spelt_out(passages: tuple[Passage, ...], start: int, outcome: int, mover: Utterance) -> list[Utterance]:
    """The words of a motion in the blocks below its mover, up to its last part, before the debate goes on."""
    here = passages[start]
    below = passages[start + 1 : outcome]
    announced = _SPELT.search(here.block.text.rstrip()) is not None or _MOTION.search(mover.text) is not None
    if not below or not (announced or _WORDS.match(below[0].block.text)):
        return []
    last = 0
    for number, passage in enumerate(below):
        block = passage.block
        if is_level(here.block, block) or (number and _is_part(below[number - 1]) and not _is_part(passage)):
            break
        if _is_part(passage):
            last = number
    return [one for passage in below[: last + 1] for one in passage.utterances]


def _is_part(passage: Passage) -> bool:
    block = passage.block
    return block.marker is not None or _WORDS.match(block.text) is not None


def _numbered(passages: tuple[Passage, ...], at: int, outcome: Utterance) -> list[Utterance]:
    """The parts that are printed again below "Recommendation 3 was not approved:"."""
    named = _NUMBERED.search(outcome.text)
    if named is None or not _SPELT.search(outcome.text.rstrip()):
        return []
    numbers = re.findall(r"\d+[a-z]?", named["numbers"])
    below = []
    for passage in passages[at + 1 : at + 1 + len(numbers)]:
        if (passage.block.marker or "").strip("().") not in numbers:
            break
        below += list(passage.utterances)
    return [outcome, *below]


def motion_places(business: tuple[Business, ...]) -> frozenset[int]:
    """The blocks that spell out a motion or an amendment before it is put: numbered parts below its announcement."""
    places: set[int] = set()
    for item in business:
        announced = False
        for passage in item.passages:
            text = passage.block.text.rstrip()
            if _MOTION.search(text) and not (
                LOUD.search(text)
                or LABELLED.match(text)
                or BARE_THAT.match(text)
                or is_verdict(text)
                or is_carried_motion(text)
            ):
                announced = text.endswith((":", ";", "“", "that")) or _MOTION.search(text[-200:]) is not None
                places.add(passage.place)
                continue
            part = passage.block.marker is not None and not LOUD.search(text) and not MOVED_AND.search(text)
            announced = announced and (part or text[:1] in '“"‘')
            if announced:
                places.add(passage.place)
    return frozenset(places)
