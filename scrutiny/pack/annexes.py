"""Room `pack`: private parts of papers that are no minutes.

Takes the rows of a document, gives as `Withheld`s what a heading begins: "EXEMPT ANNEX", "4. Legal advice (exempt)".
Where the end cannot be told, all the rest is private.
"""

import re
from collections.abc import Sequence

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.exclusion import MARKED_OPEN, PART_TO_COME, Reach, closes, is_shut_part, opens
from scrutiny.pack.marks import Mark, begins_with_status, find_mark, find_title_mark, heads_a_section
from scrutiny.pack.markwords import may_hold_mark
from scrutiny.pack.minuterows import stands_out
from scrutiny.pack.model import Document, DocumentKind, Withheld
from scrutiny.pack.paper import Paper
from scrutiny.pack.rows import Row
from scrutiny.pack.stretches import Stretches

_SECTION = pattern_of(
    r"^(?:(?P<word>(?i:section|part))\s+(?P<label>\d{1,2}|[A-Z]|[IVX]{2,4})\b|(?P<number>\d{1,2})\.?\s+\S)"
)
_PLAIN = pattern_of(r"exempt|confidential|publi|nfp|eithri|cyfrinach", re.IGNORECASE)
"""A mark that can be said of nothing but business; homes are private too, roads closed and funds restricted."""


def may_head_section(row: Row) -> bool:
    """Whether a row may be the numbered heading of a section of a report, by its words."""
    return len(row.pieces) <= 2 and len(row.text) < 100 and _SECTION.match(row.text) is not None


def follows_section(row: Row, before: Row) -> bool:
    """Whether a row is the heading of the section behind the one headed `before`: of its kind and look, with the next
    number. A list in a section may look so too, and begins with another number."""
    one = _SECTION.match(before.text)
    alike = stands_out(row) or not stands_out(before)
    other = _SECTION.match(row.text) if alike and may_head_section(row) else None
    if one is None or other is None:
        return False
    if not stands_out(row) and (row.text.endswith((".", ";", ",")) or abs(row.box.left - before.box.left) > 2.0):
        return False  # a sentence, or a list
    words = [(match["word"] or "section").lower() for match in (one, other)]
    labels = [match["label"] or match["number"] for match in (one, other)]
    if all(label.isdigit() for label in labels):
        return words[0] == words[1] and int(labels[1]) == int(labels[0]) + 1
    return words[0] == words[1] and not any(label.isdigit() for label in labels) and labels[0] != labels[1]


_PAPER = pattern_of(
    r"^(?P<lead>(?:[\w&'’]+\s+){0,4}?)(?P<word>item|paper|report|annexe?|appendix|enclosure|schedule)\s+(?:no\.?\s*)?(?P<label>\d{1,3}|[A-Z])\b",
    re.IGNORECASE,
)


def follows_paper(row: Row, before: Row) -> bool:
    """Whether a row, which stands out, is the heading of the next of a series, and has no mark itself: "Agenda item 10"
    behind "Agenda item 9 - RESTRICTED", or "Board (Public)" behind "Board (Private)"."""
    if not stands_out(row) or find_mark(row.text) or find_title_mark(row.text):
        return False
    if MARKED_OPEN.search(row.text):
        alike = row.text.split()[0].lower() == before.text.split()[0].lower()
        return alike and "(" in before.text and find_title_mark(before.text) is not None
    one, other = _PAPER.match(before.text), _PAPER.match(row.text)
    if one is None or other is None:
        return False
    labels = [int(match["label"]) if match["label"].isdigit() else ord(match["label"]) for match in (one, other)]
    series = [f"{match['lead']}{match['word']}".lower() for match in (one, other)]
    return series[0] == series[1] and labels[1] == labels[0] + 1


def section_mark(row: Row) -> str | None:
    """The mark in brackets that ends the heading of a section: "4. Legal advice (exempt)"."""
    if not row.text.endswith((")", "]")) or not may_head_section(row):
        return None
    mark = find_title_mark(row.text)
    if mark is None or mark.partial or not _PLAIN.search(mark.text):
        return None
    return mark.text if row.text.endswith(mark.text) else None


def may_begin_part(rows: Sequence[Row]) -> bool:
    """Whether one of the rows of a page may begin a private part of its paper."""
    return any(
        _notice(row) or PART_TO_COME.match(row.text) or is_shut_part(row.text) or section_mark(row) is not None
        for row in rows
    )


def _notice(row: Row) -> Mark | None:
    """The mark that a row is which stands out, as the heading of a private annex or a notice with its ground."""
    if not may_hold_mark(row.text) or not stands_out(row) or heads_a_section(row.text):
        return None
    mark = find_mark(row.text)
    return mark if mark is not None and (not mark.partial or begins_with_status(row.text)) else None


def find_annexes(paper: Paper, document: Document, rows: Sequence[Row]) -> list[Withheld]:
    """The private parts of a document: from a heading that names a private annex, or a notice with its ground in law,
    alone on its row and standing out, below the head of the page (that is looked at elsewhere)."""
    stretches = Stretches(paper, document)
    section = rows[0] if rows else None
    heading: Row | None = None
    parted = False
    for at, row in enumerate(rows):
        if stretches.open is not None and heading is not None and follows_paper(row, heading):
            stretches.end(row)
        if stretches.open is None:
            parted = parted or opens(row.text)
            if _begins(stretches, document, row, parted=parted):
                section = row
            heading = next(
                (each for each in (row, rows[max(at - 1, 0)]) if _PAPER.match(each.text) or "(" in each.text), None
            )
        elif section is not None and stretches.open.reach is Reach.NEXT and follows_section(row, section):
            if section_mark(row) is None:
                stretches.end(row)
            section = row
        elif _FIRST.match(row.text) and section is not None and not stands_out(section):
            section = None  # a list, whose numbers look as those of plain headings do
    return stretches.close()


_FIRST = pattern_of(r"^1\.?\s+\S")


def _begins(stretches: Stretches, document: Document, row: Row, *, parted: bool) -> bool:
    """Begins what is private from a row on, where a public part may stand above; whether that is a section."""
    text = row.text
    if PART_TO_COME.match(text) and (part := closes(text)) is not None:
        stretches.begin(part, row, row, Reach.REST)
    elif document.kind is not DocumentKind.AGENDA and (own := section_mark(row)) is not None:
        stretches.begin(own, row, row, Reach.NEXT)
        return True
    elif (notice := _notice(row)) is not None:
        stretches.begin(notice.text, row, row, Reach.REST)
    elif is_shut_part(text) and (stands_out(row) or parted):
        stretches.begin(text, row, row, Reach.REST)
    return False
