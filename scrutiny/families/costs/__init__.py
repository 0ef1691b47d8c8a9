"""Room `costs`: what a placement costs. A report or parameters in, every figure recomputed with its working out.

No number stands in a formula: they come from the report or from dated parameter files with their source. Everything
is exact: decimals and fractions, rounded once, at the end."""

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
from scrutiny.families.costs.modelling import Assumptions, FirstYear, Method, Outcome, run_model
from scrutiny.families.costs.parameters import (
    Parameters,
    Pupil,
    Scenario,
    parse_setting,
    read_scenario,
    reference_parameters,
)
from scrutiny.families.costs.read import find_cost_report, worth_reading

__all__ = [
    "Assumptions",
    "BreakEven",
    "CaseTotal",
    "Contribution",
    "CostReport",
    "DayRate",
    "FirstYear",
    "Method",
    "Outcome",
    "Parameters",
    "PlacementYear",
    "Pupil",
    "Rounding",
    "Scenario",
    "Total",
    "find_cost_report",
    "parse_setting",
    "read_scenario",
    "reference_parameters",
    "run_model",
    "worth_reading",
]
