"""Room `checks`: a figure of a sentence against the line of a table that the figures of the sentence prove.

Takes the figures of a sentence and the lines of all tables. Where figures stand in one line that hardly another one of
the paper could have by chance, the sentence is about it, whatever it calls it; words only add to that. What is told for
a time, or by the words of a heading, or as the earlier or later figure or the change, is then held against that line.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import combinations, pairwise, permutations
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.checks.model import Checked
from scrutiny.checks.prosefigures import as_printed, likeness, range_of
from scrutiny.checks.tablefigures import TableFigure
from scrutiny.checks.told import (
    CLAUSE,
    NEAR,
    OF_TIME,
    OTHERWISE,
    STOP,
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
from scrutiny.figures import Interval, Unit
from scrutiny.figures.slips import SLIP, exchanged
from scrutiny.figures.verdicts import in_style
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements import Quantity
from scrutiny.statements.changeroles import Role
from scrutiny.statements.quantities import JOINS

ENOUGH, NAMED, TEN = 1.0, 1, 10
"""Evidence, in powers of ten, that a sentence is about a line; what words must add where no other figure shows it;
a smaller figure stands in a line by chance."""

LONG = 4
"""Digits of a figure of a named line in which two that changed places are a slip: shorter ones are alike by chance. One
more, and any word of its line is enough."""


class _Right(Struct, frozen=True, kw_only=True):
    """What a figure should be, and the cell that says so. `here` says that the figure stands beside it in the table,
    `strict` that it must then, or be like it digit by digit; `swapped` that the right one is told in its place."""

    value: Interval
    cell: TableFigure
    working: str
    here: bool = False
    strict: bool = False
    swapped: bool = False


class _Sentence(Struct, frozen=True, kw_only=True, dict=True):
    """The figures of a sentence, its words, those with the sentence before it, and the lines that show each figure."""

    text: str
    told: Sequence[Told]
    words: frozenset[str]
    near: frozenset[str]
    shown: Sequence[Sequence[Line]]

    @cached_property
    def _otherwise(self) -> list[bool]:
        """Of each figure whether the words of its own clause make it another one than that of its line."""
        ends = [each.quantity.end for each in self.told]
        return [
            not each.quantity.exact
            or OTHERWISE.search(f"{each.from_clause}#{CLAUSE.split(self.text[end:], 1)[0]}") is not None
            for each, end in zip(self.told, ends, strict=True)
        ]

    @cached_property
    def _others(self) -> list[Set[int]]:
        """Of each figure the identities of the lines that show another."""
        own = [{id(line) for line in lines} for lines in self.shown]
        return [set().union(*own[:at], *own[at + 1 :]) for at in range(len(own))]

    def names(self, line: Line) -> bool:
        return line.name <= self.words

    def is_explained(self, at: int, line: Line) -> bool:
        """Whether a figure may be that of another line: one that shows another figure, or of which it has a word, or
        more than half of them where it has all words of this one."""
        others, named = self._others[at], self.names(line)
        return self._otherwise[at] or any(
            id(one) in others or len(one.own & self.words) * 2 > (len(one.own) if named else 0)
            for one in self.shown[at] if one is not line
        )  # fmt: skip


class Index:
    """The figures of all lines, and how far they lie from one another, to be found by what they can stand for."""

    def __init__(self, tables: Sequence[Sequence[Line]]) -> None:
        self.lines = [line for lines in tables for line in lines]
        self.table = {id(line): lines for lines in tables for line in lines}
        self._named: dict[str, set[int]] = {}
        for line in self.lines:
            for word in line.name:
                self._named.setdefault(word, set()).add(id(line))
        cells = [(cell.unit, cell.range, (cell, line)) for line in self.lines for cell in line.cells]
        steps = [(old.unit, apart(old, new), line) for line in self.lines for old, new in line.steps]
        self._cells, self._steps = _Ranges(cells), _Ranges(steps)

    def near(self, words: Iterable[str], *others: Iterable[int]) -> list[Line]:
        """The lines of which the name has one of some words, and others by their identity."""
        near = set().union(*others, *(self._named.get(word, ()) for word in words))
        return [line for line in self.lines if id(line) in near]

    def showing(self, quantity: Quantity) -> dict[int, list[TableFigure]]:
        """The cells that a figure may be told of, by the identity of their line."""
        found: dict[int, list[TableFigure]] = {}
        for cell, line in self._cells.meeting(quantity.unit, range_of(quantity).size):
            found.setdefault(id(line), []).append(cell)
        return found

    def going(self, told: Told) -> set[int]:
        """The lines of which two figures lie as far from one another as a change is, by their identity."""
        units = UNITS_APART.get(told.quantity.unit, (told.quantity.unit,)) if told.role is Role.CHANGE else ()
        own = range_of(told.quantity).size
        return {id(line) for unit in units for line in self._steps.meeting(unit, own)}


UNITS_APART = {Unit.POINTS: (Unit.PERCENT,), Unit.NUMBER: (Unit.NUMBER, Unit.PERCENT)}
"""What may lie so far apart: "2.5 points" between two percentages, "2.5" too."""

_Key = TypeVar("_Key")
_Kept = TypeVar("_Kept")


class _Ranges(Generic[_Key, _Kept]):
    """What is kept with a range of values, of some kind each, to be found by a value in it."""

    def __init__(self, every: Iterable[tuple[_Key, Interval, _Kept]]) -> None:
        self._kept: dict[_Key, list[tuple[Interval, _Kept]]] = {}
        for key, value, kept in sorted(every, key=lambda each: each[1].low):
            self._kept.setdefault(key, []).append((value, kept))
        self._lows = {key: [value.low for value, _ in own] for key, own in self._kept.items()}
        self._widest = {key: max(value.high - value.low for value, _ in own) for key, own in self._kept.items()}

    def meeting(self, key: _Key, own: Interval) -> Iterator[_Kept]:
        lows = self._lows.get(key, [])
        first = bisect_left(lows, own.low - self._widest.get(key, 0))
        for value, kept in self._kept.get(key, [])[first : bisect_right(lows, own.high)]:
            if value.meets(own):
                yield kept


_Held = Mapping[int, Sequence[TableFigure]]
"""The figures of a sentence that a line shows, each with the cells; none of a change, which lies between two."""


class Placed(Struct, frozen=True, kw_only=True):
    """A sentence with all lines that it may be about, and the figures of it that each shows."""

    sentence: Quote
    own: _Sentence
    held: Sequence[tuple[Line, _Held]]
    index: Index
    going: Sequence[Set[int]]
    """Of each figure the lines of which two lie as far from one another as it is, by their identity."""
    strange: Sequence[int]

    @property
    def many(self) -> float:
        """Of how many lines one is, in powers of ten."""
        return math.log10(max(1, len(self.index.lines)))

    def evidence(self, line: Line, held: Iterable[int]) -> float:
        """How likely it is, in powers of ten, that a sentence is about a line that shows some of its figures."""
        gains = (_gain(self.own.told[at].quantity, len(line.cells)) for at in held)
        return _said(self.own, line) - self.many + sum(gains)

    @property
    def settled(self) -> list[Line]:
        """The lines that it names, and those that its figures prove."""
        return [line for line, held in self.held if self.own.names(line) or self.evidence(line, held) >= ENOUGH]


def place(sentence: Quote, before: str, told: Sequence[Told], index: Index) -> Placed:
    """Where the figures of a sentence stand."""
    words = frozenset(stems(sentence.text))
    showing = [index.showing(each.quantity) for each in told]
    going = [index.going(each) for each in told]
    lines = index.near(words, *showing, *going)
    shown = [
        [line for line in lines if _may_show(each, own.get(id(line), ()))
         or (id(line) in gone and (line.name & words or any(id(line) in other for other in showing)))]
        for each, own, gone in zip(told, showing, going, strict=True)
    ]  # fmt: skip
    near = words | frozenset(stems(before))
    own = _Sentence(text=sentence.text, told=told, words=words, near=near, shown=shown)
    found: list[tuple[Line, _Held]] = []
    for line in lines:
        held: dict[int, Sequence[TableFigure]] = {
            at: showing[at][id(line)] for at, each in enumerate(told)
            if each.quantity.exact and id(line) in showing[at]
        }  # fmt: skip
        held |= {at: () for at, gone in enumerate(going) if id(line) in gone}
        if held or own.names(line):
            found.append((line, held))
    strange = [at for at, cells in enumerate(showing) if not cells]
    return Placed(sentence=sentence, own=own, held=found, index=index, going=going, strange=strange)


def unproven(placed: Placed) -> Iterator[Checked]:
    """Every figure that a line belies which the others prove; none where two lines say two things."""
    own, told, index = placed.own, placed.own.told, placed.index
    if BUT_FOR.search(own.text, told[-1].quantity.end + len(told[-1].to_stop)):
        return
    found: dict[int, list[_Right]] = {}
    for line, held in placed.held:
        for at, right in _of_line(placed, line, index.table[id(line)], held):
            found.setdefault(at, []).append(right)
    for at, right in _slips(own, placed.strange[0], index.lines) if len(placed.strange) == 1 else ():
        found.setdefault(at, []).append(right)
    for at, rights in found.items():
        if len({in_style(right.value.middle, told[at].quantity.mention.figure) for right in rights}) == 1:
            yield wrong(placed.sentence, told[at].quantity, rights[0].cell, rights[0].value.middle, rights[0].working)


def _slips(own: _Sentence, at: int, every: Sequence[Line]) -> Iterator[tuple[int, _Right]]:
    """The only figure of a sentence that no line shows, where one has it but for two digits that changed places."""
    quantity = own.told[at].quantity
    digits = sum(map(str.isdigit, f"{quantity.value.normalize():f}".strip("-0.")))
    if digits < LONG or not quantity.exact:
        return
    named = [line for line in every if own.names(line)]
    one = len({line.label for line in named if not any(line.name < other.name for other in named)}) == 1
    cells = [
        (cell, line) for line in every for cell in line.cells
        if cell.unit is quantity.unit and exchanged(*as_printed(quantity, cell.value))
        and ((one and own.names(line)) or (digits > LONG and (line.name | cell.measure_words) & own.words))
        and not any(shows(cell, each.quantity) for each in own.told)
    ]  # fmt: skip
    for cell, line in cells[:1] if len({cell.value for cell, _ in cells}) == 1 else ():
        yield at, _Right(value=cell.range, cell=cell, working=has(cell, line))


def _of_line(placed: Placed, line: Line, lines: Sequence[Line], held: _Held) -> Iterator[tuple[int, _Right]]:
    """The figures of a sentence that should be others, if it is about a line."""
    own, said = placed.own, _said(placed.own, line)
    for at, each in enumerate(own.told):
        if not held.keys() - {at} and said < NAMED:
            continue
        if each.period and own.shown[at] and not own.names(line):
            continue
        if own.is_explained(at, line) or _names_another(each, line, lines):
            continue
        for right in _rights(own.told, at, line, held, lines if own.names(line) else ()):
            if _is_named_beside(each, line, own.text) and _is_crossed(each, right, line, lines):
                right = replace(right, here=True)
            proofs = [one for one in range(len(own.told)) if (right.here if one == at else one in held)]
            like = likeness(each.quantity, right.value.middle)
            proven = placed.evidence(line, held.keys() - {at}) >= ENOUGH and _has_gone(own.told, at, right, line)
            if placed.evidence(line, proofs) + like >= ENOUGH and _is_meant(own.told, at, right, line, proven=proven):
                yield at, right


def _is_named_beside(told: Told, line: Line, text: str) -> bool:
    """Whether the words of a figure up to the next stop on either side name a line."""
    return line.name <= {*stems(STOP.split(text[: told.quantity.start])[-1]), *stems(told.to_stop)}


def _is_crossed(told: Told, right: _Right, line: Line, lines: Sequence[Line]) -> bool:
    """Whether a figure is that of another row in the column of the right one, in which few could be by chance: the eye
    went to the row beside it."""
    own, column = told.quantity, right.cell.column
    if line.whole or _gain(own, len(lines)) < ENOUGH:
        return False
    if told.role is Role.CHANGE:
        ways = [apart(old, new) for one in lines for old, new in one.years if new.column == column]
        return any(range_of(own).size.meets(way) for way in ways)
    return _stands_in(column, own, lines)


def _stands_in(column: tuple[int, int], quantity: Quantity, lines: Sequence[Line]) -> bool:
    """Whether some row has a figure in a column."""
    return any(cell.column == column and shows(cell, quantity) for one in lines for cell in one.cells)


def _may_show(told: Told, cells: Sequence[TableFigure]) -> bool:
    """Whether a line has a figure, in `cells`, and not for another time than the one that is told."""
    return told.role is not Role.CHANGE and any(
        told.period is None or cell.period is None or cell.is_at(told.period) for cell in cells
    )


def _gain(quantity: Quantity, places: int) -> float:
    """How unlikely it is in powers of ten that a figure stands in one of some places by chance."""
    own = range_of(quantity).size
    width = max(own.high - own.low, quantity.mention.figure.step)
    return max(0.0, math.log10(max(1.0, float(abs(quantity.value) / width) / places)))


def _said(own: _Sentence, line: Line) -> float:
    """What words show: one that no other line of the table has, the whole name, those of the caption; of a total, what
    it counts."""
    caption = line.cells[0].caption_words - _TABLE
    counted = line.whole and any(caption & {*each.quantity.noun[:1]} for each in own.told)
    named = bool(line.own & own.near) + (line.name <= own.near) + counted
    return named + (len(caption & own.near) / len(caption) if caption else 0)


_TABLE = frozenset(stems("table figure chart annex appendix"))


def _names_another(told: Told, line: Line, lines: Sequence[Line]) -> bool:
    """Whether the words right beside a figure name another line."""
    for words in told.beside:
        others = [one for one in lines if one.name <= words and not one.name <= line.name]
        if any(not (one.whole and line.own & words) for one in others):  # "12 visits to Elm", not all visits
            return True
    return False


BUT_FOR = pattern_of(
    r"\b(?:not|no|if|when|once|unless|without|except\w*|exclud\w*|includ\w*|count\w*|adjust\w*|before|after|leav\w+|left)\b",
    re.IGNORECASE,
)


def _is_meant(told: Sequence[Told], at: int, right: _Right, line: Line, *, proven: bool) -> bool:
    """Whether a figure is another than it should be, and could only be meant as that. Where the others have `proven`
    its line, what it is called is no matter."""
    each, value = told[at], abs(told[at].quantity.value)
    if range_of(each.quantity).size.meets(right.value) or _is_made(each, told):
        return False
    if each.role is not Role.CHANGE and not right.swapped and any(shows(right.cell, one.quantity) for one in told):
        return False
    if not tells(each.quantity) and not (right.here and value >= TEN):
        return False
    if _makes(told, at, right):
        return True
    like = likeness(each.quantity, right.value.middle) >= SLIP
    near = not right.strict and abs(value - right.value.middle) <= right.value.middle * NEAR
    return (proven and (line.shows(each.quantity) or like)) or (is_plain(each, line) and (right.here or like or near))


def _has_gone(told: Sequence[Told], at: int, right: _Right, line: Line) -> bool:
    """Whether a figure is told with the change that came to what it should be; it may be what was before."""
    changes = [range_of(each.quantity).size for each in told[at + 1 : at + 2] if each.role is Role.CHANGE]
    ends = [old for old, new in line.years if new is right.cell and any(one.meets(apart(old, new)) for one in changes)]
    own = told[at].quantity
    return any(shows(old, own) or not line.shows(own) for old in ends) and told[at].role not in (Role.OLD, Role.CHANGE)


def _is_made(told: Told, others: Sequence[Told]) -> bool:
    """Whether two other figures of a sentence make one."""
    values = [abs(each.quantity.value) for each in others if each is not told]
    made = (value for one, other in combinations(values, 2) for value in (one + other, abs(one - other)))
    return any(range_of(told.quantity).size.meets(Interval.of(value)) for value in made)


def _makes(told: Sequence[Told], at: int, right: _Right) -> bool:
    """Whether the figure of the table agrees with two others of the sentence, as part, whole or share, and the one that
    is told does not."""
    unit, others = told[at].quantity.unit, [(each.quantity.unit, range_of(each.quantity).size) for each in told]
    rounded = right.cell.cell.interval if unit is Unit.PERCENT else None
    pairs = list(permutations(others[:at] + others[at + 1 :], 2))

    def agrees(value: Interval) -> bool:
        return any(
            share is Unit.PERCENT and of is by is not share and whole.low > 0 and part.out_of(whole).meets(percent)
            for pair in pairs for (of, part), (by, whole), (share, percent) in permutations(((unit, value), *pair))
        )  # fmt: skip

    return agrees(rounded or right.value) and not agrees(range_of(told[at].quantity).size)


def _rights(told: Sequence[Told], at: int, line: Line, held: _Held, lines: Sequence[Line]) -> Iterator[_Right]:
    """All that a figure can be meant as, with the other figures of the sentence that stand in a line. `lines` are all
    of a table of which the sentence names this one, so that the figure may be that of another by mistake."""
    each, unit = told[at], told[at].quantity.unit
    beside = [one for one in (at - 1, at + 1) if 0 <= one < len(told) and told[one].role is not Role.CHANGE]
    if each.role is Role.CHANGE:
        if (
            beside
            and all(one in held for one in beside)
            and not _CLAUSES.search(each.ahead if at - 1 in beside else "")
        ):
            yield from _changes(each, told, line, {one: held[one] for one in beside})
        elif lines and not any(one in held for one in beside):
            yield from (replace(one, strict=True) for one in _changes(each, told, line, {}))
        return
    if any(cells for one, cells in held.items() if one != at):
        yield from _headed(each, line)
    if not any(shows(end, each.quantity) for _, *ends in line.changes for end in ends):
        for change in _told_changes(told, at, held) if each.role is not Role.OLD else ():
            for amount, old, new in line.changes:
                if new.unit is unit and change.meets(amount.range):
                    yield _Right(value=new.range, cell=new, working=going(old, new))
    for series in line.series:
        if series[0].unit is not unit or any(cell.planned for cell in series):
            continue
        here = any(shows(cell, each.quantity) for cell in series)
        own = [cell for cell in series if each.period and cell.is_at(each.period)]
        if each.period is not None:
            crossed = len(own) == 1 and not line.whole and _stands_in(own[0].column, each.quantity, lines)
            there = [cell for cell in line.cells if shows(cell, each.quantity)]
            if len(own) == 1 and (here or crossed or held.keys() - {at}) and not _may_show(each, there):
                told_of = f"{has(own[0], line)}, {each.time}"
                yield _Right(value=own[0].range, cell=own[0], working=told_of, here=here or crossed, strict=True)
            continue
        changes, than = _told_changes(told, at, held), at + 1 < len(told) and _THAN.match(told[at + 1].behind)
        for old, new in pairwise(series):
            gone = any(one.meets(apart(old, new)) for one in changes)
            if (
                each.role is not Role.OLD
                and gone
                and than
                and shows(old, each.quantity)
                and not _came(line, each, changes)
            ):
                yield _Right(value=new.range, cell=new, working=going(old, new), here=True, swapped=True)
            if each.role is not Role.OLD and gone and not here:
                yield _Right(value=new.range, cell=new, working=going(old, new))
            for one in beside if old.period != new.period else ():
                right_way = any(shows(b, each.quantity) and a in held.get(one, ()) for a, b in pairwise(series))
                right, other = (old, new) if each.role is Role.OLD else (new, old)
                if (told[one].role is Role.OLD) is (each.role is Role.OLD) or not _is_pair(told, at, one):
                    continue
                if other in held.get(one, ()) and not here:
                    yield _Right(value=right.range, cell=right, working=going(old, new))
                elif (
                    each.role is not Role.OLD
                    and new in held.get(one, ())
                    and shows(old, each.quantity)
                    and not right_way
                ):
                    yield _Right(value=new.range, cell=new, working=going(old, new), here=True, swapped=True)


def _told_changes(told: Sequence[Told], at: int, held: _Held) -> list[Interval]:
    """The changes told beside a figure that a line went."""
    return [range_of(told[one].quantity).size for one in (at - 1, at + 1) if one in held and not held[one]]


def _came(line: Line, told: Told, changes: Sequence[Interval]) -> bool:
    """Whether a line came to a figure by one of some changes."""
    return any(
        shows(new, told.quantity) and any(one.meets(apart(old, new)) for one in changes) for old, new in line.steps
    )


_THAN = pattern_of(r"\s+(?:[a-z]+\s+)?(?:more|fewer|less|higher|lower)\s+than\b", re.IGNORECASE)


def _is_pair(told: Sequence[Told], at: int, one: int) -> bool:
    """Whether nothing but how one figure is held against the other stands between two, and behind the older one no more
    than its time."""
    old = told[at if told[at].role is Role.OLD else one]
    return not stems(_BESIDE.sub(" ", told[max(at, one)].ahead)) and OF_TIME.issuperset(stems(old.to_stop))


_BESIDE = pattern_of(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|points?|up|down|compared|against|or|less|more)\b"
)
_CLAUSES = pattern_of(rf"[;:]|{JOINS}")


def _changes(each: Told, told: Sequence[Told], line: Line, beside: _Held) -> Iterator[_Right]:
    """What lies between two figures of a line, one of which is told right beside the change, or both; else the last."""
    if any(range_of(each.quantity).size.meets(apart(old, new)) for old, new in combinations(line.cells, 2)):
        return
    for old, new in line.years if beside else line.years[-1:]:
        alike = each.quantity.unit is (Unit.POINTS if old.unit is Unit.PERCENT else old.unit)
        ends = all((old if told[one].role is Role.OLD else new) in cells for one, cells in beside.items())
        if alike and ends and (each.period is None or old.is_at(each.period) or new.is_at(each.period)):
            yield _Right(value=apart(old, new), cell=new, working=going(old, new))


def _headed(told: Told, line: Line) -> Iterator[_Right]:
    """The figure of a line whose heading is in the words right behind a figure, or before it where none is."""
    cells, measures = line.headed, [cell.measure for cell in line.headed]
    for text in (told.to_stop, told.from_time):
        words = frozenset(stems(text))
        own = [cell for cell in cells if cell.measure <= words and measures.count(cell.measure) == 1]
        own = [cell for cell in own if not any(cell.measure < other.measure for other in own)]
        if own:
            if any(cell.measure & words and shows(cell, told.quantity) for cell in cells):
                return
            if len(own) == 1 and own[0].unit is told.quantity.unit and not own[0].planned:
                yield _Right(value=own[0].range, cell=own[0], working=has(own[0], line), here=line.shows(told.quantity))
            return
