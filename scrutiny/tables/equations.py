"""Room `tables`: a relation in one place of a table, and what a figure has to be for it to hold."""

from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Interval
from scrutiny.tables.measure import Axis, MeasureTable
from scrutiny.tables.relations import Outcome, Relation, RelationKind
from scrutiny.tables.units import UnitKind


class Equation(Struct, frozen=True, kw_only=True):
    """A relation in one place: `place` is the column for DOWN, the row for ACROSS."""

    axis: Axis
    relation: Relation
    place: int

    def at(self, line: int) -> tuple[int, int]:
        """The (row, column) of one of its lines."""
        return self.axis.place(line, self.place)

    @property
    def target(self) -> tuple[int, int]:
        return self.at(self.relation.target)

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """Every cell that it holds, the target first."""
        return (self.target, *(self.at(part) for part in self.relation.parts))

    @property
    def fails(self) -> bool:
        return self.relation.outcomes[self.place] is Outcome.FAILS


def solve(table: MeasureTable, equation: Equation, cell: tuple[int, int]) -> Interval | None:
    """Between what a cell must lie for an equation to hold; None where that cannot be said."""
    relation = equation.relation
    expected = relation.expected(equation.place)
    if cell == equation.target or expected is None:
        return expected
    at = equation.cells.index(cell) - 1
    own, target = table.at(cell).interval, table.at(equation.target).interval
    if target is None:
        return None
    if relation.kind in (RelationKind.SUM, RelationKind.DIFFERENCE):
        part = own or Interval.of(Decimal(0))
        added = relation.signs[at] > 0
        taken = part if added else -part
        rest = Interval(low=expected.low - taken.low, high=expected.high - taken.high)
        return target - rest if added else rest - target
    if relation.kind is RelationKind.CHANGE:
        return _solve_change(table, equation, at, target)
    if own is None or own.low <= 0 or expected.low <= 0:
        return None
    if relation.kind in (RelationKind.PRODUCT, RelationKind.QUOTIENT):
        upwards = relation.kind is RelationKind.PRODUCT or at == 0
        ratios = sorted((target.low / expected.high, target.high / expected.low))
        if not upwards:
            if ratios[0] <= 0:
                return None
            ratios = sorted((1 / ratios[0], 1 / ratios[1]))
        return Interval(low=own.middle * ratios[0], high=own.middle * ratios[1])
    return None


def _solve_change(table: MeasureTable, equation: Equation, at: int, change: Interval) -> Interval | None:
    """The later figure (0) or the earlier one (1) of a change."""
    beside = table.at(equation.cells[2 - at])
    other = beside.interval
    if other is None:
        return None
    if table.at(equation.target).unit.kind is UnitKind.PERCENT is not beside.unit.kind:
        factors = (1 + change.low / 100, 1 + change.high / 100)
        if other.low <= 0 or min(factors) <= 0:
            return None
        if at == 0:
            return Interval(low=other.low * factors[0], high=other.high * factors[1])
        return Interval(low=other.low / factors[1], high=other.high / factors[0])
    return other + change if at == 0 else other - change
