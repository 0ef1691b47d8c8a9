"""Room `cli`: `exclusions summary | years | panels | schools`."""

from typing import Annotated

import typer

from scrutiny.cli.options import (
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
    help="Sum up an inclusion report: exclusions by year, panels, schools.\n\n\b\nscrutiny exclusions summary pack.pdf\n"
    "scrutiny exclusions years pack.pdf --format csv",
    short_help="Sum up an inclusion report.",
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
ChartOption = Annotated[bool, typer.Option("--chart", help="Draw a bar or a small line for each row.")]
AsciiOption = Annotated[bool, typer.Option("--ascii", help="Draw with plain characters only.")]


@app.command("summary", short_help="One screen: trend, panels, what does not add up.")
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
    """One screen for a briefing: the trend, the panels, and what does not add up.

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


@app.command("years", short_help="Exclusions by year group, totals recomputed.")
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
    """Permanent exclusions by year group, key stage and academic year, with recomputed totals.

    \b
    scrutiny exclusions years pack.pdf --chart
    """
    from scrutiny.cli.delivery import Delivery
    from scrutiny.cli.exclusionreports import load_exclusions, table_report

    delivery = Delivery(form=form, output=output, check=check, strict=strict, quiet=quiet, no_color=no_color)
    found = load_exclusions(pack_file, password=password, timeout=timeout, quiet=quiet, suppress_below=suppress_below)
    lines = ("ascii" if ascii_only else "blocks") if chart or ascii_only else None
    delivery.send(table_report("years", found, for_reading=delivery.for_reading, chart=lines))


def _add_table(what: str, short: str, text: str, example: str) -> None:
    """The subcommand that shows one of the tables."""

    @app.command(what, short_help=short, help=f"{text}\n\n\b\nscrutiny exclusions {example}")
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


_add_table(
    "panels",
    "Panels by school, totals recomputed.",
    "Every measure of every panel by school, with recomputed totals.",
    "panels pack.pdf --output panels.xlsx",
)
_add_table(
    "schools",
    "The table of all schools, as printed.",
    "The table of all schools, as printed.",
    "schools pack.pdf --format csv",
)
