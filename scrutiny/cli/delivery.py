"""Room `cli`: a report brought to where it was asked for.

stdout is data, stderr is for people. Takes a `Report` and the common options, gives output and, where it
must be, exit code 1.
"""

import codecs
import difflib
import shutil
import sys
from pathlib import Path
from typing import TextIO

import typer
from msgspec.structs import replace

from scrutiny.cli.options import CommonOptions
from scrutiny.errors import ExitCode, InputError
from scrutiny.findings import FindingCode
from scrutiny.language.patterns import pattern_of
from scrutiny.sheets import Format, render
from scrutiny.sheets.model import Report

_FOR_READING = (Format.TABLE, Format.TEXT)


def send(report: Report, options: CommonOptions) -> None:
    """Prints, writes or compares the report. Raises `typer.Exit` with 1 where that is the answer."""
    form = options.output_form
    report = _with_unread(report, options)
    if options.compare is not None:
        differs = differs_from(render(report, form), options.compare)
    else:
        differs = False
        _put(report, form, options)
    in_paper = report.paper is not None and form in (Format.MARKDOWN, Format.HTML, Format.DOCX)
    elsewhere = options.compare is not None or options.output is not None or form not in _FOR_READING
    if report.findings and elsewhere and not in_paper and not options.quiet:
        from scrutiny.sheets.textforms import render_findings

        sys.stdout.flush()
        said = tuple(each for each in report.findings if each.code is not FindingCode.FILE_NOT_READ)  # see `unread`
        sys.stderr.write(render_findings(replace(report, findings=said), width_of(sys.stderr)))
    if differs or (options.strict and report.failed):
        raise typer.Exit(ExitCode.FINDINGS)


def _with_unread(report: Report, options: CommonOptions) -> Report:
    """With the files that were left out among the findings, and in the paper for people."""
    if not options.unread:
        return report
    findings = tuple(each.finding for each in options.unread)
    paper = report.paper
    if paper is not None:
        paper = replace(paper, text=(*paper.text, *(f"Not read: {each.message}." for each in findings)))
    return replace(report, findings=(*findings, *report.findings), paper=paper)


def _put(report: Report, form: Format, options: CommonOptions) -> None:
    if options.output is not None:
        from scrutiny.outputs import write_file

        data = render(report, form)
        if form is Format.CSV:
            data = codecs.BOM_UTF8 + data  # Excel reads UTF-8 wrongly without it
        write_file(options.output, data)
    elif form is Format.TABLE:
        from rich.console import Console

        from scrutiny.sheets.terminal import print_report

        no_color = options.no_color or None
        console = Console(no_color=no_color, highlight=False, markup=False, emoji=False, soft_wrap=False)
        print_report(report, console)
    else:
        write_out(render(report, form))
        if form is Format.TEXT and (report.findings or report.closing):
            from scrutiny.sheets.textforms import WIDTH, render_findings, tables_to_show

            gap = "\n" if tables_to_show(report) else ""
            closing = f"{report.closing}\n" if report.closing else ""
            write_out(f"{gap}{render_findings(report, WIDTH)}{closing}".encode("utf-8", "replace"))


def width_of(stream: TextIO) -> int | None:
    """The characters of a line, where the stream is a terminal; its own wrapping would break words."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def write_text(text: str) -> None:
    """A page of text to stdout: as it is in a pipe, at a terminal in lines that fit, below where their words begin."""
    width = width_of(sys.stdout)
    if width is not None:
        text = "\n".join(_fitted(line, width) for line in text.split("\n"))
    write_out(text.encode())


_BEFORE_WORDS = pattern_of(r"^(?:\S+ {2,}| +)")
"""A margin, or a name with the gap behind it: "total-mismatch   A printed total ..."."""


def _fitted(line: str, width: int) -> str:
    from scrutiny.sheets.fitting import wrap

    if len(line) <= width:
        return line
    found = _BEFORE_WORDS.match(line)
    margin = found[0] if found else ""
    words = wrap(line[len(margin) :], max(width - len(margin), 20)).split("\n")
    return "\n".join(f"{margin if at == 0 else ' ' * len(margin)}{each}" for at, each in enumerate(words))


def write_out(data: bytes) -> None:
    """Bytes to stdout, the same on every system and in every locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def differs_from(data: bytes, path: Path) -> bool:
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
    from scrutiny.sheets.cleaning import harmless

    write_out(harmless(difference).encode("utf-8", "replace"))  # the other file may hold anything
    return True
