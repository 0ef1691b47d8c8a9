"""Family `minutes`: its place in the list of families."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from scrutiny.checks.model import Checked, Counted, Explained
from scrutiny.families.family import (
    BriefSection,
    Discretion,
    Family,
    Gap,
    RankedChapter,
    Redactable,
    checked_of,
    for_people,
    page_columns,
    points_of,
)
from scrutiny.families.minutes.view import ACTIONS, action_rows
from scrutiny.language.dates import print_day
from scrutiny.language.phrases import count_of
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument
from scrutiny.registers.actions import (
    Log,
    LogEntry,
    Status,
    find_gaps,
    find_whole_log,
    is_read_as_minutes,
    sets_of_minutes,
)
from scrutiny.sheets.model import Chapter, Layout, Point


class Minutes(Family):
    """Actions of minutes and reports."""

    name = "minutes"
    checks: ClassVar[dict[str, Explained]] = {
        "action-lists": Explained(
            compares="The numbers of lists of actions with their order, as `actions` does.",
            example="a list of actions goes from 4 to 6",
            counts=Counted.LIST,
        )
    }
    redactables = (Redactable(name="actions", meaning="what is still open"),)

    @property
    def layouts(self) -> tuple[Layout, ...]:
        return (ACTIONS.layout,)

    def read(self, paper: OpenPaper) -> Log:
        """The actions of the paper in page order, the possible ones, and what does not agree in its lists of them."""
        return paper.once(self.name, find_whole_log)

    def check(self, paper: OpenPaper) -> Iterator[Checked]:
        for finding in find_gaps(paper):
            yield checked_of("action-lists", finding)

    def takes_apart(self, paper: OpenPaper) -> list[PaperDocument]:
        return sets_of_minutes(paper)

    def section(self, paper: OpenPaper, discretion: Discretion) -> BriefSection:
        log = self.read(paper)
        minuted = {page for d in paper.documents if is_read_as_minutes(d) for page in d.document.pdf_pages}
        still_open = [
            entry
            for entry in log.entries
            if entry.quote.pdf_page in minuted and entry.status not in (Status.CLOSED, Status.SUPERSEDED)
        ]
        gaps = []
        if minuted and not still_open:
            what = "No open actions in the minutes: looked for what somebody undertook to do."
            gaps.append(Gap(part="actions", message=what))
        shown = () if discretion.leaves("actions") else discretion.rows(still_open, "action")
        table = ACTIONS.table(action_rows(shown))
        people = for_people(
            table, "What the minutes say is to be done", "item", "text", "owner", "requested_by", "due", "due_printed",
            "status", *page_columns(table),
        )  # fmt: skip
        chapter = Chapter(heading="Still open from the last meeting", tables=(people,))
        return BriefSection(
            tables=(table,),
            chapters=(RankedChapter(rank=20, chapter=chapter),) if shown else (),
            front=_front(shown),
            glance=(Point(text=f"{count_of(len(shown), 'action')} still open from the last meeting."),)
            if shown
            else (),
            gaps=tuple(gaps),
            findings=log.findings,
        )


def _front(still_open: Sequence[LogEntry]) -> tuple[RankedChapter, ...]:
    """The open actions in short, each with who is to act and by when."""
    if not still_open:
        return ()
    lines = []
    for entry in still_open:
        due = entry.due_printed or (print_day(entry.due) if entry.due else None)
        who = ", ".join(part for part in (entry.owner, f"by {due}" if due and not entry.due_printed else due) if part)
        lines.append((f"{entry.text}{f' ({who})' if who else ''}", entry.quote))
    chapter = Chapter(heading="Actions still open", points=points_of(lines, "action"))
    return (RankedChapter(rank=20, chapter=chapter),)


MINUTES = Minutes()
