"""Room `pdf`: what a page is made of. Takes nothing, gives types; knows nothing of councils.

All positions are as a reader sees the page: points from the top left corner after the page's own
rotation, y growing downwards.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import Protocol

from msgspec import Struct

from scrutiny.sources import Box

MAX_CHARACTERS = 500_000
"""On one page; what is beyond these limits is no council paper, and is left out and named. A close-printed page of A4
has 6,000 letters, a ledger on A0 a hundred thousand."""

MAX_RULES = 20_000
"""On one page. A table of 100 rows and 20 columns, each square drawn for itself, has 8,000."""

MAX_GRID_SQUARES = 100_000
"""In the grid of one table: rows times columns. The largest in published packs has 3,000."""


class Direction(IntEnum):
    """Which way text runs for someone looking at the page, in degrees clockwise."""

    ACROSS = 0
    DOWN = 90
    OVER = 180
    UP = 270


class Word(Struct, frozen=True, kw_only=True, array_like=True):
    """A run of characters without white space. `size` is the font size in points as printed. `raised` is True for a
    footnote mark: smaller than what it stands behind, and above its line."""

    text: str
    box: Box
    size: float
    bold: bool
    direction: Direction
    raised: bool = False


class Line(Struct, frozen=True, kw_only=True, array_like=True):
    """Words that the file prints one after another on one line, joined by single spaces. `part` numbers the parts of a
    page in columns in the order in which they are read; other pages have one. `cell`: the part is a cell of a
    table, whose text ends with it."""

    text: str
    box: Box
    size: float
    bold: bool
    direction: Direction
    part: int = 0
    cell: bool = False


def size_of_most(pieces: Iterable[tuple[str, float]]) -> float:
    """The size in which most letters of some texts are set; 0 without any."""
    weights: dict[float, int] = {}
    for text, size in pieces:
        weights[size] = weights.get(size, 0) + len(text)
    return max(weights, key=lambda size: (weights[size], size), default=0.0)


def median(values: Iterable[float]) -> float:
    """The middle one of some numbers, or half-way between two. To import `statistics` for that takes longer than to
    read a page."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


class Rule(Struct, frozen=True, kw_only=True):
    """A drawn straight line, or one side of a drawn box. Thickness is in the box. `shade` is True for a filled
    rectangle without an outline."""

    box: Box
    shade: bool = False

    @property
    def horizontal(self) -> bool:
        return self.box.width >= self.box.height


class OutlineEntry(Struct, frozen=True, kw_only=True):
    """A bookmark. `pdf_page` counts from 1, None where the target is missing or outside the file.

    `whole_page` is True for targets that show the page as a whole (/Fit); headings inside a word
    processor's document aim at a place on the page instead, `top` points below its upper edge.
    """

    level: int
    title: str
    pdf_page: int | None
    whole_page: bool
    top: float | None


class Metadata(Struct, frozen=True, kw_only=True):
    """The file's own description of itself, verbatim; None where it is missing or empty."""

    title: str | None = None
    subject: str | None = None
    author: str | None = None


class Part(Struct, frozen=True, kw_only=True):
    """A run of PDF pages (inclusive) to write, but for those `left_out`. `labels` has the printed number of each page
    that is written, None where there is none; `outline` the entries that point at them, pages as in the whole file."""

    pdf_first: int
    pdf_last: int
    title: str
    labels: tuple[str | None, ...]
    outline: tuple[OutlineEntry, ...]
    left_out: frozenset[int] = frozenset()

    @property
    def pdf_pages(self) -> tuple[int, ...]:
        """The pages that are written."""
        return tuple(page for page in range(self.pdf_first, self.pdf_last + 1) if page not in self.left_out)


class Picture(Struct, frozen=True, kw_only=True):
    """A part of a page as PNG, with its size in points as it stands there."""

    png: bytes
    width: float
    height: float


class Paged(Protocol):
    """What is read of a page: a `Page`, or what is left of one when a column was taken out."""

    @property
    def pdf_page(self) -> int: ...
    @property
    def height(self) -> float: ...
    @property
    def text(self) -> str: ...
    @property
    def lines(self) -> tuple[Line, ...]: ...


class Laid(Paged, Protocol):
    """The same with the place of each word."""

    @property
    def width(self) -> float: ...
    @property
    def words(self) -> tuple[Word, ...]: ...
