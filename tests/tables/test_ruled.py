"""Tables drawn with lines: every cell in its row and column, blanks where they stand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny.tables import TableRead, find_tables
from tests.builders.paper import MARGIN, PackBuilder
from tests.builders.reading import drawn


def read(builder: PackBuilder) -> tuple[TableRead, ...]:
    with drawn(builder.data()) as pdf:
        return find_tables(pdf.pages())


def paper() -> PackBuilder:
    builder = PackBuilder(numbers=False)
    builder.new_page()
    return builder


cells = st.one_of(
    st.just(""),
    st.from_regex(r"[1-9][0-9]{0,2}(,[0-9]{3})?(\.[0-9])?%?", fullmatch=True),
    st.sampled_from(["na", "-", "*", "(12)", "££9", "–"]),
)


@given(st.integers(2, 6).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=9)))
@settings(max_examples=40, deadline=None)
def test_every_cell_is_read_where_it_stands(rows: list[list[str]]) -> None:
    width = len(rows[0])
    header = [f"Head {n}" for n in range(width)]
    body = [[f"Row {index}", *row[1:]] for index, row in enumerate(rows)]
    builder = paper()
    builder.table([header, *body], [70] * width)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == header
    assert [list(row) for row in table.texts()] == body


def test_wrapped_cells_captions_and_two_tables_on_a_page() -> None:
    builder = paper()
    builder.heading("Appendix 2 Exclusions")
    builder.table(
        [["School", "Number of\nreferrals"], ["A school whose name is long enough to be wrapped", "4"]], [120, 70]
    )
    builder.heading("Outcomes")
    builder.table([["Outcome", "%"], ["Advice - only", "13.2"]], [120, 70])
    first, second = read(builder)
    assert (first.caption, second.caption) == ("Appendix 2 Exclusions", "Outcomes")
    assert first.header[1].text == "Number of referrals"
    assert first.texts() == (("A school whose name is long enough to be wrapped", "4"),)
    assert second.texts() == (("Advice - only", "13.2"),)


def test_a_landscape_page() -> None:
    builder = PackBuilder(numbers=True)
    builder.new_page(landscape=True)
    builder.table([["School", "PEX", "Cost"], ["Ash Lane", "", "22,000"], ["Total", "3", ""]], [150, 80, 80], size=6)
    (table,) = read(builder)
    assert table.texts() == (("Ash Lane", "", "22,000"), ("Total", "3", ""))


def test_a_table_that_runs_over_the_page_is_one() -> None:
    builder = paper()
    rows = [["School", "PEX"], *([f"School {n}", str(n)] for n in range(60))]
    builder.table(rows[:41], [150, 80])
    builder.new_page()
    builder.table([rows[0], *rows[41:]], [150, 80])
    (table,) = read(builder)
    assert table.pages == (1, 2)
    assert [list(row) for row in table.texts()] == rows[1:]


def test_a_cell_that_spans_stands_at_its_first_column() -> None:
    builder = paper()
    c = builder.canvas
    c.setFont("Helvetica", 10)
    for x, y, w in (
        (MARGIN, 700, 80),
        (MARGIN + 80, 700, 160),
        (MARGIN, 680, 80),
        (MARGIN + 80, 680, 80),
        (MARGIN + 160, 680, 80),
        (MARGIN, 660, 80),
        (MARGIN + 80, 660, 80),
        (MARGIN + 160, 660, 80),
    ):
        c.rect(x, y, w, 20)
    for x, y, text in (
        (MARGIN + 110, 706, "October to December"),
        (MARGIN + 90, 686, "2020"),
        (MARGIN + 170, 686, "2021"),
        (MARGIN + 5, 666, "Agreed"),
        (MARGIN + 90, 666, "44"),
        (MARGIN + 170, 666, "72"),
    ):
        c.drawString(x, y, text)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == ["", "2020", "2021"]
    assert table.texts() == (("Agreed", "44", "72"),)


def test_a_box_around_text_and_a_line_under_a_heading_are_no_tables() -> None:
    builder = paper()
    builder.canvas.rect(MARGIN, 500, 300, 100)
    builder.canvas.line(MARGIN, 480, 400, 480)
    builder.line("Words in a box", y=550)
    assert read(builder) == ()


def test_a_figure_cut_by_a_narrow_cell_is_put_together_again() -> None:
    builder = paper()
    for x in (70, 150, 190):
        builder.canvas.line(x, 620, x, 720)
    for y in (720, 680, 620):
        builder.canvas.line(70, y, 190, y)
    for x, y, text in (
        (75, 700, "House"),
        (155, 700, "Cost"),
        (75, 650, "All houses"),
        (155, 650, "£2,395,54"),
        (155, 642, "0"),
    ):
        builder.line(text, x=x, y=y, size=7)
    (table,) = read(builder)
    assert table.texts() == (("All houses", "£2,395,540"),)


def test_a_row_that_repeats_the_headings_under_another_name_begins_a_table() -> None:
    builder = PackBuilder()
    builder.new_page()
    rows = [
        ["North Panel", "Cases", "Moves"], ["Ash", "12", "3"], ["Elm", "15", "4"],
        ["South Panel", "Cases", "Moves"], ["Oak", "17", "5"], ["Yew", "19", "6"], ["Yew", "Cases", "6"],
    ]  # fmt: skip
    builder.table(rows, [120, 80, 80])
    north, south = read(builder)
    assert [cell.text for cell in south.header] == ["South Panel", "Cases", "Moves"]
    assert north.texts() == (("Ash", "12", "3"), ("Elm", "15", "4"))
    assert south.texts() == (("Oak", "17", "5"), ("Yew", "19", "6"), ("Yew", "Cases", "6"))
    assert [len(table.grid) == len(table.kinds) == len(table.rows) + 1 for table in (north, south)] == [True, True]


def test_a_shaded_band_right_above_the_lines_is_the_row_of_headings() -> None:
    """Headings light on dark, lines between the cells below them only: as word processors draw it."""
    header = ["Provider", "Jobs", "Share", "Recalls"]
    rows = [
        ["Own crew", "29,400", "58.0%", "1,310"],
        ["Quay firm", "14,200", "28.0%", "960"],
        ["All", "43,600", "86.0%", "2,270"],
    ]
    for title in (False, True):
        for outer in (False, True):
            builder = paper()
            canvas, left, top, row = builder.canvas, 60.0, 700.0, 17.0
            edges = [left + 120 * at for at in range(5)]
            canvas.setFillGray(0.2)
            canvas.rect(left, top, edges[-1] - left, row, stroke=0, fill=1)
            canvas.setFillGray(1)
            if title:
                canvas.drawString(left + 4, top + 5, "Jobs done by each provider in the whole of the year 2031/32")
            else:
                for text, x in zip(header, edges, strict=False):
                    canvas.drawString(x + 4, top + 5, text)
            canvas.setFillGray(0)
            for at, texts in enumerate(rows):
                for text, x in zip(texts, edges, strict=False):
                    canvas.drawString(x + 4, top - row * (at + 1) + 5, text)
                if at:
                    canvas.line(left, top - row * at, edges[-1], top - row * at)
            canvas.line(left, top - row * len(rows), edges[-1], top - row * len(rows))
            for x in edges if outer else edges[1:-1]:
                canvas.line(x, top, x, top - row * len(rows))
            (table,) = read(builder)
            if title:
                assert [list(each) for each in table.texts()][-2:] == rows[1:]
                assert [cell.text for cell in table.header] == rows[0]
            else:
                assert [cell.text for cell in table.header] == header, outer
                assert [list(each) for each in table.texts()] == rows, outer


def test_a_label_of_two_lines_reaches_no_column_beside_it() -> None:
    """A box with lines across only, each figure in the middle of its row's two lines of label."""
    rows = [["All reasons", "940", "870"], ["Trouble with the shoulders or with any\nother joint", "310", "290"],
            ["Colds", "230", "210"], ["Operations", "150", "140"], ["Others", "250", "230"]]  # fmt: skip
    for size in (7, 8, 9):
        builder = paper()
        canvas, left, right, top = builder.canvas, 60.0, 400.0, 700.0
        canvas.line(left, top, left, top - 150)
        canvas.line(right, top, right, top - 150)
        for at in range(7):
            canvas.line(left, top - 25 * at, right, top - 25 * at)
        for at, texts in enumerate([["Reason", "Days last year", "Days this year"], *rows]):
            lines = texts[0].split("\n")
            for number, text in enumerate(lines):
                builder.line(text, x=left + 4, y=top - 25 * at - 15 + 5 * (len(lines) - 1) - 10 * number, size=size)
            for text, x in zip(texts[1:], (255, 330), strict=True):
                builder.line(text, x=x, y=top - 25 * at - 15, size=size)
        (table,) = read(builder)
        assert [list(each) for each in table.texts()] == [[text.replace("\n", " ") for text in row] for row in rows], (
            size
        )
