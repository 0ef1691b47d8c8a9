"""Room `paper`: a file open for the whole of a command.

Takes a path, gives an `OpenPaper`. What a paper withholds is dropped here, so that nobody behind this room can hand it
on.
"""

import contextlib
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.phrases import cite_pages
from scrutiny.pack import Document, Pack
from scrutiny.pack.evidence import read_pages
from scrutiny.paper.pages import PaperPages, Tables
from scrutiny.pdf import read_pdf
from scrutiny.sharing import Share, alone, nothing

if TYPE_CHECKING:
    from scrutiny.paper.document import PaperDocument

WORTH_SHARING = 60
"""Pages: less is read and judged in the time in which a second process starts and sends what it made, several times
over."""


class OpenPaper(PaperPages):
    """An open file with its pack, its pages and its documents."""

    @cached_property
    def documents(self) -> "tuple[PaperDocument, ...]":
        """The documents in the order of the pack."""
        from scrutiny.paper.document import PaperDocument

        return tuple(PaperDocument(self, document) for document in self.pack.documents)

    def document(self, wanted: Document) -> "PaperDocument":
        """One of the documents."""
        return next(each for each in self.documents if each.document == wanted)


class ReadableCopy(Struct, frozen=True, kw_only=True):
    """A copy of a file whose scanned pages (PDF pages) were read by OCR, and the hash of the file's own bytes."""

    path: Path
    sha256: str
    pages: tuple[int, ...]


def find_scanned(path: Path, *, password: str | None = None) -> tuple[str, tuple[int, ...]]:
    """The hash of a file and its pages (PDF pages) without text. Raises `InputError`."""
    with read_pdf(path, password=password) as pdf:
        return pdf.sha256, tuple(page.pdf_page for page in pdf.pages() if not page.text.strip())


@contextlib.contextmanager
def open_paper(
    path: Path,
    *,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    whole: bool = False,
    every_table: bool = False,
    include_exempt: bool = False,
    copy: ReadableCopy | None = None,
    share: Share = alone,
    meanwhile: Callable[[], object] = nothing,
) -> Iterator[OpenPaper]:
    """The file, open until the end of the block. `whole` says that every page will be asked for: then its lines and
    tables are made while the pack is read; `every_table` that tables without figures are wanted too. What the paper
    marks as not for publication is not there, unless `include_exempt` asks for it. A `copy` is read instead of the file
    itself. The work on a long file is shared by `share`, and `meanwhile` is begun while it is: see `scrutiny.sharing`.
    Raises `InputError` (see `read_pdf` and `find_pack`)."""
    read = path if copy is None else copy.path
    tables = Tables(every=every_table)
    with read_pdf(read, password=password) as pdf:
        share = share if len(pdf) >= WORTH_SHARING else alone
        visit = tables if whole or every_table else None

        def identities() -> tuple[frozenset[int], ...]:
            from scrutiny.pdf.reading import read_font_identities

            return read_font_identities(read, password=password)

        def next_rooms() -> None:
            _load_pack()
            meanwhile()

        pages = read_pages(pdf, progress=progress, visit=visit, share=share, meanwhile=next_rooms)
        pack = _load_pack()(
            pdf, pages, read_identities=identities, visit=visit, include_exempt=include_exempt, share=share
        )
        if copy is not None:
            pack = _as_copied(pack, copy)
        yield OpenPaper(pdf.without(pack.hidden), pack, tables, share)


def _load_pack() -> "Callable[..., Pack]":
    from scrutiny.pack.contents import find_pack

    return find_pack


def _as_copied(pack: Pack, copy: ReadableCopy) -> Pack:
    """The pack as one of the file itself, with what was read by OCR said."""
    source = replace(pack.source, sha256=copy.sha256, ocr_pages=copy.pages)
    if not copy.pages:
        return replace(pack, source=source)
    said = Finding(
        code=FindingCode.READ_BY_OCR,
        severity=Severity.WARNING,
        message=f"{cite_pages((None, page) for page in copy.pages)} read by OCR: words and figures there may be "
        "misread, and nothing that does not add up there is more than a note",
        file=source.file,
    )
    return replace(pack, source=source, findings=(said, *pack.findings))
