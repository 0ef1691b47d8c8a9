"""Room `tables`: the unit of a cell by what stands around it.

Takes the units that words name (`units.py`) in a caption, a corner, a heading, a section and a label, gives the one
that holds for a cell: signs before words, what is near before what is far.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.tables.model import RowKind, TableRead
from scrutiny.tables.units import UNKNOWN, MeasureUnit, UnitKind, find_unit


def unit_of_table(around: Sequence[str]) -> MeasureUnit:
    """The unit of a whole table: a sign in its caption or corner speaks before a word there. A caption that names
    first what is counted and then a time ("suspensions and days lost") says of no column which of them it holds."""
    for text in around:
        kinds = [find_unit(piece).kind for piece in _AND.split(text)]
        if UnitKind.COUNT in kinds and any(kind in kinds[kinds.index(UnitKind.COUNT) :] for kind in _TIMES):
            return UNKNOWN
    units = [unit for text in around if (unit := find_unit(text)).kind is not UnitKind.UNKNOWN]
    if any(unit.kind is UnitKind.MONEY for unit in units):
        units = [unit for unit in units if unit.kind is not UnitKind.RATE or unit.per is not None]
    return next((unit for unit in units if unit.kind not in _WEAK), next(iter(units), UNKNOWN))


def caption_of_all(caption: str | None, header: Sequence[str]) -> str:
    """A caption as far as it is one: above a table without headings the line of its headings may stand ("2023/24
    2024/25 £000"), which names the units of some columns."""
    headings = not any(header) and len(_YEAR.findall(caption or "")) > 1
    return "" if headings else caption or ""


_YEAR = pattern_of(r"\b(?:19|20)\d\d\b")
_AND = pattern_of(r"\s(?:and|&)\s|,\s", re.IGNORECASE)
_TIMES = (UnitKind.DAYS, UnitKind.WEEKS)
_WEAK = (UnitKind.UNKNOWN, UnitKind.COUNT, UnitKind.PLACES)
"""Units that a sign, or one that stands farther off, speaks before."""
_COUNTS = pattern_of(r"numbers?|count|no\.?\s+of", re.IGNORECASE)


def unit_of_cell(column: MeasureUnit, row: MeasureUnit, section: str | None, wide: MeasureUnit) -> MeasureUnit:
    """The unit of a cell by what stands around it: signs before words, the column before the row, both before the
    section and the table's. That a row names things that can be counted ("All schools") says least of all."""
    return _scaled(_nearest(column, row, section, wide), wide)


def _nearest(column: MeasureUnit, row: MeasureUnit, section: str | None, wide: MeasureUnit) -> MeasureUnit:
    for unit in (column, row):
        if unit.kind not in _WEAK:
            if unit.kind is UnitKind.MONEY and not unit.scale and wide.kind is UnitKind.MONEY and wide.scale:
                return wide
            return unit
    of_section = find_unit(section or "")
    told = row if _COUNTS.search(row.printed or "") else UNKNOWN  # "Maintained schools" names a row and counts nothing
    order = (of_section, column, wide) if of_section.kind not in _WEAK else (column, wide, told, of_section)
    if wide.kind is UnitKind.MONEY and column.kind in _WEAK and not _COUNTS.search(column.printed or ""):
        return wide if column.kind is UnitKind.UNKNOWN else column
    return next((unit for unit in order if unit.kind is not UnitKind.UNKNOWN), UNKNOWN)


def _scaled(unit: MeasureUnit, wide: MeasureUnit) -> MeasureUnit:
    """A count in the scale of its table, where that stands over whatever the table counts ("[In thousands]")."""
    counted = unit.kind in (UnitKind.COUNT, UnitKind.PLACES)
    return replace(unit, scale=wide.scale) if counted and not unit.scale and wide.of_any else unit


def units_over(table: TableRead) -> dict[int, MeasureUnit]:
    """The money or the scale that a heading over several columns names ("£000", "[In thousands]"), of each of them."""
    found = {}
    for row, kind in zip(table.grid, table.kinds, strict=False):
        for at, cell in enumerate(row if kind is RowKind.HEADING else ()):
            unit = find_unit(cell.text) if cell.columns > 1 else UNKNOWN
            if unit.kind is UnitKind.MONEY or unit.scale:
                found.update(dict.fromkeys(range(at, at + cell.columns), unit))
    return found


def with_unit_over(own: MeasureUnit, over: MeasureUnit | None) -> MeasureUnit:
    """The unit of a heading: what it says itself speaks before what stands over it."""
    if over is None:
        return own
    return over if own.kind is UnitKind.UNKNOWN else _scaled(own, over)


def rate_in_full(unit: MeasureUnit, of_rates: MeasureUnit | None) -> MeasureUnit:
    """The unit of a line, that of a bare "Rate" as the caption says of how many it is."""
    return of_rates if of_rates is not None and unit.kind is UnitKind.RATE and unit.per is None else unit
