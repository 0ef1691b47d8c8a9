"""Room `pack`: on which pages agenda items begin.

Takes a `Paper`, gives the `Start`s of its documents and findings where stamps, outline and front sheet
disagree; and what is attached to the first paper of an item: by the outline's entries, and only where the outline
names no files at all, by flysheets and slides.
"""

import re
from collections.abc import Sequence

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.beginnings import begins, named_by, papered
from scrutiny.pack.discrepancies import outline_disagrees, stamp_disagrees
from scrutiny.pack.evidence import PageEvidence
from scrutiny.pack.fronts import is_flysheet, is_minutes_front, is_report_front, is_slide
from scrutiny.pack.marks import find_mark, find_title_mark
from scrutiny.pack.model import AgendaItem, Evidence
from scrutiny.pack.paper import MINUTES_TITLE, Paper, Start, is_heading, likeness, page_head, parse_outline
from scrutiny.pack.seams import Seams
from scrutiny.pdf import OutlineEntry

FRONT_PAGES = 20
"""How many pages a front sheet may have: the longest seen (a full council's summons) has 14."""

_FRONT_TITLE = pattern_of(r"^(?:agenda|front\s*sheet|agenda\s+front\s*sheet|public\s+agenda)\b.*$", re.IGNORECASE)

_PROCEDURAL = pattern_of(
    r"^(?:apologies|substitut|declarations?\b|disclosures?\b|(?:any\s+)?(?:other\s+)?(?:urgent\s+)?business\b|such\s+other|"
    r"exclusion\s+of|chair.{0,12}announcements|date\s+of\s+(?:the\s+)?next|welcome|introductions?)",
    re.IGNORECASE,
)
"""Business that is taken without a paper."""


def find_starts(paper: Paper) -> tuple[list[Start] | None, list[Finding]]:
    """Where documents begin, in page order; None where the file is no pack."""
    findings: list[Finding] = []
    stamped = _stamped_items(paper)
    entries = _item_entries(paper, stamped)
    ranged = _ranged_items(paper, stamped, entries)
    starts: dict[int, Start] = {}
    for number, page in stamped.items():
        _add(starts, page, number, Evidence.STAMP)
    for number, entry in entries.items():
        assert entry.pdf_page is not None
        at = stamped.get(number)
        if at is not None and at != entry.pdf_page:
            findings.append(outline_disagrees(paper, number, at, entry.pdf_page))
        elif starts.get(entry.pdf_page) and starts[entry.pdf_page].item != number:
            findings.append(stamp_disagrees(paper, entry.pdf_page, starts[entry.pdf_page].item, number))
        else:
            _add(starts, entry.pdf_page, number, Evidence.OUTLINE)
    for number, page in ranged.items():
        settled = stamped.get(number) or (entries[number].pdf_page if number in entries else None)
        if settled is None or settled == page:
            _add(starts, page, number, Evidence.FRONT_SHEET)
    if not starts:
        return _starts_without_items(paper), findings
    own = {item.title.casefold() for item in paper.front.items if any(item.number == s.item for s in starts.values())}
    for entry, numbered, title in parse_outline(paper.outline):
        # files the outline lists outside any item: "Supplementary report", "Declarations"
        if title.casefold() in own and entry.pdf_page not in starts:
            continue  # an item that is known to begin elsewhere
        if numbered is None and entry.level == 0 and entry.whole_page and entry.pdf_page and entry.pdf_page > 1:
            _add(starts, entry.pdf_page, None, Evidence.OUTLINE)
            starts[entry.pdf_page].title = starts[entry.pdf_page].title or title
    left = [item for item in paper.front.items if all(item.number != start.item for start in starts.values())]
    for at in range(_front_end(paper) + 1, min((page for page in starts if page > 1), default=1)):
        early = at in paper.counted or is_minutes_front(paper.page(at))  # unstamped, behind the front sheet
        if early and (matched := _item_of_page(paper.page(at), papered(paper, left))) is not None:
            _add(starts, at, matched.number, Evidence.REPORT_FRONT)
            left.remove(matched)
    if 1 not in starts:
        starts[1] = Start(1, None, "Agenda", True, [Evidence.FIRST_PAGE])
    for start in starts.values():
        start.title = start.title or _item_title(paper, start.item, entries)
    boundaries = tuple(sorted(starts))
    files = paper.files(boundaries)
    for first, last in zip(boundaries, [*(page - 1 for page in boundaries[1:]), len(paper.pages)], strict=True):
        if starts[first].item is not None:
            findings += _find_attached(paper, starts, first, last, files)
    return [starts[page] for page in sorted(starts)], findings


def _add(starts: dict[int, Start], page: int, item: str | None, evidence: Evidence) -> None:
    """One more sign that a document begins on a page; its item is the one that was told first."""
    start = starts.setdefault(page, Start(page, item, None, True))
    if evidence not in start.evidence:
        start.evidence.append(evidence)


def _stamped_items(paper: Paper) -> dict[str, int]:
    """The first page of each stamped item. An appended paper from another meeting bears that meeting's
    stamps: a number that neither the front sheet nor the outline knows, or that goes backwards, is its."""
    known = {item.number for item in paper.front.items}
    known |= {number for _, number, _ in parse_outline(paper.outline) if number}
    found: dict[str, int] = {}
    last = (0, 0, "")
    for page in paper.pages:
        for number in page.item_stamps[:1]:
            if number in found or (known and number not in known and re.sub(r"[a-z.].*$", "", number) not in known):
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


def _item_entries(paper: Paper, stamped: dict[str, int]) -> dict[str, OutlineEntry]:
    """The outline entries that are agenda items: numbered, shown as a whole page, and of an item that the
    stamps or the front sheet know; without those two the outline must begin with an "Agenda" entry."""
    known = set(stamped) | {item.number for item in paper.front.items}
    parsed = parse_outline(paper.outline)
    has_front = any(_FRONT_TITLE.match(entry.title) and entry.pdf_page == 1 for entry in paper.outline)
    found: dict[str, OutlineEntry] = {}
    titles = {item.number: item.title for item in paper.front.items}
    alike = any(number in titles and likeness(title, titles[number]) >= 0.5 for _, number, title in parsed)
    for entry, number, title in parsed:
        if number is None or number in found or entry.pdf_page is None or entry.level > paper.lowest + 1:
            continue
        if not entry.whole_page and (entry.top or 0) > page_head(paper, entry.pdf_page):
            continue
        if known:
            agenda_title = titles.get(number)
            fits = number in known and (
                stamped.get(number) == entry.pdf_page
                or agenda_title is None
                or likeness(title, agenda_title) >= 0.5
                or (alike and entry.level == paper.lowest and entry.whole_page)
            )
        else:
            fits = entry.level == paper.lowest and (has_front or paper.front.agenda)
        if fits:
            found[number] = entry
    return found


def _ranged_items(paper: Paper, stamped: dict[str, int], entries: dict[str, OutlineEntry]) -> dict[str, int]:
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
    paper: Paper, items: list[AgendaItem], stamped: dict[str, int], entries: dict[str, OutlineEntry]
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
            score += likeness(item.title, " ".join(line.text for line in evidence.head)) >= 0.6
            score += paper.page(page - 1).filler
            score -= 2 * evidence.starts_mid_paragraph
        if score >= len(items) * 0.5 and (best is None or score > best[0]):
            best = (score, shift)
    return best[1] if best else None


def _item_title(paper: Paper, number: str | None, entries: dict[str, OutlineEntry]) -> str | None:
    """The item's title: the front sheet's (what members saw), else the outline's."""
    own = next((item.title for item in paper.front.items if item.number == number and item.title), None)
    entry = entries.get(number or "")
    return own or (parse_outline((entry,))[0][2] if entry else None)


def _starts_without_items(paper: Paper) -> list[Start] | None:
    """Where documents begin where pages name no items, by look and by file. None where there is no sign of a pack: no
    agenda, nor papers one behind the other that each count their own pages."""
    agenda = paper.front.agenda
    if not agenda and (len(paper.counted) < 2 or 1 not in paper.counted):
        return None
    starts = {1: Start(1, None, "Agenda" if agenda else None, True, [Evidence.FIRST_PAGE])}
    front_end = _front_end(paper)
    joined = paper.files()
    files = paper.counted | _joined_files(paper) | joined.pages
    left = list(paper.front.items)
    for number in range(front_end + 1, len(paper.pages) + 1):
        page = paper.page(number)
        if page.filler or not page.has_text or page.starts_mid_paragraph:
            continue
        if number not in files and (number in joined.within or not begins(paper, number, max(starts), left)):
            continue
        matched = named_by(paper, number, left) or _item_of_page(page, papered(paper, left))
        kind = Evidence.SEPARATE_FILE if number in files else Evidence.REPORT_FRONT
        last = starts[max(starts)]
        if matched:
            left = left[left.index(matched) + 1 :]
            starts[number] = Start(number, matched.number, matched.title, True, [kind])
        else:
            starts[number] = Start(number, last.item, None, last.item is None, [kind])
    proven = len(starts) > 2 or (len(starts) > 1 and bool(files))  # minutes too have a heading that their agenda has
    return [starts[page] for page in sorted(starts)] if proven else None


def _joined_files(paper: Paper) -> frozenset[int]:
    """The pages on which a file begins, where the outline has an entry for each, the agenda's first."""
    files = [entry for entry in paper.outline if entry.level == 0]
    headings = any(not entry.whole_page or is_heading(entry) for entry in files)
    pages = frozenset(entry.pdf_page for entry in files if entry.pdf_page is not None)
    return pages if 1 in pages and not headings else frozenset()


TITLE_LINES = 3
"""Lines of a page's head at most over which the title of its paper runs."""


def _item_of_page(page: PageEvidence, items: list[AgendaItem]) -> AgendaItem | None:
    """The item whose title stands at the head of the page; items that never have papers are not asked."""
    if is_minutes_front(page):
        return next((item for item in items if MINUTES_TITLE.match(item.title)), None)
    lines = [line.text for line in page.head]
    heads = [" ".join(lines[at : at + TITLE_LINES]) for at in range(max(1, len(lines) - TITLE_LINES + 1))]
    asked = [item for item in items if item.title and not _PROCEDURAL.match(item.title)]
    likely = [(max(likeness(item.title, head) for head in heads), item) for item in asked]
    best = max(likely, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= 0.75 else None


def _front_end(paper: Paper) -> int:
    """The last page of the front sheet: the last that lists an item, unless a page before it has the head of an item
    that is listed further up; and the filler behind it."""
    end = max((item.quote.pdf_page for item in paper.front.items), default=1)
    for number in range(2, end + 1):
        listed = [item for item in paper.front.items if item.quote.pdf_page < number]
        if named_by(paper, number, listed) is not None:
            end = number - 1
            break
    while end < len(paper.pages) and paper.page(end + 1).filler:
        end += 1
    return end


# --- what is attached to an item -------------------------------------------------------------------


def _find_attached(paper: Paper, starts: dict[int, Start], first: int, last: int, files: Seams) -> list[Finding]:
    """Adds the documents that are attached to the item on pages `first` to `last`. `files` are those that the fonts
    tell apart."""
    findings: list[Finding] = []
    item = starts[first].item
    listed = False
    marked = _is_marked(paper, starts[first])
    for entry, _, title in parse_outline(paper.outline):
        page = entry.pdf_page
        if page is None or not first < page <= last or page in starts or _names_item(paper, entry, title):
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
            named = named_by(paper, page, left)
            look = Evidence.SLIDES if is_slide(paper.page(page)) else Evidence.REPORT_FRONT
            look = Evidence.FLYSHEET if is_flysheet(paper.page(page)) else look
            look = Evidence.SEPARATE_FILE if page in files.pages else look
            if named is None:
                starts[page] = Start(page, item, None, False, [look])
            else:
                left.remove(named)
                starts[page] = Start(page, named.number, named.title, True, [look])
    return findings


def _names_item(paper: Paper, entry: OutlineEntry, title: str) -> bool:
    """Whether an entry at the top of the outline names an item of the agenda and no other paper of it."""
    return entry.level == 0 and any(title.casefold() == item.title.casefold() for item in paper.front.items)


def _lists_files(paper: Paper) -> bool:
    """Whether the outline names attached files at all: then an item without any has none."""
    return any(each.level > paper.lowest and each.whole_page and not is_heading(each) for each in paper.outline)


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
    own = entry.whole_page and not is_heading(entry) and not _inside_another(paper, entry)
    if not own or marked:
        return is_flysheet(page)
    return not page.starts_mid_paragraph and not (is_slide(page) and is_slide(paper.page(entry.pdf_page - 1)))


def _numbered_on(paper: Paper, page: int) -> bool:
    """Whether the paper's own page numbers, not those of the pack, run on from the page before: "12" and "13"."""
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
    return parent is not None and parent.level > paper.lowest and parent.whole_page


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
