"""What a sentence or a bracket says of a part of its paper, which appendices a list marks, and the names of files."""

from pathlib import Path

import pytest

from scrutiny.pack import MarkKind
from scrutiny.pack.extents import Limit, find_declaration, find_extent
from scrutiny.pack.marks import find_ground, find_mark
from scrutiny.pack.rows import Row
from scrutiny.pack.withholding import listed_labels, tabled_labels
from scrutiny.pdf import Direction, Line
from scrutiny.sources import Box
from tests.builders.paper import MARGIN, PackBuilder
from tests.builders.paragraphs import draw
from tests.builders.reading import read_pack
from tests.builders.withheld import PUBLIC, SECRET


@pytest.mark.parametrize(
    ("words", "limit"),
    (
        ("The rest of this report is exempt from disclosure.", Limit.REST),
        ("3.2 The remainder of this paper is not for publication under paragraph 3.", Limit.REST),
        ("What follows is confidential.", Limit.REST),
        ("The following paragraphs contain exempt information.", Limit.REST),
        ("The remainder of this section is exempt.", Limit.REST),
        ("[Exempt information begins]", Limit.REST),
        ("Start of confidential section", Limit.REST),
        ("[Exempt information ends]", Limit.END),
        ("END OF EXEMPT SECTION", Limit.END),
        ("Paragraphs 3.4 and 3.5 are exempt under paragraph 3.", Limit.NAMED),
        ("Section 4 of this report is confidential.", Limit.NAMED),
        ("The body of this report (sections 4 to 6) is exempt under paragraph 3.", Limit.NAMED),
        # --- what only looks so
        ("The rest of this report sets out the exempt categories.", None),
        ("The remainder of this report is public.", None),
        ("The rest of this report is not exempt.", None),
        ("The body of this report (sections 4 to 6) is public.", None),
        ("The following information is exempt from tax.", None),
        ("The following paragraphs summarise what was exempt last year.", None),
        ("What follows was once confidential.", None),
        ("Paragraph 3 is exempt.", None),
        ("Paragraphs 3.4 and 3.5 of the code are about exempt pupils.", None),
        ("Section 4 of the Act is not for publication schemes.", None),
        ("The rest of the homes are private.", None),
        ("The end of private renting", None),
        ("Start of the private rented sector", None),
        ("Restricted licence begins", None),
        ("Closed season ends", None),
        ("Beginning of closed season for salmon and of other rivers that flow to the sea", None),
    ),
)
def test_what_is_said_of_a_part(words: str, limit: Limit | None) -> None:
    found = find_extent(words)
    assert (found.limit if found else None) == limit


def test_the_paragraphs_that_are_named() -> None:
    found = find_extent("Paragraphs 3.4 to 3.6 and 4.1 are exempt.")
    assert found is not None
    assert found.labels == (((3, 4), (3, 6)), ((4, 1), (4, 1)))


def test_what_a_sentence_in_the_text_says_of_its_report_and_its_appendices() -> None:
    for words, appendices in (
        ("This report is exempt under paragraph 3.", ()),
        ("Access to information: the whole of this report is exempt.", ()),
        ("The bids are compared in confidential Appendix 2.", ("2",)),
        ("The sum is at Appendix C (exempt).", ("c",)),
        ("Exempt information is contained in Annex 4.", ("4",)),
        ("Members are reminded that Appendix B must not be disclosed.", ("b",)),
        ("Open report with exempt appendix (Appendix 2, paragraph 3)", ("2",)),
        ("Report with confidential appendices A and B", ("a", "b")),
        # --- what only looks so
        ("This report is not exempt.", None),
        ("A further report, which is exempt, will follow.", None),
        ("The words 'This report is exempt' are printed on such papers.", None),
        ("Appendix C is not exempt.", None),
        ("Nothing in Appendix C is exempt.", None),
        ("Is this report exempt?", None),
        ("Appendix C lists exempt accommodation.", None),
        ("Section 4 of this report is confidential.", None),
    ):
        mark = find_declaration(words)
        assert (mark and (mark.appendices or ())) == appendices, words


def test_a_report_may_say_on_its_last_page_that_it_is_private(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    text = [f"{n}.1 The kiln is worth {SECRET}." for n in range(2, 60)]
    path.write_bytes(draw("# Kilns and ovens", *text, "Access to information", "This report is exempt.").data())
    assert SECRET not in "".join(read_pack(path).page_texts)


ABOVE = ("Report of the Director", "1.1 The kilns are old.", "Recommendation: That the visit to {PUBLIC} be arranged.")


@pytest.mark.parametrize(
    "rows",
    (
        ("The rest of this report is exempt.", "2.1 The sum is {SECRET}.", "2.2 Pay {SECRET}."),
        ("The rest of this report is commercially sensitive and is exempt from", "disclosure.", "2.1 On {SECRET}."),
        ("Start of exempt information", "2.1 The sum is {SECRET}.", "End of exempt information", "2.2 On {PUBLIC}."),
        (
            "Paragraphs 2.1 and 2.2 are exempt.",
            "2.1 On {SECRET}.",
            "It is large and {SECRET}.",
            "2.2 Of {SECRET}.",
            "2.3 On {PUBLIC}.",
        ),
        (
            "Section 3 of this report is confidential.",
            "2. Costs",
            "On {PUBLIC}.",
            "3. Views",
            "3.1 On {SECRET}.",
            "4. Next",
        ),
        ("PART 2 (PINK)", "2.1 The sum is {SECRET}."),
        ("PART 2 (COSTS)", "2.1 The sum is {PUBLIC}."),
        ("PART B - PRIVATE RENTED HOMES", "2.1 The sum is {PUBLIC}."),
        # a plain heading, and the next of its kind
        ("2. Costs (not for publication)", "It is {SECRET}.", "3. Next steps", "Of {PUBLIC}."),
        # numbers of a list look like those of plain headings: then all the rest is private
        ("2. Costs (exempt)", "1. Pay", "2. Sue", "3. Sell {SECRET}"),
    ),
)
def test_a_part_of_a_report(rows: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    written = [row.replace("{SECRET}", SECRET).replace("{PUBLIC}", PUBLIC) for row in (*ABOVE, *rows)]
    path.write_bytes(draw("# Kilns and ovens", *written).data())
    text = "".join(read_pack(path).page_texts)
    assert SECRET not in text
    assert text.count(PUBLIC) == sum(row.count(PUBLIC) for row in written)


def test_where_no_paragraph_has_the_number_all_of_the_paper_is_private(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(draw("# Kilns", "Report of the Director", "Paragraphs 7.1 and 7.2 are exempt.", SECRET).data())
    assert SECRET not in "".join(read_pack(path).page_texts)


@pytest.mark.parametrize(
    ("row", "labels"),
    (
        ("Appendices: A - Survey; B - Bids (exempt under paragraph 3); C - Letters", ("b",)),
        ("Appendix 2 - Bids (Exempt)", ("2",)),
        ("Annex C (not for publication by virtue of paragraph 3)", ("c",)),
        ("Report with an exempt appendix", ()),
        ("Appendix 2 - Bids (no longer exempt)", ()),
        ("Appendix 2 - Rented homes (private sector)", ()),
        ("A - Bids (exempt)", ()),
        ("Appendices: A - Survey (public); B - Bids", ()),
    ),
)
def test_a_list_of_appendices(row: str, labels: tuple[str, ...]) -> None:
    assert listed_labels(row) == labels


@pytest.mark.parametrize(
    ("heading", "cells", "labels"),
    (
        (("Appendix", "Title", "Status"), ("Public", "Exempt", "Exempt (para 3)"), ("2", "3")),
        (("Annex No", "Title", "Public or exempt?"), ("Public", "Exempt", "Public"), ("2",)),
        (("Tenure", "Homes", "Status"), ("Public", "Private", "Public"), ()),
        (("Appendix", "Title", "Pages"), ("4", "Exempt", "9"), ()),
    ),
)
def test_a_table_of_appendices(heading: tuple[str, ...], cells: tuple[str, ...], labels: tuple[str, ...]) -> None:
    def row(at: int, *texts: str) -> Row:
        boxes = [Box(left=100.0 * n, top=20.0 * at, right=100.0 * n + 60.0, bottom=20.0 * at + 10.0) for n in range(3)]
        pieces = zip(texts, boxes, strict=True)
        words = (Line(text=text, box=box, size=10.0, bold=not at, direction=Direction.ACROSS) for text, box in pieces)
        return Row(pdf_page=1, pieces=tuple(words), text=" ".join(texts))

    rows = [row(0, *heading), *(row(at, str(at), "Kilns", cell) for at, cell in enumerate(cells, start=1))]
    assert tabled_labels(rows, 0) == labels


def test_an_appendix_that_a_list_far_down_marks(tmp_path: Path) -> None:
    builder = PackBuilder(outline=False)
    builder.begin(None)
    builder.heading("AGENDA")
    builder.para("1. Apologies")
    builder.para("2. Kilns (Pages 2 - 4)")
    builder.begin("2")
    builder.heading("Kilns")
    for _ in range(24):
        builder.para(f"The ovens of {PUBLIC} were kept warm.")
    builder.para("Appendix 1 - Map")
    builder.para("Appendix 2 - Bids (not for publication)")
    for label, word in (("1 Map", PUBLIC), ("2 Bids", SECRET)):
        builder.new_page()
        builder.heading(f"Appendix {label}")
        builder.para(f"This is about {word}.")
    path = tmp_path / "pack.pdf"
    path.write_bytes(builder.data())
    texts = read_pack(path).page_texts
    assert [SECRET in text for text in read_pack(path, include_exempt=True).page_texts].count(True) == 1
    assert [PUBLIC in text for text in texts].count(True) == 2
    assert SECRET not in "".join(texts)


@pytest.mark.parametrize(
    ("name", "title", "kind"),
    (
        ("Kilns - EXEMPT", None, MarkKind.FILE_NAME),
        ("07_Appendix 2_Confidential", None, MarkKind.FILE_NAME),
        ("Kilns", "(Exempt Pack)Agenda for the Kiln Panel", MarkKind.TITLE),
        ("Kilns", "Kilns and ovens - EXEMPT", MarkKind.TITLE),
        ("Kilns", "Exempt report template", None),
        ("Kilns", "Report (Exempt)", None),
        ("Kilns", "(Public Pack)Agenda for the Kiln Panel", None),
        ("Exempt accommodation", "Private sector homes", None),
        ("Kilns - not exempt", None, None),
        ("Green Paper - kilns", None, None),
        ("Item 7 Confidential Appendix B", None, MarkKind.FILE_NAME),
        ("Item 7 Confidential helplines", None, None),
    ),
)
def test_the_name_of_a_file(name: str, title: str | None, kind: MarkKind | None, tmp_path: Path) -> None:
    builder = PackBuilder(stamps=False, numbers=False, outline=False, title=title)
    builder.new_page()
    builder.heading("Kilns and ovens")
    builder.para(f"This is about {SECRET}.")
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(builder.data())
    pack = read_pack(path)
    assert {each.kind for each in pack.withheld} == ({kind} if kind else set())
    assert (SECRET in "".join(pack.page_texts)) == (kind is None)


@pytest.mark.parametrize(
    ("words", "private"),
    (
        ("A short version is below. The long one has had its wording checked and it was then sent to members only.", False),
        ("This report has the wording that the officers have checked and that is now to be circulated to members only.", True),
        ("This report is exempt.", True),
    ),
)  # fmt: skip
def test_the_end_of_a_sentence_is_no_mark(words: str, private: bool, tmp_path: Path) -> None:
    path = tmp_path / "lanes.pdf"
    path.write_bytes(draw("# Lanes", words, f"1. This is about {SECRET}.").data())
    assert (SECRET not in "".join(read_pack(path).page_texts)) == private


@pytest.mark.parametrize(("words", "private"), (("NOT FOR PUBLICATION", True), ("Seen by the Clerk", False)))
def test_a_stamp_laid_over_a_page_with_a_reader(words: str, private: bool, tmp_path: Path) -> None:
    builder = PackBuilder(stamps=False, numbers=False, outline=False)
    builder.new_page()
    builder.heading("Kilns and ovens")
    builder.para(f"This is about {SECRET}.")
    builder.canvas.freeTextAnnotation(words, DA="/Helv 12 Tf 0 g", Rect=[200, 790, 450, 820])
    path = tmp_path / "paper.pdf"
    path.write_bytes(builder.data())
    assert (SECRET not in "".join(read_pack(path).page_texts)) == private


@pytest.mark.parametrize(("word", "private"), (("CONFIDENTIAL", True), ("DRAFT", False)))
def test_a_watermark_runs_aslant_over_the_lines(word: str, private: bool, tmp_path: Path) -> None:
    """Its box is as high as the page: the lines beside it are rows of their own all the same."""
    builder = PackBuilder(stamps=False, numbers=False, outline=False)
    builder.new_page()
    builder.heading("Kilns and ovens")
    for _ in range(12):
        builder.para(f"This is about {SECRET}.")
    builder.canvas.saveState()
    builder.canvas.setFont("Helvetica", 60)
    builder.canvas.translate(2 * MARGIN, 300)
    builder.canvas.rotate(50)
    builder.canvas.drawString(0, 0, word)
    builder.canvas.restoreState()
    path = tmp_path / "paper.pdf"
    path.write_bytes(builder.data())
    assert (SECRET not in "".join(read_pack(path).page_texts)) == private


@pytest.mark.parametrize(
    ("title", "ground"),
    (
        ("Loan to the club (Paragraph 3)", "(Paragraph 3)"),
        ("Loan (Paras 1 and 3)", "(Paras 1 and 3)"),
        ("Para 3", "Para 3"),
        ("Changes to the rules (Paragraphs 4 to 9)", None),
        ("Minutes (Paragraph 31)", None),
        ("Loan, paragraph 3 of the minutes", None),
    ),
)
def test_a_ground_alone(title: str, ground: str | None) -> None:
    found = find_ground(title)
    assert (found.text if found else None) == ground


@pytest.mark.parametrize(
    "line",
    (
        "Publication of exempt reports",
        "4. Release of confidential minutes",
        "Confidentiality",
        "3. Confidentiality",
        "Report of the Clerk. Figures in the report are suppressed for confidentiality",
        "The report has been redacted as confidential information was in it",
    ),
)
def test_what_is_done_with_private_papers_is_no_mark(line: str) -> None:
    assert find_mark(line) is None
