"""A command killed at any moment: nothing half-written, no folder of its own left, no orphan, no traceback."""

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from scrutiny.errors import ExitCode
from tests.hostile.test_limits import processes_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="signals are others there")

COMMANDS = (
    ("contents", "PACK"), ("split-pack", "PACK", "-o", "OUT/parts"), ("split-pack", "PACK", "-o", "OUT/kept", "--force"),
    ("actions", "PACK", "--merge", "OUT/log.csv"), ("recs", "PACK"), ("exclusions", "summary", "PACK"),
    ("cost-model", "PACK"), ("check", "PACK", "PACK", "-j", "2"), ("check", "PACK"), ("brief", "PACK", "-o", "OUT/brief.html"),
    ("tables", "PACK", "-o", "OUT/tables.xlsx"), ("contents", "PACK", "PACK", "PACK", "-j", "3"),
)  # fmt: skip
CAUGHT = ("SIGINT", "SIGTERM", "SIGHUP")
SIGNALS = (*CAUGHT, "SIGKILL")
ROUNDS = int(os.environ.get("SCRUTINY_KILLS", "1"))
"""How often each command gets each signal; a long run sets more."""

LONGEST = 1.2
"""Seconds, of which most commands take fewer: a signal after the end proves nothing and does no harm."""
WHOLE = b"as it was\n"


def whole(folder: Path) -> list[str]:
    """What is not as it should be: hidden folders, files that are neither the old ones nor new ones."""
    wrong = [str(path) for path in folder.rglob(".scrutiny-*")]
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            ended = {
                ".pdf": data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"), ".html": data.endswith(b"</html>\n"),
                ".json": data.endswith(b"}\n"), ".csv": data.endswith(b"\n"), ".xlsx": b"PK\x05\x06" in data[-64:],
            }  # fmt: skip
            if data != WHOLE and not ended.get(path.suffix, False):
                wrong.append(str(path))
    return wrong


def killed_with(at: int) -> tuple[str, ...]:
    """The signals that a command gets: in a long run all of them, otherwise that which nobody can catch, and one of
    the others, which go the same way."""
    return SIGNALS if ROUNDS > 1 else ("SIGKILL", CAUGHT[at % len(CAUGHT)])


@pytest.mark.parametrize("at", range(len(COMMANDS)), ids=[" ".join(words) for words in COMMANDS])
def test_a_kill_at_any_moment(at: int, sample: Path, tmp_path: Path) -> None:
    for turn in range(ROUNDS):
        kills = [Kill(COMMANDS[at], name, sample, tmp_path / f"{turn}{name}") for name in killed_with(at)]
        for kill in kills:
            kill.judge()


class Kill:
    """A command that is sent a signal once or twice after a time that its number decides."""

    def __init__(self, command: tuple[str, ...], name: str, sample: Path, out: Path) -> None:
        self.out, self.signal = out, getattr(signal, name)
        (out / "kept").mkdir(parents=True)
        for part in ("contents.csv", "mine.txt"):
            (out / "kept" / part).write_bytes(WHOLE)
        chance = random.Random(f"{command}{out.name}")
        moments = [chance.uniform(0.05, LONGEST)]
        if chance.random() < 0.5 and name != "SIGKILL":
            moments.append(chance.uniform(0, 0.05))
        words = [word.replace("PACK", str(sample)).replace("OUT", str(out)) for word in command]
        self.child = subprocess.Popen(
            [sys.executable, "-m", "scrutiny", *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip
        self.sender = threading.Thread(target=self._send, args=(moments,))
        self.sender.start()

    def _send(self, moments: list[float]) -> None:
        for moment in moments:
            time.sleep(moment)
            self.child.send_signal(self.signal)

    def judge(self) -> None:
        """Waits for the end, and looks at what was left."""
        with self.child as child:
            assert child.stderr is not None
            err = child.stderr.read()
            child.wait(timeout=20)
        self.sender.join()
        end = time.monotonic() + 5
        while processes_of(child.pid) and time.monotonic() < end:
            time.sleep(0.05)
        assert processes_of(child.pid) == []
        assert whole(self.out) == []
        assert (self.out / "kept" / "mine.txt").read_bytes() == WHOLE
        if err.startswith("Fatal Python error: init_"):  # Python itself had not begun
            return
        assert "Traceback" not in err
        usual = {0, 1, ExitCode.NOTHING_FOUND}
        signalled = {ExitCode.INTERRUPTED, -self.signal}
        assert child.returncode in usual | signalled, err
        if child.returncode == ExitCode.INTERRUPTED:
            assert err.endswith("scrutiny: interrupted; nothing was left half-written\n")
        shutil.rmtree(self.out)


def test_the_process_that_reads_is_killed(sample: Path, tmp_path: Path) -> None:
    """As a system does that has no memory left: the other one clears up and says so."""
    code = (
        "import os, signal, time\nimport scrutiny.pdf.writing as w\n"
        "def slow(self, part):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "w.PartWriter.write = slow\nfrom scrutiny.__main__ import main\nmain()\n"
    )
    words = [sys.executable, "-c", code, "split-pack", str(sample), "-o", str(tmp_path / "parts")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (ExitCode.INPUT, "")
    assert done.stderr.startswith(f"scrutiny: {sample.name} needs more than 512 MB of memory, or is damaged")
    assert list(tmp_path.iterdir()) == []


def test_a_move_that_was_cut_off_is_taken_back(sample: Path, tmp_path: Path) -> None:
    """Killed while its files are being moved: the old ones stand there again, and none of the new."""
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "contents.csv").write_bytes(WHOLE)
    code = (
        "import os, signal, pathlib\nimport scrutiny.outputs\n"
        "moved = pathlib.Path.replace\ncount = []\n"
        "def replace(self, target):\n"
        "    count.append(target)\n"
        "    if len(count) == 4: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return moved(self, target)\n"
        "def main_():\n"
        "    pathlib.Path.replace = replace\n"
        "    from scrutiny.cli import main\n    main()\n"
        "from scrutiny.supervision import run_supervised\nrun_supervised(main_)\n"
    )
    words = [sys.executable, "-c", code, "split-pack", str(sample), "-o", str(parts), "--force"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == ExitCode.INPUT
    assert [(path.name, path.read_bytes()) for path in parts.iterdir()] == [("contents.csv", WHOLE)]
    assert list(tmp_path.iterdir()) == [parts]


def test_what_was_left_with_nobody_to_clear_up_goes_with_the_next_run(sample: Path, tmp_path: Path) -> None:
    left = tmp_path / ".scrutiny-0123456789ab"
    (left / "new").mkdir(parents=True)
    hour_ago = time.time() - 3600
    os.utime(left, (hour_ago, hour_ago))
    from tests.cli.test_commands import run

    assert run("split-pack", sample, "-o", tmp_path / "parts")[0] == ExitCode.OK
    assert list(tmp_path.iterdir()) == [tmp_path / "parts"]


def test_nohup_is_respected(sample: Path) -> None:
    """A command started with SIGHUP ignored goes on when its terminal closes."""
    with subprocess.Popen(
        [sys.executable, "-m", "scrutiny", "contents", str(sample)], stdout=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN) and None,
    ) as child:  # fmt: skip
        time.sleep(0.2)
        child.send_signal(signal.SIGHUP)
        out, _ = child.communicate(timeout=20)
    assert (child.returncode, b"Agenda" in out) == (ExitCode.OK, True)


def test_an_interrupt_while_the_words_are_read_is_said_too(sample: Path) -> None:
    """Typer ends silently then."""
    code = (
        "from scrutiny.cli import seam\n"
        "def interrupted(*words, **more):\n    raise KeyboardInterrupt\n"
        "seam.ErrorSeam.make_context = interrupted\nfrom scrutiny.__main__ import main\nmain()\n"
    )
    words = [sys.executable, "-c", code, "contents", str(sample)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (ExitCode.INTERRUPTED, "")
    assert done.stderr == "scrutiny: interrupted; nothing was left half-written\n"
