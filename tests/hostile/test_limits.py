"""Limits of memory and time, kept from outside; whatever holds the process, it ends with exit 3 and one line."""

import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode
from scrutiny.pdf.model import MAX_CHARACTERS
from scrutiny.supervision.start import with_room
from scrutiny.supervision.state import GRACE, LONGEST_STEP, Reason, State
from tests.builders.hostile import RawPdf, annotations, billion_laughs, bomb, long_rule, words
from tests.cli.test_commands import process

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have limits of their own")

CASES: dict[str, Callable[[], bytes]] = {
    "spaces": partial(bomb, b" ", 300),
    "text": partial(bomb, b"BT /F1 9 Tf 72 700 Td (ha) Tj ET\n", 60),
    "laughs": billion_laughs,
}


MEASURE = """
import json, os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
json.dump([os.waitstatus_to_exitcode(status), usage.ru_maxrss // 1024], sys.stdout)
"""
"""Runs a command from a small process: Linux counts as a command's memory also that of the process which started it,
until the program is exchanged, and a process that has run thousands of tests is larger than any limit here."""


def measured(*arguments: str | Path, limit: float = 60.0) -> tuple[int, str, int]:
    """Exit code, stderr and the most memory (MB) of any process of a command."""
    return measured_command("-m", "scrutiny", *map(str, arguments), limit=limit)


def measured_command(*words: str, limit: float) -> tuple[int, str, int]:
    """The same of any call of Python."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", MEASURE, sys.executable, *words],
        capture_output=True, text=True, check=True, timeout=limit,
    )  # fmt: skip
    code, megabytes = json.loads(done.stdout)
    return code, done.stderr, megabytes


def test_memory_is_that_of_the_command_and_not_of_the_tests() -> None:
    ballast = b"x" * (300 << 20)
    assert measured_command("-I", "-S", "-c", "pass", limit=60.0)[2] < 50
    assert measured_command("-I", "-S", "-c", "b'x' * (100 << 20)", limit=60.0)[2] > 100
    assert len(ballast) == 300 << 20


@pytest.mark.parametrize(
    ("case", "command"),
    [("spaces", "check"), ("text", "check"), ("laughs", "check"), ("spaces", "contents"), ("laughs", "tables")],
)
def test_a_bomb_ends_in_one_line(case: str, command: str, tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(CASES[case]())
    code, err, megabytes = measured(command, path, "--memory-limit", "200", "--timeout", "10")
    assert (code, len(err.splitlines())) == (ExitCode.INPUT, 2)
    assert err.startswith("scrutiny: bomb.pdf ")
    assert megabytes <= 260  # the data of the libraries themselves come on top


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_file_that_needs_too_much_is_named(jobs: str, sample: Path, tmp_path: Path) -> None:
    """And the others are read."""
    path = tmp_path / "bomb.pdf"
    path.write_bytes(bomb(b" ", 300))
    other = tmp_path / "other.pdf"
    other.write_bytes(sample.read_bytes())
    done = process("contents", sample, path, other, "--memory-limit", "200", "--jobs", jobs, "-f", "json")
    assert done.returncode == ExitCode.INPUT
    assert "bomb.pdf needs more than 200 MB of memory" in done.stderr
    assert len(json.loads(done.stdout)["sources"]) == 2


def test_work_that_comes_to_no_end_is_ended_by_the_system() -> None:
    """So that one of several files, on which a library holds the interpreter, does not end the others."""
    code = "from scrutiny.supervision.memory import limit_work as limit; limit(0); import sys; sys.set_int_max_str_digits(0); "
    done = subprocess.run([sys.executable, "-c", code + STUCK["in a library that does not"]], check=False, timeout=60)
    assert done.returncode == -signal.SIGXCPU


def test_a_file_that_needs_much_is_read_where_it_may(tmp_path: Path) -> None:
    """And a page with very many annotations is cut up within the limit."""
    path = tmp_path / "pack.pdf"
    path.write_bytes(annotations(20_000))
    assert measured("split-pack", path, "-o", tmp_path / "parts", "--memory-limit", "250")[0] == ExitCode.OK


@pytest.mark.parametrize("command", ["check", "tables"])
def test_a_rule_beyond_the_page_is_no_matter(command: str, tmp_path: Path) -> None:
    path = tmp_path / "rule.pdf"
    path.write_bytes(long_rule())
    code, _, megabytes = measured(command, path)
    assert (code in (ExitCode.OK, ExitCode.FINDINGS), megabytes < 200) == (True, True)


def test_a_page_of_letters_without_end_is_left_out_and_named(tmp_path: Path) -> None:
    pdf = RawPdf()
    pdf.page(pdf.stream(words("Agenda", "1 Apologies").encode()))
    lines = [
        f"BT /F1 1 Tf {at % 7} {at * 7 % 800} Td ({'abcdefghij' * 100}) Tj ET\n"
        for at in range(MAX_CHARACTERS // 1000 + 1)
    ]
    pdf.page(pdf.stream("".join(lines).encode()))
    (tmp_path / "pack.pdf").write_bytes(pdf.data())
    done = process("contents", tmp_path / "pack.pdf")
    assert done.returncode == ExitCode.OK
    assert "unreadable-page" in done.stdout


STUCK = {
    "in Python": "while True: pass",
    "in a regular expression": "import re; re.match(r'(a|a)*b', 'a' * 60)",
    "in a library that lets go of the interpreter": "import time; time.sleep(60)",
    "in a library that does not": "int('9' * 4000) ** 30000000",
}
DRIVER = """
import os
import sys
import scrutiny.paper
from scrutiny.__main__ import main
sys.set_int_max_str_digits(0)
def stuck(path, *_, **__):
    os.close(os.open(f"{{path}}.{{os.getppid()}}", os.O_CREAT | os.O_WRONLY))
    {body}
scrutiny.paper.open_paper = stuck
main()
"""


def stuck(body: str, *arguments: str) -> "subprocess.Popen[str]":
    """A command that comes to no end where it should read its file."""
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER.format(body=body), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, start_new_session=True,
    )  # fmt: skip


def processes_of(session: int) -> list[int]:
    """The processes that still live in a session."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                fields = (each / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                found.append(int(each.name))
    return found


def wait_until(true: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    (tmp_path / "slow.pdf").write_bytes(b"%PDF-1.7")
    return tmp_path / "slow.pdf"


def test_time_ends_from_outside(slow: Path) -> None:
    """Wherever the command is; all wait at once, so that the test waits only once."""
    begun = time.monotonic()
    running = {where: stuck(body, "contents", str(slow), "--timeout", "1") for where, body in STUCK.items()}
    for where, child in running.items():
        with child:
            out, err = child.communicate(timeout=30)
        assert (child.returncode, out) == (ExitCode.INPUT, ""), where
        assert err.splitlines()[0] == "scrutiny: slow.pdf was not read within 1 seconds"
        assert processes_of(child.pid) == []
    assert time.monotonic() - begun < 12


def test_it_ends_with_its_parent(slow: Path) -> None:
    running = {where: stuck(body, "contents", str(slow), "--timeout", "20") for where, body in STUCK.items()}
    for where, child in running.items():
        with child:
            wait_until(slow.with_name(f"slow.pdf.{child.pid}").exists, 20)
            assert len(processes_of(child.pid)) == 2, where
            child.kill()
            child.wait()
            wait_until(lambda: processes_of(child.pid) == [], 8)  # noqa: B023


def test_the_watching_process_is_small(sample: Path) -> None:
    """It imports nothing: 20 MB, most of them the interpreter's own, shared with the other."""
    code = (
        "import sys\nfrom scrutiny.supervision import posix, run_supervised, start\n"
        "print(*sorted({m.split('.')[0] for m in sys.modules} & {'typer', 'rich', 'pypdf', 'pypdfium2', 're', 'ctypes'}))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert set(done.stdout.split()) <= {"re"}
    assert sample.exists()


def test_nothing_limits_the_process_of_a_test(sample: Path) -> None:
    from tests.cli.test_commands import run

    before = resource.getrlimit(resource.RLIMIT_DATA)
    assert run("contents", sample, "--memory-limit", "64")[0] == ExitCode.OK
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


def test_time_is_counted_in_steps_that_cannot_jump() -> None:
    """A laptop that slept for an hour has not used the hour."""
    state = State()
    state.take(b"file\t5.000\t" + b"a.pdf".hex().encode() + b"\nallowed\t5.0\n")
    assert state.pass_time(3600) is None
    spent = LONGEST_STEP
    while state.pass_time(0.5) is None:
        spent += 0.5
    assert spent >= 5.0 + GRACE - 0.5
    assert state.message(Reason.TIME)[0] == "a.pdf was not read within 5 seconds"


def test_a_line_that_comes_in_pieces_is_read_once() -> None:
    state = State()
    for piece in (b"mem", b"ory\t51", b"2\nmade\t" + b"/tmp/x".hex().encode(), b"\n"):
        state.take(piece)
    assert (state.megabytes, state.folders) == (512, [b"/tmp/x"])
    state.take(b"gone\t" + b"/tmp/x".hex().encode() + b"\n")
    assert state.folders == []
    state.take(b"said\n")
    assert state.said is True


def test_a_command_that_opens_a_file_twice_has_the_time_for_one(sample: Path) -> None:
    done = process("recs", sample, "--against", sample, "--timeout", "30")
    assert done.returncode == ExitCode.OK


def test_closed_standard_files_are_no_bug(sample: Path) -> None:
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&-"):
        command = f'"{sys.executable}" -m scrutiny contents "{sample}" {closed}'
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        assert done.returncode in (ExitCode.OK, ExitCode.OUTPUT), closed
        assert "Traceback" not in done.stderr


def test_nothing_but_words_makes_a_page() -> None:
    """The builder itself makes sound files."""
    pdf = RawPdf()
    pdf.page(pdf.stream(words("Agenda").encode()))
    assert pdf.data().startswith(b"%PDF-")


def test_no_depth_of_calls_asks_the_system_for_stack_again_and_again() -> None:
    """Each piece that is asked for is a page fault; without room some depth has one at every turn."""

    def turn(deep: int) -> None:
        if deep:
            turn(deep - 1)

    def faults_at(depth: int) -> int:
        if depth:
            return faults_at(depth - 1)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        for _ in range(500):
            turn(3)
        return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

    @with_room
    def worst() -> int:
        return max(faults_at(depth) for depth in range(300))

    assert worst() < 250
