"""Room `sheets`: a table made to fit a width: columns that share the room, or a block for each row.

Takes texts and a number of characters, gives wrapped texts with the width of each column, or lines. Rich takes from
every column alike. Here each has room for its longest word, and the rest goes, character by character, where it saves
the most lines. No word of at most `LONGEST_WORD` letters is broken; a longer one is behind a hyphen, a slash or an
underscore, else anywhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from msgspec import Struct

from scrutiny.language.patterns import pattern_of
from scrutiny.sheets.cells import show_figure
from scrutiny.sheets.model import Column, Row, Table

NARROW = 140
"""Below this width people see only what they need at once: at 120 characters all columns leave 20 for an action."""

LONGEST_WORD = 20
"""A longer word (a file name, an address) may be broken; a column as wide as that would starve the others. References
("2022-01-07/6.10"), which are copied into letters, and English words are shorter."""

LEAST_PROSE = 24
"""Characters that a column of sentences needs to be read: with less, each row becomes a block of its own, where the
blocks take no more lines than the table."""

PROSE = 60
"""A cell of more characters is a sentence."""

SHORT_CELL = 14
"""Rows whose cells all fit a column of so many characters, in at most `SHORT_LINES` lines, stand side by side where the
table does not fit: a school with its figures beside the next school."""

SHORT_LINES = 3

GAP = 2
"""Characters between two columns of text."""

_BEHIND_MARK = pattern_of(r"(?<=[^\W\d_][-/_])(?=[^\W\d_])")
"""Where a long word may end: behind a hyphen, slash or underscore between letters, never within a date or a figure."""

_IN_YEARS = pattern_of(r"(?<=\d[-/–])(?=\d)")
"""Where a heading may end besides, when there is no room else: "2021/" above "22"."""


class Fitted(Struct, frozen=True, kw_only=True):
    """A table that fits: its texts, wrapped, with the width of each column and the room between two."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    between: int


def columns_for(table: Table, width: int) -> tuple[Column, ...]:
    """The columns that people see at this width."""
    return tuple(column for column in table.shown if width >= NARROW or not column.wide)


def text_of(table: Table, row: Row, column: Column) -> str:
    """A cell as people read it; a page that prints no number is cited by its place in the PDF."""
    link = table.link_of(row, column)
    return link.label if link is not None else show_figure(row[column.name], column)


def fit_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, edges: int, between: Sequence[int]
) -> Fitted | None:
    """The table made to fit; None where it cannot, or where prose would be a word a line and blocks are shorter.
    `edges` and `between` are the characters that a frame takes: of several gaps between columns the first whose table
    has the fewest lines. With a narrower gap years in headings are broken too, where they do not fit else."""
    found = [
        each
        for gap in between
        if (each := _fit(headings, rows, width - edges, gap, in_years=gap != between[0])) is not None
    ]
    if not found:
        return None
    best = min(found, key=_count_lines)
    starved = any(
        room < LEAST_PROSE and max((len(row[at]) for row in rows), default=0) > PROSE
        for at, room in enumerate(best.widths)
    )
    return None if starved and _count_lines(best) >= len(block_lines(headings, rows, width)) else best


def _fit(
    headings: Sequence[str], rows: Sequence[Sequence[str]], width: int, gap: int, *, in_years: bool
) -> Fitted | None:
    heads = [_IN_YEARS.sub(" ", heading) for heading in headings] if in_years else headings
    texts = [[head, *(row[at] for row in rows)] for at, head in enumerate(heads)]
    widths = share_width(texts, width - gap * (len(headings) - 1))
    if widths is None:
        return None
    return Fitted(
        headings=tuple(wrap(head, room, in_years=in_years) for head, room in zip(headings, widths, strict=True)),
        rows=tuple(tuple(wrap(cell, room) for cell, room in zip(row, widths, strict=True)) for row in rows),
        widths=tuple(widths), between=gap,
    )  # fmt: skip


def _count_lines(fitted: Fitted) -> int:
    return sum(max((cell.count("\n") + 1 for cell in row), default=1) for row in (fitted.headings, *fitted.rows))


def share_width(columns: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """The width of each column (its heading first) within `room`: its longest word at least; None if too much."""
    wanted = [max((len(cell) for cell in column), default=0) for column in columns]
    given = [max((_least(word) for cell in column for word in cell.split()), default=1) for column in columns]
    letters = [sum(len(cell) for cell in column) for column in columns]
    spare = room - sum(given)
    if spare < 0:
        return None
    for _ in range(spare):
        saved = [letters[at] / (width * (width + 1)) if width < wanted[at] else 0.0 for at, width in enumerate(given)]
        best = max(range(len(given)), key=saved.__getitem__, default=None)
        if best is None or not saved[best]:
            break
        given[best] += 1
    return given


def _least(word: str) -> int:
    """Characters that a word needs."""
    if len(word) <= LONGEST_WORD:
        return len(word)
    return min(max(len(piece) for piece in _BEHIND_MARK.split(word)), LONGEST_WORD)


def wrap(text: str, width: int, *, in_years: bool = False) -> str:
    """The text in lines of at most so many characters; `in_years` also breaks "2021/22"."""
    return text if len(text) <= width else "\n".join(_lines(text, max(width, 1), in_years=in_years))


def _lines(text: str, width: int, *, in_years: bool = False) -> list[str]:
    lines = [""]
    for word in text.split():
        room = width - len(lines[-1]) - (1 if lines[-1] else 0)
        if len(word) <= room:
            lines[-1] += f" {word}" if lines[-1] else word
        elif len(word) <= width:
            lines.append(word)
        else:
            marks = _IN_YEARS if in_years and _IN_YEARS.search(word) else _BEHIND_MARK
            for at, piece in enumerate(_cut(marks.split(word), width)):
                if not lines[-1] or (at and len(lines[-1]) + len(piece) <= width):
                    lines[-1] += piece
                elif not at and len(piece) <= room:
                    lines[-1] += f" {piece}"
                else:
                    lines.append(piece)
    return lines


def _cut(pieces: Sequence[str], width: int) -> Iterator[str]:
    """The pieces of a word, those without a mark to break at cut where the line ends."""
    for piece in pieces:
        yield from (piece[at : at + width] for at in range(0, len(piece), max(width, 1)))


def hang(text: str, width: int, indent: str = "  ") -> list[str]:
    """A sentence in lines of at most so many characters, all but the first indented."""
    first, *rest = _lines(text, max(width - len(indent), 1))
    return [first, *(indent + line for line in rest)]


def block_lines(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The rows as blocks: each heading with its text beside it, empty ones left out, an empty line behind each. Rows of
    short cells stand side by side, as many as there is room for."""
    used = [heading for at, heading in enumerate(headings) if any(row[at] for row in rows)]
    names = min(max((len(heading) for heading in used), default=0), width // 2)
    lines: list[str] = []
    for group in _groups(rows, width - names):
        rooms = [width - names - 2] if len(group) == 1 else [_room(row) for row in group]
        for at, heading in enumerate(headings):
            if any(row[at] for row in group):
                cells = [_lines(row[at], room) for row, room in zip(group, rooms, strict=True)]
                lines += side_by_side([_lines(heading, names), *cells], [names, *rooms])
        lines.append("")
    return lines


def _groups(rows: Sequence[Sequence[str]], width: int) -> Iterator[list[Sequence[str]]]:
    """The rows in groups that stand side by side: each alone where any has a cell that is not short."""
    short = all(_room(row) <= SHORT_CELL and _height(row) <= SHORT_LINES for row in rows)
    group: list[Sequence[str]] = []
    for row in rows:
        if group and (not short or sum(_room(each) + 2 for each in [*group, row]) > width):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _room(row: Sequence[str]) -> int:
    """The width of a row that stands beside others."""
    longest = max((len(word) for cell in row for word in cell.split()), default=1)
    return max(longest, min(max((len(cell) for cell in row), default=1), SHORT_CELL - 2))


def _height(row: Sequence[str]) -> int:
    room = _room(row)
    return max((len(_lines(cell, room)) for cell in row), default=1)


def side_by_side(
    columns: Sequence[Sequence[str]], rooms: Sequence[int], aside: Iterable[bool] = repeat(False)
) -> Iterator[str]:
    """Columns of lines as lines, those of the columns `aside` to the right."""
    for at in range(max(map(len, columns), default=0)):
        cells = zip((column[at] if at < len(column) else "" for column in columns), rooms, aside, strict=False)
        yield (" " * GAP).join(text.rjust(room) if right else text.ljust(room) for text, room, right in cells).rstrip()
