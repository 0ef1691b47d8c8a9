"""Where output goes: links, pipes, devices, full disks, folders that others write to."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode, OutputError
from scrutiny.outputs import write_file, write_new_file
from tests.cli.test_commands import process, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and devices are others there")


def test_a_link_is_written_through(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "contents.csv", tmp_path / "contents.csv"
    target.write_text("old")
    link.symlink_to(target)
    assert run("contents", sample, "-o", link, "-q")[0] == ExitCode.OK
    assert link.is_symlink()
    assert "Agenda" in target.read_text(encoding="utf-8-sig")
    assert list((tmp_path / "real").iterdir()) == [target]


def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "new")
    write_file(tmp_path / "link", b"x")
    assert ((tmp_path / "link").is_symlink(), (tmp_path / "new").read_bytes()) == (True, b"x")


def test_a_loop_of_links_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OutputError):
        write_file(tmp_path / "a", b"x")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_an_existing_file_keeps_its_mode(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    path.chmod(mode)
    write_file(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


def test_a_pipe_is_written_to(sample: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    done = process("contents", sample, "-o", pipe, "-q")
    reader.join(10)
    assert (done.returncode, got[0][:1], stat.S_ISFIFO(pipe.stat().st_mode)) == (ExitCode.OK, b"{", True)


def test_a_device_is_written_to(sample: Path, tmp_path: Path) -> None:
    assert run("contents", sample, "-o", "/dev/null", "-f", "json", "-q")[0] == ExitCode.OK
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    done = process("contents", sample, "-o", "/dev/stdout", "-f", "json", "-q")
    assert (done.returncode, done.stdout[:1]) == (ExitCode.OK, "{")
    with (tmp_path / "out").open("wb") as out:
        command = [sys.executable, "-m", "scrutiny", "contents", str(sample), "-o", "/dev/stdout", "-f", "json", "-q"]
        assert subprocess.run(command, stdout=out, check=False).returncode == ExitCode.OK
    assert (tmp_path / "out").read_bytes()[:1] == b"{"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("words", [["-f", "table"], ["-f", "json"], ["-f", "json", "-o", "/dev/full"]], ids=" ".join)
def test_a_full_disk_is_an_output_error(words: list[str], sample: Path) -> None:
    """A table is printed by a library, every other format by one function."""
    command = [sys.executable, "-m", "scrutiny", "contents", str(sample), "-q", *words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines()) in (1, 2)) == (ExitCode.OUTPUT, True), done.stderr
    assert done.stderr.startswith("scrutiny: ")
    assert "written: No space left on device" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["explain"], ["check", "--list"], ["doctor"]], ids=" ".join)
def test_help_to_a_full_disk_too(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "scrutiny", *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, "Traceback" in done.stderr, "Exception" in done.stderr) == (ExitCode.OUTPUT, False, False)


def test_nothing_can_be_said_and_the_exit_code_still_is(sample: Path) -> None:
    with Path(os.devnull).open("rb") as unwritable:
        command = [sys.executable, "-m", "scrutiny", "contents", str(sample.with_name("missing.pdf"))]
        assert subprocess.run(command, stderr=unwritable, check=False).returncode == ExitCode.INPUT


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only(sample: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert run("contents", sample, "-o", tmp_path / "a.csv", "-q")[0] == ExitCode.OUTPUT
        assert run("split-pack", sample, "-o", tmp_path / "parts", "-q")[0] == ExitCode.OUTPUT
    finally:
        tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("existing", [False, True], ids=["new folder", "existing folder"])
def test_of_three_runs_into_one_folder_one_wins(existing: bool, sample: Path, tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    if existing:
        parts.mkdir()
        (parts / "mine.txt").write_text("mine")
    command = [sys.executable, "-m", "scrutiny", "split-pack", str(sample), "-o", str(parts), "-q"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    ended = [(each.communicate(timeout=60), each.returncode) for each in runs]
    assert sorted(code for _, code in ended) == [ExitCode.OK, ExitCode.OUTPUT, ExitCode.OUTPUT]
    assert all("already" in err for (_, err), code in ended if code)
    alone = tmp_path / "alone"
    run("split-pack", sample, "-o", alone, "-q")
    own = {"mine.txt"} if existing else set()
    assert {path.name for path in parts.iterdir()} == {path.name for path in alone.iterdir()} | own
    assert list(tmp_path.rglob(".scrutiny-*")) == []


def test_a_new_file_is_never_put_over_another(tmp_path: Path) -> None:
    assert write_new_file(tmp_path / "a", b"1") is True
    assert write_new_file(tmp_path / "a", b"2") is False
    assert (tmp_path / "a").read_bytes() == b"1"


@pytest.mark.parametrize("linked", (False, True))
def test_a_paper_is_never_overwritten_by_a_report(linked: bool, sample: Path, tmp_path: Path) -> None:
    """By its own name with a format given, or by a link that has the ending of a report."""
    paper, link = tmp_path / "paper.pdf", tmp_path / "out.json"
    paper.write_bytes(sample.read_bytes())
    link.symlink_to(paper)
    output = run("contents", paper, "-f", "json", "-o", link if linked else paper)
    assert output[0] == ExitCode.OUTPUT
    assert paper.read_bytes() == sample.read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out.json", "paper.pdf"]


@pytest.mark.parametrize("linked", (False, True))
def test_a_summary_is_never_overwritten_by_what_is_said_of_it(linked: bool, sample: Path, tmp_path: Path) -> None:
    summary, link = tmp_path / "summary.md", tmp_path / "out.md"
    summary.write_text("The panel met four times.")
    link.symlink_to(summary)
    output = run("verify", summary, "--against", sample, "-o", link if linked else summary)
    assert (output[0], summary.read_text()) == (ExitCode.OUTPUT, "The panel met four times.")
