"""Room `sheets`: the one table type that every command fills and every format renders.

Values are str, int, Decimal, date, bool or None; None is "not there", never "" or 0. Columns say what they
hold, so that a spreadsheet gets real numbers and dates and a schema can be written from them.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import cast
from urllib.parse import quote as quoted

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from scrutiny import __version__
from scrutiny.findings import Finding, Severity
from scrutiny.sheets.cleaning import OwnMarkup, cleaned
from scrutiny.sources import Quote, Source

Value = str | int | Decimal | date | bool | None

Row = Mapping[str, Value]
"""A row as it is shown: each column's value by the column's name."""


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    COUNT = "count"
    EXACT = "exact"
    """Money or another exact figure: Decimal, a JSON string"""
    DATE = "date"
    YES_NO = "yes/no"


class Cell(Struct, frozen=True):
    """How a field of a row is shown: `heading` is what people read. `shown` False keeps it out of the formats for
    reading (table, text, Markdown, HTML, DOCX); the data formats have every field. A `wide` one is left out where there
    are fewer than 140 characters. `choices` are for text with a fixed set of values."""

    heading: str
    meaning: str = ""
    shown: bool = True
    choices: tuple[str, ...] = ()
    wide: bool = False
    also: re.Pattern[str] | None = None
    """The headings that an officer's own log has for it."""


class Column(Cell, frozen=True, kw_only=True):
    """The field with its `name`, which is the JSON key and CSV heading, and what it holds."""

    name: str
    kind: Kind = Kind.TEXT
    optional: bool = True
    """Whether it can be None."""

    @property
    def numeric(self) -> bool:
        """Whether it holds figures, which stand at the right."""
        return self.kind in (Kind.COUNT, Kind.EXACT)


class Layout(Struct, frozen=True, kw_only=True):
    """The columns of a table, without its rows."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    companion: bool = False
    """Only in the formats that hold several tables (JSON, JSON Lines, Excel): detail beside the main table."""

    def showing(self, names: Collection[str]) -> "Layout":
        """The same with only these columns for people."""
        return replace(self, columns=tuple(replace(column, shown=column.name in names) for column in self.columns))


class Link(Struct, frozen=True, kw_only=True):
    """A page of a paper: the file, the page in it, and how an officer cites it."""

    file: str
    pdf_page: int
    label: str

    @property
    def target(self) -> str:
        """What a viewer opens at that page, as long as the file lies in the same folder. Nothing of the file's name
        can make another address of it: a name that begins as one ("javascript:", "//host") stays a name."""
        name = self.file.replace("\\", "/").rsplit("/", 1)[-1]
        return f"{quoted(name, safe='', errors='replace')}#page={self.pdf_page}"


class Table(Struct, frozen=True, kw_only=True):
    """Rows that have a value for every column of the layout."""

    layout: Layout
    rows: tuple[Row, ...]
    origin: tuple[Quote, ...] = ()
    """where it stands, for a table whose rows do not say it"""

    def __post_init__(self) -> None:
        names = {column.name for column in self.layout.columns}
        for row in self.rows:
            assert row.keys() == names, (self.layout.name, row)

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that people see."""
        return tuple(column for column in self.layout.columns if column.shown)

    def link_of(self, row: Row, column: Column) -> Link | None:
        """The page that a cell names, where its column is one of pages and the row comes from a paper."""
        file, pdf_page = row.get("file"), row.get("pdf_page")
        if column.name not in PAGE_COLUMNS or not isinstance(file, str) or not isinstance(pdf_page, int):
            return None
        label = row[column.name]
        if label is None and column.name == "pages":  # business without a paper
            return None
        label = str(label) if label is not None else f"PDF {pdf_page}"
        by_ocr = str(row.get("quote") or "").startswith(MARK)
        return Link(file=file, pdf_page=pdf_page, label=f"{label} (OCR)" if by_ocr else label)

    def told_once(self) -> "Table":
        """For people: without the rows that repeat another (`repeat_of` is its `ref`), which names the pages of all."""
        columns = {column.name for column in self.layout.columns}
        if not {"ref", "repeat_of", "file", "page", "pdf_page"} <= columns:
            return self
        pages: dict[tuple[Value, Value], list[str]] = {}
        for row in self.rows:
            label = str(row["page"]) if row["page"] is not None else f"PDF {row['pdf_page']}"
            pages.setdefault((row["file"], row["repeat_of"] or row["ref"]), []).append(label)
        rows = []
        for row in self.rows:
            if row["repeat_of"] is None:
                labels = tuple(dict.fromkeys(pages[row["file"], row["ref"]]))
                rows.append(row if len(labels) == 1 else {**row, "page": ", ".join(labels)})
        shown = {column.name for column in self.shown} - {"repeat_of"}
        return replace(self, layout=self.layout.showing(shown), rows=tuple(rows))

    def without_empty(self, *, usual: Collection[Value] = ()) -> "Table":
        """For people: without the columns that hold nothing, or only what is usual."""
        names = {
            column.name
            for column in self.layout.columns
            if column.shown and any(row[column.name] is not None and row[column.name] not in usual for row in self.rows)
        }
        return replace(self, layout=self.layout.showing(names))


class Point(Struct, frozen=True, kw_only=True):
    """A line of a list, with the page it comes from where it comes from one."""

    text: str
    link: Link | None = None


class Illustration(Struct, frozen=True, kw_only=True):
    """A picture of a part of a page: PNG, its size in points, what it shows in words, and where that stands."""

    png: bytes
    width: float
    height: float
    description: str
    caption: str


class Exhibit(Struct, frozen=True, kw_only=True):
    """A finding as a paper shows it: what is wrong, where, the lines as printed, and their pictures."""

    severity: Severity
    heading: str
    place: str
    links: tuple[Link, ...] = ()
    lines: tuple[str, ...] = ()
    pictures: tuple[Illustration, ...] = ()


class Chapter(Struct, frozen=True, kw_only=True):
    """A part of a paper: sentences, points, tables, a drawing of ours and exhibits numbered from `numbered_from`."""

    heading: str
    text: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    drawing: OwnMarkup | None = None
    tables: tuple[Table, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    numbered_from: int = 1


class PaperPart(Struct, frozen=True, kw_only=True):
    """The chapters on one pack: two pages to read first, and an annex. `heading` is None for a single pack."""

    heading: str | None
    front: tuple[Chapter, ...]
    annex: tuple[Chapter, ...] = ()


class Paper(Struct, frozen=True, kw_only=True):
    """How a report reads as a paper for people, in Markdown, HTML and DOCX."""

    title: str
    text: tuple[str, ...]
    parts: tuple[PaperPart, ...]


class Report(Struct, frozen=True, kw_only=True):
    """What a command has to say, its main table first; Markdown and HTML show the `paper` instead, if there is one."""

    command: str
    version: str = __version__
    sources: tuple[Source, ...]
    tables: tuple[Table, ...]
    findings: tuple[Finding, ...] = ()
    paper: Paper | None = None
    closing: str | None = None
    """A last line for people."""

    def __post_init__(self) -> None:
        """Every word of it is made harmless here, whatever it comes from; what was read by OCR is marked."""
        for name in self.__struct_fields__:
            force_setattr(self, name, cleaned(getattr(self, name)))
        if pages := pages_by_ocr(self.sources):
            force_setattr(self, "findings", tuple(marked_finding(each, pages) for each in self.findings))
            tables = tuple(
                replace(table, rows=tuple(cast(Row, marked_row(row, pages)) for row in table.rows))
                for table in self.tables
            )
            force_setattr(self, "tables", tables)

    @property
    def main_tables(self) -> tuple[Table, ...]:
        """The tables for formats that show one thing at a time."""
        return tuple(table for table in self.tables if not table.layout.companion)

    @property
    def tables_to_read(self) -> tuple[Table, ...]:
        """The same for people, who read each thing once."""
        return tuple(table.told_once() for table in self.main_tables)

    @property
    def failed(self) -> bool:
        """Whether a finding of severity `error` was made."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


PAGE_COLUMNS = ("page", "pages")
"""Columns whose cells link to the page they name; a page that prints no number is cited by its place in the PDF."""

PAPER_COLUMNS = (
    Column(name="file", heading="File", shown=False, optional=False, meaning="the PDF the row comes from"),
    Column(name="page", heading="Page", shown=False, meaning="the page number as printed"),
    Column(name="pdf_page", heading="PDF page", kind=Kind.COUNT, shown=False, optional=False, meaning="counted from 1"),
    Column(name="quote", heading="Quote", shown=False, optional=False, meaning="verbatim, white space folded"),
)
"""What every row that comes from a paper has, beside `item`."""


MARK = "[read by OCR] "
"""Before the words of a quotation."""
SAID = " (read by OCR)"
"""Behind the message of a finding."""

JUDGED = ("status", "severity")
"""Columns that say how bad something is."""

Pages = Mapping[str, frozenset[int]]


def pages_by_ocr(sources: Sequence[Source]) -> Pages:
    """The pages of each file that were read by OCR; empty where none was."""
    return {source.file: frozenset(source.ocr_pages) for source in sources if source.ocr_pages}


def marked_finding(finding: Finding, pages: Pages) -> Finding:
    """A note, and said, where it rests on a page that was read by OCR."""
    if not any(quote.pdf_page in pages.get(quote.file, ()) for quote in finding.quotes):
        return finding
    message = finding.message if finding.message.endswith(SAID) else finding.message + SAID
    return replace(finding, severity=Severity.NOTE, message=message)


def marked_row(row: Mapping[str, object], pages: Pages) -> dict[str, object]:
    """The row of a table with its quotation marked where it comes from such a page."""
    own = dict(row)
    if own.get("pdf_page") not in pages.get(str(own.get("file")), ()):
        return own
    quote = own.get("quote")
    if isinstance(quote, str) and not quote.startswith(MARK):
        own["quote"] = MARK + quote
    for name in JUDGED:
        if own.get(name) in (Severity.ERROR, Severity.WARNING):
            own[name] = Severity.NOTE.value
    return own
