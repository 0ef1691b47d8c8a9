"""Family `recommendations`: the rows of the register, of its tracker, of what became of it, and of remarks on it."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Annotated

from msgspec import Struct

from scrutiny.registers.lint import lint
from scrutiny.registers.outcomes import OutcomeKind, find_outcomes
from scrutiny.registers.recommendations import Entry, EntryKind
from scrutiny.registers.tracking import Tracked
from scrutiny.sheets.rows import PAGES, Cell, Item, Sheet
from scrutiny.sources import Quote


class RecommendationRow(Struct, frozen=True, kw_only=True):
    """A recommendation or a resolution."""

    ref: Annotated[str, Cell("Ref", "the same in every run on the same file")]
    item: Annotated[str | None, Cell("Item", "the agenda or minute item's number as printed", shown=False)]
    kind: Annotated[EntryKind, Cell("Kind", wide=True)]
    number_printed: Annotated[str | None, Cell("No.", "number or letter as printed")]
    text: Annotated[str, Cell("Text", "with the lead-in it needs to be read alone")]
    lead_in: Annotated[str | None, Cell("Lead-in", shown=False)]
    addressed_to: Annotated[str | None, Cell("Addressed to", "who is to act, as printed")]
    report: Annotated[str, Cell("Report", shown=False)]
    author: Annotated[str | None, Cell("Author", "as printed; for resolutions the body that resolved", shown=False)]
    parts: Annotated[int, Cell("Parts", "parts of a resolution", shown=False)]
    meeting_date: Annotated[datetime.date | None, Cell("Meeting", shown=False)]
    repeat_of: Annotated[str | None, Cell("Repeats", "ref of the first one that says the same", wide=True)]
    quote: Annotated[Quote, PAGES]


class OutcomeRow(Struct, frozen=True, kw_only=True):
    """What became of a recommendation."""

    ref: Annotated[str, Cell("Ref")]
    item: Item
    number_printed: Annotated[str | None, Cell("No.", "number or letter as printed")]
    text: Annotated[str, Cell("Recommended")]
    outcome: Annotated[OutcomeKind, Cell("Outcome")]
    changes: Annotated[str | None, Cell("Changed words", "[-taken out-] and [+put in+]")]
    resolved: Annotated[str | None, Cell("Resolved", "the resolution, verbatim", shown=False)]
    minutes_file: Annotated[str | None, Cell("Minutes", shown=False)]
    minutes_item: Annotated[str | None, Cell("Minute", "number of the minute as printed", shown=False)]
    minutes_page: Annotated[str | None, Cell("Minutes page")]
    minutes_pdf_page: Annotated[int | None, Cell("Minutes PDF page", shown=False)]
    quote: Annotated[Quote, PAGES]


class TrackerRow(Struct, frozen=True, kw_only=True):
    """What the committee recommended to somebody else, in the columns of a council's tracker."""

    reference: Annotated[str, Cell("Reference")]
    origin: Annotated[str, Cell("Origin", "the report")]
    date: Annotated[datetime.date | None, Cell("Date", "of the meeting")]
    area: Annotated[str | None, Cell("Area", "the committee")]
    recommendation: Annotated[str, Cell("Recommendation")]
    lead_officer: Annotated[str | None, Cell("Lead officer", "for the officer to fill in")]
    action_taken: Annotated[str | None, Cell("Action taken", "for the officer to fill in")]
    status: Annotated[str, Cell("Status")]
    response_due: Annotated[
        datetime.date | None,
        Cell("Response due", "the date printed; else, of the executive, two months after the meeting"),
    ]
    addressed_to: Annotated[str | None, Cell("To", "who is to respond, as printed")]
    item: Item
    quote: Annotated[Quote, PAGES]


class RemarkRow(Struct, frozen=True, kw_only=True):
    """What makes a recommendation hard to follow up."""

    ref: Annotated[str, Cell("Ref")]
    item: Item
    number_printed: Annotated[str | None, Cell("No.")]
    rule: Annotated[str, Cell("Rule", choices=("no actor", "no action", "two in one", "no date"))]
    remark: Annotated[str, Cell("Remark")]
    text: Annotated[str, Cell("Recommendation")]
    quote: Annotated[Quote, PAGES]


REGISTER = Sheet(row=RecommendationRow, name="recommendations", caption="Recommendations and resolutions")
OUTCOMES = Sheet(row=OutcomeRow, name="outcomes", caption="What became of the recommendations")
TRACKER = Sheet(row=TrackerRow, name="tracker", caption="Recommendation tracker")
REMARKS = Sheet(row=RemarkRow, name="remarks", caption="Remarks on the recommendations")


def recommendation_rows(entries: Iterable[Entry]) -> list[RecommendationRow]:
    """A row for each entry of the register."""
    return [REGISTER.row_of(entry, parts=len(entry.parts)) for entry in entries]


def outcome_rows(entries: Sequence[Entry], minutes: Sequence[Entry]) -> list[OutcomeRow]:
    """What the minutes made of each recommendation."""
    rows = []
    for outcome in find_outcomes(tuple(entries), tuple(minutes)):
        entry, answer = outcome.recommendation, outcome.resolution
        there = answer.quote if answer else None
        rows.append(
            OUTCOMES.row_of(
                entry, outcome=outcome.kind, changes=outcome.changes, resolved=answer.text if answer else None,
                minutes_file=there.file if there else None, minutes_item=there.item if there else None,
                minutes_page=there.page_label if there else None, minutes_pdf_page=there.pdf_page if there else None,
            )
        )  # fmt: skip
    return rows


def tracker_rows(tracked: Iterable[Tracked], area: str | None) -> list[TrackerRow]:
    """What one committee recommended to others; `area` is its name, where the paper tells it."""
    return [
        TrackerRow(
            reference=each.ref, origin=each.entry.report, date=each.entry.meeting_date, area=area,
            recommendation=each.text, lead_officer=None, action_taken=None, status="awaiting response",
            response_due=each.response_due(area),
            addressed_to=each.addressed_to, item=each.entry.quote.item, quote=each.entry.quote,
        )
        for each in tracked
    ]  # fmt: skip


def remark_rows(entries: Sequence[Entry]) -> list[RemarkRow]:
    """What makes each recommendation hard to follow up."""
    return [REMARKS.row_of(remark.entry, rule=remark.rule, remark=remark.remark) for remark in lint(tuple(entries))]
