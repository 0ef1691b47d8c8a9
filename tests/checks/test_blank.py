"""A total that holds what lines come to which have no figure in its column."""

import pytest

from scrutiny.checks import balances
from scrutiny.checks.balances import check_balances
from tests.checks import Rows, placed


def found(rows: Rows) -> list[tuple[str, str, str | None]]:
    checked = check_balances([placed(rows, "Table 1: Works (£000)")])
    return [(each.status.value, each.printed, each.expected) for each in checked if each.finding]


def works(lost: dict[str, str], total: str) -> Rows:
    rows = [
        ["Works", "2023/24", "2024/25", "Later", "Total"], ["Quay wall", "412", "366", "91", "869"],
        ["Slipway", "138", "0", "27", "165"], ["Lamps", "74", "58", "0", "132"], ["Cranes", "605", "217", "40", "862"],
        ["Fenders", "42", "0", "0", "42"], ["Ladders", "17", "49", "0", "66"],
    ]  # fmt: skip
    kept = [[*row[:4], lost.get(row[0], row[4])] for row in rows]
    return [*kept, ["All works", "1,288", "690", "158", total]]


def test_a_total_that_holds_rows_without_a_figure_there_is_a_warning() -> None:
    for lost, adds in (({"Fenders": ""}, "2,094"), ({"Fenders": "", "Ladders": ""}, "2,028")):
        assert found(works(lost, "2,136")) == [("warning", "2,136", adds)]


def test_nothing_is_said_where_a_second_reading_finds_other_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(balances, "reads_the_same", lambda _table, _cells: False)
    assert found(works({"Fenders": ""}, "2,136")) == []


def test_a_total_without_them_or_with_all_is_silent_or_wrong_in_itself() -> None:
    assert found(works({}, "2,136")) == []
    # the row's figure is blank and the total leaves it out as well: then the total is no sum of its row
    assert all(
        printed != "2,094" or status != "warning" for status, printed, _ in found(works({"Fenders": ""}, "2,094"))
    )
    # what is missing does not come to the gap
    assert ("warning", "2,190", "2,094") not in found(works({"Fenders": ""}, "2,190"))
