"""Room `statements`: several counts in a row, each with its share in a bracket, and the one whole that they are of.

Takes a sentence and the one before, gives the shares of "214 (68%) agreed, 56 (18%) did not and 44 (14%) were unsure".
The whole is a count that is printed before them, or all of them together, if no more than one of the shares is not of
it; where that one is the share of another figure of the sentences, nothing is given.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.figures import Unit, interval_of, parse_figure
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.model import Quantity, Share
from scrutiny.statements.quantities import find_quantities

_BRACKET = pattern_of(r"^\s*(?:of\s+(?:which|whom|these|them)\s+|[a-z'’-]+\s+){0,2}?[(\[]\s*$")
_CLOSED = pattern_of(r"\s*[)\],](?!\s+of\s+(?:the|all|those|our)\b)")

SOME = 2
"""Shares that a whole fits, which make it that of one more."""

Pair = tuple[Quantity, Quantity]


def find_based(text: str, before: str) -> Iterator[Share]:
    """Every share of a row of them, with their whole."""
    quantities = find_quantities(text)
    pairs = list(_pairs(text, quantities))
    if len(pairs) < SOME or len({percent.mention.figure.places for _, percent in pairs}) > 1:
        return
    paired = {id(each) for pair in pairs for each in pair}
    printed = [
        each
        for each in (*find_quantities(before), *quantities)
        if id(each) not in paired and each.unit is Unit.NUMBER and each.exact and not each.is_year
    ]
    largest = max(count.value for count, _ in pairs)
    wholes = [each for each in printed if each.value >= largest and not each.mention.figure.places]
    together = _together([count for count, _ in pairs])
    if len(pairs) > SOME and all(each.value != together.value for each in wholes):
        wholes.append(together)
    found = [(whole, [pair for pair in pairs if not _fits(*pair, whole.value)]) for whole in wholes]
    best = min((len(misfits) for _, misfits in found), default=SOME)
    those = [(whole, misfits) for whole, misfits in found if len(misfits) == best]
    if best > 1 or len(those) != 1:
        return
    whole, misfits = those[0]
    if len(pairs) - best < SOME and whole.value != together.value:
        return
    others = [each.value for each in (*printed, *(count for count, _ in pairs)) if each.value]
    if not any(_fits(*misfit, other) for misfit in misfits for other in others):
        yield from (Share(part=count, whole=whole, percent=percent) for count, percent in pairs)


def _pairs(text: str, quantities: Sequence[Quantity]) -> Iterator[Pair]:
    """Counts right before the bracket of a percentage."""
    for count, percent in pairwise(quantities):
        counted = count.unit is Unit.NUMBER and count.exact and not count.is_year and not count.mention.figure.places
        share = percent.unit is Unit.PERCENT and percent.exact
        if counted and share and _BRACKET.match(text[count.end : percent.start]) and _CLOSED.match(text, percent.end):
            yield count, percent


def _fits(count: Quantity, percent: Quantity, whole: Decimal) -> bool:
    rounded = interval_of(percent.mention.figure)
    return rounded is not None and whole > 0 and rounded.low <= count.value * 100 / whole <= rounded.high


def _together(counts: Sequence[Quantity]) -> Quantity:
    """All counts of a row as their whole, which is printed nowhere."""
    figure = parse_figure(f"{sum(each.value for each in counts):,}")
    named = replace(figure, printed=f"{figure.printed} ({' + '.join(each.printed for each in counts)})")
    return Quantity(mention=replace(counts[0].mention, figure=named, start=0, end=0))
