"""Room `exclusions`: what must reconcile with what: the tables of one report with themselves and with one another, and
what its sentences say of its tables.

Takes the report's tables and typed figures, yields findings with their working. Nothing is expected to add up that need
not: suppressed or missing parts make a total unsure, and then nothing is said. Rates are worked out from the count and
the roll that the report prints for the same schools; the same total in three tables is the same figure; a sentence that
names a year group or a stage, a year and a measure says what the table says. Nothing is said where the join is not
unique, or where the other places of the same structure do not bear it out.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.families.exclusions.facts import (
    TOTAL,
    Measure,
    OtherFigure,
    PanelFigure,
    Referral,
    SchoolFigure,
    SummedFigure,
    TrendYear,
    YearFigure,
)
from scrutiny.families.exclusions.labels import NARROWED, PART_OF_YEAR, YEAR, counts_heads, find_facets, find_groups_in
from scrutiny.families.exclusions.measured import ReportTable
from scrutiny.families.exclusions.prose import find_said
from scrutiny.figures.verdicts import Status, Verdict, compare, plain
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.dates import ACADEMIC_YEAR
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import plain_number
from scrutiny.sources import Quote
from scrutiny.tables import MISREAD
from scrutiny.tables.lines import AxisValue
from scrutiny.tables.measure import Axis, MeasureCell
from scrutiny.tables.roles import STATISTIC, Role, names_total
from scrutiny.tables.units import UnitKind


def check_year_totals(years: Sequence[YearFigure]) -> Iterator[Finding]:
    """Totals of key stages and of all."""
    for figure in years:
        if figure.wrong:
            of = figure.key_stage or "all year groups"
            yield _mismatch(f"{of}, {figure.academic_year}", figure, "the year groups")


def check_panel_totals(panels: Sequence[PanelFigure]) -> Iterator[Finding]:
    """Every total of every panel; silent where a part is suppressed or no figure."""
    for total in panels:
        if not total.wrong:
            continue
        counted = sum(
            figure.place[0] == total.place[0]
            and figure.panel == total.panel
            and figure.column == total.column
            and figure.value is not None
            for figure, _ in _of_schools(panels)
        )
        parts = "its schools" if total.school else f"the {counted} schools"
        when = f", {total.period}" if total.of_panels and total.period else ""
        yield _mismatch(
            f"{total.panel}{when}, {f'{total.school}, ' if total.school else ''}{total.measure}",
            total,
            "its panels" if total.of_panels else parts,
        )


def _of_schools(panels: Sequence[PanelFigure]) -> Iterator[tuple[PanelFigure, str]]:
    """The figures that are no totals or sub-totals, each with its school."""
    return ((figure, figure.school) for figure in panels if figure.school and not names_total(figure.school))


_NO_NAME = {"school", "schools", "academy", "college", "primary", "secondary", "the", "high", "community"}


def same_school(one: str, other: str) -> bool:
    """Whether two tables mean the same school: "King James 1" and "King James", "St Bede's, X" and "X St Bedes"."""
    first, second = _words_of(one), _words_of(other)
    return bool(first and second) and (first <= second or second <= first)


@functools.lru_cache(maxsize=1024)  # every school of a table is held against every one of another
def _words_of(school: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", re.sub(r"['’]", "", school.casefold()))) - _NO_NAME


def check_coverage(
    trend: Sequence[TrendYear], panels: Sequence[PanelFigure], schools: Sequence[SchoolFigure],
    others: Sequence[OtherFigure] = (),
) -> Iterator[Finding]:  # fmt: skip
    """The latest year's permanent exclusions against the panels', which need not agree: who is in one table only.
    Silent where a table of the panels bears no name, for then it is not known which are all."""
    totals = [figure for figure in panels if figure.is_total and not figure.of_panels and _PEX.search(figure.measure)]
    if any(other.why and _PEX.search(other.heading) for other in others):
        return
    latest = next((year for year in reversed(trend) if year.whole and year.measure is Measure.PERMANENT), None)
    dated = {id(figure): ACADEMIC_YEAR.search(f"{figure.measure} {figure.period}") for figure in totals}
    if latest is None:
        return
    totals = [
        f for f in totals if not (own := dated[id(f)]) or f"{own['first']}/{own['last'][-2:]}" == latest.academic_year
    ]
    by_panels = _added(figure.recomputed for figure in totals)
    if by_panels is None or latest.pupils == by_panels:
        return
    in_panels = list(dict.fromkeys(school for _, school in _of_schools(panels)))
    in_schools = list(dict.fromkeys(figure.school for figure in schools))
    outside = [name for name in in_schools if not any(same_school(name, other) for other in in_panels)]
    only = [name for name in in_panels if not any(same_school(name, other) for other in in_schools)]
    message = f"{latest.academic_year}: {plain_number(latest.pupils)} permanent exclusions by year group, {plain_number(by_panels)} in the panels"
    if in_schools and outside:
        message += f"; in the table of schools and in no panel: {', '.join(outside)}"
    if in_schools and only:
        message += f"; in a panel and not in the table of schools: {', '.join(only)}"
    yield Finding(
        code=FindingCode.OTHER_COVERAGE,
        severity=Severity.NOTE,
        message=message,
        printed=plain_number(latest.pupils),
        expected=plain_number(by_panels),
        quotes=(latest.quote, *(figure.quote for figure in totals)),
    )


def _mismatch(what: str, total: SummedFigure, parts: str) -> Finding:
    assert total.value is not None and total.recomputed is not None
    apart = total.value - total.recomputed
    way = "too much" if apart > 0 else "too little"
    expected = plain_number(total.recomputed)
    added, off = (f"{each.normalize():,f}" for each in (total.recomputed, abs(apart)))
    return Finding(
        code=FindingCode.TOTAL_MISMATCH,
        severity=Severity.ERROR if total.confirmed else Severity.WARNING,
        message=f"{what}: printed total {total.printed}, {parts} add to {added} ({off} {way})"
        + ("" if total.confirmed else MISREAD),
        printed=total.printed,
        expected=expected,
        quotes=(total.quote,),
    )


def _added(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None where one of the values is not known, or there is none."""
    every = list(values)
    known = [value for value in every if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(every) else None


_PEX = pattern_of(r"\b(?:number\s+of\s+)?(?:PEX|P/Ex|permanent\s+exclusions?)\s*$", re.IGNORECASE)


_PRIMARY = pattern_of(
    r"\bprimary\s+(?:[\w-]+\s+){0,4}?panel\s+(?:has\s+|have\s+)?(?:supported|took|received)\s+(?P<count>\d[\d,]*)\s+(?:young\s+people|pupils|children|referrals)\b",
    re.IGNORECASE,
)


def check_referral_statements(referrals: Sequence[Referral], sentences: Sequence[Quote]) -> Iterator[Finding]:
    """How many the primary panel supported, wherever it is said, against the table of referrals."""
    found = ((_PRIMARY.search(quote.text), quote) for quote in sentences)
    said = [(Decimal(match["count"].replace(",", "")), quote) for match, quote in found if match]
    table = _added(row.referrals for row in referrals)
    for value, quote in said:
        others = {other for other, _ in said} | ({table} if table is not None else set())
        if table is not None and value != table:
            message = f"the primary panel supported {plain_number(value)} here; the table of referrals adds to {plain_number(table)}"
            places = (quote, *(other for count, other in said if count != value))
            yield _stated_twice(message, plain_number(value), plain_number(table), *places)
        elif table is None and len(others) > 1 and value == max(others):
            message = (
                f"the primary panel supported {' and '.join(plain_number(v) for v in sorted(others))}, by two sentences"
            )
            yield _stated_twice(message, plain_number(value), None, *(other for _, other in said))


def _stated_twice(message: str, printed: str, expected: str | None, *quotes: Quote) -> Finding:
    return Finding(
        code=FindingCode.STATED_TWICE, severity=Severity.ERROR, message=message, printed=printed, expected=expected,
        quotes=quotes,
    )  # fmt: skip


# --- rates with their base in another section ------------------------------------------------------

BASES = (100, 1000, 10000)
"""Rates are per 100 (England), 1,000 (Scotland, Wales) or 10,000."""

ENOUGH_RATES = 6
"""So many rates must be what the roll and the counts give before one that is not is called wrong: they have two
decimals and fit by chance once in a hundred or less."""


class Rate(Struct, frozen=True, kw_only=True):
    """A printed rate with the count and the roll that it is worked out from, and whether it is what they give."""

    line: AxisValue
    cell: MeasureCell
    roll: MeasureCell
    working: str
    verdict: Verdict


def find_rates(each: ReportTable) -> list[Rate]:
    """The rates of a table in which the roll stands in one section and the counts with their rates in others, row by
    row under the same labels; none unless most of them are what the section of the roll gives."""
    sections: dict[str | None, dict[str, int]] = {}
    for row, line in enumerate(each.table.rows):
        sections.setdefault(line.section, {}).setdefault(line.label.casefold(), row)
    best: list[Rate] = []
    for base, per in itertools.product(sections.values(), BASES):
        found = list(_rates(each, base, per))
        right = sum(rate.verdict.status is not Status.ERROR for rate in found)
        if right >= ENOUGH_RATES and right * 5 >= len(found) * 4 and len(found) > len(best):
            best = found
    return best


def _rates(each: ReportTable, base: dict[str, int], per: int) -> Iterator[Rate]:
    for row, line in enumerate(each.table.rows):
        home = base.get(line.label.casefold())
        if home is None or home == row:
            continue
        for column, (count, rate) in enumerate(itertools.pairwise(each.table.line(Axis.DOWN, row))):
            roll = each.cell(home, column)
            kinds = count.unit.kind, rate.unit.kind, roll.unit.kind
            if kinds != (UnitKind.COUNT, UnitKind.RATE, UnitKind.COUNT) or rate.figure.value is None:
                continue
            if count.interval is None or roll.interval is None or roll.interval.low <= 0:
                continue
            true = count.interval.out_of(roll.interval, per)
            working = f"{count.figure.printed} of {roll.figure.printed} is {plain(true.middle)} per {per:,}"
            verdict = compare(rate.figure, true, working=working)
            yield Rate(line=line, cell=rate, roll=roll, working=working, verdict=verdict)


def check_rates(tables: Sequence[ReportTable]) -> Iterator[Finding]:
    """Every rate that is not what the printed count and roll give, where the others of its table are."""
    for each, rate in [(own, rate) for own in tables for rate in find_rates(own)]:
        verdict = rate.verdict
        if verdict.status in (Status.ERROR, Status.WARNING):
            yield Finding(
                code=FindingCode.RATE_MISMATCH, severity=Severity(verdict.status.value),
                message=f"{rate.line.in_section}: printed {verdict.printed}, {rate.working}", printed=verdict.printed,
                expected=verdict.expected, quotes=(each.quote(rate.cell.cell), each.quote(rate.roll.cell)),
            )  # fmt: skip


# --- the same total in several tables --------------------------------------------------------------

AGREEING = 2
"""Tables that must print the same total before a third that prints another is called wrong."""

SLIP = Decimal("0.1")
"""Totals that are further apart than a tenth count something else."""


def find_grand_totals(each: ReportTable) -> Iterator[tuple[str, MeasureCell]]:
    """The totals of a table whose caption or heading says in one word what is counted ("Cases by school"), with that
    word."""
    if each.of_money or counts_heads(f"{each.caption or ''} {each.corner}"):
        return
    caption = _noun(re.sub(r"^\W*(?:table|tabl|appendix|figure)\s+\w+\W+", "", each.caption or "", flags=re.IGNORECASE))
    row = next((row for row, line in enumerate(each.table.rows) if _grand(each, row)), None)
    for column, heading in enumerate(each.table.columns if row is not None else ()):
        noun = _noun(heading.label)
        cell = each.cell(row or 0, column)
        known = noun in ("", caption) if caption else noun
        if known and (noun or heading.role is Role.TOTAL) and cell.unit.kind is UnitKind.COUNT:
            yield noun or caption, cell


def _grand(each: ReportTable, at: int) -> bool:
    """Whether a row is the total of all: proven, and no part of another."""
    own = each.addition(Axis.DOWN, at)
    if own is None or not own.proven or STATISTIC.match(each.table.rows[at].label):
        return False
    return not any(at in addition.parts for addition in each.additions(Axis.DOWN))


_COUNTED = pattern_of(
    r"^\W*(?P<noun>cases|referrals|suspensions|exclusions|(?:permanent|fixed[\s-]term)\s+exclusions)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_SOME_ONLY = pattern_of(r"\b(?:excluding|only|in\s+(?:primary|secondary|special))\b|\d{4}", re.IGNORECASE)
_ALL = pattern_of(r"^\W*(?:$|brought\b|heard\b|by\b|made\b|discussed\b)", re.IGNORECASE)


def _noun(text: str) -> str:
    """The one word of what is counted: "Cases brought to the panels, by …" and "Cases by school" count cases."""
    match = _COUNTED.match(text)
    if match is None or _SOME_ONLY.search(match["rest"]) or not _ALL.match(match["rest"]):
        return ""
    return match["noun"].casefold()


def check_grand_totals(tables: Sequence[ReportTable]) -> Iterator[Finding]:
    """The total of the same thing in several tables, where two agree and one does not."""
    groups: dict[str, dict[Decimal, list[tuple[ReportTable, MeasureCell]]]] = {}
    for each in tables:
        for noun, cell in find_grand_totals(each):
            if cell.figure.value is not None and cell.unit.nearest is None:
                groups.setdefault(noun, {}).setdefault(cell.figure.value, []).append((each, cell))
    for noun, by_value in groups.items():
        counts = {value: len({each.number for each, _ in own}) for value, own in by_value.items()}
        agreed = [value for value, count in counts.items() if count >= AGREEING and value]
        if len(by_value) != AGREEING or len(agreed) != 1:
            continue
        (right,) = agreed
        others, printed = by_value.pop(right), by_value
        for value, own in printed.items():
            for each, cell in own if abs(value - right) <= right * SLIP else ():
                expected, where = others[0][1].figure.printed, each.caption or "this table"
                message = f"{where}: {cell.figure.printed} {noun} in all; {counts[right]} other tables of the same {noun} have {expected}"
                places = (each.quote(cell.cell), *(other.quote(its.cell) for other, its in others))
                yield _stated_twice(message, cell.figure.printed, expected, *places)


# --- sentences against the table of year groups ----------------------------------------------------

_INEXACT = pattern_of(
    r"\b(?:of\s+(?:these|them|those|which|whom)|first|second|half|about|around|nearly|almost|some|more\s+than|less\s+than|"
    r"fewer\s+than|over|under|each|per|if|would)\b",
    re.IGNORECASE,
)
"""Words that make a count of a sentence one of some pupils only, or no exact one."""


def check_year_sentences(years: Sequence[YearFigure], sentences: Sequence[Quote]) -> Iterator[Finding]:
    """ "In Key Stage 3 there were 46 permanent exclusions in 2021/22": against the table, where it has that figure."""
    table = {_key(figure): figure for figure in years if figure.value is not None and figure.scope is None}
    doubled = len({figure.place[0] for figure in years}) != len({(figure.place[0], figure.measure) for figure in years})
    if not table or doubled:
        return
    for sentence in sentences:
        if _INEXACT.search(sentence.text) or NARROWED.search(sentence.text) or PART_OF_YEAR.search(sentence.text):
            continue
        names, periods = find_groups_in(sentence.text), {match[0] for match in YEAR.finditer(sentence.text)}
        said = list(find_said([sentence]))
        if len(names) != 1 or len(periods) != 1 or len(said) != 1 or said[0].value is None:
            continue
        figure = table.get((said[0].measure.value, names[0], _bare(periods.pop())))
        if figure is None or figure.value == said[0].value or figure.wrong:
            continue
        assert figure.value is not None
        own = figure.recomputed if figure.recomputed is not None else figure.value
        if own != figure.value:
            continue  # the table does not know it either
        message = f"{names[0]}, {figure.academic_year}: the sentence says {said[0].printed}, the table {figure.printed}"
        yield _stated_twice(message, said[0].printed, figure.printed, sentence, figure.quote)


def check_other_years(tables: Sequence[ReportTable], sentences: Sequence[Quote]) -> Iterator[Finding]:
    """A sentence that gives the figure of another year: "… received 1,630 suspensions in 2023/24", where the one row
    of all tables that its words name has 2,014 for 2022/23 and another figure for 2023/24."""
    cells = [found for each in tables for found in _dated_counts(each)]
    if not cells:
        return
    for sentence in sentences:
        periods = {_bare(match[0]) for match in YEAR.finditer(sentence.text)}
        said = list(find_said([sentence]))
        if len(said) != 1 or len(periods) != 1 or PART_OF_YEAR.search(sentence.text):
            continue
        period, words = periods.pop(), _words(sentence.text)
        own = [cell for cell in cells if cell.measure is said[0].measure and cell.words and cell.words <= words]
        other = {cell.row for cell in own if cell.value == said[0].value and cell.year != period}
        if len(other) != 1 or len({cell.row for cell in own}) != 1:
            continue
        here = [cell for cell in own if cell.year == period]
        if len(here) == 1 and here[0].value != said[0].value:
            (one,) = here
            message = f"{one.label}: {said[0].printed} is the figure of another year; for {one.printed_year} the table has {one.quote.text}"
            yield _stated_twice(message, said[0].printed, one.quote.text, sentence, one.quote)


class DatedCount(Struct, frozen=True, kw_only=True):
    """A count of exclusions of one year in a table, with the words of its row."""

    measure: Measure
    year: str
    printed_year: str
    row: tuple[int, int]
    label: str
    words: frozenset[str]
    value: Decimal
    quote: Quote


def _dated_counts(each: ReportTable) -> Iterator[DatedCount]:
    around = find_facets(each.caption or "")
    for column, heading in enumerate(each.table.columns):
        facets = find_facets(each.heading(column))
        measure = facets.measure or around.measure
        own = find_facets(heading.label)
        if heading.label and own.measure is None and own.year is None and not _NUMBER.match(heading.label):
            continue  # "Pupils on roll" below "Suspensions 2022/23"
        if facets.year is None or facets.part or measure is None or facets.mixed:
            continue
        for row, line in enumerate(each.table.rows):
            cell = each.cell(row, column)
            if cell.figure.value is not None and cell.unit.kind is UnitKind.COUNT and line.role is not Role.TOTAL:
                yield DatedCount(
                    measure=measure, year=_bare(facets.year), printed_year=facets.year, row=(each.number, row),
                    label=line.in_section, words=_words(line.in_section), value=cell.figure.value, quote=each.quote(cell.cell),
                )  # fmt: skip


_NUMBER = pattern_of(r"^\W*(?:numbers?|no\.?|count|nifer)\W*$", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    """The words of three letters and more, without the plural."""
    return frozenset(word.removesuffix("s") for word in re.findall(r"[a-zâêîôûŵŷ]{3,}", text.casefold()))


def _key(figure: YearFigure) -> tuple[str, str, str]:
    name = figure.key_stage or TOTAL if figure.is_total else figure.year_group
    return (figure.measure.value if figure.measure else "", name, _bare(figure.academic_year))


def _bare(year: str) -> str:
    digits = re.findall(r"\d+", year)
    return "/".join((digits[0], digits[1][-2:])) if len(digits) > 1 else year
