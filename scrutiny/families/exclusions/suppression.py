"""Room `exclusions`: small numbers hidden, so that a report can be published.

Takes an `InclusionReport`, gives the same report with every count of pupils below a limit hidden (0 is a true zero
and stays), and as many more as it takes so that none can be worked out: never a hidden figure alone beside the total
that gives it away, never a hidden total above figures that all show, never hidden figures that can only all be 1. A
figure of a school that is hidden in one table is hidden in the other as well. Percentages, rates, money and half
credits are no counts of pupils and stay. Conventions differ (DOMAIN: "Suppression"): the limit is the caller's.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import TypeVar

from msgspec.structs import replace

from scrutiny.families.exclusions.check import same_school
from scrutiny.families.exclusions.facts import (
    InclusionReport,
    Key,
    Measure,
    OtherFigure,
    Outreach,
    PanelFigure,
    SchoolFigure,
    SummedFigure,
    TableFigure,
    TableSum,
    TrendYear,
    YearFigure,
)
from scrutiny.figures import FigureKind, Unit, parse_figure
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.sources import Quote, Quoted
from scrutiny.tables.roles import names_total
from scrutiny.tables.units import UnitKind, find_unit

HIDDEN = "*"

SAY_FIGURES = {
    FindingCode.TOTAL_MISMATCH, FindingCode.PERCENT_MISMATCH, FindingCode.STATED_TWICE, FindingCode.OTHER_COVERAGE,
    FindingCode.SUPPRESSION_LEAKS, FindingCode.CHANGE_MISMATCH, FindingCode.ARITHMETIC_MISMATCH,
    FindingCode.RATE_MISMATCH, FindingCode.PARTS_MISMATCH,
}  # fmt: skip

F = TypeVar("F", bound=TableFigure)


def suppress(report: InclusionReport, below: int) -> InclusionReport:
    """The report without its counts from 1 up to `below`, and without what would give them away."""
    figures = _counted(report)
    values: dict[Key, Decimal | None] = {key: figure.value for key, figure in figures.items()}
    values.update({row.place: row.pupils for row in report.outreach if row.place})
    values.update({row.place: row.referrals for row in report.referrals if row.place})
    values.update({("said", at): figure.value for at, figure in enumerate(report.said)})
    sums = _all_sums(report, values)
    for each in sums:
        if values.get(each.total) is None:
            known = [value for part in each.parts if (value := values.get(part)) is not None]
            values.setdefault(each.total, sum(known, Decimal(0)))
    small = {key for key, value in values.items() if value is not None and 0 < value < below}
    unknown = {
        key for key, figure in figures.items() if parse_figure(figure.printed or "").kind is FigureKind.SUPPRESSED
    }
    hidden = _enough(small | unknown, sums, values, _same_figures(report, figures))
    return _without(report, hidden, below)


def suppress_all(reports: Sequence[InclusionReport], below: int) -> tuple[InclusionReport, ...]:
    """The reports of one paper without their small counts. Where one hides a figure, no finding of any names figures:
    what the checks of all papers find stands in the last report, whichever it is about."""
    found = [suppress(report, below) for report in reports]
    if all(new is old for new, old in zip(found, reports, strict=True)):
        return tuple(reports)
    return tuple(replace(report, findings=tuple(map(_silent, report.findings))) for report in found)


# --- what is counted ------------------------------------------------------------------------------


def key_of(figure: TableFigure) -> Key:
    """The cell of a figure."""
    return (*figure.place, figure.column)


def _counted(report: InclusionReport) -> dict[Key, TableFigure]:
    """The figures that count pupils: column by column, for one look at a column says whether it counts."""
    columns: dict[tuple[int, int], list[TableFigure]] = {}
    for figure in (*report.panels, *report.schools, *report.others):
        columns.setdefault((figure.place[0], figure.column), []).append(figure)
    found: dict[Key, TableFigure] = {key_of(figure): figure for figure in report.years}
    for own in columns.values():
        whole = all(_may_count(figure) for figure in own)
        found.update({key_of(figure): figure for figure in own if whole or figure.unit == "count"})
    return {key: figure for key, figure in found.items() if _may_count(figure, sure=True)}


def _may_count(figure: TableFigure, *, sure: bool = False) -> bool:
    """Whether a figure can be a number of pupils. Without a unit, one with a comma may be money."""
    printed = parse_figure(figure.printed or "")
    heading = figure.heading if isinstance(figure, OtherFigure) else getattr(figure, "measure", None) or ""
    return (
        (figure.value is None or figure.value % 1 == 0)
        and printed.unit is Unit.NUMBER
        and (sure or figure.unit == "count" or "," not in printed.printed)
        and figure.unit in (None, "count", "exclusions", "places", *Measure)
        and find_unit(heading).kind in (UnitKind.COUNT, UnitKind.UNKNOWN)
        and "£" not in heading
    )


# --- what adds to what ----------------------------------------------------------------------------


def _all_sums(report: InclusionReport, values: Mapping[Key, Decimal | None]) -> list[TableSum]:
    """What the tables show to add up, what a reader may take to add up, and what the tool adds up itself: a total that
    it would print by itself has a key of its own."""
    sums = [each for each in report.sums if {each.total, *each.parts} <= values.keys()]
    columns: dict[tuple[int, int], list[YearFigure | PanelFigure]] = {}
    summed: tuple[YearFigure | PanelFigure, ...] = (*report.years, *report.panels)
    for figure in summed:
        if key_of(figure) in values:
            columns.setdefault((figure.place[0], figure.column), []).append(figure)
    for own in columns.values():
        sums += _sums(own)
        sums += _sums_by_panel([figure for figure in own if isinstance(figure, PanelFigure)])
    tables: dict[int, dict[int, dict[int, Key]]] = {}
    listed: tuple[SchoolFigure | OtherFigure, ...] = (*report.schools, *report.others)
    for each in listed:
        if key_of(each) in values:
            number, place = each.place
            tables.setdefault(number, {}).setdefault(place, {})[each.column] = key_of(each)
    sums += [found for rows in tables.values() for found in _sums_beside(rows, values)]
    for lists in (report.outreach, report.referrals):
        keys: dict[object, list[Key]] = {}
        for row in lists:
            if row.place:
                keys.setdefault(row.place[0], []).append(row.place)
        sums += [TableSum(tuple(own), ("total", table)) for table, own in keys.items()]
    return sums


def _sums_by_panel(column: Sequence[PanelFigure]) -> Iterator[TableSum]:
    """What each of several panels of one table holds, and what all of them do."""
    heads = [figure for figure in column if figure.school is None and not figure.of_panels]
    for head in heads:
        own = tuple(key_of(figure) for figure in column if figure.school is not None and figure.panel == head.panel)
        if own:
            yield TableSum(own, key_of(head))
            yield from (TableSum(tuple(map(key_of, heads)), key_of(figure)) for figure in column if figure.of_panels)


MOST_BESIDE = 300
"""Rows of which one may be the sum."""


def _sums_beside(rows: Mapping[int, Mapping[int, Key]], values: Mapping[Key, Decimal | None]) -> Iterator[TableSum]:
    """What a row of a list holds that is, in every column, the sum of two rows or more right below it, or above."""
    places = sorted(rows)
    for at, place in enumerate(places):
        for beside in (places[at + 1 : at + 1 + MOST_BESIDE], places[max(0, at - MOST_BESIDE) : at][::-1]):
            left = {column: values.get(key) or Decimal(0) for column, key in rows[place].items()}
            parts: list[Mapping[int, Key]] = []
            for other in beside:
                if min(left.values()) < 0 or not any(left.values()):
                    break
                parts.append(rows[other])
                left = {
                    column: value - (values.get(rows[other].get(column, ())) or 0) for column, value in left.items()
                }
            if len(parts) > 1 and not any(left.values()):
                for column, key in rows[place].items():
                    yield TableSum(tuple(part[column] for part in parts if column in part), key)


def _is_total(figure: YearFigure | PanelFigure) -> bool:
    if isinstance(figure, YearFigure):
        return figure.is_total
    if figure.school is not None:
        return figure.of_panels or names_total(figure.school)
    # without a sum the panels are the rows of its table
    return figure.of_panels or names_total(figure.panel) or figure.recomputed is not None


def _sums(column: Sequence[YearFigure | PanelFigure]) -> Iterator[TableSum]:
    """What each printed total may be worked back to, and the sum of all, which the tool shows in any case."""
    rows = [figure for figure in column if not _is_total(figure)]
    totals = [figure for figure in column if _is_total(figure)]
    every = tuple(key_of(figure) for figure in rows)
    covered: set[Key] = set()
    subs: list[Key] = []
    for number, total in enumerate(totals):
        stage = total.key_stage if isinstance(total, YearFigure) else None
        before = totals[number - 1].place[1] if number else -1
        own = near = [key_of(row) for row in rows if before < row.place[1] < total.place[1]]
        if stage is not None:
            own = [key_of(row) for row in rows if isinstance(row, YearFigure) and row.key_stage == stage]
        if near and set(near) != set(own):
            yield TableSum(tuple(near), key_of(total))  # a reader goes by where it stands
        last_one = number == len(totals) - 1
        if own and (not last_one or (stage is not None and len(own) < len(every))):
            yield TableSum(tuple(own), key_of(total))
            subs.append(key_of(total))
            covered.update(own)
        elif own and len(own) < len(every):
            yield TableSum(every, key_of(total))
    grand = _sum_key(column[0])
    last = totals[-1] if totals else None
    if last is not None and not (isinstance(last, YearFigure) and last.key_stage is not None):
        yield TableSum((key_of(last),), grand)  # the sum that the tool shows is the printed total
        grand = key_of(last)
    yield TableSum(every, grand)
    if subs:
        yield TableSum((*(sub for sub in subs if sub != grand), *(row for row in every if row not in covered)), grand)


def _sum_key(figure: TableFigure) -> Key:
    """The key of the sum of a column, which the tool shows in the trend."""
    return ("sum", figure.place[0], figure.column)


def _same_figures(report: InclusionReport, figures: Mapping[Key, TableFigure]) -> list[tuple[Key, Key]]:
    """Pairs of figures in two tables that are the same: of one school, or of one row by its name, and of one size."""
    pairs: list[tuple[Key, Key]] = [
        (key_of(panel), key_of(school))
        for panel in report.panels
        if panel.school is not None and panel.value and key_of(panel) in figures
        for school in report.schools
        if school.value == panel.value and key_of(school) in figures and same_school(panel.school, school.school)
    ]
    alike: dict[tuple[str, Decimal], dict[int, list[Key]]] = {}
    for key, figure in figures.items():
        if figure.value:
            own = alike.setdefault((_row_name(figure), figure.value), {})
            own.setdefault(figure.place[0], []).append(key)
    for tables in alike.values():
        keys = [key for own in tables.values() for key in own]
        pairs += [(keys[0], other) for other in keys[1:] if len(tables) > 1]
    return pairs


def _row_name(figure: TableFigure) -> str:
    """What the row of a figure is called, to know it again in another table."""
    if isinstance(figure, YearFigure):
        name = f"total {figure.key_stage or ''}" if figure.is_total else figure.year_group
    elif isinstance(figure, PanelFigure):
        name = figure.school or f"total {figure.panel}"
    elif isinstance(figure, OtherFigure):
        name = figure.row
    else:
        name = getattr(figure, "school", "")
    total = names_total(name) and not isinstance(figure, PanelFigure)
    return "total" if total else " ".join(name.casefold().split())


def _enough(
    hidden: set[Key], sums: Sequence[TableSum], values: dict[Key, Decimal | None], same: Sequence[tuple[Key, Key]]
) -> set[Key]:
    """The hidden figures and all that must be hidden with them: more are hidden until nothing gives one away."""
    hidden = set(hidden)
    while True:
        before = len(hidden)
        for one, other in same:
            if one in hidden or other in hidden:
                hidden |= {one, other}
        for each in sums:
            own = [part for part in each.parts if part in hidden]
            shown = [part for part in each.parts if part not in hidden and (values.get(part) or 0) > 0]
            known = [value for part in own if (value := values.get(part)) is not None]
            all_ones = len(known) == len(own) and sum(known, Decimal(0)) <= len(own)
            if each.total in hidden:
                if own or not shown:
                    continue
            elif not own or (len(own) > 1 and not all_ones):
                continue
            # the smallest figure that still shows tells the reader least
            hidden.add(min(shown, key=lambda part: values[part] or 0) if shown else each.total)
        if len(hidden) == before:
            return hidden


# --- the report without them ----------------------------------------------------------------------


def _without(report: InclusionReport, hidden: set[Key], below: int) -> InclusionReport:
    if not hidden:
        return report
    findings = tuple(map(_silent, report.findings))
    cells = [key for key in hidden if len(key) == 3 and all(isinstance(part, int) for part in key)]
    count = len(cells) + sum(key[0] == "said" for key in hidden)
    rows: Iterator[Quoted] = chain(
        report.years, report.panels, report.schools, report.others, report.outreach, report.referrals
    )
    note = Finding(
        code=FindingCode.FIGURES_HIDDEN,
        severity=Severity.NOTE,
        message=f"{count} figures are hidden: those below {below}, and those that would give them away",
        quotes=tuple(_blank(row.quote) for row in islice(rows, 1)),
    )
    shares = {key[:2] for key in hidden} | {(key[0], "column", key[2]) for key in hidden if len(key) == 3}
    return replace(
        report,
        years=tuple(_hide(figure) if key_of(figure) in hidden else figure for figure in report.years),
        panels=tuple(_hide(figure) if key_of(figure) in hidden else figure for figure in report.panels),
        schools=tuple(_hide(figure) if key_of(figure) in hidden else figure for figure in report.schools),
        others=tuple(
            # a share or a rate in the row or the column of a hidden count would give it away
            _hide(figure)
            if key_of(figure) in hidden
            or (figure.unit in _SHARES and shares & {figure.place, (figure.place[0], "column", figure.column)})
            else figure
            for figure in report.others
        ),
        outreach=tuple(_outreach(row, hidden) for row in report.outreach),
        referrals=tuple(
            replace(row, referrals=None, quote=_blank(row.quote)) if row.place in hidden else row
            for row in report.referrals
        ),
        said=tuple(
            replace(row, printed=HIDDEN, value=None, quote=_blank(row.quote))
            if ("said", at) in hidden
            else replace(row, quote=_blank(row.quote))  # its sentence may give another one
            for at, row in enumerate(report.said)
        ),
        trend=_trend(report, hidden),
        findings=(*findings, note),
    )


def _hide(figure: F) -> F:
    """Without its value, and without what it should be."""
    shown = replace(figure, printed=HIDDEN, value=None, quote=_blank(figure.quote))
    if isinstance(shown, SummedFigure):
        return replace(shown, recomputed=None, wrong=False)
    return replace(shown, recomputed=None) if isinstance(shown, OtherFigure) else shown


_SHARES = ("percent", "rate", "percentage points")


def _outreach(row: Outreach, hidden: set[Key]) -> Outreach:
    if row.place in hidden:
        return replace(row, pupils=None, percent_printed=HIDDEN, percent=None, quote=_blank(row.quote))
    if row.place and ("total", row.place[0]) in hidden:  # any share would give the whole away
        return replace(row, percent_printed=HIDDEN, percent=None, quote=_blank(row.quote))
    return row


def _trend(report: InclusionReport, hidden: set[Key]) -> tuple[TrendYear, ...]:
    """The years whose sum is not hidden; no change on a year that is."""
    trend: list[TrendYear] = []
    for year in report.trend:
        own = [figure for figure in report.years if figure.heading_printed == year.heading_printed]
        quoted = [figure for figure in own if figure.quote == year.quote]
        if any(_sum_key(figure) in hidden for figure in own) or any(
            key_of(figure) in hidden and figure.is_total for figure in quoted
        ):
            continue
        blank = any(key_of(figure) in hidden for figure in quoted)
        trend.append(replace(year, quote=_blank(year.quote)) if blank else year)
    shown = {year.academic_year for year in trend}
    return tuple(
        year if year.before is None or year.before in shown else replace(year, change=None, percent_change=None)
        for year in trend
    )


def _silent(finding: Finding) -> Finding:
    """The finding without the figures that it names."""
    if finding.code not in SAY_FIGURES:
        return finding
    return replace(
        finding,
        message="withheld, because it names figures: run without --suppress-below to see it",
        printed=None,
        expected=None,
        quotes=tuple(_blank(quote) for quote in finding.quotes),
    )


def _blank(quote: Quote) -> Quote:
    return replace(quote, text="", box=None)
