"""Room `cli`: the tables of `brief`, and what of them may be shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny import __version__
from scrutiny.cli.actionreports import action_row
from scrutiny.cli.briefpaper import make_paper
from scrutiny.cli.checkreports import check_row, coverage_table
from scrutiny.cli.costreports import cost_tables
from scrutiny.cli.exclusionreports import panel_summary, panels_table, trend_table
from scrutiny.cli.layouts import ACTIONS, AGENDA, CHECKS, CONTRIBUTIONS, GAPS, RECOMMENDATIONS, WITHHELD
from scrutiny.cli.packreports import load_pack, paper_cells
from scrutiny.cli.recreports import entry_row
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import NoTextError
from scrutiny.findings import Finding, Severity
from scrutiny.pdf import read_pdf
from scrutiny.registers.briefing import AgendaLine, Briefing, find_briefing
from scrutiny.registers.checks import PageNotes
from scrutiny.registers.exhibits import draw_exhibits
from scrutiny.registers.redaction import LEFT_OUT, Leave, Redaction
from scrutiny.sheets.model import Layout, Report, Table, Value
from scrutiny.sources import Source

_PEOPLE = ("owner", "requested_by", "author")
"""Columns that name people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A file and what there is to tell of it: nothing where no page of it has text, and then `unread` says so."""

    source: Source
    briefing: Briefing | None = None
    unread: NoTextError | None = None


def load_briefing(
    file: Path, *, redaction: Redaction, pictured: bool, password: str | None, timeout: float | None, quiet: bool,
    include_exempt: bool = False,
) -> Brief:
    """One file read once, with the pictures of its findings where they are wanted."""
    notes = PageNotes()
    try:
        pack = load_pack(
            file, password=password, timeout=timeout, quiet=quiet, include_exempt=include_exempt, visit=notes.visit
        )
    except NoTextError as error:
        return Brief(source=_source(file, password), unread=error)
    with time_budget(file, timeout):
        briefing = find_briefing(pack, notes, redaction)
        if pictured and not redaction.leaves(Leave.PICTURES):
            shown = [exhibit for exhibit in briefing.exhibits if exhibit.told]
            drawn = iter(
                draw_exhibits(
                    file, pack, shown, password=password,
                    hidden=lambda page, seen: page in briefing.private or redaction.hides(seen),
                )
            )  # fmt: skip
            exhibits = tuple(next(drawn) if exhibit.told else exhibit for exhibit in briefing.exhibits)
            briefing = replace(briefing, exhibits=exhibits)
    return Brief(source=pack.source, briefing=briefing)


def _source(file: Path, password: str | None) -> Source:
    """A file of pictures: there is no meeting to name."""
    with read_pdf(file, password=password) as pdf:
        return Source(
            file=file.name, sha256=pdf.sha256, title=pdf.metadata.title, body=None, meeting_date=None,
            pdf_pages=len(pdf),
        )  # fmt: skip


def brief_report(found: Sequence[Brief], redaction: Redaction, *, for_reading: bool) -> Report:
    """The tables of every file; for reading those that people look at, and the paper that is made of them."""
    maker = _Maker(redaction)
    findings = [
        maker.finding(finding)
        for each in found
        if each.briefing is not None
        for finding in (
            *(f for f in each.briefing.findings if f.severity is not Severity.NOTE),
            *(e.checked.finding for e in each.briefing.exhibits if e.checked.finding is not None),
        )
    ]
    parts = [(each.source, each.briefing, maker.readable(each)) for each in found] if for_reading else []
    shown = [table for _, _, own in parts for table in own.values() if table.rows]
    return Report(
        command="brief",
        version=__version__,
        sources=tuple(each.source for each in found),
        tables=tuple(shown) if for_reading else maker.tables(found),
        findings=tuple(findings),
        paper=make_paper(parts, redaction) if for_reading else None,
    )


class _Maker:
    """Rows of what was found, with what must not be shown left out of every text."""

    def __init__(self, redaction: Redaction) -> None:
        self._redaction = redaction

    def tables(self, found: Sequence[Brief]) -> tuple[Table, ...]:
        """Every table of the JSON, over all files."""
        each = [self._of(one) for one in found]
        first = each[0]
        return tuple(
            replace(table, rows=tuple(row for own in each for row in own[at].rows)) for at, table in enumerate(first)
        )

    def _of(self, brief: Brief) -> list[Table]:
        """In the order of the layouts of `brief`."""
        b, file = brief.briefing, brief.source.file
        inclusion = b.inclusion if b else ()
        _, case_totals, contributions, _, totals, break_even = cost_tables(b.costs if b else ())
        panels = panels_table(inclusion)
        return [
            self._table(AGENDA, [_agenda_row(line) for line in b.agenda] if b else []),
            self._table(RECOMMENDATIONS, [entry_row(e) for e in (*b.recommendations, *b.resolutions)] if b else []),
            self._table(ACTIONS, [action_row(entry) for entry in b.still_open] if b else []),
            self._blanked(trend_table(inclusion, None)),
            self._table(panels.layout, [row for row in panels.rows if row[1] is None]),
            *(self._table(t.layout, t.rows, b) for t in (case_totals, contributions, totals, break_even)),
            self._table(CHECKS, [check_row(exhibit.checked) for exhibit in b.exhibits] if b else []),
            coverage_table(b.coverage if b else ()),
            self._table(GAPS, [(gap.part, gap.says, file) for gap in b.gaps] if b else [_unread(brief)]),
            self._table(WITHHELD, [(says, file) for says in b.withheld] if b else []),
        ]

    def readable(self, brief: Brief) -> dict[str, Table]:
        """What people read of one file, by the name of its chapter."""
        own = {table.layout.name: table for table in self._of(brief)}
        agenda, entries, actions = own["agenda"], own["recommendations"], own["actions"]
        checks, gaps, left = own["checks"], own["gaps"], own["withheld"]
        inclusion = brief.briefing.inclusion if brief.briefing else ()
        decided = [row for row in entries.rows if row[2] == "resolution"]
        recommended = [row for row in entries.rows if row[2] != "resolution"]
        pages = ("page_first", "page_last") if any(row[3] for row in agenda.rows) else ("pdf_first", "pdf_last")
        exempt = ("exempt",) if any(row[7] for row in agenda.rows) else ()
        return {
            "agenda": _for_people(agenda, agenda.rows, "Items and papers", "item", "title", "kind", *pages, *exempt),
            "resolutions": _for_people(
                entries, decided, "Decisions in the order of the minutes", "item", "text", *_page(decided)
            ),
            "actions": _for_people(
                actions, actions.rows, "What the minutes say is to be done", "item", "text", "owner", "requested_by",
                "due", "due_printed", "status", *_page(actions.rows),
            ),
            "recommendations": _for_people(
                entries, recommended, "Recommendations", "item", "report", "number_printed", "text",
                *_page(recommended),
            ),
            "trend": self._blanked(trend_table(inclusion, "blocks")),
            "panels": self._blanked(panel_summary(inclusion)),
            "case totals": own["case_totals"].without_empty(),
            "contributions": _for_people(
                own["contributions"], own["contributions"].rows, CONTRIBUTIONS.caption, "key_stage", "awpu", "top_up",
                "days", "daily", "printed", "recomputed", "rounding",
            ),
            "totals": own["totals"].without_empty(),
            "break-even": own["break_even"].without_empty(),
            "figures": _for_people(
                checks, checks.rows, "Figures that do not add up, the worst first", "status", "printed", "expected",
                "working", *_page(checks.rows),
            ),
            "gaps": _for_people(gaps, gaps.rows, gaps.layout.caption, "says"),
            "withheld": _for_people(left, left.rows, left.layout.caption, "says"),
        }  # fmt: skip

    def finding(self, finding: Finding) -> Finding:
        """The finding with what must not be shown left out."""
        blank = self._redaction.blank
        quotes = tuple(
            replace(quote, text=blank(quote.text)) if blank(quote.text) != quote.text else quote
            for quote in finding.quotes
        )
        return replace(
            finding, message=blank(finding.message), quotes=quotes,
            printed=blank(finding.printed) if finding.printed else finding.printed,
            hint=blank(finding.hint) if finding.hint else None,
        )  # fmt: skip

    def _blanked(self, table: Table) -> Table:
        """Whose headings are words of the paper too."""
        columns = tuple(replace(c, heading=self._redaction.blank(c.heading)) for c in table.layout.columns)
        return self._table(replace(table.layout, columns=columns), table.rows)

    def _table(self, layout: Layout, rows: Iterable[tuple[Value, ...]], briefing: Briefing | None = None) -> Table:
        """The table without what must not be shown; `briefing` is given for tables whose quotes may be prose of
        private pages."""
        names = [column.name for column in layout.columns]
        private = briefing.private if briefing else frozenset()
        made = []
        for row in rows:
            cells = dict(zip(names, (self._cell(n, v) for n, v in zip(names, row, strict=True)), strict=True))
            if cells.get("pdf_page") in private:
                cells["quote"] = None
            made.append(tuple(cells[name] for name in names))
        return Table(layout=layout, rows=tuple(made))

    def _cell(self, name: str, value: Value) -> Value:
        if not isinstance(value, str) or name == "file":
            return value
        if name in _PEOPLE and self._redaction.leaves(Leave.PEOPLE):
            return LEFT_OUT
        return self._redaction.blank(value)


def _agenda_row(line: AgendaLine) -> tuple[Value, ...]:
    paper = line.document
    pages = (paper.kind.value, paper.page_first, paper.page_last, paper.pdf_first, paper.pdf_last) if paper else None
    return (line.item, line.title, *(pages or (None,) * 5), line.exempt, *paper_cells(line.quote))


def _unread(brief: Brief) -> tuple[Value, ...]:
    assert brief.unread is not None
    says = f"Nothing could be read: {brief.unread.message}. {brief.unread.advice or ''}"
    return "text", says.strip(), brief.source.file


def _for_people(table: Table, rows: Iterable[tuple[Value, ...]], caption: str, *names: str) -> Table:
    """Some rows of a table under a caption of their own, with those of the named columns that hold anything."""
    return Table(layout=replace(table.layout.showing(names), caption=caption), rows=tuple(rows)).without_empty()


def _page(rows: Iterable[tuple[Value, ...]]) -> list[str]:
    """The page as officers cite it; the PDF's where none is printed."""
    return ["page"] if all(row[-3] is not None for row in rows) else ["page", "pdf_page"]
