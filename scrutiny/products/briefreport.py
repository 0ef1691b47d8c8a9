"""Room `products`: the report of `brief`: the tables of every briefing for programs, and the paper for people.

What must not be shown is left out here of every text, whichever section it comes from.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scrutiny import __version__
from scrutiny.families import all_families
from scrutiny.families.family import RankedChapter, for_people, page_columns
from scrutiny.findings import Finding, Severity
from scrutiny.language.phrases import count_of
from scrutiny.products.briefing import (
    AGENDA,
    GAPS,
    WITHHELD,
    AgendaRow,
    Briefing,
    GapRow,
    WithheldRow,
    counts_of,
    numbers_of,
)
from scrutiny.products.checking import CHECKS, COVERAGE, checks_table
from scrutiny.products.exhibits import Exhibit, Spot
from scrutiny.products.redaction import FIGURES, LEFT_OUT, PEOPLE, Redaction
from scrutiny.sheets.model import Chapter, Illustration, Layout, Paper, PaperPart, Report, Row, Table, Value
from scrutiny.sheets.model import Exhibit as ShownExhibit
from scrutiny.sheets.textforms import page_of
from scrutiny.sources import Quote

_PEOPLE = ("owner", "requested_by", "author")
"""Columns that name people."""

WRONG = "Figures that do not add up"
AT_ONCE = 8
"""Findings on the file itself that are listed one by one; of more of a kind the first is."""


def brief_layouts() -> tuple[Layout, ...]:
    """The tables of `brief` in JSON."""
    own = (layout for family in all_families() for layout in family.layouts)
    return (AGENDA.layout, *own, CHECKS.layout, COVERAGE.layout, GAPS.layout, WITHHELD.layout)


def brief_report(found: Sequence[Briefing], redaction: Redaction, *, for_reading: bool) -> Report:
    """The tables of every paper; for reading the briefing that is made of them."""
    veil = _Veil(redaction)
    findings = [
        veil.finding(finding)
        for briefing in found
        for finding in (
            *(f for f in briefing.findings if f.severity is not Severity.NOTE),
            *(e.checked.finding for e in briefing.exhibits if e.checked.finding is not None),
        )
    ]
    paper = _paper(found, veil) if for_reading else None
    if paper is not None:
        tables = tuple(table for briefing in found for table in _for_text(briefing, veil) if table.rows)
    else:
        tables = _joined([_tables(briefing, veil) for briefing in found])
    return Report(
        command="brief",
        version=__version__,
        sources=tuple(briefing.source for briefing in found),
        tables=tables,
        findings=tuple(findings),
        paper=paper,
    )


def _for_text(briefing: Briefing, veil: "_Veil") -> Iterator[Table]:
    """What people read of a briefing as tables alone, without its sentences and pictures."""
    ranked = sorted((each for section in briefing.sections for each in section.chapters), key=lambda one: one.rank)
    chapters = [_agenda(briefing.agenda)] if briefing.agenda else []
    for chapter in (*chapters, *(each.chapter for each in ranked)):
        yield from veil.chapter(chapter).tables
    own = {table.layout.name: table for table in _tables(briefing, veil)}
    checks, gaps, withheld = own[CHECKS.name], own[GAPS.name], own[WITHHELD.name]
    caption = "Figures that do not add up, the worst first"
    yield for_people(checks, caption, "status", "printed", "expected", "working", *page_columns(checks))
    yield for_people(gaps, GAPS.caption, "says")
    yield for_people(withheld, WITHHELD.caption, "says")


def _joined(each: Sequence[Sequence[Table]]) -> tuple[Table, ...]:
    """The tables of several papers, those of one name as one."""
    tables: dict[str, Table] = {}
    for table in (table for own in each for table in own):
        name = table.layout.name
        tables[name] = replace(table, rows=(*tables[name].rows, *table.rows)) if name in tables else table
    return tuple(tables.values())


def _tables(briefing: Briefing, veil: "_Veil") -> list[Table]:
    """In the order of `brief_layouts`."""
    file = briefing.source.file
    sections = briefing.sections
    own = [veil.table(table, briefing.private) for section in sections for table in section.tables]
    if not sections:
        own = [Table(layout=layout, rows=()) for family in all_families() for layout in family.layouts]
    gaps = [GapRow(part=gap.part, says=gap.message, file=file) for gap in briefing.gaps]
    if briefing.unread is not None:
        unread = f"Nothing could be read: {briefing.unread.message}. {briefing.unread.advice or ''}"
        gaps = [GapRow(part="text", says=unread.strip(), file=file)]
    return [
        veil.table(AGENDA.table(briefing.agenda)),
        *own,
        veil.table(checks_table([exhibit.checked for exhibit in briefing.exhibits])),
        COVERAGE.table(briefing.coverage),
        veil.table(GAPS.table(gaps)),
        veil.table(WITHHELD.table(WithheldRow(says=each, file=file) for each in briefing.withheld)),
    ]


@dataclass(frozen=True, slots=True)
class _Veil:
    """Leaves what must not be shown out of every text."""

    redaction: Redaction

    def text(self, text: str) -> str:
        return self.redaction.blank(text)

    def table(self, table: Table, private: frozenset[int] = frozenset()) -> Table:
        """The table without what must not be shown, and without the words of private pages."""
        columns = tuple(replace(column, heading=self.text(column.heading)) for column in table.layout.columns)
        layout = replace(table.layout, columns=columns, caption=self.text(table.layout.caption))
        return Table(layout=layout, rows=tuple(self._row(row, private) for row in table.rows))

    def _row(self, row: Row, private: frozenset[int]) -> Row:
        values = {name: self._value(name, value) for name, value in row.items()}
        if "quote" in values and values.get("pdf_page") in private:
            values["quote"] = None
        return values

    def _value(self, name: str, value: Value) -> Value:
        if not isinstance(value, str) or name == "file":
            return value
        if name in _PEOPLE and self.redaction.leaves(PEOPLE):
            return LEFT_OUT
        return self.text(value)

    def finding(self, finding: Finding) -> Finding:
        quotes = tuple(
            replace(quote, text=self.text(quote.text)) if self.text(quote.text) != quote.text else quote
            for quote in finding.quotes
        )
        return replace(
            finding, message=self.text(finding.message), quotes=quotes,
            printed=self.text(finding.printed) if finding.printed else finding.printed,
            hint=self.text(finding.hint) if finding.hint else None,
        )  # fmt: skip

    def chapter(self, chapter: Chapter) -> Chapter:
        return replace(
            chapter,
            heading=self.text(chapter.heading),
            says=tuple(map(self.text, chapter.says)),
            points=tuple(map(self.text, chapter.points)),
            tables=tuple(map(self.table, chapter.tables)),
        )


# --- the paper for people -------------------------------------------------------------------------


def _paper(found: Sequence[Briefing], veil: _Veil) -> Paper:
    """One paper on one or several packs."""
    single = len(found) == 1
    title = f"Briefing: {found[0].name}" if single else f"Briefing on {len(found)} packs"
    parts = tuple(
        PaperPart(heading=None if single else veil.text(briefing.name), chapters=tuple(_chapters(briefing, veil)))
        for briefing in found
    )
    files = ", ".join(f"{b.source.file} ({count_of(b.source.pdf_pages, 'page')})" for b in found)
    explanation = (
        f"Made by scrutiny from {files}. Every line names its page. Figures stand as printed; nothing is put right.",
    )
    return Paper(title=veil.text(title), says=explanation, parts=parts)


def _chapters(briefing: Briefing, veil: _Veil) -> Iterator[Chapter]:
    if briefing.unread is not None:
        unread = f"Nothing could be read: {briefing.unread.message}. {briefing.unread.advice or ''}"
        yield Chapter(heading="What could not be read", points=(unread.strip(),))
        return
    yield veil.chapter(Chapter(heading="At a glance", points=tuple(_glance(briefing, veil))))
    ranked = [RankedChapter(rank=5, chapter=_agenda(briefing.agenda))] if briefing.agenda else []
    ranked += [each for section in briefing.sections for each in section.chapters]
    for each in sorted(ranked, key=lambda one: one.rank):
        yield veil.chapter(each.chapter)
    yield from _figures(briefing, veil)
    missing = [*(gap.message for gap in briefing.gaps), *_of_file(briefing.findings)]
    if missing:
        yield veil.chapter(Chapter(heading="What could not be found or read", points=tuple(missing)))
    if briefing.withheld:
        yield veil.chapter(Chapter(heading="What is left out", points=briefing.withheld))


def _agenda(agenda: Sequence[AgendaRow]) -> Chapter:
    printed = any(row.page_first for row in agenda)
    pages = ("page_first", "page_last") if printed else ("pdf_first", "pdf_last")
    exempt = ("exempt",) if any(row.exempt for row in agenda) else ()
    table = for_people(AGENDA.table(agenda), "Items and papers", "item", "title", "kind", *pages, *exempt)
    return Chapter(heading="On the agenda", tables=(table,))


def _glance(briefing: Briefing, veil: _Veil) -> Iterator[str]:
    """The whole in a few lines."""
    papers = sum(row.kind is not None for row in briefing.agenda)
    items = len({row.item for row in briefing.agenda if row.item is not None})
    business = f"{count_of(items, 'item')} of business, " if items else ""
    yield f"{business}{count_of(papers, 'paper')}."
    yield from (line for section in briefing.sections for line in section.glance)
    errors, warnings = counts_of(briefing.exhibits)
    silent = veil.redaction.leaves(FIGURES) or (briefing.wrong and not errors + warnings)
    if numbers_of(briefing.coverage)[0] and not silent:
        wrong = [f"{count_of(errors, 'figure')} that cannot be right"] if errors else []
        wrong += [f"{count_of(warnings, 'figure')} to ask about"] if warnings else []
        yield f"{', '.join(wrong) or 'No figure that does not add up'}."


def _figures(briefing: Briefing, veil: _Veil) -> Iterator[Chapter]:
    """The figures that do not add up, or that none was found."""
    seen, checked, agree = numbers_of(briefing.coverage)
    counts = f"{count_of(seen, 'figure')} seen that a check applies to, {checked} checked, {agree} agree."
    if briefing.exhibits:
        exhibits = tuple(_exhibit(each, veil.text) for each in briefing.exhibits)
        yield Chapter(heading=WRONG, says=(counts, "The worst stand first."), exhibits=exhibits)
    elif not briefing.wrong and not veil.redaction.leaves(FIGURES) and seen:
        yield Chapter(heading=WRONG, says=("None was found.", counts))


def _exhibit(exhibit: Exhibit, veil: Callable[[str], str]) -> ShownExhibit:
    finding = exhibit.checked.finding
    assert finding is not None
    return ShownExhibit(
        severity=finding.severity,
        heading=veil(finding.message),
        place=f"{_place_of(finding)}. What it means: scrutiny explain {finding.code}",
        lines=(veil(finding.hint),) if finding.hint else (),
        pictures=tuple(_picture(spot, veil) for spot in exhibit.spots if spot.picture is not None),
    )


def _place_of(finding: Finding) -> str:
    pages = dict.fromkeys(_both_numbers(quote) for quote in finding.quotes[:2])
    item = finding.quotes[0].item
    return f"{f'Item {item}, ' if item else ''}{' and '.join(pages)}"


def _both_numbers(quote: Quote) -> str:
    """Both numbers of a page, for someone who opens it."""
    same = quote.page_label == str(quote.pdf_page)
    return page_of(quote) + (f" (PDF page {quote.pdf_page})" if quote.page_label and not same else "")


def _picture(spot: Spot, veil: Callable[[str], str]) -> Illustration:
    assert spot.picture is not None
    words, marked = veil(spot.quote.text), veil(spot.marked)
    where = f"in: {words}" if words != marked else "in its table"
    text = f"{_both_numbers(spot.quote)}: {marked}{' is framed' if spot.framed else ''} {where}"
    return Illustration(
        png=spot.picture.png, width=spot.picture.width, height=spot.picture.height, says=text[0].upper() + text[1:]
    )


def _of_file(findings: Iterable[Finding]) -> Iterator[str]:
    """What is wrong with the file itself, and gaps in its lists; of many of one kind the first."""
    serious = [finding for finding in findings if finding.severity is not Severity.NOTE]
    for finding in serious[:AT_ONCE]:
        place = f"{page_of(finding.quotes[0])}: " if finding.quotes else ""
        text = f"{place}{finding.message}."
        yield text[0].upper() + text[1:]
    if len(serious) > AT_ONCE:
        yield f"{len(serious) - AT_ONCE} more: see scrutiny contents."
