"""Family `minutes`: the report of its own command, `actions`: one log over several papers."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from scrutiny.errors import UsageError
from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.family import MINUTES
from scrutiny.families.minutes.people import explained_initials, name_alone, title_of
from scrutiny.families.minutes.view import ACTIONS, POSSIBLE, action_rows, possible_rows, updated_by
from scrutiny.language.dates import parse_date
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import count_of
from scrutiny.pack import Pack
from scrutiny.pack.public import nothing_in
from scrutiny.paper import OpenPaper
from scrutiny.registers import actions
from scrutiny.registers.actions import (
    STATUS_OF,
    LogEntry,
    Status,
    is_read_as_minutes,
    merge_logs,
    ready_for_minutes,
)
from scrutiny.registers.following import Earlier, follow
from scrutiny.sheets.model import Report, Row

ready_for_minutes()  # now, while another process reads the first pages


class Log(actions.Log, frozen=True, kw_only=True):
    """The actions of one paper."""

    pack: Pack
    minutes: bool
    """Whether any of it was read as minutes."""


class Filter(Struct, frozen=True, kw_only=True):
    """Which actions are wanted."""

    kinds: tuple[str, ...] = ()
    owner: str | None = None
    due_before: datetime.date | None = None

    @staticmethod
    def parse(kinds: Sequence[str], owner: str | None, due_before: str | None) -> "Filter":
        """Raises `UsageError` for an unknown kind or a date that is not valid."""
        known = [kind.value for kind in ActionKind]
        for kind in kinds:
            if kind not in known:
                raise UsageError(f"invalid value for --kind: {kind}", advice=f"Choose {', '.join(known)}.")
        try:
            day = datetime.date.fromisoformat(due_before) if due_before else None
        except ValueError:
            raise UsageError(
                f"invalid value for --due-before: {due_before}", advice="Write the date as 2025-03-31."
            ) from None
        return Filter(kinds=tuple(kinds), owner=owner, due_before=day)

    def takes(self, entry: LogEntry) -> bool:
        """Whether the entry is wanted."""
        if self.kinds and entry.kind.value not in self.kinds:
            return False
        if self.owner and self.owner.lower() not in (entry.owner or "").lower():
            return False
        return self.due_before is None or (entry.due is not None and entry.due < self.due_before)


def find_paper_log(paper: OpenPaper) -> Log:
    """The actions of one paper."""
    minutes = any(map(is_read_as_minutes, paper.documents))
    return Log(**asdict(MINUTES.read(paper)), pack=paper.pack, minutes=minutes)


def log_report(logs: Sequence[Log], wanted: Filter, *, explain: bool = False, possible: bool = False) -> Report:
    """One log in date order; with `possible` the doubtful actions in a table of their own. Raises `NothingFoundError` when the papers hold neither minutes nor actions."""
    entries = merge_logs([log.entries for log in logs], [one for log in logs for one in log.news])
    doubtful = merge_logs([log.possible for log in logs]) if possible else ()
    if not entries and not any(log.minutes for log in logs):
        names = ", ".join(log.pack.source.file for log in logs)
        raise nothing_in(
            (log.pack for log in logs),
            f"no minutes and no list of actions in {names}",
            advice='Looked for minutes, and in reports for lists headed "Actions" or "Next steps".',
        )
    shown = [column.name for column in ACTIONS.layout.columns if column.shown or (explain and column.name == "rule")]
    rows = action_rows((entry for entry in entries if wanted.takes(entry)), explain=explain)
    more = possible_rows((entry for entry in doubtful if wanted.takes(entry)), explain=explain)
    return Report(
        command="actions-possible" if possible else "actions",
        sources=tuple(log.pack.source for log in logs),
        tables=(ACTIONS.table(rows, shown=shown), *([POSSIBLE.table(more)] if possible else [])),
        findings=tuple(finding for log in logs for finding in (*log.pack.findings, *log.findings)),
    )


NOBODY = "Nobody is named"


def split_by_owner(report: Report, logs: Sequence[Log]) -> Report:
    """A table for each owner in the order of their names, those without an owner last: to be sent to them. Initials
    that a paper explains, and a name with and without its title, are one owner."""
    table = report.tables[0]
    people = _people(table.rows, {log.pack.source.file: explained_initials(log.pack.page_texts) for log in logs})
    called: dict[str, str] = {}
    for name, person in people:
        called[person] = max(called.get(person, ""), name, key=lambda name: (len(name), name))
    rows_of: dict[str, list[Row]] = {}
    for row, (_, person) in zip(table.rows, people, strict=True):
        rows_of.setdefault(called[person], []).append(row)
    shown = [column.name for column in table.shown if column.name in ("ref", "text", "due", "due_printed", "page")]
    tables = []
    for owner in sorted(rows_of, key=lambda name: (name == NOBODY, name.lower(), name)):
        rows = tuple(rows_of[owner])
        layout = replace(table.layout.showing(shown), caption=f"{owner}: {count_of(len(rows), 'action')}")
        tables.append(replace(table, layout=layout, rows=rows).without_empty())
    return replace(report, tables=tuple(tables))


def _people(rows: Sequence[Row], known: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    """The owner of each row, with the name that its paper explains, and what tells owners apart: the name alone, or a
    surname with its title where it stands with several ("Mr Bell", "Mrs Bell")."""
    owners = [(str(row["file"]), str(row["owner"] or NOBODY)) for row in rows]
    beside: dict[tuple[str, str], set[str]] = {}
    for file, owner in owners:
        if match := _INITIALS_BESIDE.search(owner):
            beside.setdefault((file, name_alone(owner)), set()).add(match[1])
    found: list[tuple[str, str]] = []
    titles: dict[str, set[str]] = {}
    for file, owner in owners:
        names, initials = known.get(file, {}), beside.get((file, name_alone(owner)), set())
        explained = names.get(owner) or (names.get(min(initials)) if len(initials) == 1 else None)
        person = name_alone(explained or owner)
        found.append((f"{names[owner]} ({owner})" if owner in names else owner, person))
        if title := title_of(owner):
            titles.setdefault(person, set()).add(title)
    return [
        (owner, f"{title_of(owner)} {person}" if " " not in person and len(titles.get(person, ())) > 1 else person)
        for owner, person in found
    ]


_INITIALS_BESIDE = pattern_of(r"\(([A-Z]{2,4})\)$")
"""Initials beside an office: "the Director of Parks (AL)"."""


def merge_into(report: Report, logs: Sequence[Log], path: Path) -> tuple[Report, str]:
    """Adds the new rows to an officer's log, and changes what papers report on; gives what was added, and in words."""
    from scrutiny.sheets.merging import held_rows, merge_rows

    table = report.tables[0]
    held = (row for row in held_rows(table, path) if row.get("status") != Status.NOT_AN_ACTION.value)
    known = [_known(row) for row in held if row.get("ref") and row.get("text")]
    told = follow(known, [one for log in logs for one in log.news])
    news = {ref: {**updated_by(one), "status": STATUS_OF[one.progress].value} for ref, one in told.items()}
    changes = {ref: {name: value for name, value in one.items() if value is not None} for ref, one in news.items()}
    done = merge_rows(report, path, changes)
    closed = sum(changes[ref]["status"] in SETTLED for ref in done.changed)
    said = f"{len(done.added)} added, {closed} closed, {len(done.changed) - closed} changed"
    if done.lost and (done.added or done.changed):
        said += f"; the log could not keep its {', '.join(done.lost)}, which the backup beside it still has"
    if done.deleted:
        said += f"; {count_of(done.deleted, 'row')} left out that had been deleted"
    if done.perhaps_deleted:
        said += (
            f"; {count_of(done.perhaps_deleted, 'row')} of a meeting that the log already had: to keep a row out for good, "
            f'set its status to "{Status.NOT_AN_ACTION.value}" and leave it in the file'
        )
    return replace(report, tables=(replace(table, rows=done.added),)), said


def _known(row: dict[str, Any]) -> Earlier:
    """A row of an officer's log as an action that papers may tell of."""
    return Earlier(
        ref=str(row["ref"]).removeprefix("'"),
        text=str(row["text"]),
        printed=str(row.get("quote") or ""),
        date=_day(str(row.get("meeting_date") or "")),
        body=str(row["body"]) if row.get("body") else None,
        number=str(row["item"]) if row.get("item") else None,
    )


def _day(text: str) -> datetime.date | None:
    """A day as the tool writes it, or as an officer does."""
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return parse_date(text)


SETTLED = (Status.CLOSED.value, Status.SUPERSEDED.value)
