"""Dates and times as British council papers print them.

Takes strings that a pattern has recognised, gives `date` values. Never guesses: a date without
a year is no date, and numbers are day first. Imports nothing of ours.
"""

import re
from datetime import date

from scrutiny.language.patterns import pattern_of

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = "|".join(
    "Sep(?:t(?:ember)?)?" if month == "September" else f"{month[:3]}(?:{month[3:]})?" if month[3:] else month
    for month in MONTHS
)
"""What a pattern accepts as a month, to be asked in a group of its own: "September", "Sept", "Sep"."""

PERIOD = r"(?:year|quarter|month|term|week|period|season)"
"""What a council counts or plans by."""

BACK = r"(?:before|earlier|ago|previously)"
TIME_BEFORE = rf"(?:{PERIOD}\s+{BACK}|(?:last|previous|prior|preceding)\s+{PERIOD})"
"""The time before the one that is spoken of: "a year ago", "last quarter"; not "two years ago"."""

_WEEKDAY = "|".join(WEEKDAYS)

DATE = pattern_of(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),?\s+(?:the\s+)?)?"
    rf"\b(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+|day\s+of\s+)?(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Accepts "Thursday, 30 January 2025", "7th January 2022"; rejects "January 2022" (no day) and "7 January"."""

NUMERIC_DATE = pattern_of(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b")
"""Accepts "10/03/2022" as 10 March; rejects "2022/23" and "24/00096"."""

ACADEMIC_YEAR = pattern_of(r"\b(?P<first>20\d\d)\s?[/–-]\s?(?P<last>(?:20)?\d\d)\b")
"""Two years in one, in running text: "2021/22", "2021 - 2022"."""

TIME = pattern_of(
    r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\s*(?P<half>a\.?m\.?|p\.?m\.?|noon)(?![a-z])|\b(?P<hour24>\d{1,2}):(?P<minute24>\d\d)\b",
    re.IGNORECASE,
)
"""Accepts "9.30 am", "2pm", "12 noon", "14:00"; rejects "9.30" alone, which may be a paragraph or money."""


def parse_date(text: str) -> date | None:
    """The first full date in the text, or None. An impossible date ("31 June 2022") is None."""
    found = DATE.search(text)
    if found:
        return _date(int(found["year"]), month_number(found["month"]), int(found["day"]))
    numeric = NUMERIC_DATE.search(text)
    if numeric:
        return _date(int(numeric["year"]), int(numeric["month"]), int(numeric["day"]))
    return None


def print_day(day: date) -> str:
    """ "7 January 2022"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_number(name: str) -> int:
    """Which month a name or its short form is, from 1; the name is one that `MONTH` accepts."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month[:3].casefold() == name[:3].casefold())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
