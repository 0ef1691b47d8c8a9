"""`brief --redact`: what is to be left out is nowhere in the paper."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode
from scrutiny.products.redaction import Redaction, redactables
from tests.builders.paper import PackBuilder
from tests.builders.reading import papers_read_once
from tests.cli.test_brief import WRONG, Outline, html_of
from tests.cli.test_commands import run
from tests.conftest import PackFile


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """A briefing leaves out what it is asked to when the paper is read already."""
    with papers_read_once():
        yield


@pytest.fixture(scope="module")
def whole(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the sample pack with nothing left out."""
    return html_of(sample, tmp_path=tmp_path_factory.mktemp("whole"))


PARTS = {
    "resolutions": "Resolved at the last meeting", "actions": "Still open from the last meeting",
    "recommendations": "What the reports recommend", "exclusions": "Exclusions at a glance",
    "costs": "What a placement costs", "figures": "Figures that do not add up", "pictures": "<img",
}  # fmt: skip


def test_every_part_that_can_be_left_out_is_tried_below() -> None:
    assert {each.name for each in redactables()} == {*PARTS, "people", "small-numbers"}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_to_be_left_out_is_gone(sample: Path, tmp_path: Path, part: str, whole: str) -> None:
    heading = PARTS[part]
    assert heading in whole
    page = html_of(sample, "--redact", part, tmp_path=tmp_path)
    assert heading not in page
    assert f"As asked: {part}." in page


def test_what_is_withheld_is_not_said_to_be_right(pack_file: PackFile) -> None:
    """A paper whose only wrong figure is left out is no paper without a wrong figure."""
    builder = PackBuilder()
    builder.begin("7", "7 Placements")
    builder.table([["School", "Autumn", "Spring", "Summer"], *WRONG], [150, 75, 75, 75])
    path = pack_file(builder)
    assert "1 figure that cannot be right." in run("brief", path, "--format", "markdown")[1]
    for asked in ("pages=1", "figures"):
        out = run("brief", path, "--format", "markdown", "--redact", asked)[1]
        assert "does not add up" not in out
        assert "None was found" not in out
        assert "103" not in out


def test_people_pages_words_and_small_numbers_are_left_out(sample: Path, tmp_path: Path, whole: str) -> None:
    assert "Councillor Rahman" in whole
    assert "The Strategic Manager" in whole
    people = html_of(sample, "--redact", "people", tmp_path=tmp_path)
    assert "Rahman" not in people
    assert "The Strategic Manager</td>" not in people
    words = run("brief", sample, "--redact", "words=managed MOVES", "--format", "json")
    assert "managed moves" in run("brief", sample, "--format", "json")[1].lower()
    assert "managed moves" not in "".join(map(str, words)).lower()
    assert len(Outline(html_of(sample, "--redact", "words=Managed moves", tmp_path=tmp_path)).pictures) < 7
    pages = json.loads(run("brief", sample, "--redact", "pages=16-17", "--format", "json", "--quiet")[1])
    assert not {"16", "17"} & {row["page"] for table in pages["tables"].values() for row in table if "page" in row}
    assert not {"16", "17"} & {finding["page"] for finding in pages["findings"]}
    small = run("brief", sample, "--redact", "small-numbers", "--format", "json")[1]
    assert not {"16", "17"} & {finding["page"] for finding in json.loads(small)["findings"]}


@pytest.mark.parametrize("asked", ["foo", "pages", "pages=x", "words=", "people=yes", ""])
def test_what_cannot_be_left_out_is_an_error(sample: Path, asked: str) -> None:
    code, out, err = run("brief", sample, "--redact", asked)
    assert (code, out) == (ExitCode.USAGE, "")
    assert "Choose pictures, people" in err


def test_words_are_left_out_over_line_breaks_and_in_any_case() -> None:
    redaction = Redaction.parse(["words=St Mary's", "people"])
    assert redaction.blank("at ST  MARY'S and\nst\nmary's") == "at [left out] and\n[left out]"
    assert redaction.blank("Councillor A. B. O’Neil and Mrs Smith-Jones asked") == "[left out] asked"
    assert redaction.blank("Drainage in Mr. Todd's street") == "Drainage in [left out] street"


@pytest.mark.parametrize("asked", ["pages=9-2", "pages=0", "pages=99", "pages=98-99"])
def test_pages_that_no_paper_has_are_refused(pack_file: PackFile, asked: str) -> None:
    """A briefing that says "as asked: pages=99" must have left something out."""
    builder = PackBuilder()
    builder.begin("7", "7 Placements")
    path = pack_file(builder)
    code, out, err = run("brief", path, "--format", "markdown", "--redact", asked)
    assert code == ExitCode.USAGE
    assert not out
    assert asked in err
