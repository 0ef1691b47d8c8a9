"""Room `statements`: how long something lasts, told with the dates between which it does.

Takes a sentence, gives the length that it prints and the months from its first date to its last ("three years from
May 2021 to May 2023"). Working days, and lengths that are not of the whole span ("the first two years of"), are left.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from scrutiny.figures import Interval
from scrutiny.language.dates import MONTH, month_number
from scrutiny.language.letters import has_any
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.model import Span

_LENGTH = (
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(NUMBER_WORDS)})[\s-]"
    r"(?:(?P<counted>financial|academic|school|municipal|budget)\s|(?:calendar|full)\s)?(?P<unit>year|month|week)s?\b"
)


def _date(name: str) -> str:
    """A day, a month or a year, as groups of that name."""
    day = rf"(?:(?P<day_{name}>\d{{1,2}})(?:st|nd|rd|th)?\s+)?"
    month = rf"(?P<month_{name}>{MONTH})\b,?(?:\s+(?P<year_{name}>(?:19|20)\d\d)\b)?"
    return rf"(?:{day}{month}|(?P<bare_{name}>(?:19|20)\d\d)(?:\s?[/–-]\s?\d\d)?\b)"


_SPAN = pattern_of(
    rf"{_LENGTH},?(?:\s+(?!ago\b|later\b|earlier\b|after\b|before\b|old\b)[a-z]+)?\s+\(?(?:(?:of|for)\s+)?"
    rf"(?:from)?\s*{_date('first')}\s*(?:to|until|[–-])\s*(?:the\s+end\s+of\s+)?{_date('last')}(?![/–-]\d)",
    re.IGNORECASE,
)
_SOME_OF_IT = pattern_of(
    r"\b(?:every|each|first|last|final|next|another|further|extra|additional|than|within|least|most|to|about|around|nearly|almost|"
    r"over|under|some|roughly|by|of)\s+(?:the\s+|these\s+)?$",
    re.IGNORECASE,
)
"""Before a length that is not, or not quite, that of the span: "by two years from 2022 to 2026"."""

_UNITS = ("year", "month", "week")
_YEARS = ("19", "20")
"""How the year begins that the last date has at least."""

_MONTHS = {"year": Decimal(12), "month": Decimal(1), "week": Decimal(7) / Decimal("30.4375")}
_SPARE = {"year": Decimal(6), "month": Decimal("0.6"), "week": Decimal("0.12")}
"""Months by which a length in whole units may differ from that of its dates."""

_NEXT = {"year": Decimal(12), "month": Decimal(1), "day": Decimal(1) / 30}
"""The last date is itself part of the span: "from January to June" are six months, "from 2020 to 2023" four years."""


def find_spans(text: str) -> Iterator[Span]:
    """Every length that stands with both of its dates."""
    if not (has_any(_YEARS, text) and has_any(_UNITS, text)):
        return
    for match in _SPAN.finditer(text):
        if _SOME_OF_IT.search(text[: match.start()]):
            continue
        last = _at(match, "last", None)
        first = _at(match, "first", match["year_last"])
        if first is None or last is None or first[1] != last[1] or first[0] >= last[0]:
            continue
        number = match["number"].lower()
        length = Decimal(number) if number.isdigit() else Decimal(NUMBER_WORDS[number])
        apart, spare = last[0] - first[0], _SPARE[match["unit"].lower()]
        if first[1] == "year" and match["unit"].lower() != "year":
            continue
        if first[1] == "year":
            spare = Decimal(0)
        one = _MONTHS[match["unit"].lower()]
        low = apart + _NEXT["year"] if match["counted"] and first[1] == "year" else apart - spare
        allowed = Interval(low=low / one, high=(apart + _NEXT[first[1]] + spare) / one)
        yield Span(printed=match[0], length=length, allowed=allowed, unit=match["unit"].lower())


def _at(match: re.Match[str], name: str, year: str | None) -> tuple[Decimal, str] | None:
    """A date in months, and how exact it is; `year` is that of the other one."""
    if match[f"bare_{name}"]:
        return Decimal(match[f"bare_{name}"]) * 12, "year"
    year = match[f"year_{name}"] or year
    if year is None:
        return None
    months = Decimal(year) * 12 + month_number(match[f"month_{name}"])
    day = match[f"day_{name}"]
    return (months + (Decimal(day) - 1) / 30, "day") if day else (months, "month")
