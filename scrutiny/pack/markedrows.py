"""Room `pack`: rows of a table or a list that are marked as private, as in an action log.

Takes the pages of a paper that is no minutes, gives what a mark in brackets withholds: "6 (Private)", "(Exempt item)
End the lease"; of a log also what a column asks of each row. A mark behind the words of a cell is none: a list of
business to come may name what is exempt.
"""

import re
from collections.abc import Callable, Iterator

from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.marks import find_mark
from scrutiny.pack.minuterows import NUMBER, SAME_MARGIN
from scrutiny.pack.model import Document, DocumentKind, MarkKind, Withheld
from scrutiny.pack.paper import Paper
from scrutiny.pack.rows import Row
from scrutiny.pdf import Line

_NUMBER = r"[A-Z]{0,4}[\d./-]{1,8}[a-z]?[.:]?\s*"
_BEGINS = pattern_of(
    rf"^(?:{_NUMBER})?[(\[](?P<inner>[^()\[\]]{{4,40}})[)\]]"
    rf"|^{_NUMBER}\s?[-–—]\s*(?P<behind>(?i:private|exempt|confidential|restricted))(?=\s*$|\s+[A-Z])"
)
"""A mark in brackets before the words of a cell, or behind the number alone."""

_LEADS = pattern_of(
    r"^(?P<inner>(?:strictly\s+)?(?:private|exempt|confidential|restricted)|not\s+for\s+publication)\s*(?:\s[-–—]|:)\s+\S",
    re.IGNORECASE,
)
"""A mark before the words of a cell of a log: "CONFIDENTIAL - settle the claim"."""

_ENDS = pattern_of(r"(?:^|\s)(?P<inner>Private|Exempt|Confidential|PRIVATE|EXEMPT|CONFIDENTIAL)$")
"""The cell of a log that is nothing else: it may stand close behind the words of another."""

_HINT = pattern_of(
    r"(?:[(\[]|\d[a-z]?\s?[-–—])\s*(?:strictly\s+)?(?:private|exempt|confidential|restricted|closed|not\s+for)",
    re.IGNORECASE,
)
_STATUS = pattern_of(
    r"\b(?:Private|Exempt|Confidential|Restricted|Not\s+for\s+publication)\b|" + _HINT.pattern, re.IGNORECASE
)


def find_marked_rows(paper: Paper, document: Document, read_rows: Callable[[int], list[Row]]) -> Iterator[Withheld]:
    """The marked rows of a document, each to the row of its table that follows, or to the end of the page."""
    log = document.kind is DocumentKind.ACTION_LOG
    column: Line | None = None
    for page in document.pdf_pages:
        text = paper.page(page).text or ""
        told = column is not None or (_may_hint(text) and (_STATUS if log else _HINT).search(text))
        rows = read_rows(page) if told else []
        for at, row in enumerate(rows):
            column = (_asking(row) if log else None) or column
            mark = _mark_of(row, log=log) or (
                column.text.split()[-1] if column is not None and _answers(row, column) else None
            )
            if mark is not None:
                left = row.pieces[0].box.left
                own = (rows[end - 1] for end in range(at + 1, len(rows)) if _begins_at(rows[end], left))
                last = next(own, None)
                yield Withheld(
                    kind=MarkKind.PASSAGE, mark=paper.quote(page, mark, document.item), item=document.item,
                    pdf_first=page, pdf_last=page,
                    top=row.box.top - 1.0, bottom=last.box.bottom + 1.0 if last else None,
                )  # fmt: skip


def _may_hint(text: str) -> bool:
    """Whether it has any of the words that `_STATUS` and `_HINT` ask for."""
    small = small_letters(text)
    return has_any(("private", "exempt", "confidential", "restricted", "closed"), small) or bool(_NOT_FOR.search(small))


_NOT_FOR = pattern_of(r"not\s+for")

_STATE = r"(?:private|exempt|confidential|restricted)"
_ASKS = pattern_of(rf"^{_STATE}\s*\??$|(?<=\s){_STATE}\s*\?$", re.IGNORECASE)
_YES = pattern_of(r"(?:^|\s)(?:yes|y|✓|✔)(?:\s*[-–—(:,]\s?\w.{0,40})?$", re.IGNORECASE)
"""With its ground in law, if the cell has one: "Yes (paragraph 3)"."""


def _asking(row: Row) -> Line | None:
    """The heading of a column that asks of each row of a log whether it is private: "Private?"."""
    return next((piece for piece in row.pieces if " " in row.text and _ASKS.search(piece.text.strip())), None)


def _answers(row: Row, column: Line) -> bool:
    """Whether a row has a yes in that column: the cell may stand close behind the words of another."""
    return any(
        _YES.search(piece.text.strip()) and piece.box.right > column.box.left and piece.box.left < column.box.right
        for piece in row.pieces
    )


def _mark_of(row: Row, *, log: bool) -> str | None:
    number = NUMBER.match(row.text)
    begins = _BEGINS.match(row.text)
    if not (len(row.pieces) > 1 or number or (begins and begins["behind"])):
        return None
    if not (_STATUS if log else _HINT).search(row.text):
        return None
    for text in (*(piece.text.strip() for piece in row.pieces), *((number["title"],) if number else ())):
        found = _BEGINS.match(text) or ((_LEADS.match(text) or _ENDS.search(text)) if log else None)
        mark = find_mark(next(filter(None, found.groups()))) if found else None
        if mark is not None and not mark.partial:
            return mark.text
    return None


def _begins_at(row: Row, left: float) -> bool:
    """Whether a row begins in the same column, and is more than a line of that column that goes on."""
    same = abs(row.pieces[0].box.left - left) < SAME_MARGIN
    return same and (len(row.pieces) > 1 or NUMBER.match(row.text) is not None)
