"""Room `tables`: hidden figures as constraints.

Takes a `MeasureTable`, gives what its totals say about the figures that it hides: a hidden figure that only one number
can be (a disclosure), and a total that no numbers behind the marks can give (a contradiction). The bounds of a mark
are the paper's own; one that it does not explain is at least nought.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Interval
from scrutiny.tables.measure import Axis, MeasureCell, MeasureTable
from scrutiny.tables.relations import Relation, RelationKind
from scrutiny.tables.roles import Role, counts_persons
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
        cells = [table.at(part) for part in parts]
        hidden = [place for place, cell in zip(parts, cells, strict=True) if cell.hidden]
        whole = table.at(total)
        if len(hidden) != 1 or whole.figure.value is None or whole.unit.kind not in COUNTED or hidden[0] in seen:
            continue
        if all(cell.hidden or cell.blank or _exact(cell) for cell in cells) and _exact(whole):
            rest = sum((cell.figure.value or Decimal(0) for cell in cells if not cell.hidden), Decimal(0))
            low, high = _bounds(table.at(hidden[0]))
            left = whole.figure.value - rest
            if low <= left and (high is None or left <= high):
                seen.add(hidden[0])
                yield Disclosure(place=hidden[0], total=total, axis=axis)


def find_contradictions(table: MeasureTable) -> Iterator[Contradiction]:
    """Every total that lies outside what its parts can add to, where some of them are hidden."""
    for axis, total, parts in _sums(table):
        cells = [table.at(part) for part in parts]
        whole = table.at(total).interval
        counted = all(cell.unit.kind in COUNTED for cell in (*cells, table.at(total)))
        if whole is None or not counted or not any(cell.hidden for cell in cells):
            continue
        low, high = _between(cells)
        if whole.high < low and counts_persons(table.lines(axis.other)[total[1 if axis is Axis.DOWN else 0]].label):
            continue  # somebody may be in two of the groups, and counts once in the total
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
    line, here = axis.place(*total)
    own = [axis.place(*part)[0] for part in parts]
    narrow = 0
    for place in range(len(table.lines(axis.other))):
        there = table.at(axis.place(line, place))
        whole, (low, high) = there.interval, _between([table.at(axis.place(at, place)) for at in own])
        if place == here or whole is None or high is None or not there.unit.adds:
            continue
        if whole.high < low or whole.low > high:
            return False
        narrow += (high - low) * NARROW <= whole.high
    return narrow > 0


def _between(cells: Sequence[MeasureCell]) -> tuple[Decimal, Decimal | None]:
    """Between what cells lie together; None where there is no bound."""
    bounds = [_bounds(cell) for cell in cells]
    highs = [high for _, high in bounds if high is not None]
    return sum((low for low, _ in bounds), Decimal(0)), sum(highs, Decimal(0)) if len(highs) == len(bounds) else None


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
    target = axis.place(*total)[0]
    found = (each for each in table.relations(axis) if each.target == target and each.kind is RelationKind.SUM)
    return next(found, None)


Sum = tuple[Axis, tuple[int, int], tuple[tuple[int, int], ...]]


def _sums(table: MeasureTable) -> Iterator[Sum]:
    """The sums of a table place by place: those that figures bear out, and under a last line called a total all the
    lines before it where the table has no other total."""
    for axis in Axis:
        lines, vectors = table.lines(axis), table.vectors[axis]
        sums = [each for each in table.relations(axis) if each.kind is RelationKind.SUM]
        across = len(vectors[0].cells) if vectors else 0
        for each in sums:
            if all(sign > 0 for sign in each.signs):
                for place in range(across):
                    yield axis, axis.place(each.target, place), tuple(axis.place(part, place) for part in each.parts)
        totals = [at for at, line in enumerate(lines) if line.role is Role.TOTAL]
        if (
            not sums
            and totals == [len(lines) - 1]
            and len(lines) >= 3
            and all(each.part and each.unit.adds for each in vectors)
        ):
            for place in range(across):
                parts = tuple(axis.place(at, place) for at in range(len(lines) - 1))
                yield axis, axis.place(totals[0], place), parts
