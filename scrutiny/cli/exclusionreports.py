"""Room `cli`: the rows of `exclusions`: grids for people, one row for each figure for programs."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from scrutiny import __version__
from scrutiny.cli.layouts import EXCLUSION_YEARS, OUTREACH, PANELS, REFERRALS, SCHOOLS, TREND, VULNERABLE_GROUPS
from scrutiny.cli.packreports import load_pack, nothing_in, paper_cells
from scrutiny.cli.watchdog import time_budget
from scrutiny.exclusions import InclusionReport, PanelFigure, VulnerableGroup, YearFigure, suppress
from scrutiny.exclusions.checks import plain
from scrutiny.exclusions.model import TOTAL, SummedFigure, TableFigure
from scrutiny.exclusions.trend import bar, sparkline
from scrutiny.pack import Pack
from scrutiny.registers.exclusions import read_exclusions
from scrutiny.sheets.model import Column, Kind, Layout, Report, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusions:
    """The inclusion reports of a file."""

    pack: Pack
    reports: tuple[InclusionReport, ...]


def load_exclusions(
    file: Path, *, password: str | None, timeout: float | None, quiet: bool,
    suppress_below: int | None, include_exempt: bool = False,
) -> Exclusions:
    """With small counts hidden where asked. Raises `NothingFoundError` when the file holds no inclusion report."""
    pack = load_pack(file, password=password, timeout=timeout, quiet=quiet, include_exempt=include_exempt)
    with time_budget(file, timeout):
        reports = read_exclusions(file, pack, password=password)
    if not reports:
        raise nothing_in(
            [pack],
            f"no inclusion report in {file.name}",
            advice="Looked for tables of exclusions by year group, of panels, schools, outreach and referrals.",
        )
    if suppress_below is not None:
        reports = tuple(suppress(report, suppress_below) for report in reports)
    return Exclusions(pack=pack, reports=reports)


def table_report(what: str, found: Exclusions, *, for_reading: bool, chart: str | None = None) -> Report:
    """One of the tables: years, panels or schools. `chart` is blocks, ascii or None, for a line beside each year
    group. Raises `NothingFoundError` when the table is empty."""
    grids: dict[str, Callable[[], Iterator[Table]]] = {
        "years": lambda: _year_grids(found, chart),
        "panels": lambda: _panel_grids(found),
        "schools": lambda: _school_grids(found),
    }
    figures: dict[str, Callable[[], Table]] = {
        "years": lambda: _years(found),
        "panels": lambda: panels_table(found.reports),
        "schools": lambda: _schools(found),
    }
    return _report(what, found, tuple(grids[what]()) if for_reading else (figures[what](),))


def summary_report(found: Exclusions, *, for_reading: bool, chart: str | None) -> Report:
    """One screen for people, every table for programs. `chart` is blocks, ascii or None for no bars."""
    trend, outreach, groups = trend_table(found.reports, chart), _outreach(found), _groups(found)
    if for_reading:
        tables = tuple(table for table in (trend, panel_summary(found.reports), outreach, groups) if table.rows)
    else:
        panels = panels_table(found.reports)
        tables = (trend, _years(found), panels, _schools(found), outreach, _referrals(found), groups)
    return _report("summary", found, tables)


def _report(what: str, found: Exclusions, tables: tuple[Table, ...]) -> Report:
    if not any(table.rows for table in tables):
        raise nothing_in([found.pack], f"the inclusion report in {found.pack.source.file} has no table of {what}")
    return Report(
        command=f"exclusions-{what}",
        version=__version__,
        sources=(found.pack.source,),
        tables=tables,
        findings=(*found.pack.findings, *(finding for report in found.reports for finding in report.findings)),
    )


def _text(value: Decimal | None) -> str | None:
    return plain(value) if value is not None else None


# --- one row for each figure -----------------------------------------------------------------------


def _years(found: Exclusions) -> Table:
    rows = [
        (f.measure, f.key_stage, f.year_group, f.academic_year, f.heading_printed, f.printed, f.value, f.recomputed,
         f.quote.item, *paper_cells(f.quote))
        for report in found.reports for f in report.years
    ]  # fmt: skip
    return Table(layout=EXCLUSION_YEARS, rows=tuple(rows))


def panels_table(reports: Sequence[InclusionReport]) -> Table:
    """Every figure of every panel."""
    rows = [
        (f.panel, f.school, f.measure, f.printed, f.value, f.recomputed, f.quote.item, *paper_cells(f.quote))
        for report in reports
        for f in report.panels
    ]
    return Table(layout=PANELS, rows=tuple(rows))


def _schools(found: Exclusions) -> Table:
    rows = [
        (f.school, f.measure, f.printed, f.value, f.quote.item, *paper_cells(f.quote))
        for report in found.reports
        for f in report.schools
    ]
    return Table(layout=SCHOOLS, rows=tuple(rows))


def _outreach(found: Exclusions) -> Table:
    rows = [
        (f.outcome, _count(f.pupils), f.percent_printed, f.percent, f.quote.item, *paper_cells(f.quote))
        for report in found.reports
        for f in report.outreach
    ]
    return Table(layout=OUTREACH, rows=tuple(rows))


def _referrals(found: Exclusions) -> Table:
    rows = [
        (f.school, _count(f.referrals), f.quote.item, *paper_cells(f.quote))
        for report in found.reports
        for f in report.referrals
    ]
    return Table(layout=REFERRALS, rows=tuple(rows))


def _groups(found: Exclusions) -> Table:
    rows = [
        ("; ".join(g.groups) or None, g.measure, g.printed, _count(g.pupils), _working(report, g),
         g.quote.item, *paper_cells(g.quote))
        for report in found.reports for g in report.groups
    ]  # fmt: skip
    return Table(layout=VULNERABLE_GROUPS, rows=tuple(rows))


def _working(report: InclusionReport, group: VulnerableGroup) -> str | None:
    return " + ".join(report.groups[part].printed for part in group.parts) or None


def _count(value: Decimal | None) -> int | None:
    return int(value) if value is not None else None


def trend_table(reports: Sequence[InclusionReport], chart: str | None) -> Table:
    """The years with their change; `chart` is blocks, ascii or None for no bars."""
    trend = [year for report in reports for year in report.trend]
    largest = max((year.pupils for year in trend), default=Decimal(0))
    rows = [
        (
            year.academic_year, year.heading_printed, _count(year.pupils), _count(year.change), year.percent_change,
            bar(year.pupils, largest, ascii_only=chart == "ascii") if chart else None,
            year.quote.item, *paper_cells(year.quote),
        )
        for year in trend
    ]  # fmt: skip
    columns = tuple(
        replace(column, shown=column.shown and (column.name != "chart" or chart is not None))
        for column in TREND.columns
    )
    return Table(layout=replace(TREND, columns=columns), rows=tuple(rows))


# --- grids for people ------------------------------------------------------------------------------


def _grid(name: str, caption: str, headings: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Table:
    columns = tuple(
        Column(name=f"{heading} {index}", heading=heading, kind=Kind.TEXT) for index, heading in enumerate(headings)
    )
    return Table(layout=Layout(name=name, caption=caption, columns=columns), rows=tuple(tuple(row) for row in rows))


F = TypeVar("F", bound=TableFigure)


def _rows(figures: Sequence[F]) -> Iterator[list[list[F]]]:
    """Table by table, the figures row by row."""
    for _, table in groupby(figures, key=lambda figure: figure.place[0]):
        yield [list(row) for _, row in groupby(table, key=lambda figure: figure.place)]


def _sums(row: Sequence[SummedFigure]) -> list[list[str | None]]:
    """What goes below a row of totals: the right sums, where one is wrong."""
    return [[_text(figure.recomputed) if figure.wrong else None for figure in row]] if any(f.wrong for f in row) else []


def _year_grids(found: Exclusions, chart: str | None) -> Iterator[Table]:
    for report in found.reports:
        for table in _rows(report.years):
            rows: list[list[str | None]] = []
            for row in table:
                first = row[0]
                total = f"{TOTAL} {first.key_stage or ''}".strip()
                label = total if first.is_total else first.year_group
                rows.append([first.key_stage, label, *(figure.printed for figure in row), *_line(row, chart)])
                rows += [[first.key_stage, "  adds to", *sums, *([None] if chart else [])] for sums in _sums(row)]
            caption = f"{(table[0][0].measure or 'Exclusions').capitalize()} by year group"
            headings = ["Key stage", "Year group", *(figure.academic_year for figure in table[0])]
            headings += ["Trend"] if chart else []
            yield _grid("years", caption, headings, rows)


def _line(row: Sequence[YearFigure], chart: str | None) -> list[str | None]:
    return [sparkline([figure.value for figure in row], ascii_only=chart == "ascii")] if chart else []


def _panel_grids(found: Exclusions) -> Iterator[Table]:
    for report in found.reports:
        for table in _rows(report.panels):
            rows: list[list[str | None]] = []
            for row in table:
                rows.append([row[0].school or TOTAL, *(figure.printed for figure in row)])
                rows += [["  adds to", *sums] for sums in _sums(row)]
            panel = table[0][0].panel
            yield _grid(panel, panel, ["School", *(figure.measure for figure in table[0])], rows)


def _school_grids(found: Exclusions) -> Iterator[Table]:
    for report in found.reports:
        for table in _rows(report.schools):
            rows = [[row[0].school, *(figure.printed for figure in row)] for row in table]
            yield _grid("schools", "Schools", ["School", *(figure.measure for figure in table[0])], rows)


ALIKE = 0.8
"""How alike two headings are that mean the same measure: the same words misprinted in one panel."""

SAME_COLUMN = 0.2
"""What standing in the same column adds to the likeness."""


def panel_summary(reports: Sequence[InclusionReport]) -> Table:
    """The totals of all panels, measure by measure as the headings name them, in whatever order they stand."""
    totals = [figure for report in reports for figure in report.panels if figure.is_total]
    panels = list(dict.fromkeys(figure.panel for figure in totals))
    columns = {id(figure): column for panel in panels
               for column, figure in enumerate(f for f in totals if f.panel == panel)}  # fmt: skip
    measures: list[dict[str, PanelFigure]] = []
    for figure in totals:
        free = [own for own in measures if figure.panel not in own]
        firsts = [next(iter(own.values())) for own in free]
        likeness = [
            _alike(first.measure, figure.measure) + SAME_COLUMN * (columns[id(first)] == columns[id(figure)])
            for first in firsts
        ]
        best = max(range(len(free)), key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= ALIKE:
            free[best][figure.panel] = figure
        else:
            measures.append({figure.panel: figure})
    rows: list[list[str | None]] = []
    for own in measures:
        cells = [_with_sum(own[panel]) if panel in own else None for panel in panels]
        sums = {panel: own[panel].recomputed if panel in own else None for panel in panels}
        known = [value for value in sums.values() if value is not None]
        missing = [panel for panel, value in sums.items() if value is None]
        whole = _text(sum(known, Decimal(0))) if known else None
        rows.append(
            [
                next(iter(own.values())).measure,
                *cells,
                f"{whole} (without {', '.join(missing)})" if whole and missing else whole,
            ]
        )
    return _grid("panel totals", "Panels", ["Measure", *panels, "All, recomputed"], rows)


def _alike(one: str, other: str) -> float:
    """From 0 to 1; 0 where they name different numbers ("KS3", "KS4")."""
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return 0.0
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _with_sum(figure: PanelFigure) -> str | None:
    return f"{figure.printed} (adds to {_text(figure.recomputed)})" if figure.wrong else figure.printed
