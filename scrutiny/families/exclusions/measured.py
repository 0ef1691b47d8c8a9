"""Room `exclusions`: one table of a report as a measure table, with what its own figures prove.

Takes a `MeasureTable`, gives its sums (by arithmetic first, by words and place where arithmetic is silent), what each
total should be, and which figures are to blame where the table does not balance. It gives no figure a name.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.exclusions.facts import ANY_EXCLUSION, TableSum
from scrutiny.families.exclusions.labels import (
    YEAR,
    counts_heads,
    counts_other,
    find_measure,
    first_year,
    full_labels,
    within,
)
from scrutiny.figures import FigureKind, parse_figure
from scrutiny.figures.intervals import added, agrees
from scrutiny.figures.verdicts import Status, compare
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote
from scrutiny.tables import Cell, confirms
from scrutiny.tables.balance import Discrepancy, Sisters, find_discrepancies
from scrutiny.tables.confirming import reads_the_same
from scrutiny.tables.groups import find_blocks
from scrutiny.tables.lines import AxisValue, over
from scrutiny.tables.measure import Axis, MeasureCell, MeasureTable
from scrutiny.tables.model import RowKind
from scrutiny.tables.relations import Relation, RelationKind
from scrutiny.tables.roles import PARTIAL_TOTAL, STATISTIC, Role, counts_persons, may_be_part
from scrutiny.tables.units import UnitKind

Quoter = Callable[[Cell], Quote]


class Addition(Struct, frozen=True, kw_only=True):
    """A line that is the total of others (places among the lines of an axis). `proven` says that the figures of more
    than one place, or of one that chance does not explain, bear it out."""

    axis: Axis
    target: int
    parts: tuple[int, ...]
    proven: bool


class Recomputed(Struct, frozen=True, kw_only=True):
    """What a total should be. `wrong` where it cannot be that; `confirmed` is false where a second reading of the
    table gives other figures."""

    value: Decimal | None = None
    wrong: bool = False
    confirmed: bool = True


NOTHING = Recomputed()


class ReportTable(Struct, frozen=True, kw_only=True, dict=True):
    """A table of a report: its number in the report, how it is understood, and how its cells are quoted."""

    number: int
    table: MeasureTable
    quote: Quoter
    sisters: Sisters
    notes: Mapping[str, str] = {}
    """What the paper's notes say of a mark: that what bears it is not settled."""

    under: str | None = None
    """The heading that it stands under."""

    @cached_property
    def caption(self) -> str | None:
        """The line above the table, but where it ends a paragraph: only one that points at the table speaks of it.
        With the heading that it stands under, where that says what is counted, or in which year, and nothing nearer."""
        caption = self.table.caption
        own = caption if caption and (not caption.endswith((".", "?", "!")) or _POINTS.search(caption)) else None
        around, under = f"{caption or ''} {self.corner}", self.under or ""
        counted, said, year = find_measure(under)[0], find_measure(around), first_year(under)
        adds = counted and not (any(said) or ANY_EXCLUSION.search(around))
        dates = year and not YEAR.search(around) and ANY_EXCLUSION.search(under) and counted in (None, said[0])
        if (adds or dates) and not counts_other(_GROUPED_BY.sub(" ", around)):
            return ": ".join(filter(None, (under, own)))
        return own

    @cached_property
    def corner(self) -> str:
        """The heading of the labels."""
        return _corner(self.table)

    def labels(self, lines: Sequence[AxisValue]) -> list[str]:
        """The labels of an axis, year groups in full."""
        return full_labels([line.label for line in lines], self.corner, self.caption or "")

    @cached_property
    def blamed(self) -> dict[tuple[int, int], Discrepancy]:
        """The figures that are to blame where the table does not balance, as far as that is proven."""
        return {each.place: each for each in find_discrepancies(self.table, self.sisters) if each.proven}

    @cached_property
    def _additions(self) -> dict[Axis, tuple[Addition, ...]]:
        return {axis: tuple(find_additions(self.table, axis)) for axis in Axis}

    def additions(self, axis: Axis) -> tuple[Addition, ...]:
        return self._additions[axis]

    def addition(self, axis: Axis, at: int) -> Addition | None:
        """What a line is the total of."""
        return next((each for each in self._additions[axis] if each.target == at), None)

    def parts_of(self, row: int) -> tuple[int, ...]:
        """The rows that a row is found to add."""
        own = self.addition(Axis.DOWN, row)
        return own.parts if own else ()

    @cached_property
    def wholes(self) -> frozenset[int]:
        """The rows that the figures prove to be the totals of all rows, whatever they are called."""
        own = {each.target: self.leaves(each) for each in self.additions(Axis.DOWN) if each.proven}
        every = {row for row, line in enumerate(self.table.rows) if line.role is not Role.TOTAL} - own.keys()
        return frozenset(row for row, held in own.items() if held >= every)

    def is_total(self, row: int) -> bool:
        return self.table.rows[row].role is Role.TOTAL or row in self.wholes or row in self.blocks

    def is_inner(self, row: int) -> bool:
        """Whether a total that is not proven to be of all rows is one of several in its section, and stands between its
        rows or bears the name of another: then it is the total of some."""
        section = [at for at, line in enumerate(self.table.rows) if line.section == self.table.rows[row].section]
        own = [at for at in section if self.table.rows[at].role is not Role.TOTAL]
        named = [self.table.rows[at].label for at in section if at not in own]
        between = bool(own) and own[0] < row < own[-1] and len(named) > 1
        return row not in self.wholes and (between or named.count(self.table.rows[row].label) > 1)

    @cached_property
    def blocks(self) -> dict[int, range]:
        """What each sub-total holds in a table that is made of blocks."""
        return find_blocks(self.table)

    @cached_property
    def unsure_rows(self) -> dict[int, str]:
        return _unsure([bool(line.label) and not self._unlabelled(row) for row, line in enumerate(self.table.rows)])

    @cached_property
    def unsure_columns(self) -> dict[int, str]:
        """The columns of figures (by their number) whose headings are not certain, each with why."""
        found = _unsure([bool(line.label) for line in self.table.columns])
        together = _run_together(self.table)
        for column, line in enumerate(self.table.columns):
            if line.at in together:
                found.setdefault(column, "a heading in which the words of two columns run together")
        return found

    @cached_property
    def nameless(self) -> frozenset[int]:
        """Those columns, and the columns that are headed as another one is: nothing says which of them counts what."""
        headings = [heading.casefold() for heading in self._headings]
        return frozenset(self.unsure_columns) | {at for at, own in enumerate(headings) if headings.count(own) > 1}

    def heading(self, column: int) -> str:
        """The heading of a column with those above it that stand over several columns."""
        return self._headings[column]

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        return tuple(map(self._heading, self.table.columns))

    def _heading(self, line: AxisValue) -> str:
        above = [text for text in over(self.table.table, line.at) if text not in line.label]
        label = _LAST_MARK.sub(lambda found: self._note((found[1],)) or found[0], line.label)
        return " ".join(text for text in (*above, label) if text) + self._note(self.table.table.header[line.at].marks)

    def _note(self, marks: Sequence[str]) -> str:
        return next((f" ({self.notes[mark]})" for mark in marks if mark in self.notes), "")

    def _unlabelled(self, row: int) -> bool:
        """Whether no label stands beside the figures of a row: it has that of the row above, which may be its own."""
        first = self.table.columns[0].at
        own = next((cells for cells in self.table.table.rows if cells[first] is self.cell(row, 0).cell), None)
        return own is not None and first > 0 and not any(cell.text.strip() for cell in own[:first])

    def holds_words(self, at: int) -> bool:
        """Whether a column of the grid holds words, as names of heads or towns are."""
        return any(parse_figure(row[at].text).kind is FigureKind.WORDS for row in self.table.table.rows)

    def cell(self, row: int, column: int) -> MeasureCell:
        return self.table.cells[row][column]

    def recomputed(self, row: int, column: int) -> Recomputed:
        """What a cell should be by the sum down its column, or else along its row; a blank below figures that are not
        added, as below running totals, is no total."""
        cell = self.cell(row, column)
        blank = cell.figure.kind is FigureKind.BLANK
        if not cell.unit.adds or (blank and not may_be_part(self.table.columns[column].label)):
            return NOTHING
        found = [
            self._judged(own, (row, column), place)
            for axis, line, place in ((Axis.DOWN, row, column), (Axis.ACROSS, column, row))
            if (own := self.addition(axis, line)) is not None
        ]
        printed = cell.figure.value
        fitting = [each for each in found if each.value is not None and each.value == printed]
        # where one way gives what is printed, a part of the other is wrong
        return next(iter((*fitting, *found)), NOTHING)

    def _judged(self, addition: Addition, here: tuple[int, int], place: int) -> Recomputed:
        parts = [self.table.line(addition.axis, part)[place] for part in sorted(self.leaves(addition))]
        value = added(part.figure for part in parts)
        found = self.blamed.get(here)
        if found is None or not any(each.target == here and _adds_up(each.relation) for each in found.equations):
            wrong = self._fails_alone(addition, place)
            if not wrong and self._off(addition, place):
                return (
                    NOTHING  # it may count something else than the sum: pupils once each, or lines not known as totals
                )
            cells = [part.cell for part in parts if part.cell.text] + [self.cell(*here).cell]
            return Recomputed(value=value, wrong=wrong, confirmed=not wrong or confirms(self.table.table, cells))
        verdict = compare(self.cell(*here).figure, found.expected, working="")
        if value is None and found.expected.low == found.expected.high:
            value = found.expected.low
        leaves_out = self._leaves_out(addition)
        return Recomputed(
            value=None if leaves_out else value,
            wrong=not leaves_out and verdict.status in (Status.ERROR, Status.WARNING),
            confirmed=all(reads_the_same(self.table, each.cells) for each in found.equations),
        )  # fmt: skip

    def _leaves_out(self, addition: Addition) -> bool:
        """Whether a total says that it leaves something out, and nothing is left out of what it is found to add."""
        lines = self.table.lines(addition.axis)
        others = [at for at, line in enumerate(lines) if at != addition.target and _is_part(line)]
        return bool(PARTIAL_TOTAL.search(lines[addition.target].label)) and len(addition.parts) >= len(others)

    def _fails_alone(self, addition: Addition, place: int) -> bool:
        """Whether a printed total is not the sum that it is in another place, in a table too small to prove more. Of
        totals within each other that are off by the same only the innermost is named, and none where a part is to
        blame."""
        off = self._off(addition, place)
        across = self.table.lines(addition.axis.other)[place]
        if not may_be_part(across.label) or counts_heads(f"{across.label} {self.caption or ''} {self.corner}"):
            return False
        line = self.table.lines(addition.axis)[addition.target]
        if off and off < 0 and counts_persons(across.label):
            return False  # somebody was in two
        if not off or line.role is not Role.TOTAL or PARTIAL_TOTAL.search(line.label):
            return False
        own = [addition.axis.place(at, place) for at in (addition.target, *addition.parts)]
        if any(one in self.blamed for one in own) or _agreeing(self.table, addition, without=place) < 1:
            return False
        return not any(
            inner is not addition and inner.target != addition.target and self._off(inner, place) == off
            and self.leaves(inner) < self.leaves(addition)
            for inner in self.additions(addition.axis)
        )  # fmt: skip

    def _off(self, addition: Addition, place: int) -> Decimal | None:
        """By how much the printed total is more than its parts: None where that is not known, 0 where it may be so."""
        printed = self.table.line(addition.axis, addition.target)[place].figure
        leaves = [self.table.line(addition.axis, part)[place].figure for part in sorted(self.leaves(addition))]
        parts = [self.table.line(addition.axis, part)[place].figure for part in addition.parts]
        expected = added(leaves)
        if printed.value is None or expected is None:
            return None
        return Decimal(0) if agrees(printed, leaves) or agrees(printed, parts) else printed.value - expected

    def leaves(self, addition: Addition) -> frozenset[int]:
        """The lines at the bottom of a total: parts that are totals themselves are taken apart."""
        inner = {each.target: each for each in self.additions(addition.axis) if each.target != addition.target}
        leaves: set[int] = set()
        waiting, seen = list(addition.parts), {addition.target}
        while waiting:
            at = waiting.pop()
            if at in inner and at not in seen:
                seen.add(at)
                waiting += inner[at].parts
            elif at not in inner:
                leaves.add(at)
        return frozenset(leaves)

    def place(self, row: int, column: int) -> tuple[int, int, int]:
        """Where a cell stands: table, row, column."""
        return self.number, self.table.rows[row].at, self.table.columns[column].at

    def sums(self) -> Iterator[TableSum]:
        """What adds to what, cell by cell."""
        for axis in Axis:
            across = len(self.table.columns) if axis is Axis.DOWN else len(self.table.rows)
            for each in self.additions(axis):
                for place in range(across):
                    at = [axis.place(line, place) for line in (each.target, *each.parts)]
                    if all(self.cell(*one).unit.adds for one in at):
                        total, *parts = (self.place(*one) for one in at)
                        yield TableSum(total=total, parts=tuple(parts))

    @property
    def of_money(self) -> bool:
        """Whether it counts pounds."""
        return counts_money(self.table)


_GROUPED_BY = pattern_of(r"\b(?:reasons?|rheswm|rhesymau|ethnic\w*|characteristics?)\b", re.IGNORECASE)
"""Names of rows, whatever is counted in them."""

_POINTS = pattern_of(
    r"^\W*(?:tabl|fig|chart|appendix|annex|graph)|\b(?:tables?|below|following|above|shown?|shows|overleaf|sets?\s+out|details)\b",
    re.IGNORECASE,
)


_LAST_MARK = pattern_of(r"(?<=\d\d)\s?\(?([A-Za-z]|[*†‡#]+)\)?$")
"""A mark in the line of a heading: "2024/25*", "2024/25 (p)"."""


def _run_together(table: MeasureTable) -> frozenset[int]:
    """Columns under a heading that stands over several of them below headings of their own ("agreed refused" below
    "Appeals" and beside it), or that has as many beginnings as they are and goes on below in each ("Pupils moved
    Places taken" over "in year" and "up"). It is the words of two columns in one line."""
    read = table.table
    rows = [row for row, kind in zip(read.grid, read.kinds, strict=False) if kind is RowKind.HEADING]
    found: set[int] = set()
    for number, row in enumerate(rows[1:], start=1):
        for first, cell in enumerate(row):
            own = range(first, first + cell.columns)
            single = [above[at] for above in rows[:number] for at in own if at < len(above) and above[at].text]
            if cell.columns > 1 and cell.text and single and all(above.columns == 1 for above in single):
                found.update(own)
    for row, below in pairwise(rows):
        for first, cell in enumerate(row):
            own, begun = range(first, first + cell.columns), re.findall(r"(?<=[a-z] )[A-Z][a-z]", cell.text)
            if len(begun) + 1 == cell.columns > 1 and all(below[at].text[:1].islower() for at in own):
                found.update(own)
    return frozenset(found)


def counts_money(table: MeasureTable) -> bool:
    """Whether a table counts pounds: the signs of its cells or of its first heading say so."""
    kinds = [cell.unit.kind for line in table.cells for cell in line if cell.figure.value is not None]
    money = sum(kind is UnitKind.MONEY for kind in kinds)
    return money * 2 > len(kinds) or (bool(table.columns) and "£" in _corner(table))


def _corner(table: MeasureTable) -> str:
    """The heading of the labels."""
    first = table.columns[0].at if table.columns else len(table.table.header)
    return " ".join(cell.text for cell in table.table.header[:first] if cell.text).strip()


def _unsure(labelled: Sequence[bool]) -> dict[int, str]:
    """Lines without a label, and those beside them, whose label may stand over both ("Managed moves Reintegrations",
    then nothing): to give a figure the wrong name is worse than to give it none."""
    blank = {at for at, has in enumerate(labelled) if not has}
    beside = {at for one in blank for at in (one - 1, one + 1) if 0 <= at < len(labelled)} - blank
    return dict.fromkeys(blank, "no label") | dict.fromkeys(beside, "a label that may stand over two lines")


def find_additions(table: MeasureTable, axis: Axis) -> Iterator[Addition]:
    """The totals of an axis: those that the figures show, then those that are called totals and stand where totals
    stand. A part that words exclude (shares, averages, "of which") is none; a total that says it leaves something out
    is the total of what the figures show, or of nothing."""
    lines = table.lines(axis)
    found: dict[int, Addition] = {}
    for relation in table.relations(axis):
        if _adds_up(relation):
            found[relation.target] = Addition(axis=axis, target=relation.target, parts=relation.parts, proven=True)
    if axis is Axis.DOWN:
        for own in _down(table, found):
            found.setdefault(own.target, own)
    for at, line in enumerate(lines):
        called = line.role is Role.TOTAL and may_be_part(line.label) and not PARTIAL_TOTAL.search(line.label)
        if at not in found and called:
            guess = _by_place(table, axis, at, found)
            if guess is not None:
                found[at] = guess
    yield from (found[at] for at in sorted(found))


def _down(table: MeasureTable, found: Collection[int]) -> Iterator[Addition]:
    """The totals of blocks, and a first or last row that is the sum of all others in every column, and in two at least
    a sum of more than noughts."""
    blocks = {row: tuple(held) for row, held in find_blocks(table).items() if len(held) > 1}
    yield from (Addition(axis=Axis.DOWN, target=row, parts=held, proven=True) for row, held in blocks.items())
    every = [row for row, line in enumerate(table.rows) if _is_part(line) and row not in {*found, *blocks}]
    for row in (0, len(table.rows) - 1):
        own = Addition(axis=Axis.DOWN, target=row, parts=tuple(at for at in every if at != row), proven=True)
        adding = sum(cell.unit.adds and bool(cell.figure.value) for cell in table.line(Axis.DOWN, row))
        if len(own.parts) > 1 < adding == _agreeing(table, own):
            yield own


def _adds_up(relation: Relation) -> bool:
    """Whether a relation is a sum of two lines at least: that one line is like another is no total."""
    return relation.kind is RelationKind.SUM and len(relation.parts) > 1 and all(sign > 0 for sign in relation.signs)


def _by_place(table: MeasureTable, axis: Axis, at: int, found: dict[int, Addition]) -> Addition | None:
    """What a total without proof may stand for: the lines that its own label names ("Key Stage 4", "Primary"), those
    since the total before it, or all that are no totals; whichever its figures agree with in the most places."""
    lines = table.lines(axis)

    def parts_of(first: int, last: int) -> tuple[int, ...]:
        return tuple(each for each in range(first, last) if each != at and _is_part(lines[each]) and each not in found)

    before = max((each for each in range(at) if lines[each].role is Role.TOTAL), default=-1)
    every = parts_of(0, len(lines))
    named = tuple(each for each in every if within(lines[each].label, lines[at].label))
    choices = [named, parts_of(before + 1, at), parts_of(0, at), every]
    choices = [choice for choice in dict.fromkeys(choices) if choice]
    if not choices or (axis is Axis.ACROSS and len(choices[0]) < 2):
        return None
    tried = [Addition(axis=axis, target=at, parts=choice, proven=False) for choice in choices]
    scored = [_agreeing(table, each) for each in tried]
    best = max(scored)
    if axis is Axis.ACROSS and not best:
        return None  # a last column called a total need not be one of the columns beside it
    return replace(tried[scored.index(best)], proven=best > 1)


def _is_part(line: AxisValue) -> bool:
    return line.role is not Role.TOTAL and may_be_part(line.label) and not STATISTIC.match(line.label)


def _agreeing(table: MeasureTable, addition: Addition, without: int | None = None) -> int:
    """In how many places the sum is the total, where it is no sum of noughts."""
    count = 0
    for place, cell in enumerate(table.line(addition.axis, addition.target)):
        if place != without and cell.figure.value and cell.figure.kind is FigureKind.VALUE:
            expected = added(table.line(addition.axis, part)[place].figure for part in addition.parts)
            count += expected == cell.figure.value
    return count
