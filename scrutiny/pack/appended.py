"""Room `pack`: which appendices a list of them says are private.

Takes a row of a report, gives the labels of the appendices that it marks in brackets behind their titles. Does not know
where they stand: `withholding` does.
"""

import re
from collections.abc import Sequence

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.markedrows import find_asking, read_row
from scrutiny.pack.marks import find_title_mark, labels_of
from scrutiny.pack.rows import Row
from scrutiny.pack.statusfields import Access

_LIST = pattern_of(
    r"^\W*(?:(?:list\s+of\s+|supporting\s+)?(?P<plural>appendices|annexes|enclosures|attachments)\W+)?(?P<entries>.+)$",
    re.IGNORECASE,
)
_ENTRY = pattern_of(
    r"^\W*(?P<word>(?:appendix|annex|annexe|enclosure|attachment|schedule)\s+(?:no\.?\s*)?)?(?P<label>[A-Za-z]|\d{1,2}[A-Za-z]?|[IVX]{1,4})"
    r"\s*(?:[-–—:.)]|\s(?=[A-Z(\[]))\s*(?P<title>\S.*)$",
    re.IGNORECASE,
)
_WITH = pattern_of(
    r"^\W*(?:\w+\s+){1,4}?(?:with|plus)\s+(?:an?\s+)?(?:exempt|confidential|private|restricted)\s+"
    r"(?:(?:appendix|annex|enclosure)\s*[(:,]\s*)?(?P<labels>(?:appendix|appendices|annex|annexes|enclosures?)\s[^.;]{1,60})$",
    re.IGNORECASE,
)
"""What a public report is said to come with: "Open report with exempt appendix (Appendix 2, paragraph 3)"."""


MOST_ROWS = 30
"""Rows of a table of appendices that are looked at."""


def tabled_labels(rows: Sequence[Row], at: int) -> tuple[str, ...]:
    """The labels that a table of appendices marks as private in a column that asks it of each; none where the row at
    this place heads no such table."""
    column = find_asking(rows, at, log=False) if _TABLE.match(rows[at].text) else None
    below = rows[at + 1 : at + MOST_ROWS] if column is not None else ()
    shut = (_CELL.match(row.text) for row in below if column and read_row(row, column) is Access.SHUT)
    return tuple(dict.fromkeys(match[1].lower() for match in shut if match))


_TABLE = pattern_of(r"^(?:appendix|annex|enclosure)\b", re.IGNORECASE)
_CELL = pattern_of(r"^(?:appendix\s+|annex\s+)?([A-Z]|\d{1,2}[A-Za-z]?)\s", re.IGNORECASE)


def listed_labels(row: str) -> tuple[str, ...]:
    """The labels in small letters: ("b",) of "Appendices: A - Survey; B - Rates (exempt); C - Letters". A list that is
    not named as one of appendices has the word before each label."""
    if behind := _WITH.match(row):
        return labels_of(behind["labels"]) or ()
    found = _LIST.match(row)
    if found is None:
        return ()
    labels: list[str] = []
    for text in found["entries"].split(";"):
        entry = _ENTRY.match(text)
        named = entry is not None and (entry["word"] or found["plural"])
        mark = find_title_mark(f"Paper {entry['title']}") if entry is not None and named else None
        if (
            entry is not None
            and mark is not None
            and not mark.partial
            and entry["title"].rstrip(" .").endswith(mark.text)
        ):
            labels.append(entry["label"].lower())
    return tuple(labels)
