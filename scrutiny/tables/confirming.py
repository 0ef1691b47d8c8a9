"""Room `tables`: a second reading of the same cells, as a total that does not add may be a cell that was misread.

The cells of a drawn table are read again from where their words stand, without the lines; those of an aligned table by
counting, in the order in which the file prints them, or, where blank cells stop that, by the column over which each
figure stands. Only where both readings give the same figures is the paper to blame.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from scrutiny.pdf import Direction
from scrutiny.tables.model import Agreement, Cell, Strategy, TableRead
from scrutiny.tables.pieces import FIGURE, PieceLine, is_figure, lines_of, spans_of

if TYPE_CHECKING:  # who only asks whether a table is read the same again need not wait for what measures it
    from scrutiny.tables.measure import MeasureTable

MISREAD = "; the figure may be wrong, or the table was misread: a second reading gives other figures"
"""What is said behind a wrong total that the second reading does not confirm."""


def confirms(table: TableRead, cells: Sequence[Cell]) -> bool:
    """Whether a second reading gives the figures of these cells, which stand in one column or in one row."""
    pages = {cell.page for cell in cells}
    return _confirms(table, cells, _lines(table, pages))


def agreement(table: TableRead) -> Agreement:
    """Whether the second reading gives the same figures in every row of a table."""
    if all(word.direction is not Direction.ACROSS for words in table.words for word in words):
        return Agreement.NOT_READ
    lines = _lines(table, set(table.pages))
    read = False
    for row in table.rows:
        cells = [cell for cell in row[1:] if is_figure(cell.text)]
        if cells and len({cell.page for cell in cells}) == 1:
            read = True
            if not _confirms(table, cells, lines):
                return Agreement.OTHER
    return Agreement.SAME if read else Agreement.NOT_READ


def _lines(table: TableRead, pages: AbstractSet[int]) -> dict[int, list[PieceLine]]:
    """The lines of a table on each page."""
    return {
        page: lines_of(word for word in words if word.direction is Direction.ACROSS)
        for page, words in zip(table.pages, table.words, strict=True)
        if page in pages
    }


def _confirms(table: TableRead, cells: Sequence[Cell], lines: Mapping[int, Sequence[PieceLine]]) -> bool:
    down = max(cell.box.left for cell in cells) < min(cell.box.right for cell in cells)
    again: list[str] = []
    for page, on_page in lines.items():
        own = [cell for cell in cells if cell.page == page]
        if own:
            if table.strategy is Strategy.ALIGNED:
                again += _counted(table, own, on_page)
            else:
                again += _in_column(own, on_page) if down else _in_row(own, on_page)
    order = sorted(cells, key=lambda cell: (cell.page, cell.box.top if down else cell.box.left))
    return again == [text for cell in order if FIGURE.match(text := cell.text.replace(" ", ""))]


def _in_column(cells: list[Cell], lines: Sequence[PieceLine]) -> list[str]:
    """The figures at the heights of the cells that stand over the last cell's figure."""
    pieces = [
        piece
        for line in lines
        if any(cell.box.top <= line.middle <= cell.box.bottom for cell in cells)
        for piece in line.pieces
        if piece.figure
    ]
    anchor = max(cells, key=lambda cell: cell.box.bottom)
    middle = anchor.box.centre
    spans = spans_of(pieces)
    near = min(spans, key=lambda span: abs(span.middle - middle), default=None)
    return [] if near is None else [piece.bare for piece in pieces if near.holds(piece) > 0]


def _in_row(cells: list[Cell], lines: Sequence[PieceLine]) -> list[str]:
    """The figures on the lines at the height of the cells, from left to right."""
    left, right = min(cell.box.left for cell in cells), max(cell.box.right for cell in cells)
    top, bottom = max(cell.box.top for cell in cells), min(cell.box.bottom for cell in cells)
    pieces = [
        piece
        for line in lines
        if top <= line.middle <= bottom
        for piece in line.pieces
        if piece.figure and left <= piece.left and piece.right <= right
    ]
    return [piece.bare for piece in sorted(pieces, key=lambda piece: piece.left)]


def _counted(table: TableRead, cells: list[Cell], lines: Sequence[PieceLine]) -> list[str]:
    """The figures by their number in the line, where every line has one for every column; else nothing."""
    places = {(cell.page, cell.box.top) for cell in cells}
    rows = [row for row in table.rows if any((cell.page, cell.box.top) in places for cell in row)]
    own = {id(cell) for cell in cells}
    full = max(sum(is_figure(cell.text) for cell in row[1:]) for row in table.rows)
    texts: list[str] = []
    for row in rows:
        near = [line for line in lines if row[0].box.top - 0.5 <= line.top and line.bottom <= row[0].box.bottom + 0.5]
        figures = [piece for line in near for piece in line.pieces if piece.figure and piece.left >= row[0].box.right]
        filled = [cell for cell in row[1:] if is_figure(cell.text)]
        if len(figures) != len(filled) or (len(filled) != full and len(rows) > 1):
            return []
        texts += [piece.bare for piece, cell in zip(figures, filled, strict=True) if id(cell) in own or cell in cells]
    return texts


def reads_the_same(table: "MeasureTable", places: Sequence[tuple[int, int]]) -> bool:
    """Whether the cells of a reckoning are read the same again."""
    cells = [table.at(place).cell for place in places]
    figures = [cell for cell in cells if cell.text.strip()]
    try:
        if confirms(table.table, figures):
            return True
    except (ValueError, IndexError):  # cells that stand in neither one row nor one column, or lines it cannot count
        pass
    return all(_stands_there(table, cell) for cell in figures)


def _stands_there(table: "MeasureTable", cell: Cell) -> bool:
    """Whether exactly the figure of a cell stands in the cell's box, and no other piece reaches into it."""
    if table.table.strategy is Strategy.RULED and FIGURE.match(cell.text.replace(" ", "")):
        return True  # lines are drawn around it, and within them stands one figure and nothing else
    at = table.table.pages.index(cell.page) if cell.page in table.table.pages else 0
    if at >= len(table.table.words):
        return False
    lines = lines_of(word for word in table.table.words[at] if word.direction is Direction.ACROSS)
    inside = [
        piece
        for line in lines
        if cell.box.top - 1 <= line.middle <= cell.box.bottom + 1
        for piece in line.pieces
        if cell.box.left - 1 <= piece.middle <= cell.box.right + 1
    ]
    figures = [piece for piece in inside if piece.figure]
    return len(figures) == 1 and figures[0].bare == cell.text.replace(" ", "")
