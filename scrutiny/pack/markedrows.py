"""Room `pack`: rows of a table or a list that are marked as private, as in an action log.

Takes the pages of a paper, gives the rows that say so in a column which asks it of each ("Open/Exempt"); and, but in
minutes, what a mark in brackets withholds: "6 (Private)", "(Exempt item) End the lease". A mark behind the words of a
cell is none, and of business to come ("Forward plan") a column only foretells how it will be taken.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.marks import find_mark, find_title_mark
from scrutiny.pack.markwords import may_hold_mark
from scrutiny.pack.minuterows import NUMBER, SAME_MARGIN, stands_out
from scrutiny.pack.model import Document, DocumentKind, MarkKind, Withheld
from scrutiny.pack.paper import Paper
from scrutiny.pack.rows import Row
from scrutiny.pack.statusfields import Access, AskingColumn, ends_table, find_asking, read_row

_TO_COME = pattern_of(
    r"\b(?:forward|work|rolling|agenda)\s+(?:plan(?:ner)?|programme)s?\b|\b(?:forthcoming|future|key)\s+decisions?\b(?!\s+(?:taken|made))|"
    r"\bdecisions?\s+(?:expected|planned|to\s+(?:be\s+)?(?:taken|made|come))\b|\b(?:blaen)?raglen\s+g?waith\b|\bblaengynllun",
    re.IGNORECASE,
)
_DONE = pattern_of(r"\b(?:actions?|tracker|log|minutes|record|decisions?\s+(?:taken|made))\b", re.IGNORECASE)
"""What heads a list of business to come, and a list of what was done."""
_NUMBER = r"[A-Z]{0,4}[\d./-]{1,8}[a-z]?[.:]?\s*"
_OF_ROW = pattern_of(rf"^(?:{_NUMBER})?(?P<words>.+)$")
_SET_APART = pattern_of(rf"^(?:[(\[]|(?:{_NUMBER})?[(\[]|{_NUMBER}\s?[-–—]\s*(?=\w))")
_FIRST_WORD = pattern_of(r"\S+(?=\s+[A-Z])")
"""A mark in brackets before the words of a cell, or behind the number alone."""


def find_marked_rows(paper: Paper, document: Document, read_rows: Callable[[int], list[Row]]) -> Iterator[Withheld]:
    """The marked rows of a document, each to the row of its table that follows, or to the end of the page."""
    log, minutes = document.kind is DocumentKind.ACTION_LOG, document.kind is DocumentKind.MINUTES
    planned = not log and _TO_COME.search(document.title) is not None
    column: AskingColumn | None = None
    for page in document.pdf_pages:
        told = column is not None or paper.page(page).may_hold_mark
        rows = read_rows(page) if told else []
        ahead: list[bool] = []
        for at, row in enumerate(rows):
            asks = find_asking(rows, at, log=log)
            column = column if column and (not asks or read_row(row, column)) and not ends_table(row, column) else asks
            shut = column is not None and read_row(row, column) is Access.SHUT
            mark = None if minutes else _mark_of(row, log=log)
            mark = mark or (column.label if column is not None and shut else None)
            if mark is not None and not log:
                ahead = ahead or _foretold(rows, planned)
            if mark is not None and (log or not ahead[at]):
                left = row.pieces[0].box.left
                close = 0.0 if len(row.pieces) > 1 else APART * (row.box.bottom - row.box.top)
                own = (
                    rows[end - 1]
                    for end in range(at + 1, len(rows))
                    if _begins_at(rows[end], left, rows[end - 1], close)
                    or (column is not None and _is_beside(rows[end], left) and read_row(rows[end], column) is not None)
                )
                last = next(own, None)
                yield Withheld(
                    kind=MarkKind.PASSAGE, mark=paper.quote(page, mark, document.item), item=document.item,
                    pdf_first=page, pdf_last=page,
                    top=row.box.top - 1.0, bottom=last.box.bottom + 1.0 if last else None,
                )  # fmt: skip


def _foretold(rows: Sequence[Row], ahead: bool) -> list[bool]:
    """Of each row of a page whether it is of business to come, by the last heading that says so or that it was done."""
    found: list[bool] = []
    for row in rows:
        if stands_out(row):
            ahead = _TO_COME.search(row.text) is not None or (ahead and _DONE.search(row.text) is None)
        found.append(ahead)
    return found


def _mark_of(row: Row, *, log: bool) -> str | None:
    """The mark that begins a cell, set apart; in a log also one that leads its words, or is all of a cell."""
    if not may_hold_mark(row.text):
        return None
    number = NUMBER.match(row.text)
    if not (len(row.pieces) > 1 or number or _SET_APART.match(row.text)):
        return None
    for text in (*(piece.text.strip() for piece in row.pieces), *((number["title"],) if number else ())):
        words = _OF_ROW.sub(r"\g<words>", text).lstrip(" -–—")
        apart = _SET_APART.match(text) is not None
        lead = _FIRST_WORD.match(words) if apart else None
        mark = find_mark(lead.group() if lead else words) or find_title_mark(words)
        if mark is None or mark.partial or not (log or apart):
            continue
        if words.startswith(mark.text) or (log and words.endswith(mark.text)):
            return mark.text
    return None


APART = 0.5
"""Line heights from which on the line below is another row, where cells stand so close that they are one piece."""


def _begins_at(row: Row, left: float, before: Row, close: float) -> bool:
    """Whether a row begins in the same column, and is more than a line of that column that goes on (within `close`)."""
    apart = close > 0.0 and row.box.top - before.box.bottom > close
    return _is_beside(row, left) and (len(row.pieces) > 1 or apart or NUMBER.match(row.text) is not None)


def _is_beside(row: Row, left: float) -> bool:
    """Whether it begins in the same column; not so a cell of another column that goes on, "Not for / publication"."""
    return abs(row.pieces[0].box.left - left) < SAME_MARGIN
