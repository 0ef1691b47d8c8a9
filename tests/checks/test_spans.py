"""Spans of years in sentences: their length, and misprints."""

from itertools import product

from scrutiny.checks.spans import check_days, check_spans
from scrutiny.figures.verdicts import Status
from scrutiny.language.numerals import ONES
from tests.checks import paragraph


def _said(*sentences: str) -> list[tuple[str, Status]]:
    return [(each.printed, each.status) for each in check_spans([paragraph(text) for text in sentences])]


def test_a_span_has_as_many_years_as_it_is_said_to() -> None:
    forms = (
        "Boats built in the {} years from {} to {} are listed.", "It is a {} year average ({}-{}).",
        "The grant runs for {} years ({} to {}).", "The {}-year period from {} to {} is over.",
    )  # fmt: skip
    for form, span, wrong, worded in product(forms, range(3, 11), (-3, -2, 0, 1, 2, 3), (False, True)):
        for first, last in ((2012, 2012 + span), ("2012/13", f"{2012 + span}/{13 + span}")):
            count = span + wrong
            if count < 1 or ("-{}" in form.split("(")[-1] and isinstance(first, str)):
                continue
            said = _said(form.format(ONES[count] if worded else count, first, last))
            right = wrong in (0, 1)
            assert [status for _, status in said] == [Status.OK if right else Status.ERROR], (form, span, wrong, said)


def test_a_length_beside_another_span_says_nothing() -> None:
    for text in (
        "In the last five years, from 12 to 40 boats came.", "It lasted three years, and in 2012 to 2019 was repeated.",
        "The five years from 2019 to 2012 are wrong in another way.", "Children aged 5 years from 2012 came.",
    ):  # fmt: skip
        assert not _said(text), text


def test_a_span_that_no_year_has_is_a_misprint() -> None:
    years = [f"In {year}–{(year + 1) % 100:02d} the ferry sank." for year in range(2012, 2024)] * 2
    for wrong, right in (
        ("2023–34", "2023–24"),
        ("2019–30", "2019–20"),
        ("2021–21", "2021–22"),
        ("2022–21", "2022–23"),
    ):
        text = f"Crossings rose from 40 in 2015–16 to 70 in {wrong}."
        assert _said(*years, text) == [(wrong, Status.WARNING)]
        assert not _said(*years, text.replace(wrong, right))
        assert not _said(text), "nothing else in the paper has one"
    for text in (
        "The plan for 2023–34 is new.", "From 2015–16 on the strategy of 2020–25 held.", "In 2015–16 and 2022–26 it rained.",
        "The order 2012/91 and that of 2015–16 apply.",
    ):  # fmt: skip
        assert not _said(*years, text), text


def test_a_day_of_the_same_event_is_the_same() -> None:
    told = "On {} the harbour master received letters from Coldham Yard asking for more berths beside the pier."
    again = "1 On {}, the harbour master received letters from Coldham Yard asking for more berths beside the pier."
    led = "The letters from Coldham Yard asking for more berths beside the pier came on {}."
    for one, other in (("4 May 2021", "3 May 2021"), ("4 May 2021", "4 May 2020"), ("4 May 2021", "4 March 2021")):
        for first, second in ((told, again), (led, f"{led} It was late.")):
            wrong, right = (
                [each.status for each in check_days([paragraph(first.format(one)), paragraph(second.format(day))])]
                for day in (other, one)
            )
            assert wrong == [Status.NOTE] and not right, (one, other)
    for sentences in (
        (told.format("4 May 2021"), again.format("6 June 2022")),
        (told.format("4 May 2021"), again.format("3 May 2021"), told.format("9 May 2021")),
        (told.format("4 May 2021"), "On 3 May 2021 the harbour master received no letters."),
        ("From 4 May 2021 to 6 May 2021 it rained.",),
        (  # of what they are written
            "Pier “left to rot” for years at the edge of a busy old harbour, The Courier 4 May 2021.",
            "Pier “left to rot” for years at the edge of a busy old harbour, The Courier 5 May 2021.",
        ),
    ):
        assert not list(check_days([paragraph(text) for text in sentences])), sentences
