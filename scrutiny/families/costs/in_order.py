"""Family `costs`: figures of a table that follow from those before them: prices that rise, amounts that run on.

Takes a table of costs, adds explanations to the book for the prices that are those of the year before with the rise
that the paper names, and for running totals ("Gap to date"). By their figures alone.
"""

import itertools
from collections.abc import Sequence
from fractions import Fraction

from scrutiny.families.costs.book import Book, Explanation
from scrutiny.families.costs.methods import Amount
from scrutiny.families.costs.surroundings import Surroundings
from scrutiny.families.costs.table import CostTable
from scrutiny.figures.verdicts import decimal
from scrutiny.figures.workings import Term, plus, times
from scrutiny.tables.measure import Axis
from scrutiny.tables.roles import Role


def explain_in_order(book: Book, each: CostTable, around: Surroundings) -> None:
    """What follows from what stands before it, in either direction."""
    _moved(book, each, around)
    for axis in Axis:
        _run_on(book, each, axis)


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


def _moved(book: Book, each: CostTable, around: Surroundings) -> None:
    """Prices that are those of the year before with the rise or the discount that the paper names: from a line to the
    next, or along a line. Two at least must be that to the last digit, and one that is not is left alone: another rise
    may hold for it."""
    rows, columns = range(len(each.table.rows)), range(len(each.table.columns))
    pairs = [[((row, column), (row, column + 1)) for row in rows] for column in columns[:-1]]
    pairs += [[((row, column), (row + 1, column)) for column in columns] for row in rows[:-1]]
    pairs += [[((row, column), (row, column + 1)) for column in columns[:-1]] for row in rows]
    pairs += [[((row, column), (row + 1, column)) for row in rows[:-1]] for column in columns]
    for move, own in itertools.product(around.moves, pairs):
        held = [(before, after) for before, after in own if _is_moved(each, before, after, move)]
        if len(held) < 2 or len(held) < 2 * (sum(each.is_money(*after) for _, after in own) - len(held)):
            continue
        for before, after in held:
            entry, term = book.entries.get(each.name(*after)), each.term(*before)
            if entry is not None and term is not None and not entry.explanations:
                factor = Term(printed=str(decimal(1 + move)), value=1 + move)
                entry.explanations.append(Explanation(tree=times(term, factor), method="price before x rise"))


def _is_moved(each: CostTable, before: tuple[int, int], after: tuple[int, int], move: Fraction) -> bool:
    if not (each.is_money(*before) and each.is_money(*after)):
        return False
    first, second = each.amount(*before), each.amount(*after)
    if not first.value or not second.value or abs(first.value * move) <= 2 * second.slack:
        return False  # a rise that rounding hides is none
    return abs(first.value * (1 + move) - second.value) <= second.slack
