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
from scrutiny.figures.slips import SLIP, digit_evidence
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.model import Quantity, Share
from scrutiny.statements.quantities import find_quantities

_BRACKET = pattern_of(r"^\s*(?:of\s+(?:which|whom|these|them)\s+|[a-z'’-]+\s+){0,3}?[(\[]\s*$")
_CLOSED = pattern_of(r"\s*[)\],](?!\s+of\s+(?:the|all|those|our)\b)")

SOME = 2
"""Shares that a whole fits, which make it that of one more."""

Pair = tuple[Quantity, Quantity]


def find_based(text: str, before: str) -> Iterator[Share]:
    """Every share of a row of them, with their whole."""
    quantities = find_quantities(text)
    pairs = list(find_pairs(text, quantities))
    paired = {id(each) for pair in pairs for each in pair}
    printed = [
        each
        for each in (*find_quantities(before), *quantities)
        if id(each) not in paired and each.unit is Unit.NUMBER and each.exact and not each.is_year
    ]
    if len(pairs) >= SOME:
        yield from _of_row(pairs, printed, quantities)
    for row in _rows(text, pairs):
        yield from _of_two(row)


def _rows(text: str, pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """Pairs that no semicolon parts, where there are two."""
    row: list[Pair] = []
    for at, pair in enumerate(pairs):
        row.append(pair)
        if at + 1 == len(pairs) or ";" in text[pair[1].end : pairs[at + 1][0].start]:
            if len(row) == SOME:
                yield row
            row = []


def _of_two(row: Sequence[Pair]) -> Iterator[Share]:
    """ "306 (36.8%) wanted the one and 525 (63.2%) the other": where one share shows, by its decimals, that they are of
    both together, and the other is but a slip away."""
    whole = _together([count for count, _ in row])
    wrong = [pair for pair in row if not fits(*pair, whole.value)]
    if len(wrong) == 1 and all(percent.mention.figure.places for _, percent in row):
        count, percent = wrong[0]
        right = round(count.value * 100 / whole.value, percent.mention.figure.places)
        if digit_evidence(percent.value, right) >= SLIP:
            yield Share(part=count, whole=whole, percent=percent)


def _of_row(pairs: Sequence[Pair], printed: Sequence[Quantity], quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Shares of a whole that most of them fit."""
    if len({percent.mention.figure.places for _, percent in pairs}) > 1:
        return
    largest = max(count.value for count, _ in pairs)
    wholes = [each for each in printed if each.value >= largest and not each.mention.figure.places]
    together = _together([count for count, _ in pairs])
    if len(pairs) > SOME and all(each.value != together.value for each in wholes):
        wholes.append(together)
    found = [(whole, [pair for pair in pairs if not fits(*pair, whole.value)]) for whole in wholes]
    best = min((len(misfits) for _, misfits in found), default=SOME)
    those = [(whole, misfits) for whole, misfits in found if len(misfits) == best]
    if best > 1 or len(those) != 1:
        return
    whole, misfits = those[0]
    if len(pairs) - best < SOME and whole.value != together.value and not _leave_nothing(pairs, whole, quantities):
        return
    others = [each.value for each in (*printed, *(count for count, _ in pairs)) if each.value]
    if not any(fits(*misfit, other) for misfit in misfits for other in others):
        yield from (Share(part=count, whole=whole, percent=percent) for count, percent in pairs)


def _leave_nothing(pairs: Sequence[Pair], whole: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether two shares of a whole that stands before them make all of it: "60 were here, 45 by day (75%) and 15 by
    night (25%)"."""
    shares = [interval_of(percent.mention.figure) for _, percent in pairs]
    low, high = (sum((getattr(each, end) for each in shares if each), Decimal(0)) for end in ("low", "high"))
    return len(pairs) == SOME and low <= HUNDRED <= high and whole in quantities and whole.end <= pairs[0][0].start


HUNDRED = Decimal(100)


def find_pairs(text: str, quantities: Sequence[Quantity]) -> Iterator[Pair]:
    """Counts right before the bracket of a percentage."""
    for count, percent in pairwise(quantities):
        counted = count.unit is Unit.NUMBER and count.exact and not count.is_year and not count.mention.figure.places
        share = percent.unit is Unit.PERCENT and percent.exact
        if counted and share and _BRACKET.match(text[count.end : percent.start]) and _CLOSED.match(text, percent.end):
            yield count, percent


def fits(count: Quantity, percent: Quantity, whole: Decimal) -> bool:
    rounded = interval_of(percent.mention.figure)
    return rounded is not None and whole > 0 and rounded.low <= count.value * 100 / whole <= rounded.high


def _together(counts: Sequence[Quantity]) -> Quantity:
    """All counts of a row as their whole, which is printed nowhere."""
    figure = parse_figure(f"{sum(each.value for each in counts):,}")
    named = replace(figure, printed=f"{figure.printed} ({' + '.join(each.printed for each in counts)})")
    return Quantity(mention=replace(counts[0].mention, figure=named, start=0, end=0))
