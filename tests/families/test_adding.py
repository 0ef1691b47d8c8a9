"""A family is added by its folder and one line in the list of families, and by nothing else."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scrutiny import families
from scrutiny.errors import ExitCode
from tests.builders.paper import PackBuilder
from tests.cli.test_commands import run
from tests.conftest import PackFile

FOLDER = Path(__file__).parent / "added"


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up family `attendance`, found as if its folder stood beside the others."""
    monkeypatch.setattr(families, "__path__", [*families.__path__, str(FOLDER)])
    monkeypatch.setattr(families, "NAMES", (*families.NAMES, "attendance"))
    importlib.invalidate_caches()
    yield


@pytest.fixture
def paper(pack_file: PackFile) -> Path:
    builder = PackBuilder(stamps=False, outline=False)
    builder.begin(None)
    builder.heading("Attendance in our schools")
    rows = [["School", "Sessions missed"], ["Ash", "40"], ["Birch", "31"], ["Cedar", "20"], ["Total", "90"]]
    builder.table(rows, [150.0, 120.0])
    return pack_file(builder)


@pytest.mark.usefixtures("added")
def test_check_has_its_check(paper: Path) -> None:
    code, out, _ = run("check", paper, "--only", "attendance", "-f", "json", "-q")
    (finding,) = json.loads(out)["findings"]
    assert (code, finding["printed"], finding["expected"], finding["page"]) == (ExitCode.FINDINGS, "90", "91", "1")
    assert "Sessions missed with their total." in run("check", "--list")[1]


@pytest.mark.usefixtures("added")
def test_brief_has_its_chapter_and_table_and_can_leave_it_out(paper: Path) -> None:
    assert "## Sessions missed" in run("brief", paper, "-f", "markdown", "-q")[1]
    rows = json.loads(run("brief", paper, "-f", "json", "-q")[1])["tables"]["attendance"]
    assert [(row["school"], row["printed"]) for row in rows] == [
        ("Ash", "40"), ("Birch", "31"), ("Cedar", "20"), (None, "90")
    ]  # fmt: skip
    left = run("brief", paper, "-f", "markdown", "-q", "--redact", "attendance")[1]
    assert "## Sessions missed" not in left


@pytest.mark.usefixtures("added")
def test_verify_has_its_evidence(paper: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("Sessions missed in all, added up again: 91.\n")
    code, out, _ = run("verify", summary, "--against", paper, "--all", "-f", "json", "-q")
    (figure,) = json.loads(out)["tables"]["figures"]
    assert (code, figure["outcome"], figure["working"]) == (ExitCode.OK, "computed", "the sum")


def test_without_it_nothing_of_it_is_known(paper: Path) -> None:
    assert "attendance" not in json.loads(run("brief", paper, "-f", "json", "-q")[1])["tables"]
    assert run("check", paper, "--only", "attendance")[0] == ExitCode.USAGE
