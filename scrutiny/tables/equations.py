"""Room `tables`: a relation in one place of a table, and what a figure has to be for it to hold; and of an account that
is rolled forward what the places beside it bear out, for where one place ends with a figure, the next begins with it.
"""

from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Figure, Interval
from scrutiny.figures.slips import looks_like_a_slip
from scrutiny.tables.measure import Axis, MeasureTable
from scrutiny.tables.relations import Outcome, Relation, RelationKind
from scrutiny.tables.totals import continues
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
    own, target = table.at(cell).interval, table.at(equation.target).interval
    if cell == equation.target or expected is None or target is None:  # a target that is judged has an interval
        return expected
    at = equation.cells.index(cell) - 1
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


def mends_more(table: MeasureTable, equation: Equation, cell: tuple[int, int], wanted: Interval) -> bool:
    """Whether more than an equation speaks for what a figure of an account would have to be: it is what the account
    carries on; or a part would make one of its line what all the others add to (the cases closed in a quarter, below
    its months, that no word calls a total), or is a slip away where what comes out is printed twice."""
    if not _is_rolled(table, equation):
        return False
    if any(
        each.value is not None and wanted.meets(Interval.of(each.value)) for each in carried_on(table, equation, cell)
    ):
        return True
    own, target = table.at(cell).figure.value, table.at(equation.target).figure.value
    if cell == equation.target or own is None:
        return False
    line = table.line(equation.axis, equation.relation.parts[equation.cells.index(cell) - 1])
    values = [each.figure.value for each in line if each.figure.value is not None]
    added = sum(values, wanted.middle - own)
    sums = [2 * (wanted.middle if at == equation.place else each.figure.value or 0) for at, each in enumerate(line)]
    if len(values) > 2 and added in sums:
        return True
    repeated = any(each.value == target for each in carried_on(table, equation, equation.target))
    return repeated and looks_like_a_slip(own, wanted.middle)


def _is_rolled(table: MeasureTable, equation: Equation) -> bool:
    vectors, relation = table.vectors[equation.axis], equation.relation
    return relation.kind is RelationKind.SUM and continues(vectors[relation.parts[0]], vectors[relation.target])


def carried_on(table: MeasureTable, equation: Equation, cell: tuple[int, int]) -> list[Figure]:
    """The figures that repeat one end of an account that is rolled forward: what it is at the end of a place, where the
    next one begins; in a place for all of them, where the first begins and the last ends."""
    relation, place = equation.relation, equation.place
    if not _is_rolled(table, equation):
        return []
    opening, closing = table.line(equation.axis, relation.parts[0]), table.line(equation.axis, relation.target)
    if cell == equation.target:
        return [each.figure for each in (*opening[place + 1 : place + 2], *closing[place - 1 : place])]
    if cell == equation.at(relation.parts[0]):
        return [each.figure for each in (*closing[max(0, place - 1) : place], *opening[:1])]
    return []
