"""Room `tables`: tables drawn with lines across only, over and under their heading and under their last row.

Takes a page's rules and lines of words, gives the regions between rules of one width that may be a table. Does not
read the cells (`fitting`).
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Rule
from scrutiny.sources import Box
from scrutiny.tables.columns import held, reaching, spanned
from scrutiny.tables.fitting import Region
from scrutiny.tables.model import Found
from scrutiny.tables.pieces import PieceLine, Span, clipped, is_row
from scrutiny.tables.ruled import Group
from scrutiny.tables.vetoes import underlines

SAME_END = 6.0
"""Points by which the ends of rules of one table may differ."""

REACH = 26.0
"""Points that the words of a table may reach beyond the right end of its rules."""

LONG = 60.0
"""Points: the narrowest table of two columns."""

JOINED = 2.5
"""Points of white within a rule that is drawn in pieces, one for each column. More white parts the rules under two
headings."""

FAR = 2.2
"""Sizes of print of white below which lines between two rules belong to one table."""

FIRST_WHITE = 2.5
"""Sizes of print between a heading over several columns and the first row below it, at the most: shaded headings are
set with room below."""

HEAD_WHITE = 1.5
"""Sizes of print between the lines of one heading, and between the last rule and a row below it, at the most."""

LABELS = 2
"""Lines without figures, one after the other, between the rows of one table."""

SEAM = 3.0
"""Points of white between the shaded cells of one row."""

TALL = 180.0
"""Points: a shaded row of a table is less high; the ground of a chart or of a passage is not."""

MOST_SHADES = 600
"""More shaded rectangles than this are a drawing."""

CAPTION = pattern_of(r"tabl?e?\s+(?:[A-Z]|[A-Z]?\d{1,3}[a-z]?)\b", re.IGNORECASE)
"""Where a line begins with it, a table begins below."""

MOST_PROSE = 0.34
"""Share of sentences among the lines between two rules above which they are text, not rows."""


class Bar(Struct, frozen=True):
    """A line across the page, drawn at once or in pieces."""

    left: float
    right: float
    y: float


def regions_between(groups: Sequence[Group], lines: Sequence[PieceLine]) -> list[Region]:
    """The runs of rules of one width with lines of several pieces between them, from top to bottom."""
    bars = _bars([box for group in groups if not group.down for box in group.across if not underlines(box, lines)])
    regions: list[Region] = []
    used: set[int] = set()
    for number, bar in enumerate(bars):
        if number in used or bar.right - bar.left < LONG:
            continue
        run = [bar]
        for later, other in enumerate(bars[number + 1 :], start=number + 1):
            if abs(other.left - bar.left) > SAME_END or abs(other.right - bar.right) > SAME_END:
                continue
            between = _lines_in(lines, bar, run[-1].y, other.y)
            if between is None or _apart(run[-1], between) or _interrupted(bar, run[-1].y, other.y, bars):
                break
            run.append(other)
            used.add(later)
        regions += [region for part in _parts(run, lines) if (region := _region(part, bars, lines)) is not None]
    return [region for region in regions if not any(_within(region, other) for other in regions)]


def _parts(run: Sequence[Bar], lines: Sequence[PieceLine]) -> list[list[Bar]]:
    """The rules of each table, where tables drawn alike follow one another: the next one begins with a caption that has
    a number, or with headings below it, after rows of figures."""
    parts: list[list[Bar]] = [[run[0]]]
    bands = [_lines_in(lines, one, one.y, other.y) or [] for one, other in pairwise(run)]
    figures = False
    for number, (bar, band) in enumerate(zip(run[1:], bands, strict=True)):
        rows = max((at for at, line in enumerate(band, start=1) if is_row(line)), default=0)
        figures = figures or rows > 0
        caption = list(takewhile(lambda line: len(line.pieces) == 1, band[rows:]))
        heading = band[rows + len(caption) :]
        if caption and not heading and number + 1 < len(bands):
            heading = bands[number + 1]
        headed = caption and any(line.heads and not line.units for line in heading) and not any(map(is_row, heading))
        if figures and (headed or any(CAPTION.match(line.pieces[0].text) for line in band if len(line.pieces) == 1)):
            parts.append([bar])
        else:
            parts[-1].append(bar)
    return parts


def shaded_regions(shades: Sequence[Rule], lines: Sequence[PieceLine]) -> list[Region]:
    """The runs of shaded rows of one width, with what stands between them: the edges of the shades are rules."""
    boxes = [rule.box for rule in shades if rule.box.width > LONG / 3 and rule.box.height < TALL]
    if len(boxes) > MOST_SHADES:
        return []
    strips: list[Box] = []
    for box in sorted(boxes, key=lambda box: (round(box.top), box.left)):
        last = strips[-1] if strips else None
        if last and abs(last.top - box.top) < 2 and abs(last.bottom - box.bottom) < 2 and box.left - last.right < SEAM:
            strips[-1] = last.join(box)
        else:
            strips.append(box)
    runs: list[list[Box]] = []
    for strip in strips:
        if strip.width < LONG:
            continue
        run = next((run for run in runs if _follows(strip, run[-1], lines)), None)
        if run is None:
            runs.append([strip])
        else:
            run.append(strip)
    regions = []
    for run in runs:
        bars = sorted({round(y, 1) for box in run for y in (box.top, box.bottom)})
        bar = Bar(run[0].left, run[0].right, bars[0])
        own = _lines_in(lines, bar, bars[0], bars[-1])
        beside = any(
            piece.right < bar.left or piece.left > bar.right
            for line in lines
            if bars[0] < line.middle < bars[-1]
            for piece in line.pieces
        )
        if len(run) > 1 and own and not beside and sum(len(line.pieces) > 1 for line in own) > 1:
            regions.append(Region(tuple(own), tuple(bars), (), run[0].left, run[0].right, Found.SHADING))
    return regions


def _follows(strip: Box, last: Box, lines: Sequence[PieceLine]) -> bool:
    """Whether a shaded row is of the same table as one above it: as wide, and at most a row further down."""
    if abs(strip.left - last.left) > 3 or abs(strip.right - last.right) > 3 or strip.top < last.bottom - 2:
        return False
    between = [line for line in lines if last.bottom < line.middle < strip.top]
    room = strip.top - last.bottom
    return room < 3 or (room < max(strip.height, last.height) * 2 and any(len(line.pieces) > 1 for line in between))


def _within(region: Region, other: Region) -> bool:
    """Whether a region lies in a wider one: the rules over the sub-totals of some columns."""
    if region.left is None or region.right is None or other.left is None or other.right is None:
        return False
    top, bottom = region.bars[0], region.bars[-1]
    wider = other.right - other.left > region.right - region.left + 2 * SAME_END
    beside = other.left - SAME_END <= region.left and region.right <= other.right + SAME_END
    return wider and beside and other.bars[0] - 2 <= top and bottom <= other.bars[-1] + 2


def extended(region: Region, columns: Sequence[Span], headed: bool, lines: Sequence[PieceLine]) -> Region:
    """The region with the heading above its first rule, where none stands below it, and with the rows that go on below
    its last."""
    top, bottom = region.lines[0].top, region.lines[-1].bottom
    own = list(region.lines)
    if not headed:
        above = [part for line in lines if line.middle < top and (part := _in(line, region))]
        columns = reaching(list(columns), above)
        corner: list[PieceLine] = []
        for line in reversed(above):
            heads = spanned(line, columns[1:])
            white = FIRST_WHITE if heads > 1 and own[0] is region.lines[0] else HEAD_WHITE
            if line.prose or [*corner, *own][0].top - line.bottom > white * line.size:
                break
            if len(line.pieces) == 1 and line.pieces[0].right < columns[1].left and len(corner) < LABELS:
                corner.insert(0, line)  # the rest of what heads the labels, if the line above it heads the columns
                continue
            if not _over(line, columns) or (corner and not _goes_on(line, corner)):
                break
            own[:0], corner = [line, *corner], []
    waiting: list[PieceLine] = []
    for line in [part for line in lines if line.middle > bottom and (part := _in(line, region))]:
        figures = sum(piece.figure and held(piece, columns[1:]) for piece in line.pieces)
        last = max([*own, *waiting][-1].bottom, region.bars[-1])
        if line.prose or line.top - last > HEAD_WHITE * line.size or CAPTION.match(line.pieces[0].text):
            break
        if figures and len(line.pieces) > 1:
            own += [*waiting, line]
            waiting = []
        elif len(line.pieces) == 1 and line.pieces[0].right < columns[1].right and len(waiting) < LABELS:
            waiting.append(line)  # a label for the rows below it, if there are any
        else:
            break
    return replace(region, lines=tuple(own))


def _in(line: PieceLine, region: Region) -> PieceLine | None:
    """What of a line stands between the ends of a region's rules."""
    if region.left is None or region.right is None:
        return None
    return clipped(line, region.left - SAME_END, region.right + SAME_END)


def _goes_on(line: PieceLine, corner: Sequence[PieceLine]) -> bool:
    """Whether the heading of the labels runs on from a line of headings to the lines close below it."""
    lines = [line, *corner]
    close = all(after.top - before.top <= NEXT_LINE * before.size for before, after in pairwise(lines))
    return line.heads and close


NEXT_LINE = 1.5
"""Sizes of print from the top of a line to that of the next one of the same heading, at the most."""


def _over(line: PieceLine, columns: Sequence[Span]) -> bool:
    """Whether a line can be a heading of the columns: a piece stands over one beside the labels, and none runs on
    from the labels over the others."""
    if len(line.pieces) == 1 and line.pieces[0].left < columns[0].right and line.pieces[0].right > columns[1].left:
        return False
    return spanned(line, columns[1:]) > 0


def _bars(across: Sequence[Box]) -> list[Bar]:
    """The lines across, their pieces joined."""
    bars: list[Bar] = []
    for box in sorted(across, key=lambda box: (round(box.middle), box.left)):
        y = box.middle
        if bars and abs(bars[-1].y - y) < 1.5 and -2 < box.left - bars[-1].right < JOINED:
            bars[-1] = Bar(bars[-1].left, max(bars[-1].right, box.right), bars[-1].y)
        else:
            bars.append(Bar(box.left, box.right, y))
    return bars


def _lines_in(lines: Sequence[PieceLine], bar: Bar, top: float, bottom: float) -> list[PieceLine] | None:
    """The lines between two heights over a bar; None where they are sentences."""
    own = [
        part
        for line in lines
        if top < line.middle < bottom
        and line.pieces[0].left < bar.right
        and line.pieces[-1].right > bar.left
        and (part := clipped(line, bar.left - SAME_END, bar.right + REACH) or line)
    ]
    prose = sum(line.prose and len(line.pieces) < 3 for line in own)
    return None if own and prose > MOST_PROSE * len(own) else own


def _apart(bar: Bar, lines: Sequence[PieceLine]) -> bool:
    """Whether there is so much white below a rule or between lines that a table ends there."""
    bottom = bar.y
    for line in lines:
        if line.top - bottom > FAR * line.size:
            return True
        bottom = line.bottom
    return False


def _interrupted(bar: Bar, top: float, bottom: float, bars: Sequence[Bar]) -> bool:
    """Whether a rule of another table's width stands between."""
    return any(
        top + 1 < other.y < bottom - 1
        and abs(other.left - bar.left) <= SAME_END
        and abs(other.right - bar.right) > SAME_END
        and other.right - other.left > (bar.right - bar.left) / 2
        for other in bars
    )


def _region(run: Sequence[Bar], bars: Sequence[Bar], lines: Sequence[PieceLine]) -> Region | None:
    first, last = run[0], run[-1]
    if last.y - first.y < THIN:
        return None
    own = _lines_in(lines, first, first.y, last.y)
    if own is None or sum(len(line.pieces) > 1 for line in own) < 2:
        return None
    left, right = first.left - SAME_END, first.right + SAME_END
    own = [line for line in own if line.pieces[0].left >= left and line.pieces[-1].right <= first.right + REACH]
    short = tuple(
        Box(left=bar.left, top=bar.y, right=bar.right, bottom=bar.y)
        for bar in bars
        if bar not in run and first.y < bar.y < last.y and left < bar.left and bar.right < right
    )
    if not own:
        return None
    return Region(tuple(own), tuple(bar.y for bar in run), short, first.left, first.right, Found.LINES_ACROSS)


THIN = 12.0
"""Points between the first and the last rule of the smallest table."""
