"""Part of the room `products`: what one sentence of a summary works out for itself.

Takes a claim, gives the working where its own sentence has all that it follows from: a sum that is written out, the
time between two dates, how often one figure goes into another.
"""

import datetime
import itertools
import re
from decimal import Decimal

from scrutiny.figures import Interval
from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.model import Claim, Follows
from scrutiny.products.verifying.numerals import Key, Kind, is_small

_SPAN_OF_TIME = pattern_of(
    r"\s+(?P<unit>day|week|month|year)s?\s+(?:after|before|later|earlier|from|between|apart)\b", re.IGNORECASE
)


def time_between(claim: Claim) -> Follows | None:
    """ "It began in October 2020, three months after the trial of July 2020": the time between two dates that the
    sentence gives."""
    match = _SPAN_OF_TIME.match(claim.text, claim.numeral.end) if not claim.row else None
    if match is None:
        return None
    dates = [each.key for each in (*claim.before, *claim.beside) if each.kind is Kind.DATE]
    for (year, month, day), (year2, month2, day2) in itertools.combinations(dates, 2):
        year, year2 = year or year2, year2 or year  # one of both may leave it out
        months = abs(((year or 0) - (year2 or 0)) * 12 + (month or 0) - (month2 or 0))
        if year is None and match["unit"].lower() == "year":
            continue
        if match["unit"].lower() in ("month", "year"):
            apart = Decimal(months) / (12 if match["unit"].lower() == "year" else 1)
        elif day is None or day2 is None:
            continue
        else:
            days = days_apart((year, month, day), (year2, month2, day2))
            if days is None:
                continue
            apart = Decimal(abs(days)) / (7 if match["unit"].lower() == "week" else 1)
        if apart and claim.numeral.allows().meets(Interval.of(apart)):
            return Follows(working=f"{plain(apart)} {match['unit'].lower()}s between the two dates", told=None)
    return None


def days_apart(one: Key, other: Key) -> int | None:
    """The days from one date to another, of which one may leave out its year; None for what is no date, "31 June"."""
    (year, month, day), (year2, month2, day2) = one, other
    try:
        first = datetime.date(year or year2 or 1, month or 0, day or 0)
        return (datetime.date(year2 or year or 1, month2 or 0, day2 or 0) - first).days
    except ValueError:
        return None


_TERM = r"£?\d[\d,]*(?:\.\d+)?"
_EQUATION = pattern_of(rf"(?P<terms>{_TERM}(?:\s*[+–-]\s*{_TERM})+)\s*=\s*(?P<total>{_TERM})")


def sum_told(claim: Claim) -> Follows | None:
    """A sum that the summary writes out, where it holds: "12 + 8 = 20"."""
    for match in _EQUATION.finditer(claim.text):
        if not match.start() <= claim.start < match.end():
            continue
        terms = re.findall(rf"([+–-]?)\s*({_TERM})", match["terms"])
        values = [
            Decimal(term.replace(",", "").removeprefix("£")) * (-1 if sign in ("-", "–") else 1) for sign, term in terms
        ]
        if sum(values, Decimal(0)) == Decimal(match["total"].replace(",", "").removeprefix("£")):
            return Follows(working=match[0], told=None)
    return None


_FOR_EVERY = pattern_of(r"\bfor\s+(?:every|each)\b", re.IGNORECASE)
NEARLY = Decimal("0.1")
"""How far from it, as a part, so many for each may be: "two for every one" are 1.9."""


def ratio_told(claim: Claim) -> Follows | None:
    """ "For every gull there were two terns (310 and 620)": how often the one of two figures of the sentence goes into
    the other."""
    if claim.row or not (claim.numeral.number and is_small(claim.numeral)) or not _FOR_EVERY.search(claim.text):
        return None
    own = [each for each in claim.beside if each.number and each.unit is claim.numeral.unit and not is_small(each)]
    if len(own) != 2 or not all(each.value > 0 for each in own):
        return None
    low, high = sorted(each.value for each in own)
    if abs(high / low - claim.numeral.value) > NEARLY * claim.numeral.value:
        return None
    return Follows(working=f"{plain(high)} / {plain(low)}", told=None)
