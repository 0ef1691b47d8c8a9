"""Room `tables`: the columns of a table without lines down.

Takes the lines of its heading and of its body, gives the columns in which their pieces stand: where the white between
them runs through nearly every row. Says when the pieces do not stand in columns at all.
"""

from collections.abc import Sequence

from scrutiny.tables.pieces import PROSE, Piece, PieceLine, Span, is_figure, spans_of

FEW_CROSS = 12
"""One line in so many may run over the white between two columns: a label that is too long, a remark."""

BESIDE = 6.0
"""Points between a heading that stands outside every column and the nearest one: it heads a blank column."""

MIXED_GAP = 0.22
"""Ems between a figure and the word behind it that can be the white between two columns: a space at least."""


def find_columns(head: Sequence[PieceLine], body: Sequence[PieceLine]) -> list[Span]:
    """The columns, from left to right, with those that only the heading shows."""
    several = [line for line in body if len(line.pieces) >= 2]
    if not several:
        return []
    columns = _between_white(several)
    loose = [piece for line in several for piece in line.pieces if not held(piece, columns)]
    columns = _without_indent(sorted([*columns, *spans_of(loose)], key=lambda span: span.left), several)
    labels = [line.pieces[0] for line in body if len(line.pieces) == 1]
    for piece in labels:
        if piece.right < columns[0].left and len(piece.words) < PROSE:
            columns.insert(0, Span(piece.left, piece.right))
        elif columns[0].holds(piece) > 0 and (len(columns) == 1 or piece.right < columns[1].left):
            columns[0] = columns[0].join(piece)
    columns = reaching(columns, head)
    alone = [piece for line in head for piece in line.pieces if not held(piece, columns)]
    for span in spans_of(alone):
        away = min(max(other.left - span.right, span.left - other.right) for other in columns)
        between = columns[0].right < span.middle < columns[-1].left
        if _stands_between(span, columns, head) if between else away > BESIDE:
            columns.append(span)
        columns.sort(key=lambda each: each.left)
    return columns


def reaching(columns: list[Span], head: Sequence[PieceLine]) -> list[Span]:
    """The columns, each reaching to its heading where headings are set to one side and figures to the other, as a
    spreadsheet sets them: the last lines that together have a heading for each column of figures, right of the figures
    of the column before and left of those of the next."""
    for depth in range(min(MOST_LINES, len(head)), 0, -1):
        spans = spans_of(piece for line in head[-depth:] for piece in line.pieces)[-len(columns) + 1 :]
        nexts = [*(span.left for span in columns[2:]), float("inf")]
        own = list(zip(columns[:-1], columns[1:], nexts, spans, strict=False))
        if len(own) == len(columns) - 1 and all(
            before.right < each.left and each.right < min(after, span.right + FAR_OFF)
            for before, span, after, each in own
        ):
            return [columns[0], *(span.join(each) for _, span, _, each in own)]
    return columns


FAR_OFF = 60.0
"""Points by which a heading may end right of its figures, which are set to the left."""

MOST_LINES = 4
"""Lines of a heading whose words are set to the left over figures set to the right."""


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
        columns = [one.join(other), *columns[2:]]
    return columns


def _stands_between(span: Span, columns: Sequence[Span], head: Sequence[PieceLine]) -> bool:
    """Whether a heading over no column names a blank one: its neighbours have headings of their own on that line."""
    return any(
        any(span.left <= p.left and p.right <= span.right and not held(p, columns) for p in line.pieces)
        and sum(held(piece, columns) for piece in line.pieces) >= len(columns) - 1
        for line in head
    )


def held(piece: Piece, columns: Sequence[Span]) -> bool:
    """Whether a piece stands over one of the columns."""
    return any(column.holds(piece) > 0 for column in columns)


def crosses(piece: Piece, columns: Sequence[Span]) -> bool:
    """Whether a piece runs over the white between two columns."""
    return sum(column.holds(piece) > 1 for column in columns) > 1


def spanned(line: PieceLine, columns: Sequence[Span]) -> int:
    """How many of the columns a line stands over."""
    return sum(any(column.holds(piece) > 0 for piece in line.pieces) for column in columns)


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
            columns.append(Span(begin, x))
    return columns


def part_mixed(body: Sequence[PieceLine], head: Sequence[PieceLine]) -> tuple[list[PieceLine], list[PieceLine]]:
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
        left = tuple(word for word in piece.words if word.box.centre < x)
        if left and len(left) < len(piece.words) and left[-1].box.right < x < piece.words[len(left)].box.left:
            pieces += [Piece(left), Piece(piece.words[len(left) :])]
        else:
            pieces.append(piece)
    return PieceLine(tuple(pieces), line.top, line.bottom, line.size)


def column_of(piece: Piece, columns: Sequence[Span]) -> int:
    """The column that a piece lies over most, or is nearest to."""
    return max(range(len(columns)), key=lambda index: columns[index].holds(piece))


def unexplained(body: Sequence[PieceLine], columns: Sequence[Span]) -> bool:
    """Whether too many lines have pieces that lie over two columns, or two pieces in one."""
    odd = 0
    over = sum(len(line.pieces) == 1 and crosses(line.pieces[0], columns) for line in body)
    if 3 * over > len(body):
        return True
    for line in body:
        places = [column_of(piece, columns) for piece in line.pieces]
        across = len(line.pieces) > 1 and any(crosses(piece, columns) for piece in line.pieces)
        odd += across or len(set(places)) < len(places)
    return odd > len(body) // 6
