"""Room `pack`: headings by which a private part begins in a paper that is no minutes.

Takes a row, gives whether it heads a private annex, or the mark of a section. Does not know where the part ends:
`passages` does.
"""

import re

from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.exclusion import is_part_to_come
from scrutiny.pack.marks import find_title_mark
from scrutiny.pack.minuterows import stands_out
from scrutiny.pack.rows import Row

ANNEX = pattern_of(
    r"^\W*(?:(?:exempt|confidential|private|restricted)\s+)(?:appendix|appendices|annex|minutes?|addendum|report|section|schedule|supplement|items?)\b",
    re.IGNORECASE,
)
_NOTICE = pattern_of(r"^\W*(?:this\s+\w+\s+is\s+)?(?:NOT FOR PUBLICATION|not\s+for\s+publication\s+by\s+virtue)")

_NEEDED = ("exempt", "confidential", "private", "restricted", "publication", "absence")
"""Each of the headings and notices has one of these."""


def begins_annex(text: str) -> bool:
    """Whether a row may be the heading of a private annex, or a notice with its ground in law."""
    if len(text) >= 160 or not has_any(_NEEDED, small_letters(text)):
        return False
    return ANNEX.match(text) is not None or _NOTICE.match(text) is not None or is_part_to_come(text)


_SECTION = pattern_of(
    r"^(?:(?P<word>(?i:section|part))\s+(?P<label>\d{1,2}|[A-Z]|[IVX]{2,4})\b|(?P<number>\d{1,2})\.?\s+\S)"
)
_PLAIN = pattern_of(r"exempt|confidential|publi|nfp|eithri|cyfrinach", re.IGNORECASE)
"""A mark that can be said of nothing but business; homes are private too, roads closed and funds restricted."""


def heads_section(row: Row) -> bool:
    """Whether a row is the numbered heading of a section of a report."""
    return len(row.pieces) <= 2 and len(row.text) < 100 and stands_out(row) and _SECTION.match(row.text) is not None


def follows_section(row: Row, before: str) -> bool:
    """Whether a row is the heading of the section behind the one headed `before`: of its kind, with the next number. A
    list in a section may stand out too, and begins with another number."""
    one = _SECTION.match(before)
    other = _SECTION.match(row.text) if heads_section(row) else None
    if one is None or other is None:
        return False
    words = [(match["word"] or "section").lower() for match in (one, other)]
    labels = [match["label"] or match["number"] for match in (one, other)]
    if all(label.isdigit() for label in labels):
        return words[0] == words[1] and int(labels[1]) == int(labels[0]) + 1
    return words[0] == words[1] and not any(label.isdigit() for label in labels) and labels[0] != labels[1]


def section_mark(row: Row) -> str | None:
    """The mark in brackets that ends the heading of a section: "4. Legal advice (exempt)"."""
    if not row.text.endswith((")", "]")) or not heads_section(row):
        return None
    mark = find_title_mark(row.text)
    if mark is None or mark.partial or not _PLAIN.search(mark.text):
        return None
    return mark.text if row.text.endswith(mark.text) else None
