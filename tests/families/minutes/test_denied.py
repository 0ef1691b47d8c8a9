"""Sentences that leave nothing to be done, each beside one near it that does."""

import pytest

from scrutiny.families.minutes.read import find_minutes
from tests.builders.paragraphs import read_blocks


def acted(*rows: str) -> list[str]:
    found = find_minutes(read_blocks("# 6 Ferries", "The harbour was quiet.", *rows), meeting=None)
    return [action.text for action in found.actions]


@pytest.mark.parametrize(
    "row",
    [
        # told of a request, not made
        "The Board heard that the islands had requested that the winter table be brought forward.",
        "Ms Orme explained that in May she requested a note on berths to be added to the agenda.",
        "The Clerk laid out the fees for berths requested in readiness for the spring.",
        # a standing offer, and a thing that is wanted of nobody
        "There is a standing invite for a pilot to attend the regatta.",
        "Wherever possible, the Master should be told of a pilot's intention to raise a point.",
        # open or turning on what may never come
        "If a form is filled in by the Friday, it can be added to the agenda.",
        "A spare boat would be sent to the islands if the ferry were to stop.",
        "If there was a line that a skipper wished to see changed they were requested to write in.",
        # what else it is for
        "It was important to raise faults early so they can be dealt with by the yard.",
        # in the meeting
        "The Chair would be commenting on the tariff later in the afternoon.",
        "Ms Orme would leave the room for the item on moorings.",
    ],
)
def test_nothing_is_to_be_done(row: str) -> None:
    assert acted(row) == []


@pytest.mark.parametrize(
    "row",
    [
        "The Board requested that the winter table be brought forward.",
        "The Chair asked the Clerk to add a note on berths to the agenda.",
        "Members requested a table of the fees for berths before the spring.",
        "It was agreed to invite a pilot to attend the regatta.",
        "It was the Master's intention to raise the matter with the islands.",
        "The Clerk would send a spare boat list to members if the ferry company agreed.",
        "The Clerk said the tariff would be sent to all members if possible by Friday.",
        "If members wished to come, the Clerk would arrange a boat.",
        "The Clerk was asked to chase the yard, so that it could be dealt with.",
        "The Chair would comment on the tariff later in the year and report to members.",
        "Ms Orme would leave a copy of the tariff in the office for members.",
        "The Clerk would leave the keys with the yard.",
        "The Director would withdraw the draft tariff and bring a new one to the next meeting.",
        "The Clerk would chase the key. It was lost in the spring.",
        "The Clerk would chase the yard. It was not supported by the report.",
    ],
)
def test_something_is_to_be_done(row: str) -> None:
    assert len(acted(row)) == 1


def test_what_leads_to_a_list_that_stands_apart_is_no_row() -> None:
    assert acted("The Board decided to make the changes to the tariff set out below.") == []
    assert len(acted("The Board decided to write to the yard about the tariff.")) == 1


@pytest.mark.parametrize(
    ("row", "owner"),
    [
        ("RESOLVED Councillor Lee to buy the paint for the quay.", "Councillor Lee"),
        ("Agreed Cllr Hay to buy the paint for the quay.", "Cllr Hay"),
    ],
)
def test_who_is_to_act_stands_behind_what_opens_a_decision(row: str, owner: str) -> None:
    found = find_minutes(read_blocks("# 6 Ferries", "It was late.", row), meeting=None)
    assert [(action.text, action.owner) for action in found.actions] == [
        ("Buy the paint for the quay (Ferries)", owner)
    ]
