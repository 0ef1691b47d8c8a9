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
    """The blocks with the parts of a list apart that run together on the page: "(k) The Strategy ... (l) The
    Statement ...", "2024-25 Council Tax (e) To increase ..."; only where the letter, or the number, is the next of its list."""
    found: list[Block] = []
    expected, last = "a", None
    for at, block in enumerate(blocks):
        block = _with_marker(block, last, blocks[at + 1] if at + 1 < len(blocks) else None)
        last = block.marker if block.marker and not block.bullet else last
        own = _LETTER.match(block.marker or "")
        if own and own[1] == expected:
            expected = chr(ord(expected) + 1)
        rest = block
        while match := _inner(rest, expected):
            head, tail = rest.text[: match.start()].strip(), rest.text[match.end() :]
            cut = rest.quote.find(match[0].strip(), max(len(rest.quote) - len(rest.text) + match.start() - 3, 0))
            if cut < 0 or not head:
                break
            letter = bool(_LETTER.match(marker := match[0].strip()))
            found.append(replace(rest, text=head, quote=rest.quote[:cut].strip()))
            rest = replace(rest, marker=marker, text=tail, quote=rest.quote[cut:], left=rest.left + HANG * letter)
            expected = chr(ord(expected) + letter)
        found.append(rest)
        if block.bold and block.marker is None:
            expected = "a"
    return tuple(found)


def _inner(block: Block, expected: str) -> re.Match[str] | None:
    """Where the next part begins in the text of a block: with the letter that comes next, or, behind the end of a
    sentence, with the number after the block's own ("6.3" in the text of 6.2)."""
    if letter := next((match for match in _INNER.finditer(block.text) if expected in match.groups()), None):
        return letter
    if not re.search(r"[A-Z.]\d", marker := block.marker or ""):
        return None  # "2." in a text may be anything
    after = re.sub(r"\d+(?=\D*$)", lambda number: str(int(number[0]) + 1), marker)
    return re.search(rf"(?<=[.;:!?]\s){re.escape(after)}\s+(?=[A-Z])", block.text)


_OWN_NUMBER = pattern_of(
    r"^(?P<marker>[A-Z]\d{1,2}[.:)]?|\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?|\(?[a-zA-Z]\)|[A-Z](?=\s[A-Z]))\s+(?P<text>\S.*)$",
    re.DOTALL,
)


def _with_marker(block: Block, last: str | None, following: Block | None) -> Block:
    """A block whose number stands in its text has it as its marker, where it goes on from the last one ("3.2 agree the
    plan" below 3.1, "2.1 note" below 2), where the next block goes on from it ("A" before "B"), or where it is one of
    recommendations ("R1 Publish the waiting times"). Alone a number or a letter is a word."""
    match = None if block.marker is not None else _OWN_NUMBER.match(block.text)
    if match is None:
        return block
    marker = match["marker"]
    then = following.marker if following else None
    if following and then is None and (beside := _OWN_NUMBER.match(following.text)):
        then = beside["marker"]
    goes_on = last is not None and (is_next(marker, last) or is_below(marker, last))
    leads = then is not None and (is_next(then, marker) or is_below(then, marker))
    if goes_on or leads or marker[:2] == "R1":
        return replace(block, marker=marker, text=match["text"])
    return block


_INLINE = pattern_of(r"(?:^|(?<=\s))(?P<marker>\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")


_LEADS = pattern_of(r"(?:^|[:–-]|\b(?:to|[Tt]hat|THAT))\s*$")


def parts_of(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What leads to the parts of a list that runs on in one text, and they: "That: 1) the plan be agreed; 2) it"."""
    chain: list[re.Match[str]] = []
    for match in _INLINE.finditer(text):
        marker = match["marker"]
        if is_next(marker, chain[-1]["marker"]) if chain else marker.strip("(.)") in ("1", "a"):
            chain.append(match)
    if len(chain) < 2 or not _LEADS.search(text[: chain[0].start()]):
        return text, []
    ends = [match.start() for match in chain[1:]] + [len(text)]
    parts = [(match["marker"], text[match.end() : end].strip()) for match, end in zip(chain, ends, strict=True)]
    return text[: chain[0].start()].strip(), parts


def is_below(marker: str | None, above: str) -> bool:
    """Whether a number is the first below another: "1.1" below "1"."""
    return re.fullmatch(rf"{re.escape(above.rstrip('.'))}\.1[.)]?", marker or "") is not None


def is_within(marker: str | None, number: str) -> bool:
    """Whether a number lies below another at any depth: "18.2.1" below "18"."""
    return re.match(rf"{re.escape(number.rstrip('.'))}\.\d", marker or "") is not None


def is_next(marker: str, before: str) -> bool:
    """Whether a marker goes on from another: "b)" from "a)", "3.2" from "3.1", "4.0" from "3.0"."""
    before, marker = (re.sub(r"\.0\.?$", "", one) for one in (before, marker))
    letters = [_LETTER.match(one) for one in (before, marker)]
    if all(letters):
        return ord(letters[1][1]) == ord(letters[0][1]) + 1  # type: ignore[index]
    numbers = [re.findall(r"\d+", one) for one in (before, marker)]
    if not all(numbers) or shape_of(before) != shape_of(marker):
        return False
    return numbers[0][:-1] == numbers[1][:-1] and int(numbers[1][-1]) == int(numbers[0][-1]) + 1


_FIRST_NUMBER = pattern_of(r"^(?:(?i:chapter|part|section)\s+)?(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?(?=[\s:])")


def number_of(heading: Block) -> str | None:
    """The number of a heading, set apart from its text or not; 2 for "2.0"."""
    match = None if heading.marker else _FIRST_NUMBER.match(heading.text)
    return re.sub(r"\.0\.?$", "", match["number"] if match else heading.marker or "") or None


def shape_of(marker: str) -> str:
    """How a marker is built: "(b)" is "(a)", "3.2." is "1.1"."""
    marker = marker.rstrip(".") if marker[:1].isdigit() else marker
    return re.sub(r"[a-zA-Z]+", "a", re.sub(r"\d+", "1", marker))
