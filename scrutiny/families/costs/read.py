"""Room `costs`: what an inclusion report says of the cost of placements.

Takes tables and sentences with a way to quote cells, gives a `CostReport`. The table of cases is taken for what its
headings and stars say: a column for each year group, a total, one row a case. Which academic year a cell belongs to is
worked out: a pupil's years follow one another, so the first year that explains them all is the pupil's cohort.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from scrutiny.families.costs.facts import (
    BreakEven,
    CaseTotal,
    Contribution,
    CostReport,
    DayRate,
    PlacementYear,
    Rounding,
    Total,
)
from scrutiny.families.costs.formulas import (
    PARTS_OF_YEAR,
    annual_cost,
    break_even,
    contribution,
    daily_contribution,
    decimal,
    rounding_of,
    year_cost,
)
from scrutiny.families.costs.parameters import Parameters, Pupil
from scrutiny.figures import FigureKind, parse_figure
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.sources import Quote
from scrutiny.stages import key_stage
from scrutiny.tables import Cell, TableRead

Quoter = Callable[[Cell], Quote]

_MONEY = r"£{1,2}\s?(?:\d{1,3}(?:,\s?\d{3})+|\d+)(?:\.\d+)?"
_YEAR_GROUP = re.compile(r"\b(?:Year|Yr\.?)\s*(?P<year>\d{1,2})\b", re.IGNORECASE)
_TOTAL = re.compile(r"\btotals?\b", re.IGNORECASE)
_ACADEMIC = r"(?P<year>20\d\d\s?[/–-]\s?(?:20)?\d\d)"
_DAY_RATE = re.compile(
    rf"{_ACADEMIC}\D{{0,60}}?(?:(?P<rate0>{_MONEY})\s+a\s+day\s+and\s+(?P<transport0>{_MONEY})[^.£]{{0,40}}?)?"
    rf"(?P<days>\d{{2,3}})\s+(?:school\s+)?days?\s*(?:x|×|\*|at)\s*(?P<daily>{_MONEY})"
    rf"(?:\s*\(\s*(?P<rate>{_MONEY})[^£()]{{0,40}}?(?:plus|\+|and)\s*(?P<transport>{_MONEY})[^)]{{0,40}}\))?[^.£=]{{0,20}}=\s*(?P<total>{_MONEY})",
    re.IGNORECASE,
)
"""Accepts "2018-19 190 days x £100 (£75 plus £25 taxi) = £19,000", "In 2020/21 … : 190 days x £133 = £25,270"."""

_CONTRIBUTION = re.compile(
    rf"(?:(?P<stage>KS\s?\d|Key\s+Stage\s+\d)\b[^£]{{0,30}}?)?\bAWPU\b[^£]{{0,20}}(?P<awpu>{_MONEY})\s*(?:plus|\+|and)\s*(?:top[\s-]?up\s+(?:of\s+)?)?"
    rf"(?P<top>{_MONEY})(?:\s+top[\s-]?up)?\)?\s*(?:=\s*(?P<sum>{_MONEY}))?\s*(?:divided\s+by|/|÷|over)\s*(?P<school>\d{{2,3}})\s*(?:school\s+)?days?"
    rf"\s*=\s*(?P<daily>{_MONEY})(?:\s+a\s+day)?(?:\s*(?:x|×|\*|times|multiplied\s+by)\s*|\.\s+For\s+)(?P<days>\d{{1,3}})\s*(?:school\s+)?days?(?:\s+left)?"
    rf"\s*[=:]\s*(?P<printed>{_MONEY})",
    re.IGNORECASE,
)
"""Accepts "KS3 AWPU £4032 plus £5000 =£9032 divided by 190 school days = £47.53 x 120 school days = £5704"."""

_OWN_CONTRIBUTION = re.compile(rf"\bcontribution\b[^£]{{0,90}}(?P<money>{_MONEY})", re.IGNORECASE)
_OWN_NET = re.compile(
    rf"\b(?:HNB|High\s+Needs\s+Block|net\s+cost)\b[^£]{{0,60}}(?P<money>{_MONEY})|\bcosts?\s+to\s+(?:the\s+)?(?:LA|council)\b[^£]{{0,30}}(?P<other>{_MONEY})",
    re.IGNORECASE,
)
_CASE_SAID = re.compile(  # "Case A: the school's contribution was £4,949, a net cost … of £110,191"
    rf"\bCase\s+(?P<case>\w+)\b[^.]{{0,30}}contribution[^£.]{{0,40}}(?P<money>{_MONEY}),?[^£.]{{0,60}}(?P<net>{_MONEY})",
    re.IGNORECASE,
)
_GRAND = re.compile(rf"\btotal\s+costs?\b[^.;£]{{0,160}}(?P<money>{_MONEY})", re.IGNORECASE)
_INVESTMENT = re.compile(
    rf"(?P<money>{_MONEY})\)?[^.£]{{0,60}}?\b(?:reduc|avoid|prevent)\w*\s+(?:permanent\s+)?exclusions\s+by\s+(?:at\s+least\s+)?(?P<count>\d{{1,3}})\b",
    re.IGNORECASE,
)
_ADDITIONAL = re.compile(rf"\badditional\s+(?:investment|funding)\b[^.;£]{{0,160}}(?P<money>{_MONEY})", re.IGNORECASE)


def worth_reading(texts: Sequence[str]) -> bool:
    """Whether a document's pages can tell what a placement costs."""
    return any("AWPU" in text or re.search(r"\bdays?\s*(?:x|×)\s*£", text) for text in texts)


def find_cost_report(tables: Sequence[TableRead], sentences: Sequence[Quote], quote: Quoter) -> CostReport:
    """What the report says, recomputed."""
    rates = tuple(_day_rates(sentences))
    contributions = tuple(_contributions(sentences))
    placements: list[PlacementYear] = []
    case_totals: list[CaseTotal] = []
    table_total: list[tuple[Decimal, Quote]] = []
    for table in tables:
        columns = _case_columns(table)
        if columns:
            own, sums, grand = _cases(table, columns, rates, contributions, sentences, quote)
            placements += own
            case_totals += sums
            table_total += grand
    totals = tuple(_totals(case_totals, table_total, sentences))
    even = _break_even(case_totals, sentences)
    findings = [
        *_of_rates(rates), *_of_placements(placements), *_of_cases(case_totals), *_of_contributions(contributions),
        *_of_totals(totals), *_of_investments(even, sentences), *_malformed(sentences),
    ]  # fmt: skip
    return CostReport(
        day_rates=rates, placements=tuple(placements), case_totals=tuple(case_totals), contributions=contributions,
        totals=totals, break_even=even, findings=tuple(findings),
    )  # fmt: skip


def _money(printed: str | None) -> Decimal | None:
    return None if printed is None else parse_figure(printed.strip()).value


def _known(printed: str) -> Decimal:
    value = _money(printed)
    assert value is not None  # the pattern accepts money only
    return value


# --- prose ----------------------------------------------------------------------------------------


def _day_rates(sentences: Sequence[Quote]) -> Iterator[DayRate]:
    for sentence in sentences:
        for match in _DAY_RATE.finditer(sentence.text):
            days, daily = int(match["days"]), _known(match["daily"])
            yield DayRate(
                academic_year=re.sub(r"\s", "", match["year"]), school_days=days,
                day_rate=_money(match["rate"] or match["rate0"]),
                transport=_money(match["transport"] or match["transport0"]), daily=daily,
                printed=_known(match["total"]), recomputed=annual_cost(days, daily), quote=sentence,
            )  # fmt: skip


def _contributions(sentences: Sequence[Quote]) -> Iterator[Contribution]:
    for index, sentence in enumerate(sentences):
        following = sentences[index + 1].text if index + 1 < len(sentences) else ""
        for match in _CONTRIBUTION.finditer(f"{sentence.text} {following}"):
            if match.start() >= len(sentence.text):
                continue
            awpu, top = _known(match["awpu"]), _known(match["top"])
            school, days = int(match["school"]), int(match["days"])
            exact, printed = contribution(awpu, top, school, days), _known(match["printed"])
            stage = match["stage"]
            yield Contribution(
                key_stage=re.sub(r"\D*(\d)", r"KS\1", stage) if stage else None, awpu=awpu, top_up=top,
                school_days=school, days=days, daily_printed=_known(match["daily"]),
                daily=decimal(daily_contribution(awpu, top, school), 7), printed=printed,
                recomputed=decimal(exact), rounding=rounding_of(printed, exact), quote=sentence,
            )  # fmt: skip


# --- the table of cases ---------------------------------------------------------------------------


def _case_columns(table: TableRead) -> dict[int, int]:
    """The columns of year groups, where the table has a total beside them; else none."""
    columns = {
        at: int(match["year"])
        for at, cell in enumerate(table.header)
        if at and (match := _YEAR_GROUP.search(cell.text))
    }
    follow = sorted(columns.values()) == list(
        range(min(columns.values(), default=0), max(columns.values(), default=0) + 1)
    )
    total = any(_TOTAL.search(cell.text) for cell in table.header)
    stars = any("*" in row[at].text for row in table.rows for at in columns)
    return (
        columns
        if len(columns) >= 2 and follow and total and (stars or "£" in " ".join(c.text for c in table.header))
        else {}
    )


def _cases(
    table: TableRead, columns: dict[int, int], rates: Sequence[DayRate], contributions: Sequence[Contribution],
    sentences: Sequence[Quote], quote: Quoter,
) -> tuple[list[PlacementYear], list[CaseTotal], list[tuple[Decimal, Quote]]]:  # fmt: skip
    placements: list[PlacementYear] = []
    sums: list[CaseTotal] = []
    grand: list[tuple[Decimal, Quote]] = []
    last = next(at for at, cell in enumerate(table.header) if _TOTAL.search(cell.text))
    number = 0
    for row in table.rows:
        cells = [(at, figure) for at in sorted(columns) if (figure := parse_figure(row[at].text)).value is not None]
        printed = parse_figure(row[last].text).value
        if not cells:
            if _TOTAL.search(row[0].text) and printed is not None:
                grand.append((printed, quote(row[last])))
            continue
        number += 1
        label = row[0].text.strip()
        case = label if re.fullmatch(r"(?:Case\s+)?\w{1,3}", label) else str(number)
        excluded = columns[cells[0][0]]
        values = [(columns[at], figure.value or Decimal(0), "*" in figure.marks) for at, figure in cells]
        first = _cohort(values, rates)
        for (at, _), (group, value, half) in zip(cells, values, strict=True):
            rate = (
                None
                if first is None
                else next((r for r in rates if _begins(r.academic_year) == first + group - excluded), None)
            )
            year = None if first is None else _like(rates[0].academic_year, first + group - excluded)
            placements.append(
                PlacementYear(
                    case=case, excluded_year_group=excluded, year_group=group, academic_year=year, half_year=half,
                    printed=value, recomputed=year_cost(rate.recomputed, half_year=half) if rate else None,
                    working=_working(rate, half, year), quote=quote(row[at]),
                )
            )  # fmt: skip
        narrative = " ".join(cell.text for at, cell in enumerate(row) if at not in columns and at != last)
        own, net = _said(case, narrative, sentences)
        total = sum((value for _, value, _ in values), Decimal(0))
        ought = _contribution_for(excluded, contributions)
        sums.append(
            CaseTotal(
                case=case, total_printed=printed, total=total, contribution_printed=own,
                contribution=ought, net_printed=net, net=None if own is None else total - own, quote=quote(row[last]),
            )
        )  # fmt: skip
    return placements, sums, grand


def _begins(academic_year: str) -> int:
    return int(academic_year[:4])


def _like(printed: str, first: int) -> str:
    """An academic year in the way that the paper writes them."""
    return f"{first}{printed[4]}{(first + 1) % 100:02d}"


def _cohort(values: Sequence[tuple[int, Decimal, bool]], rates: Sequence[DayRate]) -> int | None:
    """The academic year of a pupil's first cell: the one that explains most of the cells, and contradicts none."""
    known = {_begins(rate.academic_year): rate.recomputed for rate in rates}
    best: tuple[int, int] | None = None
    for first in known:
        fits = 0
        for at, (_, value, half) in enumerate(values):
            annual = known.get(first + at)
            if annual is None:
                continue
            if year_cost(annual, half_year=half) != value:
                fits = 0
                break
            fits += 1
        if fits and (best is None or fits > best[0]):
            best = (fits, first)
    return best[1] if best else None


def _working(rate: DayRate | None, half: bool, year: str | None) -> str:
    if rate is None:
        return "no day rate is printed" if year else "no year's day rates fit"
    return f"{rate.school_days} days x £{rate.daily}" + (f" / {PARTS_OF_YEAR}" if half else "")


def _said(case: str, narrative: str, sentences: Sequence[Quote]) -> tuple[Decimal | None, Decimal | None]:
    """The contribution and the net cost of a case, by its own words or by a sentence that names it."""
    own, net = _OWN_CONTRIBUTION.search(narrative), _OWN_NET.search(narrative)
    if own or net:
        return _money(own["money"]) if own else None, _money(net["money"] or net["other"]) if net else None
    for sentence in sentences:
        for match in _CASE_SAID.finditer(sentence.text):
            if match["case"] == case.removeprefix("Case "):
                return _money(match["money"]), _money(match["net"])
    return None, None


def _contribution_for(year_group: int, contributions: Sequence[Contribution]) -> Decimal | None:
    """By the key stage in which the pupil was excluded; None where the report gives none for it."""
    stage = f"KS{key_stage(year_group)}"
    match = next((each for each in contributions if each.key_stage in (stage, None)), None)
    return match.recomputed if match else None


# --- totals ---------------------------------------------------------------------------------------


def _totals(
    cases: Sequence[CaseTotal], grand: Sequence[tuple[Decimal, Quote]], sentences: Sequence[Quote]
) -> Iterator[Total]:
    if not cases:
        return
    added = sum((case.total for case in cases), Decimal(0))
    working = " + ".join(f"{case.total:,}" for case in cases)
    said = [(value, sentence) for sentence in sentences for match in _GRAND.finditer(sentence.text)
            if (value := _money(match["money"])) is not None]  # fmt: skip
    printed, quote = next(iter([*grand, *said]), (None, cases[-1].quote))
    yield Total(name="total cost of placements", printed=printed, recomputed=added, working=working, quote=quote)
    nets = [case.net for case in cases if case.net is not None]
    if len(nets) == len(cases):
        yield Total(
            name="net cost to the High Needs Block (with the printed contributions)", printed=None,
            recomputed=sum(nets, Decimal(0)), working=" + ".join(f"{net:,}" for net in nets), quote=cases[-1].quote,
        )  # fmt: skip


def _break_even(cases: Sequence[CaseTotal], sentences: Sequence[Quote]) -> BreakEven | None:
    nets = [case.net for case in cases if case.net is not None]
    for sentence in sentences:
        match = _INVESTMENT.search(sentence.text)
        if match and nets and len(nets) == len(cases):
            mean, exact, count = break_even(_known(match["money"]), nets)
            return BreakEven(
                investment=_known(match["money"]), mean_net=mean, exact=exact, exclusions=count,
                printed=int(match["count"]), quote=sentence,
            )  # fmt: skip
    return None


# --- what does not agree --------------------------------------------------------------------------


def _finding(
    code: FindingCode, severity: Severity, message: str, printed: str, expected: str, *quotes: Quote
) -> Finding:
    return Finding(code=code, severity=severity, message=message, printed=printed, expected=expected, quotes=quotes)


def as_printed(value: Decimal, quote: Quote) -> str:
    """An amount as its quote prints it: "£6174"; its first print where there are several."""
    found = (match[0] for match in re.finditer(_MONEY, quote.text) if _money(match[0]) == value)
    return next(found, quote.text if parse_figure(quote.text).value == value else pounds(value))


def pounds(value: Decimal) -> str:
    """Money for a message: "£257,925", "£47.53"."""
    return f"£{value:,.2f}".removesuffix(".00")


def _wrong(code: FindingCode, what: str, printed: Decimal, right: Decimal, quote: Quote) -> Finding:
    apart = printed - right
    way = "too much" if apart > 0 else "too little"
    message = f"{what}: printed {as_printed(printed, quote)}, recomputed {pounds(right)} ({pounds(abs(apart))} {way})"
    return _finding(code, Severity.ERROR, message, as_printed(printed, quote), str(right), quote)


def _of_rates(rates: Sequence[DayRate]) -> Iterator[Finding]:
    for rate in rates:
        if rate.printed != rate.recomputed:
            what = f"{rate.academic_year}: {rate.school_days} days x {pounds(rate.daily)}"
            yield _wrong(FindingCode.ARITHMETIC_MISMATCH, what, rate.printed, rate.recomputed, rate.quote)
        if rate.day_rate is not None and rate.transport is not None and rate.day_rate + rate.transport != rate.daily:
            what = f"{rate.academic_year}: {pounds(rate.day_rate)} + {pounds(rate.transport)}"
            yield _wrong(FindingCode.ARITHMETIC_MISMATCH, what, rate.daily, rate.day_rate + rate.transport, rate.quote)


def _of_placements(placements: Sequence[PlacementYear]) -> Iterator[Finding]:
    for each in placements:
        if each.recomputed is not None and each.printed != each.recomputed:
            what = f"case {each.case}, Year {each.year_group}, {each.academic_year}: {each.working}"
            yield _wrong(FindingCode.ARITHMETIC_MISMATCH, what, each.printed, each.recomputed, each.quote)


def _of_cases(cases: Sequence[CaseTotal]) -> Iterator[Finding]:
    for case in cases:
        if case.total_printed is not None and case.total_printed != case.total:
            yield _wrong(
                FindingCode.TOTAL_MISMATCH, f"case {case.case}, total", case.total_printed, case.total, case.quote
            )
        if case.net is not None and case.net_printed is not None and case.net != case.net_printed:
            yield _wrong(
                FindingCode.TOTAL_MISMATCH, f"case {case.case}, net cost", case.net_printed, case.net, case.quote
            )


def _of_contributions(contributions: Sequence[Contribution]) -> Iterator[Finding]:
    for each in contributions:
        exact = contribution(each.awpu, each.top_up, each.school_days, each.days)
        daily = daily_contribution(each.awpu, each.top_up, each.school_days)
        of = f"{each.key_stage or 'the school'}: ({pounds(each.awpu)} + {pounds(each.top_up)}) / {each.school_days}"
        for printed, value, working in (
            (each.daily_printed, daily, f"{of} = {decimal(daily, 4)}"),
            (each.printed, exact, f"{of} x {each.days} = {decimal(exact)}"),
        ):
            if printed is None:
                continue
            rounding = rounding_of(printed, value)
            if rounding in (Rounding.CUT_OFF, Rounding.NEITHER):
                cut = rounding is Rounding.CUT_OFF
                places = max(-int(printed.as_tuple().exponent), 0)
                yield _finding(
                    FindingCode.ARITHMETIC_MISMATCH, Severity.WARNING if cut else Severity.ERROR,
                    f"{working}, printed {as_printed(printed, each.quote)}"
                    + (" (cut off, not rounded)" if cut else ""),
                    as_printed(printed, each.quote), str(decimal(value, places)), each.quote,
                )  # fmt: skip


def _of_totals(totals: Sequence[Total]) -> Iterator[Finding]:
    for total in totals:
        if total.printed is not None and total.difference:
            finding = _wrong(FindingCode.TOTAL_MISMATCH, total.name, total.printed, total.recomputed, total.quote)
            yield replace(finding, hint=f"{total.working} = {total.recomputed:,}")


def _of_investments(even: BreakEven | None, sentences: Sequence[Quote]) -> Iterator[Finding]:
    if even is None:
        return
    if even.printed is not None and even.printed != even.exclusions:
        message = (
            f"{pounds(even.investment)} / {pounds(even.mean_net)} is {even.exact}: {even.exclusions} exclusions, "
            f"printed {even.printed}"
        )
        yield _finding(
            FindingCode.ARITHMETIC_MISMATCH,
            Severity.ERROR,
            message,
            str(even.printed),
            str(even.exclusions),
            even.quote,
        )
    for sentence in sentences:
        match = _ADDITIONAL.search(sentence.text)
        other = _money(match["money"]) if match else None
        if other is not None and other != even.investment:
            apart = pounds(abs(even.investment - other))
            message = f"the investment is {pounds(even.investment)} here and {pounds(other)} there: {apart} apart"
            yield _finding(
                FindingCode.STATED_TWICE,
                Severity.NOTE,
                message,
                as_printed(even.investment, even.quote),
                str(other),
                even.quote,
                sentence,
            )
            return


def _malformed(sentences: Sequence[Quote]) -> Iterator[Finding]:
    for sentence in sentences:
        if "AWPU" not in sentence.text and "contribution" not in sentence.text:
            continue
        for match in re.finditer(_MONEY, sentence.text):
            figure = parse_figure(match[0])
            if figure.kind is FigureKind.MALFORMED:
                message = f"{match[0]} is read as £{match[0].lstrip('£')}"
                yield _finding(
                    FindingCode.MALFORMED_FIGURE, Severity.WARNING, message, match[0], str(figure.value), sentence
                )


def parameters_of(report: CostReport, reference: Parameters, source: str) -> Parameters:
    """The parameters that a report prints, and the reference where it prints none."""
    changes: dict[str, Decimal] = {}
    for rate in report.day_rates:
        if rate.day_rate is not None and rate.transport is not None:
            changes[f"day_rate.{rate.academic_year}"] = rate.day_rate
            changes["transport"] = rate.transport
        changes["school_days"] = Decimal(rate.school_days)
    for own in report.contributions:
        for stage in [own.key_stage.lower()] if own.key_stage else ["ks3", "ks4"]:
            changes[f"awpu.{stage}"] = own.awpu
        changes |= {"top_up": own.top_up, "school_days": Decimal(own.school_days), "days": Decimal(own.days)}
    if report.break_even is not None:
        changes["investment"] = report.break_even.investment
    first: dict[str, Pupil] = {}
    for each in report.placements:
        if each.academic_year is not None and each.case not in first:
            first[each.case] = Pupil(year_group=each.excluded_year_group, excluded=_begins(each.academic_year))
    values = dict(reference.values)
    if any(key.startswith("day_rate.") for key in changes):  # years of two papers are not mixed
        values = {key: value for key, value in values.items() if not key.startswith("day_rate.")}
    return Parameters(values, reference.pupils).with_values(changes, source, tuple(first.values()))
