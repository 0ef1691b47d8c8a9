"""`doctor`: what it says of an installation, of a shell, and of what is missing."""

import json
from pathlib import Path

import jsonschema
import pytest

from scrutiny.errors import ExitCode
from scrutiny.products import installation
from tests.cli.test_commands import run


def parts() -> dict[str, dict[str, str | None]]:
    code, out, _ = run("doctor", "--format", "json")
    data = json.loads(out)
    jsonschema.validate(data, json.loads(run("schema", "doctor")[1]))
    return {row["part"]: row | {"code": str(code)} for row in data["tables"]["parts"]}


def test_everything_that_is_needed_is_there_and_has_a_version() -> None:
    found = parts()
    for name in ("scrutiny", "python", *installation.NEEDED, "sample pack"):
        assert found[name]["state"] == "ok"
        assert found[name]["version"]
        assert found[name]["code"] == "0"
    assert "completion" in run("doctor")[1]


def test_what_is_needed_and_missing_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "_version", lambda name: None if name == "rich" else "1.0")
    assert parts()["rich"]["state"] == "missing"
    code, _, err = run("doctor")
    assert (code, err.splitlines()[0]) == (ExitCode.BUG, "scrutiny: rich does not work")


@pytest.mark.parametrize(
    ("shell", "file", "state"),
    [
        ("/bin/bash", ".bashrc", "ok"),
        ("/usr/bin/zsh", ".zfunc/_scrutiny", "ok"),
        ("/usr/bin/fish", ".config/fish/completions/scrutiny.fish", "ok"),
        ("/usr/bin/pwsh", ".config/powershell/Microsoft.PowerShell_profile.ps1", "ok"),
        ("/bin/bash", ".zshrc", "not installed"),  # another shell's
        ("/usr/bin/zsh", ".zshrc", "ok"),
        ("/bin/bash", None, "not installed"),
        ("/bin/tcsh", None, "unknown"),
        ("", None, "unknown"),
    ],
)
def test_completion_is_looked_for_where_the_shell_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, file: str | None, state: str
) -> None:
    monkeypatch.setenv("SHELL", shell)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    if file:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("source /opt/completions/scrutiny.bash\n")
    (tmp_path / ".bash_profile").write_text("cd ~/work/scrutiny\n")  # a mention is no completion
    assert parts()["completion"]["state"] == state
