"""Whose each figure of a sentence is, in a summary and in the paper. Both are made up."""

import pytest

from scrutiny.products.verifying.claims import stems_of_heading
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.owners import owners_of
from scrutiny.products.verifying.wording import about
from tests.products.verifying.test_apart import flagged, table
from tests.products.verifying.test_judging import paper


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Elmworth (12) and Oakham (15)", ("Elmworth", "Oakham")),
        ("It has 408 sheds with 21 pontoons", ("sheds", "pontoons")),
        ("We saw 12 gulls, 15 terns and 19 puffins", ("gulls", "terns", "puffins")),
        ("Ferries carried 12, barges 15", ("ferries carried", "barges")),
        ("Elmworth and Oakham had 12 and 15 respectively", ("Elmworth", "Oakham")),
        ("Elmworth had 12 and Oakham 15 gulls last spring", ("Elmworth", "Oakham")),  # the gulls are those of both
        ("A trip of 12 gulls past 15", ("trip", "")),  # nothing parts them
    ],
)
def test_a_figure_has_the_words_on_its_side_of_the_break(text: str, subjects: tuple[str, ...]) -> None:
    numerals = tuple(find_numerals(text))
    owned = owners_of(text, numerals)
    assert [owned[each.start] for each in numerals] == [about(each) for each in subjects]


@pytest.mark.parametrize(("text", "roles"), [
    ("There were 512, 84 more than before", ["<level>", "<change>"]),
    ("It took 94 days, against 71 two years before", ["<now>", "<then>"]),
    ("There were 512, and 84 elsewhere", []),
])  # fmt: skip
def test_a_change_and_an_earlier_figure_are_told_from_others(text: str, roles: list[str]) -> None:
    numerals = tuple(find_numerals(text))
    owned = owners_of(text, tuple(each for each in numerals if each.number and each.value > 2))
    found = [[word for word in owned[each.start] if word.startswith("<")] for each in numerals if each.start in owned]
    assert [word for words in found for word in words] == roles


BAY = (
    "Losses came to £42,700 for Elmworth ferries (a mild winter) and £313,300 for Oakham barges.",
    "The yard keeps 408 sheds with 21 pontoons.",
    "Puffins made up 9.6% of what was counted on the cliffs.",
    "That is less than among the gulls of the marsh (11.4%).",
    "There were 512 permits, 84 more than the year before.",
    "Variances of £31,400 and £52,900 were reported for dredging and lighting respectively.",
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Elmworth ferries lost £42,700 and Oakham barges £313,300.", []),
        ("Elmworth ferries lost £313,300 and Oakham barges £42,700.", ["£313,300", "£42,700"]),
        ("Oakham barges (£313,300) and Elmworth ferries (£42,700) made losses.", []),
        ("Oakham barges (£42,700) and Elmworth ferries (£313,300) made losses.", ["£42,700", "£313,300"]),
        ("The yard has 408 sheds and 21 pontoons.", []),
        ("The yard has 21 sheds and 408 pontoons.", ["21", "408"]),
        ("21 pontoons and 408 sheds are kept at the yard.", []),
        ("Puffins were 9.6% of the count, gulls of the marsh 11.4%.", []),
        ("Puffins were 11.4% of the count, gulls of the marsh 9.6%.", ["11.4%", "9.6%"]),
        ("There were 512 permits, 84 more than before.", []),
        ("There were 84 permits, 512 more than before.", ["84", "512"]),
        ("Dredging was out by £31,400 and lighting by £52,900.", []),
        ("Dredging was out by £52,900 and lighting by £31,400.", ["£52,900", "£31,400"]),
        ("Lighting and dredging were out by £52,900 and £31,400 respectively.", []),
        ("Lighting and dredging were out by £31,400 and £52,900 respectively.", ["£31,400", "£52,900"]),
    ],
)
def test_each_figure_of_a_sentence_belongs_to_its_own_subject(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*BAY), text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Gulls came to 422 and puffins to 92.", []),
        ("Gulls came to 92 and puffins to 422.", ["92", "422"]),
        ("92 puffins and 422 gulls were seen.", []),
    ],
)
def test_rows_of_a_table_are_subjects_as_well(text: str, wrong: list[str]) -> None:
    rows = (("Gulls", {"Seen": "422"}), ("Puffins", {"Seen": "92"}), ("Terns", {"Seen": "305"}))
    assert flagged(table(*rows), text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Far out at Elmworth it was 4.93% and at Oakham, all told, 5.52%.", ["4.93%", "5.52%"]),
        ("Far out at Elmworth it was 5.52% and at Oakham, all told, 4.39%.", ["4.39%"]),
        ("Far out at Elmworth it was 5.52% and at Ashby, all told, 4.93%.", ["4.93%"]),  # Oakham's
    ],
)
def test_figures_that_stand_beside_one_another_bear_each_other_out(text: str, wrong: list[str]) -> None:
    rows = (("Elmworth", {"Late": "5.52%"}), ("Oakham", {"Late": "4.93%"}), ("Ashby", {"Late": "3.41%"}))
    other = "A tide of gulls came in far out at sea, which was told of at Elmworth by 7.1% of all."
    assert flagged(table(*rows, sentences=(other,)), text) == wrong


@pytest.mark.parametrize(
    ("heading", "kept"),
    [("Harbour update, 14 March 2024", {"harbo"}), ("Harbour update 2023/24", {"harbo", "2023/24"})],
)
def test_the_day_of_a_meeting_is_no_year_of_the_figures_below_it(heading: str, kept: set[str]) -> None:
    assert stems_of_heading(heading) - about("update") == kept


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ferries doubled their costs in the spring.", ["doubled"]),  # their rate was 200%
        ("Takings were twice those in the winter.", []),
    ],
)
def test_a_rate_is_no_multiple_of_anything(text: str, wrong: list[str]) -> None:
    told = "Ferries recovered costs at a rate of 200% in the spring.", "Takings were 200% of those in the winter."
    assert flagged(paper(*told), text) == wrong
