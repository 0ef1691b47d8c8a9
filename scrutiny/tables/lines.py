"""Room `tables`: the rows and columns of figures of a table, each with its labels.

Takes lines with the labels that stand beside or over them, gives them the sections and the roles that only their
neighbours tell.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.tables.model import RowKind, TableRead
from scrutiny.tables.roles import Period, Role, find_period, find_role
from scrutiny.tables.units import UNKNOWN, MeasureUnit


class AxisValue(Struct, frozen=True, kw_only=True):
    """A row or a column of figures. `at` is its place in the grid; `labels` has one for each column of labels, that of
    the rows above where it spans this one too, "" where there is none; `label` is the labels joined."""

    at: int
    labels: tuple[str, ...]
    label: str
    section: str | None = None
    role: Role = Role.UNKNOWN
    period: Period | None = None
    unit: MeasureUnit = UNKNOWN

    @property
    def inner(self) -> str:
        """The innermost label."""
        return next((text for text in reversed(self.labels) if text), "")

    @property
    def in_section(self) -> str:
        """Its label, behind the section that it stands in."""
        return ", ".join(filter(None, (self.section, self.label)))


def over(table: TableRead, at: int) -> Iterator[str]:
    """The headings that stand over a column and others, from the top."""
    heads = [
        row for row, kind in zip(table.grid, table.kinds, strict=False) if kind in (RowKind.HEADING, RowKind.UNITS)
    ]
    for row in heads[:-1]:
        for first, cell in enumerate(row):
            if cell.columns > 1 and first <= at < first + cell.columns:
                yield cell.text


_SUM = pattern_of(r"\bsum\W*$", re.IGNORECASE)
_SPRING = pattern_of(r"\b(?:spr|spring)\W*$", re.IGNORECASE)


def summers(lines: Sequence[AxisValue]) -> tuple[AxisValue, ...]:
    """Beside "Spr", "Sum" is a term and no total."""
    if not any(_SPRING.search(line.label) for line in lines):
        return tuple(lines)
    summer = Period(part="summer")
    return tuple(
        replace(line, role=Role.PERIOD, period=replace(line.period or summer, part="summer"))
        if _SUM.search(line.label)
        else line
        for line in lines
    )


def headed_anew(axis: Sequence[AxisValue]) -> list[AxisValue]:
    """The rows, those below a heading that was read as a part of the first of them ("Suspensions Ashford" behind the
    rows "Ashford" and "Bramley" and before another "Bramley") in a section of that name."""
    found = list(axis)
    for at, (line, after) in enumerate(itertools.pairwise(axis)):
        first = next(
            (one.label for one, other in itertools.pairwise(found[:at])
             if one.label and other.label == after.label and line.label.endswith(f" {one.label}")), None,
        )  # fmt: skip
        if first is None:
            continue
        section = line.label.removesuffix(first).strip()
        for row in range(at, len(found)):
            if found[row].section == line.section:
                label = first if row == at else found[row].label
                found[row] = replace(
                    found[row], section=section, label=label, labels=(label,) if row == at else found[row].labels,
                    role=find_role(label), period=find_period(label),
                )  # fmt: skip
    return found
