"""Room `cli`: the options that mean the same in every command."""

from pathlib import Path
from typing import Annotated

import typer

from scrutiny.sheets import Format

PackFile = Annotated[
    Path, typer.Argument(metavar="PACK.pdf", help="The reports pack, or a single paper.", show_default=False)
]
PackFiles = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="Reports packs or single papers (PDF).", show_default=False)
]
CUTS = ("document", "item", "appendix")

CutOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="|".join(CUTS),
        help="What becomes one part: each document, each agenda item, or documents cut at their appendices too.",
        autocompletion=lambda: list(CUTS),
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", "-f", help="Format of the output. At a terminal: table; in a pipe: text.", show_default=False
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to FILE; its ending chooses the format.", show_default=False
    ),
]
CheckOption = Annotated[
    Path | None,
    typer.Option(
        "--check",
        metavar="FILE",
        help="Compare with FILE instead of printing; show the difference and exit 1.",
        show_default=False,
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Exit 1 if a finding of severity error was made.")]
PasswordOption = Annotated[
    str | None,
    typer.Option("--password", envvar="SCRUTINY_PASSWORD", help="Password of an encrypted file.", show_default=False),
]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        "--timeout", min=0.1, metavar="SECONDS",
        help="Give up on a file after this time. Default: 15, and 5 more for each MB.", show_default=False,
    ),
]  # fmt: skip
JobsOption = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, metavar="N", help="Read N files at once; 0: one for each processor. Same output."
    ),
]
ChartOption = Annotated[bool, typer.Option("--chart", help="Draw the figures too, as bars or lines.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print no progress and no findings on stderr.")]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="No colour (as with NO_COLOR=1).")]
