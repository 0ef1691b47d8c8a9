"""Room `cli`: the rows of `actions`."""

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny import __version__
from scrutiny.cli.actions import KINDS
from scrutiny.cli.layouts import ACTIONS, POSSIBLE
from scrutiny.cli.packreports import load_pack, paper_cells
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import NothingFoundError, UsageError
from scrutiny.findings import Finding
from scrutiny.pack import Pack
from scrutiny.registers.actions import LogEntry, is_read_as_minutes, merge_logs, read_log
from scrutiny.sheets.merging import merge_rows
from scrutiny.sheets.model import Report, Table, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The actions of one file."""

    pack: Pack
    entries: tuple[LogEntry, ...]
    possible: tuple[LogEntry, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which actions are wanted."""

    kinds: tuple[str, ...] = ()
    owner: str | None = None
    due_before: datetime.date | None = None

    @staticmethod
    def parse(kinds: list[str] | None, owner: str | None, due_before: str | None) -> "Filter":
        """Raises `UsageError` for an unknown kind or a date that is none."""
        for kind in kinds or ():
            if kind not in KINDS:
                raise UsageError(f"--kind {kind}: there is no such kind", advice=f"Say one of {', '.join(KINDS)}.")
        try:
            day = datetime.date.fromisoformat(due_before) if due_before else None
        except ValueError:
            raise UsageError(f"--due-before {due_before}: no date", advice="Write it as 2025-03-31.") from None
        return Filter(kinds=tuple(kinds or ()), owner=owner, due_before=day)

    def takes(self, entry: LogEntry) -> bool:
        """Whether the entry is wanted."""
        if self.kinds and entry.kind.value not in self.kinds:
            return False
        if self.owner and self.owner.lower() not in (entry.owner or "").lower():
            return False
        return self.due_before is None or (entry.due is not None and entry.due < self.due_before)


def load_log(file: Path, *, password: str | None, timeout: float | None, quiet: bool) -> Log:
    """The file's actions, within its time budget."""
    pack = load_pack(file, password=password, timeout=timeout, quiet=quiet)
    with time_budget(file, timeout):
        log = read_log(file, pack, password=password)
    return Log(pack=pack, entries=log.entries, possible=log.possible, findings=log.findings)


def log_report(logs: list[Log], wanted: Filter, *, explain: bool = False, possible: bool = False) -> Report:
    """One log in date order. Raises `NothingFoundError` when the files hold neither minutes nor actions."""
    entries = merge_logs([log.entries for log in logs])
    doubtful = merge_logs([log.possible for log in logs]) if possible else ()
    minutes = any(is_read_as_minutes(log.pack, document) for log in logs for document in log.pack.documents)
    if not entries and not minutes:
        names = ", ".join(log.pack.source.file for log in logs)
        raise NothingFoundError(
            f"no minutes and no list of actions in {names}",
            advice='Looked for minutes, and in reports for lists headed "Actions" or "Next steps".',
        )
    columns = tuple(
        replace(column, shown=column.shown or (explain and column.name == "rule")) for column in ACTIONS.columns
    )
    return Report(
        command="actions-possible" if possible else "actions",
        version=__version__,
        sources=tuple(log.pack.source for log in logs),
        tables=(
            Table(
                layout=replace(ACTIONS, columns=columns),
                rows=tuple(action_row(entry, explain=explain) for entry in entries if wanted.takes(entry)),
            ),
            *(
                [
                    Table(
                        layout=POSSIBLE,
                        rows=tuple(possible_row(entry, explain=explain) for entry in doubtful if wanted.takes(entry)),
                    )
                ]
                if possible
                else []
            ),
        ),
        findings=tuple(finding for log in logs for finding in (*log.pack.findings, *log.findings)),
    )


def merge_into(report: Report, path: Path) -> Report:
    """Adds the new rows to an officer's log on disk; gives the report of what was added."""
    added = merge_rows(report.tables[0], path)
    return replace(report, tables=(replace(report.tables[0], rows=added),))


def action_row(entry: LogEntry, *, explain: bool = False) -> tuple[Value, ...]:
    """The cells of `ACTIONS`; with `explain` the rule is told with the features that decided."""
    return (*_cells(entry, explain=explain), *paper_cells(entry.quote))


def possible_row(entry: LogEntry, *, explain: bool = False) -> tuple[Value, ...]:
    """The cells of `POSSIBLE`."""
    return (*_cells(entry, explain=explain), f"{entry.probability:.2f}", *paper_cells(entry.quote))


def _cells(entry: LogEntry, *, explain: bool) -> tuple[Value, ...]:
    rule = f"{entry.rule} ({'; '.join(entry.why)})" if explain and entry.why else entry.rule
    return (
        entry.ref, entry.quote.item, entry.text, entry.kind.value, entry.owner, entry.requested_by, entry.due,
        entry.due_printed, entry.status.value, entry.meeting_date, entry.body, entry.about, rule,
    )  # fmt: skip
