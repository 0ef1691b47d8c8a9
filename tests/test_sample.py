"""The sample pack that ships is what its builder draws."""

from scrutiny.sample import sample_pack
from tests.builders.sample_pack import build_sample_pack


def test_shipped_pack_is_the_built_one() -> None:
    """Run `python -m tests.builders.sample_pack` after changing the builder."""
    assert sample_pack().read_bytes() == build_sample_pack()


def test_shipped_pack_is_small() -> None:
    assert sample_pack().stat().st_size < 300_000
