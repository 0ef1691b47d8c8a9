"""Work in parts that do not need one another: done one after the other here, or shared with a second process.

Imports nothing of ours. Who hands a `Share` on need not know which it is.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Part = TypeVar("Part")
Made = TypeVar("Made")


class Share(Protocol):
    """Gives what `work` makes of each part, in their order, whoever did it. What comes from another process is sent
    from there: nothing else that the work does there is known here."""

    def __call__(self, parts: Sequence[Part], work: Callable[[Part], Made]) -> list[Made]: ...


def alone(parts: Sequence[Part], work: Callable[[Part], Made]) -> list[Made]:
    """All of it in this process."""
    return [work(part) for part in parts]
