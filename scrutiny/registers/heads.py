"""Room `registers`: who wrote a report and about what, and which meeting a set of minutes is of.

Takes the blocks of a first page. Knows the heads that councils print: "Report of NAME, POST" below the
committee and the title, and From / To / Subject.
"""

import datetime
import re
from dataclasses import dataclass

from scrutiny.language.dates import DATE, parse_date
from scrutiny.pack import Document
from scrutiny.prose import Block
from scrutiny.sources import fold

_REPORT_OF = re.compile(r"\b(?:Joint\s+)?Report\s+(?:of|by)\s+(?P<author>.+)$", re.IGNORECASE)
_DATE_TITLE_AUTHOR = re.compile(
    rf"{DATE.pattern}\s+(?P<title>[A-Z].{{3,150}}?)\s+(?:(?:Ordinary|Key|Executive)\s+Decision\s+)?(?:Joint\s+)?Report\s+of\s+"
    r"(?P<author>.{3,200}?)"
    r"(?=\s+(?:Electoral|Ward\S*|Purpose|Executive\s+[Ss]ummary|Summary|Cabinet\s+Portfolio|Division|Contact|Introduction|Background)\b|$)"
)
"""The date, the title and "Report of ..." one below the other, as many county councils set them."""
_FROM = re.compile(r"^(?:From|By|Report author|Report of|Author)\s*:\s*(?P<author>\S.*)$", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:Subject|Title|Report title|Title of report|Report)\s*:\s*(?P<title>\S.*)$", re.IGNORECASE)
_TO = re.compile(r"^(?:To|Date|Meeting date)\s*:\s*(?P<to>\S.*)$", re.IGNORECASE)
_HELD = re.compile(
    r"(?:meeting|minutes)\s+of\s+(?!(?:the\s+)?meeting\b)(?:the\s+)?(?P<body>[A-Z](?:[^\W\d]|[’'&, -]){3,120}?)"
    r"(?:\s+Meeting)?\s*(?:,|held\b|on\b|at\b|\.|\d|$)",
    re.IGNORECASE,
)
"""The body ends where the day begins: it is the same at every meeting."""


_ROW = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s+(?:\S+\s+){5}")
"""A row of a log, which begins with the day of some other meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """What stands at the head of a report."""

    title: str
    author: str | None
    date: datetime.date | None


def find_report_head(blocks: tuple[Block, ...], document: Document) -> ReportHead:
    """The report's title as printed, else as the contents list it, and its author."""
    title = author = None
    date = None
    printed = _DATE_TITLE_AUTHOR.search(fold(" ".join(block.quote for block in blocks[:10])))
    if printed:
        title, author = printed["title"], printed["author"]
    for block in blocks[:14]:
        text = block.quote
        if (match := _SUBJECT.match(text)) and title is None:
            title = match["title"]
        elif (match := _FROM.match(text) or _REPORT_OF.search(text)) and author is None:
            author = match["author"]
        if date is None and (_TO.match(text) or len(text) < 40):
            date = parse_date(text)
    listed = re.sub(r"\s*[-–—:]?\s*\(?\bReport\s+of\s+(?:the\s+)?[A-Z].*$", "", document.title)
    return ReportHead(title=fold(title or listed or document.title), author=fold(author) if author else None, date=date)


def meeting_of_minutes(blocks: tuple[Block, ...]) -> tuple[str | None, datetime.date | None]:
    """The body and the date of the meeting that a set of minutes is of."""
    head = fold(" ".join(block.quote for block in blocks[:8]))
    held = _HELD.search(head)
    told = (block.quote for block in blocks[:12] if not _ROW.match(block.quote))
    date = next((found for text in told if (found := parse_date(text)) is not None), None)
    return (held["body"].strip() if held else None), date
