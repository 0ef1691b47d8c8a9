"""Room `registers`: the action log.

Takes files and their `Pack`s, gives `LogEntry`s in date order: the actions of minutes, notices and logs, and the
action lists and next steps of reports; the doubtful ones apart. What a later paper reports changes the action it is
about where there can be no doubt (`following`).
"""

import datetime
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.minutes.due import due_of, find_due
from scrutiny.families.minutes.facts import Action, ActionKind, LogRow, Minutes, Progress
from scrutiny.families.minutes.lists import find_listed_actions, worth_reading
from scrutiny.families.minutes.recognise import is_answers, is_proposed, marks_actions
from scrutiny.families.minutes.tables import find_logs, may_hold_log
from scrutiny.findings import Finding, FindingCode
from scrutiny.pack import DocumentKind, Pack
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument, running_heads
from scrutiny.paper.pages import PaperPages
from scrutiny.registers.following import Earlier, News, follow
from scrutiny.sources import Quote
from scrutiny.tables import tables_on

if TYPE_CHECKING:
    from scrutiny.families.minutes.read import Layout

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


class LogEntry(Struct, frozen=True, kw_only=True):
    """One action. `about` is the ref of the earlier action it reports on; `news` what a later paper says of it."""

    ref: str = ""
    kind: ActionKind
    text: str
    owner: str | None
    requested_by: str | None
    due_printed: str | None
    due: datetime.date | None
    status: Status
    meeting_date: datetime.date | None
    body: str | None
    about: str | None = None
    rule: str
    quote: Quote
    probability: float = 1.0
    why: tuple[str, ...] = ()
    news: News | None = None


class Log(Struct, frozen=True, kw_only=True):
    """The actions of a pack or a document in page order, those that are possible, and what it says of earlier ones."""

    entries: tuple[LogEntry, ...]
    possible: tuple[LogEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    news: tuple[News, ...] = ()


def find_whole_log(paper: OpenPaper) -> Log:
    """The actions of a paper in page order, and the possible ones."""
    documents = [each for each in paper.documents if each.document.kind is not DocumentKind.FRONT_SHEET]
    sets = [document for document in documents if is_read_as_minutes(document)]
    if len(sets) == 1:
        logs = _around_one_set(paper, documents, sets[0])
    else:
        logs = paper.share(documents, lambda each: _minuted(each) if each in sets else _listed(each))
    return Log(
        entries=_with_refs([entry for log in logs for entry in log.entries]),
        possible=_with_refs([entry for log in logs for entry in log.possible], mark="p"),
        findings=tuple(finding for log in logs for finding in log.findings),
        news=tuple(news for log in logs for news in log.news),
    )


def _around_one_set(paper: OpenPaper, documents: list[PaperDocument], one: PaperDocument) -> list[Log]:
    """The logs of documents of which one is a set of minutes, most of the work: its sentences are shared as well."""
    laid_out: list[Layout] = []
    others = [document for document in documents if document is not one]
    listed = iter(paper.share(others, _listed, lambda: laid_out.append(_lay_out(one))))
    minutes_of(one, *laid_out)
    return [_minuted(document) if document is one else next(listed) for document in documents]


def find_gaps(paper: OpenPaper) -> tuple[Finding, ...]:
    """What does not agree in the lists of actions of its reports; the minutes are not read for that."""
    reports = (
        document
        for document in paper.documents
        if document.document.kind is not DocumentKind.FRONT_SHEET and not is_read_as_minutes(document)
    )
    return tuple(finding for document in reports for finding in _in_lists(document)[1])


def _reported(entry: LogEntry) -> News:
    """A row of a report's list of actions that is done, as news of the action it repeats."""
    done = Progress.COMPLETED if entry.status is Status.CLOSED else Progress.SUPERSEDED
    return _news_of(entry, entry.text, done)


def _news_of(entry: LogEntry, text: str, progress: Progress) -> News:
    return News(
        text=text, said=entry.quote.text, progress=progress, date=entry.meeting_date, body=entry.body, quote=entry.quote
    )


def is_read_as_minutes(document: PaperDocument, *, answers: bool = True) -> bool:
    """Whether a document is read for actions: by its kind or for its `answers`; never what is still to be decided."""
    kind = document.document.kind.value
    if is_proposed(document.texts):
        return False
    if kind in READ_AS_MINUTES or (kind == "other" and marks_actions(document.texts)):
        return True
    return answers and kind in MAY_ANSWER and is_answers(document.texts)


def sets_of_minutes(paper: OpenPaper) -> list[PaperDocument]:
    """The documents that are read as minutes, but for those that may answer questions."""
    return [each for each in paper.documents if is_read_as_minutes(each, answers=False)]


def minutes_of(document: PaperDocument, laid_out: "Layout | None" = None) -> Minutes:
    """What a set of minutes holds; read once, whoever asks. `laid_out` where its pages have been read already."""

    def read(paper: PaperPages) -> Minutes:
        from scrutiny.families.minutes.read import read_minutes

        return read_minutes(
            laid_out or _lay_out(document), meeting=document.naming.date,
            answers=not is_read_as_minutes(document, answers=False), share=paper.share,
        )  # fmt: skip

    return document.paper.once(f"minutes from {document.document.pdf_first}", read)


def _lay_out(document: PaperDocument) -> "Layout":
    from scrutiny.families.minutes.read import lay_out

    own = document.document
    return lay_out(document.paper.pdf.pages(own.pdf_first, own.pdf_last), running_heads(document.pack, own))


def ready_for_minutes() -> None:
    """Imports what reads minutes, with its model, before it is asked for: most commands never do."""
    import scrutiny.families.minutes.read  # noqa: F401
    from scrutiny.families.minutes.model import shipped_model

    shipped_model()


def merge_logs(logs: Sequence[tuple[LogEntry, ...]], news: Sequence[News] = ()) -> tuple[LogEntry, ...]:
    """Several logs as one in date order; what later papers report changes what it is about, or is linked to it."""
    entries = sorted(
        (entry for log in logs for entry in log), key=lambda entry: entry.meeting_date or datetime.date.max
    )
    new = [entry for entry in entries if entry.kind is not ActionKind.OUTSTANDING]
    told = follow([earlier_of(entry) for entry in entries], news)
    about = {one.quote: ref for ref, one in told.items()}
    changed = (
        replace(entry, status=STATUS_OF[one.progress], news=one) if (one := told.get(entry.ref)) else entry
        for entry in entries
    )
    return tuple(_linked(entry, new, about) for entry in changed)


def earlier_of(entry: LogEntry) -> Earlier:
    """The entry as an action that later papers may tell of."""
    return Earlier(
        ref=entry.ref, text=entry.text, printed=entry.quote.text, date=entry.meeting_date, body=entry.body,
        number=entry.quote.item, repeat=entry.kind is ActionKind.OUTSTANDING,
    )  # fmt: skip


def _minuted(document: PaperDocument) -> Log:
    minutes, meeting = minutes_of(document), document.pack.meeting
    body, date = document.naming.body, document.naming.date
    news = [
        News(
            text=told.text, said=told.said, progress=told.progress, date=date or meeting.date,
            body=body or meeting.body, quote=document.quote_on(told.pages, told.said), number=told.number,
        )
        for told in minutes.told
    ]  # fmt: skip

    def entry(action: Action) -> LogEntry:
        return LogEntry(
            kind=action.kind, text=action.text, owner=action.owner, requested_by=action.requested_by,
            due_printed=action.due_printed, due=action.due,
            status=Status.OUTSTANDING if action.kind is ActionKind.OUTSTANDING else Status.OPEN,
            meeting_date=date, body=body, rule=action.rule, probability=action.probability, why=action.why,
            quote=document.quote_on(action.pages, action.quote, action.item),
        )  # fmt: skip

    return Log(
        entries=tuple(map(entry, minutes.actions)), possible=tuple(map(entry, minutes.possible)), news=tuple(news)
    )


def _listed(document: PaperDocument) -> Log:
    """The action lists and tables of actions of a report."""
    listed, findings = _in_lists(document)
    entries = sorted((*_tabled(document), *listed), key=lambda entry: entry.quote.pdf_page)
    done = (entry for entry in entries if entry.status in (Status.CLOSED, Status.SUPERSEDED))
    return Log(entries=tuple(entries), findings=tuple(findings), news=tuple(map(_reported, done)))


def _in_lists(document: PaperDocument) -> tuple[list[LogEntry], list[Finding]]:
    """The action lists of a report, and what does not agree in their numbers."""
    entries: list[LogEntry] = []
    findings: list[Finding] = []
    read: set[int] = set()
    for page in document.pages_with(worth_reading):
        if page in read:
            continue
        last = min(page + 1, document.document.pdf_last)
        read.update((page, last))
        listed, missing = find_listed_actions(document.blocks_on(page, last))
        for action in listed:
            due_printed, due = find_due(action.text, document.pack.meeting.date)
            entries.append(
                _of_report(
                    document.pack, action.text, action.owner, due_printed, due,
                    status=Status.CLOSED if action.done else Status.OPEN, rule=f"listed under '{action.heading}'",
                    quote=document.quote_on(action.pages, action.quote),
                )
            )  # fmt: skip
        findings += [
            Finding.at(
                document.quote_on((gap.page,), gap.quote),
                FindingCode.NUMBERING_GAP,
                f"a list of actions goes from {gap.before.rstrip('.)')} to {gap.after.rstrip('.)')}",
                printed=gap.after.rstrip(".)"),
            )
            for gap in missing
        ]
    return entries, findings


def _tabled(document: PaperDocument) -> Iterator[LogEntry]:
    """The rows of the tables of actions in a report."""
    wanted = document.pages_with(may_hold_log)
    if not wanted or len(wanted) > MOST_TABLES:
        return
    pages = sorted({page for n in wanted for page in (n, min(n + 1, document.document.pdf_last))})
    tables = [found for n in pages for page in document.paper.pdf.pages(n, n) for found in tables_on(page)]
    once: dict[tuple[int, str], LogRow] = {}
    for row in find_logs(tables, "\n".join(document.texts))[0]:
        once.setdefault((row.page, row.text), row)
    for row in once.values():
        due = due_of(row.due_printed or "", document.pack.meeting.date)
        yield _of_report(
            document.pack, row.text, row.owner, row.due_printed, due, status=STATUS_OF[row.progress],
            rule="row of a table of actions", quote=document.quote_on((row.page,), row.text),
            kind=ActionKind.AGREED if row.accepted else ActionKind.COMMITMENT,
        )  # fmt: skip


MOST_TABLES = 30
"""Pages of one report that are looked at for tables of actions; a report with more is a plan, not a list to log."""


def _of_report(
    pack: Pack, text: str, owner: str | None, due_printed: str | None, due: datetime.date | None, *, status: Status,
    rule: str, quote: Quote, kind: ActionKind = ActionKind.COMMITMENT,
) -> LogEntry:  # fmt: skip
    return LogEntry(
        kind=kind, text=text, owner=owner, requested_by=None, due_printed=due_printed, due=due,
        status=status, meeting_date=pack.meeting.date, body=pack.meeting.body, rule=rule, quote=quote,
    )  # fmt: skip


def _with_refs(entries: Sequence[LogEntry], mark: str = "") -> tuple[LogEntry, ...]:
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
        one = _news_of(entry, entry.quote.text, Progress.OUTSTANDING)
        ref = next(iter(follow([earlier_of(each) for each in earlier], [one])), None)
    return replace(entry, about=ref)
