"""Room `families/minutes`: the cells of a table that is no log, each read alone.

Takes a page and the tables on it, gives the page with the lines of each cell as a part of their own: across cells of
several lines that stand side by side no sentence runs.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from scrutiny.families.minutes.margins import Sheet
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Line, Page, Word
from scrutiny.tables import Cell, Found, FoundTable

DRAWN = (Found.LINES, Found.SOME_LINES)
SEVERAL = 2
"""Lines of a cell, and cells of a row that have so many, from which on lines across the row are no sentences."""


def may_stand_in_cells(page: Page) -> bool:
    """Whether lines stand side by side, one pair below the other, between rules. Asked before tables are looked for."""
    heights = Counter((line.part, round(line.box.bottom)) for line in page.lines)
    beside = sum(count > 1 for count in heights.values()) >= SEVERAL or _HEADS.search(page.text) is not None
    return beside and len(page.rules) >= 2 * SEVERAL


_FIELD = r"(?:Decisions?|Resolutions?)(?:\s+(?:taken|made))?"
_HEADS = pattern_of(rf"^\s*{_FIELD}\b", re.MULTILINE)
_NAMES_DECISION = pattern_of(rf"{_FIELD}\W*")


def _is_form(table: FoundTable) -> bool:
    """Whether a table has a field in each row, its name in the first cell, and one of them is what was decided."""
    drawn = table.grid.found is Found.LINES
    names = [row[0].text.strip() for row in table.grid.rows if drawn and len(row) == SEVERAL]
    return len(names) == len(table.grid.rows) > 1 and any(map(_NAMES_DECISION.fullmatch, names))


def by_cell(sheet: Sheet, tables: Iterable[FoundTable]) -> Sheet:
    """The page with the lines of each such row cell by cell, from left to right."""
    lines = list(sheet.lines)
    places: dict[int, tuple[float, int]] = {}
    for table in tables:
        form = _is_form(table)
        for row in table.grid.rows if table.grid.found in DRAWN else ():
            pieces = [one for line in lines for one in _pieces(line, row, table.words)]
            cells = [[one for one in pieces if cell.box.holds(one.box)] for cell in row]
            deep = sum(len({round(line.box.bottom) for line in own}) >= SEVERAL for own in cells)
            if deep >= SEVERAL or (form and len(row) == SEVERAL):
                lines = pieces
                places |= {id(one): (row[0].box.top, at) for at, own in enumerate(cells) for one in own}
    lines.sort(key=lambda line: (line.part, *places.get(id(line), (line.box.bottom, 0)), line.box.bottom))
    runs = itertools.groupby(lines, key=lambda line: (line.part, places.get(id(line))))
    read = [replace(line, part=at, cell=place is not None) for at, ((_, place), run) in enumerate(runs) for line in run]
    return replace(sheet, lines=tuple(read)) if places else sheet


def _pieces(line: Line, row: Sequence[Cell], words: Iterable[Word]) -> list[Line]:
    """A line that runs from cell to cell, cut at their edges; any other as it is."""
    over = [cell.box for cell in row if cell.box.top <= line.box.middle <= cell.box.bottom]
    if sum(box.left < line.box.right - 1 and box.right > line.box.left + 1 for box in over) < SEVERAL:
        return [line]
    own = sorted((word for word in words if line.box.holds(word.box)), key=lambda word: word.box.left)
    if " ".join(word.text for word in own) != line.text:
        return [line]
    runs = [[word for word in own if box.left <= word.box.centre < box.right] for box in over]
    if sum(map(len, runs)) != len(own):
        return [line]  # cells that overlap
    return [
        replace(
            line, text=" ".join(word.text for word in run), box=run[0].box.join(*(word.box for word in run)),
            bold=all(word.bold for word in run),
        )
        for run in runs
        if run
    ]  # fmt: skip
