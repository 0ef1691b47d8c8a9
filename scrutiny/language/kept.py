"""Part of the room `language`: patterns as Python has made them, kept for the next command.

To make the patterns that a command asks takes 0.2 s, a tenth to a fifth of its time; what is made of a pattern is a
list of numbers, and to take these from a file takes a fortieth of that. Python keeps what it makes of modules in the
same way, but nothing of patterns. The file lies in the user's folder for such things (`XDG_CACHE_HOME`, on Windows
`LOCALAPPDATA`, else `~/.cache`), for each Python its own. It can be removed at any time: what cannot be read, or was
made by another Python, is made anew, and where nothing can be written nothing is kept.
"""

import array
import contextlib
import functools
import importlib
import marshal
import os
import re
import sys
import time
import zlib
from pathlib import Path

from scrutiny.language.needed import Needed, needed_words

Key = tuple[str, int]
Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], tuple[int, ...]]
"""Flags, numbers (4 bytes each), count of groups, their numbers by name, their names by number; what is put in the
place of the first numbers of one that is to be quick (see `firsts`)."""

Packed = tuple[bytes | memoryview, int, Needed | None]
"""A `Kept` as bytes, their checksum, and the words it needs. A command asks half of the file, and unpacks no more."""

HEAD = 5
"""Numbers before those of a pattern itself, where Python knows nothing of its beginning."""

WORTH_KEEPING = 20
"""New patterns from which the file is written again: 10 ms of making them, which is what writing it takes."""

LONG_TO_MAKE = 0.01
"""Seconds that fewer took to make, so that they are worth it as well."""

MOST = 10_000
"""Patterns in the file, three times those of the house: beyond, those of older versions are left out."""

_new: dict[Key, re.Pattern[str]] = {}
_taken: list[float] = []
"""Seconds that each of them took."""


def compiled(text: str, flags: int, *, quick: bool = False) -> re.Pattern[str]:
    """What `re.compile` gives, from what is kept where it can be had; one that is `quick` finds the same, and passes
    over what it cannot begin with."""
    packed = _kept().get((text, flags))
    if packed is not None:
        with contextlib.suppress(RuntimeError, TypeError, ValueError, OverflowError, EOFError):
            return _from_kept(text, _unpacked(packed), quick=quick)
    begun = time.process_time()
    made = re.compile(text, flags)
    _taken.append(time.process_time() - begun)
    _new[text, flags] = made
    return made


def words_needed(text: str, flags: int) -> Needed | None:
    """Words of which one stands in whatever a pattern finds, where they are kept."""
    packed = _kept().get((text, flags))
    return packed[2] if packed is not None else None


def to_keep() -> tuple[Path, bytes] | None:
    """The file that keeps what was made since, and what is to stand in it; None where that is not worth it."""
    if len(_new) < WORTH_KEEPING and sum(_taken) < LONG_TO_MAKE:
        return None
    new = {key: packed for key, made in _new.items() if (packed := _packed(*key, made)) is not None}
    _new.clear()
    _taken.clear()
    whole = (_kept() if len(_kept()) < MOST else {}) | new
    index = marshal.dumps({key: (len(data), *others) for key, (data, *others) in whole.items()})
    head = zlib.crc32(index).to_bytes(4, "big") + len(index).to_bytes(4, "big")
    with contextlib.suppress(OSError, RuntimeError):
        return (_path(), b"".join((head, index, *(data for data, *_ in whole.values())))) if new else None
    return None


def _unpacked(packed: Packed) -> Kept:
    data, checksum, _ = packed
    if zlib.crc32(data) != checksum:
        raise ValueError("not what was kept")
    kept: Kept = marshal.loads(data)
    return kept


def _from_kept(text: str, kept: Kept, *, quick: bool = False) -> re.Pattern[str]:
    flags, packed, groups, by_name, names, head = kept
    numbers = array.array("I", packed).tolist()
    if quick and head:
        numbers[:HEAD] = head
    made: re.Pattern[str] = importlib.import_module("_sre").compile(text, flags, numbers, groups, by_name, names)
    return made


def _packed(text: str, flags: int, made: re.Pattern[str]) -> Packed | None:
    """What is kept of a pattern; None where this Python makes another of it (patterns are compared by their numbers),
    or has not the parts that are asked here, which are its own."""
    from scrutiny.language.firsts import passing

    try:
        state = importlib.import_module("re._parser").parse(text, flags)
        needed = needed_words(state)
        numbers = array.array("I", importlib.import_module("re._compiler")._code(state, flags))
        names: list[str | None] = [None] * made.groups
        names.append(None)
        for name, number in made.groupindex.items():
            names[number] = name
        head = passing(state, numbers[:HEAD])
        kept = made.flags, numbers.tobytes(), made.groups, dict(made.groupindex), tuple(names), head
        if numbers.itemsize == 4 and _from_kept(text, kept) == made:
            return (data := marshal.dumps(kept)), zlib.crc32(data), needed
    except (ImportError, AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        pass
    return None


@functools.cache
def _kept() -> dict[Key, Packed]:
    """What the file holds: behind its head the length of each pattern's bytes, then all of these. Nothing where it is
    not whole."""
    with contextlib.suppress(OSError, RuntimeError, ValueError, EOFError, TypeError, AttributeError):
        data = memoryview(_path().read_bytes())
        at = 8 + int.from_bytes(data[4:8], "big")
        if zlib.crc32(data[8:at]).to_bytes(4, "big") == data[:4]:
            kept: dict[Key, Packed] = {}
            for key, (length, checksum, needed) in marshal.loads(data[8:at]).items():
                kept[key] = data[at : at + length], checksum, needed
                at += length
            return kept if at == len(data) else {}
    return {}


def _path() -> Path:
    """Raises `RuntimeError` where nothing says where the user's files are, or the folder is somebody else's: their
    patterns could let private text pass."""
    named = (os.environ.get(name, "") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"))
    folder = next((name for name in named if Path(name).is_absolute()), "~/.cache")  # a relative one does not count
    own = Path(folder).expanduser() / "scrutiny"
    if sys.platform != "win32" and own.exists() and own.stat().st_uid != os.getuid():
        raise RuntimeError(f"{own} belongs to somebody else")
    return own / f"quick-patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}"
