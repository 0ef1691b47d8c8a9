"""Room `products`: the tables of each command that prints data, from which its JSON Schema is made."""

from scrutiny.families.costs import view as costs
from scrutiny.families.exclusions import view as exclusions
from scrutiny.families.minutes.view import ACTIONS, POSSIBLE
from scrutiny.families.recommendations.view import OUTCOMES, REGISTER, REMARKS, TRACKER
from scrutiny.products.briefreport import brief_layouts
from scrutiny.products.checking import CHECKS, COVERAGE
from scrutiny.products.contents import CONTENTS, SECTIONS
from scrutiny.products.grids import CELLS, GRID
from scrutiny.products.installation import PARTS
from scrutiny.products.verification import FIGURES
from scrutiny.sheets.model import Layout
from scrutiny.sheets.rows import AnySheet


def layouts() -> dict[str, tuple[Layout, ...]]:
    """The tables of each command, by the command's name in the JSON."""
    sheets: dict[str, tuple[AnySheet, ...]] = {
        "contents": (CONTENTS, SECTIONS),
        "split-pack": (CONTENTS, SECTIONS),
        "actions": (ACTIONS,),
        "actions-possible": (ACTIONS, POSSIBLE),
        "tables": (CELLS, GRID),
        "exclusions-summary": (
            exclusions.TREND,
            exclusions.YEARS,
            exclusions.PANELS,
            exclusions.SCHOOLS,
            exclusions.OUTREACH,
            exclusions.REFERRALS,
            exclusions.GROUPS,
            exclusions.SAID,
            exclusions.OTHERS,
            exclusions.LEFT_OUT,
        ),
        "exclusions-years": (exclusions.YEARS,),
        "exclusions-panels": (exclusions.PANELS,),
        "exclusions-schools": (exclusions.SCHOOLS,),
        "check": (CHECKS, COVERAGE),
        "verify": (FIGURES,),
        "cost-model": (
            costs.PLACEMENTS,
            costs.CASE_TOTALS,
            costs.CONTRIBUTIONS,
            costs.DAY_RATES,
            costs.TOTALS,
            costs.BREAK_EVEN,
            costs.LINES,
            costs.CHANGES,
            costs.SCENARIOS,
            costs.TRACE,
        ),
        "recs": (REGISTER,),
        "recs-against": (OUTCOMES,),
        "recs-tracker": (TRACKER,),
        "recs-lint": (REMARKS,),
        "doctor": (PARTS,),
    }
    return {name: tuple(sheet.layout for sheet in own) for name, own in sheets.items()} | {"brief": brief_layouts()}
