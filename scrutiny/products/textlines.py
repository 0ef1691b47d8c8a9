"""Part of the room `products`: how the lines of a plain text lie.

Takes lines that belong together, gives the columns and rows of a table that they are, the row that is printed as a
block, or the lines without the tool's own findings.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from scrutiny.figures import parse_figure
from scrutiny.language.patterns import pattern_of

FINDING = pattern_of(
    r"^(?:- )?(?:error|warning|note): .*\\?\[[a-z]+(?:-[a-z]+)+\\?\]$"
    r"|^(?:\d+ figures? checked, \d+ agrees?|No figure could be checked); (?:\d+ [a-z ]+ (?:in order|right); )*"
    r"(?:no findings|\d+ (?:error|warning|note)s?.*)\.$"
)
"""A finding of the tool's own, or its count of them: it says itself what does not agree."""

_BLOCK = pattern_of(r"^(?P<heading>\S(?:.{0,38}?\S)?)(?P<gap>\s{2,})(?P<text>\S.*)$")

MOST_LINES = 24
"""A finding with its quote has no more."""

MOST_COLUMNS = 40


class Line(Struct, frozen=True, kw_only=True):
    """A line of a text, and its number from 1."""

    number: int
    text: str


def cut(line: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The line cut where the columns begin; the last piece is the rest."""
    ends = [start for start, _ in spans[1:]] + [max(len(line), spans[-1][1])]
    return [line[start:end].strip() for (start, _), end in zip(spans, ends, strict=True)]


def is_wrapped(
    row: Sequence[Sequence[tuple[str, int]]], pieces: Sequence[str], spans: Sequence[tuple[int, int]]
) -> bool:
    """Whether a line goes on with the row above it: each of its pieces follows one that had no room for its first
    word. A figure is never wrapped."""
    if all(pieces):
        return False
    for cell, piece, (start, end) in zip(row, pieces, spans, strict=True):
        if not piece:
            continue
        last = cell[-1][0]
        if not last or len(last) + 1 + len(piece.split()[0]) <= end - start:
            return False
        whole = " ".join(text for text, _ in cell)
        if parse_figure(whole).value is not None and parse_figure(piece).value is not None:
            return False
    return True


def without_findings(piece: Sequence[Line]) -> Iterator[Line]:
    """The lines that are none of a finding of the tool's own, which runs on, with its quote below, indented."""
    at = 0
    while at < len(piece):
        end = at + 1
        while end < min(len(piece), at + MOST_LINES) and piece[end].text.startswith("  "):
            end += 1
        texts = [line.text.strip() for line in piece[at:end]]
        finding = any(FINDING.match(" ".join(texts[:last])) for last in range(1, len(texts) + 1))
        if not finding:
            yield piece[at]
        at = end if finding else at + 1


def columns_of(piece: Sequence[Line]) -> tuple[Sequence[Line], list[tuple[int, int]], Sequence[Line]] | None:
    """The heading, the columns and the rows of a table without a rule: three columns at least, each of which begins at
    one place in all lines, behind two spaces. None where the first line holds a figure that is no year: it is no
    heading then."""
    starts = sorted({match.start() for line in piece for match in _PIECE.finditer(line.text)})
    if len(piece) < 2 or not 3 <= len(starts) <= MOST_COLUMNS or starts[0] != 0:
        return None
    if any(line.text[start - 2 : start].strip() for line in piece for start in starts[1:]):
        return None
    longest = max(len(line.text) for line in piece)
    spans = list(zip(starts, [start - 2 for start in starts[1:]] + [longest], strict=True))
    if _holds_figures([cell for cell in cut(piece[0].text, spans) if not _YEAR.match(cell)]):
        return None
    first = next((at for at, line in enumerate(piece) if at and _holds_figures(cut(line.text, spans))), None)
    return (piece[:first], spans, piece[first:]) if first else None


_YEAR = pattern_of(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?$")
_PIECE = pattern_of(r"(?:(?<=\s\s)|^)\S")


def _holds_figures(cells: Sequence[str]) -> bool:
    """Whether any but the first cell is a figure."""
    return any(parse_figure(cell).value is not None for cell in cells[1:])


def block_of(piece: Sequence[Line]) -> tuple[list[str], list[str]] | None:
    """A row that is printed as a block: each heading with its text beside it, the texts below one another."""
    first = _BLOCK.match(piece[0].text)
    if first is None or len(piece) < 2:
        return None
    room = first.start("text")
    headings, cells = [first["heading"]], [first["text"]]
    for line in piece[1:]:
        beside, text = line.text[:room], line.text[room:]
        if not text.strip() or text[0] == " " or (beside.strip() and not beside.endswith("  ")):
            return None
        if beside.strip():
            headings.append(beside.strip())
            cells.append(text.strip())
        else:
            cells[-1] += " " + text.strip()
    return headings, cells
