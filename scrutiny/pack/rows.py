"""Room `pack`: the visual rows of a page: what stands on one height, from left to right.

Takes the lines of a page as they stand, gives `Row`s from top to bottom. A raised ordinal ("th" above the line) belongs
to its row, a row of two columns keeps its pieces apart. Decides nothing.
"""

from collections.abc import Iterable
from enum import Enum
from re import IGNORECASE

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Direction, Line
from scrutiny.sources import Box, fold

TALL = 3.0
"""Line heights. A line whose box is higher runs aslant across the page, as a watermark does."""

OVERLAP = 0.5
"""Share of the lower piece's height that two pieces of one row have in common; a raised "th" has 0.6."""

COLUMN_GAP = 4.0
"""Times the size of the type: the words of a spread heading stand up to 2 apart, columns of a table 6 and more."""

WIDE_LETTER = 0.6
"""Of the size of its type. The letters of a line take half of it each, seldom more."""

_ORDINAL = pattern_of(r"(?<=\d) (?=(?:st|nd|rd|th)\b)", IGNORECASE)


class Column(Enum):
    """What a column of an agenda tells of each item."""

    ITEM = "its number or title"
    WHO = "who presents it"
    PAPER = "which paper it has"
    WANTED = "what it is for"
    TIME = "when it is taken, and how long"
    PAGES = "on which pages its paper stands"


class Row(Struct, frozen=True, kw_only=True):
    """What stands on one height of a page, or of one of its columns: pieces from left to right, and their text."""

    pdf_page: int
    pieces: tuple[Line, ...]
    text: str
    beside: tuple[tuple[Column, Line], ...] = ()
    """Of a row of an agenda: what its other columns say (`agendatables`)."""

    @property
    def place(self) -> tuple[int, int, float]:
        """Where a reader comes to it."""
        return self.pdf_page, self.pieces[0].part, self.box.top

    @property
    def box(self) -> Box:
        pieces = self.pieces
        return pieces[0].box if len(pieces) == 1 else pieces[0].box.join(*(piece.box for piece in pieces[1:]))

    @property
    def main(self) -> Line:
        """The piece with the most letters, whose style is that of the row."""
        return max(self.pieces, key=lambda piece: len(piece.text))

    @property
    def leading(self) -> str:
        """The text without what stands far to the right on the same height: another column's heading."""
        kept = [self.pieces[0]]
        for piece in self.pieces[1:]:
            if piece.box.left - kept[-1].box.right > COLUMN_GAP * max(self.main.size, 6.0):
                break
            kept.append(piece)
        return _text_of(kept)

    @property
    def spaced(self) -> bool:
        """Whether it is wider than its words: then they stand in columns."""
        return self.box.width > WIDE_LETTER * self.pieces[0].size * len(self.text)

    def same_style(self, other: "Row") -> bool:
        one, two = self.main, other.main
        return abs(one.size - two.size) < 0.6 and one.bold == two.bold


def gather_rows(pdf_page: int, lines: Iterable[Line]) -> list[Row]:
    """The lines of a page as rows column by column, from top to bottom; what does not run across is its own."""
    rows: list[list[Line]] = []
    across: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.part, (box := line.box).bottom, box.left)):
        box = line.box
        if line.direction is not Direction.ACROSS or box.bottom - box.top > TALL * max(line.size, 4.0):
            rows.append([line])
            continue
        for row in across[:-5:-1]:
            if row[0].box.bottom >= box.top and _beside(line, row):  # as most are not: the rows above
                row.append(line)
                break
        else:
            across.append([line])
    ordered = sorted([*rows, *across], key=_place_of)
    return [make_row(pdf_page, sorted(row, key=lambda piece: piece.box.left) if row[1:] else row) for row in ordered]


def _place_of(row: list[Line]) -> tuple[int, float, float]:
    first, *more = row
    box = first.box
    return first.part, min(box.top, *(piece.box.top for piece in more)) if more else box.top, box.left


def _beside(line: Line, row: list[Line]) -> bool:
    if row[0].part != line.part:
        return False
    for piece in row:
        if piece.box.bottom < line.box.top:
            return False
        shared = min(line.box.bottom, piece.box.bottom) - max(line.box.top, piece.box.top)
        if shared < OVERLAP * min(line.box.height, piece.box.height):
            return False
        if line.box.left < piece.box.right - 1 and piece.box.left < line.box.right - 1:
            return False  # one above the other
    return True


def _text_of(pieces: list[Line]) -> str:
    return _ORDINAL.sub("", fold(" ".join(piece.text for piece in pieces))) if pieces[1:] else pieces[0].text


def with_pieces(row: Row, pieces: Iterable[Line]) -> Row:
    """The row with other pieces."""
    own = tuple(pieces)
    return replace(row, pieces=own, text=_text_of([*own]))


def make_row(pdf_page: int, pieces: list[Line]) -> Row:
    """The row of pieces that stand from left to right."""
    return Row(pdf_page=pdf_page, pieces=tuple(pieces), text=_text_of(pieces))
