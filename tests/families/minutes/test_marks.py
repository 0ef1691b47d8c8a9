"""Which sentence an entry of the action column or a label is meant for, and the paragraphs they stand beside."""

import pytest

from scrutiny.families.minutes.margins import Mark, split_margin
from scrutiny.families.minutes.people import acts_in
from scrutiny.families.minutes.read import find_minutes
from scrutiny.families.minutes.structure import read_structure
from scrutiny.prose import Block
from scrutiny.prose.blocks import RowPlace
from tests.builders.paragraphs import read_blocks
from tests.families.minutes.test_structure import Leaf


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("JB", "JB to ask the yard for a price."),
        ("JB", "The gate was broken and JB agreed to mend it."),
        ("JB", "The ferry was late – JB is chasing the company."),
        ("JB/KT", "JB and KT will meet the harbour master."),
        ("KT", "JB and KT will meet the harbour master."),
        ("Clerk", "The Clerk would write to the yard."),
        ("JB", "JB has kindly offered to paint the bench."),
    ],
)
def test_who_is_named_beside_a_sentence_acts_in_it(entry: str, text: str) -> None:
    assert acts_in(entry, text)


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("JB", "JB asked what a new gate would cost."),
        ("JB", "A note for JB to read was on the table."),
        ("JB", "JB would not go to the fair."),
        ("JB", "JB to be thanked for the map."),
        ("JB", "KT will give the note to JB."),
        ("JB/KT", "JB will meet the harbour master."),  # KT has something else to do
        ("JB", "JBS will mend the gate."),
        ("JB", "JB mended the gate in May."),
        ("", "JB will mend the gate."),
    ],
)
def test_who_is_named_beside_a_sentence_need_not_act_in_it(entry: str, text: str) -> None:
    assert not acts_in(entry, text)


def block(*rows: str) -> Block:
    places = tuple(
        RowPlace(pdf_page=1, top=100.0 + 14 * at, bottom=110.0 + 14 * at, text=row) for at, row in enumerate(rows)
    )
    text = " ".join(rows)
    return Block(
        marker=None, text=text, quote=text, pages=(1,), left=72, size=11, bold=False, lines=len(rows), rows=places
    )


def beside(row: int, text: str = "JB") -> Mark:
    return Mark(text=text, pdf_page=1, top=101.0 + 14 * row, bottom=109.0 + 14 * row)


LONG = "The survey of the slipway that the harbour master sent us in May is now"


@pytest.mark.parametrize(
    ("rows", "marks", "parts"),
    [
        # paragraphs without room between them, each with its entry
        ((LONG, "to be paid", "Three quotes to be sought for the gate"), (beside(0), beside(2, "KT")), 2),
        # one entry: nothing says that it is several
        ((LONG, "to be paid", "Three quotes to be sought for the gate"), (beside(0),), 1),
        # the next line goes on with the sentence
        ((LONG, "to be paid by", "three of the members of the group"), (beside(0), beside(2, "KT")), 1),
        # the next word had no room
        ((LONG, f"{LONG[:-3]}", "Harbour Office to be told"), (beside(0), beside(2, "KT")), 1),
        # both entries stand above
        ((LONG, LONG.lower(), "in May.", "Three boats were late"), (beside(0), beside(1, "KT")), 2),
        # labels below one another
        (("ACTION: JB to ring the yard", "ACTION: KT to print the fares"), (), 2),
        (("Action 1: JB to ring the yard", "about the gate", "Action 2: KT to print the fares"), (), 2),
    ],
)  # fmt: skip
def test_paragraphs_that_run_together_are_taken_apart(
    rows: tuple[str, ...], marks: tuple[Mark, ...], parts: int
) -> None:
    passages = read_structure((block(*rows),), marks)[0].passages
    labels = sum(one.label is not None for passage in passages for one in passage.utterances)
    assert max(sum(len(passage.utterances) for passage in passages), labels) == parts


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("The fares rose. ACTION: The new table would be sent", "to the tenant of the kiosk.", 1),
        ("ACTION: KT to send the new table of fares", "to the tenant of the kiosk.", 1),
        ("ACTION: KT to send the new table of fares.", "to the tenant of the kiosk.", 2),
        ("ACTION: KT to send the new table of fares", "The kiosk was let in May.", 2),
        ("The new table of fares would be sent", "to the tenant of the kiosk.", 2),
    ],
)
def test_a_label_cut_off_by_its_weight_goes_on(one: str, other: str, parts: int) -> None:
    passages = read_structure((block(one), block(other)), ())[0].passages
    assert sum(other in passage.block.text and one in passage.block.text for passage in passages) == 2 - parts


def test_an_entry_goes_on_on_the_next_line() -> None:
    rows = [
        ("The hedge is to be cut before the", "BM &"),
        ("end of the month.", "AM"),
        ("A bench will be bought.", "AM"),
    ]
    _, marks = split_margin([Leaf([*rows, ("The gate will be painted.", "BM")])])
    assert [mark.text for mark in marks] == ["BM & AM", "AM", "BM"]


@pytest.mark.parametrize(
    ("top", "index"),
    [(101.0, 0), (108.0, 1), (115.0, 1)],  # beside the first line, between both, beside the second
)
def test_an_entry_between_two_lines_is_beside_both(top: float, index: int) -> None:
    paragraph = block("Members spoke of the gate by the old quay.", "It was agreed to mend it before the summer comes.")
    found = read_structure((paragraph,), (Mark(text="JB", pdf_page=1, top=top, bottom=top + 8),))
    assert [one.mark for one in found[0].passages[0].utterances].index("JB") == index


def test_a_label_belongs_to_the_sentence_in_which_he_acts_whom_it_names() -> None:
    found = find_minutes(
        read_blocks(
            "# 6 Roads",
            "KT asked that the group look at the fares in the autumn. JB will ask the yard for a price for the new gate.",
            "ACTION: JB",
        ),
        meeting=None,
    )
    assert ("Ask the yard for a price for the new gate", "JB") in [(one.text, one.owner) for one in found.actions]
    assert not [one for one in found.actions if one.owner == "JB" and "autumn" in one.text]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("ACTION BY: Clerk – to add the kiosk to the agenda", [("Add the kiosk to the agenda", "Clerk")]),
        ("ACTION BY KT: add the kiosk to the agenda", [("Add the kiosk to the agenda", "KT")]),
        ("Action for: Harbour Master - send the fares to all", [("Send the fares to all", "Harbour Master")]),
        ("Action (KT/JB): ring the yard about the gate", [("Ring the yard about the gate", "KT/JB")]),
        ("Action required: Clerk to send the fares to all", [("Send the fares to all", "Clerk")]),
        ("ACTION 1: Ring the yard about the gate (KT)", [("Ring the yard about the gate", "KT")]),
        ("ACTION 1: Ring the yard about the gate (KT/JB)", [("Ring the yard about the gate", "KT/JB")]),
        ("ACTION 1: Ask the yard about the lamps (LED)", [("Ask the yard about the lamps (LED)", None)]),
        ("ACTION 1: Ring the yard about the gate (by post)", [("Ring the yard about the gate (by post)", None)]),
        # no more than who: the sentence before is his
        ("Action by: Clerk", [("Members spoke of the gate by the quay", "Clerk")]),
        # nobody, nothing, or no label
        ("ACTION: None", []),
        ("Action 5: none required", []),
        ("Action: Noted", []),
        ("ACTION LIST: see below", []),
        ("Action Group: the boats were late again", []),
        ("Action taken: the yard was rung about the gate", []),
        ("Action by the yard was slow all summer", []),
    ],
)
def test_whom_the_head_of_a_label_names(label: str, expected: list[tuple[str, str | None]]) -> None:
    lines = (("Members spoke of the gate by the quay.", label), (f"Members spoke of the gate by the quay. {label}",))
    for paragraphs in lines:
        found = find_minutes(read_blocks("# 6 Roads", *paragraphs), meeting=None)
        assert [(one.text, one.owner) for one in found.actions] == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("AB to write to the yard about the lamps.", [("Write to the yard about the lamps", "AB")]),
        ("To be discussed with the skippers in May.", [("Discuss with the skippers in May", None)]),
        # what stands below is no task: the word belongs to what stands above it
        ("The loft was dry.", [("Mend the gate", "Mr Penn")]),
        ("The Board went to the loft to look.", [("Mend the gate", "Mr Penn")]),
    ],
)
def test_a_bare_word_above_a_task_belongs_to_it(below: str, expected: list[tuple[str, str | None]]) -> None:
    above = "The lamps were out again." if expected[0][1] != "Mr Penn" else "Mr Penn would mend the gate."
    found = find_minutes(read_blocks("# 6 Roads", above, "Action", below), meeting=None)
    assert [(one.text.partition(" (")[0], one.owner) for one in found.actions] == expected


def test_what_several_are_to_do_behind_one_label_is_several_actions() -> None:
    found = find_minutes(
        read_blocks("# 6 Roads", "Members spoke of the gate.", "Actions: KT to ring the yard; JB to print the fares"),
        meeting=None,
    )
    assert [(one.text, one.owner) for one in found.actions] == [("Ring the yard", "KT"), ("Print the fares", "JB")]
