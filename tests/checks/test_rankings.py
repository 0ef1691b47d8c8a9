"""Rows that a sentence says to be the highest or the lowest."""

import pytest

from scrutiny.checks.rankings import check_rankings
from tests.checks import Rows, paragraph, placed

WARDS: Rows = [
    ["Ward", "Homes", "Thefts 2023/24", "Thefts 2024/25", "Theft rate", "Fires"], ["Alder", "3,120", "62", "41", "13.1", "9"],
    ["Birch", "2,845", "38", "44", "15.5", "7"], ["Cedar", "3,310", "87", "91", "27.5", "3"],
    ["Dogwood", "2,790", "24", "22", "7.9", "4"], ["Elder", "3,475", "81", "79", "22.7", "11"],
    ["Borough", "15,540", "292", "277", "17.8", "34"],
]  # fmt: skip
SCORES: Rows = [
    ["Indicator", "Target", "Result", "Status"], ["Doors mended", "90", "87", "Amber"], ["Calls taken", "80", "84", "Green"],
    ["Homes let", "28", "27", "Green"], ["Checks made", "98", "81", "Red"], ["Visits kept", "95", "96", "Green"],
    ["Rent paid", "98", "97", "Amber"], ["Letters", "90", "92", "Green"],
    ["Gates", "75", "60", "Red"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The theft rate was highest in Alder (27.5).", ("Alder", "Cedar")),
        ("The rate was highest in Cedar (27.5), then Elder (22.7); Alder was third highest.", ("Alder", "Birch")),
        ("The rate was highest in Cedar (27.5), then Birch (22.7).", ("Birch", "Elder")),
        ("The share that came was lowest in Birch, at 7.9; Cedar had the most fires.", ("Birch", "Dogwood")),
        ("It was second highest in Birch (22.7 per 1,000).", ("Birch", "Elder")),
        ("The rate was highest in Cedar (27.5), then Elder (22.7); Birch was third highest.", None),
        ("The theft rate was highest in Cedar (27.5).", None),
        ("The rate was highest in Alder (27.5 in 2019).", None),
        ("The rate was highest in Alder (31.0).", None),
        ("The rate was not highest in Alder (27.5).", None),
        ("Of the two by the river it was highest in Alder (13.1).", None),
        ("It was highest in Alder, as it was in 2019 (27.5).", None),
        ("It was highest in Alder and Cedar (27.5).", None),
        ("The rate was highest in Cedar (27.5); of the small ones Alder was third highest.", None),
        ("The rate was highest in Cedar (27.5); Alder was third highest for fires.", None),
        ("The rate was highest in Cedar (27.5); Alder was third lowest.", None),
        ("The rate was highest in Cedar; Alder was third highest.", None),
        ("The rate was highest in Cedar (27.5) and the fires in Alder (9).", None),
        ("It was highest in Borough (17.8).", None),
        ("It was highest in North Alder (27.5).", None),
        ("Floods were highest in Alder (11).", None),
        ("Fires were highest in Alder (11).", ("Alder", "Elder")),
        # beside a label that stands at its end with its figure
        ("The rate was highest in Elder (22.7) and lowest in Dogwood (7.9).", ("22.7", "27.5")),
        ("The rate was highest in Cedar, where 25.7 were stolen, and lowest in Dogwood (7.9).", ("25.7", "27.5")),
        ("The rate was highest in Cedar, where 27.5 were stolen, and lowest in Dogwood (7.9).", None),
        ("The rate was highest in Cedar, where 9 were injured, and lowest in Dogwood (7.9).", None),
    ],
)
def test_a_label_with_the_figure_of_the_first_row(text: str, found: tuple[str, str] | None) -> None:
    tables = [placed(WARDS), placed(SCORES)]
    told = [(each.printed, each.expected) for each in check_rankings(tables, [paragraph(text)]) if each.finding]
    assert told == [found] * (found is not None)
    assert [each for each in check_rankings(tables, [paragraph(text, page=3)]) if each.finding] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The theft rate was highest in Alder (27.5).", "said to be the highest: Alder; in the table Cedar is, with 27.5"),
        ("It was second highest in Birch (22.7 per 1,000).",
         "said to be the second highest: Birch; in the table Elder is, with 22.7"),
        ("The share that came was lowest in Birch, at 7.9.",
         "said to be the lowest: Birch; in the table Dogwood is, with 7.9"),
    ],
)  # fmt: skip
def test_a_wrong_rank_is_told_in_a_plain_sentence(text: str, message: str) -> None:
    found = [each.finding for each in check_rankings([placed(WARDS), placed(SCORES)], [paragraph(text)])]
    assert [finding.message for finding in found if finding] == [message]
