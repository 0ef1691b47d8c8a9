"""Room `tables`: which figure of an account that is rolled forward is wrong.

Takes an equation of such an account that fails, says what the places beside it bear out of its figures: where one place
ends with a figure, the next begins with it.
"""

from scrutiny.figures import Figure, Interval
from scrutiny.figures.slips import looks_like_a_slip
from scrutiny.tables.equations import Equation
from scrutiny.tables.measure import MeasureTable
from scrutiny.tables.relations import RelationKind
from scrutiny.tables.totals import continues


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
    vectors, relation = table.vectors(equation.axis), equation.relation
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
