"""Tables of actions and logs: which they are, whose each row is, and where they go on."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from scrutiny.families.minutes.due import is_day_of
from scrutiny.families.minutes.facts import Action, LogRow, Progress
from scrutiny.families.minutes.read import find_minutes, lay_out, logged_actions, read_minutes
from scrutiny.families.minutes.tables import _columns, _columns_by_rest, _is_heading, _progress, _row
from scrutiny.pdf import read_pdf
from tests.builders.paper import PackBuilder
from tests.builders.paragraphs import read_blocks


def begun() -> PackBuilder:
    paper = PackBuilder(numbers=False, stamps=False, outline=False)
    paper.new_page()
    return paper


def read(paper: PackBuilder, folder: Path) -> tuple[Action, ...]:
    path = folder / "log.pdf"
    path.write_bytes(paper.data())
    with read_pdf(path) as pdf:
        return read_minutes(lay_out(pdf.pages(), ()), meeting=None).actions


def said(actions: tuple[Action, ...]) -> list[tuple[str, str | None]]:
    return [(action.text, action.owner) for action in actions]


def logged(rows: list[list[str]], widths: list[float], folder: Path) -> list[tuple[str, str | None]]:
    paper = begun()
    paper.heading("Action sheet of the ferry users, 4 May 2031", size=12)
    paper.table(rows, widths)
    return said(read(paper, folder))


@pytest.mark.parametrize(
    "heading", ["Responsible member / officer", "Contact Officer", "Lead Councillor", "Who is responsible", "Officer"]
)
def test_who_acts_is_known_by_the_nouns_of_its_heading(heading: str, tmp_path: Path) -> None:
    rows = [
        ["Item", "Action", heading, "Timescale"],
        ["Fares", "Print the new table of fares", "Harbour Master", "June"],
    ]
    found = logged([*rows, ["Quay", "Measure the slipway", "Clerk", "July"]], [60, 200, 120, 70], tmp_path)
    assert found[0] == ("Print the new table of fares", "Harbour Master")


def test_a_label_in_the_column_of_actions_is_described_beside_it(tmp_path: Path) -> None:
    rows = [
        ["Action", "Description", "Status and last update", "Contact Officer"],
        ["ACTION 1", "Print the new table of fares for the quay", "With the printer", "Harbour Master"],
        ["ACTION 2", "Measure the slipway at low water", "Not begun", "Clerk"],
    ]
    assert logged(rows, [60, 200, 120, 100], tmp_path) == [
        ("Print the new table of fares for the quay", "Harbour Master"), ("Measure the slipway at low water", "Clerk"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "heads", "taken"),
    [
        ("Actions:", ["No.", "Detail", "Resp."], True),
        ("Agreed actions", ["Ref", "Description", "By whom"], True),
        ("Fees:", ["No.", "Detail", "Resp."], False),
        ("The actions are the yard's.", ["No.", "Detail", "Resp."], False),
        ("Actions:", ["No.", "Detail", "Fee"], False),
    ],
)
def test_a_table_below_the_word_actions_need_not_say_it_again(
    above: str, heads: list[str], taken: bool, tmp_path: Path
) -> None:
    paper = begun()
    paper.heading("Minutes of the ferry users, 4 May 2031", size=12)
    paper.para("The quay was busy and the slip was steep.")
    paper.para(above)
    rows = [["1.1", "Print the new table of fares", "KT"], ["1.2", "Measure the slipway at low water", "JL"]]
    paper.table([heads, *rows], [40, 300, 60])
    found = said(read(paper, tmp_path))
    assert (found == [("Print the new table of fares", "KT"), ("Measure the slipway at low water", "JL")]) == taken


def test_what_a_log_asks_of_nobody_is_no_action(tmp_path: Path) -> None:
    rows = [
        ["Item", "Action", "Lead officer", "Timescale"],
        ["Tides", "Talk on the tides noted", "-", "–"],
        ["Quay", "Measure the slipway at low water", "Clerk", "-"],
    ]
    assert logged(rows, [60, 200, 120, 100], tmp_path) == [("Measure the slipway at low water", "Clerk")]


HEADED = ["No", "Action", "Owner", "Update"]
GOES_ON = [
    ["7.01", "Print the new table of fares for the quay", "KT", ""],
    ["7.02", "Measure the slipway at low water", "JL", ""],
]
SIZES = [50.0, 260.0, 60.0, 100.0]


@pytest.mark.parametrize(
    ("rows", "widths"),
    [
        (GOES_ON, SIZES),
        (GOES_ON, [40.0, 275.0, 55.0, 100.0]),  # the columns of the next page stand a little elsewhere
    ],
)
def test_a_log_whose_heading_stands_alone_at_the_foot_of_a_page_goes_on_on_the_next(
    rows: list[list[str]], widths: list[float], tmp_path: Path
) -> None:
    paper = begun()
    paper.para("The group met at the harbour office.")
    for at, word in enumerate(HEADED):
        paper.line(word, x=75 + sum(SIZES[:at]), y=80, bold=True, size=9)
    paper.new_page()
    paper.table(rows, widths, header=0)
    assert said(read(paper, tmp_path)) == [(row[1], row[2]) for row in GOES_ON]


@pytest.mark.parametrize(
    ("heading", "rows", "widths"),
    [
        # no log at the foot of the page before
        (["No", "Payee", "Owner", "Notes"], GOES_ON, SIZES),
        # a table with a heading of its own
        (HEADED, [["Ref", "Payee", "Sum", "VAT"], ["1", "Print shop at the old quay", "120.00", "20.00"]], SIZES),
        # columns that stand elsewhere
        (HEADED, GOES_ON, [200.0, 190.0, 40.0, 40.0]),
        # one column fewer
        (HEADED, [[row[0], f"{row[1]} by {row[2]}", "open"] for row in GOES_ON], [100.0, 270.0, 100.0]),
    ],
)
def test_a_table_that_begins_a_page_is_no_log_without_its_heading(
    heading: list[str], rows: list[list[str]], widths: list[float], tmp_path: Path
) -> None:
    paper = begun()
    paper.para("The group met at the harbour office.")
    for at, word in enumerate(heading):
        paper.line(word, x=75 + sum(SIZES[:at]), y=80, bold=True, size=9)
    paper.new_page()
    paper.table(rows, widths, header=0)
    assert not [one for one in read(paper, tmp_path) if one.rule == "row of a log"]


def test_a_row_that_a_list_at_the_end_says_again_under_its_number_is_one(tmp_path: Path) -> None:
    paper = begun()
    paper.table([HEADED, *GOES_ON], SIZES)
    paper.para("The group went through the list.")
    paper.table([HEADED, GOES_ON[1], ["7.03", "Ask the ferry company for its winter times", "KT", ""]], SIZES)
    assert [one.item for one in read(paper, tmp_path)] == ["7.01", "7.02", "7.03"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # whom a task names
        (["7.04", "1. KT to ring the bank 2. Clerk to print the fares 3. JL to mend the gate", "KT AB", ""], ["KT AB", "Clerk", "JL"]),
        (["7.04", "KT to ring the bank about the loan for the gate", "KT AB", ""], ["KT AB"]),
        # a remark on the next agenda, which nobody owns
        (["For next meeting", "The tree beside the slipway", "", ""], []),
        (["For next meeting", "The tree beside the slipway to be seen", "KT", ""], ["KT"]),
        (["7.05", "The tree beside the slipway to be seen", "", ""], [None]),
    ],
)  # fmt: skip
def test_whose_the_tasks_of_a_row_are(row: list[str], expected: list[str | None], tmp_path: Path) -> None:
    assert [owner for _, owner in logged([HEADED, row], SIZES, tmp_path)] == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Clerk to ask for a survey in due course. Due: 4 May 2031", [("Ask for a survey in due course", "Clerk", "4 May 2031")]),
        ("Clerk to ask for a survey by 4 May 2031.", [("Ask for a survey by 4 May 2031", "Clerk", "by 4 May 2031")]),
        (
            "Members to be involved in the talks on the ferry. KT to report on the fares. Due: June 2031",
            [("Be involved in the talks on the ferry", "Members", "June 2031"), ("Report on the fares", "KT", "June 2031")],
        ),
        (
            "Clerk to ask for a survey of the quay. The last was made in 2019.",
            [("Ask for a survey of the quay. The last was made in 2019", "Clerk", None)],
        ),
    ],
)  # fmt: skip
def test_the_tasks_of_a_label_and_the_day_that_it_names(
    label: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = find_minutes(read_blocks("# 6 Roads", "Members spoke of the bridge.", f"ACTION: {label}"), meeting=None)
    assert [(one.text, one.owner, one.due_printed) for one in found.actions] == expected


@pytest.mark.parametrize(
    "heading",
    ["Action points from the meeting on 4 May 2031:", "Paper 1 Berth report", "At para 7", "Item 4.2", "Meeting of 4 May 2031"],
)  # fmt: skip
@pytest.mark.parametrize(
    "task",
    [
        "Measure the slipway at low water", "Paper 1 to be sent again", "Page 3 correct the date", "Clerk to send the board:",
        "Item 7: write to the yard", "Paper 2 Clerk to print", "Meeting on 4 May: book the hall",
    ],
)  # fmt: skip
def test_a_row_that_only_heads_those_below_it_is_no_action(heading: str, task: str) -> None:
    assert _is_heading(["", heading, "-"], 1) and not _is_heading(["", heading, "Clerk"], 1)
    assert not _is_heading(["", task, "-"], 1)


def test_a_log_with_headings_among_its_rows(tmp_path: Path) -> None:
    rows = [
        ["Action", "Owner", "Status"],
        ["Actions from the meeting on 4 May 2031:", "", ""],
        ["Print the new table of fares", "Clerk", "Open"],
        ["Paper 1 Berth report", "", ""],
        ["Measure the slipway at low water", "", ""],
    ]
    assert logged(rows, [260, 80, 80], tmp_path) == [
        ("Print the new table of fares", "Clerk"), ("Measure the slipway at low water", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "task", ["Action", "ACTIONS", "Task", "Agreed action", "Next steps", "Recommendation / action", "What"]
)
def test_the_headings_of_a_log_in_any_order(task: str) -> None:
    whos = ("Who", "By whom", "Action by", "Owner(s)", "Lead officer", "Person responsible", "Assigned to")
    for who, when in itertools.product(whos, ("By when", "Deadline", "Timeframe", "Completion date", "Date due")):
        assert _columns((who, task, when)) == {"owner": 0, "action": 1, "due": 2}, (who, when)
        assert _columns(("Ref", when, who)) is None


@pytest.mark.parametrize(
    "header",
    [("What", "When", "Where"), ("Name", "Recommendation"), ("Who", "When"), ("Next steps", "Date"), ("Risk", "Owner")],
)
def test_a_calendar_or_a_list_of_names_is_no_log(header: tuple[str, ...]) -> None:
    assert _columns(header) is None


@pytest.mark.parametrize("title", ["Action Log", "Minutes of the ferry users, 4 May 2031"])
def test_a_log_of_who_does_what_is_taken_and_its_title_is_no_row(title: str, tmp_path: Path) -> None:
    paper = begun()
    paper.heading("Ferry Users District Council", size=14)
    paper.para(title)
    rows = [["Harbour Master", "Print the new table of fares", "6 May 2031"], ["Clerk", "Measure the slip", "June"]]
    paper.table([["Who", "What", "By when"], *rows], [120, 200, 100])
    assert said(read(paper, tmp_path)) == [(what, who) for who, what, _ in rows]


def standing(key: str, heads: list[str], rows: list[list[str]], folder: Path) -> list[tuple[str, str]]:
    """What is still to be done by a log below a key of colours, with its kind."""
    paper = begun()
    paper.heading("Action log of the harbour board, 4 May 2031", size=12)
    paper.para(key)
    paper.table([["No.", "Action", "Officer", *heads], *rows], [40, 180, 80, *(170 / len(heads) for _ in heads)])
    return [(action.text, action.kind) for action in read(paper, folder)]


TASKS = ["Print the new table of fares", "Measure the slipway at low water", "Ask the yard for a price"]


def test_a_colour_says_how_far_an_action_is_by_the_key_of_the_paper(tmp_path: Path) -> None:
    keys = {
        "Key: Green = closed; Amber = in progress; Red = overdue.": ["Green", "Amber", "Red"],
        "BLUE – finished; GREEN – on course; RED – no progress. Blue items are taken off.": ["Blue", "GREEN", "Red"],
        "Red (not completed), green (completed), amber (almost completed).": ["green", "Amber", "red"],
    }
    headings = ("RAG", "BRAG", "RAG rating", "Rating", "Colour", "Status", "Current RAG status")
    told = ("Latest position", "Progress", "Update", "Officer comments", "Where we are", "Comments")
    for (key, colours), one, other in itertools.product(keys.items(), headings, told):
        if (headings.index(one) + told.index(other)) % 3:
            continue  # a third of them is enough to see that each is read
        rows = [
            [str(at), task, "Clerk", colour, "With the printer"]
            for at, (task, colour) in enumerate(zip(TASKS, colours, strict=True), start=1)
        ]
        found = standing(key, [one, other], rows, tmp_path)
        assert found == [(TASKS[1], "outstanding"), (TASKS[2], "outstanding")], (key, one, other)


@pytest.mark.parametrize(
    ("key", "colour", "update", "kept"),
    [
        ("Actions are shown below.", "Green", "With the printer", True),  # no key: a colour alone says nothing
        ("Green = on time or completed in part; red = late.", "Green", "With the printer", True),
        ("Green means completed; red means late.", "G", "With the printer", True),
        ("Actions are shown below.", "Green", "Sent 4 May.", False),
        ("Actions are shown below.", "", "Done, with thanks", False),
        ("Actions are shown below.", "", "Sent in draft, the rest to follow", True),
        ("Actions are shown below.", "Amber", "Received from two of three", True),
        ("Actions are shown below.", "", "Dropped: no longer wanted", False),
        ("Green = completed; red = late.", "Red", "Reminder sent", True),
    ],
)
def test_a_colour_without_a_key_says_nothing(key: str, colour: str, update: str, kept: bool, tmp_path: Path) -> None:
    rows = [["1", TASKS[0], "Clerk", colour, update], ["2", TASKS[1], "Clerk", "Red", "Not begun"]]
    assert (len(standing(key, ["RAG", "Latest update"], rows, tmp_path)) == 2) == kept


def test_what_stands_in_brackets_behind_a_heading_is_not_part_of_it() -> None:
    assert _columns(("Ref", "Action (meeting)", "Owner", "Status", "Comment")) is not None
    assert _columns(("Ref", "Action", "Officer(s)")) is not None
    both = _columns(("Action", "Progress", "Status"))
    assert both is not None
    assert (both["status"], both["update"]) == (2, 1)
    marks = _columns(("Action", "RAG", "Status"))
    assert marks is not None
    assert (marks["status"], marks["update"]) == (1, 2)


def test_a_status_is_done_where_nothing_before_the_word_takes_it_back() -> None:
    done = ("Complete", "Completed 4 May", "Action now closed", "Complete – no further action", "Late. Completed 4 May")
    for status in done:
        assert _progress(status, None, None, {}) == "completed", status
    for status in ("Not complete", "To be completed by June", "50% complete", "Incomplete", "Not started", "Open"):
        assert _progress(status, None, None, {}) == "open", status
    for status in ("Partially complete", "Ongoing – not yet done", "In progress", "Started in May"):
        assert _progress(status, None, None, {}) == "in progress", status
    assert _progress("Green", "Implemented", None, {}) == "completed"
    assert _progress("Green", "Not implemented", None, {}) == "open"


def test_the_headings_of_a_column_of_actions_in_other_words(tmp_path: Path) -> None:
    heads = (
        "Action(s) arising", "Description of action", "Details of the action", "Action required (who / when)",
        "What needs to be done", "What is to be done", "What we will do",
    )  # fmt: skip
    for head in heads:
        rows = [["Ref", head, "Who by", "When by", "Current position"]]
        rows += [["1", "Measure the slipway at low water", "Clerk", "June", "Begun"]]
        rows += [["2", "Print the new table of fares", "Harbour Master", "July", "Awaited"]]
        assert logged(rows, [40, 170, 90, 60, 100], tmp_path) == [
            ("Measure the slipway at low water", "Clerk"), ("Print the new table of fares", "Harbour Master"),
        ]  # fmt: skip


def test_what_stands_ahead_of_the_action_is_no_update_and_only_behind_it_a_name_is_its_owner() -> None:
    assert _columns(("Item", "Notes", "Action", "Lead")) == {"number": 0, "action": 2, "owner": 3}
    assert _columns(("Item", "Action", "Lead", "Notes")) == {"number": 0, "action": 1, "owner": 2, "update": 3}
    assert _columns(("Item", "Comments", "Action", "Initials")) == {"number": 0, "action": 2, "owner": 3}
    assert _columns(("Comments", "Action / owner")) is None
    assert _columns(("Name", "Action")) is None
    assert _columns(("Request", "Status")) is None


def test_a_later_date_goes_before_the_first_and_the_text_says_by_when_where_no_column_does(tmp_path: Path) -> None:
    paper = begun()
    paper.heading("Action sheet of the ferry users, 4 May 2031", size=12)
    rows = [["Action", "Owner", "Original due date", "Revised date"]]
    rows += [["Measure the slipway at low water", "Clerk", "2 June 2031", "9 July 2031"]]
    rows += [["Print the new table of fares", "Harbour Master", "3 June 2031", ""]]
    rows += [["Ring the yard by 5 August 2031", "Clerk", "", ""]]
    paper.table(rows, [180, 90, 90, 90])
    found = [action.due_printed for action in read(paper, tmp_path)]
    assert found == ["9 July 2031", "3 June 2031", "by 5 August 2031"]


def test_of_several_tasks_of_a_label_each_has_its_own_day() -> None:
    text = "ACTION: KT to ring the yard by 5 May 2031. JB to measure the slipway by 9 June 2031."
    found = find_minutes(read_blocks(f"3. Slipway\n\nThe slipway was discussed.\n\n{text}"), meeting=None).actions
    assert [action.due_printed for action in found] == ["by 5 May 2031", "by 9 June 2031"]


def test_an_agenda_or_a_rota_in_columns_gives_no_action(tmp_path: Path) -> None:
    for task in ("To note", "To consider and agree", "To receive"):
        rows = [["Item", "Subject", "Lead", "Action required"]]
        rows += [
            [str(at), f"Report on the {one}", "Clerk", task] for at, one in enumerate(("fares", "slipway", "lamps"), 1)
        ]
        assert logged(rows, [40, 180, 90, 130], tmp_path) == []
    rota = [
        ["Task", "Who", "When"],
        ["North gate", "Ann", "Noon"],
        ["South gate", "Ben", "Noon"],
        ["Tea stall", "Cy", "One"],
    ]
    assert logged(rota, [200, 90, 90], tmp_path) == []


def test_what_stands_ahead_of_who_by_when_and_how_far_is_what_is_to_be_done() -> None:
    for what in ("Asked for", "Member's request", "Undertaking given", "Undertaking"):
        for ref in ("No.", "Meeting", "Ref"):
            columns = _columns_by_rest((ref, what, "By whom", "By when", "Where it stands"))
            assert columns is not None and columns["action"] == 1, what
            assert _columns((ref, what, "By whom", "By when", "Where it stands")) is None
    assert _columns_by_rest(("Site", "Works", "By whom", "By when", "Where it stands")) is None  # either may be it
    assert _columns_by_rest(("Report", "Lead officer", "Deadline")) is None  # a programme of papers
    assert _columns_by_rest(("Lead officer", "Deadline", "Status", "Report")) is None
    assert _columns_by_rest(("Report", "Lead officer", "Status")) is None


def test_a_row_raised_at_this_very_meeting_is_no_earlier_action() -> None:
    held = date(2031, 5, 14)
    for raised in ("14.05.31", "14/05/2031", "14 May 2031", "14th May 2031", "May 31", "May 2031", "May-31", "14 May"):
        assert is_day_of(raised, held), raised
        assert not is_day_of(raised, date(2031, 7, 14)), raised
    for other in ("13.05.31", "15 May 2031", "May 30", "JH/31", "", "3"):
        assert not is_day_of(other, held), other
    assert not is_day_of("14.05.31", None)
    for ahead, kind in ((("7", "14.05.31"), "agreed"), (("7", "12.03.31"), "outstanding"), (("7",), "outstanding")):
        row = LogRow(
            number="7", text="Measure the slipway", owner="Clerk", due_printed=None, status="Open", update=None, page=1,
            progress=Progress.OPEN, ahead=ahead,
        )  # fmt: skip
        assert [one.kind for one in logged_actions([row], held)] == [kind], ahead


def test_a_row_says_that_it_was_accepted_by_a_cell_of_its_own() -> None:
    columns = {"action": 0, "owner": 2}
    for cell, accepted in (
        ("Accepted", True), ("Accepted in part", True), ("Agreed.", True), ("Partly accepted", True),
        ("Rejected", False), ("Not accepted", False), ("Accepted tenders to be listed", False), ("-", False),
    ):  # fmt: skip
        row = _row(["Mend the crane", cell, "Clerk"], columns, 1, {}, done=False)
        assert (row.accepted, row.owner) == (accepted, "Clerk"), cell
