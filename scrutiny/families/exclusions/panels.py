"""Room `exclusions`: what panels, partnerships and clusters of schools dealt with.

Takes a `ReportTable`, gives the `PanelFigure`s it holds: one panel to a table with its schools as rows, or the panels
themselves as rows. A panel is known by its name in the corner, the caption or the rows. A table that is like those of
the panels and bears no name is no panel: it is kept among the other tables.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec.structs import replace

from scrutiny.families.exclusions.facts import PanelFigure
from scrutiny.families.exclusions.labels import NARROWED, counts_other, find_facets, find_measure, scope_of, time_of
from scrutiny.families.exclusions.lists import OF_A_SCHOOL
from scrutiny.families.exclusions.measured import NOTHING, ReportTable
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.groups import group_columns
from scrutiny.tables.lines import AxisValue, over
from scrutiny.tables.measure import Axis
from scrutiny.tables.model import RowKind
from scrutiny.tables.roles import Role, find_period, names_statistic, names_total, without_period
from scrutiny.tables.units import UnitKind

_KIND = r"(?:panels?|partnerships?|clusters?|clwstwr|clystyrau|localit(?:y|ies)|consorti(?:um|a)|collaboratives?)"
_NAMED = pattern_of(rf"\b{_KIND}\b", re.IGNORECASE)
_SEVERAL = pattern_of(
    r"\b(?:panels|partnerships|clusters|clystyrau|localities|consortia|collaboratives)\b", re.IGNORECASE
)
_OF_A_KIND = r"(?:area|district|inclusion|behaviour|school|learning|associated|local)"
_AREA = (
    rf"(?:{_KIND}|areas?|districts?|wards?|neighbourhoods?|zones?|quadrants?|hubs?|federations?|"
    rf"(?:schools?|learning)\s+(?:groups?|communit(?:y|ies)|networks?)|ardal(?:oedd)?)"
)
_HEADS_PANELS = pattern_of(
    rf"^\W*(?:name\s+of\s+)?(?:the\s+)?(?:{_OF_A_KIND}\s+)*{_AREA}(?:\s+name)?\W*$", re.IGNORECASE
)
"""Heading of a column whose rows are panels or areas, whatever they are called."""
_BY_PANEL = pattern_of(rf"\b(?:by|per|for\s+each|fesul)\s+(?:{_OF_A_KIND}\s+)*{_AREA}\b", re.IGNORECASE)
_AND_MORE = pattern_of(r"\W+(?:and|by)\s+(?!(?:the\s+)?(?:academic\s+|school\s+)?years?\b)", re.IGNORECASE)
"""What goes on behind "by locality" with something else that the rows may be."""

_OF_MEASURES = pattern_of(r"\W*(?:measures?|outcomes?|indicators?|activit(?:y|ies))\W*$", re.IGNORECASE)
_GENERIC = pattern_of(
    r"\b(?:schools?|academ(?:y|ies)|settings?|providers?|names?|years?|groups?|measures?|outcomes?|dates?|terms?|months?|totals?|"
    r"stages?|reasons?|numbers?|panels?|partnerships?|clusters?)\b",
    re.IGNORECASE,
)
"""Words of a heading that names no one thing: below "Panel data", another corner is the name of a panel."""

_NO_NAME = pattern_of(
    rf"\b(?:data|by|of|per|and|each|summary|all|cases?|outcomes?|total|table|appendix|figure|{_KIND}|the|{_OF_A_KIND}|"
    r"crynodeb|y|o|r|19\d\d|20\d\d|\d\d?)\b",
    re.IGNORECASE,
)
_DEALT_WITH = pattern_of(
    r"\b(?:cases?|referr(?:als?|ed)|discussed|exclu\w*|reintegrat\w*|managed\s+moves?|openings)\b", re.IGNORECASE
)
_CASES = pattern_of(r"\b(?:cases?|referr(?:als?|ed)|discussed)\b", re.IGNORECASE)
_OF_TIME = pattern_of(r"\b(?:terms?|quarters?|half[\s-]years?|years?|months?)\b", re.IGNORECASE)

LONGEST_NAME = 60
"""Characters of the name of a panel: what is longer is a sentence."""

FEWEST_MEASURES = 3
"""Columns of a table of one panel; with fewer it is a list of schools."""

ALIKE = 0.8
"""So much of the headings of a table without a name must be those of the panels' tables."""


def panel_name(each: ReportTable) -> str | None:
    """The one panel that the corner or the caption names."""
    for text in (each.corner, each.caption or ""):
        if _SEVERAL.search(text):
            continue  # "Cases brought to the panels" names none
        names = _NAMED.search(text) and len(text) < LONGEST_NAME and not re.search(r"\bdata\b", text, re.IGNORECASE)
        if names and re.search(r"\b[A-Z]\w", _NO_NAME.sub(" ", text)) and not re.search(r"\bby\b", text, re.IGNORECASE):
            return text
    words = each.corner.split()
    told = _NAMED.search(each.caption or "") and words and all(word[:1].isupper() for word in words)
    return each.corner if told and len(words) > 1 and not _GENERIC.search(each.corner) else None


def find_panels(each: ReportTable) -> list[PanelFigure]:
    """The figures of a table of one panel, of panels with their schools, or of one whose rows are the panels; none
    where it is neither."""
    headings = [each.heading(column) for column in range(len(each.table.columns))]
    if _goes_on_with_headings(each) or has_panels_across(each):
        return []
    dealt = any(map(_DEALT_WITH.search, headings)) or any(
        any(find_measure(text)) for text in (*headings, each.caption or "")
    )
    groups = _groups(each) if dealt else None
    if groups is not None:
        return list(_of_groups(each, *groups))
    alone = (_HEADS_PANELS.match(each.corner) or _are_panels(each, Axis.DOWN)) and each.table.columns[0].at == 1
    if alone and dealt and not each.table.headed_by_figures:
        schools = sum(OF_A_SCHOOL.search(line.label) is not None for line in each.table.rows)
        mixed = any(each.table.rows[row].role is not Role.TOTAL for row in each.blocks)
        return [] if mixed or 1 < schools < len(each.table.rows) - 1 else list(_of_rows(each, every=True))
    name = panel_name(each)
    if name and dealt and len(each.table.table.header) > FEWEST_MEASURES and not has_panels(each.table.rows):
        return [] if _counts(each) else list(_of_one(each, name))
    says = re.search(r"\bpanels?\b", f"{each.caption or ''} {each.corner}", re.IGNORECASE)
    if each.table.columns[0].at == 1 and has_panels(each.table.rows) and (says or any(map(_CASES.search, headings))):
        return list(_of_rows(each))
    return []


def _groups(each: ReportTable) -> tuple[Sequence[str], Sequence[str]] | None:
    """Of each row the panel that it stands in, and its school: from a column of panels beside that of the schools, from
    sections, or from rows that the figures prove to be the totals of those beside them. Behind the schools, a column
    of panels that come and go says more of each school, and parts no rows."""
    for column in group_columns(each.table):
        runs, first = [name for name, _ in groupby(column.names)], each.table.rows[0].labels[0]
        parts = first == column.names[0] or len(set(runs)) == len(runs)
        if parts and _HEADS_PANELS.match(column.heading) and not any(map(NARROWED.search, column.names)):
            return column.names, column.members
    labels = [line.label for line in each.table.rows]
    said = _BY_PANEL.search(each.caption or "") or re.search(rf"\b{_AREA}\b", each.corner, re.IGNORECASE)
    heads = {at: scope_of(labels[row]) or labels[row] for row, held in each.blocks.items() for at in held}
    ways = ([line.section or "" for line in each.table.rows], [heads.get(row, "") for row in range(len(labels))])
    for names, fewest in zip(ways, (2, max(2, len(each.blocks))), strict=True):
        own = {name for row, name in enumerate(names) if not each.is_total(row)}
        named = said or all(_NAMED.search(name) and re.search(r"\w", _NO_NAME.sub(" ", name)) for name in own)
        if len(own) >= fewest and named and all(map(_may_be_panel, own)) and each.table.columns[0].at == 1:
            return names, labels
    return None


def _may_be_panel(name: str) -> bool:
    """Whether a section names nothing that is counted, nobody who is and no time."""
    own = find_facets(name)
    said = own.group or own.measure or own.mixed or own.year or own.part or _OF_TIME.search(name)
    return bool(name) and not said


def _of_groups(each: ReportTable, names: Sequence[str], schools: Sequence[str]) -> Iterator[PanelFigure]:
    """The schools of several panels and the totals of each; a total of which it is not known what it holds is none, and
    neither is a row below the total of its panel one of its schools."""
    members = {row for row, school in enumerate(schools) if school and not each.is_total(row)}
    period, begun, closed = time_of(each.caption), set[str](), set[str]()
    for row, line in enumerate(each.table.rows):
        if row in members and names[row] and names[row] not in closed and not names_statistic(line.label):
            begun.add(names[row])
            yield from _of_row(each, row, names[row], schools[row], period, total=False)
        if not each.is_total(row):
            continue
        closed |= {names[row]} & begun
        addition = each.addition(Axis.DOWN, row)
        own = set(each.blocks.get(row, each.leaves(addition) if addition else ()))
        held = {names[at] for at in own}
        if len(held) == 1 and own == {at for at in members if names[at] in held}:
            yield from _of_row(each, row, held.pop(), None, period, total=True)
        elif len(held) > 1:
            for figure in _of_row(each, row, line.inner, None, period, total=True):
                yield replace(figure, of_panels=True)


def _goes_on_with_headings(each: ReportTable) -> bool:
    """Whether the first row holds words where figures should stand: it is more of a heading, whose columns are not
    known then."""
    texts = [cell.cell.text for cell in each.table.line(Axis.DOWN, 0) if cell.cell.text]
    return len(texts) >= 2 and all(len(re.findall(r"[^\W\d_]{3,}", text)) > 0 for text in texts)


def has_panels_across(each: ReportTable) -> bool:
    """Whether the columns are panels or the schools of one, and the rows what is counted, or years."""
    if each.table.columns[0].at != 1 or has_panels(each.table.rows):
        return False
    names = _said(each, Axis.ACROSS)
    bare = [name for name in names if not _is_school(name)]
    one = (
        2 * len(bare) <= len(names) > 1
        and panel_name(each)
        and not any(_is_said(name) or _compares(name) for name in bare)
    )
    return bool(one and _counts(each)) or _are_panels(each, Axis.ACROSS)


def _counts(each: ReportTable) -> bool:
    """Whether most rows say what is counted, who is or when."""
    own = _said(each, Axis.DOWN)
    return 2 * sum(_is_said(name) and not _is_school(name) for name in own) > len(own)


def _is_school(label: str) -> bool:
    """Whether a label is the name of a school: in capitals, and with more than its kind."""
    words = all(word[:1].isupper() for word in re.findall(r"\w{4,}", label))
    return words and OF_A_SCHOOL.search(label) is not None and bool(find_facets(label).rest)


def _are_panels(each: ReportTable, axis: Axis) -> bool:
    """Whether the lines of an axis are panels because the caption goes by them: names that say nothing of what is
    counted, of whom or when, beside lines that do."""
    said = _BY_PANEL.search(each.caption or "")
    names, others = _said(each, axis), _said(each, axis.other)
    if said is None or _AND_MORE.match(each.caption or "", said.end()) or len(set(names)) < max(2, len(names)):
        return False
    own = all(
        name[:1].isupper() and not (_is_said(name) or _compares(name) or OF_A_SCHOOL.search(name)) for name in names
    )
    heads = not each.corner or axis is Axis.ACROSS or _is_said(each.corner) or _OF_MEASURES.match(each.corner)
    return bool(own and heads) and 2 * sum(map(_is_said, others)) > len(others)


def _said(each: ReportTable, axis: Axis) -> list[str]:
    """The labels of an axis that are no totals."""
    lines = each.table.lines(axis)
    wholes = {own.target for own in each.additions(axis) if own.proven}
    return [line.label for at, line in enumerate(lines) if line.role is not Role.TOTAL and at not in wholes]


def _is_said(label: str) -> bool:
    """Whether a label says what is counted, who is or when."""
    return not _may_be_panel(label) or _DEALT_WITH.search(label) is not None or counts_other(label)


def _compares(label: str) -> bool:
    """Whether a label names some pupils, another area, or what is aimed at."""
    return names_statistic(label) or NARROWED.search(label) is not None


def has_panels(lines: Sequence[AxisValue]) -> bool:
    """Whether the lines of an axis are panels: two names at least, and no more of other names."""
    own = [line.label for line in lines if line.role is not Role.TOTAL and not find_period(line.label)]
    named = {text for text in own if _NAMED.search(text) and re.search(r"\w", _NO_NAME.sub(" ", text))}
    return len(named) >= 2 and 2 * sum(_NAMED.search(text) is not None for text in own) > len(own)


def like_panels(each: ReportTable, panels: Sequence[ReportTable]) -> bool:
    """Whether a table without a name has the headings of a table of a panel."""
    own = [cell.text.casefold() for cell in each.table.table.header[1:]]
    for other in () if names_total(each.caption or "") else panels:
        theirs = [cell.text.casefold() for cell in other.table.table.header[1:]]
        if len(own) == len(theirs) >= FEWEST_MEASURES:
            likeness = [SequenceMatcher(None, a, b).ratio() for a, b in zip(own, theirs, strict=True)]
            if sum(value >= ALIKE for value in likeness) >= ALIKE * len(own):
                return True
    return False


def _of_one(each: ReportTable, name: str) -> Iterator[PanelFigure]:
    """The schools of one panel."""
    period = time_of(each.caption)
    totals = [row for row, line in enumerate(each.table.rows) if names_total(line.label)]
    named = (row for row, line in enumerate(each.table.rows) if line.label and line.label in name)
    own = [row for row in named if each.parts_of(row) or _NAMED.search(each.table.rows[row].label)]
    if own and not totals:  # "Mid Panel" below its schools, in a table headed "Schools of the Mid Panel, 2022/23"
        totals, name = own, each.table.rows[own[-1]].label
    for row, line in enumerate(each.table.rows):
        if row in totals or not names_statistic(line.label):
            school = None if totals and row == totals[-1] else line.label
            yield from _of_row(each, row, name, school, period, total=row in totals)


def _of_rows(each: ReportTable, *, every: bool = False) -> Iterator[PanelFigure]:
    """Panels as rows, in sections of time or without; with `every`, each row but a total is one."""
    period = time_of(each.caption)
    for row, line in enumerate(each.table.rows):
        total = each.is_total(row) or not (every or _NAMED.search(line.label))
        if names_statistic(line.label) and not total:
            continue
        pieces = [piece.strip() for piece in re.split(r"[,(:–]", line.label)]
        own = next((piece.rstrip(")") for piece in pieces[1:] if _OF_TIME.search(piece)), None)
        when = line.section if line.section and _OF_TIME.search(line.section) else own or line.section or period
        if total and len({each.table.rows[part].section for part in each.parts_of(row)}) > 1:
            when = own or period
        for figure in _of_row(each, row, line.label, None, when, total=total):
            yield replace(figure, of_panels=total)


def _measure(each: ReportTable, at: int) -> tuple[str, str | None]:
    """What a column counts and when, by its heading and those that stand over it: "Suspensions" over "Spring 2025". A
    table of one measure says it in the caption."""
    own = each.table.table.header[at].text
    raw = each.table.table
    heads = [row[at] for row, kind in zip(raw.grid, raw.kinds, strict=False) if kind is RowKind.HEADING]
    single = [cell.text for cell in heads if cell.columns == 1 and cell.text]
    texts = [text for text in dict.fromkeys((*over(raw, at), *(single if " ".join(single) == own else (own,)))) if text]
    words = [text for text in texts if not find_period(text) or re.search(r"[^\W\d_]{3,}", without_period(text))]
    times = [text for text in texts if text not in words]
    if len(texts) == 1 and words:
        return own, time_of(own)
    caption = each.caption or ""
    said = None if counts_other(caption) else find_measure(caption)[0]
    return " ".join(words) or (said.value if said else caption or own), " ".join(times) or None


def _of_row(
    each: ReportTable, row: int, panel: str, school: str | None, period: str | None, *, total: bool
) -> Iterator[PanelFigure]:
    """The figures of a row. Every column with a heading is kept, also one that is blank from top to bottom."""
    raw, line = each.table.table, each.table.rows[row]
    figures = {heading.at: column for column, heading in enumerate(each.table.columns)}
    first = each.table.columns[0].at
    cells = next(cells for cells in raw.rows if cells[first] is each.cell(row, 0).cell)
    for at, heading in enumerate(raw.header):
        column = figures.get(at)
        if column in each.nameless:
            continue
        if column is None and (at < first or not heading.text or each.holds_words(at)):
            continue
        figure = each.cell(row, column).figure if column is not None else None
        unit = each.cell(row, column).unit.kind if column is not None else UnitKind.UNKNOWN
        sums = each.recomputed(row, column) if column is not None and total else NOTHING
        measure, when = _measure(each, at)
        yield PanelFigure(
            panel=panel, school=school, measure=measure, period=when or period, printed=cells[at].text or None,
            value=figure.value if figure else None, place=(each.number, line.at), column=at,
            quote=each.quote(cells[at]), table=each.caption, unit=unit.value if unit is not UnitKind.UNKNOWN else None,
            recomputed=sums.value, wrong=sums.wrong, confirmed=sums.confirmed,
        )  # fmt: skip
