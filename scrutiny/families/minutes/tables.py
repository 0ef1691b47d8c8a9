"""Room `families/minutes`: tables of actions and logs kept over meetings.

Takes the pages of a document, gives the rows of each table that has a column for the action beside one for who, by when
or how far, and where it stands, so that its cells are not read as sentences. A column is known by its heading.
"""

import re

from msgspec import Struct

from scrutiny.families.minutes.facts import LogRow, Progress
from scrutiny.families.minutes.people import split_owner
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Box
from scrutiny.tables import FoundTable, TableRead, join_tables

_WHO = r"owner|lead|who|whom|responsible|responsibility|officers?|members?|councillors?|contact|assigned"
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("action", pattern_of(r"^(?:agreed\s+|outstanding\s+|completed\s+)?actions?(?:\s+(?:points?|required|agreed|to\s+be\s+taken|completed|outstanding|needed))?$|^(?:action|task)\s*/\s*\w+$|^recommendation$|^task$|^matter$", re.IGNORECASE)),
    ("owner", pattern_of(rf"^(?=.*\b(?:{_WHO})\b)(?:(?:{_WHO}|action|person|cabinet|by|to|for|is|and|or)\b[\s/&,]*)+$|^for$", re.IGNORECASE)),
    ("due", pattern_of(r"^(?:due(?:\s+(?:date|by))?|deadline|target(?:\s+date)?|by\s+when|when|timescale|date\s+due|completion(?:\s+date)?|response\s+due|response)$", re.IGNORECASE)),
    ("status", pattern_of(r"^(?:rag\s+)?(?:status|progress|position|outcome)(?:\s+(?:and|as|at|of|to|last)\b.{0,30})?$|^rag$|^complete\??$", re.IGNORECASE)),
    ("update", pattern_of(r"^(?:updates?|comments?|notes?|progress\s+update|response\s+due)$", re.IGNORECASE)),
    ("number", pattern_of(r"^(?:no\.?|ref(?:erence)?\.?|item|minute(?:\s+(?:no\.?|ref\.?))?|meeting|.*action\s+number)$", re.IGNORECASE)),
)  # fmt: skip
_HEADING_LINE = pattern_of(
    r"\b(?:actions?|recommendation|task)\b.{0,80}\b(?:owner|lead|who|whom|responsib\w+|officer|deadline|due|target|when|status|progress|timescale|update|position)\b",
    re.IGNORECASE,
)
_TASKS = ("action", "recommendation", "task")
"""Such a line has one of these."""
_DONE = pattern_of(r"\b(?:compl?eted?|compete|closed|done|discharged|achieved|actioned|implemented)\b", re.IGNORECASE)
_SETTLED = pattern_of(r"^(?:sent|circulated|published|provided|received|held|resolved|discharged)\b", re.IGNORECASE)
"""A status that begins with what was done: "Sent 21.11.23"."""

_SAID_DONE = pattern_of(r"(?:^|[.;]\s+)(?:\w+\s){0,2}(?:compl?eted?|closed)\b", re.IGNORECASE)
"""A sentence of the update that begins so: "Delivery is awaited. Action closed"."""

_DROPPED = pattern_of(
    r"\b(?:overtaken|withdrawn|superseded|not\s+(?:accepted|agreed|pursued|to\s+be\s+pursued)|rejected|cancelled|no\s+longer)\b",
    re.IGNORECASE,
)
_MOVING = pattern_of(
    r"\b(?:in\s+progress|on\s*going|on\s+track|partial\w*|under\s+way|in\s+hand|started)\b", re.IGNORECASE
)


class TablePlace(Struct, frozen=True, kw_only=True):
    """Where a table of actions stands on one page."""

    pdf_page: int
    box: Box


def may_hold_log(text: str) -> bool:
    """Whether a page's text has the heading of such a table. Cheap: asked before the table is looked for."""
    lines = text.splitlines() if has_any(_TASKS, small_letters(text)) else ()
    return any(_HEADING_LINE.search(line) for line in lines if has_any(_TASKS, small_letters(line)))


def find_logs(found: list[FoundTable]) -> tuple[tuple[LogRow, ...], tuple[TablePlace, ...]]:
    """The rows of every table of actions among the tables of some pages, and where those tables stand."""
    rows: list[LogRow] = []
    places: list[TablePlace] = []
    for table in join_tables(found):
        columns = _columns(tuple(cell.text for cell in table.header))
        if columns is None:
            continue
        columns = _with_described(columns, table)
        done_by_heading = _DONE.search(table.header[columns["action"]].text) is not None
        for row in table.rows:
            texts = [cell.text.strip() for cell in row]
            if len(texts[columns["action"]].split()) < 2 or _asks_nobody(texts, columns):
                continue
            rows.append(_row(texts, columns, row[columns["action"]].page, done=done_by_heading))
        places += [
            TablePlace(pdf_page=part.page, box=part.grid.box)
            for part in found
            if part.page in table.pages and _same(part, table.header)
        ]
    return tuple(rows), tuple(places)


def _same(part: FoundTable, header: tuple[object, ...]) -> bool:
    return len(part.grid.rows[0]) == len(header)


def _columns(header: tuple[str, ...]) -> dict[str, int] | None:
    """Which column is which; None where the table is no log."""
    columns: dict[str, int] = {}
    for index, text in enumerate(header):
        for name, pattern in _COLUMNS:
            if name not in columns and pattern.match(text.strip().rstrip(":")):
                columns[name] = index
                break
    companions = {"owner", "due", "status", "update"} & columns.keys()
    return columns if "action" in columns and companions else None


_LABEL = pattern_of(r"^(?:[A-Za-z]{1,7}\W{0,2})?[\w./-]{0,8}$")
_DESCRIBED = pattern_of(r"^(?:description|details?|summary)\b", re.IGNORECASE)


def _with_described(columns: dict[str, int], table: TableRead) -> dict[str, int]:
    """The columns, where that of the actions holds only labels ("ACTION 1") and the one beside it describes them."""
    at = columns["action"]
    beside = next((index for index, cell in enumerate(table.header) if _DESCRIBED.match(cell.text.strip())), None)
    if beside is None or not all(_LABEL.match(row[at].text.strip()) for row in table.rows):
        return columns
    return {**columns, "number": at, "action": beside}


def _asks_nobody(texts: list[str], columns: dict[str, int]) -> bool:
    """Whether a dash stands in every column beside a row: nobody is to do anything."""
    beside = [texts[at] for name, at in columns.items() if name not in ("action", "number") and at < len(texts)]
    return all(text and not text.strip(" -–—") for text in beside)


def _row(texts: list[str], columns: dict[str, int], page: int, *, done: bool) -> LogRow:
    def cell(name: str) -> str | None:
        index = columns.get(name)
        text = texts[index] if index is not None and index < len(texts) else ""
        return text if text.strip(" -–—") else None

    text = texts[columns["action"]]
    owner = cell("owner") or split_owner(text)[0]
    said = " ".join(part for part in (cell("status"), cell("update")) if part)
    status = cell("status") or ""
    progress = Progress.OPEN
    if _DROPPED.search(said):
        progress = Progress.SUPERSEDED
    elif (
        done
        or _DONE.search(status)
        or _DONE.fullmatch(cell("due") or "")
        or _SETTLED.match(status)
        or (not status and _SAID_DONE.search(said))
    ):
        progress = Progress.COMPLETED
    elif _MOVING.search(said):
        progress = Progress.IN_PROGRESS
    return LogRow(
        number=cell("number"), text=text, owner=owner, due_printed=cell("due"), status=cell("status"), progress=progress,
        update=cell("update"), page=page,
    )  # fmt: skip
