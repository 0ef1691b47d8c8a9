"""`exclusions`: grids for people, one row for each figure for programs."""

import json
from pathlib import Path

import jsonschema
import pytest

from scrutiny.errors import ExitCode
from tests.builders.paper import PackBuilder
from tests.cli.test_commands import run
from tests.conftest import PackFile

PLANTED = {
    "Key Stage 3, 2018/19: printed total 71, the year groups add to 70 (1 too much)",
    "Eastern Panel, Managed moves: printed total 9, the 3 schools add to 8 (1 too much)",
    "the column heading 2019/21 was read as 2019/20",
    "2020/21: 51 permanent exclusions by year group, 9 in the panels",
    "printed £214,572; £214,752 on page 13 has the same digits, two of them exchanged",
}


@pytest.mark.parametrize("what", ["summary", "years", "panels"])
def test_data_follow_the_schema_and_every_quote_is_on_its_page(sample: Path, what: str) -> None:
    data = json.loads(run("exclusions", what, sample, "-f", "json", "-q")[1])
    jsonschema.validate(data, json.loads(run("schema", f"exclusions-{what}")[1]))
    assert {f["message"] for f in data["findings"] if f["code"] != "front-sheet-range"} == PLANTED


def test_a_blank_cell_is_null_and_a_total_has_its_sum(sample: Path) -> None:
    rows = json.loads(run("exclusions", "panels", sample, "-f", "json", "-q")[1])["tables"]["panels"]
    blank = next(row for row in rows if row["school"] == "Hollin Bank" and "positive" in row["measure"])
    assert (blank["printed"], blank["value"]) == (None, None)
    total = next(row for row in rows if row["school"] is None and row["measure"] == "Managed moves")
    assert (total["printed"], total["recomputed"]) == ("9", "8")


def test_the_summary_fits_a_screen_and_draws_in_ascii(sample: Path) -> None:
    out = run("exclusions", "summary", sample, "--chart", "--ascii")[1]
    assert out.replace("£", "").isascii()  # the paper's own
    assert len(out.splitlines()) < 50
    assert "2018/19     109      13      13.5  ##############################" in out
    assert "█" in run("exclusions", "summary", sample, "--chart")[1]
    assert "#" not in run("exclusions", "summary", sample)[1]


def test_a_wrong_total_has_its_sum_below(sample: Path) -> None:
    out = run("exclusions", "years", sample)[1].splitlines()
    below = next(index for index, line in enumerate(out) if "TOTAL Key Stage 3" in line) + 1
    assert out[below].split() == ["Key", "Stage", "3", "adds", "to", "70"]


def test_strict_fails_on_a_wrong_total(sample: Path) -> None:
    assert run("exclusions", "years", sample, "--strict")[0] == ExitCode.FINDINGS


def test_no_inclusion_report_is_exit_4_and_says_what_was_looked_for(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.new_page()
    builder.para("Words on roads.")
    code, out, err = run("exclusions", "summary", pack_file(builder))
    assert (code, out) == (ExitCode.NOTHING_FOUND, "")
    assert "Looked for tables of exclusions by year group" in err


def test_an_inclusion_report_without_a_table_of_schools(sample: Path) -> None:
    code, out, err = run("exclusions", "schools", sample)
    assert (code, out) == (ExitCode.NOTHING_FOUND, "")
    assert "no table of schools" in err


def test_small_numbers_are_hidden_everywhere(sample: Path) -> None:
    data = json.loads(run("exclusions", "summary", sample, "-f", "json", "-q", "--suppress-below", "5")[1])
    jsonschema.validate(data, json.loads(run("schema", "exclusions-summary")[1]))
    shown = [row for name in ("years", "panels") for row in data["tables"][name] if row["printed"] != "*"]
    assert shown
    assert not [row for row in shown if row["value"] in ("1", "2", "3", "4") and "redits" not in row.get("measure", "")]
    hidden = [row for row in data["tables"]["panels"] if row["printed"] == "*"]
    assert hidden
    assert {(row["value"], row["recomputed"], row["quote"]) for row in hidden} == {(None, None, "")}
    assert run("exclusions", "summary", sample, "--suppress-below", "1")[0] == ExitCode.USAGE


def test_a_small_line_beside_each_year_group(sample: Path) -> None:
    lines = run("exclusions", "years", sample, "--chart")[1].splitlines()
    heads = next(place for place, line in enumerate(lines) if line.split()[-1:] == ["Trend"])
    assert set(lines[heads + 2].split()[-1]) <= set("▁▂▃▄▅▆▇█")
    assert run("exclusions", "years", sample, "--chart", "--ascii")[1].splitlines()[heads + 2].split()[-1].isdigit()
