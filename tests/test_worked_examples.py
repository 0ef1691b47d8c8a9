"""The two worked examples of the README, taken from it word by word and run."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode
from scrutiny.sample import sample_pack
from tests.builders.fake_ocr import scan_pages
from tests.builders.paper import PackBuilder, lock
from tests.test_readme import README

pytestmark = pytest.mark.skipif(
    not (Path(sys.executable).parent / "scrutiny").exists(), reason="needs the installed command and a POSIX shell"
)


def block(mark: str, language: str) -> str:
    (found,) = re.findall(rf"<!-- {mark} -->\n```{language}\n(.*?)```", README, re.DOTALL)
    return str(found)


def shell(command: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-c", command, "monthly.sh", *arguments], cwd=folder, env=os.environ | {"PATH": path},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def sound_report() -> bytes:
    """A paper without minutes and without a wrong figure."""
    pack = PackBuilder()
    pack.begin("6", "6 Road safety")
    pack.para("There were 44 collisions in the year; the next report comes in the spring.")
    return pack.data()


def test_the_monthly_script_makes_its_files_and_ends_with_1_where_a_figure_is_wrong(tmp_path: Path) -> None:
    packs = tmp_path / "packs of june"  # a name with spaces
    packs.mkdir()
    shutil.copy(sample_pack(), packs / "children.pdf")
    (packs / "roads.pdf").write_bytes(sound_report())
    done = shell(block("monthly script", "sh"), tmp_path, str(packs), "out")
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.FINDINGS, "", "")
    rows = {name: read(tmp_path / "out" / name) for name in ("actions.csv", "recommendations.csv", "checks.csv")}
    assert {row["file"] for row in rows["actions.csv"]} == {"children.pdf"}
    assert len(rows["recommendations.csv"]) == 8
    assert {row["status"] for row in rows["checks.csv"]} >= {"error", "warning"}
    briefing = (tmp_path / "out" / "briefing.html").read_text(encoding="utf-8")
    assert "Briefing on 2 packs" in briefing
    assert "Councillor Rahman" not in briefing


def test_the_monthly_script_goes_on_where_papers_hold_nothing_and_ends_with_0(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "roads.pdf").write_bytes(sound_report())
    done = shell(block("monthly script", "sh"), tmp_path, "packs", "out")
    assert done.returncode == ExitCode.OK
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"briefing.html", "checks.csv"}


def test_the_monthly_script_reads_the_others_where_packs_cannot_be_read(tmp_path: Path) -> None:
    """A scan, an encrypted pack and a broken file: each is named, by every step, and the good one is read."""
    packs = tmp_path / "packs"
    packs.mkdir()
    shutil.copy(sample_pack(), packs / "children.pdf")
    (packs / "scan.pdf").write_bytes(scan_pages(sound_report(), (1,)))
    lock(sample_pack(), packs / "locked.pdf")
    (packs / "broken.pdf").write_text("no PDF")
    done = shell(block("monthly script", "sh"), tmp_path, "packs", "out")
    assert (done.returncode, done.stdout) == (ExitCode.INPUT, "")
    for said in ("broken.pdf is not a PDF file", "locked.pdf is encrypted", "scan.pdf has no text layer"):
        assert done.stderr.count(said) == 5, said
    out = tmp_path / "out"
    assert {path.name for path in out.iterdir()} == {
        "actions.csv",
        "briefing.html",
        "checks.csv",
        "costs.csv",
        "recommendations.csv",
    }
    assert {row["file"] for row in read(out / "actions.csv")} == {"children.pdf"}
    briefing = (out / "briefing.html").read_text(encoding="utf-8")
    for name in ("broken.pdf", "locked.pdf", "scan.pdf"):
        assert name in briefing


def test_the_monthly_script_says_where_there_is_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    done = shell(block("monthly script", "sh"), tmp_path, "packs", "out")
    assert (done.returncode, done.stderr) == (ExitCode.OK, "monthly.sh: no packs in packs this month\n")
    (tmp_path / "packs" / "broken.pdf").write_text("no PDF")
    assert shell(block("monthly script", "sh"), tmp_path, "packs", "out").returncode == ExitCode.INPUT
    assert list((tmp_path / "out").iterdir()) == []
    assert shell(block("monthly script", "sh"), tmp_path, "pakcs", "out").returncode == ExitCode.INPUT


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = file.read().split("\n\n")[0]  # the first table
    return list(csv.DictReader(lines.splitlines()))


def steps() -> list[str]:
    """The steps of the job that run scrutiny."""
    return [line for line in re.findall(r"- run: (.*)", block("ci job", "yaml")) if line.startswith("scrutiny")]


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the job checks out: a pack, a committed summary, and a briefing written by hand."""
    folder = tmp_path_factory.mktemp("committed")
    (folder / "packs").mkdir()
    (folder / "briefing").mkdir()
    shutil.copy(sample_pack(), folder / "packs" / "june.pdf")
    (made,) = re.findall(r"`(scrutiny exclusions summary packs/june\.pdf --output \S+)`", README)
    assert shell(made, folder).returncode == ExitCode.OK
    (folder / "briefing" / "chair.md").write_text("The panels discussed 92 cases; 9 pupils were excluded.\n")
    return folder


@pytest.fixture
def repository(committed: Path, tmp_path: Path) -> Path:
    """A checkout of its own."""
    return Path(shutil.copytree(committed, tmp_path / "repository"))


def test_the_job_passes_where_all_is_as_the_pack_has_it(repository: Path) -> None:
    assert [shell(step, repository).returncode for step in steps()] == [ExitCode.OK, ExitCode.OK]


def test_the_plain_script_says_the_same_as_the_job(repository: Path) -> None:
    script = block("ci script", "sh")
    assert shell(script, repository).returncode == ExitCode.OK
    (repository / "briefing" / "chair.md").write_text("The panels discussed 1,292 cases.\n")
    done = shell(script, repository)
    assert (done.returncode, "\x1b" in done.stdout) == (ExitCode.FINDINGS, False)


def test_the_job_fails_where_the_committed_summary_has_drifted(repository: Path) -> None:
    path = repository / "briefing" / "exclusions.md"
    path.write_text(path.read_text(encoding="utf-8").replace("109", "108"), encoding="utf-8")
    done = shell(steps()[0], repository)
    assert done.returncode == ExitCode.FINDINGS
    assert "-| 2018/19 |      108" in done.stdout


def test_the_job_fails_where_a_figure_written_by_hand_is_not_in_the_pack(repository: Path) -> None:
    (repository / "briefing" / "chair.md").write_text("The panels discussed 1,292 cases.\n")
    done = shell(steps()[1], repository)
    assert done.returncode == ExitCode.FINDINGS
    assert "::error file=" in done.stdout
    assert "1,292" in done.stdout
