"""Room `families/minutes`: paragraphs as the paper means them, where its page runs them together or cuts them.

Takes the blocks of a document and the entries of its action column, gives the blocks with each "ACTION: ..." alone, with
what the end of a label in another weight says in it, and with the paragraphs apart that stand beside entries of their
own without room between them.
"""

import itertools
from collections.abc import Iterator

from msgspec.structs import replace

from scrutiny.families.minutes.margins import Mark
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block

_OPENS = pattern_of(r"^[\[(]?(?:ACTION|Action)(?:\s*\d{1,3})?\s*[:–—]\s*\S")
_LABELLED = pattern_of(r"(?:^|[.)]\s+|\s[–—-]\s)[\[(]?(?:ACTION|Action)(?:\s*\d{1,3})?\s*[:–—]\s*[^.:]{8,}[a-z,]$")
"""A label at the end of a block that no full stop ends."""

FILLED = 0.92
"""Share of the longest line that one reaches whose next word did not fit; letters differ in width."""

FEWEST_ENTRIES = 2
"""Entries beside one block that show that it is several."""


def part_blocks(blocks: tuple[Block, ...], marks: tuple[Mark, ...]) -> tuple[Block, ...]:
    """The blocks in order; together they hold every word."""
    found: list[Block] = []
    for block in blocks:
        if found and _goes_on(found[-1], block):
            found[-1] = _joined(found[-1], block)
        else:
            found += _parts(block, marks)
    return tuple(found)


def _goes_on(label: Block, block: Block) -> bool:
    """Whether a block is the rest of the label before it, cut off by its weight."""
    return block.marker is None and block.text[:1].islower() and _LABELLED.search(label.text) is not None


def _joined(one: Block, other: Block) -> Block:
    return replace(
        one, text=f"{one.text} {other.text}", quote=f"{one.quote} {other.quote}", rows=(*one.rows, *other.rows),
        lines=one.lines + other.lines, pages=tuple(sorted({*one.pages, *other.pages})),
    )  # fmt: skip


def _parts(block: Block, marks: tuple[Mark, ...]) -> Iterator[Block]:
    cuts = [0, *_cuts(block, marks), len(block.rows)]
    if len(cuts) == 2 or " ".join(row.text for row in block.rows) != block.quote:
        yield block
        return
    for first, last in itertools.pairwise(cuts):
        rows = block.rows[first:last]
        text = " ".join(row.text for row in rows)
        shift = len(block.quote) - len(block.text) if first == 0 else 0
        yield replace(
            block, marker=None if first else block.marker, text=text[shift:], quote=text, rows=rows, lines=len(rows),
            pages=tuple(sorted({row.pdf_page for row in rows})),
        )  # fmt: skip


def _cuts(block: Block, marks: tuple[Mark, ...]) -> list[int]:
    """The rows with which another paragraph begins."""
    labels = [at for at, row in enumerate(block.rows) if _OPENS.match(row.text)]
    if len(labels) > 1 and labels[0] == 0:
        return labels[1:]
    heights = [(mark.pdf_page, (mark.top + mark.bottom) / 2) for mark in marks]
    beside = [
        at
        for at, row in enumerate(block.rows)
        if any(page == row.pdf_page and row.top - 1 <= height <= row.bottom + 1 for page, height in heights)
    ]
    if len(beside) < FEWEST_ENTRIES:
        return []
    longest = max(len(row.text) for row in block.rows)
    between = range(beside[0] + 1, beside[-1] + 1)
    return [at for at in between if _ends_short(block.rows[at - 1].text, block.rows[at].text, longest)]


def _ends_short(line: str, following: str, longest: int) -> bool:
    """Whether the next word would have had room in a line, and begins a sentence."""
    word = following.split()[0] if following.split() else ""
    return word[:1].isupper() and len(line) + 1 + len(word) < FILLED * longest
