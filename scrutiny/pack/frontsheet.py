"""Room `pack`: the agenda's front sheet.

Takes the lines of the first pages, gives the meeting and its `AgendaItem`s with the page ranges printed
behind them. Does not look at the papers themselves.
"""

import re
from dataclasses import dataclass, field, replace

from scrutiny.dates import DATE, MONTHS, TIME, WEEKDAYS, parse_date, parse_time
from scrutiny.pack.evidence import ITEM_NUMBER, normal_item
from scrutiny.pack.exclusion import Exclusion, Reach, closes, opens, read_exclusion, says_none
from scrutiny.pack.marks import Mark, find_mark, find_title_mark
from scrutiny.pack.model import AgendaItem, Meeting, PageRange
from scrutiny.pdf import Line
from scrutiny.sources import Box, Quote, fold

_ITEM_ROW = re.compile(rf"^(?P<number>{ITEM_NUMBER})\.?(?:\s+(?P<title>\S.*))?$")
"""Accepts "7. Budget", "9 24/00096 - Plan", "10.2 Title"; rejects a bare year or text."""

_PART_ROW = re.compile(r"^\(?(?P<letter>[a-z])[).]\s+(?P<title>\S.*)$")
"""A part of an item: "a) Report of ..."."""

_RANGE = re.compile(
    r"\(?\s*\bPages?(?:\s+Nos?\.?)?(?::\s*|\s+)(?P<first>\d{1,4})(?:\s*(?:[-–—]|to)\s*(?P<last>\d{1,4}))?\s*\)?",
    re.IGNORECASE,
)
"""Accepts "(Pages 3 - 14)", "(PAGES 11 TO 26)", "(Page 5)"."""

_BARE_RANGE = re.compile(r"^\(?(?P<first>\d{1,4})\s*[-–—]\s*(?P<last>\d{1,4})\)?$")
"""A range alone in the page column at the right: "13 - 20"."""

_TRAILING_RANGE = re.compile(r"\s(?P<first>(?!19\d\d|20\d\d)\d{1,4})\s?[-–—]\s?(?P<last>(?!19\d\d|20\d\d)\d{1,4})$")
"""The same run together with the title by the PDF library: "Treasury update 22 - 33"; rejects "2024 - 25"."""

_RANGE_BEGUN = re.compile(r"\(\s*Pages?\b[^)]*$", re.IGNORECASE)
"""A range that the line breaks: "(Pages 7 -" with "12)" on the next line."""

_STARTS_WITH_DATE = re.compile(rf"^\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?P<label>(?i:Date and time|Date|Time|Venue|Place|Location))(?:\s*:\s*|\s+(?=[A-Z0-9]))(?P<value>\S.*)$"
)
_AGENDA_WORD = re.compile(
    r"^(?:AGENDA|Agenda Item No\.?|Business|Items? of business|Supplementary Agenda|Agenda Supplement)$", re.IGNORECASE
)
_BODY_AND_DATE = re.compile(rf"^(?P<body>\S.*?)\s*[-–—,]\s*(?=(?:{'|'.join(WEEKDAYS)})\b)", re.IGNORECASE)
_METADATA = re.compile(r"^(?P<body>.+?),\s*(?P<date>\d\d/\d\d/\d{4})(?:\s+(?P<time>\d\d:\d\d))?$")
_TITLE_PREFIX = re.compile(r"^\((?:Public|Private|Full)[^)]*\)\s*.*?\bAgenda\b.*?\bfor\s+", re.IGNORECASE)

START_PAGES = 3
"""An agenda begins on one of the first pages, behind a cover or a note on public access at most."""

MAX_TITLE = 400
"""Characters. The longest item title seen has 180; numbered paragraphs of a report run on to 600."""

SAME_COLUMN = 9.0
"""Points. Numbers of one list stand within this of each other; wrapped titles are indented by 18 or more."""

PAGE_COLUMN = 440.0
"""Points. A column of page numbers stands at the right margin, beyond three quarters of an A4 page."""

WRAP_GAP = 1.7
"""Line heights. A wrapped title follows within 1.2; what follows a blank line describes the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands on one height of a page: pieces from left to right."""

    pdf_page: int
    pieces: tuple[Line, ...]

    @property
    def text(self) -> str:
        return fold(" ".join(piece.text for piece in self.pieces))

    @property
    def box(self) -> Box:
        box = self.pieces[0].box
        for piece in self.pieces[1:]:
            box = box.join(piece.box)
        return box


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontSheet:
    """What the front sheet says. `agenda` is False where the pages do not look like an agenda at all."""

    agenda: bool
    meeting: Meeting
    items: tuple[AgendaItem, ...]


@dataclass(slots=True)
class _Draft:
    """An item while its rows are gathered."""

    number: str
    row: Row
    title: list[str]
    mark: "_Marked | None"
    """What says that it is private, and where."""
    bold: bool
    size: float
    rows: list[str] = field(default_factory=list)
    pages: PageRange | None = None
    title_open: bool = True
    last_row: Row | None = None
    begun: str = ""
    """The beginning of a page range whose end stands on the next row."""
    below: list[Row] = field(default_factory=list)
    """Its rows: the title, and what describes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marked:
    """A mark and the row it stands on."""

    mark: Mark
    row: Row


def find_front_sheet(
    lines: dict[int, tuple[Line, ...]], file: str, *, title: str | None, subject: str | None
) -> FrontSheet:
    """What the front sheet (the lines of the first pages, by PDF page) and the metadata say."""
    rows = [row for page, page_lines in sorted(lines.items()) for row in gather_rows(page, page_lines)]
    items = _find_items(rows, file)
    ranged = any(item.pages for item in items)
    short = all(len(item.title) < MAX_TITLE for item in items)
    # what stands above the first item of business
    early = [row for row in rows if row.pdf_page <= START_PAGES]
    if items:
        early = [row for row in early if (row.pdf_page, row.box.top) < (items[0].quote.pdf_page, _top(items[0]))]
    words = any(_AGENDA_WORD.match(row.text) for row in early)
    labels = {match["label"].lower() for row in early if (match := _LABEL.match(row.text))}
    told = _TITLE_PREFIX.match(title or "") is not None
    listed = bool(items) and short and items[0].quote.pdf_page <= START_PAGES and (ranged or words or len(labels) >= 2)
    agenda = listed or (told and bool(rows))
    meeting = _find_meeting(rows if agenda else [], title, subject)
    return FrontSheet(agenda=agenda, meeting=meeting, items=items if agenda else ())


def _top(item: AgendaItem) -> float:
    return item.quote.box.top if item.quote.box else 0.0


def gather_rows(pdf_page: int, lines: tuple[Line, ...]) -> list[Row]:
    """The lines of a page as visual rows from top to bottom; pieces on one height belong together."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box.top, line.box.left)):
        for row in reversed(rows[-4:]):
            middle = (line.box.top + line.box.bottom) / 2
            if row[0].box.top <= middle <= row[0].box.bottom:
                row.append(line)
                break
        else:
            rows.append([line])
    return [Row(pdf_page=pdf_page, pieces=tuple(sorted(row, key=lambda piece: piece.box.left))) for row in rows]


def _find_items(rows: list[Row], file: str) -> tuple[AgendaItem, ...]:
    drafts: list[_Draft] = []
    column: float | None = None
    parts = _Parts()
    parent: _Draft | None = None
    for row in rows:
        text = row.text
        number, title = _item_start(row, drafts, column)
        if number is None and parts.read(row, drafts):
            continue
        if number is not None:
            column = row.pieces[0].box.left if column is None else column
            parent = _Draft(
                number=number, row=row, title=[], mark=parts.next_item(number, drafts),
                bold=row.pieces[-1].bold, size=row.pieces[-1].size,
            )  # fmt: skip
            drafts.append(parent)
            _add_text(parent, title, row)
            continue
        part = _PART_ROW.match(text)
        if part and parent is not None:
            # "a)" of item 7 is item 7a where it has pages of its own
            lettered = _Draft(
                number=parent.number + part["letter"], row=row, title=[], mark=parts.mark or parent.mark,
                bold=row.pieces[0].bold, size=row.pieces[0].size,
            )  # fmt: skip
            drafts.append(lettered)
            parent.title_open = False
            _add_text(lettered, part["title"], row)
            continue
        if drafts:
            _add_text(drafts[-1], text, row)
    parts.end(drafts)
    kept = [draft for draft in drafts if draft.pages or not draft.number[-1:].isalpha() or draft.row.text[0].isdigit()]
    legend = _find_legend(rows)
    return tuple(_item(draft, file, legend) for draft in kept)


class _Parts:
    """Which part of the agenda its rows are in: public, or private since a heading or a resolution."""

    def __init__(self) -> None:
        self.mark: _Marked | None = None
        self._only_next = False
        self._named: dict[str, _Marked] = {}
        self._rows: list[Row] = []
        """A heading or resolution on excluding the public with the rows below it, until the next item."""

    def read(self, row: Row, drafts: list[_Draft]) -> bool:
        """Takes a row that begins no item; whether it is a heading of a part."""
        text = row.text
        if opens(text):
            self._settle(drafts)
            self.mark = None
            return True
        if self._rows:
            self._rows.append(row)
        elif read_exclusion(text) is not None or _EXCLUSION_BEGUN.match(text):
            self._rows = [row]
        if self.mark is not None and not self._only_next and says_none(text):
            self.mark = None
            return False
        heading = None if drafts and _belongs(row, drafts[-1]) else closes(text)
        if heading is not None:
            self.mark, self._only_next = _Marked(mark=Mark(text=heading), row=row), False
            return True
        return False

    def next_item(self, number: str, drafts: list[_Draft]) -> "_Marked | None":
        """The mark that an item has by where it stands."""
        self._settle(drafts)
        mark = self._named.get(number) or self.mark
        if self._only_next:
            self.mark, self._only_next = None, False
        return mark

    def end(self, drafts: list[_Draft]) -> None:
        self._settle(drafts)

    def _settle(self, drafts: list[_Draft]) -> None:
        """What a resolution closes, once all its words are known."""
        rows, self._rows = self._rows, []
        if drafts and _EXCLUSION_BEGUN.match(fold(" ".join(drafts[-1].title))):
            rows = drafts[-1].below
        if not rows or self.mark is not None:
            return
        exclusion = read_exclusion(" ".join(row.text for row in rows[:MOST_ROWS]))
        if exclusion is not None:
            self._apply(exclusion, rows[0], drafts)

    def _apply(self, exclusion: Exclusion, row: Row, drafts: list[_Draft]) -> None:
        marked = _Marked(mark=Mark(text=exclusion.text), row=row)
        if exclusion.reach is Reach.NAMED:
            self._named.update(dict.fromkeys(exclusion.items, marked))
            for draft in drafts:
                if draft.number in exclusion.items and draft.mark is None:
                    draft.mark = marked
        elif exclusion.reach is Reach.NEXT:
            self.mark, self._only_next = marked, True
        elif exclusion.reach is Reach.REST and (not exclusion.bare or any(draft.pages for draft in drafts)):
            # a bare heading among the first items only asks whether there will be any private business
            self.mark, self._only_next = marked, False


MOST_ROWS = 12
"""A resolution with its ground in law and the public interest test takes up to ten rows."""

_EXCLUSION_BEGUN = re.compile(
    r"^\W*(?:(?:motion|resolution|proposal|possible|proposed|to\s+consider|to)\s+(?:to\s+|for\s+)?)*exclu(?:sion|de)\b.{0,30}\b(?:press|public)\b"
    r"|^\W*(?:consideration|determination|identification)\s+of\s+(?:any\s+)?(?:exempt|private|confidential)\b"
    r"|^\W*(?:exempt|private|confidential|restricted)\s+(?:items?|business|session)\b",
    re.IGNORECASE,
)


def _belongs(row: Row, draft: _Draft) -> bool:
    """Whether a row is a note on the item above it, not the heading of a part: it is indented, or in the brackets or
    the sentence of a notice."""
    indented = row.pieces[0].box.left > draft.row.pieces[0].box.left + SAME_COLUMN
    middle = (row.box.left + row.box.right) / 2
    centred = abs(middle - PAGE_MIDDLE) < SAME_COLUMN * 2 and row.box.left > 130
    notice = re.match(r"^\W*(?:not\s+for\s+publication\s+(?:by|under|because)|\(|by\s+virtue)", row.text, re.IGNORECASE)
    return bool(notice) or (indented and not centred and not row.pieces[0].bold and not row.text.isupper())


PAGE_MIDDLE = 297.5
"""Points. Half an A4 page: headings of parts stand in the middle, or at the left margin."""

_LEGEND = re.compile(
    r"(?=.*\b(?:marked|denote[sd]?|indicate[sd]?|shown|asterisk\w*|=))(?=.*\b(?:exempt|confidential|not\s+for\s+publication|private)\b)",
    re.IGNORECASE,
)


def _find_legend(rows: list[Row]) -> _Marked | None:
    """A note that a sign beside an item says it is exempt: "Items marked * contain exempt information"."""
    for row in rows:
        if not _LEGEND.match(row.text):
            continue
        sign = next((char for char in row.text if char in "*#†‡"), None)
        if sign is None and re.search(r"\basterisk", row.text, re.IGNORECASE):
            sign = "*"
        if sign:
            return _Marked(mark=Mark(text=sign), row=row)
    return None


def _item_start(row: Row, drafts: list[_Draft], column: float | None) -> tuple[str | None, str]:
    """The number and title that begin on this row; (None, "") where it is not the start of an item."""
    match = _ITEM_ROW.match(row.text)
    if not match or _STARTS_WITH_DATE.match(row.text):
        return None, ""
    left = row.pieces[0].box.left
    if column is not None and abs(left - column) > SAME_COLUMN:
        return None, ""
    title = match["title"] or ""
    if not title or not any(char.isalpha() for char in title):
        return None, ""
    number = normal_item(match["number"])
    if re.fullmatch(r"\d+[a-z]{2}", number):
        return None, ""  # "4th", "2nd"
    numbers = [draft.number for draft in drafts]
    major = int(re.match(r"\d+", number)[0])  # type: ignore[index]
    if numbers:
        last = int(re.match(r"\d+", numbers[-1])[0])  # type: ignore[index]
        if number in numbers or not last <= major <= last + 3:
            return None, ""
    elif major > 3 and not _RANGE.search(title) and row.pieces[0].box.left > 200:
        return None, ""
    return number, title


def _add_text(draft: _Draft, text: str, row: Row) -> None:
    """One more row of an item: part of its title, its page range, or what describes it."""
    text = fold(f"{draft.begun} {text}")
    draft.begun = ""
    begun = _RANGE_BEGUN.search(text)
    if begun:
        draft.begun, text = begun.group(), text[: begun.start()].strip()
    body, pages = _take_range(text, row)
    draft.below.append(row)
    follows = draft.last_row is None or (
        row.pdf_page == draft.last_row.pdf_page
        and row.box.top - draft.last_row.box.bottom < WRAP_GAP * max(draft.size, 6.0) - draft.size
        and row.pieces[0].bold == draft.bold
        and abs(row.pieces[0].size - draft.size) < 0.6
        and row.pieces[0].box.left > draft.row.pieces[0].box.left + SAME_COLUMN
    )
    if draft.title_open and follows and body:
        draft.title.append(body)
        draft.rows.append(row.text)
    elif draft.last_row is not None:
        draft.title_open = False
    if pages and draft.pages is None:
        draft.pages = pages
        draft.title_open = False
    draft.last_row = row


def _take_range(text: str, row: Row) -> tuple[str, PageRange | None]:
    """The text without its page range, and the range."""
    found = _RANGE.search(text)
    if found and (found.group().startswith("(") or found["last"]):
        first = int(found["first"])
        last = int(found["last"] or first)
        return fold(text[: found.start()] + " " + text[found.end() :]), PageRange(
            first=first, last=last, printed=found.group().strip()
        )
    last_piece = row.pieces[-1].text.strip()
    bare = _BARE_RANGE.match(last_piece)
    if bare and len(row.pieces) > 1 and text.endswith(last_piece):
        return fold(text[: -len(last_piece)]), PageRange(
            first=int(bare["first"]), last=int(bare["last"]), printed=last_piece
        )
    trailing = _TRAILING_RANGE.search(text)
    if trailing and row.box.right > PAGE_COLUMN and text.endswith(fold(last_piece)[-5:]):
        return fold(text[: trailing.start()]), PageRange(
            first=int(trailing["first"]), last=int(trailing["last"]), printed=trailing.group().strip()
        )
    return text, None


def _item(draft: _Draft, file: str, legend: _Marked | None) -> AgendaItem:
    title = fold(" ".join(draft.title)).rstrip(" :")
    quote = Quote(file=file, pdf_page=draft.row.pdf_page, item=draft.number, text=draft.row.text, box=draft.row.box)
    pages = draft.pages if draft.pages and draft.pages.first <= draft.pages.last else None
    marked = draft.mark or _own_mark(draft, title)
    if marked is None and legend is not None and legend.mark.text in " ".join(row.text for row in draft.below[:2]):
        marked = legend
    partial = marked.mark.appendices if marked else None
    return AgendaItem(
        number=draft.number,
        title=title,
        pages=pages,
        exempt=marked is not None and partial is None,
        quote=quote,
        mark=Quote(file=file, pdf_page=marked.row.pdf_page, item=draft.number, text=marked.mark.text) if marked else None,
        exempt_appendices=partial,
    )


def _own_mark(draft: _Draft, title: str) -> _Marked | None:
    """The mark in the item's title, beside its page range, in a column of its own, or in a note below."""
    if _EXCLUSION_BEGUN.match(title):
        return None  # business about exempt business
    if mark := find_title_mark(title):
        return _Marked(mark=mark, row=draft.row)
    partial: _Marked | None = None
    for at, row in enumerate(draft.below[:MOST_ROWS]):
        ranged = _RANGE.sub(" ", row.text)
        beside = [piece.text for piece in row.pieces[1:]] if len(row.pieces) > 1 else []
        found = find_title_mark(fold(ranged)) if at < 3 else None
        found = found or next((mark for text in beside if (mark := find_mark(text))), None)
        if at or found is None:
            found = found or find_mark(fold(ranged if at else " "))
        if found is not None and not found.partial:
            return _Marked(mark=found, row=row)
        if found is not None and partial is None:
            partial = _Marked(mark=found, row=row)
    return partial


def _find_meeting(rows: list[Row], title: str | None, subject: str | None) -> Meeting:
    """The meeting from the metadata, and what only the front sheet says from there."""
    meeting = _meeting_of_metadata(title, subject)
    labelled: dict[str, str] = {}
    for row in rows:
        match = _LABEL.match(row.text)
        if match:
            labelled.setdefault(match["label"].lower(), match["value"])
    printed = labelled.get("date") or labelled.get("date and time")
    if printed is None or not any(day.lower() in printed.lower() for day in WEEKDAYS):
        # a letter's own "Date:" has no weekday; the meeting's date has one
        printed = next((row.text for row in rows if (found := DATE.search(row.text)) and found["weekday"]), printed)
    found = DATE.search(printed) if printed else None
    date_printed = found.group() if found else None
    beside_date = (row.text for row in rows if date_printed and date_printed in row.text)
    clock = labelled.get("time") or next(beside_date, "")
    time_found = TIME.search(clock)
    body = meeting.body or _body_printed(rows)
    return replace(
        meeting,
        body=body,
        date=meeting.date or (parse_date(date_printed) if date_printed else None),
        date_printed=date_printed,
        time=meeting.time or (parse_time(time_found.group()) if time_found else None),
        time_printed=time_found.group() if time_found else None,
        venue=labelled.get("venue") or labelled.get("place") or labelled.get("location"),
    )


def _meeting_of_metadata(title: str | None, subject: str | None) -> Meeting:
    """From "Cabinet, 30/01/2025 10:00", or the same at the end of the title."""
    for text in (subject, _TITLE_PREFIX.sub("", title or "", count=1)):
        match = _METADATA.match(fold(text or ""))
        if match:
            return Meeting(
                body=match["body"].strip(), date=parse_date(match["date"]), time=parse_time(match["time"] or "")
            )
    return Meeting()


def _body_printed(rows: list[Row]) -> str | None:
    """The body's name: beside the date ("CABINET - THURSDAY, ..."), or the largest words at the top."""
    for row in rows:
        match = _BODY_AND_DATE.match(row.text)
        if match and len(match["body"]) < 120:
            return match["body"]
    first_page = [row for row in rows if row.pdf_page == rows[0].pdf_page][:12] if rows else []
    if not first_page:
        return None
    largest = max(row.pieces[0].size for row in first_page)
    head = [row.text for row in first_page if abs(row.pieces[0].size - largest) < 0.6]
    return fold(" ".join(head[:3])) if len(head) <= 4 else None
