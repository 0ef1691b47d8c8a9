"""Room `cli`: `brief`."""

from functools import partial
from typing import Annotated

import typer

from scrutiny.cli.options import Asked, PackFiles


def _redactions() -> list[str]:
    from scrutiny.products.redaction import Leave

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
    *,
    asked: Asked,
) -> None:
    """Make one paper for the chair, with each wrong figure pictured.

    Agenda, what was resolved and is still open, recommendations, exclusions, costs, figures that do not add up.

    \b
    scrutiny brief pack.pdf --output brief.html
    scrutiny brief pack.pdf -o brief.md --redact people --redact pages=15-20
    """
    from scrutiny.cli.briefreports import brief_report, load_briefing
    from scrutiny.cli.jobs import load_each
    from scrutiny.products.redaction import Redaction

    delivery = asked.delivery()
    redaction = Redaction.parse(redact or [])
    load = partial(load_briefing, redaction=redaction, pictured=delivery.pictured, **asked.reading)
    found = load_each(load, files, asked.jobs)
    delivery.send(brief_report(found, redaction, for_reading=delivery.for_reading))
    unread = [each.unread for each in found if each.unread is not None]
    if unread:
        raise unread[0]
