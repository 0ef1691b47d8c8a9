"""Room `checks`: hidden and rounded figures against what the paper says of them.

Takes measure tables, says where a total lies outside what the marks allow, where a hidden figure can be worked back,
and which figure was not rounded though all are said to be. What a hidden figure is, it never says.
"""

from collections.abc import Iterator
from decimal import Decimal

from scrutiny.checks.judging import cannot, judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures.verdicts import Status, in_style, plain
from scrutiny.findings import FindingCode
from scrutiny.tables.hidden import Contradiction, Disclosure, find_contradictions, find_disclosures
from scrutiny.tables.measure import Axis


def check_hiding(each: PlacedTable) -> Iterator[Checked]:
    """What the marks of one table allow."""
    for disclosure in find_disclosures(each.measured):
        yield _disclosed(each, disclosure)
    for contradiction in find_contradictions(each.measured):
        yield _contradicted(each, contradiction)
    yield from _not_rounded(each)


def _disclosed(each: PlacedTable, found: Disclosure) -> Checked:
    """A warning where the paper says that it protects its figures; else worth knowing."""
    table = each.measured
    (row, column), hidden, total = found.place, table.at(found.place), table.at(found.total)
    where = f"{table.rows[row].label}, {table.columns[column].label}"
    protects = table.legend.protects
    message = (
        f"{where}: the figure hidden as {hidden.figure.printed} can be worked back from {total.figure.printed}"
        + (", though the paper says that it is protected" if protects else "")
    )
    quotes = (each.quote(hidden.cell), each.quote(total.cell))
    return judged(
        Check.COLUMN_TOTALS if found.axis is Axis.DOWN else Check.ROW_TOTALS,
        Status.WARNING if protects else Status.NOTE, *quotes, printed=hidden.figure.printed,
        working=f"the only one behind {total.figure.printed}", message=message, worded=True,
        code=FindingCode.SUPPRESSION_LEAKS,
    )  # fmt: skip


def _contradicted(each: PlacedTable, found: Contradiction) -> Checked:
    table = each.measured
    (row, column), cell = found.total, table.at(found.total)
    low, high = (in_style(bound, cell.figure) for bound in (found.between.low, found.between.high))
    between = f"between {low} and {high}" if low != high else f"at least {low}"
    where = f"{table.rows[row].label}, {table.columns[column].label}"
    return judged(
        Check.COLUMN_TOTALS, Status.ERROR if found.proven else Status.NOTE, each.quote(cell.cell),
        printed=cell.figure.printed, expected=between, working=f"the figures and marks allow what lies {between}",
        message=f"{where}: printed {cell.figure.printed}; with the hidden figures it lies {between}",
    )  # fmt: skip


SURE = Decimal("0.9")
"""Of the counts that are said to be rounded so many must be: then one that is not is a slip, and not another column."""


def _not_rounded(each: PlacedTable) -> Iterator[Checked]:
    """Counts that do not end as all are said to."""
    cells = [
        (cell, row, column)
        for row, line in zip(each.measured.rows, each.measured.cells, strict=True)
        for column, cell in zip(each.measured.columns, line, strict=True)
        if cell.unit.nearest is not None and cell.unit.nearest > 1 and cell.unit.said and cell.figure.value is not None
    ]
    odd = [
        (cell, row, column)
        for cell, row, column in cells
        if cell.unit.nearest and (cell.figure.value or Decimal(0)) % cell.unit.nearest
    ]
    if not odd or len(cells) - len(odd) < SURE * len(cells):
        for cell, _, _ in odd:
            yield cannot(Check.MALFORMED, cell.figure.printed, "more than one is not rounded as the paper says",
                         each.quote(cell.cell))  # fmt: skip
        return
    for cell, row, column in odd:
        nearest = cell.unit.nearest or Decimal(1)
        expected = in_style(round((cell.figure.value or Decimal(0)) / nearest) * nearest, cell.figure)
        yield judged(
            Check.MALFORMED, Status.WARNING, each.quote(cell.cell), printed=cell.figure.printed, expected=expected,
            working=f"said to be rounded to the nearest {plain(nearest)}",
            message=f"{row.label}, {column.label}: {cell.figure.printed} is not rounded to the nearest "
            f"{plain(nearest)}, as the paper says of all",
        )  # fmt: skip
