"""Room `checks`: the figures of tables, each with all that says what it is about.

Takes measured tables; what a sentence says is held against these (`named`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.checks.model import PlacedTable
from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.tables.measure import MeasureCell
from scrutiny.tables.roles import Period, find_period, placed_periods
from scrutiny.tables.units import UnitKind


class TableFigure(Struct, frozen=True, kw_only=True):
    """A figure of a table with all that says what it is about. `value` is in single units, whatever the scale."""

    value: Decimal
    unit: Unit
    row_words: frozenset[str]
    heading: str
    heading_words: frozenset[str]
    caption_words: frozenset[str]
    period: Period | None
    line: tuple[int, int]
    """The table and the row."""
    column: tuple[int, int]
    """The table and the column."""
    cell: MeasureCell
    quote: Quote

    @property
    def where(self) -> str:
        """Its page, as messages name it."""
        return self.quote.page_label or f"PDF {self.quote.pdf_page}"

    @property
    def measure(self) -> frozenset[str]:
        """The words of its heading but for times, units, and what stands in brackets."""
        text = self.heading
        for start, end, _ in reversed(placed_periods(text)):
            text = f"{text[:start]} {text[end:]}"
        return frozenset(stems(_POUNDS.sub(" ", ASIDE.sub(" ", text))))

    @property
    def measure_words(self) -> frozenset[str]:
        return self.caption_words | self.heading_words


ASIDE = pattern_of(r"\([^()]*\)")
_POUNDS = pattern_of(r"£\s?(?:0+|'?000s?|k|m|bn|millions?|thousands?)?(?![\w£])", re.IGNORECASE)
_UNITS = {UnitKind.MONEY: Unit.POUNDS, UnitKind.PERCENT: Unit.PERCENT}


def table_figures(tables: Sequence[PlacedTable]) -> tuple[TableFigure, ...]:
    """Every count, sum of money and percentage of the tables."""
    found = []
    for number, each in enumerate(tables):
        table = each.measured
        caption = frozenset(stems(table.caption or ""))
        whole = find_period(table.caption or "")
        for row, line in enumerate(table.rows):
            words = frozenset(stems(f"{line.section or ''} {line.label}"))
            for column, heading in enumerate(table.columns):
                cell = table.cells[row][column]
                unit = _UNITS.get(cell.unit.kind, Unit.NUMBER)
                if cell.figure.value is None or not (cell.unit.adds or unit is Unit.PERCENT):
                    continue
                found.append(
                    TableFigure(
                        value=abs(cell.figure.value).scaleb(cell.unit.scale if cell.figure.scale == 0 else 0),
                        unit=unit, row_words=words, heading=heading.label,
                        heading_words=frozenset(stems(heading.label)),
                        caption_words=caption, period=heading.period or line.period or whole,
                        line=(number, row), column=(number, column), cell=cell,
                        quote=each.quote(cell.cell),
                    )
                )  # fmt: skip
    return tuple(found)
