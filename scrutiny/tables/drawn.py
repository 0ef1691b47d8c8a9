"""Room `tables`: the tables of a page that are drawn with lines.

Takes a page, gives grids: the mesh of each group of lines, completed by what the words show; and what stands in
columns between lines across.
"""

from collections.abc import Sequence

from scrutiny.sources import Box
from scrutiny.tables.across import extended, regions_between, shaded_regions
from scrutiny.tables.fitting import Region, fit
from scrutiny.tables.model import Cell, Found
from scrutiny.tables.pieces import inside, is_figure, lines_of, plain
from scrutiny.tables.ruled import Grid, Group, assemble, mesh_of, with_band
from scrutiny.tables.turning import Sheet
from scrutiny.tables.vetoes import enumerates, has_scale, lists_pages
from scrutiny.tables.walls import complete

FRAME = 120.0
"""Points: the shortest side of a box that frames a part of the page; the cells of a table are less high."""

MOST_BLANK = 0.25
"""Share of the cells of a table that hold words, at the least. The fields of a chart with its labels hold fewer."""


def find_grids(page: Sheet, groups: Sequence[Group]) -> list[Grid]:
    """Every grid of at least two cells among groups of lines, from top to bottom. Words are read only where there are
    lines."""
    grids = [grid for group in groups if (grid := _closed(group, page)) is not None]
    if sum(len(group.across) for group in groups if not group.down) >= 2:
        grids += _open(groups, page, [grid.box for grid in grids])
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.left))


def find_shaded(page: Sheet, taken: Sequence[Box]) -> list[Grid]:
    """The grids of shaded rows outside the boxes that are taken: of words, since figures in columns are found without
    any shade."""
    return _open([], page, taken) if len(page.shades) > 1 else []


def _closed(group: Group, page: Sheet) -> Grid | None:
    """The grid of lines across and down that touch."""
    if not group.down or len(group.across) < 2:
        return None
    words = page.words
    group = with_band(group, page.shades, words)
    mesh = mesh_of(group, words)
    if mesh is None:
        return None
    if has_scale([box.middle for box in group.across], group.box.left, words):
        return None
    added = complete(mesh)
    rows = assemble(mesh, page.pdf_page)
    if not is_table(rows):
        return None
    box = Box(left=mesh.xs[0], top=mesh.ys[0], right=mesh.xs[-1], bottom=mesh.ys[-1])
    return Grid(box, rows, tuple(mesh.xs), Found.SOME_LINES if added else Found.LINES)


def _open(groups: Sequence[Group], page: Sheet, taken: Sequence[Box]) -> list[Grid]:
    """The grids between lines across, or without any between shaded rows, outside the boxes that are taken."""
    lines = lines_of(word for word in plain(page.words) if not inside(word, taken))
    found = []
    for region in regions_between(groups, lines) if groups else shaded_regions(page.shades, lines):
        grid = None if has_scale(region.bars, region.left or 0.0, page.words) else fit(region, page.pdf_page)
        if grid is None:
            continue
        head = grid.rows[: grid.heading or 0]
        complete_head = any(row[0].text for row in head) and any(cell.text for row in head for cell in row[1:])
        more = extended(region, grid.contents, complete_head, lines)
        if more != region:
            grid = fit(more, page.pdf_page) or grid
        if is_table(grid.rows) and _holds(region, grid):
            found.append(grid)
    return found


def _holds(region: Region, grid: Grid) -> bool:
    """Whether the grid between lines across is a table: with figures in a column, or with a heading that a rule sets
    apart from rows of words."""
    depth = grid.heading or 0
    header = [cell.text for cell in grid.rows[depth - 1]] if depth else []
    body = grid.rows[depth:]
    if not body or lists_pages(header, body) or enumerates(body):
        return False
    if 2 * sum(named(row) for row in body) < len(body):
        return False
    full = sum(sum(bool(cell.text) for cell in row) > 1 for row in body)
    if region.found is Found.SHADING and 2 * full < len(body):
        return False  # the words round a picture: most rows of a table fill more than one cell
    figures = sum(is_figure(cell.text) for row in body for cell in row[1:])
    if figures >= 2 and 4 * figures >= sum(bool(cell.text) for row in body for cell in row[1:]):
        return True
    inner = [bar for bar in region.bars if region.lines[0].middle < bar < region.lines[-1].middle]
    return bool(inner) and len(body) >= 2 and all(header)


def named(row: Sequence[Cell]) -> bool:
    """Whether a row has a word in it, or begins with a figure that can name it."""
    return bool(row[0].text) or any(cell.text and not is_figure(cell.text) for cell in row)


def find_frames(page: Sheet, groups: Sequence[Group]) -> list[Box]:
    """The boxes drawn round a part of the page that are no tables, the smallest first: what stands in one stands apart
    from what is beside it."""
    frames = []
    for group in groups:
        box = group.box
        sides = sum(rule.height > 0.8 * box.height for rule in group.down)
        if sides >= 2 and box.height > FRAME and FRAME < box.width < 0.8 * page.width:
            frames.append(box)
    return sorted(frames, key=lambda box: box.width * box.height)


def is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a grid holds a table: two columns and two rows, words in more than two of its cells, and not mostly
    blank as the fields of a chart are."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    covered = sum(cell.rows * cell.columns - 1 for row in rows for cell in row)
    filled = sum(bool(cell.text) for row in rows for cell in row)
    return filled >= 3 and filled > MOST_BLANK * (len(rows) * len(rows[0]) - covered)
