"""Room `pdf`: pages whose running text is set in two or three columns.

Takes the lines of a page, gives each the part of the page in which a reader comes to it. Cells of a table stand side by
side as well: columns are running text on both sides of a white gutter, about as large and as wide, which the file
prints one column after the other, and no rule goes from one into the other. Where that is in doubt, the page is read
straight across.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from scrutiny.pdf.model import Direction, Line, Rule, median, size_of_most
from scrutiny.sources import Box

BEYOND = 0.38
"""Share of the page's width behind which the last column begins."""

FEWEST = 4
"""Lines of running text that a column has on either side of a gutter, at the least."""

LETTERS, WORDS = 12, 3
"""A line of running text has no fewer, in the narrowest of three columns."""

GUTTER, PITCH, REACH, HIGH = 0.7, 1.7, 3.0, 12.0
"""Of the size of the type: what is white between columns at the least (words of a justified line stand closer); from a
line to the next of a paragraph at the most; from the text of a row to its rules; and how far columns stand side by side
at the least, where the second does not go on with a sentence of the first (a cell is seldom so high)."""

SLACK, LEVEL, SAME_SIZE, OTHER = 3.0, 2.5, 1.1, 0.6
"""Points by which the lines of a column begin apart, and the cells of a row; by which the type of columns may differ,
and headings differ from the text."""

NARROWER, GOING_ON, ENDING, IN_ROWS = 0.45, 0.3, 0.1, 0.8
"""Shares at the least: of the width of a column that the next has; of the lines below unfinished ones that begin with a
small letter; of the lines of running text in which a sentence ends (in a list of names none does); of the paragraphs
that begin beside others, where they are cells."""

FURTHER = 1.25
"""Of the distance of the lines of a column, from where on a paragraph begins."""

EDGE = 0.08
"""Share of the page's height at its head and foot in which what stands apart belongs to no column."""

STOPS = ".:;?!"
_SENTENCE_END = re.compile(r"\s\S*\w[%\"'’”)\]]*[.?!][\"'’”)\]]*(?:\s|$)")
"""Behind another word: what begins a line is the number of a paragraph."""

_COLUMNS, _TABLE, _UNSURE = "columns", "table", "unsure"

Lines = list[tuple[int, Line]]
"""Lines with their places in the file's order, from top to bottom."""

Rules = Callable[[], Sequence[Rule]]


def in_columns(lines: tuple[Line, ...], width: float, height: float, rules: Rules) -> tuple[Line, ...]:
    """The lines, those of a page in columns with the parts in which they are read."""
    beyond = BEYOND * width
    if sum(line.box.left > beyond and len(line.text) >= LETTERS for line in lines) < FEWEST:
        return lines
    across = [each for each in enumerate(lines) if each[1].direction is Direction.ACROSS]
    parts = _parts(sorted(across, key=lambda each: each[1].box.middle), height, rules)
    place = {at: number for number, part in enumerate(parts) for at, _ in part}
    return tuple(replace(line, part=place.get(at, 0)) for at, line in enumerate(lines)) if parts[1:] else lines


def _parts(lines: Lines, height: float, rules: Rules) -> list[Lines]:
    """The lines in parts that are read one after the other."""
    x = _gutter(lines)
    bands = [] if x is None else list(_bands(lines, x))
    judged = [_judge(left, right, rules) for _, left, right in bands]
    if _COLUMNS not in judged or _TABLE in judged:
        return [lines]
    parts: list[Lines] = [[]]
    for number, ((over, left, right), verdict) in enumerate(zip(bands, judged, strict=True), start=1):
        parts[-1] += over
        if verdict is _COLUMNS:
            apart = _apart(left, right, height, ends=number < len(bands))
            parts[-1] += [each for each in left + right if apart.get(each[0]) is False]
            for side in (left, right):
                parts += _parts([each for each in side if each[0] not in apart], height, rules)
            parts.append([each for each in left + right if apart.get(each[0])])
        else:
            parts[-1] += left + right
    return [part for part in parts if part]


def _judge(left: Lines, right: Lines, rules: Rules) -> str:
    """What the running text on the two sides of a gutter is: columns, cells side by side, or neither for sure."""
    sides = [_running(left), _running(right)]
    if not all(sides):
        return _UNSURE
    sizes = [size_of_most((line.text, line.size) for _, line in side) for side in sides]
    size = min(sizes)
    starts = [min(line.box.left for _, line in side) for side in sides]
    ends = [max(line.box.right for _, line in side) for side in sides]
    tops, bottoms = [side[0][1].box.top for side in sides], [side[-1][1].box.bottom for side in sides]
    widths = sorted(median(line.box.width for _, line in side) for side in sides)
    goes_on = sides[1][0][1].text[:1].islower() and sides[0][-1][1].text[-1:] not in STOPS
    if (
        abs(sizes[0] - sizes[1]) > SAME_SIZE
        or starts[1] - ends[0] < GUTTER * size
        or widths[0] < NARROWER * widths[1]
        or min(bottoms) - max(tops) < (FEWEST if goes_on else HIGH) * size
        or any(sum(max(tops) <= line.box.middle <= min(bottoms) for _, line in side) < FEWEST for side in sides)
    ):
        return _UNSURE
    order = sorted((at, number) for number, side in enumerate(sides) for at, _ in side)
    in_turn = sum(one[1] != other[1] for one, other in pairwise(order)) <= 2  # cells are printed row by row
    gutter = Box(left=ends[0], top=min(tops), right=starts[1], bottom=max(bottoms))
    if not in_turn or _is_ruled(gutter, REACH * size, rules()):
        return _TABLE
    return _COLUMNS if goes_on or not _is_in_rows(left, right) else _UNSURE


def _is_ruled(gutter: Box, reach: float, rules: Sequence[Rule]) -> bool:
    """Whether a rule goes across a gutter, or one on either side of it meets one on the other, between the lines of its
    text, or above or below it where one down the gutter ends: those of a table, or of a form. Tables that stand side
    by side have rows on one height by chance, and their rules end on either side of the gutter."""
    along = [
        (y, rule.box.left, rule.box.right) for rule in rules if rule.horizontal or rule.shade
        for y in ((rule.box.top, rule.box.bottom) if rule.shade else (rule.box.middle,))
        if gutter.top - reach < y < gutter.bottom + reach
    ]  # fmt: skip
    first = [(y, right) for y, left, right in along if left < gutter.left - SLACK <= right + 2 * SLACK]
    second = [(y, left) for y, left, right in along if right > gutter.right + SLACK >= left - 2 * SLACK]
    across = [y for y, end in first for other, start in second if abs(y - other) <= 1 and start - end <= 2 * SLACK]
    met = [
        end for rule in rules if not rule.horizontal and not rule.shade
        and gutter.left - SLACK < rule.box.centre < gutter.right + SLACK
        and rule.box.top < gutter.bottom and gutter.top < rule.box.bottom
        for end in (rule.box.top, rule.box.bottom)
    ]  # fmt: skip
    return any(gutter.top < y < gutter.bottom or any(abs(y - end) <= SLACK for end in met) for y in across)


def _apart(left: Lines, right: Lines, height: float, *, ends: bool) -> dict[int, bool]:
    """What stands above or below (True) the columns and belongs to none: a title, running heads, the page's number, and
    the heading right above what stands across where the columns end."""
    running = dict(_running(left) + _running(right))
    size = size_of_most((line.text, line.size) for line in running.values())
    low = max(line.box.bottom for line in running.values())
    lines = sorted(left + right, key=lambda each: each[1].box.middle)
    alone = (one[1].size > size + OTHER and one[1].box.bottom <= other[1].box.top for one, other in pairwise(lines))
    found = {at: False for (at, _), _ in zip(lines, takewhile(bool, alone), strict=False)}

    def is_below(each: tuple[int, Line]) -> bool:
        line = each[1]
        headed = ends and line.box.top > low and (line.bold or abs(line.size - size) > OTHER)
        return each[0] not in running and (headed or line.box.top >= (1 - EDGE) * height)

    for side in ([each for each in own if each[0] not in found] for own in (left, right)):
        above = list(takewhile(lambda each: each[0] not in running and each[1].box.bottom <= EDGE * height, side))
        below = list(takewhile(is_below, reversed(side)))
        rest = side[len(above) : len(side) - len(below)]
        if rest and above and _step(above[-1][1], rest[0][1]) > PITCH * size:
            found |= {at: False for at, _ in above}
        if rest and below and _step(rest[-1][1], below[-1][1]) > PITCH * size:
            found |= {at: True for at, _ in below}
    return found


def _gutter(lines: Lines) -> float | None:
    """Where the column begins that has most running text on both of its sides and least across."""
    prose = [line.box for _, line in lines if _is_prose(line)]
    ends, starts = sorted(box.right for box in prose), sorted(box.left for box in prose)
    best, most = None, -len(prose)
    for x in {round(left) - SLACK for left in starts}:
        before, behind = bisect_left(ends, x), len(starts) - bisect_left(starts, x)
        score = min(before, behind) - (len(prose) - before - behind)
        if min(before, behind) >= FEWEST and score > most:
            best, most = x, score
    return best


def _bands(lines: Lines, x: float) -> Iterator[tuple[Lines, Lines, Lines]]:
    """What stands across a gutter, and on its left and its right below that, from top to bottom."""
    band: tuple[Lines, Lines, Lines] = ([], [], [])
    for each in lines:
        box = each[1].box
        crosses = box.left < x < box.right
        if crosses and (band[1] or band[2]):
            yield band
            band = ([], [], [])
        band[0 if crosses else 1 if box.right <= x else 2].append(each)
    yield band


def _is_prose(line: Line) -> bool:
    text = line.text
    return len(text) >= LETTERS and text.count(" ") >= WORDS - 1 and 5 * sum(map(str.isalpha, text)) >= 2 * len(text)


def _step(line: Line, below: Line) -> float:
    """How far one line stands below another; letters that reach up or down make no difference."""
    return min(below.box.bottom - line.box.bottom, below.box.top - line.box.top)


def _follows(side: Lines) -> Iterator[tuple[tuple[int, Line], tuple[int, Line]]]:
    """Each line of a column with the one right below it; beside one another further columns may stand."""
    for number, one in enumerate(side):
        line = one[1]
        for other in side[number + 1 :]:
            step = _step(line, other[1])
            if step > PITCH * max(line.size, other[1].size):
                break
            if step > 0.5 * line.size and other[1].box.left < line.box.right and line.box.left < other[1].box.right:
                yield one, other
                break


def _running(side: Lines) -> Lines:
    """The lines of a column between which sentences run on, where they are a good part of its text."""
    found: dict[int, Line] = {}
    count = unfinished = 0
    for (at, line), (next_at, below) in _follows(side):
        if line.text[-1:] in STOPS or abs(line.size - below.size) > OTHER or not _is_prose(line):
            continue
        unfinished += 1
        if below.text[:1].islower():
            count += 1
            found[at], found[next_at] = line, below
    ended = sum(_SENTENCE_END.search(line.text) is not None for line in found.values())
    enough = count >= max(FEWEST // 2, GOING_ON * unfinished) and ended >= max(1, ENDING * len(found))
    return [each for each in side if each[0] in found] if enough else []


def _is_in_rows(left: Lines, right: Lines) -> bool:
    """Whether paragraphs begin side by side, as the cells of a row do; what begins both columns says nothing."""
    starts = []
    for side in (left, right):
        steps = {below[0]: _step(line[1], below[1]) for line, below in _follows(side)}
        apart = FURTHER * median(steps.values())
        starts.append([line.box.top for at, line in side if steps.get(at, apart) >= apart and _is_prose(line)])
    if all(starts) and abs(starts[0][0] - starts[1][0]) <= LEVEL:
        starts = [[top for top in own if top - own[0] > LEVEL] for own in starts]
    both = (starts, starts[::-1])
    level = min(sum(any(abs(top - other) <= LEVEL for other in others) for top in own) for own, others in both)
    return level > 0 and level >= IN_ROWS * min(map(len, starts))
