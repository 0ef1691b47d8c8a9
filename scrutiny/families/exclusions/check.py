"""Room `exclusions`: what must reconcile with what.

Takes typed figures, yields findings with their working. Nothing is expected to add up that need not: suppressed
or missing parts make a total unsure, and then nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from scrutiny.families.exclusions.facts import (
    Measure,
    OtherFigure,
    PanelFigure,
    Referral,
    SchoolFigure,
    SummedFigure,
    TrendYear,
    YearFigure,
)
from scrutiny.families.exclusions.labels import ACADEMIC
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import plain_number
from scrutiny.sources import Quote
from scrutiny.tables import MISREAD
from scrutiny.tables.roles import names_total


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
    names = [set(re.findall(r"\w+", re.sub(r"['’]", "", name.casefold()))) - _NO_NAME for name in (one, other)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


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
    dated = {id(figure): ACADEMIC.search(f"{figure.measure} {figure.period}") for figure in totals}
    if latest is None:
        return
    totals = [f for f in totals if not (own := dated[id(f)]) or f"{own[1]}/{own[2]}" == latest.academic_year]
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
            yield Finding(
                code=FindingCode.STATED_TWICE,
                severity=Severity.ERROR,
                message=f"the primary panel supported {plain_number(value)} here; the table of referrals adds to {plain_number(table)}",
                printed=plain_number(value),
                expected=plain_number(table),
                quotes=(quote, *(other for count, other in said if count != value)),
            )
        elif table is None and len(others) > 1 and value == max(others):
            yield Finding(
                code=FindingCode.STATED_TWICE,
                severity=Severity.ERROR,
                message=f"the primary panel supported {' and '.join(plain_number(v) for v in sorted(others))}, by two sentences",
                printed=plain_number(value),
                quotes=tuple(other for _, other in said),
            )
