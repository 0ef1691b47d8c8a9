"""Room `tables`: tables that are true raise no alarm, and an error that the rest of its table proves is named.

The share and the number of tables can be raised: `python -m tests.tables.test_balance 10000`.
"""

import random
import sys

import pytest

from scrutiny.checks import Checked, Status
from tests.builders.tables import make, plant
from tests.checks import Rows, check_tables, placed

TABLES = 100
"""Tables in the test suite; the full run makes 10,000."""

ENOUGH = 0.95
ALARMS = (Status.ERROR, Status.WARNING)


def alarms(rows: Rows, caption: str, text: str) -> list[Checked]:
    table = placed(rows, caption, text)
    return [each for each in check_tables([table]) if each.status in ALARMS]


def run(count: int, seed: int = 16) -> tuple[list[str], int, int]:
    """False alarms on true tables, errors planted, and errors found."""
    dice = random.Random(seed)
    false, planted, found = [], 0, 0
    for _ in range(count):
        made = make(dice)
        false += [
            f"{each.finding.message if each.finding else ''} in {made.caption} {made.rows}"
            for each in alarms(made.rows, made.caption, made.text)
        ]
        change = plant(made, dice)
        if change is None:
            continue
        rows, _, after = change
        planted += 1
        here = alarms(rows, made.caption, made.text)
        found += any(each.printed == after or after in each.working for each in here)
    return false, planted, found


def test_true_tables_raise_no_alarm_and_planted_errors_are_found() -> None:
    false, planted, found = run(TABLES)
    assert false == []
    assert found >= ENOUGH * planted, f"{found} of {planted}"


NET: Rows = [
    ["Team", "Gross £", "Grant £", "Net £"],
    ["North", "41,300", "2,750", "38,550"],
    ["South", "52,180", "4,120", "48,060"],
    ["West", "37,940", "1,910", "37,030"],
    ["All teams", "131,420", "8,780", "123,640"],
]
"""The net amount of West is 1,000 too much, and with it that of all teams."""


@pytest.mark.parametrize("turned", [False, True])
def test_an_error_that_a_total_carries_on_is_told_once_and_where_it_was_made(turned: bool) -> None:
    rows = [list(row) for row in zip(*NET, strict=True)] if turned else NET
    (found,) = alarms(rows, "", "")
    assert (found.printed, "41,300" in found.working) == ("37,030", False)
    assert "37,940" in found.working


def test_a_total_that_is_wrong_by_something_else_is_told_too() -> None:
    rows = [*NET[:-1], ["All teams", "131,420", "8,780", "124,640"]]
    assert {"37,030", "124,640"} >= {each.printed for each in alarms(rows, "", "")} > set()


@pytest.mark.parametrize("heading", ["Net £", "Balance £", "Left to spend £"])
@pytest.mark.parametrize("last", ["36,030", "36,031", "35,030"])
def test_what_is_left_is_told_only_where_two_rows_show_how_it_is_worked_out(heading: str, last: str) -> None:
    rows = [["Team", "Gross £", "Grant £", heading], *NET[1:2], ["West", "37,940", "1,910", last]]
    assert alarms(rows, "", "") == []


FLOW: Rows = [
    ["Month", "Held before", "Came in", "Went out", "Held after"],
    ["January", "131", "47", "52", "126"],
    ["February", "126", "38", "61", "103"],
    ["March", "103", "59", "33", "129"],
    ["The winter", "131", "144", "146", "129"],
]
"""An account that goes on from month to month, in words that no list has."""


@pytest.mark.parametrize("turned", [False, True])
def test_a_wrong_figure_of_an_account_is_told_by_what_goes_on_in_the_next_place(turned: bool) -> None:
    def told(rows: Rows) -> list[str]:
        return [
            each.printed for each in alarms([list(row) for row in zip(*rows, strict=True)] if turned else rows, "", "")
        ]

    assert told(FLOW) == []
    for row, column, wrong in ((4, 3, "164"), (4, 2, "141"), (2, 3, "16"), (3, 2, "95")):
        rows = [list(each) for each in FLOW]
        rows[row][column] = wrong
        assert told(rows) == [wrong], (row, column)


if __name__ == "__main__":
    wrong, sown, seen = run(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    print(f"{len(wrong)} false alarms; {seen} of {sown} planted errors found ({100 * seen / max(1, sown):.1f} %)")
    print("\n".join(wrong[:20]))
