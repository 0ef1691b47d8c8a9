"""Room `figures`: what figures add to.

Which figures of a table are totals, and of what, and what a total is called, is the matter of `tables`.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from scrutiny.figures.intervals import Interval, interval_of
from scrutiny.figures.parsing import Figure, FigureKind, Unit

_HALVES = (Decimal(0), Decimal("0.5"))


def added(figures: Iterable[Figure]) -> Decimal | None:
    """What figures add to, blanks adding nothing; None where there is nothing to add, or one is hidden or in words."""
    known = list(figures)
    if any(figure.kind in (FigureKind.SUPPRESSED, FigureKind.WORDS) for figure in known):
        return None
    values = [figure.value for figure in known if figure.value is not None]
    return sum(values, Decimal(0)) if values else None


def agrees(printed: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a total can be the sum of its parts. Whole and half figures are counted, and must agree exactly; finer
    and scaled ones ("1.27", "£4k") were rounded before they were printed, and need only be able to."""
    expected = added(parts)
    if printed.value is None or expected is None or printed.value == expected:
        return printed.value is not None and expected is not None
    figures = [printed, *(part for part in parts if part.value is not None)]
    if all(figure.scale == 0 and abs(figure.value or Decimal(0)) % 1 in _HALVES for figure in figures):
        return False
    if any(figure.unit is Unit.POUNDS and figure.places == 2 for figure in figures):
        return False  # pounds and pence are counted too
    ranges = [interval for part in parts if (interval := interval_of(part)) is not None]
    own = interval_of(printed) or Interval.of(printed.value)
    return sum(ranges, Interval.of(Decimal(0))).meets(own)
