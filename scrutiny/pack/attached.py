"""Room `pack`: the documents attached to an agenda item.

Takes the pages of one item, adds the `Start`s of what is attached to its first paper: by the outline's
entries, and only where the outline names no files at all, by flysheets and slides.
"""

from collections.abc import Sequence

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.pack.beginnings import begins, named_by
from scrutiny.pack.fronts import is_flysheet, is_slide
from scrutiny.pack.marks import find_mark, find_title_mark
from scrutiny.pack.model import AgendaItem, Evidence
from scrutiny.pack.paper import HEADING_NUMBER, Paper, Start, page_head, parse_outline
from scrutiny.pack.seams import Seams
from scrutiny.pdf import OutlineEntry


def find_attached(paper: Paper, starts: dict[int, Start], first: int, last: int, files: Seams) -> list[Finding]:
    """Adds the documents that are attached to the item on pages `first` to `last`. `files` are those that the fonts
    tell apart."""
    findings: list[Finding] = []
    item = starts[first].item
    listed = False
    marked = _is_marked(paper, starts[first])
    for entry, _, title in parse_outline(paper.outline):
        page = entry.pdf_page
        if page is None or not first < page <= last or page in starts or names_item(paper, entry, title):
            continue
        if _is_attached_file(paper, entry, marked=marked):
            starts[page] = Start(page, item, title, False, [Evidence.OUTLINE])
            listed = True
        elif entry.whole_page or entry.level <= 1:
            quote = paper.quote(page, title, item)
            message = f"outline entry '{title}' is a heading inside a document, not a document"
            ignored = FindingCode.OUTLINE_HEADING_IGNORED
            findings.append(Finding.at(quote, ignored, message, Severity.NOTE, printed=title))
    if not listed and not _lists_files(paper):
        known = {start.item for start in starts.values()}
        left = [each for each in paper.front.items if each.number not in known]
        for page in _attached_by_look(paper, first, last, files, left):
            named = named_by(paper.without_running(page), left)
            look = Evidence.SLIDES if is_slide(paper.page(page)) else Evidence.REPORT_FRONT
            look = Evidence.FLYSHEET if is_flysheet(paper.page(page)) else look
            look = Evidence.SEPARATE_FILE if page in files.pages else look
            starts[page] = Start(page, item, None, False, [look])
            if named is not None:
                left.remove(named)
                starts[page] = Start(page, named.number, named.title, True, [look])
    return findings


def names_item(paper: Paper, entry: OutlineEntry, title: str) -> bool:
    """Whether an entry at the top of the outline names an item of the agenda and no other paper of it."""
    return entry.level == 0 and any(title.casefold() == item.title.casefold() for item in paper.front.items)


def _lists_files(paper: Paper) -> bool:
    """Whether the outline names attached files at all: then an item without any has none."""
    lowest = min((entry.level for entry in paper.outline), default=0)
    return any(
        entry.level > lowest and entry.whole_page and not HEADING_NUMBER.match(entry.title.strip())
        for entry in paper.outline
    )


def _is_marked(paper: Paper, start: Start) -> bool:
    """Whether a paper's first page or title may bear a mark: its own pages must not be taken for another file's."""
    lines = (paper.page(start.pdf_page).text or "").splitlines()
    return find_title_mark(start.title or "") is not None or any(find_mark(line) is not None for line in lines)


def _is_attached_file(paper: Paper, entry: OutlineEntry, *, marked: bool) -> bool:
    """Whether an outline entry inside an item is a file. The publishing system's own entries show a whole
    page; headings of attached files aim at a place on a page, and are numbered. `marked`: the item's paper may be."""
    assert entry.pdf_page is not None
    page = paper.page(entry.pdf_page)
    if _numbered_on(paper, entry.pdf_page):
        return False
    if not entry.whole_page and (entry.top or 0) > page_head(paper, entry.pdf_page):
        return False
    heading = HEADING_NUMBER.match(entry.title.strip()) is not None
    own = entry.whole_page and not heading and not _inside_another(paper, entry)
    if not own or marked:
        return is_flysheet(page)
    return not page.starts_mid_paragraph and not (is_slide(page) and is_slide(paper.page(entry.pdf_page - 1)))


def _numbered_on(paper: Paper, page: int) -> bool:
    """Whether the paper's own page numbers, not those of the pack, run on from the page before: "12" and "13"."""
    if page < 2:
        return False
    before = {number for number in paper.page(page - 1).bare_numbers if number != paper.numbering.printed[page - 2]}
    here = {number for number in paper.page(page).bare_numbers if number != paper.numbering.printed[page - 1]}
    return any(number + 1 in here for number in before)


def _inside_another(paper: Paper, entry: OutlineEntry) -> bool:
    """Whether the outline sets the entry below an entry that is a file itself."""
    above: dict[int, OutlineEntry] = {}
    for other in paper.outline:
        if other is entry:
            break
        above[other.level] = other
    parent = above.get(entry.level - 1)
    lowest = min(other.level for other in paper.outline)
    return parent is not None and parent.level > lowest and parent.whole_page


def _attached_by_look(paper: Paper, first: int, last: int, files: Seams, items: Sequence[AgendaItem]) -> list[int]:
    """Pages inside an item on which another document begins, by how they look and which file they came from. Where the
    outline lists items but no files, the publishing system says there is one: then only flysheets and slides count."""
    found: list[int] = []
    for number in range(first + 1, last + 1):
        page = paper.page(number)
        if page.filler or not (page.has_text or page.pictured) or _numbered_on(paper, number):
            continue
        begun = number in files.pages or (
            number not in files.within and begins(paper, number, max(found, default=first), items)
        )
        if begun and (not paper.outline or is_flysheet(page) or is_slide(page)):
            found.append(number)
    return found
