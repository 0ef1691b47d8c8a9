"""Room `pack`: the heading of a paper that has no form.

Takes the opening of a document and its form, gives the heading in the largest type that is no masthead (council,
body, day), label or name of a template; with its subtitle on a cover.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from scrutiny.language.dates import MONTHS
from scrutiny.language.patterns import any_of, pattern_of, phrase
from scrutiny.pack.bodies import find_day, is_body_and_date, is_council_name, is_generic
from scrutiny.pack.fields import Field
from scrutiny.pack.labels import known_label
from scrutiny.pack.openings import MAX_SUBTITLE_GAP, Opening, is_prose
from scrutiny.pack.rows import Row
from scrutiny.sources import fold

MAX_TITLE = 240
"""Characters. The longest subject of a report seen has 214; a longer heading is a paragraph."""

LINE_GAP = 0.75
"""Share of a line's height between two lines of one heading; before the next block there is an empty line."""

MAX_SUBTITLE_STEP = 6.0
"""Times the title's size below the title: covers set the subtitle within 4.5, addresses and authors at the foot."""

SUBTITLE_SIZE = 0.42
"""A subtitle is set at this share of the title's size at least: 14 under 32 points is one, an author's line is not."""

YEAR_SIZE = 30.0
"""Points. A year alone is the date of publication, unless it is set as large as a title: "Budget Book / 2012"."""

_BEFORE = any_of(
    "the", "an?", "draft", "final", "cover(?:ing)?", "information", "committee", "cabinet", "council", "executive",
    "scrutiny", "overview", "and", "officer", "public", "open", "joint", "decision", "key", "board", "panel",
    "briefing", "member", "delegated", "part [12ab]", "supplementary", "late", "urgent",
)  # fmt: skip
_TEMPLATE = any_of(
    "report", "briefing (?:note|paper)", "paper", "sheet", "form", "note", "template", "agenda", r"front\s?sheet",
    "item", "document",
)  # fmt: skip
_BEHIND = any_of("template", "form", r"no\.?", "number", "sheet", "for (?:information|decision|discussion|noting)")
_FORM_NAME = phrase(rf"^(?:{_BEFORE} )*{_TEMPLATE}(?: {_BEHIND})*$")
"""What a template is called, not what the paper is about: "Committee Report", "REPORT", "Covering Report"."""

_DONE = any_of(
    "prepared", "produced", "written", "published", "approved", "submitted", "updated", "last updated", "issued"
)
_CREDIT = any_of(
    "authors?", "version", "revision", "issue", "(?:(?:our|your|file) )?ref(?:erence)?", "tel(?:ephone)?", "e-?mail",
    "phone", "fax", "contact", "page", "item no", "wards?", "(?:key|ordinary) decision", "date", "time",
    "venue", "isbn", "owner",
)  # fmt: skip
_FORM_ROW = phrase(
    any_of(
        r"^(?:joint )?report (?:of|by|from|to|author|for)\b",
        r"^(?:by|from) (?:the |(?-i:[A-Z]))",
        rf"^{_DONE}(?: (?:by|on|for|in|to)\b|\s*:|\s*$|\s\d)",
        rf"^{_CREDIT}(?:\s*\(s\))?\s*(?::|$|\d|\(\d|no\b|number|yes\b|of (?:issue|publication|meeting|decision))",
        r"^(?:draft|confidential|contents)\s*$",
        r"\bclassification\s*:",
        r"^classification\b",
        "^©",
        r"^an inspector\b",
        r"^v(?:ersion)?\s?\d+(?:\.\d+)*$",
    )
)
"""A row that says who wrote a paper, for whom, when, under which number."""

_LAW = pattern_of(
    r"^(?:SECTIONS?|Sections?|REGULATIONS?|RULES?)\s+[\d()A-Za-z]{1,9}(?:\s+.{0,30})?$"
    r"|^(?:and\s+)?(?:the\s+)?[\w ,&()’'-]{4,90}\b(?:ACTS?|Acts?|REGULATIONS|Regulations)\s+(?:19|20)\d\d"
    r"(?:\s*\(.*\))?$"
)
"""A row that names the law under which a paper is made."""

_NUMBERED = r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?"
_SECTION_NAME = any_of(
    "purpose(?: of (?:the |this )?(?:report|paper))?", "(?:executive )?summary", "introduction", "background",
    r"recommendations?(?:\s*\(s\))?", "(?:table of )?contents", "foreword", "context", "overview", "key messages",
    "decision(?: required)?", "summary and recommendations", "agenda", "glossary", "present", "apologies",
)  # fmt: skip
_SECTION = phrase(rf"{_NUMBERED}{_SECTION_NAME}\s*:?$")

_LABEL_ALONE = phrase(r"^(?:appendix|annexe?|schedule|enclosure) (?:[A-Z]{1,2}|\d{1,2}[A-Za-z]?|[IVX]{1,5})\s*[:.–-]?$")
_LABELLED = pattern_of(r"^[A-Z][\w’' ]{1,24}:\s")
_PART = phrase(
    r"^(?:question|statement|section|part|chapter|item|table|figure|slide|contents?)\b\s*(?:\d|no\b|pages?\b|[A-Z]\b|$)"
)
"""A heading inside a paper: "Question 1", "Part B"."""

_UNIT = phrase(r"\b(?:unit|department|directorate|division|university|institute)$")
"""Who wrote a paper, printed below its title."""

_INSTITUTION = phrase(r"\b(?:university|(?:business|law|medical) school|polytechnic)\b")
_SALUTATION = phrase(r"^dear\b")
_SEASON = any_of(*MONTHS, "spring", "summer", "autumn", "winter")
_MONTH_ONLY = phrase(rf"^(?:{_SEASON} )?(?:19|20)\d\d$")


class _Block(Struct, frozen=True, kw_only=True):
    """Rows of one style that follow one another."""

    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        return fold(" ".join(row.leading for row in self.rows))

    @property
    def size(self) -> float:
        return self.rows[0].main.size

    @property
    def bold(self) -> bool:
        return self.rows[0].main.bold


def find_heading(opening: Opening, fields: Sequence[Field]) -> str | None:
    """The heading in the largest type, neither masthead nor form."""
    letter = _letter_subject(opening)
    if letter:
        return letter
    form = [field for field in fields if known_label(field.label) is not None or is_form_label(field.label)]
    taken = {index for field in form for index in range(field.first, field.last + 1)}
    found = [block for block in _blocks(opening, taken) if _can_be_title(block, opening)]
    named = [block for block in found if not is_body_and_date(block.text)]
    # a paper about a body is called by its name where nothing else is a heading: "Health and Wellbeing Board"
    blocks = named or [block for block in _blocks(opening, taken, bodies=True) if _can_be_title(block, opening)]
    if not blocks:
        return None
    top = _before_text(blocks, opening)
    best = max(top, key=lambda block: (round(block.size), block.bold))
    text = best.text
    after = blocks[blocks.index(best) + 1 :]
    if _LABEL_ALONE.match(text) and after:
        return tidy_title(f"{text.rstrip(' :–-')}: {after[0].text}")
    if opening.cover and after and _is_subtitle(after[0], best):
        text = f"{text.rstrip(' :–-')}: {after[0].text}"
    return tidy_title(text)


def is_form_label(text: str) -> bool:
    """Whether a heading says only which form or part of a paper it is."""
    bare = fold(text).strip(" :-–—")
    return bool(_FORM_NAME.match(bare) or _FORM_ROW.search(bare) or _SECTION.match(bare))


def _letter_subject(opening: Opening) -> str | None:
    """The bold heading or capitals below "Dear Sir": what a letter is about."""
    at = next((index for index, row in enumerate(opening.rows) if _SALUTATION.match(row.text)), None)
    if at is None:
        return None
    subject: list[str] = []
    for row in opening.rows[at + 1 : at + 9]:
        if not (row.main.bold or row.text.isupper()):
            break
        if not _LAW.match(row.text):
            subject.append(row.text)
    return tidy_title(" ".join(subject)) if subject else None


def _blocks(opening: Opening, taken: set[int], *, bodies: bool = False) -> list[_Block]:
    """Rows of one style together, without masthead and form; the names of bodies only where asked for."""
    blocks: list[list[Row]] = []
    last: Row | None = None
    dropped: Row | None = None
    limit = MAX_SUBTITLE_GAP - 1 if opening.cover else LINE_GAP
    for index, row in enumerate(opening.rows):
        joined = (
            last is not None
            and goes_on(last, row, limit)
            and not _SECTION.match(row.text)
            and (last.main.bold or not is_prose(last.text))
            and row.leading == row.text
        )
        form = _is_form_row(row) or (dropped is not None and goes_on(dropped, row, limit))
        if form:
            dropped = row  # what goes on in the style of "Report to the Council of" is no title either
        aside = _set_aside(row) and not (_runs_on(row) and ((joined and blocks) or bodies))
        if index in taken or form or aside:
            last = None
            continue
        if joined:
            blocks[-1].append(row)
        else:
            blocks.append([row])
        last = row
    return [_Block(rows=tuple(rows)) for rows in blocks]


def goes_on(last: Row, row: Row, limit: float) -> bool:
    """Whether a row goes on below another in its style."""
    return row.same_style(last) and row.box.top - last.box.bottom < limit * max(row.main.size, 6.0)


def _is_form_row(row: Row) -> bool:
    institution = _INSTITUTION.search(row.text) is not None and len(row.text.split()) <= 6
    return institution or _FORM_ROW.search(row.text) is not None


def _set_aside(row: Row) -> bool:
    """Whether a row belongs to the masthead or the form, not to a title."""
    text = row.text.strip(" -–—:")
    return bool(
        is_council_name(text)
        or is_body_and_date(text)
        or _FORM_NAME.match(text)
        or _FORM_ROW.search(text)
        or _LAW.match(text)
        or (_MONTH_ONLY.match(text) and "/" not in text and row.main.size < YEAR_SIZE)
        or is_generic(text)
    )


def _runs_on(row: Row) -> bool:
    """Whether a row that names a body may be the end of the heading above it: it gives no day."""
    return is_body_and_date(row.text) and find_day(row.text) is None and not is_council_name(row.text)


def _can_be_title(block: _Block, opening: Opening) -> bool:
    text = block.text
    if _SECTION.match(text) or len(text) > MAX_TITLE or not re.search(r"[^\W\d]{2}", text):
        return False
    return not (is_prose(text) and not block.bold and block.size <= opening.body_size + 0.9)


def _before_text(blocks: Sequence[_Block], opening: Opening) -> Sequence[_Block]:
    """The headings above the first paragraph; all where nothing stands above it."""
    first = next((row.box.top for row in opening.rows if is_prose(row.text)), None)
    above = [block for block in blocks if first is None or block.rows[0].box.top < first]
    return above or blocks


def _is_subtitle(block: _Block, title: _Block) -> bool:
    if any(row.leading != row.text for row in (*block.rows, *title.rows)):
        return False  # rows of a table
    if _LABELLED.match(block.text) or _UNIT.search(block.text) or _PART.match(block.text):
        return False
    if block.rows[0].box.top - title.rows[-1].box.bottom > MAX_SUBTITLE_STEP * title.size:
        return False
    return SUBTITLE_SIZE * title.size <= block.size and len(block.text) < 160 and not find_day(block.text)


def tidy_title(text: str) -> str:
    """A title without dashes and numbers that lead to it."""
    return fold(text).strip(" -–—:;,|_")
