"""`cost-model`: a report recomputed."""

import json
from pathlib import Path

import jsonschema
import pytest

from scrutiny.errors import ExitCode
from tests.builders.paper import PackBuilder
from tests.cli.test_commands import run
from tests.conftest import PackFile


def test_the_sample_recomputed(sample: Path) -> None:
    code, out, _ = run("cost-model", sample, "-f", "json", "-q")
    data = json.loads(out)
    jsonschema.validate(data, json.loads(run("schema", "cost-model")[1]))
    assert code == ExitCode.OK
    total = data["tables"]["totals"][0]
    assert (total["printed"], total["recomputed"], total["difference"]) == ("318270", "318250", "20")
    assert {row["difference"] for row in data["tables"]["placements"]} == {"0", None}
    assert {f["code"] for f in data["findings"]} >= {"total-mismatch", "malformed-figure"}
    assert run("cost-model", sample, "--strict", "-q")[0] == ExitCode.FINDINGS


def test_a_paper_without_costs_is_exit_4(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.new_page()
    builder.para("Words.")
    code, _, err = run("cost-model", pack_file(builder))
    assert code == ExitCode.NOTHING_FOUND
    assert "Looked for tables of cases" in err


def test_without_a_file_the_reference_runs_and_traces() -> None:
    code, out, _ = run("cost-model", "--trace", "-f", "json")
    data = json.loads(out)
    jsonschema.validate(data, json.loads(run("schema", "cost-model")[1]))
    assert code == ExitCode.OK
    assert data["tables"]["totals"][0]["recomputed"] == "257925.00"
    assert all(row["parameters"] for row in data["tables"]["trace"])
    assert "Working" in run("cost-model")[1]


def test_what_if_beside_the_report(sample: Path, tmp_path: Path) -> None:
    scenario = tmp_path / "more.toml"
    scenario.write_text('name = "more days"\ndays = 150\n', encoding="utf-8")
    out = run(
        "cost-model", sample, "--set", "top_up=6000", "--scenario", scenario, "--avoided", "4", "-f", "json", "-q"
    )[1]
    rows = json.loads(out)["tables"]["scenarios"]
    assert {row["scenario"] for row in rows} == {"as set", "more days"}
    for row in rows:
        assert row["difference"] != "" and float(row["value"]) - float(row["base"]) == pytest.approx(
            float(row["difference"])
        )
    assert "saved by 4 avoided exclusions" in {row["name"] for row in rows}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--set", "awpu.ks33=4200"], ExitCode.PARAMETERS), (["--set", "awpu.ks3"], ExitCode.PARAMETERS),
        (["--days", "0"], ExitCode.PARAMETERS), (["--pupil", "year=8"], ExitCode.PARAMETERS),
        (["--method", "statutory"], ExitCode.PARAMETERS), (["--method", "national"], ExitCode.USAGE),
        (["--first-year", "third"], ExitCode.USAGE), (["--scenario", "missing.toml"], ExitCode.PARAMETERS),
        (["--pupil", "year=12,excluded=2024-25"], ExitCode.PARAMETERS),
    ],
)  # fmt: skip
def test_mistakes_have_their_exit_code(arguments: list[str], code: int) -> None:
    assert run("cost-model", *arguments)[0] == code


def test_pictures(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "costs.svg"
    assert run("cost-model", sample, "--output", path)[0] == ExitCode.OK
    text = path.read_text(encoding="utf-8")
    assert text.startswith("<svg") and "<desc" in text
    assert run("cost-model", sample, "--chart")[1].splitlines()[0].startswith("Case A, Year 7")
