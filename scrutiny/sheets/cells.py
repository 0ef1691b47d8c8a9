"""Room `sheets`: single values made into text, harmless wherever it will be shown.

Text from a PDF is data. What would steer a terminal is gone by then (see `cleaning`); here a cell that a spreadsheet
would run as a formula is given an apostrophe; negative numbers stay numbers.
"""

from datetime import date
from decimal import Decimal

from scrutiny.language.patterns import pattern_of
from scrutiny.sheets.cleaning import clean
from scrutiny.sheets.model import Column, Value

_FORMULA = pattern_of(r"^[\s\u2060]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05]|^[\t\r]")
"""Also behind white space, and in the wide letters that a spreadsheet set to Japanese or Chinese reads alike."""

_NUMBER = pattern_of(r"^[-+]?£?\d[\d,]*(?:\.\d+)?\s?(?:%|[A-Za-z]{1,3})?\*{0,3}$")
"""Accepts "-4,120", "+63%", "-8pp", "-£1,200", "-2.813*", which no spreadsheet can run; rejects "-2+3" and "-A1"."""


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


def show_figure(value: Value, column: Column) -> str:
    """A value in the formats for reading: figures of four digits and more with separators, whole pounds without pence.
    What a paper prints is text, and stays as it is; so do numbers of pages."""
    if (
        isinstance(value, bool)
        or not isinstance(value, (int, Decimal))
        or "page" in column.name
        or "pdf" in column.name
    ):
        return show(value)
    if "£" not in column.heading or not isinstance(value, Decimal):
        return f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    exact = value.normalize()
    pence = max(-int(exact.as_tuple().exponent), 0)
    return f"{exact:,.{max(pence, 2) if pence else 0}f}"


def csv_cell(value: Value) -> str:
    """A value in a CSV file, with an apostrophe before text that a spreadsheet would take for a formula."""
    text = show(value)
    runs = isinstance(value, str) and _FORMULA.match(text) and not _NUMBER.match(text)
    return f"'{text}" if runs else text


def workbook_safe(text: str) -> str:
    """The text with a space before what XlsxWriter would write unescaped, as rich text, and break the workbook."""
    return f" {text}" if text.startswith("<r>") and text.endswith("</r>") else text


__all__ = ["clean", "csv_cell", "show", "show_figure", "workbook_safe"]
