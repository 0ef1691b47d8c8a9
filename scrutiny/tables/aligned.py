"""Room `tables`: tables without drawn lines, and a second look at those that have them.

Takes the words of one page, gives grids. Columns are where figures stand one under another; they hold for one
page only. A blank cell is a place where nothing stands: nothing is found by counting from the left.

A run of lines is a table when figures stand in columns beside labels in three rows or more. Prose, contents pages
with dot leaders, and the numbers along the axes of a chart are none.
"""

import functools
import re
from collections.abc import Sequence

from scrutiny.pdf import Direction, Line, Word
from scrutiny.sources import Box
from scrutiny.tables.fitting import fit_run, grouped
from scrutiny.tables.model import Cell, Found
from scrutiny.tables.pieces import PROSE, YEAR, Piece, PieceLine, Span, inside, is_figure, lines_of, spans_of
from scrutiny.tables.ruled import Grid, join_words
from scrutiny.tables.turning import Sheet
from scrutiny.tables.vetoes import enumerates, is_axis, lists_pages, prose_columns

_LIKE_ROW = re.compile(
    r"(?:^|\s)[(+\-–−]*£*[+\-–−]?\d[\d,]*(?:\.\d+)?(?:%|pp|k|m)?\)?[*†‡#]*[ \t]*$|\s(?:na|n/a|-|–|\*|<\d+)\s*$",
    re.MULTILINE,
)
"""A line of the page's text that ends with a figure."""

_FIGURE_IN_TEXT = re.compile(r"(?<!\S)[£(+-]?\d[\d,.]*[%)]?(?!\S)")

_STAMP = re.compile(r"^\s*(?:Page\s+)?\d{1,4}\s*$", re.IGNORECASE)

LAST_LINES = 4
"""So many lines at the foot of a page can be footnotes below a table."""

MANY_FIGURES = 8
"""Fewer figures than a table of three rows prints, if its rows end in words."""

WIDE = 0.6
"""Ems a character above which a line has white within: words alone take about a half."""

APART = 3.2
"""Lines (of the words' own size) between two rows above which a table has ended."""

STRAIGHT = 3.5
"""Points within which figures of one column share their left or right edge or their middle."""

FEWEST_ROWS = 3


def may_hold_figures(text: str) -> bool:
    """Whether a page's text has lines enough that end with figures, or figures enough, for a table of them. Cheap: no
    word's place is asked for."""
    return _rows_of_figures(text) or sum(1 for _ in _FIGURE_IN_TEXT.finditer(text)) >= MANY_FIGURES


def may_align(text: str) -> bool:
    """Whether a page's text has figures enough for the smallest table of them."""
    return sum(1 for _ in _FIGURE_IN_TEXT.finditer(text)) >= FEWEST_ROWS


@functools.lru_cache(maxsize=4)
def _rows_of_figures(text: str) -> bool:
    return sum(1 for _ in _LIKE_ROW.finditer(text.replace("\r", ""))) >= FEWEST_ROWS


def _like_row(line: Line) -> bool:
    """Whether a line ends with a figure or holds one, and has white within, by its width for so many characters; or is
    a figure."""
    if _LIKE_ROW.search(line.text) is None and _FIGURE_IN_TEXT.search(line.text) is None:
        return False
    return len(line.text) <= 8 or line.box.width > WIDE * line.size * len(line.text)


def ends_in_figures(text: str) -> bool:
    """Whether one of the last lines of a page's text, its number apart, ends with a figure: a table may go on."""
    lines = [line for line in text.replace("\r", "").split("\n") if line.strip() and not _STAMP.match(line)]
    return any(_LIKE_ROW.search(line) for line in lines[-LAST_LINES:])


def find_aligned(page: Sheet, taken: Sequence[Box], frames: Sequence[Box] = ()) -> list[Grid]:
    """The tables on a page outside the boxes that are taken by drawn tables, from top to bottom."""
    if not may_align(page.text) or sum(_like_row(line) for line in page.lines) < FEWEST_ROWS - 1:
        return []
    free = [
        word
        for word in page.words
        if word.direction is Direction.ACROSS and not word.raised and not inside(word, taken)
    ]
    frames = [*frames, *prose_columns(lines_of(free))]
    grids: list[Grid] = []
    for run in (run for part in _parts(free, frames) for run in _runs(lines_of(part), taken)):
        grid = fit_run(run, page.pdf_page, FEWEST_ROWS)
        if grid is not None and not _is_list(grid):
            grids.append(grid)
    return grids


def _parts(words: Sequence[Word], frames: Sequence[Box]) -> list[list[Word]]:
    """The words of the page, and of each box that is drawn round a part of it."""
    parts: list[list[Word]] = [[] for _ in range(len(frames) + 1)]
    for word in words:
        own = next((n for n, box in enumerate(frames) if inside(word, (box,))), len(frames))
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
            or _begins(line, last, runs[-1])
        ):
            runs.append([])
        if is_axis(line):
            runs[-1] = []  # what stands above the axis of a chart is the chart
        elif line.leads or (line.prose and not line.anchors):
            runs.append([])
        else:
            runs[-1].append(line)
    return [run for run in runs if sum(line.anchors for line in run) >= FEWEST_ROWS - 1 and len(run) >= FEWEST_ROWS]


def _begins(line: PieceLine, last: PieceLine, run: Sequence[PieceLine]) -> bool:
    """Whether a line is the heading of a table that follows another one: set apart from its rows, or bold."""
    if not line.heads or not any(other.anchors and not other.heads for other in run):
        return False
    return line.top - last.bottom > 0.5 * line.size or (line.bold and not last.bold)


# --- columns --------------------------------------------------------------------------------------


def _straight(pieces: Sequence[Piece]) -> bool:
    """Whether most of the pieces share an edge or their middle."""
    for edges in (
        [piece.right for piece in pieces],
        [piece.left for piece in pieces],
        [(piece.left + piece.right) / 2 for piece in pieces],
    ):
        ordered = sorted(edges)
        usual = ordered[len(ordered) // 2]
        if sum(abs(edge - usual) <= STRAIGHT for edge in edges) >= 0.7 * len(edges):
            return True
    return False


def _over(spans: Sequence[Span], piece: Piece) -> int | None:
    """The column that a piece stands in: the one that it lies over most, or is nearest to by an em at most."""
    if not spans:
        return None
    best = max(range(len(spans)), key=lambda index: spans[index].holds(piece))
    return best if spans[best].holds(piece) > -0.5 * piece.words[0].size else None


def _grid(run: list[PieceLine], page: int) -> Grid | None:
    """The table of a run of lines, None where it holds none."""
    columns = _figure_columns(run)
    if not columns:
        return None
    rows = [line for line in run if _has_figures(line, columns)]
    while rows and _of_years(rows[0], columns):
        rows.pop(0)
    while rows and _page_number(run, rows[-1]):
        rows.pop()
    if len(rows) < FEWEST_ROWS - 1:
        return None
    first, last = run.index(rows[0]), run.index(rows[-1])
    label = min(line.pieces[0].left for line in rows)
    head = _head(run[:first], columns, label)
    if len(rows) + bool(head) < FEWEST_ROWS or (len(columns) == 1 and not head):
        return None
    body = run[first : last + 1 + _tail(run[last + 1 :], run[last], columns)]
    label = min(line.pieces[0].left for line in body)
    columns = _under_headings(columns, head)
    columns = _with_words(columns, label, rows, head)
    if _wraps(body, rows, columns) or _astray(body, columns):
        return None
    full = sum(sum(_over(columns, piece) is not None for piece in line.pieces) >= 2 for line in rows)
    if len(columns) > 1 and full < 2:
        return None
    grid = _assemble(head, body, rows, columns, label, page)
    named = sum(
        any(cell.text and not is_figure(cell.text) for cell in row) or YEAR.match(row[0].text) is not None
        for row in grid.rows[1:]
    )
    return grid if named >= 0.6 * (len(grid.rows) - 1) else None


def _page_number(run: Sequence[PieceLine], last: PieceLine) -> bool:
    """Whether the last row is a lone figure set apart from what is above it."""
    above = run[run.index(last) - 1]
    return len(last.pieces) == 1 and last.top - above.bottom > 1.2 * last.size


def _figure_columns(run: Sequence[PieceLine]) -> list[Span]:
    """Where figures stand straight under one another, and more of them than words: words with figures among
    them are labels ("Year", "11", "Key Stage", "4")."""
    begin = next((index for index, line in enumerate(run) if line.anchors), 0)
    pieces = [piece for line in run[begin:] for piece in line.pieces]
    columns: list[Span] = []
    counted = False
    for span in spans_of(piece for piece in pieces if piece.figure):
        own = [piece for piece in pieces if piece.figure and span.holds(piece) > 0]
        others = sum(not piece.figure and span.holds(piece) > 0 and len(piece.words) < PROSE for piece in pieces)
        if len(own) >= 2 and len(own) >= others and _straight(own):
            columns.append(span)
            counted = counted or sum(any(char.isdigit() for char in piece.text) for piece in own) >= 2
    if not counted:
        return []  # crosses and dashes only
    # the first column names the rows, be it in figures
    left = min(piece.left for piece in pieces)
    return [span for span in columns if span.left > left + 2]


def _under_headings(columns: Sequence[Span], head: Sequence[PieceLine]) -> list[Span]:
    """The columns, each as wide as the one-column heading that stands over it."""
    pieces = [piece for line in head for piece in line.pieces if sum(span.holds(piece) > 0 for span in columns) <= 1]
    wide = list(columns)
    for heading in spans_of(pieces):
        over = [index for index, span in enumerate(wide) if span.left < heading.right and heading.left < span.right]
        if len(over) == 1:
            span = wide[over[0]]
            wide[over[0]] = Span(min(span.left, heading.left), max(span.right, heading.right))
    return wide


def _wraps(body: Sequence[PieceLine], rows: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether words run over lines in other columns than the first: which lines are one row is then not known."""
    others = [line for line in body if line not in rows]
    wrapped = [line for line in others if any(_over(columns, piece) is not None for piece in line.pieces)]
    return 2 * len(wrapped) > len(rows)


def _astray(body: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether something stands beyond the first column and in none."""
    return any(
        piece.left > columns[0].right and _over(columns, piece) is None for line in body for piece in line.pieces
    )


def _has_figures(line: PieceLine, columns: Sequence[Span]) -> bool:
    return any(piece.figure and any(span.holds(piece) > 0 for span in columns) for piece in line.pieces)


def _with_words(
    columns: Sequence[Span], label: float, rows: Sequence[PieceLine], head: Sequence[PieceLine]
) -> list[Span]:
    """The columns with those that hold words, and those that are blank below their heading."""
    found = list(columns)
    aside = [
        piece
        for line in rows
        for piece in line.pieces
        if not piece.figure and piece.left > label + 2 and all(span.holds(piece) <= 0 for span in columns)
    ]
    for span in spans_of(aside):
        own = [piece for piece in aside if span.holds(piece) > 0]
        if len(own) >= max(2, len(rows) // 3) and _straight(own):
            found.append(span)
    named = max((line.pieces[0].right for line in rows if _over(found, line.pieces[0]) is None), default=label)
    loose = [piece for line in head for piece in line.pieces if all(span.holds(piece) <= 0 for span in found)]
    found += [span for span in spans_of(loose) if span.left > named - 2]
    return sorted(found, key=lambda span: span.left)


def _of_years(line: PieceLine, columns: Sequence[Span]) -> bool:
    """Whether its figures are years: a heading."""
    figures = [piece.text for piece in line.pieces if piece.figure and any(span.holds(piece) > 0 for span in columns)]
    return all(YEAR.match(text) for text in figures)


def _head(above: list[PieceLine], columns: Sequence[Span], label: float) -> list[PieceLine]:
    """The lines of the heading: those next above the first row that stand over the columns."""
    head: list[PieceLine] = []
    for line in reversed(above):
        over = [piece for piece in line.pieces if any(span.holds(piece) > 0 for span in columns)]
        alone = len(line.pieces) == 1 and line.pieces[0].left < label + 2 and len(line.pieces[0].words) > 2
        blank = not over and not (len(line.pieces) == 1 and line.pieces[0].right < columns[0].left)
        if blank or alone or line.prose:
            break
        head.insert(0, line)
    while head and not any(span.holds(piece) > 0 for piece in head[0].pieces for span in columns):
        head.pop(0)
    return head


def _tail(below: list[PieceLine], last: PieceLine, columns: Sequence[Span]) -> int:
    """How many lines below the last row belong to its label or cells: set close, and no sentence of their own."""
    count = 0
    for line in below:
        starts = line.pieces[0].text[:1]
        if line.top - last.bottom > 0.6 * line.size or not starts.islower() or line.prose:
            break
        if line.pieces[0].right > columns[0].left and _over(columns, line.pieces[0]) is None:
            break
        last = line
        count += 1
    return count


# --- rows -----------------------------------------------------------------------------------------


def _assemble(
    head: list[PieceLine],
    body: list[PieceLine],
    rows: Sequence[PieceLine],
    columns: Sequence[Span],
    label: float,
    page: int,
) -> Grid:
    groups = ([head] if head else []) + grouped(body, rows)
    names = [line.pieces[0].right for line in rows if line.pieces[0].right <= columns[0].left]
    spans = [Span(label, max(names, default=label)), *columns]
    end = max(line.pieces[-1].right for line in [*head, *body])
    # a column reaches half way to its neighbours
    lefts = (
        label,
        *(_between(one, other) for one, other in zip(spans, columns, strict=False)),
        max(end, spans[-1].right),
    )
    grid: list[tuple[Cell, ...]] = []
    if not head:
        grid.append(tuple(_cell([], lefts, index, body[0].top, body[0].top, page) for index in range(len(spans))))
    for group in groups:
        inside: dict[int, list[Word]] = {}
        for line in group:
            for piece in line.pieces:
                column = _over(columns, piece)
                inside.setdefault(0 if column is None else column + 1, []).extend(piece.words)
        top, bottom = min(line.top for line in group), max(line.bottom for line in group)
        grid.append(tuple(_cell(inside.get(index, []), lefts, index, top, bottom, page) for index in range(len(spans))))
    box = Box(left=lefts[0], top=grid[0][0].box.top, right=lefts[-1], bottom=grid[-1][0].box.bottom)
    return Grid(box=box, rows=tuple(grid), lefts=lefts, found=Found.WORDS)


def _between(one: Span, other: Span) -> float:
    return (one.right + other.left) / 2 if one.right <= other.left else other.left


def _cell(words: list[Word], lefts: Sequence[float], index: int, top: float, bottom: float, page: int) -> Cell:
    box = Box(left=lefts[index], top=top, right=lefts[index + 1], bottom=bottom)
    return Cell(text=join_words(words), box=box, page=page)
