"""Workbooks and CSV as a spreadsheet opens them: LibreOffice, without a window. Skipped where it is missing."""

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scrutiny.sheets import Format, render
from scrutiny.sheets.model import Column, Kind, Layout, Report, Row, Table
from tests.cli.test_commands import run

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")

HOSTILE = ["=1+1", "+44 1632 960000", "-5", "@SUM(A1)", "23/5", "007", "£1,420 – naïve “café”", "1.10", "1E5", "7a"]
_NUMBER = re.compile(r"^[-+]?[\d,]*\.?\d+%?$|^\d{4}-\d\d-\d\d$")
"""What a spreadsheet may make a number or a date of: the value stays the same."""


def opened(path: Path, form: str, *more: str) -> Path:
    subprocess.run(
        [str(OFFICE), "--headless", f"-env:UserInstallation={(path.parent / 'office').as_uri()}", *more, "--convert-to", form,
         "--outdir", str(path.parent / "opened"), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return path.parent / "opened" / path.with_suffix(f".{form.split(':')[0]}").name


def hostile() -> Report:
    columns = (Column(name="text", heading="Text"), Column(name="count", heading="Count", kind=Kind.COUNT))
    rows: tuple[Row, ...] = tuple({"text": text, "count": at} for at, text in enumerate(HOSTILE))
    table = Table(layout=Layout(name="hostile", caption="Hostile", columns=columns), rows=rows)
    return Report(command="contents", version="1", sources=(), tables=(table,))


def test_a_workbook_keeps_every_word_and_runs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hostile.xlsx"
    path.write_bytes(render(hostile(), Format.XLSX))
    sheet = load_workbook(opened(path, "xlsx")).active
    assert sheet is not None
    found = list(sheet.iter_rows(min_row=2, values_only=True))
    assert found == [(text, at) for at, text in enumerate(HOSTILE)]


@pytest.mark.parametrize("command", [["actions"], ["check"], ["brief"], ["recs"]])
def test_workbooks_are_read_back_whole(command: list[str], sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    run(*command, sample, "--output", path, "--quiet")
    ours, theirs = load_workbook(path), load_workbook(opened(path, "xlsx"))
    assert theirs.sheetnames == ours.sheetnames
    for name in ours.sheetnames:
        assert list(theirs[name].iter_rows(values_only=True)) == list(ours[name].iter_rows(values_only=True)), name


@pytest.mark.parametrize("command", [["actions"], ["cost-model"], ["recs"]])
def test_csv_keeps_pounds_and_accents(command: list[str], sample: Path, tmp_path: Path) -> None:
    """Opened as UTF-8, which the mark at its beginning asks for; without a window LibreOffice has to be told."""
    path = tmp_path / "rows.csv"
    run(*command, sample, "--output", path, "--quiet")
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    sheet = load_workbook(opened(path, "xlsx", "--infilter=CSV:44,34,76")).active
    assert sheet is not None
    for row, found in zip(rows, sheet.iter_rows(values_only=True), strict=True):
        for text, value in zip(row, found, strict=False):
            assert str("" if value is None else value) == text or _NUMBER.match(text), (text, value)
