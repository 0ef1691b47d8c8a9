"""Room `cli`: the rows of `exclusions`: grids for people, one row for each figure for programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from scrutiny import __version__
from scrutiny.cli.layouts import EXCLUSION_YEARS, OUTREACH, PANELS, REFERRALS, SCHOOLS, TREND
from scrutiny.cli.packreports import load_pack, paper_cells
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import NothingFoundError
from scrutiny.exclusions import InclusionReport, PanelFigure
from scrutiny.exclusions.checks import plain
from scrutiny.exclusions.model import TOTAL
from scrutiny.exclusions.trend import bar, find_trend
from scrutiny.pack import Pack
from scrutiny.registers.exclusions import read_exclusions
from scrutiny.sheets.model import Column, Kind, Layout, Report, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusions:
    """The inclusion reports of a file."""

    pack: Pack
    reports: tuple[InclusionReport, ...]


def load_exclusions(file: Path, *, password: str | None, timeout: float | None, quiet: bool) -> Exclusions:
    """Raises `NothingFoundError` when the file holds no inclusion report."""
    pack = load_pack(file, password=password, timeout=timeout, quiet=quiet)
    with time_budget(file, timeout):
        reports = read_exclusions(file, pack, password=password)
    if not reports:
        raise NothingFoundError(
            f"no inclusion report in {file.name}",
            advice="Looked for tables of exclusions by year group, of panels, schools, outreach and referrals.",
        )
    return Exclusions(pack=pack, reports=reports)


def exclusions_report(what: str, found: Exclusions, *, for_reading: bool, chart: str | None) -> Report:
    """The tables that a subcommand shows. Raises `NothingFoundError` when its own is empty."""
    tables: tuple[Table, ...]
    if what == "years":
        tables = (_year_grid(found) if for_reading else _years(found),)
    elif what == "panels":
        tables = tuple(_panel_grids(found)) if for_reading else (_panels(found),)
    elif what == "schools":
        tables = (_school_grid(found) if for_reading else _schools(found),)
    else:
        tables = (_trend(found, chart), _panel_summary(found)) if for_reading else (
            _trend(found, chart), _years(found), _panels(found), _schools(found), _outreach(found), _referrals(found),
        )  # fmt: skip
        tables = (*tables, _outreach(found)) if for_reading else tables
        if for_reading:
            tables = tuple(table for table in tables if table.rows)
    if not any(table.rows for table in tables):
        raise NothingFoundError(f"the inclusion report in {found.pack.source.file} has no table of {what}")
    return Report(
        command=f"exclusions-{what}",
        version=__version__,
        sources=(found.pack.source,),
        tables=tables,
        findings=tuple(finding for report in found.reports for finding in report.findings),
    )


def _text(value: Decimal | None) -> str | None:
    return plain(value) if value is not None else None


# --- one row for each figure -----------------------------------------------------------------------


def _years(found: Exclusions) -> Table:
    rows = [
        (f.key_stage, f.year_group, f.academic_year, f.heading_printed, f.printed, f.value, f.recomputed, f.quote.item,
         *paper_cells(f.quote))
        for report in found.reports for f in report.years
    ]  # fmt: skip
    return Table(layout=EXCLUSION_YEARS, rows=tuple(rows))


def _panels(found: Exclusions) -> Table:
    rows = [
        (f.panel, f.school, f.measure, f.printed, f.value, f.recomputed, f.quote.item, *paper_cells(f.quote))
        for report in found.reports
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


def _count(value: Decimal | None) -> int | None:
    return int(value) if value is not None else None


def _trend(found: Exclusions, chart: str | None) -> Table:
    trend = [year for report in found.reports for year in find_trend(report.years)]
    largest = max((year.pupils for year in trend), default=Decimal(0))
    rows = [
        (
            year.academic_year, year.heading_printed, _count(year.pupils), _count(year.change), year.percent_change,
            bar(year.pupils, largest, ascii_only=chart == "ascii") if chart else None,
            year.quote.item, *paper_cells(year.quote),
        )
        for year in trend
    ]  # fmt: skip
    columns = tuple(column for column in TREND.columns)
    if chart is None:
        columns = tuple(_hidden(column) if column.name == "chart" else column for column in columns)
    return Table(layout=Layout(name=TREND.name, caption=TREND.caption, columns=columns), rows=tuple(rows))


def _hidden(column: Column) -> Column:
    return Column(name=column.name, heading=column.heading, kind=column.kind, shown=False, meaning=column.meaning)


# --- grids for people ------------------------------------------------------------------------------


def _grid(name: str, caption: str, headings: Sequence[str], rows: Sequence[Sequence[str | None]]) -> Table:
    columns = tuple(
        Column(name=f"{heading} {index}", heading=heading, kind=Kind.TEXT) for index, heading in enumerate(headings)
    )
    return Table(layout=Layout(name=name, caption=caption, columns=columns), rows=tuple(tuple(row) for row in rows))


def _year_grid(found: Exclusions) -> Table:
    figures = [figure for report in found.reports for figure in report.years]
    years = list(dict.fromkeys(figure.academic_year for figure in figures))
    rows: list[list[str | None]] = []
    for start in range(0, len(figures), len(years) or 1):
        row = figures[start : start + len(years)]
        first = row[0]
        label = f"{TOTAL} {first.key_stage or ''}".strip() if first.year_group == TOTAL else first.year_group
        rows.append([first.key_stage, label, *(figure.printed for figure in row)])
        wrong = [
            figure.recomputed is not None and figure.value is not None and figure.recomputed != figure.value
            for figure in row
        ]
        if any(wrong):
            rows.append(
                [None, "  adds to", *(_text(f.recomputed) if bad else None for f, bad in zip(row, wrong, strict=True))]
            )
    return _grid("years", "Permanent exclusions by year group", ["Key stage", "Year group", *years], rows)


def _panel_grids(found: Exclusions) -> list[Table]:
    figures = [figure for report in found.reports for figure in report.panels]
    grids = []
    for panel in dict.fromkeys(figure.panel for figure in figures):
        own = [figure for figure in figures if figure.panel == panel]
        measures = list(dict.fromkeys(figure.measure for figure in own))
        rows: list[list[str | None]] = []
        for start in range(0, len(own), len(measures)):
            row = own[start : start + len(measures)]
            rows.append([row[0].school or TOTAL, *(figure.printed for figure in row)])
            if row[0].school is None and any(_wrong(figure) for figure in row):
                rows.append(["  adds to", *(_text(f.recomputed) if _wrong(f) else None for f in row)])
        grids.append(_grid(panel, panel, ["School", *measures], rows))
    return grids


def _panel_summary(found: Exclusions) -> Table:
    figures = [figure for report in found.reports for figure in report.panels if figure.school is None]
    panels = list(dict.fromkeys(figure.panel for figure in figures))
    rows: list[list[str | None]] = []
    by_place: dict[int, list[PanelFigure]] = {}
    for panel in panels:
        for place, figure in enumerate(f for f in figures if f.panel == panel):
            by_place.setdefault(place, []).append(figure)
    for own in by_place.values():
        sums = [figure.recomputed for figure in own]
        known = [value for value in sums if value is not None]
        cells = [f"{f.printed} (adds to {_text(f.recomputed)})" if _wrong(f) else f.printed for f in own]
        rows.append([own[0].measure, *cells, _text(sum(known, Decimal(0))) if known else None])
    return _grid("panel totals", "Panels", ["Measure", *panels, "All, recomputed"], rows)


def _wrong(figure: PanelFigure) -> bool:
    return figure.recomputed is not None and figure.value is not None and figure.recomputed != figure.value


def _school_grid(found: Exclusions) -> Table:
    figures = [figure for report in found.reports for figure in report.schools]
    measures = list(dict.fromkeys(figure.measure for figure in figures))
    rows = [
        [figures[start].school, *(figure.printed for figure in figures[start : start + len(measures)])]
        for start in range(0, len(figures), len(measures) or 1)
    ]
    return _grid("schools", "Schools", ["School", *measures], rows)
