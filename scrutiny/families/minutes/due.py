"""Room `families/minutes`: by when.

Takes a sentence and the date of the meeting, gives the words that say by when and, where a date follows from
them for certain, the date. "At the next meeting", "in the Spring term" and "in due course" stay words: the
date of a meeting or a term stands elsewhere, and none is guessed.
"""

import calendar
import datetime
import re

from dateutil.relativedelta import relativedelta

from scrutiny.language.dates import DATE, MONTHS, WEEKDAYS, parse_date
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of

_MONTH = "|".join(month if month == "May" else rf"{month[:3]}(?:t?\.?(?=[\s-]\d{{4}})|{month[3:]})" for month in MONTHS)
"""In short only before a year: "Sept 2024"."""

_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(rf'{day[:3]}[a-z]*' for day in WEEKDAYS)}),?\s+(?:the\s+)?)?"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(SMALL_NUMBERS)}|a)"
_BY = r"\b(?:by|on|before|until|no[rt]?\s+later\s+than)\s+"
_FULL = pattern_of(rf"{_BY}(?:the\s+)?(?:{DATE.pattern})", re.IGNORECASE)
_FIGURES = pattern_of(rf"{_BY}(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./](?P<year>(?:20)?\d\d)\b", re.IGNORECASE)
_DAY = pattern_of(
    rf"\b(?:by|on|before|until|no[rt]?\s+later\s+than|closes?\s+on)\s+(?:the\s+)?{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b",
    re.IGNORECASE,
)
_END_OF = pattern_of(
    rf"\b(?:by|before)\s+the\s+end\s+of\s+(?P<month>{_MONTH})(?:\s+(?P<year>20\d\d))?\b", re.IGNORECASE
)
_IN_MONTH = pattern_of(
    rf"(?<!day\s)\b(?:in|during|by|no[rt]?\s+later\s+than)\s+(?P<month>{_MONTH})(?:[\s-](?P<year>20\d\d))?\b",
    re.IGNORECASE,
)
_AHEAD = pattern_of(
    rf"\b(?:in|within)\s+(?:the\s+next\s+)?{_COUNT}\s+(?P<unit>day|week|month|year)s?(?:[’']s?)?(?:\s+time)?\b",
    re.IGNORECASE,
)
_TIME_UNIT = r"(?:days?|weeks?|fortnight|months?|quarter|years?|terms?)"
_MEETING = (
    r"(?:at|to|for|by|before|in)\s+(?:the|a|its|it[’']s|their|our)\s+(?:next|future|following|later|forthcoming|subsequent)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:meetings?|date|stage|time|year|report|update)"
    r"|(?:at|to|for)\s+(?:the|its|it[’']s|their)\s+meeting\s+in\s+\w+"
    rf"|(?:at|to|for|by|before)\s+the\s+(?:{'|'.join(MONTHS)})\s+meeting|for\s+next\s+meeting"
)
_SEASON = (
    r"(?:in|during|by|before)\s+(?:the\s+)?(?:end\s+of\s+the\s+)?(?:Spring|Summer|Autumn|Winter)(?:\s+(?:term|break|recess|holidays?))?(?:\s+20\d\d)?\b(?!\s+(?-i:[A-Z][a-z]|budget|statement))"
    r"|(?:by|before|after)\s+(?:Easter|Christmas|half[\s-]term)|in\s+the\s+new\s+year"
)
_SOON = (
    r"in\s+due\s+course|as\s+soon\s+as\s+possible|asap|(?:after|outside\s+of|following)\s+the\s+meeting"
    rf"|(?:by|before)\s+the\s+end\s+of\s+the\s+(?:financial\s+)?{_TIME_UNIT}|(?:later\s+)?this\s+(?:year|month|week|term)|next\s+(?:week|month|term)"
    rf"|within\s+(?:the\s+)?(?:\w+\s+){{0,2}}{_TIME_UNIT}|in\s+the\s+(?:next|coming)\s+(?:\w+\s+)?{_TIME_UNIT}"
    r"|when\s+(?:they\s+)?(?:the\s+\w+\s+)?(?:become|are|is)\s+available"
)
_WORDS = pattern_of(rf"\b(?:{_MEETING}|{_SEASON}|{_SOON})\b", re.IGNORECASE)


def find_due(
    sentence: str, meeting: datetime.date | None, *, earlier: bool = False
) -> tuple[str | None, datetime.date | None]:
    """The words that say by when, and the date that follows from them; None where there is none. `earlier`: of an action
    of an earlier meeting, where "in May" is rather when it was asked for."""
    full = _ahead_of(_FULL, sentence, earlier=earlier)
    if full:
        return full.group(), parse_date(full.group())
    figures = _ahead_of(_FIGURES, sentence, earlier=earlier)
    if figures:
        year = figures["year"] if len(figures["year"]) > SHORT_YEAR else f"20{figures['year']}"
        return figures.group(), parse_date(f"{figures['day']}/{figures['month']}/{year}")
    end = _END_OF.search(sentence)
    if end:
        return end.group(), _month_end(end["month"], end["year"], meeting)
    day = _ahead_of(_DAY, sentence, earlier=earlier)
    if day:
        return day.group(), _day(day["day"], day["month"], day["weekday"], meeting)
    ahead = _AHEAD.search(sentence)
    if ahead:
        return ahead.group(), _ahead(ahead["count"], ahead["unit"], meeting)
    month = _ahead_of(_IN_MONTH, sentence, earlier=earlier)
    if month:
        # "in December": by its last day at the latest
        return month.group(), _month_end(month["month"], month["year"], meeting)
    words = next((one for one in _WORDS.finditer(sentence) if not _OF_WHAT_COMES.search(sentence[: one.start()])), None)
    return (words.group(), None) if words else (None, None)


SHORT_YEAR = 2
"""Figures of a year in short: "31.01.24"."""

_COMES = r"\b(?:ahead\s+of|prior\s+to|in\s+advance\s+of|before)\s+(?:\w+\s+){1,7}$"
_OF_WHAT_COMES = pattern_of(_COMES, re.IGNORECASE)
_OTHER_DAY = pattern_of(
    r"\b(?:commenc\w+|start(?:s|ed|ing)?|beg[aiu]n\w*|went|was|were|had|been|since|held|published|launched|opened|closed|agreed|made"
    r"|met|dated|received|happened|occurred|after|until|(?:took|takes?|taking)\s+place)\s+(?:\w+\s+){0,3}$"
    rf"|{_COMES}",
    re.IGNORECASE,
)


def _ahead_of(pattern: re.Pattern[str], sentence: str, *, earlier: bool) -> re.Match[str] | None:
    """The first such words that are not the day of something else: "the work that began in March", "held on 4 May"."""
    by = ("by", "before", "until", "no")
    return next(
        (
            match
            for match in pattern.finditer(sentence)
            if match.group().lower().startswith(by) or not (earlier or _OTHER_DAY.search(sentence[: match.start()]))
        ),
        None,
    )


def _number(month: str) -> int:
    return next(n for n, name in enumerate(MONTHS, start=1) if name[:3].lower() == month[:3].lower())


def _month_end(month: str, year: str | None, meeting: datetime.date | None) -> datetime.date | None:
    """The last day of the month: of the year said, else the first such month that ends after the meeting."""
    number = _number(month)
    if year is None and meeting is None:
        return None
    which = int(year) if year else meeting.year + (number < meeting.month)  # type: ignore[union-attr]
    return datetime.date(which, number, calendar.monthrange(which, number)[1])


def _day(day: str, month: str, weekday: str | None, meeting: datetime.date | None) -> datetime.date | None:
    """The day after the meeting that is called so; None where it falls on another day of the week than the paper says."""
    if meeting is None:
        return None
    for year in (meeting.year, meeting.year + 1):
        try:
            found = datetime.date(year, _number(month), int(day))
        except ValueError:
            continue
        if found >= meeting:
            fits = weekday is None or WEEKDAYS[found.weekday()][:3].lower() == weekday[:3].lower()
            return found if fits else None
    return None


def _ahead(count: str, unit: str, meeting: datetime.date | None) -> datetime.date | None:
    if meeting is None:
        return None
    number = 1 if count.lower() == "a" else SMALL_NUMBERS.get(count.lower()) or int(count)
    steps = {"day": relativedelta(days=number), "week": relativedelta(weeks=number), "month": relativedelta(months=number),
             "year": relativedelta(years=number)}  # fmt: skip
    return meeting + steps[unit.lower()]
