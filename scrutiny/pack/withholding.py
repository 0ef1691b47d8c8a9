"""Room `pack`: which pages a paper marks as not for publication.

Takes the documents of a pack with the evidence they were found by, gives `Withheld`s: from the agenda, from titles and
outline entries, from the head and foot of pages, from what a report says of its appendices, and from passages. Doubt
counts as private; text that merely talks of exemption is no mark (`marks`). Does not take anything out: `public` does.
"""

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, field

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.annexes import follows_paper
from scrutiny.pack.exclusion import MARKED_OPEN
from scrutiny.pack.extents import find_declaration
from scrutiny.pack.marks import find_mark, find_title_mark, is_part, labels_of
from scrutiny.pack.markwords import ANNEX, may_hold_mark
from scrutiny.pack.minuterows import MinuteRows
from scrutiny.pack.model import Document, DocumentKind, MarkKind, PageRange, Withheld
from scrutiny.pack.pageheads import HEAD_ROWS, RUNNING_ROWS, find_page_mark, heads_a_table, is_on_appendix, pieces_of
from scrutiny.pack.paper import Paper, likeness
from scrutiny.pack.passages import find_passages
from scrutiny.pack.rows import Row, gather_rows
from scrutiny.pack.statusfields import Access, find_asking, read_row, says_public
from scrutiny.pdf import Line
from scrutiny.sharing import Share, alone, longest_first
from scrutiny.sources import Quote, fold

KEPT_ROWS = 256
"""Pages whose rows are kept: most are asked for twice."""


MINUTES = 10
"""Times as long as another page one of minutes takes: each sentence of it may close the meeting."""

PLACEHOLDER_ROWS = 5
"""A page that stands for a paper which was left out has a mark, its ground in law, and a title at most."""


class _Search(Struct):
    """What was found so far, and what was said of each item's appendices."""

    paper: Paper
    documents: tuple[Document, ...]
    read_rows: Callable[[int], list[Row]]
    found: list[Withheld] = field(default_factory=list)
    named: list[tuple[str | None, Document | None, Quote, tuple[str, ...]]] = field(default_factory=list)
    """(item, the document that says so, the mark, labels of the appendices)"""
    public: set[str | None] = field(default_factory=set)
    """Items whose report says that it is public, or that only an appendix of it is not."""

    def withhold(
        self, document: Document, kind: MarkKind, mark: Quote, first: int | None = None, last: int | None = None
    ) -> None:
        self.found.append(
            Withheld(
                kind=kind, mark=mark, item=document.item,
                pdf_first=document.pdf_first if first is None else first,
                pdf_last=document.pdf_last if last is None else last,
            )
        )  # fmt: skip

    def whole(self, document: Document) -> bool:
        """Whether nothing of the document is left."""
        return any(
            each.top is None and each.bottom is None
            and each.pdf_first <= document.pdf_first and document.pdf_last <= each.pdf_last
            for each in self.found
        )  # fmt: skip


def find_withheld(
    paper: Paper, documents: tuple[Document, ...], read_lines: Callable[[int], tuple[Line, ...]], share: Share = alone
) -> tuple[Withheld, ...]:
    """Everything that is marked, in page order. `read_lines` gives the lines of a page, and is only asked for pages
    with a word that may mark them. The passages are looked for by themselves, so that this can be shared."""
    read_rows = functools.lru_cache(KEPT_ROWS)(lambda page: gather_rows(page, read_lines(page)))
    search = _Search(paper=paper, documents=documents, read_rows=read_rows)
    besides = functools.cache(lambda: _all_but_passages(search))
    papers = [document for document in documents if document.kind is not DocumentKind.FRONT_SHEET]
    passages = longest_first(
        papers, lambda document: find_passages(paper, document, read_rows), share,
        lambda document: len(document.pdf_pages) * (MINUTES if document.kind is DocumentKind.MINUTES else 1), besides,
    )  # fmt: skip
    besides()
    for document, own in zip(papers, passages, strict=True):
        search.found += [] if search.whole(document) else own
    _companions(search)
    return _without_repeats(search.found)


def _all_but_passages(search: _Search) -> None:
    _from_name(search)
    _from_agenda(search)
    _from_private_rows(search)
    for document in search.documents:
        _from_title(search, document)
    _from_outline(search)
    for document in search.documents:
        if not search.whole(document):
            _from_pages(search, document)
            _from_text(search, document)
    _named_appendices(search)


def _from_name(search: _Search) -> None:
    """The mark in the file's name, or in its title where that says so of the whole pack or is printed over a paper."""
    paper, own = search.paper, fold(search.paper.title or "")
    name = re.sub(r"\.\w{3,4}$", "", paper.file)
    mark, kind = find_title_mark(name), MarkKind.FILE_NAME
    if mark is None and (mark := find_title_mark(own)) is not None:
        kind = MarkKind.TITLE
        words = own.replace(mark.text, " ")
        head = " ".join(line.text for line in paper.page(1).head[:4])
        printed = len(search.documents) == 1 and len(fold(words)) >= MIN_TITLE and likeness(words, head) >= SAME_TITLE
        mark = mark if printed or (own.startswith(mark.text) and _OF_PACK.fullmatch(mark.text)) else None
    if mark is None or mark.partial or is_part(mark):
        return
    for document in search.documents:
        search.withhold(document, kind, paper.quote(1, mark.text))


SAME_TITLE = 0.75
"""Share of the words of a title that stand at the head of its page."""
_OF_PACK = pattern_of(r"[(\[]\w+\s+(?:\w+\s+)?(?:pack|supplement|agenda|papers?|minutes|reports?)[)\]]", re.IGNORECASE)


def _from_agenda(search: _Search) -> None:
    for item in search.paper.front.items:
        if item.mark is None:
            continue
        if item.exempt_appendices is not None:
            search.named.append((item.number, None, item.mark, item.exempt_appendices))
            continue
        own = [document for document in search.documents if _is_of(document, item.number)]
        for document in own:
            search.withhold(document, MarkKind.AGENDA, item.mark)
        if not own:
            for first, last in _unplaced(search, item.pages, item.title):
                search.found.append(
                    Withheld(
                        kind=MarkKind.AGENDA, mark=item.mark, item=item.number, pdf_first=first,
                        pdf_last=last,
                    )
                )  # fmt: skip


def _from_private_rows(search: _Search) -> None:
    """What stands in a private part of the agenda without a number that the pack knows."""
    listed = max((item.quote.pdf_page for item in search.paper.front.items), default=1)
    for row in search.paper.front.private_rows:
        own = _document_on(search.documents, row.mark.pdf_page)
        if row.mark.pdf_page > listed and own is not None and own.item is not None:
            continue  # it stands on a paper behind the agenda, and is said of that alone
        title = re.sub(r"^[A-Z]?\d{0,3}[a-z]?[.):]?\s+", "", row.title)
        placed = [] if row.pages is None and len(title) < MIN_TITLE else list(_unplaced(search, row.pages, title))
        for first, last in placed:
            begun = _document_on(search.documents, first)
            end = max(last, begun.pdf_last) if begun is not None and begun.pdf_first == first else last
            search.found.append(Withheld(kind=MarkKind.AGENDA, mark=row.mark, item=None, pdf_first=first, pdf_last=end))


MIN_TITLE = 9
"""Characters of a title that are enough to know a paper by."""


def _is_of(document: Document, number: str) -> bool:
    """Whether a document belongs to an item, or to a lettered part of it."""
    return document.item is not None and re.fullmatch(rf"{re.escape(number)}[a-z]{{0,2}}", document.item) is not None


def _unplaced(search: _Search, pages: PageRange | None, title: str) -> Iterator[tuple[int, int]]:
    """Where a private item without a document stands: on its pages by the agenda, else from its title on."""
    paper = search.paper
    counted = paper.numbering.counted
    if pages is not None:
        at = [n for n, label in enumerate(counted, start=1) if label is not None and pages.first <= label <= pages.last]
        front = max((item.quote.pdf_page for item in paper.front.items), default=0)
        at = [n for n in at if n > front]
        if at:
            yield at[0], at[-1]
            return
    front = max((item.quote.pdf_page for item in paper.front.items), default=1)
    for document in search.documents:
        for page in document.pdf_pages:
            head = " ".join(line.text for line in paper.page(page).head[:6])
            if page > front and len(title) >= MIN_TITLE and likeness(title, head) >= 0.75:
                yield page, document.pdf_last
                return


def _from_title(search: _Search, document: Document) -> None:
    if document.kind is DocumentKind.FRONT_SHEET:
        return
    mark = find_title_mark(document.title)
    if mark is None or (document.item is None and is_part(mark)):
        return  # "Constitution - PART B" is a part of a book, not of an agenda
    head = search.read_rows(document.pdf_first)[:HEAD_ROWS]
    if any(document.title.endswith(row.text) and heads_a_table(head, at) for at, row in enumerate(head)):
        return
    quote = search.paper.quote(document.pdf_first, mark.text, document.item)
    above = itertools.takewhile(lambda row: find_title_mark(row.text) is None, head)
    if document.kind is DocumentKind.MINUTES and any(MARKED_OPEN.search(row.text) for row in above):
        return  # the heading of a second part, which `passages` knows
    if mark.partial:
        search.named.append((document.item, document, quote, mark.appendices or ()))
    else:
        search.withhold(document, MarkKind.TITLE, quote, last=_last_of_own(search, document, document.pdf_first))


def _last_of_own(search: _Search, document: Document, page: int) -> int:
    """The last page of the paper that begins on a page of a document: another begins where the next of a series does,
    "Agenda item 10" behind "Agenda item 9", or a heading says that it is public."""
    own = search.read_rows(page)[0]
    for later in range(page + 1, document.pdf_last + 1):
        if any(follows_paper(row, own) for row in search.read_rows(later)[:1]):
            return later - 1
    return document.pdf_last


def _from_outline(search: _Search) -> None:
    """Entries with a mark that begin no document of their own."""
    entries = search.paper.outline
    for at, entry in enumerate(entries):
        assert entry.pdf_page is not None
        mark = find_title_mark(re.sub(r"^[\d.]+[a-z]?\s+", "", fold(entry.title)))
        document = _document_on(search.documents, entry.pdf_page)
        if mark is None or document is None or document.kind is DocumentKind.FRONT_SHEET:
            continue
        quote = search.paper.quote(entry.pdf_page, mark.text, document.item)
        if mark.partial:
            search.named.append((document.item, document, quote, mark.appendices or ()))
            continue
        behind = (e.pdf_page for e in entries[at + 1 :] if e.level <= entry.level and e.pdf_page)
        last = next((page - 1 for page in behind if page > entry.pdf_page), document.pdf_last)
        search.withhold(
            document, MarkKind.TITLE, quote, entry.pdf_page, max(min(last, document.pdf_last), entry.pdf_page)
        )


def _document_on(documents: Sequence[Document], page: int) -> Document | None:
    return next((document for document in documents if document.pdf_first <= page <= document.pdf_last), None)


def _from_pages(search: _Search, document: Document) -> None:
    front = document.kind is DocumentKind.FRONT_SHEET
    opening, last = True, 0
    titled = {each.pdf_last + 1 for each in search.found if each.kind is MarkKind.TITLE}
    for page in document.pdf_pages:
        evidence = search.paper.page(page)
        if page <= last or evidence.filler or not evidence.has_text:
            continue
        first, opening = opening or page in titled, False
        if front and not first:
            return
        if evidence.text is None or not (first or evidence.may_hold_mark or evidence.overlays):
            continue
        if (stamp := next(filter(None, map(find_mark, evidence.overlays)), None)) is not None and not front:
            quote = search.paper.quote(page, stamp.text, document.item)
            search.withhold(document, MarkKind.PAGE, quote, page, document.pdf_last if first else page)
        rows = search.read_rows(page)
        if first and _says_public(rows[:HEAD_ROWS]):
            search.public.add(document.item)
        if not evidence.may_hold_mark:
            continue
        top = _agenda_top(search.paper) if front else None
        found = find_page_mark(rows, evidence, document, first=first, agenda_top=top)
        if found is None:
            continue
        mark, row = found
        quote = search.paper.quote(page, mark.text, document.item)
        if front:
            for each in search.documents:
                search.withhold(each, MarkKind.PAGE, quote)
            return
        if mark.partial and not is_on_appendix(mark, row, evidence, document, first):
            search.named.append((document.item, document, quote, mark.appendices or ()))
            continue
        begun = document.pdf_first if first and not last and page not in titled else page
        last = _last_of_own(search, document, page) if first else _section_end(search, document, page)
        search.withhold(document, MarkKind.PAGE, quote, begun, last)
        opening = first


def _says_public(head: Sequence[Row]) -> bool:
    return any(says_public(text) for row in head for text in (row.text, *pieces_of(row)))


def _agenda_top(paper: Paper) -> float:
    """The height of the first item of the agenda on the first page; 0 where there is none."""
    boxes = [item.quote.box for item in paper.front.items if item.quote.pdf_page == 1]
    return min((box.top for box in boxes if box is not None), default=0.0)


def _section_end(search: _Search, document: Document, page: int) -> int:
    """The last page of what begins on a page: up to the next section of the document, or a page whose head says that
    it is public, or all the rest."""
    starts = [section.pdf_first for section in document.sections if section.pdf_first > page and section.label]
    for later in range(page + 1, document.pdf_last + 1):
        starts += [later] if _says_public(search.read_rows(later)[:RUNNING_ROWS]) else []
    return min(starts, default=document.pdf_last + 1) - 1 if page > document.pdf_first else document.pdf_last


def _from_text(search: _Search, document: Document) -> None:
    """What a report says of itself, and the appendices that it marks by their labels, wherever on it that stands:
    "This report is exempt", "Appendix 2 - Rates by provider (exempt)"."""
    if document.kind in (DocumentKind.FRONT_SHEET, DocumentKind.MINUTES):
        return
    for page in document.pdf_pages if document.main or document.sections else ():
        if not search.paper.page(page).may_hold_mark:
            continue
        rows = search.read_rows(page)
        sentences = MinuteRows(rows)
        for at, row in enumerate(rows):
            labels = listed_labels(row.text) or tabled_labels(rows, at)
            told = [row.text, *(words for _, words in sentences.sentences(at))] if may_hold_mark(row.text) else []
            for sentence in told:
                mark = find_declaration(sentence)
                if mark is not None and not mark.partial:
                    search.withhold(document, MarkKind.PAGE, search.paper.quote(page, mark.text, document.item))
                    return
                labels += (mark and mark.appendices) or ()
            if labels:
                quote = search.paper.quote(page, f"Appendix {labels[0].upper()}", document.item)
                search.named.append((document.item, document, quote, labels))


def _named_appendices(search: _Search) -> None:
    told = {item for item, _, _, labels in search.named if labels}
    for item, teller, quote, labels in search.named:
        search.public.add(item)
        if not labels and item in told:
            continue  # another says which of them is meant
        own = [d for d in search.documents if item and d.item == item and d is not teller and not d.main]
        marked = [document for document in own if not labels or (labels_of(document.title) or ("",))[0] in labels]
        if not labels and any(search.whole(document) for document in own):
            marked = []  # which of them is meant is said by its own mark
        for document in marked:
            if not search.whole(document):
                search.withhold(document, MarkKind.APPENDIX, quote)
        for document in (d for d in search.documents if d.item == item and d.sections):
            for section in document.sections:
                label = section.label.lower().split()[-1] if section.label else None
                meant = label in labels or (label and not labels and not marked)
                if meant and not search.whole(document):
                    search.withhold(document, MarkKind.APPENDIX, quote, section.pdf_first, section.pdf_last)


def _companions(search: _Search) -> None:
    """A pack that holds a marked appendix itself is not the public one. Where nothing says that the report beside it
    is public, that is doubtful, and withheld too. A page that only stands for a paper left out proves the contrary."""
    for each in list(search.found):
        source = _document_on(search.documents, each.pdf_first)
        # the outline lists some attached files beside their item: that of the papers before the page
        above = (own.item for own in reversed(search.documents) if own.pdf_last < each.pdf_first and own.item)
        item = each.item or next(above, None)
        if each.kind not in (MarkKind.TITLE, MarkKind.PAGE) or item in search.public or item is None:
            continue
        attached = source is not None and (not source.main or each.item is None or each.pdf_first > source.pdf_first)
        if not attached or source is None or source.kind is DocumentKind.MINUTES:
            continue
        if all(_is_placeholder(search, page) for page in each.pdf_pages):
            continue
        for document in search.documents:
            if document.item == item and document.kind is not DocumentKind.MINUTES and not search.whole(document):
                search.withhold(document, MarkKind.COMPANION, each.mark)


def _is_placeholder(search: _Search, page: int) -> bool:
    """Whether a page has nothing but marks, the ground in law, and the title of what was left out."""
    evidence = search.paper.page(page)
    if evidence.filler or not evidence.has_text:
        return not evidence.pictured
    if evidence.body_lines > PLACEHOLDER_ROWS or evidence.pictured:
        return False
    document = _document_on(search.documents, page)
    titles = {item.title for item in search.paper.front.items} | ({document.title} if document else set())
    for line in evidence.head:
        known = any(likeness(line.text, title) >= 0.9 for title in titles if title)
        if not (known or find_mark(line.text) or find_title_mark(line.text) or _SAYS_LEFT_OUT.search(line.text)):
            return False
    return True


_SAYS_LEFT_OUT = pattern_of(
    r"\bschedule\s+(?:12|7|6)|\blocal\s+government\b|\brestricted\b|\bredacted\b|\bwithheld\b|\bcirculated\s+separately\b|^(?:appendix|annex)\s+\w{1,3}$",
    re.IGNORECASE,
)


def _without_repeats(found: list[Withheld]) -> tuple[Withheld, ...]:
    """Each page once: what lies within another is left out."""
    kept: list[Withheld] = []
    for each in found:
        if not any(_within(each, other) for other in kept):
            kept = [other for other in kept if not _within(other, each)]
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: (each.pdf_first, each.top or 0.0)))


def _within(inner: Withheld, outer: Withheld) -> bool:
    begins = (outer.pdf_first, outer.top or -1.0) <= (inner.pdf_first, inner.top or -1.0)
    ends = (inner.pdf_last, inner.bottom if inner.bottom is not None else 1e9) <= (
        outer.pdf_last, outer.bottom if outer.bottom is not None else 1e9,
    )  # fmt: skip
    return begins and ends


_LIST = pattern_of(
    r"^\W*(?:(?:list\s+of\s+|supporting\s+)?(?P<plural>appendices|annexes|enclosures|attachments)\W+)?(?P<entries>.+)$",
    re.IGNORECASE,
)
_ENTRY = pattern_of(
    rf"^\W*(?P<word>{ANNEX}\s+(?:no\.?\s*)?)?(?P<label>[A-Za-z]|\d{{1,2}}[A-Za-z]?|[IVX]{{1,4}})"
    r"\s*(?:[-–—:.)]|\s(?=[A-Z(\[]))\s*(?P<title>\S.*)$",
    re.IGNORECASE,
)
MOST_ROWS = 30
"""Rows of a table of appendices that are looked at."""


def tabled_labels(rows: Sequence[Row], at: int) -> tuple[str, ...]:
    """The labels that a table of appendices, headed by this row, marks as private in a column that asks it of each."""
    column, cell = find_asking(rows, at), _CELL if _TABLE.match(rows[at].text) else _NAMED_CELL
    below = rows[at + 1 : at + MOST_ROWS] if column is not None else ()
    shut = (cell.match(row.text) for row in below if column and read_row(row, column) is Access.SHUT)
    return tuple(dict.fromkeys(match[1].lower() for match in shut if match))


_TABLE = pattern_of(r"^(?:appendix|annex|enclosure)\b", re.IGNORECASE)
_NAMED_CELL = pattern_of(r"^(?:\d\s+)?(?:appendix|annex)\s+([A-Z]|\d{1,2}[A-Za-z]?)\s", re.IGNORECASE)
_CELL = pattern_of(r"^(?:appendix\s+|annex\s+)?([A-Z]|\d{1,2}[A-Za-z]?)\s", re.IGNORECASE)


def listed_labels(row: str) -> tuple[str, ...]:
    """The labels in small letters: ("b",) of "Appendices: A - Survey; B - Rates (exempt); C - Letters"."""
    found = _LIST.match(row)
    labels: list[str] = []
    for entry in filter(None, map(_ENTRY.match, found["entries"].split(";") if found else ())):
        named = entry["word"] or (found and found["plural"])
        mark = find_title_mark(f"Paper {entry['title']}") if named else None
        if mark is not None and not mark.partial and entry["title"].rstrip(" .").endswith(mark.text):
            labels.append(entry["label"].lower())
    return tuple(labels)
