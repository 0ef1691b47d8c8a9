"""A figure that the paper prints, where the paper does not agree with itself, is borne out with a warning."""

import json
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode
from tests.cli.test_commands import run

RIGHT = "The Eastern Panel made 9 managed moves.\n"


def verified(sample: Path, folder: Path, text: str, form: str = "json") -> tuple[int, str]:
    summary = folder / "briefing.md"
    summary.write_text(text, encoding="utf-8")
    code, out, _ = run("verify", summary, "--against", sample, "-f", form, "-q")
    return code, out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Key Stage 3 had 71 permanent exclusions in 2018/19.\n", "70"),
        (RIGHT, "8"),
        ("Placements cost £318,270 in all.\n", "318,250"),
    ],
)
def test_the_figure_that_is_wrong_in_the_paper_is_quoted_with_its_finding(
    sample: Path, tmp_path: Path, text: str, expected: str
) -> None:
    code, out = verified(sample, tmp_path, text)
    (finding,) = json.loads(out)["findings"]
    assert (code, finding["code"], finding["severity"]) == (ExitCode.OK, "figure-doubted", "warning")
    assert expected in finding["message"]


@pytest.mark.parametrize(
    "text",
    [
        "Key Stage 3 had 66 permanent exclusions in 2017/18.\n",  # the year before, which adds up
        "The Eastern Panel discussed 44 cases.\n",
        "Permanent exclusions fell from 109 in 2018/19 to 61.\n",
    ],
)
def test_other_figures_of_the_same_page_are_not_doubted(sample: Path, tmp_path: Path, text: str) -> None:
    code, out = verified(sample, tmp_path, text)
    assert (code, json.loads(out)["findings"]) == (ExitCode.OK, [])


def test_a_finding_is_marked_at_the_line_of_the_summary(sample: Path, tmp_path: Path) -> None:
    text = f"Managed moves.\n\n{RIGHT}\nThe Eastern Panel discussed 29 cases.\n"
    annotations = verified(sample, tmp_path, text, "github")[1].splitlines()
    assert [line.split(",title")[0] for line in annotations] == [
        "::error file=briefing.md,line=5", "::warning file=briefing.md,line=3",
    ]  # fmt: skip
    results = json.loads(verified(sample, tmp_path, text, "sarif")[1])["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert [place["region"] for place in places] == [{"startLine": 5}, {"startLine": 3}]
