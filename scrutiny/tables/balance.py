"""Room `tables`: where a table does not balance, and which figure is to blame.

Takes a `MeasureTable` (and what tables with the same headings have proven), gives `Discrepancy`s. Each place where a
believed relation fails is an equation that does not hold; to blame is the figure whose change would make the most of
them hold and break none that does. What the other places of a relation do not bear out is not called proven.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures import Figure, Interval
from scrutiny.figures.slips import SLIP
from scrutiny.tables.equations import Equation, carried_on, mends_more, solve
from scrutiny.tables.formulas import is_change
from scrutiny.tables.measure import Axis, MeasureTable
from scrutiny.tables.relations import Outcome, Relation, RelationKind
from scrutiny.tables.roles import Role, counts_persons, without_period
from scrutiny.tables.totals import signed_sum, slip_at
from scrutiny.tables.units import UnitKind

PROVEN_LABELLED = 1.3
"""Evidence from the other places that proves what words expect: they fit by chance once in twenty."""

PROVEN = 4.0
"""Evidence from the other places that proves what no word expects: once in ten thousand, over hundreds of tries."""

OTHERS_COST = 1.5
"""What each further place that fails asks for more: a total that is wrong in two columns is likelier none of these."""


class Discrepancy(Struct, frozen=True, kw_only=True):
    """A figure to blame. `expected` is between what it should lie; `equations` are those that fail with it, the best
    proven first; `proven` whether one of them is."""

    place: tuple[int, int]
    expected: Interval
    equations: tuple[Equation, ...]
    proven: bool


Signature = tuple[str, ...]
"""A relation by its labels: the axis, the kind, the factor, the target, the parts with their signs."""

Sisters = dict[Signature, float]
"""What relations with the same labels show in all tables together."""


def signature(table: MeasureTable, axis: Axis, relation: Relation) -> Signature:
    """A relation by its labels, to know it again in a table with the same headings."""
    lines = table.lines(axis)
    parts = sorted(
        ("-" if sign < 0 else "+") + lines[part].label.casefold()
        for part, sign in zip(relation.parts, relation.signs, strict=True)
    )
    return (axis.value, relation.kind.value, str(relation.factor), lines[relation.target].label.casefold(), *parts)


def find_sisters(tables: Sequence[MeasureTable]) -> Sisters:
    """What the relations of some tables show together."""
    found: Sisters = {}
    for table in tables:
        for axis in Axis:
            for relation in table.relations(axis):
                key = signature(table, axis, relation)
                found[key] = found.get(key, 0.0) + max(0.0, relation.evidence)
    return found


def may_be_sister(table: MeasureTable, those: Sequence[MeasureTable]) -> bool:
    """Whether a table has two lines that are called as lines of another are, as each relation of both has."""
    return any(
        len(labels := [line.label.casefold() for line in table.lines(axis)]) > len(set(labels))
        or len({line.label.casefold() for line in other.lines(axis)}.intersection(labels)) > 1
        for axis in Axis for other in those
    )  # fmt: skip


def _by_sisters(table: MeasureTable, sisters: Sisters) -> Iterator[tuple[Axis, Relation]]:
    """Sums that other tables with the same headings prove, and that this one alone does not show."""
    for axis in Axis:
        labels = [line.label.casefold() for line in table.lines(axis)]
        places = {label: at for at, label in enumerate(labels) if labels.count(label) == 1 and label}
        have = {relation.target for relation in table.relations(axis) if relation.kind is RelationKind.SUM}
        for key, evidence in sisters.items():
            named = (key[3], *(part[1:] for part in key[4:]))
            if key[:2] != (axis.value, RelationKind.SUM.value) or not all(name in places for name in named):
                continue
            if places[key[3]] in have or evidence < PROVEN_LABELLED or len(named) < 3:
                continue
            parts = tuple(places[name] for name in named[1:])
            signs = tuple(-1 if part[0] == "-" else 1 for part in key[4:])
            relation = signed_sum(
                table.vectors[axis], places[key[3]], parts, signs, candidates=1, widen=table.legend.rounding
            )
            if relation.held >= relation.failed:  # a table of shares may have the same headings
                yield axis, relation


def proof(table: MeasureTable, equation: Equation, sisters: Sisters | None = None) -> float:
    """The evidence for an equation that other places and other tables give."""
    relation = equation.relation
    here = relation.evidence_without(equation.place)
    there = (sisters or {}).get(signature(table, equation.axis, relation), 0.0)
    return here + max(0.0, there - max(0.0, relation.evidence))


def is_proven(table: MeasureTable, equation: Equation, sisters: Sisters | None = None) -> bool:
    relation = equation.relation
    others = relation.failed - 1
    unnamed = not table.lines(equation.axis)[relation.target].label.strip()
    if unnamed and (relation.held < SURE_ROWS or relation.evidence < SURE):
        return False  # a line without a label may be anything
    needed = (PROVEN_LABELLED if relation.labelled else PROVEN) + OTHERS_COST * others
    if _slight(table, equation) or lacks_parts(table, equation):
        return False
    most = max(1, relation.held // (3 if relation.labelled else 6))
    enough = relation.held > others or relation.near > 0
    return enough and others <= most and proof(table, equation, sisters) >= needed


def lacks_parts(table: MeasureTable, equation: Equation) -> bool:
    """Whether a sum fails in two places or more, and always the same way: then it has parts that the table does not
    hold (later years on the next page), or holds lines that are none."""
    relation = equation.relation
    if relation.kind is not RelationKind.SUM or relation.failed < 2:
        return False
    ways = {
        own.low > expected.high
        for place, outcome in enumerate(relation.outcomes)
        if outcome is Outcome.FAILS
        and (own := table.at(equation.axis.place(relation.target, place)).interval) is not None
        and (expected := relation.expected(place)) is not None
    }
    return len(ways) == 1


SLIGHT = Decimal("1.5")
"""Last digits by which a sum may be out beyond what rounding its figures once can do: some were rounded twice."""


def _slight(table: MeasureTable, equation: Equation) -> bool:
    """Whether a sum of rounded figures is out by so little that rounding on the way may have done it."""
    own, expected = table.at(equation.target).interval, equation.relation.expected(equation.place)
    if own is None or expected is None or equation.relation.kind is not RelationKind.SUM:
        return False
    if _is_rounded(table.at(equation.target).figure, expected):
        return True
    parts = [table.at(place) for place in equation.cells[1:]]
    step = max(
        (part.interval.high - part.interval.low for part in parts if part.interval is not None), default=Decimal(0)
    )
    spare = min((expected.high - expected.low) / 2, SLIGHT * step)
    outcomes = equation.relation.outcomes
    if not step and Outcome.CLOSE in outcomes and Outcome.HOLDS not in outcomes:  # nowhere exact: they were rounded
        spare = Decimal(len(parts) + 1) / 2 + min(Decimal(len(parts)) / 2, SLIGHT)
    if not step and any(part.unit.kind is UnitKind.MONEY and part.figure.places for part in parts):
        spare = PENNY
    return own.meets(Interval(low=expected.low - spare, high=expected.high + spare))


def _is_rounded(total: Figure, expected: Interval) -> bool:
    """Whether a whole total is its sum rounded to hundreds or more ("24,600" under parts that add to 24,603): it ends
    in noughts, and the sum in none, nor in the five of parts that are rounded themselves."""
    if not total.value or total.places or abs(total.value) < ROUND or total.value % 100 or not expected.middle % 5:
        return False
    half = next(Decimal(step) / 2 for step in (1_000_000, 1000, 100) if total.value % step == 0)
    return expected.meets(Interval.around(total.value, half))


ROUND = 1000
"""The least total that is taken to be rounded to hundreds."""

PENNY = Decimal("0.01")
"""What pounds and pence may be out by: some were worked out for each household, or by a share, and rounded to it."""


def find_discrepancies(table: MeasureTable, sisters: Sisters | None = None) -> tuple[Discrepancy, ...]:
    """Every figure to blame, the most certain first."""
    every = list(_equations(table, sisters or {}))
    failing = [equation for equation in every if equation.fails and not _excused(table, equation)]
    holding = [equation for equation in every if not equation.fails]
    found = []
    while failing:
        best = max(
            (
                _candidate(table, cell, failing, holding, sisters)
                for cell in dict.fromkeys(cell for equation in failing for cell in equation.cells)
            ),
            key=lambda each: each[0],
        )
        found.append(best[1])
        failing = [equation for equation in failing if equation not in best[1].equations]
    if table.headed_by_figures:
        return tuple(replace(each, proven=each.proven and _of_rows(each)) for each in found)
    return tuple(found)


SURE_ROWS = 6
SURE = 10.0
"""Rows in which a relation of columns holds, and their evidence, that show it whatever stands over the columns."""


def _of_rows(discrepancy: Discrepancy) -> bool:
    """Whether a figure follows from others of its own row, as in many rows: then no row is missing that it needs."""
    return all(
        each.axis is Axis.ACROSS and each.relation.held >= SURE_ROWS and each.relation.evidence >= SURE
        for each in discrepancy.equations
    )


def _equations(table: MeasureTable, sisters: Sisters) -> Iterator[Equation]:
    own = [(axis, relation) for axis in Axis for relation in table.relations(axis)]
    for axis, found in (*own, *_by_sisters(table, sisters)):
        relation = _turned(table, axis, found) if is_given(table, axis, found) else found
        for place, outcome in enumerate(relation.outcomes):
            if outcome is not Outcome.OPEN:
                yield Equation(axis=axis, relation=relation, place=place)


def _excused(table: MeasureTable, equation: Equation) -> bool:
    """Figures that are hidden or left blank; a headcount that is less than its parts add to: somebody was in two; a
    quotient or a product where changes stand, for the change of a quotient is no quotient of the changes; a share of
    the figure above it."""
    relation = equation.relation
    if relation.kind in (RelationKind.QUOTIENT, RelationKind.SHARE, RelationKind.PRODUCT):
        ways = (_of_changes, _is_share_of_one_above, _of_another_base, _of_a_mean)
        return any(way(table, equation) for way in ways)
    if relation.kind is not RelationKind.SUM:
        return False
    if any(table.at(place).hidden for place in equation.cells):
        return True  # a matter of what the marks allow: `hidden.py`
    if _is_worked_out(table, equation) or _borne_out_beside_blanks(table, equation):
        return True
    across = table.lines(equation.axis.other)
    own, expected = table.at(equation.target).interval, relation.expected(equation.place)
    if own is None or expected is None or own.high >= expected.low:
        return False
    if not counts_persons(across[equation.place].label):
        return False
    same = without_period(across[equation.place].label)
    return not any(
        outcome is Outcome.HOLDS and place != equation.place and without_period(across[place].label) == same
        for place, outcome in enumerate(relation.outcomes)
    )


def _is_worked_out(table: MeasureTable, equation: Equation) -> bool:
    """Whether a total that is no sum of its parts may be worked out anew, as an average, a price or a rate of a whole
    is: so it is called, or it lies among its parts and far from their sum. Then no slip of whole figures explains it,
    and no line of its kind (another year, or more £000) adds up."""
    across, relation = table.lines(equation.axis.other), equation.relation
    if _follows_in_its_line(table, equation):
        return True
    own, *parts = [table.at(place).figure for place in equation.cells]
    values = [part.value for part in parts if part.value]
    if own.value is None or len(values) < len(parts) or len(values) < 2:
        return False
    if own.value < 0:
        values = [-value for value in values]
    if min(values) <= 0 or not min(values) <= abs(own.value) <= min(max(values), sum(values) * MOST_OF_SUM):
        return False
    if abs(own.value) in (min(values), max(values)) and abs(own.value) >= 100 and len(set(values)) > 1:
        return False  # the figure of one of the lines
    if any(
        other.kind is RelationKind.SUM
        and equation.place in other.parts
        and other.outcomes[relation.target] is Outcome.FAILS
        for other in table.relations(equation.axis.other)
    ):
        return False  # it does not fit the sum of its own line either
    role, unit = across[equation.place].role, table.at(equation.target).unit
    for at, outcome in enumerate(relation.outcomes):
        alike = unit.scale and table.at(equation.axis.place(relation.target, at)).unit.agrees(unit)
        if outcome is Outcome.HOLDS and (alike or (role in _OF_A_KIND and across[at].role is role)):
            return False
    return own.places > 0 or slip_at(table.vectors[equation.axis], relation, equation.place) < SLIP


def _follows_in_its_line(table: MeasureTable, equation: Equation) -> bool:
    """Whether a total is, in its own line, the price or the rate that every other line has too (cost by claims), or
    the difference of two rates."""
    return any(
        (
            other.kind is RelationKind.PRODUCT
            or not any(table.at(equation.axis.place(equation.relation.target, part)).unit.adds for part in other.parts)
        )
        and equation.place in (other.target, *other.parts)
        and other.outcomes[equation.relation.target] is Outcome.HOLDS
        and other.held >= ENOUGH
        and not other.failed
        for other in table.relations(equation.axis.other)
    )


ENOUGH = 4
"""Lines in which a price or a rate has to hold, that of the total among them."""

_OF_A_KIND = frozenset((Role.PERIOD, Role.PLACE, Role.GROUP))
MOST_OF_SUM = Decimal("0.75")
"""The share of what its parts add to that a mean of them is at the most: what is closer may be a wrong sum."""


def _of_a_mean(table: MeasureTable, equation: Equation) -> bool:
    """Whether a factor is worked out anew for a whole whose result adds up: 40 x 7, rounded, are not the 274 of all."""
    relation, axis = equation.relation, equation.axis.other
    return relation.kind is RelationKind.PRODUCT and any(
        other.kind is RelationKind.SUM
        and other.target == equation.place
        and other.outcomes[relation.target] is Outcome.HOLDS
        and other.outcomes[part] is Outcome.FAILS
        and _is_worked_out(table, Equation(axis=axis, relation=other, place=part))
        for other in table.relations(axis)
        for part in relation.parts
    )


def is_given(table: MeasureTable, axis: Axis, relation: Relation) -> bool:
    """Whether a price that is an amount divided by a number is given, and the amount worked out from it: the price
    stands before the amount, and times the number it is the amount to the penny, as a quotient seldom is."""
    if relation.kind is not RelationKind.QUOTIENT or relation.factor != 1:
        return False
    amount, count = relation.parts
    if relation.target > amount or count > amount:
        return False
    places = [place for place, outcome in enumerate(relation.outcomes) if outcome is Outcome.HOLDS]
    lines = [table.line(axis, at) for at in (relation.target, count, amount)]
    values = [[Fraction(line[place].figure.value or 0) for line in lines] for place in places]
    return all(price * number == whole for price, number, whole in values)


def _turned(table: MeasureTable, axis: Axis, relation: Relation) -> Relation:
    """A quotient whose price is given, as the product that it is: then the amount is to blame, not the price."""
    amount, count = relation.parts
    parts = (count, relation.target)
    ranges: list[tuple[float, float] | None] = []
    for cells in zip(*(table.line(axis, at) for at in parts), strict=True):
        own = [cell.interval for cell in cells if cell.interval is not None]
        one, other = own if len(own) == len(parts) else (None, None)
        ends = (
            sorted(float(a * b) for a in (one.low, one.high) for b in (other.low, other.high)) if one and other else []
        )
        ranges.append((ends[0], ends[-1]) if ends else None)
    return replace(
        relation, kind=RelationKind.PRODUCT, target=amount, parts=parts, signs=(1,) * len(parts), ranges=tuple(ranges)
    )


def _of_changes(table: MeasureTable, equation: Equation) -> bool:
    """Whether the line across a relation is one of changes between others."""
    return is_change(table.vectors[equation.axis.other][equation.place]) or any(
        other.target == equation.place and other.kind in (RelationKind.CHANGE, RelationKind.DIFFERENCE)
        for other in table.relations(equation.axis.other)
    )


def _is_share_of_one_above(table: MeasureTable, equation: Equation) -> bool:
    """Whether a share is one of the figure right above and not of the whole: those who appealed, of those refused."""
    if equation.relation.kind is not RelationKind.SHARE or equation.place == 0:
        return False
    counts = table.line(equation.axis, equation.relation.parts[0])
    own = table.at(equation.target).interval
    part, above = counts[equation.place].interval, counts[equation.place - 1].interval
    if own is None or part is None or above is None or above.low <= 0:
        return False
    return own.meets(part.out_of(above))


def _of_another_base(table: MeasureTable, equation: Equation) -> bool:
    """Whether a share lies between what it would be of its base and of another figure in its line: of the staff at the
    start of a year, at its end, or of the mean of both, which other lines do not tell apart. Not where two other shares
    beside it are of the same base."""
    relation = equation.relation
    if relation.kind is not RelationKind.QUOTIENT or table.at(equation.target).unit.kind is not UnitKind.PERCENT:
        return False
    beside = (each for each in table.relations(equation.axis) if each.kind is relation.kind and each is not relation)
    same = (each for each in beside if each.parts[1:] == relation.parts[1:])
    if sum(each.outcomes[equation.place] is Outcome.HOLDS for each in same) >= SAME_BASE:
        return False
    own, part, base = (table.at(place).interval for place in equation.cells)
    if own is None or part is None or base is None or base.low <= 0:
        return False
    for at, cell in enumerate(table.line(equation.axis.other, equation.place)):
        other = None if at in relation.parts else cell.interval
        if cell.unit.adds and other is not None and base.low <= NEAR_BASE * other.low <= NEAR_BASE**2 * base.low:
            ends = part.out_of(base), part.out_of(other)
            if own.meets(Interval(low=min(end.low for end in ends), high=max(end.high for end in ends))):
                return True
    return False


SAME_BASE = 2
NEAR_BASE = Decimal("1.3")
"""How many times as much another base is at the most."""


def _borne_out_beside_blanks(table: MeasureTable, equation: Equation) -> bool:
    """Whether parts are left blank in lines with other figures, and the total holds the other way; or its line adds up
    one that has no such parts: what does not hold for all of them does not hold for their sum."""
    relation = equation.relation
    blank = any(
        not table.at(equation.at(part)).cell.text.strip()
        and any(cell.figure.value for cell in table.line(equation.axis, part))
        for part in relation.parts
    )
    kinds = (RelationKind.SUM, RelationKind.DIFFERENCE, RelationKind.CHANGE)
    others = [
        each for each in table.relations(equation.axis.other) if each.target == equation.place and each.kind in kinds
    ]
    return any(blank and each.outcomes[relation.target] is Outcome.HOLDS for each in others) or any(
        each.kind is RelationKind.SUM
        and relation.outcomes[part] is Outcome.OPEN
        and table.at(equation.axis.place(relation.target, part)).figure.value
        for each in others
        for part in each.parts
    )


def _candidate(
    table: MeasureTable, cell: tuple[int, int], failing: Sequence[Equation], holding: Sequence[Equation],
    sisters: Sisters | None,
) -> tuple[tuple[float, ...], Discrepancy]:  # fmt: skip
    """A figure to blame, with how good an explanation it is."""
    wanted: Interval | None = None
    fixed: list[Equation] = []
    for equation in sorted(
        (each for each in failing if cell in each.cells), key=lambda each: -proof(table, each, sisters)
    ):
        needed = solve(table, equation, cell)
        if needed is None:
            continue
        if wanted is None:
            wanted, fixed = needed, [equation]
        elif wanted.meets(needed):
            wanted = Interval(low=max(wanted.low, needed.low), high=min(wanted.high, needed.high))
            fixed.append(equation)
    if wanted is None:
        return (-99.0,), Discrepancy(
            place=cell, expected=Interval.of(Decimal(0)), proven=False,
            equations=tuple(each for each in failing if cell in each.cells),
        )  # fmt: skip
    broken = sum(
        equation.relation.outcomes[equation.place] is not Outcome.TRIVIAL
        for equation in holding
        if cell in equation.cells and not _allows(table, equation, cell, wanted)
    )
    first = fixed[0]
    target = any(equation.target == cell and equation.relation.labelled for equation in fixed)
    proven = any(is_proven(table, equation, sisters) for equation in fixed)
    certain = max(proof(table, equation, sisters) for equation in fixed)
    distinct = {frozenset(equation.cells) for equation in fixed}  # a rate and the product it turns round are one
    mended = len(distinct) + mends_more(table, first, cell, wanted)
    broken += any(each.value == table.at(cell).figure.value for each in carried_on(table, first, cell))
    alone = mended < 2 and first.target != cell
    rank = (
        0.0 if alone else 1.0,
        mended - 1.5 * broken, 1.0 if target else 0.0, 1.0 if first.target == cell else 0.0,
        1.0 if proven else 0.0, certain,
    )  # fmt: skip
    return rank, Discrepancy(place=cell, expected=wanted, equations=tuple(fixed), proven=proven)


def _allows(table: MeasureTable, equation: Equation, cell: tuple[int, int], wanted: Interval) -> bool:
    needed = solve(table, equation, cell)
    return needed is None or needed.meets(wanted)
