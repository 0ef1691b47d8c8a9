"""Room `pack`: pages in, the contents of a reports pack out. Does not read what the documents say."""

from scrutiny.pack.model import Document, DocumentKind, MarkKind, Pack

__all__ = ["Document", "DocumentKind", "MarkKind", "Pack"]
