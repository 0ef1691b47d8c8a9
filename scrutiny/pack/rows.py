"""Room `pack`: the visual rows of a page: what stands on one height, from left to right."""

from msgspec import Struct

from scrutiny.pdf import Direction, Line
from scrutiny.sources import Box, fold

TALL = 3.0
"""Line heights. A line whose box is higher runs aslant across the page, as a watermark does."""


class Row(Struct, frozen=True, kw_only=True):
    """What stands on one height of a page: pieces from left to right, and their text."""

    pdf_page: int
    pieces: tuple[Line, ...]
    text: str

    @property
    def box(self) -> Box:
        first, *more = self.pieces
        return first.box.join(*(piece.box for piece in more)) if more else first.box


def gather_rows(pdf_page: int, lines: tuple[Line, ...]) -> list[Row]:
    """The lines of a page as rows from top to bottom; what does not run across is a row of its own."""
    rows: list[list[Line]] = []
    across: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box.top, line.box.left)):
        top, bottom = line.box.top, line.box.bottom
        if line.direction is not Direction.ACROSS or bottom - top > TALL * max(line.size, 4.0):
            rows.append([line])
            continue
        middle = (top + bottom) / 2
        for row in across[:-5:-1]:
            if row[0].box.top <= middle <= row[0].box.bottom:
                row.append(line)
                break
        else:
            rows.append([line])
            across.append(rows[-1])
    return [_row(pdf_page, sorted(row, key=lambda piece: piece.box.left) if row[1:] else row) for row in rows]


def _row(pdf_page: int, pieces: list[Line]) -> Row:
    text = fold(" ".join([piece.text for piece in pieces])) if pieces[1:] else pieces[0].text
    return Row(pdf_page=pdf_page, pieces=tuple(pieces), text=text)
