"""Room `sheets`: a table made to fit a width: columns that share the room, or a block for each row.

Takes texts and a number of characters, gives widths or lines. Rich and tabulate take from every column alike, so that
an action stands a word a line beside a page number with room, and "22,000" is folded into two figures. Here each column
has room for its longest word, and the rest goes, character by character, where it saves the most lines.
"""

import textwrap
from collections.abc import Sequence

from scrutiny.sheets.cells import show
from scrutiny.sheets.model import Column, Row, Table

NARROW = 120
"""Below this width only the columns are shown that a person needs at once."""

LONGEST_WORD = 14
"""A longer word (a file name, an address) may be folded; a column as wide as that would starve the others."""

LONGEST_REFERENCE = 20
"""A reference is copied into a letter: where each cell of a column is one word, those are not folded up to here."""

LEAST_PROSE = 24
"""Characters that a column of sentences needs to be read: with less, each row becomes a block of its own."""

PROSE = 60
"""A cell of more characters is a sentence."""


def columns_for(table: Table, width: int) -> tuple[Column, ...]:
    """The columns that people see at this width."""
    return tuple(column for column in table.shown if width >= NARROW or not column.wide)


def text_of(table: Table, row: Row, column: Column) -> str:
    """A cell as people read it; a page that prints no number is cited by its place in the PDF."""
    link = table.link_of(row, column)
    return link.label if link is not None else show(row[column.name])


def fit_columns(
    columns: Sequence[Sequence[str]], width: int, *, edges: int, between: int, longest_word: int = LONGEST_WORD
) -> list[int] | None:
    """The width of each column, heading first among its texts; None where they do not fit or prose would be a word a
    line. `edges` and `between` are the characters that a frame takes; no column needs more than the longest word."""
    wanted = [max((len(cell) for cell in column), default=0) for column in columns]
    words = [max((len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    longest = [
        max(longest_word, LONGEST_REFERENCE) if all(" " not in cell for cell in column[1:]) else longest_word
        for column in columns
    ]
    least = [max(1, min(word, most, top)) for word, most, top in zip(words, wanted, longest, strict=True)]
    letters = [sum(len(cell) for cell in column) for column in columns]
    spare = width - edges - between * (len(columns) - 1) - sum(least)
    if spare < 0:
        return None
    given = list(least)
    for _ in range(spare):
        saved = [letters[at] / (room * (room + 1)) if room < wanted[at] else 0.0 for at, room in enumerate(given)]
        best = max(range(len(given)), key=saved.__getitem__, default=None)
        if best is None or not saved[best]:
            break
        given[best] += 1
    starved = any(want > PROSE and room < LEAST_PROSE for want, room in zip(wanted, given, strict=True))
    return None if starved else given


def wrap(text: str, width: int) -> str:
    """The text in lines of at most so many characters."""
    return "\n".join(textwrap.wrap(text, max(width, 1), break_on_hyphens=False)) if len(text) > width else text


def block_lines(headings: Sequence[str], cells: Sequence[str], width: int) -> list[str]:
    """A row as a block: each heading with its text beside it, empty ones left out, and an empty line at the end."""
    room = max((len(heading) for heading, cell in zip(headings, cells, strict=True) if cell), default=0) + 2
    lines = []
    for heading, cell in zip(headings, cells, strict=True):
        if cell:
            first, *rest = textwrap.wrap(cell, max(width - room, 20), break_on_hyphens=False) or [""]
            lines += [f"{heading:<{room}}{first}", *(" " * room + line for line in rest)]
    return [*lines, ""]
