"""Room `costs`: what a report says of the cost of placements. Types only.

`printed` is exact money as the paper prints it, None where it prints none; what is recomputed is exact and unrounded
unless it says otherwise. Money is in pounds.
"""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from scrutiny.figures.verdicts import decimal
from scrutiny.figures.workings import Tree
from scrutiny.findings import Finding
from scrutiny.sources import Quote


class Rounding(StrEnum):
    """How a printed figure follows from the exact one."""

    EXACT = "exact"
    HALF_UP = "rounded half up"
    CUT_OFF = "cut off"
    NEITHER = "neither rounded nor cut off"


class DayRate(Struct, frozen=True, kw_only=True):
    """What a place costs in one academic year: `school_days` x (`day_rate` + `transport`)."""

    academic_year: str
    school_days: int
    day_rate: Decimal | None
    transport: Decimal | None
    daily: Decimal
    printed: Decimal
    recomputed: Decimal
    quote: Quote


class PlacementYear(Struct, frozen=True, kw_only=True):
    """What one pupil's place costs in one year group. `academic_year` follows from the pupil's other years: None
    where no year explains them. `half_year` is the star of the paper: half of the year's cost."""

    case: str
    excluded_year_group: int
    year_group: int
    academic_year: str | None
    half_year: bool
    printed: Decimal
    recomputed: Decimal | None
    working: str
    quote: Quote

    @property
    def difference(self) -> Decimal | None:
        return None if self.recomputed is None else self.printed - self.recomputed


class CaseTotal(Struct, frozen=True, kw_only=True):
    """All years of one pupil, the excluding school's contribution, and what is left to the High Needs Block."""

    case: str
    total_printed: Decimal | None
    total: Decimal
    contribution_printed: Decimal | None
    contribution: Decimal | None
    net_printed: Decimal | None
    net: Decimal | None
    quote: Quote


class Contribution(Struct, frozen=True, kw_only=True):
    """The excluding school's share by local agreement: (AWPU + top-up) / school days x days left."""

    key_stage: str | None
    awpu: Decimal
    top_up: Decimal
    school_days: int
    days: int
    daily_printed: Decimal | None
    daily: Decimal
    printed: Decimal | None
    recomputed: Decimal
    rounding: Rounding
    quote: Quote


class Total(Struct, frozen=True, kw_only=True):
    """A sum over all cases."""

    name: str
    printed: Decimal | None
    recomputed: Decimal
    working: str
    quote: Quote

    @property
    def difference(self) -> Decimal | None:
        return None if self.printed is None else self.printed - self.recomputed


class BreakEven(Struct, frozen=True, kw_only=True):
    """How many avoided exclusions an investment needs: it divided by the mean net cost of a case, rounded up."""

    investment: Decimal
    mean_net: Decimal
    exact: Decimal
    exclusions: int
    printed: int | None
    quote: Quote


class CostLine(Struct, frozen=True, kw_only=True):
    """A printed cost with the method that explains it. `recomputed` and `method` are None where none does; `working` is
    then the reason. `follows` says that it is only wrong because a figure that it is worked out from is wrong. `tree`
    is the working as something that can be worked out again, `name` what other lines call it. `printed` is verbatim,
    `value` and `recomputed` are in pounds; `tree` and `taken` are in units of 10**`scale` pounds, as printed."""

    name: str
    what: str
    case: str | None
    printed: str
    value: Fraction
    recomputed: Decimal | None
    method: str | None
    working: str
    follows: bool
    tree: Tree | None
    taken: Fraction
    """What other lines take from it."""
    scale: int
    quote: Quote

    @property
    def called(self) -> str:
        return f"{self.what}, {self.case}" if self.case else self.what

    @property
    def difference(self) -> Decimal | None:
        return None if self.recomputed is None else decimal(self.value) - self.recomputed


class CostReport(Struct, frozen=True, kw_only=True):
    """Everything found in one report, and what does not agree."""

    day_rates: tuple[DayRate, ...]
    placements: tuple[PlacementYear, ...]
    case_totals: tuple[CaseTotal, ...]
    contributions: tuple[Contribution, ...]
    totals: tuple[Total, ...]
    break_even: BreakEven | None
    findings: tuple[Finding, ...]
    lines: tuple[CostLine, ...] = ()
    printed: tuple[CostLine, ...] = ()
    """The other amounts, which no method explains."""
    year_costs: tuple[tuple[str, Decimal], ...] = ()
    """What a place costs in each academic year, where a table of cases is worked out from it."""
    left_out: int = 0
    """Tables that speak of placements and give savings, not costs: nothing is read from them."""
    unused: int = 0
    """Amounts of the tables that are read which no working explains or uses."""

    @property
    def empty(self) -> bool:
        worked = any(line.method for line in self.lines)
        return not (self.placements or self.contributions or worked or self.printed or self.break_even)
