"""What marks a paper as not for publication, and what only talks of it."""

import pytest

from scrutiny.pack.exclusion import Reach, closes, items_told_of, opens, read_exclusion
from scrutiny.pack.extents import find_extent
from scrutiny.pack.marks import find_mark, find_title_mark
from scrutiny.pack.privaterecords import public_again
from scrutiny.pack.statusfields import says_public

MARKS = """
NOT FOR PUBLICATION
Exempt
EXEMPT REPORT
PRIVATE AND CONFIDENTIAL
Strictly confidential - not for publication
*** CONFIDENTIAL ***
[RESTRICTED]
C O N F I D E N T I A L
PART 2 - NOT FOR PUBLICATION
Document is Restricted
OFFICIAL - SENSITIVE
OFFICIAL-SENSITIVE [COMMERCIAL]
OFFICIAL (SENSITIVE)
By virtue of paragraph(s) 3 of Part 1 of Schedule 12A of the Local Government Act 1972
By virtue of paragraph 6 of Part 1 of Schedule 7A of the Local Government (Scotland) Act 1973
Restricted under Part 1 of Schedule 6 of the Local Government Act (Northern Ireland) 2014
LGA 1972 Sch 12A Para 3
Exempt information under paragraph 3
(Exempt information - Paragraph 2)
Para 3 exempt
Reason for exemption: paragraph 3
This paper has information that is exempt under paragraph 3
Information contained in this report is not for publication
The whole of this report is exempt from disclosure
This item is to be considered in private
By reason of paragraph 1 of Schedule 12A this report is not for publication
This report is NOT open to the public
Contains confidential information
Classification: Exempt
Report status: Exempt - Para 3
Public or private: Private
Exempt: Yes
Members only
For the attention of members only
NFP
Not for wider circulation
Do not circulate
COMMERCIAL IN CONFIDENCE
Legally privileged
Withheld from publication under paragraph 2
PINK PAPERS
Closed report
In private
EXEMPT MINUTES
ADRODDIAD EITHRIEDIG
CYFRINACHOL - NID I'W GYHOEDDI
Mae'r adroddiad hwn yn eithriedig
Is the decision exempt from publication? Yes
Circulated to members of the Committee only
Publication status: Closed
For publication: No
Is this report for publication? No
Suitable for release (Y/N): N
Is this item open to the public? No
NOT TO BE MADE PUBLIC
This report is not to be made public
Report for publication? (Y/N): N
For publication: No, exempt under paragraph 3
Does the report contain confidential information? Yes
Do not share or copy
This report must not be shown to anyone outside the Council.
Not to be shared with third parties
Not to be circulated beyond the Committee
This paper is not to be discussed with or shown to the press
This document should not be seen by anybody who is not a governor
Restricted to members of the Standards Committee and the Independent Person.
Circulation limited to Committee members and the officers concerned.
Distribution is confined to the Board
Restricted distribution: Chair, Treasurer, Head of Payroll
Members of the Panel only
Board members only
Governors only
For trustees and chief officers only
For the attention of named recipients only
Cabinet Members' eyes only
Circulated to governors only
This item is restricted to members of the Appeals Panel
Access is restricted to the Board
""".strip().splitlines()

TALK = """
Exempt information: None
Exempt information   NO
Confidential: N/A
Does this report have exempt information? No
Open or exempt: Open
Public or private: Public
Exempt Information?
This item is exempt from call-in
Exempt from VAT
Exempt accommodation
Private sector housing
Private hire licensing
Restricted byways
There were no exempt items
The appendix to the last report was exempt
This report does not contain confidential information
Information is not exempt information if it is public already
If this report is exempt it will be marked so
Reports may be exempt where paragraph 3 applies
Such reports will be marked "Not for publication" with the reason
Meaning of exempt information
Exempt information - discretion to exclude the public
Confidential reporting policy
Confidential information was shared with the police
Classification: Unrestricted
OFFICIAL
Closed
Non-exempt
No longer confidential
Tax-exempt supplies
Declarations of interest
Is the decision exempt from publication? No
Status: Closed
Circulated to members on Monday
Sent to members on Monday only
No disclosures were made
For publication: Yes
For publication: November
Published: No. 12 of 2020
Is this item open to the public? Yes
The register is not made public
Open to the public: No
Public holidays: Closed
Road classification: Private
For publication: N/A
For publication: No restrictions
Can the report be published? No decision yet
Is the landlord private? Yes
Will my response be confidential? Yes
Members only parking
Parking at the hall is for members only
De-delegation (maintained members only)
Patient information would not be shared with anyone outside the Trust
The report has not been shared with schools
This report should not be read with the earlier one
This report is limited to councillors' allowances
This report is limited to the Council's own homes
Speaking is limited to members of the Committee
Distribution: All members of the Committee
Circulation: members and officers
Voting is restricted to members of the Committee
The press were not sent the agenda
The report says that data are not to be shared
Members may not disclose papers to others
Access to the site is restricted to the owner
This report is for members to note only in part
Restricted to buses and taxis
The scheme is open to residents only
This report should only be considered by members after the audit
The Panel met only once
This report is of interest to officers
Only members may vote
Public access to the foreshore is limited to the summer
This policy must not be read as giving rights to third parties
""".strip().splitlines()


@pytest.mark.parametrize("line", MARKS)
def test_marks(line: str) -> None:
    mark = find_mark(line)
    assert mark is not None
    assert not mark.partial
    assert mark.text
    assert mark.text in line or line.startswith("C O N F")


@pytest.mark.parametrize("line", TALK)
def test_talk_of_exemption_is_no_mark(line: str) -> None:
    assert find_mark(line) is None


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Appendix 2 is exempt", ("2",)),
        ("Appendices A and B are not for publication", ("a", "b")),
        ("This report is public but Appendix C is exempt", ("c",)),
        ("This report has an exempt appendix", ()),
    ],
)
def test_marks_of_appendices_alone(line: str, labels: tuple[str, ...]) -> None:
    mark = find_mark(line)
    assert mark is not None
    assert mark.appendices == labels


def test_a_mark_repeats_nothing_of_what_it_withholds() -> None:
    """A finding quotes the mark: words that are none of a mark's own are left out of it."""
    mark = find_mark("This report has the bids of Hushwell Ltd, which are exempt under paragraph 3")
    assert mark is not None
    assert mark.text == "exempt"
    mark = find_mark("Exempt under paragraph 3 because Hushwell Ltd is bidding")
    assert mark is not None
    assert mark.text == "Exempt under paragraph 3 because"


@pytest.mark.parametrize(
    "title",
    [
        "Contract (Exempt)", "Contract - Exempt", "EXEMPT: Contract", "RESTRICTED - Contract", "Contract [NFP]",
        "Confidential Appendix 1", "Appendix 1 - Bids (Exempt)", "Contract_EXEMPT.pdf", "EXEMPT Contract",
        "Contract (Exempt - paragraph 3)", "Contract - Not for publication", "Contract PART II", "Contract (Closed)",
        "Exempt minutes of the last meeting", "Contract: exempt report of the Director", "Contract (yellow pages)",
        "Contract Confidential", "Contract (Eithriedig)",
    ],
)  # fmt: skip
def test_titles_with_a_mark(title: str) -> None:
    mark = find_title_mark(title)
    assert mark is not None
    assert not mark.partial


@pytest.mark.parametrize(
    "title",
    [
        "Exempt accommodation", "Private sector housing", "PRIVATE SECTOR HOUSING", "Restricted roads", "Budget (previously exempt)",
        "Budget (non-exempt)", "Update (public)", "Council tax: who is exempt", "Parking: public and private",
        "Report on exempt schools", "Closed circuit television", "Private hire - fares", "School route (part 3)",
    ],
)  # fmt: skip
def test_titles_without_one(title: str) -> None:
    assert find_title_mark(title) is None


@pytest.mark.parametrize(
    "row",
    [
        "PART B", "Part II - Exempt items", "PART 2 (PRIVATE)", "Agenda - Part 2", "Private session", "IN COMMITTEE", "Non-public items",
        "Items at which the press and public are not welcome", "REPORTS NOT FOR PUBLICATION", "EITEMAU EITHRIEDIG",
        "Part C - private", "The following item is exempt",
    ],
)  # fmt: skip
def test_headings_of_private_business(row: str) -> None:
    assert closes(row) is not None


@pytest.mark.parametrize(
    "row",
    ["PART A", "Public items", "PART B - FINANCIAL REGULATIONS", "Part B - Items for information", "There are no Part 2 items",
     "UNRESTRICTED ITEMS", "Items during which the press and public are welcome"],
)  # fmt: skip
def test_other_headings(row: str) -> None:
    assert closes(row) is None


@pytest.mark.parametrize("row", ["PART A", "Public items", "Return to public session", "Items open to the public"])
def test_headings_of_public_business(row: str) -> None:
    assert opens(row)


@pytest.mark.parametrize(
    ("words", "reach", "items"),
    [
        ("RESOLVED: That the public be excluded for the following item", Reach.NEXT, ()),
        ("That the press and public be excluded for the remaining items", Reach.REST, ()),
        ("That the public be excluded during items 9 and 10", Reach.NAMED, ("9", "10")),
        ("To agree that the public be excluded for item 11.1 (exempt appendix)", Reach.NAMED, ("11.1",)),
        ("To consider whether any items should be taken in private", Reach.NOTHING, ()),
        ("EXCLUSION OF THE PUBLIC There were no exempt items", Reach.NOTHING, ()),
        ("The Council went into committee", Reach.REST, ()),
    ],
)
def test_how_far_a_resolution_reaches(words: str, reach: Reach, items: tuple[str, ...]) -> None:
    exclusion = read_exclusion(words)
    assert exclusion is not None
    assert (exclusion.reach, exclusion.items) == (reach, items)


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("The full business case (Annex C) is excluded from publication.", ("c",)),
        ("The prices (Appendices B and C) are not for publication by virtue of paragraph 3.", ("b", "c")),
        ("The map (Appendix 2) is attached and the exempt report is not.", None),
        ("The plan (Appendix 2) is not exempt.", None),
    ],
)
def test_what_is_said_of_a_paper_behind_its_label(line: str, labels: tuple[str, ...] | None) -> None:
    mark = find_mark(line)
    assert (mark.appendices if mark else None) == labels


def test_excluding_pupils_is_another_matter() -> None:
    assert read_exclusion("Exclusion of pupils from school") is None


@pytest.mark.parametrize("words", ["The meeting resumed in public", "The public were readmitted", "The Committee came out of committee"])  # fmt: skip
def test_the_return_to_public_session(words: str) -> None:
    assert public_again(words)


@pytest.mark.parametrize("line", ["This report is public", "Classification: Unrestricted", "PUBLIC REPORT"])
def test_reports_that_say_they_are_public(line: str) -> None:
    assert says_public(line)


@pytest.mark.parametrize(
    "line",
    [
        "exempt " * 1400,
        "this report " * 800,
        "Appendix A, B, " * 600,
        "item 1 and " * 900,
        "public " * 1400,
        ". " * 5000,
    ],
)
def test_no_pattern_is_slow_on_near_misses(line: str) -> None:
    """Ten kilobytes that nearly match take less than a tenth of a second."""
    import time

    begun = time.process_time()
    for find in (find_mark, find_title_mark, read_exclusion, public_again, closes, find_extent):
        find(line)
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("title", "labels"),
    [("Ovens (partly exempt)", ()), ("Ovens (Part exempt)", None), ("Ovens (partially restricted)", ())],
)
def test_a_title_that_says_it_is_partly_private(title: str, labels: tuple[str, ...] | None) -> None:
    mark = find_title_mark(title)
    assert mark is not None and mark.appendices == labels


def test_a_note_is_about_the_items_that_stand_before_what_it_says() -> None:
    for note in (
        "Item 4 is exempt",
        "Note: item 4 is exempt",
        "N.B. Agenda item 4 is exempt",
        "Agenda item 4 - exempt",
    ):
        assert items_told_of(note) == ("4",), note
    for note in ("Please note that items 4 and 5 are exempt", "The reports for items 4 and 5 are exempt"):
        assert items_told_of(note) == ("4", "5"), note
    for note in (
        "Exempt by virtue of paragraph 3. See also item 4 above.", "This report is exempt (taken with item 4)",
        "Not for publication; linked with items 3 and 4", "EXEMPT (see Item 3)",
        "The public part of this report is at item 4; this report is not for publication",
    ):  # fmt: skip
        assert items_told_of(note) == (), note
