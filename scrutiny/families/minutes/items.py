"""Room `families/minutes`: the items of a set of minutes.

Takes the blocks of a minutes document, gives `MinuteItem`s with their numbers as printed (`6`, `1772.`, `23/5`,
`02.25.03`, `TIC/24/31`) and the blocks below each heading; what stands above the first (who was present) has no
number. Plain numbers ("8") are borne by parts of decisions and lists too: those of items ascend by one.
"""

import itertools
import re

from msgspec import Struct

from scrutiny.language.dates import MONTHS
from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block

_OWN_FORM = pattern_of(r"^(?:\d{1,3}\.\d{1,2}\.\d{1,3}|\d{1,4}/\d{1,4}\.?)$")
"""Numbers that nothing but a minute bears: `02.25.03`, `16.3.10`, `23/5`."""

_CODED = pattern_of(
    r"^(?P<number>[A-Z]{1,5}/?\d{2}/\d{1,4}|[A-Z]{2,5}\d{2,4}/\d{1,4}|[A-Z]{1,4}\d{1,3}:\d\d/\d\d|\d{4}\.\d\d)\.?\s+(?=[A-Z])"
)
"""Numbers with the letters of the body: `TIC/24/31`, `EX24/15`."""

_LETTERED = pattern_of(r"^(?P<number>[A-Z]\d{1,4})\.?\s+(?=[A-Z])")
"""One letter and a number, `C57`: only where several bold lines begin so."""

_PLAIN = pattern_of(r"^\d{1,4}[a-z]?[.:)]?$")

_LEADING = pattern_of(r"^(?P<number>\d{1,3}[a-z]?[.:)]?)\s+(?=\S.*[A-Za-z])")
"""A number that could not be told from the digits behind it: "20 2024/25 Budget report", "8 20 mph limits"."""

_DAY = pattern_of(rf"\d{{1,2}}\s(?:{'|'.join(MONTHS)})\b")
"""The day of the meeting, which is no item: "19 July 2013"."""

_ITEM_LINE = pattern_of(r"^\((?:Agenda\s+)?[Ii]tem\s+(?:[Nn]o\.?\s*)?(?P<number>\d{1,3}[a-z]?)\)$")
"""The number on a line of its own below the heading: "(Item 4)"."""

_OUTCOME = r"(?:RESOLVED|APPROVED|AGREED|CARRIED)\b"
_DECIDED = pattern_of(rf"\b{_OUTCOME}|^(?:That|To)\s")

MAX_TITLE = 200
"""Characters of a heading; the longest seen has 160."""

OUTDENT = 12.0
"""Points by which a heading stands further out than a decision in bold that is set in."""


class MinuteItem(Struct, frozen=True, kw_only=True):
    """One item of business as minuted. `number` is as printed without its full stop, None above the first."""

    number: str | None
    title: str
    heading: Block | None
    blocks: tuple[Block, ...]


def find_items(blocks: tuple[Block, ...]) -> tuple[MinuteItem, ...]:
    """The items in order; together they hold every block."""
    numbers = _headings(blocks)
    bounds = [-1, *sorted(numbers), len(blocks)]
    items = []
    for first, last in itertools.pairwise(bounds):
        heading = blocks[first] if first >= 0 else None
        inside = blocks[first + 1 : last]
        if heading is not None and _runs_on(heading):
            inside = blocks[first:last]
        if heading is None and not inside:
            continue
        title = heading.text if heading else ""
        for form in (_CODED, _LETTERED, _LEADING):
            title = form.sub("", title) if heading is not None and heading.marker is None else title
        items.append(
            MinuteItem(number=numbers.get(first), title=title[:MAX_TITLE], heading=heading, blocks=tuple(inside))
        )
    return tuple(items)


def _headings(blocks: tuple[Block, ...]) -> dict[int, str | None]:
    """The places of the headings, each with its number."""
    lines = {
        index: line["number"]
        for index, (block, below) in enumerate(itertools.pairwise(blocks))
        if block.bold and block.marker is None and (line := _ITEM_LINE.match(below.text))
    }
    if len(lines) >= FEWEST:
        return dict(lines)
    found: dict[int, str | None] = {
        index: number for index, block in enumerate(blocks) if (number := _own_number(block))
    }
    lettered = {
        index: match for index, block in enumerate(blocks) if block.bold and (match := _LETTERED.match(block.text))
    }
    if len(lettered) >= FEWEST and not found:
        return {index: match["number"] for index, match in lettered.items()}
    # the parts of a resolution may be bold and numbered too; they stand further in than the headings
    lefts = [block.left for block in blocks if block.bold and _PLAIN.match(block.marker or "")]
    if not lefts and not found:
        return {}
    plain = [
        _Numbered(index, number, block.bold, _is_clear(blocks, index))
        for index, block in enumerate(blocks)
        if index not in found and lefts and block.left <= min(lefts) + OUTDENT and (number := _plain_number(block))
    ]
    return found | {one.index: one.number.rstrip(".:)") for one in _in_sequence(blocks, plain)}


def _digits(number: str) -> int:
    return int(re.sub(r"\D", "", number))


def _own_number(block: Block) -> str | None:
    """A number that nothing but an item bears."""
    if _OWN_FORM.match(block.marker or ""):
        return (block.marker or "").rstrip(".:)")
    coded = _CODED.match(block.text) if block.bold and len(block.text) <= MAX_TITLE else None
    return coded["number"] if coded else None


def _plain_number(block: Block) -> str | None:
    if _DAY.match(block.text if block.marker is None else f"{block.marker} {block.text}"):
        return None
    if block.marker is not None:
        return block.marker if _PLAIN.match(block.marker) and (len(block.text) <= MAX_TITLE or not block.bold) else None
    leading = _LEADING.match(block.text) if block.bold and len(block.text) <= MAX_TITLE else None
    return leading["number"] if leading else None


class _Numbered(Struct, frozen=True):
    """A block with a plain number. `clear`: it is a heading by itself, unless its number says otherwise."""

    index: int
    number: str
    bold: bool
    clear: bool

    @property
    def value(self) -> tuple[int, str]:
        return _digits(self.number), re.sub(r"[^a-z]", "", self.number)

    @property
    def form(self) -> str:
        """How the number is set: "8" or "8."."""
        return _form(self.number)


def _form(number: str) -> str:
    return re.sub(r"^\d+[a-z]?", "1", number)


def _is_clear(blocks: tuple[Block, ...], index: int) -> bool:
    block = blocks[index]
    before = blocks[index - 1] if index else None
    decided = before is not None and before.bold and _DECIDED.search(before.text) is not None
    if block.marker is None or not block.bold or (_DECIDED.search(block.text) and not _RUNS_INTO.search(block.text)):
        return False
    in_decision = decided and before is not None and block.left > before.left - OUTDENT
    return not in_decision


def _in_sequence(blocks: tuple[Block, ...], plain: list[_Numbered]) -> list[_Numbered]:
    """The headings among blocks with plain numbers: the clear ones, but for parts of a list whose numbers the sequence
    of the items has elsewhere; and of the others those that are the next of that sequence."""
    clear = [one for one in plain if one.clear]
    chain = max(
        (_ascending([one for one in clear if one.form == form]) for form in dict.fromkeys(one.form for one in clear)),
        key=len,
        default=[],
    )
    if len(chain) < FEWEST:
        anew: list[_Numbered] = []  # of few, without those that go on with a list: "2. Parking" after "1. Agreed to"
        for one in clear:
            if not _goes_on_with(blocks[anew[-1].index + 1 if anew else 0 : one.index], one):
                anew.append(one)
        return anew
    inside, numbers = {one.index for one in chain}, {one.value for one in chain}
    found = [
        one
        for one in clear
        if one.index in inside or one.value not in numbers or not chain[0].index < one.index < chain[-1].index
    ]
    for one in plain:
        if one.clear or one.form != chain[0].form or one.value in numbers:
            continue
        before = max((other for other in chain if other.index < one.index), key=lambda other: other.index, default=None)
        after = min((other for other in chain if other.index > one.index), key=lambda other: other.index, default=None)
        if before is None or one.value[0] != before.value[0] + 1 or (after is not None and after.value <= one.value):
            continue
        if not one.bold and (after is None or abs(blocks[one.index].left - blocks[before.index].left) > NEAR):
            continue  # in the weight of the text only where its number is missing between two others
        if not _goes_on_with(blocks[before.index + 1 : one.index], one):
            found.append(one)
            chain = sorted([*chain, one], key=lambda other: other.index)
            numbers.add(one.value)
    return found


def _goes_on_with(between: tuple[Block, ...], one: _Numbered) -> bool:
    """Whether a list set like the headings goes on with a number: "4." after "3." of the same item."""
    marks = [block.marker for block in between if block.marker and _PLAIN.match(block.marker)]
    return any(_form(mark) == one.form and _digits(mark) == one.value[0] - 1 for mark in marks)


def _ascending(numbered: list[_Numbered]) -> list[_Numbered]:
    """The longest run of ascending numbers; of two the one whose parts stand nearer together."""
    best: list[tuple[int, int]] = []
    for at, one in enumerate(numbered[:MOST]):
        reached = [(best[back][0], back) for back in range(at) if numbered[back].value < one.value]
        length, back = max(reached, default=(0, -1))
        best.append((length + 1, back))
    at = max(range(len(best)), key=lambda index: best[index][0], default=-1)
    chain = []
    while at >= 0:
        chain.append(numbered[at])
        at = best[at][1]
    return chain[::-1]


FEWEST = 4
"""Headings in sequence that show how a paper numbers its items."""

NEAR = 6.0
"""Points by which headings of one level begin apart."""

MOST = 600
"""Headings that are looked at; a year's minutes in one file have fewer."""

_RUNS_INTO = pattern_of(r"\S\s+(?:RESOLVED|AGREED)\s*[:–—-]")
"""The decision behind a heading in the same bold line: "MINUTES RESOLVED: That ..."."""


def _runs_on(heading: Block) -> bool:
    """Whether the text of the item follows its heading in the same block."""
    if re.match(_OUTCOME, heading.text):
        return True
    if heading.bold:
        return _RUNS_INTO.search(heading.text) is not None
    return len(heading.text) > 90 or re.search(r"[a-z]\.(?:\s|$)|[a-z][;:,]\s.*\.$", heading.text) is not None
