"""Room `exclusions`: the tables of an inclusion report, recognised by their roles and units, and typed.

Takes tables as they are understood with a way to quote their cells, gives an `InclusionReport`. A table is taken for
what its labels say, wherever it stands and whichever way it is turned; every figure is kept, what is not understood
under its printed label. Totals are recomputed from what the table's own figures show them to hold.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.exclusions import lists
from scrutiny.families.exclusions.check import (
    check_coverage,
    check_grand_totals,
    check_other_years,
    check_panel_totals,
    check_rates,
    check_referral_statements,
    check_year_sentences,
    check_year_totals,
)
from scrutiny.families.exclusions.facts import (
    NO_NAME,
    PERMANENT,
    SPELT_OUT,
    InclusionReport,
    OtherFigure,
    Outreach,
    PanelFigure,
    Referral,
    SchoolFigure,
    TableSum,
    YearFigure,
)
from scrutiny.families.exclusions.labels import UNSETTLED, find_facets
from scrutiny.families.exclusions.measured import Quoter, ReportTable
from scrutiny.families.exclusions.panels import find_panels, has_panels, has_panels_across, like_panels
from scrutiny.families.exclusions.trend import find_trend
from scrutiny.families.exclusions.years import find_series, find_years, has_groups
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote
from scrutiny.tables import TableRead
from scrutiny.tables.balance import find_sisters
from scrutiny.tables.lines import over
from scrutiny.tables.measure import MeasureTable, measure_table

_EXCLUDED = pattern_of(rf"\bexclu(?:sions?|ded)\b|{PERMANENT.pattern}|{SPELT_OUT.pattern}", re.IGNORECASE)
ENOUGH_MENTIONS = 4
"""A report on something else mentions exclusions once or twice; an inclusion report on nearly every page."""

ENOUGH_ON_A_PAGE = 2
"""A report of one page may be a table that names them in two headings."""

_HINTS = ("xcl", "pex", "p/e", "uspen", "xpul", "gwahardd")

_INSTEAD = pattern_of(
    r"\bmanaged\s+moves?\b|\bfair\s+access\b|\beotas\b|\beducat(?:ed|ion)\s+other\s+than\s+(?:in|at)\s+(?:a\s+)?school\b",
    re.IGNORECASE,
)
"""What is done instead of excluding a pupil, or afterwards: a report on it need not name exclusions at all."""
_INSTEAD_HINTS = ("managed", "fair", "eotas", "other than")


def worth_reading(texts: list[str]) -> bool:
    """Whether a document's pages can be an inclusion report: on exclusions, or, as its first page says, on what is done
    instead. A report on all of a council's services names moves and panels too."""
    instead = bool(texts) and _INSTEAD.search(texts[0]) is not None
    hints = (*_HINTS, *_INSTEAD_HINTS) if instead else _HINTS
    count, enough = 0, min(ENOUGH_MENTIONS, ENOUGH_ON_A_PAGE * len(texts))
    for text in texts:
        if has_any(hints, small_letters(text)):
            count += len(_EXCLUDED.findall(text)) + (len(_INSTEAD.findall(text)) if instead else 0)
            if count >= enough:
                return True
    return False


def mentions_exclusions(text: str) -> bool:
    """Whether a page speaks of exclusions at all."""
    return has_any(_HINTS, small_letters(text)) and _EXCLUDED.search(text) is not None


_MEANS = r"(?:\s?[:=–-]\s?[^.\n]{0,40}?|\s)"
_NOTE = pattern_of(
    rf"^\W?(?:(?P<sign>[*†‡#]+)[^.\n]{{0,40}}?|(?P<mark>[b-z]|\d)\)?{_MEANS})\b(?P<word>{UNSETTLED.pattern})",
    re.IGNORECASE | re.MULTILINE,
)
"""A note on a mark that says so: "p = provisional", "* figures not yet validated"; not "A draft was seen"."""


class _Found(Struct):
    """What was found so far."""

    years: list[YearFigure]
    panels: list[PanelFigure]
    schools: list[SchoolFigure]
    outreach: list[Outreach]
    referrals: list[Referral]
    others: list[OtherFigure]
    sums: list[TableSum]


def read_inclusion_report(
    tables: Sequence[MeasureTable], sentences: Sequence[Quote], quote: Quoter, texts: Sequence[str] = (),
    headings: Sequence[str | None] = (),
) -> InclusionReport:  # fmt: skip
    """What the tables say, reconciled with the report's own sentences; `texts` are its pages, for their notes, and
    `headings` what each table stands under."""
    sisters = find_sisters(tables)
    noted = (note for text in texts for note in _NOTE.finditer(text))
    notes = {note["sign"] or note["mark"]: note["word"].lower() for note in noted}
    report = [
        ReportTable(number=number, table=table, quote=quote, sisters=sisters, notes=notes, under=under)
        for number, (table, under) in enumerate(zip_longest(tables, headings))
        if table.rows and table.columns
    ]
    found = _Found([], [], [], [], [], [], [])
    rest: list[ReportTable] = []
    named: list[ReportTable] = []
    for each in report:
        taken = _typed(each, found)
        if taken is None:
            rest.append(each)
            continue
        found.sums += taken.sums()
        if found.panels and found.panels[-1].place[0] == each.number:
            named.append(taken)
    upright = {each.number: _by_years_across(each) for each in rest}
    for each in upright.values():
        _untyped(each, found, named)
    found.years += _series([upright.get(each.number, each) for each in report if not each.of_money], found.years)
    own = {(figure.place, figure.column) for figure in found.years}
    found.others = [figure for figure in found.others if (figure.place, figure.column) not in own]
    return _reconciled(found, sentences, report)


def _typed(each: ReportTable, found: _Found) -> ReportTable | None:
    """Adds the figures of a table of years, panels, outcomes or referrals; gives it as it was read, None where it is
    none of these."""
    for own in _ways(each):
        if years := find_years(own):
            found.years += years
        elif panels := find_panels(own):
            found.panels += panels
        else:
            continue
        found.others += lists.find_others(own, years or panels)
        return own
    if lists.of_outreach(each):
        found.outreach += lists.find_outreach(each)
    elif lists.of_referrals(each):
        found.referrals += lists.find_referrals(each)
    else:
        return None
    return each


def _ways(each: ReportTable) -> Iterator[ReportTable]:
    """The table as it stands, and turned where its columns are what its rows should be; not below a heading over some
    of them that is not understood."""
    yield each
    columns, read = each.table.columns, each.table.table
    heads = {text for at in range(read.columns) for text in over(read, at)}
    if all(find_facets(text).plain for text in heads) and (
        (has_groups(each, columns) and not has_groups(each, each.table.rows))
        or (has_panels(columns) and not has_panels(each.table.rows))
        or has_panels_across(each)
    ):
        table = measure_table(_turned(read))
        if table.rows and table.columns:
            yield replace(each, table=table)


def _by_years_across(each: ReportTable) -> ReportTable:
    """The table with years in its columns: turned where its rows are years, each once, and nothing else."""
    rows = [find_facets(line.label, heading=True) for line in each.table.rows]
    years = {row.year for row in rows if row.plain and not row.measure and not row.group} - {None}
    if each.of_money or len(years) < len(rows):
        return each
    return replace(each, table=measure_table(_turned(each.table.table)))


def _turned(table: TableRead) -> TableRead:
    """The table with its rows as columns; what stands over its columns is said of its rows."""
    named = (replace(cell, text=" ".join((*over(table, at), cell.text))) for at, cell in enumerate(table.header))
    header, *rows = zip(named, *table.rows, strict=True)
    return replace(table, header=header, rows=tuple(rows), grid=(), kinds=())


def _untyped(each: ReportTable, found: _Found, panels: Sequence[ReportTable]) -> None:
    """Adds the figures of a table that is of schools, or of none of the kinds; money is the matter of others."""
    if like_panels(each, panels):
        found.others += lists.find_others(each, (), NO_NAME)
    elif lists.of_schools(each):
        found.schools += (schools := lists.find_schools(each))
        found.others += lists.find_others(each, schools)
    elif not each.of_money:
        found.others += lists.find_others(each, ())
    else:
        return
    found.sums += each.sums()


def _series(tables: Sequence[ReportTable], years: Sequence[YearFigure]) -> Iterator[YearFigure]:
    """Totals of years from tables without year groups: of a measure that no table has by year group, or of further
    years where the total of a year that both have shows that they count the same. The same year in two tables is given
    once."""
    have = {figure.measure for figure in years}
    if None in have:
        return
    seen = {(figure.measure, figure.academic_year) for figure in years}
    wholes = {
        (figure.measure, figure.academic_year, figure.value)
        for figure in years
        if figure.is_total and figure.key_stage is None and figure.scope is None
    }
    for each in tables:
        own = list(find_series(each))
        shown = {figure.measure for figure in own if (figure.measure, figure.academic_year, figure.value) in wholes}
        for figure in own:
            key = (figure.measure, figure.academic_year)
            if key not in seen and (figure.measure not in have or figure.measure in shown):
                seen.add(key)
                yield figure


def _reconciled(found: _Found, sentences: Sequence[Quote], tables: Sequence[ReportTable]) -> InclusionReport:
    trend = find_trend(found.years)
    findings = [
        *check_year_totals(found.years),
        *check_panel_totals(found.panels),
        *check_referral_statements(found.referrals, sentences),
        *check_rates(tables),
        *check_grand_totals(tables),
        *check_year_sentences(found.years, sentences),
        *check_other_years(tables, sentences),
        *check_coverage(trend, found.panels, found.schools, found.others),
    ]
    return InclusionReport(
        years=tuple(found.years), trend=trend, panels=tuple(found.panels), schools=tuple(found.schools),
        outreach=tuple(found.outreach), referrals=tuple(found.referrals),
        findings=tuple(findings), others=tuple(found.others), sums=tuple(found.sums),
    )  # fmt: skip
