"""For each finding code the least paper that gives it, and the command line that says so.

They are what `scrutiny explain` shows: the lines on the page, and the very message that they give.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import BooleanObject, DictionaryObject, Fit, NameObject
from reportlab.lib.utils import ImageReader

from scrutiny.findings import FindingCode
from scrutiny.sample import sample_pack
from tests.builders.fake_ocr import write_fake_ocr
from tests.builders.paper import PackBuilder, lock

Draw = Callable[[PackBuilder], None]


def _front(pack: PackBuilder, *items: str) -> None:
    pack.begin(None, "Agenda")
    pack.heading("Highways Scrutiny Committee", size=20)
    for line in ("Date: Thursday 10 March 2022", "Time: 10.00 am", "Venue: Council Chamber"):
        pack.line(line, bold=True)
    pack.gap(30)
    pack.line("AGENDA", x=260, bold=True)
    pack.gap(20)
    for item in items:
        number, title = item.split(" ", 1)
        pack.para(title, number=number)
        pack.gap(6)


def _report(pack: PackBuilder, item: str, title: str, *, pages: int = 1, outline: str | None = None) -> None:
    pack.begin(item, f"{item} {title}" if outline is None else outline)
    for line in ("From: Jo Field, Director of Highways", "To: Highways Scrutiny Committee", f"Subject: {title}"):
        pack.line(line)
    pack.para(f"A report on {title.lower()} in the county, with what was done since the last one.")
    for _ in range(pages - 1):
        pack.new_page()
        pack.para("Further words about the same.")


def _paper(*paragraphs: str) -> Draw:
    def draw(pack: PackBuilder) -> None:
        pack.begin("6", "6 Performance")
        for paragraph in paragraphs:
            pack.para(paragraph)

    return draw


def _table(*rows: str, key: str | None = None, heading: str | None = None) -> Draw:
    """Each row as text, its cells parted by |."""

    def draw(pack: PackBuilder) -> None:
        pack.begin("6", "6 Performance")
        if heading:
            pack.heading(heading)
        if key:
            pack.para(key)
        cells = [[cell.strip() for cell in row.split("|")] for row in rows]
        pack.table(cells, [110, *[340 / (len(cells[0]) - 1)] * (len(cells[0]) - 1)], size=8)

    return draw


def _numbered(*numbers: str) -> Draw:
    def draw(pack: PackBuilder) -> None:
        pack.begin("6", "6 Performance")
        for number in numbers:
            pack.para("A paragraph of the report with words enough to be one.", number=number)

    return draw


def _outline_missing(pack: PackBuilder) -> None:
    pack.outline = False
    _front(pack, "1 Apologies", "2 Road safety (Pages 2 - 3)")
    _report(pack, "2", "Road safety", pages=2)


def _outline_heading(pack: PackBuilder) -> None:
    _front(pack, "1 Apologies", "2 Road safety (Pages 2 - 3)")
    _report(pack, "2", "Road safety", pages=2)
    pack.mark("1.\tBackground", level=1, here=True)
    pack.heading("Background", size=12)


def _outline_disagrees(pack: PackBuilder) -> None:
    _report(pack, "6", "Budget", pages=2)
    pack.mark("8 Road safety")
    _report(pack, "8", "Road safety", outline="")


def _stamp_disagrees(pack: PackBuilder) -> None:
    _front(pack, "1 Road safety (Pages 2 - 3)", "2 Budget (Pages 4 - 5)")
    _report(pack, "2", "Road safety", pages=2, outline="1 Road safety")
    _report(pack, "2", "Budget", pages=2)


def _front_sheet_range(pack: PackBuilder) -> None:
    _front(pack, "1 Apologies", "2 Road safety (Pages 2 - 5)")
    _report(pack, "2", "Road safety", pages=2)


def _front_sheet_item_missing(pack: PackBuilder) -> None:
    _front(pack, "1 Apologies", "2 Road safety (Pages 2 - 3)", "3 Parking (Pages 4 - 11)")
    _report(pack, "2", "Road safety", pages=2)


def _page_numbers_disagree(pack: PackBuilder) -> None:
    _front(pack, "1 Apologies", "2 Road safety (Pages 2 - 7)")
    _report(pack, "2", "Road safety", pages=3)
    pack.numbers = False
    pack.line("Page 3", x=270, y=20, size=10)
    pack.new_page()
    pack.numbers = True
    pack.para("More words.")
    pack.new_page()
    pack.para("More words.")


def _meeting_disagrees(pack: PackBuilder) -> None:
    pack.canvas.setTitle("(Public Pack)Agenda Document for Highways Scrutiny Committee, 11/03/2022 10:00")
    _front(pack, "1 Apologies", "2 Road safety (Pages 2 - 3)")
    _report(pack, "2", "Road safety", pages=2)


def _single(pack: PackBuilder) -> None:
    pack.stamps = pack.outline = pack.numbers = False
    pack.new_page()
    pack.heading("Road safety")
    pack.para("A report on road safety in the county.")


def _exempt(pack: PackBuilder) -> None:
    _report(pack, "2", "Road safety", pages=2)
    pack.begin("12", "12 Contract")
    pack.line("NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A", bold=True)


def _scan(pack: PackBuilder) -> None:
    _report(pack, "2", "Road safety", pages=2)
    pack.new_page()
    pack.numbers = False
    pack.canvas.drawImage(ImageReader(Image.new("L", (200, 300), 128)), 50, 50, 400, 600)


def _panels(total: str, hidden: str = "1") -> Draw:
    return _table(
        "North Panel | Cases discussed | Number of PEX | Managed moves",
        f"Ashton School | 11 | {hidden} | 3", "Barton School | 5 | 4 | 2", "Calder School | 12 | 6 | 1",
        f"Total | {total} | 11 | 6", heading="Permanent exclusions and panels 2020/21",
        key="Permanent exclusions (PEX) by school: a permanent exclusion counts once. Excluded pupils are taught.",
    )  # fmt: skip


def _twice(pack: PackBuilder) -> None:
    pack.begin("6", "6 Performance")
    said = "{} tenants aged over 70 (from a list of 9,300) were not in reach of a doctor or a shop."
    pack.para(said.format("431"))
    pack.new_page()
    pack.para("The list shows that " + said.format("432"))


DRAWN: dict[FindingCode, tuple[list[str], Draw]] = {
    FindingCode.NO_TEXT_LAYER: (["contents"], _scan),
    FindingCode.OUTLINE_MISSING: (["contents"], _outline_missing),
    FindingCode.OUTLINE_HEADING_IGNORED: (["contents"], _outline_heading),
    FindingCode.OUTLINE_DISAGREES: (["contents"], _outline_disagrees),
    FindingCode.STAMP_DISAGREES: (["contents"], _stamp_disagrees),
    FindingCode.FRONT_SHEET_RANGE: (["contents"], _front_sheet_range),
    FindingCode.FRONT_SHEET_ITEM_MISSING: (["contents"], _front_sheet_item_missing),
    FindingCode.PAGE_NUMBERS_DISAGREE: (["contents"], _page_numbers_disagree),
    FindingCode.MEETING_DISAGREES: (["contents"], _meeting_disagrees),
    FindingCode.NOT_A_PACK: (["contents"], _single),
    FindingCode.EXEMPT_DOCUMENT: (["contents", "--include-exempt"], _exempt),
    FindingCode.EXEMPT_WITHHELD: (["contents"], _exempt),
    FindingCode.TOTAL_MISMATCH: (["check"], _panels("29")),
    FindingCode.PERCENT_MISMATCH: (
        ["check"], _paper(
            "The log shows that 8 percent (31,460) of all journeys were late. Of those, 69 percent (17,100) were after "
            "dark.",
        ),
    ),
    FindingCode.STATED_TWICE: (["check"], _twice),
    FindingCode.CHANGE_MISMATCH: (
        ["check"],
        _table("Requests | 2020 | 2021 | Change", "early years support | 44 | 72 | +63%", "school support | 40 | 50 | +25%",
               "college support | 20 | 30 | +50%"),
    ),
    FindingCode.ARITHMETIC_MISMATCH: (["check"], _paper("The day rate is £9032 / 190 school days = £47.53 for each pupil.")),
    FindingCode.RATE_MISMATCH: (["check"], _paper("The rate of claims is 48 per 10,000 (50 of 12,000).")),
    FindingCode.PARTS_MISMATCH: (["check"], _paper("Of the 26 pupils, 11 stayed, 9 moved and the remaining 7 left.")),
    FindingCode.RATING_MISMATCH: (
        ["check"],
        _table("Description | Latest | Target | Last year | National | Region",
               "% of boats without a licence | 5.6 | Tracker | 5.7 (green) | 2.9 (red) | 5.2 (amber)",
               "% of plans on time | 62 | Tracker | 59 (green) | 78.4 (red) | 63.0 (amber)",
               key="Performance is within 2% of the comparison: amber. Better: green. Worse: red."),
    ),
    FindingCode.WEEKDAY_MISMATCH: (["check"], _paper("The next meeting is on Thursday 11 March 2022 at 10 a.m.")),
    FindingCode.MALFORMED_FIGURE: (["check"], _paper("The cost of a place was ££9777 in the year.")),
    FindingCode.SUPPRESSION_LEAKS: (["exclusions", "panels"], _panels("28", hidden="*")),
    FindingCode.NUMBERING_GAP: (["check"], _numbered("1", "2", "3", "5", "6", "7")),
    FindingCode.NUMBERING_OUT_OF_ORDER: (["check"], _numbered("8", "9", "131", "10", "11")),
}  # fmt: skip


def _damaged(folder: Path) -> list[str]:
    data = sample_pack().read_bytes()
    (folder / "pack.pdf").write_bytes(data.replace(b"startxref\n", b"startxref\n1"))
    return ["contents", "pack.pdf"]


def _unreadable(folder: Path) -> list[str]:
    """The list of pages names an object that is no page."""
    pack = PackBuilder()
    _report(pack, "5", "Road safety", pages=3)
    reader = PdfReader(io.BytesIO(pack.data()))
    writer = PdfWriter(clone_from=reader)
    kids = writer.root_object["/Pages"]["/Kids"]  # type: ignore[index]
    kids[1] = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/Nothing")}))
    writer.write(folder / "pack.pdf")
    return ["contents", "pack.pdf"]


def _tagged(folder: Path) -> list[str]:
    writer = PdfWriter(clone_from=PdfReader(sample_pack()))
    writer.root_object[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
    writer.root_object[NameObject("/StructTreeRoot")] = DictionaryObject(
        {NameObject("/Type"): NameObject("/StructTreeRoot")}
    )
    writer.write(folder / "pack.pdf")
    return ["split-pack", "pack.pdf", "-o", "parts"]


def _active(folder: Path) -> list[str]:
    writer = PdfWriter(clone_from=PdfReader(sample_pack()))
    writer.add_attachment("note.txt", b"hello")
    names = cast(DictionaryObject, writer.root_object["/Names"])
    names[NameObject("/JavaScript")] = DictionaryObject()
    writer.write(folder / "pack.pdf")
    return ["split-pack", "pack.pdf", "-o", "parts"]


def _linked(folder: Path) -> list[str]:
    writer = PdfWriter(clone_from=PdfReader(sample_pack()))
    writer.add_annotation(4, Link(rect=(72, 180, 200, 200), target_page_index=17, fit=Fit.fit()))
    writer.write(folder / "pack.pdf")
    return ["split-pack", "pack.pdf", "-o", "parts"]


def _locked(folder: Path) -> list[str]:
    lock(sample_pack(), folder / "pack.pdf")
    return ["split-pack", "pack.pdf", "-o", "parts", "--password", "secret"]


def _sample(*arguments: str) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / "pack.pdf").write_bytes(sample_pack().read_bytes())
        return [*arguments, "pack.pdf"]

    return write


def _excepted(folder: Path) -> list[str]:
    (folder / "briefing.md").write_text("The panels discussed 92 cases.\n", encoding="utf-8")
    (folder / "accepted.txt").write_text("7,777 hours of work\n", encoding="utf-8")
    return _sample("verify", "briefing.md", "--allow", "accepted.txt", "--against")(folder)


def _summary(text: str) -> Callable[[Path], list[str]]:
    def write(folder: Path) -> list[str]:
        (folder / "briefing.md").write_text(text, encoding="utf-8")
        return [*_sample("verify", "briefing.md", "--against")(folder)]

    return write


def _read_by_ocr(folder: Path) -> list[str]:
    """With a program in the same folder that reads the scan: the test puts the folder on the path."""
    pack = PackBuilder()
    _scan(pack)
    scanned = pack.data()
    pack = PackBuilder()
    _report(pack, "2", "Road safety", pages=3)
    (folder / "pack.pdf").write_bytes(scanned)
    write_fake_ocr(folder, pack.data())
    return ["contents", "pack.pdf", "--ocr"]


def _one_bad(folder: Path) -> list[str]:
    (folder / "broken.pdf").write_text("<html>not found</html>", encoding="utf-8")
    return [*_sample("check")(folder), "broken.pdf"]


def _one_without_tables(folder: Path) -> list[str]:
    pack = PackBuilder()
    _paper("Nothing of note was reported.")(pack)
    (folder / "minutes.pdf").write_bytes(pack.data())
    return [*_sample("tables")(folder), "minutes.pdf"]


WRITTEN: dict[FindingCode, Callable[[Path], list[str]]] = {
    FindingCode.READ_BY_OCR: _read_by_ocr,
    FindingCode.FILE_NOT_READ: _one_bad,
    FindingCode.NOTHING_FOUND: _one_without_tables,
    FindingCode.DAMAGED_FILE: _damaged,
    FindingCode.UNREADABLE_PAGE: _unreadable,
    FindingCode.TAGS_LOST: _tagged,
    FindingCode.LINKS_CUT: _linked,
    FindingCode.ACTIVE_LEFT_OUT: _active,
    FindingCode.ENCRYPTION_REMOVED: _locked,
    FindingCode.YEAR_HEADING: _sample("exclusions", "years"),
    FindingCode.OTHER_COVERAGE: _sample("exclusions", "panels"),
    FindingCode.FIGURES_HIDDEN: _sample("exclusions", "panels", "--suppress-below", "5"),
    FindingCode.FIGURE_CONTRADICTED: _summary("The Eastern Panel discussed 29 cases.\n"),
    FindingCode.FIGURE_DOUBTED: _summary("Key Stage 3 had 71 permanent exclusions in 2018/19.\n"),
    FindingCode.EXCEPTION_UNUSED: _excepted,
    FindingCode.FIGURE_NOT_FOUND: _summary("7,777 hours.\n"),
}


def trigger(code: FindingCode, folder: Path) -> list[str]:
    """Writes the paper into the folder; gives the command line that finds it, to be run there."""
    if code in WRITTEN:
        return WRITTEN[code](folder)
    arguments, draw = DRAWN[code]
    pack = PackBuilder()
    draw(pack)
    (folder / "pack.pdf").write_bytes(pack.data())
    return [*arguments, "pack.pdf"]
