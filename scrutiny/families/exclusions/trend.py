"""Room `exclusions`: permanent exclusions year by year.

Takes the figures of the year table, gives a `TrendYear` for each academic year in order: the sum of its year
groups and the change on the year before.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from scrutiny.families.exclusions.facts import TOTAL, Measure, TrendYear, YearFigure

WIDEST = 30
"""Characters of the longest bar."""


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
        before = next((other for other in trend if other.academic_year == _year_before(year)), None)
        change = pupils - before.pupils if before is not None else None
        percent = (
            (change * 100 / before.pupils).quantize(Decimal("0.1"), ROUND_HALF_UP)
            if change is not None and before is not None and before.pupils
            else None
        )
        totals = (
            figure for figure in years
            if figure.academic_year == year and figure.year_group == TOTAL and figure.key_stage is None
        )  # fmt: skip
        trend.append(
            TrendYear(
                academic_year=year, heading_printed=own[0].heading_printed, pupils=pupils,
                before=before.academic_year if before else None, change=change,
                percent_change=percent, quote=next(totals, own[0]).quote,
            )
        )  # fmt: skip
    return tuple(trend)


def _year_before(year: str) -> str | None:
    """None for a part year."""
    if len(year) != len("2020/21"):
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


def sparkline(values: Sequence[Decimal | None], *, ascii_only: bool = False) -> str:
    """A small picture of a row of figures, one character each, drawn from 0 to the largest; a space where there is
    none. In ASCII the steps are digits from 0 to 9."""
    steps = "0123456789" if ascii_only else "▁▂▃▄▅▆▇█"
    largest = max((value for value in values if value is not None), default=Decimal(0))
    return "".join(
        " " if value is None else steps[int(value * (len(steps) - 1) / largest) if largest > 0 and value > 0 else 0]
        for value in values
    )
