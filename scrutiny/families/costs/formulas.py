"""Room `costs`: the formulas. Every number comes in as an argument; nothing is rounded here."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from scrutiny.families.costs.facts import Rounding

PARTS_OF_YEAR = 2
"""A half year is one part of two: the star of the papers, "pupil goes halfway through the academic year"."""


def annual_cost(school_days: int, daily: Decimal) -> Decimal:
    """What a place costs in a year: school days x (day rate + transport)."""
    return school_days * daily


def daily_contribution(awpu: Decimal, top_up: Decimal, school_days: int) -> Fraction:
    """The excluding school's share of one school day, by local agreement."""
    return Fraction(awpu + top_up) / school_days


def contribution(awpu: Decimal, top_up: Decimal, school_days: int, days: int) -> Fraction:
    """The excluding school's share of the days that are left."""
    return daily_contribution(awpu, top_up, school_days) * days


def break_even(investment: Decimal, net_costs: Sequence[Decimal]) -> tuple[Decimal, Decimal, int]:
    """The mean net cost of a case, how many cases the investment is worth (to three places), and that rounded up."""
    mean = sum(net_costs, Decimal(0)) / len(net_costs)
    exact = Fraction(investment) / Fraction(mean)
    return mean, decimal(exact, 3), int(decimal(exact, 12).to_integral_value(ROUND_CEILING))


def decimal(value: Fraction | Decimal, places: int = 2) -> Decimal:
    """A fraction as a decimal, rounded half up."""
    exact = value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def rounding_of(printed: Decimal, exact: Fraction) -> Rounding:
    """How the printed figure follows from the exact one, to the places that it prints."""
    if Fraction(printed) == exact:
        return Rounding.EXACT
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    if value.quantize(step, ROUND_HALF_UP) == printed:
        return Rounding.HALF_UP
    return Rounding.CUT_OFF if value.quantize(step, ROUND_DOWN) == printed else Rounding.NEITHER
