"""Room `pack`: the visual rows of a page: what stands on one height, from left to right."""

from functools import cached_property

from msgspec import Struct

from scrutiny.pdf import Line
from scrutiny.sources import Box, fold


class Row(Struct, frozen=True, kw_only=True, dict=True):
    """What stands on one height of a page: pieces from left to right."""

    pdf_page: int
    pieces: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        return fold(" ".join(piece.text for piece in self.pieces))

    @cached_property
    def box(self) -> Box:
        return self.pieces[0].box.join(*(piece.box for piece in self.pieces[1:]))


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
    return [Row(pdf_page=pdf_page, pieces=tuple(sorted(row, key=lambda piece: piece.box.left))) for row in rows]
