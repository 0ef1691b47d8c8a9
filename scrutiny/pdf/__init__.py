"""Room `pdf`: PDF files in, pages of words, lines and rules out; parts written.

The only room that imports a PDF library. Knows nothing of councils. What needs pypdf or Pillow (`reading`, `writing`,
`picturing`) is imported by those who use it, when they do: pypdf takes as long to import as 100 pages to read.
"""

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
    median,
    size_of_most,
)
from scrutiny.pdf.unnamed import UNREAD

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
    "median",
    "read_pdf",
    "size_of_most",
]
