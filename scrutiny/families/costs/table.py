"""Family `costs`: a table of costs, whose figures have names in the book.

Takes a measure table, says of a cell what it is called, whether it is money, and what it is in a working.
"""

import re
from functools import cached_property

from msgspec import Struct

from scrutiny.families.costs.methods import Amount, amount_of
from scrutiny.families.costs.terms import key_of
from scrutiny.figures import Unit
from scrutiny.figures.workings import Term
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.measure import MeasureCell, MeasureTable
from scrutiny.tables.units import UnitKind, find_unit

_TIME_IN_TIME = pattern_of(
    r"^\W*(?:(?:no\.?|numbers?|average|total|weekly)\s+(?:of\s+)?)*(?:hours?|days?|sessions?|lessons?|nights?|visits?)\s+"
    r"(?:an?|per|each|every)\s+[^£]*$",
    re.IGNORECASE,
)
"""Accepts "Hours per week", "No. of days a week"; rejects "Rate per hour", "Day rate per week £". It counts time and is
no price."""


_MEAN = pattern_of(r"\b(?:average|mean|median)\b", re.IGNORECASE)


def _is_mean_count(label: str) -> bool:
    """Accepts "Pupils (average)", "Average number of places"; rejects "Average cost of a place"."""
    counted = (UnitKind.COUNT, UnitKind.PLACES, UnitKind.DAYS, UnitKind.WEEKS)
    return _MEAN.search(label) is not None and find_unit(_MEAN.sub(" ", label)).kind in counted


def scale_of(cell: MeasureCell) -> int:
    """The power of ten that a cell is printed in by its heading; "£4k" says its own, and is read with it."""
    return 0 if cell.figure.scale else cell.unit.scale


class CostTable(Struct, frozen=True, kw_only=True, dict=True):
    """A table of money in the book: its number among the tables of the report, and the name of each figure there."""

    number: int
    table: MeasureTable
    whole: bool
    """Whether the paper says that amounts are rounded before they are added."""

    def name(self, row: int, column: int) -> str:
        return f"table {self.number}, row {self.table.rows[row].at + 1}, column {self.table.columns[column].at + 1}"

    def term(self, row: int, column: int) -> Term | None:
        """A cell as a figure that goes into a working; None where nothing is printed."""
        amount = self.amount(row, column)
        return amount.term if isinstance(amount.term, Term) else None

    def amount(self, row: int, column: int) -> Amount:
        cell = self.table.cells[row][column]
        key = key_of(self.table.columns[column].label, self.table.rows[row].inner)
        return amount_of(cell, key=key, line=self.name(row, column))

    def is_money(self, row: int, column: int) -> bool:
        cell = self.table.cells[row][column]
        pounds = cell.figure.unit is Unit.POUNDS
        if pounds or cell.unit.kind is UnitKind.MONEY or cell.unit.kind is not UnitKind.RATE:
            return pounds or cell.unit.kind is UnitKind.MONEY
        labels = (self.table.rows[row].label, self.table.columns[column].label)
        return not self.signed and not any(_TIME_IN_TIME.match(label) or _is_mean_count(label) for label in labels)

    @cached_property
    def scaled(self) -> bool:
        """Whether any of its figures are printed in thousands or millions: then it is none of single pupils."""
        return any(scale_of(cell) for row in self.table.cells for cell in row if cell.figure.value is not None)

    @cached_property
    def signed(self) -> bool:
        """Whether money bears its sign in every row: then a rate without one is none of money ("hours per week")."""
        rows = [[cell.figure for cell in row if cell.figure.value is not None] for row in self.table.cells]
        return all(any(figure.unit is Unit.POUNDS for figure in row) for row in rows if row)
