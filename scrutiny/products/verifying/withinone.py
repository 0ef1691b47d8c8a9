"""Part of the room `products`: what one sentence of a summary works out for itself.

Takes a claim, gives the working where its own sentence has all that it follows from: a sum that is written out,
how often one figure goes into another.
"""

import re
from decimal import Decimal

from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.model import Claim, Follows
from scrutiny.products.verifying.numerals import is_small

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
