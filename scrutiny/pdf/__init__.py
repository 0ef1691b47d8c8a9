"""Room `pdf`: PDF files in, pages of words, lines and rules out; parts written.

The only room that imports a PDF library. Knows nothing of councils. What needs pypdf is imported on first
use: pypdf takes as long to import as 100 pages to read.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny.pdf.document import WHOLE_PAGE, Hidden, Page, Pdf, read_pdf
from scrutiny.pdf.model import (
    MAX_GRID_SQUARES,
    Direction,
    Laid,
    Line,
    Metadata,
    OutlineEntry,
    Paged,
    Part,
    Picture,
    Rule,
    Word,
    size_of_most,
)
from scrutiny.pdf.unnamed import UNREAD
from scrutiny.sources import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrutiny.pdf.writing import PartWriter


def read_font_identities(path: Path, *, password: str | None = None) -> tuple[frozenset[int], ...]:
    """See `scrutiny.pdf.reading`."""
    from scrutiny.pdf.reading import read_font_identities as read

    return read(path, password=password)


def part_writer(path: Path, parts: tuple[Part, ...], *, password: str | None = None) -> "PartWriter":
    """See `scrutiny.pdf.writing`."""
    from scrutiny.pdf.writing import PartWriter

    return PartWriter(path, parts, password)


def draw_region(page: Page, region: Box, marks: "Sequence[Box]" = ()) -> Picture:
    """See `scrutiny.pdf.picturing`."""
    from scrutiny.pdf.picturing import draw_region as draw

    return draw(page, region, marks)


__all__ = [
    "MAX_GRID_SQUARES",
    "UNREAD",
    "WHOLE_PAGE",
    "Direction",
    "Hidden",
    "Laid",
    "Line",
    "Metadata",
    "OutlineEntry",
    "Page",
    "Paged",
    "Part",
    "Pdf",
    "Picture",
    "Rule",
    "Word",
    "draw_region",
    "part_writer",
    "read_font_identities",
    "read_pdf",
    "size_of_most",
]
