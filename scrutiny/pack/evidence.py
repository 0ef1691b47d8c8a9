"""Room `pack`: what one page says about where documents begin.

Takes a `Page`, gives a `PageEvidence` small enough to keep for every page of a 3,000-page pack. Reads the
stamps, the printed page number and the head of the page; decides nothing.
"""

import re
from collections.abc import Callable
from typing import Protocol

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.markwords import may_hold_mark
from scrutiny.pdf import Direction, Line, Page, Pdf, size_of_most
from scrutiny.sharing import Sendable, Share, alone, nothing

ITEM_NUMBER = r"\d{1,3}(?:\.\d{1,2}){0,2}(?:\s?\(?[a-z]{1,2}\)?)?"
"""An item's number as agendas print it: `7`, `7a`, `7(a)`, `10.2`."""

_STAMP = pattern_of(
    rf"^(?:\w+\s*/\s*)?(?:Agenda\s+)?(?:Item|Eitem)(?:\s+No\.?)?:?\s+(?P<item>{ITEM_NUMBER})\.?$", re.IGNORECASE
)
"""Accepts the whole line "Agenda Item 7a", "Item 7"; rejects "Agenda Item 6 was deferred", which is prose."""

_PAGE_STAMP = pattern_of(r"^Page:?\s+(?P<number>\d{1,4})$", re.IGNORECASE)
"""The number as the publishing system prints it. "Page 3 of 10" counts a single document, not the pack."""

_PAGE_OF = pattern_of(
    r"^(?:(?:Page|Tudalen):?\s+)?(?P<number>\d{1,4})(?:\s+(?:of|o)\s+|\s?/\s?)(?P<whole>\d{1,4})$", re.IGNORECASE
)
_DIGIT = pattern_of(r"\d")
"""Each of these has one."""
_BARE_NUMBER = pattern_of(r"^[-–—\s]*(?P<number>\d{1,4})[-–—\s]*$")
_FILLER = pattern_of(
    r"\bthis\s+page\s+(?:is|has\s+been)\s+(?:left\s+)?intentionally\s+(?:left\s+)?blank\b", re.IGNORECASE
)

EDGE = 0.13
"""Share of the page's height or width that counts as its edge: a stamp stands within 110 pt on A4."""

HEAD_LINES = 14
"""Lines of a page's head that are kept: a report's front takes up to 11 in the papers seen."""


TAIL_LINES = 6


class PageEvidence(Sendable, frozen=True, kw_only=True):
    """What one page says. `printed` are candidates for its number, each with how it is printed."""

    pdf_page: int
    width: float
    height: float
    item_stamps: tuple[str, ...]
    stamped_numbers: tuple[int, ...]
    bare_numbers: tuple[int, ...]
    filler: bool
    head: tuple[Line, ...]
    """Its first lines from top to bottom without stamps and page numbers."""
    body_lines: int
    """How many lines it has besides stamps and page numbers."""
    body_size: float
    """The font size of most of its text, in points; 0 without text."""
    pictured: bool
    """Only asked of pages with next to no text."""
    tail: tuple[Line, ...] = ()
    """Its last lines, those at its foot too."""
    text: str | None
    """All of it as the file gives it; None where the page could not be loaded."""
    counts: tuple[tuple[int, int], ...] = ()
    """What "Page 3 of 10" says, each time it is printed."""
    overlays: tuple[str, ...] = ()
    """The words of stamps that were laid over it with a reader: no other layer has them."""
    may_hold_mark: bool = False
    """Whether the text has a word by which something may be marked as not for publication (`markwords`)."""

    @property
    def own_count(self) -> tuple[int, int] | None:
        """The page of a document by itself, and how many it has."""
        return self.counts[0] if self.counts else None

    @property
    def landscape(self) -> bool:
        return self.width > self.height * 1.05

    @property
    def has_text(self) -> bool:
        return self.body_lines > 0

    @property
    def starts_mid_paragraph(self) -> bool:
        """Whether its first line goes on with a sentence: no document begins so."""
        return bool(self.head) and self.head[0].text[:1].islower()

    def sets_off(self, line: Line) -> bool:
        """Whether a line is bold, or larger than most of its text."""
        return line.bold or line.size > self.body_size + 0.9


def find_evidence(page: Page) -> PageEvidence:
    """What this page says about the pack."""
    stamps: list[str] = []
    stamped: list[int] = []
    bare: list[int] = []
    wholes: list[int] = []
    body: list[Line] = []
    lines = page.lines
    for line in lines:
        text = line.text
        if len(text) < 24 and _DIGIT.search(text):
            if match := _STAMP.match(text):
                if _at_corner(line, page):
                    stamps.append(normal_item(match["item"]))
                    continue
            elif match := _PAGE_STAMP.match(text):
                if _at_edge(line, page):
                    stamped.append(int(match["number"]))
                    continue
            elif (match := _BARE_NUMBER.match(text) or _PAGE_OF.match(text)) and _at_edge(
                line, page, sides=line.direction != Direction.ACROSS
            ):
                bare.append(int(match["number"]))
                wholes.append(int(match.groupdict().get("whole") or 0))
                continue
        if not stamped and "Page" in text and (match := _TRAILING_STAMP.search(text)) and _at_edge(line, page):
            # The stamp can be printed on the height of the last line: "longer period of time. Page 2"
            stamped.append(int(match["number"]))
        body.append(line)
    text = page.text
    filler = bool(body) and len(body) <= 3 and _FILLER.search(" ".join(line.text for line in body)) is not None
    across = [line for line in body if line.direction == Direction.ACROSS] or body
    head = sorted(across, key=lambda line: (round(line.box.top), line.box.left))[:HEAD_LINES]
    return PageEvidence(
        pdf_page=page.pdf_page,
        width=page.width,
        height=page.height,
        item_stamps=tuple(dict.fromkeys(stamps)),
        stamped_numbers=tuple(stamped),
        bare_numbers=tuple(bare),
        counts=tuple((number, whole) for number, whole in zip(bare, wholes, strict=True) if whole),
        filler=filler,
        head=tuple(head),
        tail=tuple(sorted(across, key=lambda line: line.box.bottom)[-TAIL_LINES:]),
        body_lines=0 if filler else len(body),
        body_size=size_of_most((line.text, line.size) for line in body),
        pictured=page.pictured if len(body) <= 1 and not filler else False,
        text=text,
        overlays=page.overlays,
        may_hold_mark=may_hold_mark(text),
    )


def normal_item(printed: str) -> str:
    """An item's number without its spaces, brackets and full stop: "7 (a)" and "7a." are both "7a"."""
    return re.sub(r"[\s().]+$|[\s()]", "", printed).lower()


_TRAILING_STAMP = pattern_of(r"\sPage\s(?P<number>\d{1,4})$")


def _at_corner(line: Line, page: Page) -> bool:
    """Whether a stamp of an item stands where the publishing system sets it: at the edge, and where it runs across the
    page, right of its middle. On the left it is a heading of the paper's own."""
    return _at_edge(line, page) and (line.direction != Direction.ACROSS or line.box.left > page.width / 2)


def _at_edge(line: Line, page: Page, *, sides: bool = True) -> bool:
    """Whether a line stands at the head or the foot of its page, or with `sides` at one of its sides."""
    box = line.box
    if box.bottom > page.height * (1 - EDGE) or box.top < page.height * EDGE:
        return True
    return sides and (box.right > page.width * (1 - EDGE) or box.left < page.width * EDGE)


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
