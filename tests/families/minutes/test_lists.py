"""Action lists and next steps in reports."""

import pytest

from scrutiny.families.minutes import lists, tables
from scrutiny.families.minutes.facts import LogRow, Progress
from scrutiny.families.minutes.lists import find_listed_actions
from scrutiny.families.minutes.read import find_minutes, logged_actions
from tests.builders.paragraphs import read_blocks
from tests.builders.wordings import texts_of


def test_a_list_with_owners_and_a_number_left_out() -> None:
    listed, missing = find_listed_actions(
        read_blocks(
            "# Actions", "1.| Panel dates have been placed on the extranet.", "2.| Panel representatives to provide feedback.",
            "4.| The Willows to continue to offer support.", "# Finance", "5.| None.",
        )
    )  # fmt: skip
    assert [(action.number_printed, action.owner, action.done) for action in listed] == [
        ("1.", None, True), ("2.", "Panel representatives", False), ("4.", "The Willows", False),
    ]  # fmt: skip
    assert [(gap.before, gap.after) for gap in missing] == [("2.", "4.")]


@pytest.mark.parametrize(
    "heading",
    ["# Next steps", "# Agreed actions", "# Report next steps", "# Actions agreed with schools", "# 7. Next Steps"],
)
def test_headings_that_are_taken(heading: str) -> None:
    assert (
        len(
            find_listed_actions(
                read_blocks(heading, "• The service to review the plan.", "• The team will report back.")
            )[0]
        )
        == 2
    )


@pytest.mark.parametrize(
    "heading", ["# Background", "The next steps are known to all of us.", "# Reasons for decision"]
)
def test_headings_that_are_left(heading: str) -> None:
    assert find_listed_actions(read_blocks(heading, "• The service to review the plan."))[0] == ()


def test_the_questions_of_a_form_are_no_actions() -> None:
    form = read_blocks(
        "# Impacts and mitigating actions", "1.| Impacts for age Are there any? No", "2.| Who is responsible"
    )
    assert find_listed_actions(form) == ((), ())


def test_no_page_is_passed_over_for_its_words() -> None:
    """The words are written down by hand, beside the patterns: they must not fall out of step."""
    assert all(map(lists.worth_reading, texts_of(lists._WORTH)))
    lines = [line for text in texts_of(tables._HEADING_LINE) for line in text.splitlines()]
    assert all(tables.may_hold_log(line) for line in lines if tables._HEADING_LINE.search(line))


@pytest.mark.parametrize("lead", ["The strategy is to:", "How the service will:"])
def test_what_a_paper_will_do_is_nobodys_action(lead: str) -> None:
    blocks = read_blocks("# 6 Ferries", "The harbour was quiet.", lead, "• write to residents", "• publish a map")
    assert find_minutes(blocks, meeting=None).actions == ()


@pytest.mark.parametrize(
    ("cell", "owner", "expected"),
    [
        ("Write to the yard. Send a copy to members.", "AO", [("AO", "Write to the yard"), ("AO", "Send a copy to members")]),
        ("BH to mend the gate. CL to paint it.", None, [("BH", "BH to mend the gate"), ("CL", "CL to paint it")]),
        ("1. AO to call the yard 2. Clerk to print the tariff", None, [("AO", "AO to call the yard"), ("Clerk", "Clerk to print the tariff")]),
        # of several each is his whom it names
        ("BH to mend the gate. CL to paint it. Ask for a price.", "BH", [("BH", "BH to mend the gate"), ("CL", "CL to paint it"), ("BH", "Ask for a price")]),
        ("Members to visit the yard.", "Harbour Board", [("Harbour Board", "Members to visit the yard")]),
        # one task with words of its own
        ("Write to the yard. The old crane is broken.", "AO", [("AO", "Write to the yard. The old crane is broken")]),
        ("AO to call the yard. This to be done by May.", None, [("AO", "AO to call the yard. This to be done by May")]),
        ("Quay. AO to call the yard.", None, [("AO", "Quay. AO to call the yard")]),
        ("Crane and lamp", "BH", [("BH", "Crane and lamp")]),
    ],
)  # fmt: skip
def test_each_task_of_a_cell_stands_alone(cell: str, owner: str | None, expected: list[tuple[str, str]]) -> None:
    row = LogRow(
        number=None, text=cell, owner=owner, due_printed=None, status=None, progress=Progress.OPEN, update=None, page=1
    )
    assert [(action.owner, action.text) for action in logged_actions([row], None)] == expected
