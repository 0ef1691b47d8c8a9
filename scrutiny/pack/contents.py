"""Room `pack`: the contents of a reports pack, from all the evidence together.

Takes an open `Pdf`, gives a `Pack`: documents that cover every page once, and findings where the sources
disagree. The order of trust, and why:

1. the "Agenda Item N" stamp, set on the very page by the publishing system;
2. the outline, made by the same system, into which headings of attached files leak;
3. the front sheet's "(Pages a - b)", typed or generated before late changes;
4. inside an item: attached files in the outline, then (only where the outline lists none) flysheets,
   pages that came from another file, slides, and the fronts of reports and minutes.

Does not read what the documents say.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from scrutiny.errors import InputError
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.pack.evidence import ITEM_NUMBER, PageEvidence, find_evidence, normal_item
from scrutiny.pack.fronts import (
    find_appendix_heading,
    heading_text,
    is_flysheet,
    is_minutes_front,
    is_report_front,
    is_slide,
)
from scrutiny.pack.frontsheet import FrontSheet, find_front_sheet
from scrutiny.pack.model import AgendaItem, Document, DocumentKind, Evidence, Meeting, Pack
from scrutiny.pack.numbering import Numbering, find_numbering
from scrutiny.pack.seams import Seams, find_seams
from scrutiny.pack.sections import find_sections
from scrutiny.pdf import Line, OutlineEntry, Pdf
from scrutiny.sources import Quote, Source, fold

FRONT_PAGES = 20
"""How many pages a front sheet may have: the longest seen (a full council's summons) has 14."""

_ENTRY = re.compile(rf"^(?P<item>{ITEM_NUMBER})\.?(?P<gap>[\s\t]+)(?P<title>\S.*)$")
_HEADING_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|\([a-z]\))(?:\t|\s{3,}|\.\s|\s(?=[A-Z][a-z]))")
"""How headings of attached files are numbered: "1.⇥Background", "10.     Conclusion", "2. The Report"."""
_FRONT_TITLE = re.compile(r"^(?:agenda|front\s*sheet|agenda\s+front\s*sheet|public\s+agenda)\b.*$", re.IGNORECASE)
_CLOSED_HEAD = re.compile(
    r"^(?:\(?not\s+for\s+publication\b|(?:document\s+is\s+)?restricted$|exempt(?:\s+(?:report|appendix|information|item))?\b.{0,60}$"
    r"|confidential(?:\s+(?:report|appendix))?$|classification:?\s+(?:exempt|confidential|restricted)\b)",
    re.IGNORECASE,
)
_PROCEDURAL = re.compile(
    r"^(?:apologies|substitut|declarations?\b|disclosures?\b|(?:any\s+)?(?:other\s+)?(?:urgent\s+)?business\b|such\s+other|"
    r"exclusion\s+of|chair.{0,12}announcements|date\s+of\s+(?:the\s+)?next|welcome|introductions?)",
    re.IGNORECASE,
)
"""Business that is taken without a paper."""
_PRESENTATION = re.compile(r"\b(?:presentation|slides?|slide\s+deck|powerpoint)\b", re.IGNORECASE)
_MINUTES_TITLE = re.compile(r"^(?:\S+\s+){0,4}?(?:draft\s+)?minutes\b", re.IGNORECASE)
_APPENDIX_TITLE = re.compile(r"\b(?:appendix|appendices|annex|annexe|enclosure|schedule)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Start:
    """A page on which a document is taken to begin, while the evidence is gathered."""

    pdf_page: int
    item: str | None
    title: str | None
    main: bool
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Paper:
    """Everything the stages below need to know of one file."""

    file: str
    pages: tuple[PageEvidence, ...]
    outline: tuple[OutlineEntry, ...]
    front: FrontSheet
    numbering: Numbering
    supplement: bool
    read_seams: Callable[[tuple[int, ...]], Seams]

    def page(self, pdf_page: int) -> PageEvidence:
        return self.pages[pdf_page - 1]

    def quote(self, pdf_page: int, text: str, item: str | None = None) -> Quote:
        printed = self.numbering.printed[pdf_page - 1]
        return Quote(
            file=self.file,
            pdf_page=pdf_page,
            page_label=str(printed) if printed is not None else None,
            item=item,
            text=text,
        )


def find_pack(
    pdf: Pdf,
    *,
    read_identities: Callable[[], tuple[frozenset[int], ...]] = tuple,
    progress: Callable[[int, int], None] | None = None,
) -> Pack:
    """The contents of an open file. `read_identities` gives the fonts of each page where the other
    evidence leaves a question; `progress` is told (pages read, pages in all).

    Raises `InputError` when no page has text and nothing else tells the contents.
    """
    pages, front_lines = _read_pages(pdf, progress)
    file = pdf.path.name
    front = find_front_sheet(front_lines, file, title=pdf.metadata.title, subject=pdf.metadata.subject)
    numbering = find_numbering(pages, file)
    outline = tuple(entry for entry in pdf.outline if entry.pdf_page is not None)
    if not any(page.has_text or page.filler for page in pages) and not outline:
        raise InputError(
            f"{file} has no text layer: there is not a word on its {count_of(len(pages), 'page')}",
            advice=f"If it is a scan, run OCR first: ocrmypdf {file} {pdf.path.stem}-ocr.pdf",
        )
    known: list[tuple[frozenset[int], ...]] = []

    def read_seams(boundaries: tuple[int, ...]) -> Seams:
        if not known:
            known.append(read_identities())
        return find_seams(known[0], pages, boundaries)

    supplement = re.search(r"\bSupplement\b", pdf.metadata.title or "", re.IGNORECASE) is not None
    paper = _Paper(file, pages, outline, front, numbering, supplement, read_seams)
    findings = [*_file_findings(pdf, pages), *numbering.findings]
    starts, more = _find_starts(paper)
    findings += more
    single = starts is None
    if starts is None:
        starts = [_Start(1, None, None, True, [Evidence.FIRST_PAGE])]
        findings.append(
            Finding(
                code=FindingCode.NOT_A_PACK,
                severity=Severity.NOTE,
                message="no agenda front sheet and no item stamps: taken as one document",
                quotes=(paper.quote(1, paper.page(1).head[0].text if paper.page(1).head else ""),),
            )
        )
    documents = _documents(starts, paper, single)
    meeting = front.meeting if not single else Meeting()
    findings += _range_findings(documents, paper)
    findings += [_exempt_finding(document) for document in documents if document.exempt]
    source = Source(
        file=file,
        sha256=pdf.sha256,
        title=pdf.metadata.title,
        body=meeting.body,
        meeting_date=meeting.date,
        pdf_pages=len(pages),
    )
    return Pack(
        source=source,
        meeting=meeting,
        items=front.items,
        documents=documents,
        page_numbers=tuple(None if n is None else str(n) for n in numbering.printed),
        page_labels=tuple(None if n is None else str(n) for n in numbering.counted),
        single=single,
        findings=tuple(findings),
    )


def _read_pages(
    pdf: Pdf, progress: Callable[[int, int], None] | None
) -> tuple[tuple[PageEvidence, ...], dict[int, tuple[Line, ...]]]:
    """The evidence of every page, and all lines of those before the first item."""
    pages: list[PageEvidence] = []
    front_lines: dict[int, tuple[Line, ...]] = {}
    in_front = True
    for page in pdf.pages():
        while len(pages) < page.pdf_page - 1:  # pages that could not be loaded
            pages.append(_unreadable(len(pages) + 1))
        evidence = find_evidence(page)
        pages.append(evidence)
        begun = page.pdf_page > 1 and (is_report_front(evidence) or is_minutes_front(evidence))
        in_front = in_front and not evidence.item_stamps and not begun and page.pdf_page <= FRONT_PAGES
        if in_front:
            front_lines[page.pdf_page] = page.lines
        if progress:
            progress(page.pdf_page, len(pdf))
    while len(pages) < len(pdf):
        pages.append(_unreadable(len(pages) + 1))
    return tuple(pages), front_lines


def _unreadable(pdf_page: int) -> PageEvidence:
    return PageEvidence(
        pdf_page=pdf_page, width=0, height=0, item_stamps=(), stamped_numbers=(), bare_numbers=(), filler=False,
        head=(), body_lines=0, body_size=0, pictured=False, text_length=-1,
    )  # fmt: skip


# --- where items and documents begin -------------------------------------------------------------


def _find_starts(paper: _Paper) -> tuple[list[_Start] | None, list[Finding]]:
    """Where documents begin, in page order; None where the file is no pack."""
    findings: list[Finding] = []
    stamped = _stamped_items(paper)
    entries = _item_entries(paper, stamped)
    ranged = _ranged_items(paper, stamped, entries)
    starts: dict[int, _Start] = {}
    for number, page in stamped.items():
        _add(starts, page, number, Evidence.STAMP)
    for number, entry in entries.items():
        assert entry.pdf_page is not None
        at = stamped.get(number)
        if at is not None and at != entry.pdf_page:
            findings.append(_disagreement(paper, number, at, entry.pdf_page, "the outline"))
        elif starts.get(entry.pdf_page) and starts[entry.pdf_page].item != number:
            findings.append(_stamp_finding(paper, entry.pdf_page, starts[entry.pdf_page].item, number))
        else:
            _add(starts, entry.pdf_page, number, Evidence.OUTLINE)
    for number, page in ranged.items():
        settled = stamped.get(number) or (entries[number].pdf_page if number in entries else None)
        if settled is None or settled == page:
            _add(starts, page, number, Evidence.FRONT_SHEET)
    if not starts:
        return _starts_without_items(paper), findings
    for entry, numbered, title in _parse_outline(paper.outline):
        # files the outline lists outside any item: "Supplementary report", "Declarations"
        if numbered is None and entry.level == 0 and entry.whole_page and entry.pdf_page and entry.pdf_page > 1:
            _add(
                starts,
                entry.pdf_page,
                starts[entry.pdf_page].item if entry.pdf_page in starts else None,
                Evidence.OUTLINE,
            )
            starts[entry.pdf_page].title = starts[entry.pdf_page].title or title
    if 1 not in starts:
        starts[1] = _Start(1, None, "Agenda", True, [Evidence.FIRST_PAGE])
    for start in starts.values():
        start.title = start.title or _item_title(paper, start.item, entries)
    boundaries = tuple(sorted(starts))
    for first, last in zip(boundaries, [*(page - 1 for page in boundaries[1:]), len(paper.pages)], strict=True):
        if starts[first].item is not None:
            findings += _find_attached(paper, starts, first, last, boundaries)
    return [starts[page] for page in sorted(starts)], findings


def _add(starts: dict[int, _Start], page: int, item: str | None, evidence: Evidence) -> None:
    start = starts.setdefault(page, _Start(page, item, None, True))
    if evidence not in start.evidence:
        start.evidence.append(evidence)


def _stamped_items(paper: _Paper) -> dict[str, int]:
    """The first page of each stamped item. An appended paper from another meeting bears that meeting's
    stamps: a number that neither the front sheet nor the outline knows, or that goes backwards, is its."""
    known = {item.number for item in paper.front.items}
    known |= {number for _, number, _ in _parse_outline(paper.outline) if number}
    found: dict[str, int] = {}
    last = (0, 0, "")
    for page in paper.pages:
        for number in page.item_stamps[:1]:
            if number in found or (known and number not in known and _parent(number) not in known):
                continue
            if item_order(number) < last:
                continue
            last = item_order(number)
            found[number] = page.pdf_page
    return found


def item_order(number: str) -> tuple[int, int, str]:
    """Sorts item numbers as agendas do: 7, 7a, 8, 10, 10.2."""
    match = re.match(r"(\d+)(?:\.(\d+))?(.*)", number)
    return (int(match[1]), int(match[2] or 0), match[3]) if match else (0, 0, number)


def _parent(number: str) -> str:
    return re.sub(r"[a-z.].*$", "", number)


def _parse_outline(outline: tuple[OutlineEntry, ...]) -> list[tuple[OutlineEntry, str | None, str]]:
    """Each entry with the item number and the title its text holds. "1.⇥Background" holds no item."""
    parsed: list[tuple[OutlineEntry, str | None, str]] = []
    for entry in outline:
        match = _ENTRY.match(entry.title.strip())
        if match and "\t" not in match["gap"] and "   " not in match["gap"]:
            parsed.append((entry, normal_item(match["item"]), fold(match["title"])))
        else:
            parsed.append((entry, None, fold(entry.title)))
    return parsed


def _item_entries(paper: _Paper, stamped: dict[str, int]) -> dict[str, OutlineEntry]:
    """The outline entries that are agenda items: numbered, shown as a whole page, and of an item that the
    stamps or the front sheet know; without those two the outline must begin with an "Agenda" entry."""
    known = set(stamped) | {item.number for item in paper.front.items}
    parsed = _parse_outline(paper.outline)
    has_front = any(_FRONT_TITLE.match(entry.title) and entry.pdf_page == 1 for entry in paper.outline)
    found: dict[str, OutlineEntry] = {}
    lowest = min((entry.level for entry in paper.outline), default=0)
    for entry, number, title in parsed:
        if number is None or number in found or entry.pdf_page is None or entry.level > lowest + 1:
            continue
        if not entry.whole_page and (entry.top or 0) > _page_head(paper, entry.pdf_page):
            continue
        if known:
            agenda_title = next((item.title for item in paper.front.items if item.number == number), None)
            fits = number in known and (
                stamped.get(number) == entry.pdf_page
                or agenda_title is None
                or _likeness(title, agenda_title) >= 0.5
                or (entry.level == lowest and entry.whole_page)
            )
        else:
            fits = entry.level == lowest and (has_front or paper.front.agenda)
        if fits:
            found[number] = entry
    return found


def _page_head(paper: _Paper, pdf_page: int) -> float:
    return max(0.14 * paper.page(pdf_page).height, 100.0)


def _likeness(one: str, other: str) -> float:
    """Share of the words of the shorter text that the other has too."""
    a, b = ({word.lower() for word in re.findall(r"\w+", text)} for text in (one, other))
    return len(a & b) / max(min(len(a), len(b)), 1)


def _ranged_items(paper: _Paper, stamped: dict[str, int], entries: dict[str, OutlineEntry]) -> dict[str, int]:
    """The PDF page on which each item begins according to the front sheet."""
    items = [item for item in paper.front.items if item.pages]
    if not items:
        return {}
    found: dict[str, int] = {}
    shift = _unnumbered_shift(paper, items, stamped, entries)
    for item in items:
        assert item.pages is not None
        page = paper.numbering.pdf_page(item.pages.first)
        if page is None and shift is not None:
            page = item.pages.first + shift
        if page is not None and 1 < page <= len(paper.pages):
            found[item.number] = page
    return found


def _unnumbered_shift(
    paper: _Paper, items: list[AgendaItem], stamped: dict[str, int], entries: dict[str, OutlineEntry]
) -> int | None:
    """PDF page minus printed number where the pages print no numbers: from items whose page is known,
    else the shift under which the most items begin on a page that looks like their first."""
    settled = {**{number: entry.pdf_page for number, entry in entries.items()}, **stamped}
    shifts = {
        page - item.pages.first for item in items if item.pages and (page := settled.get(item.number)) is not None
    }
    if shifts:
        return min(shifts) if len(shifts) == 1 else None
    best: tuple[float, int] | None = None
    last_number = max(item.pages.last for item in items if item.pages)
    for shift in range(min(FRONT_PAGES, max(len(paper.pages) - 1, 0)) + 1):
        score = 0.5 if last_number + shift == len(paper.pages) else 0.0
        for item in items:
            assert item.pages is not None
            page = item.pages.first + shift
            if not 1 < page <= len(paper.pages):
                score -= 1
                continue
            evidence = paper.page(page)
            score += is_report_front(evidence) or is_minutes_front(evidence)
            score += _likeness(item.title, " ".join(line.text for line in evidence.head)) >= 0.6
            score += paper.page(page - 1).filler
            score -= 2 * evidence.starts_mid_paragraph
        if score >= len(items) * 0.5 and (best is None or score > best[0]):
            best = (score, shift)
    return best[1] if best else None


def _item_title(paper: _Paper, number: str | None, entries: dict[str, OutlineEntry]) -> str | None:
    """The item's title: the front sheet's (what members saw), else the outline's."""
    if number is None:
        return None
    for item in paper.front.items:
        if item.number == number and item.title:
            return item.title
    if number in entries:
        return _parse_outline((entries[number],))[0][2]
    return None


# --- what is attached to an item -----------------------------------------------------------------


def _find_attached(
    paper: _Paper, starts: dict[int, _Start], first: int, last: int, boundaries: tuple[int, ...]
) -> list[Finding]:
    """Adds the documents that are attached to the item on pages `first` to `last`."""
    findings: list[Finding] = []
    item = starts[first].item
    listed = False
    for entry, _, title in _parse_outline(paper.outline):
        page = entry.pdf_page
        if page is None or not first < page <= last or page in starts:
            continue
        if _is_attached_file(paper, entry, boundaries):
            starts[page] = _Start(page, item, title, False, [Evidence.OUTLINE])
            listed = True
        elif entry.whole_page or entry.level <= 1:
            findings.append(
                Finding(
                    code=FindingCode.OUTLINE_HEADING_IGNORED,
                    severity=Severity.NOTE,
                    message=f"outline entry '{title}' is a heading inside a document, not a document",
                    printed=title,
                    quotes=(paper.quote(page, title, item),),
                )
            )
    if not listed and not _lists_files(paper):
        for page, evidence in _attached_by_look(paper, first, last, boundaries):
            starts.setdefault(page, _Start(page, item, None, False, [evidence]))
    return findings


def _lists_files(paper: _Paper) -> bool:
    """Whether the outline names attached files at all: then an item without any has none."""
    lowest = min((entry.level for entry in paper.outline), default=0)
    return any(
        entry.level > lowest and entry.whole_page and not _HEADING_NUMBER.match(entry.title.strip())
        for entry in paper.outline
    )


def _is_attached_file(paper: _Paper, entry: OutlineEntry, boundaries: tuple[int, ...]) -> bool:
    """Whether an outline entry inside an item is a file. The publishing system's own entries show a whole
    page; headings of attached files aim at a place on a page, and are numbered."""
    assert entry.pdf_page is not None
    page = paper.page(entry.pdf_page)
    heading = _HEADING_NUMBER.match(entry.title.strip()) is not None
    if entry.whole_page and not heading:
        return not page.starts_mid_paragraph or _supported(paper, entry.pdf_page, boundaries)
    if not entry.whole_page and (entry.top or 0) > _page_head(paper, entry.pdf_page):
        return False
    return _supported(paper, entry.pdf_page, boundaries)


def _supported(paper: _Paper, page: int, boundaries: tuple[int, ...]) -> bool:
    """Whether something besides the outline says that a file begins here."""
    return is_flysheet(paper.page(page)) or page in paper.read_seams(boundaries).pages


def _attached_by_look(paper: _Paper, first: int, last: int, boundaries: tuple[int, ...]) -> list[tuple[int, Evidence]]:
    """Pages inside an item on which another document begins, by how they look and where they came from.

    Where the outline lists items but no files, the publishing system says there is one file: then only
    pages that came from another file and look like a beginning count."""
    found: list[tuple[int, Evidence]] = []
    trusted = bool(paper.outline)
    seams = paper.read_seams(boundaries)
    for number in range(first + 1, last + 1):
        page = paper.page(number)
        if page.filler or not (page.has_text or page.pictured):
            continue
        if is_flysheet(page) and not (trusted and seams.known and number not in seams.pages):
            found.append((number, Evidence.FLYSHEET))
        elif number in seams.pages and (not trusted or _looks_like_start(page)):
            found.append((number, Evidence.SEPARATE_FILE))
        elif not seams.known and _slides_begin(paper, first, number, last):
            found.append((number, Evidence.SLIDES))
    return found


def _looks_like_start(page: PageEvidence) -> bool:
    return find_appendix_heading(page) is not None or is_report_front(page) or is_minutes_front(page) or is_slide(page)


def _slides_begin(paper: _Paper, first: int, number: int, last: int) -> bool:
    """Whether slides begin here: a run of at least three, after a page that is none."""
    if not is_slide(paper.page(number)):
        return False
    before = next(
        (paper.page(n) for n in range(number - 1, first - 1, -1) if not paper.page(n).filler), paper.page(first)
    )
    run = [paper.page(n) for n in range(number, min(number + 3, last + 1))]
    return not before.landscape and len(run) == 3 and all(page.landscape for page in run)


def _starts_without_items(paper: _Paper) -> list[_Start] | None:
    """Where documents begin in a pack whose pages name no items: by look and by the file they came from.
    None where the file shows no sign of a pack."""
    if not paper.front.agenda:
        return None
    starts = {1: _Start(1, None, "Agenda", True, [Evidence.FIRST_PAGE])}
    front_end = _front_end(paper)
    seams = paper.read_seams(())
    left = list(paper.front.items)
    for number in range(front_end + 1, len(paper.pages) + 1):
        page = paper.page(number)
        if page.filler or not page.has_text or page.starts_mid_paragraph:
            continue
        seam = number in seams.pages
        front = is_report_front(page) or is_minutes_front(page)
        if not (seam or (not seams.known and (front or is_flysheet(page)))):
            continue
        matched = _item_of_page(page, left)
        kind = Evidence.SEPARATE_FILE if seam else Evidence.REPORT_FRONT
        last = starts[max(starts)]
        if matched:
            left = left[left.index(matched) + 1 :]
            starts[number] = _Start(number, matched.number, matched.title, True, [kind])
        else:
            starts[number] = _Start(number, last.item, None, last.item is None, [kind])
    return [starts[page] for page in sorted(starts)] if len(starts) > 1 else None


def _item_of_page(page: PageEvidence, items: list[AgendaItem]) -> AgendaItem | None:
    """The item whose title stands at the head of the page; items that never have papers are not asked."""
    if is_minutes_front(page):
        return next((item for item in items if _MINUTES_TITLE.match(item.title)), None)
    head = " ".join(line.text for line in page.head)
    likely = [(_likeness(item.title, head), item) for item in items if item.title and not _PROCEDURAL.match(item.title)]
    best = max(likely, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 0.75 else None


def _front_end(paper: _Paper) -> int:
    """The last page of the front sheet: the last that lists an item, and the filler behind it."""
    end = max((item.quote.pdf_page for item in paper.front.items), default=1)
    while end < len(paper.pages) and paper.page(end + 1).filler:
        end += 1
    return end


# --- documents -----------------------------------------------------------------------------------


def _documents(starts: list[_Start], paper: _Paper, single: bool) -> tuple[Document, ...]:
    documents = []
    lasts = [*(start.pdf_page - 1 for start in starts[1:]), len(paper.pages)]
    for start, last in zip(starts, lasts, strict=True):
        page = paper.page(start.pdf_page)
        printed = [n for n in paper.numbering.printed[start.pdf_page - 1 : last] if n is not None]
        title = start.title or _title_of_page(paper, start.pdf_page, last) or f"PDF pages {start.pdf_page}-{last}"
        kind = _kind(start, title, page, paper, single)
        if single:
            title = paper_title(paper) or title
        documents.append(
            Document(
                item=start.item,
                title=title,
                kind=kind,
                main=start.main,
                pdf_first=start.pdf_page,
                pdf_last=last,
                page_first=str(printed[0]) if printed else None,
                page_last=str(printed[-1]) if printed else None,
                exempt=_is_exempt(start, page, paper),
                evidence=tuple(sorted(set(start.evidence), key=list(Evidence).index)),
                sections=find_sections(paper.pages[start.pdf_page - 1 : last], paper.numbering, paper.file, start.item),
                quote=paper.quote(start.pdf_page, _quote_text(page), start.item),
            )
        )
    return tuple(documents)


def _quote_text(page: PageEvidence) -> str:
    return page.head[0].text if page.head else ("This page is intentionally left blank" if page.filler else "")


def _title_of_page(paper: _Paper, first: int, last: int) -> str | None:
    for number in range(first, min(first + 3, last + 1)):
        page = paper.page(number)
        if page.has_text and not page.filler and (text := heading_text(page)):
            return text
    return None


def paper_title(paper: _Paper) -> str | None:
    """The title of a single paper: its first heading in the largest type of its first page."""
    head = [line for line in paper.page(1).head if any(char.isalpha() for char in line.text)]
    if not head:
        return None
    largest = max(line.size for line in head)
    lines = [line.text for line in head if abs(line.size - largest) < 0.1]
    return fold(" ".join(lines[:3]))[:200] if len(lines) <= 4 else fold(head[0].text)[:200]


def _kind(start: _Start, title: str, page: PageEvidence, paper: _Paper, single: bool) -> DocumentKind:
    if start.item is None and start.pdf_page == 1 and not single:
        return DocumentKind.FRONT_SHEET
    if is_minutes_front(page) or (start.main and _MINUTES_TITLE.match(title)):
        return DocumentKind.MINUTES
    if _PRESENTATION.search(title) or is_slide(page):
        return DocumentKind.PRESENTATION
    if not start.main:
        return DocumentKind.APPENDIX
    if is_report_front(page):
        return DocumentKind.REPORT
    if paper.supplement:
        return DocumentKind.SUPPLEMENT
    if re.search(r"\breport\b", title, re.IGNORECASE):
        return DocumentKind.REPORT
    if _APPENDIX_TITLE.match(title):
        return DocumentKind.APPENDIX
    if single:
        return DocumentKind.OTHER
    return DocumentKind.REPORT


def _is_exempt(start: _Start, page: PageEvidence, paper: _Paper) -> bool:
    if any(item.number == start.item and item.exempt for item in paper.front.items):
        return True
    return any(_CLOSED_HEAD.match(line.text) for line in page.head[:6])


# --- findings ------------------------------------------------------------------------------------


def _file_findings(pdf: Pdf, pages: tuple[PageEvidence, ...]) -> list[Finding]:
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
    lost = [page.pdf_page for page in pages if page.text_length < 0]
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


def count_of(number: int, noun: str) -> str:
    """ "1 page", "3 pages"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


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


def _disagreement(paper: _Paper, number: str, at: int, other: int, who: str) -> Finding:
    return Finding(
        code=FindingCode.OUTLINE_DISAGREES,
        severity=Severity.WARNING,
        message=f"item {number} starts on PDF page {at} by its stamp, on PDF page {other} by {who}",
        printed=f"PDF page {other}",
        expected=f"PDF page {at}",
        quotes=(paper.quote(at, f"Agenda Item {number}", number),),
    )


def _stamp_finding(paper: _Paper, page: int, stamped: str | None, number: str) -> Finding:
    return Finding(
        code=FindingCode.STAMP_DISAGREES,
        severity=Severity.WARNING,
        message=f"the stamp on PDF page {page} says item {stamped}, the outline says item {number}",
        printed=f"Agenda Item {stamped}",
        expected=f"Agenda Item {number}",
        quotes=(paper.quote(page, f"Agenda Item {stamped}", stamped),),
    )


def _exempt_finding(document: Document) -> Finding:
    return Finding(
        code=FindingCode.EXEMPT_DOCUMENT,
        severity=Severity.WARNING,
        message=f"{'item ' + document.item if document.item else document.title} is marked exempt",
        quotes=(document.quote,),
    )


def _range_findings(documents: tuple[Document, ...], paper: _Paper) -> list[Finding]:
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
                quotes=(replace(item.quote),),
            )
        )
    return findings
