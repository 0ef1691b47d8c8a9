"""Room `cli`: the rows of `actions`."""

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny import __version__
from scrutiny.cli.actions import KINDS
from scrutiny.cli.layouts import ACTIONS
from scrutiny.cli.packreports import load_pack, nothing_in, paper_cells
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import UsageError
from scrutiny.findings import Finding
from scrutiny.pack import DocumentKind, Pack
from scrutiny.registers.actions import LogEntry, merge_logs, read_actions
from scrutiny.sheets.merging import merge_rows
from scrutiny.sheets.model import Report, Table, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The actions of one file."""

    pack: Pack
    entries: tuple[LogEntry, ...]
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


def load_log(
    file: Path, *, password: str | None, timeout: float | None, quiet: bool, include_exempt: bool = False
) -> Log:
    """The file's actions, within its time budget."""
    pack = load_pack(file, password=password, timeout=timeout, quiet=quiet, include_exempt=include_exempt)
    with time_budget(file, timeout):
        entries, findings = read_actions(file, pack, password=password)
    return Log(pack=pack, entries=entries, findings=findings)


def log_report(logs: list[Log], wanted: Filter, *, explain: bool = False) -> Report:
    """One log in date order. Raises `NothingFoundError` when the files hold neither minutes nor actions."""
    entries = merge_logs([log.entries for log in logs])
    minutes = any(document.kind is DocumentKind.MINUTES for log in logs for document in log.pack.documents)
    if not entries and not minutes:
        names = ", ".join(log.pack.source.file for log in logs)
        raise nothing_in(
            [log.pack for log in logs],
            f"no minutes and no list of actions in {names}",
            advice='Looked for minutes, and in reports for lists headed "Actions" or "Next steps".',
        )
    columns = tuple(
        replace(column, shown=column.shown or (explain and column.name == "rule")) for column in ACTIONS.columns
    )
    return Report(
        command="actions",
        version=__version__,
        sources=tuple(log.pack.source for log in logs),
        tables=(
            Table(
                layout=replace(ACTIONS, columns=columns),
                rows=tuple(action_row(entry) for entry in entries if wanted.takes(entry)),
            ),
        ),
        findings=tuple(finding for log in logs for finding in (*log.pack.findings, *log.findings)),
    )


def merge_into(report: Report, path: Path) -> Report:
    """Adds the new rows to an officer's log on disk; gives the report of what was added."""
    added = merge_rows(report.tables[0], path)
    return replace(report, tables=(replace(report.tables[0], rows=added),))


def action_row(entry: LogEntry) -> tuple[Value, ...]:
    """The cells of `ACTIONS`."""
    return (
        entry.ref, entry.quote.item, entry.text, entry.kind.value, entry.owner, entry.requested_by, entry.due,
        entry.due_printed, entry.status.value, entry.meeting_date, entry.body, entry.about, entry.rule,
        *paper_cells(entry.quote),
    )  # fmt: skip
