"""Room `registers`: the blocks of a document in a pack, and quotes from it."""

import functools

from scrutiny.pack import Document, Pack
from scrutiny.pdf import Pdf
from scrutiny.prose import Block, find_blocks, find_running_heads
from scrutiny.sources import Quote, fold


def read_blocks(pdf: Pdf, pack: Pack, document: Document, first: int, last: int) -> tuple[Block, ...]:
    """The blocks on some pages of a document."""
    return find_blocks(pdf.pages(first, last), running_heads=_running_heads(pack, document))


def quote_of(pack: Pack, pages: tuple[int, ...], text: str, item: str | None) -> Quote:
    """A quote with the page it begins on: the first of `pages` on which its opening words stand."""
    opening = text[:40]
    page = next((page for page in pages if opening in fold(pack.page_texts[page - 1])), pages[0])
    return Quote(file=pack.source.file, pdf_page=page, page_label=pack.page_numbers[page - 1], item=item, text=text)


@functools.lru_cache(maxsize=16)
def _running_heads(pack: Pack, document: Document) -> tuple[str, ...]:
    return find_running_heads(pack.page_texts[document.pdf_first - 1 : document.pdf_last])
