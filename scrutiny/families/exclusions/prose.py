"""Room `exclusions`: what the prose says of numbers of exclusions, for papers that print no table of them.

Takes sentences, gives a `SaidFigure` for each count that a sentence gives of permanent exclusions or of suspensions:
"34 permanent exclusions", "31 pupils were permanently excluded". Shares, rates, changes and money are not counts and
are left; so is a sentence that names both kinds before the same number.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.families.exclusions.facts import PERMANENT, SUSPENDED, Measure, SaidFigure
from scrutiny.families.exclusions.labels import YEAR
from scrutiny.sources import Quote

_NUMBER = r"(?<![\d.,/£–-])(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d%/:]|[.,]\d|\s?(?:%|per\s?cent))"
_WHO = r"(?:pupils?|children|child|young\s+people|students?|learners?)"
_BETWEEN = r"(?:(?:of|the|these|our|more|fewer|new)\s+){0,2}"
_OF = rf"(?:{PERMANENT.pattern})(?:\s+exclusions?)?|(?:{SUSPENDED.pattern})(?:\s+exclusions?)?"
_COUNTS = re.compile(
    rf"\b{_NUMBER}\s+(?:{_BETWEEN}(?P<of>{_OF})|{_WHO}\s+(?:(?:who|had|have|has|were|was|been|being|received)\s+){{1,3}}(?P<done>{_OF}))",
    re.IGNORECASE,
)
"""Accepts "34 permanent exclusions", "3,468 suspensions", "31 pupils were permanently excluded"; rejects "34 % of
suspensions", "Year 9 pupils", "12 months"."""

_NO_LEVEL = re.compile(
    r"\b(?:more|fewer|up|down|by|rise|fall|increase|decrease|reduction|than|under|over|least)\s+"
    r"(?:of\s+)?$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\b(?:years?|stage|ages?|aged|page|paragraph|section|table|appendix|item)\s+$", re.IGNORECASE)


def find_said(sentences: Sequence[Quote]) -> Iterator[SaidFigure]:
    """Every count of exclusions that a sentence gives, with the one year that it names."""
    for sentence in sentences:
        years = {match[0] for match in YEAR.finditer(sentence.text)}
        for match in _COUNTS.finditer(sentence.text):
            before = sentence.text[: match.start("count")]
            if _NO_LEVEL.search(before) or _LABELLED.search(before) or re.search(r"\b(?:more|fewer)\b", match[0]):
                continue
            permanent = PERMANENT.search(match["of"] or match["done"]) is not None
            yield SaidFigure(
                measure=Measure.PERMANENT if permanent else Measure.SUSPENSIONS,
                period=years.pop() if len(years) == 1 else None,
                printed=match["count"], value=Decimal(match["count"].replace(",", "")), quote=sentence,
            )  # fmt: skip
            years = {each[0] for each in YEAR.finditer(sentence.text)}
