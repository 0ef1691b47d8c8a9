"""Room `pack`: findings about the file itself, and where its own evidence does not agree."""

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.dates import parse_date, print_day
from scrutiny.language.phrases import count_of
from scrutiny.pack.evidence import PageEvidence
from scrutiny.pack.frontsheet import START_PAGES
from scrutiny.pack.model import Document, Evidence, Withheld
from scrutiny.pack.paper import Paper, Start
from scrutiny.pdf import Pdf
from scrutiny.sources import Quote, fold


def file_findings(pdf: Pdf, pages: tuple[PageEvidence, ...]) -> list[Finding]:
    file = pdf.path.name
    findings = [
        Finding(
            code=FindingCode.DAMAGED_FILE,
            severity=Severity.WARNING,
            message=repair,
            quotes=(Quote(file=file, pdf_page=1, text=""),),
        )
        for repair in pdf.repairs
    ]
    lost = [page.pdf_page for page in pages if page.text is None]
    if lost:
        findings.append(
            Finding(
                code=FindingCode.UNREADABLE_PAGE,
                severity=Severity.WARNING,
                message=f"{count_of(len(lost), 'page')} cannot be read (PDF {page_list(lost)})",
                quotes=(Quote(file=file, pdf_page=lost[0], text=""),),
            )
        )
    scanned = [page.pdf_page for page in pages if page.pictured and not page.has_text]
    if scanned:
        findings.append(
            Finding(
                code=FindingCode.NO_TEXT_LAYER,
                severity=Severity.WARNING,
                message=f"no text layer on {count_of(len(scanned), 'page')} (PDF {page_list(scanned)}): nothing on "
                f"{'it' if len(scanned) == 1 else 'them'} was read",
                quotes=(Quote(file=file, pdf_page=scanned[0], text=""),),
                hint=f"Run OCR first: ocrmypdf --skip-text {file} {pdf.path.stem}-ocr.pdf",
            )
        )
    return findings


def outline_missing(paper: Paper, starts: list[Start]) -> Finding:
    """Says what the contents were worked out from instead."""
    used = {evidence for start in starts for evidence in start.evidence} - {Evidence.FIRST_PAGE}
    named = ", ".join(evidence for evidence in Evidence if evidence in used)
    return Finding(
        code=FindingCode.OUTLINE_MISSING,
        severity=Severity.NOTE,
        message=f"no outline: contents worked out from {named}",
        quotes=(paper.quote(1, ""),),
    )


def meeting_findings(paper: Paper) -> list[Finding]:
    """Where the date on the front sheet is not the one that the file says of itself. The file's is followed: an agenda
    is often typed over the last one."""
    meeting = paper.front.meeting
    printed = parse_date(meeting.date_printed) if meeting.date_printed else None
    if printed is None or meeting.date is None or printed == meeting.date or meeting.date_printed is None:
        return []
    words = fold(meeting.date_printed)
    pages = (page.pdf_page for page in paper.pages[:START_PAGES] if words in fold(page.text or ""))
    said = print_day(meeting.date)
    return [
        Finding(
            code=FindingCode.MEETING_DISAGREES,
            severity=Severity.WARNING,
            message=f"front sheet: {words}; the file's own title says {said}",
            printed=words,
            expected=said,
            quotes=(paper.quote(next(pages, 1), words),),
        )
    ]


def range_findings(documents: tuple[Document, ...], paper: Paper) -> list[Finding]:
    """Where the front sheet's page ranges are not the pages the items really have."""
    findings = []
    counted = [n for n in paper.numbering.counted if n is not None]
    for item in paper.front.items:
        if item.pages is None or not counted:
            continue
        own = [document for document in documents if document.item == item.number]
        if not own:
            findings.append(
                Finding(
                    code=FindingCode.FRONT_SHEET_ITEM_MISSING,
                    severity=Severity.WARNING,
                    message=f"front sheet: item {item.number} {item.pages.printed}; "
                    f"the pack's pages end at {counted[-1]}",
                    printed=item.pages.printed,
                    quotes=(item.quote,),
                )
            )
            continue
        first = paper.numbering.counted[own[0].pdf_first - 1]
        last = paper.numbering.counted[own[-1].pdf_last - 1]
        if first is None or last is None or (first, last) == (item.pages.first, item.pages.last):
            continue
        findings.append(
            Finding(
                code=FindingCode.FRONT_SHEET_RANGE,
                severity=Severity.WARNING,
                message=f"front sheet: item {item.number} {item.pages.printed}; found pages {first} - {last}",
                printed=item.pages.printed,
                expected=f"(Pages {first} - {last})",
                quotes=(item.quote,),
            )
        )
    return findings


def outline_disagrees(paper: Paper, number: str, at: int, other: int, who: str) -> Finding:
    return Finding(
        code=FindingCode.OUTLINE_DISAGREES,
        severity=Severity.WARNING,
        message=f"item {number} starts on PDF page {at} by its stamp, on PDF page {other} by {who}",
        printed=f"PDF page {other}",
        expected=f"PDF page {at}",
        quotes=(paper.quote(at, f"Agenda Item {number}", number),),
    )


def stamp_disagrees(paper: Paper, page: int, stamped: str | None, number: str) -> Finding:
    return Finding(
        code=FindingCode.STAMP_DISAGREES,
        severity=Severity.WARNING,
        message=f"the stamp on PDF page {page} says item {stamped}, the outline says item {number}",
        printed=f"Agenda Item {stamped}",
        expected=f"Agenda Item {number}",
        quotes=(paper.quote(page, f"Agenda Item {stamped}", stamped),),
    )


def exempt_finding(document: Document) -> Finding:
    return Finding(
        code=FindingCode.EXEMPT_DOCUMENT,
        severity=Severity.WARNING,
        message=f"{'item ' + document.item if document.item else document.title} is marked exempt",
        quotes=(document.quote,),
    )


def passage_finding(passage: Withheld) -> Finding:
    return Finding(
        code=FindingCode.EXEMPT_DOCUMENT,
        severity=Severity.WARNING,
        message=f"a passage of {'item ' + passage.item if passage.item else 'the paper'} "
        f"(PDF {page_list(list(passage.pdf_pages))}) is marked exempt",
        quotes=(passage.mark,),
    )


def page_list(pages: list[int]) -> str:
    """ "page 3", "pages 3, 5-7": runs are joined, and after ten runs the rest is counted."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    shown = [str(a) if a == b else f"{a}-{b}" for a, b in runs[:10]]
    more = f" and {len(runs) - 10} more runs" if len(runs) > 10 else ""
    return f"page{'' if len(pages) == 1 else 's'} {', '.join(shown)}{more}"
