"""The second process that shares the work on a long file: the same results, whatever becomes of it."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmark import build_pack
from tests.cli.test_commands import process

if not sys.platform.startswith("linux"):
    pytest.skip("there is one process elsewhere", allow_module_level=True)

from scrutiny.supervision import second

HERE = os.getpid()
PARTS = range(24)


@pytest.fixture(autouse=True)
def _limited() -> Iterator[None]:
    """There is no second process where memory is not limited."""
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (32 << 30, hard))
    yield
    assert resource.getrlimit(resource.RLIMIT_DATA) == (32 << 30, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def elsewhere() -> bool:
    return os.getpid() != HERE


def test_both_take_parts_and_the_order_is_kept() -> None:
    def work(part: int) -> tuple[int, int]:
        time.sleep(0.02)
        return part, os.getpid()

    made = second.share(PARTS, work)
    assert [part for part, _ in made] == list(PARTS)
    assert len({process for _, process in made}) == 2


def test_what_the_second_does_not_send_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(part: int) -> int:
        time.sleep(0.01)
        if elsewhere():
            os.kill(os.getpid(), signal.SIGKILL)
        return part

    def cannot_be_sent(part: int) -> object:
        time.sleep(0.01)
        return part if not elsewhere() else lambda: part

    def has_no_memory(part: int) -> int:
        if not elsewhere() and resource.getrlimit(resource.RLIMIT_DATA)[0] < 32 << 30:
            raise MemoryError
        return part

    for work in (dies, cannot_be_sent, has_no_memory):
        assert second.share(PARTS, work) == list(PARTS)

    def no_more() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", no_more)
    assert second.share(PARTS, lambda part: part) == list(PARTS)


def test_an_error_is_raised_here_wherever_it_was_met() -> None:
    def work(part: int) -> int:
        time.sleep(0.01)
        if elsewhere() or part == PARTS[-1]:
            raise ValueError(part)
        return part

    with pytest.raises(ValueError, match=r"\d"):
        second.share(PARTS, work)


def test_a_file_that_both_read_has_two_places(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(bytes(range(256)) * 64)
    with (tmp_path / "file").open("rb", buffering=0) as file:

        def read(part: int) -> int:
            found = set()
            for _ in range(200):
                file.seek(part)
                found.add(file.read(1)[0])
            (one,) = found
            return one

        assert second.share(PARTS, read) == list(PARTS)


def test_it_does_not_outlive_the_first() -> None:
    code = "import os, resource, time\nfrom scrutiny.supervision import second\n"
    code += "resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, -1))\n"
    code += "second.share((1, 2), lambda part: (os.write(1, b'%d\\n' % os.getpid()), time.sleep(60)))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        numbers = {int(first.stdout.readline()), int(first.stdout.readline())} - {first.pid}
        first.kill()
    (other,) = numbers
    state = Path(f"/proc/{other}/stat")
    ends = time.monotonic() + 10
    while state.exists() and state.read_text().rpartition(")")[2].split()[0] not in "ZX":
        assert time.monotonic() < ends
        time.sleep(0.05)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_pack(tmp_path_factory.mktemp("long") / "pack.pdf", 72)


@pytest.mark.parametrize("command", ["contents", "actions", "tables", "check", "verify", "brief"])
def test_the_bytes_are_those_of_one_process(command: str, long: Path, tmp_path: Path) -> None:
    words: list[str | Path] = [command, long]
    if command == "verify":
        summary = tmp_path / "summary.md"
        summary.write_text("The team visited 86 families, and 413 penalty notices were issued in the autumn of 2023.\n")
        words = [command, summary, "--against", long, "--all"]
    output: list[str | Path] = [] if command != "brief" else ["--output", tmp_path / "brief.html"]
    found = []
    for own in ({}, {"SCRUTINY_UNSUPERVISED": "1"}):
        done = process(*words, *output, env=os.environ | own)
        written = (tmp_path / "brief.html").read_text(encoding="utf-8") if output else ""
        found.append((done.returncode, done.stdout, done.stderr, written))
    assert found[0] == found[1]
    assert found[0][0] in (0, 1)
