"""Room `prose`: pages that tell of a single child.

Takes the texts of pages, gives the numbers of those that hold a case study. Such a page may stand in a public pack
and still is nothing to copy from: a few details are enough for a neighbour to know who is meant. To take one page
too many costs a picture; to miss one can hurt a child, so every sign counts for itself.
"""

import re
from collections.abc import Sequence

from scrutiny.language.patterns import pattern_of
from scrutiny.sources import fold

_CHILD = r"(?:child|pupil|student|young\s+person|young\s+(?:man|woman)|boy|girl|teenager|sibling|baby|toddler)"
_HEADING = pattern_of(
    r"^[^a-z\n]{0,12}(?:Appendix\s+\w{1,3}\W{0,3})?(?:[A-Z][\w’']*\s+){0,5}"
    r"(?:Case\s+Stud(?:y|ies)|CASE\s+STUD(?:Y|IES)|Case\s+(?:Example|History)|Pupil\s+(?:Voice|Story)|(?:A\s+)?Child’?'?s\s+Story)"
    r"\b(?!\s+(?:areas?|sites?)\b).{0,40}$",
    re.MULTILINE,
)
"""A line that is the heading of one ("Appendix 5 ... Case Studies"). Not "case study areas" in a sentence, which are
places."""

_HEADING_WORDS = ("Stud", "STUD", "Example", "History", "Voice", "Story")
"""Each of them has one of these."""

_COVER_NAME = pattern_of(
    r"\b(?:(?=[bcfgmprstyBCFGMPRSTY])"  # the letters that the words begin with: a third of the time
    rf"(?i:{_CHILD}|family|mother|father|parent|carer|resident|patient)\s+[A-Z]{{1,2}}\d{{0,3}}\b(?![’'-]?[a-zA-Z])"
    r"|[A-Z]{2,3}-[A-Z]\d{1,4}\b)"
)
"""How reports call someone whom they do not name: "Child A", "CS-A12"; "pupil 2" of a table is none."""

_ONE_CHILD = pattern_of(
    rf"\b(?:[Tt]he|[Tt]his|[Hh]er|[Hh]is)\s+{_CHILD}\b(?!\s+(?:population|protection|place|roll|voice))", re.IGNORECASE
)
_NO_AGE = r"(?![\d,.]*\d|\s?(?:%|per(?:cent)?\b|out\b|(?:-|–|to|and|or)\s*\d))"
_AGE = pattern_of(
    rf"\b(?:aged?|age\s+of)\s+\d{{1,2}}\b{_NO_AGE}|\b\d{{1,2}}[\s-]year[\s-]old\b"
    rf"|\b(?:he|she|who|child|boy|girl|(?-i:[A-Z][\w-]+))\s+(?:was|turned)\s+\d{{1,2}}\b{_NO_AGE}",
    re.IGNORECASE,
)
"""Accepts "aged 9", "when she was 13", "Sam was 12"; rejects "the percentage was 9%", "it was 31"."""

_SINGULAR = pattern_of(r"[hsHS](?<!\w.)(?i:(?<=s)he|(?<=h)(?:e|is|er|im|imself|erself))\b(?!\s+(?i:Majesty))")
_OFFICE = pattern_of(
    r"\b(?:Councillor|Cllr|Chair(?:man)?|Officer|Director|Manager|Head\s+of|Mr|Mrs|Ms|Dr|advised|noted|asked|thanked)\b"
)

ENOUGH = 3
"""Mentions of one child, or of him and her beside an age: a rule for
schools says "the pupil" too, but not he and she."""

OFFICES = 4
"""Mentions of members and officers: "she advised" is then one of them, as in minutes."""


def find_case_studies(texts: Sequence[str]) -> frozenset[int]:
    """The pages, counted from 1, that tell of a single child; `texts` are the pages of one paper in order. A case
    study that runs on to the next page is followed for as long as that page still tells of him or her."""
    found: set[int] = set()
    for number, text in enumerate(texts, start=1):
        if tells_of_a_child(text) or (number - 1 in found and _goes_on(text)):
            found.add(number)
    return frozenset(found)


def tells_of_a_child(text: str) -> bool:
    """Whether a page by itself shows that it tells of a single child."""
    headed = any(word in text for word in _HEADING_WORDS) and _HEADING.search(text)
    if headed or _COVER_NAME.search(text):
        return True
    flat = fold(text)
    persons = _persons(flat)
    return persons > 0 and (
        len(_ONE_CHILD.findall(flat)) >= ENOUGH or (persons >= ENOUGH and _AGE.search(flat) is not None)
    )


def _goes_on(text: str) -> bool:
    flat = fold(text)
    persons = _persons(flat)
    return persons > 1 or (persons > 0 and _ONE_CHILD.search(flat) is not None)


def _persons(flat: str) -> int:
    """How often he or she is told of who is no member and no officer."""
    told = len(_SINGULAR.findall(flat))
    return 0 if told == 0 or len(_OFFICE.findall(flat)) >= OFFICES else told
