"""Room `pack`: the pages of a file, read in runs that two processes can share.

Takes an open `Pdf`, gives the evidence of every page, and each page to whoever wants more of it while it is open. All
that reading needs is imported here, and no more: what the rest of the room needs can be imported meanwhile.
"""

from collections.abc import Callable
from typing import Protocol

from scrutiny.pack.evidence import PageEvidence, find_evidence
from scrutiny.pdf import Page, Pdf
from scrutiny.sharing import Share, alone, nothing


class Visit(Protocol):
    """What else is wanted of the pages."""

    def look(self, page: Page) -> object:
        """What is wanted of a page, asked while it is open, in the order of a run of pages."""

    def keep(self, pdf_page: int, found: object) -> None:
        """Is given what was found on each page, and again on those of which something is withheld."""


RUNS = 200
"""Runs of pages at most: short ones, so that no process waits long for the other."""

SHORTEST_RUN = 4


def read_pages(
    pdf: Pdf,
    *,
    progress: Callable[[int, int], None] | None = None,
    visit: Visit | None = None,
    share: Share = alone,
    meanwhile: Callable[[], object] = nothing,
) -> tuple[PageEvidence, ...]:
    """The evidence of every page. `progress` is told (pages read, pages in all), `visit` given each page. `meanwhile`
    is what is needed once they are read: see `scrutiny.sharing`."""
    long = max(SHORTEST_RUN, -(-len(pdf) // RUNS))

    def read(first: int) -> list[tuple[PageEvidence, object, object]]:
        run = []
        for page in pdf.pages(first, min(first + long - 1, len(pdf))):
            evidence = find_evidence(page)
            run.append((evidence, visit.look(page) if visit else None, pdf.kept(page.pdf_page)))
            if progress:
                progress(page.pdf_page, len(pdf))
        return run

    pages = [_unreadable(number) for number in range(1, len(pdf) + 1)]
    for run in share(range(1, len(pdf) + 1, long), read, meanwhile):
        for evidence, found, kept in run:
            pages[evidence.pdf_page - 1] = evidence
            pdf.keep(evidence.pdf_page, kept)
            if visit:
                visit.keep(evidence.pdf_page, found)
    return tuple(pages)


def _unreadable(pdf_page: int) -> PageEvidence:
    return PageEvidence(
        pdf_page=pdf_page, width=0, height=0, item_stamps=(), stamped_numbers=(), bare_numbers=(), filler=False,
        head=(), body_lines=0, body_size=0, pictured=False, text=None,
    )  # fmt: skip
