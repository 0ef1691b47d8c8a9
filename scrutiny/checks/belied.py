"""Room `checks`: what a sentence says of the figures of rows that it names.

Takes the figures of a sentence and the lines that it names. The way is wrong where the figures are those of the row and
it went another; a share where it is one of another base; two figures where each is the other row's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.prosefigures import likeness, range_of
from scrutiny.checks.tablefigures import INCOME, TableFigure
from scrutiny.checks.told import (
    OTHER_TIME,
    OTHERWISE,
    Line,
    Told,
    apart,
    going,
    has,
    is_plain,
    shows,
    tells,
    wrong,
)
from scrutiny.figures import Unit
from scrutiny.figures.slips import SLIP
from scrutiny.figures.verdicts import Status
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements.belying import DENIED, way_of_change, way_of_level
from scrutiny.statements.changeroles import Role
from scrutiny.statements.quantities import JOINS
from scrutiny.tables.formulas import AS_PLANNED


def gone(sentence: Quote, told: Sequence[Told], named: Sequence[Line]) -> Iterator[Checked]:
    """ "Fell by 14 to 246" of a row that rose by 14 to it: the figures are those of the row, and the way is not."""
    text = sentence.text
    for at, each in enumerate(told):
        first, own = told[at - 1].quantity.end if at else 0, named
        begin, behind = _begins(text, each.quantity.start), _OTHER_CLAUSE.search(text, each.quantity.end)
        if behind:  # "two fewer, while Elm has gone from three to five"
            later = {*stems(text[behind.end() :])} - {*stems(text[: behind.start()])}
            own = [line for line in named if not line.name & later]
        if begin > first:  # a clause of its own has a row of its own
            first, own = begin, [line for line in named if line.name <= {*stems(text[begin : each.quantity.start])}]
        changed = each.role is Role.CHANGE
        way = way_of_change(text, each.quantity, first) if changed else way_of_level(text, each.quantity)
        if way is None or DENIED.search(text[: each.quantity.start]) or (not changed and OTHERWISE.search(text)):
            continue
        steps = [step for line in own for step in (_changed if changed else _reached)(told, at, line)]
        if steps and all((other.value > one.value) is (way["down"] is not None) for one, other in steps):
            working = going(*steps[-1])
            yield judged(
                Check.STATED_TWICE, Status.ERROR, sentence, steps[-1][1].quote, printed=each.quantity.printed,
                working=working, message=f'"{way[0].strip()}" is said with {each.quantity.printed}; {working}',
            )  # fmt: skip
            return


def spent(sentence: Quote, told: Sequence[Told], named: Sequence[Line]) -> Iterator[Checked]:
    """ "Overspent by £5m", of a row that cost £5m less than its budget; what comes in is no spending."""
    for each in told:
        ways = {match["over"] is not None for match in _SPENT.finditer(f"{each.from_clause}#{each.behind}")}
        if len(ways) != 1 or DENIED.search(each.ahead) or not tells(each.quantity):
            continue
        ends = [
            (base, new) for line in named if not INCOME & line.name
            for base, new in (*(ends for _, *ends in line.changes), *line.results)
            if base.planned and base.unit is each.quantity.unit
            and range_of(each.quantity).size.meets(apart(base, new))
            and min(end.cell.figure.value or 0 for end in (base, new)) > 0
        ]  # fmt: skip
        if ends and all((new.value > base.value) is not ways.copy().pop() for base, new in ends):
            said, working = "over" if ways.pop() else "under", going(*ends[0])
            yield judged(
                Check.STATED_TWICE, Status.ERROR, sentence, ends[0][1].quote, printed=each.quantity.printed,
                working=working, message=f"{each.quantity.printed} is said to be {said} budget; {working}",
            )  # fmt: skip
            return


_SPENT = pattern_of(
    r"\b(?:(?P<over>over-?spen[dt]\w*|(?:over|above|more\s+than)\s+(?:its\s+|the\s+|their\s+)?budget)|"
    r"under-?spen[dt]\w*|(?:under|below|less\s+than)\s+(?:its\s+|the\s+|their\s+)?budget)\b",
    re.IGNORECASE,
)

_Step = tuple[TableFigure, TableFigure]


def _changed(told: Sequence[Told], at: int, line: Line) -> Iterator[_Step]:
    """The steps of a row that a change is: to the figure told beside it, or from it; where none is, the last."""
    each, steps = told[at], line.years
    beside = [one for one in (*told[max(0, at - 1) : at], *told[at + 1 : at + 2]) if one.role is not Role.CHANGE]
    if not beside:
        steps = steps[-1:] if len(told) == 1 and tells(each.quantity) and is_plain(each, line) else []
    for one, other in steps if each.quantity.exact else ():
        alike = each.quantity.unit is (Unit.POINTS if one.unit is Unit.PERCENT else one.unit)
        ends = [shows(one if end.role is Role.OLD else other, end.quantity) for end in beside]
        of_time = each.period is None or one.is_at(each.period) or other.is_at(each.period)
        if alike and of_time and all(ends) and range_of(each.quantity).size.meets(apart(one, other)):
            yield one, other


def _reached(told: Sequence[Told], at: int, line: Line) -> Iterator[_Step]:
    """The steps of a row to a figure that something is said to have risen or fallen to, from all earlier ones."""
    each = told[at]
    if each.role is Role.NEW and not any(one.role is Role.OLD for one in told) and tells(each.quantity):
        steps = [(one, other) for one, other in line.years if shows(other, each.quantity)]
        if len({(other.line, other.column) for _, other in steps}) == 1 and (
            each.period is None or steps[0][1].is_at(each.period)
        ):
            yield from steps


_OTHER_CLAUSE = pattern_of(rf"[;:]\s|{JOINS}", re.IGNORECASE)


def _begins(text: str, end: int) -> int:
    """Where the clause of a figure begins."""
    return max((match.end() for match in _OTHER_CLAUSE.finditer(text, 0, end)), default=0)


def crossed(sentence: Quote, told: Sequence[Told], named: Sequence[Line]) -> Iterator[Checked]:
    """ "There were 12 boats and 30 ferries", of a table that has 30 for the boats and 12 for the ferries."""
    levels = [each for each in told if each.role is not Role.CHANGE and each.quantity.exact and tells(each.quantity)]
    levels = [] if len(levels) < 2 or OTHERWISE.search(AS_PLANNED.sub(" ", sentence.text)) else levels
    for one, other in permutations(levels, 2):
        if one.quantity.unit is other.quantity.unit and one.quantity.value != other.quantity.value:
            for right, line in _of_rows(one, other, named):
                yield wrong(sentence, one.quantity, right, right.value, has(right, line))
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


def out_of_step(sentence: Quote, told: Sequence[Told], lines: Sequence[Line]) -> Iterator[Checked]:
    """ "4,218 4,391 3,907 4,605": figures that stand side by side in one line but for one that is a slip of that
    in its place: a chart of a row, or a list of it."""
    many = len(told)
    if many < STEPS or len({each.quantity.unit for each in told}) > 1 or not all(each.quantity.exact for each in told):
        return
    for line in lines:
        for cells in (line.cells[at : at + many] for at in range(len(line.cells) - many + 1)):
            off = [pair for pair in zip(told, cells, strict=True) if not shows(pair[1], pair[0].quantity)]
            if len(off) != 1:
                continue
            each, cell = off[0]
            others = sum(tells(one.quantity) for one in told if one is not each)
            alike = cell.unit is each.quantity.unit and likeness(each.quantity, cell.value) >= SLIP
            if alike and others >= STEPS - 1 and not line.shows(each.quantity):
                yield wrong(sentence, each.quantity, cell, cell.value, has(cell, line))
                return


STEPS = 4
"""Figures of which one is held against its place in a line: three others show which line it is."""


def _behind(told: Told) -> frozenset[str]:
    return frozenset(stems(OTHER_TIME.split(told.behind)[0]))
