"""Room `minutes`: the items of a set of minutes.

Takes the blocks of a minutes document, gives `MinuteItem`s with their numbers as printed (`6`, `1772.`,
`23/5`, `02.25.03`) and the blocks below each heading. What stands above the first item (who was present)
is an item without a number.
"""

import re
from dataclasses import dataclass

from scrutiny.prose import Block

_OWN_FORM = re.compile(r"^(?:\d{1,3}\.\d{2}\.\d{2}|\d{1,4}/\d{1,4}\.?)$")
"""Numbers that nothing but a minute bears: `02.25.03`, `23/5`."""

_PLAIN = re.compile(r"^\d{1,4}[a-z]?[.:)]?$")

_DECIDED = re.compile(r"\b(?:RESOLVED|APPROVED|AGREED|CARRIED)\b|^(?:That|To)\s")

MAX_TITLE = 200
"""Characters of a heading; the longest seen has 160."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteItem:
    """One item of business as minuted. `number` is as printed without its full stop, None above the first."""

    number: str | None
    title: str
    heading: Block | None
    blocks: tuple[Block, ...]


def find_items(blocks: tuple[Block, ...]) -> tuple[MinuteItem, ...]:
    """The items in order; together they hold every block."""
    starts = [index for index in range(len(blocks)) if _is_heading(blocks, index)]
    if starts:
        # headings are numbered alike: "7" all through, or "1772." all through
        shape = _shape(blocks[starts[0]])
        starts = [index for index in starts if _shape(blocks[index]) == shape]
    own = [index for index in starts if _OWN_FORM.match(blocks[index].marker or "")]
    if own:
        starts = own
    items = []
    for index, end in zip([-1, *starts], [*starts, len(blocks)], strict=True):
        heading = blocks[index] if index >= 0 else None
        inside = blocks[index + 1 : end]
        if heading is not None and _OWN_FORM.match(heading.marker or "") and not heading.bold:
            inside = (heading, *inside)  # the heading and its text are one block
        if heading is None and not inside:
            continue
        items.append(
            MinuteItem(
                number=(heading.marker or "").rstrip(".:)") or None if heading else None,
                title=heading.text[:MAX_TITLE] if heading else "",
                heading=heading,
                blocks=tuple(inside),
            )
        )
    return tuple(items)


def _shape(block: Block) -> str:
    return re.sub(r"\d+", "1", block.marker or "")


def _is_heading(blocks: tuple[Block, ...], index: int) -> bool:
    block = blocks[index]
    marker = block.marker or ""
    if _OWN_FORM.match(marker):
        return True
    if not _PLAIN.match(marker) or not block.bold or len(block.text) > MAX_TITLE:
        return False
    if _DECIDED.search(block.text) or (index and _DECIDED.search(blocks[index - 1].text) and blocks[index - 1].bold):
        return False  # part of a decision in bold
    # the parts of a resolution may be bold and numbered too; they stand further in than the headings
    lefts = [other.left for other in blocks if other.bold and _PLAIN.match(other.marker or "")]
    return block.left <= min(lefts) + 12
