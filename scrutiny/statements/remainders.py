"""Room `statements`: what is called the rest.

Takes a sentence and the one before it, gives what "the remaining 4" leaves out as a sum: the whole that stands before
it, or 100 %, with the parts between. Of several readings the one that fits is given; where none does, one is only
given that its words make plain, or that a slip of a figure explains.
"""

import math
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.figures import Interval, Unit, interval_of
from scrutiny.figures.slips import SLIP, digit_evidence, slip_of_sum, swap_evidence
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.accounts import HUNDRED, THE_REST, all_there_is
from scrutiny.statements.model import Quantity, Sum
from scrutiny.statements.quantities import find_quantities, is_of_kind, without_asides, words_before
from scrutiny.statements.relations import OF, WHOLE

_LEFT_OVER = pattern_of(r"\b(?:with|and|leaving)\s+(?:only|just|the)?\s*$")
_LEFT = pattern_of(r"\s+(?:[a-z]+\s+)?(?:remain(?:ed|ing|s)?|left|outstanding|(?:still|yet)\s+to|to\s+(?:go|do|be))\b")
"""On either side of a rest that has no article: "with only 4 remaining", "leaving 4 to be done"."""

MOST_PARTS = 6
"""Figures between a whole and its rest; among more than that, some are of another thing."""


def find_rest(text: str, before: str) -> Iterator[Sum]:
    """ "56 of the 60 alarms were fitted; the remaining 4 …", "31% walk and 24% ride. The remaining 45% …"."""
    if not any(word in text for word in ("remain", "other", "rest", "left", "leaving", "with only")):
        return
    both = without_asides(f"{before} {text}")
    quantities = [each for each in find_quantities(both) if not each.is_year]
    for at, rest in enumerate(quantities):
        if rest.start <= len(before) or not _is_rest(both, rest) or not rest.exact:
            continue
        earlier = [each for each in quantities[:at] if each.unit is rest.unit][-MOST_PARTS:]
        readings = list(_shares(earlier) if rest.is_share else _wholes(both, earlier))
        yield from _best(both, rest, readings, earlier)


def _is_rest(text: str, rest: Quantity) -> bool:
    before = words_before(text, rest)
    return bool(THE_REST.search(before) or (_LEFT_OVER.search(before) and _LEFT.match(text, rest.end)))


Reading = tuple[Quantity, tuple[Quantity, ...]]
"""A whole with its parts but for the rest."""


def _shares(earlier: Sequence[Quantity]) -> Iterator[Reading]:
    """All shares before the rest, or the last few of them, of 100 %."""
    whole = all_there_is()
    for first in range(len(earlier)):
        parts = tuple(earlier[first:])
        if sum(each.value for each in parts) < HUNDRED and not any(each.mention.share for each in parts):
            yield whole, parts


def _wholes(text: str, earlier: Sequence[Quantity]) -> Iterator[Reading]:
    """Any figure with those behind it, or the last few of them; a part of it may stand right before it."""
    for at in range(len(earlier) - 1, -1, -1):
        whole = earlier[at]
        part = earlier[at - 1 : at] if at and OF.match(text[earlier[at - 1].end : whole.start]) else ()
        for first in range(at + 1, len(earlier) + 1):
            for those in ((*part, *earlier[first:]), earlier[first:]):
                if those and sum(each.value for each in those) < whole.value:
                    yield whole, tuple(those)


def _best(text: str, rest: Quantity, readings: Sequence[Reading], earlier: Sequence[Quantity]) -> Iterator[Sum]:
    """The reading that fits; else the only one in which nothing is left over."""
    sums = [_sum_of(rest, *reading) for reading in readings]
    right = next((each for each in sums if _left(each).meets(_range(rest))), None)
    if right is not None:
        yield right
        return
    of_all = len(earlier) if rest.is_share else len(earlier) - 1
    whole = [(told, *each) for told, each in zip(sums, readings, strict=True) if len(each[1]) == of_all]
    if len(whole) != 1 or not earlier or _SOME_MORE.search(text, earlier[0].end, rest.start):
        return
    told, of_what, parts = whole[0]
    if all(each.exact for each in (of_what, *parts)) and (_is_plain(text, rest, of_what, parts) or _is_slip(told)):
        yield told


_SOME_MORE = pattern_of(r"\b(?:one|another|some|several|few|many|most|both|half|others)\b", re.IGNORECASE)
"""Between a whole and its rest: more parts, of which no figure tells."""


def _is_plain(text: str, rest: Quantity, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a rest is plainly that of a whole: "56 of the 60 alarms …, and the other 6"; nothing else is counted."""
    if len(parts) != 1 or rest.is_share or rest.unit is not Unit.NUMBER or parts[0].start > whole.start:
        return False
    det = WHOLE.search(text[: whole.start])
    alone = len(find_quantities(text[parts[0].start :])) == 3
    return bool(det and det["det"] and alone and is_of_kind(text, rest, whole))


def _is_slip(told: Sum) -> bool:
    """Whether a figure is off by digits that are easily mistaken, which makes the others its whole and parts."""
    rest, left, step = told.total, _left(told), told.total.mention.figure.step
    parts = [(part.value, sign) for part, sign in zip(told.parts, told.signs, strict=True)]
    if not rest.is_share and rest.value >= HUNDRED:
        return slip_of_sum(rest.value, left, parts, step, digit_evidence) >= SLIP
    apart = Interval.of(rest.value) - left
    found = [swap_evidence(part, Interval.of(part) + (apart if sign > 0 else -apart), step) for part, sign in parts]
    return max(swap_evidence(rest.value, left, step), max(found) - math.log10(len(found))) >= SLIP


def _sum_of(rest: Quantity, whole: Quantity, parts: Sequence[Quantity]) -> Sum:
    return Sum(total=rest, parts=(whole, *parts), signs=(1, *(-1 for _ in parts)), sure=True)


def _left(told: Sum) -> Interval:
    ranges = [_range(each) for each in told.parts]
    return Interval(
        low=ranges[0].low - sum((each.high for each in ranges[1:]), Decimal(0)),
        high=ranges[0].high - sum((each.low for each in ranges[1:]), Decimal(0)),
    )


def _range(each: Quantity) -> Interval:
    figure = each.mention.figure
    exact = figure.scale == 0 and not figure.places and not each.is_share
    return each.mention.allows() if not each.exact else interval_of(figure, exact=exact) or Interval.of(each.value)
