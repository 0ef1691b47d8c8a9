"""Room `pack`: pages in, the contents of a reports pack out. Does not read what the documents say."""

from scrutiny.pack.model import Document, DocumentKind, MarkKind, Pack
from scrutiny.pack.public import nothing_in, open_paper, withheld_findings

__all__ = [
    "Document", "DocumentKind", "MarkKind", "Pack", "nothing_in", "open_paper", "withheld_findings",
]  # fmt: skip
