"""Figures in prose against the cell of a table that the sentence points at."""

import pytest

from scrutiny.checks.quoting import check_quoted
from tests.checks import paragraph, placed

VISITS = [
    ["Centre", "Visits 2022/23", "Visits 2023/24"],
    ["Ferry Row", "46,180", "43,925"],
    ["Hill Top", "38,450", "40,110"],
    ["Marsh End", "1,870", "2,140"],
]
RATES = [
    ["Measure", "Q1", "Q2", "Q3"],
    ["Rents collected in full", "97.4%", "96.9%", "96.2%"],
    ["Repairs done on time", "88.1%", "89.3%", "91.7%"],
]
PLACES = [
    ["Area", "Places", "On roll", "Empty"],
    ["North", "2,450", "2,312", "138"],
    ["East", "2,890", "2,604", "286"],
    ["South", "1,120", "982", "138"],
]


def wrong(rows: list[list[str]], text: str) -> list[tuple[str, str | None]]:
    found = check_quoted([placed(rows)], [paragraph(text)])
    return [(each.printed, each.expected) for each in found if each.finding]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hill Top was visited 40,110 times in 2023/24.", []),
        ("Hill Top was visited 41,110 times in 2023/24.", [("41,110", "40,110")]),
        ("Hill Top was visited 41,110 times in 2021/22.", []),  # a year that the table does not have
        ("Hill Top and Ferry Row were visited 41,110 times in 2023/24.", []),  # of which of them is not plain
        ("Hill Top was visited 40,000 times in 2023/24.", []),  # rounded
        ("The centres were visited 41,110 times in 2023/24.", []),
        ("Hill Top was visited 41,110 times in 2023/24, if parties are left out.", []),
        ("Hill Top was visited 40,110 times in 2023/24, and 41,110 times by another count.", []),
    ],
)
def test_the_row_and_the_period_point_at_a_cell(text: str, found: list[tuple[str, str]]) -> None:
    assert wrong(VISITS, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There are 2,890 places for 2,604 pupils, so 286 are empty in the east.", []),
        ("There are 2,890 places for 2,604 pupils, so 256 places are empty.", [("256", "286")]),
        ("Of 2,890 places 256 are empty in the east.", []),  # one figure does not say that it is about the row
    ],
)
def test_the_other_figures_of_a_sentence_point_at_their_row(text: str, found: list[tuple[str, str]]) -> None:
    assert wrong(PLACES, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Repairs done on time were 91.7% in Q3.", []),
        ("Repairs done on time were 94.7% in Q3.", [("94.7%", "91.7%")]),
        ("Repairs done on time were 94.7% in Q2.", []),  # no figure of that quarter is a digit away
        ("Repairs done on time were below the target of 94.7% in Q3.", []),
        ("Repairs were 94.7% in Q3.", []),  # one word names no row
    ],
)
def test_row_and_period_are_the_full_address_of_a_cell(text: str, found: list[tuple[str, str]]) -> None:
    assert wrong(RATES, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Repairs done on time in the north were 91.1% in Q3.",
        "Emergency repairs done on time were 95.7% in Q3.",
        "Satisfaction with repairs done on time was 90.7% in Q3.",
        "Repairs done on time should be 93.7% in Q3.",
        "Repairs done on time were 91.1% in the first month of Q3.",
    ],
)
def test_what_a_sentence_says_besides_may_make_it_another_figure(text: str) -> None:
    assert wrong(RATES, text) == []


YEARS = [["Year", "Landings"], ["2021/22", "40,000"], ["2022/23", "46,000"], ["2023/24", "50,600"]]
LETTERS = [["Measure", "2022/23", "2023/24"], ["Letters received", "128", "117"], ["Calls taken", "310", "342"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Landings rose by 15% between 2021/22 and 2022/23.", []),
        ("Landings rose by 18% between 2021/22 and 2022/23.", ["18%"]),
        ("Landings rose by 10% in 2023/24.", []),
        ("Landings fell by 10% in 2023/24.", ["10%"]),
        ("Landings at night rose by 18% between 2021/22 and 2022/23.", []),  # of which the table tells nothing
        ("Landings were expected to rise by 18% between 2021/22 and 2022/23.", []),
        ("Landings rose by 60% between 2021/22 and 2022/23.", []),  # likelier something else
    ],
)
def test_a_change_between_two_periods_of_one_line(text: str, found: list[str]) -> None:
    assert [printed for printed, _ in wrong(YEARS, text)] == found


def test_a_move_of_the_row_that_the_sentence_names() -> None:
    assert wrong(LETTERS, "Letters received fell from 128 in 2022/23 to 117 in 2023/24.") == []
    assert wrong(LETTERS, "Letters received fell from 128 in 2022/23 to 111 in 2023/24.") == [("111", "117")]
    assert wrong(LETTERS, "Letters received by post fell from 128 in 2022/23 to 111 in 2023/24.") == []
