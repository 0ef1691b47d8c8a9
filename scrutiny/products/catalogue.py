"""Room `products`: the tables of each command that prints data, from which its JSON Schema is made, and what makes the
report of each that reads one paper, as it is without options."""

from collections.abc import Callable, Mapping
from typing import Any

from scrutiny.families.costs import view as costs
from scrutiny.families.costs.report import cost_report, find_costs
from scrutiny.families.costs.what_if import WhatIf
from scrutiny.families.exclusions import view as exclusions
from scrutiny.families.exclusions.report import exclusions_report
from scrutiny.families.minutes.report import Filter, find_paper_log, log_report
from scrutiny.families.minutes.view import ACTIONS, POSSIBLE
from scrutiny.families.recommendations.report import find_register, register_report, remarks_report, tracker_report
from scrutiny.families.recommendations.view import OUTCOMES, REGISTER, REMARKS, TRACKER
from scrutiny.pack.parts import Cut
from scrutiny.paper import OpenPaper
from scrutiny.products.briefing import find_briefing
from scrutiny.products.briefreport import brief_layouts, brief_report
from scrutiny.products.checking import CHECKS, COVERAGE, Detail, check_paper, checks_report, wanted_checks
from scrutiny.products.contents import CONTENTS, SECTIONS, contents_report
from scrutiny.products.grids import CELLS, GRID, tables_report
from scrutiny.products.installation import PARTS
from scrutiny.products.redaction import Redaction
from scrutiny.products.verification import FIGURES
from scrutiny.sheets import Format
from scrutiny.sheets.model import Layout, Report
from scrutiny.sheets.rows import Sheet

Make = Callable[[OpenPaper, Format], Report]


def layouts() -> dict[str, tuple[Layout, ...]]:
    """The tables of each command, by the command's name in the JSON."""
    sheets: dict[str, tuple[Sheet[Any], ...]] = {
        "contents": (CONTENTS, SECTIONS),
        "split-pack": (CONTENTS, SECTIONS),
        "actions": (ACTIONS,),
        "actions-possible": (ACTIONS, POSSIBLE),
        "tables": (CELLS, GRID),
        "exclusions-summary": (
            exclusions.TREND, exclusions.YEARS, exclusions.PANELS, exclusions.SCHOOLS, exclusions.OUTREACH,
            exclusions.REFERRALS, exclusions.SAID, exclusions.OTHERS, exclusions.LEFT_OUT,
        ),
        "exclusions-years": (exclusions.YEARS,),
        "exclusions-panels": (exclusions.PANELS,),
        "exclusions-schools": (exclusions.SCHOOLS,),
        "check": (CHECKS, COVERAGE),
        "verify": (FIGURES,),
        "cost-model": (
            costs.PLACEMENTS, costs.CASE_TOTALS, costs.CONTRIBUTIONS, costs.DAY_RATES, costs.TOTALS,
            costs.BREAK_EVEN, costs.LINES, costs.CHANGES, costs.SCENARIOS, costs.TRACE,
        ),
        "recs": (REGISTER,),
        "recs-against": (OUTCOMES,),
        "recs-tracker": (TRACKER,),
        "recs-lint": (REMARKS,),
        "doctor": (PARTS,),
    }  # fmt: skip
    return {name: tuple(sheet.layout for sheet in own) for name, own in sheets.items()} | {"brief": brief_layouts()}


def makers() -> Mapping[str, Make]:
    """For each command that reads one paper what makes its report, by its name in the JSON."""
    nothing, wanted = Redaction(), wanted_checks([], [])
    what_if = WhatIf.parse([], {}, [], [], None, "half", "local", None, None)

    def exclusions_of(name: str) -> Make:
        return lambda paper, form: exclusions_report(
            paper, name=name, suppress_below=None, for_reading=form.for_reading,
            chart="blocks" if form is Format.TABLE and name == "summary" else None,
        )  # fmt: skip

    return {
        "contents": lambda paper, form: contents_report(
            "contents", [paper.pack], Cut.DOCUMENT, for_reading=form.for_reading
        ),
        "tables": lambda paper, form: tables_report(paper, runs=None, for_programs=form.for_programs),
        "actions": lambda paper, _: log_report([find_paper_log(paper)], Filter()),
        "recs": lambda paper, _: register_report([find_register(paper)]),
        "recs-tracker": lambda paper, _: tracker_report([find_register(paper)]),
        "recs-lint": lambda paper, _: remarks_report([find_register(paper)]),
        **{f"exclusions-{name}": exclusions_of(name) for name in ("summary", "years", "panels", "schools")},
        "cost-model": lambda paper, form: cost_report(
            find_costs(paper), what_if, trace=False, reading=form.for_reading
        ),
        "check": lambda paper, form: checks_report(
            [check_paper(paper, wanted=wanted)], wanted, detail=_detail(form), for_reading=form.for_reading,
            notes=form.for_programs,
        ),
        "brief": lambda paper, form: brief_report(
            [find_briefing(paper, redaction=nothing, pictured=form.pictured)], nothing, for_reading=form.for_reading
        ),
    }  # fmt: skip


def _detail(form: Format) -> Detail:
    if form is Format.TABLE:
        return Detail.FINDINGS
    return Detail.EVERYTHING if form.for_programs else Detail.COVERAGE
