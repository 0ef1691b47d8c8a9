"""Room `checks`: two figures told side by side, against the two columns that a paper tells its rows by.

Takes pairs of figures with the lines that their sentences may be about. What is said of a table is said of row after
row in one way: "£2.4m (12%)" is what lies between the same two columns, and its per cent of one of them, "27% compared
with 31%" what stands in the same two. Where the paper does so of several rows, and of a row that a sentence names
one of two such figures is right, the other is held against it.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import permutations

from msgspec import Struct

from scrutiny.checks.model import Checked
from scrutiny.checks.prosefigures import compared, likeness, range_of
from scrutiny.checks.proven import ENOUGH, Placed
from scrutiny.checks.tablefigures import TableFigure
from scrutiny.checks.told import Line, Told, apart, has, is_plain, wrong
from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import Status, in_style, plain
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements import Quantity

ROWS = 2
"""Other rows that a paper tells in one way, before a figure is held against it."""

SURE, PROVEN = 2.0, 2 * ENOUGH
"""Evidence, in powers of ten, that a figure is told of the row named beside it, and that figures prove its row."""

COLUMNS = 12
"""Figures of a line of which each two are tried."""


class Form(StrEnum):
    """What two figures side by side are of a row: what lies between two columns and its per cent, a figure and the
    percentage beside it, the figures of two columns."""

    CHANGE = "change"
    SHARE = "share"
    LEVELS = "levels"


_Way = tuple[Form, str, str]
"""A form with the headings of its two columns."""


_Row = tuple[frozenset[str], Decimal]
"""The name of a row with one of its figures: the same row may stand in several tables."""


class _Fit(Struct, frozen=True, kw_only=True):
    """What two figures should be as one way of a line tells them."""

    way: _Way
    rights: tuple[Interval, Interval]
    cells: tuple[TableFigure, TableFigure]
    line: Line

    def meets(self, pair: "Pair") -> tuple[bool, ...]:
        return tuple(_can_be(each, right) for each, right in zip(pair.told, self.rights, strict=True))

    @property
    def row(self) -> _Row:
        return self.line.name, self.cells[0].value

    def measures(self, pair: "Pair") -> bool:
        """Whether both figures are of the kind that it tells."""
        units = (self.cells[0].unit, Unit.PERCENT if self.way[0] is Form.CHANGE else self.cells[1].unit)
        return self.way[0] in pair.forms and units == tuple(each.quantity.unit for each in pair.told)


class Pair(Struct, frozen=True, kw_only=True):
    """Two figures of a sentence, side by side but for those of another kind; `forms` is what they may be."""

    placed: Placed
    told: tuple[Told, Told]
    forms: tuple[Form, ...]

    @property
    def words(self) -> frozenset[str]:
        return self.placed.own.near


def _can_be(told: Told, right: Interval) -> bool:
    own = range_of(told.quantity).size
    return own.meets(right) or compared(told.quantity, right, "").status is not Status.ERROR


def check_habits(pairs: Sequence[Pair], others: Iterable[Pair]) -> Iterator[Checked]:
    """Every figure of some pairs that the way in which the paper tells its rows belies, as these and others show it,
    which are only looked at where it matters."""
    every = pairs[0].placed.index.lines if pairs else ()
    named: dict[str, list[Line]] = {}
    for line in every:
        named.setdefault(min(_name(line), key=len, default=""), []).append(line)
    known: dict[int, list[_Fit]] = {}
    habits: dict[_Way, set[_Row]] = {}

    def fits_of(pair: Pair) -> tuple[list[_Fit], bool]:
        proven = [line for line, held in pair.placed.held if pair.placed.evidence(line, held) >= PROVEN]
        known_by = [line for word in pair.words for line in named.get(word, ()) if _name(line) <= pair.words]
        lines = {id(line): line for line in (*known_by, *proven)}.values()
        own = [
            fit for line in lines for fit in known.get(id(line)) or known.setdefault(id(line), list(_fits_of(line)))
            if fit.measures(pair)
        ]  # fmt: skip
        right = [fit for fit in own if all(fit.meets(pair))]
        for fit in right:
            habits.setdefault(fit.way, set()).add(fit.row)
        return own, not right

    found = [(pair, *fits_of(pair)) for pair in pairs]
    open_ = [(pair, own) for pair, own, is_open in found if own and is_open]
    for pair in others if open_ else ():
        fits_of(pair)
    for pair, own in open_:
        yield from _judge(pair, own, habits)


def _name(line: Line) -> frozenset[str]:
    return line.name - _SUMS


_SUMS = frozenset(stems("sub grand overall"))


def _fits_of(line: Line) -> Iterator[_Fit]:
    cells = [cell for cell in line.cells if cell.heading and not cell.changes]
    if len(cells) > COLUMNS:
        return
    for one, other in permutations(cells, 2):
        headings = (one.heading, other.heading)
        if one.unit is not other.unit:
            if other.unit is Unit.PERCENT:
                rights = (one.range, other.range)
                yield _Fit(way=(Form.SHARE, *headings), rights=rights, cells=(one, other), line=line)
            continue
        yield _Fit(way=(Form.LEVELS, *headings), rights=(one.range, other.range), cells=(one, other), line=line)
        if one.unit is not Unit.PERCENT and one.range.low > 0 and one.planned >= other.planned:
            gone = apart(one, other).size
            rights = (gone, gone.out_of(one.range))
            yield _Fit(way=(Form.CHANGE, *headings), rights=rights, cells=(one, other), line=line)


def pairs_in(placed: Placed) -> Iterator[Pair]:
    """The figures of a sentence that may be told of two columns."""
    for at, one in enumerate(told := placed.own.told):
        beside = [each for each in told[at + 1 :] if each.quantity.unit is one.quantity.unit]
        for other in (*told[at + 1 : at + 2], *(each for each in beside[:1] if each is not told[at + 1])):
            if forms := _forms(placed.own.text, one, other):
                yield Pair(placed=placed, told=(one, other), forms=forms)


def _forms(text: str, one: Told, other: Told) -> tuple[Form, ...]:
    if not (one.quantity.exact and other.quantity.exact and one.quantity.value and other.quantity.value):
        return ()
    between = text[one.quantity.end : other.quantity.start]
    if other.quantity.unit is Unit.PERCENT and not one.quantity.is_share:
        apposed = _APPOSED.fullmatch(between) and not _OF.match(text, other.quantity.end)
        return (Form.CHANGE, Form.SHARE) if apposed else ()
    moved = _TO.fullmatch(between) and _FROM.search(text[: one.quantity.start])
    if one.quantity.unit is other.quantity.unit and (moved or _COMPARED.search(between)):
        return (Form.LEVELS,)
    return ()


_APPOSED = pattern_of(r"\s*\(\s*|,\s+(?:or\s+)?|\s+or\s+|\s*/\s*")
_OF = pattern_of(r"\)?\s+of\b")
_FROM, _TO = pattern_of(r"\bfrom\s+$"), pattern_of(r"\s+to\s+")
_COMPARED = pattern_of(r"\b(?:compare[ds]|against|than|versus|vs)\b")


def _judge(pair: Pair, own: Sequence[_Fit], habits: Mapping[_Way, set[_Row]]) -> Iterator[Checked]:
    names = {fit.line.name for fit in own}
    own = [fit for fit in own if not any(fit.line.name < name for name in names) and not _is_other(pair, fit)]
    told_so = {fit.way: len(habits.get(fit.way, set()) - {fit.row}) for fit in own}
    most = max(told_so.values(), default=0)
    half = [
        (found.index(False), fit) for fit in own
        if told_so[fit.way] >= max(ROWS, most / 2) and sum(found := fit.meets(pair)) == 1
    ]  # fmt: skip
    if len({at for at, _ in half}) != 1:
        return
    at, fit = half[0]
    right, told = fit.rights[at], pair.told[at]
    if not all(right.meets(other.rights[at]) for _, other in half) or _BUT_FOR.search(
        f"{pair.told[0].ahead}#{pair.told[1].to_stop}"
    ):
        return
    if fit.way[0] is Form.LEVELS and not is_plain(told, fit.line):
        return
    like = likeness(told.quantity, right.middle)
    if _gain(pair.told[1 - at].quantity) + like + math.log10(most) >= SURE and not _is_explained(pair, at, fit):
        one, other = fit.cells
        working = f"{has(one, fit.line)}, {other.heading} {other.cell.figure.printed}"
        if fit.way[0] is Form.CHANGE:
            apart_by = in_style(fit.rights[0].middle, pair.told[0].quantity.mention.figure)
            working += f", {apart_by} apart, which is {plain(fit.rights[1].middle)} %"
        yield wrong(pair.placed.sentence, told.quantity, fit.cells[at], right.middle, working)


def _is_other(pair: Pair, fit: _Fit) -> bool:
    """Whether the words beside the figures name another column of the line."""
    told = pair.told
    words = frozenset(stems(f"{told[0].from_clause} {told[1].to_stop}")) - fit.line.name
    named = frozenset().union(*(cell.measure for cell in fit.line.cells))
    return bool(words & named - fit.cells[0].measure - fit.cells[1].measure)


_BUT_FOR = pattern_of(r"\b(?:if|once|without|except\w*|exclud\w*|includ\w*|adjust\w*|would|could|might)\b")


def _gain(quantity: Quantity) -> float:
    """How unlikely it is in powers of ten that a figure is another one by chance."""
    own = range_of(quantity).size
    return math.log10(max(1.0, float(abs(quantity.value) / max(own.high - own.low, quantity.mention.figure.step))))


def _is_explained(pair: Pair, at: int, fit: _Fit) -> bool:
    """Whether both figures are those of another line of which a word is said, or the doubtful one stands in such a
    line, or is the share of the other one in another figure of the line, of a total, or of the sentence."""
    told, anchor = pair.told[at], pair.told[1 - at]
    own, amount, lines = range_of(told.quantity).size, range_of(anchor.quantity).size, pair.placed.index.lines
    share = told.quantity.unit is Unit.PERCENT and not anchor.quantity.is_share
    if share:
        bases = [range_of(each.quantity).size for each in pair.placed.own.told if each not in pair.told]
        bases += [cell.range for cell in (*fit.cells[1:], *fit.line.totals)]
        bases += [total.rights[0] for line in lines if line.whole for total in _fits_of(line) if total.way == fit.way]
        if any(base.low > 0 and own.meets(amount.out_of(base)) for base in bases):
            return True
    for line in lines:
        named = _name(line) <= pair.words
        if not named and not line.own & pair.words:
            continue
        if (named or not share) and line.shows(told.quantity):
            return True
        if any(other.measures(pair) and all(other.meets(pair)) for other in _fits_of(line)):
            return True
    return False
