"""Family `costs`: the rows of `cost-model`: every figure as printed beside what it should be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.costs.facts import CostReport
from scrutiny.families.costs.modelling import Method, Outcome
from scrutiny.families.costs.reworking import Reworked, place_pupil, rework
from scrutiny.families.costs.terms import rounded
from scrutiny.families.costs.what_if import (
    BASE,
    CHANGED,
    REPORT,
    Costs,
    WhatIf,
    changes_of,
    measures_of,
    outcomes_of,
    pupils_of,
    settings_of,
)
from scrutiny.figures.verdicts import decimal
from scrutiny.figures.workings import terms_of
from scrutiny.language.phrases import count_of
from scrutiny.sheets.drawing import Bar, draw_svg, draw_text
from scrutiny.sheets.model import Table
from scrutiny.sheets.rows import HIDDEN_PLACE, Cell, Item, Sheet
from scrutiny.sources import Quote
from scrutiny.stages import academic

Source = Annotated[Quote | None, HIDDEN_PLACE]
"""None in rows that come from parameters instead of a paper."""
File = Annotated[str | None, Cell("File", "the report that is recomputed; null without one", shown=False)]


class PlacementRow(Struct, frozen=True, kw_only=True):
    """What one pupil's place costs in one year."""

    case: Annotated[str, Cell("Case")]
    excluded_year_group: Annotated[int, Cell("Excluded", shown=False)]
    year_group: Annotated[int, Cell("Year group")]
    academic_year: Annotated[str | None, Cell("Year", "worked out from the pupil's other years")]
    half_year: Annotated[bool, Cell("Half", "half of the year's cost", shown=False)]
    printed: Annotated[Decimal | None, Cell("Printed £")] = None
    recomputed: Annotated[Decimal | None, Cell("Recomputed £")]
    difference: Annotated[Decimal | None, Cell("Difference £")] = None
    working: Annotated[str, Cell("Working")]
    item: Item = None
    quote: Source = None


class CaseRow(Struct, frozen=True, kw_only=True):
    """All years of one pupil."""

    case: Annotated[str, Cell("Case")]
    total_printed: Annotated[Decimal | None, Cell("Total printed £")] = None
    total: Annotated[Decimal | None, Cell("Total £")]
    contribution_printed: Annotated[Decimal | None, Cell("Contribution printed £")] = None
    contribution: Annotated[Decimal | None, Cell("Contribution £")]
    net_printed: Annotated[Decimal | None, Cell("Net printed £")] = None
    net: Annotated[Decimal | None, Cell("Net £", "total less the printed contribution")]
    item: Item = None
    quote: Source = None


class ContributionRow(Struct, frozen=True, kw_only=True):
    """What the excluding school pays."""

    key_stage: Annotated[str | None, Cell("Key stage")]
    awpu: Annotated[Decimal | None, Cell("AWPU £")] = None
    top_up: Annotated[Decimal | None, Cell("Top-up £")] = None
    school_days: Annotated[int | None, Cell("School days")] = None
    days: Annotated[int | None, Cell("Days")] = None
    daily_printed: Annotated[Decimal | None, Cell("A day, printed £")] = None
    daily: Annotated[Decimal | None, Cell("A day £")] = None
    printed: Annotated[Decimal | None, Cell("Printed £")] = None
    recomputed: Annotated[Decimal | None, Cell("Recomputed £")]
    rounding: Annotated[str | None, Cell("Rounding")] = None
    method: Annotated[str, Cell("Method", choices=(Method.LOCAL.value, Method.STATUTORY.value))]
    working: Annotated[str | None, Cell("Working", "of contributions that were computed")] = None
    item: Item = None
    quote: Source = None


class DayRateRow(Struct, frozen=True, kw_only=True):
    """What a place costs in one year."""

    academic_year: Annotated[str, Cell("Year")]
    school_days: Annotated[int, Cell("School days")]
    day_rate: Annotated[Decimal | None, Cell("Day rate £")]
    transport: Annotated[Decimal | None, Cell("Transport £")]
    daily: Annotated[Decimal | None, Cell("A day £")]
    printed: Annotated[Decimal | None, Cell("Printed £")]
    recomputed: Annotated[Decimal | None, Cell("Recomputed £")]
    item: Item = None
    quote: Source = None


class TotalRow(Struct, frozen=True, kw_only=True):
    """A sum over all cases."""

    name: Annotated[str, Cell("What")]
    printed: Annotated[Decimal | None, Cell("Printed £")] = None
    recomputed: Annotated[Decimal | None, Cell("Recomputed £")]
    difference: Annotated[Decimal | None, Cell("Difference £")] = None
    working: Annotated[str, Cell("Working")]
    item: Item = None
    quote: Source = None


class BreakEvenRow(Struct, frozen=True, kw_only=True):
    """How many avoided exclusions an investment needs."""

    investment: Annotated[Decimal | None, Cell("Investment £")]
    mean_net: Annotated[Decimal | None, Cell("Mean net cost £")]
    exact: Annotated[Decimal | None, Cell("Exactly")]
    exclusions: Annotated[int, Cell("Exclusions")]
    printed: Annotated[int | None, Cell("Printed")] = None
    item: Item = None
    quote: Source = None


class LineRow(Struct, frozen=True, kw_only=True):
    """A printed cost with the method that explains it."""

    what: Annotated[str, Cell("What")]
    case: Annotated[str | None, Cell("Case")]
    printed: Annotated[Decimal, Cell("Printed £")]
    recomputed: Annotated[Decimal | None, Cell("Recomputed £", "empty where no method explains it")]
    difference: Annotated[Decimal | None, Cell("Difference £")]
    method: Annotated[str | None, Cell("Method")]
    working: Annotated[str, Cell("Working")]
    item: Item = None
    quote: Source = None


class ChangeRow(Struct, frozen=True, kw_only=True):
    """A parameter that a run changes."""

    scenario: Annotated[str, Cell("Scenario")]
    parameter: Annotated[str, Cell("Parameter")]
    before: Annotated[str | None, Cell("Before", "as the paper prints it, or as the reference has it")]
    value: Annotated[str, Cell("Now")]
    file: File = None


class ScenarioRow(Struct, frozen=True, kw_only=True):
    """What a run of the model comes to, beside the base."""

    scenario: Annotated[str, Cell("Scenario")]
    name: Annotated[str, Cell("What")]
    value: Annotated[Decimal, Cell("Value")]
    base: Annotated[Decimal | None, Cell("Base", "empty for a pupil who is not in the report")]
    difference: Annotated[Decimal | None, Cell("Difference")]
    file: File = None


class TraceRow(Struct, frozen=True, kw_only=True):
    """A step of the model."""

    scenario: Annotated[str, Cell("Scenario")]
    step: Annotated[str, Cell("Step")]
    working: Annotated[str, Cell("Working")]
    result: Annotated[Decimal, Cell("Result")]
    parameters: Annotated[str | None, Cell("Parameters", "each with its value, source and date")]
    file: File = None


PLACEMENTS = Sheet(row=PlacementRow, name="placements", caption="Cost by year group")
CASE_TOTALS = Sheet(row=CaseRow, name="case_totals", caption="Each case")
CONTRIBUTIONS = Sheet(row=ContributionRow, name="contributions", caption="The excluding school's contribution")
DAY_RATES = Sheet(
    row=DayRateRow, name="day_rates", caption="What a place costs a year: school days x (day rate + transport)"
)
TOTALS = Sheet(row=TotalRow, name="totals", caption="Totals")
BREAK_EVEN = Sheet(
    row=BreakEvenRow, name="break_even", caption="Avoided exclusions at which the investment breaks even"
)
LINES = Sheet(row=LineRow, name="lines", caption="Printed costs with their workings")
CHANGES = Sheet(row=ChangeRow, name="changes", caption="What was changed")
SCENARIOS = Sheet(row=ScenarioRow, name="scenarios", caption="Scenarios")
TRACE = Sheet(row=TraceRow, name="trace", caption="Every step, and the parameters it read")


def cost_tables(costs: Costs, what_if: WhatIf, *, trace: bool) -> tuple[Table, ...]:
    """The report recomputed, or the parameters computed; beside it what else is asked."""
    needed = (what_if.asks or trace or costs.pack is None) and costs.models
    outcomes = outcomes_of(costs, what_if) if needed else {}
    statutory = needed and what_if.assumptions.method is not Method.LOCAL
    if costs.pack is None:
        tables = computed_tables(outcomes[BASE])
    elif statutory:
        more = [row for row in _share_rows(outcomes[BASE]) if row.method != Method.LOCAL.value]
        tables = report_tables(costs.reports, more)
    else:
        tables = report_tables(costs.reports)
    file = costs.pack.source.file if costs.pack is not None else None
    asked = (
        CHANGES.table(replace(row, file=file) for row in _change_rows(costs, what_if)),
        SCENARIOS.table(replace(row, file=file) for row in _scenarios(costs, outcomes, what_if)),
        TRACE.table(replace(row, file=file) for row in _trace(outcomes if trace else {}, costs, what_if, lines=trace)),
    )
    return (*tables, _lines(costs.reports), *asked)


def _lines(reports: Sequence[CostReport]) -> Table:
    """The printed costs; the caption says what it leaves out: tables of savings, and amounts that stand in no
    working."""
    lines = (sorted((*own.lines, *own.printed), key=lambda each: each.quote.pdf_page) for own in reports)
    table = LINES.table(LINES.row_of(line, printed=decimal(line.value)) for own in lines for line in own)
    left = sum(report.left_out for report in reports)
    unused = sum(report.unused for report in reports if report.lines)
    said = [f"{count_of(left, 'table')} of savings left out"] if left else []
    said += [f"{count_of(unused, 'printed amount')} in no working"] if unused else []
    if not said:
        return table
    caption = f"{table.layout.caption} ({', '.join(said)})"
    return replace(table, layout=replace(table.layout, caption=caption))


def draw_costs(costs: Costs, what_if: WhatIf, *, text: bool = False) -> str:
    """Each case by year, as the report prints it or as the model computes it where something else is asked."""
    printed = [each for report in costs.reports for each in report.placements]
    if not costs.models or (printed and not what_if.asks):
        parts = [
            (each.case, each.excluded_year_group, each.academic_year or f"Year {each.year_group}", each.printed)
            for each in printed
        ]
    else:
        outcomes = outcomes_of(costs, what_if)
        years = outcomes[CHANGED if CHANGED in outcomes else BASE].years
        parts = [(str(each.case), each.excluded_year_group, each.academic_year, each.cost) for each in years]
    bars = [
        Bar(name=f"Case {case}, Year {group}",
            parts=tuple((year, cost) for own, _, year, cost in parts if own == case))
        for case, group in dict.fromkeys((own, group) for own, group, _, _ in parts)
    ]  # fmt: skip
    return draw_text(bars) if text else draw_svg(bars, "What each placement costs, year by year")


def report_tables(reports: Sequence[CostReport], shares: Iterable[ContributionRow] = ()) -> tuple[Table, ...]:
    """What the reports say: placements, case totals, contributions (and other `shares` of them), day rates, totals
    and break-even."""
    own = [
        CONTRIBUTIONS.row_of(c, method=Method.LOCAL.value, working=None) for each in reports for c in each.contributions
    ]
    return (
        PLACEMENTS.table_of(fact for each in reports for fact in each.placements),
        CASE_TOTALS.table_of(fact for each in reports for fact in each.case_totals),
        CONTRIBUTIONS.table((*own, *shares)),
        DAY_RATES.table_of(fact for each in reports for fact in each.day_rates),
        TOTALS.table_of(fact for each in reports for fact in each.totals),
        BREAK_EVEN.table_of(each.break_even for each in reports if each.break_even is not None),
    )


def computed_tables(outcome: Outcome) -> tuple[Table, ...]:
    """The tables of a run without a report: nothing is printed, everything computed."""
    years = [
        PlacementRow(
            case=str(y.case), excluded_year_group=y.excluded_year_group, year_group=y.year_group,
            academic_year=y.academic_year, half_year=y.part, recomputed=y.cost, working=y.working,
        )
        for y in outcome.years
    ]  # fmt: skip
    sums = zip(outcome.totals, outcome.contributions, outcome.nets, strict=True)
    cases = [
        CaseRow(case=str(case), total=total, contribution=share, net=net)
        for case, (total, share, net) in enumerate(sums, start=1)
    ]
    totals = [
        TotalRow(name=name, recomputed=whole, working=" + ".join(f"{part:,f}" for part in parts))
        for name, whole, parts in (
            ("total cost of placements", outcome.total, outcome.totals),
            ("net cost to the High Needs Block", outcome.net, outcome.nets),
        )
    ]
    even = BreakEvenRow(
        investment=outcome.investment, mean_net=rounded(outcome.mean_net), exact=outcome.break_even_exact,
        exclusions=outcome.break_even,
    )  # fmt: skip
    return (
        PLACEMENTS.table(years), CASE_TOTALS.table(cases), CONTRIBUTIONS.table(_share_rows(outcome)),
        DAY_RATES.table(()), TOTALS.table(totals), BREAK_EVEN.table([even]),
    )  # fmt: skip


_ANSWERS = (CHANGES.name, SCENARIOS.name)


def for_reading(tables: Iterable[Table]) -> tuple[Table, ...]:
    """The tables that hold anything, what was asked first, without columns that hold nothing or only what is usual.
    Lines that stand in a table of their own kind are not shown again."""
    every = list(tables)
    shown: set[tuple[object, Decimal]] = {
        (row["pdf_page"], abs(value))
        for table in every
        if table.layout.name not in (*_ANSWERS, LINES.name, TRACE.name)
        for row in table.rows
        for name in ("printed", "total_printed", "contribution_printed", "net_printed", "daily_printed")
        if isinstance(value := row.get(name), Decimal)
    }
    kept = [
        replace(table, rows=tuple(
            row for row in table.rows
            if not (isinstance(printed := row["printed"], Decimal) and (row["pdf_page"], abs(printed)) in shown)
        ))
        if table.layout.name == LINES.name else table
        for table in every
    ]  # fmt: skip
    changes = any(table.rows for table in every if table.layout.name == CHANGES.name)
    ordered = sorted(kept, key=lambda table: changes and table.layout.name not in _ANSWERS)
    return tuple(_without_usual(table) for table in ordered if table.rows)


def _without_usual(table: Table) -> Table:
    """Without columns that hold nothing, or only what is usual: the local method, and no difference."""
    table = table.without_empty(usual=(Method.LOCAL.value,))
    if any(row["difference"] for row in table.rows if "difference" in row) or table.layout.name in _ANSWERS:
        return table
    shown = {column.name for column in table.shown} - {"difference"}
    return replace(table, layout=table.layout.showing(shown))


def _change_rows(costs: Costs, what_if: WhatIf) -> Iterator[ChangeRow]:
    for scenario, changes in changes_of(what_if).items():
        for key, value in changes.items():
            yield ChangeRow(scenario=scenario, parameter=key, before=costs.before(key), value=f"{value}")
    for scenario, pupils in pupils_of(what_if).items():
        for pupil in pupils if costs.pack is not None else ():
            now = f"Year {pupil.year_group}, {academic(pupil.excluded)}"
            yield ChangeRow(scenario=scenario, parameter="pupil", before=None, value=now)


def _share_rows(outcome: Outcome) -> list[ContributionRow]:
    return [
        ContributionRow(key_stage=s.key_stage, recomputed=s.amount, method=s.method.value, working=s.working)
        for s in outcome.shares
    ]


def _scenarios(costs: Costs, outcomes: Mapping[str, Outcome], what_if: WhatIf) -> list[ScenarioRow]:
    """What every run comes to, beside the base; then the lines of the report that it changes."""
    rows: list[ScenarioRow] = []
    for name, outcome in outcomes.items():
        if name == BASE and (len(outcomes) > 1 or what_if.avoided is None):
            continue
        base = measures_of(outcomes[BASE], what_if.avoided)
        rows += [
            ScenarioRow(scenario=name, name=what, value=value, base=base[what], difference=value - base[what])
            for what, value in measures_of(outcome, what_if.avoided).items()
        ]
    for scenario, changes in changes_of(what_if).items():
        rows += [_reworked(scenario, each) for report in costs.reports for each in rework(report.lines, changes)]
    if costs.pack is not None and not costs.models:
        last = costs.parameters.whole("last_year_group")
        first_year = what_if.assumptions.first_year
        for scenario, pupils in pupils_of(what_if).items():
            report = next((each for each in costs.reports if each.year_costs), costs.reports[0])
            rows += [
                _reworked(scenario, each) for pupil in pupils for each in place_pupil(report, pupil, first_year, last)
            ]
    return rows


def _reworked(scenario: str, each: Reworked) -> ScenarioRow:
    away = None if each.base is None else each.value - each.base
    return ScenarioRow(scenario=scenario, name=each.name, value=each.value, base=each.base, difference=away)


def _trace(outcomes: Mapping[str, Outcome], costs: Costs, what_if: WhatIf, *, lines: bool) -> list[TraceRow]:
    """Every step, with each parameter that it read; of the report's lines those that have parameters of their own."""
    settings = settings_of(costs, what_if)

    def row(scenario: str, step: str, working: str, result: Decimal, read: Iterable[str]) -> TraceRow:
        parameters = "; ".join(dict.fromkeys(read)) or None
        return TraceRow(scenario=scenario, step=step, working=working, result=result, parameters=parameters)

    rows = []
    for line in (line for report in costs.reports for line in report.lines if lines and line.recomputed is not None):
        terms = terms_of(line.tree) if line.tree else ()
        read = [f"{term.key} = {term.printed}" for term in terms if term.key]
        assert line.recomputed is not None
        rows.append(row(REPORT, line.called, line.working, line.recomputed, read))
    for name, outcome in outcomes.items():
        values = settings[name].values
        for step in outcome.steps:
            read = [f"{key} = {values[key].value} ({values[key].origin})" for key in step.read]
            rows.append(row(name, step.what, step.working, step.result, read))
    return rows
