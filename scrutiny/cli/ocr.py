"""Room `cli`: scans made readable with `--ocr`, by the program `ocrmypdf` where it is installed.

Takes a file, gives a copy in which the pages without text have some, and says which pages those are. The file itself
is never changed; the copy is gone at the end of the command. A file without such pages is read as it is.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scrutiny.errors import InputError
from scrutiny.language.phrases import cite_pages, count_of
from scrutiny.outputs import temporary_folder
from scrutiny.paper import ReadableCopy, find_scanned
from scrutiny.supervision import memory

PROGRAM = "ocrmypdf"
INSTALL = (
    "Install it: apt install ocrmypdf (Debian, Ubuntu), brew install ocrmypdf (macOS), or on Windows Tesseract, "
    "Ghostscript and pip install ocrmypdf. Or leave --ocr out."
)
SECONDS_A_PAGE = 60
"""A page takes one to five seconds; a large one on a busy machine ten times as long."""


@contextlib.contextmanager
def readable_copy(path: Path, *, password: str | None) -> Iterator[ReadableCopy | None]:
    """A copy that can be read until the end of the block; None where every page has text. Raises `InputError`."""
    digest, scanned = find_scanned(path, password=password)
    if not scanned:
        yield None
        return
    with temporary_folder() as folder:
        made = folder / "read" / path.name
        made.parent.mkdir()
        _run(path, made, folder, scanned)
        still = find_scanned(made)[1]
        yield ReadableCopy(path=made, sha256=digest, pages=tuple(page for page in scanned if page not in still))


def _run(path: Path, made: Path, folder: Path, scanned: tuple[int, ...]) -> None:
    """Runs the program; whatever ends this, ends it too."""
    program = shutil.which(PROGRAM)
    if program is None:
        where = cite_pages((None, page) for page in scanned)
        raise InputError(f"{path.name} has no text on {where}, and {PROGRAM} is not installed", advice=INSTALL)
    command = [program, "--skip-text", "--quiet", "--output-type", "pdf", str(path.absolute()), str(made)]
    with memory.unlimited():
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env=os.environ | {"TMPDIR": str(folder)}, start_new_session=True,
        )  # fmt: skip
    try:
        said = process.communicate(timeout=SECONDS_A_PAGE * (len(scanned) + 1))[1].decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        raise InputError(
            f"{PROGRAM} did not read {count_of(len(scanned), 'page')} of {path.name} in time", advice=_by_hand(path)
        ) from None
    finally:
        _end(process)
    if process.returncode != 0 or not made.exists():
        last = (said.strip().splitlines() or [f"it ended with {process.returncode}"])[-1]
        raise InputError(f"{PROGRAM} cannot read {path.name}: {last}", advice=_by_hand(path))


def _by_hand(path: Path) -> str:
    return f"Try it by hand: {PROGRAM} --skip-text {path.name} {path.stem}-ocr.pdf"


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)  # those that it started too
        process.wait()
