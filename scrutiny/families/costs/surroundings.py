"""Family `costs`: what a paper says around its tables that goes into their sums.

Takes text, gives parts of a whole ("5/12", "two thirds", "40 %", one of "190 school days") and how long something is
paid for ("38 weeks"). Which of them is meant for a figure is told by the figures (`methods`).
"""

import functools
import re
from fractions import Fraction

from msgspec import Struct

from scrutiny.figures.workings import Term
from scrutiny.language.numerals import NUMBER_WORDS, ONES, PARTS_OF_ONE
from scrutiny.language.patterns import pattern_of


class Surroundings(Struct, frozen=True, kw_only=True):
    """What a paper says beside its tables: prices, and parts of a year."""

    prices: tuple[Term, ...] = ()
    parts: tuple[Fraction, ...] = ()
    times: tuple[Fraction, ...] = ()
    """For how many weeks or days something is paid that no column tells."""


_PART = pattern_of(r"(?<![\d/,.£])(?P<top>\d{1,3})\s?/\s?(?P<base>\d{1,3})(?![\d/])")
_BASE = pattern_of(
    r"\b(?P<base>\d{2,3})\s+(?:complete\s+|school\s+|term\s+)*(?:weeks?|days?)\b"
    r"|(?:\bdivided\s+by|(?<!\b20\d\d)(?<!\b19\d\d)(?<!\b\d\d)[/÷])\s*(?P<under>\d{2,3})\b(?![/,%-]|\.\d)"
    r"|\b(?:weeks?|days?)\b[^.;£\d]{0,40}(?P<behind>\d{2,3})\b(?![/,%-]|\.\d)",
    re.IGNORECASE,
)
"""Accepts "190 school days", "divided by 365", "a year of school weeks is taken as 39"."""

_IN_WORDS = pattern_of(
    rf"\b(?P<count>{'|'.join(ONES[1:12])}|an?)[\s-]+(?P<part>{'|'.join(PARTS_OF_ONE)})s?\b|\b(?P<lone>half|third(?=\s+of\b)|quarter(?=\s+of\b))\b",
    re.IGNORECASE,
)

_PERCENT = pattern_of(r"(?<![\d.,])(?P<percent>\d{1,2}(?:\.\d{1,2})?)\s?(?:%|per\s?cent)", re.IGNORECASE)
MOST_PERCENTS = 20
"""Of so many percentages in a paper one may be a share; of more, some fit by chance."""

USUAL = (
    *(Fraction(1, base) for base in (52, 12, 365, 190, 39, 38)),
    *(Fraction(*part) for part in ((5, 12), (7, 12), (1, 2), (1, 3), (2, 3))),
)
"""Parts of a year that a paper need not print: weeks of a funding period, months, days, school days and school weeks,
the places of April and of September, halves and terms."""


def find_parts(text: str) -> tuple[Fraction, ...]:
    """The parts of a whole that a text names: "5/12", "two thirds", "40 %", one of "190 school days"."""
    found: list[Fraction] = []
    for match in _PART.finditer(text):
        top, base = int(match["top"]), int(match["base"])
        if (0 < top < base <= 366 and top + 1 != base) or (top, base) in ((1, 2), (2, 3), (3, 4)):
            found.append(Fraction(top, base))
    found += [Fraction(1, base) for base, _ in _bases(text) if 12 <= base <= 366]
    for match in _IN_WORDS.finditer(text):
        if match["lone"]:
            found.append(Fraction(1, PARTS_OF_ONE[match["lone"].lower()]))
            continue
        count = match["count"].lower()
        found.append(Fraction(NUMBER_WORDS.get(count, 1), PARTS_OF_ONE[match["part"].lower()]))
    percents = [Fraction(match["percent"]) / 100 for match in _PERCENT.finditer(text)]
    found += percents if len(percents) <= MOST_PERCENTS else []
    return tuple(dict.fromkeys(part for part in found if 0 < part < 1))


@functools.lru_cache(maxsize=1)  # a paper is asked for its parts and for its times
def _bases(text: str) -> tuple[tuple[int, bool], ...]:
    """The numbers of weeks and days that a text names, each with whether it stands before them."""
    return tuple(
        (int(match["base"] or match["under"] or match["behind"]), match["base"] is not None)
        for match in _BASE.finditer(text)
    )


def find_times(text: str) -> tuple[Fraction, ...]:
    """How many weeks or days a text names: "for 38 weeks", "190 school days"."""
    return tuple(dict.fromkeys(Fraction(count) for count, named in _bases(text) if named and 12 <= count <= 366))
