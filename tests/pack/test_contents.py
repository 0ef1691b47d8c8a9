"""The contents of packs, whatever evidence is missing."""

import itertools
from pathlib import Path

import pytest

from scrutiny.findings import FindingCode
from scrutiny.pack import Pack
from scrutiny.pdf import read_pdf
from scrutiny.sources import fold
from tests.builders.paper import PackBuilder
from tests.builders.reading import read_pack
from tests.conftest import PackFile

FRONT = ("3 Minutes of the last meeting", "5 Road safety", "6 Budget monitoring")


def draw(
    *, ranges: bool = True, leaks: bool = False, **options: bool | int
) -> tuple[PackBuilder, list[tuple[str | None, int, int]]]:
    """A pack of minutes, a report with two attachments and a report, and where its documents are."""
    pack = PackBuilder(**options)  # type: ignore[arg-type]
    filled = pack.fillers
    shift = pack.offset
    spans = {"3": (3, 4), "5": (5, 9), "6": (10, 11)} if filled else {"3": (2, 3), "5": (4, 7), "6": (8, 9)}
    pack.begin(None, "Agenda")
    pack.heading("Highways Scrutiny Committee", size=20)
    for line in ("Date: Thursday 3 April 2025", "Time: 10.00 am", "Venue: Council Chamber"):
        pack.line(line, bold=True)
    pack.gap(30)
    pack.line("AGENDA", x=260, bold=True)
    pack.gap(20)
    for row in ("1 Apologies", "2 Declarations of interest", *FRONT, "7 Urgent business"):
        number, title = row.split(" ", 1)
        first, last = spans.get(number, (0, 0))
        pages = f" (Pages {first - shift} - {last - shift})" if ranges and first else ""
        pack.para(title + pages, number=number)
        pack.gap(6)
    pack.pad()
    pack.begin("3", "3 Minutes of the last meeting")
    pack.para("MINUTES of a meeting of the Highways Scrutiny Committee held on Thursday 6 March 2025.")
    pack.para("PRESENT: Mr A Ball (Chairman)")
    pack.new_page()
    pack.para("RESOLVED that the report be noted.")
    pack.pad()
    pack.begin("5", "5 Road safety")
    for line in ("From: Jo Field, Director of Highways", "To: Highways Scrutiny Committee", "Subject: Road safety"):
        pack.line(line)
    pack.para("A report on road safety in the county.")
    if leaks:
        pack.mark("1.\tBackground", level=1, here=True)
    pack.heading("Background", size=12)
    pack.new_page()
    pack.para("Further words about road safety.")
    pack.begin(None, "Appendix A - Collisions", level=1)
    pack.line("Appendix A Collisions", bold=True, size=16, y=420)
    pack.new_page()
    pack.para("Collisions fell.")
    if filled:
        pack.filler()
    pack.begin("6", "6 Budget monitoring")
    for line in ("From: Lee Moss, Director of Finance", "To: Highways Scrutiny Committee", "Subject: Budget"):
        pack.line(line)
    pack.new_page()
    pack.para("The budget is balanced.")
    starts = [(None, 1), ("3", spans["3"][0]), ("5", spans["5"][0]), ("5", spans["5"][0] + 2), ("6", spans["6"][0])]
    ends = [start - 1 for _, start in starts[1:]] + [spans["6"][1]]
    return pack, [(item, first, last) for (item, first), last in zip(starts, ends, strict=True)]


def found(pack: Pack) -> list[tuple[str | None, int, int]]:
    return [(document.item, document.pdf_first, document.pdf_last) for document in pack.documents]


@pytest.mark.parametrize(
    ("outline", "stamps", "ranges"),
    [combination for combination in itertools.product((True, False), repeat=3) if any(combination)],
)
@pytest.mark.parametrize("numbers", [True, False])
@pytest.mark.parametrize("offset", [0, 1])
@pytest.mark.parametrize("fillers", [True, False])
def test_documents_are_found_from_whatever_evidence_there_is(
    pack_file: PackFile, outline: bool, stamps: bool, ranges: bool, numbers: bool, offset: int, fillers: bool
) -> None:
    builder, expected = draw(
        ranges=ranges, outline=outline, stamps=stamps, numbers=numbers, offset=offset, fillers=fillers
    )
    pack = read_pack(pack_file(builder))
    assert found(pack) == expected
    assert [finding for finding in pack.findings if finding.code == "front-sheet-range"] == []


def test_headings_that_leak_into_the_outline_are_no_documents(pack_file: PackFile) -> None:
    builder, expected = draw(leaks=True)
    assert found(read_pack(pack_file(builder))) == expected


@pytest.mark.parametrize(("column", "told"), [(("10", "15", "20"), 0), (("2", "3", "9"), 1)])
def test_a_column_of_numbers_is_believed_where_most_are_first_pages(
    column: tuple[str, ...], told: int, pack_file: PackFile
) -> None:
    builder = PackBuilder(title="Agenda for Ferries Committee")
    builder.begin(None, "Agenda frontsheet")
    builder.line("AGENDA", bold=True)
    for number, minutes in zip("123", column, strict=True):
        builder.gap(10)
        builder.line(f"{number} Report on pier {number}A")
        builder.line(minutes, x=520, y=builder.y)
    for number in "123":
        builder.begin(number, f"{number} Report on pier {number}A")
        builder.heading(f"Report on pier {number}A")
    codes = [finding.code for finding in read_pack(pack_file(builder)).findings]
    assert codes.count(FindingCode.FRONT_SHEET_RANGE) == told


def test_a_wrong_range_on_the_front_sheet_is_a_finding(pack_file: PackFile) -> None:
    builder, _ = draw(offset=0)
    builder.new_page()  # item 6 has a page more than the front sheet says
    builder.para("A page that came late.")
    (finding,) = (f for f in read_pack(pack_file(builder)).findings if f.code == "front-sheet-range")
    assert (finding.printed, finding.expected) == ("(Pages 10 - 11)", "(Pages 10 - 12)")


def test_a_single_report_is_one_document(pack_file: PackFile) -> None:
    builder = PackBuilder(numbers=False)
    builder.new_page()
    builder.heading("Report of the Director of Highways", size=14)
    for number in range(1, 40):
        builder.para("Words of a paragraph that are of no account whatever.", number=f"{number}.")
    pack = read_pack(pack_file(builder))
    assert pack.single
    assert [(document.kind.value, document.pdf_first) for document in pack.documents] == [("report", 1)]
    assert [finding.code.value for finding in pack.findings] == ["not-a-pack"]


def test_a_document_marked_not_for_publication_is_exempt(pack_file: PackFile) -> None:
    builder, _ = draw()
    builder.begin("7", "7 Contract")
    builder.line("NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A", bold=True)
    pack = read_pack(pack_file(builder))
    assert [document.item for document in pack.documents if document.exempt] == ["7"]


def test_a_stamp_from_an_appended_paper_of_another_meeting_is_ignored(pack_file: PackFile) -> None:
    builder, expected = draw()
    builder.begin("2", None)
    builder.para("A paper that the Cabinet had as its item 2.")
    (*others, (item, first, last)) = expected
    assert found(read_pack(pack_file(builder))) == [*others, (item, first, last + 1)]


def test_documents_cover_every_page_and_quotes_stand_on_theirs(pack_file: PackFile) -> None:
    builder, _ = draw()
    path = pack_file(builder)
    pack = read_pack(path)
    pages = [n for document in pack.documents for n in range(document.pdf_first, document.pdf_last + 1)]
    assert pages == list(range(1, pack.source.pdf_pages + 1))
    with read_pdf(path) as pdf:
        texts = {page.pdf_page: fold(page.text) for page in pdf.pages()}
    quotes = [document.quote for document in pack.documents]
    quotes += [section.quote for document in pack.documents for section in document.sections]
    quotes += [item.quote for item in pack.items]
    for quote in quotes:
        assert quote.text in texts[quote.pdf_page]


def test_a_heading_on_the_left_is_no_stamp(pack_file: PackFile) -> None:
    builder = PackBuilder(numbers=False, outline=False)
    builder.new_page()
    builder.line("Agenda Item 4", y=builder.height - 40)
    builder.para("What was said on the fourth item of the meeting, told at length.")
    assert read_pack(pack_file(builder)).single


def test_a_label_that_runs_through_an_attached_paper_begins_no_document(pack_file: PackFile) -> None:
    builder, expected = draw(outline=False)
    for number in (1, 2, 3):
        builder.begin(None)
        builder.line("Appendix 1", x=470, y=builder.height - 45)
        builder.para(f"Chart {number}.")
    (*others, (item, first, last)) = expected
    assert found(read_pack(pack_file(builder))) == [*others, (item, first, last + 3)]


def test_pages_that_an_attached_paper_numbers_on_begin_no_document(pack_file: PackFile) -> None:
    """Its own number stands beside the pack's: "2" and "Page 14"."""
    builder, expected = draw()
    for number in (1, 2, 3):
        builder.begin(None, f"Part {number} of the report", level=1)
        builder.heading(f"Part {number} of the report", size=14)
        builder.line(str(number), x=290, y=40)
    (*others, last) = expected
    attached = (last[0], last[2] + 1, last[2] + 3)
    assert found(read_pack(pack_file(builder))) == [*others, last, attached]


def test_outline_entries_below_an_attached_paper_are_its_headings(pack_file: PackFile) -> None:
    builder, expected = draw()
    builder.begin(None, "Slides for members", level=1)
    builder.heading("Slides for members")
    for number in (2, 3):
        builder.begin(None, f"Slide Number {number}", level=2)
        builder.heading(f"What we found, part {number}")
    (*others, last) = expected
    attached = (last[0], last[2] + 1, last[2] + 3)
    assert found(read_pack(pack_file(builder))) == [*others, last, attached]


def test_what_may_be_withheld_with_its_paper_is_no_paper_of_its_own(pack_file: PackFile) -> None:
    builder, expected = draw()
    builder.begin("7", "7 Depot")
    builder.line("NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A", bold=True)
    builder.begin(None, "Appendix 1 - Bids", level=1)
    builder.heading("Appendix 1 Bids", size=14)
    builder.line("The bids are set out below.")
    for part in range(5):
        builder.line(f"Bid {part}")
    last = expected[-1][2]
    pack = read_pack(pack_file(builder), include_exempt=True)
    assert found(pack) == [*expected, ("7", last + 1, last + 2)]
    assert pack.documents[-1].exempt


def test_the_slides_of_one_file_are_one_document_though_the_outline_lists_each(pack_file: PackFile) -> None:
    builder, expected = draw()
    for number in (1, 2, 3):
        builder.begin(None, f"What we found, part {number}", level=1, landscape=True)
        builder.heading(f"What we found, part {number}", size=30)
    (*_, (item, _, last)) = expected
    assert found(read_pack(pack_file(builder))) == [*expected, (item, last + 1, last + 3)]


def test_a_date_is_the_meetings_for_minutes_and_the_papers_own_for_reports(pack_file: PackFile) -> None:
    builder, _ = draw()
    dates = [str(document.date) for document in read_pack(pack_file(builder)).documents]
    assert dates == ["2025-04-03", "2025-03-06", "None", "None", "None"]


def test_a_blank_page_with_a_stamp_in_a_form_needs_no_ocr(pack_file: PackFile) -> None:
    builder, _ = draw()
    builder.new_page()
    builder.canvas.beginForm("stamp")
    builder.canvas.drawString(280, 30, "12")
    builder.canvas.endForm()
    builder.canvas.doForm("stamp")
    assert [f for f in read_pack(pack_file(builder)).findings if f.code == "no-text-layer"] == []


def test_a_paper_by_itself_is_called_by_its_own_title(tmp_path: Path) -> None:
    """The title in a file's metadata is often of the template, or of an earlier meeting."""
    paper = PackBuilder(numbers=False, stamps=False, outline=False, title="Minutes template - 4 May 2012")
    paper.new_page()
    for row in ("MINUTES of the Skills Committee held on Thursday 6 March 2025", "Present: Mr A Ball", "1. Apologies"):
        paper.para(row)
    path = tmp_path / "minutes.pdf"
    path.write_bytes(paper.data())
    assert read_pack(path).source.title == "Minutes of the Skills Committee, 6 March 2025"
