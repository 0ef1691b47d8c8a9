"""Room `families`: what a family of papers is: one subject that scrutiny knows, such as exclusions.

A family reads its facts from an open paper, checks them, and says what commands that know no family by name need of
it: findings for `check`, evidence for `verify`, a section for `brief`, and what of it can be left out there. It knows
no other family. `scrutiny.families.NAMES` lists all there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.checks.facts import Fact
from scrutiny.checks.model import Checked, Explained
from scrutiny.figures.verdicts import Status
from scrutiny.findings import Finding
from scrutiny.language.phrases import cite_pages, count_of, shorten
from scrutiny.pack import Pack
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument
from scrutiny.sheets.model import Chapter, Layout, Link, Point, Table
from scrutiny.sources import Quote, Quoted


class Gap(Struct, frozen=True, kw_only=True):
    """What was looked for in a paper and not found, or not read: the part of the briefing it is missing from, and a
    sentence that says so."""

    part: str
    message: str


class Redactable(Struct, frozen=True, kw_only=True):
    """Something that `brief --redact` can leave out by name."""

    name: str
    meaning: str


class RankedChapter(Struct, frozen=True, kw_only=True):
    """A chapter of the briefing; those of a lower rank stand first: 10 for decisions, 20 for actions, 30 for what is
    asked of the committee, from 40 on for the figures of a family."""

    rank: int
    chapter: Chapter


class BriefSection(Struct, frozen=True, kw_only=True):
    """What a family contributes to the briefing on one paper: its tables for programs; for people its lines at the
    head, its short chapters for the first two pages, and its chapters for the annex; what could not be found, and what
    does not agree in its lists."""

    tables: tuple[Table, ...]
    glance: tuple[Point, ...] = ()
    front: tuple[RankedChapter, ...] = ()
    chapters: tuple[RankedChapter, ...] = ()
    gaps: tuple[Gap, ...] = ()
    findings: tuple[Finding, ...] = ()


HasQuote = TypeVar("HasQuote", bound=Quoted)


class Discretion(Struct, kw_only=True):
    """What of a paper the briefing may show, and an account of what it may not.

    `private` are pages that tell of a single child: words from there are never shown; `closed` are pages that were
    asked to be left out; `names` is what is left out by name; `small_below` hides counts below it.
    """

    pack: Pack
    private: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    small_below: int | None = None
    small: set[int] = field(default_factory=set)
    """Pages whose hidden counts a finding could give away."""
    account: list[str] = field(default_factory=list)

    def leaves(self, name: str) -> bool:
        """Whether something is left out by name."""
        return name in self.names

    def rows(self, rows: Iterable[HasQuote], noun: str) -> tuple[HasQuote, ...]:
        """Those whose words may be shown; the others are counted in the account."""
        rows = tuple(rows)
        self.count(noun, (row.quote for row in rows if self.hides(row.quote.pdf_page)))
        return tuple(row for row in rows if not self.hides(row.quote.pdf_page))

    def hides(self, pdf_page: int) -> bool:
        """Whether words from this page must not be shown."""
        return pdf_page in self.private or pdf_page in self.closed

    def shuts(self, pages: Iterable[int], noun: str) -> bool:
        """Whether a whole report is left out because some of its pages are; says so in the account."""
        gone = sorted(set(pages) & self.closed)
        if gone:
            self.account.append(f"The {noun} on {self._cited(gone)}.")
        return bool(gone)

    def count(self, noun: str, hidden: Iterable[Quote]) -> None:
        """Adds what is not shown to the account."""
        quotes = list(hidden)
        if quotes:
            where = self._cited(sorted({quote.pdf_page for quote in quotes}))
            self.account.append(f"{count_of(len(quotes), noun)} on {where}.")

    def _cited(self, pages: list[int]) -> str:
        return cite_pages((self.pack.page_numbers[page - 1], page) for page in pages)


class Family(Protocol):
    """One subject that scrutiny knows."""

    @property
    def name(self) -> str:
        """A word, as it stands in messages."""

    @property
    def checks(self) -> dict[str, Explained]:
        """The checks that the family brings to `check`, by the name that --only takes."""

    @property
    def redactables(self) -> tuple[Redactable, ...]:
        """What `brief --redact` can leave out of its section."""

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """The tables of its section in the JSON of `brief`."""

    def read(self, paper: OpenPaper) -> object:
        """Its facts, read once."""

    def check(self, paper: OpenPaper) -> Iterator[Checked]:
        """Its figures, each with what came of it."""

    def takes_apart(self, paper: OpenPaper) -> Sequence[PaperDocument]:
        """The documents that take it the most time; none, as a rule."""
        del paper
        return ()

    def evidence(self, paper: OpenPaper) -> Iterator[Fact]:
        """What follows from its facts beyond what stands in the paper's tables and sentences; nothing, as a rule."""
        del paper
        yield from ()

    def section(self, paper: OpenPaper, discretion: Discretion) -> BriefSection:
        """What it contributes to the briefing."""


def checked_of(name: str, finding: Finding) -> Checked:
    """A finding of a family as the outcome of one of its checks."""
    return Checked(
        check=name, status=Status(finding.severity.value), printed=finding.printed or "", expected=finding.expected,
        working=finding.message, quote=finding.quotes[0], finding=finding,
    )  # fmt: skip


def for_people(table: Table, caption: str, *names: str) -> Table:
    """A table under a caption of its own, with those of the named columns that hold anything."""
    return replace(table, layout=replace(table.layout.showing(names), caption=caption)).without_empty()


def link_of(quote: Quote) -> Link:
    """The page that a fact comes from, as an officer cites it."""
    return Link(file=quote.file, pdf_page=quote.pdf_page, label=quote.cited)


LONGEST_POINT = 150
"""Characters of a line on the first two pages; the whole text stands in the annex."""

MOST_POINTS = 5
"""Lines of a list on the first two pages; the rest is counted and stands in the annex."""


def points_of(texts: Iterable[tuple[str, Quote]], noun: str) -> tuple[Point, ...]:
    """The first of some facts as lines with their pages; a last line counts the others."""
    rows = list(texts)
    points = [Point(text=shorten(text, LONGEST_POINT), link=link_of(quote)) for text, quote in rows[:MOST_POINTS]]
    if len(rows) > MOST_POINTS:
        points.append(Point(text=f"{count_of(len(rows) - MOST_POINTS, f'more {noun}')} in the annex."))
    return tuple(points)


def page_columns(table: Table) -> tuple[str, ...]:
    """The page as officers cite it; the PDF's too where some page prints no number."""
    return ("page",) if all(row["page"] is not None for row in table.rows) else ("page", "pdf_page")
