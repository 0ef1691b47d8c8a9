"""Room `pdf`: pages whose running text is set in two or three columns.

Takes the lines of a page, gives each the part of the page in which a reader comes to it. Cells of a table stand side by
side as well: columns are running text on both sides of a white gutter, about as large and as wide, which the file
prints one column after the other, and no rule goes from one into the other. Where that is in doubt, the page is read
straight across.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise, takewhile
from statistics import median

from msgspec.structs import replace

from scrutiny.pdf.model import Direction, Line, Rule, size_of_most
from scrutiny.sources import Box

BEYOND = 0.38
"""Share of the page's width behind which the last column begins."""

FEWEST = 4
"""Lines of running text that a column has on either side of a gutter, at the least."""

MANY = 12.0
"""Of the size of the type, that columns stand side by side of which the second does not go on with the last sentence of
the first: a cell of a table is seldom so high."""

_COLUMNS, _TABLE, _UNSURE = "columns", "table", "unsure"

LETTERS = 12
WORDS = 3
"""A line of running text has no fewer, in the narrowest of three columns."""

SLACK = 3.0
"""Points by which the lines of one column begin apart, and rules end apart from it."""

GUTTER = 0.7
"""Of the size of the type, that a gutter is white at the least; words of justified lines stand closer."""

NARROWER = 0.45
"""Share of the width of the lines of a column that those of the one beside it have at the least."""

SAME_SIZE = 1.1
"""Points by which the type of two columns may differ."""

PITCH = 1.7
"""Of the size of the type, from one line of a paragraph to the next at the most."""

STOPS = ".:;?!"

GOING_ON = 0.3
"""Share of the lines below an unfinished one that go on with it in small letters, at the least."""

ENDING = 0.1
"""Share of the lines of running text in which a sentence ends, at the least: a list of names or titles has none."""

_SENTENCE_END = re.compile(r"\s\S*\w[%\"'’”)\]]*[.?!][\"'’”)\]]*(?:\s|$)")
"""Behind another word: what begins a line is the number of a paragraph."""

LEVEL = 2.5
"""Points by which paragraphs of the cells of one row begin apart."""

REACH = 3.0
"""Of the size of the type, from a row's text to the rules above and below it."""

OTHER = 0.6
"""Points by which headings and notes differ in size from the text."""

FURTHER = 1.25
"""Of the distance of the lines of a column, from where on a paragraph begins."""

MOST_LEVEL = 0.8
"""Share of the paragraphs of a column that begin beside others where they are cells."""

EDGE = 0.08
"""Share of the page's height at its head and foot in which what stands apart belongs to no column."""

Lines = list[tuple[int, Line]]
"""Lines with their places in the file's order, from top to bottom."""


def in_columns(
    lines: tuple[Line, ...], width: float, height: float, read_rules: Callable[[], Iterable[Rule]]
) -> tuple[Line, ...]:
    """The lines, those of a page in columns with the parts in which they are read."""
    beyond = BEYOND * width
    if sum(line.box.left > beyond and len(line.text) >= LETTERS for line in lines) < FEWEST:
        return lines
    across = [each for each in enumerate(lines) if each[1].direction is Direction.ACROSS]
    parts = _Columns(height, read_rules).parts(sorted(across, key=lambda each: each[1].box.middle))
    place = {at: number for number, part in enumerate(parts) for at, _ in part}
    return tuple(replace(line, part=place.get(at, 0)) for at, line in enumerate(lines)) if parts[1:] else lines


class _Columns:
    """The columns of one page."""

    def __init__(self, height: float, read_rules: Callable[[], Iterable[Rule]]) -> None:
        self._head, self._foot = EDGE * height, (1 - EDGE) * height
        self._read_rules = read_rules
        self._rules: list[Rule] | None = None

    def parts(self, lines: Lines) -> list[Lines]:
        """The lines in parts that are read one after the other."""
        x = _gutter(lines)
        if x is None:
            return [lines]
        bands = list(_bands(lines, x))
        judged = [self._judge(left, right) for _, left, right, _ in bands]
        if _TABLE in judged:
            return [lines]
        parts: list[Lines] = [[]]
        for (over, left, right, ends), verdict in zip(bands, judged, strict=True):
            parts[-1] += over
            if verdict is _COLUMNS:
                title = _title(left, right)
                parts[-1] += title
                left, right = ([each for each in side if each not in title] for side in (left, right))
                low = max(_running(side)[-1][1].box.bottom for side in (left, right))
                apart = [self._apart(side, low, ends=ends) for side in (left, right)]
                parts[-1] += [each for above, _ in apart for each in above]
                for side, (above, below) in zip((left, right), apart, strict=True):
                    parts += self.parts(side[len(above) : len(side) - len(below)])
                parts.append([each for _, below in apart for each in below])
            else:
                parts[-1] += left + right
        return [part for part in parts if part]

    def _judge(self, left: Lines, right: Lines) -> str:
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
        beside = min(bottoms) - max(tops)
        (_, last), (_, first) = sides[0][-1], sides[1][0]
        goes_on = first.text[:1].islower() and last.text[-1:] not in STOPS
        if (
            abs(sizes[0] - sizes[1]) > SAME_SIZE
            or starts[1] - ends[0] < GUTTER * size
            or widths[0] < NARROWER * widths[1]
            or beside < (FEWEST if goes_on else MANY) * size
            or any(sum(max(tops) <= line.box.middle <= min(bottoms) for _, line in side) < FEWEST for side in sides)
        ):
            return _UNSURE
        gutter = Box(left=ends[0], top=min(tops), right=starts[1], bottom=max(bottoms))
        if not _is_printed_in_turn(*sides) or self._is_ruled(gutter, REACH * size):
            return _TABLE
        return _COLUMNS if goes_on or not _is_in_rows(left, right) else _UNSURE

    def _is_ruled(self, gutter: Box, reach: float) -> bool:
        """Whether rules go from one side of a gutter to the other between the lines of its text, or above or below it
        and one down the gutter ends there: those of a table, or of a form."""
        if self._rules is None:
            self._rules = list(self._read_rules())
        along = [(y, rule.box) for rule in self._rules if rule.horizontal or rule.shade for y in _edges(rule)]
        first = {round(y) for y, box in along if box.left < gutter.left - SLACK <= box.right + 2 * SLACK}
        second = {round(y) for y, box in along if box.right > gutter.right + SLACK >= box.left - 2 * SLACK}
        across = [y for y in first if second & {y - 1, y, y + 1} and gutter.top - reach < y < gutter.bottom + reach]
        down = [
            rule.box for rule in self._rules if not rule.horizontal and not rule.shade
            and gutter.left - SLACK < rule.box.centre < gutter.right + SLACK
            and rule.box.top < gutter.bottom and gutter.top < rule.box.bottom
        ]  # fmt: skip
        met = [end for box in down for end in (box.top, box.bottom)]
        return any(gutter.top < y < gutter.bottom or any(abs(y - end) <= SLACK for end in met) for y in across)

    def _apart(self, side: Lines, low: float, *, ends: bool) -> tuple[Lines, Lines]:
        """What belongs to no column above and below the text of one: a running head, the number of the page, and right
        above what stands across (where the columns end there) its heading."""
        running = dict(_running(side))
        size = size_of_most((line.text, line.size) for line in running.values())

        def is_above(each: tuple[int, Line]) -> bool:
            return each[0] not in running and each[1].box.bottom <= self._head

        def is_below(each: tuple[int, Line]) -> bool:
            at, line = each
            headed = ends and line.box.top > low and (line.bold or abs(line.size - size) > OTHER)
            return at not in running and (headed or line.box.top >= self._foot)

        above = len(list(takewhile(is_above, side)))
        below = len(side) - len(list(takewhile(is_below, reversed(side[above:]))))
        if 0 < above < len(side) and _step(side[above - 1][1], side[above][1]) <= PITCH * size:
            above = 0
        if 0 < below < len(side) and _step(side[below - 1][1], side[below][1]) <= PITCH * size:
            below = len(side)
        return side[:above], side[below:]


def _title(left: Lines, right: Lines) -> Lines:
    """What stands above all columns in larger letters, in the middle of one of them."""
    size = size_of_most((line.text, line.size) for side in (left, right) for _, line in _running(side))
    lines = sorted(left + right, key=lambda each: each[1].box.middle)
    alone = (one[1].size > size + OTHER and one[1].box.bottom <= other[1].box.top for one, other in pairwise(lines))
    return [each for each, _ in zip(lines, takewhile(bool, alone), strict=False)]


def _edges(rule: Rule) -> tuple[float, ...]:
    return (rule.box.top, rule.box.bottom) if rule.shade else (rule.box.middle,)


def _step(line: Line, below: Line) -> float:
    """How far one line stands below another; letters that reach up or down make no difference."""
    return min(below.box.bottom - line.box.bottom, below.box.top - line.box.top)


def _gutter(lines: Lines) -> float | None:
    """Where the column begins that has most running text on both of its sides and least across."""
    prose = [line.box for _, line in lines if _is_prose(line)]
    ends = sorted(box.right for box in prose)
    starts = sorted(box.left for box in prose)
    best, most = None, -len(prose)
    for start in {round(left) for left in starts}:
        x = start - SLACK
        before, behind = bisect_left(ends, x), len(starts) - bisect_left(starts, x)
        score = min(before, behind) - (len(prose) - before - behind)
        if min(before, behind) >= FEWEST and score > most:
            best, most = x, score
    return best


def _bands(lines: Lines, x: float) -> Iterator[tuple[Lines, Lines, Lines, bool]]:
    """What stands across a gutter, and on its left and its right below that, from top to bottom; and whether anything
    stands across below."""
    over: Lines = []
    left: Lines = []
    right: Lines = []
    for each in lines:
        box = each[1].box
        if box.left < x < box.right:
            if left or right:
                yield over, left, right, True
                over, left, right = [], [], []
            over.append(each)
        else:
            (left if box.right <= x else right).append(each)
    yield over, left, right, False


def _is_prose(line: Line) -> bool:
    text = line.text
    return len(text) >= LETTERS and text.count(" ") >= WORDS - 1 and 5 * sum(map(str.isalpha, text)) >= 2 * len(text)


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


def _is_printed_in_turn(left: Lines, right: Lines) -> bool:
    """Whether the file prints one column after the other: the cells of a table come row by row."""
    order = sorted((at, side) for side, own in enumerate((left, right)) for at, _ in own)
    return sum(one[1] != other[1] for one, other in pairwise(order)) <= 2


def _is_in_rows(left: Lines, right: Lines) -> bool:
    """Whether paragraphs begin side by side, as the cells of a row do; what begins both columns says nothing."""
    starts = []
    for side in (left, right):
        steps = {below[0]: _step(line[1], below[1]) for line, below in _follows(side)}
        apart = FURTHER * median(steps.values())
        starts.append([line.box.top for at, line in side if steps.get(at, apart) >= apart and _is_prose(line)])
    if all(starts) and abs(starts[0][0] - starts[1][0]) <= LEVEL:
        starts = [[top for top in own if top - own[0] > LEVEL] for own in starts]
    level = min(
        sum(any(abs(one - other) <= LEVEL for other in others) for one in own) for own, others in (starts, starts[::-1])
    )
    return level > 0 and level >= MOST_LEVEL * min(map(len, starts))
