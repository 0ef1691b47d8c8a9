"""The action log: refs, several meetings, and an officer's own log that is added to."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from scrutiny.errors import ExitCode
from scrutiny.paper import open_paper
from scrutiny.registers.actions import LogEntry, find_whole_log, merge_logs
from tests.builders.paragraphs import draw
from tests.cli.test_commands import run


def minutes(path: Path, day: str, *rows: str) -> tuple[LogEntry, ...]:
    head = (f"MINUTES of a meeting of the Highways Committee held on {day}.", "PRESENT: Mr A Ball (Chairman)")
    path.write_bytes(draw(*head, *rows).data())
    with open_paper(path) as paper:
        return find_whole_log(paper).entries


MARCH = (
    "# 6 Bus fares",
    "The Head of Skills undertook to look into the bus fares charged to apprentices in rural villages.",
)
MAY = ("# 3 Minutes", "The outstanding action related to bus fares charged to apprentices in rural villages.")


def test_several_meetings_make_one_log_in_date_order(tmp_path: Path) -> None:
    may = minutes(tmp_path / "may.pdf", "Thursday 8 May 2025", *MAY)
    march = minutes(tmp_path / "march.pdf", "Thursday 6 March 2025", *MARCH)
    log = merge_logs([may, march])
    assert [(entry.ref, entry.status.value, entry.about) for entry in log] == [
        ("2025-03-06/6.1", "open", None), ("2025-05-08/3.1", "outstanding", "2025-03-06/6.1"),
    ]  # fmt: skip


def test_refs_are_the_same_in_every_run(tmp_path: Path) -> None:
    one = minutes(tmp_path / "march.pdf", "Thursday 6 March 2025", *MARCH)
    assert one == minutes(tmp_path / "march.pdf", "Thursday 6 March 2025", *MARCH)


@pytest.fixture
def march(tmp_path: Path) -> Path:
    minutes(tmp_path / "march.pdf", "Thursday 6 March 2025", *MARCH)
    return tmp_path / "march.pdf"


@pytest.fixture
def may(tmp_path: Path) -> Path:
    minutes(tmp_path / "may.pdf", "Thursday 8 May 2025", *MAY)
    return tmp_path / "may.pdf"


def test_merging_into_csv_keeps_columns_and_edits(march: Path, may: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    assert run("actions", march, "--merge", log)[0] == 0
    text = log.read_text(encoding="utf-8-sig")
    head, row = text.splitlines()
    edited = f"{head},my notes\n{row.replace('open', 'done')},asked twice\n"
    log.write_text(edited, encoding="utf-8")
    code, out, _ = run("actions", march, may, "--merge", log, "-f", "csv", "-q")
    assert code == 0
    assert out.count("\n") == 2  # the heading and the one that is new
    merged = log.read_text(encoding="utf-8")
    assert merged.startswith(edited)
    rows = list(csv.DictReader(io.StringIO(merged)))
    assert [(r["ref"], r["status"], r["my notes"]) for r in rows] == [
        ("2025-03-06/6.1", "done", "asked twice"), ("2025-05-08/3.1", "outstanding", ""),
    ]  # fmt: skip
    assert (tmp_path / "log.backup.csv").read_text(encoding="utf-8") == edited
    assert run("actions", march, may, "--merge", log, "-q")[0] == 0
    assert log.read_text(encoding="utf-8") == merged  # nothing new, nothing changed


def test_merging_into_a_workbook_keeps_sheets_and_edits(march: Path, may: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.xlsx"
    assert run("actions", march, "--merge", log)[0] == 0
    book = openpyxl.load_workbook(log)
    book["Action log"].cell(row=1, column=20, value="my notes")
    book["Action log"].cell(row=2, column=20, value="asked twice")
    book.create_sheet("mine")["A1"] = "kept"
    book.save(log)
    assert run("actions", march, may, "--merge", log)[0] == 0
    merged = openpyxl.load_workbook(log)
    sheet = merged["Action log"]
    assert [sheet.cell(row=n, column=1).value for n in (2, 3)] == ["2025-03-06/6.1", "2025-05-08/3.1"]
    assert sheet.cell(row=2, column=20).value == "asked twice"
    assert merged["mine"]["A1"].value == "kept"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("log.docx", b"", ExitCode.USAGE),
        ("log.csv", b"a,b\n1,2\n", ExitCode.INPUT),
        ("log.csv", b"\xff\xfe\x00", ExitCode.INPUT),
        ("log.xlsx", b"no workbook", ExitCode.INPUT),
    ],
)
def test_a_log_that_cannot_be_merged_into_is_left_alone(
    march: Path, tmp_path: Path, name: str, data: bytes, code: int
) -> None:
    (tmp_path / name).write_bytes(data)
    status, _, err = run("actions", march, "--merge", tmp_path / name)
    assert (status, "Traceback" in err) == (code, False)
    assert (tmp_path / name).read_bytes() == data


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize(
    ("heading", "taken"),
    [
        ("Ref,Task,Lead,Deadline,Status", True),
        ("Reference,Action required,Who,By when,Progress", True),
        ("REF.,What,Responsible officer,Timescale,RAG status", True),
        ("Ref,Subject,Lead,Deadline,Status", False),
        ("Page,Task,Lead,Deadline,Status", False),
    ],
)
def test_a_log_with_an_officers_own_headings(
    march: Path, tmp_path: Path, heading: str, taken: bool, suffix: str
) -> None:
    log = tmp_path / f"town{suffix}"
    lines = [heading.split(","), ["1", "Mend the roof", "Clerk", "June", "Open"]]
    book = openpyxl.Workbook()
    if suffix == ".csv":
        log.write_text("".join(",".join(line) + "\n" for line in lines))
    else:
        for line in lines:
            book.worksheets[0].append(line)
        book.save(log)
    before = log.read_bytes()
    code, _, err = run("actions", march, "--merge", log)
    if not taken:
        assert (code, log.read_bytes()) == (ExitCode.INPUT, before)
        assert f'town{suffix} needs the columns "Ref" and "Action"' in err
        return
    rows = (
        [*csv.reader(io.StringIO(log.read_text()))]
        if suffix == ".csv"
        else [list(row) for row in openpyxl.load_workbook(log).worksheets[0].iter_rows(values_only=True)]
    )
    assert rows[:2] == lines and len(rows) == 3
    assert rows[2][0] == "2025-03-06/6.1" and rows[2][4] == "open" and all(rows[2][:3])


def test_filters(march: Path, may: Path) -> None:
    def refs(*arguments: str) -> list[str]:
        out = run("actions", march, may, "-f", "csv", "-q", *arguments)[1]
        return [row["ref"] for row in csv.DictReader(io.StringIO(out))]

    assert refs("--kind", "outstanding") == ["2025-05-08/3.1"]
    assert refs("--owner", "head of skills") == ["2025-03-06/6.1"]
    assert refs("--due-before", "2025-12-31") == []
    assert run("actions", march, "--kind", "wish")[0] == ExitCode.USAGE
    assert run("actions", march, "--due-before", "soon")[0] == ExitCode.USAGE


def test_explain_names_the_rule(march: Path) -> None:
    assert "commits, role, look" in run("actions", march, "--explain")[1]


def test_a_report_without_actions_is_exit_4(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(draw("Report of the Director", "# Background", "1| Words about roads.").data())
    code, _, err = run("actions", path)
    assert code == ExitCode.NOTHING_FOUND
    assert "Looked for" in err
