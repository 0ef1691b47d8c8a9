"""Room `cli`: `exclusions summary | years | panels | schools`."""

from typing import Annotated

import typer

from scrutiny.cli.helps import add_command, example_first
from scrutiny.cli.options import (
    ChartOption,
    CheckOption,
    FormatOption,
    NoColorOption,
    OutputOption,
    PackFile,
    PasswordOption,
    QuietOption,
    StrictOption,
    TimeoutOption,
)
from scrutiny.cli.seam import ErrorSeam

app = typer.Typer(
    cls=ErrorSeam,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=example_first(
        "Sum up an inclusion report: exclusions by year, panels, schools.\n\n\b\nscrutiny exclusions summary pack.pdf\n"
        "scrutiny exclusions years pack.pdf --format csv"
    ),
    short_help="Sum up an inclusion report",
)


SuppressOption = Annotated[
    int | None,
    typer.Option(
        "--suppress-below",
        metavar="N",
        min=2,
        help="Hide counts from 1 to N - 1, and what would give them away.",
        show_default=False,
    ),
]
AsciiOption = Annotated[bool, typer.Option("--ascii", help="Draw with plain characters only.")]


def summary(
    pack_file: PackFile,
    chart: ChartOption = False,
    ascii_only: AsciiOption = False,
    suppress_below: SuppressOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    check: CheckOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """One screen: trend, panels, and what does not add up.

    \b
    scrutiny exclusions summary pack.pdf --chart
    scrutiny exclusions summary pack.pdf --suppress-below 5 --format markdown
    """
    from scrutiny.cli.delivery import Delivery
    from scrutiny.cli.exclusionreports import load_exclusions, summary_report

    delivery = Delivery(form=form, output=output, check=check, strict=strict, quiet=quiet, no_color=no_color)
    found = load_exclusions(pack_file, password=password, timeout=timeout, quiet=quiet, suppress_below=suppress_below)
    bars = ("ascii" if ascii_only else "blocks") if chart or ascii_only else None
    delivery.send(summary_report(found, for_reading=delivery.for_reading, chart=bars))


def years(
    pack_file: PackFile,
    chart: ChartOption = False,
    ascii_only: AsciiOption = False,
    suppress_below: SuppressOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    check: CheckOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Exclusions by year group and academic year, totals recomputed.

    \b
    scrutiny exclusions years pack.pdf --chart
    """
    from scrutiny.cli.delivery import Delivery
    from scrutiny.cli.exclusionreports import load_exclusions, table_report

    delivery = Delivery(form=form, output=output, check=check, strict=strict, quiet=quiet, no_color=no_color)
    found = load_exclusions(pack_file, password=password, timeout=timeout, quiet=quiet, suppress_below=suppress_below)
    lines = ("ascii" if ascii_only else "blocks") if chart or ascii_only else None
    delivery.send(table_report("years", found, for_reading=delivery.for_reading, chart=lines))


def _add_table(what: str, text: str, example: str) -> None:
    """The subcommand that shows one of the tables."""

    def show(
        pack_file: PackFile,
        suppress_below: SuppressOption = None,
        form: FormatOption = None,
        output: OutputOption = None,
        check: CheckOption = None,
        strict: StrictOption = False,
        password: PasswordOption = None,
        timeout: TimeoutOption = None,
        quiet: QuietOption = False,
        no_color: NoColorOption = False,
    ) -> None:
        from scrutiny.cli.delivery import Delivery
        from scrutiny.cli.exclusionreports import load_exclusions, table_report

        delivery = Delivery(form=form, output=output, check=check, strict=strict, quiet=quiet, no_color=no_color)
        found = load_exclusions(
            pack_file, password=password, timeout=timeout, quiet=quiet, suppress_below=suppress_below
        )
        delivery.send(table_report(what, found, for_reading=delivery.for_reading))

    show.__doc__ = f"{text}\n\n\b\nscrutiny exclusions {example}"
    add_command(app, what, show)


add_command(app, "summary", summary)
add_command(app, "years", years)
_add_table(
    "panels",
    "Every measure of every panel by school, totals recomputed.",
    "panels pack.pdf --output panels.xlsx",
)
_add_table(
    "schools",
    "The table of all schools, as printed.",
    "schools pack.pdf --format csv",
)
