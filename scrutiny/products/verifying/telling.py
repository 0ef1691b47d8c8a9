"""Part of the room `products`: what a sentence of a summary and one of the paper say of the same figure.

Takes a claim and a figure of the paper, gives whether their sentences have it of other years, of what it is compared
with, of other things, or the other way round.
"""

import re

from scrutiny.language.dates import BACK, TIME_BEFORE
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.contradicting import FROM
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Kind, Numeral, fits
from scrutiny.products.verifying.roles import is_left, lies_over, way_of, went_to
from scrutiny.products.verifying.wording import about, years_of
from scrutiny.tables.roles import Period, find_period

_EARLIER = pattern_of(rf"\b(?:{TIME_BEFORE}|{BACK}|formerly|had\s+been|used\s+to)\b", re.IGNORECASE)


def is_earlier(claim: Claim) -> bool:
    """Whether a claim is said to be of an earlier time: "the year before", or the first end of "from 24 to 10"."""
    return _EARLIER.search(claim.text) is not None or FROM.search(claim.text[: claim.start]) is not None


_THEN = pattern_of(rf"(?:\s+[a-z]+){{0,5}}?\s+{BACK}\b", re.IGNORECASE)
"""Accepts " two years before", " days a year earlier" behind a figure."""


def is_then(text: str, end: int) -> bool:
    """Whether a figure that ends there is said right behind it to be of an earlier time."""
    return _THEN.match(text, end) is not None


_A_YEAR = r"((?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?)(?!\d|,\d)"
_YEAR_BEHIND = pattern_of(
    rf"[^\d,;:.()]{{0,30}}?\b(?:in|for|during|at)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){{0,2}}{_A_YEAR}"
)
_ONE_YEAR = pattern_of(_A_YEAR)


def _year_of(text: str, start: int, end: int) -> Period | None:
    """The year of which a sentence says that a figure is: "12 of them in 2023/24", or the only year in its part of a
    list whose parts are told apart by semicolons."""
    behind = _YEAR_BEHIND.match(text, end)
    if behind is not None:
        return find_period(behind[1])
    if ";" not in text:
        return None
    first, last = text.rfind(";", 0, start) + 1, text.find(";", end)
    years = {match[1] for match in _ONE_YEAR.finditer(text, first, last if last >= 0 else len(text))}
    return find_period(years.pop()) if len(years) == 1 else None


def is_of_another_year(claim: Claim, fit: Told) -> bool:
    """Whether a sentence of the paper says that a figure is of another year than the summary says."""
    if claim.row or fit.cell or claim.numeral.kind is not Kind.NUMBER:
        return False
    there = _year_of(fit.text, fit.start, fit.start + len(fit.numeral.printed))
    own = _year_of(claim.text, claim.start, claim.numeral.end) if there is not None else None
    if own is None and there is not None and claim.period is not None and not is_earlier(claim):
        own = claim.period
    if own is None or there is None or own.first is None or there.first is None:
        return False
    spans = own.last is not None and there.last is not None
    return own != there if spans else not {own.first, own.last} & {there.first, there.last} - {None}


_THAN_IN = pattern_of(
    r"\s+(?:[a-z]+\s+)?(?:more|less|fewer|higher|lower)\s+than\s+(?:(?:in|for|at)\s+)?(?:the\s+)?", re.IGNORECASE
)
SAID = 0.75
"""What a year says at least about a cell that is of it."""


def year_compared(claim: Claim) -> Numeral | None:
    """The year from whose figure a claim is a difference: "£21 more than in 2019/20"."""
    end = claim.numeral.end
    years = (each for each in claim.beside if each.kind is Kind.YEARS and each.start >= end)
    return next((each for each in years if _THAN_IN.fullmatch(claim.text[end : each.start])), None)


def is_said_of(told: Told, year: Numeral) -> bool | None:
    """Whether a figure is of a year: in its row or its column, or as the last year before it in its sentence; None
    where neither names one."""
    if told.cell:
        named = {word for word, factor in told.words.items() if factor >= SAID}
        return bool(about(year.printed) & named) if years_of(named) else None
    before = [each for each in find_numerals(told.text[: told.start]) if each.kind is Kind.YEARS]
    return fits(year, before[-1]) if before else None


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
        to = None if by else went_to(claim.text, claim.start)
        for way, there in (
            (to, went_to(told.text, told.start)),
            (lies_over(claim.text, claim.start, ends[0]), lies_over(told.text, told.start, ends[1])),
        ):
            if way is not None and there is not None and way is not there:
                return True
        left = FROM.search(told.text[: told.start]) or is_left(told.text, told.start)
        if left and to is not None:
            return True  # "fell to 1,240", where the paper has "fell from 1,240"
    way = way_of(claim.text, claim.start, claim.numeral.end)
    way = lies_over(claim.text, claim.start, claim.numeral.end) if way is None and told.cell else way
    if way is None:
        return False
    if told.cell:
        worked_out = told.working is not None and " to " in told.working  # from one column to the next
        return (told.numeral.value < 0 and way) or (told.numeral.value > 0 and not way and worked_out)
    there = way_of(told.text, told.start, told.start + len(told.numeral.printed))
    return there is not None and there is not way
