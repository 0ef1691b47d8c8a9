"""Room `tables`: hidden figures as constraints.

Takes a `MeasureTable`, gives what its totals say about the figures that it hides: a hidden figure that only one number
can be (a disclosure), and a total that no numbers behind the marks can give (a contradiction). The bounds of a mark
are the paper's own; a mark that it does not explain is at least nought. It never says what a hidden figure is.
"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Interval
from scrutiny.tables.measure import Axis, MeasureCell, MeasureTable
from scrutiny.tables.relations import Relation, RelationKind
from scrutiny.tables.roles import Role
from scrutiny.tables.units import UnitKind


class Disclosure(Struct, frozen=True, kw_only=True):
    """A hidden figure that can be worked back: its place and the place of the total that gives it away."""

    place: tuple[int, int]
    total: tuple[int, int]
    axis: Axis


class Contradiction(Struct, frozen=True, kw_only=True):
    """A total that the figures and marks it stands for cannot give. `proven` says that other places of the table
    show what the total is made of."""

    total: tuple[int, int]
    parts: tuple[tuple[int, int], ...]
    between: Interval
    proven: bool


COUNTED = frozenset({UnitKind.COUNT, UnitKind.UNKNOWN, UnitKind.PLACES})


def find_disclosures(table: MeasureTable) -> Iterator[Disclosure]:
    """Every hidden count that is the only one behind a printed total."""
    seen = set()
    for axis, total, parts in _sums(table):
        cells = [table.cells[row][column] for row, column in parts]
        hidden = [place for place, cell in zip(parts, cells, strict=True) if cell.hidden]
        whole = table.cells[total[0]][total[1]]
        if len(hidden) != 1 or whole.figure.value is None or whole.unit.kind not in COUNTED or hidden[0] in seen:
            continue
        if all(cell.hidden or cell.blank or _exact(cell) for cell in cells) and _exact(whole):
            rest = sum((cell.figure.value or Decimal(0) for cell in cells if not cell.hidden), Decimal(0))
            low, high = _bounds(table.cells[hidden[0][0]][hidden[0][1]])
            left = whole.figure.value - rest
            if low <= left and (high is None or left <= high):
                seen.add(hidden[0])
                yield Disclosure(place=hidden[0], total=total, axis=axis)


def find_contradictions(table: MeasureTable) -> Iterator[Contradiction]:
    """Every total that lies outside what its parts can add to, where some of them are hidden."""
    for axis, total, parts in _sums(table):
        cells = [table.cells[row][column] for row, column in parts]
        whole = table.cells[total[0]][total[1]].interval
        counted = all(cell.unit.kind in COUNTED for cell in (*cells, table.cells[total[0]][total[1]]))
        if whole is None or not counted or not any(cell.hidden for cell in cells):
            continue
        bounds = [_bounds(cell) for cell in cells]
        low = sum((each[0] for each in bounds), Decimal(0))
        highs = [each[1] for each in bounds if each[1] is not None]
        high = sum(highs, Decimal(0)) if len(highs) == len(bounds) else None
        if whole.high < low or (high is not None and whole.low > high):
            relation = _relation(table, axis, total)
            yield Contradiction(
                total=total, parts=parts, between=Interval(low=low, high=high if high is not None else low),
                proven=_borne_out(table, axis, total, parts)
                if relation is None
                else relation.held >= 1 and relation.failed <= 1,
            )  # fmt: skip


NARROW = 5
"""A total that lies where the marks beside it allow shows what it is the total of only where they leave a fifth of it
open at most."""


def _borne_out(table: MeasureTable, axis: Axis, total: tuple[int, int], parts: tuple[tuple[int, int], ...]) -> bool:
    """Whether the same sum holds in every other place of the table, and in one where the marks leave little open."""
    lines = len(table.columns) if axis is Axis.DOWN else len(table.rows)
    here = total[1] if axis is Axis.DOWN else total[0]
    line = total[0] if axis is Axis.DOWN else total[1]
    own = [part[0] if axis is Axis.DOWN else part[1] for part in parts]
    narrow = 0
    for place in range(lines):
        if place == here:
            continue
        cells = [table.cells[row][column] for row, column in (_at(axis, at, place) for at in own)]
        row, column = _at(axis, line, place)
        whole = table.cells[row][column].interval
        if whole is None or not table.cells[row][column].unit.adds:
            continue
        bounds = [_bounds(cell) for cell in cells]
        if any(high is None for _, high in bounds):
            continue
        low = sum((bound[0] for bound in bounds), Decimal(0))
        high = sum((bound[1] or Decimal(0) for bound in bounds), Decimal(0))
        if whole.high < low or whole.low > high:
            return False
        narrow += (high - low) * NARROW <= whole.high
    return narrow > 0


def _exact(cell: MeasureCell) -> bool:
    interval = cell.interval
    return interval is not None and interval.low == interval.high


def _bounds(cell: MeasureCell) -> tuple[Decimal, Decimal | None]:
    if cell.blank:
        return Decimal(0), Decimal(0)
    if cell.interval is not None:
        return cell.interval.low, cell.interval.high
    return Decimal(0), None


def _relation(table: MeasureTable, axis: Axis, total: tuple[int, int]) -> Relation | None:
    target = total[0] if axis is Axis.DOWN else total[1]
    found = (each for each in table.relations(axis) if each.target == target and each.kind is RelationKind.SUM)
    return next(found, None)


Sum = tuple[Axis, tuple[int, int], tuple[tuple[int, int], ...]]


def _sums(table: MeasureTable) -> Iterator[Sum]:
    """The sums of a table place by place: those that figures bear out, and under a last line called a total all the
    lines before it where the table has no other total."""
    for axis in Axis:
        lines, vectors = table.lines(axis), table.vectors(axis)
        sums = [each for each in table.relations(axis) if each.kind is RelationKind.SUM]
        across = len(vectors[0].cells) if vectors else 0
        for each in sums:
            if all(sign > 0 for sign in each.signs):
                for place in range(across):
                    yield axis, _at(axis, each.target, place), tuple(_at(axis, part, place) for part in each.parts)
        totals = [at for at, line in enumerate(lines) if line.role is Role.TOTAL]
        if (
            not sums
            and totals == [len(lines) - 1]
            and len(lines) >= 3
            and all(each.part and each.unit.adds for each in vectors)
        ):
            for place in range(across):
                parts = tuple(_at(axis, at, place) for at in range(len(lines) - 1))
                yield axis, _at(axis, totals[0], place), parts


def _at(axis: Axis, line: int, place: int) -> tuple[int, int]:
    return (line, place) if axis is Axis.DOWN else (place, line)
