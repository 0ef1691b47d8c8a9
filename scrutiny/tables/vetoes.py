"""Room `tables`: what looks like a table and is none.

Takes lines, rules or cells, says whether they are the axis of a chart, a list of contents, a numbered list, or the
underline of a heading.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Word
from scrutiny.sources import Box
from scrutiny.tables.model import Cell
from scrutiny.tables.pieces import DASHES, Piece, PieceLine, is_figure

AXIS = 4
"""The fewest marks of an axis: four figures in equal steps of value and place do not come about in a row of a table
that has a label."""

EVEN = 0.12
"""Share of a step by which the places of an axis's marks may differ: figures of other widths stand centred."""

CONTENTS = 4
"""So many page numbers in order, with words before them and no heading over them, are a list of contents."""

SCALE = 30.0
"""Points between the figures of a chart's scale and its gridlines, at the most."""

CENTRED = 3.5
"""Points between the middle of a scale's figure and its gridline."""

SIDE_WORDS = 5
"""Words on a line of a narrow column of prose, at the least."""

SIDE_LINES = 6
"""Lines of prose beside a table, at the least; a remark in a cell is shorter."""

SIDE_WIDTH = 0.6
"""Share of the width of a page's text above which prose has nothing beside it."""

BESIDE = 3
"""Lines beside a column of prose that make it one."""

_NUMBER = pattern_of(r"^[(\-–−]?[£$€]?(\d[\d,]*(?:\.\d+)?)(?:%|k|m|bn)?\)?$")
ENUMERATOR = pattern_of(
    r"^(?:[•·▪●○◦‣\uf0b7\uf0a7\-–—o§]|\(?(?:\d{1,2}|[a-z]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)$", re.IGNORECASE
)
"""A bullet or number that begins a paragraph: "•", "1.", "(iv)", "2.3"."""

_PAGE_HEADING = pattern_of(r"^\W*(?:pages?|tudalen)?(?:\s+no\.?|\s+numbers?)?\W*$", re.IGNORECASE)


def is_axis(line: PieceLine) -> bool:
    """Whether a line holds the marks of a chart's axis: figures only, in equal steps, at equal distances."""
    if len(line.pieces) < AXIS or not all(piece.figure for piece in line.pieces):
        return False
    values = [_value(piece.text) for piece in line.pieces]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return False
    steps = [other - one for one, other in pairwise(known)]
    ways = [other.middle - one.middle for one, other in pairwise(line.pieces)]
    usual = sorted(ways)[len(ways) // 2]
    even = all(abs(way - usual) <= EVEN * usual + 2 for way in ways)
    return even and steps[0] != 0 and all(abs(step - steps[0]) < 1e-6 * max(abs(steps[0]), 1) for step in steps)


def _value(text: str) -> float | None:
    if text in DASHES:
        return 0.0  # accountants' nought, in the middle of an axis
    match = _NUMBER.match(text.replace(" ", ""))
    if match is None:
        return None
    value = float(match[1].replace(",", ""))
    return -value if text[:1] in "(-–−" else value


def lists_pages(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows are a list of contents: words, and page numbers that never fall."""
    last = [row[-1].text for row in rows if row[-1].text]
    if len(last) < CONTENTS or len(last) < 0.8 * len(rows) or any(not text.isdigit() for text in last):
        return False
    if any(is_figure(cell.text) for row in rows for cell in row[1:-1]):
        return False
    numbers = [int(text) for text in last]
    if any(other < one for one, other in pairwise(numbers)) or numbers[0] == numbers[-1]:
        return False
    return not header or header[-1].isdigit() or _PAGE_HEADING.match(header[-1]) is not None


def enumerates(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows are the paragraphs of a list: a bullet or number, and words."""
    if not rows or len(rows[0]) != 2:
        return False
    first = [row[0].text for row in rows if row[0].text]
    marked = sum(ENUMERATOR.match(text) is not None for text in first)
    return bool(first) and marked > 0.6 * len(first)


def prose_columns(lines: Sequence[PieceLine]) -> list[Box]:
    """Where prose stands beside something else: lines of many words that begin at one place, close under one another,
    most of them as wide as the column."""
    if not lines:
        return []
    width = max(line.pieces[-1].right for line in lines) - min(line.pieces[0].left for line in lines)
    starts: dict[int, list[tuple[PieceLine, Piece]]] = {}
    for line in lines:
        for piece in line.pieces:
            if len(piece.words) >= SIDE_WORDS and piece.right - piece.left < SIDE_WIDTH * width:
                starts.setdefault(round(piece.left / 3), []).append((line, piece))
    boxes = []
    for place, own in starts.items():
        own = sorted(own + starts.get(place + 1, []), key=lambda each: each[0].top)
        if len(own) < SIDE_LINES:
            continue
        widths = sorted(piece.right - piece.left for _, piece in own)
        full = sum(width > 0.85 * widths[-1] for width in widths)
        pitches = [two.middle - one.middle for (one, _), (two, _) in pairwise(own)]
        close = sum(pitch < 1.5 * line.size for pitch, (line, _) in zip(pitches, own, strict=False))
        if 3 * full < 2 * len(own) or 4 * close < 3 * len(pitches):
            continue
        left, right = min(piece.left for _, piece in own) - 1, max(piece.right for _, piece in own) + 1
        box = Box(left=left, top=own[0][0].top - 1, right=right, bottom=own[-1][0].bottom + 1)
        beside = sum(
            box.top < line.middle < box.bottom
            and any(piece.right < left or piece.left > right for piece in line.pieces)
            for line in lines
        )
        if beside >= BESIDE:
            boxes.append(box)
    return boxes


def underlines(bar: Box, lines: Sequence[PieceLine]) -> bool:
    """Whether a rule is drawn under words as far as these go: the underline of a heading."""
    return any(
        abs(piece.left - bar.left) < 4 and abs(piece.right - bar.right) < 4
        for line in lines
        if line.middle < bar.middle < line.bottom + 0.35 * line.size
        for piece in line.pieces
    )


def has_scale(heights: Sequence[float], left: float, words: Sequence[Word]) -> bool:
    """Whether figures stand at the left of lines across, each in the middle of one: the scale of a chart and its
    gridlines."""
    marks = [word.box.middle for word in words if left - SCALE < word.box.right <= left + 1 and is_figure(word.text)]
    marked = sum(any(abs(mark - height) < CENTRED for mark in marks) for height in heights)
    return marked >= 3 and marked > len(heights) / 2
