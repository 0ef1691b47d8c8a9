"""Room `cli`: help pages with the example first: it is what people look for."""

import inspect
import re
from collections.abc import Callable
from typing import Any

import typer

Command = Callable[..., Any]

_EXAMPLES = re.compile(r"\n\n\x08\n(?P<examples>.*)\Z", re.DOTALL)


def example_first(text: str) -> str:
    """A docstring with its examples above the rest: the lines behind the mark that keeps them as they are."""
    found = _EXAMPLES.search(text)
    if not found:
        return text
    examples = "\n".join(f"  {line}" for line in found["examples"].strip().splitlines())
    return f"\x08\nExample:\n{examples}\n\n{text[: found.start()].strip()}"


def add_command(app: typer.Typer, name: str, function: Command, **options: Any) -> None:
    """The function as a command; its help is its docstring. The list of commands has the first sentence."""
    text = inspect.cleandoc(function.__doc__ or "")
    first = re.split(r"(?<=\.)\s", text.replace("\n", " "), maxsplit=1)[0]
    app.command(name, help=example_first(text), short_help=first.removesuffix("."), **options)(function)
