"""What the tests of all rooms share."""

import atexit
import functools
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from typer.main import get_command

from scrutiny.cli import watchdog
from tests.builders.paper import PackBuilder
from tests.builders.sample_pack import build_sample_pack

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""Every process that a test starts would compile the program for itself, which takes as long as reading a small paper."""

if "PYTEST_XDIST_WORKER" not in os.environ:
    os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="scrutiny-tests-")
    atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)
"""What the processes of the tests keep for one another goes nowhere else, and is removed with them."""

watchdog.BASE_SECONDS = 120.0
"""A busy machine that stands still for a while fails no test; what is tested of the limit itself runs in processes of
its own or says its own time."""

pytest.MonkeyPatch().setattr("typer.testing._get_command", functools.cache(get_command))
"""The commands are put together once for all tests of a process: that takes five times as long as to run a small one."""

SHARED = Path(__file__).parent.parent.parent / "shared"
"""The real papers, which are not part of the project; tests that need them skip where they are missing."""

settings.register_profile(
    "project", derandomize=True, deadline=None, phases=[phase for phase in Phase if phase is not Phase.explain]
)
settings.load_profile("project")
"""The same examples on each run, so that a change is what makes a test fail; `python -m tests.fuzz` looks for others.
Explaining a failure traces it, in which Python 3.11 was seen to hang."""

PackFile = Callable[[PackBuilder], Path]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pack, built anew."""
    path = tmp_path_factory.mktemp("sample") / "sample-pack.pdf"
    path.write_bytes(build_sample_pack())
    return path


@pytest.fixture
def pack_file(tmp_path: Path) -> PackFile:
    """Writes what a builder has drawn to a file."""

    def write(builder: PackBuilder) -> Path:
        path = tmp_path / "pack.pdf"
        path.write_bytes(builder.data())
        return path

    return write


@pytest.fixture(scope="session")
def real_packs() -> Path:
    """The folder of real papers."""
    if not (SHARED / "packs").is_dir():
        pytest.skip("the real papers are not here")
    return SHARED / "packs"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is asked of one real paper is asked one after the other, so that it is read once for all of it."""
    first: dict[Path, int] = {}
    for at, item in enumerate(items):
        first.setdefault(item.path, at)

    def place(item: pytest.Item) -> tuple[int, str]:
        paper = (
            item.callspec.params.get("paper")
            if isinstance(item, pytest.Function) and hasattr(item, "callspec")
            else None
        )
        return first[item.path], str(paper) if isinstance(paper, Path) else ""

    items.sort(key=place)
