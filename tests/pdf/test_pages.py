"""Pages as a reader sees them: words, lines, directions, rules."""

import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from scrutiny.pdf import Direction, read_pdf
from tests.builders.paper import PackBuilder
from tests.conftest import PackFile


def _page(draw: str, tmp_path: Path, rotation: int = 0) -> Path:
    buffer = io.BytesIO()
    # reportlab swaps the sides of a page that it rotates
    size = (A4[1], A4[0]) if rotation in (90, 270) else A4
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    canvas.setPageRotation(rotation)
    exec(draw, {"c": canvas})
    canvas.showPage()
    canvas.save()
    path = tmp_path / "page.pdf"
    path.write_bytes(buffer.getvalue())
    return path


def test_words_have_places_from_the_top_left_corner(tmp_path: Path) -> None:
    path = _page("c.setFont('Helvetica-Bold', 14); c.drawString(100, 741.89, 'Total 12,500')", tmp_path)
    with read_pdf(path) as pdf, pdf.page(1) as page:
        total, figure = page.words
    assert (total.text, figure.text) == ("Total", "12,500")
    assert (total.size, total.bold, total.direction) == (14.0, True, Direction.ACROSS)
    assert total.box.left == pytest.approx(100, abs=2)
    assert total.box.bottom == pytest.approx(100, abs=2)
    assert figure.box.left > total.box.right


@pytest.mark.parametrize(
    ("rotation", "direction"), [(0, Direction.ACROSS), (90, Direction.DOWN), (180, Direction.OVER), (270, Direction.UP)]
)
def test_a_page_is_read_as_it_is_shown(tmp_path: Path, rotation: int, direction: Direction) -> None:
    path = _page("c.drawString(72, 72, 'Page 216')", tmp_path, rotation)
    with read_pdf(path) as pdf, pdf.page(1) as page:
        (line,) = page.lines
    assert (line.text, line.direction) == ("Page 216", direction)
    assert 0 <= line.box.left < line.box.right <= page.width
    assert 0 <= line.box.top < line.box.bottom <= page.height


def test_stamps_at_head_and_foot_are_two_lines(tmp_path: Path) -> None:
    """pdfium runs them together as "Page 1 Agenda Item 9"."""
    path = _page("c.drawString(280, 30, 'Page 1'); c.drawString(480, 800, 'Agenda Item 9')", tmp_path)
    with read_pdf(path) as pdf, pdf.page(1) as page:
        assert [line.text for line in page.lines] == ["Page 1", "Agenda Item 9"]


def test_rules_of_a_table_are_seen(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.new_page()
    builder.table([["School", "PEX"], ["Ash Lane", "3"]], [120, 60])
    with read_pdf(pack_file(builder)) as pdf, pdf.page(1) as page:
        rules = page.rules
    assert {rule.horizontal for rule in rules} == {True, False}
    assert len(rules) == 16


def test_characters_beyond_the_basic_plane_do_not_shift_places(sample: Path) -> None:
    with read_pdf(sample) as pdf:
        for page in pdf.pages():
            for line in page.lines:
                assert " ".join(line.text.split()) == line.text
                assert line.box.width > 0


def test_a_closed_page_says_so(sample: Path) -> None:
    with read_pdf(sample) as pdf:
        with pdf.page(1) as page:
            pass
        with pytest.raises(RuntimeError, match="closed"):
            _ = page.words


@pytest.mark.parametrize(
    ("day", "ending", "small", "joined"),
    [
        ("13", "th", 8, "agree the plan on 13th May at the latest"),
        ("21", "st", 6, "agree the plan on 21st May at the latest"),
        ("22", "nd", 6, "agree the plan on 22nd May at the latest"),
        ("21", "th", 6, "agree the plan on 21th May at the latest"),  # as printed
        ("13", "th", 12, "agree the plan on 13th May at the latest"),
    ],
)
def test_a_raised_ordinal_keeps_its_line_in_order(
    tmp_path: Path, day: str, ending: str, small: float, joined: str
) -> None:
    """Drawn as word processors do, each figure by itself, pdfium breaks the line before the small letters, which give
    what follows their size."""
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    left = 72.0
    for text, size, up in (
        ("agree the plan on ", 12, 0), (day[0], 12, 0), (day[1], 12, 0), (ending, small, 4), (" ", 12, 0),
        ("May at the latest", 12, 0),
    ):  # fmt: skip
        canvas.setFont("Helvetica", size)
        canvas.drawString(left, 200 + (up if size < 12 else 0), text)
        left += canvas.stringWidth(text, "Helvetica", size) + (0.05 if len(text) == 1 else 0)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 186, "or later.")
    canvas.save()
    with read_pdf(path) as pdf, pdf.page(1) as page:
        assert [(line.text, line.size) for line in page.lines] == [(joined, 12.0), ("or later.", 12.0)]
        assert page.text.split("\r\n")[0].rstrip() == joined
        assert f"{day}{ending}" in [word.text for word in page.words]


def test_letters_below_a_figure_are_no_ending_of_it(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.drawString(72, 200, "12")
    canvas.drawString(72, 180, "nd")
    canvas.save()
    with read_pdf(path) as pdf, pdf.page(1) as page:
        assert [line.text for line in page.lines] == ["12", "nd"]
