"""Room `cli`: `actions`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scrutiny.cli.options import CommonOptions, PackFiles, valued
from scrutiny.errors import UsageError

if TYPE_CHECKING:
    from scrutiny.families.minutes.report import Filter, Log
    from scrutiny.paper import OpenPaper

KINDS = ("commitment", "request", "agreed", "suggestion", "outstanding")


def actions(
    files: PackFiles,
    kind: Annotated[
        list[str] | None,
        valued("--kind", "KIND", f"Only actions of this kind: {', '.join(KINDS)}.", names=lambda: list(KINDS)),
    ] = None,
    owner: Annotated[str | None, valued("--owner", "TEXT", "Only actions whose owner contains this text.")] = None,
    due_before: Annotated[
        str | None, valued("--due-before", "YYYY-MM-DD", "Only actions that are due before this date.")
    ] = None,
    merge: Annotated[
        Path | None,
        valued(
            "--merge",
            "LOG",
            "Add new actions to this log (.csv or .xlsx) and close those that are done; your edits stay.",
        ),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show which rule found each action, and why.")] = False,
    possible: Annotated[
        bool, typer.Option("--possible", help="Also list doubtful actions, in a table of their own.")
    ] = False,
    by_owner: Annotated[
        bool, typer.Option("--by-owner", help="Group the actions by owner, ready to send (formats for reading only).")
    ] = False,
    *,
    options: CommonOptions,
) -> None:
    """List the actions of minutes and reports, with owner and date.

    \b
    scrutiny actions pack.pdf
    scrutiny actions january.pdf march.pdf --owner "Strategic Manager"
    scrutiny actions pack.pdf --merge action-log.xlsx
    scrutiny actions pack.pdf --by-owner --output to-send.html
    """
    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import limits, read_files

    if by_owner and not options.output_form.for_reading:
        raise UsageError(
            "--by-owner is for reading only", advice="Leave it out, or choose text, markdown, html or docx."
        )
    wanted = _filter(kind or [], owner, due_before) if kind or owner or due_before else None
    logs = read_files(files, _load, options)
    from scrutiny.families.minutes.report import Filter, log_report, merge_into, split_by_owner

    wanted = wanted or Filter()
    report = log_report(logs, wanted, explain=explain, possible=possible)
    if merge is not None:
        with limits(merge, options):
            report, said = merge_into(report, logs, merge)
        if not options.quiet:
            typer.echo(f"{merge.name}: {said}", err=True)
    send(split_by_owner(report, logs) if by_owner else report, options)


def _load() -> "Callable[[OpenPaper], Log]":
    from scrutiny.families.minutes.report import find_paper_log

    return find_paper_log


def _filter(kinds: list[str], owner: str | None, due_before: str | None) -> "Filter":
    from scrutiny.families.minutes.report import Filter

    return Filter.parse(kinds, owner, due_before)
