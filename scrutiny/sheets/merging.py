"""Room `sheets`: new rows added to a log that an officer keeps.

Takes a table whose rows have a `ref` and a CSV file or workbook, adds the rows whose ref the file does not have
yet. Columns and edits of the officer stay as they are; the file as it was is kept beside it as a backup, and the
new one appears in one step.
"""

import codecs
import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny.errors import InputError, OutputError, UsageError
from scrutiny.outputs import write_file, write_new_file
from scrutiny.sheets.cells import show, spreadsheet_safe
from scrutiny.sheets.model import Report, Row, Table
from scrutiny.sheets.workbook import headings_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

KEY = "ref"


def merge_rows(table: Table, path: Path) -> tuple[Row, ...]:
    """Adds the new rows to the file and gives them. A missing file is made. Raises `InputError` for a file that
    has no `ref` column or is damaged, `UsageError` for another ending, `OutputError` when it cannot be written or is
    open in a spreadsheet."""
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise UsageError(f"{path.name} is not a log that scrutiny can add to", advice="Give a .csv or an .xlsx file.")
    _refuse_open(path)
    data = _read(path)
    if data is None:
        _make(table, path)
        return table.rows
    merge = _merge_csv if suffix == ".csv" else _merge_xlsx
    merged, added = merge(table, path, data)
    if added:
        _keep(path, data)
        if _read(path) != data:
            raise OutputError(f"{path.name} was changed meanwhile", advice="Nothing was written. Run it again.")
        write_file(path, merged)
    return added


def _read(path: Path) -> bytes | None:
    """The file's bytes; None where there is none."""
    try:
        if path.exists() and not path.is_file():
            raise InputError(f"{path} is not a file", advice="Give a .csv or an .xlsx file.")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from None


def _refuse_open(path: Path) -> None:
    """Excel and LibreOffice keep a file beside the one they have open; what is written then is lost or refused."""
    for name in (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#"):
        if path.with_name(name).exists():
            raise OutputError(
                f"{path.name} is open in a spreadsheet", advice=f"Close it, or delete {name} where that is left over."
            )


def _keep(path: Path, data: bytes) -> None:
    """Keeps the file as it was beside it, under the first name that is free."""
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        if write_new_file(path.with_name(f"{path.stem}.backup{again}{path.suffix}"), data):
            return


def _make(table: Table, path: Path) -> None:
    from scrutiny.sheets import format_of, render

    report = Report(command="log", version="", sources=(), tables=(table,))
    form = format_of(path.name)
    data = render(report, form)
    write_file(path, codecs.BOM_UTF8 + data if path.suffix.lower() == ".csv" else data)


def _new(table: Table, known: set[str]) -> tuple[Row, ...]:
    return tuple(row for row in table.rows if str(row[KEY]) not in known)


def _names(table: Table, heading: Sequence[object]) -> list[str | None]:
    """The field that each column of a log holds: logs have the names of the fields or their English headings."""
    columns = table.layout.columns
    known = {text: column.name for column, text in zip(columns, headings_of(columns), strict=True)}
    known |= {column.name: column.name for column in columns}
    return [known.get(str(text)) for text in heading]


def _no_key(path: Path) -> InputError:
    return InputError(
        f'{path.name} has no column "{KEY}"', advice="Merge into a log that scrutiny made, or add the column."
    )


def _merge_csv(table: Table, path: Path, data: bytes) -> tuple[bytes, tuple[Row, ...]]:
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{path.name} is not UTF-8 text", advice='Save it as "CSV UTF-8" and try again.') from None
    try:
        heading, *rows = [*csv.reader(io.StringIO(text), strict=True)] or [[]]
    except csv.Error as error:
        raise InputError(
            f"{path.name} is damaged: {error}", advice="Look for a quotation mark that is not closed."
        ) from None
    names = _names(table, heading)
    if KEY not in names:
        raise _no_key(path)
    at = names.index(KEY)
    known = {row[at].removeprefix("'") for row in rows if len(row) > at}
    added = _new(table, known)
    out = io.StringIO()
    newline = "\r\n" if "\r\n" in text else "\n"
    writer = csv.writer(out, lineterminator=newline)
    for row in added:
        cells = [row[name] if name is not None else None for name in names]
        writer.writerow(spreadsheet_safe(show(v)) if isinstance(v, str) else show(v) for v in cells)
    ended = text if not text or text.endswith("\n") else text + newline
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + (ended + out.getvalue()).encode("utf-8"), added


def _merge_xlsx(table: Table, path: Path, data: bytes) -> tuple[bytes, tuple[Row, ...]]:
    try:
        import openpyxl
    except ImportError:
        raise UsageError(
            "merging into a workbook needs openpyxl, which is not installed",
            advice="Install scrutiny again, or keep the log as CSV.",
        ) from None
    try:
        book = openpyxl.load_workbook(io.BytesIO(data))
    except Exception:  # openpyxl raises whatever its XML and zip readers raise
        raise InputError(f"{path.name} is not a workbook that can be read") from None
    try:
        return _added_to(book, table, path)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:  # what openpyxl says of odd ones
        raise InputError(
            f"{path.name} holds something that cannot be kept: {type(error).__name__}", advice="Keep the log as CSV."
        ) from None


def _added_to(book: "Workbook", table: Table, path: Path) -> tuple[bytes, tuple[Row, ...]]:
    headings = {sheet.title: _names(table, [cell.value for cell in sheet[1]]) for sheet in book.worksheets}
    sheet = next((own for own in book.worksheets if KEY in headings[own.title]), None)
    if sheet is None:
        raise _no_key(path)
    heading = headings[sheet.title]
    at = heading.index(KEY)
    known = {
        str(row[at]) for row in sheet.iter_rows(min_row=2, values_only=True) if len(row) > at and row[at] is not None
    }
    added = _new(table, known)
    last = sheet.max_row
    for offset, row in enumerate(added, start=1):
        for name, value in row.items():
            if name in heading and value is not None:
                cell = sheet.cell(row=last + offset, column=heading.index(name) + 1)
                cell.value = value if isinstance(value, (int, date)) and not isinstance(value, bool) else show(value)
                if isinstance(value, str):
                    cell.data_type = "s"  # "=..." is text
    if added:
        _extend(sheet, last, last + len(added))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), added


def _extend(sheet: "Worksheet", before: int, after: int) -> None:
    """Makes an Excel table, and a filter, that ended with the last row end with the new one."""
    ranges = [*sheet.tables.values(), *(each.autoFilter for each in sheet.tables.values()), sheet.auto_filter]
    for each in ranges:
        found = _RANGE.fullmatch(each.ref or "") if each is not None else None
        if found and int(found["last"]) == before:
            each.ref = f"{found['start']}{after}"


_RANGE = re.compile(r"(?P<start>\$?[A-Z]+\$?1:\$?[A-Z]+\$?)(?P<last>\d+)")
"""A range that begins with the heading row, such as "A1:H12"."""
