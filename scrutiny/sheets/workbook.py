"""Room `sheets`: Excel workbooks, written with XlsxWriter.

One sheet a table, ready to print; real dates and numbers, text always text: a minute number such as 23/5 stays what
it is, and "=..." is never run. Pages link to the page of the pack, a status has its list of values. A last sheet says
where it all comes from and what was found. Same input, same bytes: the date of making is fixed.
"""

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from scrutiny.errors import UsageError
from scrutiny.sheets.cells import clean, show, workbook_safe
from scrutiny.sheets.model import Column, Kind, Report, Table, Value

if TYPE_CHECKING:
    import xlsxwriter

_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
MAX_WIDTH = 60
"""Characters. Wider columns push the next off the screen; longer text wraps."""

MAX_LINK = 255  # what Excel opens
FREE_ROWS = 500
"""Rows below the last in which a status still has its list: an officer adds some."""

LONGEST_TEXT = 32_766
"""Characters: Excel holds one more, which may be needed (see `workbook_safe`)."""

NOTED = "scrutiny"
"""The hidden sheet of a log: the refs of all rows that were ever added, so that one that is deleted stays so."""

ORIGIN = "Sources and findings"


def render_xlsx(report: Report) -> bytes:
    """The workbook; that of a log with a hidden sheet of its refs. Raises `UsageError` when XlsxWriter is missing."""
    try:
        import xlsxwriter
    except ImportError:
        raise UsageError(
            "Excel workbooks need XlsxWriter, which is not installed", advice="Install scrutiny again, or write CSV."
        ) from None
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    book.set_properties({"title": f"scrutiny {report.command}", "created": _MADE})
    styles = _Styles(book)
    names: set[str] = set()
    for table in report.tables:
        _write_table(book, table, styles, _sheet_name(table.layout.caption, names))
    _write_origin(book, report, styles, _sheet_name(ORIGIN, names))
    kept = report.tables[0] if report.tables else None
    if kept is not None and {"ref", "status"} <= {column.name for column in kept.layout.columns}:
        hidden = book.add_worksheet(NOTED)
        hidden.hide()
        for number, row in enumerate(kept.rows):
            hidden.write_string(number, 0, str(row["ref"]))
    book.close()
    return out.getvalue()


class _Styles:
    """The formats of a workbook."""

    def __init__(self, book: "xlsxwriter.Workbook") -> None:
        self.heading = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7ECF0"}
        )
        self.text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.day = book.add_format({"num_format": "d mmm yyyy", "valign": "top", "align": "left"})
        self.number = book.add_format({"valign": "top"})
        self.whole = book.add_format({"valign": "top", "num_format": "#,##0"})
        self.pence = book.add_format({"valign": "top", "num_format": "#,##0.00"})
        self.link = book.add_format({"valign": "top", "underline": 1, "font_color": "#1B4965"})
        self.title = book.add_format({"bold": True, "font_size": 13})


def headings_of(columns: Sequence[Column]) -> list[str]:
    """What stands above each column: its heading; one that two share, or that is empty, is made clear by its name."""
    plain = [column.heading for column in columns]
    return [
        heading if heading and plain.count(heading) == 1 else f"{heading} ({column.name.replace('_', ' ')})".strip()
        for heading, column in zip(plain, columns, strict=True)
    ]


def _write_table(book: "xlsxwriter.Workbook", table: Table, styles: _Styles, name: str) -> None:
    sheet = book.add_worksheet(name)
    columns = table.layout.columns
    for at, (column, heading) in enumerate(zip(columns, headings_of(columns), strict=True)):
        sheet.write_string(0, at, workbook_safe(clean(heading)), styles.heading)
        longest = max([len(show(row[column.name])) for row in table.rows], default=0)
        sheet.set_column(at, at, min(max(longest, min(len(heading), 14)) + 2, MAX_WIDTH))
        if column.name == "status" and column.choices:
            last = len(table.rows) + FREE_ROWS
            sheet.data_validation(1, at, last, at, {"validate": "list", "source": list(column.choices)})
    for number, row in enumerate(table.rows, start=1):
        for at, column in enumerate(columns):
            link = table.link_of(row, column)
            if link is not None:
                label = workbook_safe(clean(link.label))
                if len(link.target) <= MAX_LINK:
                    sheet.write_url(number, at, f"external:{link.target}", styles.link, label)
                else:
                    sheet.write_string(number, at, label)
            else:
                _write(sheet, number, at, column, row[column.name], styles)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&F&RPage &P of &N")
    if columns:
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(columns) - 1)


def _write(sheet: Any, row: int, at: int, column: Column, value: Value, styles: _Styles) -> None:
    if value is None:
        return
    if isinstance(value, date):
        sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), styles.day)  # noqa: DTZ001
    elif column.numeric and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        sheet.write_number(row, at, value, _number_style(column, value, styles))
    else:
        sheet.write_string(row, at, workbook_safe(show(value)[:LONGEST_TEXT]), styles.text)


def _number_style(column: Column, value: Any, styles: _Styles) -> Any:
    """Separators for pounds and counts; more than two decimals are kept, and numbers of pages stay plain."""
    if "page" in column.name or "pdf" in column.name:
        return styles.number
    if value == int(value):
        return styles.whole if "£" in column.heading or column.kind is Kind.COUNT else styles.number
    return styles.pence if "£" in column.heading and round(value, 2) == value else styles.number


def _write_origin(book: "xlsxwriter.Workbook", report: Report, styles: _Styles, name: str) -> None:
    """Where it comes from, and what was found."""
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, 90)
    at = 0
    for lines in origin_of(report):
        at = _write_lines(sheet, at, lines, styles) + 1


def origin_of(report: Report) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """The files and the findings of a report as lines of three cells, each list below its headings."""
    files = [(source.file, str(source.pdf_pages), source.title or "") for source in report.sources]
    found = []
    for finding in report.findings:
        quote = finding.quotes[0] if finding.quotes else None
        page = "" if quote is None else quote.page_label or f"PDF {quote.pdf_page}"
        found.append((finding.severity.value, page, finding.message))
    return [("File", "Pages", "Title"), *files], [("Severity", "Page", "Finding"), *found]


def _write_lines(sheet: Any, first: int, lines: Sequence[tuple[str, str, str]], styles: _Styles) -> int:
    for offset, line in enumerate(lines):
        for at, text in enumerate(line):
            style = styles.heading if offset == 0 else styles.text
            sheet.write_string(first + offset, at, workbook_safe(clean(text)[:LONGEST_TEXT]), style)
    return first + len(lines)


def _sheet_name(caption: str, taken: set[str]) -> str:
    """A name that Excel takes: 31 characters, without the marks that it keeps for itself, each once."""
    base = re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\']", " ", clean(caption))).strip()[:31].strip() or "Table"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: 31 - len(str(number)) - 1].strip()} {number}"
    taken.add(name.casefold())
    return name
