"""Room `figures`: printed strings in, exact figures out, and what may be said of their sums and shares.

Knows nothing of councils or of the table a figure stands in."""

from scrutiny.figures.intervals import Interval, interval_of
from scrutiny.figures.parsing import Figure, FigureKind, Unit, parse_figure

__all__ = ["Figure", "FigureKind", "Interval", "Unit", "interval_of", "parse_figure"]
