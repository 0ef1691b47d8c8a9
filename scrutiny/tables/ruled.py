"""Room `tables`: tables whose cells are drawn with lines, all of them or some.

Takes a page's rules and words, gives a grid of cells for each group of lines that touch one another. Lines may be
drawn once, twice, or as the sides of boxes; a missing piece of line joins two cells into one that spans, unless the
words themselves stand apart on both sides of it (room `walls`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import MAX_GRID_SQUARES, Direction, Rule, Word
from scrutiny.sources import Box
from scrutiny.tables.model import Cell, Found
from scrutiny.tables.pieces import Span

TOUCH = 2.5
"""Points. Lines that meet are drawn to within this of each other: half a line's width and rounding."""

SAME_LINE = 2.0
"""Points. Two lines this close are one: the right side of a cell and the left side of the next."""

SQUARE = 30.0
"""Points: a little more than the side of most cells."""

MAX_LINES = 6000
"""More lines than this are a map or a drawing. A spreadsheet of 34 rows and 25 columns draws 3,500."""

MOST_SQUARES = 100
"""For each word in a mesh. Graph paper and hostile files have more; a form with a page of blank squares has fewer."""

THIN_BAND = 5.0
"""Points. A row or column narrower than the smallest print holds no words: it is the white of a double line."""

OPEN_SIDE = 8.0
"""Points by which lines across must reach beyond the last line down for a column without an outer line."""


class Grid(Struct, frozen=True):
    """The cells of one table on one page, from top to bottom and left to right."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]
    lefts: tuple[float, ...]
    """The left edges of its columns, and the right edge of the last."""
    found: Found = Found.LINES
    heading: int | None = None
    """How many of its first rows are its heading; None where the lines do not say."""
    contents: tuple[Span, ...] = ()
    """From where to where the words of each column stand, where no lines down are drawn."""


class Mesh(Struct):
    """The lines of one table while they are completed: places of the lines down (`xs`) and across (`ys`), and which
    pieces of them are there, as (number of the line, number of the cell along it)."""

    xs: list[float]
    ys: list[float]
    words: list[Word] = field(default_factory=list)
    """Those of the page that stand in it."""
    sides: set[tuple[int, int]] = field(default_factory=set)
    tops: set[tuple[int, int]] = field(default_factory=set)

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    def place(self, word: Word) -> tuple[int, int] | None:
        """The row and column in which a word's middle stands."""
        box, xs, ys = word.box, self.xs, self.ys
        y = (box.top + box.bottom) / 2
        if not (ys[0] - 1 <= y <= ys[-1] + 1 and xs[0] - 1 <= (box.left + box.right) / 2 <= xs[-1] + 1):
            return None
        return max(bisect_right(ys, y, 0, len(ys) - 1) - 1, 0), self.column(word)

    def column(self, word: Word) -> int:
        """The column that a word's middle stands in, or is nearest to."""
        return max(bisect_right(self.xs, word.box.centre, 0, self.columns) - 1, 0)

    def add_column(self, number: int, x: float, walls: Iterable[int]) -> None:
        """A line down at `x` inside a column, there in the rows `walls`."""
        self.xs.insert(number + 1, x)
        self.sides = {(k + (k > number), r) for k, r in self.sides} | {(number + 1, r) for r in walls}
        self.tops = {(k, part) for k, c in self.tops for part in ((c + (c > number),) if c != number else (c, c + 1))}

    def add_row(self, number: int, y: float, walls: Iterable[int]) -> None:
        """A line across at `y` inside a row, there in the columns `walls`."""
        self.ys.insert(number + 1, y)
        self.tops = {(k + (k > number), c) for k, c in self.tops} | {(number + 1, c) for c in walls}
        self.sides = {(k, part) for k, r in self.sides for part in ((r + (r > number),) if r != number else (r, r + 1))}

    def drop_row(self, number: int) -> None:
        """Without the row of this number: the white of a double line."""
        self.ys.pop(number + 1 if number + 1 < self.rows else number)
        self.tops = {(k - (k > number), c) for k, c in self.tops}
        self.sides = {(k, r - (r > number)) for k, r in self.sides if r != number}

    def drop_column(self, number: int) -> None:
        self.xs.pop(number + 1 if number + 1 < self.columns else number)
        self.sides = {(k - (k > number), r) for k, r in self.sides}
        self.tops = {(k, c - (c > number)) for k, c in self.tops if c != number}

    def merged(self) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """The cells, each by its first place with all the places that it covers."""
        places = [(r, c) for r in range(self.rows) for c in range(self.columns)]
        beside = [((r, c), (r, c + 1)) for r, c in places if c + 1 < self.columns and (c + 1, r) not in self.sides]
        below = [((r, c), (r + 1, c)) for r, c in places if r + 1 < self.rows and (r + 1, c) not in self.tops]
        return _joined(places, [*beside, *below])


Member = TypeVar("Member", int, tuple[int, int])


def _joined(members: Iterable[Member], pairs: Iterable[tuple[Member, Member]]) -> dict[Member, list[Member]]:
    """The members in groups that pairs of them join, directly or through others, each group by its first member."""
    first = {member: member for member in members}

    def root(member: Member) -> Member:
        while first[member] != member:
            first[member] = first[first[member]]
            member = first[member]
        return member

    for pair in pairs:
        one, other = sorted(map(root, pair))
        first[other] = one
    groups: dict[Member, list[Member]] = {}
    for member in first:
        groups.setdefault(root(member), []).append(member)
    return groups


class Group(Struct, frozen=True):
    """Rules that touch one another."""

    across: tuple[Box, ...]
    down: tuple[Box, ...]
    box: Box


def groups_of(rules: Sequence[Rule]) -> list[Group]:
    """The rules of a page in groups that touch, from top to bottom; none where there are too many for a table."""
    if not 2 <= len(rules) <= MAX_LINES:
        return []
    # the side of a cell is often drawn again as the side of its neighbour
    distinct = {(round(r.box.left), round(r.box.top), round(r.box.right), round(r.box.bottom)): r for r in rules}
    found = []
    every = list(distinct.values())
    for members in _joined(range(len(every)), _touching(every)).values():
        group = [every[at] for at in members]
        across = tuple(rule.box for rule in group if rule.horizontal)
        down = tuple(rule.box for rule in group if not rule.horizontal)
        found.append(Group(across, down, group[0].box.join(*(rule.box for rule in group[1:]))))
    return _stacked(sorted(found, key=lambda group: (group.box.top, group.box.left)))


def _stacked(groups: Sequence[Group]) -> list[Group]:
    """The groups, those as one that stand under one another with the white of a double line between them."""
    out: list[Group] = []
    for group in groups:
        for at, above in enumerate(out):
            near = -TOUCH < group.box.top - above.box.bottom < THIN_BAND
            alike = abs(group.box.left - above.box.left) < 3 and abs(group.box.right - above.box.right) < 3
            if near and alike:
                out[at] = Group(above.across + group.across, above.down + group.down, above.box.join(group.box))
                break
        else:
            out.append(group)
    return out


def with_band(group: Group, shades: Sequence[Rule], words: Sequence[Word]) -> Group:
    """The lines with the edges of a shaded band that closes them above: a row of headings, light on dark, needs no
    lines. Words that run over a line down are of a title, which stays outside."""
    box = group.box
    for band in (rule.box for rule in shades):
        if abs(band.left - box.left) > ALIKE or abs(band.right - box.right) > ALIKE:
            continue
        if abs(band.bottom - box.top) > ALIKE or not THIN_BAND < band.height < TALL:
            continue
        xs = [line.centre for line in group.down]
        held = [
            word.box
            for word in words
            if band.top < word.box.middle < band.bottom and band.left < word.box.left < band.right
        ]
        if len({sum(x < one.centre for x in xs) for one in held}) > 1 and not any(
            one.left < x < one.right for one in held for x in xs
        ):
            edges = (replace(band, bottom=band.top), replace(band, top=band.bottom))
            down = (replace(line, top=band.top) if abs(line.top - band.bottom) < ALIKE else line for line in group.down)
            return Group(edges + group.across, tuple(down), box.join(band))
    return group


ALIKE = 3.0
"""Points by which edges that meet may differ."""

TALL = 60.0
"""Points: a shaded band that is higher is no row of headings."""


def mesh_of(group: Group, words: Sequence[Word]) -> Mesh | None:
    """The mesh of a group's lines down and across; None where they make fewer than two cells, or more than any table
    has."""
    xs = _places(box.centre for box in group.down)
    ys = _places(box.middle for box in group.across)
    xs = _with_open_sides(xs, [(box.left, box.right) for box in group.across], group.box, words)
    ys = _with_open_ends(ys, [(box.top, box.bottom) for box in group.down], group.box, words)
    squares = (len(xs) - 1) * (len(ys) - 1)
    mesh = Mesh(xs, ys)
    mesh.words = [word for word in words if mesh.place(word) is not None]
    if not 2 <= squares <= MAX_GRID_SQUARES or squares > MOST_SQUARES * len(mesh.words):
        return None
    mesh.sides = _crossings(list(group.down), xs, ys, vertical=True)
    mesh.tops = _crossings(list(group.across), ys, xs, vertical=False)
    held = {place for word in mesh.words if (place := mesh.place(word)) is not None}
    for number in reversed(range(mesh.rows)):  # from the last to the first: what comes before keeps its number
        if mesh.rows > 1 and mesh.ys[number + 1] - mesh.ys[number] < THIN_BAND and all(r != number for r, _ in held):
            mesh.drop_row(number)
    for number in reversed(range(mesh.columns)):
        if mesh.columns > 1 and mesh.xs[number + 1] - mesh.xs[number] < THIN_BAND and all(c != number for _, c in held):
            mesh.drop_column(number)
    return mesh


def _with_open_sides(
    xs: list[float], across: Sequence[tuple[float, float]], box: Box, words: Sequence[Word]
) -> list[float]:
    """The places of the lines down, with the ends of the lines across where these reach beyond them to words that
    no outer line closes in."""
    out = list(xs)
    for left, ends in ((True, [one for one, _ in across]), (False, [other for _, other in across])):
        end = min(ends) if left else max(ends)
        outer = out[0] if left else out[-1]
        if abs(outer - end) < OPEN_SIDE or sum(abs(each - end) <= 3 for each in ends) < 2:
            continue
        low, high = sorted((end, outer))
        if any(low < w.box.centre < high and box.top < w.box.middle < box.bottom for w in words):
            out.insert(0 if left else len(out), end)
    return out


def _with_open_ends(
    ys: list[float], down: Sequence[tuple[float, float]], box: Box, words: Sequence[Word]
) -> list[float]:
    """The places of the lines across, with the ends of the lines down where these reach beyond them past a row of
    words that no line closes: a heading above the first line, a total below the last."""
    out = list(ys)
    for top, ends in ((True, [one for one, _ in down]), (False, [other for _, other in down])):
        end = min(ends) if top else max(ends)
        outer = out[0] if top else out[-1]
        low, high = sorted((end, outer))
        held = [w for w in words if box.left < w.box.left < box.right and low - 1 < w.box.middle < high + 1]
        if high - low >= OPEN_SIDE and len(held) > 1:
            out.insert(0 if top else len(out), end)
    return out


def assemble(mesh: Mesh, page: int) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a mesh with their words, row by row; a place that a spanning cell covers is blank."""
    spans = mesh.merged()
    owner = {place: first for first, places in spans.items() for place in places}
    inside: dict[tuple[int, int], list[Word]] = {}
    for word in mesh.words:
        place = mesh.place(word)
        if place is not None:
            inside.setdefault(owner[place], []).append(word)
    table = []
    for r in range(mesh.rows):
        row = []
        for c in range(mesh.columns):
            own = spans.get((r, c), [(r, c)])
            last_row, last_column = max(p[0] for p in own), max(p[1] for p in own)
            box = Box(left=mesh.xs[c], top=mesh.ys[r], right=mesh.xs[last_column + 1], bottom=mesh.ys[last_row + 1])
            row.append(cell_of(inside.get((r, c), ()), box, page, columns=last_column - c + 1, rows=last_row - r + 1))
        table.append(tuple(row))
    return tuple(table)


def _places(values: Iterable[float]) -> list[float]:
    """The distinct places among the values: those within `SAME_LINE` of the last are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > SAME_LINE:
            places.append(value)
    return places


def _touching(rules: Sequence[Rule]) -> Iterator[tuple[int, int]]:
    """The pairs of rules that touch one another. A rule is compared only with those that pass through the same squares
    of the page."""
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
                        yield index, other
                square.append(index)


def _crossings(lines: list[Box], along: list[float], over: list[float], *, vertical: bool) -> set[tuple[int, int]]:
    """Which pieces of the grid's lines are drawn: (number of the line, number of the cell along it)."""
    drawn: set[tuple[int, int]] = set()
    middles = [(one + other) / 2 for one, other in pairwise(over)]
    for box in lines:
        at = box.centre if vertical else box.middle
        begin, end = (box.top, box.bottom) if vertical else (box.left, box.right)
        after = bisect_left(along, at)
        number = (
            after if after < len(along) and (after == 0 or along[after] - at < at - along[after - 1]) else after - 1
        )
        cells = range(bisect_left(middles, begin - TOUCH), bisect_right(middles, end + TOUCH))
        drawn.update((number, cell) for cell in cells)
    return drawn


def cell_of(words: Sequence[Word], box: Box, page: int, *, columns: int = 1, rows: int = 1) -> Cell:
    """A cell with its words, and apart from them the raised footnote marks that stand in it."""
    marks = tuple(word.text for word in words if word.raised)
    text = join_words([word for word in words if not word.raised] if marks else words)
    return Cell(text=text, box=box, page=page, columns=columns, rows=rows, marks=marks)


THOUSANDS = 3
_CUT = pattern_of(r"\d,(\d{0,2})$")
"""A figure whose last thousands are not complete: "£2,395,54" over "0" in a narrow cell."""


def join_words(words: Sequence[Word]) -> str:
    """The words of a cell as they are read: line by line, from left to right. A figure or date that a hyphen,
    or want of room, breaks at the end of a line ("2017/18-" over "2019/20") is put together again."""
    across = [word for word in words if word.direction is Direction.ACROSS] or list(words)
    lines: list[list[Word]] = []
    for word in sorted(across, key=lambda word: word.box.middle):
        # a dash is a low box in the middle of its line: lines are told apart by their middles
        if lines and word.box.middle - lines[-1][-1].box.middle < 0.45 * max(word.size, 4.0):
            lines[-1].append(word)
        else:
            lines.append([word])
    text = ""
    for line in lines:
        piece = " ".join(word.text for word in sorted(line, key=lambda word: word.box.left))
        glued = len(text) > 1 and text[-1] == "-" and text[-2].isalnum() and any(char.isdigit() for char in text[-6:])
        cut = _CUT.search(text)
        if cut is not None and piece.isdigit():
            glued = len(cut[1]) + len(piece) == THOUSANDS
        text = text + piece if glued else f"{text} {piece}".strip()
    return text
