"""How far a table's own sums bear out its reading, as `tables` says it."""

import pytest

from scrutiny.products.grids import Confidence, confidence_of
from scrutiny.tables.measure import measure_table
from tests.checks import Rows, placed

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
