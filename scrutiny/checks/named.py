"""Room `checks`: figures that a sentence tells of rows that it names, against their table.

Takes tables and sentences of one document. A sentence is about a row where it has all words of its label and one of its
figures is what the row shows; about a column, where figures told of other rows stand in it. Another figure is then held
against the only thing that it can be: the figure of its row for the time that is told, the one that something rose from
or to, what lies between two of them, or that of the column. It is wrong where it is near that or like it, and stands
neither in a table under any name of the sentence, nor follows from the row another way. Where the words leave another
reading, nothing is said.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from scrutiny.checks.belied import gone, of_another, of_base, spent
from scrutiny.checks.crossing import crossed, outdone, slipped
from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.prosefigures import range_of
from scrutiny.checks.tablefigures import ASIDE, TableFigure
from scrutiny.checks.told import (
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
    lines_of,
    shows,
    tells,
    told_in,
    wrong,
)
from scrutiny.figures import Interval, Unit
from scrutiny.figures.slips import SLIP, digit_evidence
from scrutiny.figures.verdicts import Status, plain
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Quantity
from scrutiny.statements.changeroles import Role

LONGEST, MOST = 400, 8
"""Characters and figures of a sentence of which it is plain what each is told of."""


class _Right(Struct, frozen=True, kw_only=True):
    """What a figure should be: the cell that says it, and how; `plain` where the words leave no other reading, so that
    it need not be like it digit by digit."""

    value: Decimal
    cell: TableFigure
    working: str
    plain: bool = False


def check_named(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every figure that a table belies by the names of its rows."""
    lines = lines_of(tables)
    for paragraph in paragraphs if lines else ():
        for sentence in paragraph.sentences:
            if len(sentence.text) <= LONGEST:
                yield from _of_sentence(sentence, lines)


def _of_sentence(sentence: Quote, tables: Sequence[Sequence[Line]]) -> Iterator[Checked]:
    told, words = told_in(sentence.text), frozenset(stems(sentence.text))
    named = [line for lines in tables for line in lines if line.name <= words]
    if not 0 < len(told) <= MOST:
        return
    yield from gone(sentence, told, named)
    yield from of_base(sentence, told, named)
    yield from spent(sentence, told, named)
    another = [one for each in told for one in of_another(sentence, each, named, tables)]
    yield from another
    yield from crossed(sentence, told, named)
    known = {each.printed for each in another}
    for one in slipped(sentence, told, named, tables):
        if one.printed not in known:
            another.append(one)
            yield one
    yield from outdone(sentence, told, tables)
    end = told[-1].quantity.end + len(STOP.split(told[-1].behind)[0])
    colon = sentence.text.rfind(":", 0, told[-1].quantity.start) + 1
    listed = [each for each in told if each.quantity.start >= colon]
    told, begin = (listed, colon) if len(listed) > 1 else (told, 0)
    if len(told) < 2 or OTHERWISE.search(sentence.text, begin, end) or _BUT_FOR.search(sentence.text, end):
        return
    yield from _of_times(sentence, told, [line for lines in tables for line in lines])
    found: dict[str, list[_Right]] = {}
    ends: list[list[Checked]] = []
    for lines in tables:
        own = [line for line in lines if line in named]
        own = [line for line in own if not any(line.name < other.name for other in own)]
        pairs = _paired(sentence.text, told, own)
        columns = [{cell.column for cell in line.cells if shows(cell, each.quantity)} for each, line, _ in pairs]
        if columns and len(common := set.intersection(*columns)) == 1:
            ends.append(list(_ranked(sentence, pairs, lines, *common)))
        rights = _of_line(told, own[0]) if len(own) == 1 else _of_column(pairs, lines)
        for each, right in rights:
            if not any(line.shows(each.quantity) for line in named):
                found.setdefault(each.quantity.printed, []).append(right)
        for each, right in _of_list(told, lines):
            found.setdefault(each.quantity.printed, []).append(right)
    yield from ends[0] if len(ends) == 1 else ()
    for each in told:
        likely = found.pop(each.quantity.printed, [])
        if len({right.value for right in likely}) == 1 and each.quantity.printed not in {
            one.printed for one in another
        }:
            right = likely[0]
            yield wrong(sentence, each.quantity, right.cell, right.value, right.working)


_BUT_FOR = pattern_of(
    r"\b(?:not|no|if|when|once|unless|without|except\w*|exclud\w*|includ\w*|count\w*|adjust\w*|before|after|leav\w+|left)\b",
    re.IGNORECASE,
)
"""Behind all figures of a sentence: they are those of less or more than their rows."""


def _follows(quantity: Quantity, line: Line) -> bool:
    """Whether a line shows a figure, or it is what lies between two of its own, by itself or in per cent of either."""
    own = range_of(quantity).size
    for one, other in combinations(line.cells, 2):
        if one.unit is not other.unit:
            continue
        far = apart(one, other)
        if quantity.unit is one.unit or (quantity.unit is Unit.POINTS and one.unit is Unit.PERCENT):
            if own.meets(far):
                return True
        elif quantity.unit is Unit.PERCENT:
            bases = [base.value for base in (one, other) if base.value]
            if any(own.meets(Interval.of(far.middle * 100 / base)) for base in bases):
                return True
    return line.shows(quantity)


# --- one row ----------------------------------------------------------------------------------------


def _of_line(told: Sequence[Told], line: Line) -> Iterator[tuple[Told, _Right]]:
    """The figures of a sentence about one row that are not what they should be."""
    anchors = [each for each in told if _is_of(each, line)]
    for at, each in enumerate(told):
        others = [other for other in anchors if other is not each]
        if others and is_plain(each, line) and not _follows(each.quantity, line) and not _is_made(each, told):
            beside = [other for other in others if other in told[max(0, at - 1) : at + 2]]
            rights = [
                right for right in _rights(each, others, beside, line)
                if _is_like(each.quantity, right)
                and (each.role is Role.CHANGE or not any(shows(right.cell, one.quantity) for one in others))
            ]  # fmt: skip
            rights = [right for right in rights if right.plain] or rights
            if len({right.value for right in rights}) == 1:
                yield each, rights[0]


def _is_of(told: Told, line: Line) -> bool:
    """Whether a figure shows that its sentence is about a row: the row has it, for the time that is told, or it is what
    lies between two of its figures."""
    quantity, own = told.quantity, range_of(told.quantity).size
    if not tells(quantity):
        return False
    rough = own.high - own.low
    return any(
        shows(cell, quantity) and (None in (told.period, cell.period) or cell.period == told.period)
        and rough <= max(ROUGH * own.high, (between(cell).high - cell.value) * 2)
        for cell in line.cells
    ) or (
        told.role is Role.CHANGE and rough <= ROUGH * own.high
        and any(one.unit is quantity.unit and own.meets(apart(one, other)) for one, other in line.steps)
    )  # fmt: skip


ROUGH = Decimal("0.02")
"""How far it may be rounded, as a part of it, where the table is more exact: "£0.4m" is much by chance."""


def _is_made(told: Told, others: Sequence[Told]) -> bool:
    """Whether two other figures of a sentence make one."""
    values = [abs(each.quantity.value) for each in others if each is not told]
    made = (value for one, other in combinations(values, 2) for value in (one + other, abs(one - other)))
    return any(range_of(told.quantity).size.meets(Interval.of(value)) for value in made)


def _is_like(quantity: Quantity, right: _Right) -> bool:
    value = abs(quantity.value)
    near = right.plain and abs(value - right.value) <= NEAR * right.value
    scale = -quantity.mention.figure.scale  # "£0.17m" for "£0.07m"
    return near or digit_evidence(value.scaleb(scale), right.value.scaleb(scale)) >= SLIP


def _rights(told: Told, others: Sequence[Told], beside: Sequence[Told], line: Line) -> Iterator[_Right]:
    """All that a figure can be meant as; the other end of a move stands right beside it."""
    unit, series = told.quantity.unit, [own for own in line.series if own[0].unit is told.quantity.unit]
    if told.role is Role.CHANGE:
        for one, other in line.steps:
            if unit is Unit.POINTS or one.unit is unit is not Unit.PERCENT:
                plain = told.period is not None and one.period == told.period and beside == others
                plain = plain and any(shows(other, each.quantity) for each in beside)  # "12, 3 fewer than in 2023/24"
                plain = plain or any(  # "by 3 to 12", of a row that has two times
                    each.ahead.strip() == "to" and shows(other, each.quantity)
                    and [one, other] in line.series for each in beside
                )  # fmt: skip
                yield _Right(value=apart(one, other).middle, cell=other, working=going(one, other), plain=plain)
        return
    if told.period is not None:
        for cell in itertools.chain.from_iterable(series):
            if cell.period == told.period:
                yield _Right(value=cell.value, cell=cell, working=has(cell, line))
        return
    for one, other in itertools.chain.from_iterable(map(itertools.pairwise, series)):
        ends = [each for each in beside if each.role is not Role.CHANGE]
        if told.role is Role.OLD and any(shows(other, each.quantity) for each in ends):
            yield _Right(value=one.value, cell=one, working=going(one, other))
        elif told.role is not Role.OLD and any(each.role is Role.OLD and shows(one, each.quantity) for each in ends):
            plain = not stems(told.ahead)  # "from 50 to"
            yield _Right(value=other.value, cell=other, working=going(one, other), plain=plain)
        elif told.role is not Role.OLD and other in [own[-1] for own in series] and not ends:
            changes = [each for each in others if each.role is Role.CHANGE and each.quantity.unit is unit]
            if any(range_of(each.quantity).size.meets(apart(one, other)) for each in changes):
                plain = any(each in beside for each in changes) and not stems(told.behind)  # "£9m, £1m more than"
                yield _Right(value=other.value, cell=other, working=going(one, other), plain=plain)


# --- several times ----------------------------------------------------------------------------------


def _of_times(sentence: Quote, told: Sequence[Told], lines: Sequence[Line]) -> Iterator[Checked]:
    """ "It was worst in 2022/23, with 22,106, and best in 2021/22, with 13,965": of figures that stand in one line, all
    for the time that is told of them but one, which no other line has for it."""
    dated = [each for each in told if each.period and each.role is not Role.CHANGE and tells(each.quantity)]
    for line in lines if len(dated) > 1 else ():
        cells = {cell.period: cell for cell in line.dated}
        if len(cells) < len(line.dated):
            continue
        there = [(each, [cell for cell in line.dated if shows(cell, each.quantity)]) for each in dated]
        held = [(each, own[0]) for each, own in there if len(own) == 1 and each.period in cells]
        wrong = [(each, cell) for each, cell in held if cell.period != each.period]
        if len(wrong) != 1 or len(held) != len(dated):
            continue
        (each, own), right = wrong[0], cells[wrong[0][0].period]
        if not any(cell.period == each.period and shows(cell, each.quantity) for one in lines for cell in one.cells):
            working = f"the table on page {own.where} has {right.cell.figure.printed} for {each.time}"
            yield judged(
                Check.STATED_TWICE, Status.ERROR, sentence, own.quote, printed=each.time, working=working,
                message=f"printed {each.quantity.printed} for {each.time}; {working}, and {each.quantity.printed} for "
                "another time",
            )  # fmt: skip


# --- several rows -----------------------------------------------------------------------------------

_Pair = tuple[Told, Line, re.Match[str] | None]
"""A figure with the row that is named before it, and the end that this is said to stand at."""


def _of_column(pairs: Sequence[_Pair], lines: Sequence[Line]) -> Iterator[tuple[Told, _Right]]:
    """ "Highest in Elm (31.2) and lowest in Oak (4.5)": each with its row, of one column of which all but one are. That
    one is wrong where it is like its cell, or is another row's, or is told like the others to be an end."""
    for each, line, end in pairs if len(pairs) > 1 else ():
        columns = [
            {cell.column for cell in other.cells if _is_of(one, other) and shows(cell, one.quantity)}
            for one, other, _ in pairs if other is not line
        ]  # fmt: skip
        common = set.intersection(*columns)
        cells = [cell for cell in line.cells if cell.column in common and cell.unit is each.quantity.unit]
        if len(common) == 1 and len(cells) == 1 and not line.shows(each.quantity) and is_plain(each, line):
            crossed = any(shows(cell, each.quantity) for one in lines for cell in one.cells if cell.column in common)
            right = _Right(value=cells[0].value, cell=cells[0], working=has(cells[0], line))
            near = abs(abs(each.quantity.value) - right.value) <= right.value * NEAR
            if _is_like(each.quantity, right) or (near and (crossed or end)):
                yield each, right


def _paired(text: str, told: Sequence[Told], lines: Sequence[Line]) -> list[_Pair]:
    """Each of some rows with the only figure behind its label, up to the next; nothing where there are more figures, or
    not all are of one kind."""
    small, places = text.casefold(), list[tuple[int, Line]]()
    for line in lines:
        label = ASIDE.sub(" ", line.label).strip().casefold()
        if small.count(label) != 1:
            return []
        places.append((small.index(label), line))
    places.sort(key=lambda each: each[0])
    starts = [start for start, _ in places]
    pairs = []
    for (start, line), end in zip(places, [*starts[1:], len(text)], strict=False):
        own = [each for each in told if start <= each.quantity.start < end]
        if len(own) != 1:
            return []
        pairs.append((own[0], line, _END.search(text[:start])))
    alike = len({(each.quantity.unit, each.role is Role.CHANGE) for each, _, _ in pairs}) == 1
    alike = alike and len(pairs) == len(told)
    return pairs if alike else []


def _of_list(told: Sequence[Told], lines: Sequence[Line]) -> Iterator[tuple[Told, _Right]]:
    """ "71% went to inns, 24% to halls and 15% to schools": figures that each have words of a row of their own beside
    them, all but one of which are those of one column, or shares of its total."""
    alike = len({each.quantity.unit for each in told}) == 1 and all(each.role is not Role.CHANGE for each in told)
    for texts in (
        ([each.behind for each in told], [each.ahead for each in told]) if alike and len(told) >= LISTED else ()
    ):
        rows = [_row_in(text, lines) for text in texts]
        if len({row.label for row in rows if row}) < len(told):
            continue
        found = []
        for column in sorted({cell.column for row in rows if row for cell in row.cells}):
            rights = [
                _in_column(each.quantity, row, lines, column) for each, row in zip(told, rows, strict=True) if row
            ]
            wrong = [
                (each, right) for each, right in zip(told, rights, strict=True)
                if right and not range_of(each.quantity).size.meets(Interval.of(right.value))
            ]  # fmt: skip
            if None not in rights and len(wrong) <= 1:
                found.append(wrong)
        same = {each.quantity.start for wrong in found for each, _ in wrong}
        values = [right.value for wrong in found for _, right in wrong]
        if len(same) == 1 and len(values) == len(found) and max(values) - min(values) <= 1:
            yield found[-1][0]
        return


def _row_in(text: str, lines: Sequence[Line]) -> Line | None:
    """The only row that stands among others of which a text has a word that is no other one's."""
    ranked, words = [line for line in lines if line.ranked], frozenset(stems(text))
    many = Counter(word for line in ranked for word in line.name)
    own = [line for line in ranked if any(many[word] == 1 for word in line.name & words)]
    return own[0] if len(own) == 1 else None


def _in_column(quantity: Quantity, row: Line, lines: Sequence[Line], column: tuple[int, int]) -> _Right | None:
    """What a row has in a column in the unit of a figure: as it stands, or in per cent of all rows."""
    cell = next((each for each in row.cells if each.column == column), None)
    if cell is None or (cell.unit is not quantity.unit and Unit.PERCENT not in (cell.unit, quantity.unit)):
        return None
    if cell.unit is quantity.unit:
        return _Right(value=cell.value, cell=cell, working=has(cell, row))
    total = sum(
        (each.value for line in lines if line.ranked for each in line.cells if each.column == column), Decimal(0)
    )
    if cell.unit is Unit.PERCENT or not total:
        return None
    share = cell.value * 100 / total
    return _Right(value=share, cell=cell, working=f"{has(cell, row)}, {plain(share)} % of {plain(total)}")


LISTED = 3
"""Figures of a list of which one is held against its row: two others show which column it is."""

ROWS = 4
"""Rows that a column needs of which one is said to be the highest: of three, one is by chance."""

_END = pattern_of(
    r"\b(?:was|were|is|are|and)\s+(?:the\s+)?(?:(?P<high>highest|largest|greatest|biggest|most)|lowest|smallest|fewest|least)\s+"
    r"(?:in|at|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_SOME = pattern_of(
    r"^(?:of|among|amongst|within|outside|in|for)\b|\b(?:of|among|amongst)\s+(?:the|those|these)\b", re.IGNORECASE
)


def _ranked(
    sentence: Quote, pairs: Sequence[_Pair], lines: Sequence[Line], column: tuple[int, int]
) -> Iterator[Checked]:
    """Each row that is said to be the highest or the lowest, with its figure of the column that all figures of the
    sentence stand in, where another row is."""
    if _OF_SOME.search(sentence.text):
        return
    others = {line.label: cell for line in lines if line.ranked for cell in line.cells if cell.column == column}
    for each, line, end in pairs:
        if end is None or line.label not in others or len(others) < ROWS or not tells(each.quantity):
            continue
        label, right = (max if end["high"] else min)(others.items(), key=lambda other: other[1].value)
        if right.value != others[line.label].value:
            working = f"in the table {label} is, with {right.cell.figure.printed}"
            yield judged(
                Check.STATED_TWICE, Status.ERROR, sentence, right.quote, printed=each.quantity.printed,
                expected=right.cell.figure.printed, working=working,
                message=f"said to be the {'highest' if end['high'] else 'lowest'}: {line.label}, with "
                f"{each.quantity.printed}; {working}",
            )  # fmt: skip
