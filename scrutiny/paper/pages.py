"""Room `paper`: the pages of an open file.

Each page is loaded once for its lines and once at most for its tables, whoever asks: where all of them will be asked
for (`whole`), while the pack is read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Self, TypeVar, cast

from scrutiny.language.patterns import pattern_of
from scrutiny.pack import Pack
from scrutiny.pdf import Page, Pdf
from scrutiny.sharing import Share, nothing
from scrutiny.sources import Source

if TYPE_CHECKING:
    from scrutiny.tables import FoundTable

Part = TypeVar("Part")
Made = TypeVar("Made")

_RATED = pattern_of(r"\((?:green|amber|red)\)", re.IGNORECASE)
"""A table of ratings in words need not hold many figures."""


class PaperPages:
    """The pages and the tables of an open file, and what has been made of it once."""

    def __init__(self, pdf: Pdf, pack: Pack, tables: "Tables", share: Share) -> None:
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

    def once(self, name: str, make: Callable[[Self], Made]) -> Made:
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


class Tables:
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


def may_hold_tables(text: str) -> bool:
    """Whether it is worth looking for tables on a page with this text."""
    from scrutiny.tables import may_hold_figures

    return may_hold_figures(text) or _RATED.search(text) is not None


def goes_on(found: "list[FoundTable] | None") -> bool:
    """Whether the last table of a page may go on on the next."""
    return found is not None and bool(found) and found[-1].last_on_page
