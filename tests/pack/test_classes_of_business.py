"""Business that is private by a class of words: the heading of an item, the fate of a motion, a field of a front, the
cells of a column. Each stands beside near misses."""

from pathlib import Path

import pytest

from scrutiny.pack.ballots import SHUTS, find_outcome
from scrutiny.pack.exclusion import DECIDES_IT, Reach, read_exclusion
from scrutiny.pack.marks import find_ground, find_mark, find_title_mark
from tests.builders.paper import PackBuilder
from tests.builders.reading import read_pack
from tests.builders.withheld import PUBLIC, SECRET
from tests.pack.test_frontsheet import sheet
from tests.pack.test_private_parts import shown

PRIVATE_TITLES = """
Any other confidential business
Urgent confidential item: kilns
To receive an exempt property report
Confidential staffing matters
Confidential kiln update
Private personnel session
Restricted legal and contract advice
Non-public business
Depot /EXEMPT/
Depot * Confidential *
Materion cyfrinachol
Sesiwn gaeedig
""".strip().splitlines()

PUBLIC_TITLES = """
Private sector housing report
Private hire licensing update
Confidential waste report
Confidential reporting matters
Restricted byways update
Closed schools report
Any other business
Any exempt items
To agree any confidential items to be discussed
Confidential recycling contract report
Confidential counselling service update
Private land matters
Private finance update
Private contractors report
Closed complaints update
Closed contracts report
Closed issues
Review of exempt items
Exempt accommodation update
Reports on private landlords
Roads and/or paths
Depot /north/
Materion preswyl
""".strip().splitlines()


@pytest.mark.parametrize("title", PRIVATE_TITLES)
def test_a_status_that_belongs_to_the_business(title: str) -> None:
    assert find_title_mark(title) is not None


@pytest.mark.parametrize("title", PUBLIC_TITLES)
def test_a_status_that_belongs_to_something_else(title: str) -> None:
    assert find_title_mark(title) is None


def test_a_ground_in_law_behind_a_title() -> None:
    assert find_ground("Sale of the kiln (LGA 1972 Sch 12A para 3)") is not None
    assert find_ground("Sale of the kiln (Act of 1972)") is None


@pytest.mark.parametrize(
    ("heading", "private"),
    (
        ("6. Matters heard behind closed doors", True),
        ("6. Business transacted in the absence of the public", True),
        ("6. Part 2 item - the kiln", True),
        ("6. Part 2 of the kiln plan", False),
        ("6. Section 2 report - the kiln", False),
        ("6. Part B papers: the kiln", False),
        ("6. Matters heard with the public present", False),
        ("6. Items raised by the public", False),
    ),
)
def test_how_a_heading_says_its_business_was_taken(heading: str, private: bool, tmp_path: Path) -> None:
    rows = (f"# {heading}", f"RESOLVED: That {SECRET if private else PUBLIC} be sold.")
    text = shown(("# 5. Ovens", f"RESOLVED: That the ovens at {PUBLIC} be lit.", *rows), tmp_path)
    assert SECRET not in text
    assert text.count(PUBLIC) == 2 - private


GONE = """
A motion to move into closed session was put and passed.
The motion to close the meeting to the public was carried on the casting vote of the Chair.
The amendment that the matter be heard in public was lost by two votes.
The motion that the public remain was not carried.
The motion to readmit the public was lost.
The Chair's ruling that the matter be heard in private was upheld by seven votes to one.
The Mayor put the exclusion motion to the meeting; it was agreed with Councillor Low voting against.
Members voted in favour of excluding the public.
The question that the public be excluded was put and agreed.
That the public be excluded - carried.
""".strip().splitlines()

STAYED = """
A motion to move into closed session was put and rejected.
The motion to close the meeting to the public was lost on the casting vote of the Chair.
The amendment that the matter be heard in public was agreed by two votes.
The motion that the public remain was carried.
The Chair's ruling that the matter be heard in private was overturned by seven votes to one.
Members voted 5-4 against going into Part Two.
The question that the public be excluded was put and negatived.
That, under section 100A, the public be excluded - lost.
""".strip().splitlines()

UNTOLD = """
The motion to exclude the car park from the scheme was carried.
The motion to allow dogs was lost.
The motion that the public should never be excluded from meetings was lost.
He withdrew the proposal and the meeting went on in public.
On a vote, four for and five against, the public were not excluded.
Two members voted against going into private session.
It was agreed that there was no need to sit in private.
The motion to open the kiln was carried.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", GONE)
def test_a_motion_by_which_the_public_goes(sentence: str) -> None:
    assert find_outcome(sentence) in SHUTS


@pytest.mark.parametrize("sentence", STAYED)
def test_a_motion_by_which_the_public_stays(sentence: str) -> None:
    outcome = find_outcome(sentence)
    assert outcome is not None
    assert outcome not in SHUTS


@pytest.mark.parametrize("sentence", UNTOLD)
def test_what_tells_no_fate_of_a_motion_about_the_public(sentence: str) -> None:
    assert find_outcome(sentence) is None


@pytest.mark.parametrize(
    ("words", "decided"),
    (
        ("RESOLVED - That the public be excluded for part of the discussion of item 6", True),
        ("The Board agreed unanimously to exclude the press and public from the meeting", True),
        ("RESOLVED that the rules on excluding the public be revised", False),
        ("RESOLVED that the public be excluded from the kiln field", False),
        ("RESOLVED that the public be not excluded from the meeting", False),
    ),
)
def test_a_resolution_says_it_in_so_many_words(words: str, decided: bool) -> None:
    assert (DECIDES_IT.search(words) is not None) == decided


def test_what_had_been_so_before_excludes_nobody() -> None:
    assert read_exclusion("They listed the items which had been taken after the exclusion of the public") is None
    own = read_exclusion("RESOLVED that the public be excluded for the report which had been tabled")
    assert own is not None
    assert own.reach is Reach.REST


@pytest.mark.parametrize(
    ("heading", "row"), (("10. Kilns", f"10.1 {PUBLIC}"), ("10.1 Kilns", PUBLIC)), ids=("within", "behind 9")
)
def test_an_item_with_a_part_is_named_as_a_whole(heading: str, row: str, tmp_path: Path) -> None:
    rows = (
        "# 9. Private business",
        "The Committee resolved: to exclude the press and public during consideration of item 10.2.",
        f"# {heading}",
        f"The Committee agreed {row}.",
        "# 10.2 Ovens",
        f"The Committee agreed to sell {SECRET}.",
        "# 11. Dates",
        "The Committee agreed the dates.",
    )
    text = shown(rows, tmp_path)
    assert SECRET not in text
    assert PUBLIC in text
    assert "the dates" in text


@pytest.mark.parametrize("line", ["Part: II", "Agenda part: B", "Exempt category: 3", "Embargoed and confidential",
    "NOT FOR THE PUBLIC: sent to the head teacher only", "PINK PAPERS - private to the trustees",
    "CONFIDENTIAL - released to the trustees only", "EXEMPT: previously sent to the trustees",
    "Classification: not for the public or press", "Due: 4 May. Ward: Kiln Hill. Open or exempt: exempt (paragraph 3)",
    "This report is submitted in Part II because it names a tenant.", "Not for onward transmission",
    "It is recommended that the public be excluded while this report is considered."])  # fmt: skip
def test_a_front_that_says_it(line: str) -> None:
    assert find_mark(line) is not None


@pytest.mark.parametrize("line", ["Private and Confidential", "Security classification: Confidential", "Part: II"])
def test_a_line_under_the_title_hides_its_report(line: str, tmp_path: Path) -> None:
    """It is the heading of no column."""
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Kilns and ovens")
    for row in (
        "Report of the Director",
        line,
        f"1.1 The kiln at {SECRET} is old.",
        "Recommendation: That it be sold.",
    ):
        builder.para(row)
    path = tmp_path / "report.pdf"
    path.write_bytes(builder.data())
    assert SECRET not in read_pack(path).page_texts[0]


@pytest.mark.parametrize("line", ["Part: I", "Agenda part: A", "Spare part: B", "Exempt category: none", "Embargo lifted",
    "PART II - OVENS",
    "Due: 4 May. Open or exempt: open", "RESTRICTED BAYS - the kiln field", "Not public: the kiln field",
    "Report part: B",
    "That the public be excluded while the appendix to this report is considered.",
    "This report follows part II of the strategy.", "Not for onward travel",
    "It is recommended that the public be excluded from the quarry."])  # fmt: skip
def test_a_front_that_does_not(line: str) -> None:
    assert find_mark(line) is None


@pytest.mark.parametrize(
    ("number", "named"), (("items 4", True), ("item 4 and item 6", True), ("see below", False)), ids=str
)
def test_an_item_of_the_agenda_that_names_what_it_closes(number: str, named: bool) -> None:
    rows = ("1. Apologies", f"2. Exercise of the power to exclude: {number}", "3. Kilns (Pages 3 - 4)")
    front = sheet("* AGENDA", *rows, "4. Ovens (Pages 5 - 6)")
    assert [item.number for item in front.items if item.mark is not None] == (["4"] if named else [])


@pytest.mark.parametrize(
    ("heading", "cells", "private"),
    (
        ("Access", ("Public", "Exempt", "Public"), True),
        ("Status", ("Open", "Not for publication", "Open"), True),
        ("Status", ("Open", "Exempt paragraphs 3 and 5", "Open"), True),
        ("Status", ("Open", "Closed paragraph 3", "Open"), False),
        ("Status", ("Open", "Closed", "Open"), False),
        ("Category", ("Public", "Private", "Public"), False),
        ("Access", ("By bus", "Exempt", "On foot"), False),
        ("Exempt", ("No", "Yes", "No"), True),
        ("Classification", ("Public", "Confidential", "Public"), False),
    ),
)
def test_a_column_whose_cells_say_what_it_asks(
    heading: str, cells: tuple[str, str, str], private: bool, tmp_path: Path
) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Contracts")
    rows = [[name, text, cell] for name, text, cell in zip("ABC", (PUBLIC, SECRET, "ovens"), cells, strict=True)]
    builder.table([["Contract", "Position", heading], *rows], [150, 150, 150])
    path = tmp_path / "list.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert (SECRET not in text) == private
    assert PUBLIC in text


@pytest.mark.parametrize(
    ("first", "second", "private"),
    (("PART 1 (open)", "PART 2 (closed)", True), ("SECTION A: PUBLIC", "SECTION B: CLOSED", True),
     ("Part 1 - roads", "Part 2 - closed roads", False)),
)  # fmt: skip
def test_the_second_part_of_a_paper(first: str, second: str, private: bool, tmp_path: Path) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Kilns and ovens")
    for row in ("Report of the Director", first, f"1.1 The kiln at {PUBLIC} is new.", second, f"2.1 {SECRET} is old."):
        builder.para(row)
    path = tmp_path / "report.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert PUBLIC in text
    assert (SECRET not in text) == private


LAW = "under section 100A of the Act"
WAYS_TO_CLOSE = {
    "a heading that counts more items": (
        "# 6. Restricted item", f"Resolved - That the public be excluded for the following item {LAW}.", "# 7. Ovens",
        f"It was agreed to sell {SECRET}.", "# 8. Dates", f"It was agreed to book {PUBLIC}.",
    ),
    "a part of the agenda": (
        "# 6. Procedure", f"RESOLVED: That the public be excluded for the items listed in part two {LAW}.",
        "# 7. Dates", f"It was agreed to book {PUBLIC}.", "PART TWO", "# 8. Ovens", f"It was agreed to sell {SECRET}.",
    ),
    "non-public items": (
        "# 6. Order", f"It was agreed to take items 7 (public) and 9 (non public). RESOLVED - That {LAW} the public be "
        "excluded for the non public items of business.", "# 7. Dates", f"It was agreed to book {PUBLIC}.",
        "# NON PUBLIC ITEMS", "# 9. Ovens", f"It was agreed to sell {SECRET}.",
    ),
    "a heading that says how it is taken": (
        "# 6. Reports to be considered in the presence of the public: dates", f"It was agreed to book {PUBLIC}.",
        "# 7. Reports to be considered in the absence of the public: ovens", f"RESOLVED: That {SECRET} be sold.",
    ),
    "the next item, said by all of another": (
        "# 6. Other business", "The visitors left the meeting as the next item was confidential.", "# 7. Ovens",
        f"It was agreed to sell {SECRET}.", "# 8. Dates", f"It was agreed to book {PUBLIC}.",
    ),
    "articles from one onwards": (
        "# 6. Business", "The Board resolved to exclude the press and public from item 9.1 (article 8 of this minute) "
        "onwards under paragraph 6.", "# 7. Dates", f"It was agreed to book {PUBLIC}.", "# 8. Kilns", "It was agreed.",
        "# 9. Ovens", f"It was agreed to sell {SECRET}.",
    ),
    "articles with their grounds": (
        "# 6. Business", "The Board resolved to exclude the public so as not to disclose: article 8 (paragraph 6).",
        "# 7. Dates", f"It was agreed to book {PUBLIC}.", "# 8. Ovens", f"It was agreed to sell {SECRET}.",
    ),
    "a motion lost behind its ground in law": (
        "# 7. Exclusion of the public", "It was moved that the public be excluded under Schedule 12A. The motion was "
        "clearly lost, which let the public stay.", "# 8. Dates", f"It was agreed to book {PUBLIC}.", "# 9. Ovens",
        f"RESOLVED: That the public be excluded for this item {LAW}.", f"It was agreed to sell {SECRET}.",
    ),
    "words in bold within a sentence": (
        "# 6. Dates", f"It was agreed to book {PUBLIC}.", "# 7. Ovens", "# Resolved that the press and public",
        "be excluded for this item under paragraph 3.", f"It was agreed to sell {SECRET}.",
    ),
    "in the sentence that tells of it": (
        "# 6. Dates", f"It was agreed to book {PUBLIC}.", "# 7. Ovens",
        f"The press and public having been excluded {LAW}, the Board agreed to sell {SECRET}.",
    ),
    "a casting vote": (
        "# 6. Ovens", "In the absence of the public it was agreed to sell " + SECRET + ".", "# 7. Exclusion",
        "It was moved that the public be excluded. Six were for and six against; the Chair gave a casting vote against.",
        "# 8. Dates", f"It was agreed to book {PUBLIC}.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("rows", WAYS_TO_CLOSE.values(), ids=WAYS_TO_CLOSE)
def test_what_a_resolution_closes(rows: tuple[str, ...], tmp_path: Path) -> None:
    text = shown(("# 5. Apologies", "There were none.", *rows), tmp_path)
    assert SECRET not in text
    assert PUBLIC in text


@pytest.mark.parametrize(
    ("note", "private"),
    (("The public cannot attend the rest of the meeting.", True), ("The public may not stay for the next item.", True),
     ("The public may not attend in person but can watch.", False), ("The public cannot remain in the car park.", False)),
)  # fmt: skip
def test_who_cannot_be_there(note: str, private: bool) -> None:
    exclusion = read_exclusion(note)
    assert (exclusion is not None and exclusion.reach in (Reach.REST, Reach.NEXT)) == private


@pytest.mark.parametrize("heading", ["Part 1 - The offers", "Section 3 Terms", "Part C"])
def test_a_heading_within_a_private_annex(heading: str, tmp_path: Path) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Kilns and ovens")
    for row in ("Report of the Director", "1.1 The kiln is new."):
        builder.para(row)
    builder.heading("EXEMPT ANNEX")
    for row in ("1.2 The oven is old.", heading, f"1.3 {SECRET}"):
        builder.para(row)
    path = tmp_path / "report.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert "kiln" in text
    assert SECRET not in text


@pytest.mark.parametrize("above", ["Report of the Director", "This report is public."])
def test_a_notice_about_an_appendix_that_goes_on(above: str, tmp_path: Path) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Kilns and ovens")
    for row in (above, "Appendix B is not for publication by virtue of", "Schedule 12A of the Act", f"1. {PUBLIC}"):
        builder.para(row)
    builder.new_page()
    builder.heading("Appendix B: ovens")
    builder.para(f"2. {SECRET}")
    path = tmp_path / "report.pdf"
    path.write_bytes(builder.data())
    text = " ".join(read_pack(path).page_texts)
    assert PUBLIC in text
    assert SECRET not in text


def test_a_table_names_the_items(tmp_path: Path) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Minutes of the Board held on 5 March 2024")
    builder.para("Present: Councillors Day and Low.")
    builder.heading("6. Exclusion of the public", size=12)
    builder.para(f"RESOLVED that the public be excluded for the following item {LAW}, as follows:")
    builder.table([["Item number", "Type of information"], ["8", "Paragraph 2"]], [150, 150])
    for number, name in ((7, PUBLIC), (8, SECRET)):
        builder.heading(f"{number}. Kilns", size=12)
        builder.para(f"RESOLVED that {name} be mended.")
    path = tmp_path / "minutes.pdf"
    path.write_bytes(builder.data())
    text = read_pack(path).page_texts[0]
    assert SECRET not in text
    assert PUBLIC in text
