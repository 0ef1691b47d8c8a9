"""Room `cli`: functions made commands: help pages with the example first, and the options that all commands share."""

import inspect
import re
from collections.abc import Callable, Sequence
from typing import Any

import typer

from scrutiny.cli.options import COMMON, ONE_FILE, CommonOptions
from scrutiny.cli.unread import unread_said

Command = Callable[..., Any]

_EXAMPLES = re.compile(r"\n\n\x08\n(?P<examples>.*)\Z", re.DOTALL)


def example_first(text: str) -> str:
    """A docstring with its examples above the rest: the lines behind the mark that keeps them as they are."""
    found = _EXAMPLES.search(text)
    if not found:
        return text
    examples = "\n".join(f"  {line}" for line in found["examples"].strip().splitlines())
    return f"\x08\nExample:\n{examples}\n\n{text[: found.start()].strip()}"


def add_command(
    app: typer.Typer, name: str, function: Command, takes: Sequence[str] = ONE_FILE, **options: Any
) -> None:
    """The function as a command; its help is its docstring, the list of commands has the first sentence. A function
    with a parameter `options` has the common options that it `takes`; they stand behind its own."""
    text = inspect.cleandoc(function.__doc__ or "")
    first = re.split(r"(?<=\.)\s", text.replace("\n", " "), maxsplit=1)[0]
    command = _with_common(function, takes)
    app.command(name, help=example_first(text), short_help=first.removesuffix("."), **options)(command)


def _with_common(function: Command, takes: Sequence[str]) -> Command:
    """The function with the common options spelled out, as Typer reads them off a signature."""
    own = dict(inspect.signature(function).parameters)
    if own.pop("options", None) is None:
        return function

    def command(**values: Any) -> Any:
        options = CommonOptions(**{name: values.pop(name) for name in takes}).settled()
        with unread_said(options.unread):
            return function(**values, options=options)

    common = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=COMMON[name][1], annotation=COMMON[name][0])
        for name in takes
    ]
    parameters = [*(each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own.values()), *common]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command
