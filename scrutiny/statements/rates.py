"""Room `statements`: rates per so many, and what a sum of a year is in a week or a month."""

import re
from collections.abc import Iterator
from decimal import Decimal

from scrutiny.figures import Interval, Unit
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.model import Instalment, Rate
from scrutiny.statements.quantities import find_quantities

_PER_MANY = pattern_of(
    r"^\s+(?:[a-z-]+\s+)?(?:per|for\s+every|(?:in|out\s+of)\s+every)\s+(?P<per>100|1,?000|10,?000|100,?000|million)\b"
)
_OPENS = pattern_of(r"^[^;.()]*\(\s*$")


def find_rates(text: str) -> Iterator[Rate]:
    """ "84 of 42,000 young people, a rate of 200 per 100,000": with the only other counts, or those in a bracket."""
    if " per " not in text and "every" not in text:
        return
    quantities = [each for each in find_quantities(text) if not each.is_year]
    for at, rate in enumerate(quantities):
        told = _PER_MANY.match(text[rate.end :])
        if told is None or rate.unit is not Unit.NUMBER:
            continue
        behind = quantities[at + 1 : at + 3]
        bracket = len(behind) == PAIR and _OPENS.match(text[rate.end : behind[0].start])
        others = behind if bracket else [each for each in quantities if each is not rate]
        counts = [each for each in others if each.unit is Unit.NUMBER and not each.mention.figure.places and each.exact]
        if len(counts) == len(others) == PAIR and 0 < counts[0].value < counts[1].value and rate.exact:
            per = Decimal(told["per"].replace(",", "").replace("million", "1000000"))
            yield Rate(part=counts[0], whole=counts[1], rate=rate, per=per)


PAIR = 2
"""The counts that a rate is worked out from."""


_YEARLY = pattern_of(
    r"£(?P<year>\d+(?:,\d{3})*(?:\.\d\d)?)(?P<said>\s+(?:(?:a|per|each|for\s+the)\s+(?:whole\s+)?(?:year|annum)))?(?:,?\s+(?:or|which\s+is|"
    r"equivalent\s+to)\s+|,?\s*[\[(]\s*(?:or\s+)?)(?:just\s+(?:over|under)\s+|about\s+|around\s+|only\s+)?"
    r"(?P<part>£?(?P<amount>\d+(?:\.\d+)?)\s?(?P<pence>p\b|pence\b)?)\s+(?:a|per|each)\s+(?P<time>week|month)\b",
    re.IGNORECASE,
)
_ANNUAL = pattern_of(r"\b(?:annual\w*|yearly|a\s+year|per\s+annum|for\s+the\s+(?:whole\s+)?year)\b", re.IGNORECASE)
_PARTS_OF_YEAR = {"week": (38, 52), "month": (10, 12)}
"""Weeks of school or of rent and months of tax, of which fewer than there are may be charged."""

_WAY = pattern_of(rf"\b(?:{UP}|{DOWN}|sav\w+)\b", re.IGNORECASE)
_FOR_SOME = pattern_of(r"\s+(?:for|in|at|to|with|when|where|if|during|while|until|over|after|before)\b", re.IGNORECASE)
"""Behind what is paid in a week: it may be another charge, of some people or of a part of the year."""


OTHER_TIMES = 3
"""An amount that is so many times as large or as small as what is due is one of something else."""


def find_parts_of_year(text: str) -> Iterator[Instalment]:
    """ "£5.20 more a year, or 10p a week"."""
    for match in _YEARLY.finditer(text) if "£" in text else ():
        if not (match["said"] or _ANNUAL.search(text)) or bool(match["pence"]) is match["part"].startswith("£"):
            continue
        if _FOR_SOME.match(text, match.end()):
            continue
        amount, year = Decimal(match["amount"]), Decimal(match["year"].replace(",", ""))
        step = Decimal(1).scaleb(-len(match["amount"].partition(".")[2]))
        scale = Decimal("0.01") if match["pence"] else Decimal(1)
        least, most = _PARTS_OF_YEAR[match["time"].lower()]
        paid = Interval(low=(amount - step) * scale, high=(amount + step) * scale)
        if paid.low > year / least and not _WAY.search(text):
            continue  # who pays by the week may pay more
        if paid.low * OTHER_TIMES > year / most and paid.high < year / least * OTHER_TIMES:
            yield Instalment(
                year=f"£{match['year']}", part=match["part"].strip(), time=match["time"].lower(), paid=paid,
                due=Interval(low=year / most, high=year / least),
            )  # fmt: skip
