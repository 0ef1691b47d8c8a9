"""Room `tables`: pages in, tables out, cell by cell as they stand. Turns no text into numbers."""

from scrutiny.tables.aligned import ends_in_figures, may_hold_figures
from scrutiny.tables.confirming import MISREAD, confirms
from scrutiny.tables.model import Cell, Strategy, TableRead
from scrutiny.tables.reading import FoundTable, find_tables, join_tables, tables_on

__all__ = [
    "MISREAD",
    "Cell",
    "FoundTable",
    "Strategy",
    "TableRead",
    "confirms",
    "ends_in_figures",
    "find_tables",
    "join_tables",
    "may_hold_figures",
    "tables_on",
]
