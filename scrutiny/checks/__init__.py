"""Room `checks`: every figure check the toolkit knows. Tables and paragraphs in, verdicts with their working out.

Knows nothing of packs or councils; what a check compares stands in `EXPLAINED`."""

from scrutiny.checks.arithmetic import check_arithmetic
from scrutiny.checks.model import EXPLAINED, Check, Checked, Explained, PlacedTable
from scrutiny.checks.numbering import check_numbering
from scrutiny.checks.paper import check_paper
from scrutiny.checks.prose import check_sentences
from scrutiny.checks.ratings import check_ratings, find_tolerance
from scrutiny.checks.repeats import check_repeats
from scrutiny.checks.tables import check_stated_totals, check_table, check_tables
from scrutiny.figures.verdicts import Status

__all__ = [
    "EXPLAINED",
    "Check",
    "Checked",
    "Explained",
    "PlacedTable",
    "Status",
    "check_arithmetic",
    "check_numbering",
    "check_paper",
    "check_ratings",
    "check_repeats",
    "check_sentences",
    "check_stated_totals",
    "check_table",
    "check_tables",
    "find_tolerance",
]
