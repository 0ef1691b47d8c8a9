"""Room `checks`: a row that a sentence names went another way, or has another figure for the time that is told.

Takes the figures of a sentence and the lines that it names. The way is wrong where the figures are those of the row;
the figure is wrong where the row has it for another time, another row for this one, or it is a slip away.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.prosefigures import range_of
from scrutiny.checks.tablefigures import TableFigure
from scrutiny.checks.told import (
    AS_PLANNED,
    NEAR,
    OTHERWISE,
    STOP,
    Line,
    Told,
    apart,
    between,
    going,
    has,
    is_plain,
    shows,
    tells,
    wrong,
)
from scrutiny.figures import Interval, Unit
from scrutiny.figures.slips import SLIP, digit_evidence, exchanged
from scrutiny.figures.verdicts import Status, plain
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements.belying import DENIED, way_of_change, way_of_level
from scrutiny.statements.changeroles import Role
from scrutiny.statements.quantities import JOINS


def gone(sentence: Quote, told: Sequence[Told], named: Sequence[Line]) -> Iterator[Checked]:
    """ "Fell by 14 to 246" of a row that rose by 14 to it: the figures are those of the row, and the way is not."""
    text = sentence.text
    for at, each in enumerate(told):
        first, own = told[at - 1].quantity.end if at else 0, named
        begin = _begins(text, each.quantity.start)
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
        ways = {match["over"] is not None for match in _SPENT.finditer(f"{each.ahead}#{each.behind}")}
        if len(ways) != 1 or DENIED.search(each.ahead) or not tells(each.quantity):
            continue
        ends = [
            (base, new) for line in named if not _INCOME & line.name
            for amount, base, new in line.changes
            if shows(amount, each.quantity) and AS_PLANNED.search(base.heading)
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
_INCOME = frozenset(stems("income receipts fees charges grants funding savings recharges contributions surplus"))

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
    one: of a figure right beside the label of the only row that it can be told of, or the noun of the caption where the
    total has it for another time."""
    quantity, every = told.quantity, [line for lines in tables for line in lines]
    ahead, behind = _CLAUSE.split(told.ahead)[-1], _CLAUSE.split(told.behind)[0]
    if told.period is None or told.role not in (Role.PLAIN, Role.NEW) or OTHERWISE.search(f"{ahead}#{behind}"):
        return
    noun = frozenset(stems(STOP.split(behind)[0]))
    for words in (noun, frozenset(stems(ahead))):
        own = [line for line in named if line.name <= words and is_plain(told, line)]
        own = [line for line in own if not any(line.name < other.name and _has_unit(other, told) for other in named)]
        if own:
            break
    there = [line for line in own if _elsewhere(line, told)]
    if not own and abs(quantity.value) >= HUNDRED:
        own = [line for line in every if line.whole and noun & line.cells[0].caption_words and is_plain(told, line)]
        own = there = [line for line in own if _elsewhere(line, told)]
    own = there if len(own) > 1 else own
    rights = [right for line in own if (right := _elsewhere(line, told) or _for_time(line, told))]
    if not own or len({right.value for right in rights}) != 1 or any(line.shows_for(told) for line in own):
        return
    line, right, said = own[0], rights[0], frozenset(stems(sentence.text))
    if not tells(quantity) and not (there and len(line.name) > 1 and quantity.exact and abs(quantity.value) >= TEN):
        return
    others = [one for one in every if one not in own and one.shows_for(told)]
    beside = [one for one in others if any(cell.column == right.column for cell in one.cells)]
    others = [one for one in others if one in beside or one.name & said]
    crossed = [one for one in beside if one not in named]
    value = abs(quantity.value)
    near = abs(value - right.value) <= right.value * NEAR
    like = exchanged(value, right.value) or (near and (crossed or digit_evidence(value, right.value) >= SLIP))
    if crossed == others and (there or (like and right.value >= HUNDRED)):
        yield wrong(sentence, quantity, right, right.value, has(right, line))


def _has_unit(line: Line, told: Told) -> bool:
    return any(cell.unit is told.quantity.unit and cell.period == told.period for cell in line.dated)


def _for_time(line: Line, told: Told) -> TableFigure | None:
    """The only figure of a line for the time that is told."""
    cells = [cell for cell in line.dated if cell.period == told.period]
    return cells[0] if len(cells) == 1 and cells[0].unit is told.quantity.unit else None


def _elsewhere(line: Line, told: Told) -> TableFigure | None:
    """What a line has for the time that is told, where it has the figure itself for another one of the same measure."""
    shown = [(cell, own) for own in line.series for cell in own if shows(cell, told.quantity)]
    if len(shown) != 1:
        return None
    cell, series = shown[0]
    rights = [other for other in series if other.period == told.period != cell.period]
    return rights[0] if len(rights) == 1 else None


def of_base(sentence: Quote, told: Sequence[Told], named: Sequence[Line]) -> Iterator[Checked]:
    """ "£30,000 over its budget, or 4.8%": the change is that of a row, and the share is one of what came of it instead
    of what it was or was to be; or a figure of a row, and its share of the total of another column."""
    for one, other in pairwise(told):
        percent, own = other.quantity, range_of(other.quantity).size
        apposed = _APPOSED.search(other.ahead) and tells(one.quantity)
        if not apposed or not percent.exact or percent.unit is not Unit.PERCENT:
            continue
        ends, of_all = _ENDS.match(other.behind), _OF_ALL.match(other.behind)
        for line in named if ends or of_all else ():
            if line.shows(percent):
                continue
            for amount, base, others in _bases(one, line) if ends else _totals(one, line):
                right = amount.out_of(between(base))
                if own.meets(right) or not any(own.meets(amount.out_of(between(each))) for each in others):
                    continue
                made = f"{one.quantity.printed} is {plain(right.middle)} % of {base.cell.figure.printed}"
                yield wrong(sentence, percent, base, right.middle, f"{made} on page {base.where}")
                return


_Base = tuple[Interval, TableFigure, Sequence[TableFigure]]
"""What a figure is, what its share is one of, and what else it may have been taken from by mistake."""


def _bases(told: Told, line: Line) -> Iterator[_Base]:
    """What a change of a row is a share of."""
    for amount, old, new in line.changes:
        if shows(amount, told.quantity) and old.value and new.value:
            yield between(amount), old, (new,)
    for old, new in line.years if told.role is Role.CHANGE else ():
        if old.unit is told.quantity.unit and range_of(told.quantity).size.meets(apart(old, new)) and old.value:
            yield apart(old, new), old, (new,) if new.value else ()


def _totals(told: Told, line: Line) -> Iterator[_Base]:
    """What a figure of a row is a share of: the total of its column."""
    cells = [cell for cell in line.cells if shows(cell, told.quantity)]
    for cell in cells if len(cells) == 1 and not line.whole else ():
        wholes = {
            each.column: each for each in line.totals
            if each.unit is cell.unit and each.value and each.measure == cell.measure
        }  # fmt: skip
        base = wholes.pop(cell.column, None)
        if base:
            yield between(cell), base, tuple(wholes.values())


_OF_ALL = pattern_of(r"\)?\s+of\s+(?:the\s+(?:total|whole)|all\s+[a-z]+|(?:the\s+)?total\s+[a-z]+)\s*(?:[.;,)]|$)")
_APPOSED = pattern_of(r"(?:^|[a-z])\s?\($|,(?:\s+[a-z]+){0,5}\s+$|\bor\s+(?:by\s+)?$")
_ENDS = pattern_of(r"\)?\s*(?:[.,;)]|$)")


TEN = 10
HUNDRED = 100
"""Of smaller figures, two are alike by chance."""

_CLAUSE = pattern_of(r"[;:]\s")
_OTHER_CLAUSE = pattern_of(rf"[;:]\s|{JOINS}", re.IGNORECASE)


def _begins(text: str, end: int) -> int:
    """Where the clause of a figure begins."""
    return max((match.end() for match in _OTHER_CLAUSE.finditer(text, 0, end)), default=0)
