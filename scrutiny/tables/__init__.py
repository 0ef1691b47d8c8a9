"""Room `tables`: pages in, tables out, cell by cell as they stand. Turns no text into numbers."""

from scrutiny.tables.aligned import may_hold_figures
from scrutiny.tables.confirming import MISREAD, agreement, confirms
from scrutiny.tables.model import Agreement, Cell, Found, RowKind, Strategy, TableRead
from scrutiny.tables.reading import find_tables, tables_on
from scrutiny.tables.stitching import FoundTable, join_tables

__all__ = [
    "MISREAD",
    "Agreement",
    "Cell",
    "Found",
    "FoundTable",
    "RowKind",
    "Strategy",
    "TableRead",
    "agreement",
    "confirms",
    "find_tables",
    "join_tables",
    "may_hold_figures",
    "tables_on",
]
