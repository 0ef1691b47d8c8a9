"""Pages in columns, and what stands side by side and is none."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from scrutiny.pdf import read_pdf
from scrutiny.prose import find_blocks

Placed = tuple[int, float, float, str]
"""A cell or column, the place of a line's left end and foot, and its text."""

Draw = Callable[[Canvas], None]

TEXT = (
    "The {} review of the ferry landed in spring and was read by the whole panel before the summer began. "
    "Members who had asked for it were told that {} boats had been counted at each of the piers on the coast. "
)


def lines_of(paragraphs: int, letters: int, numbers: Iterator[int]) -> Iterator[tuple[int, str]]:
    """The lines of some paragraphs with the rows that they take, one left free behind each paragraph."""
    row = 0
    for _ in range(paragraphs):
        line = ""
        for word in TEXT.format(next(numbers), next(numbers)).split():
            if len(line) + len(word) >= letters:
                yield row, line
                row, line = row + 1, ""
            line = f"{line} {word}".strip()
        yield row, line
        row += 2


def column(
    number: int, left: float, paragraphs: int, letters: int, numbers: Iterator[int], foot: float
) -> list[Placed]:
    return [(number, left, foot - 12 * row, text) for row, text in lines_of(paragraphs, letters, numbers)]


@pytest.fixture
def texts(tmp_path: Path) -> Callable[..., list[str]]:
    """The blocks of a page on which lines are printed in this order."""

    def read(lines: Sequence[Placed], draw: Draw | None = None) -> list[str]:
        canvas = Canvas(str(tmp_path / "page.pdf"), pagesize=(595, 842))
        canvas.setFont("Helvetica", 9)
        for _, left, foot, text in lines:
            canvas.drawString(left, foot, text)
        if draw is not None:
            draw(canvas)
        canvas.save()
        with read_pdf(tmp_path / "page.pdf") as pdf:
            return [block.text for block in find_blocks(pdf.pages())]

    return read


def whole(found: list[str], used: int) -> int:
    """How many of the sentences of the text are found whole."""
    sentences = [part + "." for at in range(0, used, 2) for part in TEXT.format(at, at + 1).rstrip(". ").split(". ")]
    return sum(any(sentence in text for text in found) for sentence in sentences)


def test_columns_are_read_one_after_the_other(texts: Callable[..., list[str]]) -> None:
    over = (0, 50.0, 790.0, "What became of the ferry in the year under review, and what members made of all that")
    for columns, letters, lefts in ((2, 50, (50, 310)), (3, 31, (50, 222, 394))):
        for order in (1, -1):
            for heading, below in ((False, False), (True, False), (True, True)):
                numbers = count()
                shapes = (7, 6, 8) if columns == 2 else (5, 4, 5)
                parts = [
                    column(at, left, shapes[at], letters, numbers, 740.0 - 3 * at) for at, left in enumerate(lefts)
                ]
                found = texts([*([over] if heading else []), *(line for part in parts[::order] for line in part),
                               *([(0, 50.0, 120.0, over[3])] if below else [])])  # fmt: skip
                used = next(numbers)
                assert whole(found, used) == used, (columns, order, heading, below)
                assert (found[0] == over[3]) is heading
                assert (found[-1] == over[3]) is below


def test_a_sentence_goes_on_at_the_head_of_the_next_column(texts: Callable[..., list[str]]) -> None:
    lines = list(column(0, 50.0, 12, 50, count(), 740.0))
    first, second = lines[:21], lines[21:]
    moved = [(1, 310.0, foot + lines[0][2] - second[0][2], text) for _, _, foot, text in second]
    furniture = [(0, 50.0, 810.0, "Annual statement"), (1, 500.0, 812.0, "Spring"), (0, 50.0, 30.0, "The ferry"),
                 (1, 530.0, 30.0, "14")]  # fmt: skip
    assert whole(texts([*furniture, *first, *moved]), 24) == 24


def cells(rows: int, letters: tuple[int, int], gap: int = 8) -> list[Placed]:
    """A log of two columns, row by row."""
    numbers, foot, found = count(), 780.0, []
    for _ in range(rows):
        pair = [column(at, (50.0, 310.0)[at], 1 + at, letters[at], numbers, foot) for at in range(2)]
        found += pair[0] + pair[1]
        foot = min(line[2] for line in found) - 12 - gap
    return found


def test_what_stands_side_by_side_in_rows_is_no_columns(texts: Callable[..., list[str]]) -> None:
    def across(lines: list[Placed]) -> list[str]:
        """As the page was read before: each line with what stands on its height."""
        return texts(sorted(lines, key=lambda line: (-line[2], line[1])))

    for rows, letters in ((3, (48, 48)), (5, (48, 48)), (4, (40, 52))):
        log = cells(rows, letters)
        for order in (log, sorted(log, key=lambda line: line[0])):
            assert texts(order) == across(log), (rows, letters)

    def rule(canvas: Canvas) -> None:
        canvas.grid([45, 300, 560], [790, 420, 60])

    numbers = count()
    beside = [line for at in (0, 1) for line in column(at, (50.0, 310.0)[at], 7 - at, 48, numbers, 740.0 - 3 * at)]
    assert texts(beside, rule) == across(beside) != texts(beside)

    def tables(canvas: Canvas) -> None:
        for left in (50, 310):
            for row in range(4):
                canvas.line(left, 520 - 30 * row, left + 240, 520 - 30 * row)

    assert texts(beside, tables) == texts(beside)
    names = [
        (at, (50.0, 310.0)[at], 740.0 - 12 * row, text)
        for at in (0, 1)
        for row, text in enumerate(["Councillor Ada Birch of the harbour ward", "and the isles beyond the sound"] * 14)
    ]
    assert texts(names) == across(names)
