"""Room `pdf`: characters whose font does not say which letters they are.

A PDF may draw a glyph by its number and leave out which letter that is; pdfium gives the number as if it were a letter:
"7KDW" for "That". Takes the characters of one page, gives each its letter where the order of the glyphs is known and
what comes out reads as words, and U+FFFD where it is not.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

UNREAD = "\ufffd"
"""Stands for a character that cannot be told."""

_BULLET = "•"

_SPACE, _TILDE, _ELLIPSIS, _LAST = 3, 97, 171, 225
"""Numbers of glyphs in Microsoft's TrueType fonts. Their order is that of the `post` table in Apple's specification:
three that print nothing, the last of them the space, then the characters of Mac Roman in their order, without its
control characters and, behind the ellipsis, without its no-break space."""

_FEWEST_LETTERS = 6
"""From fewer letters no order is told."""

_LETTERS = re.compile("[A-Za-z]")
_VOWELS = re.compile("[aeiouyAEIOUY]")
_ODD = re.compile(r"[^A-Za-z0-9\s.,;:'’‘“”\"()/&%£€–—•-]")


def name_characters(codes: Sequence[int], unnamed: Callable[[int], bool], font: Callable[[int], int]) -> dict[int, str]:
    """The characters of a page that its fonts do not name: the place of each, and its letter or U+FFFD. `codes` are
    pdfium's numbers for the characters of the page; `unnamed` and `font` tell of a place whether its font leaves it
    without a name, and which font that is."""
    fonts = defaultdict(list)
    for place in range(len(codes)):
        if unnamed(place):
            fonts[font(place)].append(place)
    letters: dict[int, str] = {}
    for places in fonts.values():
        named = [_by_order(codes[place]) for place in places]
        if not _reads_as_words("".join(named)):
            named = [_BULLET if _stands_alone(codes, place) else UNREAD for place in places]
        letters.update(zip(places, named, strict=True))
    return letters


def _by_order(code: int) -> str:
    """The character at this place in the order of glyphs."""
    if _SPACE <= code <= _TILDE:
        return chr(code + 29)
    if _TILDE < code <= _ELLIPSIS:
        return bytes([code + 30]).decode("mac_roman")
    if _ELLIPSIS < code < _LAST:
        return bytes([code + 31]).decode("mac_roman")
    return UNREAD


def _reads_as_words(text: str) -> bool:
    """Whether this is a language with vowels and nothing odd in it: letters moved by any other number are not."""
    letters = len(_LETTERS.findall(text))
    return (
        letters >= _FEWEST_LETTERS
        and 0.25 * letters <= len(_VOWELS.findall(text)) <= 0.6 * letters
        and len(_ODD.findall(text)) <= 0.03 * len(text)
    )


def _stands_alone(codes: Sequence[int], place: int) -> bool:
    """Whether a character begins a line and a space follows: a sign from a font of signs."""
    before = codes[place - 1] if place else 10
    after = codes[place + 1] if place + 1 < len(codes) else 10
    return before in (10, 13) and after in (9, 32)
