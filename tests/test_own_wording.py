"""The project's own texts: no run of words of a published paper, as its labels quote it, stands in them."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SHARED

LONG = 9
"""Words in a row that two hands do not write by chance."""

SET_PHRASES = re.compile(
    r"local government act|schedule 12a|correct record|be excluded from|"
    r"(?:minutes|decisions) of (?:\w+ )*?(?:committee|council|meeting|executive|previous)\b|contents of the report be noted|"
    r"(?:committee|meeting) held on|"
    r"(?:(?:19|20)?\d\d ){6}"
)
"""What every council writes: resolutions by the words of the Act, the minutes of the meeting before, rows of years."""


def _runs(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.lower()))
    return (" ".join(words[at : at + LONG]) for at in range(len(words) - LONG + 1))


def _strings(labels: object) -> Iterator[str]:
    if isinstance(labels, str):
        yield labels
    elif isinstance(labels, dict | list):
        for each in labels.values() if isinstance(labels, dict) else labels:
            yield from _strings(each)


@pytest.mark.packs
def test_no_sentence_of_a_published_paper_stands_in_the_tree() -> None:
    if not SHARED.is_dir():
        pytest.skip("the real papers are not here")
    published = {
        run
        for path in SHARED.rglob("*.json")
        if not path.name.startswith("written-") and path.parent.name not in ("reports", "summaries")
        for text in _strings(json.loads(path.read_text(encoding="utf-8")))
        for run in _runs(text)
    }
    root = Path(__file__).parent.parent
    names = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout
    found: dict[str, list[str]] = {}
    for name in filter(None, names.split("\0")):
        try:
            text = (root / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        for run in _runs(text):
            if run in published and not SET_PHRASES.search(run):
                found.setdefault(name, []).append(run)
    assert len(published) > 1000
    assert found == {}
