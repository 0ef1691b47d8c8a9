"""The same action said twice in one paper is one row; two that differ in a word that matters are two."""

import pytest
from msgspec.structs import replace

from scrutiny.families.minutes.facts import Action, ActionKind
from scrutiny.families.minutes.repeats import each_once

ONE = Action(
    item="6", kind=ActionKind.AGREED, text="", owner=None, requested_by=None, due_printed=None, due=None, quote="",
    probability=1.0, rule="", why=(), pages=(1,),
)  # fmt: skip


def action(text: str, owner: str | None = None, item: str = "6") -> Action:
    return replace(ONE, text=text, owner=owner, item=item)


@pytest.mark.parametrize(
    ("actions", "kept"),
    [
        # a summary says it again, under the heading of its part, or with the owner
        (
            [action("A group to be formed to survey the bridge"), action("Form a group to survey the bridge", "JB")],
            ["Form a group to survey the bridge"],
        ),
        (
            [action("Bridges - Approve new tolls for heavy lorries"), action("Approve new tolls for heavy lorries")],
            ["Bridges - Approve new tolls for heavy lorries"],
        ),
        # another place, another owner, another item, or too little to tell
        ([action("Survey the old mill bridge"), action("Survey the old ford bridge")], 2),
        ([action("Survey the old mill bridge", "JB"), action("Survey the old mill bridge", "AM")], 2),
        ([action("Survey the old mill bridge"), action("Survey the old mill bridge", item="7")], 2),
        ([action("Write to them"), action("Write to them")], 2),
    ],
)
def test_under_an_item(actions: list[Action], kept: list[str] | int) -> None:
    found = [one.text for one in each_once(actions)]
    assert (len(found) if isinstance(kept, int) else found) == kept


@pytest.mark.parametrize(
    ("said", "owner", "rows"),
    [
        ("Ask at the county depot if they would repaint the bays", "JH", 1),
        ("Ask at the county depot if they would repaint the bays", "AM", 2),
        ("Ask at the county depot for the price of grit", "JH", 2),
    ],
)
def test_a_row_of_the_list_stands_for_what_the_text_says(said: str, owner: str, rows: int) -> None:
    listed = [action("JH to ask the county depot if they will repaint the bays in the car park", "JH", "24.07")]
    assert len(each_once([action(said, owner)], listed)) == rows
