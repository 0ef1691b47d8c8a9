"""Summaries, logs and password files that are damaged, deep, long or without end: read, or refused in one line."""

from pathlib import Path

import pytest

from scrutiny.errors import ExitCode
from tests.cli.test_commands import process, run
from tests.hostile.test_limits import measured

SUMMARIES: dict[str, bytes] = {
    "deep.json": b"[" * 100_000,
    "deeper.json": b'{"a":' * 3000 + b'"12 pupils"' + b"}" * 3000,
    "large-number.json": b'{"a": ' + b"9" * 20_000 + b"}",
    "other.json": b'{"schema": 1, "command": "check", "tables": {"checks": [{"printed": {"x": [1]}, "quote": 7}]}}',
    "half.json": b'{"a": "\\ud800 92 cases"}',
    "cell.csv": b'a,b\n1,"' + b"x" * 200_000 + b'"\n',
    "open.csv": b'a,b\n1,"not closed\n2,3\n',
    "null.csv": b"a,b\n1,\x00\n12,33\n",
    "exponent.csv": b"School,Pupils\nNorth,1e999999\n",
    "deep.html": b"<div>" * 50_000 + b"92 cases",
    "wide.html": b"<table><tr><td colspan=99999999 rowspan=9999999>92 cases</td><td>33</td></tr></table>",
    "odd.html": b"<!doctype [<!-- <![CDATA[ <td 92 cases &#99999999999; &#x110000; <![if",
    "digits.md": b"9" * 100_000 + b" cases and " + b"1," * 50_000 + b" 92 cases\n",
    "binary.md": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_an_odd_summary_is_read_or_refused(name: str, sample: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(SUMMARIES[name])
    code, out, err = run("verify", tmp_path / name, "--against", sample, "-q", "-f", "json")
    assert code in (ExitCode.OK, ExitCode.FINDINGS, ExitCode.INPUT, ExitCode.NOTHING_FOUND), err
    assert (out != "") == (code in (ExitCode.OK, ExitCode.FINDINGS))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="only Unix has a device without end")
def test_a_file_without_end_is_ended(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "endless.md").symlink_to("/dev/zero")
    words = ("verify", tmp_path / "endless.md", "--against", sample, "--memory-limit", "150", "--timeout", "20")
    code, err, megabytes = measured(*words)
    assert (code, err.splitlines()[0]) == (ExitCode.INPUT, "scrutiny: endless.md needs more than 150 MB of memory, or is damaged beyond reading")  # fmt: skip
    assert megabytes < 220
    assert run("contents", sample, "--password-file", "/dev/zero")[0] == ExitCode.OK  # the sample needs none


def test_a_summary_that_takes_too_long_is_named(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("The quay cost £1,234 for 56 boats in 2019.\n\n" * 20_000)
    done = process("verify", tmp_path / "long.md", "--against", sample, "--timeout", "1")
    said = (done.returncode, done.stderr.splitlines()[0])
    assert said == (ExitCode.INPUT, "scrutiny: long.md was not read within 1 seconds")


def test_a_summary_that_is_missing_is_looked_for(sample: Path, tmp_path: Path) -> None:
    code, _, err = run("verify", tmp_path / "gone.md", "--against", sample)
    assert (code, err.splitlines()[-1]) == (ExitCode.INPUT, "  Check the name and the folder.")
