"""What the figures of one sentence make of one another, right and wrong. All texts are made up."""

import pytest

from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Claim
from scrutiny.products.verifying.computing import compute
from scrutiny.products.verifying.contradicting import cannot_be, disagrees
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.judging import _is_far_off
from scrutiny.products.verifying.measures import is_unlike, measure_of


def claim_of(text: str, figure: str) -> Claim:
    return next(claim for claim in claims_of_text("summary", text) if claim.numeral.printed == figure)


def working(text: str, figure: str) -> str | None:
    follows = compute(claim_of(text, figure), ())
    return None if follows is None else follows.working


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [  # a change is a share of the level before it
        ("There were 12,600 boats, 420 more than a year before (3.4%).", "3.4%", "420 of 12180"),
        ("There were 12,600 boats, 420 more than a year before (3.3%).", "3.3%", None),
        ("There were 12,600 boats, 420 more than a year before (3.2%).", "3.2%", None),
        ("A rise of 1,000 to 5,000 (25%).", "25%", "1000 of 4000"),
        ("A rise of 1,000 to 5,000 (20%).", "20%", None),
        ("A fall of 1,000 to 4,000 (20%).", "20%", "1000 of 5000"),
        ("A fall of 1,000 to 4,000 (25%).", "25%", None),
        ("It is 1,000 more than the 4,000 of May (25%).", "25%", "1000 of 4000"),
        ("There are 50 more boats, 20% of the 250.", "20%", "50 of 250"),  # a share that says of what
        ("There are 40 let and 10 free, 20% of all.", "20%", "10 of 40 + 10"),
    ],
)
def test_a_change_is_a_share_of_the_level_before_it(text: str, figure: str, expected: str | None) -> None:
    assert working(text, figure) == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Dues fell from £80.5m to £77.0m, that is by 3.6%.", "3.6%", "£80.5m to £77.0m is 4.35 % less"),
        ("Dues fell from £80.5m to £77.0m, that is by 4.3%.", "4.3%", None),
        ("Dues rose from 40 to 50, by 12.", "12", "40 to 50 is 10 more"),
        ("Dues rose from 40 to 50, by 10.", "10", None),
        ("There were 120 boats, up 10% on the 100 of the year before.", "10%", "from 100 to 120 is 20%"),
        ("There were 120 boats, up 20% on the 100 of the year before.", "20%", None),
        ("It moved from 40 to 50 by 12 boats.", "12", None),  # whoever moved it
        ("It rose from 10% to 12%, that is by 20%.", "20%", None),  # of per cent, points or a share
        ("It rose from 40 to 50, that is by a quarter.", "a quarter", None),
    ],
)
def test_a_sentence_that_gives_both_levels_bears_its_change_out_alone(
    text: str, figure: str, expected: str | None
) -> None:
    assert disagrees(claim_of(text, figure)) == expected


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("Moorings fall by £5m from £61.4m to £66.4m.", "£66.4m", "£61.4m to £66.4m goes the other way"),
        ("Moorings fall from £61.4m to £66.4m.", "£61.4m", "£61.4m to £66.4m goes the other way"),
        ("A rise of 3 million from 5 million to 2 million.", "2 million", "5 million to 2 million goes the other way"),
        ("Moorings rise by £5m from £61.4m to £66.4m.", "£66.4m", None),
        ("Moorings fall by £5m from £66.4m to £61.4m.", "£61.4m", None),
        ("Moorings fall by between £2m and £5m.", "£5m", None),
    ],
)
def test_nothing_falls_to_more(text: str, figure: str, expected: str | None) -> None:
    assert cannot_be(claim_of(text, figure)) == expected


@pytest.mark.parametrize(
    ("there", "claimed", "far"),
    [
        ("£814,570", "£9.6 million", True),  # of another size with other digits: of something else
        ("£9.6 million", "£814,570", True),
        ("£6.9 million", "£9.6 million", False),
        ("£50,000", "£500,000", False),  # a nought too many
        ("£814,570", "£814.57m", False),
        ("5 boats", "415 boats", True),
    ],
)
def test_a_figure_of_another_size_is_no_correction(there: str, claimed: str, far: bool) -> None:
    assert _is_far_off(find_numerals(there)[0], find_numerals(claimed)[0]) is far


@pytest.mark.parametrize(("one", "other", "unlike"), [("gain", "loss", True), ("gain", "profit", False)])
def test_a_gain_is_no_loss(one: str, other: str, unlike: bool) -> None:
    measures = [
        measure_of(f"The fund made a {word} of £2.4m.", 20 + len(word), 25 + len(word)) for word in (one, other)
    ]
    assert is_unlike(*measures) is unlike
