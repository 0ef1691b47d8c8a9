"""Family `costs`: the tables in which a paper follows pupils through the years.

Takes measure tables and what a place costs in each year, gives the cases of such a table with a part of the year for
each cell, and puts the explanations into the `Book`: a full year or a part of it for each cell, the sum of the years
for a total, the written sum that gives a contribution, what is left. Cases may be rows or columns, steps
year groups or academic years. A pupil's years follow one another, so the first year that explains them is the pupil's.
"""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.costs.book import Book, Entry, Explanation, Strength
from scrutiny.families.costs.methods import cell_value
from scrutiny.families.costs.naming import CASE_LABEL, ONE_PUPIL, CostTable, is_case, name_of, what_of
from scrutiny.families.costs.terms import part_of
from scrutiny.figures import Figure
from scrutiny.figures.workings import Term, plus
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.lines import AxisValue
from scrutiny.tables.measure import Axis
from scrutiny.tables.roles import Role

YEAR_GROUP = pattern_of(r"\b(?:Year|Yr\.?|Y)\s*(?P<year>\d{1,2})\b", re.IGNORECASE)

Annual = Mapping[int, Term]
"""What a place costs, by the first year of each academic year."""


class CaseYear(Struct, frozen=True, kw_only=True):
    """A cell of a case: its place in the table, its year group and academic year where they are known, and which part
    of the year's cost it is (None where nothing explains it)."""

    place: tuple[int, int]
    year_group: int | None
    first: int | None
    part: Fraction | None


class CaseLine(Struct, frozen=True, kw_only=True):
    """A pupil of the table: the row or column, the name, the year group of the exclusion, the years."""

    at: int
    name: str
    excluded: int | None
    years: tuple[CaseYear, ...]


class CaseTable(Struct, frozen=True, kw_only=True):
    """A table of cases. `axis` is ACROSS where the years are columns. `total`, `contribution`, `net` are the lines of
    these, None where there is none."""

    own: CostTable
    axis: Axis
    steps: tuple[int, ...]
    cases: tuple[CaseLine, ...]
    total: int | None
    contribution: int | None
    net: int | None
    annual: Annual

    def place(self, case: int, line: int) -> tuple[int, int]:
        """The cell of a case in a line."""
        return (case, line) if self.axis is Axis.ACROSS else (line, case)

    def entry(self, book: Book, case: CaseLine, line: int | None) -> Entry | None:
        """The figure of a case in a line, where one is printed."""
        return None if line is None else book.entries.get(self.own.name(*self.place(case.at, line)))


class _Shape(Struct, frozen=True, kw_only=True):
    axis: Axis
    steps: tuple[int, ...]
    groups: bool
    cases: tuple[int, ...]


def find_case_table(own: CostTable, annuals: Sequence[Annual], parts: Sequence[Fraction]) -> CaseTable | None:
    """The cases of a table, where it is one of cases."""
    shape = _shape(own)
    if shape is None:
        return None
    lines = own.table.lines(shape.axis)
    rest = [at for at in range(len(lines)) if at not in shape.steps]
    total = next((at for at in rest if lines[at].role is Role.TOTAL and what_of(lines[at].label) != "net cost"), None)
    best: tuple[int, tuple[CaseLine, ...], Annual] | None = None
    for annual in (*annuals, {}):
        cases = tuple(
            _case(own, shape, at, number, annual, parts, total) for number, at in enumerate(shape.cases, start=1)
        )
        explained = sum(year.part is not None for case in cases for year in case.years)
        if best is None or explained > best[0]:
            best = explained, cases, annual
    assert best is not None
    if total is None and not best[0]:
        return None  # nothing says that its years are parts of one cost
    net = next((at for at in rest if what_of(lines[at].label) == "net cost" and at != total), None)
    others = [at for at in rest if at not in (total, net)]
    paid = [at for at in others if what_of(lines[at].label) in ("contribution", "deduction")]
    return CaseTable(
        own=own, axis=shape.axis, steps=shape.steps, cases=best[1], total=total, net=net, annual=best[2],
        contribution=next(iter(paid), others[0] if len(others) == 1 else None),
    )  # fmt: skip


def follows_cases(own: CostTable) -> bool:
    """Whether a table is one of cases by its labels."""
    return _shape(own) is not None


def _shape(own: CostTable) -> _Shape | None:
    """Which way the years run and which lines are cases; None where it is no table of cases."""
    table = own.table
    for axis in (Axis.ACROSS, Axis.DOWN):
        lines, others = table.lines(axis), table.lines(axis.other)
        for groups in (True, False):
            steps = {at: number for at, line in enumerate(lines) if (number := _step(line, groups=groups)) is not None}
            numbers = sorted(steps.values())
            follow = len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
            cases = tuple(at for at, line in enumerate(others) if is_case(line))
            if not follow or not cases or 2 * len(cases) < sum(line.role is not Role.TOTAL for line in others):
                continue
            ordered = tuple(sorted(steps, key=lambda at: steps[at]))
            places = [axis.place(step, case) for case in cases for step in ordered]
            if any(own.is_money(*place) for place in places if table.at(place).figure.value is not None):
                return _Shape(axis=axis, steps=ordered, groups=groups, cases=cases)
    return None


def _step(line: AxisValue, *, groups: bool) -> int | None:
    if groups:
        match = YEAR_GROUP.search(line.label)
        return int(match["year"]) if match and not CASE_LABEL.search(line.label) else None
    return line.period.first if line.period is not None and line.period.last is not None else None


def _case(
    own: CostTable, shape: _Shape, at: int, number: int, annual: Annual, parts: Sequence[Fraction], total: int | None
) -> CaseLine:
    table = own.table
    lines = table.lines(shape.axis)
    line = table.lines(shape.axis.other)[at]
    places = [shape.axis.place(step, at) for step in shape.steps]
    filled = [
        (place, _step(lines[step], groups=shape.groups) or 0)
        for place, step in zip(places, shape.steps, strict=True)
        if table.at(place).figure.value is not None
    ]
    said = YEAR_GROUP.search(line.label)
    label = name_of(line) or ""
    name = re.search(rf"{ONE_PUPIL}\s+(\w{{1,2}})\b", label, re.IGNORECASE)
    short = label if re.fullmatch(r"(?:Case\s+)?\w{1,3}", label) else name[1] if name else str(number)
    if not filled:
        return CaseLine(at=at, name=short, excluded=int(said["year"]) if said else None, years=())
    values = [(step, table.at(place).figure) for place, step in filled]
    whole = None if total is None else cell_value(table.at(shape.axis.place(total, at)).figure)
    first = _cohort(values, annual, parts, whole) if shape.groups else values[0][0]
    excluded = values[0][0] if shape.groups else int(said["year"]) if said else None
    years = []
    for (place, step), (_, figure) in zip(filled, values, strict=True):
        ahead = step - values[0][0]
        year = None if first is None else first + ahead
        cost = annual.get(year) if year is not None else None
        edge = place in (filled[0][0], filled[-1][0])
        years.append(
            CaseYear(
                place=place, first=year, year_group=None if excluded is None else excluded + ahead,
                part=None if cost is None else _part(figure, cost.value, parts, edge=edge),
            )
        )  # fmt: skip
    return CaseLine(at=at, name=short, excluded=excluded, years=tuple(years))


HALF = Fraction(1, 2)


def _part(figure: Figure, cost: Fraction, parts: Sequence[Fraction], *, edge: bool) -> Fraction | None:
    """Which part of a year's cost a figure is; parts only in the first year and the last."""
    starred = "*" in figure.marks
    candidates = [Fraction(1), *([HALF, *(part for part in parts if part != HALF)] if edge or starred else [])]
    if starred:
        candidates = [part for part in candidates if part != 1]
    value = cell_value(figure) or Fraction(0)
    return next((part for part in candidates if abs(cost * part - value) <= Fraction(figure.step) / 2), None)


def _cohort(
    values: Sequence[tuple[int, Figure]], annual: Annual, parts: Sequence[Fraction], total: Fraction | None
) -> int | None:
    """The academic year of a pupil's first cell: the one that explains most of the cells, and more than it contradicts.
    One with which the years come to the printed total may contradict one cell: then that cell is wrong."""
    best: tuple[int, int] | None = None
    for first in sorted(annual):
        fits = against = 0
        added: Fraction | None = Fraction(0)
        for at, (step, figure) in enumerate(values):
            cost = annual.get(first + step - values[0][0])
            if cost is None:
                added = None
                continue
            known = _part(figure, cost.value, parts, edge=at in (0, len(values) - 1))
            fits, against = fits + (known is not None), against + (known is None)
            usual = known if known is not None else HALF if "*" in figure.marks else Fraction(1)
            added = None if added is None else added + cost.value * usual
        comes_to_total = added is not None and added == total and against == 1 and fits
        score = 2 * fits - against + (2 if comes_to_total else 0)
        if (fits > against or comes_to_total) and (best is None or score > best[0]):
            best = score, first
    return best[1] if best else None


# --- into the book --------------------------------------------------------------------------------


def explain_cases(book: Book, table: CaseTable, contributions: Sequence[Entry]) -> None:
    """The explanations of every figure of a table of cases."""
    for case in table.cases:
        for year in case.years:
            entry = book.entries.get(table.own.name(*year.place))
            if entry is None:
                continue
            _call(entry, "placement", case)
            entry.expected = bool(table.annual)
            cost = table.annual.get(year.first) if year.first is not None else None
            if cost is not None and year.part is not None:
                entry.explanations.insert(0, Explanation(tree=part_of(cost, year.part), method=_method(year.part)))
        _total(book, table, case)
        _contribution(book, table, case, contributions)
        _net(book, table, case)


def _call(entry: Entry, what: str, case: CaseLine) -> None:
    """Gives a figure its kind and its case, which is named before the label of its line where that does not name it."""
    entry.what, entry.case = what, case.name
    printed, line = entry.called
    if line and case.name not in line.split():
        entry.labels = (printed, f"{case.name}, {line}")


_PART_NAMES = {HALF: "half of the year's cost", Fraction(1, 3): "a third of the year's cost",
               Fraction(2, 3): "two thirds of the year's cost", Fraction(1): "the year's cost"}  # fmt: skip


def _method(part: Fraction) -> str:
    return _PART_NAMES.get(part, f"{part.numerator}/{part.denominator} of the year's cost")


def _total(book: Book, table: CaseTable, case: CaseLine) -> None:
    entry = table.entry(book, case, table.total)
    terms = [term for year in case.years if (term := table.own.term(*year.place)) is not None]
    if entry is not None and terms:
        _call(entry, "total", case)
        entry.explanations.insert(0, Explanation(tree=plus(terms), method="sum of the years", strength=Strength.LIKELY))


def _contribution(book: Book, table: CaseTable, case: CaseLine, contributions: Sequence[Entry]) -> None:
    entry = table.entry(book, case, table.contribution)
    if entry is None:
        return
    _call(entry, "contribution", case)
    own = given_by(book, entry, contributions)
    if own is not None:
        explanation = own.explanations[0]
        negative = entry.value < 0
        entry.explanations.insert(
            0,
            replace(
                explanation, tree=plus([explanation.tree], [-1]) if negative else explanation.tree, by_print=None,
                given=own.name,
            ),
        )  # fmt: skip


def given_by(book: Book, entry: Entry, contributions: Sequence[Entry]) -> Entry | None:
    """The written sum that gives a contribution: the one that comes to what is printed."""
    wanted, slack = abs(entry.value), Fraction(entry.figure.step) / 2
    given = ((each, (book.settled(each.name).exact, each.value)) for each in contributions)
    fits = (each for each, values in given if any(v is not None and abs(abs(v) - wanted) <= slack for v in values))
    return next(fits, None)


def _net(book: Book, table: CaseTable, case: CaseLine) -> None:
    entry, total = table.entry(book, case, table.net), table.entry(book, case, table.total)
    paid = table.entry(book, case, table.contribution)
    if entry is None or total is None or paid is None or table.total is None or table.contribution is None:
        return
    _call(entry, "net cost", case)
    whole = table.own.term(*table.place(case.at, table.total))
    less = table.own.term(*table.place(case.at, table.contribution))
    if whole is not None and less is not None:
        sign = 1 if less.value < 0 else -1
        entry.explanations.append(
            Explanation(tree=plus([whole, less], [1, sign]), method="total less contribution", strength=Strength.LIKELY)
        )
