"""Room `tables`: tables that are true raise no alarm, and an error that the rest of its table proves is named.

The share and the number of tables can be raised: `python -m tests.tables.test_balance 10000`.
"""

import random
import sys

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


if __name__ == "__main__":
    wrong, sown, seen = run(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    print(f"{len(wrong)} false alarms; {seen} of {sown} planted errors found ({100 * seen / max(1, sown):.1f} %)")
    print("\n".join(wrong[:20]))
