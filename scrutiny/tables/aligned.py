"""Room `tables`: tables without drawn lines.

Takes the words of one page, gives grids. Finds the runs of lines that may be a table; `fitting` reads their cells. A
run is a table when figures stand in columns beside labels in three rows or more. Prose, contents pages with dot
leaders, and the numbers along the axes of a chart are none.
"""

import functools
import re
from collections.abc import Sequence
from itertools import islice

from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Line, Word
from scrutiny.sources import Box
from scrutiny.tables.fitting import FEWEST_ROWS, fit_run
from scrutiny.tables.pieces import PieceLine, inside, is_row, lines_of, plain
from scrutiny.tables.ruled import Grid
from scrutiny.tables.turning import Sheet
from scrutiny.tables.vetoes import enumerates, is_axis, lists_pages, prose_columns

_LIKE_ROW = pattern_of(
    r"(?:^|\s)[(+\-–−]*£*[+\-–−]?\d[\d,]*(?:\.\d+)?(?:%|pp|k|m)?\)?[*†‡#]*[ \t]*$|\s(?:na|n/a|-|–|\*|<\d+)\s*$",
    re.MULTILINE,
)
"""A line of the page's text that ends with a figure."""

_LAST_OF_ROW = frozenset(",%pkm)*†‡#a-–")
"""What such a line ends with, other than a digit: few other lines do, and are looked at."""

_FIGURE_IN_TEXT = pattern_of(r"[£(+\d-](?<!\S[£(+\d-])(?:(?<=\d)|\d)[\d,.]*[%)]?(?!\S)")
"""A figure between white space, with a sign before it. What must stand before it is asked behind its first letter, so
that only the letters with which one begins are looked at."""

MANY_FIGURES = 8
"""Fewer figures than a table of three rows prints, if its rows end in words."""

WIDE = 0.6
"""Ems a character above which a line has white within: words alone take about a half."""

APART = 3.2
"""Lines (of the words' own size) between two rows above which a table has ended."""


def may_hold_figures(text: str) -> bool:
    """Whether a page's text has lines enough that end with figures, or figures enough, for a table of them. Cheap: no
    word's place is asked for."""
    return _rows_of_figures(text) or _figures_in(text) >= MANY_FIGURES


def may_align(text: str) -> bool:
    """Whether a page's text has figures enough for the smallest table of them."""
    return _figures_in(text) >= FEWEST_ROWS


@functools.lru_cache(maxsize=4)
def _figures_in(text: str) -> int:
    """How many figures a text has, as far as it matters."""
    return sum(1 for _ in islice(_FIGURE_IN_TEXT.finditer(text), MANY_FIGURES))


@functools.lru_cache(maxsize=4)
def _rows_of_figures(text: str) -> bool:
    text = text.replace("\r", "")
    first = found = 0
    for line in text.split("\n"):
        last = first + len(line)
        found += _may_be_row(line) and _LIKE_ROW.search(text, max(0, first - 1), last) is not None
        first = last + 1
        if found == FEWEST_ROWS:
            return True
    return False


def _may_be_row(line: str) -> bool:
    last = line.rstrip()[-1:]
    return last.isdecimal() or last in _LAST_OF_ROW


def _like_row(line: Line) -> bool:
    """Whether a line ends with a figure or holds one, and has white within, by its width for so many characters; or is
    a figure."""
    if len(line.text) > 8 and line.box.width <= WIDE * line.size * len(line.text):
        return False
    if _may_be_row(line.text) and _LIKE_ROW.search(line.text):
        return True
    return _FIGURE_IN_TEXT.search(line.text) is not None


def find_aligned(page: Sheet, taken: Sequence[Box], frames: Sequence[Box] = ()) -> list[Grid]:
    """The tables on a page outside the boxes that are taken by drawn tables, from top to bottom."""
    if not may_align(page.text) or sum(_like_row(line) for line in page.lines) < FEWEST_ROWS - 1:
        return []
    free = [word for word in plain(page.words) if not inside(word, taken)]
    lines = lines_of(free)
    frames = [*frames, *prose_columns(lines)]
    grids: list[Grid] = []
    parts = [lines_of(part) for part in _parts(free, frames)] if frames else [lines]
    for run in (run for part in parts for run in _runs(part, taken)):
        grid = fit_run(run, page.pdf_page)
        if grid is not None and not _is_list(grid):
            grids.append(grid)
    return grids


def _parts(words: Sequence[Word], frames: Sequence[Box]) -> list[list[Word]]:
    """The words of the page, and of each box that is drawn round a part of it."""
    parts: list[list[Word]] = [[] for _ in range(len(frames) + 1)]
    for word in words:
        own = next((n for n, box in enumerate(frames) if box.holds(word.box)), len(frames))
        parts[own].append(word)
    return [part for part in parts if part]


def _is_list(grid: Grid) -> bool:
    """Whether a grid is a list of contents or of paragraphs."""
    depth = 1 if grid.heading is None else grid.heading
    header = [cell.text for cell in grid.rows[depth - 1]] if depth else []
    return lists_pages(header, grid.rows[depth:]) or enumerates(grid.rows[depth:])


def _runs(lines: list[PieceLine], taken: Sequence[Box]) -> list[list[PieceLine]]:
    """Runs of lines that may be one table each: no prose within, and no wide white."""
    runs: list[list[PieceLine]] = [[]]
    for line in lines:
        last = runs[-1][-1] if runs[-1] else None
        if last is not None and (
            any(last.bottom <= box.top and box.bottom <= line.top for box in taken)
            or line.top - last.bottom > APART * max(line.size, last.size)
        ):
            runs.append([])
        elif last is not None and line.heads:
            rows = max((at for at, other in enumerate(runs[-1], start=1) if is_row(other)), default=0)
            if rows and _begins(line, runs[-1][rows - 1 :]):
                runs[-1:] = [runs[-1][:rows], runs[-1][rows:]]
        if is_axis(line):
            runs[-1] = []  # what stands above the axis of a chart is the chart
        elif line.leads or (line.prose and not line.anchors):
            runs.append([])
        else:
            runs[-1].append(line)
    return [run for run in runs if sum(line.anchors for line in run) >= FEWEST_ROWS - 1 and len(run) >= FEWEST_ROWS]


def _begins(line: PieceLine, before: Sequence[PieceLine]) -> bool:
    """Whether a line without figures is the heading of a table that follows another one, whose last row and the lines
    below it stand before: set apart from what is above it, or bold, or under a caption."""
    row, last = before[0], before[-1]
    if line.top - last.bottom > 0.5 * line.size or (line.bold and not last.bold):
        return True
    captioned = len(before) > 1 and all(len(other.pieces) == 1 for other in before[1:])
    return captioned and (line.bold or before[1].top - row.bottom > 0.5 * line.size)
