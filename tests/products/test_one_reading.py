"""One reading, one verdict: what a family's own command finds, `check` finds too."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders.reading import papers_read_once
from tests.cli.test_commands import run
from tests.conftest import SHARED

OWN = {
    "not-a-pack": "is about the file, and no figure",
    "exempt-withheld": "is about what is not shown",
    "figures-hidden": "is about what was hidden because it was asked",
}
"""Findings that only concern the command that gives them, and why."""

COMMANDS = (["actions"], ["recs"], ["exclusions", "summary"], ["cost-model"])


def findings_of(*command: str | Path) -> list[dict[str, Any]]:
    out = run(*command, "-f", "json", "-q")[1]
    return list(json.loads(out)["findings"]) if out.startswith("{") else []


def key(finding: dict[str, Any]) -> tuple[object, ...]:
    return finding["pdf_page"], finding["printed"], finding["severity"]


def missing(paper: Path) -> list[object]:
    """The findings of the families' own commands that `check` does not give with page, figure and severity."""
    with papers_read_once():
        checked = {key(finding) for finding in findings_of("check", paper, "--all")}
        own = [(command, finding) for command in COMMANDS for finding in findings_of(*command, paper)]
    return [
        (*command, key(finding), finding["message"])
        for command, finding in own
        if finding["code"] not in OWN and key(finding) not in checked
    ]


def test_check_gives_what_every_family_gives(sample: Path) -> None:
    assert any(findings_of(*command, sample) for command in COMMANDS)
    assert missing(sample) == []


@pytest.mark.packs
@pytest.mark.parametrize(
    "paper",
    [*sorted((SHARED / "packs").glob("*.pdf")), *sorted((SHARED / "reports").glob("*.pdf"))],
    ids=lambda path: path.stem,
)
def test_check_gives_what_every_family_gives_on_real_papers(paper: Path) -> None:
    assert missing(paper) == []
