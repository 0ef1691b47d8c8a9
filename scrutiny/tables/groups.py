"""Room `tables`: groups and their members, where both are rows of one table.

Takes a `MeasureTable`, gives a `GroupColumn` for each column of labels whose names hold for several rows ("Area"
beside "School"), whether a name is printed once above blanks, over the rows that it spans, or again in every row; and
the blocks of a table that is made of rows with their totals right above or below them, which the figures alone tell.
"""

import itertools
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from functools import cache

from msgspec import Struct

from scrutiny.tables.measure import MeasureTable
from scrutiny.tables.roles import Role


class GroupColumn(Struct, frozen=True, kw_only=True):
    """Of each row of figures the group that it stands in (a total has that of the row above it), and what its other
    labels say; "" where nothing is printed."""

    heading: str
    names: tuple[str, ...]
    members: tuple[str, ...]


def group_columns(table: MeasureTable) -> Iterator[GroupColumn]:
    """The columns of groups, from the left. None where the first row has no name, or a name stands by itself on a line:
    then it may stand in the middle of its rows, and nothing tells where they begin."""
    width = table.columns[0].at if table.columns else 0
    for at in range(width) if width > 1 else ():
        alone = any(
            row[at].text.strip() and sum(bool(cell.text.strip()) for cell in row) == 1 for row in table.table.rows
        )
        names = tuple(line.labels[at] for line in table.rows)
        members = tuple(" ".join(filter(None, line.labels[:at] + line.labels[at + 1 :])) for line in table.rows)
        pairs = list(zip(names, members, strict=True))
        own = [pair for pair, line in zip(pairs, table.rows, strict=True) if line.role is not Role.TOTAL and all(pair)]
        groups, each = len({name for name, _ in own}), len({member for _, member in own})
        begins = at > 0 or next((name for name, member in pairs if member), "")
        if 1 < groups <= each and groups < len(pairs) and len(set(own)) == len(own) and begins and not alone:
            yield GroupColumn(heading=table.table.header[at].text, names=names, members=members)


ENOUGH_SUMS = 4
"""So many sums over nothing and other than nought must come out before they are no chance."""

PAIR = 2
"""Rows of a block that is no more than a row and the same again."""

MOST_ROWS = 200


def find_blocks(table: MeasureTable) -> dict[int, range]:
    """The rows that each total holds, where all rows but one at an end are totals and what they hold: the totals all
    above their rows, or all below. None where the figures allow it in no way, or in several."""
    rows = range(len(table.rows))
    figures = [tuple(_Cell(cell.figure.value or Decimal(0), cell.unit.adds, cell.hidden) for cell in row)
               for row in table.cells]  # fmt: skip
    ways: list[dict[int, range]] = []
    for own in (rows, rows[1:], rows[:-1]) if len(rows) <= MOST_ROWS else ():
        for above in (True, False):
            order = own if above else own[::-1]
            cells = [figures[row] for row in order]
            for lengths in _parted(cells):
                starts = itertools.accumulate((0, *lengths))
                held = {order[at]: order[at + 1 : at + size] for at, size in zip(starts, lengths, strict=False)}
                ways.append({row: own if above else own[::-1] for row, own in held.items()})
        if ways:
            break
    return ways[0] if len(ways) == 1 else {}


class _Cell(Struct, frozen=True):
    value: Decimal
    adds: bool
    hidden: bool


def _parted(rows: Sequence[Sequence[_Cell]]) -> list[tuple[int, ...]]:
    """The ways to part rows into blocks of which the first row is what the others add to, two at most."""
    columns = list(enumerate(zip(*rows, strict=True)))
    growing = {at for at, own in columns if not any(cell.hidden or cell.value < 0 for cell in own)}
    tried = [_sums(rows[at:], growing) for at in range(len(rows))]

    @cache
    def ways(at: int) -> tuple[tuple[int, ...], ...]:
        if at == len(rows):
            return ((),)
        return tuple((size, *rest) for size in sorted(tried[at]) for rest in ways(at + size))[:2]

    def proven(lengths: Sequence[int]) -> bool:
        starts = itertools.accumulate((0, *lengths))
        sums = [tried[at][size] for at, size in zip(starts, lengths, strict=False) if size > PAIR]
        return len(lengths) > 1 and sum(sums) >= ENOUGH_SUMS

    return [lengths for lengths in ways(0) if proven(lengths)]


def _sums(rows: Sequence[Sequence[_Cell]], growing: Set[int]) -> dict[int, int]:
    """How many rows, the first counted, make a block of which that is the total, with the number of columns in which it
    is a sum other than nought; a column in which something is hidden shows nothing. Once more than the total stands in
    a `growing` column, where nothing is hidden or taken away, no more rows can make it one."""
    left = {at: cell.value for at, cell in enumerate(rows[0]) if cell.adds and not cell.hidden}
    filled = {at for at, value in left.items() if value}
    hidden = any(cell.hidden for cell in rows[0])
    found = {}
    for size, row in enumerate(rows[1:], start=2):
        hidden = hidden or any(cell.hidden for cell in row)
        left = {at: value - row[at].value for at, value in left.items() if not row[at].hidden}
        if any(left[at] < 0 for at in growing & left.keys()):
            break
        sums = len(filled & left.keys())
        if left and not any(left.values()) and (sums or not hidden):
            found[size] = sums
    return found
