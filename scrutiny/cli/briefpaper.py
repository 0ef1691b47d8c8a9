"""Room `cli`: the paper that `brief` writes: its chapters, in sentences and tables, for Markdown and HTML."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from scrutiny.findings import Finding, Severity
from scrutiny.pack.discrepancies import count_of
from scrutiny.products.briefing import Briefing, cited, counts_of, numbers_of
from scrutiny.products.exhibits import Exhibit as Shown
from scrutiny.products.exhibits import Spot
from scrutiny.products.redaction import Leave, Redaction
from scrutiny.sheets.drawing import Bar, draw_svg
from scrutiny.sheets.model import Chapter, Exhibit, Illustration, Paper, PaperPart, Table
from scrutiny.sheets.textforms import page_of
from scrutiny.sources import Quote, Source

Tables = Mapping[str, Table]

WRONG = "Figures that do not add up"
AT_ONCE = 8
"""Findings on the file itself that are listed one by one; of more of a kind the first is."""


def make_paper(parts: Sequence[tuple[Source, Briefing | None, Tables]], redaction: Redaction) -> Paper:
    """One paper on one or several packs."""
    single = len(parts) == 1
    title = f"Briefing: {_name(*parts[0][:2])}" if single else f"Briefing on {len(parts)} packs"
    made = [
        PaperPart(
            heading=None if single else redaction.blank(_name(source, briefing)),
            chapters=tuple(_chapters(briefing, tables, f"p{at}", redaction)),
        )
        for at, (source, briefing, tables) in enumerate(parts, start=1)
    ]
    files = ", ".join(f"{source.file} ({count_of(source.pdf_pages, 'page')})" for source, _, _ in parts)
    says = (
        f"Made by scrutiny from {files}. Every line names its page. Figures stand as printed; nothing is put right.",
    )
    return Paper(title=redaction.blank(title), says=says, parts=tuple(made))


def _name(source: Source, briefing: Briefing | None) -> str:
    """The meeting of a pack, the title of a single paper: what its file says of itself is often a template's."""
    if briefing is not None and briefing.pack.single and briefing.agenda:
        return briefing.agenda[0].title
    date = f"{source.meeting_date.day} {source.meeting_date:%B %Y}" if source.meeting_date else None
    return ", ".join(piece for piece in (source.body or source.title or source.file, date) if piece)


def _chapters(briefing: Briefing | None, tables: Tables, name: str, redaction: Redaction) -> Iterator[Chapter]:
    if briefing is None:
        yield _chapter("What could not be read", tables["gaps"])
        return
    yield Chapter(heading="At a glance", points=tuple(_glance(briefing, redaction)))
    for heading, key in (
        ("On the agenda", "agenda"),
        ("Resolved at the last meeting", "resolutions"),
        ("Still open from the last meeting", "actions"),
    ):
        if tables[key].rows:
            yield _chapter(heading, tables[key])
    if tables["recommendations"].rows:
        yield Chapter(heading="What the reports recommend", tables=tuple(_by_report(tables["recommendations"])))
    if tables["trend"].rows or tables["panels"].rows:
        own = tuple(table for table in (_without_bars(tables["trend"]), tables["panels"]) if table.rows)
        quotes = [year.quote for report in briefing.inclusion for year in report.trend]
        quotes += [p.quote for report in briefing.inclusion for p in report.panels if p.is_total]
        says = (_pages(quotes), "A printed total that is not the sum of its rows has the sum beside it.")
        yield Chapter(heading="Exclusions at a glance", says=says, drawing=_drawing(briefing, name), tables=own)
    costs = tuple(tables[key] for key in ("case totals", "contributions", "totals", "break-even") if tables[key].rows)
    if costs:
        says = (_pages(_cost_quotes(briefing)), "What the paper prints stands beside what its own figures give.")
        yield Chapter(heading="What a placement costs", says=says, tables=costs)
    if briefing.exhibits:
        exhibits = tuple(_exhibit(each, redaction) for each in briefing.exhibits)
        yield Chapter(heading=WRONG, says=(*_looked_at(briefing), "The worst stand first."), exhibits=exhibits)
    elif not briefing.wrong and not redaction.leaves(Leave.FIGURES) and numbers_of(briefing.coverage)[0]:
        yield Chapter(heading=WRONG, says=("None was found.", *_looked_at(briefing)))
    missing = [str(row[1]) for row in tables["gaps"].rows]
    missing += [redaction.blank(each) for each in _of_file(briefing.findings)]
    if missing:
        yield Chapter(heading="What could not be found or read", points=tuple(missing))
    if tables["withheld"].rows:
        yield Chapter(heading="What is left out", points=tuple(str(row[0]) for row in tables["withheld"].rows))


def _without_bars(trend: Table) -> Table:
    """For a paper, which has the drawing."""
    names = [column.name for column in trend.layout.columns if column.shown and column.name != "chart"]
    return replace(trend, layout=trend.layout.showing(names))


def _cost_quotes(briefing: Briefing) -> list[Quote]:
    quotes: list[Quote] = []
    for report in briefing.costs:
        quotes += [case.quote for case in report.case_totals]
        quotes += [contribution.quote for contribution in report.contributions]
        quotes += [total.quote for total in report.totals]
        quotes += [year.quote for year in report.placements]
        quotes += [report.break_even.quote] if report.break_even else []
    return sorted(quotes, key=lambda quote: quote.pdf_page)


def _pages(quotes: Sequence[Quote]) -> str:
    """Where the figures of a chapter stand."""
    what, pages = cited((quote.page_label, quote.pdf_page) for quote in quotes)
    return f"From {what} {', '.join(pages[:-1])} and {pages[-1]}." if len(pages) > 1 else f"From {what} {pages[0]}."


def _chapter(heading: str, table: Table) -> Chapter:
    return Chapter(heading=heading, tables=(table,))


def _glance(briefing: Briefing, redaction: Redaction) -> Iterator[str]:
    """The whole in a few lines."""
    papers = sum(line.document is not None for line in briefing.agenda)
    items = len({line.item for line in briefing.agenda if line.item is not None})
    yield (
        f"{count_of(items, 'item')} of business, {count_of(papers, 'paper')}."
        if items
        else f"{count_of(papers, 'paper')}."
    )
    if briefing.minutes:
        yield (
            f"From the last minutes: {count_of(len(briefing.resolutions), 'resolution')}, "
            f"{count_of(len(briefing.still_open), 'action')} still open."
        )
    if briefing.recommendations:
        reports = len({entry.report for entry in briefing.recommendations})
        yield f"{count_of(len(briefing.recommendations), 'recommendation')} in {count_of(reports, 'report')}."
    for report in briefing.inclusion:
        whole = [year for year in report.trend if year.whole]
        if whole:
            last = whole[-1]
            change = ""
            if last.change is not None and last.before is not None:
                percent = f" ({last.percent_change:+}%)" if last.percent_change is not None else ""
                change = f", {_change(last.change)} {last.before}{percent}"
            yield f"{last.pupils} permanent exclusions in {last.academic_year}{change} ({page_of(last.quote)})."
    for costs in briefing.costs:
        if costs.case_totals:
            nets = [case.net for case in costs.case_totals if case.net is not None]
            total = sum((case.total for case in costs.case_totals), Decimal(0))
            net = f", net £{sum(nets, Decimal(0)):,.0f}" if len(nets) == len(costs.case_totals) else ""
            yield f"{count_of(len(costs.case_totals), 'placement')} cost £{total:,.0f} in all, recomputed{net}."
    errors, warnings = counts_of(briefing.exhibits)
    if (
        numbers_of(briefing.coverage)[0]
        and not redaction.leaves(Leave.FIGURES)
        and (errors or warnings or not briefing.wrong)
    ):
        wrong = [f"{count_of(errors, 'figure')} that cannot be right"] if errors else []
        wrong += [f"{count_of(warnings, 'figure')} to ask about"] if warnings else []
        yield f"{', '.join(wrong) or 'No figure that does not add up'}."


def _change(change: Decimal) -> str:
    if not change:
        return "as many as in"
    return f"{abs(change)} {'more' if change > 0 else 'fewer'} than in"


def _looked_at(briefing: Briefing) -> tuple[str, ...]:
    seen, checked, agree = numbers_of(briefing.coverage)
    return (f"{count_of(seen, 'figure')} seen that a check applies to, {checked} checked, {agree} agree.",)


def _by_report(table: Table) -> Iterator[Table]:
    """The recommendations of each report, under its name."""
    names = [column.name for column in table.layout.columns]
    item, report, addressed = (names.index(name) for name in ("item", "report", "addressed_to"))
    for key in dict.fromkeys((row[item], row[report]) for row in table.rows):
        rows = tuple(row for row in table.rows if (row[item], row[report]) == key)
        to = {row[addressed] for row in rows}
        shown = {"number_printed", "text", "page", *(["addressed_to"] if len(to) > 1 else [])}
        printed = [row[names.index("page")] is not None for row in rows]
        shown |= {"pdf_page"} if not all(printed) else set()
        shown -= {"page"} if not any(printed) else set()
        caption = f"Item {key[0]}: {key[1]}" if key[0] is not None else str(key[1])
        yield Table(layout=replace(table.layout.showing(shown), caption=caption), rows=rows)


def _drawing(briefing: Briefing, name: str) -> str | None:
    """Permanent exclusions as bars, one for each year."""
    years = [year for report in briefing.inclusion for year in report.trend]
    if not years:
        return None
    bars = [
        Bar(name=year.academic_year if year.whole else year.heading_printed, parts=(("pupils", year.pupils),))
        for year in years
    ]
    return draw_svg(bars, "Permanent exclusions, year by year", show=lambda value: f"{value:,}", inside=f"{name}-years")


def _exhibit(shown: Shown, redaction: Redaction) -> Exhibit:
    finding = shown.checked.finding
    assert finding is not None
    hint = redaction.blank(finding.hint) if finding.hint else None
    return Exhibit(
        severity=finding.severity,
        heading=redaction.blank(finding.message),
        place=f"{_where(finding)}. What it means: scrutiny explain {finding.code}",
        lines=(hint,) if hint else (),
        pictures=tuple(_picture(spot, redaction) for spot in shown.spots if spot.picture is not None),
    )


def _where(finding: Finding) -> str:
    pages = dict.fromkeys(_both(quote) for quote in finding.quotes[:2])
    item = finding.quotes[0].item
    return f"{f'Item {item}, ' if item else ''}{' and '.join(pages)}"


def _both(quote: Quote) -> str:
    """Both numbers of a page, for someone who opens it."""
    same = quote.page_label == str(quote.pdf_page)
    return page_of(quote) + (f" (PDF page {quote.pdf_page})" if quote.page_label and not same else "")


def _picture(spot: Spot, redaction: Redaction) -> Illustration:
    assert spot.picture is not None
    words = redaction.blank(spot.quote.text)
    marked = redaction.blank(spot.marked)
    where = f"in: {words}" if words != marked else "in its table"
    says = f"{_both(spot.quote)}: {marked}{' is framed' if spot.framed else ''} {where}"
    return Illustration(
        png=spot.picture.png, width=spot.picture.width, height=spot.picture.height, says=says[0].upper() + says[1:]
    )


def _of_file(findings: Sequence[Finding]) -> Iterator[str]:
    """What is wrong with the file itself, and gaps in its lists; of many of one kind the first."""
    told = [finding for finding in findings if finding.severity is not Severity.NOTE]
    for finding in told[:AT_ONCE]:
        place = f"{page_of(finding.quotes[0])}: " if finding.quotes else ""
        said = f"{place}{finding.message}."
        yield said[0].upper() + said[1:]
    if len(told) > AT_ONCE:
        yield f"{len(told) - AT_ONCE} more: see scrutiny contents."
