"""The commands as scripts and people run them: exit codes, stdout and stderr."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pexpect
import pytest
from typer.testing import CliRunner

from scrutiny.cli import app
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import ExitCode, TimeBudgetError
from scrutiny.explanations import EXPLANATIONS
from scrutiny.findings import FindingCode
from scrutiny.sheets import Format
from tests.builders.paper import PackBuilder, lock
from tests.conftest import PackFile


def run(*arguments: str | Path, env: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command run in this process."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], env=env)
    return result.exit_code, result.stdout, result.stderr


def process(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "scrutiny", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_contents_in_a_pipe_is_plain_text(sample: Path) -> None:
    code, out, err = run("contents", sample)
    assert (code, err) == (0, "")
    assert "3     Minutes of the meeting held on 6 March 2025" in out
    assert "\x1b" not in out
    assert "[front-sheet-range]" in out  # text is for people: findings stand below


@pytest.mark.parametrize("form", [form for form in Format if form not in (Format.XLSX, Format.DOCX)])
def test_every_format_prints(sample: Path, form: Format) -> None:
    code, out, err = run("contents", sample, "--format", form.value)
    assert code == 0
    assert ("School Attendance" in out) == (form not in (Format.GITHUB, Format.SARIF))  # these give findings only
    if form not in (Format.TABLE, Format.TEXT):
        assert "[front-sheet-range]" in err
        assert ("[front-sheet-range]" in out) == (form is Format.HTML)  # a page is read by people


@pytest.mark.parametrize("command", ["contents", "split-pack"])
def test_json_follows_its_schema(sample: Path, command: str) -> None:
    extra = ["--dry-run"] if command == "split-pack" else []
    code, out, _ = run(command, sample, "--format", "json", "--by", "appendix", *extra)
    assert code == 0
    printed = json.loads(run("schema", command)[1])
    jsonschema.Draft202012Validator.check_schema(printed)
    jsonschema.validate(json.loads(out), printed)
    assert json.loads(out)["tables"]["sections"]


def test_two_runs_print_the_same_bytes(sample: Path) -> None:
    assert run("contents", sample, "--format", "json") == run("contents", sample, "--format", "json")


def test_output_check_and_drift(sample: Path, tmp_path: Path) -> None:
    summary = tmp_path / "contents.md"
    assert run("contents", sample, "--output", summary)[0] == 0
    assert run("contents", sample, "--check", summary)[:2] == (0, "")
    summary.write_text(summary.read_text().replace("School Attendance", "School Absence", 1))
    code, out, _ = run("contents", sample, "--check", summary)
    assert code == ExitCode.FINDINGS
    assert "-| 5      | School Absence" in out
    assert "+| 5      | School Attendance" in out
    code, _, err = run("contents", sample, "--check", tmp_path / "missing.md")
    assert code == ExitCode.INPUT
    assert "--output" in err


def test_csv_file_opens_in_a_spreadsheet_and_checks(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "contents.csv"
    assert run("contents", sample, "-o", path)[0] == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfitem,title")
    assert not run("contents", sample, "-f", "csv")[1].startswith("\ufeff")
    assert run("contents", sample, "--check", path)[0] == 0


def test_quiet_prints_no_findings_on_stderr(sample: Path) -> None:
    assert run("contents", sample, "-f", "csv", "--quiet")[2] == ""


def test_strict_fails_on_errors_only(sample: Path) -> None:
    assert run("contents", sample, "--strict")[0] == 0  # its findings are warnings


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["contents", "missing.pdf"], ExitCode.INPUT, "there is no file"),
        (["contents", "."], ExitCode.INPUT, "is a folder"),
        (["contents"], ExitCode.USAGE, "Missing argument"),
        (["nonsense"], ExitCode.USAGE, "No such command"),
        (["contents", "SAMPLE", "--format", "docx"], ExitCode.USAGE, "docx"),
        (["contents", "SAMPLE", "--by", "chapter"], ExitCode.USAGE, "invalid value for --by"),
        (["contents", "SAMPLE", "--format", "xlsx"], ExitCode.USAGE, "--output"),
        (["contents", "SAMPLE", "--output", "contents.odt"], ExitCode.USAGE, "cannot tell a format"),
        (["contents", "SAMPLE", "--output", "no/such/folder/a.csv"], ExitCode.OUTPUT, "cannot be written"),
        (["explain", "front-sheet-rang"], ExitCode.USAGE, "Did you mean front-sheet-range?"),
        (["schema", "demo"], ExitCode.USAGE, "no JSON Schema"),
    ],
)
def test_bad_input_gets_one_clear_line(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(*(str(sample) if argument == "SAMPLE" else argument for argument in arguments))
    assert (status, out) == (code, "")
    assert says in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_a_bug_is_exit_70_without_a_traceback(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrutiny.products.contents.plan_parts", lambda *_: 1 / 0)
    code, _, err = run("contents", sample)
    assert code == ExitCode.BUG
    assert "bug in scrutiny: ZeroDivisionError" in err


def test_interrupt_is_exit_130(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scrutiny.products.contents.plan_parts", stop)
    assert run("contents", sample)[0] == ExitCode.INTERRUPTED


@pytest.mark.parametrize("command", ["contents", "split-pack"])
def test_password_from_option_and_environment(sample: Path, tmp_path: Path, command: str) -> None:
    path = lock(sample, tmp_path / "locked.pdf")
    extra = ["--dry-run"] if command == "split-pack" else []
    assert run(command, path, *extra)[0] == ExitCode.INPUT
    assert "SCRUTINY_PASSWORD" in run(command, path, *extra)[2]
    assert run(command, path, "--password", "secret", *extra)[0] == 0
    assert run(command, path, *extra, env={"SCRUTINY_PASSWORD": "secret"})[0] == 0


def test_a_scan_is_refused_with_the_way_out(pack_file: PackFile) -> None:
    builder = PackBuilder(numbers=False)
    builder.new_page()
    builder.canvas.rect(100, 100, 50, 50, fill=1)
    code, _, err = run("contents", pack_file(builder))
    assert code == ExitCode.INPUT
    assert "ocrmypdf" in err
    assert "no text layer" in err


def test_split_pack_writes_parts_and_lists_them(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    code, out, err = run("split-pack", sample, "-o", folder, "-f", "json")
    assert code == 0, err
    assert err.splitlines()[-1] == f"wrote 5 PDFs, contents.json and contents.csv to {folder}"
    rows = json.loads(out)["tables"]["contents"]
    assert {path.name for path in folder.iterdir()} == {row["file_name"] for row in rows} | {
        "contents.json", "contents.csv",
    }  # fmt: skip
    assert json.loads((folder / "contents.json").read_text()) == json.loads(out)
    assert run("split-pack", sample, "-o", folder)[0] == ExitCode.OUTPUT
    assert run("split-pack", sample, "-o", folder, "--force")[0] == 0


def test_dry_run_writes_nothing(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("split-pack", sample, "--dry-run")
    assert code == 0
    assert "05-school-attendance_presentation-school-attendance.pdf" in out
    assert list(tmp_path.iterdir()) == []


def test_several_packs_are_told_apart(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / sample.name
    copy.write_bytes(sample.read_bytes())
    out = run("contents", sample, copy)[1]
    assert out.splitlines().count(f"{sample.name}: Contents") == 2


def test_explain_knows_every_code() -> None:
    listed = run("explain")[1]
    for code in FindingCode:
        assert code.value in listed
        text = run("explain", code.value)[1]
        assert EXPLANATIONS[code].example in text


def test_demo_says_which_command_made_each_table() -> None:
    code, out, _ = run("demo")
    assert code == 0
    for line in (
        "$ scrutiny contents sample-pack.pdf",
        "$ scrutiny split-pack sample-pack.pdf --by appendix --dry-run",
    ):
        assert line in out


def test_head_ends_without_a_complaint(sample: Path) -> None:
    command = f"{sys.executable} -m scrutiny contents {sample} -q -f json | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == "{"
    assert done.stderr == ""


def test_a_terminal_gets_a_table_with_colour_and_a_pipe_none(sample: Path) -> None:
    def at_terminal(**env: str) -> str:
        child = pexpect.spawn(
            sys.executable, ["-m", "scrutiny", "contents", str(sample)], dimensions=(50, 100), encoding="utf-8",
            env={**os.environ, "TERM": "xterm-256color", **env},
        )  # fmt: skip
        child.expect(pexpect.EOF)
        return str(child.before)

    assert "\x1b[" in at_terminal()
    assert "\x1b[3" not in at_terminal(NO_COLOR="1")
    assert max(len(line.rstrip()) for line in at_terminal(NO_COLOR="1", TERM="dumb").splitlines()) <= 100
    assert "\x1b" not in process("contents", sample).stdout


def test_whole_process_is_clean(sample: Path) -> None:
    """Warnings are errors in it."""
    done = process("contents", sample, "-f", "csv", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("item,title")


def test_python_locale_does_not_matter(sample: Path) -> None:
    env = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = process("contents", sample, "-f", "json", env=env)
    assert done.returncode == 0, done.stderr


def test_time_budget_interrupts(tmp_path: Path) -> None:
    with pytest.raises(TimeBudgetError, match="not read within"), time_budget(tmp_path / "slow.pdf", 0.1):
        while True:
            time.sleep(0.01)


def test_time_budget_ends_a_process_that_is_stuck_in_a_library(tmp_path: Path) -> None:
    code = (
        "import time, pathlib\n"
        "from scrutiny.cli.watchdog import time_budget\n"
        "from scrutiny.outputs import _staging\n"
        "from scrutiny.supervision import child\n"
        "child.own()\n"
        f"with time_budget(pathlib.Path('stuck.pdf'), 0.1), _staging(pathlib.Path({str(tmp_path)!r})):\n"
        "    time.sleep(60)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == ExitCode.INPUT
    assert "stuck.pdf was not read within" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_is_not_its_own_is_never_ended() -> None:
    """A program that uses the package goes on, as soon as the library comes back."""
    code = (
        "import time, pathlib\n"
        "from scrutiny.cli import watchdog\n"
        "from scrutiny.errors import TimeBudgetError\n"
        "watchdog.GRACE = 0.1\n"
        "try:\n"
        "    with watchdog.time_budget(pathlib.Path('stuck.pdf'), 0.1):\n"
        "        time.sleep(1)\n"
        "except TimeBudgetError as error:\n"
        "    print(error.message)\n"
        "time.sleep(0.5)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30)
    assert (done.returncode, done.stdout, done.stderr) == (0, "stuck.pdf was not read within 0 seconds\n", "")


def test_a_request_to_end_leaves_nothing_half_written(sample: Path, tmp_path: Path) -> None:
    code = (
        "import sys, time\nimport scrutiny.pdf.writing as w\n"
        "def slow(self, part):\n    print('writing', file=sys.stderr, flush=True)\n    time.sleep(30)\n"
        "w.PartWriter.write = slow\nfrom scrutiny.cli import main\n"
        f"sys.argv = ['scrutiny', 'split-pack', {str(sample)!r}, '-o', {str(tmp_path / 'parts')!r}]\nmain()\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True)
    assert child.stderr is not None
    assert child.stderr.readline() == "writing\n"
    child.send_signal(signal.SIGTERM)
    assert child.wait(timeout=20) == ExitCode.INTERRUPTED
    child.stderr.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("actions", "--by-owner", "-f", "csv"), "--by-owner is for reading only"),
        (("actions", "--by-owner", "-f", "json"), "--by-owner is for reading only"),
        (("cost-model", "--avoided", "-3"), "invalid value for --avoided: -3"),
        (("tables", "--pages", "9999"), "--pages 9999: the file has "),
    ],
)
def test_what_would_be_passed_over_is_refused(sample: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(arguments[0], sample, *arguments[1:])
    assert code == ExitCode.USAGE
    assert not out
    assert said in err
