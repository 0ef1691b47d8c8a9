"""Room `tables`: the tables on some pages.

Takes pages, gives `TableRead`s in reading order: grids drawn with lines, and grids aligned without any, captioned
with the line above them, and stitched where a table runs over a page break.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Direction, Line, Page, Word
from scrutiny.sources import Box
from scrutiny.tables.aligned import find_aligned, may_align
from scrutiny.tables.drawn import find_frames, find_grids, find_shaded
from scrutiny.tables.model import Cell, Found, Strategy, TableRead
from scrutiny.tables.ruled import Grid, groups_of
from scrutiny.tables.stitching import FoundTable, join_tables
from scrutiny.tables.turning import Sheet, TurnedPage, in_parts, upright
from scrutiny.tables.units import says_unit_only

CAPTION_REACH = 60.0
"""Points above a table within which its caption stands."""

UPPER = 0.22
"""Share of it in which the titles stand that each page of a table may have over it."""

EDGE = 0.1
"""Share of the page's height at its head and foot that page numbers, running titles and stamps take."""


def find_tables(pages: Iterable[Page]) -> tuple[TableRead, ...]:
    """Every table on the pages, in order."""
    return join_tables(found for page in pages for found in tables_on(page))


def tables_on(page: Page) -> list[FoundTable]:
    """The tables on one page, to be joined with those of its neighbours."""
    if len(page.rules) + len(page.shades) < 2 and not may_align(page.text):
        return []
    sheet = upright(page)
    found = [table for part in in_parts(sheet) for table in _on_sheet(part)]
    if isinstance(sheet, TurnedPage):
        grids = [sheet.restore(table.grid) for table in found]
        return [
            replace(table, grid=grid, words=_within(page.words, grid.box))
            for table, grid in zip(found, grids, strict=True)
        ]
    return found


def _on_sheet(page: Sheet) -> list[FoundTable]:
    groups = groups_of(page.rules)
    ruled = find_grids(page, groups)
    taken = [grid.box for grid in ruled]
    aligned = find_aligned(page, taken, [box for box in find_frames(page, groups) if box not in taken])
    shaded = find_shaded(page, [*taken, *(grid.box for grid in aligned)])
    if not ruled and not aligned and not shaded:
        return []
    across = [line for line in page.lines if line.direction is Direction.ACROSS]
    heads = _bare(line for line in across if line.box.top < page.height * UPPER)
    both = sorted([*ruled, *aligned, *shaded], key=lambda grid: (grid.box.top, grid.box.left))
    return [
        FoundTable(
            grid=grid if grid.found in DRAWN else _marked(grid, page.words),
            strategy=Strategy.RULED if grid.found in DRAWN else Strategy.ALIGNED,
            words=_within(page.words, grid.box),
            page=page.pdf_page,
            height=page.height,
            caption=_caption(grid.box, page.lines, both[:index]),
            first_on_page=index == 0 and _free(page, 0.0, grid.box.top),
            last_on_page=index == len(both) - 1 and _free(page, grid.box.bottom, page.height),
            heads=heads,
            above=_bare(line for line in across if line.box.bottom <= grid.box.top + 1) if index == 0 else None,
        )
        for index, grid in enumerate(both)
    ]


def _bare(lines: Iterable[Line]) -> frozenset[str]:
    """The texts of lines without the number of the page; a year, or the number of a table, tells two tables apart."""
    texts = (_APART.sub("", line.text) if _is_wide(line) else line.text for line in lines)
    return frozenset(text for each in texts if (text := _PAGE.sub("", each).strip()))


def _is_wide(line: Line) -> bool:
    """Whether a line has white within: words alone, in capitals too, take less than an em a character."""
    return line.box.width > line.size * len(line.text)


_APART = pattern_of(r"^\d{1,4}(?=\s)|(?<=\s)(?!(?:19|20)\d\d$)\d{1,4}$")
_PAGE = pattern_of(r"^\W*\d{1,4}\W*$|\b(?:page|tudalen)\W*\d+(?:\W+of\W+\d+)?", re.IGNORECASE)


DRAWN = (Found.LINES, Found.SOME_LINES)


def _free(page: Sheet, top: float, bottom: float) -> bool:
    """Whether nothing stands between two heights but what stands at the page's head and foot."""
    return not any(
        top < line.box.middle < bottom
        and page.height * EDGE < line.box.bottom
        and line.box.top < page.height * (1 - EDGE)
        and line.direction is Direction.ACROSS
        for line in page.lines
    )


def _within(words: Iterable[Word], box: Box) -> tuple[Word, ...]:
    """The words whose middle stands in a box, without raised footnote marks."""
    return tuple(word for word in words if not word.raised and box.holds(word.box))


def _marked(grid: Grid, words: Iterable[Word]) -> Grid:
    """The grid with the raised footnote marks in the cells behind whose words they stand."""
    raised = [word for word in words if word.raised and _higher(grid.box).holds(word.box)]
    if not raised:
        return grid

    def marked(cell: Cell) -> Cell:
        own = tuple(word.text for word in raised if cell.text and _higher(cell.box).holds(word.box))
        return replace(cell, marks=own) if own else cell

    return replace(grid, rows=tuple(tuple(map(marked, row)) for row in grid.rows))


def _higher(box: Box) -> Box:
    """Where the marks of a box stand: a raised mark clears its line."""
    return replace(box, top=box.top - 1, bottom=box.bottom - 1)


def _caption(box: Box, lines: tuple[Line, ...], above: Sequence[Grid]) -> str | None:
    """The nearest line above the table, unless another table comes between; with the one before it, where it says
    nothing but the unit."""
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
    near.sort(key=lambda line: line.box.bottom)
    last = 2 if len(near) > 1 and says_unit_only(near[-1].text) else 1
    return " ".join(line.text for line in near[-last:]) or None
