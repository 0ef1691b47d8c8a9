"""Room `registers`: the action log.

Takes files and their `Pack`s, gives `LogEntry`s in date order: the actions of their minutes, and the action lists
and next steps of their reports. An action that a later meeting reports as done or outstanding names the one it
is about where there can be no doubt.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.minutes import ActionKind, find_actions, find_items
from scrutiny.minutes.due import find_due
from scrutiny.pack import Document, Pack, open_paper
from scrutiny.registers.heads import meeting_of_minutes
from scrutiny.registers.reading import PageSource, quote_of, read_blocks, read_documents
from scrutiny.reports.actions import find_listed_actions, worth_reading
from scrutiny.sources import Quote


class Status(StrEnum):
    """Where an action stands as far as the papers say."""

    OPEN = "open"
    OUTSTANDING = "outstanding"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One action. `about` is the ref of the earlier action that it reports on, where that is certain."""

    ref: str
    kind: ActionKind
    text: str
    owner: str | None
    requested_by: str | None
    due_printed: str | None
    due: datetime.date | None
    status: Status
    meeting_date: datetime.date | None
    body: str | None
    about: str | None
    rule: str
    quote: Quote


def read_actions(
    path: Path, pack: Pack, *, password: str | None = None
) -> tuple[tuple[LogEntry, ...], tuple[Finding, ...]]:
    """The actions in the file, in page order. Raises `InputError` as `read_pdf` does."""
    with open_paper(path, pack, password=password) as pdf:
        return find_log(pdf, pack)


def find_log(source: PageSource, pack: Pack) -> tuple[tuple[LogEntry, ...], tuple[Finding, ...]]:
    """The actions of a pack whose pages are at hand, in page order."""
    entries, findings = read_documents(source, pack, _minuted, _listed)
    return _with_refs(entries), findings


def merge_logs(logs: list[tuple[LogEntry, ...]]) -> tuple[LogEntry, ...]:
    """Several logs as one in date order; what later meetings report is linked to what it is about."""
    entries = sorted(
        (entry for log in logs for entry in log), key=lambda entry: entry.meeting_date or datetime.date.max
    )
    return tuple(_link(entry, entries) for entry in entries)


def _minuted(source: PageSource, pack: Pack, document: Document) -> Iterator[LogEntry]:
    blocks = read_blocks(source, pack, document, document.pdf_first, document.pdf_last)
    body, date = meeting_of_minutes(blocks)
    for action in find_actions(find_items(blocks), date):
        yield LogEntry(
            ref="",
            kind=action.kind,
            text=action.text,
            owner=action.owner,
            requested_by=action.requested_by,
            due_printed=action.due_printed,
            due=action.due,
            status=Status.OUTSTANDING if action.kind is ActionKind.OUTSTANDING else Status.OPEN,
            meeting_date=date,
            body=body,
            about=None,
            rule=action.rule,
            quote=quote_of(pack, action.pages, action.quote, action.item or document.item),
        )


def _listed(source: PageSource, pack: Pack, document: Document) -> tuple[list[LogEntry], list[Finding]]:
    pages = [n for n in document.pdf_pages if worth_reading(pack.page_texts[n - 1])]
    entries: list[LogEntry] = []
    findings: list[Finding] = []
    read: set[int] = set()
    for page in pages:
        if page in read:
            continue
        last = min(page + 1, document.pdf_last)
        read.update((page, last))
        listed, missing = find_listed_actions(read_blocks(source, pack, document, page, last))
        for action in listed:
            due_printed, due = find_due(action.text, pack.meeting.date)
            entries.append(
                LogEntry(
                    ref="",
                    kind=ActionKind.COMMITMENT,
                    text=action.text,
                    owner=action.owner,
                    requested_by=None,
                    due_printed=due_printed,
                    due=due,
                    status=Status.CLOSED if action.done else Status.OPEN,
                    meeting_date=pack.meeting.date,
                    body=pack.meeting.body,
                    about=None,
                    rule=f"listed under '{action.heading}'",
                    quote=quote_of(pack, action.pages, action.quote, document.item),
                )
            )
        findings += [
            Finding(
                code=FindingCode.NUMBERING_GAP,
                severity=Severity.WARNING,
                message=f"a list of actions goes from {gap.before} to {gap.after}",
                printed=gap.after,
                quotes=(quote_of(pack, (gap.page,), gap.quote, document.item),),
            )
            for gap in missing
        ]
    return entries, findings


def _with_refs(entries: list[LogEntry]) -> tuple[LogEntry, ...]:
    """Refs are the meeting's date, the item and a count within it: 2022-01-07/6.3."""
    counts: dict[str, int] = {}
    numbered = []
    for entry in entries:
        date = entry.meeting_date.isoformat() if entry.meeting_date else "undated"
        base = f"{date}/{entry.quote.item or '-'}"
        counts[base] = counts.get(base, 0) + 1
        numbered.append(replace(entry, ref=f"{base}.{counts[base]}"))
    return tuple(numbered)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower())) - _COMMON


_COMMON = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "been",
        "were",
        "would",
        "could",
        "members",
        "committee",
        "action",
        "actions",
        "outstanding",
        "related",
        "report",
        "meeting",
        "information",
        "provided",
        "provide",
    ]
)

CERTAIN = 0.6
"""Share of the words of the later report that must stand in one earlier action, and in no other nearly so."""


def _link(entry: LogEntry, entries: list[LogEntry]) -> LogEntry:
    """The entry, with the earlier action it reports on where exactly one fits."""
    if entry.kind is not ActionKind.OUTSTANDING:
        return entry
    own = _words(entry.quote.text)
    earlier = [
        other
        for other in entries
        if other.kind is not ActionKind.OUTSTANDING
        and other.meeting_date is not None
        and entry.meeting_date is not None
        and other.meeting_date < entry.meeting_date
    ]
    scores = sorted(
        ((len(own & _words(other.quote.text)) / max(len(own), 1), other.ref) for other in earlier), reverse=True
    )
    if scores and scores[0][0] >= CERTAIN and (len(scores) == 1 or scores[1][0] < scores[0][0] - 0.2):
        return replace(entry, about=scores[0][1])
    return entry
