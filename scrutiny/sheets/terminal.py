"""Room `sheets`: tables for a person at a terminal, drawn with Rich.

Text from a paper goes in as `Text`, never as markup: Rich would delete "[draft]" and turn ":warning:" into
a picture. Colour never carries meaning alone.
"""

from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from scrutiny.findings import Severity
from scrutiny.sheets.cells import clean
from scrutiny.sheets.fitting import block_lines, columns_for, fit_columns, text_of
from scrutiny.sheets.model import Kind, Report, Table

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_EDGES, _BETWEEN = 2, 3
"""Columns of the terminal that the frame takes: at both edges together, and between two columns."""


def print_report(report: Report, console: Console) -> None:
    """Every table, and below them the findings, the worst first."""
    for table in report.main_tables:
        _print_table(table, console)
    print_findings(report, console)
    if report.closing:
        console.print(Text(report.closing))


def _print_table(table: Table, console: Console) -> None:
    """As a table where it fits, else each row as a block."""
    columns = columns_for(table, console.width)
    headings = [column.heading for column in columns]
    rows = [[text_of(table, row, column) for column in columns] for row in table.rows]
    texts = [[heading, *(row[at] for row in rows)] for at, heading in enumerate(headings)]
    widths = fit_columns(texts, console.width, edges=_EDGES, between=_BETWEEN)
    if widths is None:
        console.print(Text(table.layout.caption, style="bold"))
        console.print()
        for cells in rows:
            console.print(Text("\n".join(block_lines(headings, cells, console.width))))
        return
    drawn = RichTable(
        box=SIMPLE_HEAD, title=Text(table.layout.caption), title_justify="left", title_style="bold", pad_edge=False
    )
    for column, width in zip(columns, widths, strict=True):
        side: Literal["left", "right"] = "right" if column.kind in (Kind.COUNT, Kind.EXACT) else "left"
        drawn.add_column(Text(column.heading), justify=side, overflow="fold", width=width)
    for cells in rows:
        drawn.add_row(*map(Text, cells))
    console.print(drawn)


def print_findings(report: Report, console: Console) -> None:
    """The findings with the command to type next."""
    for finding in sorted(report.findings, key=lambda finding: finding.severity.rank):
        quote = finding.quotes[0] if finding.quotes else None
        place = ""
        if quote is not None and finding.line is not None:  # of a summary, which has no pages
            place = f"{quote.file}: "
        elif quote is not None:
            place = f"page {quote.page_label}: " if quote.page_label else f"PDF page {quote.pdf_page}: "
            if len(report.sources) > 1:
                place = f"{quote.file}, {place}"
        line = Text.assemble(
            (f"{finding.severity}: ", _STYLES[finding.severity]),
            clean(place + finding.message),
            (f" [{finding.code}]", "dim"),
        )
        console.print(line)
        if finding.hint:
            console.print(Padding(Text(clean(finding.hint), style="dim"), (0, 0, 0, 2)))
