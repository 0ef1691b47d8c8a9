"""Room `checks`: the figures of a sentence against one another.

Takes sentences and paragraphs as quotes. Each check reads a wording in which it is plain what belongs to what; any
other wording is left, because a false alarm is worse than a miss.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.sentences import check_statements
from scrutiny.figures.verdicts import Status
from scrutiny.language.dates import DATE, WEEKDAYS, month_number
from scrutiny.language.patterns import pattern_of
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote

_DOUBLED = pattern_of(r"£{2,}\d+(?:,\d{3})*(?:\.\d+)?")
_COMMA = pattern_of(r"(?<![\d,.])\d{1,3},\d{1,2}\s?%")
_SPACED = pattern_of(r"£\d{1,3},\s\d{3}(?:,\d{3})*(?![\d,])")
_TWO_PERCENT = pattern_of(r"\d+(?:\.\d+)?\s?%\s?%")


def check_sentences(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every check that a sentence, or one and the sentence before it, allows."""
    yield from check_statements(paragraphs)
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            text = sentence.text
            if "%" in text or "£" in text:
                yield from check_malformed(sentence)
            if "day" in text.lower():
                yield from check_weekdays(sentence)


def check_weekdays(sentence: Quote) -> Iterator[Checked]:
    for match in DATE.finditer(sentence.text):
        if match["weekday"] is None:
            continue
        try:
            day = datetime.date(int(match["year"]), month_number(match["month"]), int(match["day"]))
        except ValueError:
            yield judged(
                Check.WEEKDAYS, Status.ERROR, sentence, printed=match[0], working="there is no such day",
                message=f"{match[0]}: there is no such day",
            )  # fmt: skip
            continue
        right = WEEKDAYS[day.weekday()]
        date = match[0][len(match["weekday"]) :].strip(" ,")
        status = Status.OK if right.lower() == match["weekday"].lower() else Status.ERROR
        yield judged(
            Check.WEEKDAYS, status, sentence, printed=match[0], expected=right, working=f"{date} was a {right}",
            message=f"{match[0]}: {date} was a {right}",
        )  # fmt: skip


def check_malformed(sentence: Quote) -> Iterator[Checked]:
    """Figures whose meaning is plain though they are printed wrongly. A spaced one is left where "£1, 200" may list."""
    for pattern, mend in (
        (_DOUBLED, lambda text: "£" + text.lstrip("£")),
        (_COMMA, lambda text: text.replace(",", ".")),
        (_SPACED, lambda text: text.replace(" ", "")),
        (_TWO_PERCENT, lambda text: re.sub(r"%\s?%", "%", text)),
    ):
        for match in pattern.finditer(sentence.text):
            meant = mend(match[0])
            yield judged(
                Check.MALFORMED, Status.WARNING, sentence, printed=match[0], expected=re.sub(r"[£%,]", "", meant),
                working=f"read as {meant}", message=f"{match[0]} is read as {meant}",
            )  # fmt: skip
