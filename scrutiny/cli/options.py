"""Room `cli`: the options that mean the same in every command."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scrutiny.sheets import Format

if TYPE_CHECKING:
    from scrutiny.cli.delivery import Delivery

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
IncludeExemptOption = Annotated[
    bool,
    typer.Option(
        "--include-exempt",
        help="Read what the paper marks as not for publication too. Only if you may have it.",
    ),
]
JobsOption = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, metavar="N", help="Read N files at once; 0: one for each processor. Same output."
    ),
]
ChartOption = Annotated[bool, typer.Option("--chart", help="Draw the figures too, as bars or lines.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print no progress and no findings on stderr.")]
NoColorOption = Annotated[bool, typer.Option("--no-color", help="No colour (as with NO_COLOR=1).")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonOptions:
    """The options that mean the same in every command."""

    form: Format | None = None
    output: Path | None = None
    check: Path | None = None
    strict: bool = False
    password: str | None = None
    timeout: float | None = None
    include_exempt: bool = False
    jobs: int = 1
    quiet: bool = False
    no_color: bool = False

    def silenced(self) -> "CommonOptions":
        """The same without progress, for a process of its own."""
        return replace(self, quiet=True)

    def delivery(self, *, output: bool = True) -> "Delivery":
        """Where the report is to go; without `output` to stdout, whatever file was named."""
        from scrutiny.cli.delivery import Delivery

        return Delivery(
            form=self.form, output=self.output if output else None, check=self.check, strict=self.strict,
            quiet=self.quiet, no_color=self.no_color,
        )  # fmt: skip


COMMON: dict[str, tuple[Any, object]] = {
    "form": (FormatOption, None),
    "output": (OutputOption, None),
    "check": (CheckOption, None),
    "strict": (StrictOption, False),
    "password": (PasswordOption, None),
    "timeout": (TimeoutOption, None),
    "include_exempt": (IncludeExemptOption, False),
    "jobs": (JobsOption, 1),
    "quiet": (QuietOption, False),
    "no_color": (NoColorOption, False),
}
"""Each field of `CommonOptions` with its option and its default, in the order of the help pages."""

ONE_FILE = tuple(name for name in COMMON if name != "jobs")
MANY_FILES = tuple(COMMON)
NO_FILE = ("form", "output", "check", "quiet", "no_color")
PARTS = tuple(name for name in ONE_FILE if name not in ("output", "check"))
"""Which of them a command takes: `split-pack` has a folder for its --output."""
