"""What sentences tell of rows whose times are parts of a year, of the part of the year that a caption says, of the row
beside, and of averages over a row: each true sentence beside the same with one wrong."""

from scrutiny.checks.named import check_named
from tests.checks import Rows, paragraph, placed

BERTHS: Rows = [
    ["Craft", "31 March 2025", "30 June 2025", "Change"], ["Trawlers", "4,218", "4,391", "173"],
    ["Ketches", "2,306", "2,571", "265"], ["Punts", "1,604", "1,523", "(81)"], ["All craft", "8,128", "8,485", "357"],
]  # fmt: skip
REPAIRS: Rows = [
    ["Repairs", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Total"],
    ["Asked for by masters", "1,842", "1,517", "1,206", "1,093", "968", "1,124", "7,750"],
    ["Seen by wardens", "1,131", "1,098", "983", "947", "902", "965", "6,026"],
]
CREWS: Rows = [
    ["Kind of crew", "2023", "2024", "2025"], ["Pilots", "98", "92", "89"], ["Divers", "137", "141", "146"],
    ["Riggers", "59", "68", "66"], ["Keepers", "45", "37", "36"],
]  # fmt: skip


def found(text: str) -> list[str]:
    tables = [
        placed(BERTHS, "Table 1: Craft at their berths"),
        placed(REPAIRS, "Table 2: Repairs by month, 2025/26"),
        placed(CREWS, "Table 3: Crews at 31 March"),
    ]
    sentences = [f"{each}." for each in text.removesuffix(".").split(". ")]
    return [each.printed for each in check_named(tables, [paragraph(*sentences)]) if each.finding]


def test_a_figure_is_held_against_its_time() -> None:
    for form, right, wrongs in (
        # two times in one year follow one another, and so do months without a year
        ("The number of trawlers rose by {} in the quarter to 4,391.", "173", ("265", "193")),
        ("Ketches went up from 2,306 to {}.", "2,571", ("2,751",)),
        ("Repairs seen by wardens fell by {} to 947 in July.", "36", ("46",)),
        # the caption says at which part of each year
        ("The number of pilots has gone down from 98 in March 2023 to {} in March 2025.", "89", ("92",)),
        ("There were {} divers in March 2024 and 146 in March 2025.", "141", ("137",)),
        # the eye went to the row beside it
        ("Ketches grew from 2,306 to {}.", "2,571", ("4,391", "1,523")),
        # an average of all months, and not of some
        ("On average masters asked for {} repairs a month over the six months.", "1,292", ("1,182", "1,249")),
        ("Repairs asked for by masters averaged {} over the six months.", "1,291.7", ("1,414.5",)),
        ("Repairs seen by wardens came to 6,026. The average of the six months was {}.", "1,004", ("979",)),
    ):
        assert found(form.format(right)) == [], form.format(right)
        for wrong in wrongs:
            assert found(form.format(wrong)) == [wrong], form.format(wrong)


def test_a_list_is_held_against_the_row_that_all_but_one_of_it_make() -> None:
    for right, wrong in (("1,206", "1,260"), ("1,093", "1,903"), ("968", "986")):
        chart = "1,842 1,517 1,206 1,093 968 1,124"
        assert found(chart) == []
        assert found(chart.replace(right, wrong)) == [wrong]
    assert found("1,842 1,517 1,260 1,039 968 1,124") == []  # another row, of two that differ


def test_a_figure_of_another_time_or_thing_is_left_alone() -> None:
    for text in (
        "The number of pilots has gone down from 98 in March 2023 to 95 in June 2025.",
        "The number of trawlers rose by 265 in the half year to 4,391.",
        "Ketches grew from 2,306 to 2,571, and trawlers to 4,391.",
        "On average masters asked for 1,182 repairs a month over the nine months.",
        "On average masters asked for 420 hours of work over the six months.",
        "Over six months the wardens of the coast drove 1,182 miles on average.",
        "Repairs seen by wardens fell by 200 to 947 in July.",
    ):
        assert found(text) == [], text


BANDS: Rows = [
    ["Cabins", "A", "B", "C", "All bands"], ["One bunk", "41", "388", "702", "1,131"], ["Two bunks", "36", "297", "541", "874"],
    ["All cabins", "77", "685", "1,243", "2,005"],
]  # fmt: skip


def test_one_of_several_is_not_what_a_heading_of_all_is_of() -> None:
    for text in (
        "1,243 cabins are in band C. Band A has 77 cabins.",
        "1,243 cabins are in band C, and 77 cabins in band A.",
    ):
        assert not [each for each in check_named([placed(BANDS)], [paragraph(text)]) if each.finding], text


LEDGER: Rows = [
    ["£000", "Budget", "Actual", "Better/(worse)"], ["Mooring dues", "9,862", "9,915", "53"],
    ["Slipway tickets", "1,204", "1,178", "(26)"], ["First sales of berths", "1,450", "1,122", "(328)"],
    ["All income", "12,516", "12,215", "(301)"],
]  # fmt: skip


def test_a_clause_behind_has_a_row_of_its_own_and_better_or_worse_is_a_difference() -> None:
    for text, wrong in (
        ("Pilots go on leaving (three fewer than in 2024), while divers have gone from 137 to 146.", []),
        ("Pilots go on leaving, while divers have fallen by 9 to 146.", ["9"]),
        ("Divers have fallen by 9 to 146, while keepers have gone from 45 to 36.", ["9"]),
    ):
        assert found(text) == wrong, text
    ledger = placed(LEDGER, "Table 4: Income to date")
    for text in (
        "All income is £301k below budget, as first sales of berths have slipped; sales are £328k short.",
        "First sales of berths are £328k below budget.",
    ):
        assert not [each for each in check_named([ledger], [paragraph(text)]) if each.finding], text
