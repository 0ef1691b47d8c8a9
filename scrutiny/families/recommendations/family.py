"""Family `recommendations`: its place in the list of families."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec.structs import replace

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
from scrutiny.families.recommendations.view import REGISTER, recommendation_rows
from scrutiny.findings import Finding
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import count_of
from scrutiny.pack import DocumentKind
from scrutiny.paper import OpenPaper
from scrutiny.paper.document import PaperDocument
from scrutiny.registers.actions import is_read_as_minutes, sets_of_minutes
from scrutiny.registers.recommendations import Entry, EntryKind, find_disorder, find_entries
from scrutiny.sheets.model import Chapter, Layout, Point, Table


class Recommendations(Family):
    """Recommendations of reports and resolutions of minutes."""

    name = "recommendations"
    checks: ClassVar[dict[str, Explained]] = {
        "recommendation-lists": Explained(
            compares="The numbers of recommendations with their order, as `recs` does.",
            example="recommendation 5 stands between 2 and 3",
            counts=Counted.LIST,
        )
    }
    redactables = (
        Redactable(name="resolutions", meaning="what was resolved"),
        Redactable(name="recommendations", meaning="what the reports recommend"),
    )

    @property
    def layouts(self) -> tuple[Layout, ...]:
        return (REGISTER.layout,)

    def read(self, paper: OpenPaper) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
        """Every recommendation and resolution of the paper, and what does not agree in their numbers."""
        return paper.once(self.name, find_entries)

    def check(self, paper: OpenPaper) -> Iterator[Checked]:
        for finding in find_disorder(paper):
            yield checked_of("recommendation-lists", finding)

    def takes_apart(self, paper: OpenPaper) -> list[PaperDocument]:
        return sets_of_minutes(paper)

    def section(self, paper: OpenPaper, discretion: Discretion) -> BriefSection:
        entries, findings = self.read(paper)
        minutes = any(is_read_as_minutes(document, answers=False) for document in paper.documents)
        resolved = [entry for entry in entries if entry.kind is EntryKind.RESOLUTION]
        recommended = _once(entries, discretion)
        gaps = []
        if not minutes:
            what = "No minutes of an earlier meeting, so nothing on what was resolved or is open."
            gaps.append(Gap(part="minutes", message=what))
        elif not resolved:
            what = 'No resolutions in the minutes: looked for "Resolved" and "agreed".'
            gaps.append(Gap(part="resolutions", message=what))
        if not recommended:
            what = (
                'No recommendations: looked for headings of them, for lists below "The Board is asked to:" and the like, '
                'and for "Recommendation 1:".'
            )
            gaps.append(Gap(part="recommendations", message=what))
        decisions = () if discretion.leaves("resolutions") else discretion.rows(resolved, "resolution")
        asks = () if discretion.leaves("recommendations") else discretion.rows(recommended, "recommendation")
        glance = []
        own = _of_the_meeting(asks, paper)
        if asks:
            reports = count_of(len({(entry.quote.item, entry.report) for entry in own}), "report")
            counted = [f"{count_of(len(own), 'recommendation')} in {reports}"] if own else []
            if rest := len(asks) - len(own):
                counted.append(
                    f"{count_of(rest, 'more recommendation' if own else 'recommendation')} in appended papers"
                )
            glance.append(Point(text=f"{', '.join(counted)}."))
        return BriefSection(
            tables=(REGISTER.table(recommendation_rows((*asks, *decisions))),),
            front=tuple(_front(decisions, own)),
            chapters=tuple(_chapters(decisions, asks)),
            glance=tuple(glance),
            gaps=tuple(gaps),
            findings=findings,
        )


def _of_the_meeting(asks: Sequence[Entry], paper: OpenPaper) -> list[Entry]:
    """What the reports of this meeting ask of the committee; an appended paper, and minutes, recommend to others."""
    appended = {
        page
        for d in paper.pack.documents
        if d.kind is DocumentKind.MINUTES or not (d.main or d.kind is DocumentKind.REPORT)
        for page in d.pdf_pages
    }
    return [entry for entry in asks if entry.quote.pdf_page not in appended]


def _front(decisions: Sequence[Entry], own: Sequence[Entry]) -> Iterator[RankedChapter]:
    """The decisions in short, and what the reports of this meeting ask for; the rest stands in the annex."""
    if decisions:
        points = points_of(((in_short(entry), entry.quote) for entry in decisions), "decision")
        yield RankedChapter(rank=10, chapter=Chapter(heading="Decided at the last meeting", points=points))
    if own:
        lines = ((f"{f'Item {e.quote.item}: ' if e.quote.item else ''}{in_short(e)}", e.quote) for e in own)
        points = points_of(lines, "recommendation")
        yield RankedChapter(rank=30, chapter=Chapter(heading="What the reports ask for", points=points))


_LEAD = pattern_of(r"^(?:resolved|agreed|decided|recommended)\b[^\w(]*(?:that\b[^\w(]*)?", re.IGNORECASE)


_TO_THE_NEXT = pattern_of(r"\s*[;,]\s*(?:and|or)?\s*$", re.IGNORECASE)


def in_short(entry: Entry) -> str:
    """What is asked or was decided, without the words that lead to it or to the next: "to note the report"."""
    head = f"{(entry.item_title or '').strip(' .:')}: "
    title = head if entry.own_text.startswith(head) else ""
    own = entry.own_text.removeprefix(title)
    text = _TO_THE_NEXT.sub("", _LEAD.sub("", own) or own)
    return title + text if title else text[:1].upper() + text[1:]


def _chapters(decisions: Sequence[Entry], asks: Sequence[Entry]) -> Iterator[RankedChapter]:
    if decisions:
        table = REGISTER.table(recommendation_rows(decisions))
        shown = for_people(table, "Decisions in the order of the minutes", "item", "text", *page_columns(table))
        yield RankedChapter(rank=10, chapter=Chapter(heading="Resolved at the last meeting", tables=(shown,)))
    if asks:
        by_report = tuple(_by_report(asks))
        yield RankedChapter(rank=30, chapter=Chapter(heading="What the reports recommend", tables=by_report))


def _once(entries: Sequence[Entry], discretion: Discretion) -> list[Entry]:
    """Each recommendation once: where it stands first, or where it is repeated when that page is private."""
    kept: list[Entry] = []
    for entry in entries:
        if entry.kind is not EntryKind.RECOMMENDATION or entry.repeat_of is not None:
            continue
        again = [
            other for other in entries
            if other.repeat_of == entry.ref and not discretion.hides(other.quote.pdf_page)
        ]  # fmt: skip
        kept.append(again[0] if again and discretion.hides(entry.quote.pdf_page) else entry)
    return kept


def _by_report(entries: Sequence[Entry]) -> Iterator[Table]:
    """The recommendations of each report, under its name."""
    for item, report in dict.fromkeys((entry.quote.item, entry.report) for entry in entries):
        own = [entry for entry in entries if (entry.quote.item, entry.report) == (item, report)]
        printed = [entry.quote.page_label is not None for entry in own]
        shown = {"number_printed", "text"}
        shown |= {"addressed_to"} if len({entry.addressed_to for entry in own}) > 1 else set()
        shown |= {"page"} if any(printed) else set()
        shown |= set() if all(printed) else {"pdf_page"}
        table = REGISTER.table(recommendation_rows(own), shown=shown)
        caption = f"Item {item}: {report}" if item is not None else report
        yield replace(table, layout=replace(table.layout, caption=caption))


RECOMMENDATIONS = Recommendations()
