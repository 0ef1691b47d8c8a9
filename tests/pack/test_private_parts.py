"""Who leaves, for which item, and until when; what a field, a sign or a column of a paper says of it. Beside each row
that is private stand those that only look like it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from scrutiny.pack.agendamarks import find_legend
from scrutiny.pack.ballots import Fate, read_ballot
from scrutiny.pack.exclusion import Reach, read_exclusion
from scrutiny.pack.marks import find_mark, find_title_mark
from scrutiny.pack.rows import gather_rows
from scrutiny.pdf import read_pdf
from tests.builders.paper import PackBuilder
from tests.builders.paragraphs import draw
from tests.builders.reading import read_pack
from tests.builders.withheld import PUBLIC, SECRET

HEAD = "MINUTES of the Leisure Panel held on 4 March 2025"


def shown(rows: tuple[str, ...], tmp_path: Path, *, head: str = HEAD) -> str:
    path = tmp_path / "paper.pdf"
    written = [row.replace("{SECRET}", SECRET).replace("{PUBLIC}", PUBLIC) for row in rows]
    path.write_bytes(draw(head, *written).data())
    return "".join(read_pack(path).page_texts)


def test_an_item_that_was_named_is_private_though_the_minutes_leave_others_out_before_it(tmp_path: Path) -> None:
    text = shown(
        (
            "# 2. Order of business",
            "The Panel resolved, in terms of Section 50A(4) of the Local Government (Scotland) Act 1973, to exclude the press "
            "and public during consideration of items 10 and 11, for they hold exempt information of paragraph 9 of its "
            "Schedule.",
            "# 9. Boats",
            "The Panel resolved to approve {PUBLIC}.",
            "# 10. Oars",
            "The Panel resolved to buy {SECRET}.",
            "# 11. Sails",
            "The Panel resolved to hire {SECRET}.",
        ),
        tmp_path,
    )
    assert PUBLIC in text
    assert SECRET not in text


@pytest.mark.parametrize(
    "rows",
    (
        pytest.param(
            (
                "# 4. Exempt session",
                "RESOLVED that the public leave for minute 6 only.",
                "# 5. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
                "# 6. Suit",
                "RESOLVED: That {SECRET} be paid.",
                "# 7. Ovens",
                "RESOLVED: That the ovens be kept.",
            ),
            id="a part of the meeting is no wider than the items it names",
        ),
        pytest.param(
            (
                "# 4. Confidential business",
                "Members agreed that the public should leave while items 5 and 7 were taken.",
                "# 5. Suit",
                "RESOLVED: That {SECRET} be paid.",
                "# 6. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
                "# 7. Pay",
                "RESOLVED: That {SECRET} be raised.",
            ),
            id="one item between two",
        ),
        pytest.param(
            (
                "# 4. Exclusion of the Public",
                "It was moved and carried that those who were not members should now leave, as exempt matters were likely "
                "to be disclosed.",
                "# 5. Suit",
                "RESOLVED: That {SECRET} be paid.",
            ),
            id="what was carried is no condition",
        ),
        pytest.param(
            (
                "# 4. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
                "The staff governors and the associate members then withdrew from the room for the following item, which "
                "is in the confidential minutes.",
                "# 5. Suit",
                "RESOLVED: That {SECRET} be paid.",
            ),
            id="a sentence of two rows about the next item",
        ),
        pytest.param(
            ("# 4. Exclusion of the press and public", "None.", "# 5. Kilns", "RESOLVED: That {PUBLIC} be kept."),
            id="no business",
        ),
        pytest.param(
            (
                "# 4. Kilns",
                "The Vice Chair moved that the press be asked to leave. There were three votes for and nine against.",
                "RESOLVED: That {PUBLIC} be kept.",
            ),
            id="outvoted",
        ),
        pytest.param(
            (
                "# 4. Kilns",
                "The Vice Chair moved that the press be asked to leave. There were nine votes for and three against.",
                "RESOLVED: That {SECRET} be paid.",
            ),
            id="not outvoted",
        ),
        pytest.param(
            (
                "# 4. Restricted item",
                "The report was restricted when it came out and has since been published.",
                "RESOLVED: That {PUBLIC} be kept.",
            ),
            id="opened since",
        ),
        pytest.param(
            (
                "# 4. Restricted item",
                "The report was restricted and part of it has since been published.",
                "RESOLVED: That {SECRET} be paid.",
            ),
            id="opened in part",
        ),
        pytest.param(
            ("# 4. Exempt item", "The item was about the pool, which is now open.", "RESOLVED: That {SECRET} be paid."),
            id="what the report is about was opened",
        ),
        pytest.param(
            ("# 4. Exempt item", "The report has not since been published.", "RESOLVED: That {SECRET} be paid."),
            id="not opened since",
        ),
        pytest.param(
            (
                "# 4. Suit",
                "It was moved that the press be asked to leave. An amendment had three votes for and nine against.",
                "The motion was carried.",
                "RESOLVED: That {SECRET} be paid.",
            ),
            id="another motion outvoted",
        ),
        pytest.param(
            (
                "# 4. Suit",
                "Members of the public were asked to leave while it was discussed.",
                "RESOLVED: That {SECRET} be paid.",
                "# 5. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
            ),
            id="while it was discussed",
        ),
        pytest.param(
            ("# 4. Confidential report of the next of kin", "RESOLVED: That {SECRET} be paid."),
            id="next, but no meeting to come",
        ),
        pytest.param(
            ("# 4. Restricted item", "The report was restricted.", "RESOLVED: That {SECRET} be paid."),
            id="not opened",
        ),
        pytest.param(
            (
                "# 4. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
                "# Actions from the private session",
                "Action: The Clerk to write to {SECRET}.",
            ),
            id="what came of a private session",
        ),
        pytest.param(
            (
                "# 4. Members of the public to leave",
                "Agreed, six in favour and none against.",
                "# 5. Suit",
                "RESOLVED: That {SECRET} be paid.",
                "# 6. Public readmitted",
                "# 7. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
            ),
            id="a heading in the infinitive, and a vote",
        ),
        pytest.param(
            ("# 4. Public to leave comments", "Agreed by all.", "RESOLVED: That {PUBLIC} be asked."),
            id="the public leave something",
        ),
        pytest.param(
            (
                "# 4. Ovens",
                "# 4a. Ovens (private)",
                "RESOLVED: That {SECRET} be sold.",
                "# 5. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
            ),
            id="a lettered part of an item",
        ),
        pytest.param(
            (
                "# 4. Complaint",
                "Restricted to members of the Standards Committee and their adviser.",
                "RESOLVED: That {SECRET} be warned.",
                "# 5. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
            ),
            id="a notice that begins with the status",
        ),
        pytest.param(
            ("# 4. Waiting list", "The list is restricted to residents.", "RESOLVED: That {PUBLIC} be kept."),
            id="a list with rules",
        ),
        pytest.param(
            (
                "# 4. Private business",
                "It was agreed that the next two items be taken in private.",
                "# 5. Suit",
                "RESOLVED: That {SECRET} be paid.",
                "# 6. Pay",
                "RESOLVED: That {SECRET} be raised.",
                "# 7. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
            ),
            id="as many items as the sentence counts",
        ),
        pytest.param(
            (
                "# 4. Closed business",
                "The livestream was ended.",
                "RESOLVED: That {SECRET} be paid.",
                "Livestream recommenced at 11.50.",
                "# 5. Kilns",
                "RESOLVED: That {PUBLIC} be kept.",
            ),
            id="the broadcast begins again",
        ),
        pytest.param(
            ("# 4. Closed session", "There was no closed session.", "RESOLVED: That {PUBLIC} be kept."),
            id="there was none",
        ),
        pytest.param(
            ("# 4. Private Members' Club", "A private members' club applied.", "RESOLVED: That {PUBLIC} be kept."),
            id="whose club it is",
        ),
        pytest.param(
            ("# 4. Minutes of the exempt part of the last meeting", "RESOLVED: That {SECRET} be signed."),
            id="minutes of what was exempt",
        ),
        pytest.param(
            ("# 4. Exempt items for the next meeting", "One was expected.", "RESOLVED: That {PUBLIC} be kept."),
            id="business to come",
        ),
    ),
)
def test_minutes(rows: tuple[str, ...], tmp_path: Path) -> None:
    text = shown(rows, tmp_path)
    assert SECRET not in text
    assert (PUBLIC in text) == any("{PUBLIC}" in row for row in rows)


@pytest.mark.parametrize(
    ("heading", "private"),
    (
        ("4. Advice on the claim (exempt)", True),
        ("Section 4 [confidential]", True),
        ("4. Advice on the claim (not exempt)", False),
        ("4. Works (exempt and taxed)", False),
        ("4. Exempt accommodation", False),
    ),
)
def test_a_section_of_a_report(heading: str, private: bool, tmp_path: Path) -> None:
    rows = (
        "Report of the Director",
        "# 1. Purpose",
        "This tells of the work.",
        f"# {heading}",
        "The sum is {SECRET}.",
        "# 5. Next steps",
        "Work on {PUBLIC} begins.",
    )
    text = shown(rows, tmp_path, head="# Kilns and ovens")
    assert (SECRET not in text) == private
    assert PUBLIC in text


PADDING = tuple(f"The ovens of kiln {number} were kept warm all night." for number in range(16))


@pytest.mark.parametrize(
    "rows",
    (
        (
            "# 4. Advice (exempt)",
            "# 1. First way",
            "The sum is {SECRET}.",
            "# 5. Next steps",
            "Work on {PUBLIC} begins.",
        ),
        (
            "# 4. Advice (exempt)",
            "# 5. Costs (exempt)",
            "The sum is {SECRET}.",
            "# 6. Next",
            "Work on {PUBLIC} begins.",
        ),
        ("# Part 2 (exempt)", "# 3. Costs", "The sum is {SECRET}.", "# Part 3", "Work on {PUBLIC} begins."),
        ("# Section B (not for publication)", "# 1. Costs", "The sum is {SECRET}.", "# Section C", "On {PUBLIC}."),
        ("# 4. Rented homes (private)", "Work on {PUBLIC} begins."),
        ("# 4. Mill Lane (closed)", "Work on {PUBLIC} begins."),
        ("# 4. Reserves (restricted)", "Work on {PUBLIC} begins."),
    ),
)
def test_where_a_section_ends(rows: tuple[str, ...], tmp_path: Path) -> None:
    text = shown((*PADDING, "# 1. Purpose", "This tells of the work.", *rows), tmp_path, head="# Kilns and ovens")
    assert SECRET not in text
    assert PUBLIC in text


@pytest.mark.parametrize("line", ["Publication: Wholly exempt", "Not open to the press or the public", "To be taken in the private part of the meeting",
    "To be heard without the public", "Access: private (members and officers only)"])  # fmt: skip
def test_fields_and_notices(line: str) -> None:
    mark = find_mark(line)
    assert mark is not None
    assert not mark.partial


@pytest.mark.parametrize("line", ["Draft the confidentiality", "Done without the public purse", "Burial fees are wholly exempt from VAT",
    "In the absence of rain", "Open to the press and the public", "Officers only spoke once"])  # fmt: skip
def test_what_only_looks_like_one(line: str) -> None:
    assert find_mark(line) is None


@pytest.mark.parametrize(("title", "marked"), [("Minutes of the exempt session", True), ("Actions arising from the private meeting", True),
    ("Review of exempt items", False), ("Notes on the private sector", False), ("Actions of private landlords", False),
    ("Actions in closed items", False), ("Decisions of private business owners", False), ("Minutes of the exempt session held on 3 May", True)])  # fmt: skip
def test_titles(title: str, marked: bool) -> None:
    assert (find_title_mark(title) is not None) == marked


@pytest.mark.parametrize(
    ("words", "reach", "items"),
    (
        ("RESOLVED that the public leave for minutes 4 and 5", Reach.NAMED, ("4", "5")),
        ("It was agreed that minutes 4 to 6 be taken without the press and public", Reach.NAMED, ("4", "5", "6")),
        ("In line with minute 2, that the public be excluded for the item below", Reach.NEXT, ()),
        ("The public will be asked to leave before the next item", Reach.NEXT, ()),
    ),
)
def test_which_items(words: str, reach: Reach, items: tuple[str, ...]) -> None:
    exclusion = read_exclusion(words)
    assert exclusion is not None
    assert (exclusion.reach, exclusion.items) == (reach, items)


@pytest.mark.parametrize(("text", "lost"), [("Two voted for and five against.", True), ("5 votes in favour, 9 against", True), ("None for and six against", True),
    ("Five voted for and two against.", False), ("4 for, 4 against", False), ("Six members spoke for it.", False)])  # fmt: skip
def test_votes(text: str, lost: bool) -> None:
    assert (read_ballot(text) is Fate.LOST) == lost


@pytest.mark.parametrize(
    ("note", "sign", "private"),
    (
        ("(C) = confidential; (D) = for decision", "(C)", True),
        ("(C) = confidential; (D) = for decision", "(D)", False),
        ("Items marked # are likely to be taken with the public excluded", "#", True),
        ("Items marked # are for decision", "#", False),
        ("# Key decision: private sector housing", "#", False),
        ("Key: # private", "#", True),
    ),
)
def test_a_sign_that_the_agenda_explains(note: str, sign: str, private: bool, tmp_path: Path) -> None:
    assert (SECRET not in _agenda(tmp_path, f"3. Kilns (Pages 2 - 2) {sign}", note)) == private


@pytest.mark.parametrize(("end", "sign"), (("excluded", "#"), ("invited to speak", None)))
def test_the_note_that_explains_a_sign_may_be_wrapped(end: str, sign: str | None, tmp_path: Path) -> None:
    builder = PackBuilder()
    builder.begin(None, "Agenda")
    builder.line("Items marked # are those that the clerk expects to be taken with the press")
    builder.line(f"and the public {end}.")
    (tmp_path / "pack.pdf").write_bytes(builder.data())
    with read_pdf(tmp_path / "pack.pdf") as pdf, pdf.page(1) as page:
        legend = find_legend(gather_rows(1, page.lines))
    assert (legend.mark.text if legend else None) == sign


@pytest.mark.parametrize(("report", "private"), (("Kilns", True), ("Ovens", False)))
def test_an_appendix_listed_beside_its_report_is_private_as_a_whole(report: str, private: bool, tmp_path: Path) -> None:
    rows = (f"2. {report} (Pages 1 - 1)", "3. Kilns - Exempt Appendix (Pages 2 - 2)")
    assert (SECRET not in _agenda(tmp_path, *rows)) == private


@pytest.mark.parametrize(
    ("line", "marks"),
    (
        ("CONFIDENTIAL - for governors only - please return this copy to the clerk", True),
        ("CONFIDENTIAL – for members of the panel only – numbered copy", True),
        ("Confidential waste - collections by borough - weekly", False),
        ("Restricted roads - repairs for residents only - plan", False),
    ),
)
def test_what_is_asked_of_the_reader_behind_a_mark_changes_nothing(line: str, marks: bool) -> None:
    assert (find_mark(line) is not None) == marks


@pytest.mark.parametrize(
    ("note", "private"),
    (
        ("It is likely that the public will be asked to leave for this item.", True),
        ("If figures are asked for the public may be asked to leave for this item.", False),
    ),
)
def test_a_note_below_an_item_is_about_that_item(note: str, private: bool, tmp_path: Path) -> None:
    assert (SECRET not in _agenda(tmp_path, "3. Kilns (Pages 2 - 2)", note)) == private


def _agenda(tmp_path: Path, *rows: str) -> str:
    """The pages of item 3 and of item 4, which is public whatever is said of the other."""
    builder = PackBuilder()
    builder.begin(None, "Agenda")
    builder.heading("AGENDA")
    for row in (*rows, "4. Ovens (Pages 3 - 3)"):
        builder.line(row)
    for item, word in (("3", SECRET), ("4", PUBLIC)):
        builder.begin(item, f"{item} Paper")
        builder.para(f"This is about {word}.")
    path = tmp_path / "pack.pdf"
    path.write_bytes(builder.data())
    text = "".join(read_pack(path).page_texts)
    assert PUBLIC in text
    return text


@pytest.mark.parametrize(
    ("heading", "cells"),
    (
        ("Private?", (("Publish {PUBLIC}", "No"), ("Pay {SECRET}", "Yes"), ("Print the guide", "No"))),
        ("Private?", (("Publish {PUBLIC}", "No"), ("Pay {SECRET}", "Yes - para 3"), ("Print the guide", "No"))),
        ("Done?", (("Publish {PUBLIC}", "No"), ("Print the guide", "Yes"))),
        (
            "Status",
            (("Publish {PUBLIC}", "Open"), ("Confidential - pay {SECRET}", "Open"), ("Print the guide", "Open")),
        ),
        ("Status", (("Publish {PUBLIC}", "Open"), ("Draft the confidentiality rules: print the guide", "Open"))),
    ),
)
def test_an_action_log(heading: str, cells: tuple[tuple[str, str], ...], tmp_path: Path) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Action log")
    rows = [
        [str(at), text.format(PUBLIC=PUBLIC, SECRET=SECRET), "Clerk", "May 2026", state]
        for at, (text, state) in enumerate(cells, 1)
    ]
    builder.table([["No", "Action", "Owner", "Due", heading], *rows], [40, 190, 60, 80, 80])
    path = tmp_path / "log.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert SECRET not in text
    assert PUBLIC in text
    assert "rint the guide" in text


@pytest.mark.parametrize("widths", [(150, 150, 150), (100, 60, 80)])
@pytest.mark.parametrize("heading", ["Open/Exempt", "Public or private", "Exempt? (Y/N)"])
@pytest.mark.parametrize(
    "title", ["Register of decisions", "Minutes of the meeting of the Harbour Committee, 4 May 2031"]
)
def test_a_list_of_decisions_with_a_column_that_asks(
    title: str, heading: str, widths: tuple[int, ...], tmp_path: Path
) -> None:
    """Cells that stand close together are one piece; the heading answers nothing, and the row below the private one is
    another all the same, even where a cell of the private one goes on over two lines."""
    cells = {"Open/Exempt": ("Open", "Exempt (3)"), "Public or private": ("Public", "Private")}
    open_, shut = cells.get(heading, ("N", "Y"))
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading(title)
    rows = [
        [f"Buy {PUBLIC}", "Director", open_],
        [f"Sell {SECRET} and what is open", "Director", shut],
        ["Print the guide", "Director", open_],
    ]
    builder.table([["Matter", "Who decides", heading], *rows], list(widths))
    path = tmp_path / "list.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert SECRET not in text
    assert "is open" not in text
    assert PUBLIC in text
    assert heading in " ".join(text.split())
    assert "rint the guide" in text


@pytest.mark.parametrize(
    "behind", ["Complaints about the service came in all year, and each was answered in full.", ""]
)
def test_a_column_asks_no_further_than_its_table(behind: str, tmp_path: Path) -> None:
    """Another heading ends it, and a line of text across the page."""
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Register of decisions")
    widths = [150.0, 120.0, 100.0]
    builder.table([["Matter", "Who decides", "Exempt?"], [f"Sell {SECRET}", "Director", "Yes"]], widths)
    if behind:
        builder.para(behind)
    builder.table([["Complaint", "Who answers", "Upheld?"], [f"Late {PUBLIC}", "Director", "Yes"]], widths)
    path = tmp_path / "list.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert SECRET not in text
    assert PUBLIC in text


def test_a_cell_below_the_heading_that_asks_marks_no_page(tmp_path: Path) -> None:
    """Where the cells of a row go on over two lines, one of them may hold nothing but "Cabinet" and "Private"."""
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Register of decisions")
    builder.table(
        [
            ["Matter", "Who decides", "Public or private"],
            [f"Buy {PUBLIC}", "Cabinet", "Public"],
            [f"Sell\n{SECRET}", "The\nCabinet", "\nPrivate"],
            ["Print the guide", "Cabinet", "Public"],
        ],
        [150, 60, 80],
    )
    path = tmp_path / "list.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert PUBLIC in text
    assert "rint the guide" in text


def test_two_items_of_an_agenda_that_a_resolution_counts(tmp_path: Path) -> None:
    builder = PackBuilder()
    builder.begin(None, "Agenda")
    builder.heading("AGENDA")
    for row in ("2. Fees (Pages 2 - 2)", "That the public be excluded for the following two items",
                "3. Suit (Pages 3 - 3)", "4. Pay (Pages 4 - 4)", "5. Ovens (Pages 5 - 5)"):  # fmt: skip
        builder.line(row)
    for item, word in (("2", PUBLIC), ("3", SECRET), ("4", SECRET), ("5", PUBLIC)):
        builder.begin(item, f"{item} Paper")
        builder.para(f"This is about {word}.")
    path = tmp_path / "pack.pdf"
    path.write_bytes(builder.data())
    text = "".join(read_pack(path).page_texts)
    assert (SECRET in text, text.count(PUBLIC)) == (False, 2)


def test_a_column_about_homes_asks_nothing(tmp_path: Path) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Nurseries")
    builder.table([["Kind", "Private", "Open/closed"], [PUBLIC, "40", "Monday"], ["Exempt", "9", "2"]], [150, 150, 150])
    path = tmp_path / "list.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert PUBLIC in text
    assert "Monday" in text


ITEM = "3 Ferry lease"
SAID = [
    f"The Clerk agreed to send {SECRET} a notice.",
    f"Resolved: that the lease of {SECRET} end in May.",
]


@pytest.mark.parametrize(
    "mark",
    [
        "The above minute is exempt from publication.", "(The minute above is exempt: not for publication.)",
        "The foregoing item is not for publication.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("goes_on", [True, False])
def test_a_mark_below_the_minute_that_it_is_about(mark: str, goes_on: bool, tmp_path: Path) -> None:
    text = _minutes(
        tmp_path, [ITEM, *SAID, mark, *(["4 Work programme", f"Agreed: to note {PUBLIC}."] if goes_on else [])]
    )
    assert SECRET not in text
    assert "Swings" in text
    assert (PUBLIC in text) is goes_on


def test_a_mark_with_nothing_below_it_is_about_what_stands_above(tmp_path: Path) -> None:
    text = _minutes(tmp_path, [ITEM, *SAID, "NOT FOR PUBLICATION"])
    assert SECRET not in text
    assert "Swings" in text


@pytest.mark.parametrize(
    "mark",
    [
        "(This item contains information relating to financial affairs, Schedule 12A paragraph 3.)",
        "(Paragraph 3 - information relating to the financial or business affairs of any person)",
        "Paragraph 1 - information which is likely to reveal the identity of an individual",
    ],
)  # fmt: skip
def test_a_class_of_the_schedule_in_its_own_words_below_a_heading(mark: str, tmp_path: Path) -> None:
    text = _minutes(tmp_path, [ITEM, mark, *SAID])
    assert SECRET not in text
    assert "Swings" in text


def test_a_bracket_behind_other_words_and_one_in_a_heading(tmp_path: Path) -> None:
    marked = [ITEM, "The Clerk reported. [Exempt text begins]", *SAID, "[Exempt text ends]", "4 Programme", PUBLIC]
    text = _minutes(tmp_path, marked)
    assert SECRET not in text
    assert PUBLIC in text
    assert SECRET not in _minutes(tmp_path, [f"{ITEM} (non-public)", *SAID])


@pytest.mark.parametrize(
    "words",
    [
        "The above report is public and was noted.", "The above decision is not subject to call-in.",
        "The above item is exempt from call-in.", "The above resolution was not put to the vote.",
        "The minute above is no longer confidential.", "Paragraph 3 - information relating to attendance",
        "The report contains information relating to the financial performance of schools (paragraph 3).",
        "Information relating to business rates is in paragraph 3.",
    ],
)  # fmt: skip
def test_what_only_speaks_of_what_stands_above_or_of_such_information(words: str, tmp_path: Path) -> None:
    text = _minutes(
        tmp_path, [ITEM, f"The Clerk agreed to send {PUBLIC} a notice.", words, "Agreed: to mow the green."]
    )
    assert PUBLIC in text
    assert "mow the green" in text


def _minutes(folder: Path, lines: Sequence[str]) -> str:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Minutes of the Meeting of the Harbour Committee held on 5 March 2031", size=13)
    builder.para("Present: Councillors Day (Chair), Low, Orme and Fry.")
    builder.para("2 Playground")
    builder.para("Swings were mended in May. Resolved: that the report be noted.")
    for line in lines:
        builder.para(line)
    path = folder / "minutes.pdf"
    path.write_bytes(builder.data())
    return " ".join(read_pack(path).page_texts[0].split())


@pytest.mark.parametrize(
    "said",
    [
        (f"3.1 The lease of {SECRET} was talked about.", "3.2 The Clerk agreed to write."),
        ("Resolved that", f"1. {SECRET} be paid.", "2. The Clerk write."),
        ("Resolved that", f"1. Pay {SECRET}", "2. Write to the yard"),
        ("Resolved that", f"1. Pay {SECRET}", "2. Write to the yard", "and that", "1. Lamps be kept"),
        (f"The lease of {SECRET} was talked about.", "RESOLVED", "That it end."),
    ],
)
@pytest.mark.parametrize("mark", ["The above minute is exempt.", "NOT FOR PUBLICATION"])
def test_numbers_and_verdicts_within_the_minute_are_not_its_heading(
    said: Sequence[str], mark: str, tmp_path: Path
) -> None:
    text = _minutes(tmp_path, [ITEM, *said, mark])
    assert SECRET not in text
    assert "Swings" in text


CLASSES = [f"Paragraph {number} - information relating to any individual" for number in range(1, 8)]


@pytest.mark.parametrize(("classes", "private"), [(CLASSES, False), (CLASSES[:1], True), (CLASSES[:2], True)])
def test_a_list_of_the_classes_of_the_schedule_marks_nothing(
    classes: Sequence[str], private: bool, tmp_path: Path
) -> None:
    assert (PUBLIC not in _minutes(tmp_path, ["3 Ferries", *classes, f"It was agreed to keep {PUBLIC}."])) == private
    path = tmp_path / "paper.pdf"
    path.write_bytes(draw("# Report on the quay", *classes, f"It is kept for {PUBLIC}.").data())
    assert (PUBLIC not in "".join(read_pack(path).page_texts)) == private


def test_a_plan_of_business_to_come_foretells_what_will_be_private_and_is_public(tmp_path: Path) -> None:
    def text(title: str, asks: str, shut: str) -> str:
        builder = PackBuilder(numbers=False, stamps=False, outline=False)
        builder.new_page()
        builder.heading(title)
        builder.table(
            [["Matter", "When", asks], ["Lamps", "May", "No"], [f"Sell {SECRET}", "June", shut]], [150, 90, 90]
        )
        path = tmp_path / "list.pdf"
        path.write_bytes(builder.data())
        return read_pack(path).page_texts[0]

    for title in (
        "Forward plan of the Harbour Board",
        "Work programme",
        "Notice of key decisions",
        "Blaenraglen Waith",
    ):
        for asks, shut in (("Part 2?", "Yes"), ("Confidential or exempt?", "Yes - paragraph 3"), ("Private?", "Y")):
            assert SECRET in text(title, asks, shut), (title, asks)
    assert SECRET not in text("Register of what was decided", "Part 2?", "Yes")
    assert SECRET not in text("Key decisions taken", "Private?", "Yes")


def test_what_heads_a_table_or_a_section_marks_no_paper(tmp_path: Path) -> None:
    for heading in ("Confidential papers", "2. Exempt reports"):
        rows = (
            "Adopted in May.",
            "# 1. Lamps",
            "They are lit.",
            f"# {heading}",
            "No member shall lend such papers to others, as the rules say of {PUBLIC}.",
        )
        assert PUBLIC in shown(rows, tmp_path, head="Rules of the Harbour Board")
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("How often the public were away")
    builder.table([["Committee", "Reports", "Exempt"], ["Harbour", "31", "4"], [PUBLIC, "28", "0"]], [150, 90, 90])
    path = tmp_path / "table.pdf"
    path.write_bytes(builder.data())
    assert PUBLIC in read_pack(path).page_texts[0]


def test_a_resolution_without_a_full_stop_closes_the_paragraph_below_it(tmp_path: Path) -> None:
    for words in (
        "RESOLVED - that, under section 100A(4) of the Local Government Act 1972, the press and public be excluded from "
        "the meeting for the following item",
        "Resolved to exclude the press and public under the Local Government Act 1972",
    ):
        text = shown(
            ("# 4. Oars", "The report on {PUBLIC} was noted.", "# 5. Kiln lease", words,
             "The offer of {SECRET} was accepted, and members asked about it.", "{SECRET} will be told by Monday.",
             "The meeting returned to public session.", "# 6. Lamps", "The lamps were agreed. {PUBLIC}"),
            tmp_path,
        )  # fmt: skip
        assert (SECRET in text, text.count(PUBLIC)) == (False, 2), words
    said = "The Clerk told members that the public had been excluded from the meeting in December under the 1972 Act."
    assert PUBLIC in shown(("# 4. Letters", said, "It was agreed to answer {PUBLIC}."), tmp_path)
