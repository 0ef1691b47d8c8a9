"""Room `families/recommendations`: tables of recommendations.

Takes pages, gives one `Recommendation` for each filled cell of a column headed "Recommendation", with the number beside
it. Progress reports on what others recommended long ago have a column "status" or "update" and are none.
"""

import re
from collections.abc import Iterable, Iterator

from scrutiny.families.recommendations.facts import Recommendation
from scrutiny.families.recommendations.openings import asks, heading_of
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Page
from scrutiny.tables import TableRead, find_tables

_HEADING_LINE = pattern_of(
    r"^.{0,40}\brecommendations?\b.{0,60}$|^\W*recommendations?\s+(?:that|to)\b", re.IGNORECASE | re.MULTILINE
)
_COLUMN = pattern_of(r"^(?:proposed\s+)?recommendations?$", re.IGNORECASE)
_NUMBER = pattern_of(r"^(?:ref(?:erence)?\.?|no\.?|number|#)?$", re.IGNORECASE)
_FOLLOWED_UP = pattern_of(r"\b(?:status|progress|updates?|implemented|complet\w+|date\s+due|outcome)\b", re.IGNORECASE)

FEWEST_WORDS = 4
"""A cell with fewer is a heading or a mark."""


def may_hold_tabled(text: str) -> bool:
    """Whether a page with this text can hold such a table."""
    return _HEADING_LINE.search(text) is not None


def _beside_headings(table: TableRead) -> Iterator[Recommendation]:
    """What stands beside a label in a table of labels and values: "Recommendation | That the tender be accepted"."""
    for row in table.rows:
        if len(row) == 2 and (heading := heading_of(row[0].text.strip())) and not heading.rest and asks(row[1].text):
            yield Recommendation(number_printed=None, text=row[1].text, quote=row[1].text, pages=(row[1].page,))


def find_tabled(pages: Iterable[Page]) -> tuple[tuple[Recommendation, ...], tuple[Recommendation, ...]]:
    """The recommendations in columns of tables, and those beside labels, each in order."""
    found: list[Recommendation] = []
    beside: list[Recommendation] = []
    for table in find_tables(page for page in pages if may_hold_tabled(page.text)):
        header = [cell.text.strip() for cell in table.header]
        beside += _beside_headings(table)
        column = next((index for index, text in enumerate(header) if _COLUMN.match(text)), None)
        if column is None or len(header) < 2 or any(_FOLLOWED_UP.search(text) for text in header):
            continue
        for row in table.rows:
            cell = row[column]
            if len(cell.text.split()) < FEWEST_WORDS:
                continue
            number = row[column - 1].text.strip() if column and _NUMBER.match(header[column - 1]) else ""
            found.append(
                Recommendation(number_printed=number or None, text=cell.text, quote=cell.text, pages=(cell.page,))
            )
    return tuple(found), tuple(beside)
