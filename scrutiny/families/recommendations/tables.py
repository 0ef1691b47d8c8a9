"""Room `families/recommendations`: tables of recommendations.

Takes pages, gives one `Recommendation` for each filled cell of a column headed "Recommendation", with the number beside
it. Progress reports on what others recommended long ago have a column "status" or "update" and are none.
"""

import re
from collections.abc import Iterable, Iterator

from scrutiny.families.recommendations.facts import Recommendation
from scrutiny.families.recommendations.labelled import NONE
from scrutiny.families.recommendations.markers import parts_of
from scrutiny.families.recommendations.openings import asks, heading_of, puts
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Page
from scrutiny.tables import Cell, TableRead, find_tables

_HEADING_LINE = pattern_of(
    r"^.{0,40}\brecommendations?\b.{0,60}$|^\W*recommendations?\s+(?:that|to)\b", re.IGNORECASE | re.MULTILINE
)
_NUMBER = pattern_of(r"^(?:ref(?:erence)?\.?|no\.?|number|#)?$", re.IGNORECASE)
_FOLLOWED_UP = pattern_of(r"\b(?:status|progress|updates?|implemented|complet\w+|date\s+due|outcome)\b", re.IGNORECASE)
HOW_FAR = pattern_of(
    r"^(?:not\s+(?:yet\s+)?|fully\s+|part(?:ly|ially)\s+|now\s+)?"
    r"(?:implemented|completed?|closed|done|due|overdue|open|on[ -]?going|in\s+(?:progress|hand)|outstanding|superseded|started|on\s+track|delayed)\b"
    r"(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)
"""What stands in a column that says how far each is, whatever its heading."""

FEWEST_WORDS = 4
"""A cell with fewer is a heading or a mark."""


def may_hold_tabled(text: str) -> bool:
    """Whether a page with this text can hold such a table."""
    return _HEADING_LINE.search(text) is not None


def _beside_headings(table: TableRead) -> Iterator[Recommendation]:
    """What stands beside a label in a table of labels and values: "Recommendation | That the tender be accepted"."""
    for row in table.rows:
        if len(row) != 2:
            continue
        label, value = row[0].text.strip(), row[1]
        if (heading := heading_of(label)) and not heading.rest and (puts if heading.weak else asks)(value.text):
            yield from _rows(value, None)


def _rows(cell: Cell, number: str | None) -> Iterator[Recommendation]:
    """The recommendations of a cell: its parts where it is a list, else the whole."""
    lead, parts = parts_of(cell.text)
    for marker, text in parts or [("", lead)]:
        yield Recommendation(
            number_printed=marker or number, lead_in=lead if parts and lead else None,
            text=f"{lead} {text}".strip() if parts else text, quote=text, pages=(cell.page,),
        )  # fmt: skip


def _is_followed_up(table: TableRead, header: list[str]) -> bool:
    """Whether a table says how far each recommendation has been carried out, in its headings or in its cells."""
    if any(_FOLLOWED_UP.search(text) for text in header):
        return True
    columns = ([cell for row in table.rows if (cell := row[at].text.strip())] for at in range(len(header)))
    return any(len(cells) > 1 and 2 * sum(map(bool, map(HOW_FAR.match, cells))) > len(cells) for cells in columns)


def find_tabled(pages: Iterable[Page]) -> tuple[tuple[Recommendation, ...], tuple[Recommendation, ...]]:
    """The recommendations in columns of tables, and those beside labels, each in order."""
    found: list[Recommendation] = []
    beside: list[Recommendation] = []
    for table in find_tables(page for page in pages if may_hold_tabled(page.text)):
        header = [cell.text.strip() for cell in table.header]
        beside += _beside_headings(table)
        known = ((index, heading) for index, text in enumerate(header) if (heading := heading_of(text)))
        column, heading = next(known, (None, None))
        if column is None or heading is None or heading.question or len(header) < 2 or _is_followed_up(table, header):
            continue
        for row in table.rows:
            cell = row[column]
            says = len(cell.text.split()) >= FEWEST_WORDS and not NONE.match(cell.text)
            if says and (not heading.weak or puts(cell.text)):
                number = row[column - 1].text.strip() if column and _NUMBER.match(header[column - 1]) else ""
                found += _rows(cell, number or None)
    return tuple(found), tuple(beside)
