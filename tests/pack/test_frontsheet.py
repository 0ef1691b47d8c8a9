"""The agenda's front sheet: items, page ranges, the meeting."""

from datetime import date
from typing import NamedTuple

import pytest

from scrutiny.pack.frontsheet import FrontSheet, find_front_sheet
from scrutiny.pdf import Direction, Line
from scrutiny.sources import Box


def sheet(*rows: str, title: str | None = None, subject: str | None = None) -> FrontSheet:
    """The front sheet of rows; a leading "> " indents by one step, "* " is bold, "" leaves a gap."""
    lines = []
    for index, row in enumerate(rows):
        indent = 36 * (len(row) - len(row.lstrip("> "))) // 2
        text = row.lstrip("> ")
        bold = text.startswith("* ")
        text = text.removeprefix("* ")
        if not text:
            continue
        top = 80.0 + index * 14
        box = Box(left=72.0 + indent, top=top, right=72.0 + indent + 5 * len(text), bottom=top + 11)
        lines.append(Line(text=text, box=box, size=12.0, bold=bold, direction=Direction.ACROSS))
    return find_front_sheet({1: tuple(lines)}, "pack.pdf", title=title, subject=subject)


def listed(found: FrontSheet) -> list[tuple[str, str, tuple[int, int] | None]]:
    return [
        (item.number, item.title, (item.pages.first, item.pages.last) if item.pages else None) for item in found.items
    ]


def test_items_with_wrapped_titles_and_lettered_parts() -> None:
    found = sheet(
        "* AGENDA",
        "1 Apologies for Absence",
        "",
        "3 Minutes of the Meeting held on 9 March 2023 (Pages 3 - 14)",
        "",
        "6 Independent review of something rather long that goes on to the",
        "> next line (Pages 15 - 228)",
        "",
        "7 Inclusion Update:",
        "> a) Report of the Corporate Director (Pages 229 - 260)",
    )
    assert listed(found) == [
        ("1", "Apologies for Absence", None),
        ("3", "Minutes of the Meeting held on 9 March 2023", (3, 14)),
        ("6", "Independent review of something rather long that goes on to the next line", (15, 228)),
        ("7", "Inclusion Update", None),
        ("7a", "Report of the Corporate Director", (229, 260)),
    ]


@pytest.mark.parametrize(
    ("row", "number", "title", "pages"),
    [
        ("9 24/00096 - Commissioning Plan 2025-29 (Pages 1 - 4)", "9", "24/00096 - Commissioning Plan 2025-29", (1, 4)),
        ("10.2. Budget (PAGES 11 TO 26)", "10.2", "Budget", (11, 26)),
        ("5 Public questions (Page 7)", "5", "Public questions", (7, 7)),
        ("6. Outturn 2024 - 2025 (Pages 8-9)", "6", "Outturn 2024 - 2025", (8, 9)),
    ],
)
def test_item_rows(row: str, number: str, title: str, pages: tuple[int, int]) -> None:
    assert listed(sheet("AGENDA", row)) == [(number, title, pages)]


def test_a_range_broken_by_the_line_is_read() -> None:
    found = sheet("AGENDA", "5 School attendance - Report of the Director (Pages 7 -", "> 12)")
    assert listed(found) == [("5", "School attendance - Report of the Director", (7, 12))]


def test_dates_and_paragraphs_are_not_items() -> None:
    found = sheet("AGENDA", "1 Apologies", "", "10 March 2022", "2 March 2022")
    assert [item.number for item in found.items] == ["1"]


def test_a_list_that_writes_its_numbers_otherwise_is_not_part_of_the_agenda() -> None:
    """Speakers "01" to "12" below item 6: their numbers go on from it, in a form that the items do not have."""
    speakers = [f"{number:02} Speaker {'ABCDEFGHIJKL'[number - 1]}" for number in range(1, 13)]
    items = ["AGENDA", *(f"{number} Business of the day" for number in range(1, 7)), *speakers, "7 Parking review"]
    assert [item.number for item in sheet(*items).items] == ["1", "2", "3", "4", "5", "6", "7"]


def test_items_in_part_b_are_exempt() -> None:
    found = sheet("AGENDA", "Part A", "1 Minutes (Pages 1 - 4)", "", "Part B", "", "2 Contract award (Pages 5 - 9)")
    assert [(item.number, item.exempt) for item in found.items] == [("1", False), ("2", True)]


def test_a_column_of_an_agenda_says_which_items_are_private() -> None:
    asked = (
        ("Open/Closed", "Open", "Closed"),
        ("Exempt?", "No", "Yes"),
        ("Status", "Part 1", "Part 2"),
        ("Part 2?", "No", "Yes"),
    )
    for column, open_, shut in (
        *asked,
        ("Private", "", "X"),
        ("Confidential", "", "Yes"),
        ("Session", "Open", "Closed"),
    ):
        for pages in (("", "", ""), ("Pages", "2 - 3", "4 - 9")):
            found = sheet(
                "* AGENDA",
                f"Item Title {column} {pages[0]}".strip(),
                f"1 Apologies for absence {open_}".strip(),
                f"2 Bandstand repairs {open_} {pages[1]}".strip(),
                f"3 Kiln lease {shut} {pages[2]}".strip(),
                f"4 Work programme {open_}".strip(),
            )
            assert [item.exempt for item in found.items] == [False, False, True, False], (column, pages)
            titles = ["Apologies for absence", "Bandstand repairs", "Kiln lease", "Work programme"]
            assert pages[0] or [item.title for item in found.items] == titles


def test_numbered_paragraphs_of_a_report_are_no_agenda() -> None:
    found = sheet("* Budget report", "1. Background", "1.1 The Council set its budget in February.", "2. Finance")
    assert not found.agenda


def test_meeting_from_labels() -> None:
    meeting = sheet(
        "* Cabinet", "Date: Thursday 3 April 2025", "Time: 10.00 am", "Venue: Council Chamber", "AGENDA", "1 Apologies"
    ).meeting
    assert (meeting.date, meeting.date_printed) == (date(2025, 4, 3), "Thursday 3 April 2025")


def test_meeting_from_metadata_where_a_letter_has_its_own_date() -> None:
    meeting = sheet(
        "Date: 27 January 2025",
        "CABINET - THURSDAY, 30 JANUARY 2025",
        "Agenda Item No",
        "9 Plan (Pages 1 - 4)",
        subject="Cabinet, 30/01/2025 10:00",
    ).meeting
    assert (meeting.body, meeting.date, meeting.date_printed) == (
        "Cabinet",
        date(2025, 1, 30),
        "THURSDAY, 30 JANUARY 2025",
    )


def test_page_ranges_in_a_column_of_their_own_are_read_on_a_proven_agenda() -> None:
    rows = [
        Row(number, title, pages)
        for number, title, pages in (("1", "Apologies", ""), ("2", "Minutes", "3 - 6"), ("3", "Budget", "7 - 20"))
    ]
    assert listed(columned(*rows)) == [("1", "Apologies", None), ("2", "Minutes", (3, 6)), ("3", "Budget", (7, 20))]


def test_a_column_of_first_pages_is_read_where_it_rises() -> None:
    rows = [Row("1", "Minutes", "3"), Row("2", "Budget", "7"), Row("3", "Roads", "21")]
    assert listed(columned(*rows)) == [("1", "Minutes", (3, 3)), ("2", "Budget", (7, 7)), ("3", "Roads", (21, 21))]
    minutes_of_each = [Row("1", "Minutes", "10"), Row("2", "Budget", "30"), Row("3", "Roads", "10")]
    assert [pages for _, _, pages in listed(columned(*minutes_of_each))] == [None, None, None]


def test_pages_stand_behind_leader_dots() -> None:
    rows = ("AGENDA", "1 Minutes ........ 3 - 6", "", "2 Budget ......... 7")
    assert listed(sheet(*rows)) == [("1", "Minutes", (3, 6)), ("2", "Budget", (7, 7))]


def test_items_may_be_called_so() -> None:
    assert listed(sheet("AGENDA", "Item 1 - Minutes", "", "Item 2: Budget")) == [
        ("1", "Minutes", None),
        ("2", "Budget", None),
    ]


@pytest.mark.parametrize(
    "title", ["Public meeting 13-15 October", "Homes at 1-51 Mill Way", "Transfer of the 18-25 service", "Budget 25-26"]
)
def test_figures_in_a_title_are_no_page_range(title: str) -> None:
    """On an agenda whose other items print "(Pages a - b)", or that prints no ranges at all."""
    for rows in (("AGENDA", "1 Minutes (Pages 3 - 6)", "", f"2 {title}"), ("AGENDA", "1 Apologies", "", f"2 {title}")):
        assert listed(sheet(*rows))[1] == ("2", title, None)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("* Contents", "1 Summary (Pages 3 - 4)", "2 Findings (Pages 5 - 9)"), id="a list of contents"),
        pytest.param(("* Evaluation", "1 Early help (Page 5)", "2 Later help"), id="one reference to a page"),
        pytest.param(("Date: 3 May 2022", "1. Mr Hay of 13-15 Mill Lane wrote on this."), id="a letter"),
    ],
)
def test_what_only_looks_like_an_agenda_is_none(rows: tuple[str, ...]) -> None:
    assert not sheet(*rows).agenda


def test_the_business_of_every_meeting_is_an_agenda_without_the_word() -> None:
    assert sheet("1 Apologies", "", "2 Declarations of interest", "", "3 Minutes", "", "4 Budget").agenda


class Row(NamedTuple):
    number: str
    title: str
    pages: str


def test_a_list_that_closes_some_of_its_business_is_an_agenda_without_the_word() -> None:
    resolved = (
        "Private business. To resolve in terms of section 50A(4) that the public be excluded during item 5",
        "Exempt items - The following item is likely to be taken with the public excluded under section 1(2) of an Act",
        "Confidential business. Members of the public will be asked to withdraw for item 5.",
    )
    for usual in ("Sederunt and apologies", "Apologies", "Ymddiheuriadau / Apologies"):
        for words in resolved:
            found = sheet("Kiln Board", f"1 {usual}", "2 Lamps", "3 Oars", f"4 {words}", "5 Kiln lease")
            assert [item.exempt for item in found.items] == [False] * 4 + [True], (usual, words)
        parted = sheet("Kiln Board", "PART 1 - PUBLIC", f"1 {usual}", "2 Lamps", "PART 2 - PRIVATE", "3 Kiln lease")
        assert [item.exempt for item in parted.items] == [False, False, True]
    assert not sheet("Kiln Board", "1 Purpose", "2 Lamps", "3 Kiln lease (Exempt)").agenda


def columned(*rows: Row) -> FrontSheet:
    """An agenda with the page numbers in a column at the right margin."""
    lines = [piece("AGENDA", 250, 60)]
    for index, row in enumerate(rows):
        top = 90.0 + 30 * index
        lines += [piece(f"{row.number} {row.title}", 72, top)] + ([piece(row.pages, 480, top)] if row.pages else [])
    return find_front_sheet({1: tuple(lines)}, "pack.pdf", title=None, subject=None)


def piece(text: str, left: float, top: float) -> Line:
    box = Box(left=left, top=top, right=left + 5 * len(text), bottom=top + 11)
    return Line(text=text, box=box, size=12.0, bold=False, direction=Direction.ACROSS)


def test_minutes_that_go_through_the_usual_items_are_no_agenda() -> None:
    items = ("1. Apologies", "2. Declarations of interest", "3. Minutes of the last meeting", "4. Public participation")
    assert not sheet("MINUTES OF THE HARBOUR COMMITTEE MEETING", "Present: Ann Reed", *items).agenda
    assert sheet("HARBOUR COMMITTEE", "Tuesday 5 March 2024", *items).agenda
