"""Room `cli`: `exclusions summary | years | panels | schools`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scrutiny.cli.helps import add_command, example_first
from scrutiny.cli.options import MANY_FILES, ChartOption, CommonOptions, PackFiles
from scrutiny.cli.seam import ErrorSeam, names_a_file
from scrutiny.errors import UsageError

if TYPE_CHECKING:
    from scrutiny.paper import OpenPaper
    from scrutiny.sheets.model import Report


class NamesTheSummary(ErrorSeam):
    """`exclusions pack.pdf` says which command was meant."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if names_a_file(args):
            raise UsageError(
                f"exclusions needs one of {', '.join(self.commands)} before the file",
                advice=f"Type scrutiny exclusions summary {args[0]}.",
            )
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=NamesTheSummary,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=example_first(
        "Summarise an inclusion report: exclusions by year, panels, schools.\n\n\b\nscrutiny exclusions summary pack.pdf\n"
        "scrutiny exclusions years pack.pdf --format csv"
    ),
    short_help="Summarise an inclusion report",
)

SuppressOption = Annotated[
    int | None,
    typer.Option(
        "--suppress-below",
        metavar="N",
        min=2,
        help="Hide counts from 1 to N - 1, and others from which they could be worked out.",
        show_default=False,
    ),
]
AsciiOption = Annotated[bool, typer.Option("--ascii", help="Draw with plain characters only.")]


def summary(
    files: PackFiles,
    chart: ChartOption = False,
    ascii_only: AsciiOption = False,
    suppress_below: SuppressOption = None,
    *,
    options: CommonOptions,
) -> None:
    """A summary on one screen: trend, panels, and what does not add up.

    \b
    scrutiny exclusions summary pack.pdf --chart
    scrutiny exclusions summary pack.pdf --suppress-below 5 --format markdown
    """
    _send("summary", files, suppress_below, options, chart=_drawn(chart, ascii_only))


def years(
    files: PackFiles,
    chart: ChartOption = False,
    ascii_only: AsciiOption = False,
    suppress_below: SuppressOption = None,
    *,
    options: CommonOptions,
) -> None:
    """Exclusions by year group and academic year, totals recomputed.

    \b
    scrutiny exclusions years pack.pdf --chart
    """
    _send("years", files, suppress_below, options, chart=_drawn(chart, ascii_only))


def panels(files: PackFiles, suppress_below: SuppressOption = None, *, options: CommonOptions) -> None:
    """Every measure of every panel by school, totals recomputed.

    \b
    scrutiny exclusions panels pack.pdf --output panels.xlsx
    """
    _send("panels", files, suppress_below, options)


def schools(files: PackFiles, suppress_below: SuppressOption = None, *, options: CommonOptions) -> None:
    """The table of all schools, as printed.

    \b
    scrutiny exclusions schools pack.pdf --format csv
    """
    _send("schools", files, suppress_below, options)


def _send(
    what: str, files: list[Path], suppress_below: int | None, options: CommonOptions, chart: str | None = None
) -> None:
    """The summary, or one of the tables."""
    from functools import partial

    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import read_files
    from scrutiny.products.joining import joined

    reading = options.output_form.for_reading
    load = partial(_load, what, suppress_below, reading, chart)
    send(joined(read_files(files, load, options), for_reading=reading), options)


def _load(what: str, suppress_below: int | None, reading: bool, chart: str | None) -> "Callable[[OpenPaper], Report]":
    from functools import partial

    from scrutiny.families.exclusions.report import exclusions_report

    return partial(exclusions_report, name=what, suppress_below=suppress_below, for_reading=reading, chart=chart)


def _drawn(chart: bool, ascii_only: bool) -> str | None:
    return ("ascii" if ascii_only else "blocks") if chart or ascii_only else None


add_command(app, "summary", summary, MANY_FILES)
add_command(app, "years", years, MANY_FILES)
add_command(app, "panels", panels, MANY_FILES)
add_command(app, "schools", schools, MANY_FILES)
