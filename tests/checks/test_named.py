"""Figures told of rows that a sentence names, against their table: each true sentence beside the same with one wrong."""

import re

from scrutiny.checks.named import check_named
from scrutiny.prose import split_sentences
from tests.checks import Rows, paragraph, placed

HARBOURS: Rows = [
    ["Harbour", "2022/23", "2023/24", "2024/25", "Late %"],
    ["Alder Quay", "4,312", "4,187", "4,655", "12.4"],
    ["Birch Haven (both basins)", "1,208", "1,346", "1,297", "31.7"],
    ["Cedar Steps", "2,951", "2,874", "3,046", "8.9"],
    ["Dogwood Pier", "764", "812", "859", "27.3"],
    ["Elder Wharf", "3,390", "3,518", "3,481", "19.6"],
    ["All harbours", "12,625", "12,737", "13,338", "17.2"],
]
YEARS: Rows = [
    ["Year", "Moorings mended", "Cost £m"], ["2021/22", "13,840", "1.28"], ["2022/23", "17,615", "1.74"],
    ["2023/24", "22,093", "2.39"], ["2024/25", "19,472", "2.21"],
]  # fmt: skip
FUNDS: Rows = [
    ["£m", "2023/24", "2024/25", "Change"], ["Harbour dues", "7.4", "9.2", "1.8"], ["Grants", "21.5", "19.1", "(2.4)"],
    ["Loans", "12.6", "14.3", "1.7"],
]  # fmt: skip

TIDES: Rows = [
    ["Place", "Boats 2023/24", "Boats 2024/25", "Crews 2023/24", "Crews 2024/25", "Target 2024/25"],
    ["East Lock", "23", "44", "219", "197", "230"], ["West Lock", "27", "31", "164", "181", "150"],
]  # fmt: skip

SPENDING: Rows = [
    ["£000", "Budget", "Outturn", "Under (over)"], ["Dredging", "812", "733", "79"], ["Lamps", "1,240", "2,491", "(1,251)"],
    ["Mooring fees", "(510)", "(470)", "(40)"], ["Total", "1,542", "2,754", "(1,212)"],
]  # fmt: skip


def found(text: str) -> list[tuple[str, str | None]]:
    tables = [
        placed(HARBOURS, "Table 1: Ships by harbour"),
        placed(YEARS, "Table 2: Moorings"),
        placed(FUNDS),
        placed(TIDES),
        placed(SPENDING, "Table 5: Spending (£000)"),
    ]
    told = paragraph(*(each.text for each in split_sentences(text)))
    return [(each.printed, each.expected) for each in check_named(tables, [told]) if each.finding]


FORMS = (
    ("Alder Quay rose from 4,187 to {}.", "4,655", "4,565"),
    ("Alder Quay rose from 4,187 in 2023/24 to {} in 2024/25.", "4,655", "4,625"),
    ("Cedar Steps fell from {} to 2,874.", "2,951", "2,591"),
    ("Cedar Steps had 3,046 ships in 2024/25, up from {} the year before.", "2,874", "2,847"),
    ("Birch Haven had 1,297 ships in 2024/25 and {} in 2023/24.", "1,346", "1,364"),
    ("In 2024/25 Alder Quay had 4,655 ships, {} more than in 2023/24.", "468", "486"),
    ("Alder Quay rose by 468, to {}.", "4,655", "4,665"),
    ("Harbour dues brought in {}, £1.8m more than in 2023/24.", "£9.2m", "£10.2m"),
    ("Alder Quay came to 4,655 and Cedar Steps to {} in 2024/25.", "3,046", "3,064"),
    ("Late ships were highest in Birch Haven, where {} were late, and lowest in Cedar Steps (8.9%).", "31.7%", "27.0%"),
)
"""A sentence with a place for a figure, the right one and a wrong one."""


def test_a_figure_of_a_named_row_is_silent_where_it_is_right_and_found_where_it_is_wrong() -> None:
    for form, right, wrong in FORMS:
        assert found(form.format(right)) == [], form
        assert found(form.format(wrong)) == [(wrong, right)], form


BELIED = (
    "Alder Quay {up} by 468 to 4,655.", "Alder Quay {up} by 468.", "Alder Quay {up} to 4,655 in 2024/25.",
    "The number at Alder Quay {up} slightly, by 468, to 4,655.", "Alder Quay had 4,655 ships ({way} 468 from 2023/24).",
    "Alder Quay had 4,655 ships in 2024/25, 468 {more} than in 2023/24.",
    "Alder Quay had 4,655 ships, a {rise} of 468 on the year before.",
)  # fmt: skip
WAYS = (
    {"up": "rose", "way": "up", "more": "more", "rise": "rise"},
    {"up": "fell", "way": "down", "more": "fewer", "rise": "fall"},
)  # fmt: skip


def test_the_way_that_a_row_did_not_go() -> None:
    for form in BELIED:
        right, wrong = (found(form.format(**way)) for way in WAYS)
        assert right == [], form
        assert [printed for printed, _ in wrong] in (["468"], ["4,655"]), form
    for text in (
        "Alder Quay did not fall by 468 to 4,655.",
        "Alder Quay had 4,655 ships; the year before there had been 468 more.",
        "Alder Quay fell to 4,312 in 2022/23.",
    ):
        assert found(text) == [], text


QUOTED = (
    "There were {} ships at Alder Quay in 2024/25.", "In 2024/25 the Council counted {} at Alder Quay.",
    "Most are small: Alder Quay had {} ships in 2024/25.", "Alder Quay came to {} in 2024/25.",
)  # fmt: skip


def test_the_figure_of_another_time_or_row_told_alone() -> None:
    for form in QUOTED:
        assert found(form.format("4,655")) == [], form
        for wrong in ("4,187", "4,565", "3,481"):
            assert found(form.format(wrong)) == [(wrong, "4,655")], (form, wrong)
    for text in (
        "Alder Quay had 4,187 barges in 2024/25.", "Alder Quay had 4,187 ships.", "Alder Quay had 4,187 ships in 2020/21.",
        "Alder Quay could have had 4,187 ships in 2024/25.", "Alder Quay had 19,206 ships in 2024/25.",
    ):  # fmt: skip
        assert found(text) == [], text


BERTHS: Rows = [
    ["Let to", "Berths"], ["Yachts and dinghies", "214"], ["Fishing boats", "131"], ["Ferries", "37"],
    ["Tugs and pilots", "58"], ["Total", "440"],
]  # fmt: skip
LISTED = (
    ("Of the berths {}% went to yachts, 29.8% to fishing and 8.4% to ferries.", "48.6", "58.6"),
    ("Berths were let to yachts ({}%), fishing boats (29.8%) and ferries (8.4%).", "48.6", "61.2"),
    ("There were 214 berths for yachts, {} for fishing and 58 for tugs.", "131", "58"),
)


def test_a_list_with_words_of_its_rows() -> None:
    for form, right, wrong in LISTED:
        for value, expected in ((right, []), (wrong, [wrong])):
            told = check_named([placed(BERTHS)], [paragraph(form.format(value))])
            assert [each.printed.rstrip("%") for each in told if each.finding] == expected, form
    for text in (
        "Of the berths 58.6% went to yachts, 31.8% to fishing and 8.4% to ferries.",  # two that fit nothing
        "Of the berths 58.6% went to yachts and 29.8% to fishing.",
        "Of the berths 58.6% went to sailors, 29.8% to fishing and 8.4% to ferries.",
    ):
        assert not [each for each in check_named([placed(BERTHS)], [paragraph(text)]) if each.finding], text


def test_the_other_figure_of_a_row_that_is_another_rows() -> None:
    assert found("Alder Quay had 12.4% and Dogwood Pier 19.6%.") == [("19.6%", "27.3%")]
    assert found("Alder Quay had 12.4% and Dogwood Pier 27.3%.") == []


def test_an_end_of_a_column_is_said_of_another_row() -> None:
    assert found("Late ships were highest in Dogwood Pier (27.3%) and lowest in Cedar Steps (8.9%).") == [
        ("27.3%", "31.7")
    ]
    assert found("Late ships were highest in Birch Haven (31.7%) and lowest in Cedar Steps (8.9%).") == []
    assert found("Of the small ones they were highest in Dogwood Pier (27.3%) and lowest in Cedar Steps (8.9%).") == []


def test_a_time_is_that_of_another_figure_of_the_line() -> None:
    told = "The worst year for moorings was {}, with 22,093, and the best 2021/22, with 13,840."
    assert found(told.format("2022/23")) == [("22,093", "17,615")]
    assert found(told.format("2023/24")) == []
    assert found("The worst year for moorings was 2022/23, with 22,093.") == [("22,093", "17,615")]
    assert found("The worst year was 2022/23, with 22,093.") == []  # neither a word nor another figure tells of what


def test_times_that_are_joined_are_no_single_one() -> None:
    """What stands for the months between two, or for both, is the figure of none of them."""
    months: Rows = [
        ["Landings", "July", "August", "September", "Quarter 2"], ["Cod", "310", "350", "290", "950"],
        ["Crab", "402", "433", "361", "1,196"], ["All landings", "712", "783", "651", "2,146"],
    ]  # fmt: skip

    def alarms(text: str) -> int:
        told = paragraph(*(each.text for each in split_sentences(text)))
        return sum(each.finding is not None for each in check_named([placed(months, "Table 1: Landings")], [told]))

    for time in (
        "between July and September 2025",
        "from July to September",
        "in July and August",
        "July and September",
    ):
        assert not alarms(f"All landings came to 2,146 {time}, 31 more than a year before."), time
        assert not alarms(f"There were 14 boats, and {time} all landings came to 2,146."), time
    assert alarms("All landings came to 783 in July and to 651 in September.")


def test_a_figure_is_held_against_those_of_its_own_measure_clause_and_total() -> None:
    for form, right, wrong in (
        ("At East Lock crews came down from 219 to {}, the fewest for a decade.", "197", "179"),
        ("At East Lock there were {} in 2024/25.", "44", "23"), ("There were {} ships in 2024/25.", "13,338", "12,737"),
        ("Harbour dues brought in £1.8m more than in 2023/24, a rise of {}.", "24.3%", "19.6%"),
        ("Harbour dues rose by £1.8m ({}).", "24.3%", "19.6%"),
        ("Alder Quay rose by 468 ({}) to 4,655.", "11.2%", "10.1%"),
        ("Alder Quay had 4,655 ships, or {} of the total.", "34.9%", "36.5%"),
    ):  # fmt: skip
        assert found(form.format(right)) == [], form
        assert found(form.format(wrong)) == [(wrong, right)], form
    assert found("Ships fell at Cedar Steps; at Alder Quay they rose by 468 to 4,655.") == []
    assert found("Cedar Steps rose and Dogwood Pier fell by 47.") == [("47", None)]
    assert found("Cedar Steps rose and Dogwood Pier rose by 47.") == []
    assert found("Dogwood Pier rose and so the reserve fell by 47.") == []
    assert found("Dogwood Pier rose; the reserve fell by 47.") == []
    assert found("At East Lock crews came down from 219 to 179, if tugs are left out.") == []
    assert found("East Lock had 44 boats in 2024/25, or 20.7% of the total.") == []
    assert found("Ships rose at Cedar Steps; at Alder Quay they fell by 468 to 4,655.") == [("468", None)]
    for text in (
        "There were 12,737 ferries in 2024/25.", "There were 12,737 ships in 2023/24.", "At East Lock there were 230 in 2024/25.",
        "Harbour dues rose by £1.8m (19.6% of what came in).", "Alder Quay had 4,655 ships, or 36.5% of the fleet.", "Harbour dues rose by £1.8m (30%).",
    ):  # fmt: skip
        assert found(text) == [], text


def test_two_figures_that_changed_places_are_found() -> None:
    for form in (
        "In 2024/25 there were {} ships at Alder Quay and {} at Cedar Steps.", "Alder Quay had {} ships and Cedar Steps had {}.",
        "Alder Quay ({}) was ahead of Cedar Steps ({}) in 2024/25.",
    ):  # fmt: skip
        assert found(form.format("4,655", "3,046")) == [], form
        assert found(form.format("3,046", "4,655"))[:1] == [("3,046", "4,655")], form
    assert found("At East Lock there were 197 crews against a target of 230.") == []
    assert found("Alder Quay and Cedar Steps had 4,655 and 3,046 ships respectively.") == []


def test_a_variance_is_over_or_under_its_plan_and_a_share_of_it() -> None:
    for form in (
        "Dredging {} by £79,000.", "Dredging {} by £79,000 (9.7%).", "Dredging {} by £79,000, or 9.7%, as works began late.",
    ):  # fmt: skip
        assert found(form.format("underspent")) == [], form
        assert found(form.format("overspent")) == [("£79,000", None)], form
    assert found("Dredging underspent by £79,000, or 10.8%.") == [("10.8%", "9.7%")]
    for text in (
        "Mooring fees were £40,000 under budget.", "Lamps overspent by £1,251,000.", "Dredging has not overspent by £79,000.",
        "Lamps had overspent by £31,000.",
    ):  # fmt: skip
        assert found(text) == [], text


def test_changes_of_two_rows_are_held_against_their_column() -> None:
    told = "Both missed what was planned: dredging by £79,000 and lamps by {}."
    assert found(told.format("£1,251,000")) == []
    assert found(told.format("£1,521,000")) == [("£1,521,000", "£1,251,000")]


def test_what_is_told_besides_is_another_figure() -> None:
    for text in (
        "Alder Quay had 4,655 ships in 2024/25, of which 4,565 were large.",
        "Alder Quay had 4,655 ships in 2024/25; in May alone there were 486.",
        "Alder Quay rose from 4,187 to 4,655, and 486 people work there.",
        "Alder Quay had 4,655 ships in 2024/25 against a target of 4,565.",
        "Alder Quay had 4,655 ships in 2024/25, 486 fewer than ten years ago.",
        "Alder Quay had 4,655 ships in 2024/25 and 4,565 boats.",
        "Alder Quay had 4,655 ships, but 4,565 if tugs are left out.",
        "Alder Quay fell by 486 from its peak to 4,655.",
        "Alder Quay rose by 486 in the north, to 4,655.",
        "Alder Quay rose by 486 over three years to 4,655.",
        "With 4,655 ships, Alder Quay was 486 above the mean.",
        "Alder Quay rose by 468, to about 4,600.",
        "Alder Quay and Cedar Steps together had 7,701 ships in 2024/25, 4,655 of them at the quay.",
        "Alder Quay had 4,655 ships and the new pier 3,064.",
        "Grants of £1.7m were spent of £19.1m.",
        "Night sailings for Alder Quay rose from 4,178 to 4,565, of 4,655 in all.",
    ):
        assert found(text) == [], text


def test_two_digits_that_changed_places_in_a_long_figure_are_a_slip_whatever_the_time() -> None:
    for text, right in (("Alder Quay had 4,565 ships.", "4,655"), ("Ships at Cedar Steps numbered 2,591.", "2,951"),
                        ("At Elder Wharf there were 3,581 ships.", "3,518")):  # fmt: skip
        assert [expected for _, expected in found(text)] == [right], text
        assert found(text.replace(re.findall(r"[\d,]+", text)[-1].strip(","), right)) == []
    for text in (
        "Alder Quay had 655 ships.",
        "Birch Haven and Alder Quay had 4,565 ships.",
        "Alder Quay had about 4,560.",
    ):
        assert found(text) == [], text


def test_a_line_is_proven_by_figures_whatever_the_sentence_calls_it() -> None:
    for form, right, wrong in (
        ("The big basin went up from 4,187 to {}.", "4,655", "4,565"), ("The big basin went up from {} to 4,655.", "4,187", "4,178"),
        ("The big basin went up by {}, from 4,187 to 4,655.", "468", "486"),
        ("The big basin came to 4,312 in 2022/23, 4,187 in 2023/24 and {} in 2024/25.", "4,655", "4,565"),
        ("The big basin came to 4,187 in 2023/24 and {} in 2024/25.", "4,655", "4,312"),
        ("The big basin saw 4,655 visits in 2024/25, {} more than in 2023/24.", "468", "368"),
        ("Of 1,240 asked for, 812 were granted and {} were refused.", "428", "317"),
        ("The panel saw 1,240 forms and granted 812 of them, which is {} of the forms sent.", "65%", "12%"),
    ):  # fmt: skip
        assert proven(form.format(right)) == [], form
        assert proven(form.format(wrong)) == [(wrong, right)], form
    assert proven("The big basin had 4,187, against 4,655 a year earlier.") == [("4,187", "4,655")]
    for text in (
        "The big basin had 4,655, against 4,187 a year earlier.", "The big basin went up from 4,312 to 4,655 in two years.",
        "The big basin had 4,655 and the yard 3,064 in 2024/25.", "The big basin had 4,655, against 4,565 ten years ago.",
        "The big basin had 4,655, against 4,565 in the county.", "The big basin had 4,655, 486 fewer than Cedar Steps.",
        "The big basin had 4,655 in 2024/25, of which 4,565 were small.", "The big basin went up from 38 to 45.",
        "Of 1,240 asked for, 812 were granted and 328 were refused at once.",
    ):  # fmt: skip
        assert proven(text) == [], text


FORMS_SENT: Rows = [
    ["Kind", "Asked for", "Granted", "Refused", "Of all", "Of those sent"], ["Berths", "1,240", "812", "428", "12%", "65%"],
    ["Slips", "933", "616", "317", "9%", "66%"],
]  # fmt: skip


def proven(text: str) -> list[tuple[str, str | None]]:
    tables = [placed(HARBOURS, "Table 1: Ships by harbour"), placed(FORMS_SENT, "Table 2: Requests")]
    told = paragraph(*(each.text for each in split_sentences(text)))
    return [(each.printed, each.expected) for each in check_named(tables, [told]) if each.finding]
