"""Short minutes of our own, with labels: `bodies.txt` and `more_bodies.txt` in `tests/families/minutes`.

"=== sort of body" begins one; what follows are rows as `paragraphs.draw` takes them. `{Ac}` before the words that say so
stands for a core action, `{ac}` for an arguable one; the second letter is its kind: c commitment, r request, g agreed,
s suggestion, o outstanding. `{D}` and `{d}` are formal and quiet decisions. What bears no mark is none of these.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scrutiny.families.minutes.read import lay_out
from scrutiny.prose import Block
from tests.builders.paragraphs import draw
from tests.builders.reading import drawn

KINDS = {"c": "commitment", "r": "request", "g": "agreed", "s": "suggestion", "o": "outstanding"}

_MARK = re.compile(r"\{(?:[Dd]|[Aa][crgso])\}")
_MARKED = re.compile(r"(?P<marks>(?:\{(?:[Dd]|[Aa][crgso])\}\s*)+)[^{]*")
_SENTENCE = re.compile(r"(?<=[a-z)][.;])\s+(?=[A-Z])")
FEWEST = 3
"""Words of a row that can be a sentence: "RESOLVED:" goes on in the next."""

LABEL = 14
"""Words of a sentence that name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One set of minutes: what sort of body met, its rows without marks, and the labels."""

    sort: str
    rows: tuple[str, ...]
    actions: tuple[dict[str, object], ...]
    decisions: tuple[dict[str, object], ...]

    def lay_out(self) -> tuple[Block, ...]:
        """The minutes drawn and read as any paper is."""
        with drawn(draw(*self.rows).data()) as pdf:
            return lay_out(pdf.pages(), ())[0]


def read_bodies(folder: Path) -> Iterator[Body]:
    """The bodies of the files of a folder, in order."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*bodies.txt")))
    for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        sort, *rows = [line for line in part.splitlines() if line.strip()]
        labels = list(_labels(rows))
        yield Body(
            sort=sort,
            rows=tuple(_MARK.sub("", row) for row in rows),
            actions=tuple(label for mark, label in labels if mark not in "Dd"),
            decisions=tuple(label for mark, label in labels if mark in "Dd"),
        )


def _labels(rows: list[str]) -> Iterator[tuple[str, dict[str, object]]]:
    """Each mark with the words it stands before."""
    for at, row in enumerate(rows):
        for match in _MARKED.finditer(row):
            said = _MARK.sub("", row[match.start() :])
            if len(said.split()) < FEWEST and at + 1 < len(rows):
                said += " " + re.sub(r"^\S+\| ", "", _MARK.sub("", rows[at + 1]))
            first = _SENTENCE.split(said)[0]
            start = " ".join((first if len(first.split()) >= FEWEST else said).split()[:LABEL])
            for mark in re.findall(r"\{(\w+)\}", match["marks"]):
                label: dict[str, object] = {"text_start": start, "core": mark[0] in "AD"}
                yield mark, label if mark in "Dd" else label | {"kind": KINDS[mark[1]]}
