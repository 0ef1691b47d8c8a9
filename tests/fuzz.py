"""Damaged files without end:

    python -m tests.fuzz --minutes 10

Takes PDFs of the builders, damages each in a random way, and runs a command on it in a process with the limits of
memory and time. A traceback, an exit code that is not of a reader, and a process that comes to no end are kept in
`fuzz-findings/` with the seed. `--atheris` lets atheris choose the damage, where it is installed.
"""

import argparse
import importlib
import io
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import StreamObject

from scrutiny.errors import ExitCode
from tests.builders.hostile import active, annotations, billion_laughs, long_rule
from tests.builders.sample_pack import build_sample_pack

SECONDS = 20
MEGABYTES = 512
FINE = {ExitCode.OK, ExitCode.FINDINGS, ExitCode.INPUT, ExitCode.NOTHING_FOUND}
COMMANDS = ("contents", "check", "tables", "actions", "recs", "brief", "split-pack")
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
ODD = (
    b"0", b"-1", b"1", b"65535", b"2147483647", b"-2147483648", b"4294967296", b"1e308", b"99999999999999999999", b"0.0000001",
    b"NaN", b"null", b"[", b"]", b"<<", b">>", b"(", b")", b"endobj", b"endstream", b"stream\n", b"R", b"/Kids", b"/Parent",
    b"/Filter /ASCIIHexDecode", b"/Type /Pages", b"\x00", b"\xff\xfe", b"q\n" * 50, b"BT ", b" Do\n", b" cm\n", b"/Rotate 90",
)  # fmt: skip


def seeds() -> list[bytes]:
    """What is damaged: packs as published, the same with their streams unpacked, and those that are odd already."""
    sample = build_sample_pack()
    return [sample, unpacked(sample), unpacked(sample), active(), annotations(50), billion_laughs(3, 3), long_rule()]


def unpacked(data: bytes) -> bytes:
    """With streams as text, so that what is drawn can be damaged too."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for obj in writer._objects:
        if isinstance(obj, StreamObject) and "/Filter" in obj and obj.get("/Subtype") != "/Image":
            plain = obj.get_data()
            for key in ("/Filter", "/DecodeParms"):
                obj.pop(key, None)
            obj._data = plain
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """With one to eight damages."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        if not out:
            break
        at = chance.randrange(len(out))
        length = min(int(chance.expovariate(1 / 40)) + 1, 5_000)
        kind = chance.randrange(7)
        if kind == 0:
            out[at] = chance.randrange(256)
        elif kind == 1:
            del out[at : at + length]
        elif kind == 2:
            out[at:at] = out[at : at + length] * chance.choice((1, 1, 2, 20))
        elif kind == 3:
            out[at:at] = chance.choice(ODD)
        elif kind == 4 and (number := _NUMBER.search(out, at)):
            out[number.start() : number.end()] = chance.choice(ODD)
        elif kind == 5:
            other = chance.randrange(len(out))
            out[at : at + length] = out[other : other + length]
        elif chance.random() < 0.1:
            del out[at:]
    return bytes(out)


def run_command(command: str, data: bytes, folder: Path) -> tuple[int | None, str, float]:
    """Exit code (negative: the signal it died of; None: it came to no end), stderr, and MB that it used."""
    path, said = folder / "pack.pdf", folder / "stderr"
    path.write_bytes(data)
    child = os.fork()
    if child == 0:
        _become_command(command, path, said, folder)
    end = time.monotonic() + SECONDS
    while True:
        done, status, usage = os.wait4(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status), said.read_text(errors="replace"), usage.ru_maxrss / 1024
        if time.monotonic() > end:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return None, said.read_text(errors="replace"), 0.0
        time.sleep(0.002)


def _become_command(command: str, path: Path, said: Path, folder: Path) -> None:
    from scrutiny.cli.app import app

    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES << 20, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
    more = ["-o", str(folder / "parts"), "--force"] if command == "split-pack" else ["-f", "json"]
    try:
        app([command, str(path), "--timeout", "15", "-q", *more], prog_name="scrutiny")
        code: int = ExitCode.OK
    except SystemExit as stop:
        code = int(stop.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
        code = 99
    sys.stderr.flush()
    os._exit(code)


def cases(seed: int) -> Iterator[tuple[str, bytes, int]]:
    """Commands and damaged files without end; the number gives the same case again."""
    sound = seeds()
    for number in range(seed, sys.maxsize):
        chance = random.Random(number)
        yield chance.choice(COMMANDS), damaged(chance.choice(sound), chance), number


def _warm_up() -> None:
    """Has everything imported once, before the processes are made: half of their time."""
    from typer.testing import CliRunner

    from scrutiny.cli.app import app

    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "pack.pdf"
        path.write_bytes(build_sample_pack())
        for command in COMMANDS:
            more = ["-o", f"{name}/parts"] if command == "split-pack" else ["-f", "json"]
            CliRunner().invoke(app, [command, str(path), "-q", *more])


def fuzz(minutes: float, seed: int, most: int) -> int:
    """Runs until the time is up; the number of findings."""
    _warm_up()
    findings, codes, worst, number, largest = 0, Counter[object](), 0.0, seed, 0.0
    end = time.monotonic() + minutes * 60
    with tempfile.TemporaryDirectory() as name:
        for command, data, number in cases(seed):
            if time.monotonic() > end or number - seed >= most:
                break
            begun = time.monotonic()
            code, err, megabytes = run_command(command, data, Path(name))
            codes[code] += 1
            worst, largest = max(worst, time.monotonic() - begun), max(largest, megabytes)
            broke_down = code is not None and code < 0  # in a library: the watching process makes it exit 3
            if (code not in FINE and not broke_down) or "Traceback" in err or megabytes > MEGABYTES + 100:
                findings += 1
                Path("fuzz-findings").mkdir(exist_ok=True)
                Path(f"fuzz-findings/{number}-{command}.pdf").write_bytes(data)
                print(f"{number} {command}: {code} {megabytes:.0f} MB {err.strip()[-300:]}", flush=True)
    shown = ", ".join(f"{code}: {count}" for code, count in codes.most_common())
    print(
        f"{number - seed} files, exit codes {shown}; longest {worst:.1f} s, largest {largest:.0f} MB; {findings} findings"
    )
    return findings


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
        sys.exit(min(fuzz(options.minutes, options.seed, options.most), 1))


if __name__ == "__main__":
    main()
