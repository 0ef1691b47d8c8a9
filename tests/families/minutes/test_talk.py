"""Sentences that leave nothing to be done, each beside one near it that does."""

from pathlib import Path

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
        "So that faults can be dealt with early, the islands can be told of them.",
        # in the meeting
        "The Chair would be commenting on the tariff later in the afternoon.",
        "Ms Orme would leave the room for the item on moorings.",
        # done by putting it off
        "Review of fees for berths: this would be deferred until the new Board is in place.",
        "RESOLVED: That the review of the ferry plan be deferred until the lease has been signed.",
        "The report would be deferred to the next meeting.",
        "It was agreed that the choice of a pilot would be left to the next meeting.",
        # an opinion
        "They also suggested that we should look at other ways to get feedback from skippers.",
        "Perhaps we should be shown as third in the table with them.",
        # the same words as nouns, and verbs that give nobody a task
        "Agreed – to take no further action on the wreck.",
        "Tried to find a pilot for the Women of the Sea.",
        "Hope to begin as soon as the bar is open.",
        "This yard helps skippers to find and send boats.",
        "Ann and the Clerk wrote to the islands to ask for a meeting.",
        "Leave it to each member to buy what they want.",
        "Talk to skippers to encourage the islands to take up racing.",
        # which thing is meant, what a paper asks, what comes later in the meeting, what is done
        "The Clerk submitted a paper (previously circulated) which asked the Board to look into the plan.",
        "Firstly a note on the boats, the Chair explained that this would be covered later.",
        "Ask the owners of the yard whether they can paint it. COMPLETED – NO REPLY",
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
        "The Clerk would write to the yard again, as the lease had been deferred.",
        "The Clerk would delay the order of the buoys and tell the yard.",
        "The Clerk would roll the chart up and send it to the yard.",
        "It was agreed that we should write to the islands.",
        "The Clerk would ask the islands if they wished to come.",
        "Clerk to dispose of the old buoys.",
        "Clerk to answer the yard: it wants a date.",
        "Mrs Hope to begin the survey in May.",
        "Clerk to help the islands to find a pilot.",
        "Clerk to write to the yard to ask for a date.",
        "Ann wrote in May; the Clerk to ask the islands for a date.",
        "It was agreed to appoint a pilot as soon as possible.",
        "It was agreed to appoint a surveyor to look at the quay.",
        "It was agreed that Ms Orme and Mr Moss would join officers at the next workshop.",
        "The Clerk will send the almanac that was agreed to all members.",
        "Can members have a note on the crane that would be used in May?",
        "The Clerk asked members to read the report (previously circulated) before the next meeting.",
        "The report would be considered later in the year and sent to members.",
        "The Clerk was asked to write to the yard. The crane is done – by the yard.",
        "The Chair would comment on the tariff later in the year and report to members.",
        "Ms Orme would leave a copy of the tariff in the office for members.",
        "The Clerk would leave the keys with the yard.",
        "The Director would withdraw the draft tariff and bring a new one to the next meeting.",
        "The Clerk would chase the key. It was lost in the spring.",
        "The Clerk would chase the yard. It was not supported by the report.",
        "The Clerk would chase the boat. It was refused a berth.",
        "In the ’31 season list the Clerk would correct the name and send it to members.",
        "In the '31 season list the Clerk would correct the name and send it to members.",
        "The survey will be sourced by Ann.",
        "Ms Orme asked that a note on berths be brought to the Board.",
    ],
)
def test_something_is_to_be_done(row: str) -> None:
    assert len(acted(row)) == 1


@pytest.mark.parametrize(
    "row",
    [
        # what follows by itself
        "This would allow skippers to see the whole tariff before they sail.",
        "The table was printed twice, which would make it easier to find.",
        # what a paper holds
        "The Chair presented the list of berths that would be looked at by the yard.",
        "The Master introduced the tariff and outlined the fees which would be charged to visitors.",
        "The Board considered a report that sought approval for the sale of the pontoon.",
        "The report proposed that the Board sell the pontoon.",
        "The skippers’ survey said that the Board should write to the yard.",
        # done when it is decided
        "The Board agreed to confirm the ruling of the Master.",
        # in the meeting
        "Ms Orme agreed to take the minutes as the Clerk was away.",
        "The Chair commenced by asking Mr Hay to present the tariff.",
        # the words of another
        'The letter said: "We will send a diver to the quay."',
        "The last line was changed to read ‘the Clerk would write to the yard’ and signed.",
        "The letter said that the crew asked that a tea be held.",
        # not taken up
        "The Clerk would chase the boat. The request was not pursued.",
        "The Clerk would chase the boat. This was then refused.",
        # what somebody hopes that others will do, and what is wanted of nobody in particular
        "Mr Hay had been ill and the Board hoped that he would come to the regatta.",
        "The Chair hoped that the meeting would decide on the tariff before supper.",
        "Ms Orme would like someone to take up the lease with the yard.",
        "Somebody at the yard would need to order the lamps.",
        "We asked for help with the quay wall from anybody with a spade.",
        "Someone suggested that a note on berths would help.",
        # nothing and nobody
        "No decisions will be made by the Board in May; points will be put to the June meeting.",
        "The Board agreed that no further boats be added until the survey is in.",
        # how something goes
        "Mr Hay said how the survey of the quay was going and thanked the yard.",
        # what an entry says became of it
        "Clerk to ask the yard for a price ACTIONED in May, see item 4.",
        "Clerk to ask the yard for a price Actioned - it is on the agenda.",
        # no act at all
        "Ms Orme unable to attend the regatta.",
        "Face to face meetings in the harbour office.",
        "Table C lists the berths for visitors.",
        # nobody is named and nothing is settled
        "It was felt that the tariff could be clearer.",
        # an aim
        "The aim of the open day is to meet the islanders.",
        "The purpose of the fund was to repair the quay.",
    ],
)
def test_talk_is_no_task(row: str) -> None:
    assert acted(row) == []


@pytest.mark.parametrize(
    "row",
    [
        "The Clerk would allow skippers to see the whole tariff and send it to the Board by Friday.",
        "The report was noted. The Board agreed to sell the pontoon.",
        "The Board hoped that the Clerk would write to the yard.",
        "The Board hoped for a good season and the Clerk would write to the yard.",
        "The Clerk would ask someone from the yard to mend the lamps.",
        "The Clerk would ask if anybody was willing to row.",
        "Members would receive a written answer on the crane after the meeting.",
        "The Clerk would receive the keys and pass them to the yard.",
        "The Clerk would find out how the survey was going and tell the Board.",
        "Clerk to see that the task is actioned by May.",
        "A note on berths would be sent to members, as no boat had been lost.",
        "Clerk asked to send the lease to members.",
        "Councillor Low would get three prices for the crane.",
        "The Board will get a price for the lamps.",
        "Clerk to send COMPLETED returns to the yard.",
        "The report proposed a sale and the Board asked the Clerk to write to the yard.",
        "The Board agreed to appoint a diver to look at the quay.",
        "This would come to the next meeting of the Board.",
        "The Chair presented the list of berths and the Clerk would send it to members.",
        "The Board asked the Clerk to seek prices for the sale of the pontoon.",
        "Ms Orme agreed to take the minutes of the next meeting to the yard.",
        "The Chair asked Mr Hay to present the tariff to the next meeting.",
        'The Clerk would write to the yard about the "winter" tariff.',
        "The Clerk’s draft was late; Ms Orme would write to the skippers’ club.",
        "Ms Orme to attend the regatta.",
        "Clerk to arrange face to face meetings with skippers.",
        "It was agreed that the pontoon would be looked at by the Master before the next meeting.",
        "Ms Orme was to arrange a day to meet the islanders.",
    ],
)
def test_a_task_stays_one(row: str) -> None:
    assert len(acted(row)) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ["# 4 The harbour", "Clerk to write to the yard about the crane. This has been done."],
        ["# 4 The harbour", "Clerk to write to the yard about the crane.", "Completed."],
        ["# 4 The harbour", "Action: Clerk to write to the yard about the crane. This has now been sent."],
        ["# 4 The harbour", "A7 Clerk to write to the yard about the crane. The letter went in May - CLOSED."],
    ],
)
def test_an_earlier_action_whose_outcome_follows_is_closed(rows: list[str]) -> None:
    assert find_minutes(read_blocks("# 1 Welcome", "All were welcome.", *rows), meeting=None).actions == ()


@pytest.mark.parametrize(
    "rows",
    [
        ["# 4 The harbour", "Clerk to write to the yard about the crane. This was agreed."],
        ["# 4 The harbour", "Clerk to write to the yard about the crane. This has not been done."],
        ["# 4 The harbour", "Clerk to order a lamp for the quay. Two lamps have been stolen since May."],
        ["# 3 Matters arising", "Clerk to order a lamp for the quay. Quotes still awaited."],
        ["# 3 Matters arising", "Clerk to order a lamp for the quay. The old one is broken."],
        [
            "# 3 Matters arising",
            "A7 Clerk to write to the yard. No answer as yet - ONGOING.",
            "A8 Lamp to be mended - CLOSED.",
        ],
    ],
)
def test_an_action_whose_outcome_is_not_told_stays(rows: list[str]) -> None:
    assert len(find_minutes(read_blocks("# 1 Welcome", "All were welcome.", *rows), meeting=None).actions) == 1


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


TALK = [
    line
    for line in (Path(__file__).parent / "talk.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_no_talk_is_a_task() -> None:
    assert len(TALK) >= 110
    assert [line for line in TALK if acted(line)] == []


@pytest.mark.parametrize(
    "row",
    [
        "The Clerk agreed to confirm the booking with the hall.",
        "The Clerk agreed to nominate a crew as the pilot for the scheme and write to them.",
        "The Clerk to offer a berth to the crews if they want.",
        "The Harbour Master would look over the new boats.",
        "The Harbour Master would make a good copy of the chart and send it to the islands.",
        "It was agreed that the key would be left with the Clerk, who would send it to the yard.",
    ],
)
def test_what_one_person_is_to_do_for_others_is_left_to_be_done(row: str) -> None:
    assert len(acted(row)) == 1


def test_what_a_body_agrees_to_confirm_is_done() -> None:
    assert acted("The Committee agreed to confirm the ruling.") == []


def test_news_of_others_is_no_task() -> None:
    for row in (
        "The UK will host the regatta in May.", "The ABS will represent the pilots on the council of the port.",
        "The harbour clause, now before the House, will bring a duty to publish the tides.",
        "The DfP will publish a report on the tides in June.", "The strategy will provide a list of berths.",
        "This group will find out which berths are wanted.", "Ann Orme is working with the pilots on a chart.",
    ):  # fmt: skip
        assert acted(row) == [], row
    for row in ("AB will send the chart to members.", "Ann Orme, the Clerk, will send the chart to members."):
        assert len(acted(row)) == 1, row
