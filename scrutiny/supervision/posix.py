"""Room `supervision`: the watching process on Linux, macOS and other systems with `fork`."""

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import NoReturn

from scrutiny.errors import ExitCode
from scrutiny.supervision.ending import INTERRUPTED, SIGNALS, say
from scrutiny.supervision.state import Reason, State

TICK = 0.2
"""Seconds between two looks at the clock, and at the memory where the system does not limit it."""

PATIENCE = 3.0
"""Seconds that a process has to clear up after a request to end."""


def watch(run: Callable[[Callable[[], object]], NoReturn]) -> NoReturn:
    """Runs the command in a new process and ends with its exit code. `run` says when requests to end may come."""
    channel, channel_child = os.pipe()
    life_child, life = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    child = os.fork()
    if child == 0:
        os.close(channel)
        os.close(life)
        _become_child(channel_child, life_child)
        run(partial(signal.pthread_sigmask, signal.SIG_UNBLOCK, SIGNALS))
    os.close(channel_child)
    os.close(life_child)
    asked: list[float] = []

    def pass_on(number: int, frame: FrameType | None) -> None:
        del frame
        asked.append(time.monotonic())
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, number)

    for number in SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, pass_on)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    state = State()
    reason = _wait(child, channel, state, asked)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    ended = code < 0
    _clear(state.folders)
    if asked and (ended or code == ExitCode.INTERRUPTED):
        if ended:
            say(INTERRUPTED)
        code = ExitCode.INTERRUPTED
    elif ended and -code in SIGNALS:
        code = ExitCode.INTERRUPTED
    elif ended:
        if not state.said:
            from scrutiny.sheets.cleaning import clean

            say(*map(clean, state.message(reason)))
        code = ExitCode.INPUT
    os._exit(code)


def _become_child(channel: int, life: int) -> None:
    from scrutiny.supervision import child

    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a paper's words must not lie about in a core file
    child.begin(channel, life)


def _wait(child: int, channel: int, state: State, asked: list[float]) -> Reason | None:
    """Waits for the end of the process; gives why it was ended, where it was."""
    reason: Reason | None = None
    before = time.monotonic()
    while True:
        ready, _, _ = select.select([channel], [], [], TICK)
        now = time.monotonic()
        if ready:
            data = os.read(channel, 1 << 16)
            if not data:
                return reason
            state.take(data)
        reason = reason or state.pass_time(now - before) or _memory(child, state)
        before = now
        if reason or (asked and now - asked[0] > PATIENCE):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)


def _memory(child: int, state: State) -> Reason | None:
    """Where the system keeps no limit of its own, the process is looked at from outside."""
    if state.megabytes is None or sys.platform != "darwin":
        return None
    from scrutiny.supervision.memory import memory_of

    used = memory_of(child)
    return Reason.MEMORY if used is not None and used > state.megabytes else None


def _clear(folders: list[bytes]) -> None:
    if folders:
        from pathlib import Path

        from scrutiny.outputs import remove_staging

        for folder in folders:
            remove_staging(Path(os.fsdecode(folder)))
