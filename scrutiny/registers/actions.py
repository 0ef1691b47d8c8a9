"""Room `registers`: the action log.

Takes files and their `Pack`s, gives `LogEntry`s in date order: the actions of minutes, notices and logs, and the action
lists and next steps of reports; the doubtful ones apart. What a later paper reports as done, dropped or outstanding
changes the action it is about where there can be no doubt (`following`). How actions are found is the business of
`families/minutes`.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from scrutiny.families.minutes.answers import is_answers
from scrutiny.families.minutes.due import find_due
from scrutiny.families.minutes.facts import Action, ActionKind, LogRow, Minutes, Progress
from scrutiny.families.minutes.lists import find_listed_actions, worth_reading
from scrutiny.families.minutes.read import read_minutes
from scrutiny.families.minutes.recognise import is_proposed
from scrutiny.families.minutes.tables import find_logs, may_hold_log
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.pack import Document, DocumentKind, Pack
from scrutiny.paper import OpenPaper
from scrutiny.paper.quoting import quote_of, running_heads
from scrutiny.registers.following import Earlier, News, follow
from scrutiny.registers.heads import meeting_of_minutes
from scrutiny.sources import Quote
from scrutiny.tables import tables_on

READ_AS_MINUTES = frozenset({"minutes", "decision notice", "action log"})
"""Kinds of document whose sentences are read for decisions and actions."""

MAY_ANSWER = frozenset({"other", "supplement", "response", "questions", "appendix"})
"""Kinds of document that may hold questions and their answers."""


class Status(StrEnum):
    """Where an action stands as far as the papers say."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    OUTSTANDING = "outstanding"
    SUPERSEDED = "superseded"
    CLOSED = "closed"
    NOT_AN_ACTION = "not an action"
    """Never the tool's: an officer sets it, so that a row is kept out of the log for good without being deleted."""


STATUS_OF = {
    Progress.OPEN: Status.OPEN, Progress.IN_PROGRESS: Status.IN_PROGRESS, Progress.OUTSTANDING: Status.OUTSTANDING,
    Progress.SUPERSEDED: Status.SUPERSEDED, Progress.COMPLETED: Status.CLOSED,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One action. `about` is the ref of the earlier action that it reports on, where that is certain; `news` what a
    later paper says became of it."""

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
    probability: float = 1.0
    why: tuple[str, ...] = ()
    news: News | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The actions of a pack in page order, those that are possible, and what it says of earlier ones."""

    entries: tuple[LogEntry, ...]
    possible: tuple[LogEntry, ...]
    findings: tuple[Finding, ...]
    news: tuple[News, ...] = ()


def find_whole_log(source: OpenPaper, pack: Pack) -> Log:
    """The actions of a pack whose pages are at hand, in page order, and the possible ones."""
    entries: list[LogEntry] = []
    possible: list[LogEntry] = []
    findings: list[Finding] = []
    news: list[News] = []
    for document in pack.documents:
        if document.kind is DocumentKind.FRONT_SHEET:
            continue
        if is_read_as_minutes(pack, document):
            sure, doubtful, told = _minuted(source, pack, document)
            entries += sure
            possible += doubtful
            news += told
        else:
            listed, found = _listed(source, pack, document)
            entries += listed
            findings += found
            news += [_reported(entry) for entry in listed if entry.status in (Status.CLOSED, Status.SUPERSEDED)]
    return Log(
        entries=_with_refs(entries), possible=_with_refs(possible, mark="p"), findings=tuple(findings), news=tuple(news)
    )


def _reported(entry: LogEntry) -> News:
    """A row of a report's list of actions that is done, as news of the action it repeats."""
    done = Progress.COMPLETED if entry.status is Status.CLOSED else Progress.SUPERSEDED
    return News(
        text=entry.text,
        said=entry.quote.text,
        progress=done,
        date=entry.meeting_date,
        body=entry.body,
        quote=entry.quote,
    )


def is_read_as_minutes(pack: Pack, document: Document, *, answers: bool = True) -> bool:
    """Whether decisions and actions are read from a document: by its kind, or with `answers` for what they promise;
    never from one that by its heading is still to be decided."""
    kind = document.kind.value
    texts = pack.page_texts[document.pdf_first - 1 : document.pdf_last]
    if is_proposed(texts):
        return False
    if kind in READ_AS_MINUTES:
        return True
    return answers and kind in MAY_ANSWER and is_answers(texts)


def minutes_of(source: OpenPaper, pack: Pack, document: Document) -> tuple[Minutes, str | None, datetime.date | None]:
    """What a set of minutes holds, the body that met, and when; read once, whoever asks."""
    return source.once(f"minutes from {document.pdf_first}", lambda own: _read_minutes(own, pack, document))


def _read_minutes(
    source: OpenPaper, pack: Pack, document: Document
) -> tuple[Minutes, str | None, datetime.date | None]:
    first = source.document(document).blocks_on(document.pdf_first, document.pdf_first)
    body, date = meeting_of_minutes(first)
    minutes = read_minutes(
        source.open_pages(document.pdf_first, document.pdf_last),
        running_heads=running_heads(pack, document),
        meeting=date,
        answers=not is_read_as_minutes(pack, document, answers=False),
    )
    return minutes, body, date


def merge_logs(logs: Sequence[tuple[LogEntry, ...]], news: Sequence[News] = ()) -> tuple[LogEntry, ...]:
    """Several logs as one in date order; what later papers report changes what it is about, or is linked to it."""
    entries = sorted(
        (entry for log in logs for entry in log), key=lambda entry: entry.meeting_date or datetime.date.max
    )
    new = [entry for entry in entries if entry.kind is not ActionKind.OUTSTANDING]
    told = follow([earlier_of(entry) for entry in entries], news)
    about = {one.quote: ref for ref, one in told.items()}
    return tuple(_linked(_changed(entry, told.get(entry.ref)), new, about) for entry in entries)


def earlier_of(entry: LogEntry) -> Earlier:
    """The entry as an action that later papers may tell of."""
    return Earlier(
        ref=entry.ref, text=entry.text, printed=entry.quote.text, date=entry.meeting_date, body=entry.body,
        number=entry.quote.item, repeat=entry.kind is ActionKind.OUTSTANDING,
    )  # fmt: skip


def _changed(entry: LogEntry, one: News | None) -> LogEntry:
    return entry if one is None else replace(entry, status=STATUS_OF[one.progress], news=one)


def _minuted(source: OpenPaper, pack: Pack, document: Document) -> tuple[list[LogEntry], list[LogEntry], list[News]]:
    minutes, body, date = minutes_of(source, pack, document)
    held = date or pack.meeting.date
    news = [
        News(
            text=told.text, said=told.said, progress=told.progress, date=held, body=body or pack.meeting.body,
            quote=quote_of(pack, told.pages, told.said, document.item), number=told.number,
        )
        for told in minutes.told
    ]  # fmt: skip

    def entry(action: Action) -> LogEntry:
        return LogEntry(
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
            probability=action.probability,
            why=action.why,
        )

    return [entry(action) for action in minutes.actions], [entry(action) for action in minutes.possible], news


def _listed(source: OpenPaper, pack: Pack, document: Document) -> tuple[list[LogEntry], list[Finding]]:
    """The action lists and tables of actions of a report."""
    entries = list(_tabled(source, pack, document))
    pages = [n for n in document.pdf_pages if worth_reading(pack.page_texts[n - 1])]
    findings: list[Finding] = []
    read: set[int] = set()
    for page in pages:
        if page in read:
            continue
        last = min(page + 1, document.pdf_last)
        read.update((page, last))
        listed, missing = find_listed_actions(source.document(document).blocks_on(page, last))
        for action in listed:
            due_printed, due = find_due(action.text, pack.meeting.date)
            entries.append(
                _of_report(
                    pack, action.text, action.owner, due_printed, due,
                    status=Status.CLOSED if action.done else Status.OPEN, rule=f"listed under '{action.heading}'",
                    quote=quote_of(pack, action.pages, action.quote, document.item),
                )
            )  # fmt: skip
        findings += [
            Finding(
                code=FindingCode.NUMBERING_GAP,
                severity=Severity.WARNING,
                message=f"a list of actions goes from {gap.before.rstrip('.)')} to {gap.after.rstrip('.)')}",
                printed=gap.after.rstrip(".)"),
                quotes=(quote_of(pack, (gap.page,), gap.quote, document.item),),
            )
            for gap in missing
        ]
    return sorted(entries, key=lambda entry: entry.quote.pdf_page), findings


def _tabled(source: OpenPaper, pack: Pack, document: Document) -> Iterator[LogEntry]:
    """The rows of the tables of actions in a report."""
    wanted = [n for n in document.pdf_pages if may_hold_log(pack.page_texts[n - 1])]
    if not wanted or len(wanted) > MOST_TABLES:
        return
    pages = sorted({page for n in wanted for page in (n, min(n + 1, document.pdf_last))})
    tables = [found for n in pages for page in source.open_pages(n, n) for found in tables_on(page)]
    rows, _ = find_logs(tables)
    seen: set[tuple[int, str]] = set()
    for row in rows:
        if (row.page, row.text) in seen:
            continue
        seen.add((row.page, row.text))
        yield _of_report(
            pack, row.text, row.owner, row.due_printed, find_due(f"by {row.due_printed}", pack.meeting.date)[1],
            status=_status(row), rule="row of a table of actions",
            quote=quote_of(pack, (row.page,), row.text, document.item),
        )  # fmt: skip


MOST_TABLES = 30
"""Pages of one report that are looked at for tables of actions; a report with more is a plan, not a list to log."""


def _status(row: LogRow) -> Status:
    return STATUS_OF[row.progress]


def _of_report(
    pack: Pack, text: str, owner: str | None, due_printed: str | None, due: datetime.date | None, *, status: Status,
    rule: str, quote: Quote,
) -> LogEntry:  # fmt: skip
    return LogEntry(
        ref="", kind=ActionKind.COMMITMENT, text=text, owner=owner, requested_by=None, due_printed=due_printed, due=due,
        status=status, meeting_date=pack.meeting.date, body=pack.meeting.body, about=None, rule=rule, quote=quote,
    )  # fmt: skip


def _with_refs(entries: list[LogEntry], mark: str = "") -> tuple[LogEntry, ...]:
    """Refs are the meeting's date, the item and a count within it: 2022-01-07/6.3; "p" marks a possible one."""
    counts: dict[str, int] = {}
    numbered = []
    for entry in entries:
        date = entry.meeting_date.isoformat() if entry.meeting_date else "undated"
        base = f"{date}/{entry.quote.item or '-'}"
        counts[base] = counts.get(base, 0) + 1
        numbered.append(replace(entry, ref=f"{base}.{mark}{counts[base]}"))
    return tuple(numbered)


def _linked(entry: LogEntry, earlier: Sequence[LogEntry], about: dict[Quote, str]) -> LogEntry:
    """What is reported as outstanding, with the ref of the action it is about where exactly one fits."""
    if entry.kind is not ActionKind.OUTSTANDING:
        return entry
    if (ref := about.get(entry.quote)) is None:
        one = News(
            text=entry.quote.text, said=entry.quote.text, progress=Progress.OUTSTANDING, date=entry.meeting_date,
            body=entry.body, quote=entry.quote,
        )  # fmt: skip
        ref = next(iter(follow([earlier_of(each) for each in earlier], [one])), None)
    return replace(entry, about=ref)
