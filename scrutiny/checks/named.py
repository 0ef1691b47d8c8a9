"""Room `checks`: figures that a sentence tells of rows of a table, against it.

Takes tables and sentences of one document. What the figures of a sentence prove themselves is `proven`'s matter, what
it says of the rows that it names `belied`'s; here are figures told of several rows, of which all but one stand in one
column, and of which one is said to be an end. Where the words leave another reading, nothing is said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.checks.belied import crossed, gone, out_of_step, spent
from scrutiny.checks.habits import Pair, check_habits, pairs_in
from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.prosefigures import likeness, range_of
from scrutiny.checks.proven import BUT_FOR, Index, Placed, place, unproven
from scrutiny.checks.reckoned import reckoned, strayed
from scrutiny.checks.tablefigures import ASIDE, TableFigure
from scrutiny.checks.told import (
    NEAR,
    OTHERWISE,
    Line,
    Told,
    has,
    is_plain,
    lines_of,
    shows,
    tells,
    told_in,
    wrong,
)
from scrutiny.figures import Interval, Unit
from scrutiny.figures.slips import SLIP
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
    """What a figure should be, the cell that says it, and how."""

    value: Decimal
    cell: TableFigure
    working: str


def check_named(
    tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph], wanted: Sequence[Paragraph] | None = None
) -> Iterator[Checked]:
    """Every figure of the paragraphs that are wanted, or of all, that a table belies by the names of its rows."""
    lines = lines_of(tables)
    if not lines:
        return
    index = Index(lines)
    pairs: list[Pair] = []
    for placed in _placed(paragraphs if wanted is None else wanted, index):
        pairs += pairs_in(placed)
        yield from _of_sentence(placed, lines)
    others = () if wanted is None else _placed(paragraphs, index)  # in which ways rows are told, all of them show
    yield from check_habits(pairs, (pair for placed in others for pair in pairs_in(placed)))


def _placed(paragraphs: Sequence[Paragraph], index: Index) -> Iterator[Placed]:
    """The sentences with figures, each with the lines that it may be about."""
    for paragraph in paragraphs:
        before = ""
        for sentence in paragraph.sentences:
            told = told_in(sentence.text) if len(sentence.text) <= LONGEST else ()
            if 0 < len(told) <= MOST:
                yield place(sentence, before, told, index)
            before = sentence.text


def _of_sentence(placed: Placed, tables: Sequence[Sequence[Line]]) -> Iterator[Checked]:
    sentence, told, settled = placed.sentence, placed.own.told, placed.settled
    named = [line for line, _ in placed.held if placed.own.names(line)]
    yield from gone(sentence, told, settled)
    yield from strayed(placed)
    yield from reckoned(placed)
    yield from spent(sentence, told, settled)
    another = list(unproven(placed))
    yield from another
    yield from crossed(sentence, told, named)
    yield from out_of_step(sentence, told, [line for line, held in placed.held if len(held) >= len(told) - 1])
    end = told[-1].quantity.end + len(told[-1].to_stop)
    colon = sentence.text.rfind(":", 0, told[-1].quantity.start) + 1
    listed = [each for each in told if each.quantity.start >= colon]
    told, begin = (listed, colon) if len(listed) > 1 else (told, 0)
    if len(told) < 2 or OTHERWISE.search(sentence.text, begin, end) or BUT_FOR.search(sentence.text, end):
        return
    found: dict[str, list[_Right]] = {}
    ends: list[list[Checked]] = []
    for lines in tables:
        own = [line for line in lines if line in named]
        own = [line for line in own if not any(line.name < other.name for other in own)]
        pairs = _paired(sentence.text, told, own)
        columns = [{cell.column for cell in line.cells if shows(cell, each.quantity)} for each, line, _ in pairs]
        if columns and len(common := set.intersection(*columns)) == 1:
            ends.append(list(_ranked(sentence, pairs, lines, *common)))
        for each, right in _of_column(pairs, lines):
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


# --- several rows -----------------------------------------------------------------------------------

_Pair = tuple[Told, Line, re.Match[str] | None]
"""A figure with the row that is named before it, and the end that this is said to stand at."""


def _of_column(pairs: Sequence[_Pair], lines: Sequence[Line]) -> Iterator[tuple[Told, _Right]]:
    """ "Highest in Elm (31.2) and lowest in Oak (4.5)": each with its row, of one column of which all but one are. That
    one is wrong where it is like its cell, or is another row's, or is told like the others to be an end."""
    for each, line, end in pairs if len(pairs) > 1 else ():
        columns = [
            {cell.column for cell in other.cells if tells(one.quantity) and shows(cell, one.quantity)}
            for one, other, _ in pairs if other is not line
        ]  # fmt: skip
        common = set.intersection(*columns)
        cells = [cell for cell in line.cells if cell.column in common and cell.unit is each.quantity.unit]
        if len(common) == 1 and len(cells) == 1 and not line.shows(each.quantity) and is_plain(each, line):
            crossed = any(shows(cell, each.quantity) for one in lines for cell in one.cells if cell.column in common)
            right = _Right(value=cells[0].value, cell=cells[0], working=has(cells[0], line))
            near = abs(abs(each.quantity.value) - right.value) <= right.value * NEAR
            if likeness(each.quantity, right.value) >= SLIP or (near and (crossed or end)):
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
