"""Room `tables`: the heading of a table without lines down: which of its words stand over which columns.

Takes the lines above the first row and the columns, gives the rows of the heading with spans. A heading that stands
over several columns is known by the rule under it, by lying over them, or by standing in the middle of them.
"""

from collections.abc import Sequence

from msgspec import Struct

from scrutiny.pdf import Word
from scrutiny.sources import Box
from scrutiny.tables.columns import column_of
from scrutiny.tables.model import Cell
from scrutiny.tables.pieces import Piece, PieceLine, Span
from scrutiny.tables.ruled import cell_of

CENTRED = 4.0
"""Points by which a heading may stand off the middle of the columns it spans."""

OFF = 0.06
"""Share of the width of the columns it spans by which a heading may stand off their middle."""

UNDER = 1.2
"""Sizes of print below a heading within which the rule is drawn that shows what it spans."""

FLUSH = 1.0
"""Points by which words and figures may be apart that are set flush."""


class Placed(Struct):
    """A piece of a heading with the first and last column it stands over, and the rows of the heading it takes."""

    words: list[Word]
    first: int
    last: int
    top: float
    bottom: float
    level: int = 0
    until: int = 0


def stack(lines: Sequence[PieceLine], columns: Sequence[Span], rules: Sequence[Box]) -> list[list[Placed]]:
    """The rows of a heading, from top to bottom, each with its pieces from left to right."""
    levels: list[list[Placed]] = []
    for number, line in enumerate(lines):
        placed = _spread(line, lines[number + 1 :], columns, rules)
        if levels and not _begins_level(placed, levels[-1]):
            for piece in placed:
                _join(levels[-1], piece)
        else:
            levels.append(placed)
    for level, pieces in enumerate(levels):
        for piece in pieces:
            piece.level = piece.until = level
    _grow(levels)
    return levels


def cells_of(
    levels: Sequence[Sequence[Placed]], edges: Sequence[float], tops: Sequence[float], page: int
) -> list[tuple[Cell, ...]]:
    """The rows of cells of a heading between the edges of the columns; `tops` are the upper edges of its rows and
    the lower one of the last."""
    rows = []
    for level in range(len(levels)):
        row = []
        own = {piece.first: piece for pieces in levels for piece in pieces if piece.level == level}
        for column in range(len(edges) - 1):
            piece = own.get(column)
            last, until = (piece.last, piece.until) if piece else (column, level)
            box = Box(left=edges[column], top=tops[level], right=edges[last + 1], bottom=tops[until + 1])
            words = piece.words if piece else ()
            row.append(cell_of(words, box, page, columns=last - column + 1, rows=until - level + 1))
        rows.append(tuple(row))
    return rows


def _spread(line: PieceLine, below: Sequence[PieceLine], columns: Sequence[Span], rules: Sequence[Box]) -> list[Placed]:
    repeated = _over_repeated(line, below, columns)
    if repeated:
        return repeated
    placed: list[Placed] = []
    pieces = [part for piece in line.pieces for part in _parts_of(piece, columns)]
    for piece in pieces:
        first, last = _over(piece, columns)
        ruled = _by_rule(piece, line, columns, rules)
        if ruled is not None:
            first, last = ruled
        if placed and first <= placed[-1].last:
            if last <= placed[-1].last and ruled is None:
                placed[-1].words += piece.words  # two pieces over one column
                continue
            first = placed[-1].last + 1
            last = max(first, last)
            if first >= len(columns):
                placed[-1].words += piece.words
                continue
        placed.append(Placed(list(piece.words), first, last, line.top, line.bottom))
    taken = {c for each in placed for c in range(each.first, each.last + 1)}
    for each in placed:
        _centre(each, taken, below, columns)
    return placed


def _over_repeated(line: PieceLine, below: Sequence[PieceLine], columns: Sequence[Span]) -> list[Placed]:
    """The headings of a line over equal parts of the columns, as the headings below them say, which are the same in
    each part ("Boys", "Girls", "Boys", "Girls"): wherever in its part a heading is set. Else nothing."""
    own = [piece for piece in line.pieces if columns[0].holds(piece) <= 0]
    labels = [""] * len(columns)
    for each in below:
        for piece in each.pieces:
            first, last = _over(piece, columns)
            labels[first] += f"{piece.text} " if first == last else f"{first}-{last}"
    if below and below[0].top < line.bottom - FLUSH:
        return []  # lines of one heading, set in the middle of its height
    size, rest = divmod(len(columns) - 1, max(len(own), 1))
    if rest or len(own) < 2 or size < 2 or not all(labels[1:]) or labels[1:] != labels[1 : size + 1] * len(own):
        return []
    placed = [Placed(list(p.words), 0, 0, line.top, line.bottom) for p in line.pieces if columns[0].holds(p) > 0]
    for number, piece in enumerate(own):
        first, last = 1 + number * size, (number + 1) * size
        if not columns[first - 1].right < piece.middle < columns[last].right:
            return []
        placed.append(Placed(list(piece.words), first, last, line.top, line.bottom))
    return placed


def _parts_of(piece: Piece, columns: Sequence[Span]) -> list[Piece]:
    """A piece that runs over two columns, parted where its words end, or begin, as the figures of both columns do:
    "Boys Girls" with but a space between."""
    first, last = _over(piece, columns)
    if last != first + 1:
        return [piece]
    for at in range(1, len(piece.words)):
        one, other = Piece(piece.words[:at]), Piece(piece.words[at:])
        ends = abs(one.right - columns[first].right) <= FLUSH and abs(other.right - columns[last].right) <= FLUSH
        begins = abs(one.left - columns[first].left) <= FLUSH and abs(other.left - columns[last].left) <= FLUSH
        if ends or begins:
            return [one, other]
    return [piece]


def _over(piece: Piece, columns: Sequence[Span]) -> tuple[int, int]:
    """The columns that a piece lies over, or the nearest one."""
    over = [index for index, span in enumerate(columns) if span.holds(piece) > min(2.0, 0.3 * (span.right - span.left))]
    if over:
        return over[0], over[-1]
    return (column_of(piece, columns),) * 2


def _by_rule(piece: Piece, line: PieceLine, columns: Sequence[Span], rules: Sequence[Box]) -> tuple[int, int] | None:
    """The columns over which the rule next under a heading is drawn."""
    for rule in sorted(rules, key=lambda rule: rule.top):
        under = line.middle < rule.top <= line.bottom + UNDER * line.size
        if under and rule.left - 3 <= piece.middle <= rule.right + 3 and piece.left >= rule.left - 4:
            own = [i for i, span in enumerate(columns) if rule.left - 3 <= span.middle <= rule.right + 3]
            if len(own) > 1:
                return own[0], own[-1]
    return None


def _centre(piece: Placed, taken: set[int], below: Sequence[PieceLine], columns: Sequence[Span]) -> None:
    """Widens a heading to the columns in the middle of which it stands, where these have headings of their own."""
    left = min(word.box.left for word in piece.words)
    right = max(word.box.right for word in piece.words)
    middle = (left + right) / 2
    own = columns[piece.first : piece.last + 1]
    within = bool(below) and below[0].top < piece.bottom - FLUSH  # a line of a heading, set in the middle of its height
    if abs(left - own[0].left) < 2 or abs(right - own[-1].right) < 2 or not below or within:
        return
    headed = {_over(each, columns) for line in below for each in line.pieces}
    columns = _widened(columns, below)
    best, error = (piece.first, piece.last), abs((own[0].left + own[-1].right) / 2 - middle)
    for first in range(piece.first, -1, -1):
        if first < piece.first and first in taken:
            break
        for last in range(piece.last, len(columns)):
            if last > piece.last and last in taken:
                break
            if first == last or any((c, c) not in headed for c in range(first, last + 1)):
                continue
            off = abs((columns[first].left + columns[last].right) / 2 - middle)
            if off < min(max(CENTRED, OFF * (columns[last].right - columns[first].left)), error - 1):
                best, error = (first, last), off
    piece.first, piece.last = best
    taken.update(range(best[0], best[1] + 1))


def _widened(columns: Sequence[Span], below: Sequence[PieceLine]) -> list[Span]:
    """The columns, each as wide as its own heading."""
    wide = list(columns)
    for line in below:
        for piece in line.pieces:
            first, last = _over(piece, columns)
            if first == last:
                wide[first] = wide[first].join(piece)
    return wide


def _begins_level(placed: Sequence[Placed], above: Sequence[Placed]) -> bool:
    """Whether a line stands under a heading that spans other columns than its own pieces do."""
    return any(
        piece.first <= other.last
        and other.first <= piece.last
        and (piece.first, piece.last) != (other.first, other.last)
        for piece in placed
        for other in above
    )


def _join(level: list[Placed], piece: Placed) -> None:
    for other in level:
        if (other.first, other.last) == (piece.first, piece.last):
            other.words += piece.words
            other.bottom = max(other.bottom, piece.bottom)
            return
    level.append(piece)
    level.sort(key=lambda each: each.first)


def _grow(levels: Sequence[Sequence[Placed]]) -> None:
    """Lets a heading take the blank rows below and above it."""
    depth = len(levels)
    taken = {
        (level, c)
        for level, pieces in enumerate(levels)
        for piece in pieces
        for c in range(piece.first, piece.last + 1)
    }
    for pieces in levels:
        for piece in pieces:
            own = range(piece.first, piece.last + 1)
            if len(own) > 1:
                continue
            while piece.until + 1 < depth and all((piece.until + 1, c) not in taken for c in own):
                piece.until += 1
                taken.update((piece.until, c) for c in own)
            while piece.level > 0 and all((piece.level - 1, c) not in taken for c in own):
                piece.level -= 1
                taken.update((piece.level, c) for c in own)
