"""Every format: what a paper prints comes through verbatim and harmless."""

import csv
import html.parser
import io
import json
from datetime import date
from decimal import Decimal

import docx
import openpyxl
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from scrutiny.errors import UsageError
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.sheets import Format, format_of, render
from scrutiny.sheets.cells import clean, csv_cell
from scrutiny.sheets.cleaning import harmless
from scrutiny.sheets.fitting import Fitted, block_lines, fit_table, hang, wrap
from scrutiny.sheets.model import Column, Kind, Layout, Report, Table, Value
from scrutiny.sheets.terminal import print_report
from scrutiny.sheets.textforms import caption_with_pages
from scrutiny.sources import Quote

LAYOUT = Layout(
    name="things",
    caption="Things",
    columns=(
        Column(name="text", heading="Text"),
        Column(name="count", heading="Count", kind=Kind.COUNT),
        Column(name="money", heading="£", kind=Kind.EXACT),
        Column(name="day", heading="Day", kind=Kind.DATE),
        Column(name="quote", heading="Quote", shown=False),
    ),
)


def report(*rows: tuple[Value, ...]) -> Report:
    named = tuple(dict(zip((column.name for column in LAYOUT.columns), row, strict=True)) for row in rows)
    return Report(command="things", version="1", sources=(), tables=(Table(layout=LAYOUT, rows=named),))


def row(text: Value) -> tuple[Value, ...]:
    return (text, 7, Decimal("257925.00"), date(2025, 6, 12), "q")


HOSTILE = [
    "[bold]draft[/bold] [/bold]", ":warning: see below", "=HYPERLINK(\"http://x\")", "+44 1632", "@SUM(A1)",
    "-1+2", "\x1b[31mred\x1b[0m", "a|b <script>alert(1)</script>", "007", "12.50", "23/5", "line\nbreak\ttab",
    "\u202egnp.exe", "£1,234 – café", "lone \ud800 surrogate",
]  # fmt: skip


@pytest.mark.parametrize("form", [form for form in Format if form not in (Format.XLSX, Format.DOCX, Format.TABLE)])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_control_character_leaves_a_text_format(form: Format, text: str) -> None:
    out = render(report(row(text)), form).decode()
    assert not any(ord(char) < 32 and char not in "\n\t" for char in out)
    assert "\u202e" not in out
    if form is not Format.TSV:
        assert "\t" not in out


@pytest.mark.parametrize("text", ["007", "12.50", "23/5", "£1,234 – café", "[draft] (1) a_b*c"])
def test_printed_text_survives_every_format(text: str) -> None:
    data = report(row(text))
    assert json.loads(render(data, Format.JSON))["tables"]["things"][0]["text"] == text
    assert json.loads(render(data, Format.JSONL))["text"] == text
    assert next(csv.DictReader(io.StringIO(render(data, Format.CSV).decode())))["text"] == text
    assert text in render(data, Format.TEXT).decode()
    assert text in render(data, Format.MARKDOWN).decode().replace("\\", "")
    cells: list[str] = []
    reader = html.parser.HTMLParser()
    reader.handle_data = cells.append  # type: ignore[method-assign,assignment]
    reader.feed(render(data, Format.HTML).decode())
    assert text in cells
    book = openpyxl.load_workbook(io.BytesIO(render(data, Format.XLSX)))
    assert book["Things"]["A2"].value == text


def test_json_keeps_money_as_text_and_absence_as_null() -> None:
    (first,) = json.loads(render(report((None, None, Decimal("0.10"), None, "q")), Format.JSON))["tables"]["things"]
    assert first == {"text": None, "count": None, "money": "0.10", "day": None, "quote": "q"}


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_json_gives_back_what_went_in(text: str) -> None:
    written = render(report(row(text)), Format.JSON)
    assert json.loads(written)["tables"]["things"][0]["text"] == harmless(text)
    written.decode("ascii", "ignore")
    assert not any(ord(char) < 32 and char != "\n" for char in written.decode())


@pytest.mark.parametrize(
    ("text", "safe"),
    [("=1+1", "'=1+1"), ("+44", "+44"), ("+44 20", "'+44 20"), ("-8", "-8"), ("-8%", "-8%"), ("- none", "'- none"),
     ("@x", "'@x"), ("  =1", "'  =1"), ("-1,234.50", "-1,234.50"), ("plain", "plain"),
     ("-8pp", "-8pp"), ("+1.4k", "+1.4k"), ("-2.813*", "-2.813*"), ("-£1,200", "-£1,200"), ("+63%", "+63%"),
     ("-2+3", "'-2+3"), ("-A1", "'-A1"), ("+8 more", "'+8 more"), ("-2*3", "'-2*3"), ("-1e5*A1", "'-1e5*A1")],
)  # fmt: skip
def test_a_spreadsheet_runs_nothing_and_keeps_negative_numbers(text: str, safe: str) -> None:
    assert csv_cell(text) == safe


def test_workbook_has_real_numbers_and_dates_and_runs_nothing() -> None:
    data = render(report(row("=1+1")), Format.XLSX)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Things"]
    text, count, money, day, _ = next(sheet.iter_rows(min_row=2))
    assert (text.data_type, text.value) == ("s", "=1+1")
    assert (count.value, money.value) == (7, 257925)
    assert isinstance(day, openpyxl.cell.Cell)
    assert day.is_date
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E2"
    assert data == render(report(row("=1+1")), Format.XLSX)


def test_a_missing_extra_is_said_clearly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match="not installed") as caught:
        render(report(), Format.XLSX)
    assert caught.value.advice is not None
    assert "Install scrutiny again" in caught.value.advice


@pytest.mark.parametrize("form", list(Format))
def test_an_empty_result_is_the_empty_form(form: Format) -> None:
    out = render(report(), form)
    if form is Format.JSON:
        assert json.loads(out)["tables"] == {"things": []}
    if form is Format.CSV:
        assert out == b"text,count,money,day,quote\n"
    if form is Format.JSONL:
        assert out == b""


@pytest.mark.parametrize("width", [80, 200])
def test_the_terminal_shows_markup_as_it_is_printed(width: int) -> None:
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None)
    finding = Finding(
        code=FindingCode.FRONT_SHEET_RANGE, severity=Severity.WARNING, message="[/bold] :warning: \x1b[2J",
        quotes=(Quote(file="a.pdf", pdf_page=1, text="x"),),
    )  # fmt: skip
    data = report(row("[draft] :warning: [/bold]"))
    print_report(Report(command="x", version="1", sources=(), tables=data.tables, findings=(finding,)), console)
    out = console.file.getvalue()  # type: ignore[attr-defined]
    assert "[draft] :warning: [/bold]" in out
    assert "[/bold] :warning: [2J" in out
    assert max(len(line) for line in out.splitlines()) <= width


def test_html_has_one_header_row_a_caption_and_no_script() -> None:
    page = render(report(row("x")), Format.HTML).decode()
    assert page.count('<thead role="rowgroup">') == page.count("<caption>") == 1
    assert 'scope="col"' in page
    assert "<script" not in page
    assert 'lang="en-GB"' in page


@pytest.mark.parametrize(
    ("name", "form"), [("a.CSV", Format.CSV), ("a.md", Format.MARKDOWN), ("a.b.xlsx", Format.XLSX)]
)
def test_a_file_name_chooses_the_format(name: str, form: Format) -> None:
    assert format_of(name) is form


@pytest.mark.parametrize("name", ["a", "a.odt", "csv"])
def test_an_unknown_ending_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError):
        format_of(name)


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def fitted(headings: list[str], rows: list[list[str]], width: int) -> Fitted | None:
    return fit_table(headings, rows, width, edges=2, between=(3, 2))


def widths(headings: list[str], rows: list[list[str]], width: int) -> tuple[int, ...] | None:
    found = fitted(headings, rows, width)
    return None if found is None else found.widths


def test_a_table_that_fits_is_as_wide_as_its_words() -> None:
    assert widths(["Item", "Title"], [["3", "Minutes"]], 80) == (4, 7)


def test_room_goes_where_it_saves_lines_and_figures_stay_whole() -> None:
    rows = [["3", "a report to be brought back " * 10, "22,000"]]
    assert widths(["Item", "Action", "Page"], rows, 60) == (4, 60 - 2 - 6 - 4 - 6, 6)


def test_years_in_headings_are_broken_and_gaps_narrowed_before_a_table_becomes_blocks() -> None:
    years = [f"20{year}/{year + 1}" for year in range(14, 21)]
    found = fitted(["Stage", "Group", *years], [["Key Stage 4", "Year 11", *(["11"] * 7)]], 63)
    assert found is not None
    assert (found.between, found.headings[2], found.rows[0][:2]) == (2, "2014/\n15", ("Key\nStage\n4", "Year\n11"))


@pytest.mark.parametrize(
    ("headings", "cells", "width"),
    [
        (["School", *(f"Measure {at}" for at in range(12))], ["Ashton", *(["22,000"] * 12)], 60),  # no room
        (["Ref", "Action", "Text"], ["2025-01-07/3.1", "to write " * 20, "to publish " * 20], 60),  # a word a line
    ],
)
def test_columns_without_room_become_blocks(headings: list[str], cells: list[str], width: int) -> None:
    assert widths(headings, [cells], width) is None
    lines = block_lines(headings, [cells], width)
    assert [line.split("  ")[0] for line in lines if line[:1].strip()] == headings
    assert all(len(line) <= width for line in lines)
    assert lines[-1] == ""


def test_blocks_of_short_cells_stand_side_by_side() -> None:
    rows = [["Ashton School", "22,000", "1"], ["Barton", "", "2"], ["Calder", "500", ""]]
    assert block_lines(["School", "Funding agreed", "Credits"], rows, 46) == [
        "School          Ashton        Barton  Calder",
        "                School",
        "Funding agreed  22,000                500",
        "Credits         1             2",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("the Ashtons/Bartons", 15, ["the", "Ashtons/Bartons"]),  # whole where it fits a line
        ("the Ashtons/Bartons", 12, ["the Ashtons/", "Bartons"]),  # behind a mark, not within a word
        ("03-minutes-of-the-meeting.pdf", 16, ["03-minutes-of-", "the-meeting.pdf"]),
        ("2022-01-07/6.10", 9, ["2022-01-0", "7/6.10"]),  # no mark of a reference or a date is one to break at
    ],
)
def test_long_words_are_broken_at_their_marks(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width).split("\n") == lines


WORDS = st.lists(st.text("abcdefgh/-", min_size=1, max_size=12), max_size=12).map(" ".join)


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(40, 130))
def test_nothing_is_wider_than_the_line_and_no_word_is_broken(rows: list[list[str]], width: int) -> None:
    headings = ["Ref", "What is to be done", "Owner"]
    found = fitted(headings, rows, width)
    if found is None:
        lines = block_lines(headings, rows, width)
        assert all(len(line) <= width for line in lines)
        return
    assert sum(found.widths) + 2 * found.between + 2 <= width
    for row, printed in zip(rows, found.rows, strict=True):
        for cell, shown, room in zip(row, printed, found.widths, strict=True):
            assert all(len(line) <= room for line in shown.split("\n"))
            assert shown.split() == cell.split()


@given(WORDS, st.integers(20, 60))
def test_a_finding_is_hung_within_the_line(text: str, width: int) -> None:
    lines = hang(text, width)
    assert all(len(line) <= width for line in lines)
    assert " ".join(lines).split() == text.split()


def test_a_column_of_a_document_has_room_for_its_longest_word() -> None:
    document = docx.Document(io.BytesIO(render(report(row("outstanding " * 30)), Format.DOCX)))
    (grid,) = document.tables
    for at, column in enumerate(grid.columns):
        words = [word for each in grid.rows for word in each.cells[at].text.split()]
        longest = max(map(len, words), default=0)
        assert column.width is not None and column.width >= longest * Mm(1.5)


@pytest.mark.parametrize(
    ("pages", "caption"),
    [
        ([(3, "1")], "Things, page 1"),
        ([(3, "1"), (3, "1"), (5, "3")], "Things, pages 1 and 3"),
        ([(3, None), (4, None), (9, None)], "Things, PDF pages 3, 4 and 9"),
        ([(3, "1"), (5, None)], "Things, pages 1 and PDF 5"),
        ([(page, str(page)) for page in range(1, 31)], "Things, pages 1 to 30"),
        ([], "Things"),
    ],
)
def test_a_table_without_a_column_of_pages_names_them_above(pages: list[tuple[int, str | None]], caption: str) -> None:
    """On paper and on a screen no line stands without the page that it came from."""
    columns = (
        *LAYOUT.columns,
        *(Column(name=name, heading=name, shown=False) for name in ("file", "page", "pdf_page")),
    )
    rows = [dict(zip((c.name for c in columns), (*row("a"), "p.pdf", page, at), strict=True)) for at, page in pages]
    table = Table(layout=Layout(name="things", caption="Things", columns=columns), rows=tuple(rows))
    assert caption_with_pages(table) == caption
    text = render(Report(command="things", version="1", sources=(), tables=(table,)), Format.TEXT).decode()
    assert text.startswith(f"{caption}\n\n") is bool(pages)
