"""Paragraphs, list parts and headings, joined over lines and pages."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from scrutiny.pdf import read_pdf
from scrutiny.prose import Sentence, find_blocks, find_running_heads, split_sentences
from scrutiny.prose.blocks import join_lines
from tests.builders.paragraphs import read_blocks

LONG = "The Head of Highways explained that the works would take two years and would be paid for by the developer. " * 3


def test_markers_are_taken_off_and_kept_as_printed() -> None:
    blocks = read_blocks(
        "# Background", f"6| {LONG}", "> a)| note the report; and", "> b)| agree a date.", "• a bullet", f"8.1| {LONG}",
        f"23/5| {LONG}",
    )  # fmt: skip
    assert [block.marker for block in blocks] == [None, "6", "a)", "b)", "•", "8.1", "23/5"]
    assert blocks[0].bold
    assert blocks[2].text == "note the report; and"
    assert blocks[2].quote == "a) note the report; and"
    assert blocks[1].lines > 1


def test_a_paragraph_goes_on_over_a_page_break_and_a_finished_one_does_not() -> None:
    blocks = read_blocks("The committee asked for", "---", "a further report.", "---", "A new paragraph.")
    assert [(block.text, block.pages) for block in blocks] == [
        ("The committee asked for a further report.", (1, 2)),
        ("A new paragraph.", (3,)),
    ]


def test_a_letter_or_year_at_the_margin_is_no_marker() -> None:
    """ "(see Appendix / A) which" and "in / 2020 The" happen where lines are wrapped."""
    words = "The paper says so (see Appendix A) which is why the budget of 2020 and 12 months of work are needed. " * 8
    (block,) = read_blocks(words)
    assert block.marker is None


@pytest.mark.parametrize("year", ["2021.", "2020/21."])
def test_a_year_that_ends_a_sentence_at_the_margin_is_no_marker(year: str) -> None:
    words = " ".join(f"There were {count} suspensions in {year} Of these, some were of girls." for count in range(40))
    (block,) = read_blocks(words)
    assert (block.marker, block.text) == (None, words)
    assert any(row.text.startswith(year) for row in block.rows)
    ended = read_blocks("There were 31 suspensions.", f"{year}| Minutes of the last meeting")
    assert [each.marker for each in ended] == [None, year]


@pytest.mark.parametrize(
    ("first", "number_size", "texts"),
    [
        ("agree the plan for the libraries", 12, ["agree the plan for the libraries and the museums of the county."]),
        ("agree the plan for the libraries", 10, ["agree the plan for the libraries and the museums of the county."]),
        # finished, or in the size of a heading
        ("agree the plan.", 12, ["agree the plan.", "and the museums of the county."]),
        (
            "agree the plan for the libraries",
            14,
            ["agree the plan for the libraries", "and the museums of the county."],
        ),
    ],
)
def test_a_part_goes_on_below_a_number_of_another_size(
    tmp_path: Path, first: str, number_size: float, texts: list[str]
) -> None:
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setFont("Helvetica", number_size)
    canvas.drawString(72, 700, "1)")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(90, 700, first)
    canvas.drawString(90, 686, "and the museums of the county.")
    canvas.save()
    with read_pdf(path) as pdf:
        assert [block.text for block in find_blocks(pdf.pages())] == texts


@pytest.mark.parametrize(
    ("number", "heading", "parts"),
    [
        ("6.", "Review of the ferry dues", 2),
        (
            "6.",
            "Review of the ferry dues, which the harbour had asked for in the spring and which",
            1,
        ),  # no room behind it
        ("6.", "The ferry dues are as they were.", 1),  # a sentence
        ("a)", "Review of the ferry dues", 1),  # a part of a list
    ],
)
def test_a_numbered_line_with_room_behind_it_is_a_heading(
    number: str, heading: str, parts: int, tmp_path: Path
) -> None:
    path = tmp_path / "minutes.pdf"
    page = Canvas(str(path))
    page.setFont("Helvetica", 11)
    text = "The Harbour Master had sent the new dues to all members before the meeting, and it was"
    for at, line in enumerate((f"{number} {heading}", text, "resolved to adopt them.")):
        page.drawString(60, 700 - 14 * at, line)
    page.save()
    with read_pdf(path) as pdf:
        blocks = find_blocks(pdf.pages())
    assert [block.marker for block in blocks] == [number, None][:parts]


@pytest.mark.parametrize(
    ("marker", "bullet"), [("o", True), ("o.", False), ("(o)", False), ("•", True), ("(n)", False)]
)
def test_the_letter_o_in_brackets_is_no_bullet(marker: str, bullet: bool) -> None:
    (block,) = read_blocks(f"{marker}| Agree the plan for the libraries.")
    assert (block.marker, block.bullet) == (marker, bullet)


def test_running_heads_are_lines_on_three_pages() -> None:
    texts = [f"OFFICIAL\nWords of page {n}\nand more\nVersion {n}" for n in range(4)]
    assert "OFFICIAL" in find_running_heads(texts)
    assert "Version #" in find_running_heads(texts)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the inter-", "related work"], "the inter-related work"),
        (["a break -", "and more"], "a break - and more"),
        (["2020-", "Forward"], "2020- Forward"),
    ],
)
def test_hyphens_at_line_ends_stay(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He agreed. She did not.", ["He agreed.", "She did not."]),
        ("Mr. R. C. Love said so. Cllr. Ball agreed.", ["Mr. R. C. Love said so.", "Cllr. Ball agreed."]),
        ("It cost £1.5m. That was more.", ["It cost £1.5m.", "That was more."]),
        ("see paras. 5 to 7 and No. 8 there.", ["see paras. 5 to 7 and No. 8 there."]),
        ("“It was so.” She left.", ["“It was so.”", "She left."]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == sentences
    assert all(isinstance(s, Sentence) and text[s.start : s.end] == s.text for s in split_sentences(text))
