"""What the commands print of a paper is borne out by it, figure by figure, and what somebody changed in it is not."""

from pathlib import Path

import pytest

from scrutiny.paper import open_paper
from scrutiny.products.ownwords import OWN
from scrutiny.products.summaries import read_summaries
from scrutiny.products.tracing import verify_summaries
from scrutiny.products.verifying import Verified
from scrutiny.products.verifying.model import WRONG
from scrutiny.sheets import Format
from tests.builders.paragraphs import draw
from tests.conftest import SHARED
from tests.own_summaries import own_summaries, verified_of


def flagged(found: tuple[Verified, ...]) -> list[tuple[str, int, str]]:
    return [
        (each.claim.summary, each.claim.line, each.claim.numeral.printed) for each in found if each.outcome in WRONG
    ]


def test_what_every_command_prints_is_borne_out(sample: Path, tmp_path: Path) -> None:
    with open_paper(sample, whole=True) as paper:
        written = own_summaries(paper, tmp_path, (Format.CSV, Format.MARKDOWN))  # all: python -m tests.own_summaries
        written += own_summaries(paper, tmp_path, (Format.JSON,), ("tables",))
        assert len(written) > 20
        assert flagged(verified_of(paper, written)) == []


@pytest.mark.packs
def test_the_same_of_a_report_whose_figures_do_not_add_up(tmp_path: Path) -> None:
    for name, form, commands in (("d1", Format.MARKDOWN, ()), ("v1", Format.TEXT, ("brief",))):
        report = SHARED / "reports" / f"{name}.pdf"
        if not report.exists():
            pytest.skip("the real papers are not here")
        with open_paper(report, whole=True) as paper:
            written = own_summaries(paper, tmp_path, (form,), commands)
            assert flagged(verified_of(paper, written)) == []


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """Minutes with a recommendation that the executive must answer: the tool works out by when."""
    path = tmp_path / "minutes.pdf"
    rows = (
        "WRENDALE DISTRICT COUNCIL",
        "MINUTES of the Overview and Scrutiny Committee held on Thursday 6 March 2025",
        "1. Apologies",
        "There were none.",
        "2. Leisure contract",
        "RESOLVED: That the Cabinet be recommended to extend the leisure contract for one year.",
    )
    path.write_bytes(draw(*rows).data())
    return path


@pytest.mark.parametrize(
    ("of", "command", "form", "was", "wrong"),
    [
        ("minutes", "recs-tracker", Format.CSV, "2025-05-06", "2025-06-06"),
        ("sample", "exclusions-years", Format.MARKDOWN, "| 109 ", "| 190 "),
        ("sample", "tables", Format.TEXT, " 109 ", " 190 "),
    ],
)
def test_a_figure_that_was_changed_is_flagged(
    request: pytest.FixtureRequest, tmp_path: Path, of: str, command: str, form: Format, was: str, wrong: str
) -> None:
    with open_paper(request.getfixturevalue(of), whole=True) as paper:
        (path,) = own_summaries(paper, tmp_path, (form,), (command,))
        text = path.read_text(encoding="utf-8")
        assert was in text
        path.write_text(text.replace(was, wrong, 1), encoding="utf-8")
        found = verified_of(paper, [path])
    assert wrong.strip("| ") in [printed for _, _, printed in flagged(found)]


def test_what_the_tool_works_out_itself_is_said_to_be_its_own(minutes: Path, tmp_path: Path) -> None:
    with open_paper(minutes, whole=True) as paper:
        (path,) = own_summaries(paper, tmp_path, (Format.CSV,), ("recs-tracker",))
        found = verify_summaries(paper, summaries=read_summaries([path]), allowed=()).verified
    assert OWN in {each.working for each in found}
