"""`check` and `verify`: exit codes, formats, coverage; the tool's own summaries and planted figures."""

import json
import random
import re
from pathlib import Path

import jsonschema
import pytest

from scrutiny.checks import EXPLAINED, Check
from scrutiny.errors import ExitCode
from scrutiny.findings import FindingCode
from scrutiny.paper import open_paper
from scrutiny.products.checking import CoverageRow, known_checks, what_was_checked
from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Outcome, Verifier, evidence_of
from tests.builders.paper import PackBuilder
from tests.builders.reading import papers_read_once
from tests.builders.triggers import trigger
from tests.cli.test_commands import run
from tests.conftest import PackFile

PLANTED = {
    "Key Stage 3, 2018/19: printed total 71, the year groups add to 70 (1 too much)",
    "Eastern Panel, Managed moves: printed total 9, the 3 schools add to 8 (1 too much)",
    "Total: printed 318,270, 115,140 + 88,920 + 64,125 + 37,430 + 12,635 = 318,250 (20 too much)",
    "front sheet: item 6 (Pages 13 - 20); found pages 13 - 19",
    "the numbers go 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13",
    "the column heading 2019/21 was read as 2019/20",
    "££1,420 is read as £1,420",
}


def test_the_sample_gives_what_was_planted_and_nothing_else(sample: Path) -> None:
    code, out, _ = run("check", sample, "-f", "json", "-q")
    data = json.loads(out)
    jsonschema.validate(data, json.loads(run("schema", "check")[1]))
    assert code == ExitCode.FINDINGS
    assert {finding["message"] for finding in data["findings"] if finding["severity"] != "note"} == PLANTED
    rows = data["tables"]["checks"]
    assert {row["status"] for row in rows if row["working"] == "follows"} == {"ok"}
    lines = {line["check"]: line for line in data["tables"]["coverage"]}
    assert set(lines) == set(known_checks())
    for name, line in lines.items():
        own = [row for row in rows if row["check"] == name]
        assert (line["seen"], line["seen"] - line["checked"]) == (len(own), line["not_checkable"])


def test_only_skip_list_and_names_that_are_none(sample: Path) -> None:
    code, out, _ = run("check", sample, "--only", "malformed", "-f", "json", "-q")
    assert (code, [f["code"] for f in json.loads(out)["findings"]]) == (ExitCode.OK, ["malformed-figure"])
    out = run("check", sample, "--skip", "malformed", "-f", "json", "-q")[1]
    assert "malformed-figure" not in {f["code"] for f in json.loads(out)["findings"]}
    assert all(f"{check.value}\n" in run("check", "--list")[1] for check in Check)
    code, _, err = run("check", sample, "--only", "malformd")
    assert (code, "Did you mean malformed?" in err) == (ExitCode.USAGE, True)
    assert run("check", sample, "--only", "parts", "--skip", "parts")[0] == ExitCode.USAGE
    assert run("check", "-q")[0] == ExitCode.USAGE


def test_coverage_is_printed_where_asked_for_and_zero_is_zero(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.new_page()
    builder.para("Words without a figure.")
    code, out, _ = run("check", pack_file(builder), "--only", "parts", "--coverage")
    assert code == ExitCode.OK
    assert out.splitlines()[2].split()[:5] == ["parts", "0", "0", "0", "0"]


def test_pages_that_are_pictures_are_no_fault_of_the_paper_but_are_told(tmp_path: Path) -> None:
    """A note, hidden as the others are; the last line says all the same what nothing was read of."""
    trigger(FindingCode.NO_TEXT_LAYER, tmp_path)
    path = tmp_path / "pack.pdf"
    found = json.loads(run("check", path, "-f", "json", "-q")[1])["findings"]
    assert [each["severity"] for each in found if each["code"] == "no-text-layer"] == ["note"]
    assert "; no text layer on 1 page (PDF page 3): nothing on it was read; " in run("check", path)[1].splitlines()[-1]


@pytest.mark.parametrize("command", ["actions", "recs", "tables", "cost-model", "brief"])
def test_who_finds_nothing_says_which_pages_were_not_read(tmp_path: Path, command: str) -> None:
    trigger(FindingCode.NO_TEXT_LAYER, tmp_path)
    _, out, err = run(command, tmp_path / "pack.pdf")
    assert "o text layer on 1 page (PDF page 3): nothing on it was read" in out + err


def test_pages_that_are_pictures_are_told_beside_data_too(tmp_path: Path) -> None:
    trigger(FindingCode.NO_TEXT_LAYER, tmp_path)
    path, summary = tmp_path / "pack.pdf", tmp_path / "summary.md"
    summary.write_text("There were 12,345 boats.")
    assert "no-text-layer" in run("check", path, "-f", "csv")[2]
    assert "no-text-layer" in run("verify", summary, "--against", path, "-f", "csv")[2]


def test_numbers_that_only_count_are_no_checked_figures() -> None:
    """That paragraphs are numbered in order bears out no figure."""
    numbers = CoverageRow(check="numbering", seen=44, checked=44, proven=44, not_checkable=0, why=None)
    figures = CoverageRow(check="column-totals", seen=3, checked=1, proven=1, not_checkable=2, why=None)
    assert what_was_checked([numbers]) == "No figure could be checked; 44 paragraph numbers in order"
    assert what_was_checked([numbers, figures]) == "1 figure checked, 1 agrees; 44 paragraph numbers in order"


def test_the_line_itself_stands_below_a_finding(sample: Path) -> None:
    out = run("check", sample)[1].splitlines()
    at = next(index for index, line in enumerate(out) if "££1,420" in line)
    assert out[at + 1] == "    Case B: the contribution was ££1,420, a net cost of £87,500."


def test_annotations_for_ci(sample: Path) -> None:
    out = run("check", sample, "-f", "github", "-q")[1]
    assert len(out.splitlines()) == len(PLANTED)
    assert re.search(r"^::error file=sample-pack\.pdf,title=total-mismatch::page 16: Key Stage 3", out, re.MULTILINE)
    sarif = json.loads(run("check", sample, "-f", "sarif", "-q")[1])
    results = sarif["runs"][0]["results"]
    assert {result["message"]["text"].split(": ", 1)[1] for result in results} >= PLANTED - {
        "front sheet: item 6 (Pages 13 - 20); found pages 13 - 19"
    }
    assert {result["ruleId"] for result in results} == {
        rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]
    }


def test_every_check_is_explained() -> None:
    assert set(EXPLAINED) == set(Check)


# --- verify ---------------------------------------------------------------------------------------


def test_summaries_that_the_tool_wrote_are_borne_out(sample: Path, tmp_path: Path) -> None:
    """Of every command in every format; the paper is read once for all of them."""
    with papers_read_once():
        for suffix in ("md", "txt", "csv", "html", "json"):
            summaries = []
            for command in (
                "contents", "actions", "recs", "exclusions summary", "exclusions years", "exclusions panels", "cost-model",
            ):  # fmt: skip
                summaries.append(tmp_path / f"{command}.{suffix}")
                run(*command.split(), sample, "--output", summaries[-1], "-q")
            code, out, err = run("verify", *summaries, "--against", sample, "-q")
            assert code == ExitCode.OK, out + err


def test_planted_figures_are_caught(sample: Path, tmp_path: Path) -> None:
    with open_paper(sample, whole=True) as paper:
        verifier = Verifier(evidence_of(paper))
    dice = random.Random(7)
    caught = planted = 0
    for command in ("summary", "panels", "years"):
        path = tmp_path / f"{command}.md"
        run("exclusions", command, sample, "--output", path, "-q")
        lines = path.read_text(encoding="utf-8").splitlines()
        cells = [
            (number, match)
            for number, line in enumerate(lines)
            for match in re.finditer(r"(?<=\| )\s*(-?\d[\d,.]*)(?=\s*\|)", line)
        ]
        for number, match in dice.sample(cells, 20):
            figure = match[1]
            at = dice.choice([index for index, char in enumerate(figure) if char.isdigit()][:2])
            digit = dice.choice([char for char in "123456789" if char != figure[at]])
            line = lines[number]
            changed = line[: match.start(1)] + figure[:at] + digit + figure[at + 1 :] + line[match.end(1) :]
            broken = "\n".join([*lines[:number], changed, *lines[number + 1 :]])
            claims = [claim for claim in claims_of_text("broken.md", broken) if claim.line == number + 1]
            outcomes = [verifier.verify(claim).outcome for claim in claims]
            caught += bool({Outcome.CONTRADICTED, Outcome.NOT_FOUND} & set(outcomes))
            planted += 1
    print(f"{caught} of {planted} planted figures caught")
    assert caught >= 0.95 * planted


def test_what_a_row_gives_as_its_source_has_to_stand_there(sample: Path, tmp_path: Path) -> None:
    """The words of a source speak for a figure; a cell alone only where the row is called as it is there."""
    path = tmp_path / "panels.csv"
    run("exclusions", "panels", sample, "--output", path, "-q")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    header = lines[0].split(",")
    assert {"pdf_page", "quote"} <= set(header)
    kept = [line for line in lines[1:] if line.endswith(",44")]
    assert kept
    for line, code in ((kept[0], ExitCode.OK), (kept[0].replace("44", "47", 1), ExitCode.FINDINGS)):
        path.write_text("\n".join([lines[0], line, ""]), encoding="utf-8")
        assert run("verify", path, "--against", sample, "-q")[0] == code, line


SUMMARY = """# Briefing, 12 June 2025

1. The panels discussed 92 cases; 9 pupils were permanently excluded.
2. Permanent exclusions fell from 109 in 2018/19 to 61 and then 51.
3. The additional funding is about £215,000.
"""


def test_a_summary_by_hand(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "briefing.md"
    path.write_text(SUMMARY, encoding="utf-8")
    assert run("verify", path, "--against", sample, "-q")[0] == ExitCode.OK
    path.write_text(SUMMARY.replace("92 cases", "29 cases").replace("215,000", "512,000"), encoding="utf-8")
    code, out, err = run("verify", path, "--against", sample, "-f", "json")
    rows = json.loads(out)["tables"]["figures"]
    jsonschema.validate(json.loads(out), json.loads(run("schema", "verify")[1]))
    assert code == ExitCode.FINDINGS
    assert [(row["line"], row["printed"]) for row in rows if row["outcome"] in ("contradicted", "not-found")] == [
        (3, "29"), (5, "£512,000"),
    ]  # fmt: skip
    assert 'briefing.md: line 3: 29 ("' in err


def test_accepted_exceptions(sample: Path, tmp_path: Path) -> None:
    path, allow = tmp_path / "briefing.md", tmp_path / "allow.txt"
    path.write_text(SUMMARY + "\nWe spent 7,777 hours on it.\n", encoding="utf-8")
    assert run("verify", path, "--against", sample, "-q")[0] == ExitCode.FINDINGS
    allow.write_text("# counted by ourselves\n7,777\n", encoding="utf-8")
    assert run("verify", path, "--against", sample, "-q", "--allow", allow)[0] == ExitCode.OK


def test_summaries_that_cannot_be_read(sample: Path, tmp_path: Path) -> None:
    missing, binary, words, broken = (tmp_path / name for name in ("no.md", "bin.md", "words.md", "broken.json"))
    binary.write_bytes(b"\xff\xfe\x00\x80")
    words.write_text("# 12\n\nSee page 7, paragraph 4 and section 19: pupils in Year 9.\n", encoding="utf-8")
    broken.write_text("{", encoding="utf-8")
    for path, code in (
        (missing, ExitCode.INPUT), (binary, ExitCode.INPUT), (words, ExitCode.NOTHING_FOUND), (broken, ExitCode.INPUT),
    ):  # fmt: skip
        assert run("verify", path, "--against", sample)[0] == code, path
    assert run("verify", words, "--against", sample, "--allow", missing)[0] == ExitCode.INPUT
