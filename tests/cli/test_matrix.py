"""Every command in every format, in a pipe and at a real terminal.

What every cell must hold: the exit code of the command, output where output belongs, no escape codes but colours and
those at a terminal only, and in data formats the same bytes in both places.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pexpect
import pytest

from scrutiny.errors import ExitCode
from scrutiny.products.catalogue import layouts
from scrutiny.sheets import Format
from tests.builders.forms import END, GROUPS, sent_as
from tests.builders.reading import papers_read_once
from tests.cli.test_commands import run

COMMANDS: dict[str, tuple[str, ...]] = {
    "contents": ("contents", "PACK"),
    "split-pack": ("split-pack", "PACK", "--dry-run"),
    "actions": ("actions", "PACK"),
    "actions-possible": ("actions", "PACK", "--possible"),
    "recs": ("recs", "PACK"),
    "recs-against": ("recs", "PACK", "--against", "PACK"),
    "recs-tracker": ("recs", "PACK", "--tracker"),
    "recs-lint": ("recs", "lint", "PACK"),
    "exclusions-summary": ("exclusions", "summary", "PACK"),
    "exclusions-years": ("exclusions", "years", "PACK"),
    "exclusions-panels": ("exclusions", "panels", "PACK"),
    "exclusions-schools": ("exclusions", "schools", "PACK"),
    "tables": ("tables", "PACK"),
    "cost-model": ("cost-model", "PACK"),
    "check": ("check", "PACK"),
    "verify": ("verify", "SUMMARY", "--against", "PACK", "--all"),
    "brief": ("brief", "PACK"),
    "doctor": ("doctor",),
}
"""Each layout's command; a new one without a row here fails a test below."""

FAILS = {"check": ExitCode.FINDINGS, "verify": ExitCode.FINDINGS, "exclusions-schools": ExitCode.NOTHING_FOUND}
"""On the sample pack, which has wrong figures and no table of schools."""

FOR_PROGRAMS = (Format.JSON, Format.JSONL, Format.CSV, Format.TSV, Format.MARKDOWN, Format.HTML, Format.GITHUB, Format.SARIF)  # fmt: skip
PRINTED = [form for form in Format if form not in (Format.XLSX, Format.DOCX)]
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def arguments(command: str, sample: Path) -> list[str]:
    summary = sample.parent / "summary.md"
    summary.write_text("The panels discussed 92 cases and 1,292 meetings.\n", encoding="utf-8")
    return [{"PACK": str(sample), "SUMMARY": str(summary)}.get(word, word) for word in COMMANDS[command]]


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """The sample is read once for all formats; one test below holds that against a reading of its own."""
    with papers_read_once():
        yield


_PIPED: dict[tuple[str, str], tuple[int, str, str]] = {}


def piped(command: str, form: Format, sample: Path) -> tuple[int, str, str]:
    """Code, stdout and stderr of one cell in a pipe: run once for all formats that are made of the same report, and
    held against what a terminal shows."""
    if (command, form) not in _PIPED:
        forms = [each for each in next(group for group in GROUPS if form in group) if each in PRINTED]
        with sent_as(forms) as reports:
            code, out, err = run(*arguments(command, sample), "--format", forms[0].value, "--quiet")
        ends = (out.split(END), err.split(END)) if reports else ([out] * len(forms), [err] * len(forms))
        for at, each in enumerate(forms):
            _PIPED[command, each] = (code, ends[0][at], ends[1][at])
    return _PIPED[command, form]


def test_formats_of_a_group_are_made_of_one_report(sample: Path) -> None:
    """So that one run is enough for them."""
    assert sorted(form for group in GROUPS for form in group) == sorted(Format)
    for command in ("brief", "exclusions-summary"):
        with papers_read_once():
            for form in PRINTED:
                if any(form is group[0] for group in GROUPS):
                    continue  # which was run with its own format
                alone = run(*arguments(command, sample), "--format", form.value, "--quiet")
                assert piped(command, form, sample) == alone


def test_every_command_with_a_schema_is_in_the_matrix() -> None:
    assert set(COMMANDS) == set(layouts())


@pytest.mark.parametrize("form", PRINTED)
@pytest.mark.parametrize("command", COMMANDS)
def test_in_a_pipe(command: str, form: Format, sample: Path) -> None:
    code, out, err = piped(command, form, sample)
    assert code == FAILS.get(command, ExitCode.OK)
    assert "\x1b" not in out
    if code == ExitCode.NOTHING_FOUND:
        assert (out, err.startswith("scrutiny: ")) == ("", True)
        return
    assert err == ""
    assert out or form is Format.GITHUB
    if form is Format.JSON:
        jsonschema.validate(json.loads(out), json.loads(run("schema", command)[1]))
    if form is Format.JSONL:
        assert all("table" in json.loads(line) for line in out.splitlines())
    if form is Format.SARIF:
        assert json.loads(out)["version"] == "2.1.0"
    if form is Format.HTML:
        assert out.startswith("<!DOCTYPE html>")
        assert out.endswith("</html>\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_as_a_workbook(command: str, sample: Path, tmp_path: Path) -> None:
    """XLSX is no text: it needs a file, and says so."""
    from openpyxl import load_workbook

    words = arguments(command, sample)
    code, out, err = run(*words, "--format", "xlsx")
    assert (code, out, "Give --output FILE.xlsx." in err) == (ExitCode.USAGE, "", True)
    if command == "split-pack":  # whose --output is the folder of the parts
        return
    target = tmp_path / "out.xlsx"
    code, out, err = run(*words, "--output", target, "--quiet")
    assert (code, out) == (FAILS.get(command, ExitCode.OK), "")
    if code != ExitCode.NOTHING_FOUND:
        assert load_workbook(target).sheetnames


DRIVER = """
import json, sys
from scrutiny.cli import app
from scrutiny.sheets import Format
from tests.builders.forms import END, sent_as
from tests.builders.reading import papers_read_once
with papers_read_once():
    for line in open(sys.argv[1]):
        words, forms = json.loads(line)
        with sent_as([form and Format(form) for form in forms]) as reports:
            try:
                app(words, prog_name="scrutiny")
                code = 0
            except SystemExit as end:
                code = end.code
        sys.stdout.flush()
        print(f"<<<{len(reports)} sent, code {code}>>>", flush=True)
"""
"""All cells in one process at one terminal, of one reading: a process for each would take minutes."""


@pytest.fixture(scope="module", params=[80, 200])
def shown(request: pytest.FixtureRequest, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], tuple[int, str]]:  # fmt: skip
    """What each cell prints at a terminal of 80 and of 200 columns, with its exit code.

    The width is for people: what is for programs is printed at one of them only.
    """
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals are others there")
    groups = [[form for form in group if form in PRINTED and (request.param == 80 or form not in FOR_PROGRAMS)] for group in GROUPS]  # fmt: skip
    cells = [(command, ["", *group] if group == groups[0] else group) for command in COMMANDS for group in groups if group]  # fmt: skip
    folder = tmp_path_factory.mktemp("terminal")
    (folder / "driver.py").write_text(DRIVER, encoding="utf-8")
    lines = [
        json.dumps(
            [
                [*arguments(command, sample), *(["--format", group[0]] if group[0] else []), "--quiet"],
                [form or None for form in group],
            ]
        )
        for command, group in cells
    ]
    (folder / "cells").write_text("\n".join(lines) + "\n", encoding="utf-8")
    child = pexpect.spawn(
        sys.executable, [str(folder / "driver.py"), str(folder / "cells")], dimensions=(50, request.param),
        encoding="utf-8", timeout=180, cwd=str(Path(__file__).parents[2]),
        env=os.environ | {"TERM": "xterm-256color", "PYTHONWARNINGS": "error", "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    printed = {}
    for command, group in cells:
        child.expect(r"<<<(\d) sent, code (\d+)>>>\r\n")
        assert child.match is not None
        sent, code = int(child.match[1]), int(child.match[2])
        texts = str(child.before).replace("\r\n", "\n").split(END + END)  # of stdout and of stderr
        assert len(texts) == (len(group) + 1 if sent else 1)
        for at, form in enumerate(group):
            printed[command, form] = (code, texts[at if sent else 0])
    child.close()
    return {("width", ""): (request.param, ""), **printed}


@pytest.mark.parametrize("command", COMMANDS)
def test_at_a_terminal(command: str, sample: Path, shown: dict[tuple[str, str], tuple[int, str]]) -> None:
    width = shown["width", ""][0]
    for form in (form for shown_command, form in shown if shown_command == command):
        code, out = shown[command, form]
        assert code == FAILS.get(command, ExitCode.OK), form
        if code == ExitCode.NOTHING_FOUND:
            continue
        bare = _COLOUR.sub("", out)
        assert "\x1b" not in bare, form
        if form in ("", Format.TABLE):
            assert max(len(line) for line in bare.splitlines()) <= width
            assert out == shown[command, Format.TABLE][1]
        elif form in FOR_PROGRAMS:
            assert out.rstrip("\n") == piped(command, Format(form), sample)[1].rstrip("\n"), form


def test_no_color_means_none(sample: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals are others there")
    for options, more in ((["--no-color"], {}), ([], {"NO_COLOR": "1"})):
        out = pexpect.run(
            f"{sys.executable} -m scrutiny check {sample} {' '.join(options)}", encoding="utf-8", timeout=60,
            env={**os.environ, "TERM": "xterm-256color", **more},
        )  # fmt: skip
        assert "total-mismatch" in out
        assert not re.search(r"\x1b\[(?:[0-9;]*;)?3\d", out)


@pytest.mark.parametrize(
    "words",
    ["--help", "cost-model --help", "explain", "explain active-left-out", "check --list", "doctor", "recs none.pdf"],
)
def test_pages_for_people_fit_80_columns_and_break_no_word(words: str) -> None:
    if sys.platform == "win32":
        pytest.skip("pseudo-terminals are others there")
    out = str(
        pexpect.run(
            f"{sys.executable} -m scrutiny {words}", encoding="utf-8", timeout=60, dimensions=(50, 80),
            env={**os.environ, "TERM": "xterm-256color"},
        )
    )  # fmt: skip
    lines = _COLOUR.sub("", out).replace("\r\n", "\n").splitlines()
    assert max(map(len, lines)) <= 80
    whole = run(*words.split(), env={"COLUMNS": "400"})
    known = set(re.findall(r"[A-Za-z]{4,}", whole[1] + whole[2]))
    assert {word for line in lines for word in re.findall(r"[A-Za-z]{4,}", line)} <= known or words == "doctor"
