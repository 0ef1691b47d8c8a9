"""Room `tables`: pages in, tables out, cell by cell as they stand. Turns no text into numbers."""

from scrutiny.tables.aligned import ends_in_figures, may_hold_figures
from scrutiny.tables.confirming import confirms
from scrutiny.tables.model import Cell, Strategy, TableRead
from scrutiny.tables.reading import find_tables

__all__ = ["Cell", "Strategy", "TableRead", "confirms", "ends_in_figures", "find_tables", "may_hold_figures"]
