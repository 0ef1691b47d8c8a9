"""Room `sheets`: Excel workbooks, written with XlsxWriter where the `xlsx` extra is installed.

One sheet a table, the header row frozen and with filters, real dates and numbers, text always text: a
minute number such as 23/5 stays what it is, and "=..." is never run. Same input, same bytes: the workbook
carries a fixed date of making.
"""

import io
import re
from datetime import UTC, date, datetime
from decimal import Decimal

from scrutiny.errors import UsageError
from scrutiny.sheets.cells import show, workbook_safe
from scrutiny.sheets.model import Kind, Report, Value

_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
MAX_WIDTH = 60
"""Characters. Wider columns push the next off the screen; longer text wraps."""


LONGEST_TEXT = 32_766
"""Characters: Excel holds one more, which may be needed (see `workbook_safe`)."""


def render_xlsx(report: Report) -> bytes:
    """The workbook. Raises `UsageError` when XlsxWriter is not installed."""
    try:
        import xlsxwriter
    except ImportError:
        raise UsageError(
            "Excel workbooks need the xlsx extra, which is not installed",
            advice="Install it: pip install 'scrutiny[xlsx]', or write CSV instead.",
        ) from None
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    book.set_properties({"title": f"scrutiny {report.command}", "created": _MADE})
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    number = book.add_format({"valign": "top"})
    for table in report.tables:
        sheet = book.add_worksheet(_sheet_name(table.layout.name))
        columns = table.layout.columns
        for index, column in enumerate(columns):
            sheet.write_string(0, index, workbook_safe(column.name), heading)
            longest = max([len(show(row[column.name])) for row in table.rows], default=0)
            sheet.set_column(index, index, min(max(longest, len(column.name)) + 2, MAX_WIDTH))
        for at, row in enumerate(table.rows, start=1):
            for index, column in enumerate(columns):
                kind, value = column.kind, row[column.name]
                if value is None:
                    continue
                if isinstance(value, date):
                    sheet.write_datetime(at, index, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
                elif kind in (Kind.COUNT, Kind.EXACT) and _is_number(value):
                    sheet.write_number(at, index, value, number)
                else:
                    sheet.write_string(at, index, workbook_safe(show(value)[:LONGEST_TEXT]), text)
        sheet.freeze_panes(1, 0)
        if columns:
            sheet.autofilter(0, 0, max(len(table.rows), 1), len(columns) - 1)
    book.close()
    return out.getvalue()


def _is_number(value: Value) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:31]
