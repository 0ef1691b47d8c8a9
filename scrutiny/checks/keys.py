"""Room `checks`: ratings in words against a key that gives their bounds.

Takes tables and the sentences of a document. A key says from where to where each word goes ("Green, 85% and above;
Amber, 75% to 84.9%; Red, below 75%"); it is believed for a table whose other rows follow it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.checks.judging import cannot, judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures import Figure, parse_figure
from scrutiny.figures.verdicts import Status
from scrutiny.sources import Quote
from scrutiny.tables import Cell

_WORD = r"(?P<word>green|amber|yellow|red|high|medium|low)"
_N = r"(?:£|<|>)?\s?\d+(?:\.\d+)?\s?%?"
_BOUND = (
    rf"(?:(?P<from>{_N})\s*(?:to|[-–]|and)\s*(?P<to>{_N})"
    rf"|(?P<least>{_N})\s*(?:and|or)\s+(?:above|more|over|higher|better)|(?:at\s+least|over|above|more\s+than)\s+(?P<over>{_N})"
    rf"|(?:below|under|less\s+than|up\s+to)\s+(?P<below>{_N})|(?P<most>{_N})\s*(?:and|or)\s+(?:below|less|under|lower))"
)
_KEY = re.compile(rf"\b{_WORD}\b\s*(?:[,:=–-]|is|means)?\s*\(?\s*{_BOUND}", re.IGNORECASE)
"""Accepts "Amber, 75% to 84.9%", "Red: below 75%", "Green (85% and above)"."""

_RATED = re.compile(rf"^(?P<figure>[£\d.,\s]+%?)\s*\(?{_WORD}\)?$", re.IGNORECASE)
_ALONE = re.compile(rf"^{_WORD}$", re.IGNORECASE)

ENOUGH = 2
"""Other rows that must follow a key before one that does not is wrong."""


class Key(Struct, frozen=True, kw_only=True):
    """The bounds of each word, both included; None where there is none. `below` holds words whose bound is not."""

    bounds: dict[str, tuple[Decimal | None, Decimal | None, bool]]
    quote: Quote

    def words_for(self, value: Decimal) -> set[str]:
        found = set()
        for word, (low, high, strict) in self.bounds.items():
            above = low is None or value >= low
            under = high is None or (value < high if strict else value <= high)
            if above and under:
                found.add(word)
        return found


def find_key(sentences: Sequence[Quote]) -> Key | None:
    """The first sentence that bounds two words or more."""
    for sentence in sentences:
        bounds = {}
        for match in _KEY.finditer(sentence.text):
            low = _number(match["from"] or match["least"] or match["over"])
            high = _number(match["to"] or match["below"] or match["most"])
            bounds[match["word"].lower()] = (low, high, match["below"] is not None)
        if len(bounds) >= 2:
            return Key(bounds=bounds, quote=sentence)
    return None


def _number(text: str | None) -> Decimal | None:
    return None if text is None else parse_figure(re.sub(r"[<>\s]", "", text)).value


def check_key(tables: Sequence[PlacedTable], sentences: Sequence[Quote]) -> Iterator[Checked]:
    """Every rated figure of every table, where the paper prints a key."""
    key = find_key(sentences)
    if key is None:
        return
    for placed in tables:
        rated = list(_rated(placed))
        fits = [word in key.words_for(figure.value or Decimal(0)) for _, figure, word in rated]
        for (cell, figure, word), right in zip(rated, fits, strict=True):
            wanted = sorted(key.words_for(figure.value or Decimal(0)))
            others = sum(fits) - right
            working = f"{figure.printed.strip()} is {' or '.join(wanted).capitalize() or 'none'} by the key"
            quote = placed.quote(cell)
            if not right and (others < ENOUGH or others < len(fits) - 1 - others or not wanted):
                yield cannot(Check.RATINGS, cell.text, "other rows do not follow the key", quote)
                continue
            printed = next((part for part in cell.text.split() if part.lower() == word), cell.text)
            yield judged(
                Check.RATINGS, Status.OK if right else Status.ERROR, printed=printed,
                expected=" or ".join(wanted).capitalize(), working=working,
                message=f"{placed.table.rows and _label(placed, cell)}: printed {printed}, {working}",
                quotes=(quote, key.quote),
            )  # fmt: skip


def _label(placed: PlacedTable, cell: Cell) -> str:
    return next((row[0].text for row in placed.table.rows if cell in row), "")


def _rated(placed: PlacedTable) -> Iterator[tuple[Cell, Figure, str]]:
    """Each figure with its word: in one cell, or in the cell to the left of the word's."""
    for row in placed.table.rows:
        for at, cell in enumerate(row):
            together, alone = _RATED.match(cell.text.strip()), _ALONE.match(cell.text.strip())
            if together:
                figure = parse_figure(together["figure"].strip())
                word = together["word"]
            elif alone and at:
                figure = parse_figure(row[at - 1].text.strip())
                word = alone["word"]
            else:
                continue
            if figure.value is not None:
                yield cell, figure, word.lower()
