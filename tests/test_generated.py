"""Generated files in the tree are what would be generated now."""

from tests.regenerate import ROOT, generated


def test_generated_files_are_up_to_date() -> None:
    """Run `python -m tests.regenerate`."""
    old = [path.relative_to(ROOT).as_posix() for path, data in generated().items() if path.read_bytes() != data]
    assert old == []
