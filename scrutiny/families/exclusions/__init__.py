"""Room `exclusions`: an inclusion report in, its tables of exclusions typed and recomputed out.

Knows the trade's words (year groups, key stages, panels, outreach), no school, panel, year or place."""

from scrutiny.families.exclusions.facts import (
    InclusionReport,
    Outreach,
    PanelFigure,
    Referral,
    SchoolFigure,
    TrendYear,
    VulnerableGroup,
    YearFigure,
)
from scrutiny.families.exclusions.groups import worth_reading_for_groups
from scrutiny.families.exclusions.read import find_inclusion_report, worth_reading
from scrutiny.families.exclusions.suppression import suppress

__all__ = [
    "InclusionReport",
    "Outreach",
    "PanelFigure",
    "Referral",
    "SchoolFigure",
    "TrendYear",
    "VulnerableGroup",
    "YearFigure",
    "find_inclusion_report",
    "suppress",
    "worth_reading",
    "worth_reading_for_groups",
]
