"""Family `exclusions`: the reports of its own commands: summary, years, panels and schools."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scrutiny import __version__
from scrutiny.errors import NothingFoundError
from scrutiny.families.exclusions.facts import InclusionReport
from scrutiny.families.exclusions.family import EXCLUSIONS
from scrutiny.families.exclusions.suppression import suppress
from scrutiny.families.exclusions.view import (
    Reports,
    groups_table,
    left_out_table,
    others_table,
    outreach_table,
    panel_grids,
    panel_summary,
    panels_table,
    referrals_table,
    school_grids,
    schools_table,
    trend_table,
    year_grids,
    years_table,
)
from scrutiny.pack import Pack
from scrutiny.paper import OpenPaper
from scrutiny.sheets.model import Report, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperExclusions:
    """The inclusion reports of a paper."""

    pack: Pack
    reports: tuple[InclusionReport, ...]


def find_exclusions(paper: OpenPaper, *, suppress_below: int | None) -> PaperExclusions:
    """With small counts hidden where asked. Raises `NothingFoundError` when the paper holds no inclusion report."""
    reports = EXCLUSIONS.read(paper)
    if not reports:
        raise NothingFoundError(
            f"no inclusion report in {paper.source.file}",
            advice="Looked for tables of exclusions by year group, of panels, schools, outreach and referrals.",
        )
    if suppress_below is not None:
        reports = tuple(suppress(report, suppress_below) for report in reports)
    return PaperExclusions(pack=paper.pack, reports=reports)


def table_report(name: str, found: PaperExclusions, *, for_reading: bool, chart: str | None = None) -> Report:
    """One of the tables: years, panels or schools. `chart` is blocks, ascii or None, for a line beside each year
    group. Raises `NothingFoundError` when the table is empty."""
    grids: dict[str, Callable[[Reports], Iterator[Table]]] = {
        "years": lambda reports: year_grids(reports, chart),
        "panels": panel_grids,
        "schools": school_grids,
    }
    rows: dict[str, Callable[[Reports], Table]] = {
        "years": years_table, "panels": panels_table, "schools": schools_table
    }  # fmt: skip
    tables = tuple(grids[name](found.reports)) if for_reading else (rows[name](found.reports),)
    return _report(name, found, tables)


def summary_report(found: PaperExclusions, *, for_reading: bool, chart: str | None) -> Report:
    """One screen for people, every table for programs. `chart` is blocks, ascii or None for no bars."""
    reports = found.reports
    trend, outreach, groups = trend_table(reports, chart), outreach_table(reports), groups_table(reports)
    if for_reading:
        left_out = left_out_table(reports)
        tables = tuple(table for table in (trend, panel_summary(reports), outreach, groups, left_out) if table.rows)
    else:
        tables = (
            trend, years_table(reports), panels_table(reports), schools_table(reports), outreach,
            referrals_table(reports), groups, others_table(reports), left_out_table(reports),
        )  # fmt: skip
    return _report("summary", found, tables)


def _report(name: str, found: PaperExclusions, tables: tuple[Table, ...]) -> Report:
    if not any(table.rows for table in tables):
        raise NothingFoundError(f"the inclusion report in {found.pack.source.file} has no table of {name}")
    return Report(
        command=f"exclusions-{name}",
        version=__version__,
        sources=(found.pack.source,),
        tables=tables,
        findings=(*found.pack.findings, *(finding for report in found.reports for finding in report.findings)),
    )
