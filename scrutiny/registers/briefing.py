"""Room `registers`: everything that one paper for the chair tells of a pack.

Takes a `Pack` and notes on its pages, gives a `Briefing`: the agenda, what was resolved and is still open, what is
recommended, exclusions, costs, and the figures that do not add up. What was looked for and not found is said. Pages
that tell of a single child and papers that are exempt give figures at most, and never their words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from scrutiny.checks import Check, Status
from scrutiny.costs import CostReport
from scrutiny.exclusions import InclusionReport, suppress
from scrutiny.findings import Finding, FindingCode
from scrutiny.pack import Document, DocumentKind, Pack
from scrutiny.pack.discrepancies import count_of
from scrutiny.pdf import WHOLE_PAGE
from scrutiny.prose.casestudies import find_case_studies
from scrutiny.registers.actions import LogEntry, find_log
from scrutiny.registers.actions import Status as ActionStatus
from scrutiny.registers.checks import Coverage, PageNotes, coverage_of, read_document, run_checks
from scrutiny.registers.costs import read_costs
from scrutiny.registers.exhibits import Exhibit, Spot, find_exhibits
from scrutiny.registers.heads import find_report_head
from scrutiny.registers.reading import read_blocks
from scrutiny.registers.recommendations import Entry, EntryKind, find_entries
from scrutiny.registers.redaction import SMALL, Leave, Redaction
from scrutiny.sources import Quote

Row = TypeVar("Row", Entry, LogEntry)

_OF_FILE = (FindingCode.FRONT_SHEET_RANGE, FindingCode.FRONT_SHEET_ITEM_MISSING)
"""Findings on the file that are a check of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """An item of the agenda, or a paper of one. `document` is None for business without a paper."""

    item: str | None
    title: str
    document: Document | None
    exempt: bool
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What was looked for and not found, or not read."""

    part: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What there is to tell of one pack. `wrong` counts the figures that do not agree, told or not; `private` are the
    pages (PDF pages) of which only figures are told, and `withheld` says in words what was left out."""

    pack: Pack
    agenda: tuple[AgendaLine, ...]
    minutes: tuple[Document, ...]
    resolutions: tuple[Entry, ...]
    still_open: tuple[LogEntry, ...]
    recommendations: tuple[Entry, ...]
    inclusion: tuple[InclusionReport, ...]
    costs: tuple[CostReport, ...]
    exhibits: tuple[Exhibit, ...]
    wrong: int
    coverage: tuple[Coverage, ...]
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    private: frozenset[int]
    withheld: tuple[str, ...]


def find_briefing(pack: Pack, notes: PageNotes, redaction: Redaction) -> Briefing:
    """The briefing on a pack whose pages were noted. Pictures are not drawn yet: see `draw_exhibits`."""
    documents = [document for document in pack.documents if pack.include_exempt or not document.exempt]
    reads = [read_document(pack, document, notes) for document in documents]
    private = find_private_pages(pack)
    shut = _Shut(pack, private, redaction)
    entries, of_entries = find_entries(notes, pack)
    log, of_log = find_log(notes, pack)
    minutes = tuple(document for document in documents if document.kind is DocumentKind.MINUTES)
    minuted = {page for document in minutes for page in document.pdf_pages}
    resolutions = [entry for entry in entries if entry.kind is EntryKind.RESOLUTION]
    still_open = [entry for entry in log if entry.quote.pdf_page in minuted and entry.status is not ActionStatus.CLOSED]
    recommended = _once([entry for entry in entries if entry.kind is EntryKind.RECOMMENDATION], shut)
    found = [read.inclusion for read in reads if read.document.kind is not DocumentKind.MINUTES]
    inclusion = [report for report in found if report is not None and not report.empty]
    costs = list(read_costs(pack, notes))
    checked = run_checks(pack, notes, frozenset(Check))
    gaps = _gaps(pack, minutes, resolutions, still_open, recommended, inclusion, costs, redaction)
    inclusion = [report for report in inclusion if not shut.any(_pages_of(report), "inclusion report")]
    costs = [report for report in costs if not shut.any(_pages_of_costs(report), "report on costs")]
    if redaction.leaves(Leave.SMALL_NUMBERS):
        inclusion = [suppress(report, SMALL) for report in inclusion]
        shut.close(page for report in inclusion for page in _pages_of(report))
    if redaction.leaves(Leave.COSTS):
        costs = []
    if redaction.leaves(Leave.EXCLUSIONS):
        inclusion = []
    wrong = find_exhibits(checked, reads)
    exhibits = () if redaction.leaves(Leave.FIGURES) else shut.exhibits(wrong)
    told = [finding for finding in (*pack.findings, *of_log, *of_entries) if finding.code not in _OF_FILE]
    return Briefing(
        pack=pack,
        agenda=tuple(_agenda(pack, notes)),
        minutes=minutes,
        resolutions=() if redaction.leaves(Leave.RESOLUTIONS) else shut.rows(resolutions, "resolution"),
        still_open=() if redaction.leaves(Leave.ACTIONS) else shut.rows(still_open, "action"),
        recommendations=(() if redaction.leaves(Leave.RECOMMENDATIONS) else shut.rows(recommended, "recommendation")),
        inclusion=tuple(inclusion),
        costs=tuple(costs),
        exhibits=exhibits,
        wrong=len(wrong),
        coverage=coverage_of(checked, frozenset(Check)),
        findings=tuple(shut.findings(told, exhibits)),
        gaps=tuple(gaps),
        private=private,
        withheld=shut.said(),
    )


def find_private_pages(pack: Pack) -> frozenset[int]:
    """The PDF pages that tell of a single child, or belong to an exempt paper."""
    pages: set[int] = set()
    for document in pack.documents:
        if document.exempt and not pack.include_exempt:
            pages.update(document.pdf_pages)
        else:
            texts = pack.page_texts[document.pdf_first - 1 : document.pdf_last]
            pages.update(document.pdf_pages[at - 1] for at in find_case_studies(texts))
    return frozenset(pages)


class _Shut:
    """What may be told, and an account of what was not."""

    def __init__(self, pack: Pack, private: frozenset[int], redaction: Redaction) -> None:
        self._pack = pack
        self._private = private
        self._redaction = redaction
        self._asked = {
            page for page, label in enumerate(pack.page_labels, start=1)
            if (label or str(page)) in redaction.pages
        }  # fmt: skip
        self._exempt = {page for page, regions in pack.hidden.items() if WHOLE_PAGE in regions}
        self._small: set[int] = set()
        self._left: list[str] = []

    def close(self, pages: Iterable[int]) -> None:
        """Nothing is told of findings on these pages: they hold hidden figures."""
        self._small.update(pages)

    def page(self, pdf_page: int) -> bool:
        return pdf_page in self._private or pdf_page in self._asked

    def any(self, pages: Iterable[int], what: str) -> bool:
        """Whether some of the pages are left out as asked, or are exempt; says so."""
        gone = sorted(set(pages) & (self._asked | self._exempt))
        if gone:
            self._left.append(f"The {what} on {_pages(self._pack, gone)}.")
        return bool(gone)

    def rows(self, rows: Sequence[Row], what: str) -> tuple[Row, ...]:
        """Those of which the words may be told; says how many are not."""
        self._say(what, [row.quote for row in rows if self.page(row.quote.pdf_page)])
        return tuple(row for row in rows if not self.page(row.quote.pdf_page))

    def exhibits(self, exhibits: Sequence[Exhibit]) -> tuple[Exhibit, ...]:
        """Without what is left out as asked; of private pages the figures alone."""
        kept: list[Exhibit] = []
        gone: list[Quote] = []
        for exhibit in exhibits:
            pages = {spot.quote.pdf_page for spot in exhibit.spots}
            if pages & (self._asked | self._small | self._exempt):
                gone.append(exhibit.checked.quote)
            elif pages & self._private:
                kept.append(_figures_only(exhibit))
            else:
                kept.append(exhibit)
        self._say("finding", gone)
        return tuple(kept)

    def findings(self, findings: Iterable[Finding], exhibits: Sequence[Exhibit]) -> Iterable[Finding]:
        """What is said of the file and its lists, without what is an exhibit too."""
        shown = {(e.checked.quote.pdf_page, e.checked.finding.code) for e in exhibits if e.checked.finding}
        for finding in findings:
            page = finding.quotes[0].pdf_page if finding.quotes else None
            told = finding.code is FindingCode.EXEMPT_WITHHELD  # it says where something is, not what
            if told or page is None or not (self.page(page) or page in self._small or (page, finding.code) in shown):
                yield finding

    def said(self) -> tuple[str, ...]:
        asked = [f"As asked: {each}." for each in self._redaction.asked]
        child = self._private - self._exempt
        if child:
            tell = "tells" if len(child) == 1 else "tell"
            where = f"{count_of(len(child), 'page')} that {tell} of a single child"
            asked.append(f"Pictures and words of {where}: only figures are taken from there.")
        closed = [d for d in self._pack.documents if d.exempt and not self._pack.include_exempt]
        asked += [f"Everything of item {d.item or '-'}, {d.title}: exempt." for d in closed]
        whole = {page for document in closed for page in document.pdf_pages}
        rest = sorted(set(self._pack.hidden) - whole)
        if rest:
            asked.append(f"What is marked as not for publication on {_pages(self._pack, rest)}.")
        return (*asked, *self._left)

    def _say(self, what: str, quotes: Sequence[Quote]) -> None:
        if quotes:
            where = _pages(self._pack, sorted({quote.pdf_page for quote in quotes}))
            self._left.append(f"{count_of(len(quotes), what)} on {where}.")


def _pages(pack: Pack, pages: Sequence[int]) -> str:
    what, numbers = cited([(pack.page_numbers[page - 1], page) for page in pages])
    return f"{what} {', '.join(numbers)}"


def cited(pages: Iterable[tuple[str | None, int]]) -> tuple[str, list[str]]:
    """Pages, each by its printed number and its place in the file, as officers cite them: "page" or "pages" and the
    printed numbers where all have one, else the PDF's."""
    pages = list(dict.fromkeys(pages))
    printed = [label for label, _ in pages if label is not None]
    whole = len(printed) == len(pages)
    numbers = list(dict.fromkeys(printed)) if whole else [str(page) for _, page in pages]
    return ("page" if whole else "PDF page") + ("s" if len(numbers) > 1 else ""), numbers


def _figures_only(exhibit: Exhibit) -> Exhibit:
    finding = exhibit.checked.finding
    assert finding is not None
    printed = finding.printed or ""
    quotes = tuple(replace(quote, text=printed) for quote in finding.quotes[:1])
    should = f"{printed} should be {finding.expected}" if finding.expected else f"{printed} is not as it should be"
    plain = replace(finding, message=f"{should} (the page tells of a child: only the figure is given)", hint=None,
                    quotes=quotes)  # fmt: skip
    checked = replace(exhibit.checked, finding=plain, working=plain.message, quote=quotes[0])
    return Exhibit(checked=checked, spots=tuple(Spot(quote=quote, marked=printed) for quote in quotes), told=False)


def _once(entries: Sequence[Entry], shut: _Shut) -> list[Entry]:
    """Each recommendation once: where it stands first, or where it is repeated when that page is private."""
    kept: list[Entry] = []
    for entry in entries:
        if entry.repeat_of is not None:
            continue
        again = [other for other in entries if other.repeat_of == entry.ref and not shut.page(other.quote.pdf_page)]
        kept.append(again[0] if again and shut.page(entry.quote.pdf_page) else entry)
    return kept


def _pages_of(report: InclusionReport) -> Iterable[int]:
    yield from (figure.quote.pdf_page for figure in (*report.years, *report.panels, *report.schools))
    yield from (own.quote.pdf_page for own in report.outreach)
    yield from (own.quote.pdf_page for own in report.referrals)
    yield from (group.quote.pdf_page for group in report.groups)


def _pages_of_costs(report: CostReport) -> Iterable[int]:
    yield from (year.quote.pdf_page for year in report.placements)
    yield from (case.quote.pdf_page for case in report.case_totals)
    yield from (share.quote.pdf_page for share in report.contributions)
    yield from (rate.quote.pdf_page for rate in report.day_rates)
    yield from (total.quote.pdf_page for total in report.totals)


def _agenda(pack: Pack, notes: PageNotes) -> Iterable[AgendaLine]:
    """The items of the front sheet in its order, each with its papers; then the papers of no item that it lists."""
    papers = [document for document in pack.documents if document.kind is not DocumentKind.FRONT_SHEET or pack.single]
    listed = {item.number for item in pack.items}
    for item in pack.items:
        own = [document for document in papers if document.item == item.number]
        if not own:
            yield AgendaLine(item=item.number, title=item.title, document=None, exempt=item.exempt, quote=item.quote)
        yield from (_line(document) for document in own)
    for document in papers:
        if document.item not in listed:
            yield _titled(pack, document, notes) if pack.single else _line(document)


def _titled(pack: Pack, document: Document, notes: PageNotes) -> AgendaLine:
    """A single paper under the title that it prints."""
    line = _line(document)
    if document.kind is DocumentKind.MINUTES:
        return line
    blocks = read_blocks(notes, pack, document, document.pdf_first, document.pdf_first)
    return replace(line, title=find_report_head(blocks, document).title)


def _line(document: Document) -> AgendaLine:
    return AgendaLine(
        item=document.item, title=document.title, document=document, exempt=document.exempt, quote=document.quote
    )


def _gaps(
    pack: Pack,
    minutes: Sequence[Document],
    resolutions: Sequence[Entry],
    still_open: Sequence[LogEntry],
    recommended: Sequence[Entry],
    inclusion: Sequence[InclusionReport],
    costs: Sequence[CostReport],
    redaction: Redaction,
) -> Iterable[Gap]:
    """What a chair would look for and not find."""
    if not pack.items:
        yield Gap(part="agenda", says="No agenda front sheet: the papers are listed as they were found.")
    if not minutes:
        yield Gap(part="minutes", says="No minutes of an earlier meeting, so nothing on what was resolved or is open.")
    else:
        if not resolutions:
            yield Gap(part="resolutions", says='No resolutions in the minutes: looked for "Resolved" and "agreed".')
        if not still_open:
            yield Gap(part="actions", says="No open actions in the minutes: looked for what somebody undertook to do.")
    if not recommended:
        yield Gap(
            part="recommendations",
            says='No recommendations: looked for sections headed "Recommendation(s)" and for "Recommendation 1:".',
        )
    if not inclusion:
        yield Gap(
            part="exclusions",
            says="No inclusion report: looked for tables of exclusions by year group, of panels and of schools.",
        )
    if not costs and not redaction.leaves(Leave.COSTS):
        yield Gap(
            part="costs",
            says="Nothing on what placements cost: looked for a table of cases by year group and for AWPU sums.",
        )


def numbers_of(coverage: Sequence[Coverage]) -> tuple[int, int, int]:
    """How many figures were seen, checked, and agree."""
    return sum(c.seen for c in coverage), sum(c.checked for c in coverage), sum(c.proven for c in coverage)


def counts_of(exhibits: Sequence[Exhibit]) -> tuple[int, int]:
    """How many errors and warnings."""
    errors = sum(exhibit.checked.status is Status.ERROR for exhibit in exhibits)
    return errors, len(exhibits) - errors
