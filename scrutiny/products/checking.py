"""Room `products`: every check over a paper: the generic ones over its tables and sentences, and those of the families.

Takes an open paper, gives what came of each check, and the report of `check`.
"""

import difflib
import functools
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import Annotated, Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.checks import EXPLAINED, Check, Checked, Counted, Explained, Status
from scrutiny.checks.numbering import accounts_for, explains
from scrutiny.checks.paper import check_document
from scrutiny.checks.repeats import Repeatable, check_repeats, find_repeatable
from scrutiny.checks.slipped import check_slipped
from scrutiny.checks.spans import check_days
from scrutiny.errors import UsageError
from scrutiny.families import all_families
from scrutiny.families.family import Family, checked_of
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import count_of
from scrutiny.pack import DocumentKind, Pack
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument, place_finding
from scrutiny.sheets.model import Pages, Report, Table, marked_finding, pages_by_ocr
from scrutiny.sheets.rows import HIDDEN_PLACE, Cell, Item, Sheet
from scrutiny.sources import Box, Quote
from scrutiny.tables import Cell as TableCell

Made = TypeVar("Made")

LINE = 240
"""Characters of a sentence that are shown below a finding."""

OF_FILE = (FindingCode.FRONT_SHEET_RANGE, FindingCode.FRONT_SHEET_ITEM_MISSING)
"""Findings on the file that are a check of their own."""

_POINT = pattern_of(r"\d\.\d+\s?%")
_COMMA = pattern_of(r"\d,\d{1,2}\s?%")


class CheckRow(Struct, frozen=True, kw_only=True):
    """One figure that was looked at."""

    check: Annotated[str, Cell("Check")]
    status: Annotated[Status, Cell("Status")]
    printed: Annotated[str | None, Cell("Printed", "as the paper prints it")]
    expected: Annotated[str | None, Cell("Expected", "what the working gives")]
    working: Annotated[str, Cell("Working", "how; of what cannot be checked, why")]
    item: Item
    quote: Annotated[Quote, HIDDEN_PLACE]


class CoverageRow(Struct, frozen=True, kw_only=True):
    """What one check looked at. `seen` are the figures, or numbers, that it applies to; `proven` those that agree."""

    check: Annotated[str, Cell("Check")]
    seen: Annotated[int, Cell("Seen", "figures or numbers that it applies to")]
    checked: Annotated[int, Cell("Checked")]
    proven: Annotated[int, Cell("Agree")]
    not_checkable: Annotated[int, Cell("Not checkable")]
    why: Annotated[str | None, Cell("Why not", "the commonest reasons, with how often")]


CHECKS = Sheet(row=CheckRow, name="checks", caption="Checks")
COVERAGE = Sheet(row=CoverageRow, name="coverage", caption="What was checked")


class Checks(Struct, frozen=True, kw_only=True):
    """What came of the checks of one paper."""

    pack: Pack
    checked: tuple[Checked, ...]


def known_checks() -> dict[str, Explained]:
    """Every check by its name: the generic ones, and those of the families."""
    own = {name: explained for family in all_families() for name, explained in family.checks.items()}
    return {check.value: EXPLAINED[check] for check in Check} | own


def wanted_checks(only: Sequence[str], skip: Sequence[str]) -> frozenset[str]:
    """The checks that `--only` and `--skip` leave. Raises `UsageError` for an unknown name, or if none is left."""
    chosen = {_named(name) for name in only} or set(known_checks())
    chosen -= {_named(name) for name in skip}
    if not chosen:
        raise UsageError("no check is left", advice="Take --only or --skip away; scrutiny check --list names them all.")
    return frozenset(chosen)


def _named(name: str) -> str:
    if name in known_checks():
        return name
    near = difflib.get_close_matches(name, list(known_checks()), n=1)
    advice = f"Did you mean {near[0]}?" if near else "scrutiny check --list names them all."
    raise UsageError(f"there is no check {name}", advice=advice) from None


def list_checks(wanted: frozenset[str]) -> str:
    """The checks, each with what it compares and a message that a real mistake gave."""
    lines = []
    for name, explained in known_checks().items():
        if name in wanted:
            lines += [name, *textwrap.wrap(explained.compares, 76, initial_indent="  ", subsequent_indent="  ")]
            lines += [f"  Example: {explained.example}"]
    return "\n".join(lines) + "\n"


class _Part(Struct, frozen=True, kw_only=True):
    """What came of the checks of one document or of one family, by its place among these; of a document also the
    quantities of its sentences that may be stated again elsewhere."""

    at: int
    checked: tuple[Checked, ...] = ()
    sentences: int = 0
    repeatable: tuple[Repeatable, ...] = ()


def check_paper(paper: OpenPaper, *, wanted: frozenset[str]) -> Checks:
    """What came of every check that is wanted, in the order of the pack."""
    return check_beside(paper, lambda: None, wanted=wanted)[0]


def check_beside(
    paper: OpenPaper, beside: Callable[[], Made], *, wanted: frozenset[str], pages: frozenset[int] | None = None,
    read: bool = False,
) -> tuple[Checks, Made]:  # fmt: skip
    """What came of every check that is wanted, and what else is to be made, which does not need it. Where only what is
    found on some pages is wanted, little more is looked at; with `read` the facts of the families are read too."""

    families = [family for family in all_families() if wanted & family.checks.keys()]

    def checked(batch: _Batch) -> list[_Part]:
        documents = [_check_document(paper, at, pages) for at in batch.documents]
        return documents + [_check_family(paper, families, at, read=read) for at in batch.families]

    def across() -> list[Checked]:
        paragraphs = [paragraph for document in paper.documents for paragraph in document.paragraphs]
        days = check_days(paragraphs) if pages is None else ()
        return [*check_slipped(paragraphs, paper.pack.page_texts), *days]

    batches = [functools.partial(checked, batch) for batch in _batches(paper, families, apart=pages is not None)]
    steps: list[Callable[[], Any]] = [*batches, across, beside]  # what takes less fits in at the end
    *made, over_all, own = paper.share(steps, lambda step: step())
    return _joined(paper, [part for parts in made for part in parts], over_all, wanted), own


def _check_document(paper: OpenPaper, at: int, pages: frozenset[int] | None) -> _Part:
    """Where what is found on some pages only is wanted, the other documents give no more than what may be stated on
    these as well."""
    document = paper.documents[at]
    own = document.document
    near = pages is None or any(own.pdf_first <= page <= own.pdf_last + 1 for page in pages)
    return _Part(
        at=at, checked=tuple(_of_document(document, pages)) if near else (), sentences=len(document.sentences),
        repeatable=tuple(find_repeatable(document.paragraphs)),
    )  # fmt: skip


def _check_family(paper: OpenPaper, families: Sequence[Family], at: int, *, read: bool) -> _Part:
    if read:
        families[at].read(paper)
    return _Part(at=len(paper.documents) + at, checked=tuple(families[at].check(paper)))


class _Batch(Struct):
    """What one process checks in one go: documents, then families, each by its place."""

    documents: list[int] = field(default_factory=list)
    families: list[int] = field(default_factory=list)


def _batches(paper: OpenPaper, families: Sequence[Family], *, apart: bool) -> list[_Batch]:
    """The documents and the families, which do not need one another. A family goes with the documents that it takes
    apart, so that it is done once: not where the little that is looked at would all be done by one process (`apart`).
    What is likely to take long comes first: families, then documents by their figures, those first that are taken
    apart."""
    figures = [document.figures for document in paper.documents]
    batch_of = [_Batch(documents=[at]) for at in range(len(figures))]
    alone, first = list[_Batch](), set[int]()
    for number, family in enumerate(families):
        taken = [paper.documents.index(each) for each in family.takes_apart(paper)]
        taken.sort(key=figures.__getitem__, reverse=True)
        first.update(taken)
        if apart or not taken:
            alone.append(_Batch(families=[number]))
            continue
        own, room = batch_of[taken[0]], sum(figures) // TOGETHER
        for at in taken:
            room, other = room - figures[at], batch_of[at]
            if room >= 0 and other is not own:
                own.documents += other.documents
                own.families += other.families
                batch_of = [own if each is other else each for each in batch_of]
        own.families.append(number)
    order = sorted(range(len(figures)), key=lambda at: (at not in first, -figures[at]))
    return [*alone, *{id(batch_of[at]): batch_of[at] for at in order}.values()]


TOGETHER = 3
"""One part in so many of the paper's figures is what one process takes at most of the documents of a family: with all
of them, the other would have too little to do."""


def _joined(paper: OpenPaper, parts: Iterable[_Part], across: Sequence[Checked], wanted: frozenset[str]) -> Checks:
    """What came of the parts, each finding once, with what only shows over all of them."""
    found: list[Checked] = []
    repeatable: list[Repeatable] = []
    sentences = 0
    for part in sorted(parts, key=lambda each: each.at):
        found += part.checked
        repeatable += [replace(each, sentence=each.sentence + sentences) for each in part.repeatable]
        sentences += part.sentences
    paragraphs = [paragraph for document in paper.documents for paragraph in document.paragraphs]
    found += check_repeats(paragraphs, repeatable)
    found += across
    found += _page_ranges(paper.pack)
    placed = [_where_it_stands(each, paper.pack) for each in _as_the_paper_writes(found, paper.pack)]
    chosen = [_with_sentence(each) for each in _once(placed) if each.check in wanted]
    chosen = [_careful(each, pages_by_ocr([paper.source])) for each in chosen]
    return Checks(pack=paper.pack, checked=tuple(sorted(chosen, key=lambda each: each.quote.pdf_page)))


def _careful(checked: Checked, by_ocr: Pages) -> Checked:
    """No more than a note where it rests on a page that was read by OCR."""
    if checked.finding is None:
        return checked
    finding = marked_finding(checked.finding, by_ocr)
    return checked if finding is checked.finding else replace(checked, status=Status.NOTE, finding=finding)


def coverage_of(checked: Sequence[Checked], wanted: frozenset[str]) -> tuple[CoverageRow, ...]:
    """How much each check saw and could check; every check that was asked for has its line."""
    rows = []
    for name in known_checks():
        if name not in wanted:
            continue
        own = [each for each in checked if each.check == name]
        why = Counter(each.working for each in own if each.status is Status.NOT_CHECKABLE)
        left = sum(why.values())
        rows.append(
            CoverageRow(
                check=name, seen=len(own), checked=len(own) - left,
                proven=sum(each.status is Status.OK for each in own), not_checkable=left,
                why="; ".join(f"{reason} ({count})" for reason, count in why.most_common(3)) or None,
            )
        )  # fmt: skip
    return tuple(rows)


def checks_table(checked: Sequence[Checked]) -> Table:
    """A row for each figure that was looked at."""
    return CHECKS.table(CHECKS.row_of(each, printed=each.printed or None) for each in checked)


class Detail(StrEnum):
    """How much of the checks a report holds."""

    FINDINGS = "findings"
    COVERAGE = "coverage"
    """what was looked at besides, for people in short"""
    EVERYTHING = "everything"
    """every figure that was looked at, for programs"""


def checks_report(
    found: Sequence[Checks], wanted: frozenset[str], *, detail: Detail, for_reading: bool, notes: bool
) -> Report:
    """The findings, and as much of what was looked at as is asked for; `notes` where they are wanted too."""
    checked = [each for own in found for each in own.checked]
    of_file = [
        finding
        for own in found
        for finding in own.pack.findings
        if finding.code not in OF_FILE
        and (
            notes
            or finding.severity is not Severity.NOTE
            or (finding.code is FindingCode.NO_TEXT_LAYER and not for_reading)  # where no last line tells of it
        )
    ]
    findings = [
        each.finding for each in checked if each.finding is not None and (notes or each.status is not Status.NOTE)
    ]
    return Report(
        command="check",
        sources=tuple(own.pack.source for own in found),
        tables=tuple(_tables(checked, wanted, detail=detail, for_reading=for_reading, notes=notes)),
        findings=(*of_file, *findings),
        closing=_closing(
            coverage_of(checked, wanted),
            (*of_file, *findings),
            [each.message for own in found for each in own.pack.findings if each.code is FindingCode.NO_TEXT_LAYER],
        ),
    )


def _tables(
    checked: Sequence[Checked], wanted: frozenset[str], *, detail: Detail, for_reading: bool, notes: bool
) -> Iterator[Table]:
    coverage = COVERAGE.table(coverage_of(checked, wanted))
    if detail is Detail.EVERYTHING:
        yield checks_table(checked)
        yield coverage
    elif for_reading:
        if detail is Detail.COVERAGE:
            yield coverage
            left = checks_table([each for each in checked if each.status is Status.NOT_CHECKABLE])
            yield from (left,) if left.rows else ()
    else:
        kept = (Status.ERROR, Status.WARNING, *((Status.NOTE,) if notes else ()))
        yield checks_table([each for each in checked if each.status in kept])
        yield from (coverage,) if detail is Detail.COVERAGE else ()


def figures_of(coverage: Sequence[CoverageRow]) -> tuple[int, int]:
    """How many figures were checked, and how many agree; what is no figure is left out."""
    known = known_checks()
    figures = [row for row in coverage if known[row.check].counts is Counted.FIGURE]
    return sum(row.checked for row in figures), sum(row.proven for row in figures)


def what_was_checked(coverage: Sequence[CoverageRow], *, verb: str = "checked") -> str:
    """ "75 figures checked, 74 agree; 98 paragraph numbers in order": numbers that only count are told apart, for that
    they are in order says nothing of the figures."""
    checked, agree = figures_of(coverage)
    agrees = "agrees" if agree == 1 else "agree"
    parts = [f"{count_of(checked, 'figure')} {verb}, {agree} {agrees}" if checked else "No figure could be checked"]
    known = known_checks()
    for counted in Counted:
        right = sum(row.proven for row in coverage if known[row.check].counts is counted)
        if counted is not Counted.FIGURE and right:
            parts.append(f"{count_of(right, counted.value)} {counted.when_right}")
    return "; ".join(parts)


def _closing(coverage: Sequence[CoverageRow], findings: Sequence[Finding], unread: Sequence[str]) -> str:
    """How many figures were looked at, which pages were not, and what came of it."""
    severities = Counter(finding.severity for finding in findings)
    found = ", ".join(count_of(severities[severity], severity.value) for severity in Severity if severities[severity])
    return f"{'; '.join((what_was_checked(coverage), *unread, found or 'no findings'))}."


def _of_document(document: PaperDocument, pages: frozenset[int] | None = None) -> Iterator[Checked]:
    """The checks of one document: where only some pages matter, without its numbers, and without the sentences that
    stand elsewhere."""
    lines = [row for table in document.tables for row in (table.header, *table.rows)]
    rows = {(cell.page, cell.box): row for row in lines for cell in row}
    numbered = pages is None and document.document.kind is not DocumentKind.FRONT_SHEET
    found = check_document(
        document,
        accounted=functools.partial(_accounted, document) if numbered else None,
        pages=pages,
    )
    yield from (_with_row(each, rows) for each in found)


def _accounted(document: PaperDocument, first: int, last: int, number: str) -> bool:
    """Whether these pages hold a number of a list after all, or the paper says what became of it."""
    near = document.pack.page_texts[first - 1 : last]
    return any(accounts_for(number, text) for text in near) or any(explains(number, text) for text in document.texts)


def _page_ranges(pack: Pack) -> Iterator[Checked]:
    """The ranges of a front sheet of which most are right: where most are not, it is some other list of pages."""
    wrong = [finding for finding in pack.findings if finding.code in OF_FILE]
    ranged = sum(item.pages is not None for item in pack.items)
    for finding in wrong:
        if 2 * len(wrong) < ranged:
            yield checked_of(Check.PAGE_RANGES, finding)
        else:
            yield Checked(
                check=Check.PAGE_RANGES, status=Status.NOT_CHECKABLE, printed=finding.printed or "",
                working="the other ranges do not show that this is a front sheet", quote=finding.quotes[0],
            )  # fmt: skip


def _where_it_stands(checked: Checked, pack: Pack) -> Checked:
    """On the page where the figure itself stands, where its sentence runs over two."""
    if checked.finding is None:
        return checked
    finding = place_finding(pack, checked.finding)
    return replace(checked, quote=finding.quotes[0], finding=finding)


def _as_the_paper_writes(found: list[Checked], pack: Pack) -> list[Checked]:
    """Without the commas of a paper that writes them for points as a rule ("1,50%")."""
    commas = [each for each in found if each.check == Check.MALFORMED and _COMMA.search(each.printed)]
    points = islice((point for text in pack.page_texts for point in _POINT.finditer(text)), len(commas))
    return found if len(commas) == len(list(points)) else [each for each in found if each not in commas]


def _with_row(checked: Checked, rows: Mapping[tuple[int, Box], tuple[TableCell, ...]]) -> Checked:
    """With the row that the figure stands in, for people to read."""
    if checked.finding is None or checked.quote.box is None:
        return checked
    row = rows.get((checked.quote.pdf_page, checked.quote.box))
    hint = None if row is None else " | ".join(cell.text for cell in row)
    return checked if hint is None else replace(checked, finding=replace(checked.finding, hint=hint))


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
    """Each finding once. What a family says of a figure comes first, for it knows what the figure is about; a generic
    check that finds the same is not heard again, nor two that expect the same."""
    generic = {check.value for check in Check}
    by_family: set[tuple[int, str, FindingCode]] = set()
    wrong: list[Checked] = []
    seen: set[tuple[int, str, str | None]] = set()
    kept = []
    for each in sorted(found, key=lambda one: one.check in generic):
        if each.finding is None:
            kept.append(each)
            continue
        same = (each.quote.pdf_page, each.printed, each.expected)
        kind = (each.quote.pdf_page, each.printed.rstrip(".)"), each.finding.code)
        if same in seen or (each.check in generic and (kind in by_family or _rests_on(each, wrong))):
            continue
        seen.add(same)
        kept.append(each)
        if each.check not in generic:
            by_family.add(kind)
            wrong.append(each)
    return kept


DISTINCT = 3
"""Digits of a figure that does not stand in another sum of its page by chance."""

_OF_TABLES = (Check.COLUMN_TOTALS, Check.ROW_TOTALS, Check.SHARES, Check.CHANGES)


def _rests_on(checked: Checked, wrong: Sequence[Checked]) -> bool:
    """Whether a figure of a table is held against one of the same page that a family finds wrong: what is wrong is
    said there, and without it the figure may well be right."""
    own = [
        each.printed
        for each in wrong
        if each.quote.pdf_page == checked.quote.pdf_page
        and each.printed != checked.printed
        and sum(map(str.isdigit, each.printed)) >= DISTINCT
    ]
    digits = rf"(?<![\d.,])(?:{'|'.join(map(re.escape, own))})(?!\d|[.,]\d)"
    return checked.check in _OF_TABLES and bool(own) and re.search(digits, checked.working) is not None
