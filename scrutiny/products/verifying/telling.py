"""Part of the room `products`: what a sentence of a summary and one of the paper say of the same figure.

Takes a claim and a figure of the paper, gives whether their sentences have it the other way round.
"""

import re

from scrutiny.language.dates import BACK
from scrutiny.language.direction import DOWN, PLANNED, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.contradicting import FROM
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.roles import is_left, lies_over, way_of, went_to
from scrutiny.products.verifying.wording import COMPARING, about

_BY = pattern_of(
    rf"\b(?:{UP}|{DOWN})\b[^;:.,\d]{{0,50}}?\bby\s+(?:(?:about|around|some|nearly|almost|over|just)\s+){{0,2}}$",
    re.IGNORECASE,
)


def says_by(claim: Claim) -> bool:
    """Whether a figure is by how much something moved: "went up by nine"."""
    return claim.numeral.number and not claim.row and _BY.search(claim.text[: claim.start]) is not None


def is_level(told: Told) -> bool:
    """Whether a figure of the paper is where something stood before or after it moved, and not by how much it did."""
    if not told.cell:
        return went_to(told.text, told.start) is not None or is_left(told.text, told.start)
    place = told.place
    return place is not None and told.period is not None and _MOVES.search(f"{place.row} {place.column}") is None


_MOVES = pattern_of(
    r"\b(?:increase[ds]?|decrease[ds]?|rises?|falls?|growth|reductions?|movements?|changes?|variances?|differences?|gains?|"
    r"loss(?:es)?|net|up|down)\b",
    re.IGNORECASE,
)

_THEN = pattern_of(rf"(?:\s+[a-z]+){{0,5}}?\s+{BACK}\b", re.IGNORECASE)
"""Accepts " two years before", " days a year earlier" behind a figure."""


def is_then(text: str, end: int) -> bool:
    """Whether a figure that ends there is said right behind it to be of an earlier time."""
    return _THEN.match(text, end) is not None


AIM = pattern_of(rf"\b{PLANNED}\b", re.IGNORECASE)
NEAR = 25
"""Characters before a figure that say that it is an aim: "against a target of 90%"."""


def is_aim(told: Told) -> bool:
    """Whether a figure of the paper is what something was meant to be."""
    place = told.place
    return AIM.search(told.text[max(0, told.start - NEAR) : told.start] if place is None else place.column) is not None


HELD_TO = pattern_of(
    rf"\b(?:{COMPARING}|from|on)\s+(?:(?:in|at|for|that|of|the|its|their|our|an?|last|year['’]s|target)\s+){{0,4}}$",
    re.IGNORECASE,
)
"""What stands before the figure from which something moved, or over which it lies."""


_PER = pattern_of(
    r"(?:\s+[a-z]+){0,3}?\s+(?:(?:for|to|per)\s+(?:each|every)|each|apiece|per\s+[a-z]+|on\s+average|"
    r"an?\s+(?:hour|day|week|month|term|year|head))\b",
    re.IGNORECASE,
)
"""Accepts " days for each boat", " a week" behind a figure."""

_OF_EACH = pattern_of(r"\b(?:per|each|every|averages?|mean|rates?)\b", re.IGNORECASE)


def is_rate(told: Told) -> bool:
    """Whether a figure of a sentence is so much for each of something."""
    return not told.cell and _PER.match(told.text, told.start + len(told.numeral.printed)) is not None


def is_other_rate(claim: Claim, told: Told) -> bool:
    """Whether a sentence of the paper has a figure as so much for each, and a summary does not speak of such."""
    return is_rate(told) and _OF_EACH.search(claim.text) is None and _PER.match(claim.text, claim.numeral.end) is None


DENIES = pattern_of(
    r"\b(?:not?|none|nor|neither|never|nobody|nothing|cannot|without|\w+n['’]t|(?:lack|fail|miss|refus|declin|den[iy])\w*|"
    r"un\w{3,}|other|rest|remaining|fewer|less|late|overdue)\b",
    re.IGNORECASE,
)
"""What may deny something: in a sentence that has none of it a figure is of those that do."""


def is_turned(claim: Claim, told: Told) -> bool:
    """Whether the claim says that something rose or lies over, and the paper that it fell or lies under, or the other
    way round."""
    if not claim.numeral.number or claim.row:
        return False
    if not told.cell:
        ends = claim.numeral.end, told.start + len(told.numeral.printed)
        # "fell by five, to 32": it is the five that says which way it went
        by = any(
            each.end <= claim.start and way_of(claim.text, each.start, each.end) is not None for each in claim.beside
        )
        ends_there = went_to(claim.text, claim.start)
        to = None if by else ends_there
        for way, there in (
            (to, went_to(told.text, told.start)),
            (lies_over(claim.text, claim.start, ends[0]), lies_over(told.text, told.start, ends[1])),
        ):
            if way is not None and there is not None and way is not there:
                return True
        left = FROM.search(told.text[: told.start]) or is_left(told.text, told.start)
        if left and ends_there is not None:
            return True  # "fell to 1,240", where the paper has "fell from 1,240"
    way = way_of(claim.text, claim.start, claim.numeral.end)
    way = lies_over(claim.text, claim.start, claim.numeral.end) if way is None and told.cell else way
    if way is None:
        return False
    if told.cell:
        worked_out = told.working is not None and " to " in told.working  # from one column to the next
        return (told.numeral.value < 0 and way) or (told.numeral.value > 0 and not way and worked_out)
    end = told.start + len(told.numeral.printed)
    there = way_of(told.text, told.start, end)
    turned = _is_turned_about(claim.text, claim.start, claim.numeral.end, told.text, told.start, end)
    return there is not None and (there is way) is turned


_THAN = pattern_of(
    r"\s+(?:more|fewer|less|higher|lower)\b(?P<things>[^;:.,\d]*?)\bthan\b(?P<than>[^;:.,\d]*)", re.IGNORECASE
)


def _is_turned_about(text: str, start: int, end: int, there: str, first: int, last: int) -> bool:
    """Whether of "23 more boats came than left" another sentence says that 23 more left than came."""
    found = [(each[:at], _THAN.match(each, to)) for each, at, to in ((text, start, end), (there, first, last))]
    sides = [
        (about(match["things"]) | about(_CLAUSE.split(before)[-1]), about(match["than"]))
        for before, match in found
        if match is not None
    ]
    if len(sides) < 2:
        return False
    (own, than), (other, than_there) = sides
    return bool((own - than) & (than_there - other) and (than - own) & (other - than_there))


_CLAUSE = pattern_of(r"[,;:]\s")
