"""What denies that the business under a heading was private. Beside each sentence that does stand those that only look
like it: a limit, another time, a thing that is no business."""

from pathlib import Path

import pytest

from scrutiny.pack.denials import denies, kept_public
from tests.builders.paragraphs import draw
from tests.builders.reading import read_pack
from tests.builders.withheld import PUBLIC, SECRET

NOTHING = """
There was no exempt business to transact.
No items of a confidential nature had been notified.
There were no reports for consideration in this part of the agenda.
There were no items under this heading.
The Chair said that there was no business for the private session.
There being no confidential business, the Chair moved on.
No closed session was held.
Nothing to report.
This was not needed.
None.
"""
SOMETHING = """
There were no items of exempt business other than the lease.
There were no exempt items but the claim.
There were no questions on the confidential report.
There was no dissent.
There was nothing to add to the paper.
There were no matters to declare.
There were no items in which members had an interest.
There were no matters to report from the last closed session.
No members of the public were present.
No item was taken in public.
No business was left over from May.
No business plan was tabled.
Nothing was said of the fire.
Nothing was decided.
There was no report from the Treasurer.
There were no items for decision.
No closed session had been planned, but one was held.
This was not necessary reading.
"""
PUBLIC_STAYED = """
Appendix 2 was exempt; however, the meeting remained open to the public and press throughout.
Annex B was exempt but the public stayed for the whole of the item.
It was not referred to, and the meeting remained in public session throughout.
The press and public were not asked to leave at any point.
The Committee agreed that the report be considered in public, since the buyer did not object.
RESOLVED that the meeting remain in public session.
RESOLVED that the report be heard in Part I, as the bidder had agreed.
The Board agreed to move item 9, listed among the exempt items, into the public part of the meeting.
All business was conducted in Part I without disclosing any exempt information.
Item 9 (exempt, paragraph 2) was withdrawn and not discussed.
The Part II appendices had been read by members and were not discussed.
"""
NOT_ALL_OF_IT = """
The meeting remained open to the public until Appendix B was reached.
The depot had remained open to the public throughout the works.
The Chair said that the public had stayed for the whole of the last meeting.
The public remained, in his view, unaware of the plan.
The public stayed present while the Chair read the motion to exclude them.
The meeting remained open to the public for the officer's introduction.
The meeting continued in public for the first hour.
The press and public were not asked to speak before they left.
The press and public were not excluded by mistake.
The Committee agreed that the matter be discussed in public at the July meeting.
RESOLVED that the report be considered in public next time.
RESOLVED that a consultation be held in public on the closure.
RESOLVED that the records remain in public ownership.
RESOLVED that it be taken in public and the rest in private.
RESOLVED that it be considered in public session, subject to the bids being kept back.
It was suggested that the report be heard in Part I.
A member asked whether it could be taken in public.
Members did not wish to remain in open session.
Item 9 (exempt) was deferred, the price being high, and not discussed.
Item 9 was deferred and not discussed at the May meeting.
The Committee stayed in public session, and moved to private at five.
The Committee remained in open session, closing the doors at noon.
The Board decided that the item be considered in Part 1, with rents in Part 2.
Both reports were taken in public session; the rents were not.
The public were not asked to leave, since nobody was there.
All other items were considered in public.
All items were considered in public, bar this one.
None was admitted.
The report was not discussed in public.
"""


def said(rows: str) -> list[str]:
    return rows.strip().splitlines()


def below(words: str, heading: str = "Exempt business", *, numbered: bool = False) -> bool:
    return denies(words, heading, number=9 if numbered else None, whole=True)


@pytest.mark.parametrize("words", said(NOTHING) + said(PUBLIC_STAYED))
def test_what_denies_the_heading_above(words: str) -> None:
    assert below(words)


@pytest.mark.parametrize("words", said(SOMETHING) + said(NOT_ALL_OF_IT))
def test_what_does_not(words: str) -> None:
    assert not below(words)


@pytest.mark.parametrize("told", ("It was agreed to move item 8 into Part I.", "Item 12 was not considered."))
def test_what_is_told_of_another_item_denies_nothing(told: str) -> None:
    assert below(told)
    assert not below(told, "Quay (exempt)", numbered=True)


def test_what_was_moved_is_resolved_by_the_verdict_behind_it() -> None:
    moved = "The Chair moved that item 6, which had been listed in Part II, be moved into public."
    assert not kept_public(moved)
    assert kept_public(moved, "Agreed.")
    assert not kept_public(moved, "Councillor Low agreed, but nobody else.")


@pytest.mark.parametrize(
    ("heading", "numbered", "words", "denied"),
    (
        ("Confidential minutes", True, "The confidential minutes of 2 June were approved and signed.", True),
        ("Minutes of the private meeting", False, "RESOLVED that the private minutes of 9 May be signed.", True),
        ("Confidential minutes", False, "The minutes of 4 April were signed.", False),
        ("Minutes of the private meeting held on 5 May", False, "The minutes of 4 April were signed.", False),
        ("Confidential minutes", True, "The minutes were approved, subject to the offer reading four.", False),
        ("Confidential minutes", True, "The minutes recording the sale were approved.", False),
        ("Confidential minutes", True, "The minutes of 2 June were signed. The tenant had fled.", False),
        ("Confidential business", True, "The minutes of 2 June were signed.", False),
    ),
)
def test_minutes_of_another_meeting_that_were_only_approved(
    heading: str, numbered: bool, words: str, denied: bool
) -> None:
    assert below(words, heading, numbered=numbered) is denied


@pytest.mark.parametrize(
    "rows",
    (
        ("# 7. Exempt business", "There was no exempt business to transact.", "# 8. Fairs", "Agreed that {PUBLIC} be held."),
        ("# Exempt matters", "There were no matters of an exempt kind.", "# Play", "The Clerk to order {PUBLIC}."),
        ("# 9. Debt (confidential)", "Agreed to write off {SECRET}.", "# Item 10 Signs (public)", "Agreed to buy {PUBLIC}."),
        ("# BOARD (PUBLIC PART)", "Agreed: {PUBLIC}.", "# BOARD - CONFIDENTIAL MINUTES", "Agreed: to pay {SECRET}."),
        ("# PUBLIC HEALTH COMMITTEE", "# CONFIDENTIAL MINUTES", "Agreed: {SECRET} be shut."),
        ("# 5. Matters in private", "The Chair told of {SECRET}.", "# 6. Public speaking", "Agreed that {SECRET} be barred."),
        ("# Committee (Part II) 3 May", "1. That {SECRET} be moved.", "# Part 1 of the claim", "2. That {SECRET} be met."),
        ("# Private session", "There were no matters to declare.", "# Staffing", "Agreed: {SECRET} be dismissed."),
        ("# 9. Exempt report", "It was proposed that it be heard in public. It was agreed to refuse.", "Agreed: {SECRET}."),
        ("# 9. Exempt report", "The Panel decided that it be discussed in public, nobody dissenting. The vote was rescinded.", "Agreed: {SECRET}."),
        ("# 9. Exempt report", "The Chair moved that the report be considered in Part I.", "Agreed.", "RESOLVED that {PUBLIC} be built."),
        ("# 9. Rent (exempt)", "The yard had told of it at a public meeting, a public meeting in May, a public session, a public agenda, public meeting in May, a public session, a public agenda, public meeting in May, a public session, a public agenda, public meeting in May, a public session, a public agenda, public meeting in May, a public session, a public agenda, public meeting in May, a public session, a public agenda, and a public meeting.", "Agreed: {SECRET}."),
        ("# 9. Rent (exempt)", "Members were given a letter (public)", "Agreed: {SECRET}."),
        ("# 9. Exempt report", "The public stayed for the whole of the item. They then withdrew.", "RESOLVED that {SECRET} be sold."),
    ),
)  # fmt: skip
def test_minutes(rows: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    written = [row.replace("{SECRET}", SECRET).replace("{PUBLIC}", PUBLIC) for row in rows]
    path.write_bytes(draw("MINUTES of the Leisure Panel held on 4 March 2025", *written).data())
    text = "".join(read_pack(path).page_texts)
    assert SECRET not in text
    assert text.count(PUBLIC) == sum(row.count("{PUBLIC}") for row in rows)
