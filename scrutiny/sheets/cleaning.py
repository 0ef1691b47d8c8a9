"""Room `sheets`: a paper's words made harmless, in the one place where a report is built.

Takes any value of a report, gives the same with every string in it free of what would steer a terminal, hide or
turn text, or command the program that runs a build. Formats add what they alone need: see `cells` and `textforms`.
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of

Made = TypeVar("Made")


class OwnMarkup(str):
    """Our own markup (a drawing), whose words are cleaned where it is made."""


_REMOVED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls: terminal escapes; tabs and line breaks stay
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks that turn the reading direction
    "\u2028\u2029"  # line and paragraph separators: a new line to some readers and none to others
    "\ufff9-\ufffb"  # interlinear annotation: text that is there and not shown
    "\ufeff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff"  # byte order mark; what is no character: no XML holds it
    "\u180e\u2061-\u2064\U000e0000-\U000e0fff"  # invisible: tags, selectors, operators; a text says more than it shows
)
_UNSAFE = pattern_of(f"[{_REMOVED}]")
_SURROGATE = pattern_of("[\ud800-\udfff]")
_SPACE = pattern_of(r"[\t\r\n\x0b\x0c\x85]+")
_COMMAND = pattern_of(r"(?P<mark>#(?=#(?:\[|vso\[))|:(?=:[A-Za-z]))", re.IGNORECASE)
"""What a build server obeys where it stands in a line of output: "##[group]", "##vso[task...]" anywhere (Azure, old
GitHub), "::error ...::" at its beginning, which a cell may come to be. Not "10::30"."""

JOINER = "\u2060"
"""Word joiner: invisible, no break, and enough that what it stands in is no command, mention or address."""


@lru_cache(maxsize=4096)
def harmless(text: str) -> str:
    """The text without what steers, hides or turns, and without commands for a build server. Line breaks stay."""
    text = _SURROGATE.sub("\ufffd", text)
    return _COMMAND.sub(lambda found: found["mark"] + JOINER, _UNSAFE.sub("", text))


def clean(text: str) -> str:
    """The same on one line."""
    return harmless(_SPACE.sub(" ", text))


def cleaned(value: Made) -> Made:
    """Any part of a report with all its strings harmless; the very same object where nothing had to be changed."""
    return cast(Made, _cleaned(value))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum | OwnMarkup) or harmless(value) == value else harmless(value)
    if isinstance(value, tuple):
        parts = tuple(_cleaned(part) for part in value)
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    if isinstance(value, Mapping):
        # the name of a column may be a paper's heading; whoever makes rows sees to it that no two come to be alike
        rows = {_cleaned(key): _cleaned(old) for key, old in value.items()}
        same = len(rows) == len(value) and all(new is old for new, old in zip(rows, value, strict=True))
        same = same and all(rows[key] is value[key] for key in value)
        return value if same else rows
    if isinstance(value, Struct):
        fields = {
            name: new for name in value.__struct_fields__ if (new := _cleaned(old := getattr(value, name))) is not old
        }
        return replace(value, **fields) if fields else value
    return value
