"""Tables without drawn lines: every cell in its row and column, blanks where they stand, and nothing taken for one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny.tables import Strategy
from tests.builders.paper import MARGIN, PackBuilder
from tests.tables.test_ruled import paper, read

figures = st.one_of(
    st.just(""),
    st.from_regex(r"[1-9][0-9]{0,2}(,[0-9]{3})?(\.[0-9])?%?", fullmatch=True),
    st.sampled_from(["na", "-", "*", "(12)", "££9", "–", "<5", "9500*", "0"]),
)
counts = st.integers(1, 999).map(str)


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    """Rows of figures, some blank; two in every column and two in two rows, without which no column is seen."""
    width = draw(st.integers(2, 6))
    rows = draw(st.lists(st.lists(figures, min_size=width, max_size=width), min_size=1, max_size=9))
    full = draw(st.lists(st.lists(counts, min_size=width, max_size=width), min_size=2, max_size=3))
    return [full[0], *rows, *full[1:]]


@given(grids())
@settings(max_examples=60, deadline=None)
def test_every_cell_is_read_where_it_stands(rows: list[list[str]]) -> None:
    header = ["School", *(f"Head {n}" for n in range(len(rows[0])))]
    body = [[f"School {index}", *row] for index, row in enumerate(rows)]
    builder = paper()
    builder.para("The figures for each school stand below, as they were given by the schools themselves this term.")
    builder.table([header, *body], [90, *[60] * len(rows[0])], ruled=False)
    builder.para("They were asked for in September and again in October, because not all of them had answered.")
    (table,) = read(builder)
    assert table.strategy is Strategy.ALIGNED
    assert [cell.text for cell in table.header] == header
    assert [list(row) for row in table.texts()] == body


@pytest.mark.parametrize("anchor", ["left", "right", "middle"])
def test_figures_may_share_either_edge_or_their_middle(anchor: str) -> None:
    builder = paper()
    rows = [
        ("Year group", "2019/20", "2020/21"),
        ("Year 7", "1,021", "7"),
        ("Year 8", "12", "940"),
        ("Year 9", "3", ""),
    ]
    draw = {
        "left": builder.canvas.drawString, "right": builder.canvas.drawRightString,
        "middle": builder.canvas.drawCentredString,
    }[anchor]  # fmt: skip
    for at, row in enumerate(rows):
        builder.line(row[0], y=700 - 16 * at, size=10)
        for column, text in enumerate(row[1:]):
            draw(MARGIN + 150 + 80 * column, 700 - 16 * at, text)
    (table,) = read(builder)
    assert table.texts() == tuple(rows[1:])


@pytest.mark.parametrize("ruled", [False, True])
def test_headings_may_be_set_to_the_left_over_figures_set_to_the_right(ruled: bool) -> None:
    """As a spreadsheet sets them: no heading lies over the figures of its column."""
    builder = paper()
    rows = [("", "2019/20", "2020/21"), ("Year 7", "1", "7"), ("Year 8", "12", "0"), ("All", "13", "7")]
    for at, row in enumerate(rows):
        builder.line(row[0], y=700 - 16 * at, size=10)
        for column, text in enumerate(row[1:]):
            place = MARGIN + 150 + 100 * column
            if at:
                builder.canvas.drawRightString(place + 95, 700 - 16 * at, text)
            else:
                builder.canvas.drawString(place, 700, text)
    for y in (695, 647) if ruled else ():
        builder.canvas.line(MARGIN - 5, y, MARGIN + 350, y)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == list(rows[0])
    assert table.texts() == tuple(rows[1:])


def test_labels_and_headings_of_two_lines() -> None:
    builder = paper()
    for y, cells in (
        (700, ("", "Panel cases", "Number")),
        (688, ("School", "discussed", "of PEX")),
        (670, ("Ash Lane", "12", "3")),
        (654, ("Brook Street Church of", "", "")),
        (642, ("England Academy", "7", "1")),
        (626, ("Total", "19", "4")),
    ):
        for x, text in zip((MARGIN, MARGIN + 160, MARGIN + 240), cells, strict=True):
            if text:
                builder.line(text, x=x, y=y, size=10)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == ["School", "Panel cases discussed", "Number of PEX"]
    assert table.texts() == (
        ("Ash Lane", "12", "3"), ("Brook Street Church of England Academy", "7", "1"), ("Total", "19", "4"),
    )  # fmt: skip


def test_the_label_of_the_last_row_may_run_on() -> None:
    for last, behind in (("Valley Grammar School", "Grammar School"), ("Valley Grammar", "Note"), ("Valley", "North")):
        builder = paper()
        rows = [["School", "2031", "2032"], ["Ash Hill School", "31", "42"], ["Elm Wood School", "53", "47"]]
        builder.table([*rows, [last, "68", "59"]], [76, 60, 60], ruled=False)
        if behind not in last:
            builder.para(behind)
        (table,) = read(builder)
        assert table.texts()[-1][0] == last


def test_a_column_without_figures_stays_in_its_place() -> None:
    builder = paper()
    rows = [
        ["School", "Cases", "Closed well", "PEX"],
        ["Ash", "12", "", "3"],
        ["Elm", "7", "", "1"],
        ["Oak", "4", "", "0"],
    ]
    builder.table(rows, [90, 70, 90, 60], ruled=False)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == rows[0]
    assert [list(row) for row in table.texts()] == rows[1:]


def test_a_heading_of_years_is_no_row() -> None:
    builder = paper()
    rows = [
        ["Requests", "2020", "2021"],
        ["Early years", "117", "136"],
        ["Post-16", "12", "19"],
        ["Total", "129", "155"],
    ]
    builder.table(rows, [90, 70, 60], ruled=False)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == rows[0]


def test_a_heading_of_two_lines_may_hold_numbers() -> None:
    """ "10", "11" and "schools" below "Year", "Year" and "Special" are no row without a label."""
    builder = paper()
    builder.table(
        [["Measure", "Year\n10", "Year\n11", "Special\nschools"], ["PEX", "4", "6", "0"], ["Suspensions", "94", "12", "2"],
         ["Moves", "3", "1", "0"]],
        [110, 60, 60, 60], ruled=False,
    )  # fmt: skip
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == ["Measure", "Year 10", "Year 11", "Special schools"]
    assert len(table.rows) == 3


def test_a_table_that_runs_over_the_page_is_one() -> None:
    rows = [["School", "Cases", "PEX"], *([f"School {n}", str(n), str(n % 7)] for n in range(60))]
    builder = paper()
    builder.table(rows[:41], [150, 80, 80], ruled=False)
    builder.new_page()
    builder.table([rows[0], *rows[41:]], [150, 80, 80], ruled=False)
    (table,) = read(builder)
    assert table.pages == (1, 2)
    assert [list(row) for row in table.texts()] == rows[1:]


def contents_page(builder: PackBuilder) -> None:
    for page, title in enumerate(("Introduction", "Background", "Findings", "Recommendations"), start=3):
        builder.line(f"{title} {'.' * 60} {page}")


def numbered_prose(builder: PackBuilder) -> None:
    for number in range(1, 9):
        builder.para(
            f"In {2010 + number} there were {number * 7} of them, and the year after {number * 9}", number=f"{number}."
        )


def chart(builder: PackBuilder) -> None:
    for at in range(6):
        builder.line(str(100 - 20 * at), x=MARGIN, y=700 - 40 * at, size=8)
        builder.line(str(12 + at), x=MARGIN + 60 + 40 * at, y=690 - 30 * at, size=8)
        builder.line(f"20{14 + at}", x=MARGIN + 60 + 40 * at, y=480, size=8)


def sums(builder: PackBuilder) -> None:
    for year in range(19, 25):
        builder.line(f"20{year}-{year + 1}", size=10)
        builder.line(f"190 days x £{year * 5}", x=MARGIN + 90, y=builder.y, size=10)
        builder.line(f"= £{190 * year * 5:,}", x=MARGIN + 220, y=builder.y, size=10)


def attendance(builder: PackBuilder) -> None:
    for name in ("Councillor A Ash", "Councillor B Beech", "Councillor C Cedar", "Councillor D Dogwood"):
        builder.line(name)
        builder.line("Chair", x=MARGIN + 200, y=builder.y)


@pytest.mark.parametrize("draw", [contents_page, numbered_prose, chart, sums, attendance])
def test_what_is_no_table(draw: object) -> None:
    builder = paper()
    assert callable(draw)
    draw(builder)
    assert read(builder) == ()


def test_a_heading_of_two_lines_in_the_middle_of_its_height_stands_over_one_column() -> None:
    builder = paper()
    heads = (("School",), ("Cases", 700), ("Pupils", 705, "suspended", 695), ("Referrals", 700))
    for column, (first, *rest) in enumerate(heads):
        for text, y in zip((first, *rest[1::2]), rest[::2] or (700,), strict=True):
            if column:
                builder.canvas.drawCentredString(MARGIN + 80 + 80 * column, float(y), str(text))
            else:
                builder.line(str(first), y=700, size=10)
    for at, row in enumerate(
        [("Elm", "412", "147", "310"), ("Fir", "230", "112", "195"), ("Oak", "188", "103", "221")]
    ):
        builder.line(row[0], y=675 - 16 * at, size=10)
        for column, figure in enumerate(row[1:], start=1):
            builder.canvas.drawCentredString(MARGIN + 80 + 80 * column, 675 - 16 * at, figure)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == ["School", "Cases", "Pupils suspended", "Referrals"]
