"""Part of the room `products`: where a sentence of a summary contradicts itself.

Takes a claim, gives what the figures beside it make instead: a share, a change or a difference that is another one, or
goes the other way.
"""

import functools
import re

from scrutiny.checks.model import Checked
from scrutiny.checks.sentences import check_relations
from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import Status, plain
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.model import Claim
from scrutiny.products.verifying.numerals import Kind
from scrutiny.sources import Quote

_CHANGED = pattern_of(rf"\b(?:{UP}|{DOWN})\s+(?:of\s+|by\s+)?(?:about\s+|around\s+)?$", re.IGNORECASE)


def tells_change(claim: Claim) -> bool:
    """Whether a share is how far something moved: "rose by 14%" is 14% of no whole."""
    return claim.numeral.unit is Unit.PERCENT and _CHANGED.search(claim.text[: claim.start]) is not None


_ON = pattern_of(r"^\s+(?:on|from|against|compared\s+(?:to|with)|over)\s+(?:the\s+)?$", re.IGNORECASE)


def _change_told(claim: Claim) -> str | None:
    """ "There were 120, up 10% on the 100 of the year before": the change, where it is another one."""
    numeral = claim.numeral
    counts = [each for each in claim.beside if each.kind is Kind.NUMBER and each.unit in (Unit.NUMBER, Unit.POUNDS)]
    before, behind = ([each for each in counts if (each.start < numeral.start) is first] for first in (True, False))
    if not tells_change(claim) or not before or not behind:
        return None
    new, old = before[-1], behind[0]
    if new.unit is not old.unit or not old.value or not _ON.match(claim.text[numeral.end : old.start]):
        return None
    value = abs(new.value - old.value) * 100 / old.value
    right = numeral.allows().meets(Interval.of(value))
    return None if right else f"from {plain(old.value)} to {plain(new.value)} is {plain(value, 1)}%"


TO = pattern_of(r"\s+to\s+")
FROM = pattern_of(r"\bfrom\s+$", re.IGNORECASE)
PART_OF = pattern_of(r"\s+(?:out\s+)?of\s+(?:(?:the|these|those|all|its|our)\s+)?$")


_NUMBER = r"£?\d[\d,]*(?:\.\d+)?\s?(?:%|k\b|m\b|bn\b|million\b|billion\b)?"
_FROM_TO = pattern_of(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:(?:\s+(?:by|of)\s+{_NUMBER},?)?\s+from|(?:\s+(?:in|of)(?:\s+(?!was\b|were\b)[a-z-]+){{1,4}})?\s*\()\s*(?={_NUMBER}\s+to\s+{_NUMBER})",
    re.IGNORECASE,
)
_GOES_ON = pattern_of(r"(?:\s+[a-z]+){0,2}\s+to\s+£?\d|\s+(?:[a-z]+\s+)?votes?\b|\s+per\b")
"""Behind "10 to 12": a range is where it began or ended, or the two are votes."""

_RANK = pattern_of(r"\b(?:rank\w*|position|place[ds]?|table|league|ratio|grade|band|quartile)\b", re.IGNORECASE)
"""Where the first is the highest, or two figures are one."""


def cannot_be(claim: Claim) -> str | None:
    """Where a sentence says what no figures can be: a fall to more."""
    if claim.row or not claim.numeral.number or _RANK.search(claim.text):
        return None
    numeral, text = claim.numeral, claim.text
    alike = [each for each in claim.beside if each.number and each.unit is numeral.unit and each.value != numeral.value]
    for each in alike:
        one, other = sorted((each, numeral), key=lambda numeral: numeral.start)
        between = text[one.end : other.start]
        way = (
            next((m for m in _FROM_TO.finditer(text) if m.end() == one.start), None) if TO.fullmatch(between) else None
        )
        onward = _GOES_ON.match(text, other.end)
        if way is not None and onward is None and (other.value > one.value) is not (way["up"] is not None):
            return f"{one.printed} to {other.printed} goes the other way"
    return None


def disagrees(claim: Claim) -> str | None:
    """Where the sentence of the summary gives a figure that its own figures do not make."""
    if claim.row or claim.numeral.mention is None:
        return None
    compared = _change_told(claim)
    if compared is not None:
        return compared
    printed = claim.numeral.printed
    several = any(each.printed == printed and each.start != claim.start for each in claim.beside)
    wrong = (each for each in _checked(claim.text) if each.status is Status.ERROR and not several)
    return next((each.working for each in wrong if each.printed == printed), None)


@functools.lru_cache(maxsize=64)
def _checked(text: str) -> tuple[Checked, ...]:
    """What the checks of sentences make of one."""
    return tuple(check_relations(Quote(file="", pdf_page=1, text=text)))
