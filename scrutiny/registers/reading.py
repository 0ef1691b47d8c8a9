"""Room `registers`: the documents of a pack in turn, their blocks, and quotes from them."""

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

from scrutiny.findings import Finding
from scrutiny.pack import Document, DocumentKind, Pack
from scrutiny.pdf import Page
from scrutiny.prose import Block, find_blocks, find_running_heads
from scrutiny.sources import Quote, fold

if TYPE_CHECKING:  # actions and recs read no tables
    from scrutiny.tables import Cell

Row = TypeVar("Row")


class PageSource(Protocol):
    """Where pages come from: an open file, or what was noted of each page while the pack was read."""

    def pages(self, first: int = 1, last: int | None = None, /) -> Iterator[Page]:
        """Each page from `first` to `last` (PDF pages, counted from 1) in turn."""


LONGEST = 3000
"""Characters: a longer sentence is a list or a drawing that was run together, and is not read for figures."""


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


def quote_of(pack: Pack, pages: tuple[int, ...], text: str, item: str | None) -> Quote:
    """A quote with the page it begins on: the first of `pages` on which its opening words stand."""
    opening = text[:40]
    page = next((page for page in pages if opening in folded(pack.page_texts[page - 1])), pages[0])
    return Quote(file=pack.source.file, pdf_page=page, page_label=pack.page_numbers[page - 1], item=item, text=text)


def cell_quote(pack: Pack, document: Document, cell: "Cell") -> Quote:
    """A cell of a table as a quote, with its place on the page."""
    return Quote(
        file=pack.source.file, pdf_page=cell.page, page_label=pack.page_numbers[cell.page - 1],
        item=document.item, text=cell.text, box=cell.box,
    )  # fmt: skip


@functools.lru_cache(maxsize=8)
def folded(text: str) -> str:
    """A page's text with its white space folded."""
    return fold(text)


@functools.lru_cache(maxsize=16)
def running_heads(pack: Pack, document: Document) -> tuple[str, ...]:
    """The lines that stand at the head or the foot of most pages of a document."""
    return find_running_heads(pack.page_texts[document.pdf_first - 1 : document.pdf_last])
