"""What is done in the meeting itself or by somebody outside, each beside one near it that is a task left over."""

import itertools

import pytest

from scrutiny.families.minutes.read import find_minutes
from tests.builders.paragraphs import read_blocks


def acted(*rows: str) -> list[str]:
    found = find_minutes(read_blocks("# 6 Ferries", "The harbour was quiet.", *rows), meeting=None)
    return [action.text for action in found.actions]


@pytest.mark.parametrize(
    "row",
    [
        # a purpose behind the verb of the clause, an hour between them
        "Members of the Board met as a working party on the quay on 9 May at 6.15 pm to look at the state of the berths.",
        "The wardens went out in the launch at 7 am to inspect the buoys.",
        # the way or the question behind a "to"
        "How to reach the hall is set out in the notice.",
        "The ferry firm wrote asking for dates on which to present its new boat.",
        "There was doubt whether to send the launch.",
        "Where to put the buoys was for the pilots.",
        "A leaflet on what to bring was on the table.",
        "The pilots asked how to report a fault.",
        "Mr Dane had no one to whom to send the list.",
        # as the means to something else
        "Money had been saved through inviting schools to paint the sheds.",
        # a clause with a verb of its own
        "The idea was that, as we write to all the skippers, we invite them to join.",
        # there and then
        "She had no such interest and would sit on the Board for this item.",
        "Mr Dane said he would be Chairman for this meeting.",
        "Ms Orme was to stay for the debate but not to vote.",
        "The Vice Chair would preside during this item.",
        "Mr Penn would speak for this item and then withdraw.",
        "The meeting will go back to open session at this point.",
        "The Harbour Master will leave the hall at this point.",
        "Mrs Lyle to chair for this meeting.",
        # what the room is asked for
        "He then asked for questions on any of the minutes.",
        "The Clerk asked for nominations.",
        "The Chair called for a show of hands.",
        "The Mayor asked for any further comments.",
        "The Chair asked for apologies.",
        "The Chair asked for declarations.",
        # the minutes
        "To approve the notes of 3 May and authorise the Chair to sign them as a correct record.",
        "The Chair to sign the notes of 3 May as a true record.",
        # a motion
        "Councillor Orme to move:",
        "Councillor Dane to second:",
        "Councillor Penn to propose the following motion",
        "Mrs Lyle will move an amendment.",
        # to those who attend
        "You are invited to attend the meeting and a list of boats is attached.",
        "You are asked to send your views by 6 May.",
        # what is wished by others, and which things are meant
        "Proposals from the yards which they would like to carry out are in part two.",
        "The islands listed the piers that they would like to repair.",
        "The pilots showed the mooring that they would wish to extend.",
        "The Clerk reminded skippers to name any topics they would like to see on the list.",
        # who presides
        "It was agreed that the Deputy, Mr Dane, would take the Chair until the regatta.",
        # what is asked for, and given or promised at once by somebody who is named
        "Mr Penn asked for the dates of the dives. These had been sent out in May.",
        # how a thing should be
        "On how berths should be let, Mr Dane held that talk with the islands was best.",
        # others have let it be known
        "The ferry company has replied that they will repair the ramp.",
        "The bank has said it will send the form.",
    ],
)  # fmt: skip
def test_it_is_no_task_left_over(row: str) -> None:
    assert acted(row) == []


@pytest.mark.parametrize(
    "row",
    [
        "Members of the Board to meet on the quay at 6.15 pm to look at the state of the berths.",
        "Clerk to inspect the buoys at 7 am.",
        "The repair is £700.00 Clerk to pay.",
        "The Clerk would find out how to reach the hall.",
        "The Clerk would ask the ferry firm for dates on which to meet.",
        "Ms Orme to check whether to send the launch.",
        "The Harbour Master would look at where to put the buoys.",
        "The Clerk to send out a leaflet on what to bring.",
        "The pilots asked the Clerk to write out how to report a fault.",
        "The Clerk agreed to draft the list.",
        "Skippers to report back to the islands by asking at each port.",
        "The Harbour Master agreed to look into cheaper paint by asking schools to help.",
        "Mr Dane would write to the skippers inviting them to join.",
        "He to write to the skippers before June.",
        "They and the Clerk to meet the pilots before June.",
        "Ms Orme would attend the pilots' meeting on 4 June.",
        "The Vice Chair would speak to the ferry firm about this item.",
        "The Clerk would send a note of this item to the pilots.",
        "Mr Penn would speak to the yard before the next meeting.",
        "The Harbour Master will go to the islands and report back.",
        "The Clerk would return the form to the bank.",
        "Members asked for answers to their questions to be sent to them before the next meeting.",
        "The Clerk asked for comments on the draft by 6 May.",
        "The Board asked for a list of the berths.",
        "The Clerk to report on the petitions to the next meeting.",
        "Clerk to send apologies to the yard.",
        "The Board asked for figures on late boats.",
        "The Chair to sign the lease and return it to the yard.",
        "The Treasurer to sign the form and send it to the bank.",
        "Councillor Orme to move the sheds before the winter.",
        "Clerk to move £1,000 to the reserve account.",
        "Councillor Penn to propose a date to the pilots.",
        "The pilots were asked to send their views to the Clerk by 6 May.",
        "The yards were asked to send their plans to the Clerk before June.",
        "Mr Dane would like to see the plans and asked that they be sent to him.",
        "The Clerk would send the list of piers to the islands.",
        "The Clerk would look into how berths should be let and report to the next meeting.",
        "The Clerk would ask the Highways Department to look at these.",
        "Mr Dane said that he would look into it.",
        "Ann and Jo have said they will write to the ferry firm by 6 May.",
        "The Harbour Master has confirmed that she will send a surveyor.",
        "The Clerk would chase the bank for the form.",
        "Mr Penn asked for a list of the dives. The pilots were told that the ferry was late.",
        "Ms Orme requested more on the crane. Regular figures will be given to the islands.",
    ],
)
def test_it_is_a_task(row: str) -> None:
    assert acted(row) != []


def test_what_is_asked_for_and_promised_is_one_task() -> None:
    assert acted("Mr Penn asked for the dates of the dives. The Harbour Master would reply in writing.") == [
        "Reply in writing (Mr Penn asked for the dates of the dives)"
    ]


def test_what_tells_of_no_meeting_gives_no_tasks() -> None:
    rules = (
        "Terms of Reference",
        "The group will meet at each stage of the plan.",
        "Papers to be discussed should be circulated two days before.",
        "A letter should be sent to the harbour office if faults go on.",
    )
    assert find_minutes(read_blocks(*rules), meeting=None).actions == ()
    told = find_minutes(read_blocks(*rules, "The Clerk agreed to send these rules to the pilots."), meeting=None)
    assert any("pilots" in action.text for action in told.actions)


PAGE = (
    "# Harbour Board",
    "The Board has a special part to play in the work of the islands.",
    "It is made up of nine pilots and three skippers.",
    "Each pilot will give advice on the channels within the district.",
    "Members may speak for three minutes on any item.",
    "The Chair to inform visitors of the way out in a fire.",
    "The rules of debate are on the website of the harbour.",
    "A visitor must sit behind the rope in the gallery.",
    "There are six dates in the calendar of meetings.",
)
NOTES = (
    "# Harbour Board",
    "Apologies from the two pilots.",
    "Ms Orme will send the list of berths to the skippers by email.",
    "Lamps for the north quay, three of them.",
    "Mr Dane to write to the county about the crane.",
    "Ms Lyle said that the loft was dry.",
    "Next meeting in the sail loft at noon.",
)


@pytest.mark.parametrize(
    ("rows", "tasks"),
    [
        (PAGE, 0),  # what is always so, and nothing of a meeting
        ((*PAGE, "Once the rules of the Board were in another hand."), 0),  # a past tense in one of eight
        ((*PAGE, "It was agreed to set up a working group."), 2),  # a decision: the paper is of a meeting
        ((*PAGE, "Mr Penn reported on the crane.", "The skippers asked about the fees."), 1),
        (NOTES, 2),  # notes in a few words have no past tense either
    ],
)
def test_a_page_about_a_body_gives_no_tasks(rows: tuple[str, ...], tasks: int) -> None:
    assert len(find_minutes(read_blocks(*rows), meeting=None).actions) == tasks


@pytest.mark.parametrize(
    ("row", "acts"),
    [
        ("RECOMMENDED to Full Council that the ferry levy for 2031/32 be set at £90.", False),
        ("The Committee RECOMMENDED to Cabinet that the slip be mended.", False),
        ("It was recommended to the Harbour Board that the fares be raised.", False),
        ("RESOLVED that the Clerk write to Full Council about the ferry levy.", True),
        ("The Clerk to report to Full Council that the slip be mended.", True),
        ("To be carried forward to the next meeting.", False),
        ("ACTION: To be carried forward to the next meeting.", False),
        ("This item to be deferred until the June meeting.", False),
        ("ACTION: Clerk to bring the leaflet to the next meeting.", True),
        ("ACTION: Clerk to carry the £200 forward to the next budget.", True),
    ],
)
def test_what_another_body_or_meeting_is_to_settle_is_no_action(row: str, acts: bool) -> None:
    assert bool(acted(row)) is acts


def test_what_is_settled_by_saying_it_leaves_nothing_to_do() -> None:
    settled = (
        "It was agreed that the Quay Group will be regarded as a working group.",
        "The Chair asked for the opinions of the members with regard to the quay.", "The Chair asked for their views on it.",
        "It was agreed that the next meeting should be the annual one.", "The next meeting will be on 4 May.",
        "It was agreed that the place of the next meeting should await the answer of the yard.",
    )  # fmt: skip
    for row in settled:
        assert acted("Mrs Poole said that the quay was wet.", row) == [], row
    for asked, answer in itertools.product(
        ("Ann Poole suggested that the yard should be asked to come.", "Ann Poole asked that a lamp be bought."),
        ("This proposal was not accepted on cost grounds.", "The request was not agreed as the lamp was dear."),
    ):
        assert acted("Mrs Poole said that the quay was wet.", f"{asked} {answer}") == [], answer
    assert acted("Clerk agreed to write to the yard.", "This action was completed and the letter is held here.") == []
    assert len(acted("Clerk agreed to write to the yard.", "This action was begun and the letter is held here.")) == 1


def test_whoever_will_be_told_is_told_by_the_body() -> None:
    for verb, act in itertools.product(
        ("informed of it", "contacted", "notified", "approached about the crane"), ("will", "are to")
    ):
        for who in ("The police", "Highways"):
            assert len(acted("Mrs Poole said that the quay was wet.", f"{who} {act} be {verb}.")) == 1, (who, verb)
        for row in (
            f"If so, the police {act} be {verb}.",
            f"Residents {act} be {verb}.",
            f"The police {act} not be {verb}.",
        ):
            assert acted("Mrs Poole said that the quay was wet.", row) == [], row
