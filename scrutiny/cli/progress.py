"""Room `cli`: a line on stderr for anything that takes more than a second."""

import sys
import time

AFTER = 1.0
"""Seconds. Most packs are read by then, and a line that flashes up only disturbs."""

EVERY = 0.1


class Progress:
    """Says "Reading page 120 of 3000" at a terminal, and takes it away again."""

    def __init__(self, what: str, *, quiet: bool) -> None:
        self._what = what
        self._on = not quiet and sys.stderr.isatty()
        self._next = time.monotonic() + AFTER
        self._shown = False

    def __call__(self, done: int, of: int) -> None:
        if not self._on or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + EVERY
        self._shown = True
        sys.stderr.write(f"\r\x1b[2K{self._what} {done} of {of}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
