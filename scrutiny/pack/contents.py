"""Room `pack`: the contents of a reports pack, from all the evidence together.

Takes an open `Pdf` and the evidence of its pages, gives a `Pack`: documents that cover every page once, and findings
where the sources disagree. The order of trust, and why:

1. the "Agenda Item N" stamp, set on the very page by the publishing system;
2. the outline, made by the same system, into which headings of attached files leak;
3. the front sheet's "(Pages a - b)", typed or generated before late changes;
4. how a page looks, and which file its fonts say it came from: inside an item where the outline lists no files, and
   for all papers where nothing else is known.

Does not read what the documents say.
"""

import functools
import re
from collections.abc import Callable
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.errors import InputError, NoTextError
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import count_of
from scrutiny.pack import discrepancies
from scrutiny.pack.agendatables import Printed
from scrutiny.pack.evidence import PageEvidence, Visit
from scrutiny.pack.fields import find_fields
from scrutiny.pack.fronts import find_appendix_heading, heading_text, is_minutes_front, is_report_front, is_slide
from scrutiny.pack.frontsheet import find_front_sheet
from scrutiny.pack.kinds import find_kind
from scrutiny.pack.labels import FieldKind
from scrutiny.pack.model import Document, DocumentKind, Evidence, Meeting, Pack, Section, ends_of
from scrutiny.pack.numbering import find_numbering, without_count_of_all
from scrutiny.pack.openings import Opening, find_opening
from scrutiny.pack.paper import MINUTES_TITLE, Paper, Start
from scrutiny.pack.public import public_pack
from scrutiny.pack.starts import FRONT_PAGES, find_starts
from scrutiny.pack.titles import find_naming
from scrutiny.pack.withholding import find_withheld
from scrutiny.pdf import Line, Pdf
from scrutiny.sharing import Share, alone
from scrutiny.sources import Source

_PRESENTATION = pattern_of(r"\b(?:presentation|slides?|slide\s+deck|powerpoint)\b", re.IGNORECASE)

_APPENDIX_TITLE = pattern_of(r"\b(?:appendix|appendices|annex|annexe|enclosure|schedule)\b", re.IGNORECASE)


def find_pack(
    pdf: Pdf,
    pages: tuple[PageEvidence, ...],
    *,
    read_identities: Callable[[], tuple[frozenset[int], ...]] = tuple,
    visit: Visit | None = None,
    include_exempt: bool = False,
    share: Share = alone,
) -> Pack:
    """The contents of an open file from what its pages say (`evidence.read_pages`). `read_identities` gives the
    fonts of each page where no outline says which files were joined.

    What the paper marks as not for publication is not in the pack unless `include_exempt` is set; pages that hold some
    of it are given to `visit` a second time, without it. `share` is asked to share the work.

    Raises `NoTextError` when no page has text and nothing else tells the contents.
    """
    file = pdf.path.name
    front = find_front_sheet(
        _front_lines(pdf, pages), file, title=pdf.metadata.title, subject=pdf.metadata.subject,
        read_page=functools.partial(_printed_on, pdf),
    )  # fmt: skip
    numbering = find_numbering(pages, file)
    pages = without_count_of_all(pages) if front.agenda else pages
    outline = tuple(entry for entry in pdf.outline if entry.pdf_page is not None)
    if not any(page.has_text or page.filler for page in pages) and not outline:
        raise NoTextError(
            f"{file} has no text layer: there is not a word on its {count_of(len(pages), 'page')}",
            advice="If it is a scan, say --ocr: it reads it with ocrmypdf, where that is installed.",
        )

    supplement = re.search(r"\bSupplement\b", pdf.metadata.title or "", re.IGNORECASE) is not None
    paper = Paper(file, pages, outline, front, numbering, supplement, read_identities, pdf.metadata.title)
    findings = [*discrepancies.file_findings(pdf, pages), *numbering.findings]
    starts, more = find_starts(paper)
    findings += more
    single = starts is None
    if starts is None:
        starts = [Start(1, None, None, True, [Evidence.FIRST_PAGE])]
        quote = paper.quote(1, paper.page(1).head[0].text if paper.page(1).head else "")
        message = "no agenda front sheet and no item stamps: taken as one document"
        findings.append(Finding.at(quote, FindingCode.NOT_A_PACK, message, Severity.NOTE))
    elif not outline:
        findings.append(discrepancies.outline_missing(paper, starts))
    loose = single or not (front.agenda or any(start.item for start in starts))
    documents = _documents(starts, paper, loose, pdf)
    meeting = front.meeting if not single else Meeting()
    findings += discrepancies.range_findings(documents, paper)
    findings += [] if single else discrepancies.meeting_findings(paper)
    withheld = find_withheld(paper, documents, functools.partial(_lines_of, pdf), share)
    whole = [range(each.pdf_first, each.pdf_last + 1) for each in withheld if each.top is None]
    documents = tuple(
        replace(each, exempt=any(each.pdf_first in pages and each.pdf_last in pages for pages in whole))
        for each in documents
    )
    if include_exempt:  # of what is withheld `public_pack` tells
        findings += [discrepancies.exempt_finding(document) for document in documents if document.exempt]
        findings += [discrepancies.passage_finding(each) for each in withheld if each.top is not None]
    source = Source(
        file=file,
        sha256=pdf.sha256,
        title=documents[0].title if loose else pdf.metadata.title,  # a file's metadata is often of its template
        body=meeting.body,
        meeting_date=meeting.date,
        pdf_pages=len(pages),
    )
    pack = Pack(
        source=source,
        meeting=meeting,
        items=front.items,
        documents=documents,
        page_numbers=tuple(numbering.printed_on(1, len(pages))),
        page_texts=tuple(page.text or "" for page in pages),
        page_labels=tuple(None if n is None else str(n) for n in numbering.counted),
        single=single,
        findings=tuple(findings),
        withheld=withheld,
        include_exempt=include_exempt,
    )
    public = pdf.without(pack.hidden)
    if visit:
        for number in sorted(pack.hidden):
            for shown in public.pages(number, number):
                visit.keep(number, visit.look(shown))  # again, now without what is withheld
    return public_pack(pack, _public_texts(pack, public))


def _lines_of(pdf: Pdf, pdf_page: int) -> tuple[Line, ...]:
    with pdf.page(pdf_page) as page:
        return page.lines


def _printed_on(pdf: Pdf, pdf_page: int) -> Printed:
    with pdf.page(pdf_page) as page:
        return page.words, page.rules


def _public_texts(pack: Pack, public: Pdf) -> list[str]:
    """The text of each page without what is withheld."""
    texts = list(pack.page_texts)
    for number in pack.hidden:
        with public.page(number) as page:
            texts[number - 1] = page.text
    return texts


def _front_lines(pdf: Pdf, pages: tuple[PageEvidence, ...]) -> dict[int, tuple[Line, ...]]:
    """All lines of the pages before the first item."""
    found: dict[int, tuple[Line, ...]] = {}
    for page in pdf.pages(1, min(FRONT_PAGES, len(pdf))):
        evidence = pages[page.pdf_page - 1]
        begun = page.pdf_page > 1 and (is_report_front(evidence) or is_minutes_front(evidence))
        if evidence.item_stamps or begun:
            break
        found[page.pdf_page] = page.lines
    return found


def _documents(starts: list[Start], paper: Paper, loose: bool, pdf: Pdf) -> tuple[Document, ...]:
    documents = []
    lasts = [*(start.pdf_page - 1 for start in starts[1:]), len(paper.pages)]
    for start, last in zip(starts, lasts, strict=True):
        page = paper.page(start.pdf_page)
        page_first, page_last = ends_of(paper.numbering.printed_on(start.pdf_page, last))
        opening = _opening(pdf, paper, start.pdf_page, last)
        fields = find_fields(opening.rows)
        proven = find_kind(opening, fields)
        formal = {FieldKind.TITLE, FieldKind.FROM, FieldKind.BODY} <= {field.kind for field in fields}
        kind = _kind(start, paper, loose, proven.kind if proven else None, formal)
        naming = find_naming(opening, fields, kind)
        title = start.title or naming.title or f"PDF pages {start.pdf_page}-{last}"
        documents.append(
            Document(
                item=start.item,
                title=title,
                kind=kind,
                main=start.main,
                pdf_first=start.pdf_page,
                pdf_last=last,
                page_first=page_first,
                page_last=page_last,
                exempt=False,
                evidence=tuple(sorted(set(start.evidence), key=list(Evidence).index)),
                sections=_find_sections(paper, start, last),
                quote=paper.quote(start.pdf_page, page.head[0].text if page.head else "", start.item),
                date=paper.front.meeting.date if kind is DocumentKind.FRONT_SHEET else naming.date,
            )
        )
    return tuple(documents)


def _opening(pdf: Pdf, paper: Paper, first: int, last: int) -> Opening:
    """How a document opens: its first page with words, among its first three."""
    begins = next((n for n in range(first, min(first + 3, last + 1)) if paper.page(n).has_text), first)
    texts = [paper.page(n).text or "" for n in range(begins, last + 1)]
    try:
        with pdf.page(begins) as page:
            return find_opening(begins, page.lines, texts)
    except InputError:
        return find_opening(begins, (), texts)


def _kind(start: Start, paper: Paper, loose: bool, proven: DocumentKind | None, formal: bool) -> DocumentKind:
    """What the paper proves of itself, then what its place in the pack says. `loose`: it is in no meeting's pack."""
    page = paper.page(start.pdf_page)
    title = start.title or heading_text(page) or ""
    if start.item is None and start.pdf_page == 1 and not loose:
        return DocumentKind.FRONT_SHEET
    if proven is not None and proven is not DocumentKind.REPORT and (loose or proven is not DocumentKind.AGENDA):
        return proven
    if is_minutes_front(page) or (start.main and MINUTES_TITLE.match(title)):
        return DocumentKind.MINUTES
    told = paper.front.papers.get(start.item or "", "") if start.main else ""
    if _PRESENTATION.search(f"{title} {told}") or is_slide(page):
        return DocumentKind.PRESENTATION
    if not start.main and formal:
        return DocumentKind.REPORT  # a late report on the same item, with the form that only a report has
    if not start.main or (loose and find_appendix_heading(page) is not None):
        return DocumentKind.APPENDIX
    if loose:
        return proven or (DocumentKind.REPORT if is_report_front(page) else DocumentKind.OTHER)
    if is_report_front(page):
        return DocumentKind.REPORT
    if paper.supplement:
        return DocumentKind.SUPPLEMENT
    appended = _APPENDIX_TITLE.match(title) and not re.search(r"\breport\b", title, re.IGNORECASE)
    return DocumentKind.APPENDIX if appended else DocumentKind.REPORT


# --- sections inside one document ------------------------------------------------------------------

_FIRST_PARAGRAPH = pattern_of(r"^1\.?\s+[A-Z]")


def _find_sections(paper: Paper, start: Start, last_page: int) -> tuple[Section, ...]:
    """The sections of a document in page order, such as its appendices; what stands before the first is the document
    itself. A section begins with an appendix heading at the head of a page; behind the first appendix also with a
    heading where the page turns to landscape, or where the paragraphs are numbered from 1 again."""
    pages = paper.pages[start.pdf_page - 1 : last_page]
    found: list[tuple[PageEvidence, str | None, str, str]] = []
    seen: set[str] = set()
    for previous, page in pairwise(pages):
        if not page.head:
            continue
        heading = find_appendix_heading(page)
        if heading is not None:
            if heading.label.lower() in seen:
                continue  # a running header
            seen.add(heading.label.lower())
            title = heading.title or _next_line(page, heading.text) or heading.label
            found.append((page, heading.label, title, heading.text))
        elif found and _begins_unlabelled(page, previous):
            found.append((page, None, _heading(page), page.head[0].text))
    sections = []
    lasts = [*(each[0].pdf_page - 1 for each in found[1:]), last_page]
    for (page, label, title, text), last in zip(found, lasts, strict=False):
        page_first, page_last = ends_of(paper.numbering.printed_on(page.pdf_page, last))
        sections.append(
            Section(
                label=label, title=title, pdf_first=page.pdf_page, pdf_last=last, page_first=page_first,
                page_last=page_last, quote=paper.quote(page.pdf_page, text, start.item),
            )
        )  # fmt: skip
    return tuple(sections)


def _next_line(page: PageEvidence, text: str) -> str | None:
    below = [line.text for line in page.head[:4] if line.text != text]
    return below[0] if below and len(below[0]) < 120 else None


def _heading(page: PageEvidence) -> str:
    """The heading of a page, or its first short line that is not a sentence: a note may stand above it."""
    if page.sets_off(page.head[0]):
        return heading_text(page) or page.head[0].text
    short = (line.text for line in page.head if len(line.text) < 80 and not line.text.endswith("."))
    return next(short, page.head[0].text)


def _begins_unlabelled(page: PageEvidence, previous: PageEvidence) -> bool:
    if page.landscape and not previous.landscape:
        return True
    return page.sets_off(page.head[0]) and any(_FIRST_PARAGRAPH.match(line.text) for line in page.head[1:4])
