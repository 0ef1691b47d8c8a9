"""`-` reads standard input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode


def piped(data: bytes, *arguments: object, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "scrutiny", *map(str, arguments)], input=data, cwd=folder, capture_output=True,
        check=False, env={"TMPDIR": str(folder), "PATH": ""},
    )  # fmt: skip


@pytest.mark.parametrize(
    "command", [["contents"], ["recs"], ["exclusions", "years"], ["cost-model"], ["split-pack"]], ids=" ".join
)
def test_a_pack_from_standard_input_reads_as_the_file_does(command: list[str], sample: Path, tmp_path: Path) -> None:
    done = piped(sample.read_bytes(), *command, "-", "-f", "json", "--quiet", folder=tmp_path)
    assert (done.returncode, done.stderr) == (ExitCode.OK, b"")
    data = json.loads(done.stdout)
    assert [source["file"] for source in data["sources"]] == ["standard-input.pdf"]
    left = [path.name for path in tmp_path.iterdir()]
    assert left == (["standard-input"] if command == ["split-pack"] else [])


def test_a_summary_from_standard_input_is_held_against_the_paper(sample: Path, tmp_path: Path) -> None:
    done = piped(b"The panels discussed 1,292 cases.\n", "verify", "-", "--against", sample, folder=tmp_path)
    assert done.returncode == ExitCode.FINDINGS
    assert b"standard-input.md" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_once_only_and_not_from_a_keyboard(sample: Path, tmp_path: Path) -> None:
    done = piped(sample.read_bytes(), "check", "-", "-", folder=tmp_path)
    assert (done.returncode, b"only once" in done.stderr) == (ExitCode.USAGE, True)
    done = piped(sample.read_bytes(), "exclusions", "-", folder=tmp_path)
    assert (done.returncode, b"Type scrutiny exclusions summary -." in done.stderr) == (ExitCode.USAGE, True)
    assert piped(b"", "contents", "-", folder=tmp_path).returncode == ExitCode.INPUT
