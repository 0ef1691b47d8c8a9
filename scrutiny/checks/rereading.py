"""Room `checks`: the second reading that an error needs.

Takes a measure table and an equation, says whether another way of reading the page gives the same figures: by their
place without the lines of the table, or by counting (`scrutiny.tables.confirms`); and where blank cells stop that, by
the order in which the figures stand on their lines and the column over which each of them stands.
"""

from scrutiny.pdf import Direction
from scrutiny.tables import Cell, Strategy, confirms
from scrutiny.tables.balance import Equation
from scrutiny.tables.measure import MeasureTable
from scrutiny.tables.pieces import FIGURE, lines_of


def reads_the_same(table: MeasureTable, equation: Equation) -> bool:
    """Whether the cells of an equation are read the same again."""
    cells = [table.cells[row][column].cell for row, column in equation.cells]
    figures = [cell for cell in cells if cell.text.strip()]
    try:
        if confirms(table.table, figures):
            return True
    except (ValueError, IndexError):  # cells that stand in neither one row nor one column, or lines it cannot count
        pass
    return all(_stands_there(table, cell) for cell in figures)


def _stands_there(table: MeasureTable, cell: Cell) -> bool:
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
