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


def _run(what: str, pack_file: PackFile, options: dict[str, object], chart: str | None = None) -> None:
    from scrutiny.cli.delivery import Delivery
    from scrutiny.cli.exclusionreports import exclusions_report, load_exclusions

    password, timeout = options.pop("password"), options.pop("timeout")
    delivery = Delivery(**options)  # type: ignore[arg-type]
    found = load_exclusions(pack_file, password=password, timeout=timeout, quiet=delivery.quiet)  # type: ignore[arg-type]
    delivery.send(exclusions_report(what, found, for_reading=delivery.for_reading, chart=chart))


def _options(**given: object) -> dict[str, object]:
    return given


@app.command("summary", short_help="One screen: trend, panels, what does not add up.")
def summary(
    pack_file: PackFile,
    chart: Annotated[bool, typer.Option("--chart", help="Draw a bar for each year.")] = False,
    ascii_only: Annotated[bool, typer.Option("--ascii", help="Draw the bars with # only.")] = False,
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
    """
    given = _options(
        form=form,
        output=output,
        check=check,
        strict=strict,
        password=password,
        timeout=timeout,
        quiet=quiet,
        no_color=no_color,
    )
    _run("summary", pack_file, given, ("ascii" if ascii_only else "blocks") if chart or ascii_only else None)


@app.command("years", short_help="Exclusions by year group, totals recomputed.")
def years(
    pack_file: PackFile,
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
    scrutiny exclusions years pack.pdf
    """
    given = _options(
        form=form,
        output=output,
        check=check,
        strict=strict,
        password=password,
        timeout=timeout,
        quiet=quiet,
        no_color=no_color,
    )
    _run("years", pack_file, given)


@app.command("panels", short_help="Panels by school, totals recomputed.")
def panels(
    pack_file: PackFile,
    form: FormatOption = None,
    output: OutputOption = None,
    check: CheckOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Every measure of every panel by school, with recomputed totals.

    \b
    scrutiny exclusions panels pack.pdf --output panels.xlsx
    """
    given = _options(
        form=form,
        output=output,
        check=check,
        strict=strict,
        password=password,
        timeout=timeout,
        quiet=quiet,
        no_color=no_color,
    )
    _run("panels", pack_file, given)


@app.command("schools")
def schools(
    pack_file: PackFile,
    form: FormatOption = None,
    output: OutputOption = None,
    check: CheckOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """The table of all schools, as printed.

    \b
    scrutiny exclusions schools pack.pdf --format csv
    """
    given = _options(
        form=form,
        output=output,
        check=check,
        strict=strict,
        password=password,
        timeout=timeout,
        quiet=quiet,
        no_color=no_color,
    )
    _run("schools", pack_file, given)
