"""Room `families/minutes`: by when.

Takes a sentence and the date of the meeting, gives the words that say by when and, where a date follows from
them for certain, the date. "At the next meeting", "in the Spring term" and "in due course" stay words: the
date of a meeting or a term stands elsewhere, and none is guessed.
"""

import calendar
import datetime
import re

from dateutil.relativedelta import relativedelta

from scrutiny.language.dates import DATE, MONTHS, parse_date
from scrutiny.language.numerals import SMALL_NUMBERS

_MONTH = "|".join(MONTHS)
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(SMALL_NUMBERS)}|a)"
_FULL = re.compile(rf"\b(?:by|on|before|until)\s+(?:the\s+)?(?:{DATE.pattern})", re.IGNORECASE)
_DAY = re.compile(
    rf"\b(?:by|on|before|until|closes?\s+on)\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b",
    re.IGNORECASE,
)
_END_OF = re.compile(rf"\bby\s+the\s+end\s+of\s+(?P<month>{_MONTH})(?:\s+(?P<year>20\d\d))?\b", re.IGNORECASE)
_IN_MONTH = re.compile(rf"\b(?:in|during|by)\s+(?P<month>{_MONTH})(?:\s+(?P<year>20\d\d))?\b", re.IGNORECASE)
_AHEAD = re.compile(
    rf"\b(?:in|within)\s+(?:the\s+next\s+)?{_COUNT}\s+(?P<unit>day|week|month|year)s?(?:[’']s?)?(?:\s+time)?\b",
    re.IGNORECASE,
)
_NEXT = (
    r"(?:at|to|for|by|before|in)\s+(?:the|a|its|it[’']s|their)\s+(?:next|future|following|later|forthcoming|subsequent)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:meetings?|date|stage|time|year|report|update)"
)
_MEETING_IN = r"(?:at|to|for)\s+(?:the|its|it[’']s|their)\s+meeting\s+in\s+\w+"
_TERM = r"(?:in|during|by|before)\s+(?:the\s+)?(?:end\s+of\s+the\s+)?(?:Spring|Summer|Autumn|Winter)(?:\s+[Tt]erm)?(?:\s+20\d\d)?"
_SOON = (
    r"in\s+due\s+course|as\s+soon\s+as\s+possible|asap|(?:after|outside\s+of|following)\s+the\s+meeting|"
    r"by\s+the\s+end\s+of\s+the\s+(?:year|month|week|term|financial\s+year)|(?:later\s+)?this\s+(?:year|month|week|term)|"
    r"when\s+(?:they\s+)?(?:the\s+\w+\s+)?(?:become|are|is)\s+available|over\s+the\s+next\s+\w+\s+(?:years|months|weeks)"
)
_WORDS = re.compile(rf"\b(?:{_NEXT}|{_MEETING_IN}|{_TERM}|{_SOON})\b", re.IGNORECASE)


def find_due(sentence: str, meeting: datetime.date | None) -> tuple[str | None, datetime.date | None]:
    """The words that say by when, and the date that follows from them; None where there is none."""
    full = _ahead_of(_FULL, sentence)
    if full:
        return full.group(), parse_date(full.group())
    end = _END_OF.search(sentence)
    if end:
        return end.group(), _month_end(end["month"], end["year"], meeting)
    day = _ahead_of(_DAY, sentence)
    if day:
        return day.group(), _day(day["day"], day["month"], meeting)
    ahead = _AHEAD.search(sentence)
    if ahead:
        return ahead.group(), _ahead(ahead["count"], ahead["unit"], meeting)
    month = _ahead_of(_IN_MONTH, sentence)
    if month:
        # "in December": by its last day at the latest
        return month.group(), _month_end(month["month"], month["year"], meeting)
    words = _WORDS.search(sentence)
    return (words.group(), None) if words else (None, None)


_OTHER_DAY = re.compile(
    r"\b(?:commenc\w+|start(?:s|ed|ing)?|beg[aiu]n\w*|went|was|were|had|been|since|held|published|launched|opened|closed|agreed|made"
    r"|met|dated|received|happened|occurred|(?:took|takes?|taking)\s+place)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)


def _ahead_of(pattern: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    """The first such words that are not the day of something else: "the work that began in March", "held on 4 May"."""
    by = ("by", "before", "until")
    return next(
        (
            match
            for match in pattern.finditer(sentence)
            if match.group().lower().startswith(by) or not _OTHER_DAY.search(sentence[: match.start()])
        ),
        None,
    )


def _number(month: str) -> int:
    return next(n for n, name in enumerate(MONTHS, start=1) if name.lower() == month.lower())


def _month_end(month: str, year: str | None, meeting: datetime.date | None) -> datetime.date | None:
    """The last day of the month: of the year said, else the first such month that ends after the meeting."""
    number = _number(month)
    if year is None and meeting is None:
        return None
    which = int(year) if year else meeting.year + (number < meeting.month)  # type: ignore[union-attr]
    return datetime.date(which, number, calendar.monthrange(which, number)[1])


def _day(day: str, month: str, meeting: datetime.date | None) -> datetime.date | None:
    """The day after the meeting that is called so."""
    if meeting is None:
        return None
    for year in (meeting.year, meeting.year + 1):
        try:
            found = datetime.date(year, _number(month), int(day))
        except ValueError:
            continue
        if found >= meeting:
            return found
    return None


def _ahead(count: str, unit: str, meeting: datetime.date | None) -> datetime.date | None:
    if meeting is None:
        return None
    number = 1 if count.lower() == "a" else SMALL_NUMBERS.get(count.lower()) or int(count)
    steps = {"day": relativedelta(days=number), "week": relativedelta(weeks=number), "month": relativedelta(months=number),
             "year": relativedelta(years=number)}  # fmt: skip
    return meeting + steps[unit.lower()]
