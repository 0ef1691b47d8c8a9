"""Room `families/minutes`: the items of a set of minutes.

Takes the blocks of a minutes document, gives `MinuteItem`s with their numbers as printed (`6`, `1772.`,
`23/5`, `02.25.03`, `TIC/24/31`) and the blocks below each heading. What stands above the first item (who was
present) is an item without a number. A heading that runs on into its text is heading and text.
"""

import itertools
import re
from dataclasses import dataclass

from scrutiny.prose import Block

_OWN_FORM = re.compile(r"^(?:\d{1,3}\.\d{1,2}\.\d{1,3}|\d{1,4}/\d{1,4}\.?)$")
"""Numbers that nothing but a minute bears: `02.25.03`, `16.3.10`, `23/5`."""

_CODED = re.compile(r"^(?P<number>[A-Z]{1,5}/?\d{2}/\d{1,4}|[A-Z]{2,5}\d{2,4}/\d{1,4})\.?\s+(?=[A-Z])")
"""Numbers with the letters of the body: `TIC/24/31`, `EX24/15`."""

_PLAIN = re.compile(r"^\d{1,4}[a-z]?[.:)]?$")

_DECIDED = re.compile(r"\b(?:RESOLVED|APPROVED|AGREED|CARRIED)\b|^(?:That|To)\s")

MAX_TITLE = 200
"""Characters of a heading; the longest seen has 160."""

OUTDENT = 12.0
"""Points by which a heading stands further out than a decision in bold that is set in."""


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
    bounds = [-1, *starts, len(blocks)]
    items = []
    for first, last in itertools.pairwise(bounds):
        heading = blocks[first] if first >= 0 else None
        inside = blocks[first + 1 : last]
        if heading is not None and _runs_on(heading):
            inside = blocks[first:last]
        if heading is None and not inside:
            continue
        items.append(
            MinuteItem(
                number=_number(heading) if heading else None,
                title=heading.text[:MAX_TITLE] if heading else "",
                heading=heading,
                blocks=tuple(inside),
            )
        )
    return tuple(items)


def _number(heading: Block) -> str | None:
    coded = _CODED.match(heading.text)
    return coded["number"] if coded else (heading.marker or "").rstrip(".:)") or None


def _runs_on(heading: Block) -> bool:
    """Whether the text of the item follows its heading in the same block."""
    return not heading.bold and (len(heading.text) > 90 or re.search(r"[a-z]\.(?:\s|$)", heading.text) is not None)


def _is_heading(blocks: tuple[Block, ...], index: int) -> bool:
    block = blocks[index]
    marker = block.marker or ""
    if _OWN_FORM.match(marker):
        return True
    if block.bold and len(block.text) <= MAX_TITLE and _CODED.match(block.text):
        return True
    if not _PLAIN.match(marker) or not block.bold or len(block.text) > MAX_TITLE:
        return False
    before = blocks[index - 1] if index else None
    decided = before is not None and before.bold and _DECIDED.search(before.text) is not None
    if _DECIDED.search(block.text) or (decided and before is not None and block.left > before.left - OUTDENT):
        return False  # part of a decision in bold
    # the parts of a resolution may be bold and numbered too; they stand further in than the headings
    lefts = [other.left for other in blocks if other.bold and _PLAIN.match(other.marker or "")]
    return block.left <= min(lefts) + 12
