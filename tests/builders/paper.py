"""Packs and papers drawn with reportlab, stamped as the publishing systems of councils stamp them.

`PackBuilder` writes text from top to bottom and starts new pages by itself. It can leave out each kind of
evidence (outline, item stamps, page numbers, fillers), so that tests can ask what the rest still tells.
"""

import io
from dataclasses import dataclass, field
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

MARGIN = 72.0
FONT, BOLD = "Helvetica", "Helvetica-Bold"


@dataclass
class PackBuilder:
    """One PDF while it is drawn. `offset` pages at the start bear no number and are not counted."""

    stamps: bool = True
    numbers: bool = True
    outline: bool = True
    fillers: bool = True
    offset: int = 0
    title: str | None = None
    subject: str | None = None
    size: float = 12.0
    leading: float = 1.3
    buffer: io.BytesIO = field(default_factory=io.BytesIO)
    page: int = 0
    item: str | None = None
    y: float = 0.0
    width: float = A4[0]
    height: float = A4[1]
    landscape: bool = False
    levels: int = 0

    def __post_init__(self) -> None:
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1)
        if self.title:
            self.canvas.setTitle(self.title)
        if self.subject:
            self.canvas.setSubject(self.subject)

    # --- pages ---------------------------------------------------------------------------------

    def new_page(self, *, landscape: bool = False) -> None:
        """Begins a page. A landscape page is stored as published ones are: upright, with /Rotate 90."""
        self._end_page()
        self.page += 1
        self.landscape = landscape
        # reportlab swaps the sides of a page that it rotates
        self.canvas.setPageSize((A4[1], A4[0]) if landscape else A4)
        self.canvas.setPageRotation(90 if landscape else 0)
        if landscape:
            self.canvas.rotate(90)
            self.canvas.translate(0, -A4[0])
            self.width, self.height = A4[1], A4[0]
        else:
            self.width, self.height = A4
        self.y = self.height - MARGIN

    def begin(self, item: str | None, outline: str | None = None, *, level: int = 0, landscape: bool = False) -> None:
        """Begins a document on a page of its own, stamped with its item where one is given."""
        self.new_page(landscape=landscape)
        self.item = item
        if item and self.stamps:
            text = f"Agenda Item {item}"
            self.canvas.setFont(FONT, 11)
            self._stamp(text, right=True)
        if outline and self.outline:
            self.mark(outline, level=level)

    def mark(self, title: str, *, level: int = 0, here: bool = False) -> None:
        """An outline entry for this page, or (`here`) for this place on it, as headings leak in."""
        key = f"{self.page}-{title}"
        if here:
            self.canvas.bookmarkHorizontal(key, 0, self.y)
        else:
            self.canvas.bookmarkPage(key, fit="Fit")
        level = min(level, self.levels)
        self.canvas.addOutlineEntry(title, key, level=level)
        self.levels = level + 1

    def filler(self) -> None:
        """A page that is blank on purpose."""
        if self.fillers:
            self.new_page()
            self.line("This page is intentionally left blank", x=190, y=420)

    def pad(self) -> None:
        """A filler where the number of pages is odd, for printing on both sides."""
        if self.page % 2:
            self.filler()

    def data(self) -> bytes:
        """The finished file."""
        self._end_page()
        self.canvas.save()
        return self.buffer.getvalue()

    # --- text ----------------------------------------------------------------------------------

    def line(
        self, text: str, *, x: float = MARGIN, y: float | None = None, bold: bool = False, size: float | None = None
    ) -> None:
        """One line where it is asked for; without `y` at the next place on the page."""
        size = size or self.size
        if y is None:
            self.y -= size * self.leading
            if self.y < 60:
                self.new_page(landscape=self.landscape)
                self.y -= size * self.leading
            y = self.y
        self.canvas.setFont(BOLD if bold else FONT, size)
        self.canvas.drawString(x, y, text)

    def heading(self, text: str, *, size: float = 14.0) -> None:
        self.y -= size * 0.6
        for piece in wrap(text, BOLD, size, self.width - 2 * MARGIN):
            self.line(piece, bold=True, size=size)
        self.y -= 2

    def para(self, text: str, *, indent: float = 0.0, number: str | None = None, hang: float = 28.0) -> None:
        """A paragraph, wrapped; `number` stands in the margin before its first line."""
        left = MARGIN + indent + (hang if number else 0)
        for index, piece in enumerate(wrap(text, FONT, self.size, self.width - MARGIN - left)):
            self.line(piece, x=left)
            if number and index == 0:
                self.canvas.drawString(MARGIN + indent, self.y, number)
        self.y -= self.size * 0.8

    def bullets(self, *texts: str) -> None:
        for text in texts:
            self.para(text, indent=14, number="•", hang=14)

    def gap(self, points: float = 10.0) -> None:
        self.y -= points

    # --- tables --------------------------------------------------------------------------------

    def table(
        self, rows: list[list[str]], widths: list[float], *, size: float = 9.0, ruled: bool = True, header: int = 1
    ) -> None:
        """A table; cells wrap within their column, an empty string leaves a cell blank."""
        x0 = MARGIN
        for index, row in enumerate(rows):
            cells = [
                [piece for part in cell.split("\n") for piece in wrap(part, FONT, size, width - 6)]
                for cell, width in zip(row, widths, strict=True)
            ]
            height = max(len(cell) for cell in cells) * size * 1.2 + 5
            if self.y - height < 60:
                self.new_page(landscape=self.landscape)
            x = x0
            for cell, width in zip(cells, widths, strict=True):
                self.canvas.setFont(BOLD if index < header else FONT, size)
                for at, piece in enumerate(cell):
                    self.canvas.drawString(x + 3, self.y - size - at * size * 1.2, piece)
                if ruled:
                    self.canvas.setLineWidth(0.5)
                    self.canvas.rect(x, self.y - height, width, height, stroke=1, fill=0)
                x += width
            self.y -= height
        self.y -= 8

    # --- stamps --------------------------------------------------------------------------------

    def _end_page(self) -> None:
        if not self.page:
            return
        if self.numbers and self.page > self.offset:
            self.canvas.setFont(FONT, 10)
            self._stamp(f"Page {self.page - self.offset}", right=False)
        self.canvas.showPage()

    def _stamp(self, text: str, *, right: bool) -> None:
        """A stamp in the upright page's own directions: on a landscape page it runs along the edge."""
        self.canvas.saveState()
        if self.landscape:
            self.canvas.translate(0, A4[0])
            self.canvas.rotate(-90)
        if right:
            self.canvas.drawRightString(A4[0] - 48, A4[1] - 36, text)
        else:
            self.canvas.drawCentredString(A4[0] / 2, 20, text)
        self.canvas.restoreState()


def lock(whole: Path, path: Path, *, user: str = "secret", owner: str | None = None) -> Path:
    """Writes a file again so that only these passwords open it."""
    writer = PdfWriter(clone_from=PdfReader(whole))
    writer.encrypt(user, owner, algorithm="AES-256")
    writer.write(path)
    return path


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """The text in lines that fit the width."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(longer, font, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]
