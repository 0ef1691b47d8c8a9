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
