"""Room `checks`: figures that a sentence tells of one time, and a table has for another.

Takes sentences and the figures of tables. "Visits were lowest in May 2021, at 119", "22,106 were mended in 2022/23": a
figure that stands in one cell, whose line has another figure for the time that the words right beside it name.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.moving import OTHERWISE, Line
from scrutiny.figures.verdicts import Status
from scrutiny.language.dates import MONTH
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote
from scrutiny.statements import Quantity
from scrutiny.statements.changeroles import SPAN, Role, roles_in
from scrutiny.tables.roles import find_period

_WHEN = rf"(?P<when>{SPAN}|(?:{MONTH})\s+(?:19|20)\d\d)"
_AHEAD = pattern_of(
    rf"\b(?:[Ii]n|[Ff]or|[Aa]t|[Dd]uring|[Bb]y|was|were|is)\s+(?:the\s+year\s+)?{_WHEN},?\s+(?:(?:it|they|there|this|the\s+figure)\s+)?"
    r"(?:(?:was|were|stood\s+at|reached|came\s+to|totalled|at|with)\s+)?$"
)
_BEHIND = pattern_of(
    rf"^(?:\s+(?!(?:more|fewer|less|higher|lower|up|down|than|from|since|to|and|or|by|of)\b)[a-z-]+){{0,3}}\s+in\s+{_WHEN}"
)
"""When a figure is of: "In 2022/23, it was ", "was 2022/23, with ", " were mended in 2022/23"."""

_PLANNED = pattern_of(r"\b(?:budget\w*|estimate\w*|aims?|aimed|ambition|goal)\b", re.IGNORECASE)
TELLING = Decimal(100)
"""Smaller whole figures stand in a table by chance."""


def told_of_another_time(
    sentence: Quote, about: frozenset[str], lines: Sequence[tuple[frozenset[str], Line]]
) -> Iterator[Checked]:
    """Every figure that is told of a time of which a table has another, in a line of which its paragraph has all words
    (`about`). What was aimed at or planned is often what came about at another time."""
    lines = [] if OTHERWISE.search(sentence.text) or _PLANNED.search(sentence.text) else lines
    for each, role in roles_in(sentence.text) if lines else ():
        said = _said_of(each, sentence.text) if role is not Role.CHANGE and _tells(each) else None
        if said is None or (when := find_period(said)) is None:
            continue
        alike = [
            (figure, own, line)
            for own, line in lines
            for figure in line
            if figure.value == abs(each.value) and figure.unit is each.unit
        ]
        if len(alike) != 1 or not alike[0][1] <= about:
            continue
        figure, _, line = alike[0]
        there = [one for one in line if one.period == when and one is not figure and one.unit is figure.unit]
        if len(there) != 1 or abs(figure.quote.pdf_page - sentence.pdf_page) > 1:
            continue
        working = f"the table on page {figure.where} has {there[0].cell.figure.printed} for {said}"
        yield judged(
            Check.STATED_TWICE, Status.ERROR, sentence, figure.quote, printed=said, working=working,
            message=f"printed {each.printed} for {said}; {working}, and {each.printed} for another time",
        )  # fmt: skip


def _tells(each: Quantity) -> bool:
    return each.exact and not each.is_year and (each.value >= TELLING or each.mention.figure.places > 0)


def _said_of(each: Quantity, text: str) -> str | None:
    """The time that the words right before or right behind a figure name."""
    match = _AHEAD.search(text[: each.start]) or _BEHIND.match(text[each.end :])
    return match["when"] if match else None
