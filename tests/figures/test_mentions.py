"""Figures in running text: what is one, and what is none."""

from decimal import Decimal

import pytest

from scrutiny.figures import Unit
from scrutiny.figures.mentions import find_mentions


def values(text: str) -> list[tuple[str, Decimal, Unit]]:
    return [(m.figure.printed, m.value, m.unit) for m in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("all 376 pupils", "376", "376", Unit.NUMBER),
        ("it cost £257,952 in all", "£257,952", "257952", Unit.POUNDS),
        ("about £1.5m more", "£1.5m", "1500000", Unit.POUNDS),
        ("a rise of 28% on it", "28%", "28", Unit.PERCENT),
        ("some 69 percent of them", "69 percent", "69", Unit.PERCENT),
        ("fell by 8 percentage points", "8 percentage points", "8", Unit.POINTS),
        ("there were five of them", "five", "5", Unit.NUMBER),
        ("twenty-six schools", "twenty-six", "26", Unit.NUMBER),
        ("three hundred places", "three hundred", "300", Unit.NUMBER),
        ("a quarter of pupils", "a quarter", "25", Unit.PERCENT),
        ("the figure is 22,000.", "22,000", "22000", Unit.NUMBER),
        ("a rate of 7.5 is high", "7.5", "7.5", Unit.NUMBER),
        ("£1million of it", "£1million", "1000000", Unit.POUNDS),
        ("over 5 years", "5", "5", Unit.NUMBER),  # a time, no age
        ("over 6,500 children", "6,500", "6500", Unit.NUMBER),  # "over 6" is an age, "over 6,500" is none
        ("under 10% of them", "10%", "10", Unit.PERCENT),
        ("at the end of March 72.0% of them", "72.0%", "72.0", Unit.PERCENT),  # no day of it
    ],
)
def test_figures(text: str, printed: str, value: str, unit: Unit) -> None:
    assert values(text) == [(printed, Decimal(value), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "on 10 March 2022 at 9.30am",
        "in 2020/21 and 2021",
        "Year 7, Years 8 and 9 and KS4",
        "see paragraph 12, page 230 and Appendix 2",
        "CS-A29 and INQ006485",
        "children aged 16-17 year olds",
        "the 3rd of them",
        "have a problem.12",
        "24/7 support on 01/02/2024",
        "the third quarter",
        "the usual quarter costs",
        "one of them",
        "table 4, column 21",
        "https://example.org/12/34",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert values(text) == []


def test_what_makes_a_figure_rough() -> None:
    (mention,) = find_mentions("It costs about £258,000 a year.")
    assert mention.about == "about"
    assert mention.allows().low < Decimal(257952) < mention.allows().high
    (over,) = find_mentions("more than 44 schools")
    assert over.allows().low == 44
    (limit,) = find_mentions("It may cost up to £1m.")
    assert limit.allows().low == 600_000
    (exact,) = find_mentions("It costs £258,000 a year.")
    assert exact.about is None
    assert exact.allows().high - exact.allows().low == 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("not quite 6,000 boats", 5400, 6000.5),
        ("just short of 6,000 boats", 5400, 6000.5),
        ("slightly more than 5,000 boats", 5000, 5500),
        ("well over half of them", 50, 65),
        ("in the region of 40 boats", 38, 42),
    ],
)
def test_longer_ways_to_make_a_figure_rough(text: str, low: float, high: float) -> None:
    allowed = find_mentions(text)[0].allows()
    assert (float(allowed.low), float(allowed.high)) == (low, high)


def test_numbers_in_words_are_read_whole() -> None:
    told = {
        "four hundred and twelve": 412, "one hundred and five": 105, "a hundred and twenty-one": 121, "forty-two": 42,
        "two thousand and forty": 2040, "three thousand, two hundred and six": 3206, "two million": 2_000_000,
        "six hundred thousand": 600_000,
    }  # fmt: skip
    for words, value in told.items():
        found = find_mentions(f"In all {words} boats were mended.")
        assert [each.value for each in found] == [value], words
    assert [each.value for each in find_mentions("Of three thousand, two were late, and six hundred, or nine, left.")] == [
        3000, 2, 600, 9,
    ]  # fmt: skip
