"""Family `costs`: what would be if: changed parameters, scenarios, pupils, and other ways to count.

Takes what a person asks beside the report, gives the outcome of the model for the report's own parameters and for each
change of them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from scrutiny.errors import ParameterError, UsageError
from scrutiny.families.costs.facts import CostReport
from scrutiny.families.costs.modelling import Assumptions, FirstYear, Method, Outcome, run_model
from scrutiny.families.costs.parameters import (
    Parameters,
    Pupil,
    Scenario,
    is_known,
    known,
    parse_setting,
    read_scenario,
    reference_parameters,
    unknown,
)
from scrutiny.families.costs.reworking import keys_of
from scrutiny.families.costs.terms import rounded
from scrutiny.pack import Pack

BASE, CHANGED, REPORT = "base", "as set", "report"
"""The names of the two runs that every comparison can have, and of the report's own lines in the trace; scenarios have
their own."""


class Costs(Struct, frozen=True, kw_only=True):
    """What a file says of the cost of placements; without a file nothing, and the reference parameters."""

    pack: Pack | None
    reports: tuple[CostReport, ...]
    parameters: Parameters

    @staticmethod
    def of(pack: Pack | None, reports: tuple[CostReport, ...]) -> "Costs":
        """With the parameters that the reports print, and the reference where they print none."""
        reference = reference_parameters()
        own = parameters_of(reports[0], reference, pack.source.file) if pack and reports else reference
        return Costs(pack=pack, reports=reports, parameters=own)

    @property
    def models(self) -> bool:
        """Whether the model of day rates can be run: on the reference, or on a report that prints what it needs."""
        return self.pack is None or any(report.contributions and report.day_rates for report in self.reports)

    @property
    def keys(self) -> dict[str, str]:
        """The figures of the report that can be changed, by name, each as printed."""
        return {key: printed for report in self.reports for key, printed in keys_of(report.lines).items()}

    def before(self, key: str) -> str | None:
        """What a parameter is without a change; several values where its name stands for several."""
        own = [printed for name, printed in self.keys.items() if name == key or name.startswith(f"{key}.")]
        if own:
            return ", ".join(dict.fromkeys(own))
        return str(self.parameters.values[key].value) if self.models and key in self.parameters.values else None

    def check_keys(self, changes: Mapping[str, Decimal], where: Mapping[str, str]) -> None:
        """Raises `ParameterError` for a parameter that neither the model nor the report has, and for more days than a
        school year has."""
        own = self.keys
        printed = re.findall(r"\d+", self.before("school_days") or "")
        year = changes.get("school_days") or max(map(Decimal, printed), default=Decimal(0))
        if "days" in changes and 0 < year < changes["days"]:
            message = f"{changes['days']} days are more than the {year} school days of a year"
            raise ParameterError(message, advice="Give --school-days too.")
        for key in changes:
            if key in own or any(name.startswith(f"{key}.") for name in own):
                continue
            if self.models:
                known(key, where=where.get(key, "--set"), beside=tuple(own))
                continue
            raise unknown(key, where.get(key, "--set"), tuple(own))


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
            first[each.case] = Pupil(year_group=each.excluded_year_group, excluded=int(each.academic_year[:4]))
    values = dict(reference.values)
    if any(key.startswith("day_rate.") for key in changes):  # years of two papers are not mixed
        values = {key: value for key, value in values.items() if not key.startswith("day_rate.")}
    return Parameters(values, reference.pupils).with_values(changes, source, tuple(first.values()))


class WhatIf(Struct, frozen=True, kw_only=True):
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
        admitted: datetime | None, *, academy: bool = False,
    ) -> "WhatIf":  # fmt: skip
        """Raises `ParameterError` for values that are not valid, `UsageError` for unknown words."""
        if avoided is not None and avoided < 0:
            raise UsageError(
                f"invalid value for --avoided: {avoided}", advice="Write a number of exclusions, such as 5."
            )
        changes = dict(map(parse_setting, settings))
        changes |= dict(parse_setting(f"{key}={value}") for key, value in named.items() if value is not None)
        return WhatIf(
            changes=changes,
            scenarios=tuple(map(read_scenario, scenarios)),
            pupils=tuple(Pupil.parse(each) for each in pupils),
            avoided=avoided,
            assumptions=Assumptions(
                first_year=_one_of(FirstYear, first_year, "--first-year"),
                method=_one_of(Method, method, "--method"),
                relevant=relevant.date() if relevant else None,
                admitted=admitted.date() if admitted else None,
                academy=academy,
            ),
        )

    def check_use(self, *, beside_paper: bool) -> None:
        """Raises `UsageError` for an option that would change nothing."""
        own = self.assumptions
        if own.method is Method.LOCAL and (own.relevant or own.admitted or own.academy):
            option = "--relevant-date" if own.relevant else "--admitted" if own.admitted else "--academy"
            raise UsageError(f"{option} belongs to the statutory method", advice="Add --method statutory or both.")
        if beside_paper and own.first_year is not Assumptions().first_year and not pupils_of(self):
            raise UsageError("--first-year counts the place of a pupil", advice="Name one with --pupil.")

    @property
    def asks(self) -> bool:
        """Whether anything is asked that a report alone does not answer."""
        return bool(self.changes or self.scenarios or self.pupils or self.avoided) or self.assumptions != Assumptions()


E = TypeVar("E", bound=StrEnum)


def _one_of(kind: type[E], word: str, option: str) -> E:
    try:
        return kind(word)
    except ValueError:
        raise UsageError(f"{option} {word}: not valid", advice=f"Choose one of {', '.join(kind)}.") from None


def changes_of(what_if: WhatIf) -> dict[str, Mapping[str, Decimal]]:
    """What each run changes, by its name; a scenario changes what the command line does, and more."""
    found: dict[str, Mapping[str, Decimal]] = {CHANGED: what_if.changes} if what_if.changes else {}
    return found | {each.name: {**what_if.changes, **each.changes} for each in what_if.scenarios}


def pupils_of(what_if: WhatIf) -> dict[str, tuple[Pupil, ...]]:
    """The pupils that each run is asked for, by its name."""
    found = {CHANGED: what_if.pupils} if what_if.pupils else {}
    return found | {each.name: each.pupils for each in what_if.scenarios if each.pupils}


def check_settings(costs: Costs, what_if: WhatIf) -> None:
    """Raises `ParameterError` for a parameter that is unknown."""
    costs.check_keys(what_if.changes, {})
    for each in what_if.scenarios:
        costs.check_keys(each.changes, each.places)


def settings_of(costs: Costs, what_if: WhatIf) -> dict[str, Parameters]:
    """The parameters of the base, of what was changed on the command line, and of each scenario, by name."""
    base = costs.parameters if costs.pack else costs.parameters.with_values({}, "", what_if.pupils)
    runs = {BASE: base}
    if what_if.changes or (what_if.pupils and costs.pack):
        runs[CHANGED] = base.with_values(_of_model(what_if.changes), "the command line", what_if.pupils)
    for scenario in what_if.scenarios:
        start = runs.get(CHANGED, base)
        runs[scenario.name] = start.with_values(
            _of_model(scenario.changes), f"scenario {scenario.name}", scenario.pupils
        )
    return runs


def _of_model(changes: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """The changes that the model knows; the others are the report's own."""
    return {key: value for key, value in changes.items() if is_known(key)}


def outcomes_of(costs: Costs, what_if: WhatIf) -> dict[str, Outcome]:
    """What each run comes to, by name. Raises `ParameterError`."""
    return {name: run_model(own, what_if.assumptions) for name, own in settings_of(costs, what_if).items()}


def measures_of(outcome: Outcome, avoided: int | None) -> dict[str, Decimal]:
    """The figures by which runs are compared, in pounds but for the number of exclusions."""
    measures = {
        "total cost of placements": outcome.total,
        "contributions of the excluding schools": sum(outcome.contributions, Decimal(0)),
        "net cost to the High Needs Block": outcome.net,
        "mean net cost of a case": rounded(outcome.mean_net),
        "exclusions to avoid for the investment": Decimal(outcome.break_even),
    }
    if avoided is not None:
        measures[f"saved by {avoided} avoided exclusions"] = rounded(outcome.mean_net * avoided)
    return measures
