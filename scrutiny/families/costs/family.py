"""Family `costs`: its place in the list of families."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import ClassVar

from msgspec.structs import replace

from scrutiny.checks.facts import Fact, words_of
from scrutiny.checks.model import Checked, Explained
from scrutiny.families.costs.facts import CostReport
from scrutiny.families.costs.read import find_cost_report, worth_reading
from scrutiny.families.costs.terms import pounds
from scrutiny.families.costs.view import BREAK_EVEN, CASE_TOTALS, CONTRIBUTIONS, TOTALS, report_tables
from scrutiny.families.family import (
    BriefSection,
    Discretion,
    Family,
    Gap,
    RankedChapter,
    Redactable,
    checked_of,
    for_people,
    link_of,
)
from scrutiny.figures import Unit
from scrutiny.findings import FindingCode
from scrutiny.language.phrases import cite_pages, count_of
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument, place_finding
from scrutiny.sheets.model import Chapter, Layout, Point
from scrutiny.sources import Quote, Quoted

CHECK = "costs"


class CostsFamily(Family):
    """What placements cost."""

    name = "costs"
    checks: ClassVar[dict[str, Explained]] = {
        CHECK: Explained(
            compares="What placements cost with their day rates, contributions and totals, as `cost-model` does.",
            example="case B, total: printed £31,270, recomputed £31,000 (£270 too much)",
        )
    }
    redactables = (Redactable(name="costs", meaning="what a placement costs"),)

    @property
    def layouts(self) -> tuple[Layout, ...]:
        return (CASE_TOTALS.layout, CONTRIBUTIONS.layout, TOTALS.layout, BREAK_EVEN.layout)

    def read(self, paper: OpenPaper) -> tuple[CostReport, ...]:
        """Every report in the paper that says what placements cost."""
        return paper.once(self.name, _read)

    def check(self, paper: OpenPaper) -> Iterator[Checked]:
        for report in self.read(paper):
            for finding in report.findings:
                # a generic check tells malformed figures, of every paper
                if finding.code is not FindingCode.MALFORMED_FIGURE:
                    yield checked_of(CHECK, finding)

    def takes_apart(self, paper: OpenPaper) -> list[PaperDocument]:
        return _on_costs(paper)

    def evidence(self, paper: OpenPaper) -> Iterator[Fact]:
        also = words_of(
            "what a place costs: the school days, the day rate and transport, the excluding school's contribution"
        )
        for report in self.read(paper):
            for value, about, working, quote in _figures(report):
                if value is not None:
                    words = words_of(about) | ({"total"} & set(about.split()))
                    yield Fact(value=value, unit=Unit.NUMBER, words=words, also=also, quote=quote, working=working)

    def section(self, paper: OpenPaper, discretion: Discretion) -> BriefSection:
        found = self.read(paper)
        gaps = []
        if not found and not discretion.leaves("costs"):
            what = (
                "Nothing on what placements cost: looked for tables of cases and of places, and for sums written out."
            )
            gaps.append(Gap(part="costs", message=what))
        reports = [report for report in found if not discretion.shuts(_pages_of(report), "report on costs")]
        if discretion.leaves("costs"):
            reports = []
        _, cases, shares, _, totals, even = report_tables(reports)
        return BriefSection(
            tables=(cases, shares, totals, even),
            chapters=tuple(_chapters(reports)),
            glance=tuple(_glance(reports)),
            gaps=tuple(gaps),
        )


def _on_costs(paper: OpenPaper) -> list[PaperDocument]:
    def places(paper: OpenPaper) -> list[int]:
        return [at for at, document in enumerate(paper.documents) if worth_reading(document.texts)]

    return [paper.documents[at] for at in paper.once("places of the documents on costs", places)]


def _read(paper: OpenPaper) -> tuple[CostReport, ...]:
    found = [
        find_cost_report(document.tables, document.sentences, document.quote, document.texts)
        for document in _on_costs(paper)
    ]
    told = [
        replace(report, findings=tuple(place_finding(paper.pack, finding) for finding in report.findings))
        for report in found
        if not report.empty
    ]
    left_out = sum(report.left_out for report in found)  # of any document: the paper's table of lines says so once
    return tuple(replace(report, left_out=0 if at else left_out) for at, report in enumerate(told))


def _chapters(reports: Sequence[CostReport]) -> Iterator[RankedChapter]:
    _, cases, shares, _, totals, even = report_tables(reports)
    shown = (
        cases.without_empty(),
        for_people(
            shares, CONTRIBUTIONS.caption, "key_stage", "awpu", "top_up", "days", "daily", "printed", "recomputed",
            "rounding",
        ),
        totals.without_empty(),
        even.without_empty(),
    )  # fmt: skip
    tables = tuple(table for table in shown if table.rows)
    if tables:
        where = cite_pages((quote.page_label, quote.pdf_page) for quote in _quotes(reports))
        explanation = (f"From {where}.", "Each printed figure stands beside the recomputed one.")
        chapter = Chapter(heading="What a placement costs", text=explanation, tables=tables)
        yield RankedChapter(rank=50, chapter=chapter)


def _quotes(reports: Sequence[CostReport]) -> list[Quote]:
    quotes: list[Quote] = []
    for report in reports:
        facts: tuple[Quoted, ...] = (*report.case_totals, *report.contributions, *report.totals, *report.placements)
        quotes += [fact.quote for fact in (*facts, *([report.break_even] if report.break_even else []))]
    return sorted(quotes, key=lambda quote: quote.pdf_page)


def _glance(reports: Sequence[CostReport]) -> Iterator[Point]:
    for report in reports:
        if report.case_totals:
            nets = [case.net for case in report.case_totals if case.net is not None]
            total = sum((case.total for case in report.case_totals), Decimal(0))
            net = f", net {pounds(sum(nets, Decimal(0)))}" if len(nets) == len(report.case_totals) else ""
            text = f"{count_of(len(report.case_totals), 'placement')} cost {pounds(total)} in all{net}, recomputed."
            yield Point(text=text, link=link_of(report.case_totals[0].quote))


def _pages_of(report: CostReport) -> Iterable[int]:
    yield from (quote.pdf_page for quote in _quotes([report]))
    yield from (rate.quote.pdf_page for rate in report.day_rates)
    yield from (line.quote.pdf_page for line in report.lines if line.method)


def _figures(report: CostReport) -> Iterator[tuple[Decimal | None, str, str | None, Quote]]:
    """Each figure with what it is about, and how it was worked out where it was."""
    computed = "as cost-model works it out"
    for year in report.placements:
        yield year.printed, year.academic_year or "", None, year.quote
        yield year.recomputed, year.academic_year or "", year.working, year.quote
    for case in report.case_totals:
        for value, about in (
            (case.total_printed, "total"), (case.contribution_printed, "contribution"), (case.net_printed, "net"),
        ):  # fmt: skip
            yield value, about, None, case.quote
        for value, about in ((case.total, "total"), (case.contribution, "contribution"), (case.net, "net")):
            yield value, about, computed, case.quote
    for own in report.contributions:
        stage = own.key_stage or ""
        for value, about in (
            (own.awpu, "AWPU"), (own.top_up, "top up"), (Decimal(own.school_days), "school days"),
            (Decimal(own.days), "days"), (own.daily_printed, "a day daily"), (own.printed, own.key_stage or ""),
        ):  # fmt: skip
            yield value, f"{stage} {about}", None, own.quote
        yield own.daily_printed, f"{stage} a day", None, own.quote
        yield own.daily, f"{stage} a day daily", computed, own.quote
        yield own.recomputed, own.key_stage or "", computed, own.quote
    for rate in report.day_rates:
        for value, about in (
            (Decimal(rate.school_days), "school days"), (rate.day_rate, "day rate"), (rate.transport, "transport"),
            (rate.daily, "a day daily"), (rate.daily, "a day"), (rate.printed, ""),
        ):  # fmt: skip
            yield value, f"{rate.academic_year} {about}", None, rate.quote
        yield rate.recomputed, rate.academic_year, computed, rate.quote
    for total in report.totals:
        yield total.printed, total.name, None, total.quote
        yield total.recomputed, total.name, total.working, total.quote
    if report.break_even is not None:
        even = report.break_even
        yield even.investment, "investment", None, even.quote
        working = f"{even.investment} / {even.mean_net}"
        for value, about in (
            (even.mean_net, "mean net cost"), (even.exact, "exactly"), (Decimal(even.exclusions), "exclusions"),
        ):  # fmt: skip
            yield value, about, working, even.quote


COSTS = CostsFamily()
