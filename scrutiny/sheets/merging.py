"""Room `sheets`: new rows added to a log that an officer keeps.

Takes a table whose rows have a `ref` and a CSV file or workbook, adds the rows whose ref the file does not have
yet. Columns and edits of the officer stay as they are; the file as it was is kept beside it as a backup, and the
new one appears in one step.
"""

import codecs
import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scrutiny.errors import InputError, UsageError
from scrutiny.outputs import write_file
from scrutiny.sheets.cells import show, spreadsheet_safe
from scrutiny.sheets.model import Report, Row, Table
from scrutiny.sheets.workbook import headings_of

KEY = "ref"


def merge_rows(table: Table, path: Path) -> tuple[Row, ...]:
    """Adds the new rows to the file and gives them. A missing file is made. Raises `InputError` for a file that
    has no `ref` column, `UsageError` for another ending, `OutputError` when it cannot be written."""
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise UsageError(f"{path.name} is not a log that scrutiny can add to", advice="Give a .csv or an .xlsx file.")
    if not path.exists():
        _make(table, path)
        return table.rows
    merge = _merge_csv if suffix == ".csv" else _merge_xlsx
    data = path.read_bytes()
    merged, added = merge(table, path, data)
    if added:
        write_file(path.with_name(f"{path.stem}.backup{path.suffix}"), data)
        write_file(path, merged)
    return added


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
    heading = next(csv.reader(io.StringIO(text)), [])
    names = _names(table, heading)
    if KEY not in names:
        raise _no_key(path)
    at = names.index(KEY)
    known = {row[at] for row in csv.reader(io.StringIO(text)) if len(row) > at}
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
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), added
