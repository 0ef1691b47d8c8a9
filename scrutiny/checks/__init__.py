"""Room `checks`: every figure check the toolkit knows. Tables and paragraphs in, verdicts with their working out.

Knows nothing of packs or councils; what a check compares stands in `EXPLAINED`. The checks themselves are imported
from their modules, so that a command which makes none does not wait for them."""

from scrutiny.checks.model import EXPLAINED, Check, Checked, Counted, Explained, PlacedTable
from scrutiny.figures.verdicts import Status

__all__ = ["EXPLAINED", "Check", "Checked", "Counted", "Explained", "PlacedTable", "Status"]
