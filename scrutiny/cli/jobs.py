"""Room `cli`: many files read at once.

Takes a way to read a file and the files, gives what came of each, in the order of the files, whichever was ready
first. Each file is read in a process of its own: pdfium may not be used by two threads. What is printed is the same
as one by one, and so is the error: that of the first file that has one.
"""

import gc
import os
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TypeVar

from scrutiny.cli.progress import Progress
from scrutiny.errors import InputError

Read = TypeVar("Read")

COLLECT_AFTER = 50_000
"""New objects between two looks for cycles: a page is thousands of small objects and no cycles, and looking for them
takes 5 % of the time."""


def load_each(load: "partial[Read]", files: Sequence[Path], jobs: int) -> list[Read]:
    """Every file read, `jobs` at a time; 0 stands for as many as there are processors. `load` takes the file and has
    its options already, `quiet` among them. Raises what it raises."""
    at_once = min(jobs or os.cpu_count() or 1, len(files))
    if at_once <= 1:
        return [load(file) for file in files]
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    progress = Progress("Read file", quiet=bool(load.keywords.get("quiet")))
    pool = ProcessPoolExecutor(at_once, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        waiting = [pool.submit(_read, load, file) for file in files]
        read: list[Read] = []
        for task in waiting:
            read.append(task.result())
            progress(len(read), len(files))
        return read
    except BrokenProcessPool:
        raise InputError(
            "a file could not be read in time, or there was not enough memory for it",
            advice="Give it more time with --timeout SECONDS, or fewer at once with --jobs.",
        ) from None
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        progress.clear()


_busy = False


def _begin() -> None:
    """In a new process: what `main` sets up, and Ctrl-C only matters while a file is read."""
    gc.set_threshold(COLLECT_AFTER)
    signal.signal(signal.SIGINT, _interrupted)


def _interrupted(number: int, frame: FrameType | None) -> None:
    del number, frame
    if _busy:
        raise KeyboardInterrupt


def _read(load: "partial[Read]", file: Path) -> Read:
    global _busy
    _busy = True
    try:
        return load(file, quiet=True)
    finally:
        _busy = False
