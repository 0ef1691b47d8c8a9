"""Vulnerable groups in prose: which count is of whom, and what is no count."""

from decimal import Decimal

import pytest

from scrutiny.families.exclusions.facts import InclusionReport, Measure
from scrutiny.families.exclusions.groups import find_groups
from scrutiny.families.exclusions.view import groups_table
from scrutiny.sources import Quote


def groups(*sentences: str) -> list[tuple[tuple[str, ...], Measure | None, int]]:
    found = find_groups(tuple(quotes(sentences)))
    assert all(group.printed in group.quote.text for group in found)
    return [(group.groups, group.measure, int(group.pupils or 0)) for group in found]


def quotes(sentences: tuple[str, ...]) -> list[Quote]:
    return [Quote(file="p.pdf", pdf_page=1, page_label=None, item=None, text=text) for text in sentences]


def test_counts_that_the_next_sentence_divides() -> None:
    told = (
        "During 2023/24 1,310 pupils received a suspension.",
        "Of these, 180 pupils were suspended in the year in which they were children in need, looked after or on a "
        "child protection plan.",
        "Of the 150 children in need, 41 were on a child protection plan.",
        "30 children with a suspension were looked after for 12 months.",
    )
    found = find_groups(quotes(told))
    assert [(group.groups, int(group.pupils or 0)) for group in found] == [
        ((), 1310), (("children in need", "looked after", "child protection plan"), 180), (("children in need",), 150),
        (("child protection plan",), 41), (("looked after",), 30),
    ]  # fmt: skip
    assert {group.measure for group in found} == {Measure.SUSPENSIONS}
    assert [found[part].pupils for part in found[1].parts] == [Decimal(150), Decimal(30)]


def test_people_read_that_a_count_is_of_all_pupils() -> None:
    """A blank below the rows of a group reads as that group's; for programs it stays null."""
    told = ("In 2023/24 1,310 pupils received a suspension.", "Of these, 180 pupils were children in need.")
    found = find_groups(quotes(told))
    report = InclusionReport(
        years=(), trend=(), panels=(), schools=(), outreach=(), referrals=(), groups=found, findings=()
    )
    assert [row["groups"] for row in groups_table([report], whole="all pupils").rows] == [
        "all pupils",
        "children in need",
    ]
    assert [row["groups"] for row in groups_table([report]).rows] == [None, "children in need"]


def test_a_sentence_that_goes_on_keeps_the_measure() -> None:
    assert groups(
        "12 of the pupils permanently excluded had an EHCP.",
        "This included 4 pupils eligible for free school meals.",
    ) == [
        (("education, health and care plan",), Measure.PERMANENT, 12),
        (("free school meals",), Measure.PERMANENT, 4),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2023 the permanent exclusion of children in need was reviewed over 12 months.",
        "14% of permanently excluded pupils had SEN support.",
        "Year 9 pupils who are looked after are rarely permanently excluded.",
        "The 26 schools that permanently excluded no looked after child were thanked.",
        "There are 940 looked after children in the county.",
    ],
)
def test_what_is_no_count_of_excluded_pupils(sentence: str) -> None:
    assert groups(sentence) == []


def test_parts_that_do_not_add_up_are_not_claimed() -> None:
    found = find_groups(
        quotes(
            (
                "90 pupils who were suspended were looked after or children in need.",
                "70 children in need were suspended.",
                "30 looked after children were suspended.",
            )
        )
    )
    assert [group.parts for group in found] == [(), (), ()]


def test_a_part_of_a_whole_is_the_count_and_not_the_whole() -> None:
    assert groups("8 of the 15 pupils permanently excluded were eligible for free school meals.") == [
        (("free school meals",), Measure.PERMANENT, 8)
    ]
