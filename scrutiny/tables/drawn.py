"""Room `tables`: the tables of a page that are drawn with lines.

Takes a page, gives grids: the mesh of each group of lines, completed by what the words show.
"""

from scrutiny.pdf import Page
from scrutiny.sources import Box
from scrutiny.tables.model import Found
from scrutiny.tables.ruled import Grid, assemble, groups_of, mesh_of
from scrutiny.tables.walls import complete


def find_grids(page: Page) -> list[Grid]:
    """Every grid of at least two cells, from top to bottom. Words are read only where there are lines."""
    grids = []
    for group in groups_of(page.rules):
        if not group.down or len(group.across) < 2:
            continue
        words = page.words
        mesh = mesh_of(group, words)
        if mesh is None:
            continue
        added = complete(mesh, [word for word in words if not word.raised])
        box = Box(left=mesh.xs[0], top=mesh.ys[0], right=mesh.xs[-1], bottom=mesh.ys[-1])
        found = Found.SOME_LINES if added else Found.LINES
        grids.append(Grid(box, assemble(mesh, words, page.pdf_page), tuple(mesh.xs), found))
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.left))
