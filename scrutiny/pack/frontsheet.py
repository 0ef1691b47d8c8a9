"""Room `pack`: the agenda's front sheet.

Takes the lines of the first pages, gives the meeting and its `AgendaItem`s with the page ranges printed
behind them. Does not look at the papers themselves.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.dates import DATE, MONTHS, WEEKDAYS, parse_date
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.agendamarks import RANGE, SAME_COLUMN, Draft, Marked, Parts, find_legend, find_own_mark
from scrutiny.pack.agendatables import Printed, by_title
from scrutiny.pack.evidence import ITEM_NUMBER, normal_item
from scrutiny.pack.marks import Mark
from scrutiny.pack.model import AgendaItem, Meeting, PageRange
from scrutiny.pack.rows import Column, Row, gather_rows, make_row, with_pieces
from scrutiny.pack.signals import MINUTES_HEADING, OF_THE_LAST
from scrutiny.pack.statusfields import LAST_CELL, Access, find_asking, read_row
from scrutiny.pdf import Line
from scrutiny.sources import Quote, fold

_ITEM_ROW = pattern_of(
    rf"^(?:(?P<number>{ITEM_NUMBER})\.?(?:\s+(?P<title>\S.*))?"
    rf"|(?:Agenda\s+)?Item\s+(?:No\.?\s*)?(?P<named>{ITEM_NUMBER})\s*(?:[-–—:.]\s*)?(?P<of_named>(?:[A-Z]|\d+/).*))$"
)
"""Accepts "7. Budget", "9 24/00096 - Plan", "10.2 Title", "Item 7 - Budget"; rejects a bare year or text."""

_PART_ROW = pattern_of(r"^\(?(?P<letter>[a-z])[).]\s+(?P<title>\S.*)$")
"""A part of an item: "a) Report of ..."."""

_BARE_RANGE = pattern_of(r"^\(?(?P<first>\d{1,4})\s*(?:[-–—]|to)\s*(?P<last>\d{1,4})\)?$")
"""A range alone in the column of pages: "13 - 20"."""

_PAGES_CELL = pattern_of(
    r"^\(?(?:(?:pages?|pp?|pg)\.?\s*)?(?P<first>\d{1,4})(?:\s*(?:[-–—]|to)\s*(?P<last>\d{1,4}))?\)?$", re.IGNORECASE
)
"""The cell of a column that is headed "Page": "13", "pp. 13 - 20"."""

_TRAILING_PAGE = pattern_of(r"\s(?:[Pp](?:age|p?\.)\s?)?(?P<first>\d{1,3})$")
"""The first page alone in a column at the right."""

_LEADER = pattern_of(r"(?:\s?\.){4,}\s*(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?$")
"""Behind dots that lead to it."""

_TRAILING_RANGE = pattern_of(
    r"\s(?P<first>(?!19\d\d|20\d\d)\d{1,4})\s?(?:[-–—]|to)\s?(?P<last>(?!19\d\d|20\d\d)\d{1,4})$"
)
"""The same run together with the title by the PDF library: "Treasury update 22 - 33"; rejects "2024 - 25"."""

_RANGE_BEGUN = pattern_of(r"\(\s*Pages?\b[^)]*$", re.IGNORECASE)
"""A range that the line breaks: "(Pages 7 -" with "12)" on the next line."""

_STARTS_WITH_DATE = pattern_of(rf"^\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_LABEL = pattern_of(
    r"^(?P<label>(?i:Date and time|Date|Time|Venue|Place|Location))(?:\s*:\s*|\s+(?=[A-Z0-9]))(?P<value>\S.*)$"
)
_AGENDA_WORD = pattern_of(
    r"^(?:A\s?G\s?E\s?N\s?D\s?A(?:(?:\s+for\b|,|\s*[-–—:]).{5,60}\b20\d\d\b.{0,30})?|Agenda Item No\.?|"
    r"(?:(?:Items?|Order) of )?business|Supplementary Agenda|Agenda Supplement|"
    r"(?:AGENDA\s*/\s*)?RHAGLEN|RHAGLEN\s*/\s*AGENDA)$",
    re.IGNORECASE,
)
_METADATA = pattern_of(r"^(?P<body>.+?),\s*(?P<date>\d\d/\d\d/\d{4})(?:\s+\d\d:\d\d)?$")
_TITLE_PREFIX = pattern_of(r"^\((?:Public|Private|Full)[^)]*\)\s*.*?\bAgenda\b.*?\bfor\s+", re.IGNORECASE)

_BUSINESS = pattern_of(
    r"^(?:to\s+\w+\s+)?(?:apologies|declarations?\b|disclosures?\b|minutes\b|sederunt\b|ymddiheur|datgan|cofnodion\b|substitut|(?:any\s+other\s+)?urgent\s+business|any\s+other|"
    r"public\s+(?:questions|participation|forum)|date\s+of\s+(?:the\s+)?next|exclusion\s+of|matters\s+arising|chair\w*\s+announcements)",
    re.IGNORECASE,
)
_CONTENTS_WORD = pattern_of(r"^(?:table\s+of\s+)?contents?(?:\s+page)?\s*(?:page)?$", re.IGNORECASE)
MIN_BUSINESS = 3
"""Items that every meeting has (apologies, declarations, minutes ...): three make an agenda without the word, or one
where other items are marked as private. Minutes go through the same items."""

START_PAGES = 3
"""An agenda begins on one of the first pages, behind a cover or a note on public access at most."""

MAX_TITLE = 400
"""Characters. The longest item title seen has 180; numbered paragraphs of a report run on to 600."""

PAGE_COLUMN_EDGE = 30.0
"""Points by which the ends of one column of page ranges differ: "7 - 9" and "101 - 110" centred."""

PAGE_COLUMN = 440.0
"""Points. A column of page numbers stands at the right margin, beyond three quarters of an A4 page."""

WRAP_GAP = 1.7
"""Line heights. A wrapped title follows within 1.2; what follows a blank line describes the item."""

CELL_GAP = 1.4
"""The same in the cell of a table, whose lines all begin at one place."""


class PrivateRow(Struct, frozen=True, kw_only=True):
    """A row in a private part of the agenda that is no item by its number."""

    title: str
    pages: PageRange | None
    mark: Quote


class FrontSheet(Struct, frozen=True, kw_only=True):
    """What the front sheet says. `agenda` is False where the pages do not look like an agenda at all."""

    agenda: bool
    meeting: Meeting
    items: tuple[AgendaItem, ...]
    private_rows: tuple[PrivateRow, ...] = ()
    papers: Mapping[str, str] = {}
    """What a column says of an item's paper, by the item's number: "Enc. 3", "Verbal"."""


def find_front_sheet(
    lines: dict[int, tuple[Line, ...]],
    file: str,
    *,
    title: str | None,
    subject: str | None,
    read_page: Callable[[int], Printed] | None = None,
) -> FrontSheet:
    """What the front sheet (the lines of the first pages, by PDF page) and the metadata say. `read_page` gives the
    words and rules of a page: without them an agenda that is a table is read as a list."""
    rows = [row for page, page_lines in sorted(lines.items()) for row in gather_rows(page, page_lines)]
    rows = rows if read_page is None else by_title(rows, read_page)
    rows, shut = _without_statuses(_without_times(rows))
    drafts, private_rows = _find_drafts(rows, file, columns=False)
    explicit = sum(draft.pages is not None for draft in drafts)
    if not explicit:  # no "(Pages 3 - 14)": the numbers may stand in a column of their own
        in_columns, private_in_columns = _find_drafts(rows, file, columns=True)
        if _is_page_column(in_columns):
            drafts, private_rows = in_columns, private_in_columns
    legend = find_legend(rows)
    items = tuple(_whole(item, drafts) for item in (_item(draft, file, legend, shut) for draft in drafts))
    business = sum(bool(_BUSINESS.match(item.title)) for item in items)
    short = all(len(item.title) < MAX_TITLE for item in items)
    # what stands above the first item of business
    early = [row for row in rows if row.pdf_page <= START_PAGES]
    if items:
        first = items[0].quote
        begin = (first.pdf_page, first.box.top if first.box else 0.0)
        early = [row for row in early if (row.pdf_page, row.box.top) < begin]
    words = any(_AGENDA_WORD.match(row.text) for row in early)
    contents = any(_CONTENTS_WORD.match(row.text) for row in early)
    labels = {match["label"].lower() for row in early if (match := _LABEL.match(row.text))}
    told = _TITLE_PREFIX.match(title or "") is not None
    ranged = explicit >= 2 or (explicit == 1 and business >= 1)
    minuted = any(MINUTES_HEADING.search(row.text) and not OF_THE_LAST.search(row.text) for row in early)
    usual = business >= (1 if any(item.mark for item in items) else MIN_BUSINESS) and not minuted
    proven = words or len(labels) >= 2 or (ranged and not contents) or usual
    listed = bool(items) and short and items[0].quote.pdf_page <= START_PAGES and proven
    agenda = listed or (told and bool(rows))
    meeting = _find_meeting(rows if agenda else [], title, subject)
    if not agenda:
        return FrontSheet(agenda=False, meeting=meeting, items=())
    papers = {draft.number: cell for draft in drafts if (cell := draft.told(Column.PAPER))}
    return FrontSheet(agenda=True, meeting=meeting, items=items, private_rows=private_rows, papers=papers)


def _is_page_column(drafts: list[Draft]) -> bool:
    """Whether the bare ranges of items are page numbers: two and more, in the same column, each after the last; three
    where none has more than a first page. "13-15 October" or an address is in no column."""
    found = [draft for draft in drafts if draft.pages is not None]
    pages = [draft.pages for draft in found if draft.pages is not None]
    if len(found) < 3 - any(each.last > each.first for each in pages):
        return False
    ends = ([draft.range_left for draft in found], [draft.range_right for draft in found])
    rising = all(one.last <= two.first for one, two in pairwise(pages))
    return min(max(each) - min(each) for each in ends) < PAGE_COLUMN_EDGE and rising


def _find_drafts(rows: list[Row], file: str, *, columns: bool) -> tuple[list[Draft], tuple[PrivateRow, ...]]:
    """The items with their page ranges, and private business without a number; bare numbers only with `columns`."""
    drafts: list[Draft] = []
    private: list[PrivateRow] = []
    column: float | None = None
    parts = Parts()
    parent: Draft | None = None
    for row in rows:
        text = row.text
        number, title = _item_start(row, drafts, column)
        if number is None and parts.read(row, drafts):
            continue
        if number is not None:
            column = row.pieces[0].box.left if column is None else column
            parent = Draft(
                number=number, row=row, title=[], mark=parts.next_item(number, drafts),
                bold=row.pieces[-1].bold, size=row.pieces[-1].size,
            )  # fmt: skip
            drafts.append(parent)
            _add_text(parent, title, row, columns)
            continue
        part = _PART_ROW.match(text)
        if part and parent is not None:
            # "a)" of item 7 is item 7a where it has pages of its own
            lettered = Draft(
                number=parent.number + part["letter"], row=row, title=[], mark=parts.mark or parent.mark,
                bold=row.pieces[0].bold, size=row.pieces[0].size,
            )  # fmt: skip
            drafts.append(lettered)
            parent.title_open = False
            _add_text(lettered, part["title"], row, columns)
            continue
        body, pages = _take_range(text, row, columns)
        if marked := parts.unnumbered(row, drafts, ranged=pages is not None):
            quote = Quote(file=file, pdf_page=marked.row.pdf_page, text=marked.mark.text)
            private.append(PrivateRow(title=body, pages=pages, mark=quote))
        if drafts:
            _add_text(drafts[-1], text, row, columns)
    parts.settle(drafts)
    kept = [draft for draft in drafts if draft.pages or not draft.number[-1:].isalpha() or draft.row.text[0].isdigit()]
    return kept, tuple(private)


def _item_start(row: Row, drafts: list[Draft], column: float | None) -> tuple[str | None, str]:
    """The number and title that begin on this row; (None, "") where it is not the start of an item."""
    match = _ITEM_ROW.match(row.text)
    if not match or _STARTS_WITH_DATE.match(row.text):
        return None, ""
    left = row.pieces[0].box.left
    if column is not None and abs(left - column) > SAME_COLUMN:
        return None, ""
    title = match["title"] or match["of_named"] or ""
    if not title or not any(char.isalpha() for char in title):
        return None, ""
    number = normal_item(match["number"] or match["named"])
    if re.fullmatch(r"\d+[a-z]{2}", number):
        return None, ""  # "4th", "2nd"
    if drafts and number.startswith("0") and not drafts[0].row.text.startswith("0"):
        return None, ""  # another list: "06" below items "1", "2"
    numbers = [draft.number for draft in drafts]
    major = int(re.match(r"\d+", number)[0])  # type: ignore[index]
    if numbers:
        last = int(re.match(r"\d+", numbers[-1])[0])  # type: ignore[index]
        if number in numbers or not last <= major <= last + 3:
            return None, ""
    elif major > 3 and not RANGE.search(title) and row.pieces[0].box.left > 200:
        return None, ""
    return number, title


def _add_text(draft: Draft, text: str, row: Row, columns: bool) -> None:
    """One more row of an item: part of its title, its page range, or what describes it."""
    text = fold(f"{draft.begun} {text}")
    draft.begun = ""
    begun = _RANGE_BEGUN.search(text)
    if begun:
        draft.begun, text = begun.group(), text[: begun.start()].strip()
    body, pages = _take_range(text, row, columns)
    ranged = next((p for p in reversed(row.pieces) if pages and p.text.strip() == pages.printed), row.pieces[-1])
    if columns and not draft.told(Column.PAGES):
        _take_cell(draft, row)
    draft.below.append(row)
    indented = row.pieces[0].box.left > draft.row.pieces[0].box.left + SAME_COLUMN
    follows = draft.last_row is None or (
        row.pdf_page == draft.last_row.pdf_page
        and row.box.top - draft.last_row.box.bottom
        < ((WRAP_GAP if indented else CELL_GAP) - 1.0) * max(draft.size, 6.0)
        and row.pieces[0].bold == draft.bold
        and abs(row.pieces[0].size - draft.size) < 0.6
        and (indented or bool(draft.row.beside))
    )
    if draft.title_open and follows and body:
        draft.title.append(body)
    elif draft.last_row is not None:
        draft.title_open = False
    if pages and draft.pages is None:
        draft.pages = pages
        draft.range_left, draft.range_right = ranged.box.left, ranged.box.right
        draft.title_open = False
    draft.last_row = row


def _take_cell(draft: Draft, row: Row) -> None:
    """The page range in the item's cell; those of the rows below are of its appendices."""
    cell = [line for column, line in row.beside if column is Column.PAGES]
    whole = fold(" ".join(line.text for line in cell))
    told = [match for text in (whole, *(line.text for line in cell[:1])) if (match := _PAGES_CELL.match(text))]
    if told and draft.pages is None:
        draft.pages = _range(told[0], told[0].group())
        draft.range_left, draft.range_right = cell[0].box.left, cell[0].box.right


def _take_range(text: str, row: Row, columns: bool) -> tuple[str, PageRange | None]:
    """The text without its page range, and the range."""
    found = RANGE.search(text)
    if found and (found.group().startswith("(") or (found["last"] and not text[found.end() :].strip())):
        return fold(f"{text[: found.start()]} {text[found.end() :]}"), _range(found, found.group().strip())
    if not columns:
        return text, None
    last_piece = row.pieces[-1].text.strip()
    for piece in row.pieces[:0:-1]:
        printed = piece.text.strip()
        if (bare := _BARE_RANGE.match(printed)) and fold(printed) in text:
            return fold(text.replace(fold(printed), " ")), _range(bare, printed)
    if trailing := _LEADER.search(text):
        return fold(text[: trailing.start()]), _range(trailing, trailing.group().strip(" ."))
    trailing = _TRAILING_RANGE.search(text)
    if trailing and row.box.right > PAGE_COLUMN and text.endswith(fold(last_piece)[-5:]):
        return fold(text[: trailing.start()]), _range(trailing, trailing.group().strip())
    single = _TRAILING_PAGE.search(text) if _ITEM_ROW.match(row.text) else None
    if single and row.box.right > PAGE_COLUMN and row.spaced and text.endswith(fold(last_piece)[-3:]):
        return fold(text[: single.start()]), _range(single, single.group().strip())
    return text, None


def _range(match: re.Match[str], printed: str) -> PageRange:
    first = int(match["first"])
    return PageRange(first=first, last=int(match.groupdict().get("last") or first), printed=printed)


def _without_times(rows: list[Row]) -> list[Row]:
    """The rows without the column of times before the numbers of the items, where an agenda has one."""
    timed = [row if (time := _TIME.match(row.text)) is None else _without(row, time.group()) for row in rows]
    return timed if sum(one is not other for one, other in zip(rows, timed, strict=True)) >= MIN_BUSINESS else rows


def _without(row: Row, printed: str) -> Row:
    """The row without what is printed at its beginning; as it is where no item begins behind it."""
    first, *rest = row.pieces
    behind = first.text.removeprefix(printed.strip()).strip()
    rest = [replace(first, text=behind), *rest] if behind else rest
    own = with_pieces(row, rest) if rest else row
    return own if _ITEM_ROW.match(own.text) else row


_TIME = pattern_of(r"^(?:[01]?\d|2[0-3])[.:][0-5]\d\s*(?:[ap]\.?m\.?)?(?=\s)", re.IGNORECASE)
"""A time of day before the number of an item: "10.05", "6:30 pm"."""


def _without_statuses(rows: list[Row]) -> tuple[list[Row], list[Marked]]:
    """The rows without the answers in that column of an agenda which asks of each item who may read it, and those rows
    which it says are private. A column of pages may stand behind it."""
    unpaged = [make_row(row.pdf_page, [replace(p, text=_PAGES.sub("", p.text)) for p in row.pieces]) for row in rows]
    headings = (at for at, row in enumerate(unpaged) if _OF_TABLE.search(row.text))
    asking = ((at, find_asking(unpaged, at, agenda=True)) for at in headings)
    begin, column = next(((at, column) for at, column in asking if column is not None), (len(rows), None))
    kept: list[Row] = []
    shut: list[Marked] = []
    for at, (row, short) in enumerate(zip(rows, unpaged, strict=True)):
        access = read_row(short, column) if column is not None and at > begin else None
        answer = next((found for piece in short.pieces[::-1] if (found := LAST_CELL.search(piece.text.strip()))), None)
        if access is not None and answer is not None:
            pieces = [replace(p, text=p.text.replace(answer.group(), "", 1)) for p in row.pieces]
            row = with_pieces(row, [piece for piece in pieces if piece.text.strip()])
        if column is not None and access is Access.SHUT:
            shut.append(Marked(mark=Mark(text=column.label), row=row))
        kept.append(row)
    return kept, shut


_PAGES = pattern_of(r"(?<!\bpart)\s+(?:\(?pages?(?:\s+nos?\.?)?\)?|\d{1,4}(?:\s*[-–—]\s*\d{1,4})?)\s*$", re.IGNORECASE)
_OF_TABLE = pattern_of(r"\b(?:item|no|title|subject|report|business|agenda)\b", re.IGNORECASE)
"""What the other columns of that table are headed."""


def _item(draft: Draft, file: str, legend: Marked | None, shut: Sequence[Marked]) -> AgendaItem:
    title = fold(" ".join(draft.title)).rstrip(" :")
    printed = draft.row.main.text if draft.row.beside else draft.row.text  # between two cells stands another
    quote = Quote(file=file, pdf_page=draft.row.pdf_page, item=draft.number, text=printed, box=draft.row.box)
    pages = draft.pages if draft.pages and draft.pages.first <= draft.pages.last else None
    marked = draft.mark or find_own_mark(draft, title) or next((m for m in shut if m.row in draft.below), None)
    if marked is None and legend is not None:
        beside = (row for row in draft.below[:2] if row is not legend.row)
        marked = legend if any(legend.mark.text in row.text for row in beside) else None
    partial = marked.mark.appendices if marked else None
    return AgendaItem(
        number=draft.number,
        title=title,
        pages=pages,
        exempt=marked is not None and partial is None,
        quote=quote,
        mark=Quote(file=file, pdf_page=marked.row.pdf_page, item=draft.number, text=marked.mark.text)
        if marked
        else None,
        exempt_appendices=partial,
    )


def _whole(item: AgendaItem, drafts: Sequence[Draft]) -> AgendaItem:
    """An appendix listed beside its report is private as a whole: "Station - Exempt Appendix" below "Station"."""
    report = re.split(r"\s[-–—]\s(?!.*\s[-–—]\s)", item.title)[0]
    if item.exempt_appendices is None or report == item.title or item.pages is None:
        return item
    beside = any(fold(" ".join(draft.title)).rstrip(" :").lower() == report.lower() for draft in drafts)
    return replace(item, exempt=True, exempt_appendices=None) if beside else item


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
    return replace(
        meeting,
        body=meeting.body or _body_printed(rows),
        date=meeting.date or (parse_date(date_printed) if date_printed else None),
        date_printed=date_printed,
    )


def _meeting_of_metadata(title: str | None, subject: str | None) -> Meeting:
    """From "Cabinet, 30/01/2025 10:00", or the same at the end of the title."""
    for text in (subject, _TITLE_PREFIX.sub("", title or "", count=1)):
        match = _METADATA.match(fold(text or ""))
        if match:
            return Meeting(body=match["body"].strip(), date=parse_date(match["date"]))
    return Meeting()


def _body_printed(rows: list[Row]) -> str | None:
    """The body's name: the largest words at the top."""
    first_page = [row for row in rows if row.pdf_page == rows[0].pdf_page][:12] if rows else []
    if not first_page:
        return None
    largest = max(row.pieces[0].size for row in first_page)
    head = [row.text for row in first_page if abs(row.pieces[0].size - largest) < 0.6]
    return fold(" ".join(head[:3])) if len(head) <= 4 else None
