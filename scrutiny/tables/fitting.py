"""Room `tables`: the cells of a table without lines down, from where its words stand.

Takes the lines of one table and the rules across it, gives a grid. Columns are where the white between them runs
through nearly every row; rows are told apart by rules, by figures, or by the white between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from scrutiny.sources import Box
from scrutiny.tables.headings import cells_of, stack
from scrutiny.tables.model import Cell, Found
from scrutiny.tables.pieces import PROSE, YEAR, Piece, PieceLine, Span, is_figure, spans_of
from scrutiny.tables.ruled import Grid, read_words

WHITE = 2.0
"""Points of white that a column's side needs; figures set in the narrowest columns leave about 3."""

FEW_CROSS = 12
"""One line in so many may run over the white between two columns: a label that is too long, a remark."""

MIXED_GAP = 0.22
"""Ems between a figure and the word behind it that can be the white between two columns: a space at least."""

STRAIGHT = 3.5
"""Points within which figures of one column share their left or right edge or their middle."""

HEAD_WHITE = 1.5
"""Sizes of print between two lines of one heading, at the most."""

LABEL_WHITE = 2.5
"""Sizes of print between a heading and the label of the first row, at the most."""

UNEVEN = 1.25
"""Of the usual width of a column's pieces, by which the widest must exceed it to show where its lines break."""

ROW_WHITE = 0.35
"""Sizes of print by which the white between rows exceeds that between the lines of one cell."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that may be one table, and the rules across them: those from side to side, and the shorter ones."""

    lines: tuple[PieceLine, ...]
    bars: tuple[float, ...] = ()
    short: tuple[Box, ...] = ()
    left: float | None = None
    right: float | None = None
    found: Found = Found.WORDS


def fit(region: Region, page: int) -> Grid | None:
    """The grid of a region; None where its words do not stand in columns."""
    lines = list(region.lines)
    depth = _heading_depth(lines, region)
    head, body = lines[:depth], lines[depth:]
    if not body:
        return None
    body, head = _part_mixed(body, head)
    columns = _columns(head, body)
    if len(columns) < 2 or _unexplained(body, columns):
        return None
    while len(head) > 1 and _names_rows(head, columns):
        body.insert(0, head.pop())
    groups = _rows(body, columns, region.bars)
    return _assemble(region, head, groups, columns, page)


def fit_run(run: Sequence[PieceLine], page: int, wanted: int) -> Grid | None:
    """The grid of some lines that hold rows of figures, without any rule; None where they do not stand in columns.
    `wanted` is the fewest rows, heading included."""
    rows = [n for n, line in enumerate(run) if len(line.pieces) > 1 and line.anchors]
    while rows and _of_years(run[rows[0]]):
        rows.pop(0)
    if len(rows) < wanted - 1:
        return None
    first, last = rows[0], rows[-1]
    body, above = _part_mixed(run[first : last + 1], run[:first])
    columns = _columns([], body)
    if len(columns) < 2 or _unexplained(body, columns) or not _holds_figures(body, columns):
        return None
    head = _above(above, columns)
    below = _below(run[last + 1 :], run[last], columns)
    body += below
    if len(rows) + bool(head) < wanted or (len(columns) == 2 and not head):
        return None
    columns = _columns(head, body)
    if _unexplained(body, columns):
        return None
    while len(head) > 1 and _names_rows(head, columns):
        body.insert(0, head.pop())
    groups = _rows(body, columns, ())
    if sum(_named(group, columns) for group in groups) < 0.6 * len(groups):
        return None
    return _assemble(Region(tuple(run)), head, groups, columns, page)


def _named(group: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether a row has a word in it, or a year, that says what its figures are of."""
    pieces = [piece for line in group for piece in line.pieces]
    return any(not piece.figure for piece in pieces) or YEAR.match(pieces[0].text) is not None


def _holds_figures(body: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether one of the columns beside the labels holds figures, with digits, straight under one another."""
    for span in columns[1:]:
        own = [piece for line in body for piece in line.pieces if span.holds(piece) > 0]
        figures = [piece for piece in own if piece.figure]
        counted = sum(any(char.isdigit() for char in piece.text) for piece in figures)
        if counted >= 2 and len(figures) > 0.7 * len(own) and _straight(figures):
            return True
    return False


def _straight(pieces: Sequence[Piece]) -> bool:
    """Whether most of the pieces share an edge or their middle."""
    for edges in ([p.right for p in pieces], [p.left for p in pieces], [p.middle for p in pieces]):
        usual = sorted(edges)[len(edges) // 2]
        if sum(abs(edge - usual) <= STRAIGHT for edge in edges) >= 0.7 * len(edges):
            return True
    return False


def _above(above: Sequence[PieceLine], columns: Sequence[Span]) -> list[PieceLine]:
    """The lines of the heading: those next above the first row that stand over the columns."""
    head: list[PieceLine] = []
    for line in reversed(above):
        over = [piece for piece in line.pieces if any(span.holds(piece) > 0 for span in columns[1:])]
        if not over and head and len(line.pieces) > 1:
            # "Men" and "Women", each in the white between the columns it stands over
            over = [p for p in line.pieces if columns[0].right < p.left and p.right < columns[-1].right]
        one = line.pieces[0]
        alone = len(line.pieces) == 1 and one.left < columns[0].left + 2 and len(one.words) > 2 and one.right > columns[1].left
        label = len(line.pieces) == 1 and one.right < columns[1].left
        if line.prose or alone or not (over or label):
            break
        # a line over several columns begins the heading: what is below it may be a label of the first row
        several = sum(any(span.holds(piece) > 0 for piece in line.pieces) for span in columns[1:]) > 1
        if head and head[0].top - line.bottom > (LABEL_WHITE if several else HEAD_WHITE) * line.size:
            break
        head.insert(0, line)
    while head and len(head[0].pieces) == 1 and not any(span.holds(head[0].pieces[0]) > 0 for span in columns[1:]):
        head.pop(0)
    return head


def _below(below: Sequence[PieceLine], last: PieceLine, columns: Sequence[Span]) -> list[PieceLine]:
    """The lines under the last row that belong to its cells: set close, and in the columns."""
    out: list[PieceLine] = []
    for line in below:
        starts = line.pieces[0].text[:1]
        inside = all(sum(span.holds(piece) > 1 for span in columns) <= 1 for piece in line.pieces)
        goes_on = starts.islower() or column_of(line.pieces[0], columns) > 0
        if line.prose or not inside or not goes_on or line.top - last.bottom > 0.6 * line.size:
            break
        out.append(line)
        last = line
    return out


# --- heading --------------------------------------------------------------------------------------


def _heading_depth(lines: Sequence[PieceLine], region: Region) -> int:
    """How many of the lines are the heading: those above the first row of figures, or above the first rule, where
    nothing but words follows."""
    first = next((n for n, line in enumerate(lines) if line.anchors and not _of_years(line)), None)
    inner = [bar for bar in region.bars if lines[0].middle < bar < lines[-1].middle]
    ruled = sum(line.middle < inner[0] for line in lines) if inner else 0
    if first is None:
        return ruled or 1
    if ruled and ruled <= first:
        # several rules above the first figure: the heading ends at the last that has a full line above it
        below = [sum(line.middle < bar for line in lines) for bar in inner]
        return max((depth for depth in below if depth <= first and _full(lines[:depth])), default=ruled)
    return first


def _full(head: Sequence[PieceLine]) -> bool:
    return len(head[-1].pieces) > 1


def _of_years(line: PieceLine) -> bool:
    """Whether the figures of a line can stand in a heading: years, or one unit over every column ("(1,000)")."""
    figures = [piece.text for piece in line.pieces if piece.figure]
    same = len(figures) > 1 and len(set(figures)) == 1 and figures[0].startswith("(")
    return same or all(YEAR.match(text) for text in figures)


def _names_rows(head: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether the last line above the first figures is a label for the rows below it, not a heading: it stands alone
    over the labels, below headings that are complete without it."""
    last = head[-1]
    if len(last.pieces) != 1 or last.pieces[0].left > columns[0].left + 3 * last.size:
        return False
    over = {i for line in head[:-1] for piece in line.pieces for i, span in enumerate(columns) if span.holds(piece) > 0}
    return over >= set(range(1, len(columns)))


# --- columns --------------------------------------------------------------------------------------


def _columns(head: Sequence[PieceLine], body: Sequence[PieceLine]) -> list[Span]:
    """The columns, from left to right, with those that only the heading shows."""
    several = [line for line in body if len(line.pieces) >= 2]
    if not several:
        return []
    columns = _between_white(several)
    loose = [
        piece for line in several for piece in line.pieces if all(span.holds(piece) <= 0 for span in columns)
    ]
    columns = _without_indent(sorted([*columns, *spans_of(loose)], key=lambda span: span.left), several)
    labels = [line.pieces[0] for line in body if len(line.pieces) == 1]
    for piece in labels:
        if piece.right < columns[0].left and len(piece.words) < PROSE:
            columns.insert(0, Span(piece.left, piece.right))
        elif columns[0].holds(piece) > 0 and (len(columns) == 1 or piece.right < columns[1].left):
            columns[0] = Span(min(columns[0].left, piece.left), max(columns[0].right, piece.right))
    alone = [piece for line in head for piece in line.pieces if all(span.holds(piece) <= 0 for span in columns)]
    for span in spans_of(alone):
        near = min(columns, key=lambda other: max(other.left - span.right, span.left - other.right))
        between = columns[0].right < span.middle < columns[-1].left
        if between and _stands_between(span, columns, head):
            columns.append(span)
        elif not between and max(near.left - span.right, span.left - near.right) > 6:
            columns.append(span)
        columns.sort(key=lambda each: each.left)
    return columns


def _without_indent(columns: list[Span], lines: Sequence[PieceLine]) -> list[Span]:
    """The columns, the first two as one where no line has both: labels that are set in, and totals that are not."""
    while len(columns) > 2:
        one, other = columns[0], columns[1]
        both = any(
            any(one.holds(piece) > 0 for piece in line.pieces) and any(other.holds(piece) > 0 for piece in line.pieces)
            for line in lines
        )
        words = all(not piece.figure for line in lines for piece in line.pieces if other.holds(piece) > 0)
        if both or not words:
            break
        columns = [Span(one.left, max(one.right, other.right)), *columns[2:]]
    return columns


def _stands_between(span: Span, columns: Sequence[Span], head: Sequence[PieceLine]) -> bool:
    """Whether a heading over no column names a blank one: its neighbours have headings of their own on that line."""
    return any(
        any(span.left <= p.left and p.right <= span.right and not _held(p, columns) for p in line.pieces)
        and sum(_held(piece, columns) for piece in line.pieces) >= len(columns) - 1
        for line in head
    )


def _held(piece: Piece, columns: Sequence[Span]) -> bool:
    return any(column.holds(piece) > 0 for column in columns)


def _between_white(lines: Sequence[PieceLine]) -> list[Span]:
    """Where pieces stand on more than a few of the lines."""
    few = len(lines) // FEW_CROSS
    edges = sorted(
        [(piece.left, 1) for line in lines for piece in line.pieces]
        + [(piece.right, -1) for line in lines for piece in line.pieces]
    )
    columns: list[Span] = []
    depth, begin = 0, 0.0
    for x, step in edges:
        before, depth = depth, depth + step
        if before <= few < depth:
            begin = x
        elif before > few >= depth:
            if columns and begin - columns[-1].right < WHITE:
                columns[-1] = Span(columns[-1].left, x)
            else:
                columns.append(Span(begin, x))
    return columns


def _part_mixed(
    body: Sequence[PieceLine], head: Sequence[PieceLine]
) -> tuple[list[PieceLine], list[PieceLine]]:
    """The lines with the pieces parted that hold a figure and the word of the next column behind it ("88.4% Green"),
    where nearly every row does and the same white runs between them."""
    mixed = [
        (piece.words[0].box.right, piece.words[1].box.left)
        for line in body
        for piece in line.pieces[1:]
        if len(piece.words) >= 2
        and is_figure(piece.words[0].text)
        and not is_figure(piece.words[1].text)
        and piece.words[1].box.left - piece.words[0].box.right > MIXED_GAP * line.size
    ]
    if len(mixed) < 3:
        return list(body), list(head)
    x = (max(one for one, _ in mixed) + min(other for _, other in mixed)) / 2
    if not all(one < x < other for one, other in mixed) or len(mixed) < 0.7 * len(body):
        return list(body), list(head)
    return [_parted(line, x) for line in body], [_parted(line, x) for line in head]


def _parted(line: PieceLine, x: float) -> PieceLine:
    pieces: list[Piece] = []
    for piece in line.pieces:
        left = tuple(word for word in piece.words if (word.box.left + word.box.right) / 2 < x)
        if left and len(left) < len(piece.words) and left[-1].box.right < x < piece.words[len(left)].box.left:
            pieces += [Piece(left), Piece(piece.words[len(left) :])]
        else:
            pieces.append(piece)
    return PieceLine(tuple(pieces), line.top, line.bottom, line.size)


def column_of(piece: Piece, columns: Sequence[Span]) -> int:
    """The column that a piece lies over most, or is nearest to."""
    return max(range(len(columns)), key=lambda index: columns[index].holds(piece))


def _unexplained(body: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether too many lines have pieces that lie over two columns, or two pieces in one."""
    odd = 0
    over = sum(len(line.pieces) == 1 and sum(span.holds(line.pieces[0]) > 1 for span in columns) > 1 for line in body)
    if 3 * over > len(body):
        return True
    for line in body:
        places = [column_of(piece, columns) for piece in line.pieces]
        across = len(line.pieces) > 1 and any(
            sum(span.holds(piece) > 1 for span in columns) > 1 for piece in line.pieces
        )
        odd += across or len(set(places)) < len(places)
    return odd > max(len(body) // 6, 0)


# --- rows -----------------------------------------------------------------------------------------


def _rows(body: Sequence[PieceLine], columns: Sequence[Span], bars: Sequence[float]) -> list[list[PieceLine]]:
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


def grouped(
    body: Sequence[PieceLine], rows: Sequence[PieceLine], label: float | None = None
) -> list[list[PieceLine]]:
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
    gaps = [two.top - one.bottom for one, two in pairwise(chain)]
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


# --- cells ----------------------------------------------------------------------------------------


def edges_of(columns: Sequence[Span], left: float | None, right: float | None) -> tuple[float, ...]:
    """The edges between the columns: in the middle of the white."""
    first = columns[0].left if left is None else min(left, columns[0].left)
    last = columns[-1].right if right is None else max(right, columns[-1].right)
    return (first, *((one.right + other.left) / 2 for one, other in pairwise(columns)), last)


def _assemble(
    region: Region,
    head: Sequence[PieceLine],
    groups: Sequence[Sequence[PieceLine]],
    columns: Sequence[Span],
    page: int,
) -> Grid:
    edges = edges_of(columns, region.left, region.right)
    rows: list[tuple[Cell, ...]] = []
    if head:
        levels = stack(head, columns, region.short)
        tops = [min(piece.top for piece in level) for level in levels] + [max(line.bottom for line in head)]
        rows += cells_of(levels, edges, tops, page)
    depth = len(rows)
    rows += [body_row(group, columns, edges, page) for group in groups]
    top = min(line.top for line in [*head, *groups[0]])
    bottom = max(line.bottom for line in groups[-1])
    box = Box(left=edges[0], top=top, right=edges[-1], bottom=bottom)
    return Grid(box, tuple(rows), edges, region.found, depth, _contents([*head, *(line for group in groups for line in group)], columns))


def _contents(lines: Sequence[PieceLine], columns: Sequence[Span]) -> tuple[Span, ...]:
    """From where to where the words of each column stand, headings and what spans left out."""
    out = list(columns)
    for line in lines:
        for piece in line.pieces:
            over = [i for i, span in enumerate(columns) if span.holds(piece) > 0]
            if len(over) == 1:
                span = out[over[0]]
                out[over[0]] = Span(min(span.left, piece.left), max(span.right, piece.right))
    return tuple(out)


def body_row(group: Sequence[PieceLine], columns: Sequence[Span], edges: Sequence[float], page: int) -> tuple[Cell, ...]:
    """The cells of one row. A single piece that lies over several columns spans them."""
    top, bottom = min(line.top for line in group), max(line.bottom for line in group)
    pieces = [piece for line in group for piece in line.pieces]
    inside: dict[int, list[Piece]] = {}
    for piece in pieces:
        inside.setdefault(column_of(piece, columns), []).append(piece)
    row = []
    for column in range(len(columns)):
        own = inside.get(column, [])
        last = column
        if len(inside) == 1 and own:
            last = max(i for i in range(column, len(columns)) if i == column or columns[i].holds(own[0]) > 1)
        text, marks = read_words([word for piece in own for word in piece.words])
        box = Box(left=edges[column], top=top, right=edges[last + 1], bottom=bottom)
        row.append(Cell(text=text, box=box, page=page, columns=last - column + 1, marks=marks))
    return tuple(row)
