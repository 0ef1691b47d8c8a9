"""Room `figures`: which figures of a table are totals, of what, and whether they are right.

Takes the headings and rows of a table as printed, gives a `Sum` for every total. A total below stands for the rows
since the last total, or for all where it agrees with that; a total beside stands for its row. What need not add up
is left alone: shares, rates, averages, heads counted once, totals that leave something out, and sums of which a
part is hidden or in words (the traps of DOMAIN: "what must not be expected to add up").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scrutiny.figures.intervals import Interval, interval_of, total
from scrutiny.figures.parsing import Figure, FigureKind, Unit, parse_figure

TOTAL_LABEL = re.compile(
    r"^\W*(?:(?:grand|overall|sub|net)[\s-]*)?totals?\b(?!\s+return)|\btotals?\W*$|\btotals?\s*[:(,–-]|^all\s+(?:schools|panels)$",
    re.IGNORECASE,
)
"""What the row of a total or sub-total is called."""

PARTIAL_TOTAL = re.compile(
    r"\b(?:exclud(?:es|ing)|without|except|less|of\s+which|including|cumulative|to\s+date)\b", re.IGNORECASE
)
"""Totals that do not claim to hold every row and no other."""

NOT_ADDED = re.compile(
    r"%|\b(?:rates?|average|mean|median|per\s?cent(?:age)?|percentage|ratio|score|ranks?|headcount|one\s+or\s+more|"
    r"at\s+least\s+one|per\s+(?:pupil|school|week|head|year|annum|day|hour|unit)|unit\s+costs?|return|yield|target|"
    r"cumulative|change|difference|variance)\b|£\s*per\b",
    re.IGNORECASE,
)
"""Measures that do not add up: rates, averages, running totals, and pupils counted once wherever they were."""

_NO_PART = re.compile(r"%|\b(?:rates?|average|mean|median|per\s?cent(?:age)?|percentage|ratio)\b", re.IGNORECASE)
"""Rows that are no parts of a total: shares and averages of the others."""

STATISTIC = re.compile(r"^(?:max(?:imum)?|min(?:imum)?|av(?:erage|g)?\.?|mean|median|totals?|sum)$", re.IGNORECASE)
"""Rows of statistics, which are no parts."""

_HALVES = (Decimal(0), Decimal("0.5"))


class Confidence(StrEnum):
    """How far a table's own totals bear out that it was read as it stands."""

    PROVEN = "proven"
    """every column of figures adds to its printed total"""
    PARTLY = "partly"
    """some do"""
    UNPROVEN = "unproven"
    """it prints no totals, or none that agree"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A total and what it should be the sum of. Places are (row, column) from 0. `expected` is None where a part is
    hidden or in words: then nothing can be said."""

    total: tuple[int, int]
    parts: tuple[tuple[int, int], ...]
    printed: Figure
    expected: Decimal | None
    holds: bool
    bounds: Interval | None = None
    """Between what the sum lies where parts are hidden as "<5", and each of them has such a bound."""

    @property
    def wrong(self) -> bool:
        """Whether the total is known not to be the sum."""
        return (self.expected is not None or self.bounds is not None) and not self.holds


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
    return total(ranges).meets(own)


def find_sums(header: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str = "") -> tuple[Sum, ...]:
    """Every total of a table, below and beside."""
    figures = [[parse_figure(text) for text in row] for row in rows]
    return (*_below(header, rows, figures, caption), *_beside(header, rows, figures))


def _below(
    header: Sequence[str], rows: Sequence[Sequence[str]], figures: list[list[Figure]], caption: str
) -> Iterable[Sum]:
    totals = [TOTAL_LABEL.search(row[0]) is not None for row in rows]
    if not any(totals):
        return
    for column in range(1, len(header)):
        if NOT_ADDED.search(header[column]) or (not header[column] and NOT_ADDED.search(caption)):
            continue
        every = [at for at, is_total in enumerate(totals) if not is_total and _is_part(rows[at][0])]
        group: list[int] = []
        for at, is_total in enumerate(totals):
            if not is_total:
                group += [at] if at in every else []
                continue
            printed = figures[at][column]
            if printed.value is not None and printed.unit is not Unit.PERCENT and not PARTIAL_TOTAL.search(rows[at][0]):
                above = [row for row in every if row < at]
                for own in (group, above):
                    found = _sum((at, column), [(row, column) for row in own], figures)
                    if found is not None and (found.holds or own is above or group == above):
                        yield found
                        break
            group = []


def _is_part(label: str) -> bool:
    return not STATISTIC.match(label.strip()) and not _NO_PART.search(label) and not PARTIAL_TOTAL.search(label)


def _beside(header: Sequence[str], rows: Sequence[Sequence[str]], figures: list[list[Figure]]) -> Iterable[Sum]:
    """The last column where its heading is a total, of all columns of figures before it."""
    last = len(header) - 1
    if last < 3 or not TOTAL_LABEL.search(header[last]) or PARTIAL_TOTAL.search(header[last]):
        return
    columns = range(1, last)
    if any(NOT_ADDED.search(header[column]) or TOTAL_LABEL.search(header[column]) for column in columns):
        return
    for at, row in enumerate(rows):
        if NOT_ADDED.search(row[0]) or figures[at][last].value is None or figures[at][last].unit is Unit.PERCENT:
            continue
        found = _sum((at, last), [(at, column) for column in columns], figures)
        if found is not None:
            yield found


def _sum(place: tuple[int, int], parts: list[tuple[int, int]], figures: list[list[Figure]]) -> Sum | None:
    """None where there are not two figures to add, or their units differ."""
    printed = figures[place[0]][place[1]]
    own = [figures[row][column] for row, column in parts]
    values = [figure for figure in own if figure.value is not None]
    if len(values) < 2 or any(figure.unit is Unit.PERCENT for figure in values):
        return None
    expected = added(own)
    bounds = _bounds(own) if expected is None else None
    holds = agrees(printed, own) if bounds is None else bounds.meets(Interval.of(printed.value or Decimal(0)))
    return Sum(total=place, parts=tuple(parts), printed=printed, expected=expected, holds=holds, bounds=bounds)


def _bounds(parts: Sequence[Figure]) -> Interval | None:
    """Between what hidden parts and known ones add to; None where one has no bound, or is in words."""
    ranges = []
    for part in parts:
        if part.kind in (FigureKind.BLANK, FigureKind.NOT_APPLICABLE):
            continue
        interval = interval_of(part, exact=True)
        if interval is None:
            return None
        ranges.append(interval)
    return total(ranges)


def confidence_of(header: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str = "") -> Confidence:
    """How far the table's totals bear out its reading. Columns that do not add up by nature are not asked for."""
    sums = find_sums(header, rows, caption=caption)
    if not any(each.holds for each in sums):
        return Confidence.UNPROVEN
    borne_out = {column for each in sums if each.holds for _, column in (each.total, *each.parts)}
    of_figures = {
        column
        for column in range(1, len(header))
        if not NOT_ADDED.search(header[column])
        and sum(parse_figure(row[column]).value is not None for row in rows) >= 2
        and not any(parse_figure(row[column]).unit is Unit.PERCENT for row in rows)
    }
    whole = of_figures <= borne_out and all(each.holds for each in sums)
    return Confidence.PROVEN if whole else Confidence.PARTLY
