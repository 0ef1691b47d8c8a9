"""The officer's month, end to end as the README tells it: on the sample, and where they are there on real packs."""

import os
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from scrutiny.errors import ExitCode
from tests.builders.paper import PackBuilder
from tests.cli.test_commands import run
from tests.conftest import SHARED

REAL = SHARED / "packs" / "cyp-osc-2022-03-10.pdf"
LONG = pytest.mark.skipif(
    not REAL.exists() or "SCRUTINY_LONG_TESTS" not in os.environ,
    reason="needs the packs, and takes 40 s: set SCRUTINY_LONG_TESTS",
)
FINE = (ExitCode.OK, ExitCode.FINDINGS)


def next_minutes() -> bytes:
    """The minutes of the meeting after, with one action more."""
    pack = PackBuilder()
    pack.stamps = pack.outline = pack.numbers = False
    pack.new_page()
    pack.heading("Children's Services Overview and Scrutiny Committee")
    for line in ("Minutes of the meeting held on Thursday 11 September 2025", "Present: Councillor Ash (Chair)"):
        pack.line(line)
    pack.heading("1. School places", size=12)
    pack.para("ACTION: The Head of Admissions to send the forecast of places to members by 30 September 2025.")
    return pack.data()


def patient(*arguments: str) -> tuple[int, str, str]:
    """A command that may take as long as a busy machine needs."""
    return run(*arguments, "--timeout", "300")


@pytest.mark.parametrize("pack", ["sample", pytest.param("real", marks=LONG)])
def test_the_month(pack: str, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "pack.pdf"
    path.write_bytes((sample if pack == "sample" else REAL).read_bytes())
    (tmp_path / "september.pdf").write_bytes(next_minutes())

    # 1. cut the pack: every page in one part
    assert patient("split-pack", "pack.pdf", "-o", "papers", "--quiet")[0] == ExitCode.OK
    parts = sorted((tmp_path / "papers").glob("*.pdf"))
    assert sum(len(PdfReader(part).pages) for part in parts) == len(PdfReader(path).pages)

    # 2. keep the log over two meetings: the officer's own words stay, what is new is added
    assert patient("actions", "pack.pdf", "-o", "action-log.xlsx", "--quiet")[0] == ExitCode.OK
    book = load_workbook(tmp_path / "action-log.xlsx")
    sheet = book.worksheets[0]
    own = sheet.cell(1, sheet.max_column + 1, "My notes").column
    sheet.cell(2, own, "asked twice")
    before = sheet.max_row
    book.save(tmp_path / "action-log.xlsx")
    merged = patient("actions", "september.pdf", "--merge", "action-log.xlsx")
    assert merged[0] == ExitCode.OK
    sheet = load_workbook(tmp_path / "action-log.xlsx").worksheets[0]
    assert (sheet.max_row, sheet.cell(2, own).value) == (before + 1, "asked twice")
    assert "forecast of places" in merged[1]
    assert patient("actions", "pack.pdf", "--by-owner", "-o", "to-send.html", "--quiet")[0] == ExitCode.OK

    # 3. the tracker: the committee of the sample asked something of somebody, that of the real pack noted its reports
    tracker = patient("recs", "pack.pdf", "--tracker", "-o", "tracker.xlsx", "--quiet")[0]
    if pack == "sample":
        assert tracker == ExitCode.OK
        assert load_workbook(tmp_path / "tracker.xlsx").worksheets[0].max_row == 2
    else:
        assert tracker == ExitCode.NOTHING_FOUND

    # 4. the inclusion report and its costs, as printed and as they would be
    assert patient("exclusions", "summary", "pack.pdf", "-o", "exclusions.md", "--quiet")[0] == ExitCode.OK
    code, out, _ = patient("cost-model", "pack.pdf", "--set", "awpu.ks3=4200")
    assert code == ExitCode.OK
    assert "4200" in out

    # 5. check, and verify what was written
    assert patient("check", "pack.pdf", "-o", "check.csv", "--quiet")[0] == ExitCode.FINDINGS
    code, out, err = patient("verify", "exclusions.md", "--against", "pack.pdf")
    assert code == ExitCode.OK, out + err
    assert patient("exclusions", "summary", "pack.pdf", "--compare", "exclusions.md")[0] == ExitCode.OK

    # 6. brief the chair
    for name in ("brief.docx", "brief.html"):
        assert patient("brief", "pack.pdf", "-o", name, "--quiet")[0] in FINE
    assert any("What matters most" in each.text for each in Document(str(tmp_path / "brief.docx")).paragraphs)
    assert "pack.pdf#page=" in (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".scrutiny")] == []
