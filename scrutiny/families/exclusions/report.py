"""Family `exclusions`: the reports of its own commands: summary, years, panels and schools."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.exclusions import view
from scrutiny.families.exclusions.facts import InclusionReport
from scrutiny.families.exclusions.family import EXCLUSIONS
from scrutiny.families.exclusions.suppression import suppress_all
from scrutiny.findings import Finding, FindingCode
from scrutiny.pack import Pack
from scrutiny.pack.public import nothing_in
from scrutiny.paper import OpenPaper
from scrutiny.sheets.model import Report, Table


class PaperExclusions(Struct, frozen=True, kw_only=True):
    """The inclusion reports of a paper."""

    pack: Pack
    reports: tuple[InclusionReport, ...]


def find_exclusions(paper: OpenPaper, *, suppress_below: int | None) -> PaperExclusions:
    """With small counts hidden where asked. Raises `NothingFoundError` when the paper holds no inclusion report."""
    EXCLUSIONS.read_apart(paper)
    reports = EXCLUSIONS.read(paper)
    if all(report.empty for report in reports):
        said = EXCLUSIONS.said(paper)
        reports = (*reports, said) if said else reports
    reports = _with_generic(reports, EXCLUSIONS.generic(paper))
    if not any(report.says_anything for report in reports):
        raise nothing_in(
            [paper.pack],
            f"no inclusion report in {paper.source.file}",
            advice="Looked for tables of exclusions by year group, of panels, schools, outreach and referrals, and for "
            "sentences that count exclusions.",
        )
    if suppress_below is not None:
        reports = suppress_all(reports, suppress_below)
    return PaperExclusions(pack=paper.pack, reports=reports)


def _with_generic(reports: tuple[InclusionReport, ...], generic: Sequence[Finding]) -> tuple[InclusionReport, ...]:
    """The reports with what the generic checks find in them, each once: what the family says of a figure comes first,
    for it knows what the figure is about."""
    if not reports:
        return reports
    own = {_same(finding) for report in reports for finding in report.findings}
    added: dict[tuple[int, str, str | None], Finding] = {}
    for finding in generic:
        page, printed, _ = _same(finding)
        if _same(finding) not in own:
            added.setdefault((page, printed, finding.expected), finding)
    last = reports[-1]
    return (*reports[:-1], replace(last, findings=(*last.findings, *added.values())))


def _same(finding: Finding) -> tuple[int, str, FindingCode]:
    return finding.quotes[0].pdf_page, (finding.printed or "").rstrip(".)"), finding.code


def exclusions_report(
    paper: OpenPaper, *, name: str, suppress_below: int | None, for_reading: bool, chart: str | None
) -> Report:
    """The summary of one paper, or one of its tables. Raises `NothingFoundError`."""
    found = find_exclusions(paper, suppress_below=suppress_below)
    if name == "summary":
        return summary_report(found, for_reading=for_reading, chart=chart)
    return table_report(name, found, for_reading=for_reading, chart=chart)


def table_report(name: str, found: PaperExclusions, *, for_reading: bool, chart: str | None = None) -> Report:
    """One of the tables: years, panels or schools, for people with what was not understood. `chart` is blocks, ascii or
    None, for a line beside each year group. Raises `NothingFoundError` when the table is empty."""
    grids: dict[str, Callable[[view.Reports], Iterator[Table]]] = {
        "years": lambda reports: view.year_grids(reports, chart),
        "panels": view.panel_grids,
        "schools": view.school_grids,
    }
    tables = tuple(grids[name](found.reports)) if for_reading else (_rows(found.reports)[name],)
    left_out = view.left_out_table(found.reports)
    beside = [
        *(view.other_grids(found.reports, dated=True) if name == "years" else ()),
        *([left_out] if left_out.rows else []),
    ]
    return _report(name, found, tables, beside=tuple(beside) if for_reading else ())


def _rows(reports: view.Reports) -> dict[str, Table]:
    """A row for every figure, kind by kind."""
    return {
        "years": view.YEARS.table_of(figure for report in reports for figure in report.years),
        "panels": view.panels_table(reports),
        "schools": view.SCHOOLS.table_of(figure for report in reports for figure in report.schools),
    }


def summary_report(found: PaperExclusions, *, for_reading: bool, chart: str | None) -> Report:
    """One screen for people, every table for programs. `chart` is blocks, ascii or None for no bars."""
    reports = found.reports
    trend, outreach = view.trend_table(reports, chart), view.outreach_table(reports)
    if for_reading:
        tables_of_kind = [table for table in (trend, *view.panel_summaries(reports), outreach) if table.rows]
        own = tables_of_kind or [*view.year_grids(reports, chart), *view.school_grids(reports)]
        shown = (
            *own, view.said_table(reports), *view.other_grids(reports),
            view.left_out_table(reports), view.left_out_grid(reports, at_a_glance=bool(tables_of_kind)),
        )  # fmt: skip
        tables = tuple(table for table in shown if table.rows)
    else:
        tables = (
            trend, *_rows(reports).values(), outreach, view.referrals_table(reports), view.said_table(reports),
            view.OTHERS.table_of(figure for report in reports for figure in report.others),
            view.left_out_table(reports),
        )  # fmt: skip
    return _report("summary", found, tables)


def _report(name: str, found: PaperExclusions, tables: tuple[Table, ...], beside: tuple[Table, ...] = ()) -> Report:
    if not any(table.rows for table in tables):
        raise nothing_in([found.pack], f"the inclusion report in {found.pack.source.file} has no table of {name}")
    return Report(
        command=f"exclusions-{name}",
        sources=(found.pack.source,),
        tables=(*tables, *beside),
        findings=(*found.pack.findings, *(finding for report in found.reports for finding in report.findings)),
    )
