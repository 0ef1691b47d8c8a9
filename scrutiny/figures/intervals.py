"""Room `figures`: what a printed figure can stand for, and what figures add to.

A figure was rounded before it was printed: 55.3 stands for anything from 55.25 up to 55.35. So sums and shares are
checked as intervals, not with tolerances: if no values that print as the parts can give the printed whole, it is wrong.
Rounding is half up, as in spreadsheets; truncation is the other way that occurs, and is named when only it fits.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures.parsing import Figure, FigureKind, Unit


class Interval(Struct, frozen=True, kw_only=True):
    """Everything from `low` up to `high`, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(low=self.low + other.low, high=self.high + other.high)

    def __neg__(self) -> "Interval":
        return Interval(low=-self.high, high=-self.low)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2

    @property
    def size(self) -> "Interval":
        """The same without its sign."""
        if self.high <= 0:
            return -self
        return Interval(low=Decimal(0), high=max(-self.low, self.high)) if self.low < 0 else self

    def out_of(self, whole: "Interval", times: int | Decimal = 100) -> "Interval":
        """The share of this in a whole above nought, in percent or by another factor."""
        return Interval(low=self.low * times / whole.high, high=self.high * times / whole.low)

    def meets(self, other: "Interval") -> bool:
        """Whether a value lies in both."""
        return self.low <= other.high and other.low <= self.high

    @staticmethod
    def of(value: Decimal) -> "Interval":
        """The interval of one exact value."""
        return Interval(low=value, high=value)

    @staticmethod
    def around(value: Decimal, spare: Decimal) -> "Interval":
        """What lies no further from a value than so much."""
        return Interval(low=value - spare, high=value + spare)


def interval_of(figure: Figure, *, exact: bool = False) -> Interval | None:
    """What the figure can stand for; None where it stands for nothing (blank, not applicable, words).

    `exact` is for counts and sums of money that are printed as they are, not rounded. A suppressed figure "<5"
    stands for 0 to 4; "*" alone has no bound and gives None.
    """
    if figure.kind is FigureKind.SUPPRESSED:
        return Interval(low=Decimal(0), high=figure.below - 1) if figure.below is not None else None
    if figure.value is None:
        return None
    if exact:
        return Interval.of(figure.value)
    return Interval.around(figure.value, figure.step / 2)


_HALVES = (Decimal(0), Decimal("0.5"))


UNKNOWN_VALUE = (FigureKind.SUPPRESSED, FigureKind.NOT_AVAILABLE, FigureKind.WORDS)


def added(figures: Iterable[Figure]) -> Decimal | None:
    """What figures add to, blanks adding nothing; None where there is nothing to add, or one is hidden or in words."""
    known = list(figures)
    if any(figure.kind in UNKNOWN_VALUE for figure in known):
        return None
    values = [figure.value for figure in known if figure.value is not None]
    return sum(values, Decimal(0)) if values else None


def agrees(printed: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total can be the sum of its parts. Whole and half figures are counted, and must agree exactly; finer
    and scaled ones ("1.27", "£4k") were rounded before they were printed, and need only be able to."""
    expected = added(parts)
    if printed.value is None or expected is None or printed.value == expected:
        return printed.value is not None and expected is not None
    figures = [printed, *(part for part in parts if part.value is not None)]
    if all(figure.scale == 0 and abs(figure.value or Decimal(0)) % 1 in _HALVES for figure in figures):
        return False
    if any(figure.unit is Unit.POUNDS and figure.places == 2 for figure in figures):
        return False  # pounds and pence are counted too
    ranges = [interval for part in parts if (interval := interval_of(part)) is not None]
    own = interval_of(printed) or Interval.of(printed.value)
    return sum(ranges, Interval.of(Decimal(0))).meets(own)
