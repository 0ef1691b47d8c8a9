"""Room `sheets`: tables for a person at a terminal, drawn with Rich.

Text from a paper goes in as `Text`, never as markup: Rich would delete "[draft]" and turn ":warning:" into
a picture. Colour never carries meaning alone.
"""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from scrutiny.findings import Severity
from scrutiny.sheets.cells import clean, show
from scrutiny.sheets.model import Kind, Report

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_ORDER = list(Severity)


def print_report(report: Report, console: Console) -> None:
    """Every table, and below them the findings, the worst first."""
    for table in report.main_tables:
        drawn = RichTable(
            box=SIMPLE_HEAD, title=Text(table.layout.caption), title_justify="left", title_style="bold", pad_edge=False
        )
        shown = [(index, column) for index, column in enumerate(table.layout.columns) if column.shown]
        for _, column in shown:
            right = column.kind in (Kind.COUNT, Kind.EXACT)
            drawn.add_column(Text(column.heading), justify="right" if right else "left", overflow="fold")
        for row in table.rows:
            drawn.add_row(*(Text(show(row[index])) for index, _ in shown))
        console.print(drawn)
    print_findings(report, console)


def print_findings(report: Report, console: Console) -> None:
    """The findings with the command to type next."""
    for finding in sorted(report.findings, key=lambda finding: _ORDER.index(finding.severity)):
        quote = finding.quotes[0] if finding.quotes else None
        place = ""
        if quote is not None:
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
