"""Room `cli`: the one place where a paper is opened for a command, with its limits and its progress.

Takes the files and what loads a function of an open paper, gives what came of each, in the order of the files. The
rooms that the function needs are imported when it is loaded: while another process reads the first pages. What loads
it and what it gives can be sent between processes, so that with `--jobs` several files are read at once.
"""

import contextlib
import functools
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from scrutiny.cli.options import CommonOptions
from scrutiny.cli.progress import Progress
from scrutiny.cli.unread import UnreadFile
from scrutiny.cli.watchdog import GRACE, time_budget, time_limit
from scrutiny.errors import ExitCode, InputError, NothingFoundError, OutputError, ScrutinyError
from scrutiny.sharing import Share, alone
from scrutiny.supervision import child, memory
from scrutiny.supervision.ending import SIGNALS
from scrutiny.supervision.start import COLLECT_AFTER, with_room
from scrutiny.supervision.state import State

Made = TypeVar("Made")

if TYPE_CHECKING:
    from scrutiny.paper import OpenPaper, ReadableCopy

    Load = Callable[[], Callable[[OpenPaper], Made]]

STARTING = 10.0
"""Seconds that new processes may take to start on a busy machine, before the time of their files begins."""


def read_file(
    path: Path, load: "Load[Made]", options: CommonOptions, *, whole: bool = False, every_table: bool = False
) -> Made:
    """What is made of one paper, within the time it may take; `whole` where every page will be asked for, `every_table`
    where its tables without figures will be."""
    from scrutiny.language.patterns import make_waiting
    from scrutiny.paper import open_paper

    def ready() -> None:
        load()
        make_waiting()

    progress = Progress("Reading page", quiet=options.quiet)
    with _readable(path, options) as copy, limits(path, options):
        try:
            with open_paper(
                path, password=options.password, progress=progress, whole=whole, every_table=every_table,
                include_exempt=options.include_exempt, copy=copy, share=_share(), meanwhile=ready,
            ) as paper:  # fmt: skip
                progress.clear()
                made = load()(paper)
            _keep_patterns()
            return made
        finally:
            progress.clear()


def _keep_patterns() -> None:
    """For the next command, where the folder for that can be written to."""
    from scrutiny.language.kept import to_keep
    from scrutiny.outputs import write_file

    with contextlib.suppress(OSError, OutputError, MemoryError):
        if (kept := to_keep()) is not None:
            path, data = kept
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file(path, data)


def _share() -> Share:
    """A second process helps with a file where it can be watched; those that read several files are busy enough."""
    if not (sys.platform.startswith("linux") and child.watched()) or len(os.sched_getaffinity(0)) < 2:
        return alone
    from scrutiny.supervision.second import share

    return share


@contextlib.contextmanager
def _readable(path: Path, options: CommonOptions) -> "Iterator[ReadableCopy | None]":
    """With `--ocr` a copy in which scanned pages have text, made once a command; the time it takes is its own."""
    if not options.ocr:
        yield None
        return
    from scrutiny.cli.ocr import readable_copy

    child.tell_allowed(OCR_TIME)
    with readable_copy(path, password=options.password) as copy:
        yield copy


_spent: dict[Path, float] = {}
"""Seconds that each file has taken so far: a command that opens a file twice has the time for one."""


@contextlib.contextmanager
def limits(path: Path, options: CommonOptions) -> Iterator[None]:
    """The limits of memory and time around everything that is done with one file, a paper, a summary or a log, kept
    from outside as well where this process is watched."""
    limit = time_limit(path, options.timeout)
    if not child.watched():
        with time_budget(path, limit):
            yield
        return
    child.limit_memory(options.memory_limit)
    if path not in _spent:
        child.tell_allowed(limit)
    left = limit - _spent.get(path, 0.0)
    child.tell_file(path.name, left)
    begun = time.monotonic()
    try:
        with time_budget(path, left, limit=limit):
            yield
    except MemoryError:
        raise _too_large(path, options) from None
    finally:
        _spent[path] = _spent.get(path, 0.0) + time.monotonic() - begun
        child.tell_read()


OCR_TIME = 3600.0
"""Seconds more that a command may take for each file with `--ocr`; the program itself has a limit by the page."""


def read_files(
    paths: Sequence[Path], load: "Load[Made]", options: CommonOptions, *, whole: bool = False, every_table: bool = False
) -> list[Made]:
    """What is made of each paper that can be read, `options.jobs` at a time (see `map_files`)."""
    read = functools.partial(read_file, load=load, whole=whole, every_table=every_table)
    return map_files(paths, read, options)


def map_files(paths: Sequence[Path], read: Callable[..., Made], options: CommonOptions) -> list[Made]:
    """What `read` gives for each path and the options, `options.jobs` at a time; 0 stands for as many as there are
    processors. The output is the same as one by one. A file that cannot be read, or holds nothing of the kind, is
    noted in `options.unread` and left out; where that leaves none, its error is raised."""
    at_once = min(options.jobs or os.cpu_count() or 1, len(paths))
    if len(paths) == 1 or (at_once == 1 and not child.watched()):
        tried = [_attempt(read, path, options) for path in paths]
    else:
        tried = _map_in_pool(paths, read, options, at_once)
    failed = [
        UnreadFile(path=path, error=one)
        for path, one in zip(paths, tried, strict=True)
        if isinstance(one, ScrutinyError)
    ]
    if failed and len(failed) == len(paths):
        options.unread.extend(failed[1:])
        raise failed[0].error
    options.unread.extend(failed)
    return [one for one in tried if not isinstance(one, ScrutinyError)]


def _attempt(read: Callable[..., Made], path: Path, options: CommonOptions) -> Made | ScrutinyError:
    """What `read` gives, or why the file gives nothing."""
    try:
        return read(path, options=options)
    except (InputError, NothingFoundError) as error:
        return error


def _map_in_pool(
    paths: Sequence[Path], read: Callable[..., Made], options: CommonOptions, at_once: int
) -> list[Made | ScrutinyError]:
    """What each path gives, in processes of their own; one that ended breaks no other file."""
    child.tell_allowed(OCR_TIME * len(paths) if options.ocr else 0.0)
    child.tell_allowed(STARTING + sum(time_limit(path, options.timeout) for path in dict.fromkeys(paths)))
    from concurrent.futures.process import BrokenProcessPool

    progress = Progress("Read file", quiet=options.quiet)
    made: list[Made | ScrutinyError] = []
    try:
        for one in _in_pool(paths, read, options, at_once):
            made.append(one)
            progress(len(made), len(paths))
    except BrokenProcessPool:
        # a process ended, and all waiting files with it: which file did that shows when each has a process of its own
        for path in paths[len(made) :]:
            try:
                made += _in_pool([path], read, options, 1)
            except BrokenProcessPool:
                made.append(_too_large(path, options))
    finally:
        progress.clear()
    return made


def _in_pool(
    paths: Sequence[Path], read: Callable[..., Made], options: CommonOptions, at_once: int
) -> Iterator[Made | ScrutinyError]:
    """What each path gives, in their order, as it becomes ready. Raises `BrokenProcessPool`."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(
        at_once, mp_context=multiprocessing.get_context("spawn"), initializer=_begin, initargs=(options.memory_limit,)
    )
    try:
        with _quiet_start():
            waiting = [pool.submit(_read, read, path, options) for path in paths]
        for task in waiting:
            yield task.result()
    except BaseException:
        for process in multiprocessing.active_children():
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _too_large(path: Path, options: CommonOptions) -> InputError:
    message, advice = State(file=path.name, megabytes=options.memory_limit).message(None)
    return InputError(message, advice=advice)


@contextlib.contextmanager
def _quiet_start() -> Iterator[None]:
    """While processes are started: requests to end wait, since the new ones do not know yet what to do with them, and
    what they would say of a start that is cut off goes nowhere. Their errors come back as exceptions."""
    if sys.platform == "win32":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    said, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(said, 2)
        os.close(said)
        os.close(nowhere)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)


_busy = False


def _begin(memory_limit: int) -> None:
    """In a new process: what `main` sets up, its limits, and Ctrl-C only matters while a file is read."""
    gc.set_threshold(COLLECT_AFTER)
    child.own()
    signal.signal(signal.SIGINT, _interrupted)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # the process that asked will see to it
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        child.end_with_parent(signal.SIGKILL)
    memory.limit_own(memory_limit)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """However the process that asked comes to its end, this one does too."""
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(ExitCode.INTERRUPTED)


def _interrupted(number: int, frame: FrameType | None) -> None:
    del number, frame
    if _busy:
        raise KeyboardInterrupt


@with_room
def _read(read: Callable[..., Made], path: Path, options: CommonOptions) -> Made | ScrutinyError:
    global _busy
    memory.limit_work(time_limit(path, options.timeout) + GRACE)
    _busy = True
    try:
        return _attempt(read, path, replace(options, quiet=True))
    finally:
        _busy = False
