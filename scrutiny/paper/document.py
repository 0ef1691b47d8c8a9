"""Room `paper`: one document of a paper, taken apart once.

Takes a `Document` and the open paper that holds it, gives its blocks, its tables, its paragraphs outside tables, and
their sentences, each with the quote that says where it stands. A sentence that runs over a page break is one sentence.
"""

import functools
import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.findings import Finding
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of
from scrutiny.pack import Document, DocumentKind, Pack
from scrutiny.pack.fields import find_fields
from scrutiny.pack.openings import find_opening
from scrutiny.pack.titles import Naming, find_naming
from scrutiny.paper.pages import PaperPages
from scrutiny.pdf import Direction, Line, Page, size_of_most
from scrutiny.prose import Block, find_blocks, find_blocks_and_notes, find_running_heads, split_sentences
from scrutiny.sources import Box, Quote, fold

if TYPE_CHECKING:  # who asks for no tables need not wait for what reads them
    from scrutiny.tables import Cell, TableRead
    from scrutiny.tables.measure import MeasureTable

_SUM_GOES_ON = pattern_of(r"(?:=|\sx|×|\bplus|\bminus|\bdivided\s+by|\bmultiplied\s+by)\s*$", re.IGNORECASE)
_NO_END = pattern_of(r"\b(?:the|of|and|to|in|a|an|for|with|by|from|on|at|is|are|was|were|that|which)\s*$")
_STATES = pattern_of(
    r"£|\d\s?%|\d,\d{3}|\bper\s?cent\b|\b(?:is|are|was|were|has|have|had|includ\w+|exclud\w+|rounded)\b"
)
"""What a note has that states a figure, or says how figures are to be read."""

_FIGURE_FIRST = pattern_of(r"£?\d")
_DIGIT = pattern_of(r"\d")
_NUMBER_WORD = pattern_of(
    rf"\b(?=[efhnqst])(?:{'|'.join(word for word in SMALL_NUMBERS if word != 'one')}|half|third|quarter)\b",
    re.IGNORECASE,
)


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph: its printed number, where that begins (points), and its sentences as quotes."""

    marker: str | None
    left: float
    sentences: tuple[Quote, ...]
    whole: Quote


class PaperDocument:
    """One document: its tables, its paragraphs outside them, and their sentences."""

    def __init__(self, paper: PaperPages, document: Document) -> None:
        self.paper = paper
        self.document = document

    @property
    def pack(self) -> Pack:
        return self.paper.pack

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each of its pages."""
        return self.pack.page_texts[self.document.pdf_first - 1 : self.document.pdf_last]

    @cached_property
    def figures(self) -> int:
        """How many digits it has: the more, the longer it takes."""
        return sum(text.count(digit) for text in self.texts for digit in "0123456789")

    @cached_property
    def naming(self) -> Naming:
        """What it says of itself where it begins, as far as that is public."""
        first = self.document.pdf_first
        begins = next((at for at, text in enumerate(self.texts[:3]) if text.strip()), 0)
        page = next(self.paper.pages(first + begins, first + begins), None)
        opening = find_opening(first + begins, page.lines if page else (), self.texts[begins:])
        return find_naming(opening, find_fields(opening.rows), self.document.kind)

    @property
    def printed_title(self) -> str:
        """The title of a report as it prints it; the contents may know it by a longer one, or by its file's name."""
        own = self.naming.title if self.document.kind is DocumentKind.REPORT else None
        return own or self.document.title

    @cached_property
    def tables(self) -> "tuple[TableRead, ...]":
        from scrutiny.tables import join_tables

        return join_tables(found for number in self.document.pdf_pages for found in self.paper.tables_on(number))

    @cached_property
    def measured(self) -> "tuple[MeasureTable, ...]":
        """Its tables as they are understood, in the same order."""
        from scrutiny.tables.legends import on_rounding_everywhere
        from scrutiny.tables.measure import measure_table

        notes = on_rounding_everywhere(self.texts) if self.tables else ""
        return tuple(measure_table(table, f"{self.text_of(table)}\n{notes}") for table in self.tables)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Headings, paragraphs and lists, in reading order."""
        return self._blocks_and_notes[0]

    def blocks_on(self, first: int, last: int) -> tuple[Block, ...]:
        """The blocks on some of its pages."""
        return find_blocks(self.paper.pages(first, last), running_heads=running_heads(self.pack, self.document))

    @cached_property
    def _blocks_and_notes(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """What stands on its pages, and the notes at their feet."""
        pages = self.paper.pages(self.document.pdf_first, self.document.pdf_last)
        return find_blocks_and_notes(pages, running_heads=running_heads(self.pack, self.document))

    @property
    def _notes(self) -> tuple[Block, ...]:
        """The notes that state something; most name only where something is taken from."""
        return tuple(block for block in self._blocks_and_notes[1] if _STATES.search(block.text))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What stands outside its tables, then the notes at the feet of its pages; blocks that one sentence runs over
        are one paragraph."""
        name = f"paragraphs of PDF pages {self.document.pdf_first} to {self.document.pdf_last}"
        return self.paper.once(name, lambda _: self._find_paragraphs())

    def _find_paragraphs(self) -> tuple[Paragraph, ...]:
        inside = _lines_inside(list(self.paper.pages(self.document.pdf_first, self.document.pdf_last)), self.tables)
        outside = [block for block in self.blocks if not _in_table(block, inside)]
        notes = [[replace(block, marker=None)] for block in self._notes if not _in_table(block, inside)]
        return tuple(self._paragraph(*group) for group in (*_joined(outside), *notes))

    @cached_property
    def sentences(self) -> tuple[Quote, ...]:
        """The sentences of its paragraphs that hold numbers."""
        return tuple(quote for paragraph in self.paragraphs for quote in paragraph.sentences)

    def pages_with(self, holds: Callable[[str], bool]) -> list[int]:
        """Those of its pages (PDF pages) whose text passes a test."""
        return [page for page, text in zip(self.document.pdf_pages, self.texts, strict=True) if holds(text)]

    def quote_on(self, pages: tuple[int, ...], text: str, item: str | None = None) -> Quote:
        """Words of it as a quote, with the first of `pages` on which they begin, and its item if no other is named."""
        return quote_of(self.pack, pages, text, item or self.document.item)

    def quote(self, cell: "Cell") -> Quote:
        """A cell of one of its tables as a quote, with its place on the page."""
        return self.pack.quote(cell.page, cell.text, self.document.item, cell.box)

    def text_of(self, table: "TableRead") -> str:
        """The text of the pages that a table stands on."""
        first = self.document.pdf_first
        return "\n".join(self.texts[page - first] for page in table.pages if 0 <= page - first < len(self.texts))

    @cached_property
    def headings(self) -> "tuple[str | None, ...]":
        """The heading that each of its tables stands under: the last line above it that is bold, or larger than the
        print of its page, on that page or the one before."""
        boxes = [(table.pages[0], table.box) for table in self.tables]
        heads: dict[int, list[Line]] = {}
        parts: dict[tuple[int, Box], int] = {}
        for page in self.paper.pages(self.document.pdf_first, self.document.pdf_last) if boxes else ():
            of_tables = [(_part(page, box), box) for number, box in boxes if number == page.pdf_page]
            outside = [
                line for line in page.lines
                if line.direction is Direction.ACROSS
                and not any(part == line.part and box.top - 2 < line.box.middle < box.bottom for part, box in of_tables)
            ]  # fmt: skip
            parts.update({(page.pdf_page, box): part for part, box in of_tables})
            larger = LARGER * size_of_most((line.text, line.size) for line in outside)
            heads[page.pdf_page] = [
                line for line in outside
                if (line.bold or line.size > larger) and len(line.text) <= LONGEST_HEADING
                and _WORD.search(line.text) and not line.text.endswith(".")
            ]  # fmt: skip
        found: list[str | None] = []
        for number, box in boxes:
            place = (parts[number, box], box.top)
            above = [line for line in heads[number] if (line.part, line.box.middle) < place] or heads.get(
                number - 1, []
            )
            found.append(max(above, key=lambda line: (line.part, line.box.bottom)).text if above else None)
        return tuple(found)

    def _paragraph(self, first: Block, *more: Block) -> Paragraph:
        text = " ".join(block.text for block in (first, *more))
        pages = tuple(dict.fromkeys(page for block in (first, *more) for page in block.pages))
        whole = self.quote_on(pages, first.quote)
        split = split_sentences(text) if _DIGIT.search(text) or _NUMBER_WORD.search(text) else ()
        texts = [each.text for each in split if len(each.text) <= LONGEST]
        sentences = tuple(self.quote_on(pages, each) for each in texts)
        return Paragraph(marker=first.marker, left=first.left, sentences=sentences, whole=whole)


def _part(page: Page, box: Box) -> int:
    """The part of a page in columns in which a table stands."""
    points = ((line.part, line.box.centre, line.box.middle) for line in page.lines)
    return max((part for part, x, y in points if box.left <= x <= box.right and box.top <= y <= box.bottom), default=0)


def _joined(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks, those together that one sentence runs over: the first ends with "=" and the next begins with a
    figure, or it ends with a word that ends no sentence."""
    groups: list[list[Block]] = []
    for block in blocks:
        last = groups[-1][-1].text[-24:] if groups else ""
        sum_goes_on = _SUM_GOES_ON.search(last) and _FIGURE_FIRST.match(block.text)
        if sum_goes_on or (_NO_END.search(last) and block.marker is None):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _lines_inside(pages: Sequence[Page], tables: "Sequence[TableRead]") -> dict[tuple[int, str], set[str]]:
    """The lines of each page that stand in a table, by the page and their first letter."""
    inside: dict[tuple[int, str], set[str]] = {}
    boxes: dict[int, list[list[Box]]] = {}
    for table in tables:
        cells = [cell for row in (table.header, *table.rows) for cell in row]
        for number in {cell.page for cell in cells}:
            boxes.setdefault(number, []).append([cell.box for cell in cells if cell.page == number])
    for page in pages:
        found = boxes.get(page.pdf_page, [])
        if not any(line.part for line in page.lines):
            found = [[box for own in found for box in own]] if found else []
        for own in found:
            frame, heights = own[0].join(*own[1:]), {(box.top, box.bottom) for box in own}
            for line in page.lines:
                x, y = line.box.centre, line.box.middle
                if frame.left <= x <= frame.right and any(top <= y <= bottom for top, bottom in heights):
                    inside.setdefault((page.pdf_page, line.text[:1]), set()).add(line.text)
    return inside


def _in_table(block: Block, inside: dict[tuple[int, str], set[str]]) -> bool:
    """Whether a block begins with lines of a table, and is made of them for the most part: a paragraph may begin with
    the one word of a heading."""
    text = rest = block.quote
    while line := max(filter(rest.startswith, inside.get((block.pages[0], rest[:1]), ())), key=len, default=""):
        rest = rest[len(line) :].lstrip()
    return rest != text and 2 * len(rest) <= len(text)


LARGER = 1.1
"""Times the print of its page that the print of a heading is, where it is not bold."""

LONGEST_HEADING = 120
_WORD = pattern_of(r"[^\W\d_]{3}")

LONGEST = 3000
"""Characters: a longer sentence is a list or a drawing that was run together, and is not read for figures."""


def quote_of(pack: Pack, pages: tuple[int, ...], text: str, item: str | None) -> Quote:
    """A quote with the page it begins on: the first of `pages` on which its opening words stand."""
    opening, others = text[:40], pages if len(pages) > 1 else ()
    page = next((page for page in others if opening in folded(pack.page_texts[page - 1])), pages[0])
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
