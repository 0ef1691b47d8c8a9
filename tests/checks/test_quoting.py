"""Figures in prose against the cell of a table that the sentence points at."""

import pytest

from scrutiny.checks.quoting import check_quoted
from tests.checks import paragraph, placed


def wrong(rows: list[list[str]], text: str) -> list[tuple[str, str | None]]:
    found = check_quoted([placed(rows)], [paragraph(text)])
    return [(each.printed, each.expected) for each in found if each.finding]


LETTERS = [["Measure", "2022/23", "2023/24"], ["Letters received", "128", "117"], ["Calls taken", "310", "342"]]


def test_a_move_of_the_row_that_the_sentence_names() -> None:
    assert wrong(LETTERS, "Letters received fell from 128 in 2022/23 to 117 in 2023/24.") == []
    assert wrong(LETTERS, "Letters received fell from 128 in 2022/23 to 111 in 2023/24.") == [("111", "117")]
    assert wrong(LETTERS, "Letters received by post fell from 128 in 2022/23 to 111 in 2023/24.") == []


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
    ["North", "1,020,580", "81,264", "77,719"],
    ["South", "990,742", "39,155", "40,218"],
    ["Whole", "2,011,322", "120,419", "117,937"],
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the south 40,281 ferries were late.", [("40,281", "40,218")]),
        ("In the south 40,218 ferries were late.", []),
        ("In the south 40,261 ferries were late.", []),
        ("In the south £40,281 was paid for late ferries.", []),
        ("In the south about 40,281 ferries were late.", []),
        ("In the town 40,281 boats came.", []),
        ("In the south 40,281 ferries were late, of the 40,281 due.", []),
    ],
)
def test_the_digits_of_a_figure_exchanged(text: str, found: list[tuple[str, str]]) -> None:
    assert wrong(LATE, text) == found
