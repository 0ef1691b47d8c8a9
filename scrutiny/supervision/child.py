"""Room `supervision`: what the process that reads says to the one that watches, and the limits it puts on itself.

Each is a line of words with tabs between them; names are written in hexadecimal, so that nothing in them is a mark.
Where nobody watches (a test, another program that uses the package), nothing is said and nothing limited.
"""

import contextlib
import os
import signal
import sys
import threading

from scrutiny.errors import ExitCode

_channel: int | None = None
_limited: list[int] = []
_said: list[bool] = []
_own: list[bool] = []


def begin(channel: int, life: int) -> None:
    """In the new process: `channel` is written to; `life` comes to its end with the process that watches."""
    global _channel
    _channel = channel
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    from scrutiny import outputs

    outputs.watch_staging(lambda folder, made: _tell("made" if made else "gone", os.fsencode(folder.absolute()).hex()))


def own() -> None:
    """This process was started for a command and is nobody else's."""
    _own.append(True)


def is_own() -> bool:
    """Whether this process may be ended with its command. A test or another program that uses the package may not."""
    return bool(_own)


def watched() -> bool:
    """Whether this process is watched, and so may put limits on itself."""
    return _channel is not None


def leave() -> None:
    """In a process that was forked from this one: what it does is not told."""
    global _channel
    if _channel is not None:
        os.close(_channel)
        _channel = None


def tell_file(name: str, seconds: float) -> None:
    """A file is being read, which may take so long."""
    _tell("file", f"{seconds:.3f}", name.encode("utf-8", "surrogateescape").hex())


def tell_read() -> None:
    """It has been read."""
    _tell("read")


def tell_allowed(seconds: float) -> None:
    """The whole command may take so much longer; counted from the first of these."""
    _tell("allowed", f"{seconds:.3f}")


def tell_said() -> None:
    """Why it ends has been said on stderr: were it ended from outside now, that need not be said again."""
    _said.append(True)
    _tell("said")


def has_said() -> bool:
    """Whether this process has said on stderr why it ends."""
    return bool(_said)


def limit_memory(megabytes: int) -> None:
    """Limits this process: what it asks for beyond that it does not get."""
    if _channel is None or _limited:
        return
    from scrutiny.supervision.memory import limit_own

    _limited.append(megabytes)
    _tell("memory", str(megabytes))
    limit_own(megabytes)
    end_with_parent(signal.SIGTERM)


def end_with_parent(number: int) -> None:
    """Linux sends the signal when the parent dies; elsewhere the thread that waits for the parent's end must do."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    parent = os.getppid()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(1, number, 0, 0, 0)  # 1: PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os.kill(os.getpid(), number)


def remove_unfinished() -> None:
    """Removes what this process has half-written."""
    remove = getattr(sys.modules.get("scrutiny.outputs"), "remove_unfinished", None)
    if remove is not None:  # a module that is only being read has nothing half-written
        remove()


def _end_with(life: int) -> None:
    with contextlib.suppress(OSError):
        os.read(life, 1)
    remove_unfinished()
    os._exit(ExitCode.INTERRUPTED)


def _tell(*words: str) -> None:
    if _channel is not None:
        with contextlib.suppress(OSError):
            os.write(_channel, ("\t".join(words) + "\n").encode())
