"""In how many rows something rose, as a sentence counts them: found where the table shows it twice, else left."""

import pytest

from scrutiny.checks.counted import check_counted
from tests.checks import Rows, paragraph, placed

THEFTS: Rows = [
    ["Ward", "2024/25", "2023/24", "Change %", "Homes"], ["Alder", "1,102", "1,188", "-7.2", "9,850"],
    ["Birch", "688", "655", "+5.0", "8,020"], ["Cedar", "214", "240", "-10.8", "9,410"], ["Dogwood", "301", "296", "+1.7", "10,150"],
    ["Elder", "455", "502", "-9.4", "8,890"], ["Five wards", "2,760", "2,881", "-4.2", "46,320"],
    ["Elsewhere", "680", "863", "-21.2", "99,890"], ["Borough", "3,440", "3,744", "-8.1", "146,210"],
]  # fmt: skip
UNSIGNED: Rows = [[*row[:3], row[4]] for row in THEFTS]


@pytest.mark.parametrize(
    ("rows", "text", "found"),
    [
        (THEFTS, "Thefts fell in four of the five wards.", ("four", "3")),
        (THEFTS, "Thefts rose in three of the five wards over the year.", ("three", "2")),
        (THEFTS, "Thefts fell in three of the five wards.", None),
        (THEFTS, "Thefts fell in four of the six wards.", None),
        (THEFTS, "Thefts fell in four of the five wards with a station.", None),
        (THEFTS, "The rate of thefts fell in four of the five wards.", None),
        (THEFTS, "Thefts did not fall in four of the five wards.", None),
        (THEFTS, "Thefts may, if all goes well, fall in four of the five wards.", None),
        (THEFTS, "In the spring thefts fell in four of the five wards, and in the summer in one.", None),
        (THEFTS, "Fires fell in four of the five parks.", None),
        (THEFTS, "Fires fell in four of the five wards.", None),
        (THEFTS, "Thefts from cars fell in four of the five wards.", None),
        (THEFTS, "Thefts fell in about four of the five wards.", None),
        (UNSIGNED, "Thefts fell in four of the five wards.", None),
    ],
)
def test_rows_that_rose_or_fell(rows: Rows, text: str, found: tuple[str, str] | None) -> None:
    tables = [placed(rows, "Thefts by ward")]
    told = [(each.printed, each.expected) for each in check_counted(tables, [paragraph(text)]) if each.finding]
    assert told == [found] * (found is not None)
    assert [each for each in check_counted(tables, [paragraph(text, page=3)]) if each.finding] == []
