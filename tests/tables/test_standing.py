"""Tables as they stand: headings over several columns, sections, units, footnote marks, turned pages, page breaks."""

import pytest
from reportlab.lib.pagesizes import A4

from scrutiny.pdf import Direction
from scrutiny.tables import Agreement, Cell, Found, RowKind, TableRead, agreement, find_tables
from tests.builders.paper import MARGIN, PackBuilder
from tests.builders.reading import drawn
from tests.builders.table_layouts import Setting, document, made_tables
from tests.tables.test_ruled import paper, read


def standing(table: TableRead) -> list[list[str]]:
    """The grid with spans as "text 2x1" (columns by rows)."""

    def show(cell: Cell) -> str:
        return f"{cell.text} {cell.columns}x{cell.rows}" if cell.columns * cell.rows > 1 else cell.text

    return [[show(cell) for cell in row] for row in table.grid]


def put(builder: PackBuilder, y: float, *cells: tuple[float, str], bold: bool = False) -> None:
    for x, text in cells:
        builder.line(text, x=x, y=y, size=9, bold=bold)


def two_levels(builder: PackBuilder, *, rules: bool) -> None:
    """Headings of two years, each over a number and a rate."""
    for x, text in ((280, "2022/23"), (400, "2023/24")):
        builder.canvas.setFont("Helvetica", 9)
        builder.canvas.drawCentredString(x, 720, text)
        if rules:
            builder.canvas.line(x - 50, 716, x + 50, 716)
    put(builder, 705, (72, "Phase"), (240, "Number"), (305, "Rate"), (360, "Number"), (425, "Rate"))
    for at, (name, *figures) in enumerate(
        (("Primary", "312", "1.4", "398", "1.8"), ("Secondary", "2,486", "14.9", "3,247", "19.1"),
         ("Special", "58", "10.3", "71", "12.1"))
    ):  # fmt: skip
        y = 688 - 15 * at
        put(builder, y, (72, name))
        for x, text in zip((270, 325, 390, 445), figures, strict=True):
            builder.canvas.drawRightString(x, y, text)


@pytest.mark.parametrize("rules", [True, False])
def test_a_heading_spans_the_columns_it_stands_over(rules: bool) -> None:
    builder = paper()
    two_levels(builder, rules=rules)
    (table,) = read(builder)
    assert standing(table)[:2] == [
        ["Phase 1x2", "2022/23 2x1", "", "2023/24 2x1", ""],
        ["", "Number", "Rate", "Number", "Rate"],
    ]
    assert [cell.text for cell in table.header] == ["Phase", "Number", "Rate", "Number", "Rate"]
    assert table.texts()[0] == ("Primary", "312", "1.4", "398", "1.8")
    assert table.found is Found.WORDS
    assert agreement(table) is Agreement.SAME


def test_units_are_no_data_and_sections_split_no_table() -> None:
    builder = paper()
    builder.canvas.line(MARGIN, 712, 400, 712)
    put(builder, 700, (72, "Heading"), (250, "Budget"), (330, "Outturn"))
    put(builder, 688, (255, "£000"), (335, "£000"))
    builder.canvas.line(MARGIN, 684, 400, 684)
    for y, cells in (
        (670, ((72, "Income"),)),
        (655, ((72, "Grants"), (255, "412"), (335, "398"))),
        (640, ((72, "Fees"), (255, "36"), (335, "41"))),
        (625, ((72, "Spending"),)),
        (610, ((72, "Staff"), (255, "301"), (335, "322"))),
        (595, ((72, "Premises"), (255, "99"), (335, "87"))),
    ):
        put(builder, y, *cells)
    builder.canvas.line(MARGIN, 590, 400, 590)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == ["Heading", "Budget £000", "Outturn £000"]
    assert [row[0].text for row, kind in zip(table.grid, table.kinds, strict=True) if kind is RowKind.SECTION] == [
        "Income", "Spending",
    ]  # fmt: skip
    assert len(table.rows) == 6
    assert table.found is Found.LINES_ACROSS


def test_a_footnote_mark_is_no_digit() -> None:
    builder = paper()
    builder.table([["School", "Days"], ["Ash", "214"], ["Elm", "97"], ["Total", "311"]], [120, 60], size=10)
    c = builder.canvas
    c.setFont("Helvetica", 6)
    c.drawString(MARGIN + 120 + 3 + 16.7, 747, "1")  # behind "214" in the second row
    (table,) = read(builder)
    assert [row[1].text for row in table.rows] == ["214", "97", "311"]
    assert [row[1].marks for row in table.rows] == [("1",), (), ()]


def test_ordinals_and_squares_are_no_footnotes() -> None:
    builder = paper()
    c = builder.canvas
    for y, base, raised in ((700, "19", "th"), (680, "40m", "2")):
        c.setFont("Helvetica", 10)
        c.drawString(MARGIN, y, base)
        c.setFont("Helvetica", 6)
        c.drawString(MARGIN + c.stringWidth(base, "Helvetica", 10), y + 4, raised)
    with drawn(builder.data()) as pdf:
        words = [word for page in pdf.pages() for word in page.words]
    assert not any(word.raised for word in words)


def test_a_turned_table_has_its_cells_where_they_stand_on_the_page() -> None:
    table = made_tables()[0]
    with drawn(document((table,), Setting.TURNED)) as pdf:
        for page in pdf.pages():
            (found,) = find_tables([page])
            words = [word for word in page.words if word.direction is Direction.UP]
            cell = found.rows[0][0]
            inside = [
                word.text
                for word in words
                if cell.box.left <= (word.box.left + word.box.right) / 2 <= cell.box.right
                and cell.box.top <= (word.box.top + word.box.bottom) / 2 <= cell.box.bottom
            ]
            assert " ".join(inside) == cell.text


def test_rules_in_a_form_object_end_at_the_edge_of_the_page() -> None:
    builder = paper()
    c = builder.canvas
    c.beginForm("frame", 0, 0, *A4)
    c.rect(-50, 500, 700, 100)
    c.endForm()
    c.doForm("frame")
    with drawn(builder.data()) as pdf:
        for page in pdf.pages():
            rules = [rule.box for rule in page.rules]
            assert [round(box.width) for box in rules] == [595, 595]
            assert all(box.left >= 0 and box.right <= page.width for box in rules)


def rows_of(name: str, count: int) -> list[list[str]]:
    return [["School", "Cases", name], *([f"School {n}", str(n + 3), str(n % 7)] for n in range(count))]


def test_a_table_with_another_heading_on_the_next_page_is_another() -> None:
    builder = paper()
    builder.table(rows_of("PEX", 40), [150, 80, 80])
    builder.new_page()
    builder.table(rows_of("Moves", 5), [150, 80, 80])
    first, second = read(builder)
    assert (len(first.rows), len(second.rows)) == (40, 5)
    assert second.header[2].text == "Moves"


def test_a_table_that_ends_high_on_its_page_goes_on_where_nothing_stands_between() -> None:
    builder = paper()
    rows = rows_of("PEX", 24)
    builder.table(rows[:13], [150, 80, 80])
    builder.new_page()
    builder.table([rows[0], *rows[13:]], [150, 80, 80])
    (table,) = read(builder)
    assert [list(row) for row in table.texts()] == rows[1:]


def test_a_caption_on_the_next_page_begins_another_table() -> None:
    builder = paper()
    builder.table(rows_of("PEX", 40), [150, 80, 80])
    builder.new_page()
    builder.heading("Cluster north")
    builder.table(rows_of("PEX", 5), [150, 80, 80])
    assert [len(table.rows) for table in read(builder)] == [40, 5]


def test_words_that_stand_apart_part_a_row_where_no_line_is_drawn() -> None:
    """A box, lines down in the heading only, lines across below: each row is one drawn cell."""
    builder = paper()
    c = builder.canvas
    c.setLineWidth(0.5)
    c.rect(72, 620, 300, 100)
    for x in (172, 272):
        c.line(x, 700, x, 720)
    for y in (640, 660, 680, 700):
        c.line(72, y, 372, y)
    for at, row in enumerate((("Country", "Home", "Away"), ("Ash", "12", ""), ("Elm", "7", "5"), ("Total", "19", "5"))):
        for x, text in zip((76, 200, 300), row, strict=True):
            builder.line(text, x=x, y=706 - 20 * at, size=9)
    put(builder, 626, (76, "Of which new"), (200, "3"))
    (table,) = read(builder)
    assert table.found is Found.SOME_LINES
    assert table.texts() == (("Ash", "12", ""), ("Elm", "7", "5"), ("Total", "19", "5"), ("Of which new", "3", ""))


YEARS = ("2021/22", "2022/23", "2023/24")


def between_rules(builder: PackBuilder, y: float, caption: str, *rows: tuple[str, ...], below: range) -> float:
    """A table with a rule below some of its rows: headings set to the left of their
    columns, figures to the right. Gives the height below it."""
    put(builder, y, (72, caption), bold=True)
    for number, row in enumerate(rows):
        y -= 15
        put(builder, y - (len(row) == 1), (72, row[0]))
        for at, text in enumerate(row[1:]):
            if number:
                builder.canvas.drawRightString(290 + 90 * at, y, text)
            else:
                put(builder, y, (210 + 90 * at, text))
        if number in below or number - len(rows) in below:
            builder.canvas.line(70, y - 4, 480, y - 4)
    return y - 22


@pytest.mark.parametrize("below", [range(10), range(-1, 1), range(1), range(0)])
def test_tables_drawn_alike_one_under_another_are_read_each_by_itself(below: range) -> None:
    """Their rules are of one width; the second begins with its caption and its headings."""
    builder = paper()
    y = between_rules(
        builder, 700, "Table 1: Moves", ("District", *YEARS), ("East", "3", "5", "4"), ("West", "12", "2", "15"),
        ("All", "15", "7", "19"), below=below,
    )  # fmt: skip
    between_rules(
        builder, y, "Table 2: Returns", ("Phase", "Number", "Share of all moves"), ("Primary", "31", "20%"),
        ("Secondary", "124", "80%"), below=below,
    )  # fmt: skip
    one, other = read(builder)
    assert (one.caption, other.caption) == ("Table 1: Moves", "Table 2: Returns")
    assert [cell.text for cell in one.header] == ["District", *YEARS]
    assert one.texts() == (("East", "3", "5", "4"), ("West", "12", "2", "15"), ("All", "15", "7", "19"))
    assert [cell.text for cell in other.header] == ["Phase", "Number", "Share of all moves"]
    assert other.texts() == (("Primary", "31", "20%"), ("Secondary", "124", "80%"))


def test_a_caption_with_a_number_begins_a_table_whose_headings_are_figures() -> None:
    builder = paper()
    y = 700.0
    for caption, heads in (("Table 1: Moves", YEARS), ("Table 2: Hours", ("5", "10", "15"))):
        rows = ("East", "3", "5", "4"), ("West", "12", "2", "15")
        y = between_rules(builder, y, caption, ("District", *heads), *rows, below=range(10))
    assert [table.caption for table in read(builder)] == ["Table 1: Moves", "Table 2: Hours"]


def test_a_section_under_the_first_rule_is_not_the_heading() -> None:
    builder = paper()
    between_rules(
        builder, 700, "Table 1: Moves", ("District", *YEARS), ("Primary",), ("East", "3", "5", "4"),
        ("West", "12", "2", "15"), below=range(-1, 1),
    )  # fmt: skip
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == ["District", *YEARS]
    assert table.kinds == (RowKind.HEADING, RowKind.SECTION, RowKind.BODY, RowKind.BODY)


def test_headings_below_that_repeat_show_what_those_above_span() -> None:
    """The years stand at the left of their parts; "Cases", "Days" is the same below each."""
    builder = paper()
    builder.canvas.line(70, 716, 480, 716)
    put(builder, 704, (72, "Phase"), (205, "2022/23"), (345, "2023/24"))
    put(builder, 690, *((205 + 70 * at, text) for at, text in enumerate(("Cases", "Days", "Cases", "Days"))))
    builder.canvas.line(70, 686, 480, 686)
    for y, row in ((674, ("Primary", "22", "71", "28", "96")), (660, ("Secondary", "178", "690", "214", "862"))):
        put(builder, y, (72, row[0]))
        for at, text in enumerate(row[1:]):
            builder.canvas.drawRightString(250 + 70 * at, y, text)
    builder.canvas.line(70, 656, 480, 656)
    (table,) = read(builder)
    assert standing(table)[0] == ["Phase 1x2", "2022/23 2x1", "", "2023/24 2x1", ""]


def test_a_section_between_rows_as_far_apart_is_a_row_of_its_own() -> None:
    """The tail of its "y" does not bring it nearer to the row below."""
    builder = paper()
    between_rules(
        builder, 700, "Table 1: Moves", ("District", *YEARS), ("Primary",), ("East", "3", "5", "4"),
        ("West", "12", "2", "15"), ("Secondary",), ("South", "23", "6", "7"), ("Old Town", "1", "9", "8"),
        below=range(-1, 1),
    )  # fmt: skip
    (table,) = read(builder)
    assert [row[0] for row in table.texts()] == ["Primary", "East", "West", "Secondary", "South", "Old Town"]


def test_units_above_each_part_of_a_table_begin_no_other() -> None:
    builder = paper()
    builder.canvas.line(72, 732, 430, 732)
    put(builder, 720, (72, "Service"), (215, "Budget"), (295, "Actual"), bold=True)
    y = 716
    builder.canvas.line(72, y, 430, y)
    for part, names in (("Adults", ("Care", "Homes")), ("Children", ("Fostering", "Schools"))):
        put(builder, y - 16, (72, part), bold=True)
        put(builder, y - 30, (220, "£000"), (300, "£000"))
        builder.canvas.line(72, y - 34, 430, y - 34)
        for at, name in enumerate(names):
            put(builder, y - 46 - 15 * at, (72, name), (220, "1,200"), (300, "1,345"))
        y -= 66
        builder.canvas.line(72, y, 430, y)
    (table,) = read(builder)
    assert [row[0] for row in table.texts()] == ["Care", "Homes", "Children", "Fostering", "Schools"]


def test_rows_of_words_on_bands_of_grey_are_a_table() -> None:
    builder = paper()
    rows = (
        ("Harbour", "open", "Ford"),
        ("Market", "shut", "Lane"),
        ("Museum", "open", "Quay"),
        ("Library", "shut", "Mill"),
    )
    for at, (name, state, ward) in enumerate((("Place", "State", "Ward"), *rows)):
        top = 700 - 16 * at
        if at % 2 == 0:
            builder.canvas.setFillGray(0.85)
            builder.canvas.rect(MARGIN, top - 16, 400, 16, stroke=0, fill=1)
            builder.canvas.setFillGray(0)
        put(builder, top - 11, (MARGIN + 4, name), (MARGIN + 150, state), (MARGIN + 280, ward))
    (table,) = read(builder)
    assert table.found is Found.SHADING
    assert [tuple(cell.text for cell in row) for row in table.grid][1:] == list(rows)


def with_two_rules(builder: PackBuilder, heading: list[tuple[float, tuple[tuple[float, str], ...]]], y: float) -> None:
    """Headings, a rule below them, rows of figures and a rule above the last."""
    for top, cells in heading:
        put(builder, top, *cells, bold=True)
    builder.canvas.line(72, y, 440, y)
    rows = (("Cases", "731", "648", "577"), ("Pupils", "402", "361", "333"), ("Roll", "22,410", "22,385", "22,190"))
    for at, (name, *figures) in enumerate((*rows, ("Rate", "32.6", "28.9", "26.0"))):
        put(builder, y - 12 - 16 * at, (74, name))
        for x, text in zip((250, 340, 430), figures, strict=True):
            builder.canvas.drawRightString(x, y - 12 - 16 * at, text)
    builder.canvas.line(72, y - 48, 440, y - 48)


THREE_YEARS = ((214, "2018/19"), (304, "2020/21"), (394, "2022/23"))


def test_the_heading_of_the_labels_may_run_on_below_the_line_of_the_other_headings() -> None:
    builder = paper()
    with_two_rules(builder, [(720, ((74, "Measure by"), *THREE_YEARS)), (708.5, ((74, "school year"),))], 702)
    (table,) = read(builder)
    assert [cell.text for cell in table.header] == ["Measure by school year", "2018/19", "2020/21", "2022/23"]


def test_words_over_the_labels_far_below_the_headings_are_no_part_of_them() -> None:
    builder = paper()
    with_two_rules(builder, [(736, ((74, "A list"), *THREE_YEARS)), (708.5, ((74, "All schools"),))], 702)
    assert all("A list" not in " ".join(cell.text for cell in table.header) for table in read(builder))
