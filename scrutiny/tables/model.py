"""Room `tables`: what a table is. Types only."""

from dataclasses import dataclass, field
from enum import StrEnum

from scrutiny.pdf import Word
from scrutiny.sources import Box


class Strategy(StrEnum):
    """How a table was read."""

    RULED = "ruled"
    """from the lines drawn around its cells"""
    ALIGNED = "aligned"
    """from where its words stand, one above the other"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell. `text` is as printed, its lines joined by spaces, "" for a blank one. A cell that spans several
    columns or rows stands at its first; `columns` and `rows` say how many it covers."""

    text: str
    box: Box
    page: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """A table as it was read. Every row has a cell, perhaps a blank one, for every column; a place that a
    spanning cell covers is blank. `caption` is the line above it; `pages` more than one where it runs on."""

    caption: str | None
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    pages: tuple[int, ...]
    strategy: Strategy
    box: Box
    """Where it stands on its first page."""
    words: tuple[tuple[Word, ...], ...] = field(repr=False, compare=False, default=())
    """What stands in it on each of its pages, for a second reading."""

    @property
    def columns(self) -> int:
        return len(self.header)

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as text, without the header."""
        return tuple(tuple(cell.text for cell in row) for row in self.rows)
