"""Room `pack`: private parts of papers that are no minutes.

Takes the rows of a document, gives as `Withheld`s what a heading begins: "EXEMPT ANNEX", "4. Legal advice (exempt)".
Where the end cannot be told, all the rest is private.
"""

import re
from collections.abc import Sequence

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.exclusion import MARKED_OPEN, PART_TO_COME, Reach, closes, is_shut_part, opens
from scrutiny.pack.extents import find_declaration
from scrutiny.pack.marks import (
    MAX_MARK,
    Mark,
    begins_with_status,
    find_mark,
    find_title_mark,
    heads_a_section,
    labels_of,
)
from scrutiny.pack.markwords import ANNEX, may_hold_mark
from scrutiny.pack.minuterows import FULL, stands_out
from scrutiny.pack.model import Document, DocumentKind, Withheld
from scrutiny.pack.pageheads import heads_a_table
from scrutiny.pack.paper import Paper
from scrutiny.pack.rows import Row
from scrutiny.pack.statusfields import says_public
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
        _notice(row)
        or PART_TO_COME.match(row.text)
        or is_shut_part(row.text)
        or section_mark(row) is not None
        or (may_hold_mark(row.text) and (any(map(_ANNEX.match, (row.text, above.text))) or _labels_told(row)))
        for above, row in zip((*rows[:1], *rows), rows, strict=False)
    )


def _notice(row: Row) -> Mark | None:
    """The mark that a row is which stands out, as the heading of a private annex or a notice with its ground."""
    if not may_hold_mark(row.text) or not stands_out(row) or heads_a_section(row.text):
        return None
    mark = find_mark(row.text)
    return mark if mark is not None and (not mark.partial or begins_with_status(row.text)) else None


_ANNEX = pattern_of(
    rf"^\W*(?:(?P<status>(?:[\w-]+\W+){{1,4}}?)(?:to\s+)?)?(?P<word>{ANNEX})\s+(?:no\.?\s*)?"
    r"(?P<label>\d{1,2}[A-Za-z]?|[A-Z]|[IVX]{2,4})\b(?P<title>.*)$",
    re.IGNORECASE,
)
_HEADS_LIST = pattern_of(
    r"^\W*(?:\d[\d.]*\s+)?(?:\w+\s+){0,3}?(?:appendices|annexes|enclosures|attachments|attached|enclosed|papers|documents)\b.{0,20}$",
    re.IGNORECASE,
)
LIST_ROWS = 2
"""Rows that an entry of a list of appendices takes at most."""


def _labels_told(row: Row) -> tuple[str, ...]:
    """The labels of the appendices that a row of the report says are private."""
    told = may_hold_mark(row.text) and labels_of(row.text) is not None
    mark = find_declaration(row.text) if told else None
    return (mark and mark.appendices) or ()


def _annex_mark(document: Document, rows: Sequence[Row], at: int, told: frozenset[str]) -> str | None:
    """The mark of the private annex whose heading a row is, in whatever letters: its own, that on the row below, or
    what the report said of its label (`told`). An entry of a list of appendices, a sentence, and what stands before
    the page on which the annex of that label begins are no heading."""
    row = rows[at]
    named = _ANNEX.match(row.text) if len(row.pieces) <= 2 and len(row.text) < MAX_MARK // 2 else None
    if named is None or (named["status"] and not begins_with_status(row.text)):
        return None
    label = named["label"].lower()
    begun = [each.pdf_first for each in document.sections if each.label and each.label.lower().split()[-1] == label]
    if any(page > row.pdf_page for page in begun):
        return None
    below = rows[at + 1] if at + 1 < len(rows) else None
    mark = (find_title_mark(row.text) or find_mark(row.text)) if may_hold_mark(row.text) else None
    text = mark.text if mark else None
    if text is None and below is not None and below.pdf_page == row.pdf_page:
        own = find_mark(below.text)
        text = own.text if own is not None and not own.partial else None
    if text is None and label in told and row.pdf_page not in begun and not named["title"].strip(" :.-–—"):
        text = row.text
    return None if text is None or _is_listed(rows, at) or not _is_apart(rows, at) else text


def _is_listed(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is an entry of a list of appendices: another stands beside it, the list is headed above it, or the
    next section of the report begins right below."""
    near = [*rows[max(at - LIST_ROWS, 0) : at], *rows[at + 1 : at + 1 + LIST_ROWS]]
    own = _ANNEX.match(rows[at].text)
    others = [each for row in near if (each := _ANNEX.match(row.text)) is not None]
    if own is None or any(each["label"].lower() != own["label"].lower() for each in others):
        return True
    above, below = rows[max(at - 1, 0) : at], rows[at + 1 : at + 2]
    ends = [row for row in below if (may_head_section(row) and stands_out(row)) or _HEADS_LIST.match(row.text)]
    return bool(ends) or any(_HEADS_LIST.match(row.text) for row in above)


def _is_apart(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is no piece of a sentence: nothing runs into it, nor on from it."""
    row = rows[at]
    if row.text.endswith((".", ",", ";")) and not stands_out(row):
        return False
    above = rows[at - 1] if at and rows[at - 1].pdf_page == row.pdf_page else None
    below = rows[at + 1] if at + 1 < len(rows) else None
    right = max(each.box.right for each in rows)
    runs_in = (
        above is not None and not above.text.endswith((".", ":", ";", "?", "!")) and above.box.right > FULL * right
    )
    runs_on = below is not None and below.text[:1].islower()
    return (stands_out(row) and not runs_on) or not (runs_in or runs_on)


def find_annexes(paper: Paper, document: Document, rows: Sequence[Row]) -> list[Withheld]:
    """The private parts of a document: from a heading that names a private annex, or a notice with its ground in law,
    alone on its row and standing out, below the head of the page (that is looked at elsewhere)."""
    stretches = Stretches(paper, document)
    section = rows[0] if rows else None
    heading: Row | None = None
    parted = False
    told = frozenset(label for row in rows for label in _labels_told(row))
    for at, row in enumerate(rows):
        if stretches.open is not None and (
            (heading is not None and follows_paper(row, heading))
            or (row.pdf_page > rows[at - 1].pdf_page and says_public(row.text))
        ):
            stretches.end(row)
        if stretches.open is None:
            parted = parted or opens(row.text)
            if not heads_a_table(rows, at) and _begins(stretches, document, row, parted=parted):
                section = row
            if stretches.open is None and (own := _annex_mark(document, rows, at, told)) is not None:
                stretches.begin(own, row, row, Reach.REST)
            if stretches.open is not None:
                near = (row, rows[max(at - 1, 0)])
                heading = next((each for each in near if _PAPER.match(each.text) or "(" in each.text), None)
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
