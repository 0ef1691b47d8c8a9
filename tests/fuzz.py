"""Damaged files without end:

    python -m tests.fuzz --minutes 10

Takes PDFs of the builders, damages each in a random way, and runs a command on it under the limits and the watch of
every command; only the libraries have been imported beforehand, or their start would take most of the time. A
traceback, an exit code that is not of a reader, a limit passed, a process that comes to no end and anything left
behind are kept in `fuzz-findings/` with the number that makes the case again (`--seed NUMBER --most 1`). Files on
which a library broke down or a limit ended the reading are counted, and those named that ended at a limit: a small
file that needs so much is worth a look. `--atheris` lets atheris choose the damage, where it is installed.
"""

import argparse
import gc
import importlib
import os
import re
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from scrutiny.errors import ExitCode
from tests.builders.damage import Case, builders, cases, sound
from tests.builders.sample_pack import build_sample_pack
from tests.cli.test_matrix import COMMANDS

HANGS = 60.0
"""Seconds of the clock until a command counts as one that comes to no end: the limit is 15, plus what a busy machine
takes for itself."""
MEGABYTES = 512 + 100
"""The limit of memory, and the libraries' own, which were there before."""
FINE = {ExitCode.OK, ExitCode.FINDINGS, ExitCode.INPUT, ExitCode.NOTHING_FOUND}
READERS = tuple(
    tuple(word for word in words if word != "--dry-run") for name, words in COMMANDS.items() if name != "doctor"
)
SUMMARY = "The panels discussed 92 cases and 1,292 meetings in 2023-24, 9% more than before.\n"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: exit code (None: it was killed), stderr, seconds of the clock and of the processor, MB."""

    code: int | None
    err: str
    seconds: float
    worked: float
    megabytes: float

    def wrong(self, left: list[str]) -> str:
        """What is wrong with it, in words; nothing where nothing is."""
        if self.code is None:
            return "came to no end"
        if self.code not in FINE and not (self.code == ExitCode.USAGE and "--format" in self.err):
            return f"exit code {self.code}"
        if "Traceback" in self.err or "this is a bug" in self.err:
            return "traceback"
        if self.megabytes > MEGABYTES:
            return "memory"
        return f"left behind: {left}" if left else ""

    @property
    def limit(self) -> str:
        """The limit that ended the reading."""
        if self.code != ExitCode.INPUT:
            return ""
        if "was not read within" in self.err:
            return "time"
        if ", or is damaged beyond reading" in self.err:
            return "library broke down, or memory"
        return "memory" if " MB of memory" in self.err else ""


@dataclass(slots=True)
class Tally:
    """What was seen."""

    codes: Counter[object] = field(default_factory=Counter)
    commands: Counter[str] = field(default_factory=Counter)
    limits: Counter[str] = field(default_factory=Counter)
    cases: int = 0
    findings: int = 0
    seconds: float = 0.0
    worked: float = 0.0
    megabytes: float = 0.0

    def add(self, case: Case, ended: Ended, wrong: str) -> None:
        self.cases += 1
        self.codes[ended.code] += 1
        self.commands[" ".join(word for word in case.command[:2] if re.fullmatch("[a-z-]+", word))] += 1
        self.limits[ended.limit] += bool(ended.limit)
        self.findings += bool(wrong)
        self.seconds, self.worked = max(self.seconds, ended.seconds), max(self.worked, ended.worked)
        self.megabytes = max(self.megabytes, ended.megabytes)

    def __str__(self) -> str:
        def listed(counter: Counter[object] | Counter[str]) -> str:
            return ", ".join(f"{key}: {count}" for key, count in counter.most_common() if count) or "none"

        return (
            f"{self.cases} cases; exit codes {listed(self.codes)}; ended by a limit {listed(self.limits)}; longest "
            f"{self.seconds:.1f} s, most work {self.worked:.1f} s, largest {self.megabytes:.0f} MB; {self.findings} findings"
        )


def run_case(case: Case, folder: Path) -> Ended:
    """Runs the command of a case in a process of its own."""
    files = {"PACK": folder / "pack.pdf", "SUMMARY": folder / "summary.md"}
    files["PACK"].write_bytes(case.data)
    files["SUMMARY"].write_text(SUMMARY, encoding="utf-8")
    words = [
        str(files[word]) if word in files else str(folder / word) if word.startswith("PARTS") else word
        for word in case.command
    ]
    said = folder / "stderr"
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        _become_command([*words, "-q"], said)
    while True:
        done, status, usage = os.wait4(child, os.WNOHANG)
        seconds = time.monotonic() - begun
        if not done and seconds > HANGS:
            os.killpg(child, signal.SIGKILL)
            _, status, usage = os.wait4(child, 0)
        if done or seconds > HANGS:
            return Ended(
                code=os.waitstatus_to_exitcode(status) if done else None,
                err=said.read_text(encoding="utf-8", errors="replace") if said.exists() else "",
                seconds=seconds,
                worked=usage.ru_utime + usage.ru_stime,
                megabytes=usage.ru_maxrss / 1024,
            )
        time.sleep(0.002)


def _become_command(words: list[str], said: Path) -> None:
    """What the program does when it is called, from where it decides who watches."""
    from scrutiny.__main__ import main

    os.setsid()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.argv = ["scrutiny", *words]
    try:
        main()
    except BaseException:
        import traceback

        traceback.print_exc()
    sys.stderr.flush()
    os._exit(ExitCode.BUG)


def clear(folder: Path) -> list[str]:
    """Empties the folder; what lay there that no command may leave behind."""
    import shutil

    left = [path.name for path in folder.rglob(".*")]
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return left


def _warm_up(folder: Path) -> None:
    """Has everything imported once, before the processes are made, and every builder's PDF."""
    from typer.testing import CliRunner

    from scrutiny.cli.app import app

    for path, data in ((folder / "pack.pdf", build_sample_pack()), (folder / "summary.md", SUMMARY.encode())):
        path.write_bytes(data)
    for words in READERS:
        named = [
            str(folder / {"PACK": "pack.pdf", "SUMMARY": "summary.md"}[word]) if word.isupper() else word
            for word in words
        ]
        more = ["-o", str(folder / "parts")] if "split-pack" in words else ["-f", "json"]
        CliRunner().invoke(app, [*named, "-q", *more])
    for form in ("xlsx", "docx", "html"):
        CliRunner().invoke(app, ["actions", str(folder / "pack.pdf"), "-q", "-o", str(folder / f"a.{form}")])
    for builder in builders():
        sound(builder)
    clear(folder)
    gc.collect()
    gc.freeze()  # or the first collection in each process copies all of it


def fuzz(minutes: float, seed: int, most: int) -> int:
    """Runs until the time is up or the number reached; the number of findings."""
    tally = Tally()
    end = time.monotonic() + minutes * 60
    kept = Path("fuzz-findings")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _warm_up(folder)
        for case in cases(seed, READERS):
            if time.monotonic() > end or tally.cases >= most:
                break
            ended = run_case(case, folder)
            wrong = ended.wrong(clear(folder))
            tally.add(case, ended, wrong)
            if wrong or ended.limit:
                kept.mkdir(exist_ok=True)
                (kept / f"{case.number}.pdf").write_bytes(case.data)
                print(
                    f"{'FINDING' if wrong else 'limit'} {case.number} {case.builder} | {' '.join(case.command)} | {wrong or ended.limit} | "
                    f"{ended.seconds:.1f} s, {ended.worked:.1f} s of work, {ended.megabytes:.0f} MB | {ended.err.strip()[-300:]}",
                    flush=True,
                )
            if tally.cases % 500 == 0:
                print(f"{time.strftime('%H:%M:%S')} {tally}", flush=True)
    print(tally)
    print(", ".join(f"{command}: {count}" for command, count in tally.commands.most_common()))
    return tally.findings


def fuzz_with_atheris() -> None:
    """Lets atheris choose the bytes. Raises `ImportError` where it is not installed."""
    atheris = importlib.import_module("atheris")

    from scrutiny.errors import ScrutinyError
    from scrutiny.paper import open_paper

    def one(data: bytes) -> None:
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(data)
            file.flush()
            try:
                with open_paper(Path(file.name), whole=True) as paper:
                    assert paper.documents is not None
            except ScrutinyError:
                pass

    atheris.Setup(sys.argv[:1], one)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=sys.maxsize)
    parser.add_argument("--atheris", action="store_true")
    options = parser.parse_args()
    if options.atheris:
        fuzz_with_atheris()
    else:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        sys.exit(min(fuzz(options.minutes, options.seed, options.most), 1))


if __name__ == "__main__":
    main()
