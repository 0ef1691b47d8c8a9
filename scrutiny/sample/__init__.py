"""Room `sample`: the small reports pack that `scrutiny demo` reads. Its wording is our own."""

from pathlib import Path


def sample_pack() -> Path:
    """Where the sample pack lies."""
    return Path(__file__).parent / "sample-pack.pdf"
