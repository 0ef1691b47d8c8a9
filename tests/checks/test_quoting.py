"""Figures in prose against the cell of a table that the sentence points at."""

import pytest

from scrutiny.checks.quoting import check_quoted
from scrutiny.prose import split_sentences
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


MOORED = [
    ["Reason", "30 June", "30 June", "Change", "Change %"],
    ["Boats moored late", "118", "84", "-34", "-28.8"],
    ["Boats moored early", "264", "331", "+67", "+25.4"],
    ["Nets mended", "171", "158", "-13", "-7.6"],
    ["All", "553", "573", "+20", "+3.6"],
]
ROWERS = [
    ["Centre", "2021/22", "2022/23", "2023/24"],
    ["Ferry Row", "461", "439", "480"],
    ["Hill Top", "385", "411", "402"],
]


@pytest.mark.parametrize(
    ("rows", "text", "found"),
    [
        (MOORED, "Boats moored late rose by 34 and the number of boats moored early rose by 67.", "rose by 34"),
        (MOORED, "Boats moored early fell by 67.", "fell by 67"),
        (ROWERS, "Ferry Row fell by 41.", "fell by 41"),
        (ROWERS, "Hill Top fell by 26.", None),  # not between the last two years: it may be told of later ones
        (MOORED, "Boats moored late fell by 34.", None),
        (MOORED, "Boats rose by 34.", None),
        (MOORED, "Boats moored late in the north rose by 34.", None),
        (MOORED, "Fines for boats moored late rose by 34.", None),
        (MOORED, "Boats moored late did not rise by 34.", None),
        (MOORED, "Boats moored late rose by 34 points.", None),
        (MOORED, "Boats moored late rose by about 34.", None),
        (MOORED, "Boats moored late rose by 34 after a fall.", None),
        (MOORED, "In the summer boats moored late rose by 34.", None),
        (MOORED, "Boats moored late in 2020 rose by 34.", None),
        (MOORED, "If boats moored late rose by 34, more quays would be needed.", None),
        (ROWERS, "Ferry Row rose by 41.", None),
        ([["Line", "2022/23", "2023/24"], ["Tolls", "-30", "-64"]], "Tolls fell by 34.", None),
        ([["Line", "2022/23", "2023/24"], ["", "30", "64"]], "The number fell by 34.", None),
        (ROWERS, "Hill Top fell by 9.", None),
        (ROWERS, "Hill Top fell by 26 in the spring.", None),
        (ROWERS, "Hill Top and Ferry Row fell by 26.", None),
    ],
)
def test_what_rose_by_as_much_as_its_row_fell(rows: list[list[str]], text: str, found: str | None) -> None:
    assert [printed for printed, _ in wrong(rows, text)] == [found] * (found is not None)


ROLL = [
    ["Learners", "January 2021", "January 2022", "January 2023", "January 2024"],
    ["At home", "18", "14", "12", "17"],
    ["In the unit", "71", "68", "59", "66"],
    ["All learners", "111", "102", "96", "128"],
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Numbers were at their lowest in January 2022, at 96, and have grown since.", "January 2022"),
        ("Learners were highest in January 2021, at 128.", "January 2021"),
        ("Numbers were at their lowest in January 2023, at 96.", None),
        ("Numbers were at their lowest in January 2020, at 96.", None),
        ("Numbers were at their lowest in May 2022, at 96.", None),
        ("Numbers were at their lowest in January 2022, at 102.", None),
        ("Spending was at its lowest in January 2022, at £96.", None),
        ("In the town numbers were lowest in January 2022, at 59.", None),
        ("Numbers were highest in January 2022, at 96.", None),
        ("Numbers were lowest in January 2022, at about 96.", None),
    ],
)
def test_the_lowest_of_a_row_stands_at_its_own_time(text: str, found: str | None) -> None:
    assert [printed for printed, _ in wrong(ROLL, text)] == [found] * (found is not None)


MISSED = [
    ["District", "Due", "Missed 2023/24", "Missed 2024/25"],
    ["North", "1,156,300", "645", "598"],
    ["South", "1,098,400", "467", "441"],
    ["Whole", "2,254,700", "3,413", "3,249"],
]
AGAIN = "Missed collections fell from 3,413 to 3,249."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"With 3,429 missed collections it was good. {AGAIN}", [("3,429", "3,249")]),
        ("With 3,429 missed collections it was good.", []),  # no sentence bears the table out
        (f"With 3,429 missed bins it was good. {AGAIN}", []),
        (f"With 3,429 collections it was good. {AGAIN}", []),
        (f"With 3,248 missed collections it was good. {AGAIN}", []),
        (f"In 2019/20 there were 3,429 missed collections. {AGAIN}", []),
        (f"With about 3,429 missed collections it was good. {AGAIN}", []),
        (f"A target of 3,429 missed collections was set. {AGAIN}", []),
        (f"There were 3,429 missed collections the year before. {AGAIN}", []),
        (f"There were 3,429 missed collections, and 3,429 missed collections it is. {AGAIN}", []),
    ],
)
def test_four_digits_exchanged_need_table_and_sentence(text: str, found: list[tuple[str, str]]) -> None:
    table = placed(MISSED, "Missed collections by district")
    told = [paragraph(*(each.text for each in split_sentences(text)))]
    assert [(each.printed, each.expected) for each in check_quoted([table], told) if each.finding] == found
