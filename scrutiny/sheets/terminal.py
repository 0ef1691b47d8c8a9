"""Room `sheets`: tables for a person at a terminal, drawn with Rich.

Text from a paper goes in as `Text`, never as markup: Rich would delete "[draft]" and turn ":warning:" into
a picture. Colour never carries meaning alone.
"""

from collections.abc import Sequence
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from scrutiny.findings import Severity
from scrutiny.sheets.cells import clean, show
from scrutiny.sheets.model import Kind, Report

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_EDGES, _BETWEEN = 2, 3
"""Columns of the terminal that the frame takes: at both edges together, and between two columns."""

LONGEST_WORD = 14
"""A longer word (a file name, an address) may be folded; a column as wide as that would starve the others."""


def print_report(report: Report, console: Console) -> None:
    """Every table, and below them the findings, the worst first."""
    for table in report.main_tables:
        cells = [[show(row[column.name]) for column in table.shown] for row in table.rows]
        right = [column.kind in (Kind.COUNT, Kind.EXACT) for column in table.shown]
        headings = [clean(column.heading) for column in table.shown]
        for at, part in enumerate(parts_of(headings, cells, console.width)):
            drawn = RichTable(
                box=SIMPLE_HEAD,
                title=Text(clean(table.layout.caption) + (", continued" if at else "")),
                title_justify="left",
                title_style="bold",
                pad_edge=False,
            )
            for column, width in part:
                side: Literal["left", "right"] = "right" if right[column] else "left"
                drawn.add_column(Text(headings[column]), justify=side, overflow="fold", width=width)
            for row in cells:
                drawn.add_row(*(Text(row[column]) for column, _ in part))
            console.print(drawn)
    print_findings(report, console)


Part = list[tuple[int, int | None]]
"""Columns of a table by their place, each with its width; None leaves that to Rich."""


def parts_of(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[Part]:
    """The table in parts that fit the terminal, each with the first column; one part where it fits as a whole.

    Rich takes from every column alike, so that an action stands a word a line beside a page number with room, and
    "22,000" is folded into two figures. Here each column has room for its longest word, and the rest goes, character
    by character, where it saves the most lines; what has no room even so is continued below.
    """
    columns = [[heading, *(row[at] for row in rows)] for at, heading in enumerate(headings)]
    wanted = [max((cell_len(cell) for cell in column), default=0) for column in columns]
    words = [max((cell_len(word) for cell in column for word in cell.split()), default=1) for column in columns]
    least = [max(1, min(word, most, LONGEST_WORD)) for word, most in zip(words, wanted, strict=True)]
    letters = [sum(cell_len(cell) for cell in column) for column in columns]
    parts: list[list[int]] = []
    for at in range(len(columns)):
        if parts and _taken([*parts[-1], at], least) <= width:
            parts[-1].append(at)
        elif parts and _taken([0, at], least) <= width:
            parts.append([0, at])
        elif not parts:
            parts.append([at])
        else:
            return [[(column, None) for column in range(len(columns))]]
    return [_shared(part, least, wanted, letters, width) for part in parts]


def _taken(part: Sequence[int], widths: Sequence[int]) -> int:
    return _EDGES + _BETWEEN * (len(part) - 1) + sum(widths[column] for column in part)


def _shared(part: list[int], least: list[int], wanted: list[int], letters: list[int], width: int) -> Part:
    """The room that is left goes where one more character saves the most lines."""
    given = {column: least[column] for column in part}
    for _ in range(width - _taken(part, least)):
        saved = {
            column: letters[column] / (room * (room + 1)) for column, room in given.items() if room < wanted[column]
        }
        if not saved:
            break
        given[max(saved, key=saved.__getitem__)] += 1
    return list(given.items())


def print_findings(report: Report, console: Console) -> None:
    """The findings with the command to type next."""
    for finding in sorted(report.findings, key=lambda finding: finding.severity.rank):
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
