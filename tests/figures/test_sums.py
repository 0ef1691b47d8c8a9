"""Totals of tables: what they are the sum of, and what need not add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.figures import parse_figure
from scrutiny.figures.sums import Confidence, agrees, confidence_of, find_sums

Rows = list[list[str]]
HEADER = ["Requests", "2020", "2021"]
ROWS: Rows = [
    ["Early years", "117", "136"],
    ["Secondary", "121", "144"],
    ["Post-16", "12", "19"],
    ["Total", "250", "299"],
]


def wrong(rows: Rows, header: list[str] = HEADER, caption: str = "") -> list[tuple[int, int]]:
    return [each.total for each in find_sums(header, rows, caption=caption) if each.wrong]


def test_every_column_is_added() -> None:
    assert [(each.total, each.holds) for each in find_sums(HEADER, ROWS)] == [((3, 1), True), ((3, 2), True)]
    assert confidence_of(HEADER, ROWS) is Confidence.PROVEN


@given(st.integers(0, 2), st.integers(1, 2), st.integers(1, 9))
def test_one_changed_figure_makes_its_total_wrong_and_no_other(row: int, column: int, more: int) -> None:
    rows = [list(each) for each in ROWS]
    rows[row][column] = str(int(rows[row][column]) + more)
    assert wrong(rows) == [(3, column)]
    assert confidence_of(HEADER, rows) is Confidence.PARTLY


@given(st.integers(0, 2), st.integers(1, 2))
def test_a_blanked_figure_never_makes_a_wrong_total_right(row: int, column: int) -> None:
    rows = [list(each) for each in ROWS]
    rows[3] = ["Total", "251", "300"]
    before = wrong(rows)
    rows[row][column] = ""
    assert wrong(rows) == before == [(3, 1), (3, 2)]


def test_sub_totals_and_a_grand_total() -> None:
    rows = [["a", "1"], ["b", "2"], ["Sub-total", "3"], ["c", "4"], ["d", "1"], ["Sub-total", "5"], ["Total", "8"]]
    assert wrong(rows, ["Name", "Count"]) == []
    rows[6][1] = "9"
    assert wrong(rows, ["Name", "Count"]) == [(6, 1)]


def test_a_total_beside() -> None:
    header = ["School", "Autumn", "Spring", "Total"]
    assert wrong([["a", "1", "2", "3"], ["b", "4", "5", "8"]], header) == [(1, 3)]


@pytest.mark.parametrize(
    "heading", ["Rate", "%", "Average", "Change", "Pupils with one or more", "£ per pupil", "Percentage", "Ratio"]
)
def test_headings_of_what_need_not_add_up(heading: str) -> None:
    assert wrong([["a", "1"], ["b", "2"], ["Total", "9"]], ["Name", heading]) == []


@pytest.mark.parametrize("label", ["Total excluding special schools", "Total to date", "Total, of which new"])
def test_totals_that_do_not_hold_every_row(label: str) -> None:
    assert wrong([["a", "1"], ["b", "2"], [label, "9"]], ["Name", "Count"]) == []


@pytest.mark.parametrize("hidden", ["*", "<9", "c", "some"])
def test_a_hidden_part_or_words_make_a_total_unsure(hidden: str) -> None:
    assert wrong([["a", "1"], ["b", hidden], ["c", "2"], ["Total", "9"]], ["Name", "Count"]) == []


@pytest.mark.parametrize(
    ("printed", "parts", "right"),
    [
        ("3.7", ["1.2", "1.3", "1.3"], True),  # 1.24 + 1.25 + 1.25 rounded
        ("4.1", ["1.2", "1.3", "1.3"], False),
        ("85.5", ["10.5", "60"], False),  # halves are counted
        ("70.5", ["10.5", "60"], True),
        ("£10k", ["£4k", "£5k"], True),
        ("£12k", ["£4k", "£5k"], False),
        ("£9.01", ["£4.00", "£5.00"], False),  # and so are pence
        ("9", ["4", "", "na", "5"], True),
        ("9", ["4", "<5"], False),
        ("9", [""], False),
    ],
)
def test_a_total_agrees_where_rounding_allows(printed: str, parts: list[str], right: bool) -> None:
    assert agrees(parse_figure(printed), [parse_figure(part) for part in parts]) is right
