"""Room `pack`: findings about the file itself, and where its own evidence does not agree."""

import itertools
import re

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.dates import parse_date, print_day
from scrutiny.language.phrases import count_of, runs_of
from scrutiny.pack.evidence import PageEvidence
from scrutiny.pack.frontsheet import START_PAGES
from scrutiny.pack.model import Document, Evidence, Withheld
from scrutiny.pack.paper import Paper, Start
from scrutiny.pdf import UNREAD, Pdf
from scrutiny.sources import Quote, fold


def file_findings(pdf: Pdf, pages: tuple[PageEvidence, ...]) -> list[Finding]:
    """What of a file is damaged, and which pages could not be read."""
    file = pdf.path.name

    def found(
        page: int, code: FindingCode, message: str, severity: Severity = Severity.WARNING, hint: str | None = None
    ) -> Finding:
        return Finding.at(Quote(file=file, pdf_page=page, text=""), code, message, severity, hint=hint)

    findings = [found(1, FindingCode.DAMAGED_FILE, repair) for repair in pdf.repairs]
    lost = [page.pdf_page for page in pages if page.text is None]
    if lost:
        message = f"{count_of(len(lost), 'page')} cannot be read (PDF {page_list(lost)})"
        findings.append(found(lost[0], FindingCode.UNREADABLE_PAGE, message))
    unnamed = {page.pdf_page: page.text.count(UNREAD) for page in pages if page.text and UNREAD in page.text}
    if unnamed:
        letters = count_of(sum(unnamed.values()), "character")
        message = f"{letters} on PDF {page_list(list(unnamed))} without a letter that the file names: shown as {UNREAD}"
        findings.append(found(min(unnamed), FindingCode.UNREADABLE_PAGE, message, Severity.NOTE))
    scanned = [page.pdf_page for page in pages if page.pictured and not page.has_text]
    if scanned:
        where = f"{count_of(len(scanned), 'page')} (PDF {page_list(scanned)})"
        message = f"no text layer on {where}: nothing on {'it' if len(scanned) == 1 else 'them'} was read"
        hint = f"Run OCR first: ocrmypdf --skip-text {file} {pdf.path.stem}-ocr.pdf"
        # a map or a scan is no fault of the paper: the last line of `check` says how many pages it leaves out
        findings.append(found(scanned[0], FindingCode.NO_TEXT_LAYER, message, Severity.NOTE, hint))
    return findings


def outline_missing(paper: Paper, starts: list[Start]) -> Finding:
    """Says what the contents were worked out from instead."""
    used = {evidence for start in starts for evidence in start.evidence} - {Evidence.FIRST_PAGE}
    named = ", ".join(evidence for evidence in Evidence if evidence in used)
    message = f"no outline: contents worked out from {named}"
    return Finding.at(paper.quote(1, ""), FindingCode.OUTLINE_MISSING, message, Severity.NOTE)


def meeting_findings(paper: Paper) -> list[Finding]:
    """Where the front sheet's date is not the file's, which is followed: an agenda is often typed over the last."""
    meeting = paper.front.meeting
    printed = parse_date(meeting.date_printed) if meeting.date_printed else None
    if printed is None or meeting.date is None or printed == meeting.date or meeting.date_printed is None:
        return []
    words = fold(meeting.date_printed)
    pages = (page.pdf_page for page in paper.pages[:START_PAGES] if words in fold(page.text or ""))
    said = print_day(meeting.date)
    message = f"front sheet: {words}; the file's own title says {said}"
    quote = paper.quote(next(pages, 1), words)
    return [Finding.at(quote, FindingCode.MEETING_DISAGREES, message, printed=words, expected=said)]


def range_findings(documents: tuple[Document, ...], paper: Paper) -> list[Finding]:
    """Where the front sheet's page ranges are not the pages the items really have. A column of single numbers may be
    minutes of time: it is believed where most of them are the first pages of their items."""
    findings = []
    counted = [n for n in paper.numbering.counted if n is not None]
    begins: dict[str | None, int | None] = {}
    for document in documents:
        begins.setdefault(document.item, paper.numbering.counted[document.pdf_first - 1])
    alone = [item for item in paper.front.items if item.pages is not None and _only_first(item.pages.printed)]
    proven = 2 * sum(each.pages is not None and begins.get(each.number) == each.pages.first for each in alone)
    for item in paper.front.items:
        if item.pages is None or not counted:
            continue
        only_first = _only_first(item.pages.printed)
        if only_first and proven <= len(alone):
            continue
        own = [at for at, document in enumerate(documents) if document.item == item.number]
        listed, printed = f"front sheet: item {item.number} {item.pages.printed}", item.pages.printed
        if not own:
            message = f"{listed}; the pack's pages end at {counted[-1]}"
            findings.append(Finding.at(item.quote, FindingCode.FRONT_SHEET_ITEM_MISSING, message, printed=printed))
            continue
        appendices = itertools.takewhile(lambda each: each.item is None, documents[own[-1] + 1 :])
        first = paper.numbering.counted[documents[own[0]].pdf_first - 1]
        last = paper.numbering.counted[[documents[own[-1]], *appendices][-1].pdf_last - 1]
        if (
            first is None
            or last is None
            or (first, last) == (item.pages.first, last if only_first else item.pages.last)
        ):
            continue
        found = f"page {first}" if first == last else f"pages {first} - {last}"
        message, expected = f"{listed}; found {found}", f"({found.capitalize()})"
        findings.append(
            Finding.at(item.quote, FindingCode.FRONT_SHEET_RANGE, message, printed=printed, expected=expected)
        )
    return findings


def _only_first(printed: str) -> bool:
    """Whether a number stands alone in a column, not "(Page 7)"."""
    return not re.search(r"\d\D+\d", printed) and not printed.startswith("(")


def outline_disagrees(paper: Paper, number: str, at: int, other: int) -> Finding:
    stamp = paper.quote(at, f"Agenda Item {number}", number)
    printed, expected = f"PDF page {other}", f"PDF page {at}"
    message = f"item {number} starts on {expected} by its stamp, on {printed} by the outline"
    return Finding.at(stamp, FindingCode.OUTLINE_DISAGREES, message, printed=printed, expected=expected)


def stamp_disagrees(paper: Paper, page: int, stamped: str | None, number: str) -> Finding:
    printed, expected = f"Agenda Item {stamped}", f"Agenda Item {number}"
    message = f"the stamp on PDF page {page} says item {stamped}, the outline says item {number}"
    quote = paper.quote(page, printed, stamped)
    return Finding.at(quote, FindingCode.STAMP_DISAGREES, message, printed=printed, expected=expected)


def exempt_finding(document: Document) -> Finding:
    what = f"item {document.item}" if document.item else document.title
    return Finding.at(document.quote, FindingCode.EXEMPT_DOCUMENT, f"{what} is marked exempt")


def passage_finding(passage: Withheld) -> Finding:
    what = f"item {passage.item}" if passage.item else "the paper"
    message = f"a passage of {what} (PDF {page_list(list(passage.pdf_pages))}) is marked exempt"
    return Finding.at(passage.mark, FindingCode.EXEMPT_DOCUMENT, message)


def page_list(pages: list[int]) -> str:
    """ "page 3", "pages 3, 5-7": runs are joined, and after ten runs the rest is counted."""
    runs = runs_of(pages)
    shown = [str(a) if a == b else f"{a}-{b}" for a, b in runs[:10]]
    more = f" and {len(runs) - 10} more runs" if len(runs) > 10 else ""
    return f"page{'' if len(pages) == 1 else 's'} {', '.join(shown)}{more}"
