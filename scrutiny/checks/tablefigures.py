"""Room `checks`: the figures of tables, each with all that says what it is about.

Takes measured tables; what a sentence says is held against these (`named`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.checks.model import PlacedTable
from scrutiny.figures import Interval, Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.tables.formulas import AS_PLANNED, CHANGE
from scrutiny.tables.measure import MeasureCell
from scrutiny.tables.roles import Period, find_period, placed_periods
from scrutiny.tables.units import UnitKind


class TableFigure(Struct, frozen=True, kw_only=True, dict=True):
    """A figure of a table with all that says what it is about. `value` is in single units, whatever the scale."""

    value: Decimal
    unit: Unit
    row_words: frozenset[str]
    heading: str
    heading_words: frozenset[str]
    caption_words: frozenset[str]
    period: Period | None
    part: str | None
    """The part of each year that the caption says: "at 31 March"."""
    line: tuple[int, int]
    """The table and the row."""
    column: tuple[int, int]
    """The table and the column."""
    cell: MeasureCell
    quote: Quote

    def is_at(self, period: Period) -> bool:
        """Whether a time that is told is its own, or the part of its year that the caption says."""
        whole = period if period.part is None or period.part != self.part else replace(period, part=None)
        return self.period in (period, whole)

    @property
    def where(self) -> str:
        """Its page, as messages name it."""
        return self.quote.page_label or f"PDF {self.quote.pdf_page}"

    @cached_property
    def measure(self) -> frozenset[str]:
        """The words of its heading but for times, units, and what stands in brackets."""
        text = self.heading
        for start, end, _ in reversed(placed_periods(text)):
            text = f"{text[:start]} {text[end:]}"
        return frozenset(stems(_POUNDS.sub(" ", ASIDE.sub(" ", text))))

    @property
    def measure_words(self) -> frozenset[str]:
        return self.caption_words | self.heading_words

    @cached_property
    def planned(self) -> bool:
        """Whether its heading says that it is what was to be."""
        return AS_PLANNED.search(self.heading) is not None

    @cached_property
    def changes(self) -> bool:
        """Whether its heading says that it is how far others lie from one another."""
        return CHANGE.search(self.heading) is not None

    @cached_property
    def range(self) -> Interval:
        """What it can stand for: whole figures are as they are printed."""
        figure = self.cell.figure
        scaled = self.value != abs(figure.value or 0)
        step = Decimal(figure.step).scaleb(self.cell.unit.scale) if scaled else figure.step if figure.places else 0
        return Interval.around(self.value, Decimal(step) / 2)


INCOME = frozenset(stems("income receipts fees charges grants funding savings recharges contributions surplus"))
"""What comes in, or is left: more of it is no overspending, and papers print its variances with either sign."""

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
                        part=whole.part if whole else None,
                        line=(number, row), column=(number, column), cell=cell,
                        quote=each.quote(cell.cell),
                    )
                )  # fmt: skip
    return tuple(found)
