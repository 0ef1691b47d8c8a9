"""Room `pack`: what kind of paper a document is.

Takes the opening of a document and its form, gives the `DocumentKind` that its signals prove. Each has a weight, and
none is enough alone: minutes need not say "minutes", and a report about minutes is a report.
"""

import re
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from msgspec import Struct

from scrutiny.language.dates import DATE
from scrutiny.language.patterns import phrase
from scrutiny.pack import signals
from scrutiny.pack.bodies import BODY_NOUN, find_day, is_body_and_date, is_council_name
from scrutiny.pack.company import MANY_DEEDS, deeds_of_named
from scrutiny.pack.fields import Field, is_form
from scrutiny.pack.labels import FieldKind
from scrutiny.pack.model import DocumentKind
from scrutiny.pack.openings import Opening, is_prose
from scrutiny.pack.signals import Signal

HEAD_ROWS = 8
"""Rows in which a paper says what it is: council, body, kind, day and place take up to seven."""

ENOUGH = 5
"""Weight that proves a kind: the heading (3) and a strong signal (2), or without the heading three signals and more."""

HEADING = 3
"""Weight of the heading: more than any one signal, less than two."""

LONG_TEXT = 6000
"""Characters: a paper of three pages and more that calls itself a report is one; a form or a letter may mention one."""


class KindFound(Struct, frozen=True, kw_only=True):
    """The kind that the signals prove, with the weight they have and their names."""

    kind: DocumentKind
    weight: int
    signals: tuple[str, ...]


def find_kind(opening: Opening, fields: Sequence[Field]) -> KindFound | None:
    """The kind that the paper itself proves; None where its signals are not enough.

    A form with a subject or an author is the head of a report, whatever the report is about; only a record of a
    decision has such a form too.
    """
    head = _head(opening)
    first = "\n".join(opening.texts[:2])
    whole = "\n".join(opening.texts)
    formal = is_form(fields) and any(field.kind in (FieldKind.TITLE, FieldKind.FROM) for field in fields)
    found = [
        _log(opening, head),
        _headed(DocumentKind.DECISION_NOTICE, signals.DECISION_HEADING, signals.DECISION, head, whole),
        _headed(DocumentKind.RESPONSE, signals.RESPONSE_HEADING, signals.RESPONSE, head, whole),
        _headed(DocumentKind.QUESTIONS, signals.QUESTIONS_HEADING, signals.QUESTIONS, head, whole),
        _agenda(opening, head, first),
        _minutes(opening, head, first),
        _report(fields, head, first, whole),
    ]
    proven = [one for one in found if one is not None and one.weight >= ENOUGH]
    if formal:
        proven = [one for one in proven if one.kind in (DocumentKind.REPORT, DocumentKind.DECISION_NOTICE)]
    elif any(one.kind is not DocumentKind.REPORT for one in proven):
        proven = [one for one in proven if one.kind is not DocumentKind.REPORT]
    told = [one for one in proven if "heading" in one.signals]
    return max(told or proven, key=lambda one: one.weight, default=None)


def _head(opening: Opening) -> tuple[str, ...]:
    """The rows that say what the paper is: those above the first paragraph."""
    rows: list[str] = []
    for row in opening.rows[:HEAD_ROWS]:
        about_last = signals.OF_THE_LAST.search(row.text) is not None
        if about_last or (is_prose(row.text) and not signals.MINUTES_HEADING.search(row.text)):
            break
        rows.append(row.text)
    return tuple(rows)


def _count(wanted: Sequence[Signal], text: str) -> tuple[int, list[str]]:
    """The weight and names of the signals that a text has."""
    found = [signal for signal in wanted if len([*islice(signal.pattern.finditer(text), signal.times)]) == signal.times]
    return sum(signal.weight for signal in found), [signal.name for signal in found]


def _says(pattern: re.Pattern[str], head: Sequence[str]) -> bool:
    """Whether one row of the head, or two that run on, say it."""
    return any(len(text) < 160 and pattern.search(text) for text in _rows_and_pairs(head))


def _rows_and_pairs(head: Sequence[str]) -> list[str]:
    return [*head, *(f"{one} {two}" for one, two in pairwise(head))]


def _headed(
    kind: DocumentKind, heading: re.Pattern[str], wanted: Sequence[Signal], head: Sequence[str], text: str
) -> KindFound | None:
    """A kind that must say so in its heading, and bear it out in its text."""
    if not _says(heading, head[:5]):
        return None
    weight, names = _count(wanted, text)
    return KindFound(kind=kind, weight=weight + HEADING, signals=("heading", *names))


def _log(opening: Opening, head: Sequence[str]) -> KindFound | None:
    """A log has its heading and at least three of the columns of one: what, who, by when, how far."""
    columns = max(
        (sum(bool(column.search(window)) for column in signals.LOG_COLUMNS) for window in _windows(opening)), default=0
    )
    if columns < 3 or not _says(signals.LOG_HEADING, head[:4]):
        return None
    return KindFound(kind=DocumentKind.ACTION_LOG, weight=ENOUGH + HEADING, signals=("heading", "columns"))


def _windows(opening: Opening) -> list[str]:
    """Rows that may head a table, each with the two below it: headings of columns wrap."""
    texts = [row.text for row in opening.rows[:12] if not row.text.endswith((".", ";", ":"))]
    windows = [" ".join(texts[at : at + 3]) for at in range(len(texts))]
    return [window for window in windows if len(window) < 160] + [text for text in texts if len(text) < 160]


def _agenda(opening: Opening, head: Sequence[str], first: str) -> KindFound | None:
    weight, names = _count(signals.AGENDA, first)
    short = [row.text for row in opening.rows[:20] if len(row.text) < 80 and not is_prose(row.text)]
    if any(signals.AGENDA_HEADING.search(text) for text in short) and not _says(signals.MINUTES_HEADING, head[:4]):
        weight, names = weight + HEADING, ["heading", *names]
    if weight < ENOUGH:
        return None
    past, _ = _count(signals.SPEECH, opening.texts[0] if opening.texts else "")
    return KindFound(kind=DocumentKind.AGENDA, weight=weight - past, signals=tuple(names))


def _minutes(opening: Opening, head: Sequence[str], first: str) -> KindFound | None:
    """Minutes by their heading, or by what stands in them below a body and a day. Those that are named below the
    heading of an agenda are business of it."""
    head = tuple(takewhile(lambda row: not signals.AGENDA_HEADING.fullmatch(row), head))
    weight, names = _count(signals.ATTENDANCE, first)
    told = any(signals.REPORT_WORD.search(row) for row in head)  # the authors of a report act in it too
    deeds = 0 if told else deeds_of_named([row.text for row in opening.rows], opening.texts[:3])
    if deeds and "attendance" not in names:
        weight, names = weight + 2, ["attendance", *names]
    if _says(signals.MINUTES_HEADING, head) and not _says(signals.DECISION_HEADING, head):
        weight, names = weight + HEADING, ["heading", *names]
    elif _body_and_day(opening, head):
        weight, names = weight + 1, ["body and day", *names]
    elif "attendance" in names:
        weight -= 2
    else:
        return None
    ends = "\n".join([*opening.texts[:3], *opening.texts[3:][-1:]])
    more, further = _count(signals.RECORD, ends)
    weight, names = weight + more, names + further
    if deeds >= MANY_DEEDS and "reported speech" not in names:
        weight, names = weight + 2, [*names, "reported speech"]
    if {"attendance", "body and day"} <= {*names} and "decisions" not in names:
        more, further = _count([signals.DECIDED], ends)
        weight, names = weight + more, names + further
    present = set(names)
    routine = len(present & {"attendance", "apologies", "last minutes", "closing"})
    if "heading" not in present and (
        not (deeds >= MANY_DEEDS or present & {"last minutes", "closing", "decisions"})
        or routine < (1 if {"attendance", "body and day"} <= present else 2)
    ):
        return None
    return KindFound(kind=DocumentKind.MINUTES, weight=weight, signals=tuple(names))


def _body_and_day(opening: Opening, head: Sequence[str]) -> bool:
    """Whether a body and a day stand at the head; the name of a body may take two rows."""
    named = any(
        (is_body_and_date(text) and (BODY_NOUN.search(text) or is_council_name(text))) or _MET_ON.match(text)
        for text in _rows_and_pairs(head)
    )
    return named and find_day(" ".join(row.text for row in opening.rows[:HEAD_ROWS])) is not None


_MET_ON = phrase(rf"(?:\S+ ){{0,6}}meeting(?: held)?(?: on)?[,:;–—-]? {DATE.pattern}")
"""A row that begins with a meeting and its day, whatever else it tells: where it was, who came."""


def _report(fields: Sequence[Field], head: Sequence[str], first: str, text: str) -> KindFound | None:
    weight, names = _count(signals.REPORT, first)
    if is_form(fields):
        subject = any(field.kind is FieldKind.TITLE for field in fields)
        weight, names = weight + (ENOUGH if subject else HEADING), ["form", *names]
    if any(signals.REPORT_WORD.search(row) for row in head):
        weight, names = weight + HEADING + (2 if len(text) > LONG_TEXT else 0), ["heading", *names]
    return KindFound(kind=DocumentKind.REPORT, weight=weight, signals=tuple(names))
