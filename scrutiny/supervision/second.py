"""Room `supervision`: a second process beside the one that reads, on Linux, for work in parts.

It is the same process forked, so it starts at once and knows all that is known already. Both take the next part from
one queue until none is left; then it sends what it made and ends. It has a quarter of the memory that is left, says
nothing, hears no request to end, and does not outlive the other. Whatever it does not send, the first process makes.
"""

import contextlib
import fcntl
import gc
import os
import pickle
import resource
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

from scrutiny.sharing import alone, nothing
from scrutiny.supervision import child
from scrutiny.supervision.ending import SIGNALS
from scrutiny.supervision.start import with_room

Part = TypeVar("Part")
Made = TypeVar("Made")

MOST_PARTS = 256
"""A part is one byte in the queue."""

_sharing = False


def share(parts: Sequence[Part], work: Callable[[Part], Made], meanwhile: Callable[[], object] = nothing) -> list[Made]:
    """What `work` makes of each part, in their order (see `scrutiny.sharing`); what comes first is begun first."""
    room = _room()
    if _sharing or room is None or not 1 < len(parts) <= MOST_PARTS:
        return alone(parts, work)
    _change_limit(-room)
    try:
        made = _in_two(parts, work, meanwhile, room)
    finally:
        _change_limit(room)
    return [made[number] if number in made else work(part) for number, part in enumerate(parts)]


def _room() -> int | None:
    """Bytes for the second process: a quarter of what this one may have; None where that is too little or not known."""
    limit, _ = resource.getrlimit(resource.RLIMIT_DATA)
    try:
        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return None
    room = (limit - used) // 4
    return room if limit != resource.RLIM_INFINITY and room > used // 2 else None


def _change_limit(by: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (soft + by, hard))


def _in_two(
    parts: Sequence[Part], work: Callable[[Part], Made], meanwhile: Callable[[], object], room: int
) -> dict[int, Made]:
    """What both processes made, by the number of the part: all of it, unless memory did not do or there is no other."""
    global _sharing
    queue, fill = os.pipe()
    received, send = os.pipe()
    os.write(fill, bytes(range(len(parts))))
    os.close(fill)
    second = _fork()
    if second == 0:
        # each part is made ready to be sent before the next is taken: nobody waits for that at the end
        _be_second(lambda: {number: _packed(work(parts[number])) for number in _claimed(queue)}, send, room)
    os.close(send)
    made: dict[int, Made] = {}
    _sharing = True
    try:
        if second is not None:
            meanwhile()
            for number in _claimed(queue):
                made[number] = work(parts[number])
            with open(received, "rb", closefd=False) as pipe:
                made |= {number: pickle.loads(data) for number, data in pickle.load(pipe).items()}
    except (MemoryError, EOFError, pickle.UnpicklingError):
        pass  # what is not there is made again
    finally:
        _sharing = False
        os.close(queue)
        os.close(received)
        if second is not None:
            os.kill(second, signal.SIGKILL)
            os.waitpid(second, 0)
    return made


def _fork() -> int | None:
    """The number of the second process, 0 in it; None where there is none. Requests to end wait until it is deaf."""
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    second: int | None = None
    try:
        with warnings.catch_warnings(), contextlib.suppress(OSError):
            warnings.simplefilter("ignore", DeprecationWarning)  # the threads here wait, and hold nothing
            second = os.fork()
        if second == 0:
            for number in SIGNALS:
                signal.signal(number, signal.SIG_IGN)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    return second


@with_room
def _be_second(make: Callable[[], object], send: int, room: int) -> NoReturn:
    """The second process: sends what it makes, and ends."""
    global _sharing
    try:
        _sharing = True
        _change_limit(-2 * room)
        child.end_with_parent(signal.SIGKILL)
        child.leave()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        _open_anew()
        gc.freeze()
        data = _packed(make())
        with open(send, "wb") as pipe:
            pipe.write(data)
    finally:
        os._exit(0)


def _packed(made: object) -> bytes:
    return pickle.dumps(made, pickle.HIGHEST_PROTOCOL)


def _open_anew() -> None:
    """Files that are being read have their place in common with the first process, which both would move; opened again
    they have one of their own. Raises `OSError` where one cannot be: then nothing may be read here."""
    for file in list(Path("/proc/self/fd").iterdir()):
        number = int(file.name)
        if file.is_file() and fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            own = os.open(file, os.O_RDONLY)
            os.dup2(own, number)
            os.close(own)


def _claimed(queue: int) -> Iterator[int]:
    """The numbers of the parts that nobody has taken yet."""
    while number := os.read(queue, 1):
        yield number[0]
