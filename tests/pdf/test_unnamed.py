"""Characters whose font does not say which letters they are."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scrutiny.cli.app import app
from scrutiny.pdf import UNREAD, read_pdf
from tests.builders.hostile import RawPdf

SENTENCE = "The Panel agreed to ask for the budget, item 4."


def _drawn(tmp_path: Path, *lines: str, moved: int = 29) -> Path:
    """A page whose font draws glyphs by number, each that many below its letter, and names none of them."""
    pdf = RawPdf()
    inner = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    child = pdf.add(
        inner + "/Supplement 0 >> /DW 600 /FontDescriptor << /Type /FontDescriptor /FontName /Plain /Flags 4 >> >>"
    )
    font = pdf.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [{child} 0 R] >>"
    )
    shown = "".join(
        f"BT /F2 10 Tf 60 {760 - 20 * at} Td <{''.join(f'{ord(letter) - moved:04X}' for letter in line)}> Tj ET\n"
        for at, line in enumerate(lines)
    )
    named = "BT /F1 10 Tf 60 700 Td (Named letters stay.) Tj ET\n"
    page = pdf.page(pdf.stream((shown + named).encode()))
    body = pdf.objects[page - 1]
    pdf.objects[page - 1] = body.replace(b"/Font << ", f"/Font << /F2 {font} 0 R ".encode())
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf.data())
    return path


def _lines(path: Path) -> list[str]:
    with read_pdf(path) as pdf, pdf.page(1) as page:
        assert [word for line in page.lines for word in line.text.split()] == [word.text for word in page.words]
        assert page.text.split() == [word.text for word in page.words]
        return [line.text for line in page.lines]


def test_letters_of_the_usual_order_are_read(tmp_path: Path) -> None:
    path = _drawn(tmp_path, SENTENCE, "Resolved: that this is so.")
    assert _lines(path) == [SENTENCE, "Resolved: that this is so.", "Named letters stay."]


@pytest.mark.parametrize("moved", [28, 31])
def test_letters_of_another_order_are_not_guessed(moved: int, tmp_path: Path) -> None:
    first, second = _lines(_drawn(tmp_path, SENTENCE, moved=moved))
    assert set(first) <= {UNREAD, " "}
    assert second == "Named letters stay."


def test_a_few_letters_tell_no_order(tmp_path: Path) -> None:
    assert _lines(_drawn(tmp_path, "4.5"))[0] == 3 * UNREAD


def test_that_letters_were_not_read_is_said(tmp_path: Path) -> None:
    path = _drawn(tmp_path, SENTENCE, moved=31)
    done = CliRunner().invoke(app, ["contents", str(path), "-f", "json"])
    (found,) = [finding for finding in json.loads(done.stdout)["findings"] if finding["code"] == "unreadable-page"]
    assert found["severity"] == "note"
    assert found["message"].startswith(f"{len(SENTENCE)} characters on PDF page 1 ")
