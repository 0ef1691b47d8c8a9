"""Part of the room `products`: how many things a paper numbers one by one.

Takes the pages of a paper, gives for each name how many there are of it: "Stage One" to "Stage Three" are three stages.
A name counts only where its numbers run from 1 without a gap.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrutiny.language.dates import MONTH
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.products.verifying.wording import about
from scrutiny.sources import Quote

MOST = 20
"""Things that somebody counts; of more, the numbers are those of pages or paragraphs."""

_ONES = ("one", *(word for word, value in NUMBER_WORDS.items() if 1 < value <= 10))
_NAMED = re.compile(
    rf"\b(?<!Key\s)(?P<name>[A-Z][a-z]{{3,14}})\s+(?P<number>(?i:{'|'.join(_ONES)})|\d{{1,2}})\b(?![.,:/]\d|\s?[%/])"
)
"""Accepts "Stage One", "Option 3"; not "Key Stage 3", which names pupils, nor "March 3"."""

_NOT_COUNTED = re.compile(rf"^(?:page|item|paragraph|section|minute|note|table|figure|year|{MONTH})$", re.IGNORECASE)


_ONE_BY_ONE = re.compile(r"\b(?P<name>[A-Z][a-z]{3,14}s)\s+(?P<numbers>\d{1,3}(?:,\s\d{1,3})+,?\s(?:and|&)\s\d{1,3})\b")
"""Accepts "Objections 4, 7 and 12": three of them."""

BESIDE = 60
"""Characters on either side of such a list that say what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """So many things of a name, and what they are the things of: words of a report's title."""

    number: int
    quote: Quote
    words: frozenset[str] = frozenset()
    working: str


def numbered_things(sheets: Sequence[Quote]) -> Mapping[str, tuple[Counted, ...]]:
    """For the stem of each name how many things are called by it."""
    found: dict[str, dict[int, Quote]] = defaultdict(dict)
    for sheet in sheets:
        for match in _NAMED.finditer(sheet.text):
            name, printed = match["name"], match["number"].lower()
            if not _NOT_COUNTED.match(name):
                number = int(printed) if printed.isdigit() else NUMBER_WORDS.get(printed, 1)
                found[name].setdefault(number, sheet)
    counted: dict[str, tuple[Counted, ...]] = defaultdict(tuple)
    for sheet in sheets:
        for match in _ONE_BY_ONE.finditer(sheet.text):
            many = len(re.findall(r"\d+", match["numbers"]))
            words = about(sheet.text[max(0, match.start() - BESIDE) : match.end() + BESIDE])
            for stem in about(match["name"]):
                there = Counted(number=many, quote=sheet, words=words, working=f"{match['name']} listed one by one")
                counted[stem] = (*counted[stem], there)
    for name, numbers in found.items():
        many = len(numbers)
        if 2 <= many <= MOST and sorted(numbers) == list(range(1, many + 1)):
            for stem in about(name):
                there = Counted(number=many, quote=numbers[1], working=f"{name} 1 to {name} {many}")
                counted[stem] = (*counted[stem], there)
    return counted
