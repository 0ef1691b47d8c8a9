"""Room `sheets`: new rows added to a log that an officer keeps, and what became of the old ones.

Takes a table whose rows have a `ref` and a CSV file or workbook, adds the rows whose ref the file does not have,
looking like those before them, and changes the status of old ones where it is still the tool's own. The officer's
columns and edits stay; the file as it was is kept as a backup, and the new one appears in one step.
"""

import codecs
import csv
import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from datetime import date
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.errors import InputError, OutputError, UsageError
from scrutiny.language.patterns import pattern_of
from scrutiny.outputs import write_file, write_new_file
from scrutiny.sheets.cells import clean, csv_cell, show, workbook_safe
from scrutiny.sheets.model import Report, Row, Table, Value
from scrutiny.sheets.workbook import NOTED, ORIGIN, headings_of, origin_of, render_xlsx

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

KEY = "ref"
TASK = "text"
STATUS = "status"
UNSETTLED = ("", "open", "in progress", "outstanding")
"""What a status may be changed from; anything else an officer has written, or it is settled."""

_LOSABLE = {
    "x14:dataValidation": "drop-down lists from another sheet",
    "x14:conditionalFormatting": "colours that Excel sets by newer rules",
    "x14:sparkline": "sparklines",
    "xl/charts": "charts",
    "xl/media": "pictures",
    "xl/slicers": "slicers",
    "xl/pivotTables": "pivot tables",
    "xl/ctrlProps": "buttons and boxes",
    "xl/embeddings": "embedded files",
    "xl/threadedComments": "threads of comments",
}
"""Parts of a workbook by their folder, or by the mark of an extension in a sheet, and what officers call them."""

Changes = Mapping[str, Row]
"""By ref what is to be changed: fields and their new values, `status` among them."""


class Merged(Struct, frozen=True, kw_only=True):
    """What was done to a log: the rows added, the refs whose status is changed, what could not be kept of it, how many
    rows were left out since somebody had deleted them, and how many of those added are of a meeting that the log had
    rows of before: a CSV file cannot tell whether somebody had deleted them."""

    added: tuple[Row, ...]
    changed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    deleted: int = 0
    perhaps_deleted: int = 0


def merge_rows(report: Report, path: Path, changes: Changes = MappingProxyType({})) -> Merged:
    """Adds the new rows of a report's first table to the file and makes the changes, and says which. A missing file is
    made; a workbook's sheet of sources gets the new ones. Raises `InputError`
    for a file that has no `ref` column or is damaged, `UsageError` for another ending, `OutputError` when it cannot be
    written or is open in a spreadsheet."""
    table = report.tables[0]
    _refuse_other(path)
    _refuse_open(path)
    data = _read(path)
    if data is None:
        _make(report, path)
        return Merged(added=table.rows)
    if path.suffix.lower() == ".csv":
        merged, done = _merge_csv(table, path, data, changes)
    else:
        merged, done = _merge_xlsx(report, path, data, changes)
    if done.added or done.changed:
        _keep(path, data)
        if _read(path) != data:
            raise OutputError(f"{path.name} was changed meanwhile", advice="Nothing was written. Run it again.")
        write_file(path, merged)
    return done


def held_rows(table: Table, path: Path) -> list[dict[str, Any]]:
    """The rows of a log by the names of the fields; none where there is no such file. Raises as `merge_rows` does."""
    _refuse_other(path)
    data = _read(path)
    if data is None:
        return []
    if path.suffix.lower() == ".csv":
        heading, rows = _csv_rows(path, data)[1:]
        names = _names(table, heading, path)
        return [dict(_named(names, row)) for row in rows]
    sheet, names = _log_sheet(_book(path, data), table, path)
    return [dict(_named(names, row)) for row in sheet.iter_rows(min_row=2, values_only=True)]


def _named(names: Sequence[str | None], row: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in zip(names, row, strict=False) if name is not None)


def _refuse_other(path: Path) -> None:
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise UsageError(f"{path.name} is not a log that scrutiny can add to", advice="Give a .csv or an .xlsx file.")


def _changes_to(held: Row, change: Row | None) -> Row:
    """What is changed of a row: nothing where its status is not the tool's own any more, or is the new one already;
    what an officer took back stays so."""
    if change is None or STATUS not in held:
        return {}
    status, said = str(held[STATUS] or ""), change.get("update")
    told = bool(said) and str(held.get("update") or "") == said
    return {} if status not in UNSETTLED or status == str(change[STATUS]) or told else change


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


def _make(report: Report, path: Path) -> None:
    from scrutiny.sheets import format_of, render

    if path.suffix.lower() == ".xlsx":
        write_file(path, render_xlsx(report))
    else:
        write_file(path, codecs.BOM_UTF8 + render(replace(report, tables=report.tables[:1]), format_of(path.name)))


def _new(table: Table, known: set[str]) -> tuple[Row, ...]:
    return tuple(row for row in table.rows if str(row[KEY]) not in known)


def _names(table: Table, heading: Sequence[object], path: Path) -> list[str | None]:
    """The field that each column of a log holds: by the name of the field, its English heading, or, where no column has
    that, an officer's word for it. Raises `InputError` where the ref or the task has no column."""
    columns = table.layout.columns
    known = {text: column.name for column, text in zip(columns, headings_of(columns), strict=True)}
    known |= {column.name: column.name for column in columns}
    names = [known.get(str(text)) for text in heading]
    for at, text in enumerate(heading):
        also = (
            column.name
            for column in columns
            if column.also and column.name not in names and column.also.match(str(text or "").strip(" .:"))
        )
        names[at] = names[at] or next(also, None)
    needed = [column for column in columns if column.name in (KEY, TASK)]
    if any(column.name not in names for column in needed):
        wanted = " and ".join(f'"{column.heading}"' for column in needed)
        raise InputError(
            f"{path.name} needs the {'columns' if len(needed) > 1 else 'column'} {wanted}",
            advice="Nothing was written. Merge into a log that scrutiny made, or name the columns so.",
        )
    return names


def _csv_rows(path: Path, data: bytes) -> tuple[str, list[str], list[list[str]]]:
    """The text of a CSV file, its heading and its rows."""
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
    return text, heading, rows


def _merge_csv(table: Table, path: Path, data: bytes, changes: Changes) -> tuple[bytes, Merged]:
    text, heading, rows = _csv_rows(path, data)
    names = _names(table, heading, path)
    at = names.index(KEY)
    known = {row[at].removeprefix("'") for row in rows if len(row) > at}
    added = _new(table, known)
    changed = []
    for row in rows:
        ref = row[at].removeprefix("'") if len(row) > at else ""
        if change := _changes_to(dict(_named(names, row)), changes.get(ref)):
            for index, name in enumerate(names[: len(row)]):
                if name is not None and name in change:
                    row[index] = csv_cell(change[name])
            changed.append(ref)
    out = io.StringIO()
    newline = "\r\n" if "\r\n" in text else "\n"
    writer = csv.writer(out, lineterminator=newline)
    for new in added:
        writer.writerow(csv_cell(new[name]) if name is not None else "" for name in names)
    if changed:
        again = io.StringIO()
        csv.writer(again, lineterminator=newline).writerows([heading, *rows])
        text = again.getvalue()
    ended = text if not text or text.endswith("\n") else text + newline
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    meetings = {_meeting(ref) for ref in known} - {""}
    perhaps = sum(_meeting(str(new[KEY])) in meetings for new in added)
    done = Merged(added=added, changed=tuple(changed), perhaps_deleted=perhaps)
    return mark + (ended + out.getvalue()).encode("utf-8"), done


def _meeting(ref: str) -> str:
    """The day of a ref's meeting: refs begin with it."""
    day, slash, _ = ref.partition("/")
    return day if slash and day[:1].isdigit() else ""


def _merge_xlsx(report: Report, path: Path, data: bytes, changes: Changes) -> tuple[bytes, Merged]:
    book = _book(path, data)
    try:
        _add_origin(book, report)
        merged, done = _added_to(book, report.tables[0], path, changes)
        return merged, replace(done, lost=_lost(data, merged))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:  # what openpyxl says of odd ones
        raise InputError(
            f"{path.name} holds something that cannot be kept: {type(error).__name__}", advice="Keep the log as CSV."
        ) from None


def _book(path: Path, data: bytes) -> "Workbook":
    try:
        import openpyxl
    except ImportError:
        raise UsageError(
            "merging into a workbook needs openpyxl, which is not installed",
            advice="Install scrutiny again, or keep the log as CSV.",
        ) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not keep: see `_lost`
            return openpyxl.load_workbook(io.BytesIO(data))
    except MemoryError:
        raise
    except Exception:  # openpyxl raises whatever its XML and zip readers raise
        raise InputError(f"{path.name} is not a workbook that can be read") from None


def _log_sheet(book: "Workbook", table: Table, path: Path) -> "tuple[Worksheet, list[str | None]]":
    """The sheet that is the log, and the field that each of its columns holds."""
    refused: InputError | None = None
    for sheet in book.worksheets:
        try:
            return sheet, _names(table, [cell.value for cell in sheet[1]], path)
        except InputError as error:
            refused = refused or error
    raise refused or InputError(f"{path.name} has no sheet")


def _added_to(book: "Workbook", table: Table, path: Path, changes: Changes) -> tuple[bytes, Merged]:
    sheet, heading = _log_sheet(book, table, path)
    at = heading.index(KEY)
    known = {
        str(row[at]) for row in sheet.iter_rows(min_row=2, values_only=True) if len(row) > at and row[at] is not None
    }
    noted = _noted(book)
    added = _new(table, known | noted)
    deleted = len(_new(table, known)) - len(added)
    _note(book, [*known - noted, *(str(row[KEY]) for row in added)])
    changed = _change(sheet, heading, changes)
    last = _last_row(sheet)
    for offset, row in enumerate(added, start=1):
        _like(sheet, last, last + offset)
        for name, value in row.items():
            if name in heading and value is not None:
                _set(sheet.cell(row=last + offset, column=heading.index(name) + 1), value)
    if added:
        _extend(sheet, last, last + len(added))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), Merged(added=added, changed=changed, deleted=deleted)


def _add_origin(book: "Workbook", report: Report) -> None:
    """Adds the papers that the sheet of sources does not name yet, with what was found in them."""
    if ORIGIN not in book.sheetnames:
        return
    sheet = book[ORIGIN]
    named = {str(row[0]) for row in sheet.iter_rows(values_only=True) if row}
    new = tuple(source for source in report.sources if source.file not in named)
    files = {source.file for source in new}
    findings = tuple(each for each in report.findings if not each.quotes or each.quotes[0].file in files)
    for lines in origin_of(replace(report, sources=new, findings=findings)) if new else ():
        first = _last_row(sheet) + 2
        for offset, line in enumerate(lines):
            for column, text in enumerate(line, start=1):
                cell = sheet.cell(row=first + offset, column=column)
                _set(cell, workbook_safe(clean(text)))
                _look_like(cell, sheet.cell(row=min(offset, 1) + 1, column=column))


def _noted(book: "Workbook") -> set[str]:
    """The refs of all rows that were ever added."""
    if NOTED not in book.sheetnames:
        return set()
    return {str(row[0]) for row in book[NOTED].iter_rows(values_only=True) if row and row[0] is not None}


def _note(book: "Workbook", refs: Sequence[str]) -> None:
    """Keeps the refs on the hidden sheet, which is made where a log has none."""
    if NOTED not in book.sheetnames:
        book.create_sheet(NOTED).sheet_state = "hidden"
    sheet = book[NOTED]
    for ref in sorted(refs):
        row = sheet.max_row + 1 if sheet["A1"].value is not None else 1
        _set(sheet.cell(row=row, column=1), ref)


def _lost(before: bytes, after: bytes) -> tuple[str, ...]:
    """What an officer's workbook holds that openpyxl does not write again."""

    def held(data: bytes) -> set[str]:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            folders = {"/".join(name.split("/")[:2]) for name in parts.namelist()}
            sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        return {
            said
            for part, said in _LOSABLE.items()
            if part in folders or any(part.encode() in sheet for sheet in sheets)
        }

    return tuple(sorted(held(before) - held(after)))


def _set(cell: "Cell | MergedCell", value: Value) -> None:
    cell.value = value if isinstance(value, (int, date)) and not isinstance(value, bool) else show(value)
    if isinstance(value, str):
        cell.data_type = "s"  # "=..." is text


def _last_row(sheet: "Worksheet") -> int:
    """The last row that holds anything: an officer may have made empty ones ready below."""
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)
    return max((number for number, row in rows if any(value is not None for value in row)), default=1)


def _like(sheet: "Worksheet", old: int, new: int) -> None:
    """Makes a new row look like an old one."""
    if old < FIRST_ROW:
        return
    for column in range(1, sheet.max_column + 1):
        _look_like(sheet.cell(row=new, column=column), sheet.cell(row=old, column=column))


def _look_like(cell: "Cell | MergedCell", shape: Any) -> None:
    if shape.has_style:
        for name in ("font", "border", "fill", "alignment", "number_format", "protection"):
            setattr(cell, name, copy(getattr(shape, name)))


FIRST_ROW = 2
"""Below the heading."""


def _change(sheet: "Worksheet", heading: list[str | None], changes: Changes) -> tuple[str, ...]:
    """Makes the changes to old rows and gives the refs of those that were changed."""
    changed: list[str] = []
    for cells in sheet.iter_rows(min_row=FIRST_ROW):
        held = dict(_named(heading, cells))
        ref = str(held[KEY].value)
        if change := _changes_to({name: cell.value for name, cell in held.items()}, changes.get(ref)):
            for name, value in change.items():
                if name in held and value is not None:
                    _set(held[name], value)
            changed.append(ref)
    return tuple(changed)


def _extend(sheet: "Worksheet", before: int, after: int) -> None:
    """Makes an Excel table, and a filter, that ended with the last row end with the new one."""
    ranges = [*sheet.tables.values(), *(each.autoFilter for each in sheet.tables.values()), sheet.auto_filter]
    for each in ranges:
        found = _RANGE.fullmatch(each.ref or "") if each is not None else None
        if found and int(found["last"]) == before:
            each.ref = f"{found['start']}{after}"


_RANGE = pattern_of(r"(?P<start>\$?[A-Z]+\$?1:\$?[A-Z]+\$?)(?P<last>\d+)")
"""A range that begins with the heading row, such as "A1:H12"."""
