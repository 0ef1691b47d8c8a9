"""Room `exclusions`: permanent exclusions year by year.

Takes the figures of the year table, gives a `TrendYear` for each academic year in order: the sum of its year
groups and the change on the year before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from scrutiny.exclusions.model import TOTAL, Measure, YearFigure
from scrutiny.sources import Quote

WIDEST = 30
"""Characters of the longest bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendYear:
    """One academic year. `percent_change` is to one decimal, None where the year before had none; a part year
    has no change.

    `quote` is the printed total of the year where there is one, else the first figure that the sum was made from.
    """

    academic_year: str
    heading_printed: str
    pupils: Decimal
    change: Decimal | None
    percent_change: Decimal | None
    quote: Quote

    @property
    def whole(self) -> bool:
        """Whether it is no part year ("2020/21 to date"), which is not compared with whole ones."""
        return _is_whole(self.academic_year)


def find_trend(years: Sequence[YearFigure]) -> tuple[TrendYear, ...]:
    """The years of one table, the first that is said to be of permanent exclusions or else does not say, from the
    earliest to the latest. A year with a hidden figure is left out, for its sum is unknown."""
    tables = [figure.place[0] for measure in (Measure.PERMANENT, None) for figure in years if figure.measure is measure]
    years = [figure for figure in years if tables and figure.place[0] == tables[0]]
    order = sorted({figure.academic_year for figure in years})
    trend: list[TrendYear] = []
    for year in order:
        own = [figure for figure in years if figure.academic_year == year and figure.year_group != TOTAL]
        if not own or any(figure.printed is not None and figure.value is None for figure in own):
            continue
        pupils = sum((figure.value for figure in own if figure.value is not None), Decimal(0))
        before = next((other.pupils for other in trend if other.academic_year == _year_before(year)), None)
        change = pupils - before if before is not None else None
        percent = (
            (change * 100 / before).quantize(Decimal("0.1"), ROUND_HALF_UP) if change is not None and before else None
        )
        totals = (
            figure for figure in years
            if figure.academic_year == year and figure.year_group == TOTAL and figure.key_stage is None
        )  # fmt: skip
        trend.append(
            TrendYear(
                academic_year=year, heading_printed=own[0].heading_printed, pupils=pupils, change=change,
                percent_change=percent, quote=next(totals, own[0]).quote,
            )
        )  # fmt: skip
    return tuple(trend)


def _is_whole(year: str) -> bool:
    return len(year) == len("2020/21")


def _year_before(year: str) -> str | None:
    """None for a part year."""
    if not _is_whole(year):
        return None
    first = int(year[:4])
    return f"{first - 1}/{first % 100:02d}"


def bar(value: Decimal, largest: Decimal, *, ascii_only: bool = False) -> str:
    """A bar as long as the value's share of the largest; its end is told by eighths, or by # in ASCII."""
    if largest <= 0 or value <= 0:
        return ""
    if ascii_only:
        return "#" * max(1, int((value * WIDEST / largest).to_integral_value(ROUND_HALF_UP)))
    eighths = int((value * WIDEST * 8 / largest).to_integral_value(ROUND_HALF_UP))
    whole, rest = divmod(max(eighths, 1), 8)
    return "█" * whole + ("" if rest == 0 else "▏▎▍▌▋▊▉"[rest - 1])
