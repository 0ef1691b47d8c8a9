"""`--ocr`: scans are read by ocrmypdf in a temporary copy, what comes from them is marked and never more than a note."""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode
from tests.builders.fake_ocr import scan_pages, write_fake_ocr, write_program
from tests.cli.test_commands import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")

WRONG = (16, 19)
"""Pages of the sample pack with figures that do not add up."""


@pytest.fixture
def scanned(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample pack with two pages as pictures, and a program that reads them without a mistake."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "tmp").mkdir()
    write_fake_ocr(tmp_path / "bin", sample.read_bytes())
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    path = tmp_path / "scanned.pdf"
    path.write_bytes(scan_pages(sample.read_bytes(), WRONG))
    return path


def checked(path: Path, *more: str) -> dict[str, list[dict[str, object]]]:
    out = run("check", path, "--format", "json", "--quiet", *more)[1]
    data: dict[str, list[dict[str, object]]] = json.loads(out)
    return data


def test_figures_of_a_scan_are_notes_at_most_and_marked(scanned: Path, sample: Path, tmp_path: Path) -> None:
    plain = [f for f in checked(sample)["findings"] if f["pdf_page"] in WRONG and f["severity"] != "note"]
    data = checked(scanned, "--ocr")
    read = [f for f in data["findings"] if f["pdf_page"] in WRONG]
    assert {f["code"] for f in plain} <= {f["code"] for f in read}
    assert {f["severity"] for f in read} == {"note"}
    assert all(str(f["message"]).endswith(" (read by OCR)") for f in read)
    (source,) = data["sources"]
    assert (source["ocr_pages"], source["file"]) == (list(WRONG), "scanned.pdf")
    assert source["sha256"] == hashlib.sha256(scanned.read_bytes()).hexdigest()
    rows = [row for row in data["tables"]["checks"] if row["pdf_page"] in WRONG]  # type: ignore[call-overload]
    assert rows
    assert all(str(row["quote"]).startswith("[read by OCR] ") for row in rows)
    assert {row["status"] for row in rows} <= {"ok", "note", "not-checkable"}
    assert list((tmp_path / "tmp").iterdir()) == []


def test_people_see_which_pages_were_read(scanned: Path, tmp_path: Path) -> None:
    out = run("exclusions", "summary", scanned, "--ocr")[1]
    assert "PDF pages 16 and 19 read by OCR" in out
    assert "error:" not in [line for line in out.splitlines() if "page 16" in line]
    run("brief", scanned, "--ocr", "--output", tmp_path / "brief.md")
    text = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "read by OCR" in text
    assert "318,270" not in text.split("Annex")[0]


def test_a_page_of_a_row_says_so(sample: Path, scanned: Path) -> None:
    scanned.write_bytes(scan_pages(sample.read_bytes(), (3,)))
    assert "3 (OCR)" in run("actions", scanned, "--ocr", "--format", "markdown", "--quiet")[1]


def test_without_a_scan_the_program_is_not_needed(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert run("contents", sample, "--ocr", "--quiet") == run("contents", sample, "--quiet")


def test_it_says_how_to_install_it(scanned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    code, out, err = run("contents", scanned, "--ocr")
    assert (code, out) == (ExitCode.INPUT, "")
    assert "scanned.pdf has no text on PDF pages 16 and 19, and ocrmypdf is not installed" in err
    assert "apt install ocrmypdf" in err


def test_what_the_program_says_is_passed_on(scanned: Path, tmp_path: Path) -> None:
    write_program(tmp_path / "bin", "echo 'no such language' >&2\nexit 3\n")
    code, _, err = run("contents", scanned, "--ocr")
    assert (code, "ocrmypdf cannot read scanned.pdf: no such language" in err) == (ExitCode.INPUT, True)
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.skipif(not (shutil.which("ocrmypdf") and shutil.which("tesseract")), reason="needs ocrmypdf")
def test_the_real_program_reads_a_page(tmp_path: Path) -> None:
    from PIL import Image, ImageDraw, ImageFont
    from reportlab.lib.utils import ImageReader

    from tests.builders.paper import PackBuilder

    picture = Image.new("L", (1240, 1754), 255)
    words = "Highways Scrutiny Committee\n\nThe cost of 190 days at £110 is £20,900."
    ImageDraw.Draw(picture).text((120, 160), words, fill=0, font=ImageFont.load_default(40))
    pack = PackBuilder()
    pack.stamps = pack.outline = pack.numbers = False
    pack.new_page()
    pack.canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    (tmp_path / "scan.pdf").write_bytes(pack.data())
    code, out, _ = run("contents", tmp_path / "scan.pdf", "--ocr", "--format", "json", "--quiet")
    assert code == ExitCode.OK
    assert "Highways" in out
