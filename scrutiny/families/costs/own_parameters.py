"""Family `costs`: the parameters that a report prints, for the model.

Takes a `CostReport` and the reference, gives `Parameters` with the report's own values where it prints some.
"""

from decimal import Decimal

from scrutiny.families.costs.facts import CostReport
from scrutiny.families.costs.parameters import Parameters, Pupil


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
