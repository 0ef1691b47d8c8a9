"""The arrows of the house point one way. Each room is imported in a process of its own."""

import ast
import functools
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import scrutiny

HOUSE = Path(scrutiny.__file__).parent

BASE = {"errors", "sources", "findings", "explanations", "language", "outputs"}

ALLOWED = {
    "errors": set(),
    "sources": set(),
    "language": set(),
    "stages": set(),
    "sharing": set(),
    "findings": {"sources"},
    "explanations": {"findings"},
    "outputs": {"errors"},
    "supervision": {"errors", "outputs", "sharing", "sheets"},
    "pdf": {"errors", "sharing", "sources"},
    "pack": {*BASE, "pdf", "sharing"},
    "prose": {"sources", "language", "pdf"},
    "tables": {"sources", "pdf", "figures", "language"},
    "paper": {"sources", "findings", "language", "pdf", "pack", "prose", "sharing", "tables"},
    "figures": {"language"},
    "checks": {"stages", "sources", "findings", "language", "figures", "tables", "paper", "pdf", "statements"},
    "statements": {"sources", "figures", "language", "tables"},
    "registers": {*BASE, "pack", "paper", "pdf", "prose", "tables", "families"},
    "sheets": {"errors", "sources", "findings", "explanations", "language", "outputs"},
    "families": {
        *BASE, "stages", "sharing", "pdf", "pack", "paper", "prose", "tables", "figures", "checks", "sheets", "registers",
        "statements",
    },
    "products": {
        *BASE, "pdf", "pack", "paper", "prose", "tables", "figures", "checks", "families", "registers", "sheets", "sample",
        "statements",
    },
    "sample": set(),
    # the command line may use every room, and imports them when a command runs
    "cli": {*BASE, "pack", "paper", "families", "products", "sharing", "sheets", "sample", "supervision"},
}  # fmt: skip
"""Which rooms a room may import."""

ONLY_IN = {
    "typer": {"cli"},
    "rich": {"cli", "sheets"},
    "tabulate": {"sheets"},
    "xlsxwriter": {"sheets"},
    "docx": {"sheets"},
    "pypdf": {"pdf"},
    "pypdfium2": {"pdf"},
    "pypdfium2_raw": {"pdf"},
    "PIL": {"pdf"},
    "click": set(),
}
"""The rooms that may import a library. Nobody may import click: Typer carries its own."""


def rooms() -> list[str]:
    return sorted(
        path.stem
        for path in HOUSE.iterdir()
        if (path.is_dir() and (path / "__init__.py").exists()) or (path.suffix == ".py" and path.stem[0] != "_")
    )


@functools.cache
def read_module(path: Path) -> tuple[set[str], set[str]]:
    """The modules that a file imports, as dotted names, and the functions that it calls by their name alone."""
    imported: set[str] = set()
    called: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            places = {name: HOUSE.parent / name.replace(".", "/") for name in names}
            modules = {name for name, at in places.items() if at.is_dir() or at.with_suffix(".py").exists()}
            imported |= modules if modules == names else {*modules, node.module}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called.add(node.func.id)
    return imported, called


def imports(room: str) -> set[str]:
    """The modules that the room's files import."""
    path = HOUSE / room
    files = path.rglob("*.py") if path.is_dir() else [path.with_suffix(".py")]
    return {name for file in files for name in read_module(file)[0]}


def test_every_room_is_known() -> None:
    assert rooms() == sorted(ALLOWED)


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_arrows_point_one_way(room: str) -> None:
    others = {name.split(".")[1] for name in imports(room) if name.startswith("scrutiny.")} - {room}
    assert others <= ALLOWED[room]


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_libraries_stay_in_their_rooms(room: str) -> None:
    used = {name.split(".")[0] for name in imports(room)}
    assert [library for library, where in ONLY_IN.items() if library in used and room not in where] == []


def test_imports_go_round_in_no_circle() -> None:
    """Also not by imports inside functions, or by those that only types need."""
    paths = {
        ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__"): path
        for path in HOUSE.rglob("*.py")
    }
    graph = {module: read_module(path)[0] & paths.keys() - {module} for module, path in paths.items()}
    assert len(graph) > 300
    TopologicalSorter(graph).prepare()  # raises `CycleError`, which names the circle


def families() -> list[str]:
    return sorted(path.name for path in (HOUSE / "families").iterdir() if (path / "__init__.py").exists())


@pytest.mark.parametrize("family", families())
def test_a_family_knows_no_other(family: str) -> None:
    modules = {name.split(".")[2] for name in imports(f"families/{family}") if name.startswith("scrutiny.families.")}
    assert modules <= {family, "family"}


def _loaded(code: str) -> set[str]:
    """The top-level modules loaded after the code has run in a fresh process."""
    out = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import sys\n{code}\nprint(*{{m.split('.')[0] for m in sys.modules}})"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(out.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_a_room_imports_alone(room: str) -> None:
    loaded = _loaded(f"import scrutiny.{room}")
    assert "click" not in loaded
    if room == "cli" or (room != "pdf" and not ALLOWED[room] & {"pdf", "prose", "tables", "paper"}):
        assert not loaded & {"pypdf", "pypdfium2", "pypdfium2_raw"}


def test_help_and_completion_import_no_pdf_library() -> None:
    run = "import contextlib\nfrom scrutiny.cli import app\n"
    run += "with contextlib.suppress(SystemExit): app(['{}'], prog_name='scrutiny')"
    for argument in ("--help", "contents", "--version"):
        arguments = f"{argument}', '--help" if argument == "contents" else argument
        loaded = _loaded(run.format(arguments))
        assert not loaded & {"pypdf", "pypdfium2", "pypdfium2_raw", "rich", "tabulate"}
    complete = (
        "import os\nos.environ.update(_SCRUTINY_COMPLETE='complete_bash', COMP_WORDS='scrutiny con', COMP_CWORD='1')\n"
    )
    loaded = _loaded(complete + run.format(""))
    assert not loaded & {"pypdf", "pypdfium2", "pypdfium2_raw"}


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    names = {path.stem for path in HOUSE.rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "common", "misc", "manager"}


def test_nothing_prints_but_the_command_line() -> None:
    paths = [path for path in HOUSE.rglob("*.py") if path.parent.name != "cli"]
    assert [path for path in paths if "print" in read_module(path)[1]] == []
