"""Room `tables`: a table as it is understood.

Takes a `TableRead`, gives a `MeasureTable`: every row and column of figures with its labels, section, role and period,
every cell with its unit and the interval it can stand for, and the relations between rows and between columns that
the figures themselves show (`relations.py`). It says nothing about right or wrong.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures import Figure, FigureKind, Interval, Unit, parse_figure
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.around import caption_of_all, rate_in_full, unit_of_cell, unit_of_table, units_over, with_unit_over
from scrutiny.tables.legends import Legend, read_legend
from scrutiny.tables.lines import AxisValue, headed_anew, summers
from scrutiny.tables.model import Cell, TableRead
from scrutiny.tables.pieces import measures
from scrutiny.tables.relations import Known, Outcome, Relation, Vector, is_quotient
from scrutiny.tables.roles import OF_WHICH, STATISTIC, WORKED_OUT, Role, find_period, find_role, may_be_part
from scrutiny.tables.totals import find_relations, find_totals
from scrutiny.tables.units import (
    UNKNOWN,
    MeasureUnit,
    UnitKind,
    find_nearest,
    find_unit,
    interval_in,
    says_unit_only,
    unit_of_figure,
)


class Axis(StrEnum):
    """Which way a table is read."""

    DOWN = "down"
    """a row follows from other rows"""
    ACROSS = "across"
    """a column follows from other columns"""

    @property
    def other(self) -> "Axis":
        return Axis.ACROSS if self is Axis.DOWN else Axis.DOWN

    def place(self, line: int, along: int) -> tuple[int, int]:
        """The row and the column of a place along one of its lines; and the line and the place along it of these."""
        return (line, along) if self is Axis.DOWN else (along, line)


class MeasureCell(Struct, frozen=True, kw_only=True):
    """A cell of figures. `interval` is what it can stand for, None where that is nothing or not known."""

    figure: Figure
    unit: MeasureUnit
    interval: Interval | None
    cell: Cell

    @property
    def blank(self) -> bool:
        """Whether nothing is printed, or only that nothing applies."""
        return self.figure.kind in (FigureKind.BLANK, FigureKind.NOT_APPLICABLE)

    @property
    def hidden(self) -> bool:
        return self.figure.kind is FigureKind.SUPPRESSED


class MeasureTable(Struct, frozen=True, kw_only=True, dict=True):
    """A table of figures. `cells[r][c]` is the cell of `rows[r]` and `columns[c]`."""

    table: TableRead
    caption: str | None
    rows: tuple[AxisValue, ...]
    columns: tuple[AxisValue, ...]
    cells: tuple[tuple[MeasureCell, ...], ...]
    legend: Legend

    @cached_property
    def down(self) -> tuple[Relation, ...]:
        """What rows follow from other rows: totals, differences, rates."""
        return self._relations(Axis.DOWN)

    @cached_property
    def across(self) -> tuple[Relation, ...]:
        """What columns follow from other columns."""
        return self._relations(Axis.ACROSS)

    def _relations(self, axis: Axis) -> tuple[Relation, ...]:
        """Those that stand when what is one line divided by another (a price, though it looks like a sum of money) is
        no longer held against the sums across it."""
        vectors, totals, known = self.vectors[axis], self._totals[axis], self._known[axis]
        anew = {
            each.target for each in self._formulas[axis.other] if is_quotient(each)
            and any(cell.unit.adds and cell.figure.value for cell in self.line(axis.other, each.target))
        }  # fmt: skip
        settled = {each.target for each in totals if not any(each.outcomes[at] is Outcome.FAILS for at in anew)}
        if anew and any(vector.total and at not in settled for at, vector in enumerate(vectors)):
            vectors = tuple(replace(vector, anew=vector.anew | anew) for vector in vectors)
            known = {}
            totals = find_totals(vectors, known, widen=self.legend.rounding)
        return find_relations(vectors, totals, self._formulas[axis], known, widen=self.legend.rounding)

    @cached_property
    def _formulas(self) -> dict[Axis, list[Relation]]:
        """What explains the lines that are no totals, both ways."""
        from scrutiny.tables.explaining import find_formulas

        return {axis: find_formulas(self.vectors[axis], self._totals[axis], self._totals[axis.other]) for axis in Axis}

    @cached_property
    def _known(self) -> dict[Axis, Known]:
        """The ways to add up lines that were tried already."""
        return {axis: {} for axis in Axis}

    @cached_property
    def _totals(self) -> dict[Axis, list[Relation]]:
        """The sums of a first search, both ways."""
        found: dict[Axis, list[Relation]] = {axis: [] for axis in Axis}
        for axis in Axis:
            vectors = self.vectors[axis]
            if len(vectors) > 1 and vectors[0].cells:
                found[axis] = find_totals(vectors, self._known[axis], widen=self.legend.rounding)
        return found

    @cached_property
    def headed_by_figures(self) -> bool:
        """Whether a row of figures stands where the headings of the columns should: then a row that others follow from
        may be missing from the body. Years, and whole numbers up to that of a day, are headings."""
        named = [parse_figure(column.label) for column in self.columns if column.label.strip()]
        figures = sum(map(measures, named))
        return figures >= 2 and 2 * figures > len(named)

    def at(self, place: tuple[int, int]) -> MeasureCell:
        """The cell in a row and a column."""
        return self.cells[place[0]][place[1]]

    def relations(self, axis: Axis) -> tuple[Relation, ...]:
        return self.down if axis is Axis.DOWN else self.across

    def lines(self, axis: Axis) -> tuple[AxisValue, ...]:
        """The rows for DOWN, the columns for ACROSS."""
        return self.rows if axis is Axis.DOWN else self.columns

    def line(self, axis: Axis, at: int) -> tuple[MeasureCell, ...]:
        """The cells of a row (DOWN) or a column (ACROSS)."""
        return self.cells[at] if axis is Axis.DOWN else tuple(row[at] for row in self.cells)

    @cached_property
    def vectors(self) -> dict[Axis, tuple[Vector, ...]]:
        """The lines as the search for relations takes them, both ways."""
        return {axis: self._vectors(axis) for axis in Axis}

    def _vectors(self, axis: Axis) -> tuple[Vector, ...]:
        across = self.lines(axis.other)
        parts = [may_be_part(line.label) and not STATISTIC.match(line.label) for line in self.lines(axis)]
        statistics = [STATISTIC.match(line.label) is not None for line in across]
        anew = frozenset(at for at, line in enumerate(across) if WORKED_OUT.search(line.label))
        return tuple(
            Vector(
                label=line.label, part=parts[at],
                doubted=not parts[at] and "%" not in line.label and not OF_WHICH.search(line.label),
                total=line.role is Role.TOTAL,
                cells=tuple(
                    (cell.figure, cell.unit, None if statistic else cell.interval)
                    for cell, statistic in zip(self.line(axis, at), statistics, strict=True)
                ),
                anew=anew,
            )
            for at, line in enumerate(self.lines(axis))
        )  # fmt: skip


def measure_table(table: TableRead, text: str = "") -> MeasureTable:
    """The table with its units and roles. `text` is that of its pages: legends, "figures may not sum due to rounding",
    units that stand apart from the table. Total: a table that holds no figures has no rows."""
    header, rows = _with_unit_rows([cell.text for cell in table.header], list(table.rows))
    over = units_over(table)
    figures = [[_figure(cell.text) for cell in row] for row in rows]
    data = _data_columns(header, figures)
    labels = [at for at in range(len(header)) if at not in data and at < (data[0] if data else 0)]
    beside = [at for at in range(len(header)) if at not in data and at not in labels]
    around = [caption_of_all(table.caption, header), *(header[at] for at in labels), *(header[at] for at in beside)]
    legend = read_legend(table, text)
    nearest = find_nearest(" ".join(around)) or (Decimal(1) if legend.estimated else None)
    wide = unit_of_table(around)
    if wide.kind is UnitKind.RATE and wide.per is None:
        pounds = any(figure.unit is Unit.POUNDS for row in figures for figure in row)
        if pounds or any(find_unit(header[at]).kind is UnitKind.RATE for at in data):
            wide = UNKNOWN  # "Benefit cost ratios" over benefits and costs; a caption may tell of a column of averages
    lines = [header[at] for at in data] + [" ".join(row[at].text for at in labels) for row in rows]
    of_rates = wide if wide.per and any(find_unit(text).kind is UnitKind.RATE for text in lines) else None
    wide = wide if of_rates is None else UNKNOWN  # "The rate is per 1,000": of the line called so, and of no other
    columns = tuple(
        AxisValue(
            at=at, labels=(header[at],), label=header[at], role=find_role(header[at]), period=find_period(header[at]),
            unit=rate_in_full(with_unit_over(find_unit(header[at]), over.get(at)), of_rates),
        )
        for at in data
    )  # fmt: skip
    columns = summers(columns)
    axis, cells = _body(rows, figures, data, labels, columns, wide, nearest, legend, of_rates)
    return MeasureTable(
        table=table, caption=table.caption, rows=tuple(axis), columns=columns, cells=tuple(cells), legend=legend
    )


_BEHIND = pattern_of(r"\s*[\[(].*$")


def _bare(text: str) -> str:
    """A cell without what stands in brackets behind its figure: "96 [3,281 / 3,423]"; "(12)" stays."""
    return text if text.lstrip().startswith(("(", "[")) else _BEHIND.sub("", text) or text


_PART_OF = pattern_of(r"^(?P<top>\d{1,3})\s?/\s?(?P<base>\d{1,3})$")


def _figure(text: str) -> Figure:
    """The figure of a cell; "27/52" and "2/3" are shares of a whole, but "24/25" a year."""
    match = _PART_OF.match(text.strip())
    if match and int(match["base"]) and (int(match["base"]) != int(match["top"]) + 1 or len(match["base"]) == 1):
        value = Decimal(match["top"]) / Decimal(match["base"])
        return Figure(printed=text, kind=FigureKind.VALUE, value=value, places=9)
    return parse_figure(_bare(text))


def _with_unit_rows(header: list[str], rows: list[tuple[Cell, ...]]) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """The headings with a row of units below them taken in ("£000" under every year)."""
    while len(rows) > 1:
        texts = [cell.text for cell in rows[0]]
        filled = [text for text in texts[1:] if text.strip()]
        if not filled or not all(says_unit_only(text) for text in filled):
            break
        header = [f"{one} {other}".strip() for one, other in zip(header, texts, strict=True)]
        rows = rows[1:]
    return header, rows


_REF = pattern_of(r"\b(?:row|item|line|account|cost\s+centre)\s+(?:ref|no|code)\b|^\W*ref\b", re.IGNORECASE)

_NAMES = pattern_of(
    r"^\W*(?:row\s+|case\s+)?(?:ref|no|id|year|pupils?|case|item|code|rank|page|line|date|period|month)\.?\W*$",
    re.IGNORECASE,
)

_YEAR_GROUPS = pattern_of(r"^\W*(?:(?:nc\s+)?(?:year|yr)\.?\s*groups?|nc\s*year|ncy|key\s+stage)\W*$", re.IGNORECASE)
MOST_GROUPS = 14
"""Year groups go up to 14 (Northern Ireland); a column of them names who a row is about."""


def _data_columns(header: Sequence[str], figures: Sequence[Sequence[Figure]]) -> list[int]:
    """The columns of figures: more than half of what they print is figures, or a mark for one. A first column that
    counts up, or whose heading says that it names the rows, is none."""
    data = []
    for at in range(len(header)):
        own = [row[at] for row in figures if row[at].kind is not FigureKind.BLANK]
        number = sum(figure.kind is not FigureKind.WORDS for figure in own)
        values = [figure.value for figure in own if figure.value is not None]
        if not values or number * 2 <= len(own):
            continue
        names_rows = (at == 0 and (_NAMES.match(header[0]) or _counts_up(values))) or _REF.search(header[at])
        if names_rows and len(header) > 1:
            continue
        if _YEAR_GROUPS.match(header[at]) and all(0 <= value <= MOST_GROUPS for value in values):
            continue
        data.append(at)
    return data


def _counts_up(values: Sequence[Decimal]) -> bool:
    return len(values) >= 3 and all(after - before == 1 for before, after in itertools.pairwise(values))


def _body(
    rows: Sequence[tuple[Cell, ...]], figures: Sequence[Sequence[Figure]], data: Sequence[int], labels: Sequence[int],
    columns: Sequence[AxisValue], wide: MeasureUnit, nearest: Decimal | None, legend: Legend,
    of_rates: MeasureUnit | None,
) -> tuple[list[AxisValue], list[tuple[MeasureCell, ...]]]:  # fmt: skip
    """The rows of figures with their labels and sections, and their cells."""
    axis: list[AxisValue] = []
    cells: list[tuple[MeasureCell, ...]] = []
    section: str | None = None
    held = [""] * len(labels)  # a label that spans the rows below it
    spans = _spanning(rows, labels)
    named = _labels_of_figures(rows, figures, data, labels)
    for at, (row, own) in enumerate(zip(rows, figures, strict=True)):
        texts = [row[label].text.strip() for label in labels]
        words = " ".join(text for text in texts if text)
        if not any(own[column].kind is not FigureKind.BLANK for column in data) and words not in named:
            if words:
                section = words
            continue
        if any(texts):
            first = next(index for index, text in enumerate(texts) if text)
            held = [held[index] if index < first and spans[index] else text for index, text in enumerate(texts)]
        label = " ".join(text for text in held if text)
        value = AxisValue(
            at=at, labels=tuple(held), label=label, section=section, period=find_period(label),
            role=find_role(words if find_role(words) is Role.TOTAL else label),
            unit=rate_in_full(find_unit(label), of_rates),
        )  # fmt: skip
        axis.append(value)
        units = [unit_of_cell(_unit_of(column, wide), value.unit, section, wide) for column in columns]
        cells.append(
            tuple(
                _cell(row[column.at], own[column.at], unit, nearest, legend)
                for column, unit in zip(columns, units, strict=True)
            )
        )
    axis = list(summers(headed_anew(axis)))
    for at in range(len(cells) - 1, -1, -1):
        labelled = any(re.search(r"[^\W\d_]{2}", rows[axis[at].at][label].text) for label in labels)
        if _numbers_columns(cells[at]) and not labelled:  # "Year 14 | 2 | 3 | 4 | 5" counts pupils
            del cells[at], axis[at]
    return axis, _as_rounded(_without_false_counts(axis, cells, legend), legend)


def _spanning(rows: Sequence[tuple[Cell, ...]], labels: Sequence[int]) -> list[bool]:
    """Of each column of labels, whether a label may span the rows below it: some row but a total leaves it blank."""
    texts = [[row[label].text.strip() for label in labels] for row in rows]
    own = [cells for cells in texts if any(cells) and find_role(" ".join(filter(None, cells))) is not Role.TOTAL]
    return [any(not cells[index] for cells in own) for index in range(len(labels))]


def _numbers_columns(row: Sequence[MeasureCell]) -> bool:
    """Whether a row numbers the columns: "(1) (2) (3) (4)"."""
    values = [abs(cell.figure.value) for cell in row if cell.figure.value is not None]
    return len(values) >= COLUMNS and values[0] <= COLUMNS and _counts_up(values) and len(values) == len(row)


COLUMNS = 4
"""So many figures that count up along a row are the numbers of its columns."""

STEPS = (1000, 100, 10, 5)
"""What tables, or columns of forecasts beside columns of counts, are rounded to without saying so."""

MANY = 8
"""Figures that must all be multiples of a step before they are taken to be rounded to it: by chance once in 400,000 for
the smallest step."""


def _as_rounded(cells: list[tuple[MeasureCell, ...]], legend: Legend) -> list[tuple[MeasureCell, ...]]:
    """Cells whose unit allows exact figures, and that are rounded by what the others of their table, column or row
    print: whole numbers that are all multiples of 5, 10, 100 or 1,000; numbers with decimals that are no halves, in a
    row that has them everywhere."""
    if not cells:
        return cells
    finest = [_is_broken(column) for column in zip(*cells, strict=True)]
    rows = [all(cell.figure.places for cell in row if cell.figure.value) and _is_broken(row) for row in cells]
    everywhere = _step_of(cell for row in cells for cell in row)
    steps = [everywhere or _step_of(column) for column in zip(*cells, strict=True)]
    return [
        tuple(_rounded(cell, steps[at], broken or finest[at], legend) for at, cell in enumerate(row))
        for row, broken in zip(cells, rows, strict=True)
    ]


def _is_broken(line: Iterable[MeasureCell]) -> bool:
    """Whether a line of figures that add up has some that are no whole or half ones."""
    return any((cell.figure.value or Decimal(0)) * 2 % 1 != 0 for cell in line if cell.unit.adds)


def _step_of(cells: Iterable[MeasureCell]) -> Decimal | None:
    """What all of many whole numbers are multiples of."""
    whole = [
        abs(cell.figure.value)
        for cell in cells
        if cell.figure.value and cell.unit.adds and cell.unit.nearest is None and cell.figure.scale == 0
    ]
    return next((Decimal(s) for s in STEPS if len(whole) >= MANY and all(value % s == 0 for value in whole)), None)


def _rounded(cell: MeasureCell, step: Decimal | None, broken: bool, legend: Legend) -> MeasureCell:
    if step is not None and cell.unit.adds and cell.unit.nearest is None:
        return _in(cell, replace(cell.unit, nearest=step), legend)
    exact = cell.interval is not None and cell.interval.low == cell.interval.high and cell.figure.value is not None
    if not broken or not exact or cell.interval is None or cell.unit.kind is UnitKind.MONEY:
        return cell
    half = cell.figure.step / 2
    return replace(cell, interval=Interval(low=cell.interval.low - half, high=cell.interval.high + half))


def _unit_of(column: AxisValue, wide: MeasureUnit) -> MeasureUnit:
    """The unit that a heading names. In a table of money, one that is called a total is the total of the others: "All
    pupils" is money."""
    total = column.role is Role.TOTAL and column.unit.kind in (UnitKind.COUNT, UnitKind.PLACES)
    return UNKNOWN if total and wide.kind is UnitKind.MONEY else column.unit


def _labels_of_figures(
    rows: Sequence[tuple[Cell, ...]], figures: Sequence[Sequence[Figure]], data: Sequence[int], labels: Sequence[int]
) -> set[str]:
    """The labels of rows that hold figures: where one of them stands beside blanks only, it is a row that was left
    blank ("Partnership E" in one term) and no heading of the rows below it."""
    return {
        words
        for row, own in zip(rows, figures, strict=True)
        if any(own[column].kind is not FigureKind.BLANK for column in data)
        and (words := " ".join(text for label in labels if (text := row[label].text.strip())))
    }


def _without_false_counts(
    axis: Sequence[AxisValue], cells: list[tuple[MeasureCell, ...]], legend: Legend
) -> list[tuple[MeasureCell, ...]]:
    """Columns that the words take for counts but that print broken numbers are rates; so is a column of broken
    numbers whose unit nothing tells, beside one of whole ones that may be added: unless a total of theirs adds up, as
    of posts, tonnes or miles."""
    if not cells:
        return cells
    columns = list(zip(*cells, strict=True))
    broken = [_broken(column) for column in columns]
    whole = any(
        any(cell.unit.adds and cell.figure.value is not None for cell in column)
        and not any(cell.figure.places for cell in column)
        for column in columns
    )
    counts = {UnitKind.COUNT, UnitKind.PLACES}
    rate = MeasureUnit(kind=UnitKind.RATE)
    rates: set[int] = set()
    named = any(row.role is Role.TOTAL for row in axis)
    totals = [at for at, row in enumerate(axis) if row.role is Role.TOTAL or (not named and at == len(axis) - 1)]
    sums = [_adds_up(axis, column, totals) if any(cell.figure.places for cell in column) else 0 for column in columns]
    borne_out = sum(sums) >= ADDING if named else sum(map(bool, sums)) >= ADDING
    for at, column in enumerate(columns):
        kinds = {cell.unit.kind for cell in column if cell.figure.value is not None and not cell.unit.scale}
        unknown = kinds == {UnitKind.UNKNOWN} and whole
        adds = borne_out and (sums[at] > 0 or any(_nearly_adds(axis, column, total) for total in totals))
        if broken[at] and kinds and (kinds <= counts or unknown) and not adds:
            rates.add(at)
    return [tuple(_in(cell, rate, legend) if at in rates else cell for at, cell in enumerate(row)) for row in cells]


ADDING = 2
"""Totals of broken numbers that must be what the rows above them add to; one at least in each column that is
no rate."""


def _adds_up(axis: Sequence[AxisValue], column: Sequence[MeasureCell], totals: Sequence[int]) -> int:
    """How many of these rows print, to the last digit, what two rows or more right above or below them add to, all rows
    where it is no word that calls it a total; one of many digits counts twice, for chance gives none."""
    return sum(
        1 + (abs(column[at].figure.value or Decimal(0)) >= FINE * column[at].figure.step)
        for at in totals
        if any(column[at].figure.value in sums for sums in _sums_beside(axis, column, at))
    )


NEAR = Decimal("0.3")
"""Of a total: one of numbers that do not add up, as a mean, lies farther from the sum of its rows."""


def _nearly_adds(axis: Sequence[AxisValue], column: Sequence[MeasureCell], total: int) -> bool:
    """Whether a row prints nearly what all rows beside it add to."""
    value = column[total].figure.value
    return bool(value) and any(
        sums and abs(sums[-1] - value) <= NEAR * abs(value) for sums in _sums_beside(axis, column, total) if value
    )


FINE = 500
"""Steps of its last digit in a total that is what others add to by chance once in so many tables."""


def _sums_beside(axis: Sequence[AxisValue], column: Sequence[MeasureCell], total: int) -> Iterator[list[Decimal]]:
    """What two rows and more right above a total add to, and right below it; of a row that no word calls a total, what
    all rows above it do."""
    for beside in (range(total - 1, -1, -1), range(total + 1, len(column))):
        rows = itertools.takewhile(lambda at: axis[at].role is not Role.TOTAL, beside)
        values = [value for at in rows if (value := column[at].figure.value) is not None]
        sums = list(itertools.accumulate(values))
        yield sums[1:] if axis[total].role is Role.TOTAL else sums[2:][-1:]


def _in(cell: MeasureCell, unit: MeasureUnit, legend: Legend) -> MeasureCell:
    return replace(cell, unit=unit, interval=interval_in(cell.figure, unit, dict(legend.bounds)))


def _broken(column: Sequence[MeasureCell]) -> bool:
    values = [cell.figure.value for cell in column if cell.figure.value is not None]
    return 2 * sum(value * 2 % 1 != 0 for value in values) > len(values)


def _cell(cell: Cell, figure: Figure, around: MeasureUnit, nearest: Decimal | None, legend: Legend) -> MeasureCell:
    unit = unit_of_figure(figure, around)
    if nearest is not None and unit.kind in (UnitKind.COUNT, UnitKind.UNKNOWN, UnitKind.PLACES):
        unit = replace(unit, nearest=nearest, said=True)
    return MeasureCell(figure=figure, unit=unit, interval=interval_in(figure, unit, dict(legend.bounds)), cell=cell)
