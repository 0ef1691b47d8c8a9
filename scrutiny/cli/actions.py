"""Room `cli`: `actions`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import Asked, PackFiles

KINDS = ("commitment", "request", "agreed", "suggestion", "outstanding")


def actions(
    files: PackFiles,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=f"Only these: {', '.join(KINDS)}.",
            show_default=False,
            autocompletion=lambda: list(KINDS),
        ),
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="TEXT", help="Only owners with these words.", show_default=False)
    ] = None,
    due_before: Annotated[
        str | None,
        typer.Option(
            "--due-before", metavar="YYYY-MM-DD", help="Only what is due before this day.", show_default=False
        ),
    ] = None,
    merge: Annotated[
        Path | None,
        typer.Option(
            "--merge",
            metavar="LOG",
            help="Add what is new to this log (.csv or .xlsx), keeping its edits.",
            show_default=False,
        ),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show which rule found each action, and why.")] = False,
    possible: Annotated[
        bool, typer.Option("--possible", help="Show doubtful actions too, in a table of their own.")
    ] = False,
    *,
    asked: Asked,
) -> None:
    """List the actions of minutes and reports, with owner and date.

    \b
    scrutiny actions pack.pdf
    scrutiny actions january.pdf march.pdf --owner "Strategic Manager"
    scrutiny actions pack.pdf --merge action-log.xlsx
    """
    from scrutiny.cli.actionreports import Filter, load_log, log_report, merge_into
    from scrutiny.cli.jobs import load_each

    delivery = asked.delivery()
    wanted = Filter.parse(kind, owner, due_before)
    logs = load_each(partial(load_log, **asked.reading), files, asked.jobs)
    report = log_report(logs, wanted, explain=explain, possible=possible)
    delivery.send(merge_into(report, merge) if merge is not None else report)
