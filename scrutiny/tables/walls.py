"""Room `tables`: the walls between cells that are not drawn.

Takes the mesh of a table's drawn lines and the words in it, adds the walls that the words show: between pieces that
stand apart in one row, between columns that share a drawn one, and between rows that share a drawn one. Draws no wall
through words.
"""

from collections.abc import Sequence
from itertools import pairwise

from scrutiny.pdf import Word, median
from scrutiny.tables.pieces import Piece, PieceLine, lines_of, plain, spans_of
from scrutiny.tables.rows import group_rows
from scrutiny.tables.ruled import Mesh
from scrutiny.tables.vetoes import ENUMERATOR

OVER = 1.0
"""Points by which a piece must lie on both sides of a line to be said to cross it."""

ROW_PITCH = 1.6
"""Sizes of print from line to line above which lines are rows: the lines of one cell are set 1.1 to 1.3 apart."""


def complete(mesh: Mesh) -> bool:
    """Adds the walls that the words show. Gives whether there were any."""
    before = (mesh.rows, mesh.columns)
    lines = _lines(mesh)  # walls down change none of them: they end pieces, and leave the rows as they are
    added = _between_pieces(mesh, lines)
    _split_columns(mesh, lines)
    _split_rows(mesh, lines)
    _square(mesh)
    return added or (mesh.rows, mesh.columns) != before


def _lines(mesh: Mesh) -> list[list[PieceLine]]:
    """The lines of pieces in each row of the mesh. A drawn line that is there ends a piece."""
    rows: list[list[Word]] = [[] for _ in range(mesh.rows)]
    for word in plain(mesh.words):
        place = mesh.place(word)
        if place is not None:
            rows[place[0]].append(word)
    return [lines_of(row) for row in rows]


def _cut(mesh: Mesh, row: int, piece: Piece) -> list[Piece]:
    """The parts of a piece between the walls that it crosses."""
    if mesh.column(piece.words[0]) == mesh.column(piece.words[-1]):
        return [piece]
    parts: list[list[Word]] = []
    last = -1
    for word in piece.words:
        column = mesh.column(word)
        if parts and not any((k, row) in mesh.sides for k in range(last + 1, column + 1)):
            parts[-1].append(word)
        else:
            parts.append([word])
        last = column
    return [Piece(tuple(part)) for part in parts]


def _crosses(x: float, piece: Piece) -> bool:
    return piece.left < x - OVER and piece.right > x + OVER


def _between_pieces(mesh: Mesh, per_row: Sequence[Sequence[PieceLine]]) -> bool:
    """Adds the walls between pieces that stand apart in a row where no line is drawn. Cells that were merged on
    purpose hold one piece."""
    added = False
    for places in list(mesh.merged().values()):
        if len({c for _, c in places}) < 2:
            continue
        for r in sorted({r for r, _ in places}):
            columns = sorted(c for row, c in places if row == r)
            pieces = [
                part
                for line in per_row[r]
                for piece in line.pieces
                for part in _cut(mesh, r, piece)
                if columns[0] <= mesh.column(part.words[0]) <= columns[-1]
            ]
            inner = [k for k in range(columns[0] + 1, columns[-1] + 1) if (k, r) not in mesh.sides]
            free = [k for k in inner if not any(_crosses(mesh.xs[k], piece) for piece in pieces)]
            apart = [
                k
                for k in free
                if any(piece.right <= mesh.xs[k] + OVER for piece in pieces)
                and any(piece.left >= mesh.xs[k] - OVER for piece in pieces)
            ]
            if apart:
                mesh.sides.update((k, r) for k in free)
                added = True
    return added


def _split_columns(mesh: Mesh, per_row: Sequence[Sequence[PieceLine]]) -> None:
    """Adds the lines down inside drawn columns that hold several."""
    number = 0
    in_columns = _in_columns(mesh, per_row)
    while number < mesh.columns:
        own = in_columns.get(number, [])
        place = _place_of_wall(own)
        if place is None or not mesh.xs[number] + OVER < place < mesh.xs[number + 1] - OVER:
            number += 1
            continue
        crossed = {r for r, line in own if any(_crosses(place, piece) for piece in line.pieces)}
        mesh.add_column(number, place, [r for r in range(mesh.rows) if r not in crossed])
        in_columns = _in_columns(mesh, per_row)


def _in_columns(mesh: Mesh, per_row: Sequence[Sequence[PieceLine]]) -> dict[int, list[tuple[int, PieceLine]]]:
    """For each column the lines that have a word in it, with their rows, and of them the pieces that do."""
    found: dict[int, list[tuple[int, PieceLine]]] = {}
    for r, lines in enumerate(per_row):
        for line in lines:
            held: dict[int, list[Piece]] = {}
            for piece in line.pieces:
                for part in _cut(mesh, r, piece):
                    for column in {mesh.column(word) for word in part.words}:
                        held.setdefault(column, []).append(part)
            for column, pieces in held.items():
                found.setdefault(column, []).append((r, PieceLine(tuple(pieces), line.top, line.bottom, line.size)))
    return found


def _place_of_wall(own: Sequence[tuple[int, PieceLine]]) -> float | None:
    """Where the first line down is missing in a column of these lines of pieces."""
    several = [line for _, line in own if len(line.pieces) >= 2]
    if len(several) < 2 or 2 * len(several) < len(own) or any(line.prose for line in several):
        return None
    spans = spans_of(piece for line in several for piece in line.pieces)
    for one, other in pairwise(spans):
        left = [piece for line in several for piece in line.pieces if one.holds(piece) > 0]
        right = [piece for line in several for piece in line.pieces if other.holds(piece) > 0]
        if 2 * min(len(left), len(right)) < len(several) or all(ENUMERATOR.match(piece.text) for piece in left):
            continue
        figures = 2 * sum(piece.figure for piece in right) > len(right)
        headed = own[0][1] in several and not all(piece.figure for piece in left)
        if figures or headed or 2 * sum(piece.figure for piece in left) > len(left):
            # what stands alone in its line may reach further into the white: a label of two lines, a heading
            lone = [line.pieces[0] for _, line in own if len(line.pieces) == 1]
            start = max([one.right, *(p.right for p in lone if p.left < one.right and p.right < other.left)])
            return (start + min([other.left, *(p.left for p in lone if p.left > start)])) / 2
    return None


def _split_rows(mesh: Mesh, per_row: Sequence[Sequence[PieceLine]]) -> None:
    """Adds the lines across inside drawn rows that hold several."""
    # from the last to the first: the rows above keep their numbers
    for number, lines in reversed(list(enumerate(per_row))):
        heights = _row_heights(mesh, number, lines)
        for (_, bottom), (top, _) in reversed(list(pairwise(heights))):
            mesh.add_row(number, (bottom + top) / 2, range(mesh.columns))


def _row_heights(mesh: Mesh, number: int, whole: Sequence[PieceLine]) -> list[tuple[float, float]]:
    """The top and bottom of each row of words in a drawn row, where it holds several; else nothing."""
    if len(whole) < 2 or mesh.columns < 2:
        return []
    lines = [
        PieceLine(
            tuple(part for piece in line.pieces for part in _cut(mesh, number, piece)), line.top, line.bottom, line.size
        )
        for line in whole
    ]
    begin = next(
        (
            n for n, line in enumerate(lines)
            if line.anchors and not line.heads and any(mesh.column(piece.words[0]) > 0 for piece in line.pieces)
        ), 0,
    )  # fmt: skip
    columns: dict[int, list[Piece]] = {}
    for line in lines[begin:]:
        for piece in line.pieces:
            columns.setdefault(mesh.column(piece.words[0]), []).append(piece)
    figures = {c for c, pieces in columns.items() if c > 0 and all(piece.figure for piece in pieces)}
    most = max((len(columns[c]) for c in figures), default=0)
    first = columns.get(0, [])
    if most >= 2 and len(columns) >= 2 and (2 * len(first) > most or len(figures) > 1):
        # a label for most of the rows, or as many figures in each column: not a figure over its own share
        counts = {len(columns[c]) for c in figures}
        groups = group_rows(lines, over=mesh.xs[1])
        if len(groups) >= most and (len(first) >= 0.6 * most or len(counts) == 1):
            above = [group for group in groups if group[1] <= lines[begin].top]
            if len(above) > 1 and begin > 1:  # a heading of several lines in the same drawn row
                groups = [(above[0][0], above[-1][1]), *groups[len(above) :]]
            return groups
    return _far_apart(lines, len(columns))


def _far_apart(lines: Sequence[PieceLine], columns: int) -> list[tuple[float, float]]:
    """The heights of lines that are too far apart, and too alike, to be the lines of one cell each."""
    if len(lines) < 3 or any(line.prose for line in lines) or columns < 2:
        return []
    pitches = [two.middle - one.middle for one, two in pairwise(lines)]
    size = median(line.size for line in lines)
    full = sum(len(line.pieces) == columns for line in lines)
    if min(pitches) < ROW_PITCH * size or 3 * full < 2 * len(lines):
        return []
    return [(line.top, line.bottom) for line in lines]


def _square(mesh: Mesh) -> None:
    """Adds walls until every cell is a rectangle."""
    for _ in range(mesh.rows * mesh.columns):
        uneven = [
            places
            for places in mesh.merged().values()
            if len(places) != len({r for r, _ in places}) * len({c for _, c in places})
        ]
        if not uneven:
            return
        for places in uneven:
            rows = sorted({r for r, _ in places})
            for above, below in pairwise(rows):
                one = {c for r, c in places if r == above}
                other = {c for r, c in places if r == below}
                if one != other:
                    mesh.tops.update((below, c) for c in one | other)
            # a row of the cell in two parts is closed at its sides
            for r in rows:
                columns = sorted(c for row, c in places if row == r)
                for c, following in pairwise(columns):
                    if following > c + 1:
                        mesh.tops.update((k, c) for k in (r, r + 1) for c in columns)
