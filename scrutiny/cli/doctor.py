"""Room `cli`: `doctor`: what is installed, what is missing, and whether completion works."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from scrutiny import __version__
from scrutiny.cli.options import Asked

NEEDED = ("typer", "rich", "pypdf", "pypdfium2", "pillow", "tabulate", "python-dateutil", "cryptography")
EXTRAS = {
    "xlsxwriter": ("Excel workbooks (--output x.xlsx)", "pip install 'scrutiny[xlsx]'"),
    "openpyxl": ("actions --merge into a workbook", "pip install 'scrutiny[xlsx]'"),
}
PROGRAMS = {"ocrmypdf": ("text for scanned pages, before scrutiny reads them", "install ocrmypdf from your system")}

COMPLETIONS = {
    "bash": (".bashrc", ".bash_profile", ".bash_completion", ".bash_completions/scrutiny.sh"),
    "zsh": (".zshrc", ".zfunc/_scrutiny"),
    "fish": (".config/fish/completions/scrutiny.fish",),
    "pwsh": tuple(
        f"{folder}/Microsoft.PowerShell_profile.ps1" for folder in (".config/powershell", "Documents/PowerShell")
    ),
}
"""Where each shell keeps it, below the home folder: a file of its own, or a line in a file of the person's."""

_SOURCED = re.compile(r"_SCRUTINY_COMPLETE|\bcompletions/_?scrutiny\b|scrutiny\.ps1", re.IGNORECASE)
"""A line that brings the completion; "cd ~/scrutiny" is none."""

Line = tuple[str, str, str | None, str, str | None]
"""Part, state, version, what it is for, what to do."""


def doctor(asked: Asked) -> None:
    """Say what is installed, what is missing, and if completion works.

    \b
    scrutiny doctor
    """
    from scrutiny.cli.layouts import PARTS
    from scrutiny.errors import ScrutinyError
    from scrutiny.sheets.model import Report, Table

    lines = tuple(_lines(dict(os.environ), Path.home()))
    report = Report(
        command="doctor", version=__version__, sources=(), tables=(Table(layout=PARTS, rows=lines),)
    )  # fmt: skip
    asked.delivery().send(report)
    missing = [name for name, state, *_ in lines if state == "missing"]
    if missing:
        raise ScrutinyError(f"{', '.join(missing)} does not work", advice="Install scrutiny again.")


def _lines(environment: dict[str, str], home: Path) -> Iterator[Line]:
    import platform
    import shutil

    yield "scrutiny", "ok", __version__, "this program", None
    yield "python", "ok", platform.python_version(), f"runs it: {sys.executable}", None
    for name in NEEDED:
        version = _version(name)
        advice = None if version else "install scrutiny again: pip install --force-reinstall scrutiny"
        yield name, "ok" if version else "missing", version, "needed", advice
    for name, (purpose, advice) in EXTRAS.items():
        version = _version(name)
        yield name, "ok" if version else "not installed", version, purpose, None if version else advice
    for name, (purpose, advice) in PROGRAMS.items():
        found = shutil.which(name)
        yield name, "ok" if found else "not installed", None, purpose, None if found else advice
    yield _sample()
    yield _completion(environment, home)


def _version(name: str) -> str | None:
    import importlib.metadata

    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _sample() -> Line:
    """Reads the sample pack: the PDF libraries are there and work."""
    from scrutiny.errors import ScrutinyError
    from scrutiny.pack import read_pack
    from scrutiny.sample import sample_pack

    purpose = "reading a pack, tried on the one inside"
    try:
        pages = len(read_pack(sample_pack()).page_texts)
    except (ScrutinyError, OSError) as error:
        return "sample pack", "missing", None, purpose, str(error)
    return "sample pack", "ok", f"{pages} pages", purpose, None


def _completion(environment: dict[str, str], home: Path) -> Line:
    """Whether the person's own shell completes; what cannot be known is said so."""
    shell = Path(environment.get("SHELL", "")).name
    purpose = f"Tab in {shell}" if shell in COMPLETIONS else "Tab in the shell"
    if shell not in COMPLETIONS:
        return "completion", "unknown", None, purpose, "scrutiny --install-completion"
    for name in COMPLETIONS[shell]:
        try:
            text = (home / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if "scrutiny" in Path(name).name or _SOURCED.search(text):
            return "completion", "ok", None, f"{purpose}, by ~/{name}", None
    return "completion", "not installed", None, purpose, "scrutiny --install-completion, then a new terminal"
