"""Room `supervision`: Python's own stack in one piece."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

ROOM = 70_000
"""Places of 8 bytes: a call that may need so many begins a piece of 1 MB, and leaves the other half to what it calls.
Nothing of it takes memory before it is used."""


def with_room(function: Callable[Given, Made]) -> Callable[Given, Made]:
    """The function, with room on the stack for everything that it calls. CPython takes its stack from the system in
    pieces of 16 KB and gives each back once it is empty: a loop that happens to call at the end of one does so at every
    turn (17,000 times in `check` of 282 pages, a tenth of its time; most while patterns are compiled)."""
    code = getattr(function, "__code__", None)
    if code is not None:
        function.__code__ = code.replace(co_stacksize=ROOM)
    return function
