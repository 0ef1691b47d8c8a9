"""An instruction begins with what is to be done: what stood before it, behind it or beside it has its own place."""

import pytest

from scrutiny.families.minutes.about import telling_before
from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.slots import instruction, main_frame


def read(text: str, *, before: str = "", context: str = "") -> str:
    frame = main_frame(find_frames(text))
    return instruction(text, frame, ActionKind.COMMITMENT, owner="the Clerk", context=context, before=before)


def test_what_points_back_itself_explains_nothing() -> None:
    text = (
        "The Harbour Master agreed that it was too long and confirmed that a new one would be sent to the crews in May."
    )
    before = "Ms Orme spoke of the tariff."
    assert read(text, before=before, context="Berths") == "A new one to be sent to the crews in May (Berths)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another clause ahead is told where the instruction points to it, else left out
        ("The lamp was out and it was agreed that this would be added to the May agenda.", "Add this to the May agenda (The lamp was out)"),
        ("The roof had been mended and the Clerk would send the bill to the insurer of the pier.", "Send the bill to the insurer of the pier"),
        ("The list was not to hand; the Clerk would find it.", "Find it (The list was not to hand)"),
        ("Ms Orme said that the tariff was not to hand but would forward it to the crews.", "Forward it to the crews (The tariff was not to hand)"),
        # who said it, and when
        ("It was noted that the Clerk would write to the bank about the loan.", "Write to the bank about the loan"),
        ("After a short talk, as the pier was shut, the Clerk would write to the crews about fares.", "Write to the crews about fares"),
        ("In reply to Mr Hay, the Clerk agreed to send the list of berths to the crews.", "Send the list of berths to the crews"),
        # why, which is told where it is needed
        ("As the grant had not been spent, the Clerk would write to the bank about it.", "Write to the bank about it (The grant had not been spent)"),
        # on what it hangs, which stays
        ("Subject to the weather he would paint the pier in May.", "Paint the pier in May, subject to the weather"),
        ("If the pier is sold, the Clerk will write to each of the crews.", "Write to each of the crews, if the pier is sold"),
        ("In consultation with the Chair, the Clerk would let the old pier to the crews.", "Let the old pier to the crews, in consultation with the Chair"),
        ("By the close of the lease, the Clerk will mend the roof of the pier.", "Mend the roof of the pier, by the close of the lease"),
        ("From general funds, the Clerk would buy six lamps for the pier.", "Buy six lamps for the pier, from general funds"),
        ("Except for the old pier, the Clerk will paint all of the sheds.", "Paint all of the sheds, except for the old pier"),
        ("Failing a bid, the Clerk will ask the island for a map of the pier.", "Ask the island for a map of the pier, failing a bid"),
        ("In the absence of a reply, the Clerk will write again to the crews.", "Write again to the crews, in the absence of a reply"),
        ("After a long debate, the Clerk would write to the bank about the loan.", "Write to the bank about the loan"),
        ("In conclusion, the Clerk would write to the bank about the loan.", "Write to the bank about the loan"),
        ("If the grant came the Clerk would write to each of the crews.", "If the grant came the Clerk would write to each of the crews"),
        # who moved it, and what somebody proposed
        ("The Clerk would buy a lamp for the pier. Proposed by Cllr Hay, seconded by Cllr Fox.", "Buy a lamp for the pier"),
        ("The Clerk would send the plan proposed by the island and ask for a map.", "Send the plan proposed by the island and ask for a map"),
        # the rest of a bracket that begins before
        ("Fees for berths (Clerk to confirm) remain at £40.", "Fees for berths (Clerk to confirm) remain at £40"),
        ("A lamp (Clerk to order six of them from the yard) or a bell.", "Order six of them from the yard"),
        # what is not to be done
        ("The Clerk would not let the shed until the roof was mended.", "The Clerk would not let the shed until the roof was mended"),
        ("Where a crew owes dues, the Clerk will not renew the berth.", "The Clerk will not renew the berth, where a crew owes dues"),
        ("The Panel asked the Clerk to confirm the dues and she would not do so.", "Confirm the dues and she would not do so"),
        # what calls a doing good
        ("It was thought that it might be useful to ask the island for a map of the pier.", "Ask the island for a map of the pier"),
        ("Ms Orme suggested that one way forward would be to ask the island for maps of berths.", "Ask the island for maps of berths"),
        ("It was felt that it would be helpful for a map of the pier to be drawn.", "A map of the pier to be drawn"),
        # what somebody wished to see, what a thing is to show
        ("Members asked to see the plan that followed the survey of the pier.", "Provide the plan that followed the survey of the pier"),
        ("The Board asked to see it before May.", "Provide it before May"),
        ("He would have the pier measured and let the crews know by letter.", "Have the pier measured and let the crews know by letter"),
        ("The Clerk said that all crews would have the tariff within two days.", "All crews to have the tariff within two days"),
        ("The Head of Piers, Quays and Boats would share the tariff with the crews.", "Share the tariff with the crews"),
    ],
)  # fmt: skip
def test_what_is_to_be_done_comes_first(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the first of several subjects, or of several who
        ("A map of the pier and a list of the berths would be sent to the crews.", "A map of the pier and a list of the berths would be sent to the crews"),
        ("The list of those invited and the map of the pier would be sent out.", "The list of those invited and the map of the pier would be sent out"),
        ("The Director of Piers and the Clerk would meet the crews in May.", "Meet the crews in May"),
        # a question that goes on behind "and"
        ("The Clerk would ask whether the roof was sound and the gutters were clear.", "Ask whether the roof was sound and the gutters were clear"),
        # "that" of a thing, not of who speaks
        ("Each plan that did not pass would be sent to the Clerk.", "Each plan that did not pass would be sent to the Clerk"),
        # what is good for nobody to do
        ("It would be unwise to sell the pier.", "It would be unwise to sell the pier"),
        ("The Clerk would find the way to be taken by the crews.", "Find the way to be taken by the crews"),
        # a pronoun that its own clause explains needs nothing besides
        ("The Clerk would send the new tariff to the crews once it is printed.", "Send the new tariff to the crews once it is printed"),
    ],
)  # fmt: skip
def test_what_belongs_together_stays_together(text: str, expected: str) -> None:
    assert read(text, before="It rained on the crews." if "once" in text else "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another doing of the same or of somebody else
        ("The Clerk would write to the yard and would ring the crews.", "Write to the yard and ring the crews"),
        ("The Clerk agreed to look at the slip when the tide was out and would report to the Board.", "Look at the slip when the tide was out and report to the Board"),
        ("The Clerk would write to the yard and Ms Orme would also ring the crews.", "Write to the yard; Ms Orme also to ring the crews"),
        ("The tariff would be printed by the yard and any faults should be sent to the Clerk.", "The tariff to be printed by the yard; any faults to be sent to the Clerk"),
        # what was said or is so
        ("The Clerk would send out the new tariff, and she advised that the yard was shut.", "Send out the new tariff"),
        ("Training will be given to the crews and there was some debate as to who should go.", "Training to be given to the crews"),
        # near misses: what is asked for besides stays
        ("Fares could be cut for all of the crews and a list was requested for May.", "Fares to be cut for all of the crews and a list was requested for May"),
        ("A walk will be arranged and Ann Orme, the Pier Trust and all other groups will be invited.", "A walk to be arranged and Ann Orme, the Pier Trust and all other groups will be invited"),
        ("The Clerk would see that the hall and the yard are clean.", "See that the hall and the yard are clean"),
        ("The Clerk would write to the yard and the firms involved.", "Write to the yard and the firms involved"),
        ("The Clerk would invite those who had paid and would speak.", "Invite those who had paid and would speak"),
        ("The Clerk would ensure that the pier is mended and that the crews be told.", "Ensure that the pier is mended and that the crews be told"),
    ],
)  # fmt: skip
def test_what_stands_behind_an_instruction_is_one_or_is_left_out(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # which one, what about
        ("The Clerk would let the Board have the number in writing.", "Let the Board have the number in writing (Two lamps had failed)"),
        ("This sum would be put into the May report to the Board.", "This sum to be put into the May report to the Board (Two lamps had failed)"),
        ("The Clerk would speak to the harbour team.", "Speak to the harbour team (Lamps)"),
        ("The Clerk would do it by May, Ms Orme said.", "Do it by May (Two lamps had failed)"),
        # near misses: said in so many words, or by the instruction itself
        ("The Clerk would let the Board have the number of lamps in writing.", "Let the Board have the number of lamps in writing"),
        ("The Clerk would speak to the harbour team about the old lamps.", "Speak to the harbour team about the old lamps"),
        ("The Clerk would send the Board the plan that followed the survey of lamps.", "Send the Board the plan that followed the survey of lamps"),
        ("The Clerk would send the tariff of lamps to this Board.", "Send the tariff of lamps to this Board"),
        ("The Clerk would send out the tariff of lamps, as the yard said.", "Send out the tariff of lamps, as the yard said"),
    ],
)  # fmt: skip
def test_what_an_instruction_points_to_is_told(text: str, expected: str) -> None:
    assert read(text, before="Two lamps had failed.", context="Lamps") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever is asked by "that" does it
        ("Mr Orme requested that the Clerk checks the lamps of the pier by May.", "Check the lamps of the pier by May"),
        ("Cllr Bell asked that all Members have a look at the plan of the quay.", "Have a look at the plan of the quay"),
        ("NR asked to be made aware of new dates for the ferry.", "NR to be made aware of new dates for the ferry"),
        # near misses: he only asks others, or is served
        ("The Clerk would request that the yard move the crane to the quay.", "Request that the yard move the crane to the quay"),
        # what was told ahead, in brackets
        ("The post of pilot is vacant, a vote on this will be held in May.", "A vote on this to be held in May (The post of pilot is vacant)"),
        ("There was a request for news of the crane repairs, which the Clerk agreed to chase.", "Chase (There was a request for news of the crane repairs)"),
        # near misses: a condition stays
        ("It was agreed that where crews of the ferry fall out, they should settle it themselves.", "Where crews of the ferry fall out, they should settle it themselves"),
        # no joint ahead and no mover behind
        ("However lamps for the pier would be bought.", "Lamps for the pier to be bought"),
        ("Arising from the survey it was AGREED to write to the county about the quay.", "Write to the county about the quay"),
        ("The crane is to be painted by the yard. Proposer Cllr A Bell, 2nd: Cllr J Orme.", "The crane to be painted by the yard"),
    ],
)  # fmt: skip
def test_an_instruction_does_not_report(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        (("The crane had stuck.",), "The crane had stuck."),
        (("The crane had stuck.", "It had been old."), "The crane had stuck."),
        (("The crane had stuck.", "It was noted that the yard was shut."), "It was noted that the yard was shut."),
        (("The crane had stuck.", "Ben to paint the gate."), ""),
        (("The crane had stuck.", "It was agreed that NR would ring the yard."), ""),
        (("The crane had stuck.", "She had rung the yard."), "The crane had stuck."),
        (("The crane had stuck.", "Ann said that it was torn."), "The crane had stuck."),
        (("The crane had stuck.", "Those at the yard had gone home."), "The crane had stuck."),
        # near misses: nothing stands for anything, or it is told far behind the verb
        (("The crane had stuck.", "It was clear that the yard was shut."), "It was clear that the yard was shut."),
        (("The crane had stuck.", "Ann said that Ben had gone."), "Ann said that Ben had gone."),
        (
            ("The crane had stuck.", "Ann had been to the yard below the quay and found that it was shut."),
            "Ann had been to the yard below the quay and found that it was shut.",
        ),
        (("They were late.",), "They were late."),
        ((), ""),
    ],
)
def test_a_sentence_before_is_given_that_says_itself_what_it_is_about(earlier: tuple[str, ...], expected: str) -> None:
    assert telling_before(earlier) == expected
