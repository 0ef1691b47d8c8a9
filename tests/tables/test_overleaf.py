"""Tables that go on on the next page, and tables there that only look like the rest of one."""

from itertools import product

from tests.builders.paper import MARGIN
from tests.tables.test_ruled import paper, read

HEADING = ["Depot", "Bought", "Sold"]
FIRST = [[f"{name} yard", f"{210 + 31 * at}", f"{640 - 17 * at}"] for at, name in enumerate(["Ash", "Birch", "Cedar"])]
REST = [[f"{name} yard", f"{433 + 19 * at}", f"{155 + 53 * at}"] for at, name in enumerate(["Fir", "Larch", "Rowan"])]
WIDTHS = [150.0, 80.0, 80.0]


def pages(
    above: tuple[list[str], list[str]], rows: tuple[list[list[str]], list[list[str]]], *, ruled: bool, moved: float = 0
) -> list[tuple[int, ...]]:
    """The pages of the tables that are read on two pages with these lines and rows: the first fills its page."""
    builder = paper()
    for at in (0, 1):
        if at:
            builder.new_page()
            builder.canvas.translate(moved, 0)
        for text in above[at]:
            left, _, right = text.partition("\t")
            builder.line(left, size=9)
            builder.canvas.drawRightString(builder.width - MARGIN, builder.y, right)
        builder.gap(16)
        fill = [[f"Store {chr(65 + n)}", str(311 + 7 * n), str(997 - 13 * n)] for n in range(34 if not at else 0)]
        builder.table([*rows[at][:1], *fill, *rows[at][1:]], WIDTHS, ruled=ruled)
    return [table.pages for table in read(builder)]


def test_titles_and_page_numbers_that_both_pages_have_part_no_table() -> None:
    """What stands over each page alike is none of the table's; nor is it that it goes on, or a page's number."""
    heads = [
        ([], []),
        (["Report of the yards", "Budget 2031/32"], ["Report of the yards", "Budget 2031/32"]),
        (["Yards, 4 May 2031\t8"], ["Yards, 4 May 2031\t9"]),
        (["Page 8 of 12"], ["Page 9 of 12"]),
        (["Table 4: what was sold"], ["Table 4: what was sold (continued)"]),
        (["One", "Two", "Three", "Four", "Table 4"], ["One", "Two", "Three", "Four", "Table 4 - continued"]),
    ]
    for above, again, ruled, moved in product(heads, (True, False), (True, False), (0.0, 24.0)):
        rows = ([HEADING, *FIRST], [*([HEADING] if again else []), *REST])
        if not again and ("\t" in "".join(above[0]) or above[0] == above[1] != []):
            continue  # a line of figures right over figures may be their heading; a title that of another table
        assert pages(above, rows, ruled=ruled, moved=moved if ruled else 0.0) == [(1, 2)], (above, again, ruled, moved)


def test_a_year_a_number_or_another_heading_parts_two_tables() -> None:
    twins = [
        ((["Sales 2031/32"], ["Sales 2032/33"]), HEADING),
        ((["Table 4"], ["Table 5"]), HEADING),
        ((["SALES OF 2031"], ["SALES OF 2032"]), HEADING),
        ((["Yards"], ["Yards", "Quays"]), HEADING),
        (([], []), ["Depot", "Hired", "Let"]),
        ((["Yards", "One", "Two", "Three"], ["Yards", "One", "Two", "Four"]), HEADING),
    ]
    for (above, heading), ruled in product(twins, (True, False)):
        assert pages(above, ([HEADING, *FIRST], [heading, *REST]), ruled=ruled) == [(1,), (2,)], (above, ruled)
    title = ["Yards", "One", "Two", "Three", "Four"]
    for rows in (([HEADING, *FIRST], REST), (FIRST, REST)):
        assert pages((title, title), rows, ruled=True) == [(1,), (2,)]


def test_a_form_that_is_filled_in_anew_is_another_one() -> None:
    def form(*words: str) -> list[list[str]]:
        return [["Item", words[0], ""], ["Ward", words[1], ""], ["Reason", words[2], ""], ["Cost", "none", ""]]

    rows = (form("Quay wall", "Harbour", "It leans"), form("Ferry slip", "Marsh", "It is worn"))
    head = ["Decisions of the yards", "One", "Two", "Three"]
    assert pages((head, head), rows, ruled=True) == [(1,), (2,)]


def test_a_row_of_figures_is_no_heading_of_a_drawn_table() -> None:
    """Its headings stand on the page before, or over it without a line: it is a row like the others."""
    for first, headed in (
        (["Ash yard", "1,210", "640"], False),
        (["", "0.4", "1.7"], False),
        (["Depot", "2031", "2032"], True),
        (["Case", "1", "2"], True),
        (["Depot", "Bought", "640"], True),
    ):
        builder = paper()
        builder.table([first, *REST, *FIRST], WIDTHS)
        (table,) = read(builder)
        assert [cell.text for cell in table.header] == (first if headed else ["", "", ""])
        assert len(table.rows) == len([*REST, *FIRST]) + (not headed)
        assert len(table.grid) == len(table.kinds) == len(table.rows) + headed
