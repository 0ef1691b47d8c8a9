"""Family `attendance`: read, checked and shown."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated

from msgspec import Struct

from scrutiny.checks.facts import Fact, words_of
from scrutiny.checks.model import Checked, Explained
from scrutiny.families.family import BriefSection, Discretion, Family, Gap, RankedChapter, Redactable, checked_of
from scrutiny.figures import Unit, parse_figure
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.paper import OpenPaper
from scrutiny.sheets.model import Chapter, Layout
from scrutiny.sheets.rows import HIDDEN_PLACE, Cell, Sheet
from scrutiny.sources import Quote
from tests.families.added.attendance.facts import Missed


class MissedRow(Struct, frozen=True, kw_only=True):
    """Sessions missed at one school."""

    school: Annotated[str | None, Cell("School", "null for the total")]
    printed: Annotated[str, Cell("Sessions missed")]
    item: Annotated[str | None, Cell("Item", shown=False)]
    quote: Annotated[Quote, HIDDEN_PLACE]


MISSED = Sheet(row=MissedRow, name="attendance", caption="Sessions missed")


class Attendance(Family):
    """Sessions missed."""

    name = "attendance"

    @property
    def checks(self) -> dict[str, Explained]:
        return {"attendance": Explained(compares="Sessions missed with their total.", example="90, adds to 91")}

    @property
    def redactables(self) -> tuple[Redactable, ...]:
        return (Redactable(name="attendance", meaning="sessions missed"),)

    @property
    def layouts(self) -> tuple[Layout, ...]:
        return (MISSED.layout,)

    def read(self, paper: OpenPaper) -> tuple[Missed, ...]:
        return paper.once(self.name, _read)

    def check(self, paper: OpenPaper) -> Iterator[Checked]:
        for each in self.read(paper):
            if each.recomputed is not None and each.recomputed != each.value:
                message = f"sessions missed: printed {each.printed}, adds to {each.recomputed}"
                finding = Finding(
                    code=FindingCode.TOTAL_MISMATCH, severity=Severity.ERROR, message=message, printed=each.printed,
                    expected=str(each.recomputed), quotes=(each.quote,),
                )  # fmt: skip
                yield checked_of("attendance", finding)

    def evidence(self, paper: OpenPaper) -> Iterator[Fact]:
        words = words_of("sessions missed in all, added up again")
        for each in self.read(paper):
            if each.recomputed is not None:
                yield Fact(value=each.recomputed, unit=Unit.NUMBER, words=words, quote=each.quote, working="the sum")

    def section(self, paper: OpenPaper, discretion: Discretion) -> BriefSection:
        found = self.read(paper)
        gaps = () if found else (Gap(part="attendance", message="No sessions missed."),)
        shown = () if discretion.leaves("attendance") else discretion.rows(found, "school")
        table = MISSED.table(_rows(shown))
        chapter = RankedChapter(rank=60, chapter=Chapter(heading="Sessions missed", tables=(table,)))
        return BriefSection(tables=(table,), chapters=(chapter,) if shown else (), gaps=gaps)


def _read(paper: OpenPaper) -> tuple[Missed, ...]:
    return tuple(_of_tables(paper))


def _of_tables(paper: OpenPaper) -> Iterator[Missed]:
    for document in paper.documents:
        for table in document.tables:
            if table.header[-1].text != "Sessions missed":
                continue
            added = Decimal(0)
            for row in table.rows:
                value = parse_figure(row[-1].text).value or Decimal(0)
                total = row[0].text == "Total"
                yield Missed(
                    school=None if total else row[0].text, printed=row[-1].text, value=value,
                    recomputed=added if total else None, quote=document.quote(row[-1]),
                )  # fmt: skip
                added += value


def _rows(found: Iterable[Missed]) -> list[MissedRow]:
    return [
        MissedRow(school=each.school, printed=each.printed, item=each.quote.item, quote=each.quote) for each in found
    ]


ATTENDANCE = Attendance()
