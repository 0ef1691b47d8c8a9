"""Room `cli`: `check`."""

from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import CommonOptions


def _names() -> list[str]:
    from scrutiny.products.checking import known_checks

    return list(known_checks())


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
            help="Run only this check; may be repeated.",
            autocompletion=_names,
            show_default=False,
        ),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option(
            "--skip",
            metavar="NAME",
            help="Leave out this check; may be repeated.",
            autocompletion=_names,
            show_default=False,
        ),
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="List the checks, and what each of them compares.")] = False,
    coverage: Annotated[
        bool,
        typer.Option("--coverage", help="Also show how many figures each check saw, and why some cannot be checked."),
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Also show notes.")] = False,
    *,
    options: CommonOptions,
) -> None:
    """Check every figure of a paper; exit 1 if one is wrong.

    \b
    scrutiny check pack.pdf
    scrutiny check pack.pdf --only column-totals --format github
    scrutiny check --list
    """
    from functools import partial

    from scrutiny.cli.delivery import write_text
    from scrutiny.cli.session import read_files
    from scrutiny.errors import ExitCode, UsageError
    from scrutiny.products.checking import Detail, check_paper, checks_report, list_checks, wanted_checks

    wanted = wanted_checks(only or [], skip or [])
    if listing:
        write_text(list_checks(wanted))
        return
    if not files:
        raise UsageError("check needs a file", advice="Type scrutiny check PACK.pdf, or scrutiny check --list.")
    delivery = options.delivery()
    found = read_files(files, partial(check_paper, wanted=wanted), options, whole=True)
    detail = Detail.EVERYTHING if delivery.for_programs else Detail.COVERAGE if coverage else Detail.FINDINGS
    report = checks_report(
        found, wanted, detail=detail, for_reading=delivery.for_reading, notes=everything or delivery.for_programs
    )
    delivery.send(report)
    if report.failed:
        raise typer.Exit(ExitCode.FINDINGS)
