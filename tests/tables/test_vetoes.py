"""What is no table: charts, lists of contents, numbered lists, boxes of contacts, prose in columns."""

from collections.abc import Callable

import pytest

from tests.builders.paper import MARGIN, PackBuilder
from tests.tables.test_ruled import paper, read


def bar_chart(builder: PackBuilder) -> None:
    """Gridlines with a scale at their left, values over them, and names below."""
    for at in range(7):
        y = 500 + 25 * at
        builder.canvas.line(MARGIN + 30, y, 450, y)
        builder.line(f"{10 * at},000", x=MARGIN - 4, y=y - 3, size=8)
    for at, (name, value) in enumerate((("Ash", "7,433"), ("Elm", "13,577"), ("Oak", "22,962"), ("Yew", "39,272"))):
        builder.line(value, x=130 + 80 * at, y=510 + 30 * at, size=8)
        builder.line(value[:2], x=130 + 80 * at, y=503, size=8)
        builder.line(name, x=130 + 80 * at, y=485, size=8)


def bars_along(builder: PackBuilder) -> None:
    """Names at the left, values where their bars end, an axis below."""
    for at, (name, value, x) in enumerate(
        (("Staff", "(154)", 300), ("Premises", "(410)", 260), ("Supplies", "(473)", 250), ("Recharges", "330", 350))
    ):
        builder.line(name, x=MARGIN, y=700 - 20 * at, size=9)
        builder.line(value, x=x, y=700 - 20 * at, size=9)
    for at, text in enumerate(("(1,000)", "(500)", "-", "500", "1,000")):
        builder.canvas.drawCentredString(180 + 60 * at, 615, text)


def contents_without_dots(builder: PackBuilder) -> None:
    builder.heading("Contents")
    for page, title in zip((3, 4, 6, 6, 9, 12), ("Why", "What", "Where", "When", "Who", "How"), strict=True):
        builder.line(f"{title} it was done", size=10)
        builder.canvas.drawRightString(450, builder.y, str(page))


def underlined_headings(builder: PackBuilder) -> None:
    """Conditions with underlined headings of one width, and lettered lists below each."""
    for _ in range(3):
        builder.line("Details of block", x=MARGIN + 20)
        builder.canvas.line(MARGIN + 20, builder.y - 1.5, MARGIN + 105, builder.y - 1.5)
        for letter, text in zip("abc", ("parapets;", "flues on the main roof;", "terraces"), strict=True):
            builder.line(f"{letter})", x=MARGIN + 20)
            builder.line(text, x=MARGIN + 50, y=builder.y)


def contacts(builder: PackBuilder) -> None:
    builder.canvas.line(MARGIN, 700, 500, 700)
    for at, name in enumerate(("Ann Ash, Head of Planning and Development", "Bea Birch, Manager of Placements")):
        builder.line(name, y=685 - 30 * at, size=10, bold=True)
        builder.line("020 7946 0123", y=672 - 30 * at, size=10)
        builder.line("email", x=170, y=672 - 30 * at, size=10)
        builder.line("someone@example.org", x=215, y=672 - 30 * at, size=10)
    builder.canvas.line(MARGIN, 632, 500, 632)


def prose_in_columns(builder: PackBuilder) -> None:
    text = "in 2010 the 45 schools of the 12 districts gave 3,400 days to it, and by 2012 some 51 did so for 2,900"
    words = text.split()
    for x in (MARGIN, 320):
        for at in range(30):
            piece = words[at % 7 :] + words
            builder.line(" ".join(piece[: 8 + at % 2]), x=x, y=740 - 12 * at, size=9)


def form_between_lines(builder: PackBuilder) -> None:
    builder.canvas.line(MARGIN, 715, 500, 715)
    for at, (name, text) in enumerate(
        (
            ("Forum", "Schools Forum, 16 January"),
            ("Paper", "Commissioned places"),
            ("From", "Ann Ash"),
            ("For", "Decision"),
        )
    ):
        builder.line(name, y=700 - 18 * at, bold=True)
        builder.line(text, x=150, y=700 - 18 * at)
    builder.canvas.line(MARGIN, 636, 500, 636)


@pytest.mark.parametrize(
    "draw",
    [
        bar_chart, bars_along, contents_without_dots, underlined_headings, contacts, prose_in_columns,
        form_between_lines,
    ],
)  # fmt: skip
def test_what_is_no_table(draw: Callable[[PackBuilder], None]) -> None:
    builder = paper()
    draw(builder)
    assert [(table.header, table.texts()) for table in read(builder)] == []
