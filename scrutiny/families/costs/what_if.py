"""Family `costs`: what would be if: changed parameters, scenarios, pupils, and other ways to count.

Takes what a person asks beside the report, gives the outcome of the model for the report's own parameters and for each
change of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from scrutiny.errors import UsageError
from scrutiny.families.costs.facts import CostReport
from scrutiny.families.costs.formulas import decimal
from scrutiny.families.costs.modelling import Assumptions, FirstYear, Method, Outcome, run_model
from scrutiny.families.costs.parameters import (
    Parameters,
    Pupil,
    Scenario,
    parse_setting,
    read_scenario,
    reference_parameters,
)
from scrutiny.families.costs.read import parameters_of
from scrutiny.pack import Pack

BASE, CHANGED = "base", "as set"
"""The names of the two runs that every comparison can have; scenarios have their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
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
    ) -> "WhatIf":  # fmt: skip
        """Raises `ParameterError` for values that are not valid, `UsageError` for unknown words."""
        changes = dict(parse_setting(each) for each in settings)
        changes |= dict(parse_setting(f"{key}={value}") for key, value in named.items() if value is not None)
        return WhatIf(
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
        raise UsageError(f"{option} {word}: not valid", advice=f"Choose one of {', '.join(kind)}.") from None


def settings_of(costs: Costs, what_if: WhatIf) -> dict[str, Parameters]:
    """The parameters of the base, of what was changed on the command line, and of each scenario, by name."""
    base = costs.parameters if costs.pack else costs.parameters.with_values({}, "", what_if.pupils)
    runs = {BASE: base}
    if what_if.changes or (what_if.pupils and costs.pack):
        runs[CHANGED] = base.with_values(what_if.changes, "the command line", what_if.pupils)
    for scenario in what_if.scenarios:
        start = runs.get(CHANGED, base)
        runs[scenario.name] = start.with_values(scenario.changes, f"scenario {scenario.name}", scenario.pupils)
    return runs


def outcomes_of(costs: Costs, what_if: WhatIf) -> dict[str, Outcome]:
    """What each run comes to, by name. Raises `ParameterError`."""
    return {name: run_model(own, what_if.assumptions) for name, own in settings_of(costs, what_if).items()}


def measures_of(outcome: Outcome, avoided: int | None) -> dict[str, Decimal]:
    """The figures by which runs are compared, in pounds but for the number of exclusions."""
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
