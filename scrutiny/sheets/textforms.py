"""Room `sheets`: plain text, Markdown, CSV, TSV and HTML.

Takes a `Report`, gives text. Nothing in it depends on the terminal, the locale or the clock. tabulate lays
out Markdown, and is told never to read numbers: it would print "007" as 7.
"""

import html
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.dates import print_day
from scrutiny.language.patterns import pattern_of
from scrutiny.language.phrases import count_of
from scrutiny.sheets.cells import clean, csv_cell, show_figure
from scrutiny.sheets.cleaning import JOINER
from scrutiny.sheets.fitting import GAP, block_lines, columns_for, fit_table, hang, side_by_side, text_of
from scrutiny.sheets.model import PAGE_COLUMNS, Column, Link, Report, Row, Table

WIDTH = 100
"""Characters of a line of text: what a mail program or a printer takes."""


def render_text(report: Report) -> str:
    """Plain aligned columns, one table below the other; where they do not fit, a block for each row."""
    tables = tables_to_show(report)
    several = len(tables) > 1
    pieces = []
    for table in tables:
        text = _text_table(table)
        caption = caption_with_pages(table)
        headed = several or caption != table.layout.caption
        pieces.append(f"{clean(caption)}\n\n{text}\n" if headed else f"{text}\n")
    return "\n".join(pieces)


def tables_to_show(report: Report) -> tuple[Table, ...]:
    """The tables that a screen shows: one without rows is left out where a last line says how it stands."""
    return tuple(table for table in report.tables_to_read if table.rows or not report.closing)


def _text_table(table: Table) -> str:
    columns = columns_for(table, WIDTH)
    headings = [column.heading for column in columns]
    rows = [[text_of(table, row, column) for column in columns] for row in table.rows]
    fitted = fit_table(headings, rows, WIDTH, edges=0, between=(GAP,))
    if fitted is None:
        return "\n".join(block_lines(headings, rows, WIDTH)).rstrip()
    aside = [column.numeric for column in columns]
    head, *body = ([cell.split("\n") for cell in row] for row in (fitted.headings, *fitted.rows))
    rule = [["-" * width] for width in fitted.widths]
    return "\n".join(line for row in (head, rule, *body) for line in side_by_side(row, fitted.widths, aside))


def render_markdown(report: Report) -> str:
    """GitHub Markdown: title, sources, tables with their pages, findings. Marks in a paper's words are escaped."""
    parts = [f"# {escape_markdown(clean(title_of(report)))}\n"]
    if (sources := sources_line(report)) is not None:
        parts.append(f"{escape_markdown(clean(sources))}\n")
    for table in report.tables_to_read:
        parts.append(f"## {escape_markdown(clean(table.layout.caption))}\n")
        parts.append(f"{markdown_table(table)}\n")
        if links := pages_of(table):
            parts.append(f"Source: {', '.join(markdown_link(link) for link in links)}\n")
    if report.findings:
        parts.append("## Findings\n")
        lines = [escape_markdown(clean(finding_line(finding))) for finding in shown_findings(report)]
        parts.append("".join(f"- {line}\n" for line in lines))
    if report.closing:
        parts.append(f"{escape_markdown(clean(report.closing))}\n")
    return "\n".join(parts)


def markdown_link(link: Link) -> str:
    """A page as a link, its words escaped."""
    return f"[{escape_markdown(clean(link.label))}]({link.target})"


def html_link(link: Link) -> str:
    """A page as a link, its words escaped."""
    return f'<a href="{html.escape(link.target)}">{html.escape(clean(link.label))}</a>'


def _worst_first(report: Report) -> list[Finding]:
    """The findings by severity, then in the order of the papers and their pages."""
    files = [source.file for source in report.sources]

    def order(finding: Finding) -> tuple[int, int, int]:
        quote = finding.quotes[0] if finding.quotes and finding.line is None else None
        at = files.index(quote.file) + 1 if quote is not None and quote.file in files else 0
        return finding.severity.rank, at, quote.pdf_page if quote is not None else 0

    return sorted(report.findings, key=order)


def markdown_table(table: Table) -> str:
    """The table alone, without caption or line break at its end; pages are links."""
    from tabulate import tabulate  # which imports half a mail program: 20 ms that the other formats need not wait

    headings = [escape_markdown(clean(column.heading)) for column in table.shown]
    alignment = _alignment(table.shown)
    escaped = [[_markdown_cell(table, row, column) for column in table.shown] for row in table.rows]
    grid = tabulate(escaped, headers=headings, tablefmt="github", disable_numparse=True, colalign=alignment)
    return "\n".join(line.rstrip() for line in grid.splitlines())


def _markdown_cell(table: Table, row: Row, column: Column) -> str:
    link = table.link_of(row, column)
    if link is None:
        return escape_markdown(show_figure(row[column.name], column))
    return markdown_link(link)


def render_csv(report: Report, *, delimiter: str = ",") -> str:
    """The first table with every column, headed by the JSON names; several are told apart by a column `table`."""
    import csv

    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    several = len(report.main_tables) > 1
    for index, table in enumerate(report.main_tables):
        if index:
            out.write("\n")
        writer.writerow((["table"] if several else []) + [csv_cell(column.name) for column in table.layout.columns])
        for row in table.rows:
            cells = [csv_cell(row[column.name]) for column in table.layout.columns]
            writer.writerow(([table.layout.name] if several else []) + cells)
    return out.getvalue()


def render_html(report: Report) -> str:
    """One self-contained page: tables with a caption and a header row, for print, dark mode and screen readers."""
    parts = [f"<p>{html.escape(clean(sources))}</p>\n"] if (sources := sources_line(report)) is not None else []
    for table in report.tables_to_read:
        parts.append(html_table(table))
        if links := pages_of(table):
            parts.append(f"<p>Source: {', '.join(html_link(link) for link in links)}</p>\n")
    if report.findings:
        parts.append("<h2>Findings</h2>\n<ul>\n")
        parts += [f"<li>{html.escape(clean(finding_line(finding)))}</li>\n" for finding in shown_findings(report)]
        parts.append("</ul>\n")
    if report.closing:
        parts.append(f"<p>{html.escape(clean(report.closing))}</p>\n")
    return html_page(title_of(report), parts)


def html_page(title: str, parts: Iterable[str]) -> str:
    """A page of its own with its title and what stands below it, which is escaped already."""
    page = Path(__file__).with_name("page.html").read_text("utf-8")
    before, _, after = page.replace("{title}", html.escape(clean(title))).rpartition("{body}")
    return "".join([before, *parts, after])


def html_table(table: Table) -> str:
    """The table with its caption, in a frame of its own that can be scrolled where the screen is narrow."""
    headings, alignment = [column.heading for column in table.shown], _alignment(table.shown)
    caption = html.escape(clean(table.layout.caption))
    parts = [f'<div class="wide" role="group" tabindex="0" aria-label="{caption}">\n']
    parts.append(f'<table role="table">\n<caption>{caption}</caption>\n<thead role="rowgroup"><tr role="row">')
    parts += [_heading(heading, side) for heading, side in zip(headings, alignment, strict=True)]
    parts.append('</tr></thead>\n<tbody role="rowgroup">\n')
    for row in table.rows:
        cells = zip(table.shown, alignment, strict=True)
        parts.append('<tr role="row">' + "".join(_cell(table, row, column, side) for column, side in cells) + "</tr>\n")
    parts.append("</tbody>\n</table>\n</div>\n")
    return "".join(parts)


def render_findings(report: Report, width: int | None = None) -> str:
    """The findings as lines for people, the worst first; each in one line, or in lines of at most `width`."""
    lines = []
    for finding in shown_findings(report):
        text = clean(finding_line(finding))
        lines += [text] if width is None else hang(text, width)
        lines += hint_lines(finding, width)
    return "".join(line + "\n" for line in lines)


def hint_lines(finding: Finding, width: int | None) -> list[str]:
    """What to do about a finding, or the words that it is about, below it."""
    hint = clean(finding.hint or "")
    if not hint:
        return []
    room = width - len(_HINT) if width is not None else len(hint)
    return [_HINT + line for line in hang(hint, room, indent="")]


_HINT = "    "

MOST_NOTES = 3
"""Notes of one kind on one file that are listed; of more the number is."""


def shown_findings(report: Report) -> list[Finding]:
    """The findings as people see them, the worst first; of many notes of one kind the first, but for `check`."""
    shown: list[Finding] = []
    notes: dict[tuple[FindingCode, str | None], list[Finding]] = {}
    for finding in _worst_first(report):
        if finding.severity is not Severity.NOTE or report.command == "check":
            shown.append(finding)
        else:
            notes.setdefault((finding.code, finding.quotes[0].file if finding.quotes else None), []).append(finding)
    for alike in notes.values():
        rest = len(alike) - MOST_NOTES
        shown += alike if rest <= 1 else alike[:MOST_NOTES]
        if rest > 1:
            message = f"{rest} more notes of this kind; --format json lists them all"
            shown.append(replace(alike[MOST_NOTES], message=message, quotes=(), hint=None))
    return shown


def finding_line(finding: Finding, *, file: bool = True) -> str:
    """Severity, place (without the file where there is only one), what is wrong, and its code."""
    quote = finding.quotes[0] if finding.quotes else None
    places = []
    if quote is not None:
        paged = quote.file.lower().endswith(".pdf") and finding.line is None
        places = [quote.file] if file or not paged else []
        places += [quote.cited] if paged else []
    place = f"{', '.join(places)}: " if places else ""
    return f"{finding.severity}: {place}{finding.message} [{finding.code}]"


def _alignment(columns: Sequence[Column]) -> list[str]:
    return ["right" if column.numeric else "left" for column in columns]


_MARKS = pattern_of(r"[\\|<>*_`\[\]~&$]")
_NAMES = pattern_of(r"[@#](?=\w)")
"""A person ("@name"), an issue ("#12"), the middle of a mail address: GitHub links them whatever is escaped."""
_ADDRESS = pattern_of(r"(?P<scheme>\b(?:https?|ftp|mailto|xmpp))(?=:)|(?P<host>\bwww)(?=\.)", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """The text with every mark that Markdown would read within a line escaped, and nothing in it made a link."""
    text = _MARKS.sub(lambda mark: f"\\{mark.group()}", text)
    text = _ADDRESS.sub(lambda found: f"{found.group()}\\", text)
    return _NAMES.sub(lambda mark: mark.group() + JOINER, text)


def _heading(text: str, side: str) -> str:
    """A heading cell; one without words would be none for a screen reader."""
    if not text:
        return '<td role="cell"></td>'
    kind = ' class="n"' if side == "right" else ""
    return f'<th scope="col" role="columnheader"{kind}>{html.escape(text)}</th>'


def _cell(table: Table, row: Row, column: Column, side: str) -> str:
    link = table.link_of(row, column)
    text = html.escape(show_figure(row[column.name], column))
    if link is not None:
        text = html_link(link)
    label = f' data-label="{html.escape(clean(column.heading))}"' if column.heading and text else ""
    kind = ' class="n"' if side == "right" else ""
    return f'<td role="cell"{kind}{label}>{text}</td>'


_TITLES = {
    "contents": "Contents", "split-pack": "The parts of the pack", "actions": "Actions", "actions-possible": "Actions",
    "recs": "Recommendations and resolutions", "recs-against": "What became of the recommendations",
    "recs-tracker": "Recommendation tracker", "recs-lint": "Recommendations that are hard to follow up",
    "exclusions-summary": "Exclusions in summary", "exclusions-years": "Exclusions by year group",
    "exclusions-panels": "Panels", "exclusions-schools": "Schools", "cost-model": "What placements cost",
    "check": "Figures checked", "verify": "Figures of a summary, held against the paper", "tables": "Tables",
    "doctor": "What is installed",
}  # fmt: skip

MANY_PAGES = 12
"""Pages that are named one by one; of more the first and the last."""


def title_of(report: Report) -> str:
    """The name of the report. The meeting stands in the line below: a heading would lend its words to every figure."""
    return _TITLES.get(report.command, report.command)


def sources_line(report: Report) -> str | None:
    """The files it was made from, as a sentence; None where there are none."""
    if not report.sources:
        return None
    named = []
    for source in report.sources:
        date = print_day(source.meeting_date) if source.meeting_date else None
        file = f"{source.file} ({count_of(source.pdf_pages, 'page')})"
        named.append(", ".join(piece for piece in (file, source.body or source.title, date) if piece))
    return f"From {'; '.join(named)}. Figures stand as the paper prints them; page numbers are the printed ones."


def caption_with_pages(table: Table) -> str:
    """The caption with the pages of a table that does not show them row by row: "Schools, pages 12 and 13"."""
    links = () if any("page" in column.name for column in table.shown) else _every_page(table)
    numbers = [link.label.removeprefix("PDF ").removeprefix("page ") for link in links]
    if not links:
        return table.layout.caption
    kinds = {link.label.startswith("PDF") for link in links}
    if len(kinds) > 1:
        numbers = [
            f"{'PDF ' if link.label.startswith('PDF') else ''}{n}" for link, n in zip(links, numbers, strict=True)
        ]
    noun = ("PDF " if kinds == {True} else "") + ("page" if len(numbers) == 1 else "pages")
    if len(numbers) > MANY_PAGES:
        return f"{table.layout.caption}, {noun} {numbers[0]} to {numbers[-1]}"
    first, last = ", ".join(numbers[:-1]), numbers[-1]
    return f"{table.layout.caption}, {noun} {first} and {last}" if first else f"{table.layout.caption}, {noun} {last}"


def pages_of(table: Table) -> tuple[Link, ...]:
    """The pages that a table without a column of pages comes from, in order, each once; of many the first and last."""
    links = _every_page(table)
    return links if len(links) <= MANY_PAGES else (links[0], links[-1])


def _every_page(table: Table) -> tuple[Link, ...]:
    if {column.name for column in table.shown} & set(PAGE_COLUMNS):
        return ()
    found: dict[tuple[str, int], Link] = {}
    places = [(row.get("file"), row.get("pdf_page"), row.get("page")) for row in table.rows]
    for file, pdf_page, page in [*places, *((each.file, each.pdf_page, each.page_label) for each in table.origin)]:
        if isinstance(file, str) and isinstance(pdf_page, int):
            label = f"page {page}" if isinstance(page, str) else f"PDF page {pdf_page}"
            found[file, pdf_page] = Link(file=file, pdf_page=pdf_page, label=label)
    return tuple(found[place] for place in sorted(found))
