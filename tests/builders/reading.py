"""Papers read as the commands read them, once for as many as ask."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import scrutiny.paper
from scrutiny.pack import Pack
from scrutiny.paper import OpenPaper
from scrutiny.pdf import Pdf, read_pdf


def read_pack(path: Path, *, password: str | None = None, include_exempt: bool = False) -> Pack:
    """The contents of the file."""
    with scrutiny.paper.open_paper(path, password=password, include_exempt=include_exempt) as paper:
        return paper.pack


@contextlib.contextmanager
def drawn(data: bytes) -> Iterator[Pdf]:
    """The pages of a paper that was drawn."""
    with tempfile.TemporaryDirectory() as folder:
        (path := Path(folder) / "paper.pdf").write_bytes(data)
        with read_pdf(path) as pdf:
            yield pdf


@contextlib.contextmanager
def papers_read_once() -> Iterator[None]:
    """Commands that are run in this block share one reading of each paper, whole, as `check` asks for it: that pages
    read one by one give the same is a test of its own."""
    with contextlib.ExitStack() as opened, pytest.MonkeyPatch.context() as patch:
        known: dict[tuple[object, ...], OpenPaper] = {}
        open_paper = scrutiny.paper.open_paper

        @contextlib.contextmanager
        def shared(path: Path, *, every_table: bool = False, password: str | None = None, include_exempt: bool = False, **_: Any) -> Iterator[OpenPaper]:  # fmt: skip
            key = (path, every_table, password, include_exempt)
            if key not in known:
                known[key] = opened.enter_context(
                    open_paper(
                        path, whole=True, every_table=every_table, password=password, include_exempt=include_exempt
                    )
                )
            yield known[key]

        patch.setattr("scrutiny.paper.open_paper", shared)
        yield
