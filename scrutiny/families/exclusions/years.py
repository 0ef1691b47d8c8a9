"""Room `exclusions`: exclusions by year group or stage and by year.

Takes a `ReportTable`, gives the `YearFigure`s it holds, whichever way it is turned: year groups down the side with
years across, or the other way round; years in headings, sections or the caption; one measure for the whole table or a
measure for each column. A row that is not understood is kept under its label. What is not a count of exclusions of a
year group in a year is left to the other rows of the report.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.exclusions.facts import ANY_EXCLUSION, PERMANENT, SUSPENDED, TOTAL, Measure, YearFigure
from scrutiny.families.exclusions.labels import (
    PART_HEADED,
    YEAR,
    Facets,
    counts_other,
    find_facets,
    find_group,
    in_full,
    limits,
    scope_of,
)
from scrutiny.families.exclusions.measured import ReportTable
from scrutiny.families.exclusions.panels import panel_name
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.lines import AxisValue
from scrutiny.tables.measure import Axis
from scrutiny.tables.roles import Period, Role, counts_persons
from scrutiny.tables.units import UnitKind

FEWEST_GROUPS = 2
"""Lines that name a year group or stage: one alone is a row of some other table."""

COUNTED = frozenset({UnitKind.COUNT, UnitKind.UNKNOWN})


class _Around(Struct, frozen=True, kw_only=True):
    """What the caption and the corner of a table say of all its cells. `other` says that they name something else that
    is counted, `silent` that they name no exclusions (for these two a sentence above the table is asked too), and
    `scope` is the part of it all that they speak of."""

    year: str | None
    measure: Measure | None
    mixed: bool
    other: bool
    silent: bool
    scope: str | None


def has_groups(each: ReportTable, lines: Sequence[AxisValue]) -> bool:
    """Whether an axis is one of year groups or stages, or of kinds of school alone."""
    own = [find_facets(label) for label in each.labels(lines)]
    groups = [facets for facets in own if facets.group and not facets.year]
    others = len(lines) - len(groups) - sum(line.role is Role.TOTAL for line in lines)
    kinds = {facets.group for facets in groups if not facets.total}
    alone = len(kinds) >= FEWEST_GROUPS and all(facets.plain and (facets.group or facets.total) for facets in own)
    return (alone or _of_ages(groups)) and others <= len(groups)


def _of_ages(lines: Sequence[Facets]) -> bool:
    """Whether some lines name year groups, stages or runs of years, and not only kinds of school."""
    groups = [facets.group for facets in lines if facets.group]
    named = {group.name for group in groups if group.whole or group.key_stage or re.search(r"\d", group.name)}
    return len(named) >= FEWEST_GROUPS


def find_years(each: ReportTable) -> list[YearFigure]:
    """The figures of a table whose rows are year groups; none where it counts something else."""
    if each.of_money or not has_groups(each, each.table.rows):
        return []
    around = _around(each)
    columns = _facets_of_columns(each, around)
    rows = _facets_of_rows(each, heading=True)
    northern = any("14" in line.label and facets.group for line, facets in zip(each.table.rows, rows, strict=True))
    ages = _of_ages(rows)
    found = []
    for column, of_column in enumerate(columns):
        if not _counts(of_column) or column in each.unsure_columns:
            continue
        for row, of_row in enumerate(rows):
            if row in each.unsure_rows:
                continue
            figure = _figure(each, row, column, of_row, of_column, around)
            if figure is not None and (ages or figure.measure):  # kinds of school have all sorts of figures
                found.append(replace(figure, key_stage=None) if northern and not figure.is_total else figure)
    named = sorted(_once_headed(found, _whole_columns(each)), key=lambda figure: (figure.place, figure.column))
    return _once_named(named, dict(_sections(each)))


def _sections(each: ReportTable) -> Iterator[tuple[int, str]]:
    """The section of each row, by its place, that says more than a measure or a year; a row that adds up rows of other
    sections stands in none."""
    for row, line in enumerate(each.table.rows):
        own = find_facets(line.section or "")
        parts = {each.table.rows[at].section for at in each.parts_of(row)}
        if line.section and (own.group or own.rest) and parts <= {line.section}:
            yield line.at, line.section


def _whole_columns(each: ReportTable) -> set[int]:
    """The columns that are proven to be the sums of others."""
    return {each.table.columns[own.target].at for own in each.additions(Axis.ACROSS) if own.proven}


def _once_headed(figures: Sequence[YearFigure], whole: set[int]) -> Iterator[YearFigure]:
    """Of columns that come to the same measure and year ("Sum", which is the summer term, and "Total"), the one that
    the figures prove to be the sum of others; where none is proven, none, for nothing says which is the whole year."""
    columns: dict[tuple[Measure | None, str], set[int]] = {}
    for figure in figures:
        columns.setdefault((figure.measure, figure.academic_year), set()).add(figure.column)
    for figure in figures:
        alike = columns[figure.measure, figure.academic_year]
        if len(alike) == 1 or _in_sections(figures, alike) or alike & whole == {figure.column}:
            yield figure


def _in_sections(figures: Sequence[YearFigure], columns: Collection[int]) -> bool:
    """Whether no row has figures in two of the columns: then the years stand in sections."""
    own = [(figure.place, figure.measure, figure.academic_year) for figure in figures if figure.column in columns]
    return len(set(own)) == len(own)


def _once_named(figures: Sequence[YearFigure], sections: Mapping[int, str]) -> list[YearFigure]:
    """Rows of one table that have the same name are not understood, but for totals: they keep their labels, with the
    section that they stand in."""
    rows: dict[tuple[str, str, Measure | None], set[tuple[int, int]]] = {}
    for figure in figures:
        rows.setdefault((figure.year_group, figure.academic_year, figure.measure), set()).add(figure.place)
    return [
        _with_section(figure, sections.get(figure.place[1]))
        if len(rows[figure.year_group, figure.academic_year, figure.measure]) > 1
        else figure
        for figure in figures
    ]


def _with_section(figure: YearFigure, section: str | None) -> YearFigure:
    """A figure whose row has the name of another row; a total is that of its section."""
    if figure.is_total:
        own = ", ".join(filter(None, (section, scope_of(figure.label))))
        return replace(figure, key_stage=own) if section else figure
    name = f"{section}, {figure.label}" if section else figure.label
    return replace(figure, year_group=name, key_stage=None, understood=False)


def _counts(column: Facets) -> bool:
    """Whether the heading of a column leaves nothing open: "Boys", "Change" and "Rate" do."""
    return column.plain and column.group is None


def _figure(
    each: ReportTable, row: int, column: int, of_row: Facets, of_column: Facets, around: _Around
) -> YearFigure | None:
    cell, line, heading = each.cell(row, column), each.table.rows[row], each.table.columns[column]
    section = find_facets(line.section or "")
    year = of_column.year or section.year or around.year
    measure = of_column.measure or section.measure or of_row.measure or around.measure
    said = measure is not None and (of_column.measure or section.measure or of_row.measure) is not None
    if year is None or (cell.unit.kind not in COUNTED and not (said and cell.unit.kind is UnitKind.PLACES)):
        return None
    if section.rest and counts_other(line.section or ""):
        return None
    if not said and (around.other or around.mixed):
        return None
    if measure is None and around.silent and not ANY_EXCLUSION.search(f"{each.heading(column)} {line.section}"):
        return None
    part = of_column.part or section.part
    if part:
        year = part_year(each.heading(column) if of_column.part else line.section or "", year, heading.period)
    whole = of_row.plain and of_row.group is None and of_row.measure is not None and of_row.year is None
    total = whole or (of_row.total and not (of_row.group and of_row.group.whole)) or _is_whole(each, row, of_row)
    added = bool(each.parts_of(row))  # whatever it is called: "Key Stage 3" above its years
    sums = each.recomputed(row, column) if added or total else None
    name, key_stage = _name(each, row, of_row, total)
    if total and key_stage is None and each.is_inner(row) and not _holds_groups(each, row):
        return None
    return YearFigure(
        measure=measure, key_stage=key_stage, year_group=name, academic_year=year,
        heading_printed=_heading_printed(each, row, column, section, year), label=line.label,
        leaf=not (total or of_row.of_which or added), scope=around.scope,
        understood=total or (of_row.group is not None and of_row.group.sure and not of_row.of_which),
        printed=cell.cell.text or None, value=cell.figure.value, place=(each.number, line.at),
                column=heading.at,
        quote=each.quote(cell.cell), table=each.caption, unit=measure.value if measure else "exclusions",
        recomputed=sums.value if sums else None, wrong=bool(sums and sums.wrong and total),
        confirmed=sums.confirmed if sums else True,
    )  # fmt: skip


def _heading_printed(each: ReportTable, row: int, column: int, section: Facets, year: str) -> str:
    """The heading that names the year, as printed: that of the column, or what stands over it."""
    own, whole = each.table.columns[column].label, each.heading(column)
    for heading in (own, whole):
        if find_facets(heading, heading=True).year:
            return heading
    return each.table.rows[row].section or year if section.year else year


def _name(each: ReportTable, row: int, facets: Facets, total: bool) -> tuple[str, str | None]:
    """What a row is called, and the key stage: of a total, what it is the total of."""
    label = each.table.rows[row].label
    if not total:
        return (facets.group.name, facets.group.key_stage) if facets.group else (label, None)
    scope = scope_of(label)
    return TOTAL, scope or _common_stage(each, row)


def _common_stage(each: ReportTable, row: int) -> str | None:
    """The one key stage of the rows that a total is found to add."""
    groups, parts = [find_group(label) for label in each.labels(each.table.rows)], each.parts_of(row)
    if len(parts) == sum(group is not None for group in groups):
        return None
    stages = {group.key_stage if (group := groups[part]) else None for part in parts}
    return stages.pop() if len(stages) == 1 else None


def _is_whole(each: ReportTable, row: int, facets: Facets) -> bool:
    """Whether a row whose label names nothing of its own ("Borough", "Authority") is proven to be the sum of every
    year group."""
    if not facets.plain or facets.group or facets.year or facets.part:
        return False
    own = each.addition(Axis.DOWN, row)
    return own is not None and own.proven and _holds_groups(each, row)


def _holds_groups(each: ReportTable, row: int) -> bool:
    """Whether a row is found to add all rows that name a year group or stage."""
    return set(each.parts_of(row)) >= {at for at, label in enumerate(each.labels(each.table.rows)) if find_group(label)}


def _facets_of_rows(each: ReportTable, *, heading: bool = False) -> list[Facets]:
    """What the rows say; a term that bears the name of a total ("Sum" below "Spr") is none."""
    labels = each.labels(each.table.rows) if heading else [line.label for line in each.table.rows]
    return [
        replace(facets, part=True, total=False) if line.role is Role.PERIOD and facets.total else facets
        for line, label in zip(each.table.rows, labels, strict=True)
        for facets in [find_facets(label, heading=heading)]
    ]


def _facets_of_columns(each: ReportTable, around: _Around) -> list[Facets]:
    """What the columns say, with the headings that stand over several of them: a measure over its years. "Pupils" in a
    table of suspensions are another count than that of suspensions."""
    found = [find_facets(each.heading(column), heading=True) for column in range(len(each.table.columns))]
    for at, (facets, line) in enumerate(zip(found, each.table.columns, strict=True)):
        if line.period is not None and line.period.part:
            found[at] = replace(facets, part=True, total=False)
        elif around.measure is Measure.SUSPENSIONS and facets.measure is None and counts_persons(line.label):
            found[at] = replace(facets, rest="pupils")
    return found


def _around(each: ReportTable) -> _Around:
    said = " ".join(text for text in (each.caption, each.corner) if text)
    facets = find_facets(each.caption or "")
    whole, spoken = find_facets(said), f"{said} {each.table.caption}"
    return _Around(
        year=facets.year if not facets.part else None, measure=whole.measure, mixed=whole.mixed,
        other=counts_other(spoken), silent=bool(each.table.caption) and not ANY_EXCLUSION.search(spoken),
        scope=facets.group.name if facets.group else limits(each.caption or ""),
    )  # fmt: skip


def part_year(printed: str, year: str, period: Period | None = None) -> str:
    """A part of a year as it is named in the rows: "2020/21 to date"."""
    behind = YEAR.sub(" ", in_full(printed), count=1)
    for measure in (PERMANENT, SUSPENDED):
        behind = measure.sub(" ", behind)
    named = PART_HEADED.search(behind) or (period is not None and period.part)
    return f"{year} {' '.join(behind.split())}" if named else year


_NUMBER_OF = pattern_of(r"\W*(?:total\s+)?(?:numbers?|nos?\.?|count)\s+of\b", re.IGNORECASE)
"""A row that says itself that it counts, below a caption that names other things too."""


def find_series(each: ReportTable) -> Iterator[YearFigure]:
    """Totals of a year from a table of years without year groups: a row that says nothing but the measure, or the
    total of a table that counts one measure of all schools."""
    yield from _once_headed(list(_series(each)), _whole_columns(each))


def _series(each: ReportTable) -> Iterator[YearFigure]:
    around = _around(each)
    beside = any(counts_other(line.label) for line in each.table.rows)  # the other thing has a line of its own
    columns = _facets_of_columns(each, around)
    whole = any(facets.year and not facets.part for facets in columns)
    sections = dict(_sections(each))
    counted = any(facets.year is not None and facets.plain for facets in columns)
    if each.of_money or not counted or panel_name(each):  # what one panel dealt with is a part of the year
        return
    for row, (line, facets) in enumerate(zip(each.table.rows, _facets_of_rows(each), strict=True)):
        section = find_facets(line.section or "")
        bare = facets.plain and facets.group is None and facets.year is None and not facets.part
        counts = (
            not around.other
            or _NUMBER_OF.match(line.label)
            or (beside and not any((cell.figure.value or 0) % 1 for cell in each.table.line(Axis.DOWN, row)))
        )
        own = facets.measure if bare and counts else None
        whole_table = (
            bare and facets.total and not around.other and not each.is_inner(row)
        )  # the total of a table that counts one measure
        if own is None or section.measure not in (None, own):
            own = (section.measure or around.measure) if own is None and whole_table else None
        if own is None or around.scope or line.at in sections:
            continue
        for column, of_column in enumerate(columns):
            cell, heading, year = each.cell(row, column), each.table.columns[column], of_column.year
            if not _counts(of_column) or year is None or cell.unit.kind not in COUNTED:
                continue
            if of_column.part and (not whole or sum(other.year == year for other in columns) > 1):
                continue  # the running year beside whole ones, no term of a year
            sums = each.recomputed(row, column)
            yield YearFigure(
                measure=own, key_stage=None, year_group=TOTAL,
                academic_year=part_year(each.heading(column), year, heading.period) if of_column.part else year,
                heading_printed=_heading_printed(each, row, column, section, year), label=line.label,
                leaf=False, printed=cell.cell.text or None, value=cell.figure.value, place=(each.number, line.at),
                column=heading.at,
                quote=each.quote(cell.cell), table=each.caption, unit=own.value, recomputed=sums.value,
                wrong=sums.wrong, confirmed=sums.confirmed,
            )  # fmt: skip
