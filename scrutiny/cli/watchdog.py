"""Room `cli`: a limit on how long reading one file may take.

A damaged file can keep a PDF library busy for hours. When the time is up an exception is raised in the main thread,
whatever is done with signals; where that does not come back (it is inside the library's own code), the process ends
after clearing what was half-written, if it was started for the command.
"""

import contextlib
import ctypes
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from scrutiny.errors import ExitCode, TimeBudgetError
from scrutiny.outputs import remove_unfinished
from scrutiny.supervision import child
from scrutiny.supervision.state import Reason, State

BASE_SECONDS = 15.0
SECONDS_PER_MB = 5.0
"""A pack of 3,000 pages (10 MB and more) takes 8 s on a slow laptop; a damaged file of 200 kB takes for ever."""

GRACE = 2.0
"""Seconds between the exception and the end of the process."""


class _TimeIsUp(BaseException):
    """Raised in the main thread; no `except Exception` on the way holds it."""


@contextlib.contextmanager
def time_budget(path: Path, seconds: float | None, *, limit: float | None = None) -> Iterator[None]:
    """Raises `TimeBudgetError` when the block takes longer; None stands for a limit by the file's size. `limit` is
    what the message names, where a part of the time has been used already."""
    left = max(time_limit(path, seconds), 0.001)
    message, advice = State(file=path.name, file_limit=limit or left).message(Reason.TIME)
    done = threading.Event()
    late = threading.Event()
    watched = threading.get_ident()

    def watch() -> None:
        if done.wait(left):
            return
        late.set()
        _raise_in(watched, _TimeIsUp)
        while not done.wait(GRACE):
            if child.is_own():
                break
            _raise_in(watched, _TimeIsUp)  # again: one that comes while an object is cleared up is lost
        else:
            return
        remove_unfinished()
        sys.stderr.write(f"scrutiny: {message}\n  {advice}\n")
        sys.stderr.flush()
        child.tell_said()
        os._exit(ExitCode.INPUT)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        try:
            yield
        finally:
            done.set()
            thread.join()
            if late.is_set():
                _raise_in(watched, None)  # the block came to its end just before the exception arrived
    except _TimeIsUp:
        done.set()  # the exception may have come just before it was
        raise TimeBudgetError(message, advice=advice) from None


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Raises an exception in a thread at its next step of Python, or takes back one that did not arrive yet."""
    what = ctypes.py_object(error) if error is not None else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)


def time_limit(path: Path, seconds: float | None) -> float:
    """Seconds that a file may take: as asked for, or by its size."""
    if seconds is not None:
        return seconds
    try:
        return BASE_SECONDS + SECONDS_PER_MB * path.stat().st_size / 1e6
    except OSError:
        return BASE_SECONDS
