"""Room `cli`: the rows of `cost-model`: every figure as printed beside what it should be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from scrutiny import __version__
from scrutiny.cli.layouts import (
    BREAK_EVEN,
    CASE_TOTALS,
    CONTRIBUTIONS,
    COST_TOTALS,
    DAY_RATES,
    PLACEMENTS,
    SCENARIOS,
    TRACE,
)
from scrutiny.cli.packreports import load_pack, nothing_in, paper_cells
from scrutiny.cli.watchdog import time_budget
from scrutiny.costs import (
    Assumptions,
    CostReport,
    FirstYear,
    Method,
    Outcome,
    Parameters,
    Pupil,
    Scenario,
    parse_setting,
    read_scenario,
    reference_parameters,
    run_model,
)
from scrutiny.costs.formulas import decimal
from scrutiny.costs.reading import parameters_of
from scrutiny.errors import UsageError
from scrutiny.pack import Pack
from scrutiny.registers.checks import PageNotes
from scrutiny.registers.costs import read_costs
from scrutiny.sheets.drawing import Bar, draw_svg, draw_text
from scrutiny.sheets.model import Report, Table, Value
from scrutiny.sources import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What a file says of the cost of placements; without a file nothing, and the reference parameters."""

    pack: Pack | None
    reports: tuple[CostReport, ...]
    parameters: Parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked beside the report: changes to parameters, scenarios, pupils, and how to count."""

    changes: Mapping[str, Decimal]
    scenarios: tuple[Scenario, ...]
    pupils: tuple[Pupil, ...]
    avoided: int | None
    assumptions: Assumptions

    @staticmethod
    def parse(
        settings: Sequence[str], named: Mapping[str, int | str | None], scenarios: Sequence[Path],
        pupils: Sequence[str], avoided: int | None, first_year: str, method: str, relevant: datetime | None,
        admitted: datetime | None,
    ) -> "Wish":  # fmt: skip
        """Raises `ParameterError` for values that are none, `UsageError` for words that are none."""
        changes = dict(parse_setting(each) for each in settings)
        changes |= dict(parse_setting(f"{key}={value}") for key, value in named.items() if value is not None)
        return Wish(
            changes=changes,
            scenarios=tuple(read_scenario(path) for path in scenarios),
            pupils=tuple(Pupil.parse(each) for each in pupils),
            avoided=avoided,
            assumptions=Assumptions(
                first_year=_one_of(FirstYear, first_year, "--first-year"),
                method=_one_of(Method, method, "--method"),
                relevant=relevant.date() if relevant else None,
                admitted=admitted.date() if admitted else None,
            ),
        )

    @property
    def asks(self) -> bool:
        """Whether anything is asked that a report alone does not answer."""
        return bool(self.changes or self.scenarios or self.pupils or self.avoided) or self.assumptions != Assumptions()


E = TypeVar("E", bound=StrEnum)


def _one_of(kind: type[E], word: str, option: str) -> E:
    try:
        return kind(word)
    except ValueError:
        raise UsageError(f"{option} {word}: there is no such thing", advice=f"Say one of {', '.join(kind)}.") from None


def load_costs(
    file: Path | None, *, password: str | None, timeout: float | None, quiet: bool, include_exempt: bool = False
) -> Costs:
    """Raises `NothingFoundError` when the file says nothing of what placements cost."""
    reference = reference_parameters()
    if file is None:
        return Costs(pack=None, reports=(), parameters=reference)
    notes = PageNotes()
    pack = load_pack(
        file, password=password, timeout=timeout, quiet=quiet, include_exempt=include_exempt, visit=notes.visit
    )
    with time_budget(file, timeout):
        reports = read_costs(pack, notes)
    if not reports:
        raise nothing_in(
            [pack],
            f"nothing on the cost of placements in {file.name}",
            advice="Looked for a table of cases with a column for each year group, and for AWPU sums written out.",
        )
    return Costs(pack=pack, reports=reports, parameters=parameters_of(reports[0], reference, file.name))


def cost_report(found: Costs, wish: Wish, *, trace: bool, for_reading: bool) -> Report:
    """The report recomputed, or the parameters computed; beside it what else is asked."""
    outcomes = _outcomes(found, wish) if wish.asks or trace or found.pack is None else {}
    tables = cost_tables(found.reports)
    if found.pack is None:
        tables = _computed(outcomes[BASE])
    elif wish.assumptions.method is not Method.LOCAL:
        shares = _shares(outcomes[BASE])
        tables[2] = replace(tables[2], rows=(*tables[2].rows, *(row for row in shares if row[10] != Method.LOCAL)))
    tables += [_scenarios(outcomes, wish), _trace(outcomes if trace else {}, found, wish)]
    return Report(
        command="cost-model",
        version=__version__,
        sources=(found.pack.source,) if found.pack else (),
        tables=tuple(table.without_empty(usual=(Method.LOCAL,)) for table in tables if table.rows)
        if for_reading
        else tuple(tables),
        findings=(
            *(found.pack.findings if found.pack else ()),
            *(finding for report in found.reports for finding in report.findings),
        ),
    )


def cost_tables(reports: Sequence[CostReport]) -> list[Table]:
    """What the reports say: placements, case totals, contributions, day rates, totals and break-even."""
    return [_placements(reports), _case_totals(reports), _contributions(reports), _day_rates(reports), _totals(reports),
            _break_even(reports)]  # fmt: skip


def draw_costs(found: Costs, wish: Wish, *, text: bool = False) -> str:
    """Each case by year, as the report prints it or as the model computes it where something else is asked."""
    printed = [p for report in found.reports for p in report.placements]
    if printed and not wish.asks:
        names = list(dict.fromkeys((p.case, p.excluded_year_group) for p in printed))
        bars = [
            Bar(name=f"Case {case}, Year {group}",
                parts=tuple((p.academic_year or f"Year {p.year_group}", p.printed) for p in printed if p.case == case))
            for case, group in names
        ]  # fmt: skip
    else:
        outcome = _outcomes(found, wish)
        years = outcome[WHAT_IF if WHAT_IF in outcome else BASE].years
        names = list(dict.fromkeys((str(y.case), y.excluded_year_group) for y in years))
        bars = [
            Bar(name=f"Case {case}, Year {group}",
                parts=tuple((y.academic_year, y.cost) for y in years if str(y.case) == case))
            for case, group in names
        ]  # fmt: skip
    return draw_text(bars) if text else draw_svg(bars, "What each placement costs, year by year")


# --- the model ------------------------------------------------------------------------------------

BASE, WHAT_IF = "base", "as set"


def _settings(found: Costs, wish: Wish) -> dict[str, Parameters]:
    """The parameters of the base, of what is set on the command line, and of each scenario."""
    runs = {BASE: found.parameters if found.pack else found.parameters.with_values({}, "", wish.pupils)}
    if wish.changes or (wish.pupils and found.pack):
        runs[WHAT_IF] = runs[BASE].with_values(wish.changes, "the command line", wish.pupils)
    for scenario in wish.scenarios:
        base = runs.get(WHAT_IF, runs[BASE])
        runs[scenario.name] = base.with_values(scenario.changes, f"scenario {scenario.name}", scenario.pupils)
    return runs


def _outcomes(found: Costs, wish: Wish) -> dict[str, Outcome]:
    return {name: run_model(parameters, wish.assumptions) for name, parameters in _settings(found, wish).items()}


_NO_PAPER: tuple[Value, ...] = (None,) * 5


def _computed(outcome: Outcome) -> list[Table]:
    """The tables of a run without a report: nothing is printed, everything computed."""
    years = tuple(
        (
            str(y.case),
            y.excluded_year_group,
            y.year_group,
            y.academic_year,
            y.part,
            None,
            y.cost,
            None,
            y.working,
            *_NO_PAPER,
        )
        for y in outcome.years
    )
    cases = tuple(
        (str(case), None, total, None, share, None, net, *_NO_PAPER)
        for case, (total, share, net) in enumerate(
            zip(outcome.totals, outcome.contributions, outcome.nets, strict=True), start=1
        )
    )
    totals = (
        (
            "total cost of placements",
            None,
            outcome.total,
            None,
            " + ".join(f"{t:,}" for t in outcome.totals),
            *_NO_PAPER,
        ),
        (
            "net cost to the High Needs Block",
            None,
            outcome.net,
            None,
            " + ".join(f"{n:,}" for n in outcome.nets),
            *_NO_PAPER,
        ),
    )
    even = (
        outcome.investment,
        decimal(outcome.mean_net),
        outcome.break_even_exact,
        outcome.break_even,
        None,
        *_NO_PAPER,
    )
    return [
        Table(layout=PLACEMENTS, rows=years), Table(layout=CASE_TOTALS, rows=cases),
        Table(layout=CONTRIBUTIONS, rows=_shares(outcome)), Table(layout=DAY_RATES, rows=()),
        Table(layout=COST_TOTALS, rows=totals), Table(layout=BREAK_EVEN, rows=(even,)),
    ]  # fmt: skip


def _shares(outcome: Outcome) -> tuple[tuple[Value, ...], ...]:
    return tuple(
        (s.key_stage, None, None, None, None, None, None, None, s.amount, None, s.method, s.working, *_NO_PAPER)
        for s in outcome.shares
    )


def _scenarios(outcomes: Mapping[str, Outcome], wish: Wish) -> Table:
    """What every run comes to, beside the base."""
    rows: list[tuple[Value, ...]] = []
    for name, outcome in outcomes.items():
        if name == BASE and len(outcomes) > 1:
            continue
        if name == BASE and wish.avoided is None:
            continue
        base = _measures(outcomes[BASE], wish.avoided)
        rows += [
            (name, what, value, base[what], value - base[what])
            for what, value in _measures(outcome, wish.avoided).items()
        ]
    return Table(layout=SCENARIOS, rows=tuple(rows))


def _measures(outcome: Outcome, avoided: int | None) -> dict[str, Decimal]:
    measures = {
        "total cost of placements": outcome.total,
        "contributions of the excluding schools": sum(outcome.contributions, Decimal(0)),
        "net cost to the High Needs Block": outcome.net,
        "mean net cost of a case": decimal(outcome.mean_net),
        "exclusions to avoid for the investment": Decimal(outcome.break_even),
    }
    if avoided is not None:
        measures[f"saved by {avoided} avoided exclusions"] = decimal(outcome.mean_net * avoided)
    return measures


def _trace(outcomes: Mapping[str, Outcome], found: Costs, wish: Wish) -> Table:
    settings = _settings(found, wish)
    rows = []
    for name, outcome in outcomes.items():
        values = settings[name].values
        for step in outcome.steps:
            read = "; ".join(
                f"{key} = {values[key].value} ({values[key].source})" for key in step.read if key in values
            )
            rows.append((name, step.what, step.working, step.result, read or None))
    return Table(layout=TRACE, rows=tuple(rows))


# --- the report -----------------------------------------------------------------------------------


def _place(quote: Quote) -> tuple[Value, ...]:
    return quote.item, *paper_cells(quote)


def _placements(reports: Sequence[CostReport]) -> Table:
    rows = [
        (p.case, p.excluded_year_group, p.year_group, p.academic_year, p.half_year, p.printed, p.recomputed,
         p.difference, p.working, *_place(p.quote))
        for report in reports for p in report.placements
    ]  # fmt: skip
    return Table(layout=PLACEMENTS, rows=tuple(rows))


def _case_totals(reports: Sequence[CostReport]) -> Table:
    rows = [
        (
            c.case,
            c.total_printed,
            c.total,
            c.contribution_printed,
            c.contribution,
            c.net_printed,
            c.net,
            *_place(c.quote),
        )
        for report in reports
        for c in report.case_totals
    ]
    return Table(layout=CASE_TOTALS, rows=tuple(rows))


def _contributions(reports: Sequence[CostReport]) -> Table:
    rows = [
        (c.key_stage, c.awpu, c.top_up, c.school_days, c.days, c.daily_printed, c.daily, c.printed, c.recomputed,
         c.rounding, Method.LOCAL, None, *_place(c.quote))
        for report in reports for c in report.contributions
    ]  # fmt: skip
    return Table(layout=CONTRIBUTIONS, rows=tuple(rows))


def _day_rates(reports: Sequence[CostReport]) -> Table:
    rows = [
        (r.academic_year, r.school_days, r.day_rate, r.transport, r.daily, r.printed, r.recomputed, *_place(r.quote))
        for report in reports
        for r in report.day_rates
    ]
    return Table(layout=DAY_RATES, rows=tuple(rows))


def _totals(reports: Sequence[CostReport]) -> Table:
    rows = [
        (t.name, t.printed, t.recomputed, t.difference, t.working, *_place(t.quote))
        for report in reports
        for t in report.totals
    ]
    return Table(layout=COST_TOTALS, rows=tuple(rows))


def _break_even(reports: Sequence[CostReport]) -> Table:
    rows = [
        (b.investment, b.mean_net, b.exact, b.exclusions, b.printed, *_place(b.quote))
        for report in reports
        if (b := report.break_even) is not None
    ]
    return Table(layout=BREAK_EVEN, rows=tuple(rows))
