"""Where a fact came from: the file, the page, and the very words that stand there.

Imports nothing of ours. A `Quote` is the receipt that every fact carries: its text stands on its page
exactly as printed, with white space folded.
"""

from datetime import date
from typing import Protocol

from msgspec import Struct


def fold(text: str) -> str:
    """The text with every run of white space (line breaks, non-breaking spaces) made one space."""
    return " ".join(text.split())


class Box(Struct, frozen=True, kw_only=True, array_like=True):
    """A rectangle on a page as a reader sees it: points from the top left corner, y growing downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half way across."""
        return (self.left + self.right) / 2

    def join(self, *others: "Box") -> "Box":
        """The smallest box that holds them all."""
        boxes = (self, *others)
        return Box(
            left=min(box.left for box in boxes),
            top=min(box.top for box in boxes),
            right=max(box.right for box in boxes),
            bottom=max(box.bottom for box in boxes),
        )

    def holds(self, other: "Box") -> bool:
        """Whether the middle of another box stands in it."""
        return self.left <= other.centre <= self.right and self.top <= other.middle <= self.bottom


class Quote(Struct, frozen=True, kw_only=True):
    """Words that stand on a page.

    `pdf_page` counts from 1; `page_label` is the number printed on the page, or None where none is
    printed; `item` is the agenda item the page belongs to, as printed.
    """

    file: str
    pdf_page: int
    page_label: str | None = None
    item: str | None = None
    text: str
    box: Box | None = None

    @property
    def cited(self) -> str:
        """The page as an officer cites it: "page 12", or "PDF page 14" where none is printed."""
        return f"page {self.page_label}" if self.page_label else f"PDF page {self.pdf_page}"


class Quoted(Protocol):
    """A fact with the place it comes from."""

    @property
    def quote(self) -> Quote: ...


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One input file, field by field as the JSON envelope names it. `sha256` is of the bytes that were read."""

    file: str
    sha256: str
    title: str | None
    body: str | None
    meeting_date: date | None
    pdf_pages: int
    ocr_pages: tuple[int, ...] = ()
    """PDF pages whose text was read by OCR for this command."""
