"""Room `cli`: a file that is given as `-`: read from standard input into a file of its own for as long as the command
takes, since a PDF is read from its end."""

import contextlib
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

INPUTS = ("files", "file", "against", "summaries")
"""The parameters of the commands that name what is read."""

NAME = "standard-input"
_PIECE = 1 << 20
_LARGEST = 2_000_000_000
"""Bytes: what is refused of a file too."""


@contextlib.contextmanager
def from_standard_input(values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The values of the parameters with a file for each `-`. Raises `UsageError` and `InputError`."""
    named = {name: values[name] for name in INPUTS if name in values}
    listed = {name: value if isinstance(value, list) else [value] for name, value in named.items()}
    asked = [name for name, value in listed.items() for each in value if str(each) == "-"]
    if not asked:
        yield dict(values)
        return
    from scrutiny.errors import UsageError
    from scrutiny.outputs import temporary_folder

    if len(asked) > 1:
        raise UsageError("standard input can be read only once", advice="Give - for one file and names for the others.")
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(
            "nothing is sent to standard input", advice="Type scrutiny check - < PACK.pdf, or give the file."
        )
    with temporary_folder() as folder:
        path = _read_into(folder, summary=asked == ["summaries"])

        def given(value: Any) -> Any:
            return [*map(given, value)] if isinstance(value, list) else path if str(value) == "-" else value

        yield dict(values) | {name: given(value) for name, value in named.items()}


def _read_into(folder: Path, *, summary: bool) -> Path:
    """Writes what is sent into a file; its ending says what it looks like."""
    from scrutiny.errors import InputError

    first = sys.stdin.buffer.read(_PIECE)
    path = folder / (NAME + (_ending(first) if summary else ".pdf"))
    with path.open("wb") as file:
        for piece in chain([first], iter(partial(sys.stdin.buffer.read, _PIECE), b"")):
            if file.tell() + len(piece) > _LARGEST:
                raise InputError("standard input is larger than 2 GB", advice="Split it in a PDF editor first.")
            file.write(piece)
    return path


def _ending(first: bytes) -> str:
    """Of a summary: JSON and HTML begin with their marks; anything else is read as Markdown."""
    begins = first.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return ".json" if begins == b"{" else ".html" if begins == b"<" else ".md"
