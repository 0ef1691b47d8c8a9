"""Room `products`: everything that one paper for the chair says of a pack.

Takes an open paper, gives a `Briefing`: the agenda, a section of each family, the figures that do not add up, what was
looked for and not found, and what is left out. Pages that tell of a single child and papers that are exempt give
figures at most, and never their words.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.checks import Counted, Status
from scrutiny.errors import NoTextError
from scrutiny.families import all_families
from scrutiny.families.family import BriefSection, Discretion, Gap
from scrutiny.findings import Finding, FindingCode
from scrutiny.language.dates import print_day
from scrutiny.language.phrases import cite_pages, count_of
from scrutiny.pack import DocumentKind, Pack
from scrutiny.paper import OpenPaper
from scrutiny.pdf import WHOLE_PAGE, read_pdf
from scrutiny.products.checking import OF_FILE, CoverageRow, check_beside, coverage_of, known_checks
from scrutiny.products.exhibits import Exhibit, Spot, draw_exhibits, find_exhibits
from scrutiny.products.redaction import FIGURES, PICTURES, SMALL, SMALL_NUMBERS, Redaction
from scrutiny.prose.casestudies import find_case_studies
from scrutiny.registers.actions import ready_for_minutes
from scrutiny.sheets.model import marked_finding, pages_by_ocr
from scrutiny.sheets.rows import HIDDEN_PLACE, Cell, Sheet
from scrutiny.sources import Quote, Source

ready_for_minutes()  # now, while another process reads the first pages


class AgendaRow(Struct, frozen=True, kw_only=True):
    """An item of the agenda, or a paper of one. Its kind and pages are None for business without a paper."""

    item: Annotated[str | None, Cell("Item", "the agenda item's number as printed")]
    title: Annotated[str, Cell("Business")]
    kind: Annotated[DocumentKind | None, Cell("Paper", "null for business without a paper")] = None
    page_first: Annotated[str | None, Cell("First page", "first number printed on its pages")] = None
    page_last: Annotated[str | None, Cell("Last page", "last number printed on its pages")] = None
    pdf_first: Annotated[int | None, Cell("First PDF page")] = None
    pdf_last: Annotated[int | None, Cell("Last PDF page")] = None
    exempt: Annotated[bool, Cell("Exempt")]
    quote: Annotated[Quote, HIDDEN_PLACE]


class GapRow(Struct, frozen=True, kw_only=True):
    """What was looked for and not found."""

    part: Annotated[str, Cell("Part", shown=False)]
    says: Annotated[str, Cell("What was looked for")]
    file: Annotated[str, Cell("File")]


class WithheldRow(Struct, frozen=True, kw_only=True):
    """What is left out."""

    says: Annotated[str, Cell("What")]
    file: Annotated[str, Cell("File")]


AGENDA = Sheet(row=AgendaRow, name="agenda", caption="On the agenda")
GAPS = Sheet(row=GapRow, name="gaps", caption="What could not be found")
WITHHELD = Sheet(row=WithheldRow, name="withheld", caption="What is left out")


class Briefing(Struct, frozen=True, kw_only=True):
    """What there is to say of one pack. `wrong` counts the figures that do not agree, shown or not; `private` are the
    pages (PDF pages) of which only figures are shown, and `withheld` says in words what was left out; `hidden` is the
    part of it that counts what is not shown, with its pages (all of it where nothing is counted). `numbers` are those
    that its pages bear. Where no page has text, `unread` says so and there is nothing else."""

    source: Source
    name: str
    agenda: tuple[AgendaRow, ...] = ()
    sections: tuple[BriefSection, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    wrong: int = 0
    coverage: tuple[CoverageRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    private: frozenset[int] = frozenset()
    withheld: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()
    unread: NoTextError | None = None


def find_briefing(paper: OpenPaper, *, redaction: Redaction, pictured: bool) -> Briefing:
    """The briefing on a paper, with pictures of the lines that are wrong where they are wanted."""
    pack = paper.pack
    private = functools.partial(find_private_pages, pack)
    checks, alone = check_beside(paper, private, wanted=frozenset(known_checks()), read=True)
    checked, discretion = checks.checked, _discretion(pack, redaction, alone)
    sections = tuple(family.section(paper, discretion) for family in all_families())
    wrong = find_exhibits(checked, paper)
    exhibits = () if redaction.leaves(FIGURES) else _shown(wrong, discretion)
    if pictured and not redaction.leaves(PICTURES):

        def hides(page: int, words: str) -> bool:
            return page in discretion.private or redaction.hides(words)

        exhibits = draw_exhibits(paper, exhibits, hides)
    agenda = tuple(_agenda(paper))
    of_sections = (finding for section in sections for finding in section.findings)
    by_ocr = pages_by_ocr([pack.source])
    findings = tuple(marked_finding(finding, by_ocr) for finding in (*pack.findings, *of_sections))
    withheld = tuple(_withheld(pack, redaction, discretion))
    no_front = "No agenda front sheet: the papers are listed as they were found."
    return Briefing(
        source=pack.source,
        name=paper.documents[0].printed_title if pack.single and pack.documents else name_of(pack.source),
        agenda=agenda,
        sections=sections,
        exhibits=exhibits,
        wrong=len(wrong),
        coverage=coverage_of(checked, frozenset(known_checks())),
        findings=tuple(_findings(findings, exhibits, discretion)),
        gaps=(
            *(() if pack.items else (Gap(part="agenda", message=no_front),)),
            *(gap for section in sections for gap in section.gaps),
        ),
        private=discretion.private,
        withheld=withheld,
        hidden=tuple(discretion.account) or withheld,
        numbers=frozenset(_numbers(pack)),
    )


def unread_briefing(path: Path, error: NoTextError, *, password: str | None) -> Briefing:
    """The briefing on a file without text: only the file can be named."""
    with read_pdf(path, password=password) as pdf:
        source = Source(
            file=path.name, sha256=pdf.sha256, title=pdf.metadata.title, body=None, meeting_date=None,
            pdf_pages=len(pdf),
        )  # fmt: skip
    numbers = frozenset(map(str, range(1, source.pdf_pages + 1)))
    return Briefing(source=source, name=name_of(source), numbers=numbers, unread=error)


def name_of(source: Source) -> str:
    """The meeting of a pack."""
    date = print_day(source.meeting_date) if source.meeting_date else None
    return ", ".join(piece for piece in (source.body or source.title or source.file, date) if piece)


def find_private_pages(pack: Pack) -> frozenset[int]:
    """The PDF pages that tell of a single child, or belong to an exempt paper."""
    pages: set[int] = set()
    for document in pack.documents:
        if document.exempt and not pack.include_exempt:
            pages.update(document.pdf_pages)
        else:
            texts = pack.page_texts[document.pdf_first - 1 : document.pdf_last]
            pages.update(document.pdf_pages[at - 1] for at in find_case_studies(texts))
    return frozenset(pages)


def _exempt_pages(pack: Pack) -> set[int]:
    return {page for page, regions in pack.hidden.items() if WHOLE_PAGE in regions}


def _numbers(pack: Pack) -> list[str]:
    """The number of each page as printed; where none is, that of the PDF page."""
    return [label or str(page) for page, label in enumerate(pack.page_labels, start=1)]


def _discretion(pack: Pack, redaction: Redaction, private: frozenset[int]) -> Discretion:
    asked = {page for page, number in enumerate(_numbers(pack), start=1) if redaction.leaves_page(number)}
    return Discretion(
        pack=pack,
        private=private,
        closed=frozenset(asked | _exempt_pages(pack)),
        names=redaction.leave,
        small_below=SMALL if redaction.leaves(SMALL_NUMBERS) else None,
    )


def _shown(exhibits: Sequence[Exhibit], discretion: Discretion) -> tuple[Exhibit, ...]:
    """Without what is left out as asked; of private pages the figures alone."""
    kept: list[Exhibit] = []
    gone: list[Quote] = []
    for exhibit in exhibits:
        pages = {spot.quote.pdf_page for spot in exhibit.spots}
        if pages & (discretion.closed | discretion.small):
            gone.append(exhibit.checked.quote)
        elif pages & discretion.private:
            kept.append(_figures_only(exhibit))
        else:
            kept.append(exhibit)
    discretion.count("finding", gone)
    return tuple(kept)


def _figures_only(exhibit: Exhibit) -> Exhibit:
    finding = exhibit.checked.finding
    assert finding is not None
    printed = finding.printed or ""
    quotes = tuple(replace(quote, text=printed) for quote in finding.quotes[:1])
    should = f"{printed} should be {finding.expected}" if finding.expected else f"{printed} is not as it should be"
    where = "row {} of its table, column {}: ".format(*exhibit.cell) if exhibit.cell else ""
    working = "" if re.search(r"[^\W\d_]{2}", exhibit.checked.working) else exhibit.checked.working  # without words
    message = f"{where}{should}{f', {working}' if working else ''} (the page tells of a child: only figures are given)"
    plain = replace(finding, message=message[:1].upper() + message[1:], hint=None, quotes=quotes)
    checked = replace(exhibit.checked, finding=plain, working=plain.message, quote=quotes[0])
    return Exhibit(checked=checked, spots=tuple(Spot(quote=quote, marked=printed) for quote in quotes), told=False)


def _findings(findings: Iterable[Finding], exhibits: Sequence[Exhibit], discretion: Discretion) -> Iterator[Finding]:
    """What is said of the file and of the lists in it, without what is an exhibit too."""
    shown = {(e.checked.quote.pdf_page, e.checked.finding.code) for e in exhibits if e.checked.finding}
    for finding in findings:
        page = finding.quotes[0].pdf_page if finding.quotes else None
        hidden = page is not None and (discretion.hides(page) or page in discretion.small)
        hidden = hidden and finding.code is not FindingCode.EXEMPT_WITHHELD  # it says where something is, not what
        if finding.code not in OF_FILE and not hidden and (page, finding.code) not in shown:
            yield finding


def _withheld(pack: Pack, redaction: Redaction, discretion: Discretion) -> Iterator[str]:
    yield from (f"As asked: {each}." for each in redaction.asked)
    child = discretion.private - _exempt_pages(pack)
    if child:
        tell = "tells" if len(child) == 1 else "tell"
        where = f"{count_of(len(child), 'page')} that {tell} of a single child"
        yield f"Pictures and words of {where} (only figures are taken from there)."
    closed = [document for document in pack.documents if document.exempt and not pack.include_exempt]
    yield from (f"Everything of item {d.item or '-'}, {d.title}: exempt." for d in closed)
    rest = sorted(set(pack.hidden) - {page for document in closed for page in document.pdf_pages})
    if rest:
        where = cite_pages((pack.page_numbers[page - 1], page) for page in rest)
        yield f"What is marked as not for publication on {where}."
    yield from discretion.account


def _agenda(paper: OpenPaper) -> Iterator[AgendaRow]:
    """The items of the front sheet in its order, each with its papers; then the papers of no item that it lists."""
    pack = paper.pack
    papers = [document for document in pack.documents if document.kind is not DocumentKind.FRONT_SHEET or pack.single]
    listed = {item.number for item in pack.items}
    for item in pack.items:
        own = [document for document in papers if document.item == item.number]
        if not own:
            yield AgendaRow(item=item.number, title=item.title, exempt=item.exempt, quote=item.quote)
        yield from (AGENDA.row_of(document, item=document.item) for document in own)
    for document in papers:
        if document.item not in listed:
            title = paper.document(document).printed_title if pack.single else document.title
            yield AGENDA.row_of(document, item=document.item, title=title)


def counts_of(exhibits: Sequence[Exhibit]) -> tuple[int, int, int]:
    """How many figures are wrong, how many are to be asked about, and how many numbers of paragraphs and lists, dates
    and ranges of pages are."""
    known = known_checks()
    errors = sum(exhibit.checked.status is Status.ERROR for exhibit in exhibits)
    others = [exhibit for exhibit in exhibits if exhibit.checked.status is not Status.ERROR]
    figures = sum(known[exhibit.checked.check].counts is Counted.FIGURE for exhibit in others)
    return errors, figures, len(others) - figures
