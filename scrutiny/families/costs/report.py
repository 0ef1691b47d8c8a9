"""Family `costs`: the report of its own command, `cost-model`."""

from scrutiny.families.costs.family import COSTS
from scrutiny.families.costs.view import cost_tables, for_reading
from scrutiny.families.costs.what_if import Costs, WhatIf, check_settings
from scrutiny.pack.public import nothing_in
from scrutiny.paper import OpenPaper
from scrutiny.sheets.model import Report


def find_costs(paper: OpenPaper) -> Costs:
    """What the paper says of the cost of placements. Raises `NothingFoundError` when it says nothing."""
    reports = COSTS.read(paper)
    if not reports:
        raise nothing_in(
            [paper.pack],
            f"nothing on the cost of placements in {paper.source.file}",
            advice="Looked for tables of cases and of places by their cost, and for sums written out in sentences.",
        )
    return Costs.of(paper.pack, reports)


def cost_report(costs: Costs, what_if: WhatIf, *, trace: bool, reading: bool) -> Report:
    """The report recomputed, or the parameters computed; beside it what else is asked. For `reading`, without what is
    empty."""
    check_settings(costs, what_if)
    tables = cost_tables(costs, what_if, trace=trace)
    return Report(
        command="cost-model",
        sources=(costs.pack.source,) if costs.pack else (),
        tables=for_reading(tables) if reading else tables,
        findings=(
            *(costs.pack.findings if costs.pack else ()),
            *(finding for report in costs.reports for finding in report.findings),
        ),
    )
