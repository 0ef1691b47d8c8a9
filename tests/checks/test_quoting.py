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


def test_a_move_of_the_row_that_the_sentence_names() -> None:
    assert wrong(LETTERS, "Letters received fell from 128 in 2022/23 to 117 in 2023/24.") == []
    assert wrong(LETTERS, "Letters received fell from 128 in 2022/23 to 111 in 2023/24.") == [("111", "117")]
    assert wrong(LETTERS, "Letters received by post fell from 128 in 2022/23 to 111 in 2023/24.") == []


MOORED = [
    ["Reason", "30 June", "30 June", "Change", "Change %"],
    ["Boats moored late", "126", "97", "-29", "-23.0"],
    ["Boats moored early", "240", "298", "+58", "+24.2"],
    ["Nets mended", "175", "161", "-14", "-8.0"],
    ["All", "541", "556", "+15", "+2.8"],
]
LATEST_FIRST = [["Tonnes", "2024/25", "2023/24"], ["Dry nets", "14,387", "14,120"], ["Wet nets", "8,454", "8,930"]]
ROWERS = [
    ["Centre", "2021/22", "2022/23", "2023/24"],
    ["Ferry Row", "461", "439", "480"],
    ["Hill Top", "385", "411", "402"],
]


@pytest.mark.parametrize(
    ("rows", "text", "found"),
    [
        (MOORED, "Boats moored late rose by 29 and the number of boats moored early rose by 58.", "rose by 29"),
        (MOORED, "Boats moored early fell by 58.", "fell by 58"),
        (ROWERS, "Ferry Row fell by 41.", "fell by 41"),
        (LATEST_FIRST, "Dry nets were down by 267 tonnes on the year before.", "down by 267"),
        (LATEST_FIRST, "Dry nets were up by 267 tonnes on the year before.", None),
        (LATEST_FIRST, "Wet nets were down by 476 tonnes on the year before.", None),
        (LATEST_FIRST, "Dry nets were down by 267 tonnes in May.", None),
        (LATEST_FIRST, "Dry nets were down by 267 places on the year before.", None),
        (ROWERS, "Hill Top fell by 26.", None),  # not between the last two years: it may be told of later ones
        (MOORED, "Boats moored late fell by 29.", None),
        (MOORED, "Boats rose by 29.", None),
        (MOORED, "Boats moored late in the north rose by 29.", None),
        (MOORED, "Fines for boats moored late rose by 29.", None),
        (MOORED, "Boats moored late did not rise by 29.", None),
        (MOORED, "Boats moored late rose by 29 points.", None),
        (MOORED, "Boats moored late rose by about 34.", None),
        (MOORED, "Boats moored late rose by 29 after a fall.", None),
        (MOORED, "In the summer boats moored late rose by 29.", None),
        (MOORED, "Boats moored late in 2020 rose by 29.", None),
        (MOORED, "If boats moored late rose by 29, more quays would be needed.", None),
        (ROWERS, "Ferry Row rose by 41.", None),
        ([["Line", "2022/23", "2023/24"], ["Tolls", "-30", "-59"]], "Tolls fell by 29.", None),
        ([["Line", "2022/23", "2023/24"], ["", "30", "59"]], "The number fell by 29.", None),
        (ROWERS, "Hill Top fell by 9.", None),
        (ROWERS, "Hill Top fell by 26 in the spring.", None),
        (ROWERS, "Hill Top and Ferry Row fell by 26.", None),
    ],
)
def test_what_rose_by_as_much_as_its_row_fell(rows: list[list[str]], text: str, found: str | None) -> None:
    assert [printed for printed, _ in wrong(rows, text)] == [found] * (found is not None)


ROLL = [
    ["Learners", "May 2021", "May 2022", "May 2023", "May 2024"],
    ["At home", "21", "16", "15", "19"],
    ["In the unit", "80", "77", "70", "75"],
    ["All learners", "142", "133", "119", "150"],
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Learners were at their lowest in May 2022, at 119, and have grown since.", "May 2022"),
        ("Learners were highest in May 2021, at 150.", "May 2021"),
        ("Learners were at their lowest in May 2023, at 119.", None),
        ("Learners were at their lowest in May 2020, at 119.", None),
        ("Learners were at their lowest in June 2022, at 119.", None),
        ("Learners were at their lowest in May 2022, at 133.", None),
        ("Spending was at its lowest in May 2022, at £119.", None),
        ("In the town numbers were lowest in May 2022, at 70.", None),
        ("Numbers were highest in May 2022, at 119.", None),
        ("Numbers were lowest in May 2022, at about 119.", None),
        ("They were lowest in May 2022, at 119.", None),
        ("In May 2022 there were 119 learners in all.", "May 2022"),
        ("There were 119 learners in May 2022.", "May 2022"),
        ("There were 119 fewer learners in May 2022.", None),
        ("In May 2022 the target was 119 learners.", None),
        ("There were 119 boats in May 2022.", None),
        ("There were 119 learners in May 2023, more than in May 2022.", None),
    ],
)
def test_the_lowest_of_a_row_stands_at_its_own_time(text: str, found: str | None) -> None:
    assert [printed for printed, _ in wrong(ROLL, text)] == [found] * (found is not None)


LATE = [
    ["District", "Due", "Late 2023/24", "Late 2024/25"],
    ["North", "1,020,500", "812", "777"],
    ["South", "990,700", "391", "402"],
    ["Whole", "2,011,200", "7,602", "7,158"],
]
AGAIN = "Late ferries fell from 7,602 to 7,158."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"With 7,518 late ferries it was good. {AGAIN}", [("7,518", "7,158")]),
        ("With 7,518 late ferries it was good.", []),  # no sentence bears the table out
        (f"With 7,518 late buses it was good. {AGAIN}", []),
        (f"With 7,518 ferries it was good. {AGAIN}", []),
        (f"With 7,157 late ferries it was good. {AGAIN}", []),
        (f"In 2019/20 there were 7,518 late ferries. {AGAIN}", []),
        (f"With about 7,518 late ferries it was good. {AGAIN}", []),
        (f"A target of 7,518 late ferries was set. {AGAIN}", []),
        (f"There were 7,518 late ferries the year before. {AGAIN}", []),
        (f"There were 7,518 late ferries, and 7,518 late ferries it is. {AGAIN}", []),
    ],
)
def test_four_digits_exchanged_need_table_and_sentence(text: str, found: list[tuple[str, str]]) -> None:
    table = placed(LATE, "Late ferries by district")
    told = [paragraph(*(each.text for each in split_sentences(text)))]
    assert [(each.printed, each.expected) for each in check_quoted([table], told) if each.finding] == found


PLANS = [
    ["Kind", "Number 2024", "Number 2025", "% 2025"],
    ["Boats", "879", "1,022", "36.0"],
    ["Nets", "498", "566", "19.9"],
    ["Sheds", "48", "57", "2.0"],
    ["All", "2,516", "2,838", "100.0"],
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plans for boats make up 36.0% and grew by 14.0% in the year, adding 143.", ("14.0%", "16.3%")),
        ("Sheds now have 57 plans, 15.8% more than a year ago.", ("15.8%", "18.8%")),
        ("Plans for boats make up 36.0% and grew by 16.3% in the year, adding 143.", None),
        ("Sheds now have 57 plans, 18.8% more than a year ago.", None),
        ("Boats grew by 14.0% in five years, adding 212 plans.", None),
        ("Boats grew by 14% in the year, adding 143 plans.", None),
        ("Plans for the young grew by 14.0%, adding 143.", None),
        ("Plans for boats fell by 14.0%, losing 143.", None),
        ("Boats have 1,022 plans, 14.0% of all.", None),
        ("Boats have 1,022 plans, 14.0% more than the target.", None),
        ("Boats have 1,022 plans, about 14.0% more than a year ago.", None),
    ],
)
def test_a_change_of_the_new_figure_and_not_the_old(text: str, found: tuple[str, str] | None) -> None:
    assert wrong(PLANS, text) == [found] * (found is not None)
