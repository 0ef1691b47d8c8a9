"""Room `cli`: `verify`."""

from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import CommonOptions

SECONDS_PER_FIGURE = 0.05


def verify(
    summaries: Annotated[
        list[Path],
        typer.Argument(
            metavar="SUMMARY...",
            help="Summaries: Markdown, text, CSV, HTML, or JSON that scrutiny wrote.",
            show_default=False,
        ),
    ],
    against: Annotated[
        Path, typer.Option("--against", metavar="PACK.pdf", help="The paper that they summarise.", show_default=False)
    ],
    allow: Annotated[
        Path | None,
        typer.Option(
            "--allow",
            metavar="FILE",
            help="File of accepted exceptions: a figure or a quoted passage of a summary on each line.",
            show_default=False,
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also show the figures that are supported.")] = False,
    *,
    options: CommonOptions,
) -> None:
    """Trace every figure of a summary to the paper. Exit 1 if one is contradicted or not found.

    \b
    scrutiny verify briefing.md --against pack.pdf
    scrutiny verify *.md --against pack.pdf --allow accepted.txt --format github
    """
    from dataclasses import replace
    from functools import partial

    from scrutiny.cli.session import limits, read_file
    from scrutiny.cli.watchdog import time_limit
    from scrutiny.errors import ExitCode
    from scrutiny.products.verification import read_allowed, read_summaries, verification_report, verify_summaries

    delivery = options.delivery()
    allowed: tuple[str, ...] = ()
    if allow is not None:
        with limits(allow, options):
            allowed = read_allowed(allow)
    read = read_summaries(summaries, partial(limits, options=options))
    if options.timeout is None:  # long summaries have their own time
        more = SECONDS_PER_FIGURE * sum(len(summary.figures) for summary in read)
        options = replace(options, timeout=time_limit(against, None) + more)
    verify_all = partial(verify_summaries, summaries=read, allowed=allowed)
    found = read_file(against, verify_all, options, whole=True)
    report = verification_report(found, everything=everything or not delivery.for_reading)
    delivery.send(report)
    if report.failed:
        raise typer.Exit(ExitCode.FINDINGS)
