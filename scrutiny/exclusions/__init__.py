"""Room `exclusions`: an inclusion report in, its tables of exclusions typed and recomputed out.

Knows the trade's words (year groups, key stages, panels, outreach), no school, panel, year or place."""

from scrutiny.exclusions.model import (
    InclusionReport,
    Outreach,
    PanelFigure,
    Referral,
    SchoolFigure,
    YearFigure,
)
from scrutiny.exclusions.reading import find_inclusion_report, worth_reading

__all__ = [
    "InclusionReport",
    "Outreach",
    "PanelFigure",
    "Referral",
    "SchoolFigure",
    "YearFigure",
    "find_inclusion_report",
    "worth_reading",
]
