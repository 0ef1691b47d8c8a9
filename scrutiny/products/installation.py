"""Room `products`: what is installed, what is missing, and whether completion works. The rows of `doctor`."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from msgspec import Struct

from scrutiny import __version__
from scrutiny.language.patterns import pattern_of
from scrutiny.sheets.model import Report
from scrutiny.sheets.rows import Cell, Sheet

NEEDED = (
    "typer", "rich", "pypdf", "pypdfium2", "pillow", "tabulate", "python-dateutil", "cryptography", "xlsxwriter",
    "openpyxl", "python-docx",
)  # fmt: skip
PROGRAMS = {"ocrmypdf": ("text for scanned pages, with --ocr", "install ocrmypdf from your system")}

COMPLETIONS = {
    "bash": (".bashrc", ".bash_profile", ".bash_completion", ".bash_completions/scrutiny.sh"),
    "zsh": (".zshrc", ".zfunc/_scrutiny"),
    "fish": (".config/fish/completions/scrutiny.fish",),
    "pwsh": tuple(
        f"{folder}/Microsoft.PowerShell_profile.ps1" for folder in (".config/powershell", "Documents/PowerShell")
    ),
}
"""Where each shell keeps it, below the home folder: a file of its own, or a line in a file of the person's."""

_SOURCED = pattern_of(r"_SCRUTINY_COMPLETE|\bcompletions/_?scrutiny\b|scrutiny\.ps1", re.IGNORECASE)
"""A line that brings the completion; "cd ~/scrutiny" is none."""


class PartRow(Struct, frozen=True, kw_only=True):
    """Something that scrutiny needs or can use."""

    part: Annotated[str, Cell("Part")]
    state: Annotated[str, Cell("State", choices=("ok", "missing", "not installed", "unknown"))]
    version: Annotated[str | None, Cell("Version")] = None
    purpose: Annotated[str, Cell("What for")]
    advice: Annotated[str | None, Cell("What to do")] = None


PARTS = Sheet(row=PartRow, name="parts", caption="What is installed")


def installation_report(parts: Iterable[PartRow]) -> Report:
    """The parts as a table."""
    return Report(command="doctor", sources=(), tables=(PARTS.table(parts),))


def find_parts(environment: dict[str, str], home: Path) -> Iterator[PartRow]:
    """Every part with its state."""
    import platform
    import shutil

    yield PartRow(part="scrutiny", state="ok", version=__version__, purpose="this program")
    version = platform.python_version()
    yield PartRow(part="python", state="ok", version=version, purpose=f"runs it: {sys.executable}")
    for name in NEEDED:
        installed = _version(name)
        advice = None if installed else "install scrutiny again, as its README says"
        state = "ok" if installed else "missing"
        yield PartRow(part=name, state=state, version=installed, purpose="needed", advice=advice)
    for name, (purpose, advice) in PROGRAMS.items():
        found = shutil.which(name)
        state = "ok" if found else "not installed"
        yield PartRow(part=name, state=state, purpose=purpose, advice=None if found else advice)
    yield _sample()
    yield _completion(environment, home)


def _version(name: str) -> str | None:
    import importlib.metadata

    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _sample() -> PartRow:
    """Reads the sample pack: the PDF libraries are there and work."""
    from scrutiny.errors import ScrutinyError
    from scrutiny.paper import open_paper
    from scrutiny.sample import sample_pack

    purpose = "reading a pack, tried on the one inside"
    try:
        with open_paper(sample_pack()) as paper:
            pages = len(paper.pack.page_texts)
    except (ScrutinyError, OSError) as error:
        return PartRow(part="sample pack", state="missing", purpose=purpose, advice=str(error))
    return PartRow(part="sample pack", state="ok", version=f"{pages} pages", purpose=purpose)


def _completion(environment: dict[str, str], home: Path) -> PartRow:
    """Whether the person's own shell completes; what cannot be known is said so."""
    shell = Path(environment.get("SHELL", "")).name
    purpose = f"Tab in {shell}" if shell in COMPLETIONS else "Tab in the shell"
    if shell not in COMPLETIONS:
        return PartRow(part="completion", state="unknown", purpose=purpose, advice="scrutiny --install-completion")
    for name in COMPLETIONS[shell]:
        try:
            text = (home / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if "scrutiny" in Path(name).name or _SOURCED.search(text):
            return PartRow(part="completion", state="ok", purpose=f"{purpose}, by ~/{name}")
    advice = "scrutiny --install-completion, then a new terminal"
    return PartRow(part="completion", state="not installed", purpose=purpose, advice=advice)
