"""Room `pack`: a document's own title and date, such as a clerk would write them in a list of contents.

Takes the opening of a document, its form and its kind. A report is called by its subject, never by a label of its
form, the council's name or a running number. Papers of a meeting are called by what they are, the body and the day,
made of the paper's own words. Gives None where the paper has no heading that can be told from its text.
"""

import datetime
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny.pack.bodies import (
    find_body,
    find_day,
    is_body_and_date,
    is_council_name,
    is_generic,
    print_day,
    set_capitals,
    tidy_body,
)
from scrutiny.pack.fields import Field, value_of
from scrutiny.pack.labels import FieldKind
from scrutiny.pack.model import DocumentKind
from scrutiny.pack.openings import MAX_SUBTITLE_GAP, Opening, OpeningRow, is_prose
from scrutiny.sources import fold

MAX_TITLE = 240
"""Characters. The longest subject of a report seen has 214; a longer heading is a paragraph."""

HEAD_ROWS = 12
"""Rows from which the body and the day of a meeting are taken."""

LINE_GAP = 0.75
"""Share of a line's height that may stand between two lines of one heading; between a heading and the next block of
the same style there is an empty line."""

MAX_SUBTITLE_STEP = 6.0
"""Times the title's size below the title: covers set the subtitle within 4.5, addresses and authors at the foot."""

SUBTITLE_SIZE = 0.42
"""A subtitle is set at this share of the title's size at least: 14 under 32 points is one, an author's line is not."""

_FORM_NAME = re.compile(
    r"^(?:(?:the|a|an|draft|final|cover(?:ing)?|information|committee|cabinet|council|executive|scrutiny|overview|and|officer|public|open|joint|decision|key|board|panel|"
    r"briefing|member|delegated|part\s+[12ab]|supplementary|late|urgent)\s+)*(?:report|paper|briefing\s+(?:note|paper)|sheet|form|note|template|agenda|front\s?sheet|item|document)"
    r"(?:\s+(?:template|form|no\.?|number|sheet|for\s+(?:information|decision|discussion|noting)))*$",
    re.IGNORECASE,
)
"""What a template is called, not what the paper is about: "Committee Report", "REPORT", "Covering Report"."""

_FORM_ROW = re.compile(
    r"^(?:joint\s+)?report\s+(?:of|by|from|to|author|for)\b|^(?:by|from)\s+(?:the\s+|(?-i:[A-Z]))|^(?:author|prepared|produced|written|published|approved|submitted|updated|last\s+updated|issued|version|revision|issue|ref(?:erence)?|"
    r"our\s+ref|your\s+ref|tel|email|e-mail|phone|fax|contact|page|item\s+no|classification|ward|key\s+decision|confidential|draft\b\s*$|date\b|time\b|venue\b|file\s+ref|contents\s*$|©|isbn)\b|"
    r"\bclassification\s*:|^an\s+inspector\b|^v(?:ersion)?\s?\d+(?:\.\d+)*$",
    re.IGNORECASE,
)
_LAW = re.compile(r"^(?:SECTIONS?|Sections?|REGULATIONS?|RULES?)\s+[\d()A-Za-z]{1,9}(?:\s+.{0,30})?$|^(?:and\s+)?(?:the\s+)?[\w ,&()’'-]{4,90}\b(?:ACTS?|Acts?|REGULATIONS|Regulations)\s+(?:19|20)\d\d(?:\s*\(.*\))?$")
"""A row that names the law under which a paper is made."""

_SECTION = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:purpose(?:\s+of\s+(?:the\s+|this\s+)?(?:report|paper))?|(?:executive\s+)?summary|introduction|background|recommendations?(?:\s*\(s\))?|contents|table\s+of\s+contents|foreword|"
    r"context|overview|key\s+messages|decision(?:\s+required)?|summary\s+and\s+recommendations|agenda|glossary|present|apologies)\s*:?$",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(r"^(?:appendix|annexe?|schedule|enclosure)\s+(?:[A-Z]{1,2}|\d{1,2}[A-Za-z]?|[IVX]{1,5})\s*[:.–-]?$", re.IGNORECASE)
_LABELLED = re.compile(r"^[A-Z][\w’' ]{1,24}:\s")
_PART = re.compile(r"^(?:question|statement|section|part|chapter|item|table|figure|slide|contents?)\b\s*(?:\d|no\b|pages?\b|[A-Z]\b|$)", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b")
_UNIT = re.compile(r"\b(?:unit|department|directorate|division|university|institute)$", re.IGNORECASE)
"""Who wrote a paper, printed below its title."""
_INSTITUTION = re.compile(r"\b(?:university|(?:business|law|medical)\s+school|polytechnic)\b", re.IGNORECASE)
_SALUTATION = re.compile(r"^dear\b", re.IGNORECASE)
_MONTH_ONLY = re.compile(
    r"^(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\s+)?(?:19|20)\d\d$",
    re.IGNORECASE,
)
_GENERIC_METADATA = re.compile(
    r"^(?:microsoft\s+\w+\s*-|untitled|document\d*|the\s+report|report(?:\s+template)?|agenda(?:\s+template)?|minutes|by:|template|heading\s*\d|powerpoint\s+presentation|slide\s*\d)|"
    r"\btemplate$|\.(?:docx?|pdf|xlsx?|pptx?|indd)$",
    re.IGNORECASE,
)
_LOG_WORD = re.compile(r"\b(?:outstanding\s+)?actions?\s+(?:log|list|sheet|tracker|points|register|schedule|monitor|summary)\b", re.IGNORECASE)
_AS_AT = re.compile(r"\b(?:as\s+at|position\s+at|(?:last\s+)?updated(?:\s+on)?|correct\s+at)\s*:?\s*(?P<day>.{6,40})", re.IGNORECASE)
_LOG_TABLE = re.compile(r"\baction\b.*\b(?:owner|lead|due|deadline|status|progress)\b|^meeting\s+date\b", re.IGNORECASE)
"""The row that heads a log's table; the days below it are those of its entries."""
_CODE = re.compile(r"^(?:[A-Z]{1,6}\s?[(/]?\d+[)\w./-]*\s+)+")
"""A paper's number in front of its name: "AB (7)1.ii"."""

_MADE = {
    DocumentKind.MINUTES: "Minutes",
    DocumentKind.DECISION_NOTICE: "Decisions",
    DocumentKind.ACTION_LOG: "Action log",
    DocumentKind.AGENDA: "Agenda",
}
_ONE_QUESTION = re.compile(r"^(?:\w+\s+)?question\s+(?:\d|no\b|from|by|to|put)", re.IGNORECASE)
_RECORD_WORD = re.compile(r"^(?:.{0,40}?\b)??(?P<draft>draft\s+)?(?P<word>minutes?|notes?|record)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a document is called, and the day it says it is of. None where the paper does not say."""

    title: str | None
    date: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Rows of one style that follow one another."""

    rows: tuple[OpeningRow, ...]

    @property
    def text(self) -> str:
        return fold(" ".join(row.leading for row in self.rows))

    @property
    def size(self) -> float:
        return self.rows[0].size

    @property
    def bold(self) -> bool:
        return self.rows[0].bold


def find_naming(
    opening: Opening, fields: Sequence[Field], kind: DocumentKind, *, metadata: str | None = None
) -> Naming:
    """The document's own title and date."""
    day = _day_of(opening, fields, kind)
    if kind is DocumentKind.ACTION_LOG and day is None:
        day = next((find_day(found["day"]) for text in opening.texts if (found := _AS_AT.search(text))), None)
    subject = value_of(fields, FieldKind.TITLE)
    if kind is DocumentKind.DECISION_NOTICE and subject and len(subject) <= MAX_TITLE:
        proposed = any(re.search(r"\bproposed\b", row.text, re.IGNORECASE) for row in opening.rows[:3])
        return Naming(title=f"{'Proposed record' if proposed else 'Record'} of decision: {_clean(subject)}", date=day)
    if kind in _MADE:
        return Naming(title=_made_title(opening, fields, kind, day), date=day)
    if subject and len(subject) <= MAX_TITLE and not is_prose_only(subject):
        return Naming(title=_clean(subject), date=day)
    title = _heading(opening, fields, metadata)
    if kind is DocumentKind.QUESTIONS and (title is None or _ONE_QUESTION.match(title)):
        title = _made_title(opening, fields, kind, day)
    return Naming(title=title, date=day)


def is_prose_only(text: str) -> bool:
    """Whether a value is a sentence, not a subject."""
    return len(text) > 120 and text.endswith(".") and is_prose(text)


def is_form_label(text: str) -> bool:
    """Whether a heading says only which form or part of a paper it is."""
    bare = fold(text).strip(" :-–—")
    return bool(_FORM_NAME.match(bare) or _FORM_ROW.search(bare) or _SECTION.match(bare))


def _made_title(
    opening: Opening, fields: Sequence[Field], kind: DocumentKind, day: datetime.date | None
) -> str | None:
    """ "Minutes of the Audit Committee, 3 May 2022", of the paper's own body and day."""
    rows = _without_running_head(_until_people(opening))
    body = _body_of(rows, fields, kind)
    word = _MADE.get(kind, "Questions")
    if kind is DocumentKind.MINUTES:
        found = next((match for row in rows if (match := _RECORD_WORD.match(row))), None)
        if found is not None and found["word"].lower().startswith("note"):
            word = "Notes"
        if found is not None and found["draft"]:
            word = f"Draft {word.lower()}"
    if body is None:
        if kind is DocumentKind.DECISION_NOTICE and (heading := _heading(opening, fields, None)):
            return heading
        return f"{word} of the meeting held on {print_day(day)}" if day else None
    word = "Questions to" if kind is DocumentKind.QUESTIONS else f"{word} of"
    article = "" if re.match(r"the\b", body, re.IGNORECASE) or is_council_name(body) else "the "
    return f"{word} {article}{body}" + (f", {print_day(day)}" if day else "")


def _body_of(rows: Sequence[str], fields: Sequence[Field], kind: DocumentKind) -> str | None:
    if kind is DocumentKind.ACTION_LOG:
        for row in rows[:4]:
            if _LOG_WORD.search(row):
                named = tidy_body(_CODE.sub("", _LOG_WORD.sub(" ", row)))
                if named and not is_generic(named):
                    return named
    labelled = value_of(fields, FieldKind.BODY)
    if labelled is not None and len(labelled) < 120 and not is_prose(labelled):
        named = tidy_body(labelled)
        if named and not is_generic(named):
            return named
    return find_body(rows)


def _without_running_head(rows: Sequence[OpeningRow]) -> list[str]:
    """Their text; a first row in smaller type than what follows is a running head."""
    if len(rows) > 1 and rows[0].size < 0.8 * max(row.size for row in rows[1:3]):
        rows = rows[1:]
    return [row.text for row in rows]


_PEOPLE = re.compile(
    r"^(?:(?:members?|councillors|officers|others?|panel|board|committee|also|executive)\s+){0,3}(?:present|in\s+attendance|attendees|attending|sederunt|apologies|panel\s+members)\b|^(?:cllrs?|councillors?)\b",
    re.IGNORECASE,
)


def _until_people(opening: Opening) -> list[OpeningRow]:
    """The rows above the list of those present and the first paragraph."""
    rows: list[OpeningRow] = []
    for row in opening.rows[:HEAD_ROWS]:
        if rows and _PEOPLE.match(row.text):
            break
        rows.append(row)
    return rows


def _day_of(opening: Opening, fields: Sequence[Field], kind: DocumentKind) -> datetime.date | None:
    """The day of the paper: by its form, else at its head, above the first paragraph of a report."""
    for wanted in (FieldKind.DATE, FieldKind.BODY):
        for field in fields:
            if field.kind is wanted and (day := find_day(field.value)) is not None:
                return day
    rows = _until_people(opening) if kind in _MADE else _masthead(opening)
    if kind is DocumentKind.ACTION_LOG:
        rows = rows[: next((at for at, row in enumerate(rows) if _LOG_TABLE.search(row.text)), len(rows))]
    return next((day for row in _with_next(rows) if (day := find_day(row)) is not None), None)


def _with_next(rows: Sequence[OpeningRow]) -> list[str]:
    """Each row, and each row with the next: a date may be broken by the line."""
    texts = [row.text for row in rows]
    pairs = [f"{one} {two}" for one, two in itertools.pairwise(texts)]
    return [text for pair in itertools.zip_longest(texts, pairs, fillvalue="") for text in pair if text]


def _masthead(opening: Opening) -> list[OpeningRow]:
    rows: list[OpeningRow] = []
    for row in opening.rows:
        if is_prose(row.text) and not opening.cover:
            break
        rows.append(row)
    return rows[:20]


# ---- the heading of a paper without a form --------------------------------------------------------------------------


def _heading(opening: Opening, fields: Sequence[Field], metadata: str | None) -> str | None:
    """The heading in the largest type that is neither a masthead nor a form; the file's own title where the page
    bears it out."""
    letter = _letter_subject(opening)
    if letter:
        return letter
    form = [field for field in fields if field.kind is not FieldKind.OTHER or is_form_label(field.label)]
    taken = {index for field in form for index in range(field.first, field.last + 1)}
    blocks = [block for block in _blocks(opening, taken) if _can_be_title(block, opening)]
    if not blocks:
        return None
    top = _before_text(blocks, opening)
    best = max(top, key=lambda block: (round(block.size), block.bold))
    text = best.text
    after = blocks[blocks.index(best) + 1 :]
    if _LABEL_ALONE.match(text) and after:
        return _clean(f"{text.rstrip(' :–-')}: {after[0].text}")
    if opening.cover and after and _is_subtitle(after[0], best):
        text = f"{text.rstrip(' :–-')}: {after[0].text}"
    told = _told(metadata, opening, text)
    return _clean(told or text)


def _letter_subject(opening: Opening) -> str | None:
    """The bold heading or capitals below "Dear Sir": what a letter is about."""
    at = next((index for index, row in enumerate(opening.rows) if _SALUTATION.match(row.text)), None)
    if at is None:
        return None
    subject: list[str] = []
    for row in opening.rows[at + 1 : at + 9]:
        if not (row.bold or row.text.isupper()):
            break
        if not _LAW.match(row.text):
            subject.append(row.text)
    return _clean(" ".join(subject)) if subject else None


def _blocks(opening: Opening, taken: set[int]) -> list[_Block]:
    blocks: list[list[OpeningRow]] = []
    last: OpeningRow | None = None
    dropped: OpeningRow | None = None
    limit = MAX_SUBTITLE_GAP - 1 if opening.cover else LINE_GAP
    for index, row in enumerate(opening.rows):
        joined = (
            last is not None
            and row.same_style(last)
            and row.top - last.bottom < limit * max(row.size, 6.0)
            and not _SECTION.match(row.text)
            and (last.bold or not is_prose(last.text))
            and row.leading == row.text
        )
        named = _INSTITUTION.search(row.text) is not None and len(row.text.split()) <= 6
        form = named or _FORM_ROW.search(row.text) is not None or (
            dropped is not None and row.same_style(dropped) and row.top - dropped.bottom < limit * max(row.size, 6.0)
        )
        if form:
            dropped = row  # what goes on in the style of "Report to the Council of" is no title either
        if index in taken or form or (_set_aside(row) and not (joined and blocks and _runs_on(row))):
            last = None
            continue
        if joined:
            blocks[-1].append(row)
        else:
            blocks.append([row])
        last = row
    return [_Block(rows=tuple(rows)) for rows in blocks]


def _set_aside(row: OpeningRow) -> bool:
    """Whether a row belongs to the masthead or the form, not to a title."""
    text = row.text.strip(" -–—:")
    return bool(
        is_council_name(text)
        or is_body_and_date(text)
        or _FORM_NAME.match(text)
        or _FORM_ROW.search(text)
        or _LAW.match(text)
        or (_MONTH_ONLY.match(text) and "/" not in text and row.size < 30)
        or is_generic(text)
    )


def _runs_on(row: OpeningRow) -> bool:
    """Whether a row that names a body may be the end of the heading above it: it gives no day."""
    return is_body_and_date(row.text) and find_day(row.text) is None and not is_council_name(row.text)


def _can_be_title(block: _Block, opening: Opening) -> bool:
    text = block.text
    if _SECTION.match(text) or len(text) > MAX_TITLE or not re.search(r"[^\W\d]{2}", text):
        return False
    return not (is_prose(text) and not block.bold and block.size <= opening.body_size + 0.9)


def _before_text(blocks: Sequence[_Block], opening: Opening) -> Sequence[_Block]:
    """The headings above the first paragraph; all where nothing stands above it."""
    first = next((row.top for row in opening.rows if is_prose(row.text)), None)
    above = [block for block in blocks if first is None or block.rows[0].top < first]
    return above or blocks


def _is_subtitle(block: _Block, title: _Block) -> bool:
    if any(row.leading != row.text for row in (*block.rows, *title.rows)):
        return False  # rows of a table
    if _LABELLED.match(block.text) or _UNIT.search(block.text) or _PART.match(block.text):
        return False
    if block.rows[0].top - title.rows[-1].bottom > MAX_SUBTITLE_STEP * title.size or _POSTCODE.search(block.text):
        return False
    return SUBTITLE_SIZE * title.size <= block.size and len(block.text) < 160 and not find_day(block.text)


def _told(metadata: str | None, opening: Opening, text: str) -> str | None:
    """The file's own title, where it says more than the heading and every word of it stands on the page."""
    told = fold(metadata or "")
    if not told or _GENERIC_METADATA.search(told) or len(told) > MAX_TITLE:
        return None
    page = set(_words(" ".join(row.text for row in opening.rows)))
    words = _words(told)
    if len(words) < 3 or not set(words) <= page or not set(_words(text)) < set(words):
        return None
    return told


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _clean(text: str) -> str:
    """A title without dashes and numbers that lead to it."""
    return fold(text).strip(" -–—:;,|_")


__all__ = ["Naming", "find_naming", "is_form_label", "set_capitals"]
