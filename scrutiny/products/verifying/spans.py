"""Part of the room `products`: the time between two dates that a summary gives.

Takes a claim, gives the working where it says how long it is from one date of its own sentence to another one, or from
the last one of the sentence before.
"""

import datetime
import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from scrutiny.figures import Interval
from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.model import Claim, Follows
from scrutiny.products.verifying.numerals import ABOVE, Key, Kind, Numeral

_SPAN_OF_TIME = pattern_of(
    r"(?:\s+|-)(?:full\s+|whole\s+|school\s+|working\s+)?(?P<unit>day|week|month|year)s?\b", re.IGNORECASE
)
_RELATES = pattern_of(r"\s+(?:after|before|later|earlier|from|between|apart)\b", re.IGNORECASE)
"""What stands behind a time that is one between two dates, wherever the sentence has them."""

_ENDS = pattern_of(
    r"\W*(?:(?:by|on|until|till|up\s+to|ending(?:\s+on)?|ends(?:\s+on)?)\s+)?(?:[A-Z][a-z]+day,?\s+)?", re.IGNORECASE
)
"""What stands between a time and the date with which it ends: ", by "."""

_TO = pattern_of(
    r"\s*(?:to|until|till|up\s+to|through\s+to|and|[-–—])\s*(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?", re.IGNORECASE
)
"""What stands between the first date and the last."""

DAYS_OF_MONTH = Decimal("30.44")
NEAR = Decimal("0.25")
"""The part of a month or a year by which a time in halves may be off: "four and a half months" are 4.47."""


def time_between(claim: Claim) -> Follows | None:
    """ "It began in October 2020, three months after the trial of July 2020", "from 1 May until 15 July: two and a half
    months", "two weeks, by 30 April": the time between two dates that the summary gives."""
    match = _SPAN_OF_TIME.match(claim.text, claim.numeral.end) if claim.numeral.number and not claim.row else None
    if match is None:
        return None
    unit = match["unit"].lower()
    pairs: list[tuple[Numeral, Numeral]] = list(_linked(claim, match.end()))
    loose: list[tuple[Numeral, Numeral]] = []
    if _RELATES.match(claim.text, match.end()):
        loose = list(itertools.combinations(filter(_says_when, (*claim.before, *claim.beside)), 2))
    for at, (one, other) in enumerate((*pairs, *loose)):
        for apart in _apart(one, other, unit, inclusive=at < len(pairs)):
            if apart > 0 and _is_meant(claim, apart):
                return Follows(working=f"{plain(apart)} {unit}s from {one.printed} to {other.printed}", told=None)
    return None


def _linked(claim: Claim, end: int) -> Iterator[tuple[Numeral, Numeral]]:
    """Two dates of the sentence next to one another that a word like "until" links; and the last date before a time
    with the one that stands right behind it, with which it ends."""
    text = claim.text
    dates = [each for each in claim.beside if _says_when(each)]
    for one, other in itertools.pairwise(dates):
        if _TO.fullmatch(text[one.end : other.start]):
            yield one, other
    behind = next((each for each in dates if each.start >= end), None)
    earlier = [
        each for each in (*claim.before, *(each for each in dates if each.end <= claim.start)) if _says_when(each)
    ]
    if behind is not None and earlier and _ENDS.fullmatch(text[end : behind.start]):
        yield earlier[-1], behind


def _says_when(numeral: Numeral) -> bool:
    return numeral.kind in (Kind.DATE, Kind.YEARS)


def _is_meant(claim: Claim, apart: Decimal) -> bool:
    """Whether a time is the one that is claimed: in whole numbers exactly, in halves nearly."""
    value, mention = claim.numeral.value, claim.numeral.mention
    about = mention.about if mention is not None else None
    if about in ABOVE:
        return value <= apart < value + 1  # "over four years" may be just four years long
    rough = value % 1 or about is not None
    return abs(apart - value) <= NEAR or claim.numeral.allows().meets(Interval.of(apart)) if rough else apart == value


def _apart(one: Numeral, other: Numeral, unit: str, *, inclusive: bool) -> Iterator[Decimal]:
    """How far two dates lie apart; `inclusive`: with the last day, month or financial year as well."""
    if one.kind is Kind.YEARS and other.kind is Kind.YEARS and unit == "year":
        first, last = sorted((one.key, other.key), key=lambda key: key[0] or 0)
        financial = first[1] is not None and last[1] is not None
        yield Decimal((last[0] or 0) - (first[0] or 0) + (financial and inclusive))
        return
    if Kind.YEARS in (one.kind, other.kind):
        if unit == "year" and None not in (one.key[0], other.key[0]):
            yield Decimal(abs((one.key[0] or 0) - (other.key[0] or 0)))
        return
    (year, month, day), (year2, month2, day2) = one.key, other.key
    if unit == "year" and year is None and year2 is None:
        return
    year, year2 = year or year2, year2 or year  # one of both may leave it out
    days = days_apart((year, month, day), (year2, month2, day2)) if day is not None and day2 is not None else None
    if unit in ("day", "week"):
        for each in () if days is None else (abs(days), abs(days) + 1) if inclusive else (abs(days),):
            yield Decimal(each) / (7 if unit == "week" else 1)
        return
    months = Decimal(abs(((year or 0) - (year2 or 0)) * 12 + (month or 0) - (month2 or 0)))
    per = 12 if unit == "year" else 1
    yield months / per
    if days is not None and abs(days) > DAYS_OF_MONTH:
        yield abs(days) / DAYS_OF_MONTH / per
    elif days is None and inclusive:
        yield (months + 1) / per  # from January to September


def days_apart(one: Key, other: Key) -> int | None:
    """The days from one date to another, of which one may leave out its year; None for what is no date, "31 June"."""
    (year, month, day), (year2, month2, day2) = one, other
    try:
        first = datetime.date(year or year2 or 1, month or 0, day or 0)
        return (datetime.date(year2 or year or 1, month2 or 0, day2 or 0) - first).days
    except ValueError:
        return None
