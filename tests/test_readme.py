"""If the README says it, a test proves it."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from scrutiny.cli import app
from scrutiny.errors import ExitCode
from scrutiny.explanations import EXPLANATIONS
from scrutiny.findings import FindingCode
from scrutiny.products.checking import known_checks
from scrutiny.products.redaction import redactables
from scrutiny.sample import sample_pack
from scrutiny.sheets import Format
from tests.regenerate import ROOT

FRONT = (ROOT / "README.md").read_text(encoding="utf-8")
README = FRONT + (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
"""What is told of the program: the page that everybody reads, and the reference behind it."""


def consoles() -> list[tuple[str, str]]:
    """Each command of a `console` block with the output printed below it."""
    blocks = re.findall(r"```console\n\$ (.*?)\n(.*?)```", README, re.DOTALL)
    assert blocks
    return blocks


def docstring_lines(enum: type[ExitCode]) -> dict[int, str]:
    """The sentence below each member in the source."""
    source = (ROOT / "scrutiny" / "errors.py").read_text(encoding="utf-8")
    found = re.findall(r"^    [A-Z_]+ = (\d+)\n    \"\"\"(.*?)\"\"\"", source, re.MULTILINE)
    return {int(code): text for code, text in found if int(code) in list(enum)}


@pytest.mark.parametrize(("command", "output"), consoles(), ids=lambda text: text[:50])
def test_consoles_print_what_they_show(command: str, output: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "scrutiny"
    done = subprocess.run(
        [sys.executable, "-m", "scrutiny", *arguments], cwd=sample_pack().parent, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stdout == output


def test_exit_codes_are_the_enum() -> None:
    table = {int(code): text for code, text in re.findall(r"^\| (\d+) \| (.*?) \|$", README, re.MULTILINE)}
    assert table == docstring_lines(ExitCode)
    assert set(table) == {int(code) for code in ExitCode}


def test_finding_codes_are_the_enum() -> None:
    table = dict(
        re.findall(r"^\| `([a-z-]+)` \| (.*?) \|$", README.split("\n## Findings\n")[-1].split("\n## ")[0], re.MULTILINE)
    )
    codes = {code.value: EXPLANATIONS[code].meaning for code in FindingCode}
    assert {code: text for code, text in table.items() if code in codes} == codes


def test_checks_are_the_enum() -> None:
    section = README.split("## Checks")[1].split("\n## ")[0]
    rows = {
        name: tuple(rest) for name, *rest in re.findall(r"^\| `([a-z-]+)` \| (.*?) \| (.*) \|$", section, re.MULTILINE)
    }
    assert rows == {check: (each.compares, each.example) for check, each in known_checks().items()}


def test_formats_are_the_enum() -> None:
    section = README.split("## Formats")[1].split("##")[0]
    assert re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE) == [form.value for form in Format]


def test_every_command_and_option_is_mentioned() -> None:
    commands = dict(get_command(app).commands)  # type: ignore[attr-defined]
    for name, group in list(commands.items()):
        commands |= {
            f"{name} {sub}": command for sub, command in getattr(group, "commands", {}).items() if sub != "list"
        }
    for name, command in commands.items():
        assert f"`scrutiny {name}" in README
        for parameter in command.params:
            for option in getattr(parameter, "opts", []):
                if option.startswith("--") and option != "--help":
                    assert f"`{option}" in README, (name, option)


def test_what_redact_leaves_out_is_the_list() -> None:
    section = README.split("| `--redact` | leaves out |")[1].split("\n\n")[0]
    rows = dict(re.findall(r"^\| `([a-z=0-9-]+|words=TEXT)` \| (.*?) \|$", section, re.MULTILINE))
    assert {name: text for name, text in rows.items() if "=" not in name} == {e.name: e.meaning for e in redactables()}
    assert {name.partition("=")[0] for name in rows if "=" in name} == {"pages", "words"}


def test_the_two_commands_are_there() -> None:
    """.ci/run takes the test command from here, and a fresh machine runs both."""
    for mark in ("demo command", "test command"):
        (command,) = re.findall(rf"<!-- {mark} -->\n```sh\n(.*?)\n```", FRONT, re.DOTALL)
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install")
    assert "<!-- test command -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_front_page_stays_short_and_its_links_lead_somewhere() -> None:
    assert len(FRONT.splitlines()) < 150
    for name in re.findall(r"\]\((?!https?:)([^)#]+)", FRONT):
        assert (ROOT / name).exists(), name


def test_files_named_in_the_readme_exist() -> None:
    for name in re.findall(r"completions/[\w.]+", README):
        assert (ROOT / Path(name)).exists() or name.endswith("completions/")
