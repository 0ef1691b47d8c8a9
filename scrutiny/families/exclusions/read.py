"""Room `exclusions`: the tables of an inclusion report, recognised by their headings and typed.

Takes tables with a way to quote their cells, gives an `InclusionReport`. A table is taken for what its headings
say, wherever it stands; totals are recomputed from the rows they should hold, and blank cells add nothing.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from scrutiny.families.exclusions.check import (
    check_coverage,
    check_outreach,
    check_panel_sentence,
    check_panel_totals,
    check_referral_statements,
    check_suppression,
    check_year_headings,
    check_year_totals,
)
from scrutiny.families.exclusions.facts import (
    PERMANENT,
    SUSPENDED,
    TOTAL,
    InclusionReport,
    Measure,
    Outreach,
    PanelFigure,
    Referral,
    SchoolFigure,
    YearFigure,
)
from scrutiny.families.exclusions.groups import find_groups
from scrutiny.families.exclusions.trend import find_trend
from scrutiny.figures import Figure, parse_figure
from scrutiny.figures.sums import NOT_ADDED, PARTIAL_TOTAL, STATISTIC, TOTAL_LABEL, added, agrees
from scrutiny.sources import Quote
from scrutiny.stages import key_stage
from scrutiny.tables import Cell, TableRead, confirms

Quoter = Callable[[Cell], Quote]

_EXCLUDED = re.compile(r"\b(?:permanent(?:ly)?\s+exclu|P/?Ex\b|PEX\b|exclusions?\b)", re.IGNORECASE)
ENOUGH_MENTIONS = 4
"""A report on something else mentions exclusions once or twice; an inclusion report on nearly every page."""

_YEAR_HEADING = re.compile(r"^(?P<year>\d{4}\s?[/–-]\s?\d{2,4})(?P<marks>[*†‡#]*)(?P<rest>(?:[\s(].{1,30})?)$")
"""Accepts "2020/21", "2020-2021*" and part years: "2020/21 to date", "2021/22 (autumn term)"."""
_YEAR_GROUP = re.compile(r"\b(?:Year|Yr\.?)\s*(?P<year>\d{1,2})\b|\b(?P<reception>Reception)\b", re.IGNORECASE)
_KEY_STAGE = re.compile(r"\b(?:Key\s+Stage|KS)\s*(?P<stage>[1-5])\b", re.IGNORECASE)
_PANEL = re.compile(r"\bpanel\b", re.IGNORECASE)


def worth_reading(texts: list[str]) -> bool:
    """Whether a document's pages can be an inclusion report."""
    count = 0
    for text in texts:
        if "xcl" in text or "XCL" in text or "PEX" in text or "P/E" in text:
            count += len(_EXCLUDED.findall(text))
            if count >= ENOUGH_MENTIONS:
                return True
    return False


def find_inclusion_report(
    tables: tuple[TableRead, ...], sentences: tuple[Quote, ...], quote: Quoter
) -> InclusionReport:
    """What the tables say, reconciled with the report's own sentences."""
    years: list[YearFigure] = []
    panels: list[PanelFigure] = []
    schools: list[SchoolFigure] = []
    outreach: list[Outreach] = []
    referrals: list[Referral] = []
    for number, table in enumerate(tables):
        if _is_years(table):
            years += _years(number, table, quote)
        elif _is_years(turned := _turned(table)):
            years += _years(number, turned, quote)
        elif _is_panel(table):
            panels += _panel(number, table, quote)
        elif _is_outreach(table):
            outreach += _outreach(table, quote)
        elif _is_referrals(table):
            referrals += _referrals(table, quote)
        elif _is_schools(table):
            schools += _schools(number, table, quote)
    trend = find_trend(years)
    findings = [
        *check_year_headings(years),
        *check_year_totals(years),
        *check_panel_totals(panels),
        *check_outreach(outreach),
        *check_panel_sentence(panels, sentences),
        *check_referral_statements(referrals, sentences),
        *check_suppression(years, panels),
        *check_coverage(trend, panels, schools),
    ]
    return InclusionReport(
        years=tuple(years), trend=trend, panels=tuple(panels), schools=tuple(schools), outreach=tuple(outreach),
        referrals=tuple(referrals), groups=find_groups(sentences), findings=tuple(findings),
    )  # fmt: skip


def _figure(cell: Cell) -> Figure:
    return parse_figure(cell.text)


def _printed(cell: Cell) -> str | None:
    return cell.text or None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Summed:
    """What a total of a table adds to."""

    recomputed: Decimal | None = None
    wrong: bool = False
    confirmed: bool = True


def _summed(
    table: TableRead, index: int, total: Cell, group: Sequence[tuple[Cell, ...]], every: Sequence[tuple[Cell, ...]]
) -> _Summed:
    """The sum of the rows since the last total, or of all where it agrees with that; a wrong one is read again."""
    printed = _figure(total)
    whole = [_figure(row[index]) for row in every]
    own, parts = (
        (every, whole) if not group or agrees(printed, whole) else (group, [_figure(row[index]) for row in group])
    )
    expected = added(parts)
    wrong = printed.value is not None and expected is not None and not agrees(printed, parts)
    confirmed = not wrong or confirms(table, [*(row[index] for row in own), total])
    return _Summed(recomputed=expected, wrong=wrong, confirmed=confirmed)


# --- which table is which --------------------------------------------------------------------------


def _is_years(table: TableRead) -> bool:
    headings = sum(bool(_YEAR_HEADING.match(cell.text)) for cell in table.header)
    groups = sum(bool(_YEAR_GROUP.search(row[0].text)) for row in table.rows)
    return headings >= 2 and groups >= 3


def _turned(table: TableRead) -> TableRead:
    """The table with its rows as columns."""
    header, *rows = zip(table.header, *table.rows, strict=True)
    return replace(table, header=header, rows=tuple(rows))


def _is_panel(table: TableRead) -> bool:
    named = _panel_name(table) is not None
    excluded = any(re.search(r"\bPEX\b|P/Ex|exclu", cell.text, re.IGNORECASE) for cell in table.header[1:])
    return named and excluded and table.columns >= 4 and any(TOTAL_LABEL.search(row[0].text) for row in table.rows)


def _panel_name(table: TableRead) -> str | None:
    for text in (table.header[0].text, table.caption or ""):
        if _PANEL.search(text) and len(text) < 60 and not re.search(r"\bdata\b", text, re.IGNORECASE):
            return text
    return None


def _is_outreach(table: TableRead) -> bool:
    heads = [cell.text.lower() for cell in table.header]
    return table.columns == 3 and "outcome" in heads[0] and "pupil" in heads[1] and "%" in heads[2]


def _is_referrals(table: TableRead) -> bool:
    heads = [cell.text.lower() for cell in table.header]
    return table.columns == 2 and "school" in heads[0] and "referral" in heads[1]


def _is_schools(table: TableRead) -> bool:
    return table.columns >= 6 and table.header[0].text.strip().lower() in ("school", "schools", "academy", "setting")


# --- reading each ----------------------------------------------------------------------------------


def key_stage_of(year: int) -> str:
    """The key stage of a year group, as reports write it."""
    return f"Key Stage {key_stage(year)}"


def _years(number: int, table: TableRead, quote: Quoter) -> list[YearFigure]:
    columns = [index for index, cell in enumerate(table.header) if _YEAR_HEADING.match(cell.text)]
    read_as = academic_years([table.header[index].text for index in columns])
    whole = not any(NOT_ADDED.search(text) for text in (table.caption or "", table.header[0].text))
    measure = _measure(table)
    figures: list[YearFigure] = []
    every = [row for row in table.rows if _YEAR_GROUP.search(row[0].text)]
    group: list[tuple[Cell, ...]] = []  # year rows since the last total that names no key stage
    for place, row in enumerate(table.rows):
        label = row[0].text
        year = _YEAR_GROUP.search(label)
        stage = _KEY_STAGE.search(label)
        total = TOTAL_LABEL.search(label) is not None and year is None
        if total and (PARTIAL_TOTAL.search(label) or not whole):
            own, name = [], f"Key Stage {stage['stage']}" if stage else None
        elif total:
            if stage:
                own = [other for other in every if _stage(other[0].text) == f"Key Stage {stage['stage']}"]
            else:
                own = group or every
            name = f"Key Stage {stage['stage']}" if stage else _common_stage(own)
        elif year is None:
            continue
        else:
            own, name = [], _stage(label)
            group.append(row)
        for index, academic_year in zip(columns, read_as, strict=True):
            cell = row[index]
            sums = _summed(table, index, cell, own, every if stage is None else own) if own else _Summed()
            figures.append(
                YearFigure(
                    measure=measure,
                    key_stage=name,
                    year_group=TOTAL if total else _year_name(label),
                    academic_year=academic_year,
                    heading_printed=table.header[index].text,
                    printed=_printed(cell),
                    value=_figure(cell).value,
                    place=(number, place),
                    quote=quote(cell),
                    recomputed=sums.recomputed,
                    wrong=sums.wrong,
                    confirmed=sums.confirmed,
                )
            )
        if total and stage is None:
            group = []
    return figures


def _measure(table: TableRead) -> Measure | None:
    """What the caption or the corner of the table says; None where they say nothing or both."""
    said = f"{table.caption or ''} {table.header[0].text}"
    permanent, suspended = PERMANENT.search(said) is not None, SUSPENDED.search(said) is not None
    if permanent == suspended:
        return None
    return Measure.PERMANENT if permanent else Measure.SUSPENSIONS


def _stage(label: str) -> str | None:
    printed = _KEY_STAGE.search(label)
    if printed:
        return f"Key Stage {printed['stage']}"
    year = _YEAR_GROUP.search(label)
    return key_stage_of(int(year["year"] or 0)) if year else None


def _common_stage(rows: list[tuple[Cell, ...]]) -> str | None:
    stages = {_stage(row[0].text) for row in rows}
    return stages.pop() if len(stages) == 1 else None


def _year_name(label: str) -> str:
    year = _YEAR_GROUP.search(label)
    return f"Year {year['year']}" if year and year["year"] else "Reception"


def academic_years(headings: list[str]) -> list[str]:
    """The headings as academic years, "2019/21" as 2019/20; what makes it a part year stays: "2020/21 to date"."""
    years = []
    for heading in headings:
        match = _YEAR_HEADING.match(heading)
        rest = re.sub(r"\s+", " ", match["rest"]).rstrip() if match else ""
        years.append(f"{heading[:4]}/{(int(heading[:4]) + 1) % 100:02d}{rest}")
    return years


def _panel(number: int, table: TableRead, quote: Quoter) -> list[PanelFigure]:
    name = _panel_name(table) or ""
    figures: list[PanelFigure] = []
    rows = [row for row in table.rows if TOTAL_LABEL.search(row[0].text) or not STATISTIC.match(row[0].text.strip())]
    every = [row for row in rows if not TOTAL_LABEL.search(row[0].text)]
    totals = [row for row in rows if TOTAL_LABEL.search(row[0].text)]
    group: list[tuple[Cell, ...]] = []  # the schools since the last total
    for place, row in enumerate(table.rows):
        label = row[0].text
        total = any(row is other for other in totals)
        for index in range(1, table.columns):
            measure, cell = table.header[index].text, row[index]
            adds = total and not PARTIAL_TOTAL.search(label) and not NOT_ADDED.search(measure)
            sums = _summed(table, index, cell, group, every) if adds else _Summed()
            figures.append(
                PanelFigure(
                    panel=name,
                    school=None if row is totals[-1] else label,
                    measure=measure,
                    printed=_printed(cell),
                    value=_figure(cell).value,
                    place=(number, place),
                    quote=quote(cell),
                    recomputed=sums.recomputed,
                    wrong=sums.wrong,
                    confirmed=sums.confirmed,
                )
            )
        group = [] if total else [*group, row]
    return figures


def _schools(number: int, table: TableRead, quote: Quoter) -> list[SchoolFigure]:
    names = [cell.text or f"column {index}" for index, cell in enumerate(table.header, start=1)]
    return [
        SchoolFigure(
            school=row[0].text, measure=names[index], printed=_printed(row[index]),
            value=_figure(row[index]).value, place=(number, place), quote=quote(row[index]),
        )
        for place, row in enumerate(table.rows)
        if row[0].text and not STATISTIC.match(row[0].text.strip())
        for index in range(1, table.columns)
    ]  # fmt: skip


def _outreach(table: TableRead, quote: Quoter) -> list[Outreach]:
    rows = [row for row in table.rows if not TOTAL_LABEL.search(row[0].text)]
    pupils = [value for row in rows if (value := _figure(row[1]).value) is not None]
    whole = sum(pupils, Decimal(0))
    outcomes = []
    for row in rows:
        value = _figure(row[1]).value
        share = (value * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP) if value is not None and whole else None
        outcomes.append(
            Outreach(
                outcome=row[0].text, pupils=value, percent_printed=_printed(row[2]), percent=share, quote=quote(row[2])
            )
        )
    return outcomes


def _referrals(table: TableRead, quote: Quoter) -> list[Referral]:
    return [
        Referral(school=row[0].text, referrals=_figure(row[1]).value, quote=quote(row[1]))
        for row in table.rows
        if row[0].text and not TOTAL_LABEL.search(row[0].text)
    ]
