"""Family `minutes`: the report of its own command, `actions`: one log over several papers."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny import __version__
from scrutiny.errors import UsageError
from scrutiny.families.minutes.family import MINUTES
from scrutiny.families.minutes.view import ACTIONS, action_rows
from scrutiny.findings import Finding
from scrutiny.minutes import ActionKind
from scrutiny.pack import DocumentKind, Pack, nothing_in
from scrutiny.paper import OpenPaper
from scrutiny.registers.actions import LogEntry, merge_logs
from scrutiny.sheets.merging import merge_rows
from scrutiny.sheets.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The actions of one paper."""

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
    entries, findings = MINUTES.read(paper)
    return Log(pack=paper.pack, entries=entries, findings=findings)


def log_report(logs: Sequence[Log], wanted: Filter, *, explain: bool = False) -> Report:
    """One log in date order. Raises `NothingFoundError` when the papers hold neither minutes nor actions."""
    entries = merge_logs([log.entries for log in logs])
    minutes = any(document.kind is DocumentKind.MINUTES for log in logs for document in log.pack.documents)
    if not entries and not minutes:
        names = ", ".join(log.pack.source.file for log in logs)
        raise nothing_in(
            (log.pack for log in logs),
            f"no minutes and no list of actions in {names}",
            advice='Looked for minutes, and in reports for lists headed "Actions" or "Next steps".',
        )
    shown = [column.name for column in ACTIONS.layout.columns if column.shown or (explain and column.name == "rule")]
    rows = action_rows(entry for entry in entries if wanted.takes(entry))
    return Report(
        command="actions",
        version=__version__,
        sources=tuple(log.pack.source for log in logs),
        tables=(ACTIONS.table(rows, shown=shown),),
        findings=tuple(finding for log in logs for finding in (*log.pack.findings, *log.findings)),
    )


def merge_into(report: Report, path: Path) -> Report:
    """Adds the new rows to an officer's log on disk; gives the report of what was added."""
    table = report.tables[0]
    return replace(report, tables=(replace(table, rows=merge_rows(table, path)),))
