"""Room `pdf`: lines and words with their positions, read from one loaded pdfium page.

Takes pdfium handles, gives `Line`s and `Word`s in the order the file prints them. Does not join lines to
paragraphs and does not sort: whoever needs reading order has the positions.

Why the C interface is called directly: a page has about 400 words, and the wrapper's objects cost more
than the call itself (3.3 ms a page against 1.1 ms, measured on 282 pages).
"""

import ctypes
import math
import re
from array import array
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2_raw as pdfium
from msgspec import Struct

from scrutiny.pdf.model import Direction, Line, Word
from scrutiny.pdf.unnamed import name_characters
from scrutiny.sources import Box

_LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_WORD = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?")
"""A line, a word. pdfium prints a hyphen that ends a line as U+0002 (U+FFFE in some versions) and runs the two lines
together; the page shows a hyphen and a new line."""
_ORDINAL_BREAK = re.compile(r"\r\n(?:(?<=1\r\n)(?=st\b)|(?<=2\r\n)(?=nd\b)|(?<=3\r\n)(?=rd\b)|(?<=\d\r\n)(?=th\b))")
"""The line break pdfium sometimes prints before a raised ending: "by 21", "st June at the latest" are one line of the
page. What it begins with is always the same, so that the places are found without trying each letter."""
_BREAK = re.compile(r" ?\r\n(?=\S)")
_DIRECTIONS = (Direction.ACROSS, Direction.DOWN, Direction.OVER, Direction.UP)


def quick(function: object, *arguments: type, gives: type = ctypes.c_int) -> "Callable[..., Any]":
    """One of pdfium's functions with plain numbers for its pointers, called without giving other threads their turn:
    a pointer object, and a turn, cost as much again as the call."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(gives, *arguments)(address)


_text_object_at = quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_int, gives=ctypes.c_void_p)
_count_rects = quick(pdfium.FPDFText_CountRects, ctypes.c_void_p, ctypes.c_int, ctypes.c_int)
_font_of = quick(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, gives=ctypes.c_void_p)
_font_size = quick(pdfium.FPDFText_GetFontSize, ctypes.c_void_p, ctypes.c_int, gives=ctypes.c_double)
_get_matrix = quick(pdfium.FPDFText_GetMatrix, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_get_text = quick(pdfium.FPDFText_GetText, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
_code_at = quick(pdfium.FPDFText_GetUnicode, ctypes.c_void_p, ctypes.c_int, gives=ctypes.c_uint)
_is_unnamed = quick(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_void_p, ctypes.c_int)
_get_rect = quick(pdfium.FPDFText_GetRect, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)

SMALLER = 0.8
"""Of the size of the word before it: footnote marks are set at 0.55 to 0.7."""

RAISED = 0.12
"""Of the size of the word before it, by which the foot of a footnote mark stands above the word's foot. Figures stand
on the line, so that a raised one clears it by about a third; letters with tails hang below it."""

SPACE = 0.15
"""Of the size, from which on a gap is a space: a space is a quarter wide in most fonts."""

ASLANT = 5.0
"""Times the height of the word beside it: such a word runs aslant across the page, as a watermark does. The first
letter of a chapter is three times as high at most."""

_MARK = re.compile(r"[\d*†‡§#]{1,3}(?:[,;][\d*†‡§#]{1,3})*|\(?[a-z\d]\)?", re.IGNORECASE)
"""What marks a footnote: "1", "1,2", "*", "a", "(b)"; not "th" behind "19"."""

_UNIT_BEFORE = re.compile(r"(?:^|[\d.)])(?:[kcm]?m|ft|in)$")
"""A unit that can be squared or cubed: "12m" before a raised 2 is no footnote."""

_NOT_PRINTED = re.compile("[\x00\ufeff\uffff]")
_HALVES = re.compile("[\ud800-\udfff]+")
"""A character outside the basic plane is two of pdfium's."""

_UNNAMED = re.compile("[\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
"""What pdfium gives for many a character that its font does not name; see `scrutiny.pdf.unnamed`."""
_RARE = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufeff\uffff]")
"""All of these: most pages have none, and one look tells."""
_SIGN = re.compile("\n[a-zA-Z\xa7-\xff](?= )")
"""A sign at the start of a line, which a font of signs may leave without a name."""

_NO_CHARACTER = "\uffff"
"""Stands for what the page does not show, one for each of its characters so that all places stay."""


def _joined(halves: "re.Match[str]") -> str:
    return halves.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(code: int) -> str:
    """pdfium's character, or what stands for one that is not printed."""
    return chr(code) if code >= 0x20 or code in (2, 9, 10, 13) else _NO_CHARACTER


class Frame(Struct, frozen=True):
    """The visible part of a page and its rotation (quarter turns clockwise), to turn points into places."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        return (self.top - self.bottom) if self.turns % 2 else (self.right - self.left)

    @property
    def height(self) -> float:
        return (self.right - self.left) if self.turns % 2 else (self.top - self.bottom)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box as the reader sees it, from one in the file's own coordinates (y growing upwards)."""
        if self.turns == 0:
            return Box(left=left - self.left, top=self.top - top, right=right - self.left, bottom=self.top - bottom)
        if self.turns == 1:
            return Box(
                left=bottom - self.bottom, top=left - self.left, right=top - self.bottom, bottom=right - self.left
            )
        if self.turns == 2:
            return Box(
                left=self.right - right, top=bottom - self.bottom, right=self.right - left, bottom=top - self.bottom
            )
        return Box(left=self.top - top, top=self.right - right, right=self.top - bottom, bottom=self.right - left)


class TextLayer:
    """The text of one page. `text` is cheap; `lines` and `words` ask pdfium for each position.

    Example: a page stamped along its edge gives `Line("Page 216", direction=Direction.UP)`.
    """

    __slots__ = (
        "_address", "_fonts", "_frame", "_matrix", "_matrix_place", "_numbers", "_places",
        "_raw", "_styles", "_unclean", "text",
    )  # fmt: skip

    def __init__(self, text_page: "pdfium.FPDF_TEXTPAGE", frame: Frame) -> None:
        self._frame = frame
        self._fonts: dict[int, bool] = {}
        self._styles: dict[int, tuple[float, bool, Direction]] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._address = ctypes.cast(text_page, ctypes.c_void_p).value or 0
        self._matrix_place = ctypes.addressof(self._matrix)
        self._numbers = array("d", [0.0] * 4)
        self._places = tuple(self._numbers.buffer_info()[0] + 8 * at for at in range(4))
        count = max(pdfium.FPDFText_CountChars(text_page), 0)
        # The last unit written is the terminator. Characters outside the basic plane take two units.
        buffer = array("H", bytes(2 * (count * 2 + 2)))
        written = _get_text(self._address, 0, count, buffer.buffer_info()[0]) if count else 0
        raw = buffer[: max(written - 1, 0)].tobytes().decode("utf-16-le", "surrogatepass")
        rare = _RARE.search(raw) is not None
        signs = (sign.start() for sign in _SIGN.finditer(f"\n{raw}"))
        unnamed = (rare and _UNNAMED.search(raw)) or any(map(self._is_unnamed, signs))
        # Some characters without a name pdfium leaves out, and places no longer count alike
        if len(raw) != count or written - 1 != count or unnamed:
            raw, rare = self._named(count), True
        self._raw = raw
        for match in _ORDINAL_BREAK.finditer(raw):
            self._join_ending(*match.span())
        self._unclean = rare or self._raw != raw
        self.text = self._printable(self._raw.replace("\x02", "-\n").replace("\ufffe", "-\n"))

    def _is_unnamed(self, place: int) -> bool:
        return bool(_is_unnamed(self._address, place) == 1)

    def _named(self, count: int) -> str:
        """The text with one character for each of pdfium's, and what its fonts do not name by its letter."""
        codes = [_code_at(self._address, place) for place in range(count)]
        named = name_characters(
            codes,
            self._is_unnamed,
            lambda place: _font_of(_text_object_at(self._address, place) or 0) or 0,
        )
        return "".join(named.get(place) or _character(code) for place, code in enumerate(codes))

    def _printable(self, text: str) -> str:
        return _HALVES.sub(_joined, _NOT_PRINTED.sub("", text)) if self._unclean else text

    def lines(self) -> Iterator[Line]:
        """Every line that has a visible word, in the file's order."""
        for match in _LINE.finditer(self._raw):
            raw = match.group()
            start = match.start() + len(raw) - len(raw.lstrip())
            end = match.end() - len(raw) + len(raw.rstrip())
            if start < end:
                yield from self._line(start, end)

    def words(self) -> Iterator[Word]:
        """Every word, in the file's order. A footnote mark behind a word is a word of its own ("214" and "1", not
        "2141")."""
        before: Word | None = None
        for match in _WORD.finditer(self._raw):
            start, end = match.span()
            cut = self._raised_from(start, end)
            for first, last in ((start, end),) if cut is None else ((start, cut), (cut, end)):
                word = self._word(first, last, before)
                if word is not None:
                    yield word
                    before = word

    def _word(self, start: int, end: int, before: Word | None) -> Word | None:
        box = self._box(start, end)
        if box is None:
            return None
        size, bold, direction = self._style(start)
        text = self._printed(start, end)
        if not text:
            return None
        raised = (
            before is not None
            and direction is Direction.ACROSS
            and size < SMALLER * before.size
            and box.bottom < before.box.bottom - RAISED * before.size
            and -1.0 < box.left - before.box.right < 0.3 * before.size
            and box.top < before.box.bottom
            and _MARK.fullmatch(text) is not None
            and not _UNIT_BEFORE.search(before.text)
        )
        return Word(text=text, box=box, size=size, bold=bold, direction=direction, raised=raised)

    def _raised_from(self, start: int, end: int) -> int | None:
        """Where the footnote mark at the end of a word begins; None where it has none. Only a word that is printed by
        more than one text object can have one."""
        if end - start < 2 or end - start > 40:
            return None
        if _text_object_at(self._address, start) == _text_object_at(self._address, end - 1):
            return None
        size = self._style(start)[0]
        cut = end
        while cut - 1 > start and self._style(cut - 1)[0] < SMALLER * size:
            cut -= 1
        if cut in (start, end) or _MARK.fullmatch(self._raw[cut:end]) is None:
            return None
        base, mark = self._box(start, cut), self._box(cut, end)
        if base is None or mark is None or _UNIT_BEFORE.search(self._raw[start:cut]):
            return None
        return cut if mark.bottom < base.bottom - RAISED * size else None

    def _join_ending(self, ended: int, start: int) -> None:
        """Takes the line break out before the two letters that start here, and the one after them, where they are set
        small right behind the figure that ended before and the line goes on."""
        size, _, direction = self._style(ended - 1)
        figure, letters = self._box(ended - 1, ended), self._box(start, start + 2)
        if (
            figure is None
            or letters is None
            or direction is not Direction.ACROSS
            or self._style(start)[0] >= SMALLER * size
            or not -1.0 < letters.left - figure.right < 0.3 * size
            or not (letters.top < figure.bottom and figure.top < letters.bottom)
        ):
            return
        self._raw = f"{self._raw[:ended]}{2 * _NO_CHARACTER}{self._raw[start:]}"
        broken = _BREAK.match(self._raw, start + 2)
        following = self._box(broken.end(), broken.end() + 1) if broken else None
        if broken is None or following is None or abs(following.bottom - figure.bottom) > 0.3 * size:
            return
        gap = following.left - letters.right
        if -1.0 < gap < size:
            kept = " " if gap > SPACE * size else ""
            put = kept + _NO_CHARACTER * (len(broken.group()) - len(kept))
            self._raw = f"{self._raw[: broken.start()]}{put}{self._raw[broken.end() :]}"

    def _line(self, start: int, end: int) -> Iterator[Line]:
        """The text between two places as one line, or as several where pdfium has run two lines together
        that stand at different heights: the stamps "Page 1" at the foot and "Agenda Item 9" at the head,
        for one."""
        box = self._box(start, end)
        if box is None:
            return
        size, bold, direction = self._style(start)
        # A line is bold when its words are: "Resolved:" in bold begins a plain line, and a plain "2." a bold one
        ends_bold = self._is_bold(end - 1)
        if bold or ends_bold:
            second = _WORD.search(self._raw, start, end)
            second = _WORD.search(self._raw, second.end(), end) if second else None
            if second is not None:
                bold = ends_bold and self._is_bold(second.start())
        upright = direction is Direction.ACROSS or direction is Direction.OVER
        if (box.bottom - box.top if upright else box.right - box.left) > 2 * max(size, 4.0):
            cut = self._jump(start, end, upright=upright)
            if cut is not None:
                yield from self._line(start, cut[0])
                yield from self._line(cut[1], end)
                return
        text = " ".join(self._printed(start, end).split())
        yield Line(text=text, box=box, size=size, bold=bold, direction=direction)

    def _jump(self, start: int, end: int, *, upright: bool) -> tuple[int, int] | None:
        """Where a word begins that does not stand beside the one before it, and where that one ended."""
        before: Box | None = None
        ended = start
        for word in _WORD.finditer(self._raw, start, end):
            box = self._box(word.start(), word.end())
            if box is None:
                continue
            if before is not None:
                apart = (
                    box.top > before.bottom or box.bottom < before.top
                    if upright
                    else box.left > before.right or box.right < before.left
                )
                heights = sorted((box.bottom - box.top, before.bottom - before.top))
                if apart or (upright and heights[1] > ASLANT * max(heights[0], 1.0)):
                    return ended, word.start()
            before, ended = box, word.end()
        return None

    def _printed(self, start: int, end: int) -> str:
        text = self._raw[start:end]
        if text[-1:] in "\x02\ufffe":
            text = text[:-1] + "-"
        return self._printable(text)

    def _box(self, start: int, end: int) -> Box | None:
        page, numbers = self._address, self._numbers
        rects = _count_rects(page, start, end - start)
        if rects < 1:
            return None
        if rects == 1:
            if not _get_rect(page, 0, *self._places):
                return None
            left, top, right, bottom = numbers
        else:
            left, top, right, bottom = math.inf, -math.inf, -math.inf, math.inf
            for index in range(rects):
                if _get_rect(page, index, *self._places):
                    a, b, c, d = numbers
                    left, top, right, bottom = min(left, a), max(top, b), max(right, c), min(bottom, d)
        if left > right or bottom > top:
            return None
        return self._frame.box(left, bottom, right, top)

    def _style(self, position: int) -> tuple[float, bool, Direction]:
        """Size, weight and direction, which all characters of one text object share."""
        key = _text_object_at(self._address, position) or 0
        style = self._styles.get(key)
        if style is None:
            size = _font_size(self._address, position)
            turns = 0
            matrix = self._matrix
            if _get_matrix(self._address, position, self._matrix_place):
                b = matrix.b
                size *= math.hypot(b, matrix.d)
                if b or matrix.a < 0:
                    turns = round(math.atan2(-b, matrix.a) / (math.pi / 2))
            style = (round(size, 2), self._bold(key), _DIRECTIONS[(turns + self._frame.turns) % 4])
            if key:
                self._styles[key] = style
        return style

    def _is_bold(self, position: int) -> bool:
        """The weight alone, where the rest of the style is not asked: a third of what that takes."""
        key = _text_object_at(self._address, position) or 0
        style = self._styles.get(key)
        return self._bold(key) if style is None else style[1]

    def _bold(self, text_object: int) -> bool:
        """Whether the font's name says so: weights are missing from most embedded fonts."""
        font = _font_of(text_object) if text_object else None
        if not font:
            return False
        bold = self._fonts.get(font)
        if bold is None:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(ctypes.cast(font, pdfium.FPDF_FONT), buffer, 256)
            name = buffer.value.lower()
            bold = self._fonts[font] = b"bold" in name or b"black" in name or b"heavy" in name
        return bold
