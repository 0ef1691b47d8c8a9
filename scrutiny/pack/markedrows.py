"""Room `pack`: rows of a table or a list that are marked as private, as in an action log.

Takes the pages of a paper, gives the rows that say so in a column which asks it of each ("Open/Exempt"); and, but in
minutes, what a mark in brackets withholds: "6 (Private)", "(Exempt item) End the lease". A mark behind the words of a
cell is none: a list of business to come may name what is exempt.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.marks import find_mark, find_title_mark
from scrutiny.pack.markwords import may_hold_mark
from scrutiny.pack.minuterows import NUMBER, SAME_MARGIN
from scrutiny.pack.model import Document, DocumentKind, MarkKind, Withheld
from scrutiny.pack.paper import Paper
from scrutiny.pack.rows import Row
from scrutiny.pack.statusfields import Access, Question, read_answer, read_label
from scrutiny.pdf import Line

_NUMBER = r"[A-Z]{0,4}[\d./-]{1,8}[a-z]?[.:]?\s*"
_OF_ROW = pattern_of(rf"^(?:{_NUMBER})?(?P<words>.+)$")
_SET_APART = pattern_of(rf"^(?:[(\[]|(?:{_NUMBER})?[(\[]|{_NUMBER}\s?[-–—]\s*(?=\w))")
_FIRST_WORD = pattern_of(r"\S+(?=\s+[A-Z])")
"""A mark in brackets before the words of a cell, or behind the number alone."""


def find_marked_rows(paper: Paper, document: Document, read_rows: Callable[[int], list[Row]]) -> Iterator[Withheld]:
    """The marked rows of a document, each to the row of its table that follows, or to the end of the page."""
    log, minutes = document.kind is DocumentKind.ACTION_LOG, document.kind is DocumentKind.MINUTES
    column: AskingColumn | None = None
    for page in document.pdf_pages:
        told = column is not None or paper.page(page).may_hold_mark
        rows = read_rows(page) if told else []
        for at, row in enumerate(rows):
            asks = find_asking(rows, at, log=log)
            column = column if column and (not asks or read_row(row, column)) and not _ends_table(row, column) else asks
            shut = column is not None and read_row(row, column) is Access.SHUT
            mark = None if minutes else _mark_of(row, log=log)
            mark = mark or (column.label if column is not None and shut else None)
            if mark is not None:
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


_BARE = pattern_of(r"^(?:private|exempt|confidential|restricted)$", re.IGNORECASE)
"""A heading that is a status alone asks nothing, but in a log."""
_ASKING_WORDS = ("private", "exempt", "confidential", "restricted", "closed", "open", "public", "published")
_ASKING = pattern_of(rf"\b(?:{'|'.join(_ASKING_WORDS)}|publication)\b", re.IGNORECASE)
_LAST_CELL = pattern_of(
    r"(?:^|\s)(?P<answer>(?:yes|no|y|n|✓|✔|private|exempt|confidential|restricted|closed|open|public|part\s+[12]|"
    r"not\s+for\s+publication|nfp)(?:\s*[-–—(:,]\s?\w.{0,40}|\s+para\w*\.?\s*\d[\d, and&]{0,12})?)$",
    re.IGNORECASE,
)
"""An answer that stands close behind the words of another cell."""


class AskingColumn(NamedTuple):
    """A column of a table that asks of each row who may read it; its left edge in points."""

    question: Question
    heading: Line
    label: str
    left: float


def find_asking(rows: Sequence[Row], at: int, *, log: bool) -> AskingColumn | None:
    """The heading of a column that asks of each row whether it is private, with what it asks: "Private?",
    "Open/Exempt"; or one whose cells say what it asks."""
    row = rows[at]
    if len(row.pieces) < 2 and " " not in row.text:
        return None
    for piece in row.pieces if has_any(_ASKING_WORDS, small_letters(row.text)) else ():
        text = piece.text.strip()
        words = text.split()
        for count in range(min(len(words), MAX_HEADING), 0, -1):  # it may stand close behind the heading before it
            label = " ".join(words[-count:])
            question = read_label(label) if _ASKING.search(label) else None
            asks = label.endswith("?") or _YES_NO.search(label) or (log and _BARE.match(label))
            if question is not None and (question is Question.WHICH or asks):
                return _column(question, piece, label)
    return _answered_below(rows, at)


def _column(question: Question, piece: Line, label: str) -> AskingColumn:
    width = (piece.box.right - piece.box.left) * len(label) / len(piece.text.strip())
    return AskingColumn(question, piece, label, piece.box.right - width)


_ACCESS_WORDS = ("access", "status", "classification", "marking", "publication", "availability", "category")
_HEADS_ACCESS = (*_ACCESS_WORDS, "exempt", "confidential")
_OF_ACCESS = pattern_of(rf"(?:^|\s)(?P<word>{'|'.join(_ACCESS_WORDS)}|(?P<status>exempt|confidential))$", re.IGNORECASE)
_PLAIN = pattern_of(r"\b(?:exempt|nfp|not\s+for|part\s+(?:2|ii|b))\b", re.IGNORECASE)
"""What can be said of business only: homes are private too, roads closed, and kinds of records confidential."""


def _answered_below(rows: Sequence[Row], at: int) -> AskingColumn | None:
    """A column headed "Access" or "Exempt" whose cells are statuses, or yes and no, in most rows of the table."""
    if not has_any(_HEADS_ACCESS, small_letters(rows[at].text)):
        return None
    found = ((piece, _OF_ACCESS.search(piece.text.strip())) for piece in rows[at].pieces)
    for piece, word in found:
        if word is None:
            continue
        column = _column(Question.SHUT if word["status"] else Question.WHICH, piece, word["word"])
        end = next((end for end in range(at + 1, len(rows)) if _ends_table(rows[end], column)), len(rows))
        table = rows[at + 1 : end]
        said = [answer for row in table if (answer := read_row(row, column)) is not None]
        plain = any(_PLAIN.search(" ".join(row.text.split()[-5:])) for row in table)
        if (plain or word["status"]) and set(said) == {Access.OPEN, Access.SHUT} and 2 * len(said) > len(table):
            return column
    return None


MAX_HEADING = 6
"""Words of the heading of a column that asks something."""
_YES_NO = pattern_of(r"\by(?:es)?\s?/\s?no?\b", re.IGNORECASE)


def _ends_table(row: Row, column: AskingColumn) -> bool:
    """Whether a row is not of the table any more: the heading of another, or text that runs across the column."""
    crosses = len(row.pieces) == 1 and row.box.left < column.left - SAME_MARGIN and row.box.right > column.left
    within = [
        piece for piece in row.pieces if column.left < piece.box.right and piece.box.left < column.heading.box.right
    ]
    if not within or read_row(row, column) is not None:
        return False
    headed = (
        column.heading.bold and all(piece.bold for piece in row.pieces) and len(row.pieces) + row.text.count(" ") > 1
    )
    return headed or (crosses and not row.spaced and row.box.right > column.heading.box.right)


def read_row(row: Row, column: AskingColumn) -> Access | None:
    """Who may read a row by what it says in that column; its heading answers nothing."""
    said: set[Access | None] = set()
    for piece in row.pieces:
        if piece is not column.heading and column.left < piece.box.right and piece.box.left < column.heading.box.right:
            last = _LAST_CELL.search(piece.text.strip())
            told = (piece.text.strip(), last["answer"]) if last else (piece.text.strip(),)
            said.update(read_answer(column.question, text) for text in told)
    return next((access for access in (Access.SHUT, Access.OPEN) if access in said), None)


def _mark_of(row: Row, *, log: bool) -> str | None:
    """The mark that begins a cell, set apart; in a log also one that leads its words, or is all of a cell."""
    number = NUMBER.match(row.text)
    if not may_hold_mark(row.text) or not (len(row.pieces) > 1 or number or _SET_APART.match(row.text)):
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
