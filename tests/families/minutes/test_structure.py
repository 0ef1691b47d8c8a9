"""Action labels, the action column, and which papers are minutes."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from scrutiny.families.minutes.items import find_items
from scrutiny.families.minutes.labels import split_label
from scrutiny.families.minutes.margins import split_margin
from scrutiny.families.minutes.read import find_minutes, lay_out, read_minutes
from scrutiny.families.minutes.recognise import is_proposed
from scrutiny.families.minutes.structure import _pieces, read_structure
from scrutiny.pdf import Direction, Line, Word, read_pdf
from scrutiny.sources import Box
from tests.builders.paper import PackBuilder
from tests.builders.paragraphs import read_blocks


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("DT/TRUSTEES", ("DT/TRUSTEES", None)),
        ("Head of Legal and J. Smith", ("Head of Legal and J. Smith", None)),
        ("Ann Poole - list of empty homes", ("Ann Poole", "list of empty homes")),
        ("Study to be sent round on receipt - Ann Poole", ("Ann Poole", "Study to be sent round on receipt")),
        ("Clerk to order the signs", (None, "Clerk to order the signs")),
        ("", (None, None)),
    ],
)
def test_labels(rest: str, expected: tuple[str | None, str | None]) -> None:
    assert split_label(rest) == expected


def test_a_label_gives_its_sentence_the_owner() -> None:
    found = find_minutes(
        read_blocks("# 6 Roads", "The survey was late. A summary will be sent to all members.", "ACTION: JB"),
        meeting=None,
    )
    assert [(action.text, action.owner) for action in found.actions] == [
        ("A summary to be sent to all members", "JB"),
    ]


def test_a_label_with_words_is_an_action_of_its_own() -> None:
    found = find_minutes(
        read_blocks("# 6 Roads", "Members spoke of the bridge.", "ACTION: Clerk to ask for a new survey"), meeting=None
    )
    assert [(action.text, action.owner, action.kind.value, action.rule) for action in found.actions] == [
        ("Ask for a new survey", "Clerk", "agreed", "label of the paper"),
    ]


def test_a_label_within_a_paragraph_is_an_action() -> None:
    found = find_minutes(
        read_blocks("# 6 Roads", "A resident spoke of the ditch by the mill. Action: To be shown to the engineer."),
        meeting=None,
    )
    assert [(action.text, action.probability) for action in found.actions] == [("To be shown to the engineer", 1.0)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("The ditch by the mill is full again – report to the drainage office. TS Action.", "TS"),
        ("The reply about the stile remains outstanding. ACTION CLERK", "CLERK"),
        ("A ranger will look at the weir. TS/MB Action", "TS/MB"),
    ],
)
def test_a_label_may_be_a_sentence_with_the_name_ahead(row: str, expected: str) -> None:
    found = find_minutes(read_blocks("# 6 Roads", "The mill was painted.", row), meeting=None)
    assert [action.owner for action in found.actions] == [expected]
    assert expected not in found.actions[0].text


@pytest.mark.parametrize(
    ("row", "owner", "text"),
    [
        ("A survey will be asked for. Action 2.01: CP", "CP", "A survey to be asked for"),
        ("Minutes of May: the mill is in Ford Lane. Moved AB, seconded CD. ACTION EF to tell the printer.", "EF", "Tell the printer"),
        ("AB asked CD whether he could work out a rough price. Agreed. ACTION CD.", "CD", "Work out a rough price"),
        ("Members wanted a full answer from the yard within a month – ACTION", None, "Provide a full answer from the yard within a month"),
        ("Is the bank growing? – ACTION (give members the depth of the weir)", None, "Give members the depth of the weir"),
        ("The gate is to be painted. ACTION", None, "The gate to be painted"),
    ],
)  # fmt: skip
def test_a_label_stands_behind_what_is_to_be_done(row: str, owner: str | None, text: str) -> None:
    found = find_minutes(read_blocks("# 6 Roads", "The mill was painted.", row), meeting=None).actions
    assert [(action.owner, action.text.removesuffix(" (Roads)")) for action in found] == [(owner, text)]


def test_a_label_that_says_something_else_is_a_task_beside_its_sentence() -> None:
    found = find_minutes(
        read_blocks("# 6 Talk", "Ann said that Ned could not come but hoped to come in May.", "Action: Una to invite Ned to the next one."),
        meeting=None,
    ).actions  # fmt: skip
    assert [(action.quote, action.owner) for action in found] == [("Action: Una to invite Ned to the next one.", "Una")]


def test_a_label_in_other_words_is_of_him_whom_the_sentence_names() -> None:
    found = find_minutes(
        read_blocks("# 6 Roads", "It was agreed that the Clerk would ask the yard for its prices.", "ACTION: Clerk to speak to yard"),
        meeting=None,
    ).actions  # fmt: skip
    assert [action.owner for action in found] == ["Clerk"]


def test_two_who_are_to_act_in_one_part_of_a_list_are_two_rows() -> None:
    found = find_minutes(
        read_blocks("# 6 Hall", "3.| Sound in the hall is poor. Ann to get prices for boards, Ben to ask who fitted the ones at the school."),
        meeting=None,
    ).actions  # fmt: skip
    assert [action.owner for action in found] == ["Ann", "Ben"]


def test_one_who_is_named_beside_what_nobody_is_told_to_do_has_a_row() -> None:
    found = find_minutes(
        read_blocks("# 6 Hall", "3.| Agreed to get prices for boards in the hall. Ann to write to the yard about them."), meeting=None
    ).actions  # fmt: skip
    assert [action.owner for action in found] == [None, "Ann"]


def test_one_who_is_to_act_in_one_part_of_a_list_is_one_row() -> None:
    found = find_minutes(
        read_blocks("# 6 Hall", "3.| The Clerk would get prices for boards. The Clerk would report to the next meeting."), meeting=None
    ).actions  # fmt: skip
    assert len(found) == 1


@pytest.mark.parametrize(
    "row",
    [
        "The ditch by the mill is full again. Town Action.",
        "The ditch by the mill is full again. TS took action.",
        "The weir is becoming shallow. The bank is steep. ACTION LIST",
    ],
)
def test_words_before_action_need_not_be_who_acts(row: str) -> None:
    assert find_minutes(read_blocks("# 6 Roads", row), meeting=None).actions == ()


def test_what_goes_on_by_itself_beside_a_task_is_none() -> None:
    row = "The bank behind the weir is becoming a path. The ranger will be asked to fence it off. TS Action."
    assert acted("# 6 Roads", row) == ["Fence it off (The bank behind the weir is becoming a path)"]


def test_a_list_of_actions_is_no_label() -> None:
    found = find_minutes(
        read_blocks("# 6 Roads", "Photos to be sent to the Clerk in May.", "ACTION LIST SUMMARY"), meeting=None
    )
    assert "LIST SUMMARY" not in str(found)


def test_a_label_is_meant_for_each_sentence_above_it() -> None:
    rows = (
        "It was agreed to ask the owner in May. A report will be sent to all members in June.",
        "ACTION: JB",
    )
    found = find_minutes(read_blocks("# 6 Roads", *rows), meeting=None)
    assert [action.owner for action in found.actions] == ["JB", "JB"]


def test_a_part_numbered_in_figures_and_letters_begins_anywhere() -> None:
    rows = (
        "There would be a fair at the green at 7.30 p.m. 5iii) The Clerk would write to the farmer about the gate.",
    )
    business = read_structure(read_blocks("# 6 Roads", *rows), ())
    assert [one.text for item in business for passage in item.passages for one in passage.utterances] == [
        "There would be a fair at the green at 7.30 p.m.", "5iii) The Clerk would write to the farmer about the gate.",
    ]  # fmt: skip


def test_a_label_alone_opens_what_stands_below_it() -> None:
    found = find_minutes(
        read_blocks(
            "# 6 Roads",
            "Members thanked the crew.",
            "Actions:",
            "• Engineer to price the wall.",
            "• Clerk to write to the owner of the mill.",
            "The meeting closed at nine.",
        ),
        meeting=None,
    )
    assert [(action.text, action.owner, action.probability) for action in found.actions] == [
        ("Price the wall (Roads)", "Engineer", 1.0),
        ("Write to the owner of the mill", "Clerk", 1.0),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("•| The quay was busy.", "•| Action: Paint the mooring rings", "•| ACTION: Ann to count the bollards"),
            [("Paint the mooring rings", None), ("Count the bollards", "Ann")],
        ),
        (("Talk of the slip.", "Action on Moss – paint the slip."), [("Paint the slip", "Moss")]),
        (("Talk of the slip.", "ACTION ANN/CD: paint the slip."), [("Paint the slip", "ANN/CD")]),
        (("•| Action on fees: the Board heard that none was paid.",), []),
        (("•| ACTION PLAN: the Board heard of it.", "•| Action Group: the quay is full."), []),
        (("•| Ann to count the bollards.", "•| ACTION: AB"), [("Count the bollards (Roads)", "AB")]),
    ],
)
def test_a_label_may_be_a_part_of_a_list_or_name_who_acts_ahead_of_its_colon(
    rows: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    found = find_minutes(read_blocks("# 6 Roads", *rows), meeting=None)
    assert [(action.text, action.owner) for action in found.actions] == expected


def test_a_label_above_a_list_is_not_said_of_the_item_below_it() -> None:
    rows = (
        "# 6 Roads", "The quay was busy.", "Action:", "•| Ann to paint the slip.", "•| Ben to count the bollards.",
        "7.| Open Moorings Users Group", "The yard is an office of the islands. It will build boats for the north.",
    )  # fmt: skip
    found = find_minutes(read_blocks(*rows), meeting=None)
    assert [action.text for action in found.actions] == ["Paint the slip (Roads)", "Count the bollards (Roads)"]


def test_the_number_of_a_label_says_nothing() -> None:
    rows = (
        "• Ann to ask the crews to join the panel (Action 2.5)",
        "• The list will be sent to the crews (Action 3: Clerk)",
    )
    found = find_minutes(read_blocks("# 6 Ferries", *rows), meeting=None).actions
    assert [(action.owner, action.text) for action in found] == [
        ("Ann", "Ask the crews to join the panel"),
        ("Clerk", "The list to be sent to the crews"),
    ]


def test_a_label_that_says_that_nothing_is_to_be_done_gives_no_row() -> None:
    found = find_minutes(read_blocks("# 6 Roads", "# Action:", "Officers noted the comments made."), meeting=None)
    assert found.actions == ()


def word(text: str, left: float, top: float, *, bold: bool = False) -> Word:
    return Word(
        text=text,
        box=Box(left=left, top=top, right=left + 6.0 * len(text), bottom=top + 10),
        size=11.0,
        bold=bold,
        direction=Direction.ACROSS,
    )


class Leaf:
    """A page as `split_margin` takes it."""

    pdf_page = 1
    width = 595.0
    height = 842.0
    text = ""

    def __init__(self, rows: list[tuple[str, str]], *, bold: bool = False) -> None:
        """`bold`: the entries of the column are, and the lines they stand in are taken for it."""
        self.lines: tuple[Line, ...] = ()
        self.words: tuple[Word, ...] = ()
        for number, (body, mark) in enumerate(rows):
            top = 100.0 + 14 * number
            words = []
            left = 60.0
            for part in body.split():
                words.append(word(part, left, top))
                left += 6.0 * len(part) + 4
            if mark:
                words.append(word(mark, 530.0, top, bold=bold))
            self.words += tuple(words)
            box = Box(left=60.0, top=top, right=words[-1].box.right, bottom=top + 10)
            self.lines += (
                Line(
                    text=f"{body} {mark}".strip(),
                    box=box,
                    size=11.0,
                    bold=bold and mark != "",
                    direction=Direction.ACROSS,
                ),
            )


def test_initials_beside_the_text_are_taken_out_of_it() -> None:
    leaf = Leaf(
        [
            ("The hedge is to be cut before the", "BM"),
            ("end of the month.", ""),
            ("A new bench will be bought.", "AM"),
            ("The gate will be painted.", "BM"),
        ]
    )
    sheets, marks = split_margin([leaf])
    assert [mark.text for mark in marks] == ["BM", "AM", "BM"]
    assert [line.text for line in sheets[0].lines] == [
        "The hedge is to be cut before the", "end of the month.", "A new bench will be bought.", "The gate will be painted.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("margin", "marks"),
    [
        (("JB", "", "AM /", "TS"), ["JB", "AM/TS"]),
        (("JB", "", "AM", "JB"), ["JB", "AM", "JB"]),
        (("JB", "", "", "TS"), []),  # two by chance
        (("Jan", "Feb", "Mar", "Apr"), []),
        (("6.1", "6.2", "6.3", "6.4"), []),
    ],
)
def test_initials_in_the_left_margin_are_taken_out_of_the_text(margin: tuple[str, ...], marks: list[str]) -> None:
    texts = ["Mrs. Orme to paint the gate.", "The pond was quiet.", "Mr. Dale and Mrs. Orme", "to see to the boats."]
    leaf = Leaf([(text, "") for text in texts])
    before = [(word(one, 20.0, 100.0 + 14 * at), at) for at, one in enumerate(margin) if one]
    leaf.words += tuple(each for each, _ in before)
    lines = list(leaf.lines)
    for each, at in before:
        box = Box(left=20.0, top=lines[at].box.top, right=lines[at].box.right, bottom=lines[at].box.bottom)
        lines[at] = replace(lines[at], text=f"{each.text} {texts[at]}", box=box)
    leaf.lines = tuple(lines)
    sheets, found = split_margin([leaf])
    assert [mark.text for mark in found] == marks
    expected = [(text, 60.0) if marks else (line.text, line.box.left) for text, line in zip(texts, lines, strict=True)]
    assert [(line.text, line.box.left) for line in sheets[0].lines] == expected


def drawn(rows: list[list[str]], folder: Path) -> Path:
    """A meeting minuted in a ruled table."""
    paper = PackBuilder(numbers=False, stamps=False, outline=False)
    paper.new_page()
    paper.heading("Notes of the ferry users on 4 May 2031", size=12)
    paper.table(rows, [40, 330, 80])
    path = folder / "minutes.pdf"
    path.write_bytes(paper.data())
    return path


NOTED = [
    ["1", "Apologies came from Ms Orme and Mr Hay, who were at the harbour.", ""],
    ["2", "The Clerk would write to the ferry company about the winter table and report to the group.", "Clerk"],
    ["3", "It was agreed that a survey of the slipway would be carried out before the end of the season.", "JL"],
    ["4", "Fares had gone up by a tenth. A table of the fares to be sent to all members by the summer.", "KT"],
]


@pytest.mark.parametrize("heading", ["Action by", "ACTION", "Action owner", "By whom", None])
def test_who_acts_stands_in_the_last_column_of_a_ruled_table(heading: str | None, tmp_path: Path) -> None:
    rows = [["Item", "Minute", heading], *NOTED] if heading else NOTED
    with read_pdf(drawn(rows, tmp_path)) as pdf:
        found = read_minutes(lay_out(pdf.pages(), ()), meeting=None).actions
    assert [(action.text, action.owner) for action in found] == [
        ("Write to the ferry company about the winter table and report to the group", "Clerk"),
        ("A survey of the slipway to be carried out before the end of the season", "JL"),
        ("A table of the fares to be sent to all members by the summer", "KT"),
    ]


TASKS = ["Clerk to send the table of fares to all members", "JL/KT to ask the harbour for its figures"]


@pytest.mark.parametrize("heading", ["Action", "Actions", "Action Points", "Actions agreed"])
def test_whole_tasks_stand_in_the_last_column(heading: str, tmp_path: Path) -> None:
    """They are read cell by cell, and not line by line into the sentences beside them."""
    rows = [["Item", "Minute", heading], *([*row[:2], task] for row, task in zip(NOTED, ["", "", *TASKS], strict=True))]
    with read_pdf(drawn(rows, tmp_path)) as pdf:
        found = read_minutes(lay_out(pdf.pages(), ()), meeting=None).actions
    assert [(action.text, action.owner) for action in found if action.rule == "label of the paper"] == [
        ("Ask the harbour for its figures", "JL/KT")
    ]
    assert {(action.quote.lstrip("234 "), action.owner) for action in found if action.rule != "label of the paper"} == {
        (NOTED[1][1], "The Clerk"), (NOTED[2][1], None), (NOTED[3][1], "Clerk"),
    }  # fmt: skip


def test_an_entry_of_the_column_says_who_what_and_by_when(tmp_path: Path) -> None:
    """However it is put, its words are never read into the sentences beside it, and it is no second action."""
    entries = {
        "{who}": (False, False), "{who}/JW": (False, False), "Action 3: {who}": (False, False), "ACTION {who}": (False, False),
        "{who} {due}": (False, True), "{who} by {due}": (False, True), "{who} ({due})": (False, True),
        "{task}. {who}, {due}": (True, True), "{task} ({who})": (True, False), "{who}: {task}": (True, False),
    }  # fmt: skip
    tasks = ("Letter to ferry company", "Survey of slipway", "Table of fares")
    for heading in ("Action", "Action by / when", "Action / by whom / when", "Lead officer", "Who and by when"):
        for entry, (_, due) in entries.items():
            cells = [
                entry.format(who=who, due="31 May", task=task)
                for who, task in zip(("Clerk", "JL", "KT"), tasks, strict=True)
            ]
            rows = [["Item", "Minute", heading], [*NOTED[0][:2], ""]]
            rows += [[*row[:2], cell] for row, cell in zip(NOTED[1:], cells, strict=True)]
            with read_pdf(drawn(rows, tmp_path)) as pdf:
                found = read_minutes(lay_out(pdf.pages(), ()), meeting=date(2031, 5, 4)).actions
            assert [action.quote.lstrip("234 ") for action in found] == [row[1] for row in NOTED[1:]], (heading, entry)
            assert [(action.owner or "")[:2] for action in found] == ["Cl", "JL", "KT"], (heading, entry)
            assert not due or all(action.due == date(2031, 5, 31) for action in found), (heading, entry)


@pytest.mark.parametrize(
    "cell", ["Clerk to write to the yard. This has been done.", "Table of fares was sent", "Not reached – next meeting"]
)
def test_what_came_of_a_task_is_none_though_it_stands_in_the_column(cell: str, tmp_path: Path) -> None:
    rows = [["Item", "Minute", "Action"], *([*row[:2], ""] for row in NOTED[:3]), [*NOTED[3][:2], cell]]
    with read_pdf(drawn(rows, tmp_path)) as pdf:
        found = read_minutes(lay_out(pdf.pages(), ()), meeting=None).actions
    assert [action.quote for action in found if action.rule == "label of the paper"] == []


def test_text_that_runs_below_the_word_action_stands_in_no_column() -> None:
    through = (
        "The boats were laid up for the winter before the harbour had asked for a new list of them and of all berths"
    )
    assert split_margin([Leaf([("Item", "Action"), (through, ""), ("Boats", "list to be made")])])[1] == ()


@pytest.mark.parametrize("names", [("Aurora", "Boreas", "Cutter"), ("North", "Pier", "Quay")])
def test_the_last_column_of_a_table_need_not_say_who_acts(names: tuple[str, ...], tmp_path: Path) -> None:
    rows = [["No", "Fault", "Vessel"], *([*row[:2], name] for row, name in zip(NOTED[1:], names, strict=True))]
    with read_pdf(drawn(rows, tmp_path)) as pdf:
        assert split_margin(pdf.pages())[1] == ()


def test_initials_in_bold_make_no_heading_of_a_short_last_line() -> None:
    rows = [
        ("The hedge is to be cut by the end of", ""),
        ("June.", "BM"),
        ("A bench will be bought.", "AM"),
        ("The gate will be painted.", "BM"),
    ]
    sheets, _ = split_margin([Leaf(rows, bold=True)])
    assert [(line.text, line.bold) for line in sheets[0].lines] == [(body, False) for body, _ in rows]


@pytest.mark.parametrize(("places", "marks"), [((480.0, 505.0, 530.0), ["BM", "AM", "BM"]), ((480.0, 505.0), [])])
def test_initials_far_behind_their_paragraphs_need_no_column(places: tuple[float, ...], marks: list[str]) -> None:
    """Set to the right with a tab they begin at no common place, and lines of text run through it."""
    rows = [("The pond on the green by the old mill is to be cleared before the end of this very month", "")] * 9
    rows += [("The gate is to be painted.", mark) for mark in ("BM", "AM", "BM")[: len(places)]]
    leaf = Leaf(rows)
    moved = iter(places)
    leaf.words = tuple(
        word(one.text, next(moved), one.box.top) if one.text in ("BM", "AM") else one for one in leaf.words
    )
    assert [mark.text for mark in split_margin([leaf])[1]] == marks


@pytest.mark.parametrize(("said", "marks"), [("GW to act.", ["GW"]), ("He is to act.", []), ("GWENT to act.", [])])
def test_initials_that_the_text_says_too_need_no_column(said: str, marks: list[str]) -> None:
    leaf = Leaf([("The council keeps to the smaller", "GW"), (f"sum for one more year. {said}", "")])
    assert [mark.text for mark in split_margin([leaf])[1]] == marks


def test_two_capitalised_words_make_no_column() -> None:
    leaf = Leaf([("The officer came from", "Leeds"), ("and went to", "York"), ("by train.", "")])
    assert split_margin([leaf])[1] == ()


@pytest.mark.parametrize(
    "head",
    [
        "EAST COUNCIL - PROPOSED RECORD OF DECISION\nDecision no: 12",
        "EAST COUNCIL\nRecord of decision\nDECISION TO BE TAKEN BY:\nthe Leader",
        "East Council\nDraft officer\ndecision notice",
        "Notice of intended key decision",
    ],
)
def test_what_is_still_to_be_decided_is_no_record(head: str) -> None:
    assert is_proposed([f"{head}\nThe Leader agrees to buy a bench."])


@pytest.mark.parametrize(
    "head",
    [
        "EAST COUNCIL\nDRAFT MINUTES of the meeting held on 4 May",
        "Draft decisions of the Executive\nMeeting held on 4 May",
        "RECORD OF DECISION\nDecision taken by: the Leader",
        "RECORD OF DECISION\nThe draft decision was published on 4 May.",
        "",
    ],
)
def test_what_was_decided_is_a_record(head: str) -> None:
    assert not is_proposed([head])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a list in bold bears numbers that the sequence of the items has elsewhere
        (
            ["# 1 Welcome", "# 2 Minutes", "# 3 Roads", "# That the Committee:", "# 1.| noted the plan.",
             "# 2.| agreed the cost.", "# 4 Bridges", "# 5 Ferries"],
            ["1", "2", "3", "4", "5"],
        ),
        # of two sequences that are as long the first is that of the items
        (
            ["# 1 Welcome", "# 2 Minutes", "# 1. Pond", "Words.", "# 2. Bench", "Words.", "# 3. Path", "Words.",
             "# 4. Gate", "Words.", "# 3 Roads", "# 4 Bridges"],
            ["1", "2", "3", "4"],
        ),
        # the next of the sequence is a heading below a decision in bold, and where its title begins with digits
        (
            ["# 1 Welcome", "# 2 Minutes", "# 3 Roads", "# It was AGREED that the plan be kept.", "# 4 Bridges",
             "Words.", "# 5 2024/25 Budget report", "Words.", "# 6 20 mph limits", "Words.", "# 7 Ferries"],
            ["1", "2", "3", "4", "5", "6", "7"],
        ),
        # in the weight of the text only where its number is missing
        (
            ["# 1. Welcome", "# 2. Minutes", "3.| Roads. The engineer came.", "# 4. Bridges", "# 5. Ferries", "6.| Words."],
            ["1", "2", "3", "4", "5"],
        ),
        # on a line of its own, of which one was lost
        # what goes on with a list of the decision is a part of it, though it be a heading of parts
        (["# Decision taken", "1.| Set up a group.", "# 2. Parking", "a.| agreed the price.", "# 3. Permits"], []),
        (["# C57 WELCOME", "# C58 MINUTES", "# C59 ROADS", "# C60 BRIDGES"], ["C57", "C58", "C59", "C60"]),
    ],
)  # fmt: skip
def test_the_numbers_of_items_ascend(rows: list[str], expected: list[str]) -> None:
    assert [item.number for item in find_items(read_blocks(*rows)) if item.number] == expected


def test_the_day_of_the_meeting_is_no_item() -> None:
    assert [item.number for item in find_items(read_blocks("# 19 July 2030, 2 pm", "The farmer spoke."))] == [None]


def test_two_meetings_in_one_paper_keep_their_numbers() -> None:
    items = find_items(read_blocks(*(f"# {number} Words" for number in [1, 2, 3, 4, 5, 6, 1, 2, 3, 4])))
    assert [item.number for item in items] == ["1", "2", "3", "4", "5", "6", "1", "2", "3", "4"]


def acted(*rows: str) -> list[str]:
    return [action.text for action in find_minutes(read_blocks(*rows), meeting=None).actions]


def test_what_the_agenda_meant_to_do_is_no_action() -> None:
    rows = (
        "# 6 Ferries", "The Harbour Board will receive a report on berths from the Harbour Master.", "Minutes:",
        "The Harbour Master agreed to send the berth plan to all members.",
    )  # fmt: skip
    assert len(acted(*rows)) == 1
    assert acted("# 6 Ferries", "To receive an update on berths and to approve the tariff.", "It was windy.") == []


def test_a_record_above_the_next_label_stays_one() -> None:
    rows = (
        "Fees", "Minutes:", "Clerk to send the fees to all members.", "Minutes:", "The plan was liked.",
    )  # fmt: skip
    assert acted(*rows) == ["Send the fees to all members"]
    parts = ("(a)| notes the fees; and", "(b)| requests that a note on berths be sent to all members.")
    assert len(acted("Fees", "Minutes:", "RESOLVED: That the Board", *parts, "Minutes:", "The plan was liked.")) == 1


def test_what_an_item_was_for_is_no_action_of_it() -> None:
    rows = ("The board met on the quay.", "To appoint a diver to inspect the piles", "Three divers had been asked.")
    assert acted("# 6 Ferries", *rows) == []
    decided = ("RESOLVED:", "(a)| To approve the tariff;", "(b)| To appoint a diver to inspect the piles.")
    assert acted("# 6 Ferries", *decided) == ["Appoint a diver to inspect the piles"]


def test_the_reasons_of_a_decision_are_no_actions() -> None:
    rows = (
        "# 6 Ferries", "RESOLVED that the Harbour Master report on berths to the next meeting.",
        "Reasons: (i) To bring the report to the Board in time for the season.",
        "(ii)| To enable the Board to check the tariff.",
    )  # fmt: skip
    assert len(acted(*rows)) == 1


@pytest.mark.parametrize(
    ("lead", "parts", "expected"),
    [
        (
            "The Harbour Master agreed to:",
            ("•| write to the ferry company", "•| send a plan of the berths to members"),
            [
                ("Write to the ferry company", "The Harbour Master"),
                ("Send a plan of the berths to members", "The Harbour Master"),
            ],
        ),
        (
            "Officers undertook to provide:",
            ("•| a plan of the berths;", "•| the figures of the ferry for May."),
            [("Provide a plan of the berths", "Officers"), ("Provide the figures of the ferry for May", "Officers")],
        ),
        (
            "Officers were asked to:",
            ("1.| circulate the tariff to members", "2.| arrange a visit to the yard"),
            [("Circulate the tariff to members", "Officers"), ("Arrange a visit to the yard", "Officers")],
        ),
        ("The aims of the Board are to:", ("•| provide a good service to members", "•| send out a plan each year"), []),
        ("The new ferry will:", ("•| carry forty cars", "•| run on each hour of the day"), []),
        ("Members asked what the company would:", ("•| charge for a lorry", "•| send to members"), []),
        ("If the bid failed the company would:", ("•| sell the ferry", "•| tell its members"), []),
    ],
)
def test_a_part_of_a_list_goes_on_as_its_lead_would(
    lead: str, parts: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    found = find_minutes(read_blocks("# 6 Ferries", "The harbour was quiet.", lead, *parts), meeting=None)
    assert [(action.text.removesuffix(" (Ferries)"), action.owner) for action in found.actions] == expected


@pytest.mark.parametrize(
    "rows",
    [
        ("A petition was received, asking the Board:", "•| That the Board write to the county about the quay."),
        ("Agreed: Clerk to take no further action on the bench.",),
    ],
)
def test_what_residents_ask_and_what_is_let_be_is_no_action(rows: tuple[str, ...]) -> None:
    assert acted("# 6 Ferries", *rows) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # who acts, behind what is to be done
        (("Agreed – write to the farm about the stile – Clerk to action.",), [("Write to the farm about the stile", "Clerk")]),
        (("It was agreed to buy two lamps for the pier, NR to action.",), [("Buy two lamps for the pier", "NR")]),
        (("NR would write to the yard about the crane. NR to action",), [("Write to the yard about the crane", "NR")]),
        # a star within a paragraph
        (
            ("The crane has stuck again. *Clerk to call the yard about the crane. The lamps are lit. b.",),
            [("Call the yard about the crane", "Clerk")],
        ),
        (("Lime trees were chosen for the quay, * Clerk asked to order ten lime trees.",), [("Order ten lime trees", "Clerk")]),
        (("Regatta on 8 August *to be put on the notice boards of the quay.",), [("Put on the notice boards of the quay", None)]),
        # two people's tasks joined by "and"
        (
            ("It was agreed that AB would ring the yard and NR would write to the county about dredging.",),
            [("Ring the yard", "AB"), ("Write to the county about dredging", "NR")],
        ),
        (("AB would ask whether the yard is shut and NR would still be paid by the county.",), [("Ask whether the yard is shut and NR would still be paid by the county", "AB")]),
        # near misses: a note, a rank, somebody who asks to be told
        (("The fee is £4* for a berth. *Harbour dues are not in it.",), []),
        (("The 3* rating of the pier was lost. Members heard why.",), []),
    ],
)  # fmt: skip
def test_who_acts_may_stand_behind_a_task_and_a_star_before_it(
    rows: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    found = find_minutes(read_blocks("# 6 Ferries", *rows), meeting=None).actions
    assert [(action.text.partition(" (")[0], action.owner) for action in found] == expected


def test_what_somebody_undertakes_ahead_of_the_decision_is_an_action() -> None:
    assert acted("# 6 Ferries", "The Harbour Master will write to the farm.", "Decision:", "Agreed.") == [
        "Write to the farm (Ferries)"
    ]


def test_what_others_asked_the_body_for_is_no_list_of_requests() -> None:
    rows = (
        "# 6 Ferries", "The islands had written and requested that:", "•| a ferry be named after each;",
        "•| the Harbour Master attend the regatta.",
    )  # fmt: skip
    assert acted(*rows) == []


def test_the_next_item_behind_a_reason_is_minuted() -> None:
    rows = (
        "# 6 Ferries", "RESOLVED that the lease be signed.", "Reason for decision: it ends in May.",
        "2.| The Harbour Master agreed to send the lease to all members.",
    )  # fmt: skip
    assert len(acted(*rows)) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Anna to ring the plumber, Ben to ask the bank for a form.", ["Anna to ring the plumber,", "Ben to ask the bank for a form."]),
        ("The Clerk to thank the owner; Mr Moss to speak to the club.", ["The Clerk to thank the owner;", "Mr Moss to speak to the club."]),
        ("RESOLVED: That (1) the report be noted; and (2) the rent be paid.", ["(2) the rent be paid."]),
        ("Clerk to book Leeds to the coast, York to the moors.", []),
        ("The Clerk to write to Mr Moss, Mrs Reed and Mr Fenn to thank them.", []),
        ("Mr Moss to go to the County Council, to ask for a bin.", []),
    ],
)  # fmt: skip
def test_what_several_are_to_do_in_one_line_is_taken_apart(text: str, parts: list[str]) -> None:
    assert [one for one, _ in _pieces(text)][-len(parts) :] == (parts or [text])


@pytest.mark.parametrize(
    "who", ["Clerk", "The Clerk", "the Clerk", "Cllr Day", "JB", "Head of Housing", "the Clerk and Cllr Day"]
)
@pytest.mark.parametrize(
    "form", ["{} – mend the gate", "{} - mend the gate", "{}: mend the gate", "Mend the gate – {}"]
)
def test_who_stands_before_or_behind_a_task(who: str, form: str) -> None:
    owner, what = split_label(form.format(who))
    assert owner == who and what is not None and "gate" in what and who not in what


@pytest.mark.parametrize(
    ("rest", "owner"),
    [
        ("Mend the gate (Clerk)", "Clerk"), ("Mend the gate (Cllr Day)", "Cllr Day"), ("Mend the gate (JB/KT)", "JB/KT"),
        ("Mend the gate (Park Lane)", None), ("Mend the gate (by June)", None), ("Park Lane: mend the gate", None),
        ("Mend the gate: it sticks", None), ("Gate (north)", None),
    ],
)  # fmt: skip
def test_a_place_or_a_reason_is_nobody(rest: str, owner: str | None) -> None:
    assert split_label(rest)[0] == owner


@pytest.mark.parametrize("word", ["ACTION", "Action", "Action point", "ACTION REQUIRED"])
@pytest.mark.parametrize("sign", [":", " –", ":-", " —", ": -"])
def test_a_label_behind_a_sentence_says_whose_it_is(word: str, sign: str) -> None:
    for who in ("Mr A Smith", "the Head of Housing", "Clerk"):
        rows = ("# 4 Gate", f"It was agreed to mend the gate. {word}{sign} {who}", "# 5 Next meeting", "In May.")
        found = find_minutes(read_blocks(*rows), meeting=None).actions
        assert [(one.owner, one.text) for one in found] == [(who, "Mend the gate (Gate)")]
        rows = ("# 4 Gate", f"The gate sticks. {word}{sign} {who} to mend the gate.", "# 5 Next meeting", "In May.")
        assert [one.owner for one in find_minutes(read_blocks(*rows), meeting=None).actions] == [who]
