"""Family `minutes`: the rows of the action log."""

import datetime
import re
from collections.abc import Iterable
from typing import Annotated

from msgspec import Struct

from scrutiny.families.minutes.facts import ActionKind
from scrutiny.families.minutes.labels import HEADINGS
from scrutiny.language.patterns import pattern_of
from scrutiny.registers.actions import LogEntry, Status
from scrutiny.registers.following import News
from scrutiny.sheets.model import Row
from scrutiny.sheets.rows import PAGES, Cell, Sheet
from scrutiny.sources import Quote

_REF = pattern_of(r"^(?:action\s+)?ref(?:erence)?(?:\s+no)?$", re.IGNORECASE)


class ActionRow(Struct, frozen=True, kw_only=True):
    """An action of the log."""

    ref: Annotated[str, Cell("Ref", "the same in every run on the same file", also=_REF)]
    item: Annotated[str | None, Cell("Item", "the minute or agenda item's number as printed", shown=False)]
    text: Annotated[str, Cell("Action", "as an instruction", also=HEADINGS["action"])]
    kind: Annotated[ActionKind, Cell("Kind", wide=True)]
    owner: Annotated[str | None, Cell("Owner", "as printed", also=HEADINGS["owner"])]
    requested_by: Annotated[str | None, Cell("Asked by", "as printed", wide=True)]
    due: Annotated[datetime.date | None, Cell("Due", "where it follows from the paper for certain", wide=True)]
    due_printed: Annotated[str | None, Cell("Due as printed", also=HEADINGS["due"])]
    status: Annotated[Status, Cell("Status", wide=True, also=HEADINGS["status"])]
    meeting_date: Annotated[datetime.date | None, Cell("Meeting", shown=False)]
    body: Annotated[str | None, Cell("Body", shown=False)]
    about: Annotated[str | None, Cell("About", "ref of the earlier action it reports on", shown=False)]
    rule: Annotated[str, Cell("Rule", "the rule that found it", shown=False)]
    quote: Annotated[Quote, PAGES]
    update: Annotated[str | None, Cell("Update", "what a later paper says of it, as printed", shown=False)]
    updated: Annotated[datetime.date | None, Cell("Updated", "the day of that paper's meeting", shown=False)]
    update_file: Annotated[str | None, Cell("Update in", "the file that says so", shown=False)]
    update_page: Annotated[int | None, Cell("Update on", "its PDF page", shown=False)]


class PossibleRow(ActionRow, frozen=True, kw_only=True):
    """A doubtful action, which is not in the log."""

    probability: Annotated[str, Cell("Likely", "how likely it is an action, from 0 to 1")]


ACTIONS = Sheet(row=ActionRow, name="actions", caption="Action log")
POSSIBLE = Sheet(row=PossibleRow, name="possible", caption="Possible actions, not in the log")


def action_rows(entries: Iterable[LogEntry], *, explain: bool = False) -> list[ActionRow]:
    """A row for each entry of the log; with `explain` the rule is given with the features that decided."""
    return [ACTIONS.row_of(entry, rule=_rule(entry, explain), **updated_by(entry.news)) for entry in entries]


def possible_rows(entries: Iterable[LogEntry], *, explain: bool = False) -> list[PossibleRow]:
    """A row for each doubtful action."""
    return [
        POSSIBLE.row_of(
            entry, rule=_rule(entry, explain), probability=f"{entry.probability:.2f}", **updated_by(entry.news)
        )
        for entry in entries
    ]


def _rule(entry: LogEntry, explain: bool) -> str:
    return f"{entry.rule} ({'; '.join(entry.why)})" if explain and entry.why else entry.rule


def updated_by(news: News | None) -> Row:
    """The fields of a row that say what a later paper says of an action, and where."""
    if news is None:
        return dict.fromkeys(("update", "updated", "update_file", "update_page"))
    where = news.quote
    return {"update": news.said, "updated": news.date, "update_file": where.file, "update_page": where.pdf_page}
