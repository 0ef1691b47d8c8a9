"""Family `costs`: the tables of `cost-model` beside `lines`: placements, cases, contributions, day rates, totals.

Takes what was found in written sums and in tables of cases, and the settled `Book`, gives the facts of `facts`. It
finds nothing of its own.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from scrutiny.families.costs.book import Book, Entry, Settled
from scrutiny.families.costs.cases import HALF, CaseLine, CaseTable, CaseYear
from scrutiny.families.costs.explaining import Quoter
from scrutiny.families.costs.facts import CaseTotal, Contribution, DayRate, PlacementYear, Rounding, Total
from scrutiny.families.costs.purposes import pro_rata_of, year_rate_of
from scrutiny.families.costs.terms import part_of, rounded
from scrutiny.families.costs.written import WrittenSum
from scrutiny.figures import Figure
from scrutiny.figures.verdicts import compare
from scrutiny.figures.workings import evaluate, written
from scrutiny.stages import academic, key_stage


def exact_decimal(value: Fraction) -> Decimal:
    """An amount in pounds: whole where it is, else to the penny."""
    return Decimal(value.numerator) if value.denominator == 1 else rounded(value)


def day_rates_of(sums: Sequence[WrittenSum]) -> tuple[DayRate, ...]:
    """What a place costs in a year, where it is written out in days."""
    found = []
    for step in sums:
        rate = year_rate_of(step)
        if rate is None or step.year is None or step.result.value is None:
            continue
        found.append(
            DayRate(
                academic_year=step.year, school_days=int(rate.days.value),
                day_rate=exact_decimal(rate.rate.value) if rate.rate else None,
                transport=exact_decimal(Fraction(sum(each.value for each in rate.others))) if rate.others else None,
                daily=exact_decimal(rate.daily), printed=step.result.value,
                recomputed=exact_decimal(rate.days.value * rate.daily), quote=step.quote,
            )
        )  # fmt: skip
    return tuple(found)


def contributions_of(sums: Sequence[WrittenSum]) -> tuple[Contribution, ...]:
    """Contributions in days that are written out."""
    found = []
    for step in sums:
        parts, exact = pro_rata_of(step), evaluate(step.tree)
        if parts is None or exact is None or step.result.value is None:
            continue
        first, *others = parts.amounts
        whole = sum((each.value for each in parts.amounts), Fraction(0))
        found.append(
            Contribution(
                key_stage=f"KS{step.stage}" if step.stage else None, awpu=exact_decimal(first.value),
                top_up=exact_decimal(sum((each.value for each in others), Fraction(0))),
                school_days=int(parts.school_days.value), days=int(parts.days.value),
                daily_printed=step.before.result.value if step.before else None,
                daily=rounded(whole / parts.school_days.value, 7), printed=step.result.value,
                recomputed=rounded(exact), rounding=_rounding_of(step.result, exact), quote=step.quote,
            )
        )  # fmt: skip
    return tuple(found)


def _rounding_of(printed: Figure, exact: Fraction) -> Rounding:
    """How the printed figure follows from the exact one, to the places that it prints."""
    if printed.value == exact:
        return Rounding.EXACT
    verdict = compare(printed, exact, working="")
    return Rounding.CUT_OFF if verdict.cut_off else Rounding.HALF_UP if verdict.right else Rounding.NEITHER


def placements_of(book: Book, tables: Sequence[CaseTable], joint: str) -> Iterator[PlacementYear]:
    """Each year of each case whose year group is known. `joint` is what the paper writes in an academic year."""
    for table in tables:
        for case in table.cases:
            for year in case.years:
                entry = book.entries.get(table.own.name(*year.place))
                if entry is None or entry.figure.value is None or case.excluded is None or year.year_group is None:
                    continue
                settled = book.settled(entry.name)
                recomputed = settled.exact if year.part is not None else None
                yield PlacementYear(
                    case=case.name, excluded_year_group=case.excluded, year_group=year.year_group,
                    academic_year=None if year.first is None else academic(year.first, joint),
                    half_year=year.part == HALF or "*" in entry.figure.marks,
                    printed=entry.figure.value, recomputed=None if recomputed is None else exact_decimal(recomputed),
                    working=_working(table, year, settled, book), quote=entry.quote,
                )  # fmt: skip


def _working(table: CaseTable, year: CaseYear, settled: Settled, book: Book) -> str:
    if settled.explanation is not None and year.part is not None:
        cost = table.annual[year.first] if year.first is not None else None
        given = book.entries.get(cost.line) if cost is not None and cost.line is not None else None
        if given is not None and given.explanations:
            return written(part_of(given.explanations[0].tree, year.part))
        return written(settled.explanation.tree)
    return "no cost is printed for the year" if year.first is not None else "no year's cost fits"


def case_totals_of(
    book: Book, tables: Sequence[CaseTable], contributions: Sequence[Contribution], quote: Quoter
) -> tuple[CaseTotal, ...]:
    """All years of each case, with its contribution and what is left."""
    found = []
    for table in tables:
        for case in table.cases:
            if not case.years:
                continue
            entry = table.entry(book, case, table.total)
            paid = table.entry(book, case, table.contribution) or _beside(book, entry, "contribution")
            net = table.entry(book, case, table.net) or _beside(book, entry, "net")
            total = _total(book, table, case, entry)
            cell = table.own.table.at(case.years[-1].place).cell
            own = None if paid is None else abs(paid.figure.value or Decimal(0))
            left = None if paid is None else exact_decimal(total - abs(book.settled(paid.name).taken))
            found.append(
                CaseTotal(
                    case=case.name, total_printed=_value(entry), total=exact_decimal(total),
                    contribution_printed=own, contribution=_contribution(book, paid, case, contributions),
                    net_printed=_value(net), net=left, quote=entry.quote if entry else quote(cell),
                )
            )  # fmt: skip
    return tuple(found)


def _beside(book: Book, total: Entry | None, what: str) -> Entry | None:
    return None if total is None else book.entries.get(f"{total.name}, {what}")


def _value(entry: Entry | None) -> Decimal | None:
    return None if entry is None else entry.figure.value


def _total(book: Book, table: CaseTable, case: CaseLine, entry: Entry | None) -> Fraction:
    if entry is not None:
        settled = book.settled(entry.name)
        if settled.exact is not None:
            return settled.exact
    return sum((book.settled(table.own.name(*year.place)).taken for year in case.years), Fraction(0))


def _contribution(
    book: Book, paid: Entry | None, case: CaseLine, contributions: Sequence[Contribution]
) -> Decimal | None:
    """As the method gives it; where none is printed, by the key stage of the exclusion."""
    if paid is not None and paid.explanations:
        recomputed = book.settled(paid.name).recomputed
        return None if recomputed is None else abs(recomputed)
    if case.excluded is None:
        return None
    stage = f"KS{key_stage(case.excluded)}"
    match = next((each for each in contributions if each.key_stage in (stage, None)), None)
    return match.recomputed if match else None


NET = "net cost to the High Needs Block"
COST = "total cost of placements"


def totals_of(book: Book, tables: Sequence[CaseTable], settled: Sequence[Settled]) -> Iterator[Total]:
    """The sums over all cases, with what the paper prints for them."""
    for table in tables:
        wholes = [(entry, _total(book, table, case, entry)) for case in table.cases
                  if (entry := table.entry(book, case, table.total)) is not None]  # fmt: skip
        yield from _sum_of(book, table, COST, table.total, wholes, settled)
        found = [table.entry(book, case, table.net) or _beside(book, whole, "net")
                 for case, (whole, _) in zip(table.cases, wholes, strict=False)]  # fmt: skip
        nets = [(entry, book.settled(entry.name).taken) for entry in found if entry is not None]
        if len(nets) == len(table.cases):
            yield from _sum_of(book, table, NET, table.net, nets, settled)


def _sum_of(
    book: Book, table: CaseTable, name: str, line: int | None, parts: Sequence[tuple[Entry, Fraction]],
    settled: Sequence[Settled],
) -> Iterator[Total]:  # fmt: skip
    if not parts:
        return
    added = sum((value for _, value in parts), Fraction(0))
    working = " + ".join(f"{exact_decimal(value):,}" for _, value in parts)
    printed: Figure | None = None
    quote = parts[-1][0].quote
    if line is not None:
        cases = {case.at for case in table.cases}
        count = len(table.own.table.cells) if table.axis.value == "across" else len(table.own.table.columns)
        for other in range(count):
            entry = book.entries.get(table.own.name(*table.place(other, line))) if other not in cases else None
            if entry is not None:
                printed, quote = entry.figure, entry.quote
    told = next((each.entry for each in settled if each.entry.what == name), None)
    if printed is None and told is not None:
        printed, quote = told.figure, told.quote
    if len(parts) < 2 and printed is None:
        return
    label = name if name == COST or printed is not None else f"{name} (with the printed contributions)"
    yield Total(
        name=label, printed=printed.value if printed else None, recomputed=exact_decimal(added), working=working,
        quote=quote,
    )  # fmt: skip
