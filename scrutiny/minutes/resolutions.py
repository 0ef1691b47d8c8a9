"""Room `minutes`: what a committee resolved.

Takes the items of a set of minutes, gives one `Resolution` for each formal decision with all its parts.
The words that make a decision, as councils print them: "Resolved: That ...", "RESOLVED that ...", "It was
agreed that ...", "It was APPROVED:", a bare "That ..." after a mover and seconder, a decision in bold, and
minutes agreed as a correct record. What somebody hoped, was told or will be asked is no resolution.
"""

import re
from dataclasses import dataclass

from scrutiny.minutes.items import MinuteItem
from scrutiny.prose import Block

_VERBS = r"RESOLVED|APPROVED|AGREED|NOTED|ENDORSED|DETERMINED|ORDERED"
_OPENING = re.compile(
    rf"^(?:\([a-z0-9]+\)\s*)?(?:(?:It\s+was\s+)?(?:then\s+|unanimously\s+|further\s+)*(?:{_VERBS})(?:\s+UNANIMOUSLY)?\b"
    r"|(?:It\s+was\s+)?(?:then\s+|unanimously\s+|further\s+)*Resolved\b|(?:The\s+)?(?:Decision|Resolution)\s*:|It\s+was\s+(?:unanimously\s+)?(?:agreed|resolved|approved)\s+(?:that|to)\b"
    r"|(?:The\s+)?[A-Z][\w’'& ]{2,80}?\s+(?:RESOLVED|AGREED|APPROVED)\b)"
)
"""At the beginning of a block: "RESOLVED that", "Resolved:", "It was APPROVED", "The Policy Committee RESOLVED:"."""

_INSIDE = re.compile(
    r"\b(?:and\s+)?it\s+was\s+(?:unanimously\s+)?(?:RESOLVED|AGREED|APPROVED|resolved)\b|\band\s+(?:RESOLVED|resolved)\s+(?:that|to)\b"
)
"""At the end of a sentence that names mover and seconder: "... seconded and it was RESOLVED to co-opt both"."""

_IN_BOLD = re.compile(
    r"^(?:That\s+)?(?:The\s+)?[A-Z][\w’'& -]{2,80}?\b"
    r"(?:Committee|Cabinet|Council|Panel|Board|Commission|Forum|Executive|Members)\s+"
    r"(?:noted|agreed|approved|endorsed|received|resolved|supported|recommended)\b"
)
_MOVED = re.compile(r"\b(?:moved|proposed|seconded)\b", re.IGNORECASE)
_MOVED_BY = re.compile(r"\b(?:moved|proposed|seconded)\s+(?:by|and)\b|\bmoved\s+an?\b", re.IGNORECASE)
_RECORD = re.compile(
    r"\bminutes\b.{0,160}?\b(?:were|was|be)\b.{0,60}?\b(?:agreed|approved|confirmed|accepted|signed|received)\b.{0,60}?"
    r"(?:correct|accurate|true)|\bminutes\b.{0,120}\b(?:were|was)\b.{0,60}\b(?:correct|accurate|true)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:[:;–-]|\b(?:that|to)|^That\s+(?:the\s+)?[A-Z][\w ]+|\b(?:Cabinet|Committee|Council|Panel|Board))\s*[.:;]?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A formal decision. `text` reads alone, with all its parts; `parts` are the
    texts of the numbered or lettered ones, the whole text where there are none. `quote` is verbatim from `pages`."""

    item: str | None
    item_title: str
    number_printed: str | None
    text: str
    quote: str
    parts: tuple[str, ...]
    block_quotes: tuple[str, ...]
    """The quotes of the blocks it is made of."""
    pages: tuple[int, ...]


def find_resolutions(items: tuple[MinuteItem, ...]) -> tuple[Resolution, ...]:
    """Every formal decision, in order."""
    found: list[Resolution] = []
    for item in items:
        index = 0
        blocks = item.blocks
        while index < len(blocks):
            if not _opens(blocks, index):
                index += 1
                continue
            end = _end(blocks, index)
            found.append(_resolution(item, blocks[index:end]))
            index = end
    return tuple(found)


def _opens(blocks: tuple[Block, ...], index: int) -> bool:
    block = blocks[index]
    text = block.text
    if _OPENING.match(text) or _INSIDE.search(text):
        return True
    if block.bold and len(text) > 20 and _IN_BOLD.match(text):
        return True
    if text.startswith("That ") and index and _MOVED.search(blocks[index - 1].text[-200:]):
        return True
    return _RECORD.search(text) is not None and len(text) < 400


def _end(blocks: tuple[Block, ...], start: int) -> int:
    """Where a decision's parts end: at the first block that is no part of it."""
    first = blocks[start]
    end = start + 1
    lead = first
    following = blocks[end] if end < len(blocks) else None
    unfinished = len(first.text) < 40 and not first.text.rstrip().endswith(".")
    if unfinished and following and following.bold == first.bold and not _OPENING.match(following.text):
        lead = following  # "It was APPROVED;" with what was approved in the next block
        end += 1
    if not _LEAD.search(lead.text) and lead.marker is None and first.marker is None:
        return end
    while end < len(blocks):
        block = blocks[end]
        if _OPENING.match(block.text) or _MOVED_BY.search(block.text[:160]):
            break
        is_part = block.marker is not None and (block.left >= first.left + 5 or (block.bold and first.bold))
        heading = (
            block.marker is None
            and len(block.text) < 60
            and end + 1 < len(blocks)
            and blocks[end + 1].marker is not None
            and block.bold == first.bold
            and first.bold
        )
        if not (is_part or heading):
            break
        end += 1
    return end


def _resolution(item: MinuteItem, blocks: tuple[Block, ...]) -> Resolution:
    parts = tuple(block.text for block in blocks[1:] if block.marker is not None)
    text = " ".join(
        f"{block.marker} {block.text}" if block.marker and index else block.text for index, block in enumerate(blocks)
    )
    return Resolution(
        item=item.number,
        item_title=item.title,
        number_printed=blocks[0].marker,
        text=text,
        quote=" ".join(block.quote for block in blocks),
        parts=parts or (text,),
        block_quotes=tuple(block.quote for block in blocks),
        pages=tuple(dict.fromkeys(page for block in blocks for page in block.pages)),
    )
