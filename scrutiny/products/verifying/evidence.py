"""Part of the room `products`: what a paper says in figures, ready to be asked.

Takes the passages of a paper, gives those that hold a word or a numeral, and how much it says that two texts share one.
`passages` makes them.
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.figures import Unit
from scrutiny.products.verifying.model import Passage, Told
from scrutiny.products.verifying.numerals import Kind, Numeral, rounded
from scrutiny.products.verifying.wording import merged
from scrutiny.sources import Quote

FEW_FIGURES = 6
"""Figures of a sentence: what has more may be a table read line by line."""


class Evidence(Struct, frozen=True, kw_only=True, dict=True):
    """The passages of a paper, and how rare each of their words is. `titles` are the numerals of its documents'
    titles."""

    passages: tuple[Passage, ...]
    titles: tuple[Numeral, ...] = ()
    acronyms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pages: Mapping[int, Quote] = field(default_factory=dict)
    sheets: tuple[Quote, ...] = ()
    """Every page with all its words."""

    def prepare(self) -> None:
        """Makes what nearly every claim asks for, once for all processes that will ask."""
        self.weight("")
        _ = self.by_number

    @cached_property
    def _told(self) -> dict[int, tuple[Told, ...]]:
        return {}

    def told(self, at: int) -> tuple[Told, ...]:
        """The numerals of a passage, with what each is about."""
        if at not in self._told:
            own = self.passages[at].tell()
            self._told[at] = tuple(
                replace(each, passage=at, words=spelt_out(each.words, self.acronyms)) for each in own
            )
        return self._told[at]

    @cached_property
    def by_word(self) -> dict[str, list[tuple[int, float]]]:
        """For each word the passages that hold it, and what it says there."""
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, passage in enumerate(self.passages):
            for word, factor in passage.words.items():
                found[word].append((at, factor))
        return dict(found)

    def rows_of(self, table: int | None) -> list[int]:
        """The passages that are the rows of a table."""
        return self._by_table.get(table, [])

    @cached_property
    def _by_table(self) -> dict[int | None, list[int]]:
        found: dict[int | None, list[int]] = defaultdict(list)
        for at, passage in enumerate(self.passages):
            if passage.table is not None:
                found[passage.table].append(at)
        return dict(found)

    def labelled(self, table: int | None) -> Counter[str]:
        """In the labels of how many rows of a table each word stands."""
        if table not in self._labelled:
            self._labelled[table] = Counter(word for at in self.rows_of(table) for word in self.passages[at].label)
        return self._labelled[table]

    @cached_property
    def _labelled(self) -> dict[int | None, Counter[str]]:
        return {}

    @cached_property
    def by_number(self) -> dict[object, list[int]]:
        """The passages that print a number, a date, a year."""
        found: dict[object, list[int]] = defaultdict(list)
        for at, passage in enumerate(self.passages):
            for numeral in passage.numerals:
                for key in keys_of(numeral):
                    found[key].append(at)
        return dict(found)

    @cached_property
    def _weights(self) -> dict[str, float]:
        many = len(self.passages)
        return {word: math.log(1 + many / (1 + len(held))) for word, held in self.by_word.items()}

    def weight(self, word: str) -> float:
        """How much it says that two texts share a word: a rare one more than a common one."""
        return self._weights.get(word, math.log(1 + len(self.passages)))

    def rarity(self, numeral: Numeral) -> float:
        """How much it says that two texts share a numeral."""
        return math.log(1 + len(self.passages) / (1 + len(self.holding(numeral))))

    def holding(self, numeral: Numeral) -> list[int]:
        """The passages that print a numeral, or what it was rounded from."""
        found = self.by_number.get(keys_of(numeral)[0], [])
        if not numeral.number:
            return found
        known = self._held.get(numeral)
        if known is None:
            known = self._held[numeral] = self._near(numeral, found)
        return known

    @cached_property
    def _held(self) -> dict[Numeral, list[int]]:
        return {}

    def _near(self, numeral: Numeral, found: list[int]) -> list[int]:
        allowed = rounded(numeral)
        low, high = allowed.low, allowed.high
        if low == high:
            return found
        values = self._values
        near = values[bisect_left(values, low) : bisect_right(values, high)]
        return list(dict.fromkeys([*found, *(at for value in near for at in self.by_number.get(value, ()))]))

    def printed_in(self, unit: Unit) -> Sequence[Decimal]:
        """The figures that it prints in percent, or all others, each once."""
        return self._by_unit[unit is Unit.PERCENT]

    @cached_property
    def _by_unit(self) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
        found: tuple[set[Decimal], set[Decimal]] = (set(), set())
        for passage in self.passages:
            for each in passage.numerals:
                if each.number:
                    found[each.unit is Unit.PERCENT].add(abs(each.value))
        return sorted(found[0]), sorted(found[1])

    @cached_property
    def tells_times(self) -> bool:
        """Whether it says of anything at what time of a day it was."""
        return any(each.kind is Kind.TIME for passage in self.passages for each in passage.numerals)

    @cached_property
    def _values(self) -> list[Decimal]:
        return sorted(key for key in self.by_number if isinstance(key, Decimal))


def keys_of(numeral: Numeral) -> tuple[object, ...]:
    """What a numeral is found by: the first says all of it, the others a part."""
    if numeral.mention is not None:
        return (abs(numeral.value),)
    if numeral.kind is Kind.DATE:
        year, month, day = numeral.key
        parts = (("month", year, month),) if year is not None else ()
        years = (("year", year),) if year is not None else ()
        return (("day", month, day), *parts, *years) if day is not None else (*parts, *years, ("bare", month))
    if numeral.kind is Kind.YEARS:
        first, last = numeral.key
        if first is None or last is None:
            return (("year", first),)
        meant = (("years", first, first + 1),) if last == first + 2 else ()  # "2019/21" is read as 2019/20
        return (("years", first, last), *meant, ("year", first), ("year", last))
    return ((numeral.kind, numeral.key),)


def spelt_out(words: Mapping[str, float], acronyms: Mapping[str, frozenset[str]]) -> Mapping[str, float]:
    """Stems with those of the long names for the short ones among them."""
    short = [word for word in words if word in acronyms]
    if not short:
        return words
    return merged((words, 1.0), *((acronyms[word], words[word]) for word in short))
