"""What says in one sentence what a meeting did with something, and what only sounds like it."""

import itertools

import pytest

from scrutiny.families.minutes.verdicts import is_agreement, is_verdict


@pytest.mark.parametrize(
    "text",
    [
        # the minutes of a meeting, whatever else the sentence says
        "The minutes of the ferry board held on 4 March were agreed as a correct record and signed by the Chair.",
        "The minutes were received, corrected and signed as a true record.",
        "With the spelling of Orme put right the minutes of 4 March were confirmed.",
        "The minutes were then amended accordingly and adopted and signed.",
        "These were agreed as an accurate record.",
        "Minutes of 4 March accepted as circulated.",
        # a thing was settled, answered or heard
        "The tide tables were approved and signed by the Treasurer.",
        "The payments listed were received and noted.",
        "The tide tables were approved, and the lamp rota was adopted.",
        "Minutes: The lamp plan was noted.",
        "The offer of a second hand crane was accepted with thanks.",
        "The work plan was AGREED by the Panel subject to two changes.",
        # somebody was chosen
        "Captain Orme was elected as Chair of the Ferry Board.",
        "The present wardens were re-elected en bloc.",
        "Pilots Dray, Hume and Tull were appointed to the lamp group.",
        # a body did something
        "The Ferry Board received and approved the tide tables.",
        "The Board noted the Work Programme.",
        "The Committee approve the minutes of 4 March as a correct record.",
        "The Board delegated the choice of a diver to the Harbour Master.",
        "Governors gave their approval.",
        "The council had no objection to the slipway.",
        "The council objected on grounds of noise.",
        "The meeting appointed Captain Orme to the chair.",
    ],
)
def test_a_verdict(text: str) -> None:
    assert is_verdict(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of 4 March would be agreed in May.",
        "The minutes of 4 March were not agreed.",
        "Minutes of the last meeting, to be confirmed as a true record.",
        "Once the minutes were approved they would be put on the website.",
        "On Minute 31 it was said that the crane was signed off in May.",
        "The captain's concerns were noted.",
        "The noise was noted by the diver.",
        "The Board noted the work put into the tide tables.",
        "Members noted the tide tables.",
        "The appeal was dismissed.",
        "The slipway was approved by the Marine Inspectorate.",
        "The slipway was approved in March.",
        "The tide tables have been approved.",
        "Captain Orme was elected in 2029.",
        "Captain Orme was appointed by the Admiralty.",
        "The motion was carried.",
        "The tide tables were noted as follows.",
        "The diver thought the whole crane unsafe, and others agreed.",
        "The Board agreed with the diver.",
        "The Board set off at noon.",
        "A tide table was approved, and work began.",
        # what staff were hired, what a body does each year or did on another day, and what others thought
        "Two divers were appointed to the lamp crew.",
        "The Committee approves the lamp plan each year.",
        "The Panel elected a Chair at its meeting in May.",
        "The Board noted the tide plan when it last met in June.",
        "The district council approved the application for a slipway.",
        "The position was noted as being of concern.",
    ],
)
def test_no_verdict(text: str) -> None:
    assert not is_verdict(text)


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("It was agreed that the crane be sold.", True),
        ("It was agreed unanimously that Captain Orme be asked.", True),
        ("It was agreed that no further boats were to be moored.", True),
        ("It was agreed:", True),
        ("It was agreed by six votes to two that the crane be sold.", True),
        ("It was agreed by six votes to two.", False),
        ("The Panel agreed they would look at moorings next.", True),
        ("The following were elected: Captain Orme, Chair.", True),
        ("It was agreed that the new crane was very good.", False),
        ("It was agreed that the lamps had improved.", False),
        ("It was agreed that the crane had to be sold.", True),
        ("The diver said that a price was agreed, and work began.", False),
        ("The Board agreed and that was the end of it.", False),
    ],
)
def test_an_agreement(text: str, agreed: bool) -> None:
    assert is_agreement(text) == agreed


def test_whatever_a_body_agreed_is_an_agreement_but_how_things_are() -> None:
    for who, act in itertools.product(
        ("The Board", "We", "The directors", "The Harbour Committee", "After some debate the Panel"),
        ("agreed with this approach.", "agreed small changes to the tariff.", "agreed this as a way to begin.",
         "unanimously agreed to sell the crane.", "read the letter and made some changes, but agreed that it would go in May."),
    ):  # fmt: skip
        assert is_agreement(f"{who} {act}"), (who, act)
    for row in (
        "The Board agreed that ships.info had been very useful.", "The Board agreed this would be welcomed by the pilots.",
        "The Board agreed and went home.", "The yard agreed with this approach.", "The Board asked what the yard had agreed.",
        "The Board accepted that the yard was a good one.",
    ):  # fmt: skip
        assert not is_agreement(row), row
        assert not is_verdict(row), row
