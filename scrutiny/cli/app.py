"""Room `cli`: the program `scrutiny` and its commands.

Imports no PDF library: `scrutiny --help` and tab completion must answer at once.
"""

import gc
import os
import signal
import sys
from typing import Annotated

import typer

from scrutiny import __version__
from scrutiny.cli import about, actions, brief, check, costmodel, exclusions, packs, recs, tables, verify
from scrutiny.cli.jobs import COLLECT_AFTER
from scrutiny.cli.seam import ErrorSeam

app = typer.Typer(
    cls=ErrorSeam,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
    help="The paperwork of council scrutiny: cut up reports packs, with every line traced to a page.",
    epilog="Example: scrutiny contents pack.pdf. All of it on a sample: scrutiny demo",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"scrutiny {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    del version


app.command("contents")(packs.contents)
app.command("split-pack")(packs.split_pack)
app.command("actions")(actions.actions)
app.add_typer(recs.app, name="recs")
app.add_typer(exclusions.app, name="exclusions")
app.command("tables")(tables.tables)
app.command("check", no_args_is_help=True)(check.check)
app.command("verify")(verify.verify)
app.command("cost-model")(costmodel.cost_model)
app.command("brief")(brief.brief)
app.command("explain")(about.explain)
app.command("schema")(about.schema)
app.command("demo")(about.demo)


def main() -> None:
    """The entry point. A request to end (SIGTERM) clears up like Ctrl-C."""
    gc.set_threshold(COLLECT_AFTER)
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app(prog_name="scrutiny")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
