"""Room `supervision`: requests to end, and the line on stderr that says why a command has ended."""

import contextlib
import os
import signal

SIGNALS = tuple(
    number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None
)

INTERRUPTED = "interrupted; nothing was left half-written"


def say(message: str, advice: str | None = None) -> None:
    """One line on stderr, and below it what to do."""
    lines = f"scrutiny: {message}\n" + (f"  {advice}\n" if advice else "")
    with contextlib.suppress(OSError):
        os.write(2, lines.encode("utf-8", "replace"))
