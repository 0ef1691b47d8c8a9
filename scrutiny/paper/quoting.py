"""Room `paper`: quotes from the pages of a pack."""

import functools

from msgspec.structs import replace

from scrutiny.findings import Finding
from scrutiny.pack import Document, Pack
from scrutiny.prose import find_running_heads
from scrutiny.sources import Quote, fold

LONGEST = 3000
"""Characters: a longer sentence is a list or a drawing that was run together, and is not read for figures."""


def quote_of(pack: Pack, pages: tuple[int, ...], text: str, item: str | None) -> Quote:
    """A quote with the page it begins on: the first of `pages` on which its opening words stand."""
    opening = text[:40]
    page = next((page for page in pages if opening in folded(pack.page_texts[page - 1])), pages[0])
    return pack.quote(page, text, item)


def place_finding(pack: Pack, finding: Finding) -> Finding:
    """The finding on the page where its figure stands, where its sentence runs over two pages, with what stands there
    of the sentence."""
    quote, printed = finding.quotes[0], fold(finding.printed or "")
    next_page = quote.pdf_page + 1
    if next_page > len(pack.page_texts):
        return finding
    here, there = folded(pack.page_texts[next_page - 2]), folded(pack.page_texts[next_page - 1])
    if printed in here or printed not in there:
        return finding
    words = quote.text.split()
    tails = (" ".join(words[at:]) for at in range(len(words)))
    text = next((tail for tail in tails if tail in there), printed)
    moved = replace(quote, pdf_page=next_page, page_label=pack.page_numbers[next_page - 1], text=text)
    return replace(finding, quotes=(moved, *finding.quotes[1:]))


@functools.lru_cache(maxsize=8)
def folded(text: str) -> str:
    """A page's text with its white space folded."""
    return fold(text)


@functools.lru_cache(maxsize=16)
def running_heads(pack: Pack, document: Document) -> tuple[str, ...]:
    """The lines that stand at the head or the foot of most pages of a document."""
    return find_running_heads(pack.page_texts[document.pdf_first - 1 : document.pdf_last])
