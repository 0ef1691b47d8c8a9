"""Checks on tables and sentences made for them."""

from collections.abc import Iterator, Sequence

from scrutiny.checks import Checked, PlacedTable
from scrutiny.checks.balances import check_balances
from scrutiny.checks.hiding import check_hiding
from scrutiny.checks.numbering import check_year_headings
from scrutiny.paper.document import Paragraph
from scrutiny.pdf import Direction, Word
from scrutiny.sources import Box, Quote
from scrutiny.tables import Cell, Strategy, TableRead
from scrutiny.tables.measure import measure_table

Rows = list[list[str]]


def quote(text: str, page: int = 1) -> Quote:
    return Quote(file="paper.pdf", pdf_page=page, page_label=str(page), item=None, text=text)


def placed(rows: Rows, caption: str | None = None, text: str = "") -> PlacedTable:
    """A drawn table of these cells, the first row its heading, on a page with this text."""
    cells = [
        tuple(
            Cell(text=text, page=1, box=Box(left=60.0 * c, top=20.0 * r, right=60.0 * c + 60, bottom=20.0 * r + 20))
            for c, text in enumerate(row)
        )
        for r, row in enumerate(rows)
    ]
    words = tuple(
        Word(
            text=cell.text, size=10, bold=False, direction=Direction.ACROSS,
            box=Box(left=cell.box.left + 5, top=cell.box.top + 5, right=cell.box.left + 40, bottom=cell.box.top + 15),
        )
        for row in cells for cell in row if cell.text
    )  # fmt: skip
    table = TableRead(
        caption=caption, header=cells[0], rows=tuple(cells[1:]), pages=(1,), strategy=Strategy.RULED,
        box=Box(left=0, top=0, right=60.0 * len(rows[0]), bottom=20.0 * len(rows)), words=(words,),
    )  # fmt: skip
    return PlacedTable(measured=measure_table(table, text), quote=lambda cell: quote(cell.text, cell.page))


def paragraph(*sentences: str, marker: str | None = None, left: float = 72.0, page: int = 1) -> Paragraph:
    quotes = tuple(quote(sentence, page) for sentence in sentences)
    return Paragraph(marker=marker, left=left, sentences=quotes, whole=quote(" ".join(sentences), page))


def check_tables(tables: Sequence[PlacedTable]) -> Iterator[Checked]:
    """Every check of tables by themselves."""
    yield from check_balances(tables)
    for each in tables:
        yield from check_hiding(each)
        yield from check_year_headings(each)
