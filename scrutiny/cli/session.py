"""Room `cli`: files opened for the commands: the one place where a paper is opened, with its limits and its progress.

Takes a function of an open paper and the files, gives what came of each, in the order of the files, whichever was ready
first. The function and what it gives can be sent between processes, so that a file can be read in a process of its own:
with `--jobs` several at once (pdfium may not be used by two threads), and where limits are to be kept from outside.
"""

import functools
import gc
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, TypeVar

from scrutiny.cli.options import CommonOptions
from scrutiny.cli.progress import Progress
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import InputError

if TYPE_CHECKING:
    from scrutiny.paper import OpenPaper

Made = TypeVar("Made")

COLLECT_AFTER = 50_000
"""New objects between two looks for cycles: a page is thousands of small objects and no cycles, and looking for them
takes 5 % of the time."""


def read_file(path: Path, work: "Callable[[OpenPaper], Made]", options: CommonOptions, *, whole: bool = False) -> Made:
    """What `work` makes of one paper, within the time it may take; `whole` where it will ask for every page."""
    from scrutiny.paper import open_paper

    progress = Progress("Reading page", quiet=options.quiet)
    with time_budget(path, options.timeout):
        try:
            with open_paper(
                path, password=options.password, progress=progress, whole=whole, include_exempt=options.include_exempt
            ) as paper:
                progress.clear()
                return work(paper)
        finally:
            progress.clear()


def read_files(
    paths: Sequence[Path], work: "Callable[[OpenPaper], Made]", options: CommonOptions, *, whole: bool = False
) -> list[Made]:
    """What `work` makes of each paper, `options.jobs` at a time. The output is the same as one by one, and so is the
    error: that of the first file that has one."""
    return map_files(paths, functools.partial(read_file, work=work, whole=whole), options)


def map_files(paths: Sequence[Path], read: Callable[..., Made], options: CommonOptions) -> list[Made]:
    """What `read` gives for each path and the options, `options.jobs` at a time; 0 stands for as many as there are
    processors."""
    at_once = min(options.jobs or os.cpu_count() or 1, len(paths))
    if at_once <= 1:
        return [read(path, options=options) for path in paths]
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    progress = Progress("Read file", quiet=options.quiet)
    pool = ProcessPoolExecutor(at_once, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        waiting = [pool.submit(_read, read, path, options) for path in paths]
        made: list[Made] = []
        for task in waiting:
            made.append(task.result())
            progress(len(made), len(paths))
        return made
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


def _read(read: Callable[..., Made], path: Path, options: CommonOptions) -> Made:
    global _busy
    _busy = True
    try:
        return read(path, options=options.silenced())
    finally:
        _busy = False
