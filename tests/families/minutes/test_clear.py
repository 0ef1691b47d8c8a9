"""What is a task by its form alone: asked for, agreed to or promised, though nobody is named."""

import pytest

from tests.families.minutes.test_talk import acted


@pytest.mark.parametrize(
    "row",
    [
        # a thing is to be looked into
        "The pontoon would be looked at.",
        "The Master thought it unlikely, however the point would be checked against the byelaws.",
        "The wording was discussed and the chance of an earlier sailing would be considered.",
        "The Master reported that the points on moorings would be followed up with the yard.",
        # a paper is to be given
        "The tariff was thought fair. The note would be given to all skippers.",
        # by one of the house
        "The season's list will be drawn up by the Master.",
        "Letters and bills would be dealt with by the Clerk.",
        # somebody outside is to be spoken to
        "The ferry company will be approached about the noise at the quay.",
        # what a body will get is not settled yet
        "The Board agreed to receive a further update in February when the survey is done.",
        # asked for
        "Ms Orme praised the crew and asked that a tea be held for them.",
        "Mr Hay asked that an item on the crane be brought to the Board as he feared for its rope.",
        # an officer was asked
        "Bill for the buoy – the Clerk was asked to check that the price had been the one quoted.",
    ],
)
def test_its_form_says_that_something_is_to_be_done(row: str) -> None:
    assert len(acted(row)) == 1


@pytest.mark.parametrize(
    "row",
    [
        # a rule, or a part of another clause
        "There is a skippers' breakfast where any open questions will be discussed.",
        "It was confirmed that each proposal would be considered in turn.",
        "Each berth will be assessed by itself.",
        "Gaps will be identified once the count is in.",
        "There was no news of how the saving would be reviewed.",
        # how things go
        "The first three weeks would be taken up with dredging.",
        "Sixty berths would be found in any case.",
        "The flags would be read from the quay.",
        # who gets something, not a paper
        "The medal will be given to those with five summers at sea.",
        # done by somebody outside
        "The piles would be driven by a contractor.",
        # hangs on something
        "If the quay were sold the lease would be reviewed.",
        # in the meeting itself
        "Three members requested that the vote be recorded.",
        "The Chair asked the members to introduce themselves.",
        # asked of everybody who came
        "Those who came were invited to ask two questions each.",
        "Last year the Clerk had been asked to check the rope.",
    ],
)
def test_what_only_looks_like_it_is_none(row: str) -> None:
    assert acted(row) == []


def test_what_somebody_says_besides_is_not_his_task() -> None:
    """ "Would" goes with a plain verb: the verb in the past behind it is that of who speaks."""
    told = "The Master advised that the Clerk would write to the yard and reminded the Board that the quay was closed."
    assert acted(told) == ["Write to the yard (Ferries)"]
    both = "Ms Orme said that she would write to the yard and that the Clerk would send the bill to the crew."
    assert "send the bill" in acted(both)[0]
