"""Room `figures`: what a printed figure can stand for.

A figure was rounded before it was printed: 55.3 stands for anything from 55.25 up to 55.35. Sums and shares of
printed figures are therefore checked as intervals, not with tolerances: if no true values that print as the
parts can give the printed whole, the whole is wrong, whatever the rounding. Rounding is half up, as in
spreadsheets; truncation is the other way that occurs, and is named when only it fits.
"""

from decimal import Decimal

from msgspec import Struct

from scrutiny.figures.parsing import Figure, FigureKind


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
