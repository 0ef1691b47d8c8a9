"""Room `tables`: the tables on some pages.

Takes pages, gives `TableRead`s in reading order: grids drawn with lines, and grids aligned without any, captioned
with the line above them, and stitched where a table runs over a page break.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scrutiny.pdf import Direction, Line, Page, Word
from scrutiny.sources import Box
from scrutiny.tables.aligned import find_aligned
from scrutiny.tables.model import Cell, Found, Strategy, TableRead
from scrutiny.tables.drawn import find_grids
from scrutiny.tables.pieces import FIGURE, inside
from scrutiny.tables.ruled import Grid

CAPTION_REACH = 60.0
"""Points above a table within which its caption stands."""

NEAR_EDGE = 0.2
"""Share of the page's height at its foot (for what goes on) and its head (for what comes from the page before)."""

SAME_COLUMNS = {Strategy.RULED: 4.0, Strategy.ALIGNED: 15.0}
"""Points by which the columns of a table may shift from one page to the next."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A grid of one page with what is needed to stitch it."""

    grid: Grid
    strategy: Strategy
    words: tuple[Word, ...]
    page: int
    height: float
    caption: str | None
    first_on_page: bool
    last_on_page: bool

    @property
    def at_foot(self) -> bool:
        """Whether it may go on on the next page."""
        return self.last_on_page and self.grid.box.bottom > self.height * (1 - NEAR_EDGE)


def find_tables(pages: Iterable[Page]) -> tuple[TableRead, ...]:
    """Every table on the pages, in order."""
    return join_tables(found for page in pages for found in tables_on(page))


def tables_on(page: Page) -> list[FoundTable]:
    """The tables on one page, to be joined with those of its neighbours."""
    ruled = find_grids(page)
    aligned = find_aligned(page, [grid.box for grid in ruled])
    both = [(grid, _strategy(grid)) for grid in ruled] + [(grid, Strategy.ALIGNED) for grid in aligned]
    both.sort(key=lambda each: (each[0].box.top, each[0].box.left))
    return [
        FoundTable(
            grid=grid,
            strategy=strategy,
            words=_within(page.words, grid.box),
            page=page.pdf_page,
            height=page.height,
            caption=_caption(grid.box, page.lines, [other for other, _ in both[:index]]),
            first_on_page=index == 0,
            last_on_page=index == len(both) - 1,
        )
        for index, (grid, strategy) in enumerate(both)
    ]


def join_tables(found: Iterable[FoundTable]) -> tuple[TableRead, ...]:
    """The tables, those as one that run over a page break."""
    groups: list[list[FoundTable]] = []
    for part in found:
        if groups and _goes_on(groups[-1][-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(_table(group) for group in groups)


def _strategy(grid: Grid) -> Strategy:
    return Strategy.RULED if grid.found in (Found.LINES, Found.SOME_LINES) else Strategy.ALIGNED


def _within(words: Iterable[Word], box: Box) -> tuple[Word, ...]:
    """The words whose middle stands in a box."""
    return tuple(word for word in words if inside(word, (box,)))


def _caption(box: Box, lines: tuple[Line, ...], above: list[Grid]) -> str | None:
    """The nearest line above the table, unless another table comes between."""
    floor = max((grid.box.bottom for grid in above), default=0.0)
    near = [
        line
        for line in lines
        if line.direction is Direction.ACROSS
        and box.top - CAPTION_REACH <= line.box.bottom <= box.top + 2
        and line.box.top >= floor - 2
        and line.box.left < box.right
        and line.box.right > box.left - 40
    ]
    return max(near, key=lambda line: line.box.bottom).text if near else None


def _goes_on(before: FoundTable, part: FoundTable) -> bool:
    """Whether a table is the rest of the one on the page before."""
    if part.page != before.page + 1 or not part.first_on_page:
        return False
    if part.strategy is not before.strategy:
        return False
    shift = SAME_COLUMNS[part.strategy]
    one, other = before.grid.lefts, part.grid.lefts
    alike = len(one) == len(other) and all(abs(a - b) <= shift for a, b in zip(one, other, strict=True))
    at_head = part.grid.box.top < part.height * NEAR_EDGE
    return alike and before.at_foot and at_head


def _table(group: list[FoundTable]) -> TableRead:
    first = group[0]
    grid = list(first.grid.rows)
    if first.grid.heading == 0:
        grid.insert(0, tuple(replace(cell, text="", columns=1, rows=1) for cell in grid[0]))
    while first.grid.heading is None and len(grid) > 2 and _only_spans(grid[0]):
        grid = grid[1:]  # "October to December" over the columns 2020, 2021 and Change
    header, *rows = grid
    if first.grid.heading is not None:
        depth = max(first.grid.heading, 1)
        header, rows = _flat(grid[:depth]), grid[depth:]
    while first.grid.heading is None and len(rows) > 1 and (
        _more_heading(rows[0]) or (not header[0].text and rows[0][0].text and _more_heading(rows[1]))
    ):
        header = tuple(_join(a, b) for a, b in zip(header, rows.pop(0), strict=True))
    for part in group[1:]:
        more = list(part.grid.rows)
        if _same_texts(more[0], header):
            more = more[1:]  # the header printed again
        if more and _continues_row(more[0]) and rows:
            rows[-1] = tuple(_join(a, b) for a, b in zip(rows[-1], more[0], strict=True))
            more = more[1:]
        rows += more
    return TableRead(
        caption=first.caption,
        header=header,
        rows=tuple(rows),
        pages=tuple(part.page for part in group),
        strategy=first.strategy,
        box=first.grid.box,
        words=tuple(part.words for part in group),
        grid=tuple(row for part in group for row in part.grid.rows),
        found=first.grid.found,
    )


def _flat(rows: Sequence[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """The heading of each column by itself, from the rows of a heading: what stands over several is left out."""
    flat = []
    for column in range(len(rows[0])):
        own = [row[column] for row in rows if row[column].text and row[column].columns == 1]
        cell = replace(rows[-1][column], columns=1, rows=1)
        flat.append(replace(cell, text=" ".join(each.text for each in own)))
    return tuple(flat)


def _only_spans(row: tuple[Cell, ...]) -> bool:
    """Whether a row holds nothing but headings that stand over several columns."""
    filled = [cell for cell in row if cell.text]
    return bool(filled) and all(cell.columns > 1 for cell in filled)


def _more_heading(row: tuple[Cell, ...]) -> bool:
    """Whether a row below the heading is more of it ("Balance" and "£m" below "31-Mar-24"): it names no row, holds
    no figure, and stands over more than one column."""
    filled = [cell for cell in row if cell.text]
    return not row[0].text and len(filled) >= 2 and not any(FIGURE.match(cell.text) for cell in filled)


def _same_texts(one: tuple[Cell, ...], other: tuple[Cell, ...]) -> bool:
    return [cell.text for cell in one] == [cell.text for cell in other] and any(cell.text for cell in one)


def _continues_row(row: tuple[Cell, ...]) -> bool:
    """Whether a row is the rest of one that the page break cut: nothing in its first cell, text in few others."""
    filled = [cell for cell in row if cell.text]
    return not row[0].text and 0 < len(filled) <= max(1, len(row) // 3)


def _join(one: Cell, other: Cell) -> Cell:
    return replace(one, text=f"{one.text} {other.text}".strip())
