"""Room `families/recommendations`: the numbers and letters of lists.

Takes blocks, gives them with the numbers that stand in their text as markers, and tells which marker follows which.
"""

import re

from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.prose import Block

_LETTER = pattern_of(r"^\(?([a-zA-Z])[).]?$")

_INNER = pattern_of(
    r"(?<=\s)\(([a-z])\)\s+(?=[A-Z])|(?:(?<=[:;,]\s)|(?<=\sand\s)|(?<=\sor\s))\(?([a-z])\)\s+(?=\w)"
    r"|(?<=\s)\((a)\)\s+(?=[a-z][^()]*[;,]\s+(?:and\s+|or\s+)?\(b\)\s)"
)

HANG = 1.0
"""Points by which a part is set further in than the line it was cut from, so that it is no equal of its lead-in."""


def with_markers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the parts of a lettered list apart that run together on the page: "(k) The Strategy ... (l) The
    Statement ...", "2024-25 Council Tax (e) To increase ..."; only where the letter is the next of its list."""
    found: list[Block] = []
    expected, last = "a", None
    for at, block in enumerate(blocks):
        following = blocks[at + 1].text if at + 1 < len(blocks) else ""
        block = _with_marker(block, last, following)
        last = block.marker if block.marker and not block.bullet else last
        own = _LETTER.match(block.marker or "")
        if own and own[1] == expected:
            expected = chr(ord(expected) + 1)
        rest = block
        while match := next((m for m in _INNER.finditer(rest.text) if expected in m.groups()), None):
            head, tail = rest.text[: match.start()].strip(), rest.text[match.end() :]
            cut = rest.quote.find(match[0].strip(), max(len(rest.quote) - len(rest.text) + match.start() - 3, 0))
            if cut < 0 or not head:
                break
            found.append(replace(rest, text=head, quote=rest.quote[:cut].strip()))
            rest = replace(rest, marker=match[0].strip(), text=tail, quote=rest.quote[cut:], left=rest.left + HANG)
            expected = chr(ord(expected) + 1)
        found.append(rest)
        if block.bold and block.marker is None:
            expected = "a"
    return tuple(found)


_OWN_NUMBER = pattern_of(
    r"^(?P<marker>[A-Z]\d{1,2}[.:)]?|\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?|\(?[a-zA-Z]\)|[A-Z](?=\s[A-Z]))\s+(?P<text>\S.*)$",
    re.DOTALL,
)


def _with_marker(block: Block, last: str | None, following: str) -> Block:
    """A block whose number stands in its text has it as its marker, where it goes on from the last one ("3.2 agree the
    plan" below 3.1, "2.1 note" below 2) or is one of recommendations ("R1 Publish the waiting times")."""
    match = None if block.marker is not None else _OWN_NUMBER.match(block.text)
    if match is None:
        return block
    marker = match["marker"]
    goes_on = last is not None and (is_next(marker, last) or is_below(marker, last))
    if marker == "A":
        goes_on = following.startswith("B ")  # a letter alone is a word until the next one follows
    elif re.fullmatch(r"[A-Z]1\W?", marker):
        goes_on = marker[0] == "R" or following.startswith(f"{marker[0]}2")
    return replace(block, marker=marker, text=match["text"]) if goes_on else block


def is_below(marker: str | None, above: str) -> bool:
    """Whether a number is the first below another: "1.1" below "1"."""
    return re.fullmatch(rf"{re.escape(above.rstrip('.'))}\.1[.)]?", marker or "") is not None


def is_next(marker: str, before: str) -> bool:
    """Whether a marker goes on from another: "b)" from "a)", "3.2" from "3.1"."""
    letters = [_LETTER.match(one) for one in (before, marker)]
    if all(letters):
        return ord(letters[1][1]) == ord(letters[0][1]) + 1  # type: ignore[index]
    numbers = [re.findall(r"\d+", one) for one in (before, marker)]
    if not all(numbers) or shape_of(before) != shape_of(marker):
        return False
    return numbers[0][:-1] == numbers[1][:-1] and int(numbers[1][-1]) == int(numbers[0][-1]) + 1


_FIRST_NUMBER = pattern_of(r"^\d{1,2}(?:\.\d{1,2})*\.?(?=\s)")


def number_of(heading: Block) -> str | None:
    """The number of a heading, set apart from its text or not; 2 for "2.0"."""
    match = None if heading.marker else _FIRST_NUMBER.match(heading.text)
    return re.sub(r"\.0\.?$", "", match[0] if match else heading.marker or "") or None


def shape_of(marker: str) -> str:
    """How a marker is built: "(b)" is "(a)", "3.2." is "1.1"."""
    marker = marker.rstrip(".") if marker[:1].isdigit() else marker
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"\d+", "1", marker))
