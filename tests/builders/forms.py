"""A command that is run once and delivers its report in several formats, as if it had been run with each of them."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import typer
from msgspec.structs import replace

from scrutiny.cli import delivery
from scrutiny.cli.options import CommonOptions
from scrutiny.sheets import Format
from scrutiny.sheets.model import Report

GROUPS = (
    (Format.TEXT, Format.TABLE, Format.MARKDOWN), (Format.HTML, Format.DOCX), (Format.JSON, Format.JSONL),
    (Format.CSV, Format.TSV, Format.GITHUB, Format.SARIF, Format.XLSX),
)  # fmt: skip
"""Formats for which a command makes the same report: for reading, with pictures, for programs, the others."""

END = "\n<<<end of a format>>>\n"
"""Stands behind what is printed in each of the formats, on stdout and on stderr."""


@contextmanager
def sent_as(forms: Sequence[Format | None], outputs: Sequence[Path] = ()) -> Iterator[list[Report]]:
    """What a command sends goes out in each of the formats (None: the one it would choose) and to the file beside it,
    where there are files; gives the reports that were sent."""
    reports: list[Report] = []
    send = delivery.send

    def send_all(report: Report, options: CommonOptions) -> None:
        reports.append(report)
        ended: typer.Exit | None = None
        for at, form in enumerate(forms):
            try:
                send(report, replace(options, form=form, output=outputs[at] if outputs else options.output))
            except typer.Exit as end:
                ended = end
            for stream in (sys.stdout, sys.stderr):
                stream.write(END)
                stream.flush()
        if ended is not None:
            raise ended

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delivery, "send", send_all)
        yield reports
