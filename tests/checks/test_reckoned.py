"""What a sentence reckons from a line of a table that its figures prove, whatever the sentence calls the line."""

from scrutiny.checks.named import check_named
from scrutiny.checks.prose import check_sentences
from scrutiny.checks.ratings import check_against_targets
from tests.checks import paragraph, placed

BUDGETS = placed(
    [
        ["Service", "Budget £000", "Actual £000", "Variance £000"], ["Ferries", "4,310", "4,402", "92"],
        ["Piers", "18,245", "16,871", "(1,374)"], ["Slipways", "2,940", "3,217", "277"],
        ["Moorings", "1,655", "1,588", "(67)"], ["Total", "27,150", "26,078", "(1,072)"],
    ],
    "Table 1: Budget and spending (brackets show an underspend)",
)  # fmt: skip


def told_wrong(text: str) -> list[str]:
    return [each.printed for each in check_named([BUDGETS], [paragraph(text)]) if each.finding]


def test_a_line_is_proven_by_how_far_it_lies_from_its_budget() -> None:
    for form, right, wrongs in (
        ("The jetties cost {}, £1.374m less than was budgeted.", "£16.871m", ("£16.971m",)),
        ("What was spent on the ramps was {}, £277,000 over budget.", "£3,217,000", ("£3,271,000",)),
        ("The jetties were underspent by £1.374m ({}).", "7.5%", ("8.1%",)),
        ("The ramps cost £277,000 more than planned ({}).", "9.4%", ("8.6%",)),
    ):
        assert told_wrong(form.format(right)) == [], form
        for wrong in wrongs:
            assert told_wrong(form.format(wrong)) == [wrong], form.format(wrong)
    for right, wrong in (("underspent", "overspent"), ("below budget", "above budget")):
        assert told_wrong(f"The jetties ended {right} by £1.374m.") == []
        assert told_wrong(f"The jetties ended {wrong} by £1.374m.") == ["£1.374m"]


SHARES = (
    ("What the jetties cost was £16.871m ({} of their budget).", "92.5%", ("95.2%", "64.7%", "108.1%")),
    ("Of all spending, £16.871m ({}) went to the jetties.", "64.7%", ("62.1%", "67.4%", "74.7%")),
    ("The jetties cost £16.871m, {} of the total.", "64.7%", ("62.1%", "67.4%")),
    ("The jetties cost £16.871m, £1.374m or {} under their budget.", "7.5%", ("8.1%", "5.7%", "2.5%")),
    ("The jetties were £1.374m ({} of the budget) under.", "7.5%", ("8.1%", "5.1%")),
    ("The ferrymen carried {} more in 2024/25, 18,812.", "13.0%", ("11.5%", "14.0%")),
    ("The ferrymen carried 18,812 in 2024/25, an increase of {}.", "13.0%", ("11.5%", "12.0%")),
    ("Rope made up {} of all trips in 2024/25.", "18.3%", ("13.8%", "19.3%")),
    ("In all the ferrymen carried 2,164 more than the year before ({}).", "13.0%", ("11.5%", "13.5%")),
)
RIDERS = placed(
    [
        ["Line", "2022/23", "2023/24", "2024/25"], ["Chain", "15,803", "16,648", "18,812"],
        ["Rope", "4,121", "3,906", "4,655"], ["Tide", "2,044", "2,318", "1,977"], ["All lines", "21,968", "22,872", "25,444"],
    ],
    "Table 2: People carried",
)  # fmt: skip
OF_ANOTHER = (
    "The jetties cost £16.871m, 92.5% of it on wages.", "The jetties cost £16.871m, and 11% fewer people used them.",
    "The saving on jetties was £1.374m (8% of the target).", "The jetties cost £16.871m (62% from the county).",
    "The jetties cost £16.871m, 9% of the total for the coast.", "The jetties cost £16.871m, of which 12.5% was for paint.",
    "The ferrymen carried 18,812, an increase of 14.2% since 2019/20.", "The ferrymen carried 18,812 (12.1% at weekends).",
    "The ferrymen carried 2,164 more (9.5% of all new riders).", "The ferrymen carried 18,812 in 2024/25, 19.0% more than in 2022/23.",
    "The jetties spent £1.374m on paint (8%).", "There were 4,655 trips on the small boat, 749 more than the year before (19.2%).",
    "Rope made up 19.1% of all trips.", "Rope made up 19.3% of all trips in 2024/25 by night.", "Rope made up 17.3% of the weekday trips.",
    "The ferrymen carried 18,812, of whom 2,164 (11.9%) were children.", "The ferrymen carried 18,812, 13.7% fewer than was forecast.",
)  # fmt: skip


def told_wrong_of(text: str) -> list[str]:
    return [each.printed for each in check_named([BUDGETS, RIDERS], [paragraph(text)]) if each.finding]


def test_a_share_is_of_what_the_words_and_the_table_show_it_to_be_of() -> None:
    for form, right, wrongs in SHARES:
        assert told_wrong_of(form.format(right)) == [], form
        for wrong in wrongs:
            assert told_wrong_of(form.format(wrong)) == [wrong], form.format(wrong)
    assert [text for text in OF_ANOTHER if told_wrong_of(text)] == []


MEASURES = placed(
    [
        ["Measure", "2023/24", "2024/25", "Target"], ["Buoys lit on time", "78.0%", "84.3%", "82.5%"],
        ["Lock gates greased", "91.2%", "88.7%", "92.4%"], ["Berths let", "63.1%", "66.4%", "70.2%"],
        ["Days to clear a wreck", "22.1", "24.7", "21.3"], ["Pilots trained", "148", "163", "175"],
    ],
    "Table 3: Measures of the harbour, 2024/25",
)  # fmt: skip
AGAINST = (
    ("Of the lights 84.3% were lit, 1.8 percentage points {} the target.", "above", ("below",)),
    ("Greasing came to 88.7%, which is 3.7 points {} its target.", "below", ("above",)),
    ("The wait for a wreck was 24.7 days, 3.4 days {} the target.", "over", ("under",)),
    ("Greasing came to 88.7%, {} points below the target.", "3.7", ("3.1", "2.5")),
    ("Berths let stood at 66.4% against a target of {}.", "70.2%", ("72.0%", "63.1%", "78.2%")),
    ("Berths let stood at {} against a target of 70.2%.", "66.4%", ("64.6%", "68.4%")),
    ("Pilots trained: 163 (target of {}).", "175", ("157", "185")),
    ("Pilots trained: {} (target of 175).", "163", ("136", "153")),
)
AGAINST_ANOTHER = (
    "Berths let stood at 66.4% against a target of 75.0% by 2030.", "Berths let stood at 66.4% against 71.0% in the county.",
    "Berths let stood at 66.4%, 3.1 points below the county.", "Berths let stood at 66.4% against a stretch target of 74.0%.",
    "Berths let stood at 65.0% in March against a target of 70.2%.", "Pilots trained: 163 (target for next year 190).",
    "Berths let stood at 66.4%, 5.0 points below the target for yachts.", "In the north 61.0% of berths were let, 9.2 points below the target.",
    "Berths let in 2023/24 stood at 63.1%, 6.9 points below the target of that year.",
    "Berths let would stand at 66.4% against a target of 69.0% if the old one had stayed.",
)  # fmt: skip


def test_a_figure_lies_where_the_table_shows_it_beside_what_it_is_held_against() -> None:
    def found(text: str) -> int:
        return len([each for each in check_named([BUDGETS, MEASURES], [paragraph(text)]) if each.finding])

    for form, right, wrongs in AGAINST:
        assert found(form.format(right)) == 0, form
        assert [wrong for wrong in wrongs if found(form.format(wrong)) != 1] == [], form
    assert [text for text in AGAINST_ANOTHER if found(text)] == []


def test_days_are_no_points_and_what_any_line_bears_out_is_right() -> None:
    codes = placed(
        [
            ["Measure", "Target", "2023/24", "2024/25"], ["H2 Boats afloat 60 days after they were launched", "84.0%", "82.1%", "85.2%"],
            ["H5 Average days from call to launch", "28", "34", "31"], ["H6 Pilots on paper", "70.0%", "71.5%", "72.8%"],
        ],
        "Table 4: Measures at the end of the year",
    )  # fmt: skip
    for text in (
        "H5 is three days over its target but has improved by three days in a year.",
        "H5 is 3 days over the target.",
    ):
        assert [each.printed for each in check_named([codes], [paragraph(text)]) if each.finding] == [], text


def test_an_average_is_of_the_year_that_is_told_beside_it() -> None:
    for form, right, wrongs in (
        ("The ferrymen carried 18,812 in 2024/25, an average of {} a month.", "1,568", ("1,658", "1,387")),
        ("The ferrymen carried 18,812, or {} a week.", "362", ("326", "320")),
        ("The ferrymen carried 18,812, on average {} every quarter.", "4,703", ("4,162",)),
    ):
        assert told_wrong_of(form.format(right)) == [], form
        assert [wrong for wrong in wrongs if told_wrong_of(form.format(wrong)) != [wrong]] == [], form
    for text in (
        "The ferrymen carried 18,812, an average of 1,874 a month in the summer.", "The ferrymen carried 18,812 in 2024/25 at 350 a week.",
        "The ferrymen carried 18,812 and the bus 1,300 a month.", "The ferrymen carried 18,812, an average of 61 a day.",
    ):  # fmt: skip
        assert told_wrong_of(text) == [], text


def test_a_figure_of_one_row_is_no_wrong_total() -> None:
    caption = "Table 2: People carried by line"
    riders = placed(
        [["Line", "2023/24", "2024/25"], ["Chain", "66", "85"], ["Rope", "80", "71"], ["All riders", "146", "156"]],
        caption,
    )
    for text, wrong in (("The old one had 71 riders in 2024/25.", 0), ("There were 146 riders in 2024/25.", 1)):
        assert sum(each.finding is not None for each in check_named([riders], [paragraph(text)])) == wrong


def test_a_figure_of_another_year_is_wrong_where_its_change_proves_the_line() -> None:
    for form, right, wrongs in (
        ("We carried {} trippers in 2024/25, 2,164 more than the year before (13.0%).", "18,812", ("16,648", "18,182")),
        ("The big one carried {}, 2,164 more than a year earlier.", "18,812", ("16,648", "18,182")),
        ("Chain had {} trippers, 2,164 more than a year earlier.", "18,812", ("16,648",)),
        ("In 2024/25 the small boat took {}, 341 fewer than the year before (14.7%).", "1,977", ("2,318", "1,797")),
    ):
        assert told_wrong_of(form.format(right)) == [], form
        assert [wrong for wrong in wrongs if told_wrong_of(form.format(wrong)) != [wrong]] == [], form
    for text in (
        "We carried 16,648 trippers in 2023/24, 2,164 fewer than the year after.", "Trippers rose by 2,164 (13.0%) from 16,648.",
        "In 2024/25 they grew by 2,164 (13.0%), and 4,655 took the other boat.",
    ):  # fmt: skip
        assert told_wrong_of(text) == [], text


def test_a_rating_follows_a_key_that_is_a_share_of_the_target_and_the_way_that_a_column_says() -> None:
    def ratings(amber: str, colours: str, good: str = "Good is") -> list[str]:
        rows = ("Berths let", "High", "23.6", "28.0"), ("Waits", "Low", "171", "170"), ("Wrecks", "Low", "14", "12"), (
            "Lights", "High", "84.1", "83.0"), ("Gates", "High", "81.6", "85.0"), ("Pilots", "High", "702", "720")  # fmt: skip
        table = placed(
            [
                ["Measure", good, "2024/25", "Target", "RAG"],
                *([*row, colour] for row, colour in zip(rows, colours.split(), strict=True)),
            ]
        )
        text = f"Green: the target is met. Amber: the target is missed by {amber}. Red: it is missed by more."
        return [each.printed for each in check_against_targets(table, [text]) if each.finding]

    of_target = "no more than 5% of the target"
    assert ratings(of_target, "red amber red green amber amber") == []
    assert ratings(of_target, "amber amber red green amber amber") == ["amber"]
    assert ratings(of_target, "red amber green green amber amber") == ["green"]
    assert ratings("no more than 5%", "amber amber red green amber amber") == []


def test_a_rate_is_of_either_of_two_figures_that_makes_it() -> None:
    for text, wrong in (
        ("With 181,365 residents, 191,224 trips are 1,054.4 for every 1,000.", 0), ("There were 84 thefts among 42,000 homes, or 2.0 per 1,000.", 0),
        ("There were 84 thefts among 42,000 homes, or 2.3 per 1,000.", 1),
    ):  # fmt: skip
        assert sum(each.finding is not None for each in check_sentences([paragraph(text)])) == wrong, text
