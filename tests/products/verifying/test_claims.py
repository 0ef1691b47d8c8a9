"""What a summary claims: which of its numbers, of what, and which are none. All texts are made up."""

import time
from decimal import Decimal

import pytest

from scrutiny.figures import Unit
from scrutiny.products.summaries import claims_of_form, claims_of_text
from scrutiny.products.verifying import Claim
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.numerals import Kind
from scrutiny.tables.roles import Period


def claims(text: str) -> list[Claim]:
    return [claim for claim in claims_of_text("summary", text) if not claim.soft]


def printed(text: str) -> list[str]:
    return [claim.numeral.printed for claim in claims(text)]


def claim_of(text: str, figure: str) -> Claim:
    return next(claim for claim in claims(text) if claim.numeral.printed == figure)


@pytest.mark.parametrize(
    ("text", "key"), [("In 98/99.", (1998, 1999)), ("In 99/00.", (1999, 2000)), ("In 24/25.", (2024, 2025))]
)
def test_years_of_two_digits_each(text: str, key: tuple[int, int]) -> None:
    assert [claim.numeral.key for claim in claims(text)] == [key]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier cost £1.2m and the wall £340,000.", ["£1.2m", "£340,000"]),
        ("Twelve of the 40 boats were new.", ["Twelve", "40"]),
        ("One in five boats leaks; nearly two thirds are old.", ["One in five", "two thirds"]),
        ("Visits doubled in 2023/24 and rose 2.5 times as fast as sales.", ["doubled", "2023/24", "2.5 times"]),
        ("The committee met on 14 May 2025 at half past nine.", ["14 May 2025", "half past nine"]),
        ("REPORT OF 14 MAY 2025 TO THE HARBOUR BOARD", []),  # what the text itself says of itself
        ("Notes, 2 May, from 10:15\n\nThe board met on 14 May 2025.", ["14 May 2025"]),
        ("The board met.\n\n- Next meeting: 14 May 2025", ["14 May 2025"]),
        ("Elm had 12 boats, oak 15: those two had 27 in the three years.", ["12", "15", "27"]),
        ("Of these 12 boats leak.", ["12"]),
        ("Four boats in five leak, and one harbour in twelve.", ["Four boats in five", "one harbour in twelve"]),
        ("Four boats in five harbours leak.", ["Four", "five"]),
        ("Between 8 and 10% of berths are empty.", ["8", "10%"]),
        ("A rise of three percentage points.", ["three"]),
        ("Nine out of ten boats float; 12 out of 40 sail.", ["Nine out of ten", "12", "40"]),
        ("In the poorest tenth of harbours nothing floats.", []),  # a group, and no share
        ("Over 6,500 boats came, under 10% of them in winter.", ["6,500", "10%"]),
        ("The plan runs from 24/25 to 2029/30, and the pilot began in 2023/4.", ["24/25", "2029/30", "2023/4"]),
        ("Piers opened in 10/11 harbours in 10/11; the 10/11 accounts are late.", ["10/11", "10/11"]),  # of eleven
        ("A third came by boat; sales fell by a third.", ["A third", "a third"]),
        ("A third bid, for more boats, failed; a fifth harbour opened.", []),  # the third one, and no third part
        ("Item | Cost\n", []),
        ("Boats 12, repair plans 43, AB 39, nets 7.", ["12", "43", "39", "7"]),  # a list that counts
        # what only names something is no claim
        ("Boats in plan 12, row 43, option 39.", []),
        ("Boats 12, nets 7, Plot 3, Plot 4, Plot 9.", ["12", "7"]),
        ("4.2 See section 7, page 12 and Appendix 3.", []),
        ("Stage one begins first; phase two will follow.", []),
        ("Room 14, telephone 01632 960 733.", []),
        ("Contact: someone@example.org or 01632 960733", []),
        ("Published: 3 June 2025", []),
        ("Boys aged 14 and children under the age of 5 may swim.", []),
    ],
)
def test_which_numbers_are_claims(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


def test_a_table_claims_each_cell_by_its_row_and_column() -> None:
    text = "| Harbour | Boats | Income (£000) |\n|---|---|---|\n| North | 31 | 12.5 |\n| Total | 31 | 12.5 |\n"
    first, income, *_ = claims(text)
    assert (first.numeral.printed, first.row, first.label) == ("31", True, frozenset({"north"}))
    assert {"north", "boat"} <= first.words.keys()
    assert (income.numeral.unit, income.numeral.value) == (Unit.POUNDS, Decimal(12500))


def test_the_columns_of_places_and_numbers_are_no_claims() -> None:
    assert printed("| Ref | Page | Boats |\n|---|---|---|\n| 4 | 17 | 31 |\n") == ["31"]


def test_the_items_of_a_list_go_on_from_what_introduces_it() -> None:
    text = "The harbour has:\n\n- 31 moorings for yachts\n- 12 cranes\n- of these, 4 in use\n"
    cranes, used = claim_of(text, "12"), claim_of(text, "4")
    assert "harbo" in cranes.words and "moor" not in cranes.words
    assert [each.printed for each in cranes.before] == []
    assert [each.printed for each in used.before] == ["12"]  # "of these" goes on from the item before


def test_a_sentence_that_goes_on_inherits_more_than_one_that_does_not() -> None:
    text = "The harbour lets moorings. {} 12 were empty."
    ways = [claim_of(text.format(start), "12").words["moor"] for start in ("Of these", "In winter")]
    assert ways == [0.7, 0.35]


def test_none_in_so_many_is_no_share() -> None:
    assert [each.printed for each in find_numerals("The target for late boats is zero in 12 months.")] == ["12"]


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("Three percentage points more.", "Three", Unit.POINTS),
        ("It was 41.2%, 3.4 points below.", "3.4", Unit.POINTS),
        ("The team has 12 points.", "12", Unit.NUMBER),  # nothing here is in per cent
    ],
)
def test_points_are_those_of_percentages(text: str, figure: str, unit: Unit) -> None:
    (found,) = [each for each in find_numerals(text) if each.printed == figure]
    assert found.unit is unit


def test_two_and_a_half_times_is_one_figure() -> None:
    (found,) = find_numerals("They are two and a half times as likely.")
    assert (found.kind, found.value) == (Kind.MULTIPLE, Decimal("2.5"))


def test_the_years_of_a_label_say_which_figure_is_meant() -> None:
    table = "| What | Figure |\n|---|---|\n| Berths by 2026-27 | 440 |\n"
    assert printed(table) == ["440"]


def test_third_alone_is_a_place_and_no_part() -> None:
    assert printed("The north quay comes third with 968 berths.") == ["968"]
    assert printed("A third of the berths are free.") == ["A third"]


SIDE_BY_SIDE = """Panel         Harbour      Quayside     Dunes
              Panel        Panel        Panel
Cases         12           9            31
Days lost     150.5        67           -
Boats         4            5            6
"""


def test_columns_without_a_rule_are_a_table() -> None:
    found = claims(SIDE_BY_SIDE)
    assert [claim.numeral.printed for claim in found] == ["12", "9", "31", "150.5", "67", "4", "5", "6"]
    assert claim_of(SIDE_BY_SIDE, "67").text == "Days lost | Quayside Panel: 67"
    assert printed("The pier  has 3 boats\nand the  wall 4.") == ["3", "4"]  # columns that text runs through


def test_columns_without_a_heading_lose_no_figure() -> None:
    assert printed("Boats       12          9\nGates       31          7\n") == ["12", "9", "31", "7"]
    assert printed("Year        2021        2022\nGates       31          7\n") == ["31", "7"]


def test_a_finding_of_the_tool_is_no_claim() -> None:
    finding = (
        "error: harbour.pdf, page 3: Boats: printed 90, the 4 rows of which it is the\n"
        "  total add to 80 (10 too much) [total-mismatch]\n    Boats | 90\nThe wall has 4 gates."
    )
    assert printed(finding) == ["4"]
    assert printed("The error: page 3 has 90\n  boats (10 too many).") == ["90", "10"]


def test_long_texts_are_read_in_time() -> None:
    for text in (
        "a  " * 4000 + "\n" + "1  " * 4000,
        "error: a\n" + "  b\n" * 8000,
        "a  b  c\n" * 6000,
        "14 and 15 May " * 140,
    ):
        begun = time.process_time()
        claims(text)
        assert time.process_time() - begun < 5


def test_lines_that_are_a_label_and_a_figure_are_entries_of_their_own() -> None:
    found = claims("Boats at the quay: 12\nLamps: 30   Ropes: 45\n")
    assert [(claim.numeral.printed, sorted(claim.own)) for claim in found] == [
        ("12", ["boat", "quay"]),
        ("30", ["lamp"]),
        ("45", ["rope"]),
    ]


def test_a_line_that_goes_on_is_no_entry() -> None:
    (claim, _) = claims(
        "The harbour master told the committee of the two things that she had seen there in the\nmorning: 12 boats.\n"
    )
    assert "morn" not in claim.own or "harbo" in claim.own


@pytest.mark.parametrize(
    "head", ["# 2022/23", "2022/23\n-------", "2022/23", "## Boats in 2022/23", "Boats 2022/23\n====="]
)
def test_a_heading_says_of_which_year_the_figures_below_it_are(head: str) -> None:
    found = claims(f"{head}\n\nThere were 30 boats.\n\n| Quay | Boats |\n|---|---|\n| North | 41 |\n")
    assert [claim.period for claim in found if claim.numeral.printed in ("30", "41")] == [
        Period(first=2022, last=2023),
        Period(first=2022, last=2023),
    ]


def test_a_sentence_that_names_a_year_is_not_of_that_of_its_heading() -> None:
    found = claims("# 2022/23\n\nThere were 30 boats in 2021/22.\n")
    assert [claim.period for claim in found if claim.numeral.printed == "30"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Two years ago there were 40 boats.",
        "In the nine years to 2019 there were 40 boats.",
        "The three largest of the 40 boats sank.",
        "The Harbours Act 1996 covers 40 boats.",
        "The 2012 Regulations cover 40 boats.",
        "In quarter three there were 40 boats.",
        "Resolved that (1) the 40 boats be sold; and (2) the report be noted.",
    ],
)
def test_what_says_when_or_which_is_no_claim(text: str) -> None:
    hard = {claim.numeral.printed for claim in claims(text) if not claim.soft}
    assert hard - {"2019"} == {"40"}


def test_what_stands_below_line_names_a_row() -> None:
    (claim,) = [each for each in claims_of_form("s.csv", ".csv", "Line,Spent\nBoat repairs,471\n") if not each.soft]
    assert claim.label == {"boat", "repa"}


def test_a_short_first_sentence_heads_its_paragraph() -> None:
    found = claims("Moorings. Some are let. We saw 30 boats. It costs £40 a year.\n")
    assert all("moor" in claim.words for claim in found) and len(found) == 2


def test_both_ends_of_a_spoken_range_are_shares_and_an_extension_is_no_figure() -> None:
    assert [claim.numeral.unit for claim in claims("The dues are 15 to 20% of the catch.")] == [Unit.PERCENT] * 2
    assert printed("Harbour office, ext 4471") == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The bill has [250] friends in both houses.", ["250"]),
        ("The bill has friends in both houses.[250]", []),  # a note
        ("The bill has friends [12] in both houses.", []),
        ("The bill was found [101] by others.", []),  # the note of a paper with many
        ("The bill cost more [112] and had [250] friends.", ["250"]),
        ("From minutes-2024-09-12.pdf, of 12 bills.", ["12"]),  # the name of a file
        ("On 2024-09-12 came 12 bills.", ["2024-09-12", "12"]),
    ],
)
def test_what_is_no_figure_of_a_sentence_is_left_out(text: str, figures: list[str]) -> None:
    assert [each.printed for each in find_numerals(text)] == figures


@pytest.mark.parametrize("name", ["cost-model", "boats.json", "hull"])
def test_json_is_read_by_its_ending_whatever_its_name_ends_in(name: str) -> None:
    text = '{"tables": {"boats": [\n{"boat": "Petrel", "cost": "640"}\n]}}'
    assert [claim.numeral.printed for claim in claims_of_form(name, ".json", text)] == ["640"]
    assert [claim.numeral.printed for claim in claims_of_form(name, ".jsonl", '{"cost": "640"}\n{"cost": "12"}')] == [
        "640",
        "12",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May 2021 it was 6,410.", ["May 2021", "6,410"]),  # no word of substance: no heading of a year either
        ("In 2021 the figure was £64m.", ["2021", "£64m"]),
        ("On 3 June 2021 there were 71,320.", ["3 June 2021", "71,320"]),
        ("It rose to 8,205 in 2016.", ["8,205", "2016"]),
        ("In 2016 it rose to 31.7%.", ["2016", "31.7%"]),
        ("2020/21", []),  # a heading: what follows is of that year
        ("As at 31 May 2021", []),
        ("Q2 2021", []),
        ("Published 3 June 2021. The deficit is £64m.", ["£64m"]),  # only its first sentence is about the text
        ("Updated figures put the deficit at £64m.", ["£64m"]),
        ("Updated on 3 June 2021 by the team of 28", []),
        ("Version 2.3", []),
        ("Ask the team on 01632 960123. There are 415 boats.", ["415"]),
        ("Open house: first Monday of the month, 9 till noon. Tel. 01632 960123.", []),
        ("# 415 boats have a mooring", ["415"]),  # a count, an amount, a share in a heading
        ("# The deficit of £64m", ["£64m"]),
        ("# The next 25 years", []),
        ("# Item 415", []),
        ("# 10 findings", []),
    ],
)
def test_every_figure_of_a_sentence_is_a_claim(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


def test_both_ends_of_a_range_that_is_spoken_in_tenths_are_so_many_thousand() -> None:
    for text, values in (
        ("Landings slipped from 217.3 to 204.8 thousand.", [217300, 204800]),
        ("Landings rose from 1.4 million to 2.5 million.", [1400000, 2500000]),
        ("Landings went from 12 boats to 9 thousand.", [12, 9000]),
    ):
        assert [int(each.numeral.value) for each in claims(text)] == values, text
