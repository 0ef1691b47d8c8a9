"""Room `sheets`: a paper, or the tables of a report, as a Word document.

Takes a `Report`, gives the bytes of a .docx: real headings, tables whose header row repeats on every page, pictures
with a description and a caption, page numbers, links to the pages of the pack. Same input, same bytes: the file
carries a fixed date of making. python-docx is imported here and nowhere else.
"""

import datetime
import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Length, Mm, Pt, RGBColor

from scrutiny.findings import Finding, Severity
from scrutiny.sheets.cells import clean
from scrutiny.sheets.fitting import share_width, text_of
from scrutiny.sheets.model import Chapter, Column, Exhibit, Illustration, Link, Paper, Report, Row, Table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
LONGEST_PROPERTY = 255  # characters, in Word
_ZIP_DATE = (2000, 1, 1, 0, 0, 0)

WIDEST_PICTURE = Mm(165)
"""The width of the text on A4 with margins of 22 mm."""

TALLEST_PICTURE = Mm(60)
"""A taller picture pushes the next finding off the page."""

LANDSCAPE_FROM = 7
"""Columns from which a table is set on a page that lies on its side."""

_COLOURS = {
    Severity.ERROR: RGBColor(0xA4, 0x00, 0x1D), Severity.WARNING: RGBColor(0x7A, 0x4B, 0x00),
    Severity.NOTE: RGBColor(0x40, 0x40, 0x40),
}  # fmt: skip


def render_docx(report: Report) -> bytes:
    """The document."""
    document = Document()
    _set_up(document, report)
    if report.paper is not None:
        _add_paper(document, report.paper)
    else:
        _add_tables(document, report)
    out = io.BytesIO()
    document.save(out)
    return _fixed(out.getvalue())


def _set_up(document: "WordDocument", report: Report) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(18)
    wide = max((len(table.shown) for table in report.tables_to_read), default=0)
    if report.paper is None and wide >= LANDSCAPE_FROM:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(3)
    caption = document.styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.color.rgb = Pt(9), False, RGBColor(0x40, 0x40, 0x40)
    caption.paragraph_format.space_after = Pt(2)
    for level, size in ((1, 15), (2, 12.5), (3, 11), (4, 10.5)):
        style = document.styles[f"Heading {level}"]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x1A, 0x1A, 0x1A)
        style.paragraph_format.space_before = Pt(8)
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.keep_with_next = True
    properties = document.core_properties
    title = clean(report.paper.title) if report.paper else f"{report.command}: {_files(report)}"
    properties.title = title[:LONGEST_PROPERTY]
    properties.author = "scrutiny"
    properties.comments = ""
    properties.created = properties.modified = _MADE
    properties.language = "en-GB"
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("Page ")
    _add_field(footer, "PAGE")
    footer.add_run(" of ")
    _add_field(footer, "NUMPAGES")


def _files(report: Report) -> str:
    return ", ".join(clean(source.file) for source in report.sources)


def _add_paper(document: "WordDocument", paper: Paper) -> None:
    document.add_heading(clean(paper.title), level=1)
    _add_lines(document, paper.text)
    for part in paper.parts:
        level = 2
        if part.heading is not None:
            document.add_heading(clean(part.heading), level=2)
            level = 3
        for chapter in part.front:
            _add_chapter(document, chapter, level)
        if part.annex:
            heading = document.add_heading("Annex", level=level)
            heading.paragraph_format.page_break_before = True
        for chapter in part.annex:
            _add_chapter(document, chapter, level + 1)


def _add_tables(document: "WordDocument", report: Report) -> None:
    document.add_heading(
        clean(report.tables_to_read[0].layout.caption if report.tables_to_read else report.command), level=1
    )
    if report.sources:
        _add_lines(document, [f"From {_files(report)}."])
    for at, table in enumerate(report.tables_to_read):
        if at:
            document.add_heading(clean(table.layout.caption), level=2)
        _add_table(document, table)
    if report.findings:
        document.add_heading("Findings", level=2)
        for finding in report.findings:
            _add_finding(document, finding)


def _add_finding(document: "WordDocument", finding: Finding) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(f"{finding.severity.capitalize()}: ").bold = True
    paragraph.add_run(clean(finding.message))
    if finding.quotes and finding.quotes[0].file.lower().endswith(".pdf"):
        quote = finding.quotes[0]
        _add_source(paragraph, Link(file=quote.file, pdf_page=quote.pdf_page, label=quote.cited))


def _add_source(paragraph: "Paragraph", link: Link) -> None:
    paragraph.add_run(" (")
    _add_link(paragraph, link)
    paragraph.add_run(")")


def _add_lines(document: "WordDocument", lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(clean(line))


def _add_chapter(document: "WordDocument", chapter: Chapter, level: int) -> None:
    document.add_heading(clean(chapter.heading), level=min(level, 4))
    _add_lines(document, chapter.text)
    for point in chapter.points:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.add_run(clean(point.text))
        if point.link is not None:
            _add_source(paragraph, point.link)
    for table in chapter.tables:
        caption = document.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        caption.add_run(clean(table.layout.caption))
        _add_table(document, table)
    for number, exhibit in enumerate(chapter.exhibits, start=chapter.numbered_from):
        _add_exhibit(document, exhibit, number, min(level + 1, 4))


def _add_exhibit(document: "WordDocument", exhibit: Exhibit, number: int, level: int) -> None:
    heading = document.add_heading(level=level)
    heading.add_run(f"{number}. ")
    run = heading.add_run(f"{exhibit.severity.capitalize()}: ")
    run.font.color.rgb = _COLOURS[exhibit.severity]
    heading.add_run(clean(exhibit.heading))
    place = document.add_paragraph()
    place.paragraph_format.keep_with_next = bool(exhibit.lines or exhibit.pictures)
    place.add_run(clean(exhibit.place))
    for at, link in enumerate(exhibit.links):
        place.add_run(", " if at else ": ")
        _add_link(place, link)
    for line in () if exhibit.pictures else exhibit.lines:  # a picture shows the line itself
        document.add_paragraph(clean(line), style="Quote")
    for picture in exhibit.pictures:
        _add_picture(document, picture)


def _add_picture(document: "WordDocument", picture: Illustration) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = Pt(0)
    scale = min(1.0, WIDEST_PICTURE.pt / picture.width, TALLEST_PICTURE.pt / picture.height)
    shape = paragraph.add_run().add_picture(io.BytesIO(picture.png), width=Pt(picture.width * scale))
    described = shape._inline.docPr
    described.set("descr", clean(picture.description))
    caption = document.add_paragraph(style="Caption")
    caption.add_run(clean(picture.caption))


def _add_table(document: "WordDocument", table: Table) -> None:
    columns = table.shown
    if not columns:
        return
    grid = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.LEFT
    for cell, column in zip(grid.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(clean(column.heading)).bold = True
        if column.numeric:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _mark_row(grid.rows[0], "w:tblHeader")
    for row in table.rows:
        added = grid.add_row()
        _mark_row(added, "w:cantSplit")
        for cell, column in zip(added.cells, columns, strict=True):
            paragraph = cell.paragraphs[0]
            link = table.link_of(row, column)
            if link is not None:
                _add_link(paragraph, link, TABLE_TEXT)
            else:
                paragraph.add_run(_text(table, row, column))
            if column.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _set_widths(document, grid, table)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


TABLE_TEXT = Pt(9)
LETTER, PADDING = Mm(1.65), Mm(3.8)
"""How much a letter of a table takes, at 9 points, and the room beside the text of a cell."""


def _set_widths(document: "WordDocument", grid: Any, table: Table) -> None:
    """Each column as wide as its longest word, no wider than its longest text: Word shares evenly otherwise."""
    section = document.sections[-1]
    room = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    texts = [[column.heading, *(_text(table, row, column) for row in table.rows)] for column in table.shown]
    letters = share_width(texts, (room - len(texts) * int(PADDING)) // int(LETTER))
    if letters is None:  # more columns than there is room for
        letters = [max(room // len(texts) - int(PADDING), 0) // int(LETTER)] * len(texts)
    widths = [int(PADDING) + int(LETTER) * count for count in letters]
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Emu(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Emu(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
                for run in paragraph.runs:
                    run.font.size = TABLE_TEXT


def _text(table: Table, row: Row, column: Column) -> str:
    return clean(text_of(table, row, column))


def _mark_row(row: Any, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def _add_field(paragraph: "Paragraph", code: str) -> None:
    for kind, text in (("begin", None), (None, code), ("end", None)):
        run = paragraph.add_run()
        if kind is not None:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = text
        run._r.append(element)


def _add_link(paragraph: "Paragraph", link: Link, size: Length | None = None) -> None:
    """A link to a page of a file in the same folder, underlined so that colour is not needed to see it."""
    relation = paragraph.part.relate_to(link.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), relation)
    run = paragraph.add_run(clean(link.label))
    run.font.underline, run.font.size = True, size
    run.font.color.rgb = RGBColor(0x1B, 0x49, 0x65)
    element.append(run._r)
    paragraph._p.append(element)


def _fixed(data: bytes) -> bytes:
    """The same archive without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for entry in made.infolist():
            fixed.writestr(zipfile.ZipInfo(entry.filename, date_time=_ZIP_DATE), made.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()
