"""Room `statements`: figures that the other figures of their sentence account for.

Takes a sentence, gives where those figures stand that are parts of a total which stands beside them and which they make
exactly, or that a bracket counts out of the one before it ("69 by agencies (56 of them by one)"). Whoever looks for
what the figures of a passage are to one another may leave them aside.
"""

import functools
from decimal import Decimal

from scrutiny.statements.based import find_pairs, fits
from scrutiny.statements.quantities import find_quantities, is_aside
from scrutiny.statements.sums import find_divisions, find_sums_told


@functools.lru_cache(maxsize=64)
def find_settled(text: str) -> frozenset[int]:
    """Where the figures of a sentence begin that are parts of others of it."""
    quantities = find_quantities(text)
    if len(quantities) < LEAST:
        return frozenset()
    found = {each.start for each in quantities if is_aside(text, each)}
    for told in find_sums_told(text):
        if (
            sum((part.value * sign for part, sign in zip(told.parts, told.signs, strict=True)), ZERO)
            == told.total.value
        ):
            found |= {part.start for part in told.parts}
    for division in find_divisions(text):
        if sum((part.value for part in division.parts), ZERO) == division.whole.value:
            found |= {part.start for part in division.parts}
    for count, percent in find_pairs(text, quantities):
        if any(
            each.end <= count.start and each.value > count.value and fits(count, percent, each.value)
            for each in quantities
        ):
            found.add(count.start)
    return frozenset(found)


LEAST = 2
"""Figures of a sentence of which one may be a part of another."""

ZERO = Decimal(0)
