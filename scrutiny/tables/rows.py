"""Room `tables`: the rows of a table whose rows are not all drawn.

Takes lines of pieces, gives the lines of each row: told apart by rules, by figures, by the white between them, or by
the lines that begin at the first column.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from scrutiny.pdf import median
from scrutiny.tables.columns import column_of
from scrutiny.tables.pieces import PieceLine, Span

UNEVEN = 1.25
"""Of the usual width of a column's pieces, by which the widest must exceed it to show where its lines break."""

ROW_WHITE = 0.35
"""Sizes of print by which the white between rows exceeds that between the lines of one cell."""


def find_rows(body: Sequence[PieceLine], columns: Sequence[Span], bars: Sequence[float]) -> list[list[PieceLine]]:
    """The lines of each row."""
    bands = _bands(body, bars)
    if len(bands) > 2 and sum(_one_row(band, columns) for band in bands) >= 0.8 * len(bands):
        return bands
    groups: list[list[PieceLine]] = []
    for band in bands:
        groups += _rows_of_band(band, columns)
    return groups


def _bands(body: Sequence[PieceLine], bars: Sequence[float]) -> list[list[PieceLine]]:
    bands: list[list[PieceLine]] = [[]]
    for line in body:
        if bands[-1] and any(bands[-1][-1].middle < bar < line.middle for bar in bars):
            bands.append([])
        bands[-1].append(line)
    return bands


def _one_row(band: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether lines between two rules can be one row: no column of figures has two."""
    figures = [column_of(piece, columns) for line in band for piece in line.pieces if piece.figure]
    return len(figures) == len(set(figures))


def _rows_of_band(band: Sequence[PieceLine], columns: Sequence[Span]) -> list[list[PieceLine]]:
    anchors = [line for line in band if any(piece.figure and column_of(piece, columns) > 0 for piece in line.pieces)]
    if 2 * len(anchors) >= len(band) or len(anchors) >= 3:
        return grouped(band, anchors, label=columns[0].right)
    return _by_white(band, columns)


def _by_white(band: Sequence[PieceLine], columns: Sequence[Span]) -> list[list[PieceLine]]:
    """Rows of words: told apart by the white between them where there are two kinds of it, else by the lines that
    begin in the first column."""
    gaps = [two.middle - one.middle for one, two in pairwise(band)]
    size = median(line.size for line in band)
    ordered = sorted(gaps)
    jump = next(((one, other) for one, other in pairwise(ordered) if other - one > ROW_WHITE * size), None)
    wide = jump is not None
    limit = sum(jump) / 2 if jump is not None else 0.0
    groups: list[list[PieceLine]] = []
    for number, line in enumerate(band):
        first = column_of(line.pieces[0], columns) == 0
        if not groups:
            begins = True
        elif wide:
            begins = gaps[number - 1] > limit
        else:
            begins = first and (len(line.pieces) > 1 or not line.pieces[0].text[:1].islower())
        if begins:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def grouped(body: Sequence[PieceLine], rows: Sequence[PieceLine], label: float | None = None) -> list[list[PieceLine]]:
    """The lines of each row. A line without figures belongs to the row that it stands closer to; where it stands
    as close to both, to the one whose label it goes on with, or else it is a row of its own. What stands only right of
    `label` has no label: it goes on with the row above."""
    anchors = {id(line) for line in rows}
    starts: dict[int, list[float]] = {}
    for line in body:
        for piece in line.pieces:
            starts.setdefault(round(piece.left), []).append(piece.right)
    ends = {
        left: max(rights) for left, rights in starts.items() if max(rights) - left > UNEVEN * (median(rights) - left)
    }
    groups: list[list[PieceLine]] = []
    waiting: list[PieceLine] = []
    for line in body:
        if id(line) not in anchors:
            waiting.append(line)
            continue
        if groups and not waiting and line.top < groups[-1][-1].bottom - 0.25 * line.size:
            groups[-1].append(line)  # cells of one row, set to different heights
            continue
        above, own, below = _shared(groups[-1] if groups else None, waiting, line, label, ends)
        if groups:
            groups[-1] += above
        groups += [[each] for each in own]
        groups.append([*below, line])
        waiting = []
    if groups:
        groups[-1] += waiting
    return groups


def group_rows(lines: list[PieceLine], *, over: float) -> list[tuple[float, float]]:
    """The heights, from top to bottom, of the rows among some lines; figures right of `over` make a row."""
    rows = [line for line in lines if any(piece.figure and piece.left > over for piece in line.pieces)]
    groups = grouped(lines, rows) if rows else []
    return [(min(line.top for line in group), max(line.bottom for line in group)) for group in groups]


def _shared(
    before: list[PieceLine] | None,
    waiting: list[PieceLine],
    after: PieceLine,
    label: float | None,
    ends: Mapping[int, float],
) -> tuple[list[PieceLine], list[PieceLine], list[PieceLine]]:
    """The lines between two rows: those of the row above, those that are rows, those of the row below."""
    if not waiting:
        return [], [], []
    chain = [*(before[-1:] if before else []), *waiting, after]
    gaps = [two.top - one.top for one, two in pairwise(chain)]  # the bottom of "Secondary" is lower than of "South"
    if not before:
        gaps = [max(gaps) + 1, *gaps]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    others = [gap for index, gap in enumerate(gaps) if index != widest]
    if gaps[widest] - max(others) > 0.25 * after.size:
        return waiting[:widest], [], waiting[widest:]
    above: list[PieceLine] = []
    rest = list(waiting)
    while rest and before and _goes_on(rest[0], before[-1], label, ends):
        above.append(rest.pop(0))
        before = above
    first = after.pieces[0]
    blank = all(piece.figure for piece in after.pieces)
    if rest and (blank or first.text[:1].islower() or first.text[:1] in "(&"):
        return above, rest[:-1], rest[-1:]
    return above, rest, []


def _goes_on(line: PieceLine, before: PieceLine, label: float | None, ends: Mapping[int, float]) -> bool:
    """Whether a line without figures is the rest of the row above: it begins small, has no label, or its first word
    had no room any more on the line before (where figures stand left of the labels, which tells sections apart)."""
    first = line.pieces[0]
    if first.text[:1].islower() or first.text[:1] in "(&" or (label is not None and first.left > label):
        return True
    above = next((piece for piece in before.pieces if abs(piece.left - first.left) < 3), None)
    end = ends.get(round(first.left))
    if above is None or end is None or not before.pieces[0].figure or len(line.pieces) > 1:
        return False
    return above.right + 0.25 * line.size + first.words[0].box.width > end + 1
