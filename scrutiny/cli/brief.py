"""Room `cli`: `brief`."""

from functools import partial
from typing import Annotated

import typer

from scrutiny.cli.options import (
    CheckOption,
    FormatOption,
    JobsOption,
    NoColorOption,
    OutputOption,
    PackFiles,
    PasswordOption,
    QuietOption,
    StrictOption,
    TimeoutOption,
)


def _redactions() -> list[str]:
    from scrutiny.registers.redaction import Leave

    return [*(leave.value for leave in Leave), "pages=", "words="]


def brief(
    files: PackFiles,
    redact: Annotated[
        list[str] | None,
        typer.Option(
            "--redact",
            metavar="WHAT",
            help="Leave out, may be repeated: pictures, people, small-numbers, a part (actions, costs, ...), "
            "pages=15-20, words=TEXT.",
            autocompletion=_redactions,
            show_default=False,
        ),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
    check: CheckOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Make one paper for the chair, with each wrong figure pictured.

    Agenda, what was resolved and is still open, recommendations, exclusions, costs, figures that do not add up.

    \b
    scrutiny brief pack.pdf --output brief.html
    scrutiny brief pack.pdf -o brief.md --redact people --redact pages=15-20
    """
    from scrutiny.cli.briefreports import brief_report, load_briefing
    from scrutiny.cli.delivery import Delivery
    from scrutiny.cli.jobs import load_each
    from scrutiny.registers.redaction import Redaction

    delivery = Delivery(form=form, output=output, check=check, strict=strict, quiet=quiet, no_color=no_color)
    redaction = Redaction.parse(redact or [])
    load = partial(
        load_briefing, redaction=redaction, pictured=delivery.pictured, password=password, timeout=timeout, quiet=quiet
    )
    found = load_each(load, files, jobs)
    delivery.send(brief_report(found, redaction, for_reading=delivery.for_reading))
    unread = [each.unread for each in found if each.unread is not None]
    if unread:
        raise unread[0]
