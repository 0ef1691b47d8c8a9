"""Room `pack`: the mark at the head or the foot of a page, or across it.

Takes the rows of a page, gives the `Mark` with its row. Knows how a paper's front looks and where its text begins; does
not know what follows from the mark: `withholding` does.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from scrutiny.language.dates import MONTH
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.evidence import EDGE, PageEvidence
from scrutiny.pack.exclusion import PRIVATE_PART, closes, is_shut_part, items_told_of, opens
from scrutiny.pack.extents import find_extent
from scrutiny.pack.fronts import find_appendix_heading
from scrutiny.pack.marks import MAX_MARK, Mark, find_mark, find_title_mark, heads_a_section, is_part, is_part_of_book
from scrutiny.pack.markwords import BOX, OF_THE_ACT, tells_classes, ticked
from scrutiny.pack.minuterows import SAME_MARGIN, stands_out
from scrutiny.pack.model import Document, DocumentKind
from scrutiny.pack.paper import likeness
from scrutiny.pack.rows import Row
from scrutiny.pack.statusfields import Access, find_asking, read_field
from scrutiny.pdf import Direction

HEAD_ROWS = 16
"""Rows at the head of a document's first page that may hold a mark: a report's front takes up to 14."""

RUNNING_ROWS = 3
"""Rows at the head of any other page: a running head has one or two."""

WATERMARK = 24.0
"""Points. Words of this size in the middle of a page are a stamp across it, not a heading."""

_BODY = pattern_of(
    rf"^\W*(?:\d{{1,3}}(?:\.\d{{1,2}})*\.?\s+(?!(?:{MONTH})\b)\w|resolved|agreed|(?:members?\s+)?present\b|in\s+attendance|apologies|recommendations?\b|purpose\b|"
    r"introduction|background|summary|executive\s+summary)",
    re.IGNORECASE,
)
"""With what the text begins below the front of a paper; "4 March 2025" is still of the front."""


def find_page_mark(
    rows: list[Row], evidence: PageEvidence, document: Document, *, first: bool, agenda_top: float | None = None
) -> tuple[Mark, Row] | None:
    """The mark at the head or the foot of a page, or across it, with its row; of several the first that marks the
    whole. `first` says that the document begins here. Of an agenda only what stands above `agenda_top`, its first
    item, marks the whole of it: what stands further below are headings of its parts."""
    head = list(islice((row for row in rows if not _STAMP.fullmatch(row.text)), HEAD_ROWS if first else RUNNING_ROWS))
    if agenda_top is not None:
        return _mark_of_agenda([row for row in head if row.box.bottom < agenda_top][:6])
    found = _mark_in_head(head, document, first=first)
    return found if found is not None and not found[0].partial else _mark_at_edge(rows, evidence) or found


def _mark_of_agenda(head: list[Row]) -> tuple[Mark, Row] | None:
    for at, row in enumerate(head):
        for text in _readings(head, at):
            mark = find_mark(text)
            if mark is None or heads_a_section(text) or items_told_of(text):
                continue
            if not mark.partial or _OWN_HEADING.match(text):
                return mark, row
    return None


def _mark_in_head(head: list[Row], document: Document, *, first: bool) -> tuple[Mark, Row] | None:
    head = head[: next((at for at in range(len(head)) if heads_a_table(head, at)), len(head))]
    body = next((at for at, row in enumerate(head) if _BODY.match(row.text)), len(head))
    if document.kind is DocumentKind.MINUTES:
        head = head[:body]  # what stands below is for `passages`
    partial: tuple[Mark, Row] | None = None
    own_part = first and document.main and document.kind is not DocumentKind.MINUTES
    for at, row in enumerate(head):
        below_title = (
            first and document.main and any(likeness(document.title, above.text) >= LIKE for above in head[:at])
        )
        for text in _readings(head, at) if not (at and _runs_on(head[at - 1], row)) else ():
            mark = find_mark(text)
            own = _OWN_HEADING.match(text) if at < RUNNING_ROWS and text is row.text and not below_title else None
            if mark is None and (own or (first and at < min(body, TITLE_ROWS) and _is_title(head, at, text, document))):
                titled = find_title_mark(text)
                part = titled is not None and is_part(titled)
                other = titled is not None and part and (document.item is None or is_part_of_book(titled, text))
                mark = titled if own or not other else None
                if own and own["part"]:
                    mark = Mark(text=own.group())  # "Part 2 Appendix B"
            part = own_part and (document.item is not None or not PRIVATE_PART.match(text))
            if mark is None and part and text is row.text and at < RUNNING_ROWS and stands_out(row):
                mark = Mark(text=shut) if (shut := closes(text)) is not None else None
            if (
                mark is None
                or find_extent(text) is not None
                or (partial and partial[1] is head[at - 1] and _UNFINISHED.search(partial[1].text))
            ):
                continue  # what is said of a part of the paper `extents` knows, and a sentence ends that was judged
            if OF_THE_ACT.match(text) and tells_classes(each.text for each in head):
                continue
            if is_shut_part(text) and any(opens(above.text) for above in head[:at]):
                continue  # the second part of a paper whose first is public: `annexes` finds where it begins
            if at > body and not mark.partial and len(mark.text.split()) < 4:
                continue  # a word in the text, not a notice about it
            whole = first and at < RUNNING_ROWS and document.kind is not DocumentKind.MINUTES
            if heads_a_section(text) and not (whole and not _answered(head, at)):
                continue  # the heading of a part: in minutes `passages` finds where it ends
            if not mark.partial:
                return mark, row
            partial = partial or (mark, row)
    return partial


def heads_a_table(rows: Sequence[Row], at: int) -> bool:
    """Whether a row heads a table that asks of each of its rows who may read it (`markedrows`), or one of figures."""
    below = rows[at + 1 : at + 2] if rows[at].spaced and ":" not in rows[at].text else []
    if any(row.spaced and _FIGURE.search(row.text) for row in below):
        return True
    column = find_asking(rows, at)
    return column is not None and column.left > rows[at].box.left + SAME_MARGIN and _field(rows[at]) is None


def _is_title(head: list[Row], at: int, text: str, document: Document) -> bool:
    """Whether a text is of the title over a paper: rows that stand out, from this one on, or a row that ends in
    brackets and is none of a list of appendices. That of minutes is for `passages`."""
    rows = list(head[at : at + TITLE_ROWS])
    while rows and " ".join(row.text for row in rows) != text:
        rows.pop()
    bracketed = len(rows) == 1 and text.endswith((")", "]")) and not _OWN_HEADING.match(text)
    titled = bool(rows) and (bracketed or all(stands_out(row) for row in rows))
    return titled and document.kind is not DocumentKind.MINUTES


_FIGURE = pattern_of(r"\s(?!(?:19|20)\d\d$)\d[\d,.]*%?$")
LIKE = 0.9
"""Share of the words of its title that a row has: below it an appendix is one of a list, and not what begins here."""
TITLE_ROWS = 6
"""Rows at the head of a paper among which its title stands, and rows that it takes at most."""


def _mark_at_edge(rows: list[Row], evidence: PageEvidence) -> tuple[Mark, Row] | None:
    """A stamp at the foot of a page, across it, or turned along its side."""
    foot, top = evidence.height * (1 - EDGE), evidence.height * EDGE
    for row in rows:
        box = row.box
        aside = box.right < evidence.width * EDGE or box.left > evidence.width * (1 - EDGE)
        edge = box.top > foot or box.bottom < top or (aside and row.pieces[0].direction is not Direction.ACROSS)
        across = len(row.pieces) == 1 and row.pieces[0].size >= WATERMARK
        parts = _PARTED.split(row.text) if edge else []
        for text in [row.text, *pieces_of(row), *parts[:MOST_PARTS]] if edge or across else []:
            mark = find_mark(_PAGE_NUMBER.sub(" ", text) if _DIGIT.search(text) else text)
            alone = box.top > evidence.height * (1 - FOOT) and text is row.text
            strong = alone or (mark is not None and not heads_a_section(text) and _is_strong(mark))
            if mark is not None and not mark.partial and strong:
                return mark, row
    return None


FOOT = 0.07
"""Share of a page's height at its foot where no heading stands, nor the end of a table."""
_DIGIT = pattern_of(r"\d")
_PARTED = pattern_of(r"\s+[-–—|•·]\s+")
MOST_PARTS = 6
"""What a running head sets side by side: the body, the date, the mark, the item."""
_PAGE_NUMBER = pattern_of(r"\b(?:page|tudalen)\s*\d+(?:\s+of\s+\d+)?\b|^\d+\s|\s\d+$", re.IGNORECASE)


def _is_strong(mark: Mark) -> bool:
    """Whether a line alone at the edge of a page is a marking: in capitals, or with its ground, or more than a word."""
    return (
        mark.text.isupper()
        or len(mark.text.split()) > 1
        or mark.text.lower() in ("exempt", "confidential", "restricted")
    )


def pieces_of(row: Row) -> list[str]:
    return [piece.text for piece in row.pieces] if len(row.pieces) > 1 else []


def _readings(rows: list[Row], at: int) -> Iterator[str]:
    """What a row may say: by itself, each of two columns, and with the rows below that its sentence runs on to."""
    row = rows[at]
    if (access := _field(row)) is not None:
        if access is Access.SHUT:
            yield row.text if read_field(row.text) else ": ".join(piece.text for piece in row.pieces)
        return
    yield row.text
    if len(row.pieces) == 2 and not BOX.search(row.text):
        # "Contract Award    NOT FOR PUBLICATION"; in a table of several columns a cell is no mark
        yield from (piece.text for piece in row.pieces)
    text = row.text
    for below in rows[at + 1 : at + 4]:
        if below.box.top - rows[at].box.bottom > 6 * max(rows[at].pieces[0].size, 6.0) or len(text) > MAX_MARK:
            return
        above, row = row, below
        if (find_mark(below.text) is not None and not _runs_on(above, below)) or _field(below) is not None:
            return  # it says so itself
        if abs(below.pieces[0].size - rows[at].pieces[0].size) > SAME_SIZE:
            return  # a heading, and the text below it
        text = f"{text} {below.text}"
        yield text


def _runs_on(above: Row, row: Row) -> bool:
    """Whether a row is the end of a sentence that begins above it, which is judged there: "... was sent to / members
    only." A mark below a title may have small letters too, but no full stop, and the title is no half of a sentence."""
    if not row.text[:1].islower() or re.search(r"[.:;!?]$", above.text):
        return False
    return row.text.endswith(".")


_UNFINISHED = pattern_of(r"\b(?:of|by|under|in|to|and|or|the|an?)$", re.IGNORECASE)
"""A sentence goes on in the row below: "... under paragraph 3 of"."""

SAME_SIZE = 1.5
"""Points by which the rows of one sentence differ at most."""


def _field(row: Row) -> Access | None:
    """What a field of a form says, whose label and answer stand on one row: "Open/Exempt    Open"."""
    text = ticked(row.text)
    if (access := read_field(text)) is not None or len(row.pieces) != 2:
        return access
    return read_field(": ".join(piece.text for piece in row.pieces))


def _answered(rows: list[Row], at: int) -> bool:
    """Whether the words below a heading such as "Exempt information" say that there is none."""
    return _NONE_BELOW.match(" ".join(row.text for row in rows[at + 1 : at + 3])) is not None


_NONE_BELOW = pattern_of(
    r"^\W*(?:no\b|none|nil|n/?a\b|not\s+applicable|there\s+(?:is|are)\s+no|this\s+report\s+(?:is\s+(?:public|not)|does\s+not|contains\s+no))",
    re.IGNORECASE,
)
_STAMP = pattern_of(r"(?:agenda\s+item(?:\s+no\.?)?:?\s+\S+|page:?\s+\d+(?:\s+of\s+\d+)?|\d{1,4})", re.IGNORECASE)

_OWN_HEADING = pattern_of(
    r"^\W*(?P<part>part\s+(?:2|ii|b)\W+(?=appendi|annex|enclos))?(?:part\s+(?:2|ii|b)\W+)?(?:(?:exempt|confidential|private|restricted)\s+)?(?:appendix|annex|enclosure|schedule|atodiad)\b",
    re.IGNORECASE,
)
"""With what the heading of an appendix begins, whatever it is marked with."""


def is_on_appendix(mark: Mark, row: Row, page: PageEvidence, document: Document, first: bool) -> bool:
    """Whether a mark that names an appendix stands on that appendix: as the heading of its page, or in it."""
    if not document.main and first:
        return True
    heading = find_appendix_heading(page)
    label = heading.label.lower().split()[-1] if heading else None
    if label is not None and (not mark.appendices or label in mark.appendices):
        return True
    top = [line.text for line in page.head[:2]]
    own = _OWN_HEADING.match(row.text)
    elsewhere = re.search(
        r"\b(?:attached|circulated|available|separate|separately|held|follow)\b", row.text, re.IGNORECASE
    )
    alone = not first or document.kind is DocumentKind.APPENDIX or document.item is None
    return bool(own) and not elsewhere and row.text in top and alone
