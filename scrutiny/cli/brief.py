"""Room `cli`: `brief`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from scrutiny.cli.options import CommonOptions, PackFiles, valued
from scrutiny.cli.unread import UnreadFile

if TYPE_CHECKING:
    from scrutiny.cli.session import Load
    from scrutiny.paper import OpenPaper
    from scrutiny.products.briefing import Briefing


def _redactions() -> list[str]:
    from scrutiny.products.redaction import redactables

    return [*(each.name for each in redactables()), "pages=", "words="]


def brief(
    files: PackFiles,
    redact: Annotated[
        list[str] | None,
        valued(
            "--redact",
            "WHAT",
            "Leave something out (may be repeated): pictures, people, small-numbers, a part (actions, costs, "
            "...), pages=15-20, words=TEXT.",
            names=_redactions,
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

    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import map_files

    load = partial(_load, tuple(redact or ()), options.output_form.pictured)
    if redact:
        load()  # there may be no such part
    found = map_files(files, partial(_read, load=load), options)
    from scrutiny.products.briefreport import brief_report
    from scrutiny.products.redaction import Redaction

    try:
        send(brief_report(found, Redaction.parse(redact or ()), for_reading=options.output_form.for_reading), options)
    finally:  # the paper says itself of a scan that it is one
        scans = [(each.source.file, each.unread) for each in found if each.unread is not None]
        options.unread.extend(UnreadFile(path=Path(file), error=error) for file, error in scans)


def _read(path: Path, *, load: "Load[Briefing]", options: CommonOptions) -> "Briefing":
    """The briefing on one file; one without text has a briefing that says so."""
    from scrutiny.cli.session import read_file
    from scrutiny.errors import NoTextError

    try:
        return read_file(path, load, options, whole=True)
    except NoTextError as error:
        from scrutiny.products.briefing import unread_briefing

        return unread_briefing(path, error, password=options.password)


def _load(redact: tuple[str, ...], pictured: bool) -> "Callable[[OpenPaper], Briefing]":
    from functools import partial

    from scrutiny.products.briefing import find_briefing
    from scrutiny.products.redaction import Redaction

    return partial(find_briefing, redaction=Redaction.parse(redact), pictured=pictured)
