"""Room `pack`: whether the people named at the head of a paper are those who act in it.

Takes the rows of its first page and the text of its first pages. Who was at a meeting is named in many wordings, or in
none; that the same people then ask, say, agree and are to do things is the same in all.
"""

import itertools
import re
from collections.abc import Sequence

from scrutiny.language.actors import MEMBERS, names_actor
from scrutiny.language.dates import MONTHS, WEEKDAYS
from scrutiny.language.patterns import pattern_of

FEWEST_NAMED = 4
"""Names in a row of each other: fewer may be the authors of a paper."""

FEWEST_ACT = 3
"""People named at the head who act below."""

MANY_DEEDS = 6
"""As many tell of a meeting, whatever words they are told in."""

HEAD_ROWS = 25

_BETWEEN = pattern_of(r"\s*(?:[,;:.•|\n]|\band\b|&)\s*")
_ASIDE = pattern_of(r"\s*\([^()]*\)")
_INITIALS = pattern_of(r"\(([A-Z]{2,3})\b[^()]{0,40}\)")
"""What a person is called below, "Ann Marsh (AM, Chair)"."""

_NAME = pattern_of(r"(?:.*\s)??(?P<name>(?:[A-Z][\w’'-]*\.?\s+){0,3}[A-Z][\w’'-]*)")
"""A name, perhaps behind words that lead to it: "we were Ann Marsh"."""

_NO_NAME = frozenset(word.capitalize() for word in (*MONTHS, *WEEKDAYS))
_ACTS = (
    r"\s+(?:(?:also|then|still|again)\s+)?(?:will|would|to|shall|said|told|gave|took|thought|felt|put|"
    r"sent|spoke|brought|met|\w{2,}ed)\b"
)

_WITHIN = r"\b(?:in|at|near|across|within|around)"
"""What stands before a place, and not before a person."""


def deeds_of_named(rows: Sequence[str], texts: Sequence[str]) -> int:
    """How often those who are named at the head, one beside or below the other, do something in the text; 0 where
    fewer than `FEWEST_ACT` of them do."""
    head = "\n".join(rows[:HEAD_ROWS])
    initials = set(_INITIALS.findall(head))
    named = initials if len(initials) >= FEWEST_NAMED else set()
    run: list[str] = []
    for piece in _BETWEEN.split(_ASIDE.sub(" ", head)):
        name = _name_in(piece)
        if name is not None:
            run.append(name)
        elif piece.strip():
            run = []
        if len(run) >= FEWEST_NAMED:
            named.update(run)
    whole = "\n".join(texts)
    people = (name for name in sorted(map(re.escape, named)) if not re.search(rf"{_WITHIN}\s+{name}\b", whole))
    deeds = [len(re.findall(rf"\b{name}{_ACTS}", whole)) for name in people]
    return sum(deeds) if sum(each > 0 for each in deeds) >= FEWEST_ACT else 0


def _name_in(piece: str) -> str | None:
    """What the person is called in the text: by the first name alone, or by the last of several words."""
    found = _NAME.fullmatch(piece.strip())
    if found is None:
        return None
    words = [*itertools.dropwhile(lambda word: word.lower().strip(".") in MEMBERS, found["name"].split())]
    if not words or any(word in _NO_NAME or names_actor(word.lower()) for word in words):
        return None
    return " ".join(words) if len(words[-1]) < 3 else words[-1]
