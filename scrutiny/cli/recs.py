"""Room `cli`: `recs` and `recs lint`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from scrutiny.cli.helps import add_command, example_first
from scrutiny.cli.options import MANY_FILES, CommonOptions, PackFiles, valued

if TYPE_CHECKING:
    from scrutiny.families.recommendations.report import Register
    from scrutiny.paper import OpenPaper


class ListByDefault(TyperGroup):
    """`recs FILE` lists; `recs lint FILE` is a command of its own. A file called "lint" is ./lint."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = ["list", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=ListByDefault,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=example_first(
        "List recommendations and resolutions, each with its page.\n\n\b\nscrutiny recs pack.pdf\n"
        "scrutiny recs report.pdf --against minutes.pdf\nscrutiny recs lint report.pdf"
    ),
    epilog="Options of scrutiny recs FILE: scrutiny recs list --help",
    short_help="List recommendations and resolutions",
)


def list_(
    files: PackFiles,
    against: Annotated[
        Path | None, valued("--against", "MINUTES.pdf", "Show what these minutes decided on each recommendation.")
    ] = None,
    tracker: Annotated[
        bool,
        typer.Option("--tracker", help="Only what the committee recommended to others, in the columns of a tracker."),
    ] = False,
    *,
    options: CommonOptions,
) -> None:
    """List recommendations and resolutions, each with its page. This is what `scrutiny recs FILE` does.

    \b
    scrutiny recs pack.pdf --format csv > recommendations.csv
    scrutiny recs report.pdf --against minutes.pdf
    scrutiny recs pack.pdf --tracker --output tracker.xlsx
    """
    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import read_file, read_files

    registers = read_files(files, _load, options)
    from scrutiny.families.recommendations.report import outcomes_report, register_report, tracker_report

    if against is not None:
        send(outcomes_report(registers, read_file(against, _load, options)), options)
    else:
        send(tracker_report(registers) if tracker else register_report(registers), options)


def lint(files: PackFiles, *, options: CommonOptions) -> None:
    """Show which recommendations will be hard to follow up, and why.

    \b
    scrutiny recs lint report.pdf
    """
    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import read_files

    registers = read_files(files, _load, options)
    from scrutiny.families.recommendations.report import remarks_report

    send(remarks_report(registers), options)


def _load() -> "Callable[[OpenPaper], Register]":
    from scrutiny.families.recommendations.report import find_register

    return find_register


add_command(app, "list", list_, MANY_FILES)
add_command(app, "lint", lint, MANY_FILES)
