"""Room `sheets`: rows and findings in, every output format out. Computes nothing.

Importing it is cheap (the command line needs `Format` for its help): the table type is in
`scrutiny.sheets.model`, each format is imported when it is asked for.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from scrutiny.errors import UsageError

if TYPE_CHECKING:
    from scrutiny.sheets.model import Report


class Format(StrEnum):
    """How output looks: `table` for a terminal, `text` for a pipe, `github` and `sarif` for CI; the rest are data."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"
    GITHUB = "github"
    SARIF = "sarif"

    @property
    def for_programs(self) -> bool:
        """Whether it is JSON or JSON Lines."""
        return self in (Format.JSON, Format.JSONL)

    @property
    def for_reading(self) -> bool:
        """Whether it is for people: a table, text, Markdown or a page."""
        return self in (Format.TABLE, Format.TEXT, Format.MARKDOWN) or self.pictured

    @property
    def pictured(self) -> bool:
        """Whether it can show pictures."""
        return self in (Format.HTML, Format.DOCX)


_SUFFIXES = {
    ".json": Format.JSON, ".jsonl": Format.JSONL, ".ndjson": Format.JSONL, ".csv": Format.CSV, ".tsv": Format.TSV,
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".html": Format.HTML, ".htm": Format.HTML,
    ".xlsx": Format.XLSX, ".docx": Format.DOCX, ".txt": Format.TEXT, ".sarif": Format.SARIF,
}  # fmt: skip


def format_of(file_name: str) -> Format:
    """The format that a file's ending stands for. Raises `UsageError` for an unknown one."""
    suffix = "." + file_name.rsplit(".", 1)[-1].lower() if "." in file_name else ""
    if suffix not in _SUFFIXES:
        raise UsageError(
            f"cannot tell a format from the name {file_name}",
            advice=f"End it in one of {', '.join(_SUFFIXES)}, or say --format.",
        )
    return _SUFFIXES[suffix]


def render(report: "Report", form: Format) -> bytes:
    """The report in a format that does not depend on the terminal (`table` is rendered as `text`)."""
    from scrutiny.sheets import textforms

    if form is Format.XLSX:
        from scrutiny.sheets.workbook import render_xlsx

        return render_xlsx(report)
    if form is Format.DOCX:
        from scrutiny.sheets.document import render_docx

        return render_docx(report)
    if form in (Format.GITHUB, Format.SARIF):
        from scrutiny.sheets.annotations import render_github, render_sarif

        text = render_github(report) if form is Format.GITHUB else render_sarif(report)
    elif form in (Format.JSON, Format.JSONL):
        from scrutiny.sheets.jsonform import render_json, render_jsonl

        text = render_json(report) if form is Format.JSON else render_jsonl(report)
    elif form is Format.CSV:
        text = textforms.render_csv(report)
    elif form is Format.TSV:
        text = textforms.render_csv(report, delimiter="\t")
    elif form in (Format.MARKDOWN, Format.HTML) and report.paper is not None:
        from scrutiny.sheets.paper import render_paper_html, render_paper_markdown

        text = render_paper_html(report.paper) if form is Format.HTML else render_paper_markdown(report.paper)
    elif form is Format.MARKDOWN:
        text = textforms.render_markdown(report)
    elif form is Format.HTML:
        text = textforms.render_html(report)
    else:
        text = textforms.render_text(report)
    return text.encode("utf-8", "replace")


__all__ = ["Format", "format_of", "render"]
