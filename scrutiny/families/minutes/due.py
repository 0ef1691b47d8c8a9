"""Room `families/minutes`: by when.

Takes a sentence and the date of the meeting, gives the words that say by when and, where a date follows from
them for certain, the date. "At the next meeting", "in the Spring term" and "in due course" stay words: the
date of a meeting or a term stands elsewhere, and none is guessed.
"""

import calendar
import datetime
import re
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from scrutiny.language.dates import MONTH, MONTHS, WEEKDAYS, month_number
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of

Found = tuple[str | None, datetime.date | None]

_NAMES = "|".join(month if month == "May" else rf"{month[:3]}(?:t?\.?(?=[\s-]\d{{4}})|{month[3:]})" for month in MONTHS)
"""In short only before a year: "Sept 2024"."""

_WEEKDAY = rf"(?:{'|'.join(rf'{day[:3]}[a-z]*' for day in WEEKDAYS)})"
_NO_LATER = r"(?:by\s+)?no[rt]?\s+later\s+than"
_HOUR = r"(?:by\s+(?!the\s+(?:meeting|end)\b)[\w.:]+(?:\s+(?:of\s+)?[a-z.]+){0,3}?\s+on|on\s+or\s+before)"
_OF_MEETING = r"(?:at|to|for|by|before)\s+(?:the|its|their|our|a)\s+(?:\w+\s+){0,2}?meeting\s+(?:on|of)"
_ON = rf"\b(?:{_HOUR}|{_OF_MEETING}|by|on|before|until|{_NO_LATER}|closes?\s+on)\s+(?:the\s+)?"
_OF_WEEK = rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s+(?:the\s+)?)?"
_DAYS = tuple(
    pattern_of(_ON + _OF_WEEK + day, re.IGNORECASE)
    for day in (
        rf"(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of\s+|[\s-]+)(?P<month>{MONTH})(?:(?:,?\s+|-)(?P<year>20\d\d)|-(?P<short>\d\d))?\b(?!\s+(?:\w+\s+)?(?:until|to)\s+\d)",
        rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>20\d\d))?\b",
        r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
        r"(?P<day>\d{1,2})(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?:(?P<year>20\d\d)|(?P<short>\d\d))\b",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})\b(?![./-]?\d)",
    )
)
_END_OF = pattern_of(
    rf"\b(?:by|before|at|{_NO_LATER})\s+(?:the\s+)?end\s+(?:of\s+)?(?P<month>{_NAMES})(?:\s+(?P<year>20\d\d))?\b",
    re.IGNORECASE,
)
_IN_MONTH = pattern_of(
    rf"(?<!day\s)(?<!the\smeeting\s)(?<!its\smeeting\s)\b(?:in|during|by|{_NO_LATER})\s+(?P<month>{_NAMES})(?:[\s-](?P<year>20\d\d))?\b(?!\s\d|\s*[/–-]\s*\w|\s(?:meeting|Board|Committee|Council)\b)",
    re.IGNORECASE,
)
_UNIT = r"(?:day|week|fortnight|month|quarter|year|term)"
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBER_WORDS)}|a|an)"
_AHEAD = pattern_of(
    rf"\b(?:in|within)\s+(?:the\s+next\s+)?(?P<count>{_COUNT})\s+(?P<unit>day|week|fortnight|month|year)s?(?:[’']s?)?(?:\s+time)?\b"
    r"(?P<from>\s+(?:of|after|from|following)\b(?!\s+(?:the|this)\s+meeting\b))?",
    re.IGNORECASE,
)
_TIME_UNIT = rf"{_UNIT}s?"
_AMONG = r"(?:by|before|at|to|for|in|ahead\s+of|prior\s+to|in\s+(?:advance|time)\s+(?:of|for))"
_SITTING = r"(?:meetings?|date|stage|time|year|report|update|cycle|session)"
_MEETING = (
    rf"{_AMONG}\s+(?:(?:the|a|its|it[’']s|their|our)\s+(?:next|future|following|later|forthcoming|subsequent)|next)\s+"
    rf"(?:(?!and\b|or\b)[\w-]+\s+){{0,2}}?{_SITTING}"
    r"|(?:at|to|for)\s+(?:the|its|it[’']s|their)\s+meeting\s+in\s+\w+(?:\s+20\d\d)?"
    rf"|{_AMONG}\s+the\s+(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+(?:meeting|Board|Committee|Council|Cabinet|Panel)"
    rf"|{_AMONG}\s+the\s+(?:AGM|annual\s+(?:general\s+)?meeting)"
)
_BREAK = r"(?:recess|break|elections?|holidays?|half[\s-]term|Easter|Christmas|New\s+Year)"
_PART = r"(?:(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+)"
_SEASON = (
    rf"(?:in|during|by|before|after|next)\s+(?:the\s+)?(?:end\s+of\s+the\s+)?(?:early\s+|late\s+)?(?:Spring|Summer|Autumn|Winter)(?:\s+(?:term|{_BREAK}))?(?:\s+20\d\d)?\b(?!\s+(?-i:[A-Z][a-z]|budget|statement))"
    rf"|(?:by|before|(?<!until\s)(?:after|following))\s+(?:the\s+)?(?:\w+\s+)?{_BREAK}|(?:early\s+)?in\s+the\s+new\s+year"
    rf"|(?:before|(?:by|in|at|towards|before)\s+(?:{_PART}|(?:early|mid|late)[\s-]))\s*(?:{'|'.join(MONTHS)})"
    rf"|(?:by|in|during|before)\s+{_PART}?(?:the\s+)?(?:Q[1-4]\b|quarter\s+\w+|(?:first|second|third|fourth|next)\s+quarter)"
    rf"|by\s+{_PART}?20\d\d(?:/\d\d)?"
)
_AT_ONCE = r"(?:soon\s+as\s+(?:is\s+)?(?:possible|practicable)|asap|at\s+the\s+earliest\s+(?:opportunity|date)|without\s+delay|shortly(?!\s+(?:before|after))|in\s+the\s+near\s+future)"
_SOON = (
    rf"in\s+due\s+course|(?:as\s+)?{_AT_ONCE}|(?:after|outside(?:\s+of)?|following)\s+the\s+meeting"
    rf"|(?:by|before)\s+(?:the\s+)?(?:end\s+of\s+(?:(?:the|this|next)\s+)?(?:(?:financial|municipal|school|calendar)\s+)?{_TIME_UNIT}|(?:month|year)[\s-]end)"
    r"|(?:later\s+)?this\s+(?:year|month|week|term)|later\s+in\s+the\s+year|(?:by\s+|early\s+)?next\s+(?:week|month|term)"
    rf"|within\s+(?:the\s+)?(?:\w+\s+){{0,3}}(?:{_TIME_UNIT}|hours)|in\s+the\s+(?:next|coming)\s+(?:\w+\s+(?:of\s+)?)?{_TIME_UNIT}"
    rf"|in\s+(?:about\s+)?(?:a\s+(?:few|couple\s+of)|{_COUNT}(?:\s*(?:to|or|-|–)\s*{_COUNT})?)\s+{_TIME_UNIT}"
    rf"|(?:by|on|before)\s+(?:this\s+|next\s+)?(?-i:{_WEEKDAY})\b(?:\s+next)?(?!,?\s+(?:the\s+)?\d)|by\s+tomorrow"
    r"|by\s+(?:\w+\s+on\s+)?the\s+\d{1,2}(?:st|nd|rd|th)(?:\s+of\s+(?:the|this|next)\s+month)?"
    r"|(?:when|once)\s+(?:(?:they|it|this)\s+|the\s+\w+\s+)?(?:(?:become|are|is)\s+)?available"
)
_WORDS = pattern_of(rf"\b(?:{_MEETING}|{_SEASON}|{_SOON})\b", re.IGNORECASE)


_DIGIT = pattern_of(r"\d")
_TIMES = (
    *(month.lower() for month in MONTHS), "day", "week", "fortnight", "month", "quarter", "year", "term", "hour", "next", "agm",
    "annual", "future", "following", "later", "soon", "shortly", "asap", "earliest", "delay", "due course", "available",
    "tomorrow", "spring", "summer", "autumn", "winter", "recess", "break", "election", "holiday", "easter", "christmas",
    "forthcoming", "subsequent", "the meeting", *(f"y {day[:3].lower()}" for day in WEEKDAYS),
)  # fmt: skip
"""Letters of which all other times but those with figures have some. Cheap: asked of every sentence."""


def find_due(sentence: str, meeting: datetime.date | None, *, earlier: bool = False) -> Found:
    """The words that say by when, and the date that follows from them; None where there is none. `earlier`: of an action
    of an earlier meeting, where "in May" is rather when it was asked for."""
    small = small_letters(sentence)
    digits = _DIGIT.search(small) is not None
    for pattern in _DAYS if digits else ():
        for match in _ahead_of(pattern, sentence, earlier=earlier):
            day = _day(match, meeting)
            if day is None or _is_ahead(match, day, meeting):
                return match.group(), day
    if not (digits or has_any(_TIMES, small)):
        return None, None
    if end := _END_OF.search(sentence):
        return end.group(), _month_end(end, meeting)
    if ahead := _AHEAD.search(sentence):
        return ahead.group().removesuffix(ahead["from"] or ""), _ahead(ahead, meeting)
    for month in _ahead_of(_IN_MONTH, sentence, earlier=earlier):
        day = _month_end(month, meeting)
        if day is None or _is_ahead(month, day, meeting):
            return month.group(), day
    words = next((one for one in _WORDS.finditer(sentence) if not _OF_WHAT_COMES.search(sentence[: one.start()])), None)
    return (words.group(), None) if words else (None, None)


def due_of(printed: str, meeting: datetime.date | None) -> datetime.date | None:
    """The date of a field or a cell that says by when; None where it names several, or a day without a year that may as
    well have been."""
    text = f"by {_FIELD.sub('', printed)}"
    words, day = find_due(text, meeting)
    rest = text.replace(words or "", "", 1)
    if day is None or meeting is None or _ANOTHER.search(rest):
        return None
    return day if _has_year(words or "") or day - meeting < HALF_A_YEAR else None


def is_day_of(printed: str, meeting: datetime.date | None) -> bool:
    """Whether a cell is the day or the month of the meeting: "2 October 2024", "02.10.24", "Oct 24"."""
    if meeting is None:
        return False
    month = _MONTH_ALONE.fullmatch(printed)
    if month:
        return (month_number(month["month"]), int(month["year"]) % 100) == (meeting.month, meeting.year % 100)
    return due_of(printed, meeting) == meeting


_MONTH_ALONE = pattern_of(rf"(?P<month>{MONTH})\.?[\s-]+[’']?(?P<year>(?:20)?\d\d)", re.IGNORECASE)

_FIELD = pattern_of(
    r"^\W*(?:(?:due|deadline|target(?:\s+date)?|by|before|no\s+later\s+than|next\s+meeting(?=\W+\w)|[\d.:]+\s?[ap]m)\b\W*)+",
    re.IGNORECASE,
)
_ANOTHER = pattern_of(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?[\s./-]+(?:(?:{MONTH})\b|\d)|\b(?:{MONTH})\s+20\d\d\b", re.IGNORECASE
)
HALF_A_YEAR = datetime.timedelta(days=183)


def _has_year(words: str) -> bool:
    return re.search(r"\b20\d\d\b|\d[./-]\d{1,2}[./-]\d\d$|-\d\d$", words) is not None


_COMES = r"\b(?:ahead\s+of|prior\s+to|in\s+advance\s+of|before)\s+(?:\w+\s+){1,7}$"
_OF_WHAT_COMES = pattern_of(_COMES, re.IGNORECASE)
_OTHER_DAY = pattern_of(
    r"\b(?:commenc\w+|start(?:s|ed|ing)?|beg[aiu]n\w*|ends?|ended|expir\w+|went|was|were|had|been|since|held|published|launched|opened|closed|agreed|made"
    r"|met|dated|received|happened|occurred|after|until|(?:took|takes|taking)\s+place)\s+(?:\w+\s+){0,3}$"
    rf"|{_COMES}",
    re.IGNORECASE,
)
_IS_SO = pattern_of(r"\s+(?:was|were|had|has|is|are)\b")
_FORWARD = ("by", "before", "until", "no", "on or before")


def _ahead_of(pattern: re.Pattern[str], sentence: str, *, earlier: bool) -> Iterator[re.Match[str]]:
    """Such words that are not the day of something else: "the work that began in March", "the fair in June was wet"."""
    for match in pattern.finditer(sentence):
        others = earlier or _OTHER_DAY.search(sentence[: match.start()]) or _IS_SO.match(sentence, match.end())
        if match.group().lower().startswith(_FORWARD) or not others:
            yield match


def _is_ahead(match: re.Match[str], day: datetime.date, meeting: datetime.date | None) -> bool:
    """Whether a day can be by when: one with a year that was before the meeting, and one without whose like was lately,
    is the day of something else, "about the fair on 4 February"."""
    if meeting is None or match.group().lower().startswith(_FORWARD):
        return True
    return day >= meeting and (_has_year(match.group()) or day - meeting < HALF_A_YEAR)


def _month_end(match: re.Match[str], meeting: datetime.date | None) -> datetime.date | None:
    """The last day of the month, as of "in December": of the year said, else of the first that ends after the meeting."""
    number = month_number(match["month"])
    if match["year"] is None and meeting is None:
        return None
    which = int(match["year"]) if match["year"] else meeting.year + (number < meeting.month)  # type: ignore[union-attr]
    return datetime.date(which, number, calendar.monthrange(which, number)[1])


def _day(match: re.Match[str], meeting: datetime.date | None) -> datetime.date | None:
    """The day of the year said, else the first after the meeting that is called so; None where there is none, or it falls
    on another day of the week than the paper says."""
    said = match.groupdict()
    month = int(said["month"]) if said["month"].isdigit() else month_number(said["month"])
    year = said.get("year") or (f"20{said['short']}" if said.get("short") else None)
    years = [int(year)] if year else [meeting.year, meeting.year + 1] if meeting else []
    for which in years:
        try:
            found = datetime.date(which, month, int(said["day"]))
        except ValueError:
            continue
        if year or (meeting and found >= meeting):
            weekday = said["weekday"]
            return found if weekday is None or WEEKDAYS[found.weekday()][:3].lower() == weekday[:3].lower() else None
    return None


def _ahead(match: re.Match[str], meeting: datetime.date | None) -> datetime.date | None:
    """So long after the meeting; None where the time runs from something else, "within two weeks of receipt"."""
    if meeting is None or match["from"]:
        return None
    word, unit = match["count"].lower(), match["unit"].lower()
    number = 1 if word in ("a", "an") else NUMBER_WORDS.get(word) or int(word)
    steps = {"day": relativedelta(days=number), "week": relativedelta(weeks=number), "month": relativedelta(months=number),
             "fortnight": relativedelta(weeks=2 * number), "year": relativedelta(years=number)}  # fmt: skip
    return meeting + steps[unit]
