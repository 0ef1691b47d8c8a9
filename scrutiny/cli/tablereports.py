"""Room `cli`: the rows of `tables`: one grid for each table, or one row for each cell."""

import re
from dataclasses import dataclass
from pathlib import Path

from scrutiny import __version__
from scrutiny.cli.layouts import CELLS, GRID
from scrutiny.cli.packreports import load_pack
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import NothingFoundError, UsageError
from scrutiny.figures.sums import Confidence, confidence_of
from scrutiny.pack import Pack
from scrutiny.pdf import read_pdf
from scrutiny.sheets.model import Column, Layout, Report, Table, Value
from scrutiny.tables import RowKind, TableRead, agreement, find_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of a file."""

    pack: Pack
    tables: tuple[TableRead, ...]


def page_numbers(printed: str | None) -> tuple[tuple[int, int], ...] | None:
    """The runs of pages in "252-255,260". Raises `UsageError`."""
    if printed is None:
        return None
    runs = []
    for piece in printed.split(","):
        match = re.fullmatch(r"\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*", piece)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            raise UsageError(f"--pages {printed}: {piece.strip() or 'nothing'} is no page", advice="Write 252-255,260.")
        runs.append((first, last))
    return tuple(runs)


def load_tables(
    file: Path, runs: tuple[tuple[int, int], ...] | None, *, password: str | None, timeout: float | None, quiet: bool
) -> Tables:
    """The tables on those pages. Raises `NothingFoundError` when there are none."""
    pack = load_pack(file, password=password, timeout=timeout, quiet=quiet)
    with time_budget(file, timeout), read_pdf(file, password=password) as pdf:
        found: list[TableRead] = []
        for first, last in runs or ((1, len(pdf)),):
            if first > len(pdf):
                raise UsageError(f"--pages {first}: the file has {len(pdf)} pages", advice="PDF pages count from 1.")
            found += find_tables(pdf.pages(first, min(last, len(pdf))))
    if not found:
        raise NothingFoundError(
            f"no tables in {file.name}", advice="Looked for cells drawn with lines, and for figures in columns."
        )
    return Tables(pack=pack, tables=tuple(found))


def grids_report(found: Tables) -> Report:
    """One table for each, for reading and for spreadsheets."""
    tables = tuple(_grid(number, table, found.pack) for number, table in enumerate(found.tables, start=1))
    return _report(found, tables)


def cells_report(found: Tables) -> Report:
    """One row for each cell, for programs."""
    rows: list[tuple[Value, ...]] = []
    for number, table in enumerate(found.tables, start=1):
        confidence = _confidence(table)
        for at, row in enumerate(table.rows, start=1):
            for column, (cell, heading) in enumerate(zip(row, table.header, strict=True), start=1):
                page = found.pack.page_numbers[cell.page - 1]
                label = row[0].text or None
                rows.append(
                    (
                        number, table.caption, at, column, label, heading.text or None, cell.text or None,
                        None, None, table.strategy, confidence,
                        _item(found.pack, cell.page), found.pack.source.file, page, cell.page, cell.text,
                    )
                )  # fmt: skip
    return _report(found, (Table(layout=CELLS, rows=tuple(rows)), Table(layout=GRID, rows=_stands(found))))


def _stands(found: Tables) -> tuple[tuple[Value, ...], ...]:
    """Each table as it stands, heading and spans included; places that a spanning cell covers are left out."""
    rows: list[tuple[Value, ...]] = []
    for number, table in enumerate(found.tables, start=1):
        again = str(agreement(table))
        covered: set[tuple[int, int]] = set()
        for at, (row, kind) in enumerate(zip(table.grid, table.kinds, strict=True)):
            for column, cell in enumerate(row):
                if (at, column) in covered:
                    continue
                covered |= {(at + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
                head = kind in (RowKind.HEADING, RowKind.UNITS)
                page = found.pack.page_numbers[cell.page - 1]
                rows.append(
                    (
                        number, at + 1, column + 1, cell.rows, cell.columns, cell.text or None, head, str(kind),
                        " ".join(cell.marks) or None, str(table.found), again,
                        _item(found.pack, cell.page), found.pack.source.file, page, cell.page, cell.text,
                    )
                )  # fmt: skip
    return tuple(rows)


def _report(found: Tables, tables: tuple[Table, ...]) -> Report:
    return Report(
        command="tables", version=__version__, sources=(found.pack.source,), tables=tables, findings=found.pack.findings
    )


def _grid(number: int, table: TableRead, pack: Pack) -> Table:
    names = [cell.text or f"column {index}" for index, cell in enumerate(table.header, start=1)]
    columns = tuple(
        Column(name=name if names.count(name) == 1 else f"{name} ({index})", heading=cell.text)
        for index, (name, cell) in enumerate(zip(names, table.header, strict=True), start=1)
    )
    page = pack.page_numbers[table.pages[0] - 1] or f"PDF {table.pages[0]}"
    caption = f"Table {number}, page {page}" + (f": {table.caption}" if table.caption else "")
    confidence = _confidence(table)
    caption += "" if confidence is Confidence.UNPROVEN else f" ({confidence})"
    rows = tuple(tuple(cell.text or None for cell in row) for row in table.rows)
    return Table(layout=Layout(name=f"table {number}", caption=caption, columns=columns), rows=rows)


def _confidence(table: TableRead) -> Confidence:
    return confidence_of([cell.text for cell in table.header], table.texts(), caption=table.caption or "")


def _item(pack: Pack, page: int) -> str | None:
    return next((d.item for d in pack.documents if d.pdf_first <= page <= d.pdf_last), None)
