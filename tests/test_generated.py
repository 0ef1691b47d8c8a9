"""Generated files in the tree are what would be generated now."""

from pathlib import Path

import pytest

from tests.regenerate import ROOT, generated


@pytest.mark.parametrize("path", list(generated()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_generated_file_is_up_to_date(path: Path) -> None:
    """Run `python -m tests.regenerate`."""
    assert path.read_bytes() == generated()[path]
