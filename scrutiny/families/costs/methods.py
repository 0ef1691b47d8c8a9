"""Family `costs`: the small grammar of methods by which a line of money follows from the lines beside it.

Takes the lines of a measure table one way and what the paper says around it (prices, parts of the year), gives the one
method that the printed figures bear out: places x price x part of the year, rate x time, (AWPU + pupil premium) x weeks
left / 52, with what is added to it. A method needs two figures that it gives exactly, and twice as many as it does not
give: one figure fits by chance, for hundreds of methods are tried.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.costs.terms import Term, Tree, evaluate, over, plus, share, times
from scrutiny.figures import Figure, FigureKind
from scrutiny.tables.measure import MeasureCell
from scrutiny.tables.units import UnitKind


class Amount(Struct, frozen=True, kw_only=True):
    """A cell as the search takes it: its value (0 for a blank one), whether a figure is printed, and the term that it
    is in a working. `slack` is how far the true value may be from the print."""

    term: Tree | None
    value: Fraction | None
    printed: bool
    slack: Fraction


class Line(Struct, frozen=True, kw_only=True):
    """A row or column of such cells, with its label and what it measures."""

    label: str
    kind: UnitKind
    amounts: tuple[Amount, ...]


class Found(Struct, frozen=True, kw_only=True):
    """A method with the tree for each place (None where a figure is missing), and the places that it gives."""

    name: str
    trees: tuple[Tree | None, ...]
    holds: tuple[bool, ...]


class Surroundings(Struct, frozen=True, kw_only=True):
    """What a paper says beside its tables: prices, and parts of a year."""

    prices: tuple[Term, ...] = ()
    parts: tuple[Fraction, ...] = ()
    moves: tuple[Fraction, ...] = ()
    """By which prices go up or down from one year to the next: 1/25 for "4 % a year"."""


_PART = re.compile(r"(?<![\d/,.£])(?P<top>\d{1,3})\s?/\s?(?P<base>\d{1,3})(?![\d/])")
_BASE = re.compile(
    r"\b(?P<base>\d{2,3})\s+(?:complete\s+|school\s+|term\s+)*(?:weeks?|days?)\b"
    r"|\b(?:weeks?|days?)\b[^.;£\d]{0,40}(?P<behind>\d{2,3})\b(?![/,%-]|\.\d)",
    re.IGNORECASE,
)
"""Accepts "190 school days", "a year of school weeks is taken as 39"."""

_WORDS = {
    "half": (1, 2), "third": (1, 3), "quarter": (1, 4), "twelfth": (1, 12),
}  # fmt: skip
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_IN_WORDS = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)}|an?)[\s-]+(?P<part>half|third|quarter|twelfth)s?\b|\b(?P<lone>half)\b",
    re.IGNORECASE,
)

USUAL = (
    Fraction(1, 52),
    Fraction(1, 12),
    Fraction(5, 12),
    Fraction(7, 12),
    Fraction(1, 2),
    Fraction(1, 3),
    Fraction(2, 3),
)
"""Parts of a year that a paper need not print: weeks of a funding period, months, the places of April and of September,
halves and terms."""


def find_parts(text: str) -> tuple[Fraction, ...]:
    """The parts of a whole that a text names: "5/12", "two thirds", one of "190 school days"."""
    found: list[Fraction] = []
    for match in _PART.finditer(text):
        top, base = int(match["top"]), int(match["base"])
        if (0 < top < base <= 366 and top + 1 != base) or (top, base) in ((1, 2), (2, 3), (3, 4)):
            found.append(Fraction(top, base))
    bases = [int(match["base"] or match["behind"]) for match in _BASE.finditer(text)]
    found += [Fraction(1, base) for base in bases if 12 <= base <= 366]
    for match in _IN_WORDS.finditer(text):
        if match["lone"]:
            found.append(Fraction(1, 2))
            continue
        top, base = _WORDS[match["part"].lower()]
        count = match["count"].lower()
        found.append(Fraction((_COUNTS.index(count) + 1) if count in _COUNTS else top, base))
    return tuple(dict.fromkeys(part for part in found if 0 < part < 1))


_MOVES = re.compile(
    r"\b(?:(?P<up>uplift\w*|ris(?:es?|en|ing)|rose|increas\w*|inflation\w*)|discount\w*|reduc\w*|cuts?|falls?|fell)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<![\d.,])(?P<percent>\d{1,2}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)", re.IGNORECASE)


def find_moves(sentences: Iterable[str]) -> tuple[Fraction, ...]:
    """By how much a paper says that prices move: "an uplift of 4 % a year", "a discount of 5%"."""
    found = []
    for text in sentences:
        words = {bool(match["up"]) for match in _MOVES.finditer(text)}
        if len(words) == 1:
            sign = 1 if words == {True} else -1
            found += [sign * Fraction(match["percent"]) / 100 for match in _PERCENT.finditer(text)]
    return tuple(dict.fromkeys(found))


def cell_value(figure: Figure) -> Fraction | None:
    """The exact value of a cell; of "46/52" the part itself."""
    match = re.fullmatch(r"(\d{1,3})\s?/\s?(\d{1,3})", figure.printed.strip())
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
    match = re.fullmatch(r"(\d{1,3})\s?/\s?(\d{1,3})", printed)
    term: Tree = Term(printed=printed, value=value, key=key, line=line)
    if match:
        term = over(
            Term(printed=match[1], value=Fraction(int(match[1])), key=key),
            Term(printed=match[2], value=Fraction(int(match[2]))),
        )
    return Amount(term=term, value=value, printed=True, slack=Fraction(figure.step) / 2)


MOST_COUNTED = 3
"""Counts that a rate is multiplied by: pupils, hours a week and weeks. With so many, no part of a year is tried."""

_COUNTED = (UnitKind.COUNT, UnitKind.PLACES, UnitKind.DAYS, UnitKind.WEEKS)
_PAID = (UnitKind.MONEY, UnitKind.RATE)


def find_method(target: Line, others: Sequence[Line], around: Surroundings) -> Found | None:
    """The method that gives most figures of the target; of several the simplest. Where those of several differ for a
    figure that none of them gives, nothing is said of that figure."""
    best: tuple[int, int] | None = None
    alike: list[tuple[int, Found]] = []
    for cost, name, trees in _candidates(target, others, around):
        holds = tuple(_holds(tree, own) for tree, own in zip(trees, target.amounts, strict=True))
        tried = sum(tree is not None and own.printed for tree, own in zip(trees, target.amounts, strict=True))
        held = sum(holds)
        if held < 2 or held < 2 * (tried - held) or (best is not None and held < best[0]):
            continue
        if best is None or held > best[0]:
            alike.clear()
        best = (held, -cost) if best is None else max(best, (held, -cost))
        alike.append((cost, Found(name=name, trees=tuple(trees), holds=holds)))
    if not alike:
        return None
    found = min(alike, key=lambda each: each[0])[1]
    own = tuple(
        tree if held or len({evaluate(one) for _, each in alike if (one := each.trees[at]) is not None}) == 1 else None
        for at, (tree, held) in enumerate(zip(found.trees, found.holds, strict=True))
    )
    return replace(found, trees=own)


def _holds(tree: Tree | None, own: Amount) -> bool:
    value = evaluate(tree) if tree is not None and own.printed else None
    return value is not None and own.value is not None and abs(value - own.value) <= own.slack


_NAMES = {UnitKind.WEEKS: "weeks", UnitKind.DAYS: "days", UnitKind.PLACES: "places", UnitKind.COUNT: "number"}


def _candidates(
    target: Line, others: Sequence[Line], around: Surroundings
) -> Iterator[tuple[int, str, list[Tree | None]]]:
    """Every method with its trees; the part of the year in it is what the largest figure asks for, where a paper has
    such a part."""
    counted = [line for line in others if _counts(line)]
    paid = [line for line in others if line not in counted and line.kind in (*_PAID, UnitKind.UNKNOWN)]
    money = [line for line in paid if line.kind is not UnitKind.RATE]
    named = dict.fromkeys(find_parts(target.label))
    parts = dict.fromkeys((*named, *around.parts, *USUAL))
    bases: list[tuple[int, str, list[Tree | None], Sequence[Line]]] = []
    bases += [(1, "rate", [amount.term for amount in line.amounts], counted) for line in paid]
    bases += [(2, "(sum of rates)", _added(pair), counted) for pair in itertools.combinations(money, 2)]
    bases += [(2, "price", list[Tree | None]([price] * len(target.amounts)), counted) for price in around.prices]
    bases += _prices_by_kind(counted, around.prices, target)
    for base_cost, base_name, base, free in bases:
        for size in range(min(MOST_COUNTED, len(free)) + 1):
            for factors in itertools.combinations(free, size):
                if not factors and (base_name == "price" or (not base_name.startswith(_BY_KIND) and not named)):
                    continue  # of a figure alone, a paper says itself which part it takes
                trees = [_product(factors, tree, at) for at, tree in enumerate(base)]
                possible = {} if size == MOST_COUNTED else parts if factors else named
                for part in _parts_that_fit(
                    trees, target, possible, bare=not factors and not base_name.startswith(_BY_KIND)
                ):
                    names = [_NAMES.get(line.kind, "number") for line in factors]
                    own = [
                        _signed(_with_part(tree, part), amount)
                        for tree, amount in zip(trees, target.amounts, strict=True)
                    ]
                    yield base_cost + size + (part != 1), _method_name(names, base_name, part), own


_BY_KIND = "(number x price"
MOST_PAIRED = 8
"""Prices of which two or three are tried together; with more, chance finds some that fit."""

THREE_FROM = 10_000
"""With three prices, so much must be printed to the pound: chance fits smaller or rounder figures."""

MOST_KINDS = 5
"""Counts of which three are tried together."""


def _prices_by_kind(
    counted: Sequence[Line], prices: Sequence[Term], target: Line
) -> Iterator[tuple[int, str, list[Tree | None], Sequence[Line]]]:
    """Places of two or three kinds (bands) at a price each, with the counts that are left to multiply them by."""
    if len(prices) > MOST_PAIRED:
        return
    exact = [abs(own.value) for own in target.amounts if own.printed and own.value and own.slack < 1]
    large = len(counted) <= MOST_KINDS and all(value >= THREE_FROM for value in exact)
    for size in (2, 3) if large else (2,):
        for kinds in itertools.combinations(counted, size):
            free = [line for line in counted if line not in kinds] if size == 2 else []
            for own in itertools.product(prices, repeat=size) if size == 2 else itertools.permutations(prices, size):
                sums: list[Tree | None] = []
                for amounts in zip(*(line.amounts for line in kinds), strict=True):
                    known = [(amount.term, price) for amount, price in zip(amounts, own, strict=True) if amount.term]
                    sums.append(plus([times(term, price) for term, price in known]) if len(known) == size else None)
                yield 2 + size, f"({' + '.join(['number x price'] * size)})", sums, free


def _counts(line: Line) -> bool:
    """Whether a line is one of what is multiplied by a rate: counts, times, or parts of a whole ("2/3")."""
    parts = any(amount.term is not None and not isinstance(amount.term, Term) for amount in line.amounts)
    return parts or line.kind in _COUNTED or (line.kind is UnitKind.UNKNOWN and _small(line))


def _small(line: Line) -> bool:
    """Whether a line that no unit names holds counts: nothing above three digits."""
    values = [amount.value for amount in line.amounts if amount.printed and amount.value is not None]
    return bool(values) and all(abs(value) < 1000 for value in values)


def _added(lines: Sequence[Line]) -> list[Tree | None]:
    """The sum of some lines; what is blank adds nothing, and where all are there is nothing."""
    trees: list[Tree | None] = []
    for amounts in zip(*(line.amounts for line in lines), strict=True):
        terms = [amount.term for amount in amounts if amount.term is not None]
        known = all(amount.value is not None for amount in amounts)
        trees.append(None if not terms or not known else terms[0] if len(terms) == 1 else plus(terms))
    return trees


def _product(factors: Sequence[Line], tree: Tree | None, at: int) -> Tree | None:
    terms = [line.amounts[at].term for line in factors]
    known = [term for term in terms if term is not None]
    if tree is None or len(known) < len(terms):
        return None
    counts = [term for term in known if isinstance(term, Term)]
    parts = [term for term in known if not isinstance(term, Term)]
    return times(*counts, tree, *parts) if known else tree


def _parts_that_fit(
    trees: Sequence[Tree | None], target: Line, parts: dict[Fraction, None], *, bare: bool
) -> Iterator[Fraction]:
    """The parts of a year by which the products give two figures; 1 stands for the whole. A line without a factor is
    no method for itself."""
    ratios = []
    for tree, own in zip(trees, target.amounts, strict=True):
        value = evaluate(tree) if tree is not None and own.printed and own.value else None
        if value and own.value:
            ratios.append((abs(own.value / value), own.slack / abs(value)))
    for part in (Fraction(1), *parts):
        if bare and part == 1:
            continue
        if sum(abs(ratio - part) <= slack for ratio, slack in ratios) >= 2:
            yield part


def _with_part(tree: Tree | None, part: Fraction) -> Tree | None:
    if tree is None or part == 1:
        return tree
    if part.numerator == 1:
        return over(tree, Term(printed=str(part.denominator), value=Fraction(part.denominator)))
    return times(tree, share(part.numerator, part.denominator))


def _signed(tree: Tree | None, own: Amount) -> Tree | None:
    """The tree with the sign of what is printed: deductions stand in brackets."""
    if tree is None or own.value is None or own.value >= 0:
        return tree
    value = evaluate(tree)
    return tree if value is not None and value < 0 else plus([tree], [-1])


def _method_name(factors: Sequence[str], base: str, part: Fraction) -> str:
    if part == Fraction(1, 52) or (base == "(sum of rates)" and "weeks" in factors):
        return "A x (B/52): the amount for the year x weeks left / 52"
    pieces = [*factors, base]
    if part != 1:
        pieces.append(
            f"{part.numerator}/{part.denominator} of the year"
            if part.numerator > 1 or part.denominator < 12
            else f"1/{part.denominator}"
        )
    return " x ".join(pieces)
