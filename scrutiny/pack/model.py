"""Room `pack`: what a reports pack is made of. Types only."""

import datetime
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from scrutiny.findings import Finding
from scrutiny.pdf import WHOLE_PAGE, Hidden
from scrutiny.sources import Box, Quote, Source


class DocumentKind(StrEnum):
    """What a document in a pack is; the words are those of the JSON."""

    FRONT_SHEET = "front sheet"
    MINUTES = "minutes"
    DECISION_NOTICE = "decision notice"
    ACTION_LOG = "action log"
    AGENDA = "agenda"
    QUESTIONS = "questions"
    RESPONSE = "response"
    REPORT = "report"
    APPENDIX = "appendix"
    PRESENTATION = "presentation"
    SUPPLEMENT = "supplement"
    OTHER = "other"


class Evidence(StrEnum):
    """What says that a document starts on a page, strongest first."""

    STAMP = "stamp"
    OUTLINE = "outline"
    FRONT_SHEET = "front sheet"
    FLYSHEET = "flysheet"
    REPORT_FRONT = "report front"
    SLIDES = "slides"
    SEPARATE_FILE = "separate file"
    FIRST_PAGE = "first page"


class PageRange(Struct, frozen=True, kw_only=True):
    """Numbers as printed on the front sheet: "(Pages 3 - 14)"."""

    first: int
    last: int
    printed: str


def ends_of(numbers: Iterable[str | None]) -> tuple[str | None, str | None]:
    """The first and the last number that is printed on some pages."""
    printed = [number for number in numbers if number is not None]
    return (printed[0], printed[-1]) if printed else (None, None)


class AgendaItem(Struct, frozen=True, kw_only=True):
    """A line of business on the front sheet. `number` is as printed ("7a" for a part "a)" of item 7).

    `mark` is what says that the item is private, or that some of its appendices are: then `exempt` is False and
    `exempt_appendices` has their labels, or is empty where they are not named.
    """

    number: str
    title: str
    pages: PageRange | None
    exempt: bool
    quote: Quote
    mark: Quote | None = None
    exempt_appendices: tuple[str, ...] | None = None


class Meeting(Struct, frozen=True, kw_only=True):
    """Which meeting the pack is for. Every field as far as the paper says it."""

    body: str | None = None
    date: datetime.date | None = None
    date_printed: str | None = None


class Section(Struct, frozen=True, kw_only=True):
    """A part inside a document, such as one of its appendices. Pages are inclusive PDF pages."""

    label: str | None
    title: str
    pdf_first: int
    pdf_last: int
    page_first: str | None
    page_last: str | None
    quote: Quote


class Document(Struct, frozen=True, kw_only=True):
    """One paper of the pack: a run of PDF pages (inclusive) with the filler pages behind it.

    `item` is the agenda item's number as printed, None for the front sheet. `page_first` and
    `page_last` are the first and the last number that is printed on its pages. `main` is True for the
    first paper of an item, False for what is attached to it.
    """

    item: str | None
    title: str
    kind: DocumentKind
    main: bool
    pdf_first: int
    pdf_last: int
    page_first: str | None
    page_last: str | None
    exempt: bool
    evidence: tuple[Evidence, ...]
    sections: tuple[Section, ...]
    quote: Quote
    date: datetime.date | None = None
    """The day the paper itself says it is of: of the meeting for minutes, of the front for a report."""

    @property
    def pdf_pages(self) -> range:
        """The numbers of its PDF pages."""
        return range(self.pdf_first, self.pdf_last + 1)


class MarkKind(StrEnum):
    """Where the mark stands because of which pages are withheld."""

    AGENDA = "agenda"
    """a private part of the agenda, a resolution on it, or words beside the item"""
    FILE_NAME = "file name"
    """the name of the file"""
    TITLE = "title"
    """the paper's title or its outline entry"""
    PAGE = "page"
    """the head or the foot of a page, or across it"""
    APPENDIX = "appendix"
    """another paper says that this appendix is exempt"""
    PASSAGE = "passage"
    """a heading, a notice or a resolution in the running text"""
    DOUBT = "doubt"
    """a sentence of minutes that may record that the business was private"""
    COMPANION = "companion"
    """an appendix of the same item is marked, and nothing says that the report itself is public"""


class Withheld(Struct, frozen=True, kw_only=True):
    """What a paper marks as not for publication: pages `pdf_first` to `pdf_last` (inclusive).

    `mark` quotes the mark where it stands. Of a passage `top` is where it begins on the first page and `bottom` where
    it ends on the last, in points from the upper edge; None for the edge of the page.
    """

    kind: MarkKind
    mark: Quote
    item: str | None
    pdf_first: int
    pdf_last: int
    top: float | None = None
    bottom: float | None = None

    @property
    def pdf_pages(self) -> range:
        """The pages it stands on."""
        return range(self.pdf_first, self.pdf_last + 1)

    def region(self, pdf_page: int) -> Box:
        """What it takes of one of its pages."""
        top = self.top if pdf_page == self.pdf_first and self.top is not None else WHOLE_PAGE.top
        bottom = self.bottom if pdf_page == self.pdf_last and self.bottom is not None else WHOLE_PAGE.bottom
        return Box(left=WHOLE_PAGE.left, top=top, right=WHOLE_PAGE.right, bottom=bottom)


class Pack(Struct, frozen=True, kw_only=True):
    """A reports pack, or a single paper taken as a pack of one document.

    The documents cover every PDF page once, in order. `page_numbers[n - 1]` is what is printed on PDF
    page n, None where nothing is; `page_labels` continues the numbering over pages that print none.
    `page_texts[n - 1]` is the text of PDF page n as the file gives it.

    `withheld` is what the paper marks as not for publication. Unless `include_exempt` is set nothing of it is in
    the pack, nor in a file that is opened for it (`open_paper`).
    """

    source: Source
    meeting: Meeting
    items: tuple[AgendaItem, ...]
    documents: tuple[Document, ...]
    page_numbers: tuple[str | None, ...]
    page_labels: tuple[str | None, ...]
    page_texts: tuple[str, ...]
    single: bool
    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...] = ()
    include_exempt: bool = False

    def quote(self, pdf_page: int, text: str, item: str | None, box: Box | None = None) -> Quote:
        """Words of one of its pages."""
        label = self.page_numbers[pdf_page - 1]
        return Quote(file=self.source.file, pdf_page=pdf_page, page_label=label, item=item, text=text, box=box)

    @property
    def hidden(self) -> Hidden:
        """The regions that may not be read, by PDF page."""
        hidden: dict[int, tuple[Box, ...]] = {}
        for each in () if self.include_exempt else self.withheld:
            for page in each.pdf_pages:
                hidden[page] = (*hidden.get(page, ()), each.region(page))
        return hidden
