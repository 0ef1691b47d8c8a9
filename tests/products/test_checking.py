"""What a family finds wrong, and what the generic checks of tables say of figures that are held against it."""

from scrutiny.checks.model import Check, Checked
from scrutiny.figures.verdicts import Status
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.products.checking import _once
from tests.checks import quote


def wrong(check: str, printed: str, expected: str, working: str, page: int = 1) -> Checked:
    own = quote(printed, page)
    finding = Finding(
        code=FindingCode.CHANGE_MISMATCH, severity=Severity.ERROR, message=working, printed=printed, expected=expected,
        quotes=(own,), hint=None,
    )  # fmt: skip
    return Checked(
        check=check,
        status=Status.ERROR,
        printed=printed,
        expected=expected,
        working=working,
        quote=own,
        finding=finding,
    )


def test_a_figure_of_a_table_is_not_held_against_one_that_a_family_finds_wrong() -> None:
    cost = wrong("costs", "1,525,624", "1,552,624", "34 x 37 x 1,234.20 = 1,552,623.60")
    gap = wrong(Check.CHANGES, "127,624", "100,624", "1,425,000 to 1,525,624 is 100,624")
    assert _once([gap, cost]) == [cost]


def test_what_is_held_against_other_figures_or_stands_elsewhere_is_heard() -> None:
    cost = wrong("costs", "1,525,624", "1,552,624", "34 x 37 x 1,234.20 = 1,552,623.60")
    other = wrong(Check.CHANGES, "87,870", "88,870", "1,300,000 to 1,388,870 is 88,870")
    longer = wrong(Check.CHANGES, "9,100", "9,010", "11,525,624 to 11,534,634 is 9,010")
    elsewhere = wrong(Check.CHANGES, "127,624", "100,624", "1,425,000 to 1,525,624 is 100,624", page=2)
    assert _once([cost, other, longer, elsewhere]) == [cost, other, longer, elsewhere]


def test_a_figure_of_two_digits_may_stand_in_another_sum_by_chance() -> None:
    panel = wrong("exclusions", "12", "13", "5 + 8 = 13")
    other = wrong(Check.COLUMN_TOTALS, "61", "60", "12 + 48 = 60")
    assert _once([panel, other]) == [panel, other]
