"""Room `products`: the texts of summaries, and the list of exceptions, before anything is made of them.

Imports next to nothing: what reads the figures of a summary is imported while the first pages of the paper are read.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from msgspec import Struct

from scrutiny.errors import InputError
from scrutiny.language.patterns import pattern_of

_DIGITS = pattern_of(r"\d[\d.,]*")


class SummaryText(Struct, frozen=True, kw_only=True):
    """A summary as its file has it."""

    path: Path
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.splitlines())

    @property
    def numbers(self) -> int:
        """About how many figures it has."""
        return len(_DIGITS.findall(self.text))


def read_texts(
    paths: Sequence[Path], limits: Callable[[Path], AbstractContextManager[object]] = nullcontext
) -> tuple[SummaryText, ...]:
    """The summaries, each read within `limits`. Raises `InputError` when one cannot be read as text."""
    found = []
    for path in paths:
        with limits(path):
            text = _text_of(path, "verify reads Markdown, text, CSV, HTML and JSON.")
            found.append(SummaryText(path=path, text=text))
    return tuple(found)


def read_allowed(path: Path) -> tuple[str, ...]:
    """The exceptions in a file: words of a summary with a figure, or a figure; `#` begins a remark. Raises
    `InputError`."""
    lines = (line.strip() for line in _text_of(path, "Give a text file.").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def _text_of(path: Path, advice: str) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", advice="Check the name and the folder.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path.name} is not text", advice=advice) from None
