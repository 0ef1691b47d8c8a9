"""Family `costs`: by which method a line of money follows from the lines beside it.

Takes the lines of a measure table one way and what the paper says around it (prices, parts of a whole), searches
products of one amount or price, or of two amounts added, with up to three counts, times and parts, and with a part of a
whole. A method is proven by at least two
different figures that it gives exactly, by twice as many as it does not give, and by figures that together have more
digits than the number of methods tried: one figure fits by chance.
"""

import itertools
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.costs.surroundings import USUAL, Surroundings, find_parts
from scrutiny.families.costs.terms import part_of, telling_digits
from scrutiny.figures import Figure, FigureKind, Unit
from scrutiny.figures.verdicts import decimal
from scrutiny.figures.workings import Term, Tree, evaluate, over, plus, times
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.measure import MeasureCell
from scrutiny.tables.units import UnitKind


class Amount(Struct, frozen=True, kw_only=True):
    """A cell as the search takes it: its value (0 for a blank one), whether a figure is printed, and the term that it
    is in a working. `slack` is how far the true value may be from the print."""

    term: Tree | None
    value: Fraction | None
    printed: bool
    slack: Fraction


class Line(Struct, frozen=True, kw_only=True, dict=True):
    """A row or column of such cells, with its label and what it measures. A `derived` one is worked out from others: a
    share of them is no factor."""

    label: str
    kind: UnitKind
    amounts: tuple[Amount, ...]
    derived: bool = False
    scale: int = 0
    """The power of ten that it is printed in."""

    @cached_property
    def values(self) -> "Values":
        """What is printed, as numbers."""
        return [decimal(own.value) if own.printed and own.value is not None else None for own in self.amounts]

    def tree(self, at: int) -> Tree | None:
        return self.amounts[at].term


class Found(Struct, frozen=True, kw_only=True):
    """A method with the tree for each place (None where a figure is missing), and the places that it gives."""

    name: str
    trees: tuple[Tree | None, ...]
    holds: tuple[bool, ...]


_OF = pattern_of(r"(\d{1,3})\s?/\s?(\d{1,3})")


def cell_value(figure: Figure) -> Fraction | None:
    """The exact value of a cell; of "46/52" the part itself."""
    match = _OF.fullmatch(figure.printed.strip())
    if match and int(match[2]):
        return Fraction(int(match[1]), int(match[2]))
    return None if figure.value is None else Fraction(figure.value)


def amount_of(cell: MeasureCell, key: str | None = None, line: str | None = None) -> Amount:
    """A cell for the search."""
    figure = cell.figure
    value = cell_value(figure)
    if value is None:
        blank = figure.kind in (FigureKind.BLANK, FigureKind.NOT_APPLICABLE)
        return Amount(term=None, value=Fraction(0) if blank else None, printed=False, slack=Fraction(0))
    printed = figure.printed.strip()
    match = _OF.fullmatch(printed)
    term: Tree = Term(printed=printed, value=value, key=key, line=line)
    if match:
        term = over(
            Term(printed=match[1], value=Fraction(int(match[1])), key=key),
            Term(printed=match[2], value=Fraction(int(match[2]))),
        )
    elif figure.unit is Unit.PERCENT or (cell.unit.kind is UnitKind.PERCENT and figure.unit is not Unit.POUNDS):
        value /= 100
        term = over(Term(printed=printed.rstrip("% "), value=value * 100), Term(printed="100", value=Fraction(100)))
    return Amount(term=term, value=value, printed=True, slack=Fraction(figure.step) / 2)


MOST_COUNTED = 3
"""Counts that a rate is multiplied by: pupils, hours a week and weeks. With so many, no part of a year is tried."""

_COUNTED = (UnitKind.COUNT, UnitKind.PLACES, UnitKind.DAYS, UnitKind.WEEKS)
_PAID = (UnitKind.MONEY, UnitKind.RATE)
_NAMES = {
    UnitKind.WEEKS: "weeks", UnitKind.DAYS: "days", UnitKind.PLACES: "places", UnitKind.COUNT: "number",
    UnitKind.PERCENT: "share",
}  # fmt: skip


def find_method(target: Line, others: Sequence[Line], around: Surroundings) -> Found | None:
    """The method that gives most figures of the target; of several the simplest. Where those of several differ for a
    figure that none of them gives, nothing is said of that figure."""
    best = 0
    alike: list[tuple[int, Found]] = []
    for cost, name, trees in _Search(target, others, around).proven():
        fits = tuple(holds(tree, own) for tree, own in zip(trees, target.amounts, strict=True))
        tried = sum(tree is not None and own.printed for tree, own in zip(trees, target.amounts, strict=True))
        held = sum(fits)
        if held < 2 or held < 2 * (tried - held) or held < best:
            continue
        if held > best:
            alike.clear()
        best = held
        alike.append((cost, Found(name=name, trees=tuple(trees), holds=fits)))
    if not alike:
        return None
    found = min(alike, key=lambda each: each[0])[1]
    own = tuple(
        tree if held or len({evaluate(one) for _, each in alike if (one := each.trees[at]) is not None}) == 1 else None
        for at, (tree, held) in enumerate(zip(found.trees, found.holds, strict=True))
    )
    return replace(found, trees=own)


def holds(tree: Tree | None, own: Amount) -> bool:
    """Whether a working gives a figure as it is printed."""
    value = evaluate(tree) if tree is not None and own.printed else None
    return value is not None and own.value is not None and abs(value - own.value) <= own.slack


# --- what is tried --------------------------------------------------------------------------------

Values = list[Decimal | None]
"""Values to 28 digits: they only rule out what cannot be, and what is left is worked out exactly."""


class _Parts(Struct, frozen=True, kw_only=True):
    """Parts of a whole that may be taken, in order; 1 is the whole."""

    exact: tuple[Fraction, ...]
    numbers: tuple[Decimal, ...]


def _in_order(parts: Iterable[Fraction]) -> _Parts:
    exact = tuple(sorted(set(parts)))
    return _Parts(exact=exact, numbers=tuple(map(decimal, exact)))


_WHOLE = _Parts(exact=(Fraction(1),), numbers=(Decimal(1),))


class _Base(Struct, frozen=True, kw_only=True):
    """What is multiplied: its values and its trees by place, and the parts that may be taken of it alone."""

    cost: int
    name: str
    values: Values
    tree: Callable[[int], Tree | None]
    alone: _Parts


class _Search:
    """The search for one line."""

    def __init__(self, target: Line, others: Sequence[Line], around: Surroundings) -> None:
        self.target, self.around = target, around
        self.counted = [line for line in others if _counts(line)]
        paid = (*_PAID, UnitKind.UNKNOWN)
        self.paid = [line for line in others if not _counts(line) and line.kind in paid]
        self.money = [line for line in self.paid if line.kind is not UnitKind.RATE]
        named = find_parts(target.label)
        timed = any(line.kind in (UnitKind.WEEKS, UnitKind.DAYS) for line in others)
        self.named, self.said = _in_order(named), _in_order((*named, *around.parts, *(() if timed else around.times)))
        scaled = {Fraction(1, 10 ** (target.scale - line.scale)) for line in self.paid if line.scale < target.scale}
        self.every = _in_order((Fraction(1), *scaled, *self.said.exact, *USUAL))
        self.own = [
            (at, value, decimal(own.slack), telling_digits(own.value or 0, 2 * own.slack or 1))
            for at, (value, own) in enumerate(zip(target.values, target.amounts, strict=True))
            if value
        ]
        self.tried = 0

    def proven(self) -> Iterator[tuple[int, str, list[Tree | None]]]:
        """Every method that the figures prove, the simplest first, with its trees."""
        bases = sorted(self._bases(), key=lambda base: base.cost)
        products = [
            (factors, _multiplied([line.values for line in factors]))
            for size in range(1, MOST_COUNTED + 1)
            for factors in itertools.combinations(self.counted, size)
        ]
        for base in bases:
            yield from self._products(base, (), base.values, base.alone)
            for factors, values in products:
                product = _multiplied([base.values, values])
                parts = _WHOLE if len(factors) == MOST_COUNTED else self.every
                yield from self._products(base, factors, product, parts)

    def _products(
        self, base: _Base, factors: Sequence[Line], values: Values, parts: _Parts
    ) -> Iterator[tuple[int, str, list[Tree | None]]]:
        self.tried += len(parts.exact)
        for part in self._parts_that_fit(values, parts):
            names = [_NAMES.get(line.kind, "number") for line in factors]
            whole = (_product(factors, base.tree(at), at) for at in range(len(values)))
            parts_ = (None if tree is None else part_of(tree, part) for tree in whole)
            trees = [_signed(tree, own) for tree, own in zip(parts_, self.target.amounts, strict=True)]
            yield base.cost + len(factors) + (part != 1), _method_name(names, base.name, part), trees

    def _parts_that_fit(self, values: Values, parts: _Parts) -> Iterator[Fraction]:
        """The parts by which the products give enough figures."""
        numbers = parts.numbers
        held: dict[int, dict[Decimal, int]] = {}
        for at, own, slack, digits in self.own:
            value = values[at]
            if not value:
                continue
            ratio, apart = abs(own / value), slack / abs(value) + LAST
            place = bisect_left(numbers, ratio - apart)
            while place < len(numbers) and numbers[place] <= ratio + apart:
                held.setdefault(place, {})[own] = digits  # the same figure again shows nothing
                place += 1
        for place, figures in held.items():
            if len(figures) >= 2 and sum(figures.values()) > len(str(self.tried)):
                yield parts.exact[place]

    def _bases(self) -> Iterator[_Base]:
        for line in self.paid:
            yield _Base(cost=1, name="rate", values=line.values, tree=line.tree,
                        alone=self.named if line.derived else self.said)  # fmt: skip
        for one, other in itertools.combinations(self.money, 2):
            yield self._pair(one, other)
        count, nothing = len(self.target.amounts), _in_order(())
        for price in self.around.prices:
            same = [price] * count
            yield _Base(
                cost=2, name="price", values=[decimal(price.value)] * count, tree=same.__getitem__, alone=nothing
            )

    def _pair(self, one: Line, other: Line) -> _Base:
        def tree(at: int) -> Tree | None:
            return _added((one.amounts[at], other.amounts[at]))

        values: Values = [
            None if first.value is None or second.value is None or not (first.printed or second.printed)
            else decimal(first.value + second.value)
            for first, second in zip(one.amounts, other.amounts, strict=True)
        ]  # fmt: skip
        return _Base(cost=2, name="(sum of rates)", values=values, tree=tree, alone=self.named)


LAST = Decimal("1e-20")
"""How far a quotient may be off that is worked out to 28 digits."""


def _counts(line: Line) -> bool:
    """Whether a line is one of what is multiplied by a rate: counts, times, or parts of a whole ("2/3", "40 %")."""
    parts = any(amount.term is not None and not isinstance(amount.term, Term) for amount in line.amounts)
    return not line.derived and (parts or line.kind in _COUNTED or (line.kind is UnitKind.UNKNOWN and _small(line)))


def _small(line: Line) -> bool:
    """Whether a line that no unit names holds counts: nothing above three digits."""
    values = [amount.value for amount in line.amounts if amount.printed and amount.value is not None]
    return bool(values) and all(abs(value) < 1000 for value in values)


def _multiplied(factors: Sequence[Values]) -> Values:
    values = factors[0]
    for others in factors[1:]:
        values = [a * b if a is not None and b is not None else None for a, b in zip(values, others, strict=True)]
    return values


def _added(amounts: Sequence[Amount]) -> Tree | None:
    """The sum of some amounts; what is blank adds nothing, and where all are there is nothing."""
    terms = [own.term for own in amounts if own.term is not None]
    if not terms or any(own.value is None for own in amounts):
        return None
    return plus(terms) if len(terms) > 1 else terms[0]


def _product(factors: Sequence[Line], tree: Tree | None, at: int) -> Tree | None:
    terms = [line.amounts[at].term for line in factors]
    known = [term for term in terms if term is not None]
    if tree is None or len(known) < len(terms):
        return None
    counts = [term for term in known if isinstance(term, Term)]
    parts = [term for term in known if not isinstance(term, Term)]
    return times(*counts, tree, *parts) if known else tree


def _signed(tree: Tree | None, own: Amount) -> Tree | None:
    """The tree with the sign of what is printed: deductions stand in brackets."""
    if tree is None or own.value is None or own.value >= 0:
        return tree
    value = evaluate(tree)
    return tree if value is not None and value < 0 else plus([tree], [-1])


def _method_name(factors: Sequence[str], base: str, part: Fraction) -> str:
    if part == Fraction(1, 52) or (base == "(sum of rates)" and "weeks" in factors and part == 1):
        return "A x (B/52): the amount for the year x weeks left / 52"
    pieces = [*factors, base]
    if part > 1:
        pieces.append("time")
    elif part != 1 and part.denominator % 1000:  # thousands are no part of a year
        pieces.append(
            f"{part.numerator}/{part.denominator} of the year"
            if part.numerator > 1 or part.denominator < 12
            else f"1/{part.denominator}"
        )
    return " x ".join(pieces)
