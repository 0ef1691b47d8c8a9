"""Whether the public may stay once there was a vote on it. Each wording that leaves a meeting open stands beside one
like it that closes it."""

from pathlib import Path

import pytest

from scrutiny.pack.exclusion import Reach, read_exclusion
from tests.builders.withheld import PUBLIC, SECRET
from tests.pack.test_frontsheet import sheet
from tests.pack.test_private_parts import shown

MOVED = "It was moved and seconded that the public be excluded during minute 6."
AHEAD = "The Vice Chair moved that the press and public leave while the kiln was discussed."


@pytest.mark.parametrize(
    "verdict",
    (
        "The vote to exclude the public was lost by two to five.",
        "The motion was put and, on the casting vote of the Chair, was not carried.",
        "This was not agreed.",
        "On a show of hands there were two for the motion and five against.",
        "The Chair then withdrew the motion.",
        "There was no seconder and the proposal fell.",
        "The Panel resolved to reject the motion.",
        "A procedural motion that the matter be heard in public was carried.",
        "The proposal that everybody be allowed to stay was agreed.",
        "Councillor Low spoke against it. The motion was lost.",
        "Councillor Low seconded the motion. This was not agreed.",
        "The motion was put to the vote. There were two for and seven against.",
    ),
)
@pytest.mark.parametrize("moved", (MOVED, AHEAD))
def test_public_stays(verdict: str, moved: str, tmp_path: Path) -> None:
    text = _minutes(moved, verdict, PUBLIC, tmp_path)
    assert PUBLIC in text


@pytest.mark.parametrize(
    "verdict",
    (
        "The motion was carried by five to two.",
        "This was agreed.",
        "On a show of hands there were five for the motion and two against.",
        "An amendment that it be heard in public was lost.",
        "A procedural motion that it be heard in public was defeated. The motion itself was carried.",
        "The proposal that everybody be allowed to stay was not agreed.",
        "An amendment about the time found no seconder.",
        "The motion to buy a second kiln was then lost.",
        "RESOLVED accordingly. The motion on the vote of thanks was withdrawn.",
        "The kiln was for sale. It was declined.",  # a verdict on what stands between
        "The tenant had applied in May; it was refused.",
        "The tenant's request for a rebate was refused.",
        "The meeting moved into private session. The motion was lost.",
        "The public withdrew. The motion was lost.",
        "Councillor Low moved refusal. There were two for and seven against.",
        "Councillor Low moved an amendment that it be heard in public. The amendment was lost. The motion was carried.",
        "The Director said that the motion had failed.",
    ),
)
@pytest.mark.parametrize("moved", (MOVED, AHEAD))
def test_public_leaves(verdict: str, moved: str, tmp_path: Path) -> None:
    text = _minutes(moved, verdict, SECRET, tmp_path)
    assert SECRET not in text


def _minutes(moved: str, verdict: str, business: str, tmp_path: Path) -> str:
    """In an item of its own for a motion about an item to come, else in the item that it is about."""
    if moved is MOVED:
        rows = (
            "# 5. Exclusion of the public",
            f"{moved} {verdict}",
            "# 6. Kiln",
            f"RESOLVED: That {business} be kept.",
        )
    else:
        rows = ("# 6. Kiln", moved, verdict, f"RESOLVED: That {business} be kept.")
    return shown(rows, tmp_path)


@pytest.mark.parametrize(
    ("text", "excluded"),
    (
        ("Members did not resolve to exclude the press and public.", False),
        ("The Panel voted against the exclusion of the public.", False),
        ("PENDERFYNWYD peidio â gwahardd y cyhoedd.", False),
        ("PENDERFYNWYD gwahardd y cyhoedd.", True),
        ("There were no members of the public there.  It was agreed that the public would not be admitted.", True),
        ("It was agreed that the public be not re-admitted until 9 pm.", True),
        ("Members did not object to excluding the press and public.", True),
        ("It was resolved to exclude the public. Members agreed not to discuss the exclusion outside.", True),
        ("RESOLVED (Councillor Low having voted against excluding the public) that the public be excluded.", True),
        ("Members did not wish to exclude the public for item 5 and resolved to exclude the public for item 6.", True),
        ("It was moved that the public be not excluded. This was lost. RESOLVED that the public be excluded.", True),
        ("RESOLVED that the public be excluded. It was moved that the offer be refused. The motion was lost.", True),
        ("Exclusion of the public Members decided not to exclude the public for item 6.", False),
        ("RESOLVED that the public be excluded for item 5. It was agreed not to exclude the public for item 6.", True),
    ),
)
def test_refuses(text: str, excluded: bool) -> None:
    exclusion = read_exclusion(text)
    assert exclusion is not None
    assert (exclusion.reach is not Reach.NOTHING) == excluded


@pytest.mark.parametrize(
    ("said", "private"),
    (
        ("All business in Part II was taken in public, and no exempt figure was named.", False),
        ("The items were dealt with during Part I.", False),
        ("The motion that the public leave was carried.", True),
        ("The motion that the mill be sold was lost.", True),
        ("The business was taken in public until the bids were reached.", True),
        ("The business was not taken in public.", True),
        ("The item was first heard in public.", True),
    ),
)
def test_taken_in_public_after_all(said: str, private: bool, tmp_path: Path) -> None:
    text = shown(("# 6. Part II items", said, f"RESOLVED: That {SECRET} be kept."), tmp_path)
    assert (SECRET not in text) == private


def test_a_public_part_of_the_agenda_ends_a_resolution() -> None:
    """What is said above it of the business below the line is not said of that part."""
    found = sheet(
        "* AGENDA",
        "1. Apologies",
        "2. Exclusion of the press and public",
        "> That the press and public be excluded for the business below the line.",
        "Above the line",
        "3. Kilns (Pages 3 - 4)",
        "Below the line",
        "4. Lease (Pages 5 - 6)",
    )
    assert [item.number for item in found.items if item.mark is not None] == ["4"]
