"""Room `checks`: the figures of a table against one another, and of a sentence against the table it names.

Takes tables with their quotes, gives what came of every check of a table: its relations (`balances`), its hidden
figures (`hiding`), the years in its headings.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from scrutiny.checks.balances import Measured, check_balances
from scrutiny.checks.hiding import check_hiding
from scrutiny.checks.judging import judged, short
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures import parse_figure
from scrutiny.figures.slips import looks_like_a_slip
from scrutiny.figures.verdicts import Status
from scrutiny.sources import Quote
from scrutiny.tables.measure import MeasureContext, measure_table

_ACADEMIC = re.compile(r"^(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?:20)?(?P<second>\d\d)$")


def check_tables(tables: Sequence[PlacedTable]) -> Iterator[Checked]:
    """Every check of the tables of one document."""
    measured = [measure(placed) for placed in tables]
    yield from check_balances(measured)
    for each in measured:
        yield from check_hiding(each)
        yield from check_year_headings(each)


def measure(placed: PlacedTable) -> Measured:
    """A table with how it is understood."""
    table = placed.measured or measure_table(placed.table, MeasureContext(text=placed.text))
    return Measured(placed=placed, table=table)


_THE_TABLE = re.compile(
    r"\b(?:tables?|figures)\s+(?P<where>above|below)\b|\b(?P<before>above|below|following)\s+table\b", re.IGNORECASE
)
_TOTAL_SAID = re.compile(
    r"\btotal\b(?P<words>[^.;£]{0,140}?)(?P<figure>£\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?)", re.IGNORECASE
)

NEAR_TABLE = 3
"""Pages within which "the table above" stands."""


def check_stated_totals(tables: Sequence[PlacedTable], sentences: Sequence[Quote]) -> Iterator[Checked]:
    """ "As the table above illustrates the total cost … is £257,952": against the column of totals of that table."""
    for sentence in sentences:
        if "£" not in sentence.text or (near := _THE_TABLE.search(sentence.text)) is None:
            continue
        if (said := _TOTAL_SAID.search(sentence.text)) is None:
            continue
        above = (near["where"] or near["before"] or "").lower() == "above"
        printed = parse_figure(said["figure"])
        pages = range(sentence.pdf_page - NEAR_TABLE, sentence.pdf_page + 1)
        if not above:
            pages = range(sentence.pdf_page, sentence.pdf_page + NEAR_TABLE + 1)
        close = [placed for placed in tables if placed.table.pages[-1 if above else 0] in pages]
        if not close or printed.value is None:
            continue
        table = (close[-1] if above else close[0]).table
        for column, heading in enumerate(cell.text for cell in table.header):
            figures = [parse_figure(row[column].text) for row in table.rows]
            values = [figure.value for figure in figures if figure.value is not None]
            if not re.search(r"\btotal\b", heading, re.IGNORECASE) or len(values) < 2:
                continue
            expected = sum(values, Decimal(0))
            holds = expected == printed.value
            if not holds and not looks_like_a_slip(printed.value, expected):
                continue
            parts = " + ".join(figure.printed for figure in figures if figure.value is not None)
            apart = printed.value - expected
            yield judged(
                Check.COLUMN_TOTALS, Status.OK if holds else Status.ERROR, printed=said["figure"],
                expected=short(expected), working=f"{parts} = {short(expected)}",
                message=f"printed total {said['figure']}, the column {heading} adds to {short(expected)} "
                f"({parts}; {short(abs(apart))} {'too much' if apart > 0 else 'too little'})",
                quotes=(sentence,),
            )  # fmt: skip


def check_year_headings(each: Measured) -> Iterator[Checked]:
    """Academic years side by side: each begins a year after the one before and ends the year after it begins."""
    header = each.placed.table.header
    years = [(at, match) for at, cell in enumerate(header) if (match := _ACADEMIC.match(cell.text.strip()))]
    if len(years) < 3:
        return
    firsts = [int(match["first"]) for _, match in years]
    steps = {b - a for a, b in pairwise(firsts)}
    for (at, match), first in zip(years, firsts, strict=True):
        quote = each.placed.quote(header[at])
        if (first + 1) % 100 == int(match["second"]):
            yield judged(
                Check.YEAR_HEADINGS, Status.OK, printed=match[0], expected=match[0], working="follows", message="",
                quotes=(quote,),
            )  # fmt: skip
        elif len(steps) == 1 and steps <= {1, -1}:
            read = f"{first}/{(first + 1) % 100:02d}"
            yield judged(
                Check.YEAR_HEADINGS, Status.WARNING, printed=match[0], expected=read,
                working=f"stands where {read} follows",
                message=f"the column heading {match[0]} was read as {read}", quotes=(quote,),
            )  # fmt: skip
