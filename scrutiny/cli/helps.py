"""Room `cli`: functions made commands: help pages with the example first, and the options that all commands share."""

import inspect
import re
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer.core import TyperCommand

from scrutiny.cli.options import COMMON, ONE_FILE, CommonOptions
from scrutiny.cli.piped import from_standard_input
from scrutiny.cli.unread import unread_said
from scrutiny.errors import UsageError
from scrutiny.language.patterns import pattern_of

Command = Callable[..., Any]

_EXAMPLES = pattern_of(r"\n\n\x08\n(?P<examples>.*)\Z", re.DOTALL)


def example_first(text: str) -> str:
    """A docstring with its examples above the rest: the lines behind the mark that keeps them as they are."""
    found = _EXAMPLES.search(text)
    if not found:
        return text
    examples = "\n".join(f"  {line}" for line in found["examples"].strip().splitlines())
    return f"\x08\nExample:\n{examples}\n\n{text[: found.start()].strip()}"


class GroupedHelp(TyperCommand):
    """A command whose help lists its own options by the question that they answer (the panel of each: a heading, and
    an example on the line below), and those of every command last."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """`check` and `verify` have no `--strict`, which others have: a script that gives it is told why."""
        if "--strict" in args and not any(parameter.name == "strict" for parameter in self.params):
            raise UsageError(
                f"{ctx.info_name} has no option --strict", advice=_NOT_STRICT.get(ctx.info_name, LEAVE_OUT)
            )
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Without the braces that Typer sets around what must be given."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                groups.setdefault(_group(parameter), []).append(record)
        for group in sorted(groups, key=lambda name: name == SHARED):  # a stable order, those of every command last
            heading, _, example = group.partition("\n")
            with formatter.section(heading):
                if example:
                    formatter.write(f"{'':{formatter.current_indent}}For example: {example}\n\n")
                formatter.write_dl(groups[group])


SHARED = "Options of every command"

LEAVE_OUT = "Leave it out."
_NOT_STRICT = dict.fromkeys(("check", "verify"), "Leave it out: this command always exits with 1 if there is an error.")


def _group(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return "Arguments"
    if parameter.name in COMMON or parameter.name == "help":
        return SHARED
    return getattr(parameter, "rich_help_panel", None) or "Options"


def add_command(
    app: typer.Typer, name: str, function: Command, takes: Sequence[str] = ONE_FILE, **options: Any
) -> None:
    """The function as a command; its help is its docstring, the list of commands has the first sentence. A function
    with a parameter `options` has the common options that it `takes`; they stand behind its own."""
    text = inspect.cleandoc(function.__doc__ or "")
    first = re.split(r"(?<=\.)\s", text.replace("\n", " "), maxsplit=1)[0]
    command = _with_common(function, takes)
    app.command(name, cls=GroupedHelp, help=example_first(text), short_help=first.removesuffix("."), **options)(command)


def _with_common(function: Command, takes: Sequence[str]) -> Command:
    """The function with the common options spelled out, as Typer reads them off a signature."""
    own = dict(inspect.signature(function).parameters)
    if own.pop("options", None) is None:
        return function

    def command(**values: Any) -> Any:
        options = CommonOptions(**{name: values.pop(name) for name in takes}).settled()
        with unread_said(options.unread), from_standard_input(values) as given:
            return function(**given, options=options)

    common = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=COMMON[name][1], annotation=COMMON[name][0])
        for name in takes
    ]
    parameters = [*(each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own.values()), *common]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command
