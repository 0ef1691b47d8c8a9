"""Part of the room `products`: a figure that a text states, and whether one of a paper can be what a summary states.

Takes two `Numeral`s, says whether one fits the other within what its wording allows. `extracting` finds them.
"""

import functools
import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from scrutiny.figures import Interval, Unit, interval_of
from scrutiny.figures.mentions import Mention


class Kind(StrEnum):
    """What a numeral is."""

    NUMBER = "number"
    MULTIPLE = "multiple"
    """ "doubled": so many times as much"""
    DATE = "date"
    YEARS = "years"
    """a year, or two years that belong together"""
    TIME = "time"
    RANGE = "range"


Key = tuple[int | None, ...]


class Numeral(Struct, frozen=True, kw_only=True):
    """A numeral with its place. `mention` is there for numbers and multiples; `key` for the others: year, month and
    day of a date (None where not said), first and last year, hour and minute, first and last of a range."""

    kind: Kind
    printed: str
    start: int
    end: int
    mention: Mention | None = None
    key: Key = ()
    age: bool = False
    fraction: bool = False
    """Whether it is a share as "one in six": allowed to be as far off as the next such share."""

    @property
    def unit(self) -> Unit:
        return Unit.NUMBER if self.mention is None else self.mention.unit

    @property
    def value(self) -> Decimal:
        assert self.mention is not None
        return self.mention.value

    @property
    def number(self) -> bool:
        return self.kind is Kind.NUMBER

    def allows(self) -> Interval:
        """All that the wording allows the true figure to be."""
        assert self.mention is not None
        if self.fraction:
            of = 100 / self.value  # one in so many
            half = Decimal("0.5")
            return Interval(low=100 / (of + half), high=100 / (of - half) if of > 1 else Decimal(100))
        if self.mention.about is not None and significant(self.mention.figure.printed) > ROUND:
            return interval_of(self.mention.figure) or Interval.of(self.value)  # "up to 14,350" is no rough figure
        allowed, figure = self.mention.allows(), self.mention.figure
        if self.mention.about is None or figure.scale or not figure.places or significant(figure.printed) < ROUND:
            return allowed
        near = Interval.around(self.value, 5 * figure.step)  # "some 61.7%" may be 62%, and hardly 59%
        return Interval(low=max(allowed.low, near.low), high=min(allowed.high, near.high))

    def times(self) -> Interval:
        """What "doubled", "nearly double", "more than twice" allow."""
        value, about = self.value, self.mention.about if self.mention else None
        if about in ("more than", "over", "at least", "just over"):
            return Interval(low=value, high=value * Decimal("1.12" if about == "just over" else "1.45"))
        if about in ("nearly", "almost", "less than", "under", "just under"):
            return Interval(low=value * Decimal("0.85"), high=value)
        return Interval(low=value * Decimal("0.93" if value <= 2 else "0.9"), high=value * Decimal("1.12"))


def significant(printed: str) -> int:
    """The digits of a figure without the noughts at its end."""
    return len(re.sub(r"\D", "", printed).strip("0"))


BOUNDS = ("up to", "over", "more than", "at least", "at most", "under", "less than", "fewer than", "in excess of")
"""Words of a rough figure that name a bound, which is another one where the figure is."""

ABOVE = ("over", "more than", "at least", "in excess of", "just over")
BELOW = ("under", "less than", "fewer than", "at most", "up to", "just under")
"""Those of a bound from which the true figure lies up, or down: "over 1,100" is not 1,062."""


def _are_opposed(one: str | None, other: str | None) -> bool:
    """Whether of two rough figures the one lies up from what it says and the other down: "more than double"."""
    return (one in ABOVE and other in _UP_TO) or (other in ABOVE and one in _UP_TO)


_UP_TO = (*BELOW, "nearly", "almost")

ROUND = 3
"""Significant digits up to which a number above a thousand counts as rounded: 9,200, 258,000, 1,470,000."""

LARGE = 100_000
"""A number from which on one digit more may be left: 182,300."""


def rounded(numeral: Numeral) -> Interval:
    """What a number can stand for where it may have been rounded: to its last digit that is not nought."""
    own = numeral.allows()
    value = abs(numeral.value)
    if numeral.unit is Unit.PERCENT or value < 1000 or value % 1:
        return own
    digits = format(value, "f").rstrip("0")
    zeros = len(format(value, "f")) - len(digits)
    if zeros < 2 or len(digits) > ROUND + (value >= LARGE):
        return own
    half = Decimal(10) ** zeros / 2
    half = min(half, value * Decimal("0.05"))
    low, high = min(own.low, numeral.value - half), max(own.high, numeral.value + half)
    bound = numeral.mention.about if numeral.mention is not None else None
    return Interval(low=own.low if bound in ABOVE else low, high=own.high if bound in BELOW else high)


def fits(claim: Numeral, told: Numeral, *, derived: bool = False) -> bool:
    """Whether what the paper prints is what a summary states, within what the wording of the summary allows."""
    if claim.kind is not told.kind:
        if claim.kind is Kind.MULTIPLE and told.number and told.unit is Unit.PERCENT:
            return claim.times().meets(Interval.of(told.value / 100))
        if claim.kind is Kind.YEARS and told.kind is Kind.DATE:
            return claim.key[1] is None and claim.key[0] == told.key[0]
        return False
    if claim.kind is Kind.DATE:
        (year, month, day), (year2, month2, day2) = claim.key, told.key
        return (
            month == month2
            and (day is None or day == day2)
            and (year is None or year2 is None or year == year2)
            and (day is not None or year is not None)
        )
    if claim.kind is Kind.YEARS:
        if claim.key[1] is None:
            return claim.key[0] in told.key
        first, last = told.key[0], told.key[1]
        return claim.key == told.key or (
            claim.key == (first, (first or 0) + 1) and last == (first or 0) + 2
        )  # a misprint
    if claim.kind in (Kind.TIME, Kind.RANGE):
        return claim.key == told.key
    return _same_number(claim, told, derived)


def _same_number(claim: Numeral, told: Numeral, derived: bool) -> bool:
    mine, other = claim.mention, told.mention
    assert mine is not None and other is not None
    mine_value, value = mine.figure.value, other.figure.value
    assert mine_value is not None and value is not None
    if abs(mine_value) == abs(value):
        return alike(claim, told) and not _are_opposed(mine.about, other.about)
    if other.share and other.allows().meets(Interval.of(mine_value)):
        own = interval_of(mine.figure)  # "33%" is "a third", and 35% is more than the paper says
        return alike(claim, told) and (mine.share or (own is not None and own.meets(Interval.of(value))))
    if other.about is not None and other.about == mine.about and other.about in BOUNDS and not mine.share:
        return False  # "up to five" is not "up to three"
    if mine.in_words and mine.about is None and is_small(claim) and claim.unit is Unit.NUMBER:
        return False  # "twelve schools" are not 11.75
    low, high, loose, step = _bounds(mine, claim.fraction)
    if not (low <= value <= high or low <= -value <= high):
        return False
    if not loose and abs(value) == high:
        return False  # 9.5 is rounded to 10
    finer = derived or other.in_words or other.figure.step < step
    return (loose or finer) and alike(claim, told)


@functools.lru_cache(maxsize=256)
def _bounds(mention: Mention, fraction: bool) -> tuple[Decimal, Decimal, bool, Decimal]:
    """What a number of a summary may stand for, and whether its wording or its noughts say that it was rounded."""
    numeral = Numeral(kind=Kind.NUMBER, printed="", start=0, end=0, mention=mention, fraction=fraction)
    allowed = rounded(numeral)
    rough = mention.about is not None or mention.share or fraction
    loose = rough or bool(mention.figure.scale) or allowed != numeral.allows()
    return allowed.low, allowed.high, loose, mention.figure.step


def stands_among(numeral: Numeral, others: Sequence[Numeral], *, row: bool) -> bool:
    """Whether one of the figures of a passage is what a summary states: a share that its sentence gives (`row`: not a
    row) is no whole number that has no unit."""
    bare = numeral.unit is Unit.PERCENT and not row
    return any(
        fits(numeral, each)
        and not (bare and each.unit is Unit.NUMBER and each.mention is not None and not each.mention.figure.places)
        for each in others
    )


DOZEN = 12


def is_small(numeral: Numeral) -> bool:
    """Whether it is a whole number up to a dozen: such ones stand everywhere."""
    return numeral.mention is not None and abs(numeral.value) <= DOZEN and not numeral.mention.figure.places


def alike(claim: Numeral, told: Numeral) -> bool:
    """Whether both can count the same: a bare figure of a table may be pounds or a percentage, points are no per
    cent."""
    if claim.unit is told.unit:
        return True
    assert claim.mention is not None and told.mention is not None
    units = {claim.unit, told.unit}
    if units == {Unit.NUMBER, Unit.POUNDS}:
        return True
    return units == {Unit.NUMBER, Unit.PERCENT} and (told.unit is Unit.NUMBER or claim.mention.figure.places > 0)
