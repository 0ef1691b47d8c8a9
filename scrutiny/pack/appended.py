"""Room `pack`: which appendices a list of them says are private.

Takes a row of a report, gives the labels of the appendices that it marks in brackets behind their titles. Does not know
where they stand: `withholding` does.
"""

import re
from collections.abc import Sequence

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.marks import find_title_mark, labels_of

_LIST = pattern_of(
    r"^\W*(?:(?:list\s+of\s+|supporting\s+)?(?P<plural>appendices|annexes|enclosures|attachments)\W+)?(?P<entries>.+)$",
    re.IGNORECASE,
)
_ENTRY = pattern_of(
    r"^\W*(?P<word>(?:appendix|annex|annexe|enclosure|attachment|schedule)\s+(?:no\.?\s*)?)?(?P<label>[A-Za-z]|\d{1,2}[A-Za-z]?|[IVX]{1,4})"
    r"\s*(?:[-–—:.)]|\s(?=[A-Z(\[]))\s*(?P<title>\S.*[)\]])\W*$",
    re.IGNORECASE,
)
_WITH = pattern_of(
    r"^\W*(?:\w+\s+){1,4}?(?:with|plus)\s+(?:an?\s+)?(?:exempt|confidential|private|restricted)\s+"
    r"(?:(?:appendix|annex|enclosure)\s*[(:,]\s*)?(?P<labels>(?:appendix|appendices|annex|annexes|enclosures?)\s[^.;]{1,60})$",
    re.IGNORECASE,
)
"""What a public report is said to come with: "Open report with exempt appendix (Appendix 2, paragraph 3)"."""


_ASKED = r"(?:status|exempt|confidential|private|restricted|public|open|publication|access|classification)"
_TABLE = pattern_of(
    rf"^(?:appendix|annex|enclosure)(?:\s+(?:no\.?|number|ref(?:erence)?))?(?!\s+\w{{1,2}}\b)\s+(?:\w+\s+){{0,3}}?{_ASKED}"
    rf"(?:\W+(?:or|{_ASKED}|information|category|yes|no|y|n))*\W*$",
    re.IGNORECASE,
)
"""The heading of a table of appendices that says of each who may read it, and ends with that: "Appendix  Title  Open or
exempt", not "Appendix on access to schools"."""
_CELLS = pattern_of(
    r"^(?:appendix\s+|annex\s+)?(?P<label>[A-Z]|\d{1,2}[A-Za-z]?)\s+(?P<title>.*\s)?"
    r"(?<!\bnot\s)(?<!\bnon\s)(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)"
    r"(?:exempt|confidential|restricted|private|not\s+for\s+publication|part\s+(?:2|ii|b))(?:\s*\(.{1,30}\))?$",
    re.IGNORECASE,
)
MOST_ROWS = 30
"""Rows of such a table that are looked at."""


def tabled_labels(rows: Sequence[str]) -> tuple[str, ...]:
    """The labels that a table of appendices marks as private, from its heading on; none where the first row heads no
    such table."""
    if not rows or _TABLE.match(rows[0]) is None:
        return ()
    found = (_CELLS.match(row) for row in rows[1:MOST_ROWS])
    return tuple(dict.fromkeys(match["label"].lower() for match in found if match))


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
