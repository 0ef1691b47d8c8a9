"""Room `tables`: what a table is. Types only."""

from enum import StrEnum

from msgspec import Struct

from scrutiny.pdf import Word
from scrutiny.sources import Box


class Strategy(StrEnum):
    """How a table was read."""

    RULED = "ruled"
    """from the lines drawn around its cells"""
    ALIGNED = "aligned"
    """from where its words stand, one above the other"""


class Found(StrEnum):
    """What showed the cells of a table."""

    LINES = "lines around every cell"
    SOME_LINES = "some lines, the rest by where the words stand"
    LINES_ACROSS = "lines across, columns by where the words stand"
    SHADING = "shaded cells"
    WORDS = "where the words stand"


class RowKind(StrEnum):
    """What a row of the grid is."""

    HEADING = "heading"
    UNITS = "units"
    """Units below the headings: "£m", "%"."""
    SECTION = "section"
    """A label that names the rows below it."""
    BODY = "body"


class Agreement(StrEnum):
    """Whether a second, independent reading of a table gives the same cells."""

    SAME = "same"
    OTHER = "other"
    NOT_READ = "not read twice"


class Cell(Struct, frozen=True, kw_only=True):
    """A cell. `text` is as printed, its lines joined by spaces, "" for a blank one. A cell that spans several
    columns or rows stands at its first; `columns` and `rows` say how many it covers."""

    text: str
    box: Box
    page: int
    columns: int = 1
    rows: int = 1
    marks: tuple[str, ...] = ()
    """Raised footnote marks that stand in it, which are no part of its text."""


class TableRead(Struct, frozen=True, kw_only=True):
    """A table as it was read. Every row has a cell, perhaps a blank one, for every column; a place that a
    spanning cell covers is blank. `caption` is the line above it; `pages` more than one where it runs on."""

    caption: str | None
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pages: tuple[int, ...]
    strategy: Strategy
    box: Box
    """Where it stands on its first page."""
    words: tuple[tuple[Word, ...], ...] = ()
    """What stands in it on each of its pages, for a second reading."""
    grid: tuple[tuple[Cell, ...], ...] = ()
    """The table as it stands: every row, those of its heading first; a place that a spanning cell covers is blank."""
    kinds: tuple[RowKind, ...] = ()
    """What each row of the grid is."""
    found: Found = Found.LINES

    @property
    def columns(self) -> int:
        return len(self.header)

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as text, without the header."""
        return tuple(tuple(cell.text for cell in row) for row in self.rows)
