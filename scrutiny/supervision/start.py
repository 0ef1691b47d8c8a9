"""Room `supervision`: how a command starts: in a process of its own, or in this one where nothing is to be watched.

Imports as little as it can: every command pays for it.
"""

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import NoReturn, ParamSpec, TypeVar

from scrutiny.errors import ExitCode
from scrutiny.supervision.ending import INTERRUPTED, SIGNALS, say

UNSUPERVISED = "SCRUTINY_UNSUPERVISED"
"""Set in the environment, the command runs in the process that was started: for debuggers, profilers and tests."""

COLLECT_AFTER = 500_000
"""New objects between two looks for cycles: a page is thousands of small objects and no cycles. Looking for them ten
times as often takes 3 % of the time, and saves 3 MB on 282 pages; while modules are read it takes 13 ms."""

_QUICK = ("--version", "explain", "schema", "doctor", "--install-completion", "--show-completion")
"""What reads no file."""

Given = ParamSpec("Given")
Made = TypeVar("Made")

ROOM = 70_000
"""Places of 8 bytes: a call that may need so many begins a piece of 1 MB. Nothing of it takes memory unused."""


def with_room(function: Callable[Given, Made]) -> Callable[Given, Made]:
    """The function, with room on the stack for everything that it calls. CPython takes its stack from the system in
    pieces of 16 KB and gives each back once it is empty: a loop that happens to call at the end of one does so at every
    turn (17,000 times in `check` of 282 pages, a tenth of its time; most while patterns are compiled)."""
    code = getattr(function, "__code__", None)
    if code is not None:
        function.__code__ = code.replace(co_stacksize=ROOM)
    return function


def run_supervised(run: Callable[[], None]) -> None:
    """Runs the command; comes back only where it ran in this process. Raises `SystemExit` with its exit code."""
    _open_standard_files()
    for number in SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup sets it
            signal.signal(number, _leave)
    if not _wanted():
        _run_here(run)
    elif sys.platform == "win32":
        from scrutiny.supervision.windows import IN_CHILD, begin, watch

        if os.environ.get(IN_CHILD):
            begin()
            _run_here(run)
        else:
            sys.exit(watch())
    else:
        from scrutiny.supervision.posix import watch

        watch(partial(_run_here, run))


def _wanted() -> bool:
    words = sys.argv[1:]
    quick = not words or words[0] in _QUICK or "--help" in words or "-h" in words
    return not (quick or os.environ.get(UNSUPERVISED) or "_SCRUTINY_COMPLETE" in os.environ)


def _run_here(run: Callable[[], None], ready: Callable[[], object] = lambda: None) -> NoReturn:
    """The command in this process, which it ends without clearing up; `ready` is called once it can be ended."""
    from scrutiny.supervision.child import has_said, own, remove_unfinished

    own()
    gc.set_threshold(COLLECT_AFTER)
    sys.unraisablehook = _unraisable
    try:
        for number in SIGNALS:
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, _interrupt)
        ready()
        code = _flushed(_code_of(run))
        _deafen()
        if code == ExitCode.INTERRUPTED and not has_said():  # Typer ends silently while it reads the words
            say(INTERRUPTED)
    except KeyboardInterrupt:  # there is one at most: see `_interrupt`
        say(INTERRUPTED)
        code = ExitCode.INTERRUPTED
    remove_unfinished()
    os._exit(code)


@with_room
def _code_of(run: Callable[[], None]) -> int:
    """Runs the command and gives its exit code."""
    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.OK if end.code is None else ExitCode.FINDINGS
    except MemoryError:
        say("not enough memory")
        return ExitCode.INPUT
    except OSError as error:
        return _output_error(error)
    except Exception:
        if os.environ.get("SCRUTINY_DEBUG"):
            raise
        say("this is a bug in scrutiny")
        return ExitCode.BUG
    return ExitCode.OK


def _flushed(code: int) -> int:
    """The exit code, once everything has been written out."""
    try:
        sys.stdout.flush()
    except OSError as error:
        failed = _output_error(error)
        code = code or failed
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    return code


def _output_error(error: OSError) -> int:
    """A reader that has enough ("| head") is no error; a full disk is."""
    if isinstance(error, BrokenPipeError):
        return ExitCode.OK
    say(f"the output cannot be written: {error.strerror or error}")
    return ExitCode.OUTPUT


def _open_standard_files() -> None:
    """Opens those that were closed (">&-"): or the next file that is opened would be taken for one of them."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def _leave(number: int, frame: FrameType | None) -> None:
    """Before there is anything to clear up."""
    del number, frame
    say(INTERRUPTED)
    os._exit(ExitCode.INTERRUPTED)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """The first request to end is followed, the second would only disturb the clearing up."""
    del number, frame
    _deafen()
    raise KeyboardInterrupt


def _deafen() -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _unraisable(unraisable: "sys.UnraisableHookArgs") -> None:
    """An interrupt that arrived where no exception can pass (in a callback of a library) still ends the command."""
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        from scrutiny.supervision.child import remove_unfinished

        remove_unfinished()
        _leave(0, None)
    elif os.environ.get("SCRUTINY_DEBUG"):
        sys.__unraisablehook__(unraisable)
