"""Room `exclusions`: permanent exclusions year by year.

Takes the figures of the year table, gives a `TrendYear` for each academic year in order: the sum of its year
groups and the change on the year before.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain

from scrutiny.families.exclusions.facts import TOTAL, WHOLE_YEAR, Measure, TrendYear, YearFigure
from scrutiny.stages import academic

WIDEST = 30
"""Characters of the longest bar."""


def find_trend(years: Sequence[YearFigure]) -> tuple[TrendYear, ...]:
    """The years of one table, the first that is said to be of permanent exclusions or else does not say, from the
    earliest to the latest. A year with a hidden figure is left out, for its sum is unknown; so is one that holds rows
    which are not understood, unless the printed total is the sum that the table itself shows. A table of one kind of
    school, of some pupils or of one term makes no trend."""
    years = [figure for figure in years if figure.scope is None]
    tables = [figure.place[0] for measure in (Measure.PERMANENT, None) for figure in years if figure.measure is measure]
    years = [figure for figure in years if figure.measure in (Measure.PERMANENT, None)]
    if any(figure.year_group != TOTAL for figure in years):
        years = list(chain.from_iterable(_alike(years, tables[0])))
    trend: list[TrendYear] = []
    for year in sorted({figure.academic_year for figure in years}):
        own = [figure for figure in years if figure.academic_year == year]
        pupils = _pupils(own)
        if pupils is None:
            continue
        before = next((other for other in trend if other.academic_year == _year_before(year)), None)
        change = pupils - before.pupils if before is not None else None
        percent = (
            (change * 100 / before.pupils).quantize(Decimal("0.1"), ROUND_HALF_UP)
            if change is not None and before is not None and before.pupils
            else None
        )
        total = _total(own)
        trend.append(
            TrendYear(
                academic_year=year, heading_printed=own[0].heading_printed, pupils=pupils,
                before=before.academic_year if before else None, change=change,
                percent_change=percent, quote=(total or own[0]).quote, measure=own[0].measure,
            )
        )  # fmt: skip
    return tuple(trend)


def _alike(years: Sequence[YearFigure], first: int) -> Iterator[list[YearFigure]]:
    """The figures of the first table, and of each that has the same rows for other years; none where its only totals
    are said to be of one part ("All secondary")."""
    own = [figure for figure in years if figure.place[0] == first]
    parts = {figure.key_stage for figure in own if figure.is_total}
    if len(parts) == 1 and None not in parts:
        return
    seen: set[str] = set()
    for number in (first, *sorted({figure.place[0] for figure in years if figure.measure is own[0].measure} - {first})):
        table = [figure for figure in years if figure.place[0] == number]
        named = {figure.academic_year for figure in table}
        if not seen & named and {figure.label for figure in table} == {figure.label for figure in own}:
            seen |= named
            yield table


def _total(own: Sequence[YearFigure]) -> YearFigure | None:
    return next((figure for figure in own if figure.year_group == TOTAL and figure.key_stage is None), None)


def _pupils(own: Sequence[YearFigure]) -> Decimal | None:
    """All pupils of a year: the sum of its year groups. Where rows are not understood, or the table shows another sum
    for its printed total, only that total, where it is right."""
    leaves = [figure for figure in own if figure.leaf]
    total = _total(own)
    hidden = any(figure.printed is not None and figure.value is None for figure in leaves)
    whole = sum((figure.value for figure in leaves if figure.value is not None), Decimal(0))
    known = bool(leaves) and not hidden and all(figure.understood for figure in leaves)
    if known and (total is None or total.value in (None, whole) or (total.wrong and total.recomputed == whole)):
        return whole
    if total is None or total.value is None or total.wrong:
        return None
    return None if leaves and (hidden or total.recomputed != total.value) else total.value


def _year_before(year: str) -> str | None:
    """None for a part of a year. Years are compared with their like: academic with academic, financial with financial,
    calendar with calendar."""
    if not WHOLE_YEAR.fullmatch(year):
        return None
    first = int(year[:4])
    return academic(first - 1, year[4]) if len(year) > 4 else str(first - 1)


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
