"""`-` reads standard input."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scrutiny.cli import app
from scrutiny.errors import ExitCode


def piped(data: bytes, *arguments: object, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "scrutiny", *map(str, arguments)], input=data, cwd=folder, capture_output=True,
        check=False, env={"TMPDIR": str(folder), "PATH": ""},
    )  # fmt: skip


def test_a_pack_from_standard_input_reads_as_the_file_does(sample: Path, tmp_path: Path) -> None:
    done = piped(sample.read_bytes(), "contents", "-", "-f", "json", "--quiet", folder=tmp_path)
    assert (done.returncode, done.stderr) == (ExitCode.OK, b"")
    assert [source["file"] for source in json.loads(done.stdout)["sources"]] == ["standard-input.pdf"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["recs"], ["exclusions", "years"], ["cost-model"], ["split-pack"]], ids=" ".join)
def test_every_command_reads_it(
    command: list[str], sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    done = CliRunner().invoke(app, [*command, "-", "-f", "json", "--quiet"], input=sample.read_bytes())
    assert (done.exit_code, done.stderr) == (ExitCode.OK, "")
    assert [source["file"] for source in json.loads(done.stdout)["sources"]] == ["standard-input.pdf"]
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
