"""Family `exclusions`: rows of inclusion reports: one for each figure for programs, grids for people."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import chain, groupby
from typing import Annotated, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.exclusions.facts import (
    NO_NAME,
    TOTAL,
    InclusionReport,
    Measure,
    OtherFigure,
    PanelFigure,
    SummedFigure,
    TableFigure,
    name_exclusions,
)
from scrutiny.families.exclusions.trend import bar, sparkline
from scrutiny.language.dates import ACADEMIC_YEAR
from scrutiny.language.phrases import count_of, plain_number
from scrutiny.sheets.model import Column, Kind, Layout, Table
from scrutiny.sheets.rows import HIDDEN_PLACE, PAGES, Cell, Item, Sheet
from scrutiny.sources import Quote, Quoted


class YearRow(Struct, frozen=True, kw_only=True):
    """Exclusions of one year group in one year."""

    measure: Annotated[Measure | None, Cell("Measure", "permanent exclusions or suspensions; null where unsaid")]
    key_stage: Annotated[str | None, Cell("Key stage", "of a total: what it is the total of")]
    year_group: Annotated[str, Cell("Year group", "TOTAL for a total")]
    academic_year: Annotated[str, Cell("Year", "as read")]
    heading_printed: Annotated[str, Cell("Heading", "the column heading as printed")]
    printed: Annotated[str | None, Cell("Printed", "null where the cell is blank")]
    value: Annotated[Decimal | None, Cell("Value")]
    recomputed: Annotated[Decimal | None, Cell("Recomputed", "totals only")]
    item: Item
    label: Annotated[str, Cell("Label", "of the row, as printed", shown=False)]
    unit: Annotated[str | None, Cell("Unit", "what is counted; null where nothing says", shown=False)]
    table: Annotated[str | None, Cell("Table", "its caption as printed", shown=False)]
    quote: Annotated[Quote, HIDDEN_PLACE]


class PanelRow(Struct, frozen=True, kw_only=True):
    """One measure of one school in one panel."""

    panel: Annotated[str, Cell("Panel")]
    school: Annotated[str | None, Cell("School", "null for the panel's total")]
    measure: Annotated[str, Cell("Measure", "the column heading as printed")]
    printed: Annotated[str | None, Cell("Printed", "null where the cell is blank")]
    value: Annotated[Decimal | None, Cell("Value")]
    recomputed: Annotated[Decimal | None, Cell("Recomputed", "totals only")]
    item: Item
    period: Annotated[str | None, Cell("Period", "as the section, the label or the caption prints it", shown=False)]
    unit: Annotated[str | None, Cell("Unit", "what is counted; null where nothing says", shown=False)]
    table: Annotated[str | None, Cell("Table", "its caption as printed", shown=False)]
    quote: Annotated[Quote, HIDDEN_PLACE]


class SchoolRow(Struct, frozen=True, kw_only=True):
    """One measure of one school in the table of all schools."""

    school: Annotated[str, Cell("School")]
    measure: Annotated[str, Cell("Measure", "the column heading as printed")]
    printed: Annotated[str | None, Cell("Printed", "null where the cell is blank")]
    value: Annotated[Decimal | None, Cell("Value")]
    item: Item
    unit: Annotated[str | None, Cell("Unit", "what is counted; null where nothing says", shown=False)]
    table: Annotated[str | None, Cell("Table", "its caption as printed", shown=False)]
    quote: Annotated[Quote, HIDDEN_PLACE]


class OtherRow(Struct, frozen=True, kw_only=True):
    """One figure of any other table of the report."""

    row: Annotated[str, Cell("Row", "its section and label as printed")]
    heading: Annotated[str, Cell("Heading", "of the column, as printed")]
    period: Annotated[str | None, Cell("Year", "as printed")]
    printed: Annotated[str | None, Cell("Printed", "null where the cell is blank")]
    value: Annotated[Decimal | None, Cell("Value")]
    recomputed: Annotated[Decimal | None, Cell("Recomputed", "totals only")]
    why: Annotated[str | None, Cell("Not understood", "what is missing; null where nothing is")]
    item: Item
    unit: Annotated[str | None, Cell("Unit", "what is counted; null where nothing says", shown=False)]
    table: Annotated[str | None, Cell("Table", "its caption as printed", shown=False)]
    corner: Annotated[str | None, Cell("Corner", "what stands over the labels, as printed", shown=False)]
    quote: Annotated[Quote, HIDDEN_PLACE]


class LeftOutRow(Struct, frozen=True, kw_only=True):
    """Something that was not understood: it stands under its printed label, and in no figure of the tool's own."""

    what: Annotated[str, Cell("Not understood", "as printed")]
    why: Annotated[str, Cell("Why")]
    figures: Annotated[int, Cell("Figures", "how many it holds")]
    item: Item
    quote: Annotated[Quote, PAGES]


class OutreachRow(Struct, frozen=True, kw_only=True):
    """How pupils came out of outreach."""

    outcome: Annotated[str, Cell("Outcome")]
    pupils: Annotated[int | None, Cell("Pupils")]
    percent_printed: Annotated[str | None, Cell("% printed")]
    percent: Annotated[Decimal | None, Cell("% recomputed")]
    item: Item
    quote: Annotated[Quote, HIDDEN_PLACE]


class ReferralRow(Struct, frozen=True, kw_only=True):
    """Referrals of one school to the primary panel."""

    school: Annotated[str, Cell("School")]
    referrals: Annotated[int | None, Cell("Referrals")]
    item: Item
    quote: Annotated[Quote, HIDDEN_PLACE]


class SaidRow(Struct, frozen=True, kw_only=True):
    """A number of exclusions that a sentence gives, in a paper without tables of them."""

    measure: Annotated[str, Cell("Measure", "permanent exclusions, suspensions or pupils suspended")]
    period: Annotated[str | None, Cell("Period", "the year or other time that the sentence names, as printed")]
    printed: Annotated[str, Cell("Printed")]
    value: Annotated[Decimal | None, Cell("Value", shown=False)]
    item: Item
    quote: Annotated[Quote, PAGES]


class TrendRow(Struct, frozen=True, kw_only=True):
    """Exclusions of one year, permanent where the caption says so, with the change on the year before."""

    academic_year: Annotated[str, Cell("Year", "as read")]
    heading_printed: Annotated[str, Cell("Heading", shown=False)]
    pupils: Annotated[int, Cell("Pupils", "the sum of the year groups")]
    change: Annotated[int | None, Cell("Change")]
    percent_change: Annotated[Decimal | None, Cell("% change")]
    chart: Annotated[str | None, Cell("", "a bar, where --chart asks for it")]
    measure: Annotated[Measure | None, Cell("Measure", "permanent exclusions; null where unsaid", shown=False)]
    item: Item
    quote: Annotated[Quote, HIDDEN_PLACE]


YEARS = Sheet(row=YearRow, name="years", caption="Exclusions by year group")
PANELS = Sheet(row=PanelRow, name="panels", caption="Panels")
SCHOOLS = Sheet(row=SchoolRow, name="schools", caption="Schools")
OUTREACH = Sheet(row=OutreachRow, name="outreach", caption="Outreach outcomes")
REFERRALS = Sheet(row=ReferralRow, name="referrals", caption="Referrals to the primary panel")
SAID = Sheet(row=SaidRow, name="said", caption="What the prose says")
OTHERS = Sheet(row=OtherRow, name="other_tables", caption="Other tables of the report")
LEFT_OUT = Sheet(row=LeftOutRow, name="not_understood", caption="Not understood, and in no total or trend")
TREND = Sheet(row=TrendRow, name="trend", caption="Permanent exclusions, year by year")

Reports = Sequence[InclusionReport]


# --- one row for each figure -----------------------------------------------------------------------


def panels_table(reports: Reports, *, totals_only: bool = False) -> Table:
    """Every figure of every panel, or the panels' totals."""
    return PANELS.table_of(f for report in reports for f in report.panels if f.is_total or not totals_only)


def said_table(reports: Reports) -> Table:
    """What the prose says of a paper without tables."""
    said = [f for report in reports for f in report.said]
    return SAID.table(SAID.row_of(f, measure="pupils suspended" if f.heads else f.measure.value) for f in said)


def left_out_table(reports: Reports) -> Table:
    """What was not understood: tables, rows and columns, each once. A whole table is one row."""
    rows: list[LeftOutRow] = []
    for report in reports:
        found: dict[tuple[str, str], list[TableFigure]] = {}
        nameless = [list(own) for _, own in groupby(report.others, lambda own: (own.place[0], own.why == NO_NAME))]
        for year in report.years:
            if not year.understood:
                section = year.year_group != year.label
                why = "other rows have this name" if section else "names no year group, stage or kind of school"
                found.setdefault((year.year_group, why), []).append(year)
        for own in nameless:
            for other in own:
                if other.why is not None:
                    what = _name_of(own) if other.why == NO_NAME else f"{other.row}, {other.heading}".strip(", ")
                    found.setdefault((other.table or what, other.why), []).append(other)
        rows += [
            LeftOutRow(
                what=what, why=why, figures=sum(figure.printed is not None for figure in own), item=own[0].quote.item,
                quote=own[0].quote,
            )
            for (what, why), own in found.items()
        ]  # fmt: skip
    return LEFT_OUT.table(rows)


def _name_of(figures: Sequence[TableFigure]) -> str:
    """What a table is called: its caption, else its first and last row."""
    rows = [figure.row for figure in figures if isinstance(figure, OtherFigure)]
    return figures[0].table or " … ".join(dict.fromkeys((*rows[:1], *rows[-1:]))) or "A table"


def outreach_table(reports: Reports) -> Table:
    """How pupils came out of outreach."""
    found = [f for report in reports for f in report.outreach]
    return OUTREACH.table(OUTREACH.row_of(f, pupils=_count(f.pupils)) for f in found)


def referrals_table(reports: Reports) -> Table:
    """Referrals to the primary panel, school by school."""
    found = [f for report in reports for f in report.referrals]
    return REFERRALS.table(REFERRALS.row_of(f, referrals=_count(f.referrals)) for f in found)


def trend_table(reports: Reports, chart: str | None) -> Table:
    """The years with their change; `chart` is blocks, ascii or None for no bars."""
    trend = [year for report in reports for year in report.trend]
    largest = max((year.pupils for year in trend), default=Decimal(0))
    rows = [
        TREND.row_of(
            year, pupils=int(year.pupils), change=_count(year.change),
            chart=bar(year.pupils, largest, ascii_only=chart == "ascii") if chart else None,
        )
        for year in trend
    ]  # fmt: skip
    shown = [column.name for column in TREND.layout.columns if column.shown and (chart or column.name != "chart")]
    return replace(TREND, caption=trend_caption(reports)).table(rows, shown=shown)


def trend_caption(reports: Reports) -> str:
    """What the years count: exclusions of whatever kind, where one of the reports does not say that they are
    permanent."""
    unsaid = any(year.measure is None for report in reports for year in report.trend)
    return "Exclusions, year by year" if unsaid else TREND.caption


def _count(value: Decimal | None) -> int | None:
    return int(value) if value is not None else None


# --- grids for people ------------------------------------------------------------------------------


def _grid(
    name: str, caption: str, headings: Sequence[str], rows: Sequence[Sequence[str | None]], figures: Iterable[Quoted]
) -> Table:
    """A table of texts, which stands where its figures do."""
    columns = tuple(
        Column(name=f"{heading} {index}", heading=heading, kind=Kind.TEXT) for index, heading in enumerate(headings)
    )
    return Table(
        layout=Layout(name=name, caption=caption, columns=columns),
        rows=tuple({column.name: cell for column, cell in zip(columns, row, strict=True)} for row in rows),
        origin=tuple({figure.quote.pdf_page: figure.quote for figure in figures}.values()),
    )


F = TypeVar("F", bound=TableFigure)


def _rows(figures: Sequence[F]) -> Iterator[list[list[F]]]:
    """Table by table, the figures row by row."""
    for _, table in groupby(figures, key=lambda figure: figure.place[0]):
        yield [list(row) for _, row in groupby(table, key=lambda figure: figure.place)]


def _text(value: Decimal | None) -> str | None:
    return plain_number(value) if value is not None else None


def _sums(row: Sequence[SummedFigure]) -> list[list[str | None]]:
    """What goes below a row of totals: the right sums, where one is wrong."""
    return [[_text(figure.recomputed) if figure.wrong else None for figure in row]] if any(f.wrong for f in row) else []


def year_grids(reports: Reports, chart: str | None) -> Iterator[Table]:
    """The tables by year group, each as a grid; `chart` is blocks, ascii or None for no line beside each row."""
    for report in reports:
        by_measure = sorted(report.years, key=lambda figure: (figure.place[0], figure.measure or ""))
        by_table = chain.from_iterable(_rows(list(own)) for _, own in groupby(by_measure, lambda own: own.measure))
        for table in _alike_rows(by_table, lambda own: own.academic_year):
            rows: list[list[str | None]] = []
            for row in table:
                first = row[0]
                total = f"{TOTAL} {first.key_stage or ''}".strip()
                label = total if first.is_total else first.year_group
                line = [sparkline([figure.value for figure in row], ascii_only=chart == "ascii")] if chart else []
                rows.append([first.key_stage, label, *(figure.printed for figure in row), *line])
                rows += [[first.key_stage, "  adds to", *sums, *([None] if chart else [])] for sums in _sums(row)]
            first, groups = table[0][0], any(not row[0].is_total for row in table)
            counted = f"{(first.measure or 'Exclusions').capitalize()}{' by year group' if groups else ', totals'}"
            caption = first.table if first.scope and first.table else counted
            headings = ["Key stage", "Year group", *(figure.academic_year for figure in table[0])]
            headings += ["Trend"] if chart else []
            yield _grid("years", caption, headings, rows, chain(*table))


def _alike_rows(tables: Iterable[Sequence[list[F]]], heading: Callable[[F], str]) -> Iterator[list[list[F]]]:
    """The rows that have the same headings, one behind the other: what stands in sections are tables of their own."""
    for table in tables:
        for _, rows in groupby(table, lambda row: [heading(figure) for figure in row]):
            yield list(rows)


def panel_grids(reports: Reports) -> Iterator[Table]:
    """Each panel as a grid."""
    for report in reports:
        for table in _rows(report.panels):
            first = table[0][0]
            several = len({row[0].panel for row in table}) > 1
            twice = several and len({(row[0].panel, row[0].school) for row in table}) < len(table)
            dated = len({figure.period for figure in table[0]}) > 1
            rows: list[list[str | None]] = []
            for row in table:
                names = (row[0].panel if several else TOTAL if not row[0].school else None, row[0].school)
                when = row[0].period if twice else None
                rows.append([", ".join(filter(None, (*names, when))), *(figure.printed for figure in row)])
                rows += [["  adds to", *sums] for sums in _sums(row)]
            named = several or first.panel in (first.table or "")
            caption = (first.table or "Panels") if named else first.panel
            headings = [" ".join(filter(None, (f.measure, f.period if dated else None))) for f in table[0]]
            headings = ["Panel" if several else "School", *headings]
            yield _grid(caption, caption, headings, rows, chain(*table))


def school_grids(reports: Reports) -> Iterator[Table]:
    """The table of all schools as a grid."""
    for report in reports:
        for table in _alike_rows(_rows(report.schools), lambda own: own.measure):
            rows = [[row[0].school, *(figure.printed for figure in row)] for row in table]
            headings = ["School", *(figure.measure for figure in table[0])]
            yield _grid("schools", table[0][0].table or "Schools", headings, rows, chain(*table))


def other_grids(reports: Reports, *, dated: bool = False) -> Iterator[Table]:
    """The other tables that name exclusions, as they are read, of reports in which none is known by its kind; or what
    else is told year by year, in reports that have tables of years."""
    for report in reports:
        if dated or (report.empty and report.about_exclusions):
            yield from (_other_grid(table) for table in _others(report) if not dated or _dated(report, table))


def _others(report: InclusionReport) -> Iterator[list[list[OtherFigure]]]:
    return _rows([figure for figure in report.others if figure.why is None])


def _dated(report: InclusionReport, table: Sequence[Sequence[OtherFigure]]) -> bool:
    own, tables = list(chain(*table)), {figure.place[0] for figure in report.years}
    of_exclusions = own[0].place[0] in tables or name_exclusions(own)
    if any(ACADEMIC_YEAR.fullmatch(figure.printed or "") for figure in own):
        return False  # headings among its rows: two tables that were read as one
    return bool(tables) and of_exclusions and all(figure.period for figure in own)


def _other_grid(table: Sequence[Sequence[OtherFigure]]) -> Table:
    columns = {figure.column: figure.heading for row in table for figure in row}
    cells = [{figure.column: figure.printed for figure in row} for row in table]
    rows = [[row[0].row, *map(own.get, columns)] for row, own in zip(table, cells, strict=True)]
    first = table[0][0]
    return _grid("other tables", first.table or "A table", [first.corner or "", *columns.values()], rows, chain(*table))


def left_out_grid(reports: Reports, *, at_a_glance: bool) -> Table:
    """The tables of which a summary has nothing or not all, each with the command that shows it: one of trend and
    panels `at_a_glance`, or one of every year and school."""
    rows: list[list[str | None]] = []
    quoted: list[TableFigure] = []
    for report in reports:
        found: dict[tuple[int, str], list[TableFigure]] = {}
        quotes = [year.quote for year in report.trend]
        used = {figure.place[0] for figure in report.years if figure.quote in quotes}
        used |= {figure.place[0] for figure in report.panels if figure.is_total}
        used |= set() if at_a_glance else {figure.place[0] for figure in (*report.years, *report.schools)}
        kinds = (("years", report.years), ("panels", report.panels), ("schools", report.schools))
        for command, figures in kinds:
            for figure in figures:
                if figure.place[0] not in used:
                    found.setdefault((figure.place[0], f"exclusions {command}"), []).append(figure)
        for table in _others(report) if not report.empty else ():
            command = "exclusions years" if _dated(report, table) else "tables"
            found.setdefault((table[0][0].place[0], command), []).extend(chain(*table))
        for (_, command), own in sorted(found.items(), key=lambda each: each[0]):
            held, page = sum(figure.printed is not None for figure in own), own[0].quote
            rows.append([_name_of(own), command, str(held), page.page_label or str(page.pdf_page)])
            quoted.append(own[0])
    return _grid("left out", "Read, and not in this summary", ["Table", "Shown by", "Figures", "Page"], rows, quoted)


ALIKE = 0.8
"""How alike two headings are that mean the same measure: the same words misprinted in one panel."""

SAME_COLUMN = 0.2
"""What standing in the same column adds to the likeness."""


def panel_summaries(reports: Reports) -> Iterator[Table]:
    """The totals of all panels; one table for each time where several are told."""
    figures = [figure for report in reports for figure in report.panels]
    unnamed = sum(report.unnamed_panels for report in reports)
    times = dict.fromkeys(figure.period for figure in figures)
    if len(times.keys() - {None}) < 2:  # a table that does not say when is of the one time that is said
        times = {None: None}
    for time in times:
        own = [figure for figure in figures if len(times) == 1 or figure.period == time]
        yield _panel_summary(own, f", {time}" if time else "", unnamed)


def _panel_summary(figures: Sequence[PanelFigure], when: str, unnamed: int) -> Table:
    """Measure by measure as the headings name them, in whatever order they stand; with a sum over all panels only where
    every table of a panel bears its name. Where one does not, the caption says so."""
    panels = list(dict.fromkeys(figure.panel for figure in figures))
    totals = [figure for figure in figures if figure.is_total]
    columns = {id(figure): column for panel in panels
               for column, figure in enumerate(f for f in totals if f.panel == panel)}  # fmt: skip
    measures: list[dict[str, PanelFigure]] = []
    for figure in totals:
        if any(figure.panel in own and _repeats(own[figure.panel], figure) for own in measures):
            continue
        free = [own for own in measures if figure.panel not in own]
        firsts = [next(iter(own.values())) for own in free]
        likeness = [
            _alike(first.measure, figure.measure) + SAME_COLUMN * (columns[id(first)] == columns[id(figure)])
            for first in firsts
        ]
        best = max(range(len(free)), key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= ALIKE:
            free[best][figure.panel] = figure
        else:
            measures.append({figure.panel: figure})
    of_all = {figure.panel for figure in totals if figure.of_panels}
    rows = [_summary_row(own, panels, of_all) for own in measures]
    if not unnamed:
        return _grid("panel totals", f"Panels{when}", ["Measure", *panels, "All, recomputed"], rows, totals)
    which = f"{count_of(unnamed, 'panel')} of {unnamed + len(panels)} could not be named"
    caption = f"Panels{when} ({which}: no total over all panels)"
    return _grid("panel totals", caption, ["Measure", *panels], [row[:-1] for row in rows], totals)


def _summary_row(own: dict[str, PanelFigure], panels: Sequence[str], of_all: Collection[str]) -> list[str | None]:
    """The totals of one measure with their sum: where the panels are the rows of a table, what its own total should
    be."""
    cells = [
        None if f is None else f"{f.printed} (adds to {_text(f.recomputed)})" if f.wrong else f.printed
        for f in map(own.get, panels)
    ]
    name = next(iter(own.values())).measure
    wholes = [figure.recomputed for figure in own.values() if figure.of_panels and figure.recomputed is not None]
    if wholes:
        return [name, *cells, _text(wholes[0]) if len(wholes) == 1 else None]
    sums = {panel: own[panel].recomputed if panel in own else None for panel in panels}
    known = [value for value in sums.values() if value is not None]
    missing = [panel for panel, value in sums.items() if value is None and panel not in of_all]
    whole = f"{Decimal(plain_number(sum(known, Decimal(0)))):,}" if known else None
    last = f"{whole} (without {', '.join(missing)})" if whole and missing else whole
    return [name, *cells, last]


def _alike(one: str, other: str) -> float:
    """From 0 to 1; 0 where they name different numbers ("KS3", "KS4")."""
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return 0.0
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _repeats(one: PanelFigure, other: PanelFigure) -> bool:
    """Whether a second table tells the same of a panel."""
    return one.place[0] != other.place[0] and one.value == other.value and _alike(one.measure, other.measure) >= ALIKE
