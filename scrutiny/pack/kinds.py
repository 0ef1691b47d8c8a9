"""Room `pack`: what kind of paper a document is.

Takes the opening of a document and its form, gives the `DocumentKind` that its signals prove. Each has a weight, and
none is enough alone: minutes need not say "minutes", and a report about minutes is a report. Who was at a meeting is
named in many wordings, or in none; that the same people then ask, say, agree and are to do things is the same in all.
"""

import re
from collections.abc import Sequence, Set
from itertools import dropwhile, islice, takewhile

from msgspec import Struct

from scrutiny.language.actors import MEMBERS, names_actor
from scrutiny.language.dates import DATE, MONTHS, WEEKDAYS
from scrutiny.language.patterns import pattern_of, phrase
from scrutiny.pack import signals
from scrutiny.pack.bodies import BODY_NOUN, find_day, is_body_and_date, is_council_name
from scrutiny.pack.fields import Field, is_form
from scrutiny.pack.labels import FieldKind
from scrutiny.pack.model import DocumentKind
from scrutiny.pack.openings import Opening, is_prose, with_next
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
    return any(len(text) < 160 and pattern.search(text) for text in with_next(head))


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
        for text in with_next(head)
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


# --- people named at the head, who act below -------------------------------------------------------

FEWEST_NAMED = 4
"""Names in a row of each other: fewer may be the authors of a paper."""

FEWEST_ACT = 3
"""People named at the head who act below."""

MANY_DEEDS = 6
"""As many tell of a meeting, whatever words they are told in."""

NAMED_ROWS = 25

_BETWEEN_NAMES = pattern_of(r"\s*(?:[,;:.•|\n]|\band\b|&)\s*")
_ASIDE = pattern_of(r"\s*\([^()]*\)")
_INITIALS = pattern_of(r"\(([A-Z]{2,3})\b[^()]{0,40}\)")
"""What a person is called below, "Ann Marsh (AM, Chair)"."""

_NAME = pattern_of(r"(?:.*\s)??(?P<name>(?:[A-Z][\w’'-]*\.?\s+){0,3}[A-Z][\w’'-]*)")
"""A name, perhaps behind words that lead to it: "we were Ann Marsh"."""

_NO_NAME = frozenset(word.capitalize() for word in (*MONTHS, *WEEKDAYS))
_ACTS = pattern_of(
    r"\s+(?:(?:also|then|still|again)\s+)?(?:will|would|to|shall|said|told|gave|took|thought|felt|put|"
    r"sent|spoke|brought|met|\w{2,}ed)\b"
)
_WITHIN = pattern_of(r"\b(?:in|at|near|across|within|around)\s+")
"""What stands before a place, and not before a person."""
_EDGE = pattern_of(r"\b")


def deeds_of_named(rows: Sequence[str], texts: Sequence[str]) -> int:
    """How often those who are named at the head, one beside or below the other, do something in the text; 0 where
    fewer than `FEWEST_ACT` of them do."""
    head = "\n".join(rows[:HEAD_ROWS])
    initials = set(_INITIALS.findall(head))
    named = initials if len(initials) >= FEWEST_NAMED else set()
    run: list[str] = []
    for piece in _BETWEEN_NAMES.split(_ASIDE.sub(" ", head)):
        name = _name_in(piece)
        if name is not None:
            run.append(name)
        elif piece.strip():
            run = []
        if len(run) >= FEWEST_NAMED:
            named.update(run)
    whole = "\n".join(texts)
    places = {match.end() for match in _WITHIN.finditer(whole)}
    deeds = [_deeds_of(name, whole, places) for name in named]
    return sum(deeds) if sum(each > 0 for each in deeds) >= FEWEST_ACT else 0


def _deeds_of(name: str, whole: str, places: Set[int]) -> int:
    """How often a name stands before what somebody does; 0 where it also stands where a place would. A pattern of each
    name would take longer to make than the text takes to read."""
    deeds, at = 0, whole.find(name)
    while at >= 0:
        end, acts = at + len(name), None
        if _EDGE.match(whole, at):
            if at in places and _EDGE.match(whole, end):
                return 0
            acts = _ACTS.match(whole, end)
            deeds += acts is not None
        at = whole.find(name, acts.end() if acts else at + 1)
    return deeds


def _name_in(piece: str) -> str | None:
    """What the person is called in the text: by the first name alone, or by the last of several words."""
    found = _NAME.fullmatch(piece.strip())
    if found is None:
        return None
    words = [*dropwhile(lambda word: word.lower().strip(".") in MEMBERS, found["name"].split())]
    if not words or any(word in _NO_NAME or names_actor(word.lower()) for word in words):
        return None
    return " ".join(words) if len(words[-1]) < 3 else words[-1]
