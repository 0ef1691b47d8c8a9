"""Room `pack`: everything the stages that find documents need to know of one file. Decides nothing."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.evidence import EDGE, ITEM_NUMBER, PageEvidence, normal_item
from scrutiny.pack.frontsheet import FrontSheet
from scrutiny.pack.model import Evidence
from scrutiny.pack.numbering import Numbering
from scrutiny.pack.seams import Seams, find_seams
from scrutiny.pdf import Line, OutlineEntry
from scrutiny.sources import Quote, fold

_ENTRY = pattern_of(rf"^(?P<item>{ITEM_NUMBER})\.?(?P<gap>[\s\t]+)(?P<title>\S.*)$")

_HEADING_NUMBER = pattern_of(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|\([a-z]\))(?:\t|\s{3,}|\.\s|\s(?=[A-Z][a-z]))")
"""How headings of attached files are numbered: "1.⇥Background", "10.     Conclusion", "2. The Report"."""

MINUTES_TITLE = pattern_of(
    r"^(?:\S+\s+){0,4}?(?:draft\s+)?(?:minutes\b|minute\s+of\b(?!\s+(?:silence|reflection)\b))", re.IGNORECASE
)


class Start(Struct):
    """A page on which a document is taken to begin, while the evidence is gathered."""

    pdf_page: int
    item: str | None
    title: str | None
    main: bool
    evidence: list[Evidence] = field(default_factory=list)


class Paper(Struct, frozen=True, dict=True):
    """Everything the stages below need to know of one file."""

    file: str
    pages: tuple[PageEvidence, ...]
    outline: tuple[OutlineEntry, ...]
    front: FrontSheet
    numbering: Numbering
    supplement: bool
    read_identities: Callable[[], tuple[frozenset[int], ...]]
    """Reads the fonts of each page."""
    title: str | None = None
    """What the file calls itself: it may be the name of its template."""

    @cached_property
    def lowest(self) -> int:
        """The level of the outline's entries that stand below no other."""
        return min((entry.level for entry in self.outline), default=0)

    def page(self, pdf_page: int) -> PageEvidence:
        return self.pages[pdf_page - 1]

    @cached_property
    def counted(self) -> frozenset[int]:
        """The pages on which a document begins that counts its own pages in full, from "Page 1 of 3" to its last."""
        counts = [page.own_count for page in self.pages]
        begin = ((at, count[1]) for at, count in enumerate(counts) if count is not None and count[0] == 1)
        return frozenset(
            at + 1 for at, whole in begin if counts[at : at + whole] == [(n, whole) for n in range(1, whole + 1)]
        )

    def files(self, boundaries: tuple[int, ...] = ()) -> Seams:
        """Where files begin and go on, as their fonts and their own page counts tell it; an outline lists them better.
        `boundaries` are pages where one certainly begins."""
        if self.outline:
            return Seams()
        seams = find_seams(self.read_identities(), self.pages, boundaries)
        return replace(seams, pages=seams.pages | self.counted)

    @cached_property
    def running(self) -> dict[str, frozenset[int]]:
        """The pages on which each running head or foot stands; of those that stand on pages in a row."""
        lines = [(page.pdf_page, line.text) for page in self.pages for line in _at_edges(page)]
        often = Counter(text for _, text in lines)
        found: dict[str, set[int]] = {}
        for at, text in lines:
            found.setdefault(text if often[text] > 1 else _unnumbered(text), set()).add(at)
        return {text: frozenset(on) for text, on in found.items() if any(at + 1 in on for at in on)}

    def without_running(self, pdf_page: int) -> PageEvidence:
        """A page without the running heads at its top."""
        page = self.page(pdf_page)
        kept = (
            x for x in page.head if not (_is_plain(x, page) and {x.text, _unnumbered(x.text)} & self.running.keys())
        )
        return replace(page, head=tuple(kept))

    def quote(self, pdf_page: int, text: str, item: str | None = None) -> Quote:
        (label,) = self.numbering.printed_on(pdf_page, pdf_page)
        return Quote(file=self.file, pdf_page=pdf_page, page_label=label, item=item, text=text)


def parse_outline(outline: tuple[OutlineEntry, ...]) -> list[tuple[OutlineEntry, str | None, str]]:
    """Each entry with the item number and the title its text holds. "1.⇥Background" holds no item."""
    parsed: list[tuple[OutlineEntry, str | None, str]] = []
    for entry in outline:
        match = _ENTRY.match(entry.title.strip())
        if match and "\t" not in match["gap"] and "   " not in match["gap"]:
            parsed.append((entry, normal_item(match["item"]), fold(match["title"])))
        else:
            parsed.append((entry, None, fold(entry.title)))
    return parsed


def _at_edges(page: PageEvidence) -> list[Line]:
    """The lines at the head and the foot of a page that do not stand out."""
    top = [line for line in page.head[:2] if line.box.bottom < page.height * EDGE]
    foot = [line for line in page.tail[-2:] if line.box.top > page.height * (1 - EDGE)]
    return [line for line in (*top, *foot) if _is_plain(line, page)]


def _is_plain(line: Line, page: PageEvidence) -> bool:
    return line.size < page.body_size or (not line.bold and line.size < page.body_size + 2)


def _unnumbered(text: str) -> str:
    """A running head without the number that changes from page to page."""
    return re.sub(r"(?<![\w/])\d{1,3}(?![\w/])", "", text)


def likeness(one: str, other: str) -> float:
    """Share of the words of the shorter text that the other has too."""
    a, b = ({word.lower() for word in re.findall(r"\w+", text)} for text in (one, other))
    return len(a & b) / max(min(len(a), len(b)), 1)


def is_heading(entry: OutlineEntry) -> bool:
    """Whether an outline entry is numbered as headings of attached files are."""
    return _HEADING_NUMBER.match(entry.title.strip()) is not None


def page_head(paper: Paper, pdf_page: int) -> float:
    return max(0.14 * paper.page(pdf_page).height, 100.0)
