"""Room `checks`: figures of a table that changed places in a sentence.

Takes the figures of a sentence and the lines that it names. Two of them have changed places where each stands in the
table in the row, or one of them in the column, that the words beside the other name, and beside its own words does not
stand at all; one row is said to be an end of the column that its figure stands in, where another is.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.tablefigures import TableFigure
from scrutiny.checks.told import AS_PLANNED, OTHER_TIME, OTHERWISE, Line, Told, has, shows, tells
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements.changeroles import Role


def crossed(sentence: Quote, told: Sequence[Told], named: Sequence[Line]) -> Iterator[Checked]:
    """ "There were 12 boats and 30 ferries", of a table that has 30 for the boats and 12 for the ferries."""
    levels = [each for each in told if each.role is not Role.CHANGE and each.quantity.exact and tells(each.quantity)]
    levels = [] if OTHERWISE.search(AS_PLANNED.sub(" ", sentence.text)) else levels
    for one, other in permutations(levels, 2):
        if one.quantity.unit is other.quantity.unit and one.quantity.value != other.quantity.value:
            for right, line in (*_of_rows(one, other, named), *_of_columns(one, other, named)):
                working = has(right, line)
                yield judged(
                    Check.STATED_TWICE, Status.ERROR, sentence, right.quote, printed=one.quantity.printed,
                    expected=in_style(right.value, one.quantity.mention.figure), working=working,
                    message=f"printed {one.quantity.printed}; {working}",
                )  # fmt: skip
                return


def _of_rows(one: Told, other: Told, named: Sequence[Line]) -> Iterator[tuple[TableFigure, Line]]:
    """What a row has in a column, where each of two figures stands in it in the row of the other."""
    for own, its in ((_behind(one), _behind(other)), (frozenset(stems(one.ahead)), frozenset(stems(other.ahead)))):
        mine = [line for line in named if line.name <= own and not line.name <= its]
        others = [line for line in named if line.name <= its and not line.name <= own]
        for line, beside in ((line, beside) for line in mine for beside in others):
            cells = {cell.column: cell for cell in line.cells}
            there = [cell for cell in beside.cells if cell.column in cells and shows(cell, one.quantity)]
            back = [cells[cell.column] for cell in there if shows(cells[cell.column], other.quantity)]
            stray = line.shows(one.quantity) or beside.shows(other.quantity)
            if len(there) == len(back) == 1 and not stray:
                yield back[0], line


def _behind(told: Told) -> frozenset[str]:
    return frozenset(stems(OTHER_TIME.split(told.behind)[0]))


def _of_columns(one: Told, other: Told, named: Sequence[Line]) -> Iterator[tuple[TableFigure, Line]]:
    """What a row has under the heading that stands right before a figure, where the figure stands under another one and
    what should stand there is told of something else."""
    own, its = (frozenset(stems(" ".join(each.ahead.split()[-LAST:]))) for each in (one, other))
    for line in named if own else ():
        mine = [cell for cell in line.cells if shows(cell, one.quantity)]
        right = [cell for cell in line.cells if shows(cell, other.quantity)]
        if len(mine) == len(right) == 1 and mine[0].period == right[0].period:
            headed, said = right[0].measure, mine[0].measure
            if headed and headed <= own and not headed <= its and not said <= own:
                yield right[0], line


LAST = 3
"""Words right before a figure that may be its heading."""
