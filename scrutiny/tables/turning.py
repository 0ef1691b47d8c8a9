"""Room `tables`: pages whose words run up or down the paper, seen as a reader turns them.

Takes a page, gives a `Sheet` on which the words run across, and puts what was found there back in its place on the
page. A page that its file turns already needs nothing.
"""

from functools import cached_property
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.pdf import Direction, Laid, Line, Page, Rule, Word
from scrutiny.sources import Box
from scrutiny.tables.ruled import Grid

MOST = 0.7
"""Share of a page's characters that run one way before the page is turned: a stamp along the edge turns none."""

FEWEST = 40
"""Characters below which a page says nothing of how it is read."""


class Sheet(Laid, Protocol):
    """What is asked of a page. `Page` is one."""

    @property
    def rules(self) -> tuple[Rule, ...]: ...
    @property
    def shades(self) -> tuple[Rule, ...]: ...


class TurnedPage(Struct, frozen=True, dict=True):
    """A page as it is seen when it is turned until its words run across."""

    page: Sheet
    direction: Direction

    @property
    def pdf_page(self) -> int:
        return self.page.pdf_page

    @property
    def width(self) -> float:
        return self.page.width if self.direction is Direction.OVER else self.page.height

    @property
    def height(self) -> float:
        return self.page.height if self.direction is Direction.OVER else self.page.width

    @property
    def text(self) -> str:
        return self.page.text

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(replace(line, box=self._turn(line.box), direction=self._way(line)) for line in self.page.lines)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(replace(word, box=self._turn(word.box), direction=self._way(word)) for word in self.page.words)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(Rule(box=self._turn(rule.box)) for rule in self.page.rules)

    @cached_property
    def shades(self) -> tuple[Rule, ...]:
        return tuple(Rule(box=self._turn(rule.box), shade=True) for rule in self.page.shades)

    def _way(self, printed: Word | Line) -> Direction:
        return Direction((printed.direction - self.direction) % 360)

    def _turn(self, box: Box) -> Box:
        return _turned(box, self.direction, self.page.width, self.page.height)

    def _back(self, box: Box) -> Box:
        return _turned(box, Direction(-self.direction % 360), self.width, self.height)

    def restore(self, grid: Grid) -> Grid:
        """A grid found on this sheet, its boxes where they stand on the page."""
        rows = tuple(tuple(replace(cell, box=self._back(cell.box)) for cell in row) for row in grid.rows)
        return replace(grid, box=self._back(grid.box), rows=rows)


def _turned(box: Box, way: Direction, width: float, height: float) -> Box:
    """A box on a page of this size when that is turned until words that run this way run across."""
    if way is Direction.UP:
        return Box(left=height - box.bottom, top=box.left, right=height - box.top, bottom=box.right)
    if way is Direction.DOWN:
        return Box(left=box.top, top=width - box.right, right=box.bottom, bottom=width - box.left)
    return Box(left=width - box.right, top=height - box.bottom, right=width - box.left, bottom=height - box.top)


def upright(page: Page) -> Page | TurnedPage:
    """The page, or the sheet that a reader turns it to."""
    counts = dict.fromkeys(Direction, 0)
    for line in page.lines:
        counts[line.direction] += len(line.text)
    most = max(counts, key=counts.__getitem__)
    if most is Direction.ACROSS or counts[most] < max(FEWEST, MOST * sum(counts.values())):
        return page
    return TurnedPage(page, most)
