"""Family `costs`: lines of a table that run on. Takes a table of costs, adds explanations to the book for running
totals ("Gap to date"), by their figures alone."""

import itertools
from collections.abc import Sequence
from fractions import Fraction

from scrutiny.families.costs.book import Book, Explanation
from scrutiny.families.costs.methods import Amount
from scrutiny.families.costs.table import CostTable
from scrutiny.figures.workings import Term, plus
from scrutiny.tables.measure import Axis
from scrutiny.tables.roles import Role

FEWEST_RUNNING = 2
"""Figures after the first that must be all those before them added up, for a line to be a running total."""


def run_on(book: Book, each: CostTable, axis: Axis) -> None:
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
