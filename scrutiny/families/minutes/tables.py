"""Room `families/minutes`: tables of actions and logs kept over meetings.

Takes the pages of a document, gives the rows of each table that has a column for the action beside one for who, by when
or how far, and where it stands, so that its cells are not read as sentences. A column is known by its heading.
"""

import itertools
import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from scrutiny.families.minutes.facts import LogRow, Progress
from scrutiny.families.minutes.labels import HEADINGS, MARKS, WHEN, WHO, bare_heading
from scrutiny.families.minutes.margins import LEAST_GAP, rows_of
from scrutiny.families.minutes.outcomes import DROPPED, WAY
from scrutiny.families.minutes.people import split_owner
from scrutiny.families.minutes.words import Doing, doing_of
from scrutiny.language.addressees import DECIDING
from scrutiny.language.dates import MONTH
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.pdf import Page, Word
from scrutiny.sources import Box
from scrutiny.tables import Cell, FoundTable, TableRead, join_tables

_BESIDE = rf"\b(?:{WHO}|{WHEN}|by|status|progress|update|position)\b"
_HEADING_LINE = pattern_of(
    rf"\b(?:actions?|recommendation|task|next\s+steps?)\b.{{0,80}}{_BESIDE}|^.{{0,40}}{_BESIDE}.{{0,20}}\b(?:actions?|task)\b.{{0,30}}$|\bwhat\b.{{0,30}}\bwho(?:m)?\b|\bwho(?:m)?\s+what\b",
)
_TASKS = ("action", "recommendation", "task", "next", "what")
"""Such a line, in small letters, has one of these."""
_DONE = pattern_of(
    r"\b(?:compl?eted?|compete|closed|done|discharged|achieved|actioned|implemented|finished|delivered)\b",
    re.IGNORECASE,
)
_NOT_YET = r"(?:not|no|to|in|almost|nearly|part\w*|mostly|largely|be|will|yet|if|half|once|when)\b|un\w+|\d+\s?%"
_STATUS_DONE = pattern_of(rf"(?:^|[.;–—]\s*)(?:(?!{_NOT_YET})[^\s.;]+\s+)*?(?={_DONE.pattern})", re.IGNORECASE)
"""A status that says so: "Action now complete"; not "Not complete", "To be completed", "50% complete"."""

_SETTLED = pattern_of(r"^(?:sent|circulated|published|provided|received|held|resolved|discharged)\b", re.IGNORECASE)
"""A status that begins with what was done: "Sent 21.11.23"."""

_GOES_ON = pattern_of(
    r"\b(?:but|to\s+(?:be|follow)|will|await\w*|outstanding|still|yet|except|further|first|draft|part\w*|once|when|no|not|some|most|half|two|\d+\s+of)\b",
    re.IGNORECASE,
)
"""What such words leave to be done: "Sent in draft", "Provided in part", "Received, the rest to follow"."""

_SAID_DONE = pattern_of(rf"(?:^|[.;]\s+)(?:(?!{_NOT_YET})\S+\s){{0,2}}(?:compl?eted?|closed|done)\b", re.IGNORECASE)
"""A sentence of the update that begins so: "Delivery is awaited. Action closed"; not "To be done", "Not yet completed"."""


class TablePlace(Struct, frozen=True, kw_only=True):
    """Where a table of actions stands on one page."""

    pdf_page: int
    box: Box


def may_hold_log(text: str) -> bool:
    """Whether a page's text has the heading of such a table. Cheap: asked before the table is looked for."""
    small = small_letters(text)
    lines = small.splitlines() if has_any(_TASKS, small) else []
    return any(
        _HEADING_LINE.search(line) or (_ACTIONS.match(line) and _DETAIL_LINE.search(below))
        for line, below in itertools.pairwise([*lines, ""])
        if has_any(_TASKS, line)
    )


_ACTIONS = pattern_of(r"^\s*(?:agreed\s+)?actions?(?:\s+(?:points?|list|agreed))?\s*:?\s*$", re.IGNORECASE)
_DETAIL_LINE = pattern_of(rf"\b(?:description|details?|summary)\b.*\b(?:{WHO})\b", re.IGNORECASE)
"""The headings of a table of actions that stand below "Actions:" and need not say it again: "No. Detail Resp."."""


class Heading(Struct, frozen=True):
    """The heading of a column, and from where to where it stands across the page, in points."""

    text: str
    left: float
    right: float


Headings = tuple[Heading, ...]


def headings_at_foot(page: Page) -> Headings:
    """The headings of a log that stand alone at the foot of a page, its rows on the next one."""
    rows = reversed(rows_of(page.words)[-1 - FOOT :])
    found = (_headings_in(row) for row in rows)
    return next((row for row in found if _columns(tuple(one.text for one in row))), ())


def _headings_in(row: list[Word]) -> Headings:
    found: list[Heading] = []
    for word in row:
        if found and word.box.left - found[-1].right < LEAST_GAP:
            found[-1] = Heading(f"{found[-1].text} {word.text}", found[-1].left, word.box.right)
        else:
            found.append(Heading(word.text, word.box.left, word.box.right))
    return tuple(found)


FOOT = 2
"""Lines that stand below the last one of a page's text: its number, what the paper is."""


def find_logs(
    found: Sequence[FoundTable], said: str, feet: Mapping[int, Headings] | None = None, *, of_meeting: bool = False
) -> tuple[tuple[LogRow, ...], tuple[TablePlace, ...]]:
    """The rows of all tables of actions, each once, and where they stand; `said`: the text of their paper, for a key of
    colours; `feet`: headings at the foot of a page; `of_meeting`: they are part of its record."""
    rows: list[LogRow] = []
    places: list[TablePlace] = []
    before = dict(feet or {})
    key = _key_of(said) if found else {}
    for table in join_tables(found):
        wide = (part for part in found if len(part.grid.rows[0]) == len(table.header))
        parts = [part for part in wide if part.page in table.pages]
        header, body = _called(tuple(cell.text for cell in table.header), table.caption, table.rows), table.rows
        columns = _columns(header)
        begins = bool(parts) and parts[0].first_on_page and parts[0].grid.box == table.box
        if columns is None and begins and (above := before.get(table.pages[0] - 1)):
            header, body = _headed(above, table), table.grid
            columns = _columns(header)
        if columns is None and of_meeting:
            columns = _columns_by_rest(header)
        if columns is None:
            continue
        if parts and parts[-1].last_on_page:
            before[table.pages[-1]] = tuple(
                Heading(text, cell.box.left, cell.box.right)
                for text, cell in zip(header, parts[-1].grid.rows[0], strict=True)
            )
        if len(body) >= FEWEST_ROWS and not any(_says_doing(row[columns["action"]].text) for row in body):
            continue
        done_by_heading = _STATUS_DONE.search(header[columns["action"]]) is not None
        for row in body:
            texts = [cell.text.strip() for cell in row]
            task = texts[columns["action"]]
            nothing = len(task.split()) < 2 or _of_agenda(task) or _asks_nobody(texts, columns)
            if not (nothing or _is_remark(texts, columns, header) or _is_heading(texts, columns["action"])):
                rows.append(_row(texts, columns, row[columns["action"]].page, key, done=done_by_heading))
        places += [TablePlace(pdf_page=part.page, box=part.grid.box) for part in parts]
    return tuple(_each_once(rows)), tuple(places)


def _called(header: tuple[str, ...], caption: str | None, rows: Sequence[tuple[Cell, ...]]) -> tuple[str, ...]:
    """The headings, that of what is described being that of the action: below "Actions:", or beside mere labels of it."""
    at = next((index for index, text in enumerate(header) if _DESCRIBED.match(text.strip())), None)
    columns = _columns(header)
    if at is None or (columns is None and not _ACTIONS.match(caption or "")):
        return header
    if columns and not all(_LABEL.match(row[columns["action"]].text.strip()) for row in rows):
        return header
    labels = columns["action"] if columns else None
    return tuple("Action" if here == at else "No" if here == labels else text for here, text in enumerate(header))


def _headed(above: Headings, table: TableRead) -> tuple[str, ...]:
    """The headings of the page before over a table that goes on, one each, in order; none where it has its own."""
    grid = table.grid
    none = ("",) * table.columns
    spans = []
    for column in range(table.columns):
        boxes = [row[column].box for row in grid if row[column].columns == 1]
        spans.append((min(box.left for box in boxes), max(box.right for box in boxes)) if boxes else (0.0, 0.0))
    over = [
        [at for at, (left, right) in enumerate(spans) if left <= (one.left + one.right) / 2 < right] for one in above
    ]
    if any(len(at) != 1 for at in over) or any(a >= b for a, b in itertools.pairwise(at[0] for at in over)):
        return none
    named = {at[0]: one.text for at, one in zip(over, above, strict=True)}
    header = tuple(named.get(at, "") for at in range(table.columns))
    columns = _columns(header)
    first = grid[0][columns["action"]].text.split() if columns else []
    return header if len(first) >= FEWEST_WORDS else none


FEWEST_WORDS = 3
"""Words of what is to be done, in the first row of a log that goes on: a heading has fewer."""


def _each_once(rows: list[LogRow]) -> list[LogRow]:
    """The rows, without those that a list at the end of the paper says again under the same number."""
    kept: dict[tuple[str, str], LogRow] = {}
    for row in rows:
        number = row.number or str(len(kept))
        kept.setdefault((number, " ".join(row.text.lower().rstrip(" .").split())), row)
    return list(kept.values())


def _columns(header: tuple[str, ...]) -> dict[str, int] | None:
    """Which column is which; None where the table is no log."""
    columns = _headed_columns(header)
    companions = {"owner", "due", "status", "update"} & columns.keys()
    if "action" in columns and header[columns["action"]].strip().lower().startswith(("what", "next", "request")):
        companions &= {"owner"}  # "What, When" is a calendar
    return columns if "action" in columns and companions else None


def _headed_columns(header: tuple[str, ...]) -> dict[str, int]:
    """Which column holds what, by its heading."""
    columns: dict[str, int] = {}
    for index, text in enumerate(header):
        name = _class_of(text, columns)
        if name is not None:
            columns[name] = index
        else:
            if "update" not in columns and MARKS.match(bare_heading(text)):
                columns["update"] = index
                if not MARKS.match(header[columns["status"]].strip()):  # of "Progress, Status" the mark is the status
                    columns["status"], columns["update"] = index, columns["status"]
    behind = columns.get("action", len(header)) + 1
    if "owner" not in columns and _NAMES.match(" ".join(header[behind : behind + 1]).strip()):
        columns["owner"] = behind
    if columns.get("update", len(header)) < columns.get("action", 0):
        del columns["update"]  # "Item, Notes, Action": what was said before anything was to be done
    return columns


def _columns_by_rest(header: tuple[str, ...]) -> dict[str, int] | None:
    """The same where only who, by when and how far have a heading that is known: what stands ahead of them is what is
    to be done. To be asked in the record of a meeting; in a report a measure has a lead, a target and a rating."""
    columns = _headed_columns(header)
    before = [at for at in range(columns.get("owner", 0)) if header[at].strip() and not _class_of(header[at])]
    whole = "action" not in columns and "due" in columns and not {"status", "update"}.isdisjoint(columns)
    return {**columns, "action": before[0]} if whole and len(before) == 1 else None


def _class_of(text: str, known: Collection[str] = ()) -> str | None:
    """What a column holds by its heading, of what no other is known to hold."""
    heading = bare_heading(text)
    return next((name for name, pattern in HEADINGS.items() if name not in known and pattern.match(heading)), None)


_NAMES = pattern_of(r"^(?:names?|initials)$", re.IGNORECASE)
"""Whose an action is, where it stands behind it; ahead of it a list of people has it."""

_LABEL = pattern_of(r"^(?:[A-Za-z]{1,7}\W{0,2})?[\w./-]{0,8}$")
_DESCRIBED = pattern_of(r"^(?:description|details?|summary)\b", re.IGNORECASE)


FEWEST_ROWS = 3
"""Rows of which one would say what is to be done, if they were tasks and not the posts of a rota."""


def _says_doing(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return any(word in _AHEAD or doing_of(word) is not Doing.OTHER for word in words)


def _of_agenda(text: str) -> bool:
    """Whether an action is only how a meeting will deal with its item: "To note", "To consider and agree"."""
    words = re.findall(r"[a-z]+", text.lower())
    return words[:1] == ["to"] and DECIDING.issuperset(word for word in words[1:] if word not in ("and", "or"))


def _asks_nobody(texts: list[str], columns: dict[str, int]) -> bool:
    """Whether a dash stands in every column beside a row: nobody is to do anything."""
    beside = [texts[at] for name, at in columns.items() if name not in ("action", "number") and at < len(texts)]
    return all(text and not text.strip(" -–—") for text in beside)


def _is_remark(texts: list[str], columns: dict[str, int], header: tuple[str, ...]) -> bool:
    """Whether words stand where a number should and nobody where the owner should: "For the next agenda"."""
    if "number" not in columns or "owner" not in columns or texts[columns["owner"]]:
        return False
    number = texts[columns["number"]]
    counts = _COUNTS.match(header[columns["number"]]) is not None
    return counts and len(number.split()) > 1 and not any(char.isdigit() for char in number)


def _is_heading(texts: list[str], at: int) -> bool:
    """Whether a row is only what those below it are about, with nothing beside it: "Actions of 4 May:", "Paper 1 Quays"."""
    text, place = texts[at], _PLACE.match(texts[at])
    rest = re.findall(r"[\w’'-]+", text[place.end() :]) if place else []
    verb = bool(rest) and (rest[0][0].islower() or doing_of(rest[0].lower()) is not Doing.OTHER)
    names = place is not None and len(rest) <= 4 and not verb and not _AHEAD.intersection(rest)
    alone = not any(other.strip(" -–—") for index, other in enumerate(texts) if index != at)
    return alone and split_owner(text)[0] is None and (names or text.endswith(":"))


_PLACE = pattern_of(
    r"^(?:(?:at|see|from|on|in|re)\s+)?(?:paper|para(?:graph)?s?|pages?|items?|appendix|minutes?|meeting)\b\.?\W*"
    rf"(?:(?:no|of|on)\b\.?\s*)?\d[\w./-]*(?:\s+(?:{MONTH})(?:\s+\d{{4}})?)?",
    re.IGNORECASE,
)
"""Where in the papers something stands, or the meeting that it comes from."""
_AHEAD = frozenset(["to", "will", "should", "must", "be", "needs", "is", "are", "was", "has"])
_COUNTS = pattern_of(r"no\b|ref", re.IGNORECASE)
"""A heading of numbers; below "Item" or "Meeting" words may stand."""


_COLOUR = r"red|amber|yellow|green|blue|purple|gr[ae]y|black|white"
_ALONE = pattern_of(rf"^(?:{_COLOUR}|[rygabpw])$", re.IGNORECASE)
_KEY = pattern_of(
    rf"\b(?P<colour>{_COLOUR})\b[\"'”’)]*\s*(?:[–—:=(-]|means\b|is\b|denotes\b)\s*(?P<means>(?:(?!\b(?:{_COLOUR})\b)[^.;|\n])+)",
    re.IGNORECASE,
)


def _key_of(said: str) -> dict[str, Progress]:
    """What each colour says of a row, by a key that explains at least two: "BLUE: finished; RED: no progress"."""
    means: dict[str, set[Progress | None]] = {}
    for match in _KEY.finditer(said):
        text = match["means"]
        done = _DONE.search(text) and not _NOT_DONE.search(text)
        progress = Progress.COMPLETED if done else Progress.IN_PROGRESS if WAY.search(text) else None
        means.setdefault(match["colour"].lower(), set()).add(progress)
    sure = {colour: next(iter(told)) for colour, told in means.items() if len(told) == 1}
    return {colour: told for colour, told in sure.items() if told} if len(means) > 1 else {}


_NOT_DONE = pattern_of(rf"\b(?:{_NOT_YET})", re.IGNORECASE)


def _row(texts: list[str], columns: dict[str, int], page: int, key: Mapping[str, Progress], *, done: bool) -> LogRow:
    def cell(name: str) -> str | None:
        index = columns.get(name)
        text = texts[index] if index is not None and index < len(texts) else ""
        return text if text.strip(" -–—") else None

    text = texts[columns["action"]]
    return LogRow(
        number=cell("number"), text=text, owner=cell("owner") or split_owner(text)[0],
        due_printed=cell("revised") or cell("due"),
        status=cell("status"), update=cell("update"), page=page, ahead=tuple(texts[: columns["action"]]),
        accepted=any(map(_ACCEPTED.match, texts)),
        progress=Progress.COMPLETED if done else _progress(cell("status") or "", cell("update"), cell("due"), key),
    )  # fmt: skip


_ACCEPTED = pattern_of(
    r"(?:(?:fully|partly|partially)\s+)?(?:accepted|agreed|approved)(?=\s*(?:$|[.;:,(–-]|in\s+(?:part|full|principle)\b))",
    re.IGNORECASE,
)

LONGEST_STATUS = 2
"""Words of a status; more of them tell how it goes."""


def _progress(status: str, update: str | None, due: str | None, key: Mapping[str, Progress]) -> Progress:
    """How far a row is. A colour says what the key of the paper says; one without a key says nothing."""
    coloured = _ALONE.match(status)
    by_key = key.get(status.lower()) if coloured else None
    status = "" if coloured else status
    said = " ".join(part for part in (status, update) if part)
    if DROPPED.search(said):
        return Progress.SUPERSEDED
    if coloured and by_key is None and update and len(update.split()) <= LONGEST_STATUS:
        status, said = update, update  # "RAG, Status": a word in the column beside the colour
    done = bool(_STATUS_DONE.search(status) or _SETTLED.match(status) or _DONE.fullmatch(due or ""))
    if by_key is None and not status:
        done = done or bool(_SAID_DONE.search(said) or (_SETTLED.match(said) and not _GOES_ON.search(said)))
    if done:
        return Progress.COMPLETED
    return by_key or (Progress.IN_PROGRESS if WAY.search(said) else Progress.OPEN)
