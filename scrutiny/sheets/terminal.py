"""Room `sheets`: tables for a person at a terminal, drawn with Rich.

Text from a paper goes in as `Text`, never as markup: Rich would delete "[draft]" and turn ":warning:" into
a picture. Colour never carries meaning alone.
"""

from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from scrutiny.findings import Severity
from scrutiny.sheets.cells import clean
from scrutiny.sheets.fitting import block_lines, columns_for, fit_table, hang, text_of
from scrutiny.sheets.model import Report, Table
from scrutiny.sheets.textforms import caption_with_pages, finding_line, hint_lines, shown_findings, tables_to_show

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_EDGES, _BETWEEN = 2, (3, 2)
"""What the frame takes: at both edges together, and between two columns, less where the table does not fit else."""


def print_report(report: Report, console: Console) -> None:
    """Every table, and below them the findings, the worst first."""
    for table in tables_to_show(report):
        _print_table(table, console)
    print_findings(report, console)
    if report.closing:
        console.print(Text("\n".join(hang(clean(report.closing), console.width))))


def _print_table(table: Table, console: Console) -> None:
    """As a table where it fits, else each row as a block."""
    columns = columns_for(table, console.width)
    headings = [column.heading for column in columns]
    rows = [[text_of(table, row, column) for column in columns] for row in table.rows]
    console.print(Text("\n".join(hang(clean(caption_with_pages(table)), console.width)), style="bold"))
    fitted = fit_table(headings, rows, console.width, edges=_EDGES, between=_BETWEEN)
    if fitted is None:
        console.print()
        console.print(Text("\n".join(block_lines(headings, rows, console.width))))
        return
    drawn = RichTable(
        box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, fitted.between - 2)
    )  # fmt: skip
    for heading, column, width in zip(fitted.headings, columns, fitted.widths, strict=True):
        side: Literal["left", "right"] = "right" if column.numeric else "left"
        drawn.add_column(Text(heading), justify=side, overflow="fold", width=width)
    for cells in fitted.rows:
        drawn.add_row(*map(Text, cells))
    console.print(drawn)


def print_findings(report: Report, console: Console) -> None:
    """The findings with the command to type next."""
    for finding in shown_findings(report):
        line = clean(finding_line(finding, file=len(report.sources) > 1))
        text = Text("\n".join(hang(line, console.width)))
        text.stylize(_STYLES[finding.severity], 0, len(finding.severity) + 1)
        text.stylize("dim", text.plain.rindex("["))
        console.print(text)
        if hint := hint_lines(finding, console.width):
            console.print(Text("\n".join(hint), style="dim"))
