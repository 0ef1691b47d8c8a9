"""Figures in prose that are those of a table with two digits exchanged."""

import pytest

from scrutiny.checks.named import check_named
from scrutiny.checks.quoting import check_quoted
from tests.checks import paragraph, placed


def wrong(rows: list[list[str]], text: str) -> list[tuple[str, str | None]]:
    found = check_named([placed(rows)], [paragraph(text)])
    return [(each.printed, each.expected) for each in found if each.finding]


LATE = [
    ["District", "Due", "Late 2023/24", "Late 2024/25"],
    ["North", "1,020,580", "81,264", "77,719"],
    ["South", "990,742", "39,155", "40,218"],
    ["Whole", "2,011,322", "120,419", "117,937"],
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the south 40,281 ferries were late.", [("40,281", "40,218")]),
        ("In the south 40,218 ferries were late.", []),
        ("In the south 40,261 ferries were late.", []),
        ("In the south £40,281 was paid for late ferries.", []),
        ("In the south about 40,281 ferries were late.", []),
        ("In the town 40,281 boats came.", []),
        ("In the south 40,281 ferries were late, of the 40,281 due.", []),
    ],
)
def test_the_digits_of_a_figure_exchanged(text: str, found: list[tuple[str, str]]) -> None:
    assert wrong(LATE, text) == found


def noted(*texts: str) -> list[tuple[str, str]]:
    found = check_quoted([], [paragraph(text) for text in texts])
    return [(each.printed, each.status.value) for each in found]


def test_of_two_sentences_whose_digits_are_exchanged_one_is_told() -> None:
    first, second = "Dredging of the basin cost £214,750.", "Dredging of the basin came to £214,570."
    other = "Of the dredging of the basin £214,750 was paid in May."
    assert noted("Dredging of the basin cost £214,752.", "Dredging of the basin came to £214,572.") == [
        ("£214,572", "note")
    ]
    assert noted(first, second, other) == [("£214,570", "error")]
    assert noted("Dredging cost £214,752.", "Members' fees came to £214,572.") == []
    assert noted("Dredging of the basin cost £4,752.", "Dredging of the basin came to £4,572.") == []


def test_shorter_figures_are_alike_where_two_sentences_count_the_same() -> None:
    told = "The harbour survey lists 1,586 mooring rings in all."
    again = "Of the 1,586 mooring rings of the survey 40 are new."
    for wrong in ("1,856", "5,186"):
        assert noted(told, again, f"The survey drew {wrong} mooring rings.") == [(wrong, "error")]
        assert noted(told, f"The survey drew {wrong} mooring rings.") == []  # one sentence says too little
        assert noted(told, again, f"The survey drew {wrong} harbour lamps.") == []
    assert noted(told, again, "The survey drew 1,586 mooring rings.") == []
