"""Room `pack`: how a document opens: the rows of its first page, and the text of its first and last pages.

Takes the lines of a page as they stand, gives `OpeningRow`s from top to bottom. A raised ordinal ("th" above
the line) belongs to its row, a row of two columns keeps its pieces apart. Decides nothing.
"""

import functools
import re
from collections.abc import Sequence

from msgspec import Struct

from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Direction, Line, size_of_most
from scrutiny.sources import fold

OPENING_ROWS = 40
"""Rows of the first page that are kept: a letter's subject stands as low as row 25 in the papers seen."""

OVERLAP = 0.5
"""Share of the lower piece's height that two pieces of one row have in common; a raised "th" has 0.6."""

MAX_SUBTITLE_GAP = 2.6
"""Line heights from one line of a title to the next. Titles on covers are set in double spacing (1.9 to 2.4)."""

COLUMN_GAP = 4.0
"""Times the size of the type: the words of a spread heading stand up to 2 apart, columns of a table 6 and more."""

_PAGE_MARK = pattern_of(
    r"^(?:p\s*a\s*g\s*e\s*[|:]?\s*\d{1,4}(?:\s+of\s+\d{1,4})?|agenda\s+item(?:\s+no\.?)?:?(?:\s+\d{1,3}[a-z]?)?|[-–—\s]*\d{1,4}[-–—\s]*)$",
    re.IGNORECASE,
)
"""Accepts "P a g e | 1", "Page 3 of 9", "Agenda Item 7"; rejects "Page proofs"."""

_CLASSIFICATION = pattern_of(
    r"^\[?(?:un-?classified|official(?:\s*[-–:]?\s*sensitive)?|un-?restricted|restricted|public|open|not\s+protectively\s+marked"
    r"|(?:classification|security|status|protective\s+marking)\s*:.*)\]?$",
    re.IGNORECASE,
)
_ADDRESS = pattern_of(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\S+$", re.IGNORECASE)
_ORDINAL = pattern_of(r"(?<=\d) (?=(?:st|nd|rd|th)\b)", re.IGNORECASE)


class OpeningRow(Struct, frozen=True, kw_only=True):
    """What stands on one height: pieces from left to right, with the size and weight of most of its letters."""

    pieces: tuple[Line, ...]
    text: str
    size: float
    bold: bool

    @property
    def leading(self) -> str:
        """The text without what stands far to the right on the same height: another column's heading."""
        kept = [self.pieces[0]]
        for piece in self.pieces[1:]:
            if piece.box.left - kept[-1].box.right > COLUMN_GAP * max(self.size, 6.0):
                break
            kept.append(piece)
        return _ORDINAL.sub("", fold(" ".join(piece.text for piece in kept)))

    @property
    def left(self) -> float:
        return self.pieces[0].box.left

    @property
    def right(self) -> float:
        return max(piece.box.right for piece in self.pieces)

    @property
    def top(self) -> float:
        return min(piece.box.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return max(piece.box.bottom for piece in self.pieces)

    def same_style(self, other: "OpeningRow") -> bool:
        return abs(self.size - other.size) < 0.6 and self.bold == other.bold


class Opening(Struct, frozen=True, kw_only=True):
    """How a document opens: the `rows` of its first page with words, without markings, and its `texts` by page."""

    rows: tuple[OpeningRow, ...]
    width: float
    texts: tuple[str, ...]

    @property
    def cover(self) -> bool:
        """Whether the page is a cover: next to nothing on it but its title."""
        return len(self.rows) <= COVER_ROWS and not any(is_prose(row.text) for row in self.rows)

    @property
    def body_size(self) -> float:
        """The size of most letters; 0 without rows."""
        return size_of_most((row.text, row.size) for row in self.rows)


COVER_ROWS = 16
"""A cover has a title, a subtitle, a date and the names of its authors: 12 rows at most in those seen."""


def find_opening(lines: Sequence[Line], width: float, texts: Sequence[str]) -> Opening:
    """The opening of a document from the lines of its first page with words."""
    rows = [row for row in _rows(lines) if not is_marking(row.text)]
    return Opening(rows=tuple(rows[:OPENING_ROWS]), width=width, texts=tuple(texts))


def is_marking(text: str) -> bool:
    """Whether a line is put on the page by a template: a page number, a protective marking, an address."""
    return any(pattern.match(text) for pattern in (_PAGE_MARK, _CLASSIFICATION, _ADDRESS)) or not any(
        char.isalnum() for char in text
    )


_VERB = pattern_of(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|can|may|must|being|been|provides?|sets?|seeks?|asks?|am|I'm)\b"
)


@functools.lru_cache(maxsize=1024)
def is_prose(text: str) -> bool:
    """Whether a row reads like a line of a paragraph: many words in small letters and a verb, or a full stop."""
    words = [word for word in text.split() if any(char.isalpha() for char in word)]
    small = sum(word[:1].islower() for word in words)
    return (
        len(words) >= 6
        and small >= 0.5 * len(words)
        and (_VERB.search(text) is not None or text.endswith(".") or (len(words) >= 9 and small >= 0.8 * len(words)))
    )


def _rows(lines: Sequence[Line]) -> list[OpeningRow]:
    across = [line for line in lines if line.direction == Direction.ACROSS and fold(line.text)]
    grouped: list[list[Line]] = []
    for line in sorted(across, key=lambda line: (line.box.bottom, line.box.left)):
        home = next((row for row in reversed(grouped[-4:]) if _beside(line, row)), None)
        if home is None:
            grouped.append([line])
        else:
            home.append(line)
    return [_row(pieces) for pieces in sorted(grouped, key=lambda row: (min(p.box.top for p in row), row[0].box.left))]


def _beside(line: Line, row: list[Line]) -> bool:
    for piece in row:
        shared = min(line.box.bottom, piece.box.bottom) - max(line.box.top, piece.box.top)
        if shared < OVERLAP * min(line.box.bottom - line.box.top, piece.box.bottom - piece.box.top):
            return False
        if line.box.left < piece.box.right - 1 and piece.box.left < line.box.right - 1:
            return False  # one above the other
    return True


def _row(pieces: list[Line]) -> OpeningRow:
    ordered = tuple(sorted(pieces, key=lambda piece: piece.box.left))
    main = max(ordered, key=lambda piece: len(piece.text))
    text = _ORDINAL.sub("", fold(" ".join(piece.text for piece in ordered)))
    return OpeningRow(pieces=ordered, text=text, size=main.size, bold=main.bold)
