"""Room `sheets`: single values made into text, harmless wherever it will be shown.

Text from a PDF is data. Control characters never reach a terminal, and a cell that a spreadsheet would
run as a formula is given an apostrophe; negative numbers stay numbers.
"""

import re
from datetime import date
from decimal import Decimal

from scrutiny.sheets.model import Value

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
"""C0 and C1 controls (terminal escapes), line and paragraph separators, and marks that turn the reading
direction, with which a title can be made to look like another."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_FORMULA = re.compile(r"^[\s]*[=+\-@|%]|^[\t\r]")
_NUMBER = re.compile(r"^[-+]?(?:\d[\d,]*)(?:\.\d+)?%?$")


def clean(text: str) -> str:
    """The text without characters that steer a terminal. Line breaks and tabs become spaces."""
    text = _SURROGATE.sub("\ufffd", text)
    return _CONTROL.sub("", re.sub(r"[\t\r\n\x0b\x0c]+", " ", text))


def show(value: Value) -> str:
    """A value as people read it; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int):
        return str(value)
    return clean(value)


def spreadsheet_safe(text: str) -> str:
    """The text with an apostrophe before anything that a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text
