"""How far a table's own sums bear out its reading, as `tables` says it."""

import json

import pytest
from msgspec.structs import replace

from scrutiny.products.grids import Confidence, confidence_of, headings_of
from scrutiny.tables.measure import measure_table
from scrutiny.tables.model import RowKind
from tests.builders.paper import PackBuilder
from tests.checks import Rows, placed
from tests.cli.test_commands import run
from tests.conftest import PackFile

HEADER = ["Requests", "2020", "2021"]
ROWS: Rows = [
    ["Ferries", "203", "251"],
    ["Barges", "164", "178"],
    ["Punts", "33", "41"],
    ["Total", "400", "470"],
]


def confidence(rows: Rows) -> Confidence:
    return confidence_of(measure_table(placed(rows).table))


def test_every_column_adds_to_its_total() -> None:
    assert confidence([HEADER, *ROWS]) is Confidence.PROVEN


@pytest.mark.parametrize(("row", "column"), [(0, 1), (1, 2), (2, 1)])
def test_a_changed_figure_leaves_it_proven_in_part(row: int, column: int) -> None:
    rows = [list(each) for each in ROWS]
    rows[row][column] = str(int(rows[row][column]) + 4)
    assert confidence([HEADER, *rows]) is Confidence.PARTLY


def test_a_table_without_totals_is_not_proven() -> None:
    assert confidence([HEADER, *ROWS[:3]]) is Confidence.UNPROVEN


def test_a_cell_is_named_by_all_that_stands_beside_it(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.new_page()
    builder.table([["Ref", "Boats", "2020"], ["B1", "Punts", "203"], ["B2", "Barges", "127"]], [40, 90, 60])
    data = json.loads(run("tables", pack_file(builder), "-f", "json", "-q")[1])
    assert ("B2 Barges", "127") in {(cell["label"], cell["text"]) for cell in data["tables"]["cells"]}


def test_a_column_is_named_by_all_that_stands_over_it_and_not_over_the_whole_table() -> None:
    table = placed([["Boats", "Hired", "%", "Hired", "%"], ["Punts", "203", "61", "251", "59"]]).table
    over = [replace(cell, text=text) for cell, text in zip(table.header, ["", "Spring", "", "Autumn", ""], strict=True)]
    wide = tuple(replace(cell, columns=2 if cell.text else 1) for cell in over)
    title = (replace(table.header[0], text="Hire of boats", columns=5), *(replace(cell, text="") for cell in over[1:]))
    for last in (RowKind.HEADING, RowKind.UNITS):
        kinds = (RowKind.HEADING, RowKind.HEADING, last, RowKind.BODY)
        drawn = replace(table, grid=(title, wide, table.header, *table.rows), kinds=kinds)
        assert headings_of(drawn) == ["Boats", "Spring Hired", "Spring %", "Autumn Hired", "Autumn %"]
