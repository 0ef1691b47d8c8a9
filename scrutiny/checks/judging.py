"""Room `checks`: from what came of a comparison to what is said of it, and the code that it has."""

from scrutiny.checks.model import Check, Checked
from scrutiny.figures.verdicts import CUT, Status
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.sources import Quote

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


def judged(
    check: Check, status: Status | bool, *quotes: Quote, printed: str, expected: str | None = None, working: str,
    message: str, worded: bool = False, code: FindingCode | None = None,
) -> Checked:  # fmt: skip
    """A check with its finding, where there is one. `status` may be whether the figure is right; the first of the
    quotes is where it stands. `worded` says that the message already tells what was cut off; `code` is given where the
    finding is not the one that the check has as a rule."""
    if isinstance(status, bool):
        status = Status.OK if status else Status.ERROR
    finding = None
    unrounded = (Check.MALFORMED, Check.YEAR_HEADINGS, Check.NUMBERING)
    if status in (Status.ERROR, Status.WARNING, Status.NOTE):
        cut = CUT if status is Status.WARNING and check not in unrounded and not worded else ""
        finding = Finding(
            code=code or CODES[check], severity=Severity(status.value), message=message + cut, printed=printed,
            expected=expected, quotes=quotes,
        )  # fmt: skip
    return Checked(
        check=check, status=status, printed=printed, expected=expected, working=working, quote=quotes[0],
        finding=finding,
    )  # fmt: skip


def cannot(check: Check, printed: str, why: str, quote: Quote) -> Checked:
    """A figure that cannot be checked, and why."""
    return Checked(check=check, status=Status.NOT_CHECKABLE, printed=printed, working=why, quote=quote)
