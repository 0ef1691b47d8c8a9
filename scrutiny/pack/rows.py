"""Room `pack`: the visual rows of a page: what stands on one height, from left to right."""

from msgspec import Struct

from scrutiny.pdf import Line
from scrutiny.sources import Box, fold


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
    """The lines of a page as visual rows from top to bottom; pieces on one height belong together."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.box.top, line.box.left)):
        for row in reversed(rows[-4:]):
            middle = line.box.middle
            if row[0].box.top <= middle <= row[0].box.bottom:
                row.append(line)
                break
        else:
            rows.append([line])
    return [_row(pdf_page, sorted(row, key=lambda piece: piece.box.left) if row[1:] else row) for row in rows]


def _row(pdf_page: int, pieces: list[Line]) -> Row:
    text = fold(" ".join([piece.text for piece in pieces])) if pieces[1:] else pieces[0].text
    return Row(pdf_page=pdf_page, pieces=tuple(pieces), text=text)
