"""Room `cli`: `brief`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scrutiny.cli.options import CommonOptions, PackFiles
from scrutiny.cli.unread import UnreadFile

if TYPE_CHECKING:
    from scrutiny.products.briefing import Briefing
    from scrutiny.products.redaction import Redaction


def _redactions() -> list[str]:
    from scrutiny.products.redaction import redactables

    return [*(each.name for each in redactables()), "pages=", "words="]


def brief(
    files: PackFiles,
    redact: Annotated[
        list[str] | None,
        typer.Option(
            "--redact",
            metavar="WHAT",
            help="Leave something out (may be repeated): pictures, people, small-numbers, a part (actions, costs, "
            "...), pages=15-20, words=TEXT.",
            autocompletion=_redactions,
            show_default=False,
        ),
    ] = None,
    *,
    options: CommonOptions,
) -> None:
    """Write a briefing for the chair, with pictures of wrong figures.

    It covers the agenda, decisions, open actions, recommendations, exclusions, costs, and figures that do not add up.

    \b
    scrutiny brief pack.pdf --output brief.html
    scrutiny brief pack.pdf -o brief.md --redact people --redact pages=15-20
    """
    from functools import partial

    from scrutiny.cli.session import map_files
    from scrutiny.products.briefreport import brief_report
    from scrutiny.products.redaction import Redaction

    delivery = options.delivery()
    redaction = Redaction.parse(redact or [])
    found = map_files(files, partial(_read, redaction=redaction, pictured=delivery.pictured), options)
    try:
        delivery.send(brief_report(found, redaction, for_reading=delivery.for_reading))
    finally:  # the paper says itself of a scan that it is one
        scans = [(each.source.file, each.unread) for each in found if each.unread is not None]
        options.unread.extend(UnreadFile(path=Path(file), error=error) for file, error in scans)


def _read(path: Path, *, redaction: "Redaction", pictured: bool, options: CommonOptions) -> "Briefing":
    """The briefing on one file; one without text has a briefing that says so."""
    from functools import partial

    from scrutiny.cli.session import read_file
    from scrutiny.errors import NoTextError
    from scrutiny.products.briefing import find_briefing, unread_briefing

    try:
        return read_file(path, partial(find_briefing, redaction=redaction, pictured=pictured), options, whole=True)
    except NoTextError as error:
        return unread_briefing(path, error, password=options.password)
