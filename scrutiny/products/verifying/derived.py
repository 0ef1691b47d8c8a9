"""Part of the room `products`: what follows from a table.

Takes a table, gives `Fact`s with their working: sums of columns and of the rows above a total, shares of a column,
changes from one column to the next, counts of rows, and the sums of one measure over the tables that follow one another
with the same headings, with their changes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.checks.facts import Fact, words_of
from scrutiny.figures import Figure, Unit, parse_figure
from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.wording import about as stems_of
from scrutiny.sources import Quote
from scrutiny.tables import Cell, TableRead
from scrutiny.tables.roles import may_be_part

ABOVE = "the rows above add to it"
"""The working of a sum of the rows since the last total."""

ROWS = "so many rows"
"""The working of a count of rows."""

EXTREME = "imum of the column"
"""The end of the working of the highest and the lowest figure of a column."""

HIGHEST = words_of("highest largest greatest biggest")
LOWEST = words_of("lowest smallest fewest")

SEVERAL = 3
"""Figures of a column of which one is the highest."""

ALIKE = 0.7
"""How alike two headings are that mean the same measure."""

_YEAR = pattern_of(r"\b(?:19|20)\d\d\b")

Total = tuple[str, Decimal, frozenset[str], Quote]
"""The heading of a column, its sum, the words around it, and where it stands."""


def facts_of_table(table: TableRead, quote: Callable[[Cell], Quote], totals: list[Total]) -> Iterator[Fact]:
    """What follows from a table; its sums are added to `totals`."""
    header = [cell.text for cell in table.header]
    rows = [[parse_figure(cell.text.split("(")[0].split("[")[0].strip()) for cell in row] for row in table.rows]
    labels = [
        " ".join(cell.text for cell, figure in zip(row, figures, strict=True) if figure.value is None)
        for row, figures in zip(table.rows, rows, strict=True)
    ]
    added = row_of_sums(rows)
    is_total = [at == added or "total" in stems_of(row[0].text) for at, row in enumerate(table.rows)]
    about = words_of(f"{table.caption or ''} {header[0]}")
    yield from _Derived(table, quote, header, rows, labels, is_total, about).facts(totals)


def row_of_sums(rows: Sequence[Sequence[Figure]]) -> int | None:
    """The first or the last row of a table, where it has the sums of the others, whatever it is called: "Network"."""
    for at in (len(rows) - 1, 0) if len(rows) > SEVERAL else ():
        others = [row for row in rows if row is not rows[at]]
        adds = [
            abs(sum((part.value or Decimal(0) for part in parts), -whole.value)) * 2
            <= len(parts) * max(p.step for p in parts)
            for column, whole in enumerate(rows[at])
            if whole.value and whole.unit is not Unit.PERCENT
            for parts in [[row[column] for row in others if column < len(row) and row[column].value is not None]]
            if len(parts) >= SEVERAL
        ]
        if any(adds) and 2 * sum(adds) >= len(adds):
            return at
    return None


class _Derived:
    """One table on its way to what follows from it."""

    def __init__(
        self, table: TableRead, quote: Callable[[Cell], Quote], header: Sequence[str], rows: Sequence[Sequence[Figure]],
        labels: Sequence[str], is_total: Sequence[bool], about: frozenset[str],
    ) -> None:  # fmt: skip
        self.table, self.quote, self.header, self.rows = table, quote, header, rows
        self.labels, self.is_total, self.also = labels, is_total, about | words_of("pupils")
        self.words = [words_of(label) for label in labels]
        self.parts = [at for at, total in enumerate(is_total) if not total]
        self.stages = sorted({word for at in self.parts for word in self.words[at] if re.fullmatch(r"ks\d", word)})
        self.adds = [not total and may_be_part(label) for total, label in zip(is_total, labels, strict=True)]

    def facts(self, totals: list[Total]) -> Iterator[Fact]:
        sums: dict[int, Decimal] = {}
        for column in range(1, len(self.header)):
            cells = [(at, row[column]) for at, row in enumerate(self.rows) if row[column].value is not None]
            yield from self._extremes(column, [(at, figure) for at, figure in cells if not self.is_total[at]])
            own = [(at, figure) for at, figure in cells if self.adds[at]]
            if len(own) < 2 or not may_be_part(self.header[column]) or len({figure.unit for _, figure in own}) > 1:
                continue
            whole = sums[column] = sum((figure.value for _, figure in own if figure.value is not None), Decimal(0))
            there = self.quote(self.table.rows[own[0][0]][column])
            totals.append((self.header[column], whole, self.also, there))
            yield from self._of_column(column, cells, own, whole)
        for one, other in pairwise(sorted(sums)):
            first, second = _YEAR.search(self.header[one]), _YEAR.search(self.header[other])
            if first is None or second is None:
                continue  # only from one period to the next
            if second[0] < first[0]:
                one, other = other, one  # the latest year stands first
            words = words_of(self.header[other]) | words_of("change")
            there = self.quote(self.table.header[other])
            yield from self._change(sums[one], sums[other], words, there)

    def _of_column(
        self, column: int, cells: Sequence[tuple[int, Figure]], own: Sequence[tuple[int, Figure]], whole: Decimal
    ) -> Iterator[Fact]:
        there = self.quote(self.table.rows[own[0][0]][column])
        words, unit = words_of(self.header[column]), own[0][1].unit
        yield self._fact(whole, unit, words | {"total"}, there, f"the {len(own)} figures of the column add to it")
        for count in sorted({len(own), len(self.parts)}):
            yield replace(self._fact(Decimal(count), Unit.NUMBER, words, there, ROWS), rows=True)
        group, grouped = Decimal(0), words
        printed = max((figure.value or Decimal(0) for at, figure in cells if self.is_total[at]), default=Decimal(0))
        for at, figure in cells:
            assert figure.value is not None
            cell, label = self.quote(self.table.rows[at][column]), self.words[at]
            if self.is_total[at]:
                yield self._fact(group, unit, words | label | grouped | {"total"}, cell, ABOVE)
                group, grouped = Decimal(0), words
                continue
            if not self.adds[at]:
                continue
            group, grouped = group + figure.value, grouped | label
            of = printed or whole  # of the printed total, where there is one
            if of and unit is not Unit.PERCENT:
                share = figure.value * 100 / of
                yield self._fact(share, Unit.PERCENT, words | label, cell, f"{figure.printed} of {plain(of)}")
        yield from self._of_stages(own, words, unit, there)

    def _extremes(self, column: int, cells: Sequence[tuple[int, Figure]]) -> Iterator[Fact]:
        """The highest and the lowest figure of a column."""
        if len(cells) < SEVERAL:
            return
        for best, said in ((max, HIGHEST), (min, LOWEST)):
            at, figure = best(cells, key=lambda each: each[1].value or Decimal(0))
            assert figure.value is not None
            words = words_of(self.header[column]) | self.words[at] | said
            there = self.quote(self.table.rows[at][column])
            yield self._fact(figure.value, figure.unit, words, there, f"the {best.__name__}{EXTREME}")

    def _of_stages(
        self, own: Sequence[tuple[int, Figure]], words: frozenset[str], unit: Unit, there: Quote
    ) -> Iterator[Fact]:
        """The sums of the year groups of each key stage."""
        for stage in self.stages:
            values = [figure.value for at, figure in own if figure.value is not None and stage in self.words[at]]
            if len(values) > 1:
                working = " + ".join(plain(value) for value in values)
                yield self._fact(sum(values, Decimal(0)), unit, words | {stage}, there, working)

    def _change(self, old: Decimal, new: Decimal, words: frozenset[str], there: Quote) -> Iterator[Fact]:
        working = f"{plain(old)} to {plain(new)}"
        yield self._fact(new - old, Unit.NUMBER, words, there, working)
        if old:
            yield self._fact((new - old) * 100 / old, Unit.PERCENT, words, there, working)

    def _fact(self, value: Decimal, unit: Unit, words: frozenset[str], quote: Quote, working: str) -> Fact:
        return Fact(value=value, unit=unit, words=words, also=self.also, quote=quote, working=working, cell=True)


def facts_over_tables(totals: Sequence[Total]) -> Iterator[Fact]:
    """The sums of one measure over the tables that follow one another with the same headings, and their changes."""
    groups: dict[int, list[Total]] = defaultdict(list)
    firsts: list[str] = []
    for each in totals:
        near = next((at for at, first in enumerate(firsts) if _alike(first, each[0])), None)
        if near is None:
            firsts.append(each[0])
            near = len(firsts) - 1
        groups[near].append(each)
    sums: list[tuple[Total, int]] = []
    for group in groups.values():
        if len(group) > 1:
            also = frozenset(word for each in group for word in each[2])
            added = sum((each[1] for each in group), Decimal(0))
            working = " + ".join(plain(each[1]) for each in group)
            yield Fact(
                value=added,
                unit=Unit.NUMBER,
                words=words_of(group[0][0]),
                also=also,
                quote=group[0][3],
                working=working,
                cell=True,
            )
            sums.append(((group[0][0], added, also, group[0][3]), len(group)))
    for (old, many), (new, much) in pairwise(sums):
        if many != much or not re.search(r"\d", new[0]) or not old[1]:
            continue  # only from one period to the next
        words, working = words_of(new[0]) | words_of("change"), f"{plain(old[1])} to {plain(new[1])}"
        for value, unit in ((new[1] - old[1], Unit.NUMBER), ((new[1] - old[1]) * 100 / old[1], Unit.PERCENT)):
            yield Fact(value=value, unit=unit, words=words, also=new[2], quote=new[3], working=working, cell=True)


def _alike(one: str, other: str) -> bool:
    digits = re.findall(r"\d+", one) == re.findall(r"\d+", other)
    return digits and SequenceMatcher(None, one.casefold(), other.casefold()).ratio() >= ALIKE
