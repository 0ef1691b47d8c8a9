"""Room `cli`: `verify`."""

from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import Asked


def verify(
    summaries: Annotated[
        list[Path],
        typer.Argument(
            metavar="SUMMARY...",
            help="Summaries: Markdown, text, CSV, HTML or our JSON.",
            show_default=False,
        ),
    ],
    against: Annotated[
        Path, typer.Option("--against", metavar="PACK.pdf", help="The paper they sum up.", show_default=False)
    ],
    allow: Annotated[
        Path | None,
        typer.Option(
            "--allow",
            metavar="FILE",
            help="Accepted exceptions, one figure or one line of a summary a line.",
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show the figures that are borne out too.")] = False,
    *,
    asked: Asked,
) -> None:
    """Trace every figure of a summary to the paper. Exit 1 if one is contradicted or not there.

    \b
    scrutiny verify briefing.md --against pack.pdf
    scrutiny verify *.md --against pack.pdf --allow accepted.txt --format github
    """
    from scrutiny.cli.verifyreports import read_allowed, verify_report, verify_summaries
    from scrutiny.errors import ExitCode

    delivery = asked.delivery()
    allowed = read_allowed(allow) if allow is not None else frozenset()
    found = verify_summaries(summaries, against, allowed, **asked.reading)
    report = verify_report(found, everything=everything or not delivery.for_reading)
    delivery.send(report)
    if report.failed:
        raise typer.Exit(ExitCode.FINDINGS)
