"""Room `tables`: from the grids of single pages to tables.

Takes the grids found on pages in order, gives `TableRead`s: a grid that goes on on the next page is joined to it, the
rows of its heading are told from the others, and the heading of each column is put together.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures import parse_figure
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Word
from scrutiny.tables.model import Cell, RowKind, Strategy, TableRead
from scrutiny.tables.pieces import FIGURE, UNIT, YEAR, is_figure, measures
from scrutiny.tables.ruled import Grid

SAME_COLUMNS = {Strategy.RULED: 4.0, Strategy.ALIGNED: 15.0}
"""Points by which the columns of a table may shift from one page to the next."""

MARGIN = 40.0
"""Points by which the whole of it may."""

_CONTINUED = pattern_of(r"\W*\bcont(?:inued\b|\.|d\b)\W*", re.IGNORECASE)
"""What says above the rest of a table that it goes on."""


class FoundTable(Struct, frozen=True):
    """A grid of one page with what is needed to stitch it."""

    grid: Grid
    strategy: Strategy
    words: tuple[Word, ...]
    page: int
    height: float
    caption: str | None
    first_on_page: bool
    """Whether nothing but the page's head stands above it."""
    last_on_page: bool
    """Whether nothing but the page's foot stands below it: then it may go on on the next page."""
    heads: frozenset[str] = frozenset()
    """The lines in the upper part of the page, without its number."""
    above: frozenset[str] | None = None
    """All lines that stand above the first table of a page, without its number."""


def join_tables(found: Iterable[FoundTable]) -> tuple[TableRead, ...]:
    """The tables, those as one that run over a page break."""
    groups: list[list[FoundTable]] = []
    for part in found:
        if groups and _goes_on(groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(part for group in groups for part in _parted(_table(group)))


def _parted(table: TableRead) -> Iterator[TableRead]:
    """A table, or the tables of it: where a row repeats its headings and names another thing before them ("North
    Panel", and below it "South Panel"), one more begins."""
    heading = [cell.text.casefold() for cell in table.header]
    starts = [
        at
        for at, row in enumerate(table.rows)
        if row[0].text and row[0].text.casefold() != heading[0]
        and sum(map(bool, heading[1:])) >= PAIR and [cell.text.casefold() for cell in row[1:]] == heading[1:]
    ]  # fmt: skip
    if not heading[0] or not starts:
        yield table
        return
    depth = len(table.grid) - len(table.rows)
    for first, last in pairwise([-1, *starts, len(table.rows)]):
        rows = table.rows[first + 1 : last]
        head = table.grid[:depth] if first < 0 else (table.rows[first],)
        yield replace(
            table, rows=rows, grid=(*head, *rows), header=table.header if first < 0 else table.rows[first],
            caption=table.caption if first < 0 else None,
            kinds=(*(table.kinds[:depth] if first < 0 else (RowKind.HEADING,)), *map(_kind, rows)),
            box=table.box if first < 0 else table.rows[first][0].box,
        )  # fmt: skip


PAIR = 2
"""Headings that a row must repeat: one is as often a word of the table."""


def _goes_on(group: Sequence[FoundTable], part: FoundTable) -> bool:
    """Whether a table is the rest of the one on the page before: nothing stands between them but what heads both pages
    alike, their columns are the same, and it begins with no other heading."""
    before = group[-1]
    if part.page != before.page + 1 or part.strategy is not before.strategy or not before.last_on_page:
        return False
    if part.above is None:
        return False
    told, known = part.above - before.heads, {*before.heads, group[0].caption, ""}
    if not all(_CONTINUED.search(line) and (part.first_on_page or _CONTINUED.sub("", line) in known) for line in told):
        return False
    first = group[0].grid.rows
    repeated = _repeats(part.grid.rows, first[: _heading(group[0].grid)[1] or 1])
    if not repeated and first[0][0].text and first[0][0].text == part.grid.rows[0][0].text:
        return False  # a form that is filled in anew
    if part.above and not (repeated or told or part.first_on_page):
        return False  # under a title that comes again stands another table, unless its headings do too
    named = repeated and sum(bool(cell.text) for cell in first[0]) > PAIR and len(first[0]) == len(part.grid.rows[0])
    return bool(named or (_same_columns(before, part) and (repeated or not _heads(part.grid))))


def _same_columns(before: FoundTable, part: FoundTable) -> bool:
    """Whether the columns of two parts stand at the same places, all of them moved by as much as the margins of a left
    and of a right page may differ, or their words one under another."""
    one, other = before.grid.lefts, part.grid.lefts
    if len(one) != len(other):
        return False
    moved = other[0] - one[0] if len(one) > PAIR and abs(other[0] - one[0]) <= MARGIN else 0.0
    near = SAME_COLUMNS[part.strategy]
    if any(all(abs(a + by - b) <= near for a, b in zip(one, other, strict=True)) for by in (0.0, moved)):
        return True
    above, below = before.grid.contents, part.grid.contents
    if not above or len(above) != len(below):
        return False
    return all(
        (min(a.right, b.right) - max(a.left, b.left) > 0) == (i == j)
        for i, a in enumerate(above)
        for j, b in enumerate(below)
    )


def _repeats(rows: Sequence[tuple[Cell, ...]], first: Sequence[tuple[Cell, ...]]) -> int:
    """How many rows at the head of a part are those at the head of the table, printed again."""
    count = 0
    for row, other in zip(rows, first, strict=False):
        if [cell.text for cell in row] != [cell.text for cell in other] or not any(cell.text for cell in row):
            break
        count += 1
    return count


def _heads(grid: Grid) -> bool:
    """Whether a grid begins with a heading: words only, over columns that hold figures below it."""
    if grid.heading:
        return True
    figures, filled = _over_figures(grid.rows)
    return bool(figures) and len(filled) >= 0.6 * len(figures) and all(map(_is_word, filled))


def _begins(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the first row is one like the others, which a heading over them is missing from: it has figures where
    they have, and not only the numbers of years, days or questions."""
    filled = _over_figures(rows)[1]
    measured = any(measures(parse_figure(cell.text)) for cell in filled)
    return len(rows) > LIKE and len(filled) >= PAIR and measured and not any(map(_is_word, filled))


LIKE = 3
"""Rows below it that show what a row is like."""


def _over_figures(rows: Sequence[tuple[Cell, ...]]) -> tuple[list[int], list[Cell]]:
    """The columns that hold figures below the first row, and what this one has over them."""
    rest = rows[1:] if len(rows) > PAIR else ()
    figures = [c for c in range(len(rows[0])) if _mostly_figures([row[c] for row in rest])]
    return figures, [rows[0][c] for c in figures if rows[0][c].text]


def _is_word(cell: Cell) -> bool:
    return not is_figure(cell.text) or YEAR.match(cell.text) is not None


def _mostly_figures(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if cell.text]
    return bool(filled) and sum(is_figure(cell.text) for cell in filled) > 0.7 * len(filled)


# --- heading --------------------------------------------------------------------------------------


def _table(group: list[FoundTable]) -> TableRead:
    first = group[0]
    rows = list(first.grid.rows)
    header, depth, kinds = _heading(first.grid)
    grid = rows[:depth]
    body = rows[depth:]
    for part in group[1:]:
        more = list(part.grid.rows)
        more = more[_repeats(more, rows[: max(depth, 1)]) :]
        if more and _continues_row(more[0]) and body:
            body[-1] = tuple(_join(a, b) for a, b in zip(body[-1], more[0], strict=True))
            more = more[1:]
        body += more
    return TableRead(
        caption=first.caption,
        header=header,
        rows=tuple(body),
        pages=tuple(part.page for part in group),
        strategy=first.strategy,
        box=first.grid.box,
        words=tuple(part.words for part in group),
        grid=(*grid, *body),
        kinds=(*kinds, *(_kind(row) for row in body)),
        found=first.grid.found,
    )


def _heading(grid: Grid) -> tuple[tuple[Cell, ...], int, list[RowKind]]:
    """The heading of each column, the number of rows that make it, and the kind of each of them."""
    rows = grid.rows
    if grid.heading == 0 or (grid.heading is None and _begins(rows)):
        blank = tuple(replace(cell, text="", columns=1, rows=1, marks=()) for cell in rows[0])
        return blank, 0, []
    depth = grid.heading or _depth(rows)
    kinds = [RowKind.UNITS if n and _of_units(row) else RowKind.HEADING for n, row in enumerate(rows[:depth])]
    return _flat(rows[:depth]), depth, kinds


def _depth(rows: Sequence[tuple[Cell, ...]]) -> int:
    """How many of the first rows of a drawn table are its heading."""
    depth = 0
    while depth < len(rows) - 2 and _only_spans(rows[depth]):
        depth += 1  # "October to December" over the columns 2020, 2021 and Change
    depth += 1
    reach = max((n + cell.rows for n, row in enumerate(rows[:depth]) for cell in row if cell.text), default=depth)
    if depth < reach < len(rows) and not any(
        is_figure(cell.text) for row in rows[depth:reach] for cell in row if not YEAR.match(cell.text)
    ):
        depth = reach  # a heading that stands beside two rows of headings
    while depth < len(rows) - 1 and (
        _more_heading(rows[depth]) or _of_units(rows[depth])
        or (
            depth + 1 < len(rows) - 1 and not rows[depth - 1][0].text and rows[depth][0].text
            and _more_heading(rows[depth + 1])
        )
    ):  # fmt: skip
        depth += 1
    return depth


def _flat(rows: Sequence[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """The heading of each column by itself, from the rows of a heading: what stands over several is left out, unless
    there is nothing else."""
    flat = []
    for column in range(len(rows[0])):
        cells = [row[column] for row in rows]
        own = [cell for cell in cells if cell.text and cell.columns == 1] or [cell for cell in cells[-1:] if cell.text]
        marks = tuple(mark for cell in own for mark in cell.marks)
        cell = replace(cells[-1], columns=1, rows=1, marks=marks)
        flat.append(replace(cell, text=" ".join(each.text for each in own)))
    return tuple(flat)


def _only_spans(row: tuple[Cell, ...]) -> bool:
    """Whether a row holds nothing but headings that stand over several columns, or beside several rows."""
    filled = [cell for cell in row if cell.text]
    return bool(filled) and all(cell.columns > 1 for cell in filled)


def _of_units(row: tuple[Cell, ...]) -> bool:
    """Whether a row holds units and nothing else."""
    filled = [cell for cell in row if cell.text]
    return bool(filled) and all(UNIT.match(cell.text) for cell in filled)


def _more_heading(row: tuple[Cell, ...]) -> bool:
    """Whether a row below the heading is more of it ("Balance" and "£m" below "31-Mar-24"): it names no row, holds
    no figure, and stands over more than one column."""
    filled = [cell for cell in row if cell.text]
    return not row[0].text and len(filled) >= 2 and not any(FIGURE.match(cell.text) for cell in filled)


def _kind(row: tuple[Cell, ...]) -> RowKind:
    filled = [cell for cell in row if cell.text]
    alone = len(filled) == 1 and filled[0] is row[0] and len(row) > 2
    return RowKind.SECTION if alone and not is_figure(row[0].text) else RowKind.BODY


def _continues_row(row: tuple[Cell, ...]) -> bool:
    """Whether a row is the rest of one that the page break cut: nothing in its first cell, text in few others."""
    filled = [cell for cell in row if cell.text]
    return not row[0].text and 0 < len(filled) <= max(1, len(row) // 3)


def _join(one: Cell, other: Cell) -> Cell:
    return replace(one, text=f"{one.text} {other.text}".strip(), marks=one.marks + other.marks)
