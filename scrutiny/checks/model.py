"""Room `checks`: what a check is. Types, and the list of all there are."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from scrutiny.figures.verdicts import Status
from scrutiny.findings import Finding
from scrutiny.sources import Quote

if TYPE_CHECKING:  # who makes no check of tables need not wait for what reads them
    from scrutiny.tables import Cell, TableRead
    from scrutiny.tables.measure import MeasureTable


class Check(StrEnum):
    """Every check, by the name that `--only` and `--skip` take. `EXPLAINED` says what each compares."""

    COLUMN_TOTALS = "column-totals"
    ROW_TOTALS = "row-totals"
    SHARES = "shares"
    CHANGES = "changes"
    RATINGS = "ratings"
    YEAR_HEADINGS = "year-headings"
    ARITHMETIC = "arithmetic"
    PERCENTAGES = "percentages"
    RATES = "rates"
    PARTS = "parts"
    STATED_TWICE = "stated-twice"
    NUMBERING = "numbering"
    PAGE_RANGES = "page-ranges"
    WEEKDAYS = "weekdays"
    MALFORMED = "malformed"


class Counted(StrEnum):
    """What a check counts when it says how much it looked at. Only figures are evidence that a paper adds up."""

    FIGURE = "figure"
    PARAGRAPH = "paragraph number"
    LIST = "list number"
    RANGE = "page range"
    WEEKDAY = "weekday"
    YEAR = "year heading"

    @property
    def when_right(self) -> str:
        """What is said of those that are as they should be: "98 paragraph numbers in order"."""
        return "right" if self in (Counted.WEEKDAY, Counted.RANGE) else "in order"


class Explained(Struct, frozen=True, kw_only=True):
    """What a check compares, the message that a real mistake gave, and what it counts."""

    compares: str
    example: str
    counts: Counted = Counted.FIGURE


EXPLAINED: dict[Check, Explained] = {
    Check.COLUMN_TOTALS: Explained(
        compares="A printed total with the rows that it is the total of, sub-totals included, where other columns of "
        "the table bear that out; hidden figures within the bounds of the legend.",
        example="Total, EWEL credits: printed 78, 5 + 7.5 + 12 + 16 + 10 + 10 = 60.5 (17.5 too much)",
    ),
    Check.ROW_TOTALS: Explained(
        compares="A column of totals with the columns that it is the total of, where other rows bear that out.",
        example="South, TOTAL: printed 19, 9 + 8 = 17 (2 too much)",
    ),
    Check.SHARES: Explained(
        compares="Shares, rates, averages and prices of a table with the figures that other rows or columns show them "
        "to be worked out from.",
        example="% agreed, 2021: printed 73%, 19 of 21 is 90.48 %",
    ),
    Check.CHANGES: Explained(
        compares="A change in a table with the two figures that other rows show it to be between; changes in a "
        "sentence with the two figures.",
        example="early years SEND support: printed +63%, 44 to 72 is 63.64 % (cut off, not rounded)",
    ),
    Check.RATINGS: Explained(
        compares="Red, amber and green, in words, with the figures beside them, by the tolerance of the printed key.",
        example="5.2 (amber): 5.6 is 7.7 % worse than 5.2, by the key that is red",
    ),
    Check.YEAR_HEADINGS: Explained(
        compares="Academic years in headings with the years beside them, and in sentences with those of the paper.",
        example="the column heading 2019/21 stands between 2018/19 and 2020/21",
        counts=Counted.YEAR,
    ),
    Check.ARITHMETIC: Explained(
        compares="Sums, products, averages and lengths of time that a paper writes out or that a table's rows follow.",
        example="£9032 / 190 = 47.5368, printed £47.53 (cut off, not rounded)",
    ),
    Check.PERCENTAGES: Explained(
        compares="A percentage in a sentence with the numbers that it is given with.",
        example="69 percent (17,100): 17,100 of 31,460 is 54.35 %",
    ),
    Check.RATES: Explained(
        compares="A rate per so many with the count and the base that stand beside it.",
        example="48 per 10,000 (50 of 12,000): 50 of 12,000 is 41.67 per 10,000",
    ),
    Check.PARTS: Explained(
        compares="The parts that a sentence divides a number into with that number, and a list with the number of "
        "things that it is said to have.",
        example="the parts of the 26 pupils are 11 + 9 + 7 = 27 (1 too many)",
    ),
    Check.STATED_TWICE: Explained(
        compares="The same quantity in two places, where subject, unit, period and place agree; figures in prose with "
        "the table that they are taken from; figures that are a slip of another in the same words.",
        example="431 tenants aged over 70 here, 432 on page 267",
    ),
    Check.NUMBERING: Explained(
        compares="The numbers of paragraphs and of lists with their order.",
        example="paragraph 131 stands between 9 and 10",
        counts=Counted.PARAGRAPH,
    ),
    Check.PAGE_RANGES: Explained(
        compares="The page ranges of the front sheet with the pages of the items.",
        example="front sheet: item 6 (Pages 15 - 228); found pages 15 - 226",
        counts=Counted.RANGE,
    ),
    Check.WEEKDAYS: Explained(
        compares="The weekday of a date with the calendar.",
        example="Thursday 11 March 2022 was a Friday",
        counts=Counted.WEEKDAY,
    ),
    Check.MALFORMED: Explained(
        compares="The way figures are printed: doubled signs, commas for points, spaces in numbers.",
        example="££9777 is read as £9777",
    ),
}


class Checked(Struct, frozen=True, kw_only=True):
    """One figure that was looked at, by a generic check or by one of a family. `working` says how; of one that cannot
    be checked, why. `finding` stands where it does not agree."""

    check: str
    status: Status
    printed: str
    expected: str | None = None
    working: str
    quote: Quote
    finding: Finding | None = None


class PlacedTable(Struct, frozen=True, kw_only=True):
    """A table as it is understood, with the way to quote its cells."""

    measured: "MeasureTable"
    quote: "Callable[[Cell], Quote]"

    @property
    def table(self) -> "TableRead":
        """The table as it stands."""
        return self.measured.table
