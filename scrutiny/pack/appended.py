"""Room `pack`: which appendices a list of them says are private.

Takes a row of a report, gives the labels of the appendices that it marks in brackets behind their titles. Does not know
where they stand: `withholding` does.
"""

import re

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.marks import find_title_mark

_LIST = pattern_of(
    r"^\W*(?:(?:list\s+of\s+|supporting\s+)?(?P<plural>appendices|annexes|enclosures|attachments)\W+)?(?P<entries>.+)$",
    re.IGNORECASE,
)
_ENTRY = pattern_of(
    r"^\W*(?P<word>(?:appendix|annex|annexe|enclosure|attachment|schedule)\s+(?:no\.?\s*)?)?(?P<label>[A-Za-z]|\d{1,2}[A-Za-z]?|[IVX]{1,4})"
    r"\s*(?:[-–—:.)]|\s(?=[A-Z(\[]))\s*(?P<title>\S.*[)\]])\W*$",
    re.IGNORECASE,
)


def listed_labels(row: str) -> tuple[str, ...]:
    """The labels in small letters: ("b",) of "Appendices: A - Survey; B - Rates (exempt); C - Letters". A list that is
    not named as one of appendices has the word before each label."""
    found = _LIST.match(row)
    if found is None or (not row.rstrip(" .;").endswith((")", "]")) and ";" not in row):
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
