"""Family `minutes`: the rows of the action log."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from scrutiny.minutes import ActionKind
from scrutiny.registers.actions import LogEntry, Status
from scrutiny.sheets.rows import PAGES, Cell, Sheet
from scrutiny.sources import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action of the log."""

    ref: Annotated[str, Cell("Ref", "the same in every run on the same file")]
    item: Annotated[str | None, Cell("Item", "the minute or agenda item's number as printed", shown=False)]
    text: Annotated[str, Cell("Action", "as an instruction")]
    kind: Annotated[ActionKind, Cell("Kind", wide=True)]
    owner: Annotated[str | None, Cell("Owner", "as printed")]
    requested_by: Annotated[str | None, Cell("Asked by", "as printed", wide=True)]
    due: Annotated[datetime.date | None, Cell("Due", "where it follows from the paper for certain", wide=True)]
    due_printed: Annotated[str | None, Cell("Due as printed")]
    status: Annotated[Status, Cell("Status", wide=True)]
    meeting_date: Annotated[datetime.date | None, Cell("Meeting", shown=False)]
    body: Annotated[str | None, Cell("Body", shown=False)]
    about: Annotated[str | None, Cell("About", "ref of the earlier action it reports on", shown=False)]
    rule: Annotated[str, Cell("Rule", "the rule that found it", shown=False)]
    quote: Annotated[Quote, PAGES]


ACTIONS = Sheet(row=ActionRow, name="actions", caption="Action log")


def action_rows(entries: Iterable[LogEntry]) -> list[ActionRow]:
    """A row for each entry of the log."""
    return [
        ActionRow(
            ref=entry.ref, item=entry.quote.item, text=entry.text, kind=entry.kind, owner=entry.owner,
            requested_by=entry.requested_by, due=entry.due, due_printed=entry.due_printed, status=entry.status,
            meeting_date=entry.meeting_date, body=entry.body, about=entry.about, rule=entry.rule, quote=entry.quote,
        )
        for entry in entries
    ]  # fmt: skip
