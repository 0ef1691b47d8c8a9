"""Sums told in words: which number is multiplied is told by the units, and who is accused."""

from fractions import Fraction

from scrutiny.families.costs.chained import find_chained
from scrutiny.figures import Unit
from scrutiny.figures.mentions import find_mentions
from scrutiny.figures.workings import evaluate

RIGHT = (
    ("", "Teaching at home was given to eight pupils for 4.5 hours a week over 34 weeks at £32.40 an hour, which is {}", "39657.60"),
    ("", "It was bought at £41 an hour: 14 hours a week for 11 weeks for each of six pupils, or {} in all", "37884"),
    ("", "A farm took five pupils for 28 weeks at £155 a week each: {}", "21700"),
    ("", "Two pupils shared a taxi at £57.50 a day for 37 weeks of five days, which came to {}", "10637.50"),
    ("", "The bill of {} was for seven children for 29 weeks at £310 a week", "62930"),
    ("", "A helper is paid £28,800 a year and works with nine learners, or {} for each", "3200"),
    ("The base has 13 places.", "Each was paid for at £94 a day for 186 days, a cost of {}", "227292"),
    ("We pay for 16 places whether or not they are filled.", "At £9,000 a place that is {}", "144000"),
    ("Four of the pupils live far off.", "A bus costs £36 an hour: 22 hours a week for 38 weeks was {}", "30096"),
)  # fmt: skip
LINKED = (
    ("", "A farm took five pupils for 28 weeks at £155 a week each: {}", "21700"),
    ("", "A bus cost £164 a day for 188 days, that is {}", "30832"),
    ("", "A nurse came three days a week for 36 weeks at £212 a day, at a cost of {}", "22896"),
    ("The base has 13 places.", "Each was paid for at £94 a day for 186 days, a cost of {}", "227292"),
)
"""Every unit finds its number."""

OPEN = (
    "Teaching was given to eight pupils for 5 hours a week over 34 weeks at £32 an hour, which is {}",
    "A farm took five pupils for 28 weeks at £155 a week each, including travel: {}",
    "A farm took some of the five pupils for 28 weeks at £155 a week each: {}",
    "A farm took five pupils and a mill three for 28 weeks at £155 a week each: {}",
    "A farm took five pupils for 28 weeks at £155 a week each. Of this {} was paid by schools",
    "A farm took five pupils for 28 weeks at £155 a week each, of which {} is paid by schools",
    "A farm took five pupils for 28 weeks at £155 a week each, and {} was set aside",
    "A farm took five pupils for 28 weeks at £155 a week each: {} for the two schools",
    "A farm took five pupils for 28 weeks at about £155 a week each: {}",
    "A bus costs £164 each way for 132 days: {}",
)
"""More may go into the amount, or less."""


def _amount(text: str, before: str, printed: str) -> tuple[Fraction | None, str]:
    whole = text.format(f"£{printed}")
    mention = next(each for each in find_mentions(whole) if each.unit is Unit.POUNDS and printed in each.figure.printed)
    found = find_chained(mention, whole + ".", before)
    return (None, whole) if found is None else (evaluate(found.tree), whole)


def test_a_product_told_in_words_is_the_amount_that_it_comes_to() -> None:
    for before, text, value in RIGHT:
        printed = value if "." in value else f"{int(value):,}"
        own, said = _amount(text, before, printed)
        assert own == Fraction(value), said


def test_an_amount_is_wrong_where_every_unit_finds_its_number_and_only_there() -> None:
    for before, text, value in LINKED:
        slip = f"{int(value) + 1030:,}"
        assert _amount(text, before, slip)[0] == Fraction(value), text
        assert _amount(text, before, f"{3 * int(value) + 7:,}")[0] is None  # another amount
    for text in OPEN:
        for slip in ("22,710", "21,070", "24,700", "52,360"):
            assert _amount(text, "", slip)[0] is None, text
    text = "Elsewhere £9,000 a place is paid, a cost of {}"
    assert _amount(text, "The base has 13 places.", "135,000")[0] is None  # of other places
    assert _amount(LINKED[0][1], "", "22,000")[0] is None  # it may be rounded
