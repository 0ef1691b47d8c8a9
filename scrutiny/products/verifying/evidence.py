"""Part of the room `products`: what a paper says in figures, ready to be asked.

Takes the passages of a paper, gives those that hold a word or a numeral, and how much it says that two texts share one.
`passages` makes them.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.figures import Unit
from scrutiny.language.dates import MONTHS
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.counted import Counted, numbered_things
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.model import Passage, Told
from scrutiny.products.verifying.numerals import Kind, Numeral, fits, rounded
from scrutiny.products.verifying.wording import merged, weights
from scrutiny.prose import split_sentences
from scrutiny.sources import Quote, fold

LONG = 400
"""Characters of a sentence."""

FEW_FIGURES = 6
"""Figures of a sentence: what has more may be a table read line by line."""

_OWN_NUMBER = pattern_of(r"^(?:\d+(?:\.\d+)*|[A-Z]\d+)\.?\s+(?=[A-Z])")
"""The number of a paragraph, which is none of its words: "4 The two boats"."""


class Evidence(Struct, frozen=True, kw_only=True, dict=True):
    """The passages of a paper, and how rare each of their words is. `titles` are the numerals of its documents'
    titles."""

    passages: tuple[Passage, ...]
    titles: tuple[Numeral, ...] = ()
    acronyms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pages: Mapping[int, Quote] = field(default_factory=dict)
    lists: tuple[Counted, ...] = ()
    """How many points its lists have, each with the words that lead up to it."""
    sheets: tuple[Quote, ...] = ()
    """Every page with all its words."""
    listed: Callable[[str], tuple[Counted, ...]] = lambda _: ()
    """How many there are of what a family lists, by the stem of its name."""

    def prepare(self) -> None:
        """Makes what nearly every claim asks for, once for all processes that will ask."""
        self.weight("")
        _ = self.by_number

    def counted(self, stem: str) -> tuple[Counted, ...]:
        """How many there are of what the paper numbers one by one, or lists, by the stem of its name."""
        return (*self._numbered.get(stem, ()), *self.listed(stem))

    @cached_property
    def _numbered(self) -> Mapping[str, tuple[Counted, ...]]:
        return numbered_things(self.sheets)

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

    def unread(self, numeral: Numeral) -> Iterator[Told]:
        """The same numeral in sentences of a page that stand in no passage: beside a chart, or in a frame that was
        taken for a table. Only what is a sentence, with few figures, says what they are about."""
        pattern = _printed_so(numeral)
        for sheet in self.sheets:
            for match in pattern.finditer(sheet.text):
                first = max(0, match.start() - LONG)
                around = sheet.text[first : match.end() + LONG]
                at = match.start() - first
                sentence = next((each for each in split_sentences(around) if at < each.start + len(each.text)), None)
                if sentence is None or not sentence.text.endswith("."):
                    continue
                text, at = sentence.text, at - sentence.start
                numerals = find_numerals(text)
                own = next((each for each in numerals if each.start <= at < each.end), None)
                if own is None or not fits(numeral, own) or _OWN_NUMBER.sub("", text) in self._read[sheet.pdf_page]:
                    continue
                if len(numerals) > FEW_FIGURES and any(each.kind is not Kind.DATE for each in numerals):
                    continue
                yield Told(
                    numeral=own, words=spelt_out(weights(text, own, numerals), self.acronyms),
                    quote=replace(sheet, text=text), text=text, start=own.start,
                )  # fmt: skip

    @cached_property
    def _read(self) -> Mapping[int, str]:
        """For each page all that stands in its passages."""
        found: dict[int, list[str]] = defaultdict(list)
        for passage in self.passages:
            found[passage.quote.pdf_page].append(fold(passage.quote.text))
        return defaultdict(str, {page: " ".join(texts) for page, texts in found.items()})

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
    def _values(self) -> list[Decimal]:
        return sorted(key for key in self.by_number if isinstance(key, Decimal))


def _printed_so(numeral: Numeral) -> re.Pattern[str]:
    """The ways in which a paper may print a numeral: a day also as "4th May"."""
    printed = fold(numeral.printed)
    ways = [_way(way[0], re.escape(way[1:])) for way in sorted({printed, printed.lower(), printed.capitalize()})]
    if numeral.kind is Kind.DATE and numeral.key[1] and numeral.key[2]:
        month, day = list(MONTHS)[numeral.key[1] - 1], str(numeral.key[2])
        rest = rf"(?:st|nd|rd|th)?\s(?:of\s)?(?i:{month}|{month[:3]}t?)"
        ways += [_way("0", day + rest), _way(day[0], day[1:] + rest)]
    return re.compile(rf"(?:{'|'.join(ways)})(?![\w%]|[.,]\d)")


def _way(first: str, rest: str) -> str:
    """What must not stand before a numeral is asked behind its first character: all begin with one that is sought, and
    are found ten times as fast."""
    first = re.escape(first)
    return rf"{first}(?<![\w.,£-]{first}){rest}"


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
