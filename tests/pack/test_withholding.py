"""What a pack withholds: every private page and passage, and nothing public."""

import itertools
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from scrutiny.findings import FindingCode
from scrutiny.pack import MarkKind, passages
from scrutiny.pack.privaterecords import PrivateRecord, private_record, public_again
from scrutiny.pack.public import open_paper
from scrutiny.pdf import read_pdf
from scrutiny.pdf.picturing import draw_region
from scrutiny.sources import Box
from tests.builders.paper import PackBuilder
from tests.builders.paragraphs import draw
from tests.builders.reading import read_pack
from tests.builders.withheld import MARKED, PUBLIC, SECRET, UNMARKED, Paper, build, secret_text
from tests.conftest import PackFile


def drawn(paper: Paper, folder: Path) -> Path:
    path = folder / "pack.pdf"
    path.write_bytes(build(paper))
    return path


@pytest.mark.parametrize("paper", MARKED, ids=lambda paper: paper.name)
def test_what_is_marked_is_withheld(paper: Paper, tmp_path: Path) -> None:
    path = drawn(paper, tmp_path)
    pack, whole = read_pack(path), read_pack(path, include_exempt=True)
    secret = [SECRET in text for text in whole.page_texts]
    assert any(secret)
    assert not any(SECRET in text for text in pack.page_texts)
    assert SECRET not in repr(pack)
    # the public table, and every public line of the minutes, stays
    assert [PUBLIC in text for text in pack.page_texts] == [PUBLIC in text for text in whole.page_texts]
    assert "Director of Housing agreed to circulate" in pack.page_texts[2]
    found = [finding for finding in pack.findings if finding.code is FindingCode.EXEMPT_WITHHELD]
    assert found
    assert all(finding.printed in finding.message for finding in found if finding.printed)
    with read_pdf(path).without(pack.hidden) as pdf:
        for page in pdf.pages():
            read = (page.text, *(line.text for line in page.lines), *(word.text for word in page.words))
            assert not any(SECRET in text for text in read)
            assert not page.blank or (page.rules, page.pictured) == ((), False)


@pytest.mark.parametrize("paper", UNMARKED, ids=lambda paper: paper.name)
def test_what_only_talks_of_exemption_is_shown(paper: Paper, tmp_path: Path) -> None:
    path = drawn(paper, tmp_path)
    assert read_pack(path).withheld == ()


def test_the_public_agenda_keeps_its_titles(tmp_path: Path) -> None:
    pack = read_pack(drawn(MARKED[0], tmp_path))
    assert [item.title for item in pack.items][-1] == "Cleaning Contract"
    assert [document.title for document in pack.documents if document.exempt] == ["Cleaning Contract"]


def test_a_title_that_the_agenda_does_not_print_is_withheld(pack_file: PackFile) -> None:
    builder = PackBuilder(title=f"Bid of {SECRET} Ltd")
    builder.begin("1", "1 Public")
    builder.line("Words")
    builder.begin("2", f"2 Bid of {SECRET} Ltd (Exempt)")
    secret_text(builder)
    pack = read_pack(pack_file(builder))
    assert [document.title for document in pack.documents] == ["Public", "withheld"]


def test_a_private_paper_alone_gives_nothing(pack_file: PackFile) -> None:
    builder = PackBuilder(stamps=False, outline=False, numbers=False, title=f"Bid of {SECRET} Ltd")
    builder.new_page()
    builder.line("NOT FOR PUBLICATION", bold=True)
    secret_text(builder)
    pack = read_pack(pack_file(builder))
    assert SECRET not in repr(pack)
    assert [each.kind for each in pack.withheld] == [MarkKind.PAGE]


def test_a_report_beside_a_marked_appendix_is_withheld_unless_it_says_it_is_public(tmp_path: Path) -> None:
    """A pack that holds the appendix is not the public one, so that an unmarked report in it is doubtful."""
    doubtful = Paper(name="", appendix="Appendix 1", head=("CONFIDENTIAL",))
    assert [each.kind for each in read_pack(drawn(doubtful, tmp_path)).withheld] == [MarkKind.COMPANION, MarkKind.PAGE]
    public = Paper(name="", appendix="Appendix 1", head=("CONFIDENTIAL",), report_says=("This report is public",))
    assert [each.kind for each in read_pack(drawn(public, tmp_path)).withheld] == [MarkKind.PAGE]


def test_a_page_that_stands_for_what_was_left_out_says_nothing_of_the_report(pack_file: PackFile) -> None:
    """So public packs are made: the report, and behind it a page that names the ground in law."""
    builder = PackBuilder()
    builder.begin("4", "4 Cleaning Contract")
    builder.heading("Cleaning Contract")
    builder.para("The contract ends in May.")
    builder.begin(None, "Appendix 1", level=1)
    builder.line("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A")
    builder.line("of the Local Government Act 1972.")
    builder.line("Document is Restricted")
    builder.begin("5", "5 Next")
    builder.line("Words")
    pack = read_pack(pack_file(builder))
    assert [(each.pdf_first, each.pdf_last) for each in pack.withheld] == [(2, 2)]


def test_a_passage_is_painted_over(tmp_path: Path) -> None:
    paper = next(paper for paper in MARKED if paper.name == "minutes: heading")
    path = drawn(paper, tmp_path)
    pack, whole = read_pack(path), read_pack(path, include_exempt=True)
    passage = pack.withheld[0]
    assert passage.top is not None
    below = Box(left=72, top=passage.top + 20, right=500, bottom=passage.top + 70)
    shades = []
    for each in (pack, whole):
        with read_pdf(path).without(each.hidden) as pdf, pdf.page(passage.pdf_first) as page:
            picture = draw_region(page, below)
        (tmp_path / "seen.png").write_bytes(picture.png)
        shades.append(len(set(Image.open(tmp_path / "seen.png").convert("L").tobytes())))
    assert shades[0] == 1
    assert shades[1] > 1


def test_a_private_agenda_gives_no_title(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.begin(None, "Agenda")
    builder.line("PRIVATE AGENDA - NOT FOR PUBLICATION", bold=True)
    builder.heading("AGENDA")
    builder.line(f"3. Bid of {SECRET} Ltd (Pages 2 - 2)")
    builder.begin("3", f"3 Bid of {SECRET} Ltd")
    secret_text(builder)
    pack = read_pack(pack_file(builder))
    assert SECRET not in repr(pack)
    assert all(document.exempt for document in pack.documents)


def test_a_resolution_that_names_items_leaves_the_others(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.begin(None, "Agenda")
    builder.heading("AGENDA")
    rows = ("3. Homes (Pages 2 - 2)", "To resolve that the public be excluded for items 4 and 6", "4. Cleaning (Pages 3 - 3)",
            "5. Roads (Pages 4 - 4)", "6. Staffing (Pages 5 - 5)")  # fmt: skip
    for row in rows:
        builder.gap(6)
        builder.line(row)
    for number, title in (("3", "Homes"), ("4", "Cleaning"), ("5", "Roads"), ("6", "Staffing")):
        builder.begin(number, f"{number} {title}")
        builder.heading(title)
        builder.para("Words of a report.")
    pack = read_pack(pack_file(builder))
    assert [document.item for document in pack.documents if document.exempt] == ["4", "6"]


def test_a_private_annex_in_a_public_report(pack_file: PackFile) -> None:
    """By its heading, in letters of the text's size too, where the page has the public text above it."""
    marked = ("{} (exempt)", "{} - EXEMPT", "Exempt {} - Tenders", "{} - Tenders (exempt)", "Confidential {}: Tenders",
              "{} - NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A", "{} - Not for publication")  # fmt: skip
    headings: list[tuple[str, ...]] = [
        (mark.format(word),) for mark in marked for word in ("Appendix A", "ANNEX 2", "Enclosure 3")
    ]
    headings += [("EXEMPT ANNEX",), ("Annex B", "Confidential"), ("Appendix 4 - Tenders", "(exempt)"),
                 ("Appendix 2 is exempt under paragraph 3 of Part 1 of Schedule 12A.", "Appendix 2"),
                 ("RESOLVED that the public be excluded for the next item.",)]  # fmt: skip
    for heading, bold in itertools.product(headings, (True, False)):
        if heading == ("EXEMPT ANNEX",) and not bold:
            continue
        builder = PackBuilder()
        builder.begin("3", "3 Homes")
        builder.heading("Homes")
        for place in (PUBLIC, "Southside", "Westside", "Eastside", "The green", "The quay", "The mill", "The moor"):
            builder.para(f"{place} has ten.")
        for row in heading:
            builder.line(row, bold=bold)
        secret_text(builder)
        pack = read_pack(pack_file(builder))
        assert SECRET not in pack.page_texts[0], (heading, bold)
        assert PUBLIC in pack.page_texts[0] or len(heading) > 1, heading  # a mark alone may be the page's


def test_a_list_of_appendices_hides_nothing_that_stands_below_it(pack_file: PackFile) -> None:
    for rows in (
        ("Appendices", "Appendix A - Survey", "Appendix B - Tenders (exempt)", "Background papers"),
        ("List of appendices", "Exempt Appendix B - Tenders", "Appendix C - Map"),
        ("Documents attached", "Annex 1 - NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A"),
        ("The tenders are those of the mill, which stand in", "Appendix B (exempt) and were opened in May."),
        ("Appendix A - Exempt accommodation",),
    ):
        builder = PackBuilder()
        builder.begin("3", "3 Homes")
        builder.heading("Homes")
        builder.para("The homes stand empty.")
        for row in rows:
            builder.line(row)
        builder.para(f"{PUBLIC} has ten.")
        assert PUBLIC in read_pack(pack_file(builder)).page_texts[0], rows


@pytest.mark.parametrize(
    "head", ["Public session", "Minutes of the meeting held in public", "Open meeting of the Board"]
)
def test_the_head_of_each_page_brings_nobody_back(head: str, pack_file: PackFile) -> None:
    builder = PackBuilder(stamps=False, outline=False, numbers=False)
    for page in range(3):
        builder.new_page()
        builder.line(head, size=9)
        if not page:
            builder.heading("Minutes of the Housing Board held on 4 March 2025", size=12)
            builder.para("47. Exclusion of the public")
            builder.para("RESOLVED: That the public be excluded for the rest of the meeting.")
        builder.para(f"{48 + page}. Staffing")
        builder.para(f"RESOLVED: That {SECRET} be told.")
    assert SECRET not in "".join(read_pack(pack_file(builder)).page_texts)


def test_private_minutes_over_pages_end_with_the_return_of_the_public(pack_file: PackFile) -> None:
    builder = PackBuilder(stamps=False, outline=False, numbers=False)
    builder.new_page()
    builder.heading("Minutes of the Housing Committee held on 4 March 2025", size=12)
    builder.line("Present: Councillor Ash")
    builder.para("47. Exclusion of the public")
    builder.para("RESOLVED: That the public be excluded for the following items of business.")
    builder.para("48. Cleaning")
    builder.para(f"RESOLVED: That {SECRET} Ltd be appointed.")
    builder.new_page()
    builder.para("49. Staffing")
    builder.para(f"{SECRET} leaves.")
    builder.para("The press and public were readmitted to the meeting.")
    builder.para("50. Other business")
    builder.para(f"{PUBLIC} was raised.")
    pack = read_pack(pack_file(builder))
    assert SECRET not in "".join(pack.page_texts)
    assert PUBLIC in pack.page_texts[1]
    assert [each.kind for each in pack.withheld] == [MarkKind.PASSAGE]


def test_a_marked_row_of_an_action_log_is_withheld(pack_file: PackFile) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.heading("Action log of the Overview Committee")
    rows = [
        ["Ref", "Action", "Owner", "Due"],
        ["1", f"Publish {PUBLIC}", "Clerk", "May 2026"],
        ["2 (Private)", f"Write to {SECRET}", "Clerk", "May 2026"],
        ["3", "Print the guide", "Clerk", "May 2026"],
        ["4", f"(Exempt item) Pay {SECRET}", "Clerk", "May 2026"],
        ["5", "Private hire (exempt) leaflet", "Clerk", "May 2026"],
        ["6 - exempt", f"Sue {SECRET}", "Clerk", "May 2026"],
        ["7", f"Call {SECRET}", "Clerk", "Confidential"],
    ]
    builder.table(rows, [90, 200, 80, 80])
    text = read_pack(pack_file(builder)).page_texts[0]
    assert SECRET not in text
    assert PUBLIC in text
    assert "Print the guide" in text
    assert "leaflet" in text


def test_a_title_in_a_withheld_passage_is_not_told(pack_file: PackFile) -> None:
    builder = PackBuilder(numbers=False, stamps=False, outline=False)
    builder.new_page()
    builder.para("Business to come")
    builder.para("Items likely to be taken in the absence of the press and public")
    builder.heading(f"Bid of {SECRET}")
    builder.para(f"It is recommended that {SECRET} be chosen.")
    pack = read_pack(pack_file(builder))
    assert SECRET not in repr(pack)
    assert "Business to come" in pack.page_texts[0]


SENTENCES = [
    line.split("\t") for line in Path(__file__).with_name("private_records.tsv").read_text("utf-8").splitlines()
]
"""How a clerk may record that the public was not there for an item, or that its paper was private; and what only speaks
of it, or of something else."""
CLOSED = [text for label, text in SENTENCES if label == "private"]
TALK = [text for label, text in SENTENCES if label != "private"]
BACK = [text for label, text in SENTENCES if label == "return"]


def test_a_record_of_private_business_is_known() -> None:
    assert [sentence for sentence in CLOSED if private_record(sentence) is None] == []


def test_talk_of_private_business_is_no_record() -> None:
    assert [sentence for sentence in TALK if private_record(sentence) is not None] == []


def test_the_return_of_the_public_is_known() -> None:
    assert [sentence for sentence in BACK if not public_again(sentence)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The press officer rejoined the meeting.", "The public did not return.", "Nobody from the public came back.",
        "The public would be readmitted once the item had ended.",
        "The Committee had met in the presence of the public before this item.",
        "The meeting then discussed the presence of the public.", "The meeting began with the public present.",
        "The Board moved on to questions from the public present.",
        "The Committee was held in the presence of the public until 8pm.",
        "The meeting remained open to the public for the opening statement.", "All other items were considered in public.",
        "All items were considered in public, bar this one.", "This item was considered in part in public.",
        "The item was deferred and not taken in public.", "This report was not considered in the open part.",
    ],
)  # fmt: skip
def test_who_stays_outside_does_not_return(sentence: str) -> None:
    assert not public_again(sentence)


def test_what_is_private_is_no_return() -> None:
    assert [text for label, text in SENTENCES if label == "private" and public_again(text)] == []


def minuted(sentence: str, folder: Path, heading: str = "Pension strain costs") -> str:
    """What is read of minutes whose third item has the sentence above a resolution on a payment."""
    path = folder / "minutes.pdf"
    rows = (
        "WRENDALE DISTRICT COUNCIL",
        "MINUTES of the Overview and Scrutiny Committee held on Tuesday 4 March 2025",
        "1. Apologies",
        "There were none.",
        "2. Leisure contract",
        "RESOLVED: That the report be noted.",
        f"3. {heading}",
        sentence,
        "RESOLVED: That the Chief Executive write to Mr B Jones offering £187,450 by 30 April 2025.",
    )
    path.write_bytes(draw(*rows).data())
    return "".join(read_pack(path).page_texts)


@pytest.mark.parametrize("sentence", CLOSED[::3])
def test_the_record_of_private_business_closes_its_item(sentence: str, tmp_path: Path) -> None:
    assert "187,450" not in minuted(sentence, tmp_path)


@pytest.mark.parametrize(
    "sentence",
    (
        "RESOLVED: That the press and public be excluded from the meeting for the following item.",
        "RESOLVED: That under section 100A(4) of the Local Government Act 1972 the public be excluded for the next item.",
        "The press and public left the meeting before the next item.",
        "The Chair asked the public to leave for the item below.",
    ),
)
def test_at_the_end_of_an_item_the_public_may_be_excluded_for_the_next(sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(
        draw(
            "MINUTES of the Housing Committee held on 4 March 2025", "Present: Councillor Ash", "1. Apologies", "None came.",
            "2. Parks", "It was agreed that the parks be kept.", sentence,
            "3. Claim", f"RESOLVED: That {SECRET} be paid.", "4. Homes", f"RESOLVED: That {PUBLIC} be noted.",
        ).data()
    )  # fmt: skip
    text = read_pack(path).page_texts[0]
    assert SECRET not in text
    assert PUBLIC in text
    assert "parks be kept" in text


@pytest.mark.parametrize(
    "rows",
    (
        pytest.param(
            ("4| In private the Committee resolved that {SECRET} be sold.", "5| RESOLVED: That {PUBLIC} be kept."),
            id="a sentence in an item of its own",
        ),
        pytest.param(
            (
                "4| Confidential matters. RESOLVED that in view of the confidential nature of the business the public be excluded.",
                "5| RESOLVED that {SECRET} be paid.",
                "6| RESOLVED that {SECRET} be told.",
            ),
            id="a resolution behind the title of its item",
        ),
        pytest.param(
            (
                "4| Following a discussion that was held in closed session between the members and all their advisers on the day, "
                "Members asked the Solicitor to sue {SECRET}.",
                "5| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="an item whose sentence runs over the row",
        ),
        pytest.param(
            ("4| Bus station (exempt). RESOLVED: That {SECRET} be paid.", "5| RESOLVED: That {PUBLIC} be kept."),
            id="a mark in a title with its text behind it",
        ),
        pytest.param(
            (
                "4| RESOLVED: That the yard be let.",
                "# EXEMPT MINUTE",
                "5| RESOLVED: That {SECRET} be paid.",
                "6| RESOLVED: That {SECRET} be told.",
                "# PUBLIC ITEMS",
                "7| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="a heading below an item that is a sentence",
        ),
        pytest.param(
            (
                "4| CLOSED SESSION",
                "5| RESOLVED: That {SECRET} be paid.",
                "6| OPEN SESSION",
                "7| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="items that begin parts of the meeting",
        ),
        pytest.param(
            (
                "4/25 Yard",
                "Agreed that it be let.",
                "Councillor Roe proposed and Councillor Finn seconded a motion that the Committee now go into",
                "committee.",
                "5/25 Post",
                "Agreed that {SECRET} be told.",
                "Agreed that the Committee come out of committee.",
                "6/25 Fair",
                "Agreed that {PUBLIC} be kept.",
            ),
            id="items numbered with the year behind",
        ),
        pytest.param(
            (
                "4| The public withdrew at 3.20 pm.",
                "5| RESOLVED: That {SECRET} be paid.",
                "6| ACTION: Clerk to write to {SECRET}.",
                "7| The public came back in.",
                "8| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="an item that only tells that the public went closes those that follow",
        ),
        pytest.param(
            (
                "4| The Panel determined to sit in private, for the reason given in paragraph 2 of Schedule 12A.",
                "5| Appeal. RESOLVED: That {SECRET} be paid.",
                "6| The Head of Legal would write to {SECRET}.",
            ),
            id="a decision to sit in private closes what follows",
        ),
        pytest.param(
            (
                "4| EXCLUSION OF THE PUBLIC: RESOLVED under section 100A(4) that the public be excluded for the following item.",
                "5| Appeal. RESOLVED: That {SECRET} be paid.",
                "6| The Head of Legal would write to {SECRET}.",
                "7| Yard. RESOLVED: That {PUBLIC} be kept.",
            ),
            id="an item without a title goes on with the business above",
        ),
        pytest.param(
            (
                "4| The public having been excluded, it was RESOLVED that {SECRET} be paid.",
                "5| The public having been let in again, it was RESOLVED that {PUBLIC} be kept.",
            ),
            id="what is told in the sentence of the exclusion",
        ),
        pytest.param(
            (
                "4| A motion to exclude the public failed for want of a seconder.",
                "5| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="no seconder",
        ),
        pytest.param(
            (
                "4| The Board moved to the confidential items, and the gallery was vacated.",
                "5| RESOLVED: That {SECRET} be paid.",
                "6| The gallery was opened again.",
                "7| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="the public goes, and comes back",
        ),
        pytest.param(
            (
                "4| The Chair thanked the public for coming and closed the public part of the meeting.",
                "5| RESOLVED: That {SECRET} be paid.",
            ),
            id="the public part ends",
        ),
        pytest.param(
            (
                "4| Pupils who had been sent away in the spring term were taught at the unit, a confidential service for them. RESOLVED: That {PUBLIC} be kept.",
            ),
            id="a word at the end of a row",
        ),
        pytest.param(
            ("4| The public were excluded from the park during the works.", "5| RESOLVED: That {PUBLIC} be kept."),
            id="no meeting",
        ),
        pytest.param(
            (
                "4| The alarm rang. Members of the public and officers left the building and the meeting stood adjourned.",
                "5| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="a fire",
        ),
        pytest.param(
            (
                "4| Councillor Dunn proposed moving into private session. He withdrew the proposal and the meeting went on in public.",
                "5| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="withdrawn",
        ),
        pytest.param(
            (
                "4| To agree that the press and public leave for the business that remains, which is confidential. AGREED.",
                "5| Pay. RESOLVED that {SECRET} be paid.",
                "6| Dispute. RESOLVED that the Chair meet {SECRET}.",
                "7| The meeting was reopened to the public.",
                "8| Pond. RESOLVED that {PUBLIC} be kept.",
            ),
            id="what the agenda meant to agree, and its verdict in the same row",
        ),
        pytest.param(
            (
                "4| To resolve that the public and press leave the meeting, as the next items are confidential.",
                "Resolved unanimously.",
                "5| Pay. RESOLVED that {SECRET} be paid.",
                "6| Dispute. RESOLVED that the Chair meet {SECRET}.",
            ),
            id="the verdict in a row of its own",
        ),
        pytest.param(
            (
                "4| To note that the public may leave the hall by either door. AGREED.",
                "5| RESOLVED that {PUBLIC} be kept.",
            ),
            id="a verdict on something else",
        ),
        pytest.param(
            (
                "4| If members wished to discuss the annex the Panel would need to exclude the public.",
                "5| RESOLVED: That {PUBLIC} be kept.",
            ),
            id="only if",
        ),
    ),
)
def test_who_leaves_and_who_returns(rows: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    written = [row.replace("{SECRET}", SECRET).replace("{PUBLIC}", PUBLIC) for row in rows]
    path.write_bytes(draw("MINUTES of the Housing Committee held on 4 March 2025", *written).data())
    text = read_pack(path).page_texts[0]
    assert SECRET not in text
    assert (PUBLIC in text) == any("{PUBLIC}" in row for row in rows)


def test_a_resolution_may_name_the_number_that_the_agenda_gave_to_the_item_under_way(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(
        draw(
            "MINUTES of the Housing Committee held on 4 March 2025", "Present: Councillor Ash", "1. Apologies", "None came.",
            "2. Claim", "A claim was spoken of.", "RESOLVED: That the public be excluded for item 9 of the agenda.",
            f"RESOLVED: That {SECRET} be paid.", "3. Homes", f"RESOLVED: That {PUBLIC} be noted.",
        ).data()
    )  # fmt: skip
    pack = read_pack(path)
    assert SECRET not in pack.page_texts[0]
    assert PUBLIC in pack.page_texts[0]
    assert [each.kind for each in pack.withheld] == [MarkKind.DOUBT]


@pytest.mark.parametrize("heading", ("Private and confidential matters", "Exempt business"))
def test_an_item_of_minutes_may_be_named_by_its_status(heading: str, tmp_path: Path) -> None:
    assert "187,450" not in minuted("The Committee received the figures.", tmp_path, heading=heading)


@pytest.mark.parametrize(
    "sentence",
    ("No matters were raised beyond the pension claim.", "There were none last month; a claim came in since."),
)
def test_an_item_named_so_is_private_though_its_text_denies_something(sentence: str, tmp_path: Path) -> None:
    assert "187,450" not in minuted(sentence, tmp_path, heading="Exempt business")


def test_an_item_named_so_with_nothing_under_it_is_public(tmp_path: Path) -> None:
    assert "187,450" in minuted("There were none.", tmp_path, heading="Exempt business")


@pytest.mark.parametrize(
    "field", ("Report status: PRIVATE", "Publication status: Closed", "Public or private: Private")
)
def test_the_date_on_a_front_does_not_begin_its_text(field: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(
        draw("WRENDALE DISTRICT COUNCIL", "Cabinet", "4 March 2025", "Pensions", field, "It cost £9.").data()
    )
    assert read_pack(path).withheld


@pytest.mark.parametrize("sentence", TALK[::3])
def test_talk_of_private_business_closes_nothing(sentence: str, tmp_path: Path) -> None:
    assert "187,450" in minuted(sentence, tmp_path)


def test_what_may_be_private_is_withheld_no_further_than_its_item_and_said_to_be_doubtful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubtful(sentence: str) -> PrivateRecord | None:
        return PrivateRecord(text="gallery", certain=False) if "gallery" in sentence else None

    monkeypatch.setattr(passages, "private_record", doubtful)
    path = tmp_path / "minutes.pdf"
    path.write_bytes(
        draw(
            "MINUTES of the Housing Committee held on 4 March 2025", "Present: Councillor Ash", "1. Apologies", "None came.",
            "2. Claim", "The gallery had no one in it by then.", f"RESOLVED: That {SECRET} be paid.",
            "3. Homes", f"RESOLVED: That {PUBLIC} be noted.", "RESOLVED: That it be sold.",
        ).data()
    )  # fmt: skip
    pack = read_pack(path)
    assert [each.kind for each in pack.withheld] == [MarkKind.DOUBT]
    assert SECRET not in "".join(pack.page_texts)
    assert PUBLIC in pack.page_texts[0]
    assert "is withheld: it may be private, from 'gallery' on" in pack.findings[0].message


@pytest.mark.parametrize(
    "heading",
    (
        "Appendix B (confidential) - Severance terms",
        "Annex 2: Severance terms - exempt",
        "Appendix 1 - Private and confidential - Severance terms",
    ),
)
def test_the_heading_of_an_appendix_has_its_mark_beside_its_title(heading: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(
        draw(
            "WRENDALE COUNCIL", "Pensions", "1. Purpose", f"{PUBLIC} pays.", "---", f"# {heading}", f"{SECRET}."
        ).data()
    )
    texts = read_pack(path).page_texts
    assert PUBLIC in texts[0]
    assert SECRET not in texts[1]


@pytest.mark.parametrize(
    "rows",
    [
        # without a full stop, and in capitals, it is a sentence of its own
        ["4 Depot", "THE PUBLIC WERE ASKED TO LEAVE", f"The bid of {SECRET} Ltd was the lowest."],
        ["THE PUBLIC WERE ASKED TO LEAVE", "4 Depot", f"The bid of {SECRET} Ltd was the lowest."],
        # what stands at the end of an item is about the next one
        ["The gallery was emptied before the last item.", "4 Depot", f"The bid of {SECRET} Ltd was the lowest."],
        ["At this point the Committee excluded the public.", "4 Depot", f"The bid of {SECRET} Ltd was the lowest."],
        ["Everyone save members and the clerk went out.", "4 Depot", f"The bid of {SECRET} Ltd was the lowest."],
        # a short item has no heading of two rows
        ["PRIVATE SESSION", "4 Depot", f"The bid of {SECRET} Ltd was the lowest."],
    ],
)
def test_the_public_leaves(rows: list[str], pack_file: PackFile) -> None:
    head = ("MINUTES OF A MEETING OF THE HOUSING SCRUTINY COMMITTEE HELD ON 4 FEBRUARY 2025", "1 Welcome", "All came.")
    pack = read_pack(
        pack_file(draw(*head, "2 Homes", "Noted.", "3 Roads", "RESOLVED: That the plan be approved.", *rows))
    )
    assert not any(SECRET in text for text in pack.page_texts)
    assert "That the plan be approved" in pack.page_texts[0]


def test_a_passage_of_a_page_in_columns_is_withheld_with_its_page(tmp_path: Path) -> None:
    """Wherever it begins and the public comes back: the next column goes on beside what stands before it."""
    for begins, ends in ((2, 99), (5, 99), (5, 9), (8, 11), (2, 5)):
        canvas = Canvas(str(tmp_path / "paper.pdf"), pagesize=(595, 842))
        canvas.drawString(
            50, 790, "Minutes of the Harbour Panel held on 3 May 2031 in the old customs house by the quay"
        )
        foot, left = 760.0, 50.0
        for part in range(14):
            rows = ["PART II - NOT FOR PUBLICATION"] if part == begins else []
            rows += ["The press and public returned to the meeting."] if part == ends else []
            whose = SECRET if begins <= part < ends else "The quay"
            rows += [
                f"{part + 1}. Berth {part} was let to", f"{whose} for the winter at a rent which the", "panel thought was fair when it heard what",
                f"the other berths had cost. {whose} will", "pay it in spring, and again in autumn.", "",
            ]  # fmt: skip
            if part == 7:
                foot, left = 753.0, 320.0
            for row in rows:
                canvas.drawString(left, foot, row)
                foot -= 14
        canvas.showPage()
        canvas.drawString(50, 790, "The clerk is to send the minutes round." if ends < 14 else f"{SECRET} left.")
        canvas.save()
        pack, whole = read_pack(tmp_path / "paper.pdf"), read_pack(tmp_path / "paper.pdf", include_exempt=True)
        assert SECRET in whole.page_texts[0]
        assert not any(SECRET in text for text in pack.page_texts), (begins, ends)
        assert ("The clerk" in pack.page_texts[1]) is (ends < 14)


def test_a_private_appendix_is_withheld_below_the_title_that_runs_over_its_report(tmp_path: Path) -> None:
    headings = (
        "Exempt Appendix B", "Appendix B (exempt)", "Confidential Appendix B - Bids", "Restricted Annex 3 Bids",
        "Private appendix", "EXEMPT ANNEX", "Part 2 Appendix B", "Part II - Annex 3",
    )  # fmt: skip
    for heading in headings:
        for running in (True, False):
            pack = PackBuilder(numbers=False, stamps=False, outline=False)
            for page in range(3):
                pack.new_page()
                if running or not page:
                    pack.heading("Award of the boat hall contract", size=14)
                if not page:
                    pack.para("Report of the Director of Places to the Cabinet, 4 May 2031")
                    pack.heading("1. Purpose", size=11)
                if page == 2:
                    pack.para(heading)
                    pack.para(f"The lowest bid was that of {SECRET} and came to less than the others.")
                else:
                    pack.para(f"Two bids were received {PUBLIC} and scored by officers over the summer.")
            path = tmp_path / "report.pdf"
            path.write_bytes(pack.data())
            with open_paper(path, read_pack(path)) as shown:
                text = "\n".join(page.text for page in shown.pages())
            assert SECRET not in text, (heading, running)
            assert text.count(PUBLIC) == 2, (heading, running)


@pytest.mark.parametrize("mark", ["N O T   F O R   P U B L I C A T I O N", "E X E M P T", "C O N F I D E N T I A L"])
def test_a_mark_set_letter_by_letter_is_read(mark: str, pack_file: PackFile) -> None:
    pack = PackBuilder(numbers=False)
    pack.new_page()
    pack.heading(mark)
    pack.heading("Disposal of the depot at the quay")
    pack.para("Report of the Head of Estates. The yard offered four million pounds for the depot.")
    assert not any("million" in text for text in read_pack(pack_file(pack)).page_texts)


def test_a_mark_over_pages_ends_where_the_head_of_a_page_says_that_it_is_public(pack_file: PackFile) -> None:
    builder = PackBuilder(stamps=False, outline=False, numbers=False)
    for head, word in (
        ("OFFICIAL", PUBLIC),
        ("OFFICIAL-SENSITIVE [COMMERCIAL]", SECRET),
        ("OFFICIAL-SENSITIVE [COMMERCIAL]", SECRET),
        ("OFFICIAL", PUBLIC),
    ):
        builder.new_page()
        builder.line(head)
        builder.para(f"This is about {word}.")
    texts = read_pack(pack_file(builder)).page_texts
    assert [PUBLIC in text for text in texts] == [True, False, False, True]
    assert not any(SECRET in text for text in texts)
