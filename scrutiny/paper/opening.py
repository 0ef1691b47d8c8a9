"""Room `paper`: a file open for the whole of a command.

Takes a path, gives an `OpenPaper`. Each page is loaded once for its lines and once at most for its tables, whoever
asks: where all of them will be asked for (`whole`), while the pack is read. What a paper withholds is dropped here,
so that nobody behind this room can hand it on.
"""

import contextlib
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import cite_pages
from scrutiny.pack import Document, Pack
from scrutiny.pack.evidence import read_pages
from scrutiny.pdf import Page, Pdf, read_pdf
from scrutiny.sharing import Share, alone, nothing
from scrutiny.sources import Source

if TYPE_CHECKING:
    from scrutiny.paper.document import PaperDocument
    from scrutiny.tables import FoundTable

Part = TypeVar("Part")
Made = TypeVar("Made")

WORTH_SHARING = 60
"""Pages: less is read and judged in the time in which a second process starts and sends what it made, several times
over."""

_RATED = pattern_of(r"\((?:green|amber|red)\)", re.IGNORECASE)
"""A table of ratings in words need not hold many figures."""


class OpenPaper:
    """An open file with its pack, its pages and its documents."""

    def __init__(self, pdf: Pdf, pack: Pack, tables: "_Tables", share: Share) -> None:
        self.pdf = pdf
        self.pack = pack
        self._pages: dict[int, Page] = {}
        self._tables = tables.found
        self._has_every_table = tables.every
        self._share = share
        self._made: dict[str, object] = {}

    @property
    def source(self) -> Source:
        return self.pack.source

    @cached_property
    def documents(self) -> "tuple[PaperDocument, ...]":
        """The documents in the order of the pack."""
        from scrutiny.paper.document import PaperDocument

        return tuple(PaperDocument(self, document) for document in self.pack.documents)

    def document(self, wanted: Document) -> "PaperDocument":
        """One of the documents."""
        return next(each for each in self.documents if each.document == wanted)

    def pages(self, first: int = 1, last: int | None = None, /) -> Iterator[Page]:
        """Each page from `first` to `last` (PDF pages, counted from 1) in turn, with its text and lines. Other layers
        need an open page: see `pdf`."""
        for number in range(first, (len(self.pack.page_texts) if last is None else last) + 1):
            if number not in self._pages:
                for page in self.pdf.pages(number, number):
                    _ = page.lines
                    self._pages[number] = page
            if number in self._pages:
                yield self._pages[number]

    def tables_on(self, pdf_page: int) -> "list[FoundTable]":
        """The tables on a page, to be joined with those of its neighbours: looked for where figures stand, and where
        the table of the page before may go on."""
        from scrutiny.tables import tables_on

        first = pdf_page
        while first not in self._tables and first > 1 and not may_hold_tables(self.pack.page_texts[first - 1]):
            first -= 1
        for number in range(first, pdf_page + 1):
            if number in self._tables:
                continue
            before = self._tables.get(number - 1)
            if may_hold_tables(self.pack.page_texts[number - 1]) or goes_on(before):
                self._tables[number] = [found for page in self.pdf.pages(number, number) for found in tables_on(page)]
            else:
                self._tables[number] = []
        return self._tables[pdf_page]

    def every_table(self) -> "Iterator[FoundTable]":
        """The tables of all pages, also those without figures."""
        from scrutiny.tables import tables_on

        if self._has_every_table:
            return (found for page in sorted(self._tables) for found in self._tables[page])
        return (found for page in self.pdf.pages() for found in tables_on(page))

    def once(self, name: str, make: Callable[["OpenPaper"], Made]) -> Made:
        """What `make` gives for this paper, made when it is first asked for by that name."""
        if name not in self._made:
            self._made[name] = make(self)
        return cast(Made, self._made[name])

    def share(
        self, parts: Sequence[Part], work: Callable[[Part], Made], meanwhile: Callable[[], object] = nothing
    ) -> list[Made]:
        """What `work` makes of each part, in their order: some of it in a second process where that is worth it. What
        was made `once` on the way is known here too. See `scrutiny.sharing`."""

        def noted(part: Part) -> tuple[Made, dict[str, object]]:
            before = set(self._made)
            made = work(part)
            return made, {name: self._made[name] for name in self._made.keys() - before}

        found = self._share(parts, noted, meanwhile)
        for _, facts in found:
            self._made = {**facts, **self._made}
        return [made for made, _ in found]


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
    tables = _Tables(every=every_table)
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


class _Tables:
    """The tables of the pages, found while the pack is read."""

    def __init__(self, *, every: bool) -> None:
        self.every = every
        self.found: dict[int, list[FoundTable]] = {}

    def look(self, page: Page) -> "list[FoundTable] | None":
        """The tables on a page; None where that is left to be asked for: the page before was read elsewhere, and it
        depends on its last table whether there are any."""
        from scrutiny.tables import tables_on

        before = self.found.get(page.pdf_page - 1)
        if self.every or may_hold_tables(page.text) or goes_on(before):
            self.found[page.pdf_page] = tables_on(page)
        elif before is not None or page.pdf_page == 1:
            self.found[page.pdf_page] = []
        else:
            self.found.pop(page.pdf_page, None)
        return self.found.get(page.pdf_page)

    def keep(self, pdf_page: int, found: object) -> None:
        if isinstance(found, list):
            self.found[pdf_page] = found


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


def may_hold_tables(text: str) -> bool:
    """Whether it is worth looking for tables on a page with this text."""
    from scrutiny.tables import may_hold_figures

    return may_hold_figures(text) or _RATED.search(text) is not None


def goes_on(found: "list[FoundTable] | None") -> bool:
    """Whether the last table of a page may go on on the next."""
    return found is not None and bool(found) and found[-1].last_on_page
