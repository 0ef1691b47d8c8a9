"""`--jobs`: many files at once give the same bytes, findings and errors as one by one."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfWriter

from scrutiny.errors import ExitCode
from tests.builders.paper import PackBuilder
from tests.cli.test_commands import process, run


@pytest.fixture(scope="module")
def papers(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A long one first, and two short ones that are read sooner."""
    folder = tmp_path_factory.mktemp("papers")
    papers = [folder / f"{name}.pdf" for name in ("march", "may", "july")]
    shutil.copy(sample, papers[0])
    for number, path in enumerate(papers[1:], 1):
        pack = PackBuilder()
        pack.begin("6", f"6 Road safety, part {number}")
        pack.para("There were 40 collisions: 12 on main roads and 38 on others. The number fell from 50 to 40, by 20%.")
        pack.para("We recommend that the Cabinet repair the crossing at the school.")
        path.write_bytes(pack.data())
    return papers


COMMANDS = [
    ["contents", "-f", "json"], ["actions", "-f", "csv"], ["recs", "-f", "json"], ["recs", "lint", "-f", "csv"],
    ["check", "-f", "json"], ["brief", "-f", "html"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_same_bytes_in_the_same_order(papers: list[Path], command: list[str]) -> None:
    code, out, err = run(*command, *papers)
    together = process(*command, "--jobs", "2", *papers)
    assert (together.stdout, together.stderr, together.returncode) == (out, err, code)
    assert code == (ExitCode.FINDINGS if command[0] == "check" else ExitCode.OK)


def test_a_file_given_twice_is_read_once(papers: list[Path]) -> None:
    once, twice = process("actions", papers[0], "-f", "csv"), process("actions", papers[0], papers[0], "-f", "csv")
    assert twice.stdout == once.stdout
    assert f"{papers[0]} is given more than once; it is read once" in twice.stderr


def test_files_that_cannot_be_read_are_left_out_and_said(papers: list[Path], tmp_path: Path) -> None:
    broken, missing = tmp_path / "broken.pdf", tmp_path / "missing.pdf"
    broken.write_text("no PDF")
    for files in ([papers[0], missing, broken], [broken, *papers, missing]):
        alone, together = process("contents", *files), process("contents", "-j", "2", *files)
        assert (together.stdout, together.stderr, together.returncode) == (alone.stdout, alone.stderr, ExitCode.INPUT)
        assert papers[0].name in together.stdout
        assert "scrutiny: broken.pdf is not a PDF file" in together.stderr
        assert f"scrutiny: there is no file {missing}" in together.stderr


def test_a_file_that_takes_too_long_is_named(papers: list[Path], tmp_path: Path) -> None:
    long = PdfWriter()
    for _ in range(40):
        long.append(papers[0])
    long.write(tmp_path / "long.pdf")
    files = [tmp_path / "long.pdf", papers[0]]
    alone, together = (process("check", *files, "--timeout", "0.1", *more) for more in ([], ["-j", "2"]))
    assert alone.returncode == together.returncode == ExitCode.INPUT
    assert together.stderr == alone.stderr
    assert "was not read within" in together.stderr


def test_zero_is_one_for_each_processor_and_less_is_an_error(papers: list[Path]) -> None:
    assert process("contents", "-j", "0", *papers[:2]).returncode == ExitCode.OK
    assert run("contents", "-j", "-1", papers[0])[0] == ExitCode.USAGE


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_ctrl_c_ends_all_of_them_in_one_line(sample: Path, tmp_path: Path) -> None:
    """Also where a shell started the tests in the background, where Ctrl-C is ignored unless it is asked for again. A
    file that is named twice is read once: each of them needs a name of its own."""
    papers = [shutil.copy(sample, tmp_path / f"{number}.pdf") for number in range(40)]
    command = [sys.executable, "-m", "scrutiny", "check", "-j", "2", *map(str, papers)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    ) as child:  # fmt: skip
        time.sleep(1.5)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, out) == (ExitCode.INTERRUPTED, "")
    assert err == "scrutiny: interrupted; nothing was left half-written\n"
