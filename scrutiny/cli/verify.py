"""Room `cli`: `verify`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scrutiny.cli.options import CommonOptions, papers, valued

if TYPE_CHECKING:
    from scrutiny.paper import OpenPaper
    from scrutiny.products.summarytexts import SummaryText
    from scrutiny.products.verification import Verification

SECONDS_PER_FIGURE = 0.05

LONG = 50_000
"""Characters from which a summary is read before the paper, within limits of its own: it may be what takes too long."""


def verify(
    summaries: Annotated[
        list[Path], papers("SUMMARY...", "Summaries: Markdown, text, CSV, HTML, or JSON that scrutiny wrote.")
    ],
    against: Annotated[Path, valued("--against", "PACK.pdf", "The paper that they summarise.")],
    allow: Annotated[
        Path | None,
        valued(
            "--allow", "FILE", "File of accepted exceptions: a figure or a quoted passage of a summary on each line."
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
    from functools import partial

    from msgspec.structs import replace

    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import limits, read_file
    from scrutiny.cli.watchdog import time_limit
    from scrutiny.errors import ExitCode, OutputError
    from scrutiny.products.summarytexts import read_allowed, read_texts

    written = options.output
    if written is not None and written.exists():
        for read in (*summaries, *([allow] if allow is not None else [])):
            if read.exists() and read.samefile(written):
                raise OutputError(f"{written} is read and would be overwritten", advice="Give another name with -o.")
    allowed: tuple[str, ...] = ()
    if allow is not None:
        with limits(allow, options):
            allowed = read_allowed(allow)
    texts = read_texts(summaries, partial(limits, options=options))
    for each in texts:
        if len(each.text) > LONG:
            from scrutiny.products.summaries import summary_of

            with limits(each.path, options):
                summary_of(each)
    if options.timeout is None:  # long summaries have their own time
        more = sum(time_limit(each.path, None) + SECONDS_PER_FIGURE * each.numbers for each in texts)
        options = replace(options, timeout=time_limit(against, None) + more)
    found = read_file(against, partial(_load, texts, allowed), options, whole=True)
    from scrutiny.products.verification import verification_report

    report = verification_report(found, everything=everything or not options.output_form.for_reading)
    send(report, options)
    if report.failed:
        raise typer.Exit(ExitCode.FINDINGS)


def _load(texts: "tuple[SummaryText, ...]", allowed: tuple[str, ...]) -> "Callable[[OpenPaper], Verification]":
    from functools import partial

    from scrutiny.families import all_families
    from scrutiny.products.summaries import summaries_of
    from scrutiny.products.tracing import verify_summaries

    all_families()
    return partial(verify_summaries, summaries=summaries_of(texts), allowed=allowed)
