"""Room `registers`: what a pack says of the cost of placements. Takes a `Pack` and notes on its pages."""

from collections.abc import Iterator
from decimal import Decimal

from scrutiny.checks.facts import Fact, words_of
from scrutiny.families.costs import CostReport, find_cost_report, worth_reading
from scrutiny.figures import Unit
from scrutiny.pack import Pack
from scrutiny.registers.checks import PageNotes, read_document
from scrutiny.sources import Quote


def read_costs(pack: Pack, notes: PageNotes) -> tuple[CostReport, ...]:
    """Every report in the file that says what placements cost."""
    reports = []
    for document in pack.documents:
        if worth_reading(pack.page_texts[document.pdf_first - 1 : document.pdf_last]):
            read = read_document(pack, document, notes)
            report = find_cost_report(read.tables, read.sentences, read.quote)
            if not report.empty:
                reports.append(report)
    return tuple(reports)


def cost_facts(pack: Pack, notes: PageNotes) -> tuple[Fact, ...]:
    """What the cost model makes of the pack, as facts that a summary may repeat."""
    also = words_of(
        "what a place costs: the school days, the day rate and transport, the excluding school's contribution"
    )
    return tuple(
        Fact(value=value, unit=Unit.NUMBER, words=words_of(about), also=also, quote=quote, working=working)
        for report in read_costs(pack, notes)
        for value, about, working, quote in _said(report)
        if value is not None
    )


def _said(report: CostReport) -> Iterator[tuple[Decimal | None, str, str | None, Quote]]:
    """Each figure with what it is about, and how it was worked out where it was."""
    for year in report.placements:
        yield year.printed, year.academic_year or "", None, year.quote
        yield year.recomputed, year.academic_year or "", year.working, year.quote
    for case in report.case_totals:
        for value, about in (
            (case.total_printed, "total"), (case.contribution_printed, "contribution"), (case.net_printed, "net"),
        ):  # fmt: skip
            yield value, about, None, case.quote
        for value, about in ((case.total, "total"), (case.contribution, "contribution"), (case.net, "net")):
            yield value, about, "as cost-model works it out", case.quote
    for own in report.contributions:
        stage = own.key_stage or ""
        for value, about in (
            (own.awpu, "AWPU"), (own.top_up, "top up"), (Decimal(own.school_days), "school days"),
            (Decimal(own.days), "days"), (own.daily_printed, "a day daily"), (own.printed, own.key_stage or ""),
        ):  # fmt: skip
            yield value, f"{stage} {about}", None, own.quote
        yield own.daily_printed, f"{stage} a day", None, own.quote
        yield own.daily, f"{stage} a day daily", "as cost-model works it out", own.quote
        yield own.recomputed, own.key_stage or "", "as cost-model works it out", own.quote
    for rate in report.day_rates:
        for value, about in (
            (Decimal(rate.school_days), "school days"), (rate.day_rate, "day rate"), (rate.transport, "transport"),
            (rate.daily, "a day daily"), (rate.daily, "a day"), (rate.printed, ""),
        ):  # fmt: skip
            yield value, f"{rate.academic_year} {about}", None, rate.quote
        yield rate.recomputed, rate.academic_year, "as cost-model works it out", rate.quote
    for total in report.totals:
        yield total.printed, total.name, None, total.quote
        yield total.recomputed, total.name, total.working, total.quote
    if report.break_even is not None:
        even = report.break_even
        yield even.investment, "investment", None, even.quote
        working = f"{even.investment} / {even.mean_net}"
        for value, about in (
            (even.mean_net, "mean net cost"),
            (even.exact, "exactly"),
            (Decimal(even.exclusions), "exclusions"),
        ):
            yield value, about, working, even.quote
