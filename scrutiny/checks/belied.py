"""Room `checks`: a row that a sentence names went another way, or has another figure for the time that is told.

Takes the figures of a sentence and the lines that it names. The way is wrong where the figures are those of the row;
the figure is wrong where the row has it for another time, another row for this one, or it is a slip away.
"""

from collections.abc import Iterator, Sequence

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.prosefigures import range_of
from scrutiny.checks.tablefigures import TableFigure
from scrutiny.checks.told import NEAR, OTHERWISE, STOP, Line, Told, apart, going, has, is_plain, shows, tells
from scrutiny.figures import Unit
from scrutiny.figures.slips import SLIP, digit_evidence, exchanged
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements.belying import DENIED, way_of_change, way_of_level
from scrutiny.statements.changeroles import Role


def gone(sentence: Quote, told: Sequence[Told], named: Sequence[Line]) -> Iterator[Checked]:
    """ "Fell by 14 to 246" of a row that rose by 14 to it: the figures are those of the row, and the way is not."""
    text = sentence.text
    for at, each in enumerate(told):
        first = told[at - 1].quantity.end if at else 0
        changed = each.role is Role.CHANGE
        way = way_of_change(text, each.quantity, first) if changed else way_of_level(text, each.quantity)
        if way is None or DENIED.search(text[: each.quantity.start]) or (not changed and OTHERWISE.search(text)):
            continue
        steps = [step for line in named for step in (_changed if changed else _reached)(told, at, line)]
        if steps and all((other.value > one.value) is (way["down"] is not None) for one, other in steps):
            working = going(*steps[-1])
            yield judged(
                Check.STATED_TWICE, Status.ERROR, sentence, steps[-1][1].quote, printed=each.quantity.printed,
                working=working, message=f'"{way[0].strip()}" is said with {each.quantity.printed}; {working}',
            )  # fmt: skip
            return


_Step = tuple[TableFigure, TableFigure]


def _changed(told: Sequence[Told], at: int, line: Line) -> Iterator[_Step]:
    """The steps of a row that a change is: to the figure told beside it, or from it; where none is, the last."""
    each, steps = told[at], list(line.years)
    beside = [one for one in (*told[max(0, at - 1) : at], *told[at + 1 : at + 2]) if one.role is not Role.CHANGE]
    if not beside:
        steps = steps[-1:] if len(told) == 1 and tells(each.quantity) and is_plain(each, line) else []
    for one, other in steps if each.quantity.exact else ():
        alike = each.quantity.unit is (Unit.POINTS if one.unit is Unit.PERCENT else one.unit)
        ends = [shows(one if end.role is Role.OLD else other, end.quantity) for end in beside]
        of_time = each.period in (None, one.period, other.period)
        if alike and of_time and all(ends) and range_of(each.quantity).size.meets(apart(one, other)):
            yield one, other


def _reached(told: Sequence[Told], at: int, line: Line) -> Iterator[_Step]:
    """The steps of a row to a figure that something is said to have risen or fallen to, from all earlier ones."""
    each = told[at]
    if each.role is Role.NEW and not any(one.role is Role.OLD for one in told) and tells(each.quantity):
        steps = [(one, other) for one, other in line.years if shows(other, each.quantity)]
        if len({(other.line, other.column) for _, other in steps}) == 1 and each.period in (None, steps[0][1].period):
            yield from steps


def of_another(
    sentence: Quote, told: Told, named: Sequence[Line], tables: Sequence[Sequence[Line]]
) -> Iterator[Checked]:
    """ "There were 38 boats in 2024/25", where the row of boats has 38 for another time, or another row has it for that
    one: of a figure right beside the label of the only row that it can be told of."""
    quantity, said = told.quantity, frozenset(stems(sentence.text))
    ahead, behind = _CLAUSE.split(told.ahead)[-1], _CLAUSE.split(told.behind)[0]
    level = told.period is not None and told.role in (Role.PLAIN, Role.NEW) and tells(quantity)
    if not level or OTHERWISE.search(f"{ahead}#{behind}"):
        return
    for words in (frozenset(stems(STOP.split(behind)[0])), frozenset(stems(ahead))):
        own = [line for line in named if line.name <= words and is_plain(told, line)]
        own = [line for line in own if not any(line.name < other.name for other in named)]
        if own:
            break
    cells = [cell for line in own for cell in line.dated if cell.period == told.period]
    if len(own) != 1 or len(cells) != 1 or cells[0].unit is not quantity.unit or own[0].shows_for(told):
        return
    line, (right,) = own[0], cells
    others = [one for lines in tables for one in lines if one is not line and one.shows_for(told)]
    beside = [one for one in others if any(cell.column == right.column for cell in one.cells)]
    others = [one for one in others if one in beside or one.name & said]
    crossed = [one for one in beside if one not in named]
    value = abs(quantity.value)
    near = abs(value - right.value) <= right.value * NEAR
    like = exchanged(value, right.value) or (near and (crossed or digit_evidence(value, right.value) >= SLIP))
    if crossed == others and (any(shows(cell, quantity) for cell in line.dated) or (like and right.value >= HUNDRED)):
        working = has(right, line)
        yield judged(
            Check.STATED_TWICE, Status.ERROR, sentence, right.quote, printed=quantity.printed,
            expected=in_style(right.value, quantity.mention.figure), working=working,
            message=f"printed {quantity.printed}; {working}",
        )  # fmt: skip


HUNDRED = 100
"""Of smaller figures, two are alike by chance."""

_CLAUSE = pattern_of(r"[;:]\s")
