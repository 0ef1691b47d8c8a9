"""The contents of a pack for tests that need no more of it."""

from pathlib import Path

from scrutiny.pack import Pack
from scrutiny.paper import open_paper


def read_pack(path: Path, *, password: str | None = None, include_exempt: bool = False) -> Pack:
    """The contents of the file."""
    with open_paper(path, password=password, include_exempt=include_exempt) as paper:
        return paper.pack
