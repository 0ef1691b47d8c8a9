"""Family `costs`: what the figures of a table are worked out from, within the table.

Takes measure tables, puts every figure of money into the `Book` with the explanations that its table shows: totals,
differences, balances carried forward, prices per place (`tables.relations`), and products with parts of the year
(`methods`). Cases may be rows or columns, totals first or last, contributions negative or in lines of their own.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from scrutiny.families.costs.book import Book, Entry, Explanation, Strength, fits
from scrutiny.families.costs.methods import Amount, Found, Line, find_method
from scrutiny.families.costs.naming import MONEY, CostTable, about, scale_of
from scrutiny.families.costs.surroundings import Surroundings
from scrutiny.figures.workings import Term, Tree, evaluate, over, plus, terms_of
from scrutiny.sources import Quote
from scrutiny.tables import Cell
from scrutiny.tables.balance import Discrepancy, find_discrepancies, find_sisters, is_given
from scrutiny.tables.confirming import reads_the_same
from scrutiny.tables.equations import Equation
from scrutiny.tables.measure import Axis
from scrutiny.tables.relations import Outcome, Relation, RelationKind
from scrutiny.tables.roles import Role
from scrutiny.tables.units import UnitKind

Quoter = Callable[[Cell], Quote]


def explain_tables(book: Book, tables: Sequence[CostTable], around: Surroundings, quote: Quoter) -> None:
    """Every figure of money of some tables, with the explanations that they show."""
    for each in tables:
        _enter(book, each, quote)
    sisters = find_sisters([each.table for each in tables])
    heads = [_headed(each) for each in tables]
    for at, each in enumerate(tables):
        alike = [tables[other] for other, head in enumerate(heads) if other != at and head == heads[at]]
        _products(book, each, around, alike)
        for axis in Axis:
            _run_on(book, each, axis)
        for axis in Axis:
            for relation in each.table.relations(axis):
                if not is_given(each.table, axis, relation):
                    _relation(book, each, axis, relation)
        for discrepancy in find_discrepancies(each.table, sisters):
            _blame(book, each, discrepancy)


def _enter(book: Book, each: CostTable, quote: Quoter) -> None:
    table = each.table
    for row, cells in enumerate(table.cells):
        for column, cell in enumerate(cells):
            if cell.figure.value is None or not each.is_money(row, column):
                continue
            (what, case), labels = about(table, row, column)
            book.add(
                Entry(
                    name=each.name(row, column), what=what, case=case, labels=labels,
                    figure=cell.figure, quote=quote(cell.cell),
                    scale=scale_of(cell), unit=cell.unit.printed if scale_of(cell) else None,
                )
            )  # fmt: skip


# --- what the table's own arithmetic shows --------------------------------------------------------


def _relation(book: Book, each: CostTable, axis: Axis, relation: Relation) -> None:
    for place, outcome in enumerate(relation.outcomes):
        equation = Equation(axis=axis, relation=relation, place=place)
        row, column = equation.target
        entry = book.entries.get(each.name(row, column))
        if entry is None or outcome is Outcome.OPEN:
            continue
        tree = _tree(each, equation)
        if outcome is Outcome.TRIVIAL and tree is not None and len(list(terms_of(tree))) < 2:
            continue  # the total of one figure shows nothing
        if relation.kind is RelationKind.QUOTIENT and outcome is not Outcome.FAILS and tree and not fits(entry, tree):
            continue  # it holds only if "30" places are some 30: what is counted is not rounded
        if tree is not None:
            strength = Strength.LIKELY if outcome is Outcome.FAILS else Strength.SHOWN
            own = Explanation(tree=tree, method=_method(equation), strength=strength, around=relation.expected(place))
            entry.explanations.append(own)


def _tree(each: CostTable, equation: Equation) -> Tree | None:
    relation = equation.relation
    pairs = [(each.term(*place), sign) for place, sign in zip(equation.cells[1:], relation.signs, strict=True)]
    known = [(term, sign) for term, sign in pairs if term is not None]
    kind = relation.kind
    if kind in (RelationKind.SUM, RelationKind.DIFFERENCE, RelationKind.CHANGE):
        percent = each.table.at(equation.target).unit.kind is UnitKind.PERCENT
        missing = pairs[0][0] is None and -1 in relation.signs
        missing |= kind is not RelationKind.SUM and len(known) < len(pairs)  # blank is nothing in sums only
        if percent or missing or not known:
            return None
        return plus([term for term, _ in known], [sign for _, sign in known])
    if kind is RelationKind.QUOTIENT and len(known) == 2 and relation.factor == 1:
        return over(known[0][0], known[1][0])
    return None  # products are found with their parts of the year by `methods`


def _method(equation: Equation) -> str:
    kind = equation.relation.kind
    if kind is RelationKind.SUM:
        if -1 in equation.relation.signs and len(equation.relation.parts) > 2:
            return "opening + in - out = closing"
        return "difference" if -1 in equation.relation.signs else "sum"
    return "cost / places" if kind is RelationKind.QUOTIENT else "difference"


def _blame(book: Book, each: CostTable, discrepancy: Discrepancy) -> None:
    """The figure that does not balance, worked out from those beside it."""
    entry = book.entries.get(each.name(*discrepancy.place))
    if entry is None or not (discrepancy.proven or any(one.relation.labelled for one in discrepancy.equations)):
        return
    several = any(one.relation.held > one.relation.failed for one in discrepancy.equations)
    several = several and all(reads_the_same(each.table, one.cells) for one in discrepancy.equations)
    # a lone total may have a wrong part
    strength = Strength.SHOWN if discrepancy.proven and several else Strength.LIKELY
    own = [equation for equation in discrepancy.equations if equation.target == discrepancy.place]
    trees = [tree for equation in own if (tree := _tree(each, equation)) is not None]
    entry.explanations += [
        Explanation(tree=tree, method=_method(own[0]), strength=strength, around=discrepancy.expected) for tree in trees
    ]


# --- products with parts of the year --------------------------------------------------------------


def _headed(each: CostTable) -> list[str]:
    """The headings of a table: one that runs on below them has the same."""
    return [line.label.casefold() for line in each.table.columns]


def _products(book: Book, each: CostTable, around: Surroundings, alike: Sequence[CostTable]) -> None:
    table = each.table
    for axis in (Axis.ACROSS, Axis.DOWN):
        lines = [_line(each, axis, at) for at in range(len(table.lines(axis)))]
        if len(lines) > MOST_LINES or len(lines) < 2:
            continue
        factors = _Factors(each, axis, lines)
        shown: dict[int, Found] = {}
        targets = [_line(each, axis, at, money_only=True) for at in range(len(lines))]
        for at, target in enumerate(targets):
            if at in factors.totals or at in factors.divided or target.kind not in (*MONEY, UnitKind.UNKNOWN):
                continue
            found = find_method(target, factors.first(at), around)
            if found is None and (more := factors.with_sums(at)) is not None:
                found = find_method(target, more, around)
            if found is None and axis is Axis.ACROSS and alike:
                found = _as_there(each, alike, factors, at, around)
            if found is not None:
                shown[at] = found
        for at, found in shown.items():
            if not _turns_round(each, axis, at, shown, [target.kind for target in targets]):
                _explain(book, each, axis, at, found)


def _as_there(
    each: CostTable, alike: Sequence[CostTable], factors: "_Factors", at: int, around: Surroundings
) -> Found | None:
    """The method of a column by its figures and those of tables with the same headings: a single row below a page
    break proves none. Only for the figures that it gives."""

    def joined(line: Line, own: int, *, money_only: bool = False) -> Line:
        others = (_line(other, Axis.ACROSS, own, money_only=money_only) for other in alike)
        return replace(line, amounts=(*line.amounts, *(amount for other in others for amount in other.amounts)))

    target = joined(_line(each, Axis.ACROSS, at, money_only=True), at, money_only=True)
    found = find_method(target, [joined(factors.lines[other], other) for other in factors.first_places(at)], around)
    if found is None:
        return None
    rows = range(len(each.table.rows))
    return replace(
        found,
        holds=found.holds[: len(rows)],
        trees=tuple(found.trees[row] if found.holds[row] else None for row in rows),
    )


class _Factors:
    """Which lines of a table each line may be worked out from, by what the table's own sums and quotients show."""

    def __init__(self, each: CostTable, axis: Axis, lines: Sequence[Line]) -> None:
        table = each.table
        relations = [relation for relation in table.relations(axis) if not is_given(table, axis, relation)]
        self.sums = {one.target: one for one in table.relations(axis) if one.kind is RelationKind.SUM}
        self.totals = {at for at, relation in self.sums.items() if relation.labelled}
        """Of a sum that no word expects, the figures may be worked out otherwise, and divided between its parts."""
        self.divided = {
            relation.target: relation.parts
            for relation in relations
            if relation.kind is RelationKind.QUOTIENT
            and relation.factor == 1
            and lines[relation.target].kind is UnitKind.RATE
        }
        self.lines = [replace(line, derived=at in self.divided) for at, line in enumerate(lines)]

    def first(self, at: int) -> list[Line]:
        """What is no total is tried first; a price that was itself divided is no factor of what it was divided from:
        that turns the sum round."""
        return [self.lines[other] for other in self.first_places(at)]

    def first_places(self, at: int) -> list[int]:
        return [other for other in self._others(at) if other not in self.sums]

    def with_sums(self, at: int) -> list[Line] | None:
        """The lines with the totals that the line is no part of, if there are any: what a pupil brings in the year is a
        sum of amounts, and the weeks left are a share of it."""
        own = [other for other in self._others(at) if at not in self.sums or other not in self.sums[at].parts]
        apart = [other for other in own if other not in self.sums or at not in self.sums[other].parts]
        return [self.lines[other] for other in apart] if any(other in self.sums for other in apart) else None

    def _others(self, at: int) -> list[int]:
        return [
            other
            for other in range(len(self.lines))
            if other != at and not (other in self.divided and at in self.divided[other])
        ]


def _turns_round(each: CostTable, axis: Axis, at: int, shown: Mapping[int, Found], kinds: Sequence[UnitKind]) -> bool:
    """Whether a line is only worked out from another one that it gives itself: of two such, the one that fewer lines
    give is the first, or the price, or the one that stands before the other."""
    names = {
        other: {each.name(*axis.place(other, place)) for place in range(len(found.trees))}
        for other, found in shown.items()
    }
    uses = {
        other: {term.line for tree in found.trees if tree is not None for term in terms_of(tree)}
        for other, found in shown.items()
    }
    last = {other: (len(uses[other]), kinds[other] is not UnitKind.RATE, other) for other in shown}
    return any(uses[at] & names[other] and uses[other] & names[at] and last[at] < last[other] for other in shown)


def _explain(book: Book, each: CostTable, axis: Axis, at: int, found: Found) -> None:
    """A price that stands outside the table may not be that of every line: alone it shows no figure to be wrong."""
    whole = each.whole or _in_whole_pounds(_line(each, axis, at, money_only=True), found)
    for place, tree in enumerate(found.trees):
        entry = book.entries.get(each.name(*axis.place(at, place)))
        known = tree is not None and (found.holds[place] or all(term.key != "price" for term in terms_of(tree)))
        if entry is not None and tree is not None and known:
            entry.explanations.insert(0, Explanation(tree=tree, method=found.name, whole=whole))


def _in_whole_pounds(line: Line, found: Found) -> bool:
    """Whether all of a line is printed in whole pounds, where what gives it comes to parts of a penny, as weeks of 52
    do: then it is rounded whatever is done, and so far."""
    values = (evaluate(tree) or 0 for tree, held in zip(found.trees, found.holds, strict=True) if tree and held)
    whole = all(2 * amount.slack == 1 for amount in line.amounts if amount.printed)
    return whole and not line.scale and any(value * 100 % 1 for value in values)


NO_AMOUNT = Amount(term=None, value=None, printed=False, slack=Fraction(0))

MOST_LINES = 14
"""Columns (or rows) among which products are looked for: a table of costs with more repeats its pattern."""


def _line(each: CostTable, axis: Axis, at: int, *, money_only: bool = False) -> Line:
    """A line for the search; of one that is to be explained, only what is money."""
    table = each.table
    value = table.lines(axis)[at]
    count = len(table.lines(axis.other))
    places = [axis.place(at, place) for place in range(count)]
    kinds = [cell.unit.kind for cell in map(table.at, places) if cell.figure.value is not None]
    kind = max(set(kinds), key=kinds.count) if kinds else UnitKind.UNKNOWN
    if kind is UnitKind.RATE and not any(each.is_money(*place) for place in places):
        kind = UnitKind.COUNT
    amounts = [each.amount(*place) if each.is_money(*place) or not money_only else NO_AMOUNT for place in places]
    scale = max(map(scale_of, map(table.at, places)), default=0)
    return Line(label=value.label, kind=kind, amounts=tuple(amounts), scale=scale)


# --- lines that run on ----------------------------------------------------------------------------

FEWEST_RUNNING = 2
"""Figures after the first that must be all those before them added up, for a line to be a running total."""


def _run_on(book: Book, each: CostTable, axis: Axis) -> None:
    """Lines that start with the first amount of another and go on with all of its amounts so far added up."""
    across = [at for at, line in enumerate(each.table.lines(axis.other)) if line.role is not Role.TOTAL]
    if len(across) <= FEWEST_RUNNING:
        return
    alike: dict[Fraction, list[tuple[list[str], list[Amount]]]] = {}
    for at in range(len(each.table.lines(axis))):
        places = [axis.place(at, place) for place in across]
        own = [each.amount(*place) for place in places]
        if own[0].value and all(each.is_money(*place) for place in places):
            alike.setdefault(own[0].value, []).append(([each.name(*place) for place in places], own))
    for lines in alike.values():
        for (_, amounts), (names, running) in itertools.permutations(lines, 2):
            _runs_on(book, amounts, names, running)


def _runs_on(book: Book, amounts: Sequence[Amount], names: Sequence[str], own: Sequence[Amount]) -> None:
    """Explains a line that begins with the first amount of another if it is its running total; one figure may be
    wrong."""
    known = [amount.term for amount in amounts if isinstance(amount.term, Term)]
    if len(known) < len(amounts) or any(not term.value for term in known[: FEWEST_RUNNING + 1]):
        return
    sums = list(itertools.accumulate(term.value for term in known))
    fits = [abs((own[at].value or Fraction(0)) - sums[at]) <= own[at].slack for at in range(1, len(known))]
    if sum(fits) < FEWEST_RUNNING or len(fits) - sum(fits) > 1:
        return
    for at in range(1, len(known)):
        entry = book.entries.get(names[at])
        if entry is not None:
            entry.explanations.append(Explanation(tree=plus(known[: at + 1]), method="sum of the amounts to date"))
