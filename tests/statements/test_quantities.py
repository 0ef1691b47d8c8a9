"""Room `statements`: what counts something and what only names it; subjects and periods."""

import pytest

from scrutiny.sources import Quote
from scrutiny.statements import find_quantities, read_sentences
from scrutiny.tables.roles import Period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 33(1) of the Housing Act applies.", []),  # a sub-section
        ("under sections 4 and 8 of the Act", []),
        ("The house at 46 Mill Hill Road is empty.", []),  # a house number
        ("Blocks 11 and 13 were asked in February.", []),
        ("Conditions 2, 3 and 4 apply.", []),
        ("3.2 Exclusions fell from 11 to 9.", ["11", "9"]),  # the number of a paragraph
        ("CO2 emissions fell by 40 tonnes.", ["40"]),
        ("exclusions of 5 days or fewer", []),  # the name of a kind
        ("In Year 8 and in Years 9 and 10 there were 12.", ["12"]),
        ("30 pupils in Year 7 and 12 in Year 8", ["30", "12"]),
        ("answered 420 out of 540 calls – 77.8%", ["420", "540", "77.8%"]),
        ("It was 96% (3,281 / 3,423) in 2024/25.", ["96%", "3,281", "3,423"]),
    ],
)
def test_numbers_that_name_things_are_no_quantities(text: str, expected: list[str]) -> None:
    assert [quantity.printed for quantity in find_quantities(text)] == expected


def test_a_full_time_equivalent_is_no_suspension() -> None:
    (posts,), (excluded,) = find_quantities("The team has 16 FTE posts."), find_quantities("There were 16 suspensions.")
    assert not set(posts.noun) & set(excluded.noun)


def quote(text: str) -> Quote:
    return Quote(file="paper.pdf", pdf_page=1, text=text)


def test_a_pronoun_takes_the_name_before_it_and_a_heading_goes_on() -> None:
    told = [
        ("The Weir Centre", []),
        ("Words.", [quote("The Hill Centre opened in 2023."), quote("It had 40 pupils on roll in June 2024.")]),
        ("Words.", [quote("In July 2024 it had 31 pupils on roll.")]),
    ]
    said = [each for sentence in read_sentences(told) for each in sentence.statements]
    found = [each for each in said if each.quantity.printed in ("40", "31")]
    assert [(each.names, each.period) for each in found] == [
        (frozenset({"hill centre"}), Period(first=2024, part="june")),
        (frozenset({"weir centre"}), Period(first=2024, part="july")),
    ]
