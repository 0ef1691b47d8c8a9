"""What a sentence claims of the rows of a table: found where the table belies it twice, else left."""

import pytest

from scrutiny.checks.claims import check_claims
from scrutiny.prose import split_sentences
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


COUNTS: Rows = [[ward, homes, thefts] for ward, homes, thefts, *_ in WARDS]
RATES: Rows = [[ward, rate] for ward, *_, rate, _ in WARDS]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (COUNTS, "Alder has the highest rate of theft."),
        (COUNTS, "Alder has the highest share of thefts."),
        (COUNTS, "Alder has the highest level of theft."),
        (RATES, "Alder has the highest number of thefts."),
        (RATES, "Alder has the highest total of thefts."),
    ],
)
def test_most_of_them_is_not_the_highest_rate(table: Rows, text: str) -> None:
    assert [each for each in check_claims([placed(table)], [paragraph(text)]) if each.finding] == []


def alarms(text: str) -> list[tuple[str, str | None]]:
    told = paragraph(*(each.text for each in split_sentences(text)))
    found = check_claims([placed(WARDS), placed(SCORES)], [told])
    return [(each.printed, each.expected) for each in found if each.finding]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alder has the highest rate of theft.", ("Alder", "Cedar")),
        ("Fires are few, and Birch had the lowest theft rate.", ("Birch", "Dogwood")),
        ("Alder has the largest number of thefts and Dogwood the smallest.", ("Alder", "Cedar")),
        ("Three of the 8 indicators are green, two amber and two red.", ("Three", "4")),
        ("Four indicators are green, three are amber and two are red.", ("three", "2")),
        ("There are 4 green, 2 amber and 3 red.", ("3", "2")),
    ],
)
def test_a_claim_that_the_table_belies(text: str, found: tuple[str, str]) -> None:
    assert alarms(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Cedar has the highest rate of theft and Dogwood the lowest.",
        "Alder has the second highest rate of theft.",
        "Alder has one of the highest rates of theft.",
        "Alder has the highest rate of theft from cars.",
        "Alder has the highest rate of theft in the north.",
        "Alder has the highest fire rate for 5 years.",
        "Elder has the highest number of fires.",
        "Elder has the highest theft figure for homes.",
        "Homes in Alder have the highest rate of theft.",
        "North Alder has the highest rate of theft.",
        "In 2019/20 Alder had the highest rate of theft.",
        "Alder has the highest rate of theft of the wards with a station.",
        "Alder has the highest rate of rise in thefts.",
        "Alder has the highest fall in thefts, of 21.",
        "Alder had the largest reduction in thefts.",
        "Borough has the highest number of thefts.",
        "It is said that the ward of Alder has the highest rate of crime.",
        "Alder does not have the highest rate of theft.",
        "Alder has the highest share.",
        "Alder has the highest pay.",
        "Four of the 8 indicators are green, two amber and two red.",
        "Five indicators are green and 2 are red.",
        "Three of the 9 indicators are green, two amber and two red.",
        "Last quarter three were green, two amber and three red.",
        "Three indicators were green, two amber and two red.",
        "Three are green, three amber and two red.",
        "Three of the indicators should be green, two amber and two red.",
        "Two more are green than amber and 2 are red.",
        "Three wards are green, two amber, two red and 2 grey.",
        "The key has 3 greens, 2 ambers and 2 red.",
        "Some 40% are green, 2 amber and 2 red.",
        "Three are not green, two are amber and 2 are red.",
    ],
)
def test_what_is_no_claim_of_the_table_or_true(text: str) -> None:
    assert alarms(text) == []
