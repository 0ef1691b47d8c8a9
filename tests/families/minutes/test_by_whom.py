"""Who stands behind "by", and what else does."""

import pytest

from scrutiny.families.minutes.read import find_minutes
from tests.builders.paragraphs import read_blocks


@pytest.mark.parametrize(
    ("row", "owner"),
    [
        ("The accounts will be checked by an auditor before the next meeting.", "an auditor"),
        ("The notice will be put up by the harbour master by Friday.", "the harbour master"),
        ("It was agreed that a price would be got by the treasurer.", "the treasurer"),
        ("A map would be sent to members by email by the clerk.", "the clerk"),
        ("The tariff will be sent out by Ms Orme by the end of the week.", "Ms Orme"),
        ("Mrs. J. Orme to send out the tariff.", "Mrs. J. Orme"),
        ("Dr. Dale and Mrs. Orme to send out the tariff.", "Dr. Dale and Mrs. Orme"),
        # when, where and how, and who does something else
        ("The notes will be sent to members by Friday.", None),
        ("The tariff will be sent to members by the summer.", None),
        ("The tariff would be sent to members by the end of the week.", None),
        ("The seat will be put up by the old quay by May.", None),
        ("A group would be set up in June, to be led by the treasurer.", None),
    ],
)
def test_who_acts_behind_by(row: str, owner: str | None) -> None:
    found = find_minutes(read_blocks("# 6 Ferries", "The harbour was quiet.", row), meeting=None)
    assert [action.owner for action in found.actions] == [owner]


def test_who_is_named_in_every_other_way_is_found() -> None:
    """By the forename under which he is listed, behind what stands between him and his verb, and where it is left to him."""
    forms = (
        "{who} accepted that this was slow, and will send the costs to members.",
        "{who} said that it was with the Trust and he would send the costs to members.",
        "{who} explained the position. He will send the costs to members.",
        "{who} promised that the costs would be sent to members.",
        "Cllr Bell asked that the costs be sent to members. {who} said he would do this.",
        "{who} has yet to send the costs to members.",
        "{who} to be asked to send the costs to members.",
        "It falls to {who} to send the costs to members.",
        "RESOLVED: That {who} be called upon to send the costs to members.",
        "RESOLVED: That {who}, with the ward councillors, send the costs to members.",
    )
    listed = "Present: Councillor Ann Bell (Chair), Tim Ash (Finance Manager), Mr Neil Garrick (Director of Housing)"
    told = "RESOLVED: That the minutes of the last meeting be approved."
    missed: list[str] = []
    for who, last in (("Tim", "Tim"), ("Mr Garrick", "Garrick"), ("the Director of Housing", "Housing")):
        for form in forms:
            text = form.format(who=who)
            rows = ("MINUTES", listed, "# 4. Minutes", told, "# 5. Kilns", f"{text[:1].upper()}{text[1:]}")
            actions = find_minutes(read_blocks(*rows), meeting=None).actions
            missed += [] if any(last in (action.owner or "") for action in actions) else [text]
    assert missed == []
