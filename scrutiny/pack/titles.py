"""Room `pack`: what a document says of itself: its title and date, the body that met, and who wrote it.

Takes the opening of a document, its form and its kind. A report is called by its subject, never by a label of its
form, the council's name or a running number; papers of a meeting by what they are, the body and the day, in the
paper's own words. None where the paper has no heading that can be told from its text.
"""

import datetime
import functools
import itertools
import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from scrutiny.language.dates import print_day
from scrutiny.language.patterns import any_of, pattern_of, phrase
from scrutiny.pack.bodies import find_body, find_day, is_council_name, is_generic, tidy_body
from scrutiny.pack.fields import Field, value_of
from scrutiny.pack.headings import MAX_TITLE, find_heading, goes_on, tidy_title
from scrutiny.pack.labels import FieldKind
from scrutiny.pack.model import DocumentKind
from scrutiny.pack.openings import Opening, is_prose, with_next
from scrutiny.pack.rows import Row
from scrutiny.pack.signals import LOG_HEADING, WHO

HEAD_ROWS = 12
"""Rows from which the body and the day of a meeting are taken."""

_AS_AT = phrase(r"\b(?:as at|position at|(?:last )?updated(?: on)?|correct at)\s*:?\s*(?P<day>.{6,40})")
_LOG_TABLE = phrase(
    any_of(
        r"\baction\b.*\b(?:owner|lead|due|deadline|status|progress)\b",
        r"^meeting date\b",
        r"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4} (?:\S+ ){5}",
    )
)
"""The row that heads a log's table, or its first entry: the days from there on are those of other meetings."""

_CODE = pattern_of(r"^(?:[A-Z]{1,6}\s?[(/]?\d+[)\w./-]*\s+)+")
"""A paper's number in front of its name: "AB (7)1.ii"."""

_MADE = {
    DocumentKind.MINUTES: "Minutes",
    DocumentKind.DECISION_NOTICE: "Decisions",
    DocumentKind.ACTION_LOG: "Action log",
    DocumentKind.AGENDA: "Agenda",
}
_ONE_QUESTION = pattern_of(r"^(?:\w+\s+)?question\s+(?:\d|no\b|from|by|to|put)", re.IGNORECASE)
_RECORD_WORD = pattern_of(r"^(?:.{0,40}?\b)??(?P<draft>draft\s+)?(?P<word>minutes?|notes?|record)\b", re.IGNORECASE)


class Naming(Struct, frozen=True, kw_only=True):
    """What a document is called, its day, the body that met, who wrote it, as printed; None where it does not say."""

    title: str | None
    date: datetime.date | None
    body: str | None = None
    author: str | None = None


def find_naming(opening: Opening, fields: Sequence[Field], kind: DocumentKind) -> Naming:
    """What the document says of itself."""
    day = _day_of(opening, fields, kind)
    if kind is DocumentKind.ACTION_LOG and day is None:
        day = next((find_day(found["day"]) for text in opening.texts if (found := _AS_AT.search(text))), None)
    rows = _without_running_head(_until_people(opening))
    body = _body_of(rows, fields, kind)
    made = functools.partial(_made_title, opening, fields, kind, rows, body, day)
    return Naming(title=_title(opening, fields, kind, made), date=day, body=body, author=_author(opening, fields))


def _title(opening: Opening, fields: Sequence[Field], kind: DocumentKind, made: Callable[[], str | None]) -> str | None:
    """By its subject, its heading, or made of what it is, the body and the day."""
    subject = value_of(fields, FieldKind.TITLE)
    if subject and len(subject) > MAX_TITLE:
        subject = None
    if kind is DocumentKind.DECISION_NOTICE and subject:
        proposed = any(re.search(r"\bproposed\b", row.text, re.IGNORECASE) for row in opening.rows[:3])
        return f"{'Proposed record' if proposed else 'Record'} of decision: {tidy_title(subject)}"
    if kind in _MADE:
        return made()
    if subject:
        return tidy_title(subject)
    title = find_heading(opening, fields)
    return made() if kind is DocumentKind.QUESTIONS and (title is None or _ONE_QUESTION.match(title)) else title


_REPORT_OF = phrase(r"^(?:joint )?report (?:of|by) (?P<author>\S.*)$")


def _author(opening: Opening, fields: Sequence[Field]) -> str | None:
    """Who wrote it: by its form, or behind "Report of", over as many rows as that takes; None for "Report by the"."""
    author = (_printed_author(opening, fields) or "").strip(" ,;:")
    return author if any(word[:1].isupper() for word in author.split()) else None


def _printed_author(opening: Opening, fields: Sequence[Field]) -> str | None:
    told = value_of(fields, FieldKind.FROM)
    begins = next(((at, found) for at, row in enumerate(opening.rows) if (found := _REPORT_OF.match(row.text))), None)
    if told is not None or begins is None:
        return told
    at, found = begins
    author = found["author"]
    for above, row in itertools.pairwise(opening.rows[at:]):
        if not goes_on(above, row, 1.0):
            break
        author += f" {row.text}"
    return author


def _made_title(
    opening: Opening, fields: Sequence[Field], kind: DocumentKind, rows: Sequence[str], body: str | None,
    day: datetime.date | None,
) -> str | None:  # fmt: skip
    """ "Minutes of the Audit Committee, 3 May 2022", of the paper's own body and day."""
    word = _MADE.get(kind, "Questions")
    if kind is DocumentKind.MINUTES:
        found = next((match for row in rows if (match := _RECORD_WORD.match(row))), None)
        if found is not None and found["word"].lower().startswith("note"):
            word = "Notes"
        if found is not None and found["draft"]:
            word = f"Draft {word.lower()}"
    if body is None:
        if kind is DocumentKind.DECISION_NOTICE and (heading := find_heading(opening, fields)):
            return heading
        return f"{word} of the meeting held on {print_day(day)}" if day else None
    word = "Questions to" if kind is DocumentKind.QUESTIONS else f"{word} of"
    article = "" if re.match(r"the\b", body, re.IGNORECASE) or is_council_name(body) else "the "
    return f"{word} {article}{body}" + (f", {print_day(day)}" if day else "")


def _body_of(rows: Sequence[str], fields: Sequence[Field], kind: DocumentKind) -> str | None:
    if kind is DocumentKind.ACTION_LOG:
        for row in rows[:4]:
            if LOG_HEADING.search(row):
                named = tidy_body(_CODE.sub("", LOG_HEADING.sub(" ", row)))
                if named and not is_generic(named):
                    return named
    labelled = value_of(fields, FieldKind.BODY)
    if labelled is not None and len(labelled) < 120 and not is_prose(labelled):
        named = tidy_body(labelled)
        if named and not is_generic(named):
            return named
    return find_body(rows)


def _without_running_head(rows: Sequence[Row]) -> list[str]:
    """Their text; a first row in smaller type than what follows is a running head."""
    if len(rows) > 1 and rows[0].main.size < 0.8 * max(row.main.size for row in rows[1:3]):
        rows = rows[1:]
    return [row.text for row in rows]


_PEOPLE = phrase(
    rf"^(?:{WHO} ){{0,3}}(?:present|in attendance|attendees|attending|sederunt|apologies|panel members)\b"
    r"|^(?:cllrs?|councillors?)\b"
)


def _until_people(opening: Opening) -> list[Row]:
    """The rows above the list of those present and the first paragraph."""
    rows = list(opening.rows[:HEAD_ROWS])
    return rows[: next((at for at, row in enumerate(rows) if at and _PEOPLE.match(row.text)), len(rows))]


def _day_of(opening: Opening, fields: Sequence[Field], kind: DocumentKind) -> datetime.date | None:
    """The day of the paper: by its form, else at its head, above the first paragraph of a report."""
    for wanted in (FieldKind.DATE, FieldKind.BODY):
        for field in fields:
            if field.kind is wanted and (day := find_day(field.value)) is not None:
                return day
    masthead = itertools.takewhile(lambda row: opening.cover or not is_prose(row.text), opening.rows)
    rows = _until_people(opening) if kind in _MADE else [*masthead][:20]
    if kind is DocumentKind.ACTION_LOG:
        rows = rows[: next((at for at, row in enumerate(rows) if _LOG_TABLE.search(row.text)), len(rows))]
    texts = with_next([row.text for row in rows])
    return next((day for text in texts if (day := find_day(text)) is not None), None)
