"""Room `pack`: pages in, the contents of a reports pack out. Does not read what the documents say."""

from scrutiny.pack.model import (
    AgendaItem,
    Document,
    DocumentKind,
    Evidence,
    Meeting,
    Pack,
    PageRange,
    Section,
)
from scrutiny.pack.reading import read_pack

__all__ = [
    "AgendaItem",
    "Document",
    "DocumentKind",
    "Evidence",
    "Meeting",
    "Pack",
    "PageRange",
    "Section",
    "read_pack",
]
