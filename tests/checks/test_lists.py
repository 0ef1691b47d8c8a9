"""Lists whose items are told in lines of their own, with a bullet or without, and what their figures make."""

import pytest

from scrutiny.checks.lists import check_lists
from tests.checks import paragraph


def alarms(text: str) -> list[str]:
    lines = [(line[2:], "•") if line.startswith("• ") else (line, None) for line in text.split("\n")]
    told = [paragraph(line, marker=marker) for line, marker in lines]
    return [each.finding.message for each in check_lists(told) if each.finding]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "message"),
    [
        ("All casualties: 6,281, the fewest since 1950.\n214 lost\n1,852 badly hurt\n4,215 slightly hurt", "4,215", "4,251",
         "printed 6,281, 214 + 1,852 + 4,251 = 6,317 (from this sentence and those beside it) (36 too little)"),
        ("Notes came:\n• 118 on cards\n• 207 on the web from 61 people\n• 14 by letter\nTotal: 339 notes from 190 people", "339",
         "393", "printed 393, 118 + 207 + 14 = 339 (54 too much)"),
        ("The club sets aside:\n• Barn roof £41,500\n• New office £87,200\nTotal £128,700", "£128,700", "£138,700",
         "printed £138,700, £41,500 + £87,200 = £128,700 (£10,000 too much)"),
        ("The further £8.42m will be funded by:\n• Levy £1.30m (to date £0.62m came)\n• Loans £7.12m", "£7.12m", "£7.62m",
         "printed £8.42m, £1.30m + £7.62m = £8.92m (£0.5m too little)"),
        ("Calls to fires — 3,180\nHouse fires — 1,920 — mostly small\nBin fires — 1,110 — in the street\nGrass fires — 150",
         "1,920", "1,990", "printed 3,180, 1,990 + 1,110 + 150 = 3,250 (70 too little)"),
    ],
)  # fmt: skip
def test_lines_are_added(text: str, right: str, wrong: str, message: str) -> None:
    assert alarms(text) == []
    assert alarms(text.replace(right, wrong)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Calls to fires — 3,180\nHouse fires — 1,920\nBin fires — 1,110\nGrass fires — 20",
        "All boats — 3,180\nHouse fires — 1,990\nBin fires — 1,110\nGrass fires — 150",
        "The further £8.42m will be funded by:\n• Levy £1.30m\n• Loans £2.45m",
        "The further £8.42m will be funded over time:\n• Levy £1.30m\n• Loans £7.93m",
        "Homes with a bath 412\nHomes with a shower 377\nHomes with both 261\nTotal homes 440",
        "We met in May.\n214 boats\n1,852 oars\n4,251 sails",
        "The 41 clubs have 6,281 members.\n214 clubs\n1,852 halls\n4,251 rooms",
        "Trips in 2019: 6,281\nTrips in 2020: 1,852\nTrips in 2021: 4,251\nTrips in 2022: 5,118",
    ],
)
def test_lines_of_other_things_are_let_be(text: str) -> None:
    assert alarms(text) == []


def test_a_line_of_many_words_is_read_at_once() -> None:
    assert alarms("word " * 24 + "\n" + "4 " + "word " * 24) == []
