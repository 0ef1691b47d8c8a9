"""Room `exclusions`: small numbers hidden, so that a report can be published.

Takes an `InclusionReport`, gives the same report with every count of pupils below a limit hidden (0 is a true zero
and stays), and as many more as it takes so that none can be worked out: never a hidden figure alone beside the total
that gives it away, never a hidden total above figures that all show, never hidden figures that can only all be 1. A
figure of a school that is hidden in one table is hidden in the other as well. Percentages, rates, money and half
credits are no counts of pupils and stay. Conventions differ (DOMAIN: "Suppression"): the limit is the caller's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from scrutiny.families.exclusions.check import same_school
from scrutiny.families.exclusions.facts import (
    InclusionReport,
    Outreach,
    PanelFigure,
    Referral,
    SchoolFigure,
    SummedFigure,
    TableFigure,
    TrendYear,
    VulnerableGroup,
    YearFigure,
)
from scrutiny.figures import FigureKind, Unit, parse_figure
from scrutiny.figures.sums import NOT_ADDED, TOTAL_LABEL
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.sources import Quote

HIDDEN = "*"

_SAY_FIGURES = {
    FindingCode.TOTAL_MISMATCH,
    FindingCode.PERCENT_MISMATCH,
    FindingCode.STATED_TWICE,
    FindingCode.OTHER_COVERAGE,
    FindingCode.SUPPRESSION_LEAKS,
}

F = TypeVar("F", bound=SummedFigure)
Key = tuple[object, ...]
"""What a figure is known by: its table and its number there, or what a sum is of."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """Figures and what they add to. A total that the tool would print by itself has a key of its own."""

    parts: tuple[Key, ...]
    total: Key


def suppress(report: InclusionReport, below: int) -> InclusionReport:
    """The report without its counts from 1 up to `below`, and without what would give them away."""
    values: dict[Key, Decimal | None] = {}
    sums: list[_Sum] = []
    for kind, figures in (("years", report.years), ("panels", report.panels)):
        for column in _columns(figures):
            values.update({(kind, at): figure.value for at, figure in column})
            sums += _sums(kind, column)
    values.update({("schools", at): figure.value for at, figure in enumerate(report.schools) if _counts(figure)})
    values.update({("outreach", at): row.pupils for at, row in enumerate(report.outreach)})
    values.update({("referrals", at): row.referrals for at, row in enumerate(report.referrals)})
    values.update({("groups", at): row.pupils for at, row in enumerate(report.groups)})
    for kind, rows in (("outreach", report.outreach), ("referrals", report.referrals)):
        sums.append(_Sum(tuple((kind, at) for at in range(len(rows))), (kind, "total")))
    sums += [_Sum(tuple(("groups", part) for part in row.parts), ("groups", at))
             for at, row in enumerate(report.groups) if row.parts]  # fmt: skip
    for each in sums:
        if values.get(each.total) is None:
            known = [value for part in each.parts if (value := values.get(part)) is not None]
            values.setdefault(each.total, sum(known, Decimal(0)))
    small = {key for key, value in values.items() if value is not None and 0 < value < below}
    unknown = {key for key, value in values.items() if value is None and _hidden_in_print(report, key)}
    hidden = _enough(small | unknown, sums, values, _same_figures(report, values))
    return _without(report, hidden, below)


# --- what adds to what ----------------------------------------------------------------------------


def _columns(figures: Sequence[YearFigure] | Sequence[PanelFigure]) -> Iterator[list[tuple[int, TableFigure]]]:
    """The figures of each column that counts pupils, from top to bottom, with their numbers."""

    columns: dict[tuple[int, str], list[tuple[int, TableFigure]]] = {}
    for at, figure in enumerate(figures):
        heading = figure.heading_printed if isinstance(figure, YearFigure) else getattr(figure, "measure", "")
        columns.setdefault((figure.place[0], heading), []).append((at, figure))
    for own in columns.values():
        if all(_counts(figure) for _, figure in own):
            yield own


def _counts(figure: TableFigure) -> bool:
    """Whether a figure can be a number of pupils."""
    printed = parse_figure(figure.printed or "")
    measure = getattr(figure, "measure", None) or ""
    return (
        (figure.value is None or figure.value % 1 == 0)
        and printed.unit is Unit.NUMBER
        and "," not in printed.printed
        and not NOT_ADDED.search(measure)
        and "£" not in measure
    )


def _is_total(figure: TableFigure) -> bool:
    if isinstance(figure, YearFigure):
        return figure.is_total
    return isinstance(figure, PanelFigure) and (figure.school is None or TOTAL_LABEL.search(figure.school) is not None)


def _sums(kind: str, column: list[tuple[int, TableFigure]]) -> Iterator[_Sum]:
    """What each printed total may be worked back to, and the sum of all, which the tool shows in any case."""
    rows = [(at, figure) for at, figure in column if not _is_total(figure)]
    totals = [(at, figure) for at, figure in column if _is_total(figure)]
    every = tuple((kind, at) for at, _ in rows)
    covered: set[Key] = set()
    subs: list[Key] = []
    for number, (at, total) in enumerate(totals):
        stage = total.key_stage if isinstance(total, YearFigure) else None
        if stage is not None:
            own = [(kind, n) for n, row in rows if isinstance(row, YearFigure) and row.key_stage == stage]
        else:
            before = totals[number - 1][1].place[1] if number else -1
            own = [(kind, n) for n, row in rows if before < row.place[1] < total.place[1]]
        if number < len(totals) - 1 and own:
            yield _Sum(tuple(own), (kind, at))
            subs.append((kind, at))
            covered.update(own)
        elif own and len(own) < len(every):
            yield _Sum(tuple(own), (kind, at)) if stage is not None else _Sum(every, (kind, at))
            if stage is not None:
                subs.append((kind, at))
                covered.update(own)
    grand: Key = (kind, "sum", column[0][1].place[0], every[:1])
    last = totals[-1] if totals else None
    if last is not None and not (isinstance(last[1], YearFigure) and last[1].key_stage is not None):
        grand = (kind, last[0])
    yield _Sum(every, grand)
    if subs:
        yield _Sum((*(sub for sub in subs if sub != grand), *(row for row in every if row not in covered)), grand)


def _same_figures(report: InclusionReport, values: dict[Key, Decimal | None]) -> list[tuple[Key, Key]]:
    """Pairs of figures of one school, in the panels and in the table of schools, that are the same."""
    return [
        (("panels", a), ("schools", b))
        for a, panel in enumerate(report.panels)
        if ("panels", a) in values and panel.school is not None and panel.value
        for b, school in enumerate(report.schools)
        if school.value == panel.value and ("schools", b) in values and same_school(panel.school, school.school)
    ]


def _hidden_in_print(report: InclusionReport, key: Key) -> bool:
    tables: dict[object, Sequence[TableFigure]] = {
        "years": report.years, "panels": report.panels, "schools": report.schools,
    }  # fmt: skip
    figures, at = tables.get(key[0], ()), key[-1]
    if len(key) != 2 or not isinstance(at, int) or at >= len(figures):
        return False
    return parse_figure(figures[at].printed or "").kind is FigureKind.SUPPRESSED


def _enough(
    hidden: set[Key], sums: Sequence[_Sum], values: dict[Key, Decimal | None], same: Sequence[tuple[Key, Key]]
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
    years = tuple(_hide(f) if ("years", at) in hidden else f for at, f in enumerate(report.years))
    panels = tuple(_hide(f) if ("panels", at) in hidden else f for at, f in enumerate(report.panels))
    schools = tuple(
        replace(figure, printed=HIDDEN, value=None, quote=_blank(figure.quote)) if ("schools", at) in hidden else figure
        for at, figure in enumerate(report.schools)
    )
    findings = tuple(_silent(finding) if finding.code in _SAY_FIGURES else finding for finding in report.findings)
    count = sum("sum" not in key and "total" not in key for key in hidden)
    note = Finding(
        code=FindingCode.FIGURES_HIDDEN,
        severity=Severity.NOTE,
        message=f"{count} figures are hidden: those below {below}, and those that would give them away",
        quotes=tuple(_blank(quote) for quote in _first_quote(report)),
    )
    return replace(
        report,
        years=years,
        panels=panels,
        schools=schools,
        outreach=tuple(_outreach(row, at, hidden) for at, row in enumerate(report.outreach)),
        referrals=tuple(
            replace(row, referrals=None, quote=_blank(row.quote)) if ("referrals", at) in hidden else row
            for at, row in enumerate(report.referrals)
        ),
        groups=_groups(report, hidden),
        trend=_trend(report, {key for key in hidden if key[0] == "years"}),
        findings=(*findings, note),
    )


def _hide(figure: F) -> F:
    return replace(figure, printed=HIDDEN, value=None, recomputed=None, wrong=False, quote=_blank(figure.quote))


def _groups(report: InclusionReport, hidden: set[Key]) -> tuple[VulnerableGroup, ...]:
    """One sentence counts several groups: where one is hidden, no sentence is quoted."""
    if not any(key[0] == "groups" for key in hidden):
        return report.groups
    return tuple(
        replace(row, printed=HIDDEN, pupils=None, parts=(), quote=_blank(row.quote))
        if ("groups", at) in hidden
        else replace(row, parts=(), quote=_blank(row.quote))
        for at, row in enumerate(report.groups)
    )


def _outreach(row: Outreach, at: int, hidden: set[Key]) -> Outreach:
    if ("outreach", at) in hidden:
        return replace(row, pupils=None, percent_printed=HIDDEN, percent=None, quote=_blank(row.quote))
    if ("outreach", "total") in hidden:  # any share would give the whole away
        return replace(row, percent_printed=HIDDEN, percent=None, quote=_blank(row.quote))
    return row


def _trend(report: InclusionReport, hidden: set[Key]) -> tuple[TrendYear, ...]:
    """The years whose sum is not hidden; no change on a year that is."""
    trend: list[TrendYear] = []
    for year in report.trend:
        own = {at: figure for at, figure in enumerate(report.years) if figure.heading_printed == year.heading_printed}
        quoted = {("years", at): figure for at, figure in own.items() if figure.quote == year.quote}
        sums = {key for key in hidden if len(key) == 4 and any(key[3] == (("years", at),) for at in own)}
        if sums or any(key in hidden and figure.is_total for key, figure in quoted.items()):
            continue
        trend.append(replace(year, quote=_blank(year.quote)) if quoted.keys() & hidden else year)
    shown = {year.academic_year for year in trend}
    return tuple(
        year if year.before is None or year.before in shown else replace(year, change=None, percent_change=None)
        for year in trend
    )


def _silent(finding: Finding) -> Finding:
    """The finding without the figures that it names."""
    return replace(
        finding,
        message="withheld, because it names figures: run without --suppress-below to see it",
        printed=None,
        expected=None,
        quotes=tuple(_blank(quote) for quote in finding.quotes),
    )


def _blank(quote: Quote) -> Quote:
    return replace(quote, text="", box=None)


def _first_quote(report: InclusionReport) -> list[Quote]:
    rows: Sequence[YearFigure | PanelFigure | SchoolFigure | Outreach | Referral | VulnerableGroup] = [
        *report.years[:1], *report.panels[:1], *report.schools[:1], *report.outreach[:1], *report.referrals[:1],
        *report.groups[:1],
    ]  # fmt: skip
    return [row.quote for row in rows][:1]
