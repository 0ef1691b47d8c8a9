"""Room `checks`: from a printed figure and what it should be to a verdict.

First rounding half up, then cutting off (a warning that says so), then nothing fits (an error). Where the wording
makes a figure rough ("around", "almost"), what it allows is as wide.
"""

from collections.abc import Sequence
from decimal import Decimal

from scrutiny.checks.model import Check, Checked
from scrutiny.figures import Figure, Interval
from scrutiny.figures.verdicts import CUT, Status, compare, decimal, exactly, plain
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.sources import Quote

__all__ = ["CODES", "cannot", "decimal", "exactly", "judged", "short", "verdict"]

CODES = {
    Check.COLUMN_TOTALS: FindingCode.TOTAL_MISMATCH,
    Check.ROW_TOTALS: FindingCode.TOTAL_MISMATCH,
    Check.SHARES: FindingCode.PERCENT_MISMATCH,
    Check.PERCENTAGES: FindingCode.PERCENT_MISMATCH,
    Check.CHANGES: FindingCode.CHANGE_MISMATCH,
    Check.RATINGS: FindingCode.RATING_MISMATCH,
    Check.YEAR_HEADINGS: FindingCode.YEAR_HEADING,
    Check.ARITHMETIC: FindingCode.ARITHMETIC_MISMATCH,
    Check.RATES: FindingCode.RATE_MISMATCH,
    Check.PARTS: FindingCode.PARTS_MISMATCH,
    Check.STATED_TWICE: FindingCode.STATED_TWICE,
    Check.WEEKDAYS: FindingCode.WEEKDAY_MISMATCH,
    Check.MALFORMED: FindingCode.MALFORMED_FIGURE,
}
"""The code of the findings of each check; the others hand on findings that have one already."""


def verdict(printed: Figure, true: Interval, *, allowed: Interval | None = None) -> Status:
    """Whether a printed figure can stand for what is true: `allowed` widens it where the wording does."""
    status = compare(printed, true, working="", allowed=allowed).status
    return Status.OK if status is Status.NOT_CHECKABLE else status


def judged(
    check: Check,
    status: Status,
    *,
    printed: str,
    expected: str | None,
    working: str,
    message: str,
    quotes: Sequence[Quote],
    worded: bool = False,
    code: FindingCode | None = None,
) -> Checked:
    """A check with its finding, where there is one. `worded` says that the message already tells what was cut off;
    `code` is given where the finding is not the one that the check has as a rule."""
    finding = None
    unrounded = (Check.MALFORMED, Check.YEAR_HEADINGS, Check.NUMBERING)
    if status in (Status.ERROR, Status.WARNING, Status.NOTE):
        finding = Finding(
            code=code or CODES[check],
            severity=Severity(status.value),
            message=message + (CUT if status is Status.WARNING and check not in unrounded and not worded else ""),
            printed=printed,
            expected=expected,
            quotes=tuple(quotes),
        )
    return Checked(
        check=check,
        status=status,
        printed=printed,
        expected=expected,
        working=working,
        quote=quotes[0],
        finding=finding,
    )


def cannot(check: Check, printed: str, why: str, quote: Quote) -> Checked:
    """A figure that cannot be checked, and why."""
    return Checked(check=check, status=Status.NOT_CHECKABLE, printed=printed, working=why, quote=quote)


def short(value: Decimal, places: int = 2) -> str:
    """A figure for a message: rounded to two places, without needless zeros."""
    return plain(value, places)
