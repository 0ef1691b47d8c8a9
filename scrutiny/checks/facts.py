"""Room `checks`: a figure that a family gives as evidence, and the words that say what it is about.

Takes a text, gives the stems of its words. Finds no figures and judges none.
"""

import re
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Unit
from scrutiny.language.letters import small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import with_one_name
from scrutiny.sources import Quote
from scrutiny.stages import key_stage

_LETTERS = r"[a-z][a-z'’]+"
_WORD = pattern_of(
    r"\b(?P<group>years?|yrs?|key\s+stages?|ks)\s?(?P<number>\d{1,2})\b|(?P<year>(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?)"
    rf"|(?P<word>{_LETTERS})"
)
_PLAIN = pattern_of(_LETTERS)
_DIGIT = pattern_of(r"\d")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        """the and for with that this from were was are has have had been which who their they its will would all not
        but per cent percent than into about around total number figure printed add adds rows above page table year
        years of to in on at by as is it or an be we no up so if do measure value recomputed printed quote academic
        heading group error warning note yes no should""",
    )
)
STEM = 5
"""Letters of a word that count: "excluded" and "exclusion" are the same."""


class Fact(Struct, frozen=True, kw_only=True):
    """A value that the paper prints, or that follows from what it prints: then `working` says how."""

    value: Decimal
    unit: Unit
    words: frozenset[str]
    quote: Quote
    working: str | None = None
    also: frozenset[str] = frozenset()
    """What it may be about besides, by what stands near it."""
    cell: bool = False
    """Whether it comes from a table."""
    rows: bool = False
    """Whether it is a number of rows."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, cut to their stems; academic years, year groups and key stages
    count as words."""
    small = small_letters(with_one_name(text))
    if not _DIGIT.search(small):  # most texts: nothing but words
        return frozenset([word.replace("’", "'")[:STEM] for word in _PLAIN.findall(small) if word not in _SMALL])
    found = set()
    for group, printed, year, word in _WORD.findall(small):
        if word:
            if word not in _SMALL:
                found.add(word.replace("’", "'")[:STEM])
        elif printed:
            stage, number = group.startswith("k"), int(printed)
            found.add(f"ks{number if stage else key_stage(number)}")
            if not stage:
                found.add(f"year {number}")
        else:
            years = re.findall(r"\d{2,4}", year)
            found.add(years[0] + (f"/{years[1][-2:]}" if len(years) > 1 else ""))
            if len(years) > 1:  # "2019/21" is read as 2019/20
                found.add(f"{years[0]}/{(int(years[0]) + 1) % 100:02d}")
    return frozenset(found)
