"""Room `tables`: tables whose cells are drawn with lines.

Takes a page's rules and words, gives a grid of cells for each group of lines that touch one another. Lines may be
drawn once, twice, or as the sides of boxes; a missing piece of line joins two cells into one that spans.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrutiny.pdf import Direction, Page, Rule, Word
from scrutiny.sources import Box
from scrutiny.tables.model import Cell

TOUCH = 2.5
"""Points. Lines that meet are drawn to within this of each other: half a line's width and rounding."""

SAME_LINE = 2.0
"""Points. Two lines this close are one: the right side of a cell and the left side of the next."""

SQUARE = 30.0
"""Points: a little more than the side of most cells."""

MAX_LINES = 6000
"""More lines than this are a map or a drawing. A spreadsheet of 34 rows and 25 columns draws 3,500."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one drawn table, from top to bottom and left to right."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]
    lefts: tuple[float, ...]
    """The left edges of its columns, and the right edge of the last."""


def find_grids(page: Page) -> list[Grid]:
    """Every grid of at least two cells, from top to bottom. Words are read only where there is one."""
    rules = page.rules
    if not 4 <= len(rules) <= MAX_LINES:
        return []
    # the side of a cell is often drawn again as the side of its neighbour
    distinct = {(round(r.box.left), round(r.box.top), round(r.box.right), round(r.box.bottom)): r for r in rules}
    grids = []
    for group in _touching(list(distinct.values())):
        across = [rule.box for rule in group if rule.horizontal]
        down = [rule.box for rule in group if not rule.horizontal]
        xs = _places((box.left + box.right) / 2 for box in down)
        ys = _places((box.top + box.bottom) / 2 for box in across)
        if len(xs) >= 2 and len(ys) >= 2 and (len(xs) - 1) * (len(ys) - 1) >= 2:
            grids.append(_grid(xs, ys, across, down, page.words, page.pdf_page))
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.left))


def _places(values: Iterable[float]) -> list[float]:
    """The distinct places among the values: those within `SAME_LINE` of the last are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > SAME_LINE:
            places.append(value)
    return places


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules that touch one another, directly or through others. A rule is compared only with those that
    pass through the same squares of the page."""
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    squares: dict[tuple[int, int], list[int]] = {}
    for index, rule in enumerate(rules):
        box = rule.box
        left, right, top, bottom = box.left - TOUCH, box.right + TOUCH, box.top - TOUCH, box.bottom + TOUCH
        for x in range(int(left // SQUARE), int(right // SQUARE) + 1):
            for y in range(int(top // SQUARE), int(bottom // SQUARE) + 1):
                square = squares.setdefault((x, y), [])
                for other in square:
                    near = rules[other].box
                    if near.left <= right and left <= near.right and near.top <= bottom and top <= near.bottom:
                        a, b = root(index), root(other)
                        if a != b:
                            parent[a] = b
                square.append(index)
    groups: dict[int, list[Rule]] = {}
    for index in range(len(rules)):
        groups.setdefault(root(index), []).append(rules[index])
    return list(groups.values())


def _grid(
    xs: list[float], ys: list[float], across: list[Box], down: list[Box], words: Sequence[Word], page: int
) -> Grid:
    columns, rows = len(xs) - 1, len(ys) - 1
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def first(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            place = owner[place]
        return place

    def join(one: tuple[int, int], other: tuple[int, int]) -> None:
        a, b = sorted((first(one), first(other)))
        owner[b] = a

    sides = _crossings(down, xs, ys, vertical=True)
    tops = _crossings(across, ys, xs, vertical=False)
    for r in range(rows):
        for c in range(columns):
            if c + 1 < columns and (c + 1, r) not in sides:
                join((r, c), (r, c + 1))
            if r + 1 < rows and (r + 1, c) not in tops:
                join((r, c), (r + 1, c))
    inside: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        place = _place(word, xs, ys)
        if place is not None:
            inside.setdefault(first(place), []).append(word)
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place in owner:
        spans.setdefault(first(place), []).append(place)
    table = []
    for r in range(rows):
        row = []
        for c in range(columns):
            own = spans.get((r, c), [(r, c)])
            last_row, last_column = max(p[0] for p in own), max(p[1] for p in own)
            row.append(
                Cell(
                    text=join_words(inside.get((r, c), [])),
                    box=Box(left=xs[c], top=ys[r], right=xs[last_column + 1], bottom=ys[last_row + 1]),
                    page=page,
                    columns=last_column - c + 1,
                    rows=last_row - r + 1,
                )
            )
        table.append(tuple(row))
    return Grid(box=Box(left=xs[0], top=ys[0], right=xs[-1], bottom=ys[-1]), rows=tuple(table), lefts=tuple(xs))


def _crossings(lines: list[Box], along: list[float], over: list[float], *, vertical: bool) -> set[tuple[int, int]]:
    """Which pieces of the grid's lines are drawn: (number of the line, number of the cell along it)."""
    drawn: set[tuple[int, int]] = set()
    middles = [(one + other) / 2 for one, other in pairwise(over)]
    for box in lines:
        at = (box.left + box.right) / 2 if vertical else (box.top + box.bottom) / 2
        begin, end = (box.top, box.bottom) if vertical else (box.left, box.right)
        after = bisect_left(along, at)
        number = (
            after if after < len(along) and (after == 0 or along[after] - at < at - along[after - 1]) else after - 1
        )
        cells = range(bisect_left(middles, begin - TOUCH), bisect_right(middles, end + TOUCH))
        drawn.update((number, cell) for cell in cells)
    return drawn


def _place(word: Word, xs: list[float], ys: list[float]) -> tuple[int, int] | None:
    """The row and column in which a word's middle stands."""
    x, y = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
    if not (xs[0] - 1 <= x <= xs[-1] + 1 and ys[0] - 1 <= y <= ys[-1] + 1):
        return None
    column = max(bisect_right(xs, x, 0, len(xs) - 1) - 1, 0)
    row = max(bisect_right(ys, y, 0, len(ys) - 1) - 1, 0)
    return row, column


def join_words(words: Sequence[Word]) -> str:
    """The words of a cell as they are read: line by line, from left to right. A figure or date that a hyphen
    breaks at the end of a line ("2017/18-" over "2019/20") is put together again."""
    across = [word for word in words if word.direction is Direction.ACROSS] or list(words)
    lines: list[list[Word]] = []
    for word in sorted(across, key=_middle):
        # a dash is a low box in the middle of its line: lines are told apart by their middles
        if lines and _middle(word) - _middle(lines[-1][-1]) < 0.45 * max(word.size, 4.0):
            lines[-1].append(word)
        else:
            lines.append([word])
    text = ""
    for line in lines:
        piece = " ".join(word.text for word in sorted(line, key=lambda word: word.box.left))
        glued = len(text) > 1 and text[-1] == "-" and text[-2].isalnum() and any(char.isdigit() for char in text[-6:])
        text = text + piece if glued else f"{text} {piece}".strip()
    return text


def _middle(word: Word) -> float:
    return (word.box.top + word.box.bottom) / 2
