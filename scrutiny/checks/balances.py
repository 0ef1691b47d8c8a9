"""Room `checks`: tables against themselves.

Takes measure tables, gives what came of every relation that their figures show: totals, differences, changes, shares,
rates, products. Which figure is to blame is found by `scrutiny.tables.balance`; the verdict is `figures.verdicts`.
An error needs a structure that other rows or columns prove and a second reading of the cells that agrees.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from scrutiny.checks.judging import cannot, judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.tablefigures import INCOME
from scrutiny.figures import Interval
from scrutiny.figures.slips import SLIP
from scrutiny.figures.verdicts import CUT, Status, compare, in_style, plain
from scrutiny.findings import FindingCode
from scrutiny.language.topics import stems
from scrutiny.tables import MISREAD
from scrutiny.tables.balance import (
    PROVEN,
    Discrepancy,
    Sisters,
    find_discrepancies,
    find_sisters,
    lacks_parts,
    may_be_sister,
)
from scrutiny.tables.confirming import reads_the_same
from scrutiny.tables.equations import Equation
from scrutiny.tables.measure import Axis, MeasureTable
from scrutiny.tables.relations import Outcome, Relation, RelationKind
from scrutiny.tables.roles import Role
from scrutiny.tables.totals import slip_at
from scrutiny.tables.units import UnitKind

SURE_PLACES = 3
"""Other places in which a sum holds that is proven however far the printed total lies from its parts."""

MOST_APART = Decimal("0.9")
FEW_APART = 10
"""A printed total that lies farther from its parts is one of other rows as well, not one misprinted figure."""

MOST_NAMED = 6
"""Parts that a message spells out; of more it says how many there are."""


def check_balances(tables: Sequence[PlacedTable], others: Sequence[PlacedTable] = ()) -> Iterator[Checked]:
    """Every relation of some tables of a document; its `others` are only asked for what they prove of these."""
    own = [each.measured for each in tables]
    sisters = find_sisters([*own, *(each.measured for each in others if may_be_sister(each.measured, own))])
    for each in tables:
        yield from _of_table(each, sisters)


def _of_table(each: PlacedTable, sisters: Sisters) -> Iterator[Checked]:
    table, blamed = each.measured, set()
    for discrepancy in find_discrepancies(table, sisters):
        blamed.add(discrepancy.place)
        yield _blamed(each, discrepancy)
    seen: set[tuple[int, int]] = set(blamed)
    repeats: dict[tuple[int, int], Check] = {}
    for axis in Axis:
        for relation in table.relations(axis):
            for place, outcome in enumerate(relation.outcomes):
                equation = Equation(axis=axis, relation=relation, place=place)
                if equation.target in seen or blamed & set(equation.cells):
                    continue
                if outcome is Outcome.HOLDS:
                    seen.add(equation.target)
                    yield _right(each, equation)
                elif outcome is Outcome.TRIVIAL:
                    repeats.setdefault(equation.target, _check(relation, axis))
                elif outcome is Outcome.OPEN and _missing(table, equation):
                    yield cannot(
                        _check(relation, axis), table.at(equation.target).figure.printed,
                        "a part is hidden, missing or in words", each.quote(table.at(equation.target).cell),
                    )  # fmt: skip
    for target, check in repeats.items():
        if target not in seen:
            seen.add(target)
            cell = table.at(target)
            yield cannot(
                check, cell.figure.printed, "it repeats the one figure it is the total of", each.quote(cell.cell)
            )
    yield from _left_blank(each, blamed)
    yield from _unexplained(each, seen)
    yield from _shares_of_another_total(each)


def _shares_of_another_total(each: PlacedTable) -> Iterator[Checked]:
    """A column of shares under which 100 % is printed, where all are shares of the total of another column than their
    own figures have: the first of them."""
    table = each.measured
    for sums in (one for one in table.down if one.kind is RelationKind.SUM and len(one.parts) >= FEWEST_SHARES):
        total = table.cells[sums.target]
        held = [at for at, outcome in enumerate(sums.outcomes) if outcome is Outcome.HOLDS and total[at].unit.adds]
        shares = [
            at for at, cell in enumerate(total) if cell.unit.kind is UnitKind.PERCENT and cell.figure.value == 100
        ]
        for share, own, other in ((a, b, c) for a in shares for b in held for c in held if b != c):
            rows = [table.cells[row] for row in sums.parts]
            right, wrong = (
                [_fits_share(row[share].interval, row[own].interval, total[base].interval) for row in rows]
                for base in (own, other)
            )
            if all(wrong) and not any(right):
                cell, part, whole = rows[0][share], rows[0][own].figure, total[own].figure
                value = Decimal(100) * (part.value or 0) / (whole.value or 1)
                working = f"{part.printed} of {whole.printed} is {plain(value)} %"
                yield judged(
                    Check.SHARES, Status.ERROR, each.quote(cell.cell), printed=cell.figure.printed,
                    expected=in_style(value, cell.figure), working=working, worded=True,
                    message=f"printed {cell.figure.printed}, {working}: it and those below are shares of "
                    f"{total[other].figure.printed}, and do not make the 100 % below them",
                )  # fmt: skip
                return


FEWEST_SHARES = 3
"""Rows whose shares are all of another total: two are by chance."""


def _fits_share(share: Interval | None, part: Interval | None, whole: Interval | None) -> bool:
    if share is None or part is None or whole is None or part.low < 0 or whole.low <= 0:
        return False
    return share.meets(part.out_of(whole))


def _left_blank(each: PlacedTable, blamed: Set[tuple[int, int]]) -> Iterator[Checked]:
    """Totals that count lines which have no figure in their column, or row: other lines prove what would stand there,
    and with it the sum comes out. Nothing is said where a second reading finds other figures."""
    table = each.measured
    for axis, crossing in itertools.permutations(Axis):
        for equation in _failing_totals(table, axis):
            blank = [line for line in equation.relation.parts if not table.at(equation.at(line)).figure.printed.strip()]
            ways = [one for one in table.relations(crossing) if one.kind is RelationKind.SUM]
            ways = [one for one in ways if one.target == equation.place]
            proven = len(ways) == 1 and ways[0].held >= SURE_PLACES and not ways[0].failed
            if not proven or equation.target in blamed or not 0 < len(blank) <= MOST_BLANK:
                continue
            missing = [value for line in blank if (value := _comes_to(table, crossing, ways[0], line))]
            own, more = table.at(equation.target), sum(missing, Decimal(0))
            added = equation.relation.expected(equation.place)
            if added is None or own.interval is None or len(missing) < len(blank) or added.high - added.low >= more:
                continue
            comes_out = own.interval.meets(Interval(low=added.low + more, high=added.high + more))
            lines = [cell for line in blank for cell in Equation(axis=crossing, relation=ways[0], place=line).cells]
            if comes_out and all(reads_the_same(table, cells) for cells in (equation.cells, lines)):
                yield _with_blanks(each, equation, dict(zip(blank, missing, strict=True)), added.middle)


def _failing_totals(table: MeasureTable, axis: Axis) -> Iterator[Equation]:
    for relation in table.relations(axis):
        for place, outcome in enumerate(relation.outcomes):
            if outcome is Outcome.FAILS and relation.kind is RelationKind.SUM and relation.labelled:
                yield Equation(axis=axis, relation=relation, place=place)


def _with_blanks(each: PlacedTable, equation: Equation, blank: Mapping[int, Decimal], added: Decimal) -> Checked:
    """The warning: what the printed figures add to, and the lines without one with what they come to."""
    table, own = each.measured, each.measured.at(equation.target)
    shown, where = in_style(added, own.figure), ", ".join(filter(None, _labels(table, equation.target)))
    labels = table.lines(equation.axis)
    told = " and ".join(f"{labels[line].label} ({in_style(value, own.figure)})" for line, value in blank.items())
    return judged(
        _check(equation.relation, equation.axis), Status.WARNING, each.quote(own.cell), printed=own.figure.printed,
        expected=shown, working=working_of(table, equation), worded=True,
        message=f"{where}: printed {own.figure.printed}, the figures printed there add to {shown}; "
        f"{told} {'have' if len(blank) > 1 else 'has'} none",
    )  # fmt: skip


MOST_BLANK = 3
"""Lines without a figure that a total may count: of more, some add to what it is out by chance."""


def _comes_to(table: MeasureTable, axis: Axis, relation: Relation, place: int) -> Decimal | None:
    """What a line comes to by its other figures; None where one is not printed, or rounded, or they come to nothing."""
    cells = [table.at(axis.place(part, place)) for part in relation.parts]
    values = [
        cell.figure.value * sign if cell.figure.value is not None else None
        for cell, sign in zip(cells, relation.signs, strict=True)
    ]
    return sum(filter(None, values), Decimal(0)) or None if None not in values else None


def _missing(table: MeasureTable, equation: Equation) -> bool:
    """Whether a figure that could be checked lacks a part; a share under a column of counts is not meant to add up."""
    cell = table.at(equation.target)
    return cell.figure.value is not None and (cell.unit.adds or equation.relation.kind is not RelationKind.SUM)


def _check(relation: Relation, axis: Axis) -> Check:
    if relation.kind is RelationKind.SUM:
        return Check.COLUMN_TOTALS if axis is Axis.DOWN else Check.ROW_TOTALS
    if relation.kind is RelationKind.CHANGE:
        return Check.CHANGES
    return Check.SHARES if relation.kind in (RelationKind.SHARE, RelationKind.QUOTIENT) else Check.ARITHMETIC


def _right(each: PlacedTable, equation: Equation) -> Checked:
    cell = each.measured.at(equation.target)
    if _by_supposed_rounding(each.measured, equation):
        check = _check(equation.relation, equation.axis)
        return cannot(check, cell.figure.printed, "it may be rounded", each.quote(cell.cell))
    return judged(
        _check(equation.relation, equation.axis), Status.OK, each.quote(cell.cell), printed=cell.figure.printed,
        expected=cell.figure.printed, working=working_of(each.measured, equation), message="",
    )  # fmt: skip


def _by_supposed_rounding(table: MeasureTable, equation: Equation) -> bool:
    """Whether a total is not just what its parts add to, and only fits because all figures beside it end in noughts or
    fives, which no word of the paper says is rounding."""
    cells = [table.at(place) for place in equation.cells]
    if equation.relation.kind is not RelationKind.SUM or not any(
        each.unit.nearest and not each.unit.said for each in cells
    ):
        return False
    own, expected = table.at(equation.target).interval, equation.relation.expected(equation.place)
    return own is not None and expected is not None and own.middle != expected.middle


def _unexplained(each: PlacedTable, seen: set[tuple[int, int]]) -> Iterator[Checked]:
    """Lines called totals that nothing was found to add to."""
    for axis in Axis:
        known = {relation.target for relation in each.measured.relations(axis)}
        for at, line in enumerate(each.measured.lines(axis)):
            if line.role is not Role.TOTAL or at in known:
                continue
            for place, cell in enumerate(each.measured.line(axis, at)):
                here = axis.place(at, place)
                if cell.figure.value is not None and cell.unit.adds and here not in seen:
                    check = Check.COLUMN_TOTALS if axis is Axis.DOWN else Check.ROW_TOTALS
                    why = "no other figures show what it is the total of"
                    yield cannot(check, cell.figure.printed, why, each.quote(cell.cell))


def _blamed(each: PlacedTable, discrepancy: Discrepancy) -> Checked:
    table = each.measured
    equation = next((one for one in discrepancy.equations if one.target == discrepancy.place), discrepancy.equations[0])
    cell = table.at(discrepancy.place)
    check = _check(equation.relation, equation.axis)
    quote = each.quote(cell.cell)
    if cell.figure.value is None:
        return cannot(check, cell.figure.printed, "the total needs a figure here", quote)
    agree = all(reads_the_same(table, part.cells) for part in discrepancy.equations)
    own = equation.relation.expected(equation.place) if equation.target == discrepancy.place else None
    verdict = compare(
        cell.figure, own or discrepancy.expected, working=working_of(table, equation),
        likely=not (discrepancy.proven and agree),
    )  # fmt: skip
    if _is_turned(table, equation, discrepancy):
        return cannot(check, cell.figure.printed, "its sign may show whether it is good or bad", quote)
    if verdict.status is Status.OK or _by_rounded_price(table, equation, discrepancy):
        return cannot(check, cell.figure.printed, "the rounding of the figures beside it leaves it open", quote)
    if table.headed_by_figures and not discrepancy.proven:
        return cannot(check, cell.figure.printed, "a row of figures stands where the headings should", quote)
    where = ", ".join(label for label in _labels(table, discrepancy.place) if label)
    if not discrepancy.proven and not equation.relation.labelled:
        return cannot(check, cell.figure.printed, "other rows or columns do not show what it follows from", quote)
    if not discrepancy.proven and lacks_parts(table, equation):
        return cannot(
            check, cell.figure.printed, "other lines fail the same way: some of their parts were not read", quote
        )
    if not discrepancy.proven and equation.relation.kind is RelationKind.PRODUCT:
        return cannot(check, cell.figure.printed, "that it is a multiple of another figure may be chance", quote)
    if equation.relation.kind is RelationKind.SUM and _mixes_units(table, equation):
        return cannot(check, cell.figure.printed, "some of its parts are not printed in its unit", quote)
    if discrepancy.place == equation.target:
        if equation.relation.kind is RelationKind.SUM and _too_far(table, equation, discrepancy):
            return cannot(check, cell.figure.printed, "too far from its parts: some of them were not read", quote)
        if _of_open_totals(table, equation):
            return cannot(check, cell.figure.printed, "the totals that it is worked out from may be wrong", quote)
        if _is_untried(table, equation):
            return cannot(check, cell.figure.printed, "it has figures where the rows that agree have none", quote)
    thousands = _with_a_comma(table, equation, discrepancy)
    if thousands is not None:
        shown = f"{thousands:,}"
        return judged(
            check, Status.WARNING, quote, printed=cell.figure.printed, expected=shown, working=verdict.working,
            message=f"{where}: {cell.figure.printed} is read as {shown}, a point for a comma", worded=True,
            code=FindingCode.MALFORMED_FIGURE,
        )  # fmt: skip
    told = f"printed {cell.figure.printed}, {verdict.working}"
    if discrepancy.place != equation.target:
        made = table.at(equation.target).figure.printed.strip()
        told += f", where {made} is printed; {verdict.expected} would mend it"
    elif verdict.difference and equation.relation.kind is RelationKind.SUM:
        told += f" ({verdict.difference})"
    if verdict.cut_off:
        told += CUT
    elif not agree and discrepancy.proven:
        told += MISREAD
    return judged(
        check, verdict.status, quote, printed=cell.figure.printed, expected=verdict.expected, working=verdict.working,
        message=f"{where}: {told}" if where else told, worded=True,
    )  # fmt: skip


def _is_turned(table: MeasureTable, equation: Equation, discrepancy: Discrepancy) -> bool:
    """Whether a variance is right but for its sign, in the row of what comes in or is left, or in several rows: papers
    print by the sign what is to the good, which is more of the one and less of the other."""
    relation = equation.relation
    if relation.kind not in (RelationKind.CHANGE, RelationKind.DIFFERENCE) or discrepancy.place != equation.target:
        return False

    def turned(place: int) -> bool:
        own, expected = table.at(equation.axis.place(relation.target, place)).figure.value, relation.expected(place)
        return own is not None and expected is not None and expected.meets(Interval.of(-own))

    many = sum(outcome is Outcome.FAILS and turned(at) for at, outcome in enumerate(relation.outcomes))
    row = frozenset(stems(table.rows[discrepancy.place[0]].label))
    return turned(equation.place) and (many > 1 or bool(row & INCOME))


def _by_rounded_price(table: MeasureTable, equation: Equation, discrepancy: Discrepancy) -> bool:
    """Whether a figure is an amount divided by a rounded price, or in the row of a total its number times the average
    price, and no farther off than that rounding: averages are printed to the penny or the pound."""
    kind, of_all = equation.relation.kind, table.rows[discrepancy.place[0]].role is Role.TOTAL
    own = table.at(equation.target).figure
    if discrepancy.place != equation.target or not own.value:
        return False
    if kind is not RelationKind.QUOTIENT and not (of_all and kind is RelationKind.PRODUCT):
        return False
    prices = [
        part.figure.step / 2 / abs(part.figure.value)
        for part in map(table.at, equation.cells[1:])
        if part.unit.kind is UnitKind.MONEY and (part.figure.places or of_all) and part.figure.value
    ]
    spare = abs(own.value) * max(prices, default=Decimal(0))
    return bool(prices) and discrepancy.expected.meets(Interval.around(own.value, spare))


def _with_a_comma(table: MeasureTable, equation: Equation, discrepancy: Discrepancy) -> int | None:
    """What a figure is whose comma is printed as a point among whole figures ("3.539" where 3,539 adds up)."""
    own = table.at(discrepancy.place).figure
    others = [table.at(place).figure for place in equation.cells if place != discrepancy.place]
    if own.value is None or own.places != 3 or any(other.places for other in others):
        return None
    thousands = own.value * 1000
    spare = HALF if discrepancy.expected.low < discrepancy.expected.high else Decimal(0)
    fits = discrepancy.expected.meets(Interval.around(thousands, spare))
    return int(thousands) if fits else None


HALF = Decimal("0.5")


def _too_far(table: MeasureTable, equation: Equation, discrepancy: Discrepancy) -> bool:
    """Whether a printed total lies so far from its parts that some of them were not read, or are none: not where a slip
    explains it, a sign among them, nor where enough other places prove of what it is the total."""
    relation, expected = equation.relation, discrepancy.expected
    own = table.at(equation.target).figure.value
    if own is not None and discrepancy.proven and expected.meets(Interval.of(-own)):
        return False
    if own is None or (relation.held >= SURE_PLACES and relation.evidence_without(equation.place) >= PROVEN):
        return False
    apart = abs(own - expected.middle)
    vectors = table.vectors[equation.axis]
    far = apart > max(max(abs(own), abs(expected.middle)) * MOST_APART, Decimal(FEW_APART))
    return far and slip_at(vectors, relation, equation.place) < SLIP


def _mixes_units(table: MeasureTable, equation: Equation) -> bool:
    """Whether a sum that holds nowhere else would add bare figures to more that are printed as money: "12 places" and
    "£1,240 a week" are no parts of a cost, though it is called a total."""
    printed = [table.at(place).figure.printed for place in equation.cells if table.at(place).figure.value is not None]
    money = sum("£" in each for each in printed)
    return equation.relation.held == 0 and len(printed) / 2 < money < len(printed)


def _of_open_totals(table: MeasureTable, equation: Equation) -> bool:
    """Whether a rate in the row of a total fails, and not both of the totals that it is worked out from add up: one
    of them may be wrong, and not the rate."""
    row = equation.place
    if equation.axis is Axis.DOWN or equation.relation.kind is not RelationKind.QUOTIENT:
        return False
    sums = [each for each in table.down if each.kind is RelationKind.SUM and each.target == row]
    if table.rows[row].role is not Role.TOTAL:
        return False
    good = (Outcome.HOLDS, Outcome.CLOSE, Outcome.TRIVIAL)
    return not all(any(each.outcomes[part] in good for each in sums) for part in equation.relation.parts)


def _is_untried(table: MeasureTable, equation: Equation) -> bool:
    """Whether another column changes nothing in the rows where a relation holds, and may in this one: then nothing
    shows whether its figures are parts of a total ("Year 4" of a programme of which the other schemes end in Year 3),
    or what a price is multiplied by where all others are of one child."""
    relation, row = equation.relation, equation.place
    added = relation.kind in (RelationKind.SUM, RelationKind.DIFFERENCE)
    if equation.axis is Axis.DOWN or relation.kind is RelationKind.CHANGE:
        return False
    holding = [at for at, outcome in enumerate(relation.outcomes) if outcome is Outcome.HOLDS]
    known = {each.target for each in table.across} if added else {relation.target, *relation.parts}
    kind = table.at(equation.target).unit.kind
    for column, cell in enumerate(table.cells[row]):
        elsewhere = {table.cells[at][column].figure.value for at in holding}
        still = elsewhere <= {None, 0} if added else len(elsewhere) == 1
        if column in known or not cell.figure.value or not still or cell.figure.value in elsewhere:
            continue
        if not added or cell.unit.kind is kind:
            return True
    return False


def _labels(table: MeasureTable, place: tuple[int, int]) -> tuple[str, str]:
    row, column = place
    section = table.rows[row].section
    label = table.rows[row].label
    heading = "" if table.headed_by_figures else table.columns[column].label
    return (f"{section}, {label}" if section else label), heading


def working_of(table: MeasureTable, equation: Equation) -> str:
    """What was worked out from what, in the words and the style of the table."""
    relation = equation.relation
    target = table.at(equation.target).figure
    parts = [table.at(place) for place in equation.cells[1:]]
    expected = relation.expected(equation.place)
    result = "" if expected is None else in_style(expected.middle, target)
    filled = [(cell.figure.printed, sign) for cell, sign in zip(parts, relation.signs, strict=True)
              if cell.figure.value is not None]  # fmt: skip
    if relation.kind in (RelationKind.SUM, RelationKind.DIFFERENCE):
        if not filled:
            return f"nothing to add = {result}"
        lines = "rows" if equation.axis is Axis.DOWN else "columns"
        if len(filled) > MOST_NAMED and all(sign > 0 for _, sign in filled):
            return f"the {len(filled)} {lines} of which it is the total add to {result}"
        added = filled[0][0] + "".join(f" {'-' if sign < 0 else '+'} {printed}" for printed, sign in filled[1:])
        return f"{added} = {result}"
    if relation.kind is RelationKind.CHANGE and len(filled) == 2:
        percent = table.at(equation.target).unit.kind is UnitKind.PERCENT is not parts[0].unit.kind
        finer = "" if expected is None else f"{plain(expected.middle)} %"
        return f"{filled[1][0]} to {filled[0][0]} is {finer if percent else result}"
    exact = "" if expected is None else plain(expected.middle, max(2, target.places))
    if relation.kind is RelationKind.SHARE and len(filled) == 2:
        return f"{filled[0][0]} of ({filled[0][0]} + {filled[1][0]}) is {exact} %"
    if relation.kind is RelationKind.PRODUCT and len(filled) == 1 and relation.factor == 1:
        return f"the same column beside it has {filled[0][0]}"
    if relation.kind is RelationKind.SHARE:
        part, whole = parts[0].figure, "the whole"
        if part.value is not None and expected is not None and expected.middle:
            whole = in_style(part.value * 100 / expected.middle, part)
        return f"{filled[0][0]} of {whole} is {exact} %"
    if relation.kind is RelationKind.QUOTIENT and len(filled) == 2:
        unit = table.at(equation.target).unit
        if unit.kind is UnitKind.PERCENT:
            return f"{filled[0][0]} of {filled[1][0]} is {exact} %"
        factor = "" if relation.factor == 1 else f"{plain(relation.factor, 0)} x "
        return f"{factor}{filled[0][0]} / {filled[1][0]} = {exact}"
    factor = "" if abs(relation.factor) == 1 else f" x {abs(relation.factor)}"
    return f"{' x '.join(printed for printed, _ in filled)}{factor} = {result}, as in the other rows"
