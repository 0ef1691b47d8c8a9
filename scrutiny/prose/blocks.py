"""Room `prose`: paragraphs, list parts and headings.

Takes the pages of one document, gives `Block`s in reading order: a paragraph, one part of a list, or a
heading each, joined over line and page breaks. Stamps, page numbers, running heads and footnotes are left
out (notes are asked for by themselves). What a block means is not decided here.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Direction, Line, Paged, size_of_most
from scrutiny.sources import fold

BULLETS = "•·▪●○◦■□➢✓\uf0b7\uf0a7\uf0d8\u2043"

_MARKER = pattern_of(
    rf"^(?=[^A-Za-z]|.{{0,6}}[.)]|o\s)(?P<marker>[{BULLETS}]|[-–—*](?=\s+\S)|o(?=\s+[A-Z])"
    r"|\d{1,3}\.\d{2}\.\d{2}|\d{1,4}/\d{1,4}\.?(?=\s+[A-Z])|\(?\d{1,4}(?:\.\d{1,3}){0,3}\)?[.:)]?"
    r"|\(?[a-z]{1,2}\)|[a-z][.)]|\(?[ivx]{1,5}[).]|\(?[IVX]{1,5}[).]|\(?[A-Z][).])\s+(?=\S)"
)
"""Accepts bullets and "17 ", "8.1 ", "(iii) ", "a) ", "2. ", "1772. ", "23/5 ", "02.25.03 ". Most lines begin with a
word, which is ruled out first."""

_BARE_NUMBER = pattern_of(r"^\d{1,4}$")
_CLAUSE = pattern_of(r"that\s+\S+\s|to\s+[a-z]+\s")
"""What may be a numbered part that goes on with a sentence: "7.2 that the plan be noted"."""

_YEAR = pattern_of(r"^(?:19|20)\d\d$")
_YEAR_AT_END = pattern_of(r"^(?:19|20)\d\d(?:/\d\d)?\.?$")
"""A year that may end a sentence, or number a minute: "2021.", "2020/21."."""
_STAMP = pattern_of(
    r"^(?:Page:?\s+\d{1,4}(?:\s+of\s+\d{1,4})?|Agenda\s+Item(?:\s+No\.?)?:?\s+\S{1,8}|P\s?a\s?g\s?e\s*\|?\s*\d{1,4})$",
    re.IGNORECASE,
)
_FILLER = pattern_of(r"\bpage\s+(?:is\s+)?(?:left\s+)?intentionally\s+(?:left\s+)?blank\b", re.IGNORECASE)
_EDGE_NUMBER = pattern_of(r"^[-–—\s]*\d{1,4}[-–—\s]*$")
CLOSING = "\"'’”)]"
_PART_MAY_FOLLOW = pattern_of(r"(?:[.;:,?!]|\band|\bor)[\"'’”)]*$")
"""How a line ends before a lettered part: "... requested to:", "... the report; and"."""
_DIGITS = pattern_of(r"\d+")

EDGE = 0.13
"""Share of the page's height at the head and the foot in which running heads stand."""

_NOTE = pattern_of(r"(?:(?!(?:19|20)\d\d\s)\d{1,4}|[*†‡§]+)(?=\s*[^\W\d_‘“(])")
"""How a note begins, though its lines stand close to those before."""

SMALLER = 1.4
"""Points by which a footnote is set smaller than the text of its page."""

FOOT = 0.72
"""Share of the page's height below which footnotes stand."""

HANGING = 7.0
"""Points. The text of a numbered part stands at least this far to the right of its number."""

NEW_BLOCK = 1.55
"""Line heights from one line's top to the next from which on a paragraph ends: lines of a paragraph follow
at 1.15 to 1.4, paragraphs at 1.7 and more."""

WIDE = 2.2
"""Line heights between the lines of a paragraph set at one and a half spacing."""

OTHER_SIZE = 2.5
"""Points by which a number may be larger or smaller than its part's text; a heading differs by more, or is bold."""


class RowPlace(Struct, frozen=True, kw_only=True):
    """Where a row of a block stands on its page, and its text."""

    pdf_page: int
    top: float
    bottom: float
    text: str


class Block(Struct, frozen=True, kw_only=True):
    """A paragraph, a part of a list or a heading.

    `marker` is its number, letter or bullet as printed and not part of `text`; `quote` is all of it as it
    stands on the page, white space folded. `left` is where its first line begins (points). `pages` are
    the PDF pages it stands on, two where a page break cuts it.
    """

    marker: str | None
    text: str
    quote: str
    pages: tuple[int, ...]
    left: float
    size: float
    bold: bool
    """Whether all of it is bold."""
    lines: int
    rows: tuple[RowPlace, ...] = ()

    @property
    def pdf_page(self) -> int:
        return self.pages[0]

    @property
    def bullet(self) -> bool:
        return self.marker is not None and (self.marker == "o" or not any(char.isalnum() for char in self.marker))


class _Row(Struct, frozen=True):
    """One line with the page it stands on and its distance from the line above (None at the head of a page or of a
    column)."""

    line: Line
    page: int
    step: float | None

    @property
    def ended(self) -> bool:
        """Whether a sentence, or a part of a list, is at its end with this line."""
        return self.line.text.rstrip(CLOSING).endswith((".", "?", "!", ":", ";"))


def find_blocks(pages: Iterable[Paged], *, running_heads: Sequence[str] = ()) -> tuple[Block, ...]:
    """The blocks of a document's pages. `running_heads` are lines known to stand on many of its pages (see
    `find_running_heads`)."""
    return find_blocks_and_notes(pages, running_heads=running_heads)[0]


def find_blocks_and_notes(
    pages: Iterable[Paged], *, running_heads: Sequence[str] = ()
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of a document's pages, and those of the small print at their feet."""
    text, notes = list[_Row](), list[_Row]()
    for page in pages:
        kept = _kept(page, running_heads)
        body = size_of_most((line.text, line.size) for line in kept) - SMALLER
        foot = page.height * FOOT
        text += _rows(page, [line for line in kept if not (line.size < body and line.box.top > foot)])
        notes += _rows(page, [line for line in kept if line.size < body and line.box.top > foot])
    return _blocks(text, notes=False), _blocks(notes, notes=True)


def _blocks(rows: Sequence[_Row], *, notes: bool) -> tuple[Block, ...]:
    blocks: list[Block] = []
    group: list[_Row] = []
    marker: str | None = None
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        found = _marker(row, group, following)
        if notes and found is None and (number := _NOTE.match(row.line.text)):
            found = number[0]
        apart = notes and group and row.page != group[-1].page
        if group and (found is not None or apart or _breaks(group, row, marker)):
            blocks.append(_block(group, marker))
            group, marker = [], None
        if not group:
            marker = found
        group.append(row)
    if group:
        blocks.append(_block(group, marker))
    return tuple(blocks)


def find_running_heads(texts: Sequence[str]) -> tuple[str, ...]:
    """Lines that stand at the head or foot of at least three of the texts of a document's pages, with their
    figures made alike: "OFFICIAL", "Version January 2024"."""
    count: Counter[str] = Counter()
    for text in texts:
        lines = [line for line in f"{text[:600]}\n{text[-600:]}".splitlines() if line.strip()]
        count.update({_alike(fold(line)) for line in {*lines[:5], *lines[-5:]}})
    return tuple(sorted(line for line, pages in count.items() if pages >= 3 and len(line) < 90))


def _alike(text: str) -> str:
    return _DIGITS.sub("#", text)


def _kept(page: Paged, running_heads: Sequence[str]) -> list[Line]:
    """The lines of a page that belong to its text or to its notes."""
    if len(page.text) < 120 and _FILLER.search(page.text):
        return []
    head, foot = page.height * EDGE, page.height * (1 - EDGE)
    return [
        line
        for line in page.lines
        if line.direction == Direction.ACROSS
        and ((head <= line.box.top and line.box.bottom <= foot) or not _is_furniture(line.text, running_heads))
    ]


def _rows(page: Paged, lines: Sequence[Line]) -> list[_Row]:
    """Some lines of a page, column by column and from top to bottom; pieces on one height are joined."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.part, round(line.box.bottom), line.box.left)):
        last = joined[-1] if joined else None
        if last is not None and last.part == line.part and _beside(last, line):
            first, second = sorted((last, line), key=lambda piece: piece.box.left)
            joined[-1] = replace(
                line, text=f"{first.text} {second.text}", box=first.box.join(second.box),
                size=max(first.size, second.size), bold=first.bold and second.bold,
            )  # fmt: skip
        else:
            joined.append(line)
    rows = []
    for index, line in enumerate(joined):
        step = line.box.bottom - joined[index - 1].box.bottom if index else None
        before = joined[index - 1] if index else line
        if line.part != before.part and (line.cell or before.cell):
            step = math.inf
        begins = step is not None and step < 0 and line.part != before.part
        rows.append(_Row(line, page.pdf_page, None if begins else step))
    return rows


def _beside(one: Line, other: Line) -> bool:
    middle = other.box.middle
    apart = other.box.left >= one.box.right - 2 or one.box.left >= other.box.right - 2
    return one.box.top <= middle <= one.box.bottom and apart


def _is_furniture(text: str, running_heads: Sequence[str]) -> bool:
    """Whether a line at the head or foot of a page is no part of its text."""
    return any(furniture.match(text) for furniture in (_STAMP, _EDGE_NUMBER)) or _alike(text) in running_heads


def _marker(row: _Row, group: list[_Row], following: _Row | None) -> str | None:
    """The marker with which this line begins a part of a list or a numbered paragraph, if it does."""
    text = row.line.text
    match = _MARKER.match(text)
    if not match:
        return None
    marker = match["marker"]
    rest = text[match.end() :]
    gap = row.step is not None and row.step > NEW_BLOCK * max(row.line.size, 6)
    apart = row.step is None or gap
    if any(char.isalpha() for char in marker) and not any(char.isdigit() for char in marker) and group:
        # "(see Appendix / A) which concludes": a letter that a wrapped sentence happens to bring to the margin
        indented = row.line.box.left > group[-1].line.box.left + HANGING
        if not (apart or indented or _PART_MAY_FOLLOW.search(group[-1].line.text)):
            return None
    if not any(char.isdigit() for char in marker):
        return marker
    goes_on = group and not apart and not group[-1].ended
    if _YEAR.match(marker) or (goes_on and _YEAR_AT_END.match(marker)):
        return None
    if _BARE_NUMBER.match(marker) or "." in marker[:-1]:
        hangs = following is not None and following.line.box.left - row.line.box.left >= HANGING
        turned = group and row.step is None and group[-1].ended
        starts = not group or turned or gap or (row.line.bold and not group[-1].line.bold)
        alone = group and row.line.box.left < min(line.line.box.left for line in group) - HANGING
        upper = rest[:1].isupper() or rest[:1] in "‘“\"'([" or _CLAUSE.match(rest) is not None
        if not ((hangs or starts or alone) and (upper or (hangs and starts))):
            return None
    return marker


def _breaks(group: list[_Row], row: _Row, marker: str | None) -> bool:
    """Whether a line without a marker begins a new block."""
    last = group[-1]
    size = max(last.line.size, row.line.size, 6.0)
    if row.step is None:
        return last.ended or row.line.bold != last.line.bold or abs(row.line.size - last.line.size) > 0.6
    if row.step > NEW_BLOCK * size:
        # lines set wide apart: the sentence goes on, below itself or hanging from its number
        unfinished = not last.ended and row.line.bold == last.line.bold
        hangs = marker is not None and row.line.box.left > group[0].line.box.left + HANGING
        return not (unfinished and row.step < WIDE * size and (hangs or row.line.text[:1].islower()))
    if row.line.bold != last.line.bold and all(piece.line.bold for piece in group) != row.line.bold:
        # a bold heading above its text, or the next heading below it; a bold word inside a line changes nothing
        return row.line.bold or len(group) < 4
    if abs(row.line.size - last.line.size) > 0.9 and not _is_below_its_number(group, row, marker):
        return True
    if marker is not None and row.line.box.left < group[0].line.box.left - HANGING:
        return True
    if len(group) == 1 and marker is not None and _ended_by_its_writer(last, row.line, marker):
        return True
    if len(group) < 2 or not row.line.text[:1].isupper() or not last.ended:
        return False
    own = [piece.line.box for piece in group if piece.line.part == last.line.part]
    widest = max(box.right for box in own)
    return last.line.box.right < widest - 0.35 * (widest - own[0].left)


def _ended_by_its_writer(row: _Row, following: Line, marker: str) -> bool:
    """Whether a numbered line is a heading in the weight of its text: the next line begins with a capital below the
    number, and its first word had room behind the heading."""
    line = row.line
    if not following.text[:1].isupper() or not any(char.isdigit() for char in marker) or len(marker) == len(line.text):
        return False
    if abs(following.box.left - line.box.left) > HANGING or row.ended:
        return False
    word = len(following.text.split(maxsplit=1)[0]) + 1
    letter = (following.box.right - following.box.left) / len(following.text)
    return line.box.right + (word + 2) * letter < following.box.right


def _is_below_its_number(group: list[_Row], row: _Row, marker: str | None) -> bool:
    """Whether a line goes on with a part whose number is set in another size than its text: a line's size is that of
    how it begins, and the sentence is not at its end."""
    first = group[0].line
    return (
        marker is not None
        and len(group) == 1
        and row.line.bold == first.bold
        and abs(row.line.size - first.size) < OTHER_SIZE
        and row.line.box.left > first.box.left + HANGING
        and not group[0].ended
    )


def _block(group: list[_Row], marker: str | None) -> Block:
    lines = [row.line.text for row in group]
    quote = fold(" ".join(lines))
    text = join_lines(lines) if "-" in quote else quote
    if marker is not None:
        text = text[len(marker) :].strip()
    first = group[0].line
    return Block(
        marker=marker,
        text=text,
        quote=quote,
        pages=tuple(dict.fromkeys(row.page for row in group)),
        left=first.box.left,
        size=first.size,
        bold=all(row.line.bold for row in group),
        lines=len(group),
        rows=tuple(
            RowPlace(pdf_page=row.page, top=row.line.box.top, bottom=row.line.box.bottom, text=row.line.text)
            for row in group
        ),
    )


def join_lines(lines: Sequence[str]) -> str:
    """The lines as one text. A hyphen at a line's end stays ("inter-" + "related" is "inter-related": which
    hyphens the author set cannot be known), but no space is put behind it."""
    text = ""
    for line in lines:
        glued = text[-1:] == "-" and re.search(r"\w-$", text[-3:]) is not None and line[:1].islower()
        text += line if glued or not text else f" {line}"
    return fold(text)
