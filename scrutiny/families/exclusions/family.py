"""Family `exclusions`: its place in the list of families."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import ClassVar

from msgspec.structs import replace

from scrutiny.checks.model import Checked, Explained
from scrutiny.checks.paper import check_document
from scrutiny.families.exclusions.facts import InclusionReport
from scrutiny.families.exclusions.measured import counts_money
from scrutiny.families.exclusions.prose import each_once, find_said
from scrutiny.families.exclusions.read import mentions_exclusions, read_inclusion_report, worth_reading
from scrutiny.families.exclusions.suppression import SAY_FIGURES, suppress
from scrutiny.families.exclusions.view import PANELS, TREND, panel_summaries, panels_table, trend_caption, trend_table
from scrutiny.families.family import (
    BriefSection,
    Discretion,
    Family,
    Gap,
    RankedChapter,
    Redactable,
    checked_of,
    link_of,
)
from scrutiny.figures.verdicts import Status
from scrutiny.findings import Finding, FindingCode
from scrutiny.language.phrases import cite_pages
from scrutiny.pack import DocumentKind
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument, place_finding
from scrutiny.paper.pages import PaperPages
from scrutiny.sheets.cleaning import OwnMarkup
from scrutiny.sheets.drawing import Bar, draw_svg
from scrutiny.sheets.model import Chapter, Layout, Point

CHECK = "inclusion"


class Exclusions(Family):
    """Inclusion reports."""

    name = "exclusions"
    checks: ClassVar[dict[str, Explained]] = {
        CHECK: Explained(
            compares="The tables and sentences of an inclusion report with one another, as `exclusions` does.",
            example="the primary panel supported 37 here; the table of referrals adds to 34",
        )
    }
    redactables = (
        Redactable(
            name="small-numbers",
            meaning="counts from 1 to 4 in the tables of exclusions, and what would give them away",
        ),
        Redactable(name="exclusions", meaning="exclusions at a glance"),
    )

    @property
    def layouts(self) -> tuple[Layout, ...]:
        return (TREND.layout, PANELS.layout)

    def read(self, paper: OpenPaper) -> tuple[InclusionReport, ...]:
        """Every report in the paper that says anything of exclusions."""
        return paper.once(self.name, _read)

    def generic(self, paper: OpenPaper) -> tuple[Finding, ...]:
        """What the generic checks find in the documents that are inclusion reports, or without any in every one that
        can be; `check` gives it under the names of those checks."""
        reports = [document for document in paper.documents if _report_of(document) is not None]
        return tuple(finding for document in reports or self.takes_apart(paper) for finding in _generic(document))

    def read_apart(self, paper: OpenPaper) -> None:
        """Reads and checks the documents that can be reports, which do not need one another."""
        paper.share(self.takes_apart(paper), lambda document: _report_of(document) and _generic(document))

    def said(self, paper: OpenPaper) -> InclusionReport | None:
        """What the sentences of a paper without tables of exclusions say of their number; None where they say none."""
        return paper.once(f"{self.name}, said", _said)

    def check(self, paper: OpenPaper) -> Iterator[Checked]:
        for report in self.read(paper):
            for finding in report.findings:
                yield checked_of(CHECK, finding)
            for figure in (*report.years, *report.panels):
                if figure.recomputed is not None and figure.value is not None and not figure.wrong:
                    yield Checked(
                        check=CHECK, status=Status.OK, printed=figure.printed or "", expected=str(figure.recomputed),
                        working=f"adds to {figure.recomputed}", quote=figure.quote,
                    )  # fmt: skip

    def takes_apart(self, paper: OpenPaper) -> list[PaperDocument]:
        return [document for document in paper.documents if concerns(document)]

    def section(self, paper: OpenPaper, discretion: Discretion) -> BriefSection:
        reports = [report for report in self.read(paper) if not report.empty]
        gaps = []
        if not reports:
            what = "No inclusion report: looked for tables of exclusions by year group, of panels and of schools."
            gaps.append(Gap(part="exclusions", message=what))
        reports = [report for report in reports if not discretion.shuts(_pages_of(report), "inclusion report")]
        if discretion.small_below is not None:
            reports = [suppress(report, discretion.small_below) for report in reports]
            discretion.small.update(page for report in reports for page in _pages_of(report))
        if discretion.leaves("exclusions"):
            reports = []
        return BriefSection(
            tables=(trend_table(reports, None), panels_table(reports, totals_only=True)),
            chapters=tuple(_chapters(reports, f"p{discretion.pack.source.sha256[:8]}")),
            glance=tuple(_glance(reports)),
            gaps=tuple(gaps),
        )


def concerns(document: PaperDocument) -> bool:
    """Whether a document can be an inclusion report. Minutes speak of the reports of others."""
    kind = document.document.kind
    return kind not in (DocumentKind.FRONT_SHEET, DocumentKind.MINUTES) and worth_reading(list(document.texts))


def _read(paper: OpenPaper) -> tuple[InclusionReport, ...]:
    return tuple(
        replace(report, findings=tuple(place_finding(paper.pack, finding) for finding in report.findings))
        for document in paper.documents
        if (report := _report_of(document)) is not None
    )


def _report_of(document: PaperDocument) -> InclusionReport | None:
    """What a document says, where it says anything."""

    def read(_: PaperPages) -> InclusionReport | None:
        if not concerns(document):
            return None
        report = read_inclusion_report(
            document.measured, document.sentences, document.quote, document.texts, document.headings
        )
        return report if not report.empty or report.findings or report.about_exclusions else None

    return document.paper.once(f"inclusion report from PDF page {document.document.pdf_first}", read)


_ABOUT_FIGURES = SAY_FIGURES | {FindingCode.YEAR_HEADING}
"""What an inclusion report can have wrong in its figures; how they are printed is the matter of `check`."""

_OF_COSTS = frozenset({FindingCode.TOTAL_MISMATCH, FindingCode.ARITHMETIC_MISMATCH})
"""Findings on sums of pounds, which `cost-model` gives."""


def _generic(document: PaperDocument) -> tuple[Finding, ...]:
    def check(paper: PaperPages) -> tuple[Finding, ...]:
        tables = [measured.table for measured in document.measured if counts_money(measured)]
        pounds = {(cell.page, cell.box) for table in tables for row in table.rows for cell in row}
        return tuple(
            place_finding(paper.pack, finding)
            for checked in check_document(document)
            if (finding := checked.finding) is not None and finding.code in _ABOUT_FIGURES
            and (finding.quotes[0].pdf_page, finding.quotes[0].box) not in pounds
            and not (finding.code in _OF_COSTS and "£" in (finding.printed or ""))
        )  # fmt: skip

    return document.paper.once(f"generic checks from PDF page {document.document.pdf_first}", check)


def _said(paper: OpenPaper) -> InclusionReport | None:
    found = [
        figure
        for document in paper.documents
        if document.document.kind is not DocumentKind.FRONT_SHEET and any(map(mentions_exclusions, document.texts))
        for figure in find_said(document.sentences)
    ]
    if not found:
        return None
    nothing = read_inclusion_report((), (), lambda cell: replace(found[0].quote, text=cell.text))
    return replace(nothing, said=tuple(each_once(found)))


def _chapters(reports: Sequence[InclusionReport], name: str) -> Iterator[RankedChapter]:
    tables = tuple(table for table in (trend_table(reports, None), *panel_summaries(reports)) if table.rows)
    if not tables:
        return
    quotes = [year.quote for report in reports for year in report.trend]
    quotes += [figure.quote for report in reports for figure in report.panels if figure.is_total]
    pages = cite_pages((quote.page_label, quote.pdf_page) for quote in quotes)
    explanation = (f"From {pages}.", "A printed total that is not the sum of its rows has the sum beside it.")
    chapter = Chapter(
        heading="Exclusions at a glance", text=explanation, drawing=_drawing(reports, name), tables=tables
    )
    yield RankedChapter(rank=40, chapter=chapter)


def _drawing(reports: Sequence[InclusionReport], name: str) -> OwnMarkup | None:
    """The exclusions of the trend as bars, one for each year."""
    bars = [
        Bar(name=year.academic_year if year.whole else year.heading_printed, parts=(("pupils", year.pupils),))
        for report in reports
        for year in report.trend
    ]
    if not bars:
        return None
    return draw_svg(bars, trend_caption(reports), show=lambda value: f"{value:,}", inside=f"{name}-years")


def _glance(reports: Sequence[InclusionReport]) -> Iterator[Point]:
    for report in reports:
        whole = [year for year in report.trend if year.whole]
        if not whole:
            continue
        last, change = whole[-1], ""
        if last.change is not None and last.before is not None:
            percent = f" ({last.percent_change:+}%)" if last.percent_change is not None else ""
            change = f", {_change(last.change)} {last.before}{percent}"
        text = f"{last.pupils} {last.counted} in {last.academic_year}{change}."
        yield Point(text=text, link=link_of(last.quote))


def _change(change: Decimal) -> str:
    if not change:
        return "as many as in"
    return f"{abs(change)} {'more' if change > 0 else 'fewer'} than in"


def _pages_of(report: InclusionReport) -> Iterable[int]:
    yield from (figure.quote.pdf_page for figure in (*report.years, *report.panels, *report.schools))
    yield from (own.quote.pdf_page for own in report.outreach)
    yield from (own.quote.pdf_page for own in report.referrals)


EXCLUSIONS = Exclusions()
