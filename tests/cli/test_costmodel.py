"""`cost-model`: a report recomputed."""

import json
from decimal import Decimal
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


def test_a_net_cost_moves_by_as_much_as_its_contribution(sample: Path) -> None:
    """A contribution is printed to the pound, and taken so from the cost: the pence are none of the change."""
    _, out, _ = run("cost-model", sample, "--top-up", "6500", "-f", "json", "-q")
    away = {row["name"]: Decimal(row["difference"]) for row in json.loads(out)["tables"]["scenarios"]}
    cases = [name.split(", ")[1] for name in away if name.startswith("net cost, ")]
    assert cases
    for case in cases:
        assert abs(away[f"net cost, {case}"] + away[f"contribution, {case}"]) <= Decimal("0.01")


def test_no_more_days_than_a_school_year_has(sample: Path) -> None:
    code, _, said = run("cost-model", sample, "--days", "500")
    assert code == ExitCode.PARAMETERS
    assert "500 days are more than the 190 school days of a year" in said
    assert run("cost-model", "--days", "200", "--school-days", "210", "-q")[0] == ExitCode.OK


def test_several_reports(sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(sample.read_bytes())
    code, out, _ = run("cost-model", sample, other, "--set", "awpu.ks3=4200", "-f", "json", "-q")
    data = json.loads(out)
    jsonschema.validate(data, json.loads(run("schema", "cost-model")[1]))
    one = json.loads(run("cost-model", sample, "--set", "awpu.ks3=4200", "-f", "json", "-q")[1])["tables"]
    assert code == ExitCode.OK
    for name, rows in one.items():
        assert [row for row in data["tables"][name] if row["file"] == sample.name] == rows, name
        assert len(data["tables"][name]) == 2 * len(rows), name
    text = run("cost-model", sample, other)[1]
    assert f"{sample.name}: Totals" in text and "other.pdf: Totals" in text
    assert run("cost-model", sample, other, "--output", tmp_path / "costs.svg")[0] == ExitCode.USAGE


def test_people_read_separators_and_programs_do_not(sample: Path, tmp_path: Path) -> None:
    (total,) = [line for line in run("cost-model", sample, "-q")[1].splitlines() if line.startswith("total cost")]
    assert ("318,270" in total, "318,250" in total, "318270" in total) == (True, True, False)
    for form in ("markdown", "html"):
        assert "318,270" in run("cost-model", sample, "-q", "-f", form)[1]
    for form in ("csv", "json", "jsonl", "tsv"):
        out = run("cost-model", sample, "-q", "-f", form)[1]
        assert ("318270" in out, ",318,270," in out) == (True, False)
    from openpyxl import load_workbook

    run("cost-model", sample, "-q", "-o", tmp_path / "costs.xlsx")
    cells = [cell for sheet in load_workbook(tmp_path / "costs.xlsx") for row in sheet for cell in row]
    assert {cell.number_format for cell in cells if cell.value == 318270} == {"#,##0"}
    assert {cell.number_format for cell in cells if cell.value == 12.35 or cell.value == 5704.42} <= {"#,##0.00"}


def test_pictures(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "costs.svg"
    assert run("cost-model", sample, "--output", path)[0] == ExitCode.OK
    text = path.read_text(encoding="utf-8")
    assert text.startswith("<svg") and "<desc" in text
    assert run("cost-model", sample, "--chart")[1].splitlines()[0].startswith("Case A, Year 7")
