"""Room `products`: the report of `brief`: the tables of every briefing for programs, and the paper for people.

What must not be shown is left out here of every text, whichever section it comes from.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.errors import NoTextError
from scrutiny.families import all_families
from scrutiny.families.family import RankedChapter, for_people, link_of, page_columns
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.phrases import count_of, shorten
from scrutiny.pack import DocumentKind
from scrutiny.products.briefing import AGENDA, GAPS, WITHHELD, AgendaRow, Briefing, GapRow, WithheldRow, counts_of
from scrutiny.products.checking import CHECKS, COVERAGE, checks_table, figures_of, what_was_checked
from scrutiny.products.exhibits import Exhibit, Spot
from scrutiny.products.joining import joined_tables
from scrutiny.products.redaction import FIGURES, LEFT_OUT, PEOPLE, Redaction
from scrutiny.sheets.model import Chapter, Illustration, Layout, Paper, PaperPart, Point, Report, Row, Table, Value
from scrutiny.sheets.model import Exhibit as ShownExhibit
from scrutiny.sheets.rows import HIDDEN_PLACE, Cell, Sheet
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
    """The tables of every paper; for reading the briefing that is made of them. Raises `UsageError` for pages to leave
    out that no paper has."""
    redaction.check_pages({number for briefing in found for number in briefing.numbers})
    veil = _Veil(redaction)
    findings = [
        veil.finding(finding)
        for briefing in found
        for finding in (
            *(f for f in briefing.findings if f.severity is not Severity.NOTE or f.code in _UNREAD),
            *(e.checked.finding for e in briefing.exhibits if e.checked.finding is not None),
        )
    ]
    paper = _paper(found, veil) if for_reading else None
    if paper is not None:
        tables = tuple(table for briefing in found for table in _for_text(briefing, veil) if table.rows)
    else:
        tables = joined_tables(table for briefing in found for table in _tables(briefing, veil))
    return Report(
        command="brief",
        sources=tuple(briefing.source for briefing in found),
        tables=tables,
        findings=tuple(findings),
        paper=paper,
    )


def _for_text(briefing: Briefing, veil: "_Veil") -> Iterator[Table]:
    """What people read of a briefing as tables alone, without its sentences and pictures."""
    chapters = [_agenda(briefing.agenda)] if briefing.agenda else []
    for chapter in (*chapters, *_by_rank(each for section in briefing.sections for each in section.chapters)):
        yield from veil.chapter(chapter).tables
    own = {table.layout.name: table for table in _tables(briefing, veil)}
    checks, gaps, withheld = own[CHECKS.name], own[GAPS.name], own[WITHHELD.name]
    caption = "Figures that do not add up, the worst first"
    yield for_people(checks, caption, "status", "printed", "expected", "working", *page_columns(checks))
    yield for_people(gaps, GAPS.caption, "says")
    yield for_people(withheld, WITHHELD.caption, "says")


def _tables(briefing: Briefing, veil: "_Veil") -> list[Table]:
    """In the order of `brief_layouts`."""
    file = briefing.source.file
    sections = briefing.sections
    own = [veil.table(table, briefing.private) for section in sections for table in section.tables]
    if not sections:
        own = [Table(layout=layout, rows=()) for family in all_families() for layout in family.layouts]
    gaps = [GapRow(part=gap.part, says=gap.message, file=file) for gap in briefing.gaps]
    if briefing.unread is not None:
        gaps = [GapRow(part="text", says=_why_unread(briefing.unread), file=file)]
    return [
        veil.table(AGENDA.table(briefing.agenda)),
        *own,
        veil.table(checks_table([exhibit.checked for exhibit in briefing.exhibits])),
        COVERAGE.table(briefing.coverage),
        veil.table(GAPS.table(gaps)),
        veil.table(WITHHELD.table(WithheldRow(says=each, file=file) for each in briefing.withheld)),
    ]


def _why_unread(error: NoTextError) -> str:
    return f"Nothing could be read: {error.message}. {error.advice or ''}".strip()


class _Veil(Struct, frozen=True):
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
        quotes = tuple(replace(quote, text=self.text(quote.text)) for quote in finding.quotes)
        return replace(
            finding, message=self.text(finding.message), quotes=quotes,
            printed=self.text(finding.printed) if finding.printed else finding.printed,
            hint=self.text(finding.hint) if finding.hint else None,
        )  # fmt: skip

    def chapter(self, chapter: Chapter) -> Chapter:
        return replace(
            chapter,
            heading=self.text(chapter.heading),
            text=tuple(map(self.text, chapter.text)),
            points=tuple(replace(point, text=self.text(point.text)) for point in chapter.points),
            tables=tuple(map(self.table, chapter.tables)),
        )


# --- the paper for people -------------------------------------------------------------------------


def _paper(found: Sequence[Briefing], veil: _Veil) -> Paper:
    """One paper on one or several packs."""
    single = len(found) == 1
    title = f"Briefing: {found[0].name}" if single else f"Briefing on {len(found)} packs"
    files = ", ".join(f"{b.source.file} ({count_of(b.source.pdf_pages, 'page')})" for b in found)
    text = (f"From {files}. Figures stand as the papers print them; each page number is a link to its page.",)
    parts = tuple(_part(briefing, veil, None if single else briefing.name) for briefing in found)
    return Paper(title=veil.text(title), text=text, parts=parts)


def _part(briefing: Briefing, veil: _Veil, heading: str | None) -> PaperPart:
    heading = veil.text(heading) if heading else None
    if briefing.unread is not None:
        chapter = Chapter(heading="What could not be read", text=(_why_unread(briefing.unread),))
        return PaperPart(heading=heading, front=(chapter,))
    front = [Chapter(heading="What matters most", points=tuple(_glance(briefing, veil)))]
    if briefing.agenda:
        front.append(Chapter(heading="On the agenda", tables=(_short_agenda(briefing.agenda),)))
    front += _by_rank(chapter for section in briefing.sections for chapter in section.front)
    shown = [_exhibit(each, veil.text, pictures=1) for each in briefing.exhibits[:AT_FIRST]]
    at_first = fitting_exhibits(front, shown)
    front += _figures(briefing, veil, shown[:at_first])
    annex = [_agenda(briefing.agenda)] if any(row.kind is not None for row in briefing.agenda) else []
    annex += _by_rank(chapter for section in briefing.sections for chapter in section.chapters)
    annex += _more_figures(briefing, veil, at_first)
    missing = [*(gap.message for gap in briefing.gaps), *_of_file(briefing.findings)]
    if missing:
        annex.append(Chapter(heading="What could not be found or read", points=_plain_points(missing)))
    if briefing.withheld:
        annex.append(Chapter(heading="What is left out", points=_plain_points(briefing.withheld)))
    return PaperPart(heading=heading, front=tuple(map(veil.chapter, front)), annex=tuple(map(veil.chapter, annex)))


def _by_rank(chapters: Iterable[RankedChapter]) -> list[Chapter]:
    return [each.chapter for each in sorted(chapters, key=lambda one: one.rank)]


def _plain_points(texts: Iterable[str]) -> tuple[Point, ...]:
    return tuple(Point(text=text) for text in texts)


class _BusinessRow(Struct, frozen=True, kw_only=True):
    """An item of business, or a paper of one, in one line."""

    item: Annotated[str | None, Cell("Item")]
    title: Annotated[str, Cell("Business")]
    kind: Annotated[DocumentKind | None, Cell("Paper")] = None
    pages: Annotated[str | None, Cell("Pages")]
    exempt: Annotated[bool, Cell("Exempt")] = False
    quote: Annotated[Quote, HIDDEN_PLACE]


_BUSINESS = Sheet(row=_BusinessRow, name="business", caption="Business and its papers")

MOST_ITEMS = 16
"""Lines of the agenda on the first page; a longer agenda is whole in the annex."""


def _short_agenda(agenda: Sequence[AgendaRow]) -> Table:
    """Each item once, with the pages of all its papers."""
    rows: list[_BusinessRow] = []
    for key in dict.fromkeys((row.item or row.title) for row in agenda):
        own = [row for row in agenda if (row.item or row.title) == key]
        papers = [row for row in own if row.pdf_first is not None]
        pages = _range_of(papers[0], papers[-1]) if papers else None
        quote = replace(own[0].quote, pdf_page=papers[0].pdf_first or own[0].quote.pdf_page) if papers else own[0].quote
        rows.append(_BusinessRow(item=own[0].item, title=shorten(own[0].title, 110), pages=pages, quote=quote))
    table = _BUSINESS.table(rows[:MOST_ITEMS], shown=("item", "title", "pages"))
    items = sum(row.item is not None for row in rows) or len(rows)
    caption = f"The first {MOST_ITEMS} of {items} items" if len(rows) > MOST_ITEMS else _BUSINESS.caption
    return replace(table, layout=replace(table.layout, caption=caption)).without_empty()


def _range_of(first: AgendaRow, last: AgendaRow) -> str:
    one = first.page_first or f"PDF {first.pdf_first}"
    other = last.page_last or f"PDF {last.pdf_last}"
    return one if one == other else f"{one}–{other.removeprefix('PDF ') if one.startswith('PDF') else other}"


def _agenda(agenda: Sequence[AgendaRow]) -> Chapter:
    """Every item and every paper of it."""
    rows = [
        _BusinessRow(
            item=row.item, title=row.title, kind=row.kind, pages=_range_of(row, row) if row.pdf_first else None,
            exempt=row.exempt, quote=replace(row.quote, pdf_page=row.pdf_first or row.quote.pdf_page),
        )
        for row in agenda
    ]  # fmt: skip
    names = ("item", "title", "kind", "pages", *(("exempt",) if any(row.exempt for row in agenda) else ()))
    return Chapter(heading="On the agenda", tables=(for_people(_BUSINESS.table(rows), "Items and papers", *names),))


def _glance(briefing: Briefing, veil: _Veil) -> Iterator[Point]:
    """What matters most, first what a member may ask about."""
    errors, warnings, numbers = counts_of(briefing.exhibits)
    silent = veil.redaction.leaves(FIGURES) or (briefing.wrong and not errors + warnings + numbers)
    if (figures_of(briefing.coverage)[0] or briefing.exhibits) and not silent:
        wrong = [f"{count_of(errors, 'figure')} that cannot be right"] if errors else []
        wrong += [f"{count_of(warnings, 'figure')} to ask about"] if warnings else []
        wrong += [f"{count_of(numbers, 'slip')} of numbering, dates or page ranges"] if numbers else []
        yield Point(text=f"{', '.join(wrong) or 'No figure that does not add up'}.")
    if briefing.withheld:
        hidden = "; ".join(f"{each[:1].lower()}{each[1:].rstrip('.')}" for each in briefing.hidden)
        yield Point(text=f"Left out here: {hidden}. The end of the annex says why.")
    unread = [finding for finding in briefing.findings if finding.code in _UNREAD]
    for finding in unread:
        yield Point(text=f"Not read: {finding.message}.")
    yield from (point for section in briefing.sections for point in section.glance)
    papers = sum(row.kind is not None for row in briefing.agenda)
    items = len({row.item for row in briefing.agenda if row.item is not None})
    business = f"{count_of(items, 'item')} of business, " if items else ""
    yield Point(text=f"{business}{count_of(papers, 'paper')}.")


_UNREAD = (FindingCode.NO_TEXT_LAYER, FindingCode.UNREADABLE_PAGE, FindingCode.DAMAGED_FILE)

AT_FIRST = 3
"""Figures with their pictures on the first two pages, where there is room."""

TWO_PAGES = 2 * 690.0
"""Points: two pages of A4 within their margins, as Word sets them."""

_LINE, _ROW, _HEADING, _AROUND = 16.5, 12.0, 25.0, 28.0
"""Points of a line of text, of a line in a table, of a heading, and of what stands around a table."""

_LETTERS = 95
"""Letters of a line."""

_PICTURE = (468.0, 170.0)
"""Points of the widest and the tallest picture; a larger one is made smaller."""


def fitting_exhibits(front: Sequence[Chapter], exhibits: Sequence[ShownExhibit]) -> int:
    """How many of the figures fit on the first two pages behind the other chapters; the worst stands there always."""
    room = TWO_PAGES - 3 * _HEADING - _LINE - sum(_height_of(chapter) for chapter in front)
    for count, exhibit in enumerate(exhibits):
        room -= _height_of_exhibit(exhibit)
        if room < 0 and count:
            return count
    return len(exhibits)


def _lines(text: str) -> int:
    return -(-len(text) // _LETTERS)


def _height_of(chapter: Chapter) -> float:
    lines = sum(map(_lines, chapter.text)) + sum(_lines(f"- {each.text} (page 100)") for each in chapter.points)
    rows = sum(_lines(str(row.get("title") or "")) or 1 for table in chapter.tables for row in table.rows)
    return _HEADING + lines * _LINE + rows * _ROW + len(chapter.tables) * _AROUND


def _height_of_exhibit(exhibit: ShownExhibit) -> float:
    lines = _lines(f"1. Warning: {exhibit.heading}") + 1
    widest, tallest = _PICTURE
    scaled = (min(1.0, widest / each.width, tallest / each.height) * each.height for each in exhibit.pictures)
    pictures = sum(height + _LINE for height in scaled)
    return lines * _LINE + (pictures or sum(map(_lines, exhibit.lines)) * _LINE)


def _figures(briefing: Briefing, veil: _Veil, shown: Sequence[ShownExhibit]) -> Iterator[Chapter]:
    """The worst of the figures that do not add up, or that none was found: for the first two pages."""
    counts = f"{what_was_checked(briefing.coverage, verb='could be checked')}."
    if briefing.exhibits:
        rest = len(briefing.exhibits) - len(shown)
        text = f"The worst; {rest} more in the annex. {counts}" if rest > 0 else counts
        yield Chapter(heading=WRONG, text=(text,), exhibits=tuple(shown))
    elif not briefing.wrong and not veil.redaction.leaves(FIGURES) and any(row.seen for row in briefing.coverage):
        none = ("None was found.",) if figures_of(briefing.coverage)[0] else ()
        yield Chapter(heading=WRONG, text=(*none, counts))


def _more_figures(briefing: Briefing, veil: _Veil, at_first: int) -> Iterator[Chapter]:
    """The others, for the annex."""
    exhibits = tuple(_exhibit(each, veil.text, pictures=None) for each in briefing.exhibits[at_first:])
    if exhibits:
        yield Chapter(heading=f"More {WRONG.lower()}", exhibits=exhibits, numbered_from=at_first + 1)


def _exhibit(exhibit: Exhibit, veil: Callable[[str], str], *, pictures: int | None) -> ShownExhibit:
    """A finding for people, with so many of its pictures at most."""
    finding = exhibit.checked.finding
    assert finding is not None
    item = finding.quotes[0].item
    return ShownExhibit(
        severity=finding.severity,
        heading=veil(finding.message),
        place=f"Item {item}" if item else "Page",
        links=tuple(dict.fromkeys(link_of(quote) for quote in finding.quotes[:2])),
        lines=(veil(finding.hint),) if finding.hint else (),
        pictures=tuple(_picture(spot, veil) for spot in exhibit.spots if spot.picture is not None)[:pictures],
    )


def _both_numbers(quote: Quote) -> str:
    """Both numbers of a page, for someone who opens it."""
    same = quote.page_label == str(quote.pdf_page)
    return quote.cited + (f" (PDF page {quote.pdf_page})" if quote.page_label and not same else "")


def _picture(spot: Spot, veil: Callable[[str], str]) -> Illustration:
    assert spot.picture is not None
    words, marked = veil(spot.quote.text), veil(spot.marked)
    stands = f"in: {words}" if words != marked else "in its table"
    where = _both_numbers(spot.quote)
    text = f"{where}: {marked}{' is framed' if spot.framed else ''} {stands}"
    return Illustration(
        png=spot.picture.png, width=spot.picture.width, height=spot.picture.height,
        description=text[0].upper() + text[1:], caption=where[0].upper() + where[1:],
    )  # fmt: skip


def _of_file(findings: Iterable[Finding]) -> Iterator[str]:
    """What is wrong with the file itself, and gaps in its lists; of many of one kind the first."""
    serious = [each for each in findings if each.severity is not Severity.NOTE or each.code in _UNREAD]
    for finding in serious[:AT_ONCE]:
        place = f"{finding.quotes[0].cited}: " if finding.quotes else ""
        text = f"{place}{finding.message}."
        yield text[0].upper() + text[1:]
    if len(serious) > AT_ONCE:
        yield f"{len(serious) - AT_ONCE} more of this kind."
