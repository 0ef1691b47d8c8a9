"""Room `tables`: pages whose words run up or down the paper, seen as a reader turns them.

Takes a page, gives a `Sheet` on which the words run across, and puts what was found there back in its place on the
page. A page that its file turns already needs nothing.
"""

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.pdf import Direction, Line, Page, Rule, Word
from scrutiny.sources import Box
from scrutiny.tables.ruled import Grid

MOST = 0.7
"""Share of a page's characters that run one way before the page is turned: a stamp along the edge turns none."""

AROUND = 6.0
"""Points from the words of a part of a page to the rules around it."""

FEWEST = 40
"""Characters below which a page says nothing of how it is read."""

Printed = TypeVar("Printed", Word, Line)


class TurnedPage(Struct, frozen=True, kw_only=True):
    """A page as it is seen when it is turned until its words, which ran in a `direction`, run across."""

    direction: Direction
    pdf_page: int
    width: float
    height: float
    text: str
    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    shades: tuple[Rule, ...]

    def back(self, box: Box) -> Box:
        """Where a box stands on the page."""
        return _turned(box, Direction(-self.direction % 360), self.width, self.height)

    def restore(self, grid: Grid) -> Grid:
        """A grid found on this sheet, its boxes where they stand on the page."""
        rows = tuple(tuple(replace(cell, box=self.back(cell.box)) for cell in row) for row in grid.rows)
        return replace(grid, box=self.back(grid.box), rows=rows)


Sheet = Page | TurnedPage


def _turned(box: Box, way: Direction, width: float, height: float) -> Box:
    """A box on a page of this size when that is turned until words that run this way run across."""
    if way is Direction.UP:
        return Box(left=height - box.bottom, top=box.left, right=height - box.top, bottom=box.right)
    if way is Direction.DOWN:
        return Box(left=box.top, top=width - box.right, right=box.bottom, bottom=width - box.left)
    return Box(left=width - box.right, top=height - box.bottom, right=width - box.left, bottom=height - box.top)


def in_parts(sheet: Sheet) -> list[Sheet]:
    """The parts of a page in columns, each with what is printed and drawn in it; any other page."""
    parts: dict[int, list[Line]] = {}
    for line in sheet.lines:
        parts.setdefault(line.part, []).append(line)
    return [sheet] if len(parts) < 2 else [_part(sheet, lines) for lines in parts.values()]


def _part(sheet: Sheet, lines: list[Line]) -> TurnedPage:
    frame = lines[0].box.join(*(line.box for line in lines))

    def within(each: Word | Rule) -> bool:
        x, y = each.box.centre, each.box.middle
        return abs(x - frame.centre) <= frame.width / 2 + AROUND and frame.top - AROUND <= y <= frame.bottom + AROUND

    return TurnedPage(
        direction=Direction.ACROSS, pdf_page=sheet.pdf_page, width=sheet.width, height=sheet.height,
        text="\n".join(line.text for line in lines), lines=tuple(lines), words=tuple(filter(within, sheet.words)),
        rules=tuple(filter(within, sheet.rules)), shades=tuple(filter(within, sheet.shades)),
    )  # fmt: skip


def upright(page: Page) -> Sheet:
    """The page, or the sheet that a reader turns it to."""
    counts = dict.fromkeys(Direction, 0)
    for line in page.lines:
        counts[line.direction] += len(line.text)
    most = max(counts, key=counts.__getitem__)
    if most is Direction.ACROSS or counts[most] < max(FEWEST, MOST * sum(counts.values())):
        return page

    def turn(box: Box) -> Box:
        return _turned(box, most, page.width, page.height)

    def run(printed: Printed) -> Printed:
        return replace(printed, box=turn(printed.box), direction=Direction((printed.direction - most) % 360))

    width, height = (page.width, page.height) if most is Direction.OVER else (page.height, page.width)
    return TurnedPage(
        direction=most, pdf_page=page.pdf_page, width=width, height=height, text=page.text,
        lines=tuple(map(run, page.lines)), words=tuple(map(run, page.words)),
        rules=tuple(Rule(box=turn(rule.box)) for rule in page.rules),
        shades=tuple(Rule(box=turn(rule.box), shade=True) for rule in page.shades),
    )  # fmt: skip
