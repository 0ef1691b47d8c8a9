"""Room `tables`: pages whose words run up or down the paper, seen as a reader turns them.

Takes a page, gives a `Sheet` on which the words run across, and puts what was found there back in its place on the
page. A page that its file turns already needs nothing.
"""

from collections.abc import Callable
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

    @property
    def _turn(self) -> Callable[[Box], Box]:
        wide, high = self.page.width, self.page.height
        return {
            Direction.UP: lambda b: Box(left=high - b.bottom, top=b.left, right=high - b.top, bottom=b.right),
            Direction.DOWN: lambda b: Box(left=b.top, top=wide - b.right, right=b.bottom, bottom=wide - b.left),
            Direction.OVER: lambda b: Box(
                left=wide - b.right, top=high - b.bottom, right=wide - b.left, bottom=high - b.top
            ),
        }[self.direction]

    @property
    def _back(self) -> Callable[[Box], Box]:
        wide, high = self.page.width, self.page.height
        return {
            Direction.UP: lambda b: Box(left=b.top, top=high - b.right, right=b.bottom, bottom=high - b.left),
            Direction.DOWN: lambda b: Box(left=wide - b.bottom, top=b.left, right=wide - b.top, bottom=b.right),
            Direction.OVER: lambda b: Box(
                left=wide - b.right, top=high - b.bottom, right=wide - b.left, bottom=high - b.top
            ),
        }[self.direction]

    def restore(self, grid: Grid) -> Grid:
        """A grid found on this sheet, its boxes where they stand on the page."""
        rows = tuple(tuple(replace(cell, box=self._back(cell.box)) for cell in row) for row in grid.rows)
        return replace(grid, box=self._back(grid.box), rows=rows)


def upright(page: Page) -> Page | TurnedPage:
    """The page, or the sheet that a reader turns it to."""
    counts = dict.fromkeys(Direction, 0)
    for line in page.lines:
        counts[line.direction] += len(line.text)
    most = max(counts, key=counts.__getitem__)
    if most is Direction.ACROSS or counts[most] < max(FEWEST, MOST * sum(counts.values())):
        return page
    return TurnedPage(page, most)
