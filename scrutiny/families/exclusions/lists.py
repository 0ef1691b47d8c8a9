"""Room `exclusions`: lists of schools, outcomes and referrals, and every other table of a report.

Takes a `ReportTable`, gives its rows as typed figures: schools with their measures, outcomes of outreach with their
share, referrals; and of a table that is none of these every figure under its printed labels.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from scrutiny.families.exclusions.facts import OtherFigure, Outreach, Referral, SchoolFigure, TableFigure
from scrutiny.families.exclusions.labels import find_facets, first_year
from scrutiny.families.exclusions.measured import ReportTable
from scrutiny.figures import parse_figure
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.measure import Axis
from scrutiny.tables.roles import names_statistic, names_total
from scrutiny.tables.units import UnitKind

_SCHOOL = pattern_of(
    r"^\W*(?:name\s+of\s+)?(?:schools?|academ(?:y|ies)|settings?|ysgol(?:ion)?)(?:\W+schools?)?\W*$", re.IGNORECASE
)
OF_A_SCHOOL = pattern_of(r"\b(?:school|academy|college|ysgol|infants?|juniors?|primary|high|grammar)\b", re.IGNORECASE)

FEWEST_MEASURES = 2
"""Columns of figures of a table of schools: with one it is a list of something that schools did."""


def of_schools(each: ReportTable) -> bool:
    """Whether the rows of a table are schools: the first column says so, or most labels of one column are names of
    schools; not where half of them name what is counted or when."""
    if len(each.table.columns) < FEWEST_MEASURES:
        return False
    labels = [line.label for line in each.table.rows if not names_total(line.label)]
    counted = [facets for facets in map(find_facets, labels) if facets.measure or facets.year]
    if 2 * len(counted) >= len(labels):
        return False
    named = sum(OF_A_SCHOOL.search(label) is not None for label in labels) if each.table.columns[0].at == 1 else 0
    return _names_at(each) is not None or (len(labels) >= 3 and named * 5 > len(labels) * 4)


def _names_at(each: ReportTable) -> int | None:
    """The column of labels that is headed as one of schools; their panel or area may stand in another."""
    heads = [cell.text for cell in each.table.table.header[: each.table.columns[0].at]]
    return next((at for at, head in enumerate(heads) if _SCHOOL.match(head.strip())), None)


def find_schools(each: ReportTable) -> list[SchoolFigure]:
    """Every cell of a table of schools; a column of words only (a town, a phase) is a label and no figure."""
    raw = each.table.table
    units = {line.at: column for column, line in enumerate(each.table.columns)}
    names = [
        each.heading(units[at]) if at in units and cell.text else cell.text or f"column {at + 1}"
        for at, cell in enumerate(raw.header)
    ]
    known = [at for at in range(1, raw.columns) if units.get(at) not in each.nameless]
    columns = [at for at in known if at in units or not each.holds_words(at)]
    named, lines = _names_at(each) or 0, {line.at: line for line in each.table.rows}
    totals = {line.at for row, line in enumerate(each.table.rows) if each.is_total(row)}
    corner = each.corner if find_facets(each.corner).measure else ""
    found = []
    for place, row in enumerate(raw.rows):
        name, line = row[named].text, lines.get(place)
        if line is None and not OF_A_SCHOOL.search(name):
            continue
        total = place in totals or any(names_total(cell.text) for cell in row[: each.table.columns[0].at])
        if not name or total or names_statistic(name):
            continue
        section, labels = ((line.section or ""), line.labels) if line else ("", ())
        beside = [text for text in (section, *labels) if text and text != name]
        counted = find_facets(section)
        again = any(other[named].text == name for other in raw.rows if other is not row)
        over = ", ".join(beside) if again else section if counted.measure or counted.year or counted.part else ""
        for at in columns:
            unit = _unit(each, units[at]) if at in units and raw.header[at].text else None  # no name, no unit
            words = (over, "" if counted.measure or find_facets(names[at]).measure else corner, names[at])
            found.append(
                SchoolFigure(
                    school=name, measure=", ".join(filter(None, words)), printed=row[at].text or None,
                    value=parse_figure(row[at].text).value, place=(each.number, place), column=at,
                    quote=each.quote(row[at]), table=each.caption, unit=unit,
                )
            )  # fmt: skip
    return found


def _unit(each: ReportTable, column: int) -> str | None:
    """What the figures of a column count: the unit that the most of them have."""
    kinds = [cell.unit.kind for cell in each.table.line(Axis.ACROSS, column) if cell.figure.value is not None]
    kind = max(kinds, key=kinds.count, default=UnitKind.UNKNOWN)
    return kind.value if kind is not UnitKind.UNKNOWN else None


_OUTCOME = pattern_of(r"\b(?:outcomes?|results?|destinations?)\b", re.IGNORECASE)
_NOT_OUTREACH = pattern_of(r"\b(?:moves?|panels?|appeals?|reviews?|placements?|exclusions?)\b", re.IGNORECASE)
"""What has outcomes of its own."""


def of_outreach(each: ReportTable) -> bool:
    """Whether a table gives outcomes with a count and its share of all."""
    kinds = [{cell.unit.kind for cell in each.table.line(Axis.ACROSS, at) if cell.figure.value is not None}
             for at in range(len(each.table.columns))]  # fmt: skip
    shares = [at for at, kind in enumerate(kinds) if kind == {UnitKind.PERCENT}]
    if _NOT_OUTREACH.search(f"{each.corner} {each.caption or ''}"):
        return False
    return _OUTCOME.search(each.corner) is not None and len(kinds) == 2 and shares == [1]


def find_outreach(each: ReportTable) -> list[Outreach]:
    """How pupils came out of it; the share is worked out from the pupils."""
    rows = [row for row, line in enumerate(each.table.rows) if not names_total(line.label)]
    pupils = [value for row in rows if (value := each.cell(row, 0).figure.value) is not None]
    whole = sum(pupils, Decimal(0))
    found = []
    for row in rows:
        value, share = each.cell(row, 0).figure.value, each.cell(row, 1).cell
        percent = (value * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP) if value is not None and whole else None
        found.append(
            Outreach(
                outcome=each.table.rows[row].label, pupils=value, percent_printed=share.text or None, percent=percent,
                quote=each.quote(share), place=each.place(row, 0),
            )
        )  # fmt: skip
    return found


def of_referrals(each: ReportTable) -> bool:
    """Whether a table gives for each school the number of its referrals, and nothing else."""
    headings = [line.label for line in each.table.columns]
    return (
        len(headings) == 1 and re.search(r"\breferr", headings[0], re.IGNORECASE) is not None
        and re.search(r"\bschools?\b|\bysgol\b", each.corner, re.IGNORECASE) is not None
    )  # fmt: skip


def find_referrals(each: ReportTable) -> list[Referral]:
    """Referrals school by school."""
    return [
        Referral(
            school=line.label, referrals=each.cell(row, 0).figure.value, quote=each.quote(each.cell(row, 0).cell),
            place=each.place(row, 0),
        )
        for row, line in enumerate(each.table.rows)
        if line.label and not names_total(line.label)
    ]  # fmt: skip


def find_others(each: ReportTable, known: Iterable[TableFigure], why: str | None = None) -> Iterator[OtherFigure]:
    """Every figure of a table that is not among those known, under its labels. `why` says what is missing where the
    table as a whole was not understood."""
    taken = {(figure.place[1], figure.column) for figure in known}
    for row, line in enumerate(each.table.rows):
        for column, heading in enumerate(each.table.columns):
            cell = each.cell(row, column)
            if (line.at, heading.at) in taken or (not cell.cell.text and not line.label):
                continue
            nameless = each.unsure_columns.get(column) or (None if line.section else each.unsure_rows.get(row))
            total = each.parts_of(row) or each.addition(Axis.ACROSS, column)
            sums = each.recomputed(row, column) if total else None
            yield OtherFigure(
                row=line.in_section, heading=each.heading(column),
                corner=each.corner or None,
                period=first_year(each.heading(column), line.label, line.section, each.caption),
                printed=cell.cell.text or None, value=cell.figure.value,
                place=(each.number, line.at), column=heading.at, quote=each.quote(cell.cell), table=each.caption,
                unit=cell.unit.kind.value if cell.unit.kind is not UnitKind.UNKNOWN else None,
                recomputed=sums.value if sums else None, understood=why is None and nameless is None,
                why=why or nameless,
            )  # fmt: skip
