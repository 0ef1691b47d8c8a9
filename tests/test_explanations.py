"""Each finding code has its page, and what the page shows is real: the least paper, and the very message."""

import json
import os
import re
from pathlib import Path

import pytest

from scrutiny.explanations import EXPLANATIONS, page_on
from scrutiny.findings import FindingCode
from tests.builders.triggers import DRAWN, trigger
from tests.cli.test_commands import run


@pytest.mark.parametrize("code", FindingCode)
def test_the_example_is_what_the_least_paper_gives(
    code: FindingCode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")  # for a program beside the paper
    out = run(*trigger(code, tmp_path), "--format", "json", "--quiet")[1]
    found = [finding for finding in json.loads(out)["findings"] if finding["code"] == code]
    own = EXPLANATIONS[code]
    assert own.example in [finding["message"] for finding in found]
    assert found[[f["message"] for f in found].index(own.example)]["severity"] == own.severities[0]


@pytest.mark.parametrize("code", [code for code, (arguments, _) in DRAWN.items() if arguments == ["check"]])
def test_the_lines_shown_stand_on_the_paper(code: FindingCode, tmp_path: Path) -> None:
    """Word by word: a picture of a page in text may leave columns out and cut lines short, and adds nothing."""
    from scrutiny.pdf import read_pdf

    trigger(code, tmp_path)
    with read_pdf(tmp_path / "pack.pdf") as pdf:
        printed = set(re.findall(r"\S+", " ".join(page.text for page in pdf.pages())))
    for line in EXPLANATIONS[code].paper:
        for word in re.sub(r"^page \d: |\.\.\.", "", line).split():
            assert word in printed, line


@pytest.mark.parametrize("code", FindingCode)
def test_a_page_fits_a_terminal_and_says_it_all(code: FindingCode) -> None:
    page = page_on(code)
    own = EXPLANATIONS[code]
    assert page.startswith(f"{code}\n\n{own.meaning}\n")
    assert f"{own.severities[0]}: {own.example} [{code}]" in page
    assert page.endswith(f"What to do:\n  {own.do}\n")
    assert run("explain", code.value) == (0, page, "")


def test_other_severities_are_given_where_they_are_said(sample: Path) -> None:
    """What the sample pack gives is never of a severity that its page does not know."""
    for command in (
        ["check", "--all"],
        ["split-pack", "--dry-run"],
        ["actions"],
        ["exclusions", "summary"],
        ["cost-model"],
    ):
        data = json.loads(run(*command, sample, "--format", "json", "--quiet")[1])
        for finding in data["findings"]:
            assert finding["severity"] in EXPLANATIONS[FindingCode(finding["code"])].severities
