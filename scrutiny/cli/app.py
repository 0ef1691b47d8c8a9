"""Room `cli`: the program `scrutiny` and its commands.

Imports no PDF library: `scrutiny --help` and tab completion must answer at once.
"""

import copy
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from scrutiny import __version__
from scrutiny.cli import about, actions, brief, check, costmodel, exclusions, packs, recs, tables, verify
from scrutiny.cli.helps import add_command, example_first
from scrutiny.cli.options import JUDGING, JUDGING_ONE, MANY_FILES, NO_FILE, PARTS
from scrutiny.cli.seam import ErrorSeam, names_a_file
from scrutiny.errors import UsageError

ORDER = (
    "contents", "split-pack", "actions", "recs", "exclusions", "cost-model", "check", "verify", "brief", "tables",
    "explain", "schema", "demo", "doctor",
)  # fmt: skip
"""As an officer meets them; Typer would put the two that have commands of their own last."""


class Toolkit(ErrorSeam):
    """The commands in their order; `scrutiny help check` is `scrutiny check --help`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [*args[1:], "--help"] if args[:1] == ["help"] else args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if names_a_file(args):
            raise UsageError(
                "a command is needed before the file",
                advice=f"Type scrutiny contents {args[0]} to see what is in it; scrutiny --help lists the commands.",
            )
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(super().list_commands(ctx), key=ORDER.index)


app = typer.Typer(
    cls=Toolkit,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
    help=example_first(
        "Cut up, log and check the reports packs of council scrutiny committees. Every line names its page.\n\n"
        "\b\nscrutiny contents pack.pdf\nscrutiny brief pack.pdf --output brief.html\nscrutiny demo"
    ),
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


add_command(app, "contents", packs.contents, MANY_FILES)
add_command(app, "split-pack", packs.split_pack, PARTS)
add_command(app, "actions", actions.actions, MANY_FILES)
app.add_typer(recs.app, name="recs")
app.add_typer(exclusions.app, name="exclusions")
add_command(app, "cost-model", costmodel.cost_model, MANY_FILES)
add_command(app, "check", check.check, JUDGING, no_args_is_help=True)
add_command(app, "verify", verify.verify, JUDGING_ONE)
add_command(app, "brief", brief.brief, MANY_FILES)
add_command(app, "tables", tables.tables, MANY_FILES)
add_command(app, "explain", about.explain)
add_command(app, "schema", about.schema)
add_command(app, "demo", about.demo, ("no_color",))
add_command(app, "doctor", about.doctor, NO_FILE)


def expand(argument: str) -> list[str]:
    """The files that "*.pdf" stands for, where the shell left it as it is (on Windows); anything else alone."""
    if not argument.lower().endswith(".pdf") or not set(argument) & set("*?") or Path(argument).exists():
        return [argument]
    folder = Path(argument).parent
    return sorted(str(path) for path in folder.glob(Path(argument).name)) or [argument]


def _asked_for(arguments: Sequence[str]) -> typer.Typer:
    """The program with no command but the one that is named first: Typer makes all that it has before it looks which is
    wanted, which takes as long as to read eight pages. The whole of it where none is named."""
    name = arguments[0] if arguments else None
    one = copy.copy(app)
    one.registered_commands = [each for each in app.registered_commands if each.name == name]
    one.registered_groups = [each for each in app.registered_groups if each.name == name]
    return one if one.registered_commands or one.registered_groups else app


def main() -> None:
    """The entry point. A request to end (SIGTERM) clears up like Ctrl-C."""
    if hasattr(signal, "SIGTERM") and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.argv[1:] = [name for argument in sys.argv[1:] for name in expand(argument)]
    try:
        _asked_for(sys.argv[1:])(prog_name="scrutiny")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
