"""Completion scripts: they parse, and bash completes a command, an option and a value with them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from scrutiny.cli.app import ORDER
from scrutiny.findings import FindingCode
from scrutiny.products.catalogue import layouts
from scrutiny.products.checking import known_checks
from scrutiny.products.redaction import redactables
from scrutiny.sheets import Format
from tests.regenerate import ROOT, SHELLS

CHECKS = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"], "fish": ["fish", "--no-execute"]}


@pytest.mark.parametrize("shell", list(CHECKS))
def test_script_parses(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [*CHECKS[shell], ROOT / "completions" / SHELLS[shell]], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def bash(tmp_path: Path) -> "pexpect.spawn[str]":
    """A bash with the script sourced and `scrutiny` on its path."""
    program = tmp_path / "scrutiny"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m scrutiny "$@"\n')
    program.chmod(0o755)
    env = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "PS1": "$ ",
        "TERM": "dumb",
        "INPUTRC": "/dev/null",
    }
    child = pexpect.spawn(
        "bash", ["--norc", "--noprofile"], env=env, encoding="utf-8", timeout=20, dimensions=(40, 160)
    )
    child.sendline("bind 'set enable-bracketed-paste off'; bind 'set bell-style none'; PS1='READY> '")
    child.sendline(f"source {ROOT / 'completions' / 'scrutiny.bash'}; echo sour''ced")
    child.expect("sourced\r\n")
    child.expect("READY> ")
    return child


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("scrutiny split", "scrutiny split-pack "),
        ("scrutiny split-pack --dry", "scrutiny split-pack --dry-run "),
        ("scrutiny contents --format mark", "scrutiny contents --format markdown "),
        ("scrutiny contents --by app", "scrutiny contents --by appendix "),
        ("scrutiny explain front-sheet-r", "scrutiny explain front-sheet-range "),
    ],
)
def test_bash_completes(bash: "pexpect.spawn[str]", typed: str, completed: str) -> None:
    bash.send(typed + "\t")
    bash.expect_exact(completed)
    bash.close(force=True)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("actions --kind ", ["commitment", "request", "agreed", "suggestion", "outstanding"]),
        ("contents --by ", ["document", "item", "appendix"]),
        ("cost-model --first-year ", ["half", "full", "term", "two-terms", "days"]),
        ("cost-model --method ", ["local", "statutory", "both"]),
        ("check --only ", list(known_checks())),
        ("check --skip ", list(known_checks())),
        ("brief --redact ", [*(each.name for each in redactables()), "pages=", "words="]),
        ("brief --format ", [form.value for form in Format]),
        ("schema ", sorted(layouts())),
        ("explain ", [code.value for code in FindingCode]),
        ("", list(ORDER)),
    ],
)
def test_every_option_with_values_knows_them(typed: str, values: list[str]) -> None:
    words = f"scrutiny {typed}"
    asked = {"_SCRUTINY_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()))}
    done = subprocess.run(
        [sys.executable, "-c", "from scrutiny.cli import main; main()"], env=os.environ | asked, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert sorted(done.stdout.split()) == sorted(values)


def test_bash_completes_files(bash: "pexpect.spawn[str]", tmp_path: Path) -> None:
    (tmp_path / "public-pack.pdf").write_bytes(b"")
    bash.sendline(f"cd {tmp_path}")
    bash.expect("READY> ")
    bash.send("scrutiny contents public\t")
    bash.expect_exact("public-pack.pdf")
    bash.close(force=True)
