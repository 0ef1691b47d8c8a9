"""Room `registers`: the documents of a pack in turn, and their blocks."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from scrutiny.findings import Finding
from scrutiny.pack import Document, DocumentKind, Pack
from scrutiny.paper.quoting import quote_of, running_heads
from scrutiny.pdf import Page
from scrutiny.prose import Block, find_blocks

Row = TypeVar("Row")

__all__ = ["PageSource", "quote_of", "read_blocks", "read_documents"]


class PageSource(Protocol):
    """Where pages come from: an open paper."""

    def pages(self, first: int = 1, last: int | None = None, /) -> Iterator[Page]:
        """Each page from `first` to `last` (PDF pages, counted from 1) in turn."""


def read_documents(
    source: PageSource,
    pack: Pack,
    minuted: Callable[[PageSource, Pack, Document], Iterable[Row]],
    reported: Callable[[PageSource, Pack, Document], tuple[list[Row], list[Finding]]],
) -> tuple[list[Row], tuple[Finding, ...]]:
    """The rows of minutes and of every other document but the front sheet."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for document in pack.documents:
        if document.kind is DocumentKind.FRONT_SHEET:
            continue
        if document.kind.minuted:
            rows += minuted(source, pack, document)
        else:
            more, found = reported(source, pack, document)
            rows += more
            findings += found
    return rows, tuple(findings)


def read_blocks(source: PageSource, pack: Pack, document: Document, first: int, last: int) -> tuple[Block, ...]:
    """The blocks on some pages of a document."""
    return find_blocks(source.pages(first, last), running_heads=running_heads(pack, document))
