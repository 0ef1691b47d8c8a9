"""Passwords: where they come from, and that none stands in the way."""

import sys
from pathlib import Path

import pexpect
import pytest

from scrutiny.errors import ExitCode
from tests.builders.paper import lock
from tests.cli.test_commands import run

COMMANDS = (("contents",), ("check",), ("tables",), ("split-pack", "--dry-run"))


@pytest.mark.parametrize("env", [{}, {"SCRUTINY_PASSWORD": "of another file"}], ids=["no variable", "another's"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_owner_password_needs_none(
    command: tuple[str, ...], env: dict[str, str], sample: Path, tmp_path: Path
) -> None:
    path = lock(sample, tmp_path / "pack.pdf", user="", owner="secret")
    assert run(*command, path, "-q", env=env)[0] in (ExitCode.OK, ExitCode.FINDINGS)


def test_parts_of_it_are_written_too(sample: Path, tmp_path: Path) -> None:
    path = lock(sample, tmp_path / "pack.pdf", user="", owner="secret")
    env = {"SCRUTINY_PASSWORD": "of another file"}
    assert run("split-pack", path, "-o", tmp_path / "parts", "-q", env=env)[0] == ExitCode.OK


def test_a_file_with_the_password(sample: Path, tmp_path: Path) -> None:
    path = lock(sample, tmp_path / "pack.pdf", user="word é")
    (tmp_path / "password").write_text("word é\n", encoding="utf-8")
    assert run("contents", path, "--password-file", tmp_path / "password")[0] == ExitCode.OK
    code, _, err = run("contents", path, "--password-file", tmp_path / "missing")
    assert (code, "missing cannot be read" in err) == (ExitCode.INPUT, True)
    (tmp_path / "password").write_text("other\n", encoding="utf-8")
    code, _, err = run("contents", path, "--password-file", tmp_path / "password")
    assert (code, "the password does not open pack.pdf" in err) == (ExitCode.INPUT, True)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are others there")
def test_it_is_asked_for_and_shown_nowhere(sample: Path, tmp_path: Path) -> None:
    path = lock(sample, tmp_path / "pack.pdf", user="secretword")
    child = pexpect.spawn(
        sys.executable, ["-m", "scrutiny", "contents", str(path), "--password", "-"], encoding="utf-8", timeout=20
    )
    child.expect_exact("Password: ")
    if (proc := Path("/proc")).is_dir():
        lines = [(each / "cmdline").read_bytes() for each in proc.iterdir() if each.name == str(child.pid)]
        assert lines
        assert b"secretword" not in b"".join(lines)
    child.sendline("secretword")
    shown = child.read()
    child.close()
    assert (child.exitstatus, "Agenda" in shown, "secretword" in shown) == (ExitCode.OK, True, False)


def test_without_a_terminal_nobody_can_be_asked(sample: Path) -> None:
    code, _, err = run("contents", sample, "--password", "-")
    assert (code, "--password-file" in err) == (ExitCode.USAGE, True)
