"""Room `registers`: every check over a pack. Takes a `Pack` and notes on its pages, gives what came of each.

Each page is read once: its paragraphs are checked as sentences, its tables as tables. What stands in a table is not
read as prose.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from scrutiny.checks import (
    Check,
    Checked,
    Paragraph,
    PlacedTable,
    Status,
    accounts_for,
    check_arithmetic,
    check_numbering,
    check_ratings,
    check_repeats,
    check_sentences,
    check_stated_totals,
    check_table,
    explains,
    find_tolerance,
)
from scrutiny.checks.facts import Fact, facts_of_sentences, facts_of_tables
from scrutiny.checks.prose import check_malformed
from scrutiny.exclusions import InclusionReport, find_inclusion_report, worth_reading
from scrutiny.findings import Finding, FindingCode
from scrutiny.pack import Document, DocumentKind, Pack
from scrutiny.pdf import Page
from scrutiny.prose import Block, find_blocks, split_sentences
from scrutiny.registers.reading import LONGEST, cell_quote, folded, quote_of, running_heads
from scrutiny.sources import Quote, fold
from scrutiny.tables import Cell, FoundTable, TableRead, join_tables, may_hold_figures, tables_on

_RATED = re.compile(r"\((?:green|amber|red)\)", re.IGNORECASE)
LINE = 240
"""Characters of a sentence that are shown below a finding."""

_POINT = re.compile(r"\d\.\d+\s?%")
_COMMA = re.compile(r"\d,\d{1,2}\s?%")
_SUM_GOES_ON = re.compile(r"(?:=|\sx|×|\bplus|\bminus|\bdivided\s+by|\bmultiplied\s+by)\s*$", re.IGNORECASE)
_NO_END = re.compile(r"\b(?:the|of|and|to|in|a|an|for|with|by|from|on|at|is|are|was|were|that|which)\s*$")
_FIGURE_FIRST = re.compile(r"£?\d")
_TELLS = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What one check looked at. `seen` are the figures that it applies to; `proven` those that agree."""

    check: Check
    seen: int
    checked: int
    proven: int
    not_checkable: int
    why: str | None


class PageNotes:
    """What the checks need of each page, noted while the pack is read, so that no page is read twice."""

    def __init__(self) -> None:
        self.noted: dict[int, Page] = {}
        self.tables: dict[int, list[FoundTable]] = {}
        self.documents: dict[int, DocumentRead] = {}

    def visit(self, page: Page) -> None:
        """Notes one page; its lines stay readable after it is closed."""
        _ = page.lines
        self.noted[page.pdf_page] = page
        before = self.tables.get(page.pdf_page - 1)
        if _may_hold_tables(page.text) or (before and before[-1].at_foot):
            self.tables[page.pdf_page] = tables_on(page)

    def pages(self, first: int = 1, last: int | None = None, /) -> Iterator[Page]:
        """The pages that were noted, as `Pdf.pages` gives them; of a closed page only text and lines can be read."""
        for number in range(first, (max(self.noted, default=0) if last is None else last) + 1):
            if number in self.noted:
                yield self.noted[number]


def run_checks(pack: Pack, notes: PageNotes, wanted: frozenset[Check]) -> tuple[Checked, ...]:
    """What came of every check that is wanted, in the order of the pack."""
    found: list[Checked] = []
    sentences: list[Quote] = []
    for document in pack.documents:
        read = read_document(pack, document, notes)
        found += read.checks(wanted)
        sentences += read.sentences
    found += check_repeats(sentences)
    found += _page_ranges(pack)
    chosen = [each for each in _once(_as_the_paper_writes(found, pack)) if each.check in wanted]
    placed = [_with_sentence(_where_it_stands(each, pack)) for each in chosen]
    return tuple(sorted(placed, key=lambda each: each.quote.pdf_page))


def read_facts(pack: Pack, notes: PageNotes) -> tuple[Fact, ...]:
    """Every figure of the pack with what it is about, and what follows from its tables."""
    facts: list[Fact] = []
    for document in pack.documents:
        read = read_document(pack, document, notes)
        facts += facts_of_sentences(read.sentences)
        facts += facts_of_tables([PlacedTable(table=table, quote=read.quote) for table in read.tables])
    return tuple(facts)


def read_document(pack: Pack, document: Document, notes: PageNotes) -> "DocumentRead":
    """One document of a pack whose pages were noted; taken apart once, whoever asks."""
    if document.pdf_first not in notes.documents:
        notes.documents[document.pdf_first] = DocumentRead(pack, document, notes)
    return notes.documents[document.pdf_first]


def coverage_of(checked: Sequence[Checked], wanted: frozenset[Check]) -> tuple[Coverage, ...]:
    """How much each check saw and could check; every check that was asked for has its line, be it with nothing."""
    lines = []
    for check in Check:
        if check not in wanted:
            continue
        own = [each for each in checked if each.check is check]
        why = Counter(each.working for each in own if each.status is Status.NOT_CHECKABLE)
        left = sum(why.values())
        lines.append(
            Coverage(
                check=check, seen=len(own), checked=len(own) - left,
                proven=sum(each.status is Status.OK for each in own), not_checkable=left,
                why="; ".join(f"{reason} ({count})" for reason, count in why.most_common(3)) or None,
            )
        )  # fmt: skip
    return tuple(lines)


def _may_hold_tables(text: str) -> bool:
    return may_hold_figures(text) or _RATED.search(text) is not None


def _joined(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks, those together that one sentence runs over: the first ends with "=" and the next begins with a
    figure, or it ends with a word that ends no sentence."""
    groups: list[list[Block]] = []
    for block in blocks:
        last = groups[-1][-1].text[-24:] if groups else ""
        sum_goes_on = _SUM_GOES_ON.search(last) and _FIGURE_FIRST.match(block.text)
        if sum_goes_on or (_NO_END.search(last) and block.marker is None):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


class DocumentRead:
    """One document: its tables, its paragraphs outside them, and their sentences."""

    def __init__(self, pack: Pack, document: Document, notes: PageNotes) -> None:
        self.pack = pack
        self.document = document
        self.texts = pack.page_texts[document.pdf_first - 1 : document.pdf_last]
        self.tables = join_tables(found for number in document.pdf_pages for found in notes.tables.get(number, ()))
        pages = list(notes.pages(document.pdf_first, document.pdf_last))
        blocks = find_blocks(pages, running_heads=running_heads(pack, document))
        inside = _lines_inside(pages, self.tables)
        outside = [block for block in blocks if not _in_table(block, inside)]
        self.paragraphs = [self._paragraph(*group) for group in _joined(outside)]
        self.sentences = [quote for paragraph in self.paragraphs for quote in paragraph.sentences]

    def checks(self, wanted: frozenset[Check]) -> Iterator[Checked]:
        placed = [PlacedTable(table=table, quote=self.quote) for table in self.tables]
        tolerance = find_tolerance(self.texts) if Check.RATINGS in wanted else None
        for table in placed:
            yield from (_with_row(each, table.table) for each in self._of_table(table, tolerance, wanted))
        yield from check_stated_totals(placed, self.sentences)
        yield from check_sentences(self.paragraphs)
        yield from check_arithmetic(self.sentences)
        if self.document.kind is not DocumentKind.FRONT_SHEET:
            yield from check_numbering(self.paragraphs, self._accounted)
        if Check.INCLUSION in wanted:
            yield from self._inclusion()

    def _of_table(self, placed: PlacedTable, tolerance: Decimal | None, wanted: frozenset[Check]) -> Iterator[Checked]:
        yield from check_table(placed)
        if Check.RATINGS in wanted:
            yield from check_ratings(placed, tolerance)
        if Check.MALFORMED in wanted:
            for cell in [*placed.table.header, *(cell for row in placed.table.rows for cell in row)]:
                if "£" in cell.text or "%" in cell.text:
                    yield from check_malformed(self.quote(cell))

    def quote(self, cell: Cell) -> Quote:
        return cell_quote(self.pack, self.document, cell)

    def _paragraph(self, first: Block, *more: Block) -> Paragraph:
        text = " ".join(block.text for block in (first, *more))
        pages = tuple(dict.fromkeys(page for block in (first, *more) for page in block.pages))
        whole = quote_of(self.pack, pages, first.quote, self.document.item)
        told = [each for each in split_sentences(text) if len(each.text) <= LONGEST] if _TELLS.search(text) else []
        sentences = tuple(quote_of(self.pack, pages, each.text, self.document.item) for each in told)
        return Paragraph(marker=first.marker, left=first.left, sentences=sentences, whole=whole)

    def _accounted(self, first: int, last: int, number: str) -> bool:
        near = self.pack.page_texts[first - 1 : last]
        return any(accounts_for(number, text) for text in near) or any(explains(number, text) for text in self.texts)

    @cached_property
    def inclusion(self) -> InclusionReport | None:
        """What it says of exclusions, None where it cannot be an inclusion report."""
        if not worth_reading(list(self.texts)):
            return None
        return find_inclusion_report(self.tables, tuple(self.sentences), self.quote)

    def _inclusion(self) -> Iterator[Checked]:
        report = self.inclusion
        if report is None:
            return
        for finding in report.findings:
            yield _of(Check.INCLUSION, finding)
        sums = [*report.years, *report.panels]
        for figure in sums:
            if figure.recomputed is not None and figure.value is not None and not figure.wrong:
                yield Checked(
                    check=Check.INCLUSION, status=Status.OK, printed=figure.printed or "",
                    expected=str(figure.recomputed), working=f"adds to {figure.recomputed}", quote=figure.quote,
                )  # fmt: skip


def _of(check: Check, finding: Finding) -> Checked:
    return Checked(
        check=check, status=Status(finding.severity.value), printed=finding.printed or "", expected=finding.expected,
        working=finding.message, quote=finding.quotes[0], finding=finding,
    )  # fmt: skip


def _where_it_stands(checked: Checked, pack: Pack) -> Checked:
    """On the page where the figure itself stands, where its sentence runs over two, with what stands there of it."""
    quote, next_page = checked.quote, checked.quote.pdf_page + 1
    if (
        checked.finding is None
        or next_page > len(pack.page_texts)
        or fold(checked.printed) in folded(pack.page_texts[next_page - 2])
        or fold(checked.printed) not in folded(pack.page_texts[next_page - 1])
    ):
        return checked
    words = quote.text.split()
    tails = (" ".join(words[at:]) for at in range(len(words)))
    text = next((tail for tail in tails if tail in folded(pack.page_texts[next_page - 1])), checked.printed)
    there = replace(quote, pdf_page=next_page, page_label=pack.page_numbers[next_page - 1], text=text)
    finding = replace(checked.finding, quotes=(there, *checked.finding.quotes[1:]))
    return replace(checked, quote=there, finding=finding)


def _page_ranges(pack: Pack) -> Iterator[Checked]:
    for finding in pack.findings:
        if finding.code in (FindingCode.FRONT_SHEET_RANGE, FindingCode.FRONT_SHEET_ITEM_MISSING):
            yield _of(Check.PAGE_RANGES, finding)


def _as_the_paper_writes(found: list[Checked], pack: Pack) -> list[Checked]:
    """Without the commas of a paper that writes them for points as a rule ("1,50%")."""
    points = sum(len(_POINT.findall(text)) for text in pack.page_texts)
    commas = [each for each in found if each.check is Check.MALFORMED and _COMMA.search(each.printed)]
    return found if len(commas) <= points else [each for each in found if each not in commas]


def _with_row(checked: Checked, table: TableRead) -> Checked:
    """With the row that the figure stands in, for people to read."""
    if checked.finding is None or checked.quote.box is None:
        return checked
    for row in (table.header, *table.rows):
        if any(cell.page == checked.quote.pdf_page and cell.box == checked.quote.box for cell in row):
            return replace(checked, finding=replace(checked.finding, hint=" | ".join(cell.text for cell in row)))
    return checked


def _with_sentence(checked: Checked) -> Checked:
    """With its sentence, for people to read, where it has no row."""
    finding = checked.finding
    if finding is None or finding.hint is not None or checked.quote.text == checked.printed:
        return checked
    text = checked.quote.text
    at = max(text.find(checked.printed), 0)
    first = max(0, at - LINE // 2) if len(text) > LINE else 0
    first = text.find(" ", first, at) + 1 or first if first else 0
    last = first + LINE
    last = max(text.rfind(" ", at + len(checked.printed), last), last - LINE // 4) if last < len(text) else len(text)
    shown = ("… " if first else "") + text[first:last] + (" …" if last < len(text) else "")
    return replace(checked, finding=replace(finding, hint=shown))


def _once(found: Sequence[Checked]) -> list[Checked]:
    """Each finding once: the same figure on the same page can be found by two checks."""
    seen: set[tuple[int, str, str | None]] = set()
    kept = []
    for each in sorted(found, key=lambda one: one.check is not Check.INCLUSION):
        if each.finding is None:
            kept.append(each)
            continue
        key = (each.quote.pdf_page, each.printed, each.expected)
        if key not in seen:
            seen.add(key)
            kept.append(each)
    return kept


def _lines_inside(pages: Sequence[Page], tables: Sequence[TableRead]) -> dict[int, set[str]]:
    """The lines of each page that stand in a table."""
    inside: dict[int, set[str]] = {}
    boxes: dict[int, list[tuple[float, float, float, float]]] = {}
    for table in tables:
        for row in (table.header, *table.rows):
            for cell in row:
                boxes.setdefault(cell.page, []).append((cell.box.left, cell.box.top, cell.box.right, cell.box.bottom))
    for page in pages:
        own = boxes.get(page.pdf_page)
        if not own:
            continue
        frame = (min(b[0] for b in own), min(b[1] for b in own), max(b[2] for b in own), max(b[3] for b in own))
        for line in page.lines:
            x, y = (line.box.left + line.box.right) / 2, (line.box.top + line.box.bottom) / 2
            if frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3] and any(b[1] <= y <= b[3] for b in own):
                inside.setdefault(page.pdf_page, set()).add(fold(line.text))
    return inside


def _in_table(block: Block, inside: dict[int, set[str]]) -> bool:
    lines = inside.get(block.pages[0], set())
    text = fold(block.quote)
    return any(line and text.startswith(line) for line in lines)
