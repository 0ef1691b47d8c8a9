"""Room `tables`: the cells of a table without lines down, from where its words stand.

Takes the lines of one table and the rules across it, tells its heading from its rows, and gives a grid.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from scrutiny.sources import Box
from scrutiny.tables.columns import column_of, crosses, find_columns, held, part_mixed, reaching, spanned, unexplained
from scrutiny.tables.headings import cells_of, stack
from scrutiny.tables.model import Cell, Found
from scrutiny.tables.pieces import YEAR, Piece, PieceLine, Span
from scrutiny.tables.rows import find_rows
from scrutiny.tables.ruled import Grid, cell_of

STRAIGHT = 3.5
"""Points within which figures of one column share their left or right edge or their middle."""

HEAD_WHITE = 1.5
"""Sizes of print between two lines of one heading, at the most."""

CLOSE = 0.5
"""Sizes of print between two lines of one cell, at the most."""

LABEL_WHITE = 2.5
"""Sizes of print between a heading and the label of the first row, at the most."""


class Region(Struct, frozen=True):
    """Lines that may be one table, and the rules across them: those from side to side, and the shorter ones."""

    lines: tuple[PieceLine, ...]
    bars: tuple[float, ...] = ()
    short: tuple[Box, ...] = ()
    left: float | None = None
    right: float | None = None
    found: Found = Found.WORDS


def fit(region: Region, page: int) -> Grid | None:
    """The grid of a region; None where its words do not stand in columns."""
    lines = list(region.lines)
    depth = _heading_depth(lines, region)
    head, body = lines[:depth], lines[depth:]
    if not body:
        return None
    body, head = part_mixed(body, head)
    columns = find_columns(head, body)
    if len(columns) < 2 or unexplained(body, columns):
        return None
    while len(head) > 1 and _names_rows(head, columns) and not _ruled_off(head[-1], body[0], region):
        body.insert(0, head.pop())
    while len(head) > 1 and _is_title(head[0], columns, region):
        head.pop(0)
    while len(body) > 1 and len(body[-1].pieces) == 1 and crosses(body[-1].pieces[0], columns):
        body.pop()  # a note below the last row
    groups = find_rows(body, columns, region.bars)
    return _assemble(region, head, groups, columns, page)


def _ruled_off(line: PieceLine, row: PieceLine, region: Region) -> bool:
    """Whether a rule is drawn between a line and the row below it."""
    return any(line.middle < bar < row.middle for bar in region.bars)


def _is_title(line: PieceLine, columns: Sequence[Span], region: Region) -> bool:
    """Whether the first line of a heading is the table's title: it runs on from over the labels, and no rule parts it
    from a heading above which it would stand."""
    piece = line.pieces[0]
    if len(line.pieces) > 1 or not crosses(piece, columns) or columns[0].holds(piece) <= 0:
        return False
    return not any(line.middle < bar < line.bottom + line.size for bar in region.bars)


FEWEST_ROWS = 3
"""Rows of the smallest table without lines, its heading included."""


def fit_run(run: Sequence[PieceLine], page: int) -> Grid | None:
    """The grid of some lines that hold rows of figures, without any rule; None where they do not stand in columns."""
    rows = [n for n, line in enumerate(run) if len(line.pieces) > 1 and line.anchors]
    while rows and (_of_years(run[rows[0]]) or _ends_heading(run, rows[0])):
        rows.pop(0)
    if len(rows) < FEWEST_ROWS - 1:
        return None
    first, last = rows[0], rows[-1]
    body, above = part_mixed(run[first : last + 1], run[:first])
    columns = find_columns([], body)
    if len(columns) < 2 or unexplained(body, columns) or not _holds_figures(body, columns):
        return None
    head = _above(above, reaching(columns, above))
    below = _below(run[last + 1 :], run[last], columns)
    body += below
    if len(rows) + bool(head) < FEWEST_ROWS or (len(columns) == 2 and not head):
        return None
    columns = find_columns(head, body)
    if unexplained(body, columns):
        return None
    while len(head) > 1 and _names_rows(head, columns):
        body.insert(0, head.pop())
    groups = find_rows(body, columns, ())
    if sum(_named(group) for group in groups) < 0.6 * len(groups):
        return None
    return _assemble(Region(tuple(run)), head, groups, columns, page)


def _named(group: Sequence[PieceLine]) -> bool:
    """Whether a row has a word in it, or a year, that says what its figures are of."""
    pieces = [piece for line in group for piece in line.pieces]
    return any(not piece.figure for piece in pieces) or YEAR.match(pieces[0].text) is not None


def _holds_figures(body: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether one of the columns beside the labels holds figures, with digits, straight under one another."""
    for span in columns[1:]:
        own = [piece for line in body for piece in line.pieces if span.holds(piece) > 0]
        figures = [piece for piece in own if piece.figure]
        counted = sum(any(char.isdigit() for char in piece.text) for piece in figures)
        if counted >= 2 and len(figures) > 0.7 * len(own) and _straight(figures):
            return True
    return False


def _straight(pieces: Sequence[Piece]) -> bool:
    """Whether most of the pieces share an edge or their middle."""
    for edges in ([p.right for p in pieces], [p.left for p in pieces], [p.middle for p in pieces]):
        usual = sorted(edges)[len(edges) // 2]
        if sum(abs(edge - usual) <= STRAIGHT for edge in edges) >= 0.7 * len(edges):
            return True
    return False


def _above(above: Sequence[PieceLine], columns: Sequence[Span]) -> list[PieceLine]:
    """The lines of the heading: those next above the first row that stand over the columns."""
    head: list[PieceLine] = []
    for line in reversed(above):
        over = [piece for piece in line.pieces if held(piece, columns[1:])]
        one = line.pieces[0]
        alone = (
            len(line.pieces) == 1
            and one.left < columns[0].left + 2
            and len(one.words) > 2
            and one.right > columns[1].left
        )
        label = len(line.pieces) == 1 and one.right < columns[1].left
        if line.prose or alone or not (over or label):
            break
        # a line over several columns begins the heading: what is below it may be a label of the first row
        several = spanned(line, columns[1:]) > 1
        if head and head[0].top - line.bottom > (LABEL_WHITE if several else HEAD_WHITE) * line.size:
            break
        head.insert(0, line)
    while head and len(head[0].pieces) == 1 and not held(head[0].pieces[0], columns[1:]):
        head.pop(0)
    return head


def _below(below: Sequence[PieceLine], last: PieceLine, columns: Sequence[Span]) -> list[PieceLine]:
    """The lines under the last row that belong to its cells: set close, and in the columns."""
    out: list[PieceLine] = []
    for line in below:
        starts = line.pieces[0].text[:1]
        inside = not any(crosses(piece, columns) for piece in line.pieces)
        goes_on = starts.islower() or column_of(line.pieces[0], columns) > 0 or _had_no_room(line, last, columns)
        if line.prose or not inside or not goes_on or line.top - last.bottom > 0.6 * line.size:
            break
        out.append(line)
        last = line
    return out


def _had_no_room(line: PieceLine, last: PieceLine, columns: Sequence[Span]) -> bool:
    """Whether a lone label close below a row begins with a word for which the label of the row had no room."""
    one, above = line.pieces[0], last.pieces[0]
    close = len(line.pieces) == 1 and line.top - last.bottom < CLOSE * line.size and abs(one.left - above.left) < 1
    return close and above.right + 0.25 * line.size + one.words[0].box.width > columns[0].right + 1


# --- heading --------------------------------------------------------------------------------------


def _heading_depth(lines: Sequence[PieceLine], region: Region) -> int:
    """How many of the lines are the heading: those above the first row of figures, or above the first rule, where
    nothing but words follows."""
    rows = (n for n, line in enumerate(lines) if line.anchors and not _of_years(line))
    first = next((n for n in rows if not _ends_heading(lines, n)), None)
    inner = [bar for bar in region.bars if lines[0].middle < bar < lines[-1].middle]
    ruled = sum(line.middle < inner[0] for line in lines) if inner else 0
    if first is None:
        return ruled or 1
    if ruled and ruled <= first:
        # several rules above the first figure: the heading ends at the last that has a full line above it
        below = [sum(line.middle < bar for line in lines) for bar in inner]
        return max((depth for depth in below if depth <= first and len(lines[depth - 1].pieces) > 1), default=ruled)
    return first


def _of_years(line: PieceLine) -> bool:
    """Whether the figures of a line can stand in a heading: years, or one unit over every column ("(1,000)")."""
    figures = [piece.text for piece in line.pieces if piece.figure]
    same = len(figures) > 1 and len(set(figures)) == 1 and figures[0].startswith("(")
    return same or all(YEAR.match(text) for text in figures)


def _ends_heading(lines: Sequence[PieceLine], at: int) -> bool:
    """Whether a line with figures is the second line of headings that had no room: it has no label, each of its pieces
    stands close below one of the line above, and one is a word ("10", "11", "schools" below "Year", "Year",
    "Special")."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or above.anchors or line.top - above.bottom > CLOSE * line.size:
        return False
    below = all(any(abs(piece.left - over.left) <= STRAIGHT for over in above.pieces) for piece in line.pieces)
    return below and above.pieces[0].right < line.pieces[0].left and not all(piece.figure for piece in line.pieces)


def _names_rows(head: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether the last line above the first figures is a label for the rows below it, not a heading: it stands alone
    over the labels, below headings that are complete without it."""
    last = head[-1]
    if len(last.pieces) != 1 or last.pieces[0].left > columns[0].left + 3 * last.size:
        return False
    over = {i for line in head[:-1] for piece in line.pieces for i, span in enumerate(columns) if span.holds(piece) > 0}
    return over >= set(range(1, len(columns)))


# --- cells ----------------------------------------------------------------------------------------


def edges_of(columns: Sequence[Span], left: float | None, right: float | None) -> tuple[float, ...]:
    """The edges between the columns: in the middle of the white."""
    first = columns[0].left if left is None else min(left, columns[0].left)
    last = columns[-1].right if right is None else max(right, columns[-1].right)
    return (first, *((one.right + other.left) / 2 for one, other in pairwise(columns)), last)


def _assemble(
    region: Region, head: Sequence[PieceLine], groups: Sequence[Sequence[PieceLine]], columns: Sequence[Span], page: int
) -> Grid:
    edges = edges_of(columns, region.left, region.right)
    rows: list[tuple[Cell, ...]] = []
    if head:
        levels = stack(head, columns, region.short)
        tops = [min(piece.top for piece in level) for level in levels] + [max(line.bottom for line in head)]
        rows += cells_of(levels, edges, tops, page)
    depth = len(rows)
    rows += [body_row(group, columns, edges, page) for group in groups]
    top = min(line.top for line in [*head, *groups[0]])
    bottom = max(line.bottom for line in groups[-1])
    box = Box(left=edges[0], top=top, right=edges[-1], bottom=bottom)
    return Grid(
        box,
        tuple(rows),
        edges,
        region.found,
        depth,
        _contents([*head, *(line for group in groups for line in group)], columns),
    )


def _contents(lines: Sequence[PieceLine], columns: Sequence[Span]) -> tuple[Span, ...]:
    """From where to where the words of each column stand, headings and what spans left out."""
    out = list(columns)
    for line in lines:
        for piece in line.pieces:
            over = [i for i, span in enumerate(columns) if span.holds(piece) > 0]
            if len(over) == 1:
                out[over[0]] = out[over[0]].join(piece)
    return tuple(out)


def body_row(
    group: Sequence[PieceLine], columns: Sequence[Span], edges: Sequence[float], page: int
) -> tuple[Cell, ...]:
    """The cells of one row. A single piece that lies over several columns spans them."""
    top, bottom = min(line.top for line in group), max(line.bottom for line in group)
    pieces = [piece for line in group for piece in line.pieces]
    inside: dict[int, list[Piece]] = {}
    for piece in pieces:
        inside.setdefault(column_of(piece, columns), []).append(piece)
    row = []
    for column in range(len(columns)):
        own = inside.get(column, [])
        last = column
        if len(inside) == 1 and own:
            last = max(i for i in range(column, len(columns)) if i == column or columns[i].holds(own[0]) > 1)
        box = Box(left=edges[column], top=top, right=edges[last + 1], bottom=bottom)
        row.append(cell_of([word for piece in own for word in piece.words], box, page, columns=last - column + 1))
    return tuple(row)
