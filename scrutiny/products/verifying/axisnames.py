"""Part of the room `products`: the names of the rows or of the columns of a table, and where a text has one of them.

Takes names and a text, gives `Mention`s. Only the words that tell a name from the others of its axis count.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from scrutiny.language.dates import TIME_BEFORE
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.wording import about

CALLED = 0.6
"""The part of the words of a name, each by how few names of its axis have it, that is called by them."""

APART = 3
"""Words between two of a name, at most."""

TOTAL = "total"
BEFORE = "<before>"
"""What a column of the time before is called: "Last year"."""

_WORD = pattern_of(r"[A-Za-z][\w'’&/-]*|\d+")
_ALL = pattern_of(
    r"\btotal(?:s|l?ed|l?ing)?\b|\b(?:in|of)\s+all\b|\ball\s+(?:the\s+)?(?=[a-z]+s\b)|\b(?:altogether|overall|combined|"
    r"whole|entire)\b|\b(?:over|in|for|across)\s+the\s+year\b(?!\s+(?:before|to|ending|ended))",
    re.IGNORECASE,
)
"""What a sentence calls a total."""

IS_BEFORE = pattern_of(rf"\b(?:(?:the|an?|one)\s+)?{TIME_BEFORE}\b", re.IGNORECASE)
"""What says that a figure is of the time before."""


class Mention(Struct, frozen=True):
    """Where a text names something of an axis: one name, or those that are called alike there."""

    start: int
    end: int
    names: frozenset[object]


FAR = 20
"""Characters beside the name of a total within which it is said to be one."""


class Axis(Struct, frozen=True, dict=True):
    """The names of the rows or of the columns of a table: of each the stems that tell it from the others, with how much
    each of them says."""

    names: Mapping[frozenset[str], Mapping[str, float]]

    @classmethod
    def of(cls, names: Sequence[frozenset[str]]) -> "Axis":
        every = set(names)
        many = Counter(stem for name in every for stem in name)
        return cls({name: {stem: 1 / many[stem] for stem in name if many[stem] < len(every)} for name in every})

    def mentions(self, text: str, only: frozenset[object]) -> Sequence[Mention]:
        """Where a text names one of some of them; what lies within a longer name is none."""
        tokens = _tokens(text)
        found: list[tuple[int, int, frozenset[str]]] = []
        for name, stems in self.names.items():
            if name in only and stems:
                found += ((*span, name) for span in _clusters(tokens, stems))
        named = any(TOTAL not in name for _, _, name in found)
        kept = [
            (start, end, name)
            for start, end, name in found
            if not (named and TOTAL in name and not _ALL.search(text, max(0, start - FAR), end + FAR))
            and not any(
                first <= start and end <= last and (last - first > end - start or name < other)
                for first, last, other in found
                if other != name
            )
        ]
        spans: dict[tuple[int, int], set[object]] = defaultdict(set)
        for start, end, name in kept:
            spans[start, end].add(name)
        return [Mention(start, end, frozenset(names)) for (start, end), names in sorted(spans.items())]

    def is_touched(self, text: str, name: frozenset[str], found: Sequence[Mention]) -> bool:
        """Whether a text has, outside of what it names, a word that no other of them has."""
        stems = self.names.get(name, dict.fromkeys(name, 1.0))
        sole = {stem for stem, weight in stems.items() if weight == 1}
        return any(
            sole & own and not any(each.start <= start < each.end for each in found) for start, _, own in _tokens(text)
        )


@functools.lru_cache(maxsize=512)
def _tokens(text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The words of a text with their stems; what two or three say only together ("Key Stage 3") stands at the last, and
    what is called a total is one."""
    found: list[tuple[int, int, frozenset[str]]] = []
    words = list(_WORD.finditer(text))
    for at, match in enumerate(words):
        own, known = about(match[0]), frozenset[str]()
        for before in words[max(0, at - 2) : at][::-1]:
            known |= about(before[0])
            own |= about(text[before.start() : match.end()]) - known
        own -= {TOTAL}
        found.append((match.start(), match.end(), own))
    for pattern, name in ((_ALL, TOTAL), (IS_BEFORE, BEFORE)):
        found += ((*match.span(), frozenset((name,))) for match in pattern.finditer(text))
    return tuple(sorted(found, key=lambda each: each[:2]))


def _clusters(
    tokens: Sequence[tuple[int, int, frozenset[str]]], stems: Mapping[str, float]
) -> Iterator[tuple[int, int]]:
    """Where words stand together that call a name."""
    whole = sum(stems.values())
    held: dict[str, float] = {}
    first = last = at_last = -1
    for at, (start, end, own) in enumerate(tokens):
        new = {stem: stems[stem] for stem in own if stem in stems}
        if not new:
            continue
        if held and (at - at_last > APART + 1 or (new.keys() <= held.keys() and sum(held.values()) >= CALLED * whole)):
            if sum(held.values()) >= CALLED * whole:
                yield first, last
            held = {}
        if not held:
            first = start
        held |= new
        last, at_last = max(last, end), at
    if held and sum(held.values()) >= CALLED * whole:
        yield first, last
