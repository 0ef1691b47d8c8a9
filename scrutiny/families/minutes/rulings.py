"""Room `families/minutes`: tables that say of each row what was decided.

Takes the tables of a page that are no logs, gives a `Decision` for each row whose outcome stands in the column of
outcomes, and what that column says is to be done as a row of a log. The column is known by its cells: in most of them
stands what became of the rest of the row, "Agreed 5-0", "Consent given", whatever its heading is.
"""

import re
from collections.abc import Sequence

from scrutiny.families.minutes.acts import Act
from scrutiny.families.minutes.facts import Decision, LogRow, Progress, Weight
from scrutiny.families.minutes.frames import find_frames
from scrutiny.families.minutes.people import split_owner
from scrutiny.families.minutes.slots import main_frame
from scrutiny.families.minutes.tables import TablePlace
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Page
from scrutiny.tables import FoundTable

_TAKEN = r"(?:agreed|accepted|approved|adopted|endorsed|carried|supported|deferred|refused|rejected|declined|granted|noted|(?:re-?)?appointed|elected)"
_RULING = pattern_of(
    rf"(?:(?:unanimously\s+)?{_TAKEN}|(?:consent|permission|approval|leave)\s+(?:given|granted|refused)|no\s+(?:objections?|comments?|observations?)|(?:[A-Z][\w’'.]*\s+){{2,4}}(?-i:appointed|elected))"
    r"(?!\s+by\s+(?:the\s+)?[A-Z])(?:\s+(?:in\s+(?:part|full|principle)|unanimously|nem\.?\s+con|by\s+\d+\s+(?:votes?\s+)?to\s+\d+|\(?\d+\s*[-–]\s*\d+\)?))?(?=\s*(?:[.,;:(–-]|$|£|\d))",
    re.IGNORECASE,
)
_MANY = pattern_of(rf"\b(?:{_TAKEN}|given|objections?)\b[^\n]{{0,25}}$", re.IGNORECASE | re.MULTILINE)
_PLANNING = pattern_of(r"\b[A-Z]{0,4}/?\d{2,4}/\d{2,5}")
_OF_OTHERS = pattern_of(r"\brecommendations?\b|^decisions?\W*$", re.IGNORECASE)
"""Above a table of answers to another body's recommendations, or of one decision that is all of the table."""

_OF_STATUS = pattern_of(r"\b(?:status|progress|update|action)\b", re.IGNORECASE)

FEWEST = 2
"""Rows with an outcome, and what else a table has of each."""


def may_hold_rulings(page: Page) -> bool:
    """Whether lines of a page end in outcomes, between rules. Asked before tables are looked for."""
    return len(page.rules) > FEWEST and len(_MANY.findall(page.text)) >= FEWEST


def find_rulings(
    tables: Sequence[FoundTable], logs: Sequence[TablePlace]
) -> tuple[tuple[Decision, ...], tuple[LogRow, ...], tuple[TablePlace, ...]]:
    """The decisions of such tables, the tasks beside them, and where the tables stand."""
    decisions: list[Decision] = []
    tasks: list[LogRow] = []
    places: list[TablePlace] = []
    for table in tables:
        place = TablePlace(pdf_page=table.page, box=table.grid.box)
        rows = [[cell.text.strip() for cell in row] for row in table.grid.rows]
        others = any(_OF_OTHERS.search(text) for text in (table.caption or "", *rows[0]))
        others |= any(_PLANNING.search(text) for row in rows for text in row[:-1])  # an authority's, not the meeting's
        at = None if place in logs or others else _column(rows)
        if at is None:
            continue
        places.append(place)
        for row in rows:
            told = _RULING.match(row[at])
            subject = next((text for text in row[:at] if len(text.split()) > 1), row[0]).rstrip(" .:;")
            if told is not None:
                decisions.append(_decision(subject, row, told[0], table.page))
            rest = row[at][told.end() :].strip(" .,;:–-") if told else row[at]
            frame = main_frame(find_frames(rest))
            if frame is not None and frame.act in _TASKS:
                owner, what = split_owner(rest) if frame.act is Act.NAME_TO else (frame.who, rest)
                tasks.append(
                    LogRow(
                        number=None, text=what, owner=owner, due_printed=None, status=None, update=None,
                        progress=Progress.OPEN, page=table.page,
                    )
                )  # fmt: skip
    return tuple(decisions), tuple(tasks), tuple(places)


_TASKS = (Act.NAME_TO, Act.IMPERATIVE, Act.WILL, Act.IS_TO)


def _column(rows: list[list[str]]) -> int | None:
    """The column of outcomes: in most rows below the headings one stands in it."""
    if len({len(row) for row in rows}) != 1:
        return None
    for at in reversed(range(1, len(rows[0]))):
        cells = [row[at] for row in rows if row[at]]
        ruled = sum(_RULING.match(text) is not None for text in cells)
        if ruled >= FEWEST and ruled * 2 >= len(cells) - 1 and not _OF_STATUS.search(cells[0]):
            return at
    return None


def _decision(subject: str, row: list[str], outcome: str, page: int) -> Decision:
    text = f"{subject}: {outcome}"
    return Decision(
        item=None, item_title="", number_printed=None, text=text, quote=" ".join(filter(None, row)), parts=(text,),
        pages=(page,), weight=Weight.SETTLED, members=frozenset(), lead=text,
    )  # fmt: skip
