"""Room `cli`: `check`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import Asked


def _names() -> list[str]:
    from scrutiny.checks.model import Check

    return [check.value for check in Check]


def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="Reports packs or single papers (PDF).", show_default=False),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="NAME",
            help="Only this check; may be repeated.",
            autocompletion=_names,
            show_default=False,
        ),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option(
            "--skip",
            metavar="NAME",
            help="Leave this check out; may be repeated.",
            autocompletion=_names,
            show_default=False,
        ),
    ] = None,
    list_checks: Annotated[bool, typer.Option("--list", help="List the checks and what each compares.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show notes too, and what cannot be checked.")] = False,
    *,
    asked: Asked,
) -> None:
    """Check every figure of a paper; exit 1 if one is wrong.

    \b
    scrutiny check pack.pdf
    scrutiny check pack.pdf --only column-totals --format github
    scrutiny check --list
    """
    from scrutiny.cli.checkreports import checks_report, listed, load_checks, wanted_checks
    from scrutiny.cli.delivery import write_out
    from scrutiny.cli.jobs import load_each
    from scrutiny.errors import ExitCode, UsageError

    wanted = wanted_checks(only or [], skip or [])
    if list_checks:
        write_out(listed(wanted).encode())
        return
    if not files:
        raise UsageError("check needs a file", advice="Say scrutiny check PACK.pdf, or scrutiny check --list.")
    delivery = asked.delivery()
    found = load_each(partial(load_checks, wanted=wanted, **asked.reading), files, asked.jobs)
    report = checks_report(found, wanted, for_reading=delivery.for_reading, everything=everything)
    delivery.send(report)
    if report.failed:
        raise typer.Exit(ExitCode.FINDINGS)
