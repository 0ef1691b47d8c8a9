"""Room `pack`: how a document opens: the rows of its first page, and the text of its first and last pages.

Takes the lines of a page as they stand. Decides nothing.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.rows import Row, gather_rows
from scrutiny.pdf import Direction, Line, size_of_most
from scrutiny.sources import fold

OPENING_ROWS = 40
"""Rows of the first page that are kept: a letter's subject stands as low as row 25 in the papers seen."""

MAX_SUBTITLE_GAP = 2.6
"""Line heights from one line of a title to the next. Titles on covers are set in double spacing (1.9 to 2.4)."""

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


class Opening(Struct, frozen=True, kw_only=True):
    """How a document opens: the `rows` of its first page with words, without markings, and its `texts` by page."""

    rows: tuple[Row, ...]
    texts: tuple[str, ...]

    @property
    def cover(self) -> bool:
        """Whether the page is a cover: next to nothing on it but its title."""
        return len(self.rows) <= COVER_ROWS and not any(is_prose(row.text) for row in self.rows)

    @property
    def body_size(self) -> float:
        """The size of most letters; 0 without rows."""
        return size_of_most((row.text, row.main.size) for row in self.rows)


COVER_ROWS = 16
"""A cover has a title, a subtitle, a date and the names of its authors: 12 rows at most in those seen."""


def find_opening(pdf_page: int, lines: Iterable[Line], texts: Sequence[str]) -> Opening:
    """The opening of a document from the lines of its first page with words."""
    across = (line for line in lines if line.direction is Direction.ACROSS and fold(line.text))
    rows = [row for row in gather_rows(pdf_page, across) if not is_marking(row.text)]
    return Opening(rows=tuple(rows[:OPENING_ROWS]), texts=tuple(texts))


def with_next(texts: Sequence[str]) -> list[str]:
    """Each row, and each row with the next: what it says may be broken by the line."""
    pairs = [f"{one} {two}" for one, two in itertools.pairwise(texts)]
    return [text for pair in itertools.zip_longest(texts, pairs, fillvalue="") for text in pair if text]


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
