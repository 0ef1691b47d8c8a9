"""Figures that are a slip of one that stands elsewhere in the same words, and figures that only look like one."""

from itertools import product

from scrutiny.checks.slipped import check_slipped
from scrutiny.figures.verdicts import Status
from tests.checks import paragraph

FIGURES = (
    ("£4,825", "£4,285"), ("£4,825", "£4,875"), ("18,708", "18,706"), ("£3.47m", "£3.74m"), ("617", "671"),
    ("21.94%", "29.14%"), ("30,518", "30,578"),
)  # fmt: skip
PAIRS = (
    ("The harbour boats carried {} of freight for the island shops.", "Boats carried {} of freight for the shops in the year."),
    ("Dredging of the inner basin cost {} in all, the divers said.", "We heard that dredging the inner basin cost {}."),
    ("{} responses on the ferry timetable were read.", "The clerk has now read all {} responses on the new ferry timetable."),
)  # fmt: skip
MORE = "Other boats were mended, and nobody was hurt."


def _said(*sentences: str) -> list[Status]:
    paragraphs = [paragraph(text, page=at) for at, text in enumerate(sentences, 1)]
    return [each.status for each in check_slipped(paragraphs, sentences)]


def test_a_slip_in_the_same_words_is_found() -> None:
    for (one, other), (first, second) in product(FIGURES, PAIRS):
        assert _said(first.format(one), MORE, second.format(other)) == [Status.NOTE], (one, other, first)
        assert not _said(first.format(one), MORE, second.format(one)), (one, first)
        twice = _said(first.format(one), MORE, second.format(one), second.format(other))
        assert twice == [Status.ERROR], "two sentences show which is right"


def test_what_is_of_another_thing_is_no_slip() -> None:
    for (one, other), (first, second) in product(FIGURES, PAIRS):
        a, b = first.format(one), second.format(other)
        for sentences in (
            (a.replace(".", " in 2021/22.") if "." not in one else f"In 2021/22: {a}", f"In 2022/23 {b[:1].lower()}{b[1:]}"),
            (a, b, f"It was {other} then.", f"So it was {other}, and {one}."),  # both are printed more than once
            (a, f"Ropes were {other} long."),
        ):  # fmt: skip
            assert not _said(*sentences), sentences
    form = "Of this question {} written responses were given and read."
    assert not _said(*(form.format(number) for number in (618, 658, 758, 718)))
    assert not _said(
        "Policies 3.11 and 3.12 require homes to be built.", "Policies 3.8 and 3.12 require homes, as 3.11 does."
    )


def test_a_number_that_is_the_same_all_over_is_wrong_once() -> None:
    steady = [f"{lead} 86 survey respondents {rest}." for lead, rest in (
        ("Of the", "most agreed"), ("All", "gave a name"), ("We thank the", "again"), ("The", "were paid"),
    )]  # fmt: skip
    for number, wrong in (("68", True), ("89", True), ("86", False), ("42", False)):
        said = _said(*steady, f"Of the {number} survey respondents most live near.")
        assert (Status.ERROR in said) is wrong, number
    assert Status.ERROR not in _said(*steady, "The 68 survey respondents who had a boat were asked again.")
    assert Status.ERROR not in _said(*steady[:2], "Of the 68 survey respondents most live near.")
