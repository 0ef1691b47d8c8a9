"""Room `cli`: `check`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scrutiny.cli.options import CommonOptions, papers, valued

if TYPE_CHECKING:
    from scrutiny.paper import OpenPaper
    from scrutiny.products.checking import Checks


def _names() -> list[str]:
    from scrutiny.products.checking import known_checks

    return list(known_checks())


def check(
    files: Annotated[list[Path] | None, papers("FILE...", "Reports packs or single papers (PDF).")] = None,
    only: Annotated[
        list[str] | None, valued("--only", "NAME", "Run only this check; may be repeated.", names=_names)
    ] = None,
    skip: Annotated[
        list[str] | None, valued("--skip", "NAME", "Leave out this check; may be repeated.", names=_names)
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

    from scrutiny.cli.delivery import send, write_text
    from scrutiny.cli.session import read_files
    from scrutiny.errors import ExitCode, UsageError

    load = partial(_load, tuple(only or ()), tuple(skip or ()))
    if listing or only or skip:
        load()  # there may be no such check
    if listing:
        from scrutiny.products.checking import list_checks, wanted_checks

        write_text(list_checks(wanted_checks(only or (), skip or ())))
        return
    if not files:
        raise UsageError("check needs a file", advice="Type scrutiny check PACK.pdf, or scrutiny check --list.")
    found = read_files(files, load, options, whole=True)
    from scrutiny.products.checking import Detail, checks_report, wanted_checks

    wanted = wanted_checks(only or (), skip or ())
    form = options.output_form
    detail = Detail.EVERYTHING if form.for_programs else Detail.COVERAGE if coverage else Detail.FINDINGS
    notes = everything or form.for_programs
    report = checks_report(found, wanted, detail=detail, for_reading=form.for_reading, notes=notes)
    send(report, options)
    if report.failed:
        raise typer.Exit(ExitCode.FINDINGS)


def _load(only: tuple[str, ...], skip: tuple[str, ...]) -> "Callable[[OpenPaper], Checks]":
    from functools import partial

    from scrutiny.products.checking import check_paper, wanted_checks

    return partial(check_paper, wanted=wanted_checks(only, skip))
