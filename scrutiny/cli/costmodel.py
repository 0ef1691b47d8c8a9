"""Room `cli`: `cost-model`."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scrutiny.cli.options import CHART, CommonOptions, papers, valued

if TYPE_CHECKING:
    from scrutiny.families.costs.what_if import Costs
    from scrutiny.paper import OpenPaper

FIRST_YEARS = ("half", "full", "term", "two-terms", "days")
METHODS = ("local", "statutory", "both")

PAPER = "What the paper says\nscrutiny cost-model pack.pdf --trace"
WHAT_IF = "What if\nscrutiny cost-model pack.pdf --set awpu.ks3=4200 --days 100"
STATUTORY = "The statutory method\nscrutiny cost-model --method both --relevant-date 2024-11-18"

_named = partial(valued, group=WHAT_IF)


def _day(flag: str, text: str) -> Any:
    return typer.Option(
        flag, metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help=text, show_default=False, rich_help_panel=STATUTORY
    )


def cost_model(
    files: Annotated[
        list[Path] | None, papers("[FILE]...", "Reports to recompute. Without one: the reference parameters.")
    ] = None,
    trace: Annotated[
        bool, typer.Option("--trace", help="Show every step, with the parameters that it used.", rich_help_panel=PAPER)
    ] = False,
    chart: Annotated[bool, typer.Option("--chart", help=CHART, rich_help_panel=PAPER)] = False,
    settings: Annotated[
        list[str] | None, _named("--set", "KEY=VALUE", "Change a parameter, such as awpu.ks3=4200; may be repeated.")
    ] = None,
    days: Annotated[int | None, _named("--days", "N", "School days left when the pupil is excluded.")] = None,
    school_days: Annotated[int | None, _named("--school-days", "N", "School days in a year.")] = None,
    top_up: Annotated[str | None, _named("--top-up", "POUNDS", "Top-up paid in addition to the AWPU.")] = None,
    investment: Annotated[
        str | None, _named("--investment", "POUNDS", "Amount invested, for the break-even point.")
    ] = None,
    scenarios: Annotated[
        list[Path] | None, _named("--scenario", "FILE.toml", "Parameters to compare with the base; may be repeated.")
    ] = None,
    pupils: Annotated[
        list[str] | None, _named("--pupil", "PUPIL", 'A pupil, "year=8,excluded=2024-25"; may be repeated.')
    ] = None,
    avoided: Annotated[int | None, _named("--avoided", "N", "Show what N avoided exclusions would save.")] = None,
    first_year: Annotated[
        str,
        typer.Option(
            "--first-year",
            metavar="PART",
            help=f"How much of a pupil's first year counts: {', '.join(FIRST_YEARS)}.",
            autocompletion=lambda: list(FIRST_YEARS),
            rich_help_panel=WHAT_IF,
        ),
    ] = "half",
    method: Annotated[
        str,
        typer.Option(
            "--method",
            metavar="METHOD",
            help=f"How the contribution is worked out: {', '.join(METHODS)}.",
            autocompletion=lambda: list(METHODS),
            rich_help_panel=STATUTORY,
        ),
    ] = "local",
    relevant_date: Annotated[
        datetime.datetime | None,
        _day("--relevant-date", "The relevant date of the regulations: the weeks left are counted from it."),
    ] = None,
    academy: Annotated[
        bool,
        typer.Option(
            "--academy",
            help="The excluding school is an academy: its funding year ends on 31 August.",
            rich_help_panel=STATUTORY,
        ),
    ] = False,
    admitted: Annotated[
        datetime.datetime | None, _day("--admitted", "Date on which another school admits the pupil.")
    ] = None,
    *,
    options: CommonOptions,
) -> None:
    """Recompute what placements cost, as printed or after a change.

    \b
    scrutiny cost-model pack.pdf
    scrutiny cost-model pack.pdf --set awpu.ks3=4200 --days 100
    scrutiny cost-model --pupil "year=8,excluded=2024-25" --trace
    scrutiny cost-model pack.pdf --output costs.svg
    """
    from scrutiny.cli.delivery import send, write_out
    from scrutiny.cli.session import read_files
    from scrutiny.errors import UsageError
    from scrutiny.families.costs.what_if import Costs, WhatIf
    from scrutiny.products.joining import joined

    what_if = WhatIf.parse(
        settings or [], {"days": days, "school_days": school_days, "top_up": top_up, "investment": investment},
        scenarios or [], pupils or [], avoided, first_year, method, relevant_date, admitted, academy=academy,
    )  # fmt: skip
    what_if.check_use(beside_paper=bool(files))
    svg = options.output is not None and options.output.suffix.lower() == ".svg"
    if svg and files and len(files) > 1:
        raise UsageError("a picture shows one report", advice="Draw them one at a time, each with its own --output.")
    found = read_files(files, _load, options) if files else [Costs.of(None, ())]
    from scrutiny.families.costs.report import cost_report
    from scrutiny.families.costs.view import draw_costs

    if svg and options.output is not None:
        from scrutiny.outputs import write_file

        write_file(options.output, draw_costs(found[0], what_if).encode())
        return
    reading = options.output_form.for_reading
    reports = [cost_report(costs, what_if, trace=trace, reading=reading) for costs in found]
    for costs in found if chart and reading else ():
        name = f"{costs.pack.source.file}\n\n" if costs.pack is not None and len(found) > 1 else ""
        write_out(f"{name}{draw_costs(costs, what_if, text=True)}\n".encode())
    send(joined(reports, for_reading=reading), options)


def _load() -> "Callable[[OpenPaper], Costs]":
    from scrutiny.families.costs.report import find_costs

    return find_costs
