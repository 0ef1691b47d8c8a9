"""A motion and the vote behind it are one decision, wherever the mover, the seconder and the outcome stand."""

import pytest

from scrutiny.families.minutes.read import find_minutes
from scrutiny.families.minutes.votes import read_vote
from tests.builders.paragraphs import read_blocks


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Proposer: Cllr P Dyke, 2nd: Cllr J Orme.", (True, False)),
        ("All Councillors in favour.", (False, True)),
        ("Proposer Cllr Dyke, 2nd Cllr Orme, all members in agreement.", (True, True)),
        ("This was seconded by Ann Orme and unanimously agreed.", (True, True)),
        ("They were moved as correct by Ann Orme and Ben Dray", (True, False)),
        ("Seconded by J. Kerr", (True, False)),
        ("Prop: AB 2nd: CD", (True, False)),
        ("GdM seconded this.", (True, False)),
        ("Carried by 4 votes to 1.", (False, True)),
        ("Decision agreed.", (False, True)),
        # what tells more than the vote, or leads to what was agreed
        ("Budget agreed.", None),
        ("Cllr Dyke agreed to write.", None),
        ("All those in favour were asked to stay.", None),
        ("Seconded by Ann Orme, who said that the quay floods.", None),
        ("It was agreed that the quay be swept.", None),
        ("AGREED:", None),
        ("RESOLVED", None),
        ("Mrs Orme was seconded to the county for a year.", None),
        # and what was lost
        ("Carried by 2 votes to 5.", None),
        ("The motion was not carried.", None),
    ],
)
def test_a_sentence_that_tells_of_movers_and_votes_alone(text: str, told: tuple[bool, bool] | None) -> None:
    vote = read_vote(text)
    assert (None if vote is None else (vote.seconded, vote.carried)) == told


def decided(*rows: str) -> list[str]:
    return [one.text for one in find_minutes(read_blocks("# 6 Ferries", *rows), meeting=None).decisions]


MOVED = "It was proposed to buy a third buoy."


@pytest.mark.parametrize(
    "rows",
    [
        [f"{MOVED} Proposer: Cllr P Dyke, 2nd: Cllr J Orme. All Councillors in favour."],
        [MOVED, "---", "Proposer: Cllr Dyke", "---", "Seconder: Cllr Orme", "---", "All agreed."],
        ["Ann Orme proposed that Ben Dray keep the chair. This was seconded by Cy Hume and unanimously agreed."],
        ["It was unanimously proposed that Ben Dray sit on the harbour trust. Agreed by all."],
        ["Ben Dray was nominated and seconded, and took the Chair."],
        ["The council did consent to authorise a lease of the slip. Proposer: Cllr Dyke, 2nd Cllr Orme."],
        ["The minutes of 3 May were discussed and agreed to be a true record. Proposer: Cllr Dyke, 2nd: Cllr Orme."],
    ],
)  # fmt: skip
def test_the_vote_stays_with_what_was_moved(rows: list[str]) -> None:
    assert decided(*rows) == [" ".join(row for row in rows if row != "---")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # the heading says on what
        (["Ann Orme proposed acceptance seconded by Ben Dray. Agreed."], "Ferries: Ann Orme proposed acceptance seconded by Ben Dray. Agreed."),
        (["They were moved as correct by Ann Orme and Ben Dray"], None),
        # so does the sentence before, unless it tells of another record or asks one of them
        (["The ferry may land at the slip. This was approved."], "The ferry may land at the slip. This was approved."),
        (["The Chair asked the pilot if he could call. This was agreed."], None),
        (["Minute 4 should read: The fares were shown. These were agreed."], None),
        # moved and not decided: nothing behind it, another candidate, an amendment, or lost
        ([MOVED], None),
        (["It was proposed by Ann Orme and seconded by Ben Dray."], None),
        (["Ann Orme was nominated by Cy Hume and seconded by Di Fox. Ben Dray was nominated by Al Gee. A ballot was held."], None),
        (["Ann Orme proposed that the quay be sold, seconded by Ben Dray. An amendment was put."], None),
        ([f"{MOVED} Seconded by Ann Orme. Carried by 2 votes to 5."], None),
        ([f"{MOVED} Seconded by Ann Orme. The motion was lost."], None),
        # a verdict at the end of a sentence, and one that is only told of
        (["The premium had not gone up and the renewal was unanimously agreed."], "The premium had not gone up and the renewal was unanimously agreed."),
        (["The Clerk said that the bid was in and the grant was approved."], None),
        (["The pilot hoped for rain and the dredging was deferred."], None),
        (["Apologies were received and the reasons were accepted."], None),
        # who decides
        (["All Trustees present approved the accounts of the ferry."], "All Trustees present approved the accounts of the ferry."),
        (["Council agreed not to object to the claim."], "Council agreed not to object to the claim."),
        (["Council have no objections."], "Council have no objections."),
        (["At the county: the Cabinet agreed to close the tip."], None),
        (["The neighbours have no objections."], None),
        (["The County Council have no objection to the quay."], None),
        (["The district council considered the plan and it was refused."], None),
        (["The landlord did consent to a lease."], None),
        (["Ann Orme moved to Ford, seconded by her firm."], None),
        (["Mrs Fox had been nominated and elected at the gala."], None),
        (["This was approved by the county council."], None),
        (["The pilot agreed not to object to the claim."], None),
        (["Some of the trustees present approved of the colour."], None),
    ],
)  # fmt: skip
def test_what_the_meeting_decided_and_what_it_did_not(rows: list[str], expected: str | None) -> None:
    assert decided(*rows) == ([] if expected is None else [expected])


def test_what_was_put_off_or_withdrawn_is_not_carried() -> None:
    for after in ("It was agreed to defer this to May.", "After a long debate it was withdrawn."):
        found = decided(f"Cllr Hay proposed that the lease be renewed. This was seconded by Cllr Fox. {after}")
        assert not any("lease" in text for text in found)


def test_a_decision_keeps_every_clause_of_its_sentence() -> None:
    for whole in (
        "It was agreed that the Clerk would draft a plan and Cllr Fox would print it.",
        "RESOLVED that Ann Lee be thanked; that the Clerk write to the crews; and that the plan be sent.",
    ):
        assert decided(whole) == [whole]
