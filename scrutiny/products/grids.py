"""Room `products`: the tables of a paper: a grid for each, or a row for each cell. The rows of `tables`."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from scrutiny.errors import UsageError
from scrutiny.language.phrases import count_of
from scrutiny.pack import Pack
from scrutiny.pack.discrepancies import page_list
from scrutiny.pack.public import nothing_in
from scrutiny.paper import OpenPaper
from scrutiny.sheets.cells import clean
from scrutiny.sheets.model import Column, Layout, Report, Table
from scrutiny.sheets.rows import HIDDEN_PLACE, Cell, Sheet
from scrutiny.sources import Box, Quote
from scrutiny.tables import Agreement, Found, RowKind, Strategy, TableRead, agreement, find_tables, join_tables
from scrutiny.tables import Cell as TableCell
from scrutiny.tables.lines import over
from scrutiny.tables.measure import Axis, MeasureTable, measure_table
from scrutiny.tables.relations import Outcome, RelationKind
from scrutiny.tables.roles import Role
from scrutiny.tables.units import UnitKind


class Confidence(StrEnum):
    """How far a table's own totals bear out that it was read as it stands."""

    PROVEN = "proven"
    """every column of figures that can be added is in a sum that holds, and none fails"""
    PARTLY = "partly"
    """some are"""
    UNPROVEN = "unproven"
    """it shows no sums"""


class CellRow(Struct, frozen=True, kw_only=True):
    """A cell of a table."""

    table_number: Annotated[int, Cell("Table", "counted from 1 in the file")]
    caption: Annotated[str | None, Cell("Caption", "the line above the table")]
    row: Annotated[int, Cell("Row", "counted from 1 below the header")]
    column: Annotated[int, Cell("Column", "counted from 1")]
    label: Annotated[str | None, Cell("Label", "what names the row: the text of its label cells")]
    heading: Annotated[str | None, Cell("Heading", "text of the column's header cell, behind the wider ones above it")]
    text: Annotated[str | None, Cell("Text", "as printed; null where the cell is blank")]
    unit: Annotated[str | None, Cell("Unit", "what the figure counts; null where it is not known")]
    role: Annotated[str | None, Cell("Role", "what its row is, or total; null where it is not known")]
    strategy: Annotated[str, Cell("Read", "ruled: by drawn lines; aligned: by position")]
    confidence: Annotated[str, Cell("Confidence", "proven: every column adds to its printed total; partly; unproven")]
    item: Annotated[str | None, Cell("Item")]
    quote: Annotated[Quote, HIDDEN_PLACE]


class GridRow(Struct, frozen=True, kw_only=True):
    """A cell of a table as it stands, heading rows included."""

    table_number: Annotated[int, Cell("Table", "counted from 1 in the file")]
    row: Annotated[int, Cell("Row", "counted from 1, the heading's rows first")]
    column: Annotated[int, Cell("Column", "counted from 1")]
    row_span: Annotated[int, Cell("Rows", "rows that the cell takes")]
    column_span: Annotated[int, Cell("Columns", "columns that the cell takes")]
    text: Annotated[str | None, Cell("Text", "as printed, without footnote marks; null where the cell is blank")]
    header: Annotated[bool, Cell("Header", "whether it is a heading")]
    kind: Annotated[RowKind, Cell("Kind", "what its row is")]
    marks: Annotated[str | None, Cell("Marks", "raised footnote marks in the cell")]
    found: Annotated[Found, Cell("Found", "what showed the cells")]
    second_reading: Annotated[
        Agreement, Cell("Second reading", "whether a second, independent reading gives the same figures")
    ]
    item: Annotated[str | None, Cell("Item")]
    quote: Annotated[Quote, HIDDEN_PLACE]


CELLS = Sheet(row=CellRow, name="cells", caption="Cells of the tables")
GRID = Sheet(row=GridRow, name="grid", caption="Tables as they stand", companion=True)


Runs = tuple[tuple[int, int], ...]


def parse_pages(printed: str | None) -> Runs | None:
    """The runs of pages in "252-255,260". Raises `UsageError`."""
    if printed is None:
        return None
    runs = []
    for piece in printed.split(","):
        match = re.fullmatch(r"\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*", piece)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            raise UsageError(
                f"invalid value for --pages: {printed}", advice="Write page numbers and runs, such as 252-255,260."
            )
        runs.append((first, last))
    return tuple(runs)


def find_paper_tables(paper: OpenPaper, runs: Runs | None) -> list[TableRead]:
    """The tables on those pages. Raises `NothingFoundError` when there are none."""
    size = len(paper.pdf)
    found: list[TableRead] = []
    if runs is None:
        found += join_tables(paper.every_table())
    for first, last in runs or ():
        if first > size:
            raise UsageError(
                f"--pages {first}: the file has {count_of(size, 'page')}", advice="PDF pages count from 1."
            )
        found += find_tables(paper.pdf.pages(first, min(last, size)))
    if not found and runs:
        asked = {page for first, last in runs for page in range(first, last + 1)}
        where = f"no tables on PDF {page_list(sorted(asked))} of {paper.source.file}"
        raise nothing_in([paper.pack], where, advice=_others(paper, runs, asked))
    if not found:
        advice = "Looked for cells drawn with lines, and for figures in columns."
        raise nothing_in([paper.pack], f"no tables in {paper.source.file}", advice=advice)
    return found


NEARBY = 12
"""Pages before and behind those that were asked for in which tables are looked for, to be offered."""


def _others(paper: OpenPaper, runs: Runs, asked: set[int]) -> str:
    """Where tables are: on the pages whose printed numbers were asked for, and nearby."""
    numbers = paper.pack.page_numbers
    meant = [at for at, label in enumerate(numbers, start=1) if label and label.isdigit() and int(label) in asked]
    beside = {page + step for run in runs for page in run for step in range(-NEARBY, NEARBY + 1)}
    looked = sorted({*meant[:NEARBY], *beside} - asked)
    held = [page for page in looked if 1 <= page <= len(numbers) and find_tables(paper.pdf.pages(page, page))]
    if not held:
        return "Pages are counted in the PDF, not as printed. There are none nearby either."
    said = ", ".join(
        f"{page} (printed {numbers[page - 1]})" if numbers[page - 1] not in (None, str(page)) else str(page)
        for page in held
    )
    noun = "page" if len(held) == 1 else "pages"
    return f"Pages are counted in the PDF, not as printed. There are tables on PDF {noun} {said}."


def tables_report(paper: OpenPaper, *, runs: Runs | None, for_programs: bool) -> Report:
    """The tables on those pages: one row for each cell for programs; a grid for each table for people and spreadsheets.
    Raises `NothingFoundError` when there are none."""
    pack, numbered = paper.pack, list(enumerate(find_paper_tables(paper, runs), start=1))
    if for_programs:
        rows = [row for number, table in numbered for row in _cell_rows(number, table, pack)]
        stands = [row for number, table in numbered for row in _grid_rows(number, table, pack)]
        tables: tuple[Table, ...] = (CELLS.table(rows), GRID.table(stands))
    else:
        tables = tuple(paper.share(numbered, lambda each: _grid(*each, pack)))
    return Report(command="tables", sources=(pack.source,), tables=tables, findings=pack.findings)


def _cell_rows(number: int, table: TableRead, pack: Pack) -> list[CellRow]:
    measured = measure_table(table)
    confidence, meanings, headings = confidence_of(measured), _meanings(measured), headings_of(table)
    rows = []
    for at, row in enumerate(table.rows, start=1):
        known = [meanings.get((cell.page, cell.box)) for cell in row]
        label = next((meaning[2] for meaning in known if meaning is not None), row[0].text) or None
        for column, (cell, heading, meaning) in enumerate(zip(row, headings, known, strict=True), start=1):
            quote, (unit, role, _) = _quote(cell, pack), meaning or (None, None, None)
            rows.append(
                CellRow(
                    table_number=number, caption=table.caption, row=at, column=column, label=label,
                    heading=heading or None, text=cell.text or None, unit=unit, role=role,
                    strategy=Strategy(table.strategy).value,
                    confidence=confidence.value, item=quote.item, quote=quote,
                )
            )  # fmt: skip
    return rows


def _grid_rows(number: int, table: TableRead, pack: Pack) -> list[GridRow]:
    """The table as it stands, heading and spans included; places that a spanning cell covers are left out."""
    again = agreement(table)
    covered: set[tuple[int, int]] = set()
    rows = []
    for at, (row, kind) in enumerate(zip(table.grid, table.kinds, strict=True)):
        for column, cell in enumerate(row):
            if (at, column) in covered:
                continue
            covered |= {(at + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            quote = _quote(cell, pack)
            rows.append(
                GridRow(
                    table_number=number, row=at + 1, column=column + 1, row_span=cell.rows, column_span=cell.columns,
                    text=cell.text or None, header=kind in (RowKind.HEADING, RowKind.UNITS), kind=kind,
                    marks=" ".join(cell.marks) or None, found=table.found, second_reading=again, item=quote.item,
                    quote=quote,
                )
            )  # fmt: skip
    return rows


def headings_of(table: TableRead) -> list[str]:
    """What stands above each column: its own heading behind those over several columns, not all ("2024 Boys")."""
    wide = [list(over(table, at)) for at in range(table.columns)]
    told = [[text for text in above if not all(text in other for other in wide)] for above in wide]
    return [" ".join(dict.fromkeys([*above, own.text])).strip() for above, own in zip(told, table.header, strict=True)]


def _meanings(measured: MeasureTable) -> dict[tuple[int, Box], tuple[str | None, str | None, str]]:
    """The unit, the role and the labels of each figure that the table lets us understand, by its place."""
    found = {}
    for row, cells in zip(measured.rows, measured.cells, strict=True):
        for column, cell in zip(measured.columns, cells, strict=True):
            total = Role.TOTAL in (row.role, column.role)
            role = Role.TOTAL if total else row.role
            unit = cell.unit.printed or (None if cell.unit.kind is UnitKind.UNKNOWN else cell.unit.kind.value)
            place = (cell.cell.page, cell.cell.box)
            found[place] = (unit or None, None if role is Role.UNKNOWN else role.value, row.label)
    return found


def _quote(cell: TableCell, pack: Pack) -> Quote:
    item = next((d.item for d in pack.documents if cell.page in d.pdf_pages), None)
    return pack.quote(cell.page, cell.text, item)


def _grid(number: int, table: TableRead, pack: Pack) -> Table:
    headings = headings_of(table)
    names = _names([clean(heading) for heading in headings])
    columns = tuple(Column(name=name, heading=heading) for name, heading in zip(names, headings, strict=True))
    page = pack.page_numbers[table.pages[0] - 1] or f"PDF {table.pages[0]}"
    caption = f"Table {number}, page {page}" + (f": {table.caption}" if table.caption else "")
    confidence = confidence_of(measure_table(table))
    caption += "" if confidence is Confidence.UNPROVEN else f" ({confidence})"
    rows = tuple(
        {column.name: cell.text or None for column, cell in zip(columns, row, strict=True)} for row in table.rows
    )
    return Table(layout=Layout(name=f"table {number}", caption=caption, columns=columns), rows=rows)


def _names(headings: Sequence[str]) -> list[str]:
    """A name for each column, no two alike even where the paper's headings are, or look as if numbered by us."""
    names: list[str] = []
    for index, heading in enumerate(headings, start=1):
        name = heading or f"column {index}"
        if headings.count(name) > 1:
            name = f"{name} ({index})"
        while name in names or (name != heading and name in headings):
            name += f" ({index})"
        names.append(name)
    return names


def confidence_of(table: MeasureTable) -> Confidence:
    """How far the sums that the table shows bear out its reading."""
    sums = [(axis, each) for axis in Axis for each in table.relations(axis) if each.kind is RelationKind.SUM]
    borne_out = {
        column
        for axis, each in sums
        for place, outcome in enumerate(each.outcomes)
        if outcome is Outcome.HOLDS
        for column in ((place,) if axis is Axis.DOWN else (each.target, *each.parts))
    }
    if not borne_out:
        return Confidence.UNPROVEN
    adding = {
        column
        for column in range(len(table.columns))
        if sum(line[column].figure.value is not None and line[column].unit.adds for line in table.cells) > 1
    }
    whole = adding <= borne_out and not any(each.failed for _, each in sums)
    return Confidence.PROVEN if whole else Confidence.PARTLY
