"""Room `pack`: a pack read from disk. Takes a path, gives a `Pack`."""

from collections.abc import Callable
from pathlib import Path

from scrutiny.pack.contents import find_pack
from scrutiny.pack.model import Pack
from scrutiny.pdf import Page, read_font_identities, read_pdf


def read_pack(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    visit: Callable[[Page], None] | None = None,
    include_exempt: bool = False,
) -> Pack:
    """The contents of the file; `visit` is given each page while it is open, for those who need more of it than its
    text. What is marked as not for publication is left out of both unless `include_exempt` is set.

    Raises `InputError` (see `read_pdf` and `find_pack`)."""
    with read_pdf(path, password=password) as pdf:
        return find_pack(
            pdf,
            read_identities=lambda: read_font_identities(path, password=password),
            progress=progress,
            visit=visit,
            include_exempt=include_exempt,
        )
