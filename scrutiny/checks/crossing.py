"""Room `checks`: figures of a table, or two digits of one, that changed places in a sentence.

Takes the figures of a sentence and the lines that it names. Two of them have changed places where each stands in the
table in the row, or one of them in the column, that the words beside the other name, and beside its own words does not
stand at all; one row is said to be an end of the column that its figure stands in, where another is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.tablefigures import TableFigure
from scrutiny.checks.told import AS_PLANNED, OTHER_TIME, OTHERWISE, Line, Told, has, shows, tells, wrong
from scrutiny.figures.slips import exchanged
from scrutiny.figures.verdicts import Status
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements.changeroles import Role


def crossed(sentence: Quote, told: Sequence[Told], named: Sequence[Line]) -> Iterator[Checked]:
    """ "There were 12 boats and 30 ferries", of a table that has 30 for the boats and 12 for the ferries."""
    levels = [each for each in told if each.role is not Role.CHANGE and each.quantity.exact and tells(each.quantity)]
    levels = [] if OTHERWISE.search(AS_PLANNED.sub(" ", sentence.text)) else levels
    for one, other in permutations(levels, 2):
        if one.quantity.unit is other.quantity.unit and one.quantity.value != other.quantity.value:
            for right, line in (*_of_rows(one, other, named), *_of_columns(told, one, other, named)):
                yield wrong(sentence, one.quantity, right, right.value, has(right, line))
                return


def outdone(sentence: Quote, told: Sequence[Told], tables: Sequence[Sequence[Line]]) -> Iterator[Checked]:
    """ "Boats were the largest group, with 12", of a column in which other parts of one total are larger: the only row
    and the only figure of the sentence."""
    text, words = sentence.text, frozenset(stems(sentence.text))
    end = _END.search(text)
    if (
        len(told) != 1
        or end is None
        or end.end() > told[0].quantity.start
        or not _GOES_ON.fullmatch(text, end.end(), told[0].quantity.start)
    ):
        return
    for lines in tables:
        own = [line for line in lines if line.part_of is not None and line.name <= words]
        cells = [cell for line in own for cell in line.cells if shows(cell, told[0].quantity)]
        if len(own) != 1 or len(cells) != 1 or not tells(told[0].quantity):
            continue
        peers = [line for line in lines if line.part_of == own[0].part_of and not _OTHERS.search(line.label)]
        beside = [(cell, line) for line in peers for cell in line.cells if cell.column == cells[0].column]
        if len(beside) >= PEERS and len(beside) == len(peers):
            cell, line = (max if end["high"] else min)(beside, key=lambda each: each[0].value)
            if cell.value != cells[0].value and (cell.value > cells[0].value) is (end["high"] is not None):
                working = f"in the table {line.label} is, with {cell.cell.figure.printed}"
                yield judged(
                    Check.STATED_TWICE, Status.ERROR, sentence, cell.quote, printed=told[0].quantity.printed,
                    expected=cell.cell.figure.printed, working=working,
                    message=f'"{end[0].split()[-1]}" is said with {told[0].quantity.printed}; {working}',
                )  # fmt: skip
                return


PEERS = 4
"""Parts of a total of which one is said to be the greatest: of three, one is by chance."""

_END = pattern_of(
    r"\b(?:was|were|is|are|remains?|remained)\s+(?:by\s+far\s+|still\s+)?the\s+"
    r"(?:(?P<high>largest|highest|greatest|biggest)|smallest|lowest)\b(?!-)"
)
_GOES_ON = pattern_of(
    rf"(?:\s+(?!(?:{UP}|{DOWN}|change|gap|difference|share|rate|proportion|average|mean)\b)[a-z-]+)?"
    r"(?:\s+in\s+(?:the\s+)?(?:year|(?:19|20)\d\d(?:[/–-]\d\d)?))?,?\s*(?:\(|with\s+|at\s+)£?"
)
"""Between the end that a row is said to be and its figure: nothing says of what else it is one."""

_OTHERS = pattern_of(r"\b(?:others?|unknown|misc\w*|none|not|various|rest)\b", re.IGNORECASE)


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


def _of_columns(
    told: Sequence[Told], one: Told, other: Told, named: Sequence[Line]
) -> Iterator[tuple[TableFigure, Line]]:
    """What a row has under the heading that stands right before a figure, where the figure stands under another one and
    what should stand there is told of something else."""
    own, its = (_right_before(each, told) for each in (one, other))
    for line in named if own else ():
        mine = [cell for cell in line.cells if shows(cell, one.quantity)]
        right = [cell for cell in line.cells if shows(cell, other.quantity)]
        if len(mine) == len(right) == 1 and mine[0].period == right[0].period:
            headed, said = right[0].measure, mine[0].measure
            if headed and headed <= own and not headed <= its and not said <= own:
                yield right[0], line


def _right_before(each: Told, told: Sequence[Told]) -> frozenset[str]:
    """The words right before a figure, but for those right behind another: "900 people came to 40 events"."""
    parts = OTHER_TIME.split(each.ahead)
    own = each is told[0] or len(parts) > 1
    return frozenset(stems(" ".join(parts[-1].split()[-LAST:]))) if own else frozenset()


LAST = 3
"""Words right before a figure that may be its heading."""


def slipped(
    sentence: Quote, told: Sequence[Told], named: Sequence[Line], tables: Sequence[Sequence[Line]]
) -> Iterator[Checked]:
    """ "The ferries cost £4.815m" of a row that has 4,185 in £000: two digits of a figure of the only row that the
    sentence names changed places. So long a figure is like another hardly by chance. All others are in the tables."""
    own = [line for line in named if not any(line.name < other.name for other in named)]
    strange = [each for each in told if not any(line.shows(each.quantity) for lines in tables for line in lines)]
    for each in strange if len(strange) == 1 else ():
        digits, figure = format(abs(each.quantity.value).normalize(), "f").strip("0.").replace(".", ""), each.quantity
        if len(digits) < LONG or not figure.exact:
            continue
        cells = [
            (cell, line) for line in own for cell in line.cells
            if cell.unit is figure.unit and exchanged(abs(figure.value), abs(cell.value))
            and not any(shows(cell, other.quantity) for other in told)
        ]  # fmt: skip
        if len({cell.value for cell, _ in cells}) == 1 and len({line.label for line in own}) == 1:
            (right, line), *_ = cells
            yield wrong(sentence, figure, right, right.value, has(right, line))


LONG = 4
"""Digits of a figure in which two that changed places are a slip: of shorter ones two are alike by chance."""
