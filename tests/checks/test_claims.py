"""What a sentence claims of the rows of a table: found where the table belies it twice, else left."""

import pytest

from scrutiny.checks.claims import check_claims
from scrutiny.checks.rankings import check_rankings
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
        ("Table 4 shows it. Birch had the lowest theft rate (Table 4).", ("Birch", "Dogwood")),
        ("Birch has the second highest theft rate, just below the borough's own.", ("Birch", "Elder")),
        ("Cedar has the highest theft rate. Elder has the third highest theft rate.", ("Elder", "Birch")),
        ("In 2024/25 Alder had the highest theft rate, at 13.1.", ("Alder", "Cedar")),
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
        "Of the three wards by the river, Alder has the highest theft rate.",
        "In the north, Alder has the highest theft rate.",
        "Birch and Dogwood are small. Birch has the highest theft rate.",
        "Apart from Cedar, Alder has the highest theft rate.",
        "Ten years ago, Alder had the highest theft rate.",
        "For bicycles, Alder has the highest theft rate.",
        "It would be wrong to say, Alder has the highest theft rate.",
        "Alder has the highest theft rate but two.",
        "Alder has the highest theft rate, after Cedar and Elder.",
        "Alder has the highest theft rate (excluding Cedar).",
        "Alder has the highest theft rate; Cedar was not counted.",
        "Alder recorded the highest theft rate, well above last year.",
        "Cedar and Alder have the highest theft rates.",
        "Elder has the second highest theft rate.",
        "Alder has the joint second highest theft rate.",
        "Birch has the third highest theft rate.",
        "Alder has the highest total theft rate.",
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
        "In the north three are green, two amber and two red.",
        "A further three are green, two amber and two red.",
        "Three of our risks are green, two amber and two red.",
        "Three indicators turned green, two amber and two red.",
        "Three of the indicators above are green, two amber and two red.",
        "Four are green, two amber and three red flags.",
        "Three are not green, two are amber and 2 are red.",
    ],
)
def test_what_is_no_claim_of_the_table_or_true(text: str) -> None:
    assert alarms(text) == []


RANKED: Rows = [
    ["School", "Rank for attendance", "Pupils", "Variance"], ["Ashby", "1", "210", "20"], ["Brook", "3", "420", "-10"],
    ["Croft", "2", "180", "-30"], ["Dale", "5", "300", "5"], ["Eaton", "4", "290", "1"],
]  # fmt: skip
PHASES: Rows = [
    ["School", "Suspensions"], ["Ashby Primary", "3"], ["Brook Primary", "5"], ["Croft Academy", "44"],
    ["Dale Academy", "71"], ["Eaton Academy", "52"], ["All schools", "175"],
]  # fmt: skip
COMPARED: Rows = [
    ["Area", "Rate", "Children"], ["North", "40", "2,000"], ["South", "52", "1,000"], ["East", "61", "900"],
    ["West", "33", "3,000"], ["Region", "70", "90,000"], ["Nation", "66", "900,000"],
]  # fmt: skip
HALVES: Rows = [
    ["Ward", "Thefts"], ["North", "85"], ["Alder", "41"], ["Birch", "44"], ["South", "192"], ["Cedar", "91"],
    ["Dogwood", "22"], ["Elder", "79"], ["All", "277"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (RANKED, "Ashby has the highest attendance."),
        (RANKED, "Dale has the lowest rank for attendance."),
        (RANKED, "Croft has the largest variance."),
        (PHASES, "Brook Primary has the highest number of suspensions."),
        (PHASES, "Croft Academy has the lowest number of suspensions."),
        (COMPARED, "East has the highest rate."),
        (COMPARED, "West has the highest number of children."),
        (HALVES, "Cedar has the highest number of thefts."),
        (HALVES, "Elder has the second highest number of thefts."),
        (HALVES, "Birch has the highest number of thefts."),
    ],
)
def test_rows_that_are_not_all_alike(table: Rows, text: str) -> None:
    """A rank of 1 is the best; a school may be the highest of its kind; a region stands there to be compared with."""
    assert [each for each in check_claims([placed(table)], [paragraph(text)]) if each.finding] == []


def test_a_table_pages_away_is_another() -> None:
    claim = paragraph("Alder has the highest rate of theft.", page=3)
    assert [each for each in check_claims([placed(WARDS)], [claim]) if each.finding] == []


def test_a_column_of_changes_bears_no_rank_out() -> None:
    rows: Rows = [
        ["Locality", "Trips", "Change", "Rate"], ["Ash", "904", "+17", "12.1"], ["Elm", "1,560", "+152", "18.4"],
        ["Fir", "1,131", "-31", "16.9"], ["Yew", "835", "+25", "13.2"], ["All", "4,430", "+163", "15.3"],
    ]  # fmt: skip
    found = check_claims([placed(rows)], [paragraph("Elm has the highest rate.", "Yew has the second highest rate.")])
    assert [(each.printed, each.expected) for each in found if each.finding] == [("Yew", "Fir")]


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


def test_who_has_the_most_in_the_year_that_is_named() -> None:
    """Of the column of that year alone, where nothing but the year stands over it; a rate has no most."""
    rows = [["Quay", "2032/33", "2033/34", "Late %"], ["Ashwater", "412", "390", "6"], ["Hill Top", "377", "431", "9"],
            ["Marsh End", "205", "188", "3"], ["Oxbow", "298", "301", "4"], ["Total", "1,292", "1,310", ""]]  # fmt: skip
    table = placed(rows, "Table 1: Visits to each quay")

    def alarms(text: str) -> list[str]:
        return [each.printed for each in check_claims([table], [paragraph(text)]) if each.finding]

    assert alarms("Hill Top had the most visits in 2033/34.") == []
    assert alarms("Ashwater had the most visits in 2033/34.") == ["Ashwater"]
    assert alarms("Ashwater had the most visits in 2032/33.") == []
    assert alarms("Oxbow had the fewest visits in 2033/34.") == ["Oxbow"]
    assert alarms("Ashwater had the most members in 2033/34.") == alarms("Oxbow had the fewest late in 2033/34.") == []
