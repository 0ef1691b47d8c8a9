"""Sentences against themselves: each wording that is read, and what is left alone."""

import pytest

from scrutiny.checks import Check, Status
from scrutiny.checks.numbering import accounts_for, check_numbering, explains
from scrutiny.checks.prose import check_sentences
from scrutiny.checks.reckonings import check_arithmetic
from scrutiny.checks.repeats import check_repeats
from tests.checks import paragraph, quote

Result = tuple[str, Status, str, str | None]


def wrong(*sentences: str) -> list[Result]:
    return [(e.check, e.status, e.printed, e.expected) for e in check_sentences([paragraph(*sentences)]) if e.finding]


def right(*sentences: str) -> int:
    return sum(each.status is Status.OK for each in check_sentences([paragraph(*sentences)]))


def sums(text: str) -> list[tuple[Status, str, str | None]]:
    return [(each.status, each.printed, each.expected) for each in check_arithmetic([quote(text)])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Of meetings held, 83% [437 of 529] were in time.",
        "In all 5,508 out of 5,621 pupils (98.0%) had an offer.",
        "There were 19 of the 21 requests, which is 90%.",
        "Attendance was 96 % (3,281 / 3,423).",
        "Of the 376 pupils supported, 51 (13.6%) were excluded.",
    ],
)
def test_a_percentage_and_what_it_is_of(sentence: str) -> None:
    printed_right = sentence.replace("which is 90%", "which is 90.5%")
    assert (right(printed_right), wrong(printed_right)) == (1, [])
    broken = printed_right.replace("83%", "38%").replace("98.0", "89.0").replace("90.5", "95.0").replace("96 %", "69 %")
    broken = broken.replace("13.6", "16.3")
    (result,) = wrong(broken)
    assert result[:2] == (Check.PERCENTAGES, Status.ERROR)


def test_of_those_is_of_the_number_before() -> None:
    before = "In 2018/19 8 percent (31,460) of all journeys were late."
    assert wrong(before, "Of those, 69 percent (17,100) were after dark.") == [
        (Check.PERCENTAGES, Status.ERROR, "69 percent (17,100)", "54.4 percent")
    ]
    assert wrong(before, "Of those, 54 percent (17,100) were after dark.") == []
    two = "8 percent (31,460) were late and 3 percent (11,800) were early."
    assert wrong(two, "Of those, 69 percent (17,100) were after dark.") == []  # of which is not plain


def test_changes_in_a_sentence() -> None:
    assert wrong("Requests rose from 395 to 524 (around a third).") == []
    assert wrong("Requests rose from 528 to 674, an increase of 28%.") == []
    assert wrong("Requests rose from 528 to 674, an increase of 82%.") == [
        (Check.CHANGES, Status.ERROR, "82%", "27.7%")
    ]
    assert wrong("It rose from 34 percent to 38 percent, with 15 percent of tenants far away.") == []
    assert wrong("Costs rose from £2.1m in 2019 to £2.5m in 2021, and 40% of it is pay.") == []
    assert wrong("The share rose from 37% to 41%, up 4 percentage points.") == []
    assert wrong("The share rose from 37% to 41%, up 7 percentage points.") == [
        (Check.CHANGES, Status.ERROR, "7 percentage points", "4 percentage points")
    ]


def test_a_word_for_the_way_that_the_figures_do_not_go() -> None:
    def belied(text: str) -> list[str]:
        return [printed for check, _, printed, _ in wrong(text) if check is Check.CHANGES]

    assert belied("Cases fell by 27% from 528 to 674.") == ["674"]
    assert belied("The rate in special schools rose from 87.1% to 86.6%.") == ["86.6%"]
    assert belied("Visits are forecast to rise from 9,359 to 9,105, a drop of 254.") == ["9,105"]
    assert belied("There were 313 claims, 52 more than the 365 of 2022.") == ["313"]
    assert belied("Complaints were 480, up from 531 the year before.") == ["480"]
    assert belied("The centre fell from 12 to 9 in the list, and rose from 9 to 7.") == []  # places in a ranking
    assert belied("Cost fell from £2.1 to £950,000.") == []  # of a million
    assert belied("Of 1,900 homes 388 were let, and those waiting had fallen from 260 to 97.") == []
    assert belied("Cases did not fall from 40 to 52.") == []
    assert belied("Cases rose from 412 to a peak of 530 before falling to 398.") == []


def test_a_row_of_figures_is_no_sentence() -> None:
    assert (
        wrong("Total 269,141.2 269,183.9 42.7 % increase from 2024-25 1.87% 1.89% 2.4 Collections are estimated.") == []
    )


def test_parts_of_a_whole() -> None:
    assert wrong("Ten of the fourteen voted for it and two did not attend.") == []
    assert right("Of the 11 schools inspected, five kept their rating, four improved and two fell.") == 1
    assert wrong("Of the 26 pupils, 11 stayed, 9 moved and the remaining 7 left.") == [
        (Check.PARTS, Status.ERROR, "26", "27")
    ]
    assert wrong("Of the 26 pupils, 11 stayed and 9 moved.") == []  # nobody says that these are all


def test_rates_with_their_base() -> None:
    assert wrong("That is 42 per 10,000 (50 of 12,000).") == []
    assert [result[:3] for result in wrong("That is 48 per 10,000 (50 of 12,000).")] == [
        (Check.RATES, Status.ERROR, "48 per 10,000")
    ]


def test_weekdays() -> None:
    assert right("The meeting is on Thursday 10 March 2022 at 9.30am.") == 1
    assert wrong("The meeting is on Thursday 11 March 2022.") == [
        (Check.WEEKDAYS, Status.ERROR, "Thursday 11 March 2022", "Friday")
    ]
    assert wrong("Thursday 31 February 2022") == [(Check.WEEKDAYS, Status.ERROR, "Thursday 31 February 2022", None)]


@pytest.mark.parametrize(
    ("text", "printed", "meant"),
    [("It was ££9777 in all.", "££9777", "9777"), ("England 96,7% and 93.0%", "96,7%", "96.7"),
     ("The cost is £814, 572 in all.", "£814, 572", "814572"), ("about 12%% of them", "12%%", "12")],
)  # fmt: skip
def test_malformed_figures(text: str, printed: str, meant: str) -> None:
    assert wrong(text) == [(Check.MALFORMED, Status.WARNING, printed, meant)]


@pytest.mark.parametrize("text", ["in 1, 200 were", "£12, 13 of them", "10,000% more", "costs of £1,200, 300 of which"])
def test_what_is_not_malformed(text: str) -> None:
    assert [result for result in wrong(text) if result[0] is Check.MALFORMED] == []


def test_sums_written_out_step_by_step() -> None:
    assert sums("190 days x £110 (£85 plus £25 taxi) = £20,900") == [
        (Status.OK, "£20,900", "£20,900"),
    ]
    assert sums("£4032 plus £5000 =£9032 divided by 190 school days = £47.53 x 120 school days = £5704") == [
        (Status.OK, "£9032", "£9032"), (Status.WARNING, "£47.53", "£47.54"), (Status.OK, "£5704", "£5704"),
    ]  # fmt: skip
    assert sums("KS4 £4777 plus £5000 = ££9777 divided by 190 days = £51.46 x 120 days = £6174")[-1] == (
        Status.WARNING, "£6174", "£6175",
    )  # fmt: skip
    assert sums("190 days x £110 = £20,090") == [(Status.ERROR, "£20,090", "£20,900")]
    for before in ("Pupil premium plus is paid at ", "At times it is higher: ", "Less than planned: "):
        assert sums(before + "5 x £20 = £110.") == [(Status.ERROR, "£110", "£100")]
    assert wrong("2,000 x £110 (£85 plus £35 taxi) = £220,000") == [(Check.ARITHMETIC, Status.ERROR, "£110", "£120")]


@pytest.mark.parametrize(
    "text",
    [
        "In 2018-19 = 12 pupils",
        "a = b + 3",
        "Score = 12 and 14",
        "10 - 12 March = half term",
        "12 / 7 / 2020 = today",
        "A pupil with 120 days left brings in (£4,910 + £5,000) / 190 x 120 = £6,259",  # the rest of a sum in brackets
        "With 120 days left that is (£4,910 + £5,000) / 190 x 120 = £6,259",
    ],
)
def test_what_is_no_sum(text: str) -> None:
    assert [result for result in sums(text) if result[0] is Status.ERROR] == []


def repeats(*texts: str) -> list[tuple[Status, str, str | None]]:
    quotes = [quote(text, page) for page, text in enumerate(texts, start=1)]
    return [
        (each.status, each.printed, each.expected)
        for each in check_repeats([paragraph(each.text, page=each.pdf_page) for each in quotes])
    ]


def test_the_same_quantity_with_two_values() -> None:
    said = "{} tenants aged over 70 (from a list of 9,300) were not in reach of a doctor or a shop."
    assert repeats(said.format("431"), "The list shows that " + said.format("432")) == [(Status.ERROR, "431", "432")]
    assert repeats(said.format("431"), "The list shows that " + said.format("431")) == [(Status.OK, "431", "431")]
    assert repeats("In Ashby, " + said.format("431"), "in Elmby " + said.format("91")) == []  # another place
    assert repeats("The 431 tenants were told", "The 432 tenants were told") == []  # too few words


def numbering(*markers: str) -> list[str]:
    paragraphs = [paragraph(f"Words of {marker}.", marker=marker) for marker in markers]
    return [each.working for each in check_numbering(paragraphs, lambda *_: False) if each.finding]


def test_numbers_out_of_order_and_gaps() -> None:
    assert numbering("7", "8", "9", "131", "10", "11") == ["paragraph 131 stands between 9 and 10"]
    assert numbering("1.", "2.", "4.") == ["the numbers go 1, 2, 4"]
    assert numbering("1", "2", "3", "1", "2", "3") == []
    assert numbering("1", "2", "3", "7", "8") == []  # more than one is missing: parts were left out
    assert numbering("1", "2", "3", "3", "5") == ["the numbers go 1, 2, 3, 3, 5"]
    assert numbering("1", "2", "2", "3", "5") == []  # two slips: some other list


def test_the_chapters_of_a_list_of_contents_have_no_gap() -> None:
    lines = ["1. Summary .... 3", "2. Findings .... 5", "2.1 Homes .... 6", "2.2 Roads .... 8", "4. Conclusions .... 9"]
    paragraphs = [paragraph(line, marker=line.split(" ")[0]) for line in lines]
    told = [each.working for each in check_numbering(paragraphs, lambda *_: False) if each.finding]
    assert told == ["the numbers go 1, 2, 4"]


def test_a_list_does_not_go_back_over_many_pages() -> None:
    pages = {"1.": 2, "2.": 2, "3.": 3, "5.": 3, "2": 13}
    told = [paragraph("Words.", marker=marker, page=page) for marker, page in pages.items()]
    told.append(paragraph("Words.", marker="2.", page=13))
    found = [each.working for each in check_numbering(told, lambda *_: False) if each.finding]
    assert found == ["the numbers go 1, 2, 3, 5"]


def test_gaps_in_long_lists_and_in_numbers_of_two_parts() -> None:
    long = [f"{number}." for number in range(1, 21) if number != 17]
    assert numbering(*long) == ["the numbers go ..., 14, 15, 16, 18, 19, 20, ..."]
    assert numbering("4.1", "4.2", "4.4") == ["the numbers go 4.1, 4.2, 4.4"]
    assert numbering("4.1", "4.2", "5.1", "5.2", "4.3") == []


@pytest.mark.parametrize(
    ("number", "text", "accounted"),
    [
        ("11", "10. The road\n11.Despite this\n12. The end", True),
        ("3", "2. North\n3a. South\n3b. East\n4. West", True),
        ("4", "3. North\n4.i) South\n5. West", True),
        ("4", "3. Minutes\n4&OHUN¶V5HSRUW\n5. Planning", True),
        ("4", "3. Minutes\n5. Planning", False),
        ("4", "3. Minutes\n4.5 miles away\n5. Planning", False),
        ("4", "3. Minutes\n40. Planning", False),
    ],
)
def test_a_line_that_begins_with_the_number_accounts_for_it(number: str, text: str, accounted: bool) -> None:
    assert accounts_for(number, text) is accounted


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Recommendation 5 was not approved by the Panel.", True),
        ("Members withdrew; item 5 is withdrawn.", True),
        ("There was a vote on the deleted paragraph 5.", True),
        ("Recommendation 5.1 was not approved.", False),
        ("Recommendation 6 was not approved.", False),
        ("Five were not approved.", False),
    ],
)
def test_a_sentence_may_say_what_became_of_a_number(text: str, explained: bool) -> None:
    assert explains("5", text) is explained


@pytest.mark.parametrize(
    "texts",
    [
        ("1 Mill Lane, Elmby", "2 Mill Lane, Elmby", "4 Mill Lane, Elmby"),
        ("1 See the annual report", "2 Ibid", "4 https://example.org/paper"),
        ("1. Summary ........ 3", "2. Findings ........ 5", "4. Conclusions ........ 9"),
    ],
)
def test_addresses_footnotes_and_contents_are_no_lists(texts: tuple[str, ...]) -> None:
    paragraphs = [paragraph(text, marker=text.split(" ")[0]) for text in texts]
    assert [each for each in check_numbering(paragraphs, lambda *_: False) if each.finding] == []


def test_a_number_that_begins_a_line_after_all_is_no_gap() -> None:
    paragraphs = [paragraph("Words.", marker=marker) for marker in ("1.", "2.", "4.")]
    assert [each for each in check_numbering(paragraphs, lambda *_: True) if each.finding] == []
