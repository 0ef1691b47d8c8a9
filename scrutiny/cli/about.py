"""Room `cli`: `explain`, `schema`, `demo` and `doctor`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import CommonOptions
from scrutiny.errors import UsageError

SCHEMAS = Path(__file__).parent.parent / "sheets" / "schemas"


def _codes() -> list[str]:
    from scrutiny.findings import FindingCode

    return [code.value for code in FindingCode]


def _with_schema() -> list[str]:
    return sorted(path.stem for path in SCHEMAS.glob("*.json"))


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help="A finding's code, such as front-sheet-range. Without it: a list of all codes.",
            autocompletion=_codes,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Explain what a finding means, and what to do about it.

    \b
    scrutiny explain front-sheet-range
    """
    import difflib

    from scrutiny.cli.delivery import write_text
    from scrutiny.explanations import EXPLANATIONS, page_on
    from scrutiny.findings import FindingCode

    if code is None:
        width = max(len(known) for known in FindingCode)
        lines = [f"{known:<{width}}  {EXPLANATIONS[known].meaning}" for known in FindingCode]
        write_text("\n".join(lines) + "\n")
        return
    try:
        page = page_on(FindingCode(code))
    except ValueError:
        near = difflib.get_close_matches(code, [known.value for known in FindingCode], n=1)
        advice = f"Did you mean {near[0]}?" if near else "scrutiny explain lists all codes."
        raise UsageError(f"there is no finding code {code}", advice=advice) from None
    write_text(page)


def schema(
    command: Annotated[
        str,
        typer.Argument(
            metavar="COMMAND", help="A command that prints JSON.", autocompletion=_with_schema, show_default=False
        ),
    ],
) -> None:
    """Print the JSON Schema of a command's output.

    \b
    scrutiny schema contents > contents.schema.json
    """
    from scrutiny.cli.delivery import write_out

    if command not in _with_schema():
        raise UsageError(f"{command} has no JSON Schema", advice=f"Choose one of {', '.join(_with_schema())}.")
    write_out((SCHEMAS / f"{command}.json").read_bytes())


def demo(options: CommonOptions) -> None:
    """Run every command on the built-in sample pack.

    \b
    scrutiny demo
    """
    from scrutiny.cli.delivery import send, write_out
    from scrutiny.cli.demonstration import demonstrations

    for line, report in demonstrations():
        write_out(f"$ {line}\n\n".encode())
        send(report, options)
        write_out(b"\n")


def doctor(options: CommonOptions) -> None:
    """Show what is installed or missing, and whether Tab completes.

    \b
    scrutiny doctor
    """
    from scrutiny.cli.delivery import send
    from scrutiny.errors import ScrutinyError
    from scrutiny.products.installation import find_parts, installation_report

    parts = [*find_parts(dict(os.environ), Path.home())]
    send(installation_report(parts), options)
    missing = [part.part for part in parts if part.state == "missing"]
    if missing:
        raise ScrutinyError(f"{', '.join(missing)} does not work", advice="Install scrutiny again.")
