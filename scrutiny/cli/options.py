"""Room `cli`: the options that mean the same in every command."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.errors import InputError, UsageError
from scrutiny.sheets import Format, format_of

if TYPE_CHECKING:
    from scrutiny.cli.unread import UnreadFile


def valued(
    flag: str, metavar: str, text: str, *, short: str | None = None, names: Callable[[], list[str]] | None = None,
    group: str | None = None,
) -> Any:  # fmt: skip
    """An option that takes a value and has no default to show; `names` gives what Tab offers."""
    flags = (flag, short) if short else (flag,)
    return typer.Option(
        *flags, metavar=metavar, help=text, show_default=False, autocompletion=names, rich_help_panel=group,
        readable=False,
    )  # fmt: skip


def papers(metavar: str, text: str, callback: Callable[[list[Path]], list[Path]] | None = None) -> Any:
    """An argument of files. Whether each may be read is not asked before the others are."""
    return typer.Argument(metavar=metavar, help=text, show_default=False, readable=False, callback=callback)


def _once(files: list[Path]) -> list[Path]:
    """Each file once, in order: a file that is given twice would stand twice in a log."""
    known = {path.resolve(): path for path in reversed(files)}
    for path in files:
        if known[path.resolve()] is not path:
            typer.echo(f"scrutiny: {path} is given more than once; it is read once", err=True)
    return [path for path in files if known[path.resolve()] is path]


PackFiles = Annotated[list[Path], papers("FILE...", "Reports packs or single papers (PDF).", _once)]
CUTS = ("document", "item", "appendix")

CutOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="|".join(CUTS),
        help="What each part holds: a document, an agenda item, or (appendix) documents also cut at their appendices.",
        autocompletion=lambda: list(CUTS),
    ),
]
LONGEST_PASSWORD = 1000
"""Characters that are read of a file with a password, which may be a device without end."""

MEMORY_LIMIT = 512
"""MB. A pack of 3,000 pages takes half of it; what takes more was made to."""

CHART = "Also draw the figures, as bars or lines."
ChartOption = Annotated[bool, typer.Option("--chart", help=CHART)]


class CommonOptions(Struct, frozen=True, kw_only=True):
    """The options that mean the same in every command, in the order of the help pages."""

    form: Annotated[
        Format | None,
        valued(
            "--format", "FORMAT", short="-f",
            text=f"Format of the output: {', '.join(Format)}. Default: table at a terminal, text in a pipe.",
        ),
    ] = None  # fmt: skip
    output: Annotated[
        Path | None, valued("--output", "FILE", "Write to FILE; its ending chooses the format.", short="-o")
    ] = None
    compare: Annotated[
        Path | None,
        typer.Option(
            "--compare", "--check", metavar="FILE", show_default=False,
            help="Compare with FILE instead of printing; show the difference and exit 1. --check is its old name.",
        ),
    ] = None  # fmt: skip
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with code 1 if there is a finding of severity error.")
    ] = False
    password: Annotated[
        str | None,
        typer.Option(
            "--password", envvar="SCRUTINY_PASSWORD", metavar="TEXT", show_default=False,
            help="Password of an encrypted file; - asks for it.",
        ),
    ] = None  # fmt: skip
    password_file: Annotated[
        Path | None, valued("--password-file", "FILE", "Read the password from the first line of FILE.")
    ] = None
    timeout: Annotated[
        float | None,
        typer.Option(
            "--timeout", min=0.1, metavar="SECONDS", show_default=False,
            help="Give up on a file after this time. Default: 15, and 5 more for each MB.",
        ),
    ] = None  # fmt: skip
    include_exempt: Annotated[
        bool,
        typer.Option(
            "--include-exempt",
            help="Also read what the paper marks as not for publication. Use it only if you are entitled to see it.",
        ),
    ] = False
    memory_limit: Annotated[
        int, typer.Option("--memory-limit", min=64, metavar="MB", help="Give up on a file that needs more memory.")
    ] = MEMORY_LIMIT
    ocr: Annotated[
        bool,
        typer.Option("--ocr", help="Read scanned pages with ocrmypdf, where it is installed, in a temporary copy."),
    ] = False
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", "-j", min=0, metavar="N",
            help="Read N files at once (0: one for each processor). The output is the same.",
        ),
    ] = 1  # fmt: skip
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress, and no findings on stderr.")] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour (as with NO_COLOR=1).")] = False
    unread: "list[UnreadFile]" = field(default_factory=list)
    """Filled while files are read: those that the others do not wait for."""

    def settled(self) -> "CommonOptions":
        """The same with the password itself, where a file or the terminal has it. Raises `ScrutinyError`."""
        if self.password_file is not None:
            return replace(self, password=_password_in(self.password_file), password_file=None)
        if self.password == "-":
            return replace(self, password=_asked_password())
        return self

    @property
    def output_form(self) -> Format:
        """The format: as said, or by the name of the file, or by whether a person is looking."""
        named = self.output or self.compare
        if self.form is not None:
            if self.form in (Format.XLSX, Format.DOCX) and named is None:
                kind = "an Excel workbook" if self.form is Format.XLSX else "a Word document"
                raise UsageError(f"{kind} cannot be printed", advice=f"Give --output FILE.{self.form.value}.")
            return self.form
        if named is not None:
            return format_of(named.name)
        return Format.TABLE if sys.stdout.isatty() else Format.TEXT


def _password_in(path: Path) -> str:
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.readline(LONGEST_PASSWORD).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise InputError(f"{path} cannot be read: {reason}") from None


def _asked_password() -> str:
    import getpass

    if not sys.stdin.isatty():
        raise UsageError("--password - asks at a terminal, and there is none", advice="Give --password-file FILE.")
    return getpass.getpass("Password: ")


COMMON: dict[str, tuple[Any, object]] = {
    name: (option, getattr(CommonOptions(), name))
    for name, option in CommonOptions.__annotations__.items()
    if name != "unread"
}
"""Each of them with its option and its default."""

ONE_FILE = tuple(name for name in COMMON if name != "jobs")
MANY_FILES = tuple(COMMON)
NO_FILE = ("form", "output", "compare", "quiet", "no_color")
PARTS = tuple(name for name in ONE_FILE if name not in ("output", "compare"))
JUDGING = tuple(name for name in MANY_FILES if name != "strict")
JUDGING_ONE = tuple(name for name in ONE_FILE if name != "strict")
"""Which of them a command takes: those that exit 1 anyway need no --strict; `split-pack` has a folder."""
