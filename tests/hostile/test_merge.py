"""Merging into a log that is open, damaged, linked or odd: the log stays as it was, or grows, and is kept beside itself."""

import stat
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.table import Table as ExcelTable

from scrutiny.errors import ExitCode, InputError, OutputError
from scrutiny.sheets.merging import merge_rows
from scrutiny.sheets.model import Column, Layout, Report, Table
from tests.cli.test_commands import run
from tests.hostile.test_limits import measured

LAYOUT = Layout(
    name="log", caption="Log", columns=(Column(name="ref", heading="Ref"), Column(name="action", heading="Action"))
)


def rows(*refs: str, action: str = "Look into fares.") -> Report:
    table = Table(layout=LAYOUT, rows=tuple({"ref": ref, "action": action} for ref in refs))
    return Report(command="log", version="", sources=(), tables=(table,))


def merged(path: Path, *refs: str, action: str = "Look into fares.") -> list[object]:
    return [row["ref"] for row in merge_rows(rows(*refs, action=action), path).added]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_backup_is_never_written_over(suffix: str, tmp_path: Path) -> None:
    log = tmp_path / f"log{suffix}"
    merged(log, "1")
    states = [log.read_bytes()]
    for ref in ("2", "3", "4"):
        assert merged(log, ref) == [ref]
        states.append(log.read_bytes())
    backups = [tmp_path / f"log.backup{number}{suffix}" for number in ("", "-2", "-3")]
    assert [path.read_bytes() for path in backups] == states[:3]
    assert merged(log, "1", "4") == []
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize("name", ["~$log.xlsx", ".~lock.log.xlsx#"])
def test_a_log_that_is_open_is_left_alone(name: str, tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    merged(log, "1")
    before = log.read_bytes()
    (tmp_path / name).write_bytes(b"clerk")
    with pytest.raises(OutputError, match="is open in a spreadsheet"):
        merged(log, "2")
    assert (log.read_bytes(), len(list(tmp_path.iterdir()))) == (before, 2)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("log.csv", b'ref,action\n1,"not closed\n2,b\n'), ("log.csv", b"ref\xff\n"), ("log.csv", b""), ("log.csv", b"a,b\n1,2\n"),
        ("log.csv", b'ref,action\n1,"' + b"x" * 200_000 + b'"\n'), ("log.csv", b"ref\n\x00\n"), ("log.xlsx", b""), ("log.xlsx", b"PK\x03\x04"),
        ("log.xlsx", b"no workbook"),
    ],
    ids=["quote", "no UTF-8", "empty", "no ref", "endless cell", "null", "empty workbook", "cut off", "text"],
)  # fmt: skip
def test_a_damaged_log_is_refused_and_kept(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    try:
        merged(tmp_path / name, "9")
    except InputError as error:
        assert error.exit_code == ExitCode.INPUT
        assert [path.read_bytes() for path in tmp_path.iterdir()] == [data]
    else:
        assert name == "log.csv"
        assert data.startswith(b"ref\n\x00")  # Python 3.11 reads a null as any other character


def test_a_folder_by_that_name_is_refused(tmp_path: Path, sample: Path) -> None:
    (tmp_path / "log.csv").mkdir()
    assert run("actions", sample, "--merge", tmp_path / "log.csv")[0] == ExitCode.INPUT


def test_a_log_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "log.csv"
    merged(real, "1")
    real.chmod(0o640)
    link.symlink_to(real)
    assert merged(link, "2") == ["2"]
    assert (link.is_symlink(), stat.S_IMODE(real.stat().st_mode)) == (True, 0o640)
    assert "2," in real.read_text(encoding="utf-8-sig")


def test_an_excel_table_grows_with_its_rows(tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (["ref", "action", "my note"], ["1", "a", "mine"], ["2", "b", None]):
        sheet.append(line)
    table = ExcelTable(displayName="Log", ref="A1:C3")
    sheet.add_table(table)
    book.save(log)
    merged(log, "3", "4")
    again = openpyxl.load_workbook(log).active
    assert again is not None
    assert [each.ref for each in again.tables.values()] == ["A1:C5"]
    assert [row[0] for row in again.iter_rows(min_row=2, values_only=True)] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize(
    "action", ["=cmd|'/c calc'!A1", "\uff1d1", "\x1b[31mred", "<r><t>x</t></r>", "a\u202eb", "x" * 40_000]
)
def test_a_payload_in_a_log_is_only_text(action: str, suffix: str, tmp_path: Path) -> None:
    from tests.hostile.payloads import read_table, read_workbook

    log = tmp_path / f"log{suffix}"
    for ref in ("1", "2"):
        merged(log, ref, action=action)
        reader = (
            read_workbook if suffix == ".xlsx" else lambda data: read_table(data.removeprefix(b"\xef\xbb\xbf"), ",")
        )
        assert list(reader(log.read_bytes())) == []


def test_two_merges_at_once_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run has changed the log between reading and writing: nothing is written over it."""
    from scrutiny.sheets import merging

    log = tmp_path / "log.csv"
    merged(log, "1")
    keep = merging._keep

    def meanwhile(path: Path, data: bytes) -> None:
        keep(path, data)
        path.write_bytes(data + b"other,row\n")

    monkeypatch.setattr(merging, "_keep", meanwhile)
    with pytest.raises(OutputError, match="changed meanwhile"):
        merged(log, "2")
    assert log.read_bytes().endswith(b"other,row\n")


def test_what_a_workbook_cannot_keep_is_said(tmp_path: Path, sample: Path) -> None:
    """A list of choices from another sheet, as Excel writes it, is beyond the library that writes workbooks."""
    log = tmp_path / "log.xlsx"
    merged(log, "1")
    with zipfile.ZipFile(log) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    extension = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        b'<x14:dataValidations count="0"/></ext></extLst></worksheet>'
    )
    held["xl/worksheets/sheet1.xml"] = held["xl/worksheets/sheet1.xml"].replace(b"</worksheet>", extension)
    with zipfile.ZipFile(log, "w") as parts:
        for name, data in held.items():
            parts.writestr(name, data)
    code, _, err = run("actions", sample, "--merge", log)
    assert code == ExitCode.OK
    assert "the log could not keep its drop-down lists from another sheet, which the backup beside it still has" in err
    assert "Warning" not in err


def test_a_workbook_that_is_a_bomb_is_refused(tmp_path: Path, sample: Path) -> None:
    log = tmp_path / "log.xlsx"
    merged(log, "1")
    with zipfile.ZipFile(log) as parts:
        held = {name: parts.read(name) for name in parts.namelist()}
    bomb = b'<sheetData><row r="9"><c r="C9" t="inlineStr"><is><t>' + b"x" * 80_000_000 + b"</t></is></c></row>"
    held["xl/worksheets/sheet1.xml"] = held["xl/worksheets/sheet1.xml"].replace(b"<sheetData>", bomb)
    with zipfile.ZipFile(log, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        for name, data in held.items():
            parts.writestr(name, data)
    code, err, megabytes = measured("actions", sample, "--merge", log, "--memory-limit", "150")
    assert (code, len(err.splitlines()), megabytes < 220) == (ExitCode.INPUT, 2, True)


def test_a_csv_log_keeps_a_row_out_by_its_status(tmp_path: Path, sample: Path) -> None:
    """A CSV file has no record of deleted rows: what is to stay out is marked, and the message says how."""
    log = tmp_path / "log.csv"
    assert "; " not in run("actions", sample, "--merge", log)[2]
    lines = log.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if ",open," in line)
    lines[at] = lines[at].replace(",open,", ",not an action,")
    log.write_text("".join(lines), encoding="utf-8-sig")
    assert "0 added, 0 closed, 0 changed\n" in run("actions", sample, "--merge", log)[2]
    assert log.read_text(encoding="utf-8-sig").splitlines(keepends=True) == lines

    deleted = lines.pop(1)
    log.write_text("".join(lines), encoding="utf-8-sig")
    said = run("actions", sample, "--merge", log)[2]
    assert "1 added" in said
    assert (
        '1 row of a meeting that the log already had: to keep a row out for good, set its status to "not an action"'
        in said
    )
    assert log.read_text(encoding="utf-8-sig").splitlines(keepends=True) == [*lines, deleted]
