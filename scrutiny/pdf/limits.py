"""Room `pdf`: how much of everything a page may hold, and rules brought back to the page.

A file can claim anything: a rule a thousand kilometres long, a page of a million letters. What is beyond these limits
is no council paper; a page beyond them is left out and named, a rule ends soon after its page.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from scrutiny.pdf.model import Rule
from scrutiny.sources import Box

MAX_CHARACTERS = 500_000
"""On one page. A close-printed page of A4 has 6,000 letters, a ledger on A0 a hundred thousand."""

MAX_RULES = 20_000
"""On one page. A table of 100 rows and 20 columns, each square drawn for itself, has 8,000."""

MAX_GRID_SQUARES = 100_000
"""In the grid of one table: rows times columns. The largest in published packs has 3,000."""

EDGE = 200.0
"""Points beyond the edge of the page that still count: a table that is too wide for its page has its last column there,
and a page that was cropped has its margins."""


def clipped(rules: Iterable[Rule], width: float, height: float) -> Iterator[Rule]:
    """The rules as far as they stand on a page of this size; those that do not are left out, and so are those that are
    no number."""
    for rule in islice(rules, MAX_RULES):
        box = rule.box
        left, right = max(box.left, -EDGE), min(box.right, width + EDGE)
        top, bottom = max(box.top, -EDGE), min(box.bottom, height + EDGE)
        if left <= right and top <= bottom:  # never true of what is no number
            whole = (left, top, right, bottom) == (box.left, box.top, box.right, box.bottom)
            yield rule if whole else Rule(box=Box(left=left, top=top, right=right, bottom=bottom))
