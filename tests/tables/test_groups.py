"""Groups of rows: a column of them beside their members, and rows that are the totals of those beside them."""

from scrutiny.sources import Box
from scrutiny.tables import Cell, TableRead
from scrutiny.tables.groups import find_blocks, group_columns
from scrutiny.tables.measure import MeasureTable, measure_table
from scrutiny.tables.model import Strategy

Rows = list[list[str]]
BOX = Box(left=0, top=0, right=1, bottom=1)
HEAD = ["Area", "School", "Cases", "Moves"]
ONCE: Rows = [
    ["North", "Elm School", "4", "2"], ["", "Fir School", "5", "1"], ["South", "Oak School", "7", "3"],
    ["", "Yew School", "2", "6"],
]  # fmt: skip


def measured(header: list[str], rows: Rows) -> MeasureTable:
    cells = [tuple(Cell(text=text, box=BOX, page=1) for text in row) for row in (header, *rows)]
    table = TableRead(
        caption=None, header=cells[0], rows=tuple(cells[1:]), pages=(1,), strategy=Strategy.RULED, box=BOX
    )
    return measure_table(table)


def test_a_group_is_known_wherever_and_however_often_it_is_printed() -> None:
    again = [[name, *row[1:]] for name, row in zip(("North", "North", "South", "South"), ONCE, strict=True)]
    right = [[row[1], row[0], *row[2:]] for row in again]
    totals = [*ONCE[:2], ["", "Total", "9", "3"], *ONCE[2:], ["South total", "", "9", "9"], ["Shire", "", "18", "12"]]
    for header, rows in ((HEAD, ONCE), (HEAD, again), (["School", "Area", *HEAD[2:]], right), (HEAD, totals)):
        table = measured(header, rows)
        (column,) = group_columns(table)
        own = {member: name for name, member in zip(column.names, column.members, strict=True)}
        assert column.heading == "Area"
        assert {own[name] for name in ("Elm School", "Fir School")} == {"North"}
        assert {own[name] for name in ("Oak School", "Yew School")} == {"South"}


def test_a_name_that_may_stand_in_the_middle_of_its_rows_tells_no_groups() -> None:
    centred = [["", *ONCE[0][1:]], ["North", *ONCE[1][1:]], *ONCE[2:]]
    between = [["North", "Elm School", "4", "2"], ["South", "", "", ""], *ONCE[2:]]
    towns = [[town, *row[1:]] for town, row in zip("ABCD", ONCE, strict=True)]
    for rows in (centred, between, towns):
        assert list(group_columns(measured(HEAD, rows))) == []


def test_rows_that_are_the_totals_of_those_beside_them_are_told_by_the_figures() -> None:
    above: Rows = [
        ["North", "9", "3"], ["Elm", "4", "2"], ["Fir", "5", "1"], ["South", "19", "9"], ["Oak", "7", "3"],
        ["Yew", "12", "6"],
    ]  # fmt: skip
    head = ["", *HEAD[2:]]
    held = {0: range(1, 3), 3: range(4, 6)}
    assert find_blocks(measured(head, above)) == held
    assert find_blocks(measured(head, [*above, ["Shire", "28", "12"]])) == held
    below = [*above[1:3], above[0], *above[4:], above[3]]
    assert find_blocks(measured(head, below)) == {2: range(2), 5: range(3, 5)}
    assert find_blocks(measured(head, [["North", "9", "4"], *above[1:]])) == {}
    hidden = [[row[0], "*", "*"] for row in above]
    assert find_blocks(measured(head, hidden)) == {}


def test_a_total_may_be_outgrown_on_the_way_where_something_is_taken_away() -> None:
    head = ["Area", "Cases", "Net"]
    taken: Rows = [
        ["North", "9", "2"], ["Elm", "4", "6"], ["Fir", "5", "-4"], ["South", "9", "7"], ["Oak", "7", "9"],
        ["Yew", "2", "-2"],
    ]  # fmt: skip
    assert find_blocks(measured(head, taken)) == {0: range(1, 3), 3: range(4, 6)}
    assert find_blocks(measured(head, taken[::-1])) == {2: range(2), 5: range(3, 5)}
    for hidden in (0, 3):
        some = [[*row[:2], "*"] if at > hidden else row for at, row in enumerate(taken)]
        assert find_blocks(measured(head, some)) == {}
