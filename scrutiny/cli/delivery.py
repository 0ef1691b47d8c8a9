"""Room `cli`: a report brought to where it was asked for.

stdout is data, stderr is for people. Takes a `Report` and the common options, gives output and, where it
must be, exit code 1.
"""

import codecs
import difflib
import sys
from dataclasses import dataclass
from pathlib import Path

import typer

from scrutiny.errors import ExitCode, InputError, UsageError
from scrutiny.sheets import Format, format_of, render
from scrutiny.sheets.model import Report

_FOR_READING = (Format.TABLE, Format.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The common options of a command."""

    form: Format | None = None
    output: Path | None = None
    check: Path | None = None
    strict: bool = False
    quiet: bool = False
    no_color: bool = False

    @property
    def for_programs(self) -> bool:
        """Whether the output is JSON or JSON Lines."""
        return self._form() in (Format.JSON, Format.JSONL)

    @property
    def for_reading(self) -> bool:
        """Whether the output is for people: a table, text, Markdown or a page."""
        return self._form() in (Format.TABLE, Format.TEXT, Format.MARKDOWN, Format.HTML, Format.DOCX)

    @property
    def pictured(self) -> bool:
        """Whether the output can show pictures."""
        return self._form() in (Format.HTML, Format.DOCX)

    def send(self, report: Report) -> None:
        """Prints, writes or compares the report. Raises `typer.Exit` with 1 where that is the answer."""
        form = self._form()
        if self.check is not None:
            differs = compare(render(report, form), self.check)
        else:
            differs = False
            self._put(report, form)
        in_paper = report.paper is not None and form in (Format.MARKDOWN, Format.HTML, Format.DOCX)
        to_stderr = (self.check is not None or self.output is not None or form not in _FOR_READING) and not in_paper
        if report.findings and to_stderr and not self.quiet:
            from scrutiny.sheets.textforms import render_findings

            sys.stdout.flush()
            sys.stderr.write(render_findings(report))
        if differs or (self.strict and report.failed):
            raise typer.Exit(ExitCode.FINDINGS)

    def _form(self) -> Format:
        """The format: as said, or by the name of the file, or by whether a person is looking."""
        named = self.output or self.check
        if self.form is not None:
            if self.form in (Format.XLSX, Format.DOCX) and named is None:
                kind = "an Excel workbook" if self.form is Format.XLSX else "a Word document"
                raise UsageError(f"{kind} cannot be printed", advice=f"Give --output FILE.{self.form.value}.")
            return self.form
        if named is not None:
            return format_of(named.name)
        return Format.TABLE if sys.stdout.isatty() else Format.TEXT

    def _put(self, report: Report, form: Format) -> None:
        if self.output is not None:
            from scrutiny.outputs import write_file

            data = render(report, form)
            if form is Format.CSV:
                data = codecs.BOM_UTF8 + data  # Excel reads UTF-8 wrongly without it
            write_file(self.output, data)
        elif form is Format.TABLE:
            from rich.console import Console

            from scrutiny.sheets.terminal import print_report

            console = Console(
                no_color=True if self.no_color else None, highlight=False, markup=False, emoji=False, soft_wrap=False
            )
            print_report(report, console)
        else:
            write_out(render(report, form))
            if form is Format.TEXT and report.findings:
                from scrutiny.sheets.textforms import render_findings

                write_out(("\n" + render_findings(report)).encode("utf-8", "replace"))


def write_out(data: bytes) -> None:
    """Bytes to stdout, the same on every system and in every locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def compare(data: bytes, path: Path) -> bool:
    """Whether the file differs from the data; prints a unified diff if so. Raises `InputError`."""
    try:
        committed = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path} cannot be compared: {error.strerror}", advice=f"Make it first: --output {path}"
        ) from None
    plain = committed.removeprefix(codecs.BOM_UTF8)
    if plain == data or committed == data:
        return False
    try:
        old, new = plain.decode().splitlines(keepends=True), data.decode().splitlines(keepends=True)
        difference = "".join(
            line if line.endswith("\n") else line + "\n" for line in difflib.unified_diff(old, new, str(path), "now")
        )
    except UnicodeDecodeError:
        difference = f"{path} differs\n"
    write_out(difference.encode("utf-8", "replace"))
    return True
