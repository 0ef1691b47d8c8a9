"""Room `tables`: the words of a page as lines of pieces.

Takes words, gives lines from top to bottom; a line is made of pieces, the words that stand together without a wide
gap. Does not say which pieces are the cells of a table.
"""

import functools
import math
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures import Figure
from scrutiny.language.letters import has_any
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Direction, Word
from scrutiny.sources import Box

_SIGN, _CURRENCY, _NUMBER = r"[+\-–−]?", r"[£$€]*", r"(?!0\d)\d[\d,]*(?:\.\d+)?(?:%|pp|k|m|bn)?"
_NOTE = r"[*†‡#]*"
_SHARE = rf"(?:\({_SIGN}{_CURRENCY}\d[\d,]*(?:\.\d+)?%?\))"
_BLANK = r"na|NA|n/a|N/A|\([A-Z]\)|[-–—]|\*+|\.\.|c|z|x|<\d+"
FIGURE = pattern_of(
    rf"^(?:[(+\-–−]*{_CURRENCY}{_SIGN}{_NUMBER}\)?{_NOTE}|{_CURRENCY}{_NUMBER}{_SHARE}{_NOTE}|\.\d+%?|{_BLANK})$"
)
"""Accepts what stands in a column of figures: "1,234", "(12)", "96.7%", "££9", "63(18.5%)", "na", "-", "*", "<5";
not "2019/20" or "020"."""

YEAR = pattern_of(r"^(?:19|20)\d\d$")
_LEADERS = ("....", "……", "____", "····")
_DOTS = (".", "…", "_", "·")
_ONLY_DOTS = pattern_of(r"^[.…_·]+$")
_GLUED = pattern_of(r"^(.*?)(?:\.{4,}|…{2,}|·{4,})(.*)$")
_PAGE = pattern_of(r"^\d{1,3}$")
DOT = 0.28
"""Ems that a dot takes in the usual founts, and half of what a digit does."""

NARROW = 0.4
"""Ems that a letter takes at the least, on average."""

_CURRENCIES = ("£", "$", "€")

DASHES = ("-", "–", "—")
"""A blank cell's mark, or the "to" between two figures: it stands in a cell of its own where the white is wide."""

GAP = 0.75
"""Ems of white between two cells; between words of justified prose there is less."""

UNIT = pattern_of(
    r"^\(?(?:[£€$]\s?(?:['’]?000['’]?s?|k|m|mn|bn|million|thousand)?|['’]000s?|000['’]?s|"
    r"%(?:\s?pts?)?|nos?\.?|fte|pp|per cent)\)?$",
    re.IGNORECASE,
)
"""A unit that stands by itself below a heading: "£", "£000", "£m", "%", "No."; not a word that could be data."""

PROSE = 9
"""So many words in one piece are a sentence, not a label."""


class Piece(Struct, frozen=True, dict=True):
    """Words of one line without a wide gap between them: a cell, or a line of one."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def left(self) -> float:
        return self.words[0].box.left

    @cached_property
    def right(self) -> float:
        return max(word.box.right for word in self.words)

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @cached_property
    def bare(self) -> str:
        """Its text without white space."""
        return self.text.replace(" ", "")

    @cached_property
    def figure(self) -> bool:
        return len(self.words) <= 3 and FIGURE.match(self.bare) is not None


class PieceLine(Struct, frozen=True, dict=True):
    """The pieces on one height."""

    pieces: tuple[Piece, ...]
    top: float
    bottom: float
    size: float
    dotted: bool = False
    """Whether dots (left out of its pieces) lead the eye across it."""

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @cached_property
    def anchors(self) -> bool:
        """Whether it may be a row by itself: it holds a figure behind a label, or alone, and is no sum written out. The
        number of a paragraph stands before its words."""
        figures = self.pieces[1:] or self.pieces
        return any(piece.figure for piece in figures) and not any(
            word.text in ("=", "x", "×") for piece in self.pieces if not piece.figure for word in piece.words
        )

    @cached_property
    def prose(self) -> bool:
        return any(len(piece.words) >= PROSE for piece in self.pieces) or self.leads

    @cached_property
    def heads(self) -> bool:
        """Whether it may be the heading of a table: several pieces, and no figures among them but years."""
        figures = [piece for piece in self.pieces if piece.figure]
        return len(self.pieces) >= 2 and all(YEAR.match(piece.text) for piece in figures)

    @cached_property
    def units(self) -> bool:
        """Whether it says nothing but the units of what stands below, as it may above each part of a table."""
        return all(UNIT.match(piece.text) for piece in self.pieces)

    @cached_property
    def bold(self) -> bool:
        return all(word.bold for piece in self.pieces for word in piece.words)

    @cached_property
    def leads(self) -> bool:
        """Whether dots lead the eye across it to the number of a page, as in a list of contents. The row of a table has
        more figures, or one that is no page."""
        figures = [piece.text for piece in self.pieces if piece.figure]
        return self.dotted and (not figures or (len(figures) == 1 and _PAGE.match(figures[0]) is not None))


class Span(Struct, frozen=True):
    """What stands one under another: from `left` to `right`."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def join(self, other: "Span | Piece") -> "Span":
        return Span(min(self.left, other.left), max(self.right, other.right))

    def holds(self, piece: Piece) -> float:
        """Points by which the piece lies over the span."""
        return min(self.right, piece.right) - max(self.left, piece.left)


def plain(words: Iterable[Word]) -> list[Word]:
    """The words that run across the page, without raised footnote marks."""
    return [word for word in words if not word.raised and word.direction is Direction.ACROSS]


def lines_of(words: Iterable[Word]) -> list[PieceLine]:
    """The words as lines of pieces, from top to bottom."""
    rows: list[list[Word]] = []
    first = -math.inf
    placed = [(word.box.middle, word) for word in words]
    for middle, word in sorted(placed, key=itemgetter(0)):
        if middle - first < 0.4 * max(word.size, 4.0):
            rows[-1].append(word)
        else:
            rows.append([word])
            first = middle
    return [_line(sorted(row, key=lambda word: word.box.left)) for row in rows]


def _undotted(words: list[Word]) -> list[Word]:
    """The words without the dots that lead from a label to its figures; the label and figure that these are glued to
    are kept, each about where it stands."""
    kept: list[Word] = []
    for word in words:
        if _ONLY_DOTS.match(word.text):
            continue
        match = _GLUED.match(word.text)
        if match is None:
            kept.append(word)
            continue
        left, right = word.box.left, word.box.right
        dots = DOT * word.size * (len(word.text) - len(match[1]) - len(match[2]))
        if match[1]:
            end = max(left + NARROW * word.size * len(match[1]), right - dots - 2 * DOT * word.size * len(match[2]))
            kept.append(replace(word, text=match[1], box=replace(word.box, right=min(end, right))))
        if match[2]:
            begin = max(left, right - 2 * DOT * word.size * len(match[2]))
            kept.append(replace(word, text=match[2], box=replace(word.box, left=begin)))
    return kept or words


def _line(words: list[Word]) -> PieceLine:
    text = " ".join(word.text for word in words)
    dots = sum(_ONLY_DOTS.match(word.text) is not None for word in words) if has_any(_DOTS, text) else 0
    dotted = dots >= 4 or has_any(_LEADERS, text)
    if dotted:
        words = _undotted(words)
    pieces: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        size = max(word.size, 4.0)
        gap = word.box.left - before.box.right
        if gap <= 0.15 * size:
            pieces[-1].append(word)
            continue
        dash = before.text in DASHES or word.text in DASHES
        two_figures = gap > (0.45 if dash else 0.15) * size and is_figure(before.text) and is_figure(word.text)
        thousands = two_figures and gap < 0.4 * size and _goes_on(before.text, word.text, len(pieces[-1]))
        if pieces[-1][-1].text in _CURRENCIES and len(pieces[-1]) == 1 and is_figure(word.text):
            pieces[-1].append(word)  # a currency sign set at the left of its column
        elif gap > GAP * size or (two_figures and not thousands):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return PieceLine(
        pieces=tuple(Piece(tuple(piece)) for piece in pieces),
        top=min(word.box.top for word in words),
        bottom=max(word.box.bottom for word in words),
        size=max(word.size for word in words),
        dotted=dotted,
    )


def _goes_on(before: str, text: str, words: int) -> bool:
    """Whether a figure is the rest of the one before it: thousands set apart by a space ("29 300"), or its share in
    brackets ("63 (18.5%)")."""
    if re.fullmatch(rf"{_SHARE}{_NOTE}", text):
        return re.fullmatch(rf"{_CURRENCY}\d[\d,]*", before) is not None
    return (
        re.fullmatch(r"\d{3}(?:\.\d+)?%?", text) is not None
        and re.fullmatch(r"[(+\-–−]?[£$€]?\d{1,3}", before) is not None
        and words <= 2
    )


@functools.lru_cache(maxsize=8192)
def is_figure(text: str) -> bool:
    """Whether a cell's text is a figure or a mark that stands in place of one."""
    return FIGURE.match(text.replace(" ", "")) is not None


def measures(figure: Figure) -> bool:
    """Whether a figure can be no heading, as years are, and whole numbers up to that of a day."""
    value = figure.value
    numbers = value is not None and not figure.places and 0 <= value <= LAST_DAY
    return value is not None and not numbers and not YEAR.match(figure.printed.strip())


LAST_DAY = 31


def is_row(line: PieceLine) -> bool:
    """Whether a line holds the figures of a row, not only the years of a heading."""
    return line.anchors and not line.heads


def inside(word: Word, boxes: Sequence[Box]) -> bool:
    """Whether a word's middle stands in one of the boxes."""
    own = word.box
    x, y = own.centre, own.middle
    return any(box.left <= x <= box.right and box.top <= y <= box.bottom for box in boxes) if boxes else False


def clipped(line: PieceLine, left: float, right: float) -> PieceLine | None:
    """The part of a line between two places; None where nothing stands there, or words run on beyond."""
    pieces = tuple(piece for piece in line.pieces if piece.right > left and piece.left < right)
    if not pieces or pieces[0].left < left or pieces[-1].right > right:
        return None
    return line if len(pieces) == len(line.pieces) else replace(line, pieces=pieces)


def spans_of(pieces: Iterable[Piece]) -> list[Span]:
    """The columns in which pieces stand: those that lie over one another, directly or through others."""
    spans: list[Span] = []
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if spans and piece.left < spans[-1].right:
            spans[-1] = spans[-1].join(piece)
        else:
            spans.append(Span(piece.left, piece.right))
    return spans
