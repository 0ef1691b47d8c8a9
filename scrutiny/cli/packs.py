"""Room `cli`: `contents` and `split-pack`, and the rows they show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scrutiny import __version__
from scrutiny.cli.delivery import Delivery
from scrutiny.cli.layouts import CONTENTS, SECTIONS
from scrutiny.cli.options import (
    CheckOption,
    FormatOption,
    NoColorOption,
    OutputOption,
    PackFile,
    PackFiles,
    PasswordOption,
    QuietOption,
    StrictOption,
    TimeoutOption,
)
from scrutiny.cli.progress import Progress
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import UsageError
from scrutiny.sheets import Format, Report, Table, Value

if TYPE_CHECKING:
    from scrutiny.findings import Finding
    from scrutiny.pack import Pack
    from scrutiny.pack.parts import PackPart
    from scrutiny.sources import Quote

CUTS = ("document", "item", "appendix")

ByOption = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="|".join(CUTS),
        help="What becomes one part: each document, each agenda item, or documents cut at their appendices too.",
        autocompletion=lambda: list(CUTS),
    ),
]


def contents(
    files: PackFiles,
    by: ByOption = "document",
    form: FormatOption = None,
    output: OutputOption = None,
    check: CheckOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print what is in a reports pack: each document with its item and pages.

    \b
    scrutiny contents pack.pdf
    scrutiny contents pack.pdf --format csv > contents.csv
    """
    delivery = Delivery(form=form, output=output, check=check, strict=strict, quiet=quiet, no_color=no_color)
    packs = [load_pack(file, password=password, timeout=timeout, quiet=quiet) for file in files]
    delivery.send(contents_report("contents", packs, _cut(by)))


def split_pack(
    pack_file: PackFile,
    folder: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Folder for the parts. Default: the pack's name.", show_default=False),
    ] = None,
    by: ByOption = "document",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the parts without writing them.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files of the same name.")] = False,
    include_exempt: Annotated[
        bool, typer.Option("--include-exempt", help="Write exempt parts too. Only if you may have them.")
    ] = False,
    form: FormatOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Cut a reports pack into one PDF per document, with contents.json and contents.csv.

    \b
    scrutiny split-pack pack.pdf -o parts
    scrutiny split-pack pack.pdf --by appendix --dry-run
    """
    delivery = Delivery(form=form, strict=strict, quiet=quiet, no_color=no_color)
    pack = load_pack(pack_file, password=password, timeout=timeout, quiet=quiet)
    if not dry_run:
        target = folder if folder is not None else Path(pack_file.name).with_suffix("")
        pack = _write_parts(pack_file, pack, by, target, include_exempt, force, password, timeout, quiet)
    delivery.send(contents_report("split-pack", [pack], _cut(by)))


def load_pack(file: Path, *, password: str | None, timeout: float | None, quiet: bool) -> Pack:
    """The file's contents, within its time budget and with progress."""
    with time_budget(file, timeout):
        from scrutiny.pack import read_pack

        progress = Progress("Reading page", quiet=quiet)
        try:
            return read_pack(file, password=password, progress=progress)
        finally:
            progress.clear()


def contents_report(command: str, packs: list[Pack], by: str) -> Report:
    """The contents of one or several packs as tables."""
    from scrutiny.pack.parts import Cut, plan_parts

    parts = [part for pack in packs for part in plan_parts(pack, Cut(by))]
    rows = [_part_row(part) for part in parts]
    # a person is shown what tells rows apart: the file among several, exempt items where there are any
    shown = {
        "file": len(packs) > 1,
        "exempt": any(part.exempt for part in parts),
        "file_name": command == "split-pack",
    }
    columns = tuple(replace(column, shown=shown.get(column.name, column.shown)) for column in CONTENTS.columns)
    layout = replace(CONTENTS, columns=columns)
    sections = [
        (s.quote.item, d.title, s.label, s.title, s.page_first, s.page_last, s.pdf_first, s.pdf_last, *paper_cells(s.quote))
        for pack in packs
        for d in pack.documents
        for s in d.sections
    ]
    return Report(
        command=command,
        version=__version__,
        sources=tuple(pack.source for pack in packs),
        tables=(Table(layout=layout, rows=tuple(rows)), Table(layout=SECTIONS, rows=tuple(sections))),
        findings=tuple(finding for pack in packs for finding in pack.findings),
    )


def paper_cells(quote: Quote) -> tuple[Value, ...]:
    """The cells of `PAPER_COLUMNS`."""
    return quote.file, quote.page_label, quote.pdf_page, quote.text


def _part_row(part: PackPart) -> tuple[Value, ...]:
    return (
        part.document.item,
        part.title,
        part.kind.value,
        part.page_first,
        part.page_last,
        part.pdf_first,
        part.pdf_last,
        part.exempt,
        part.file_name,
        ", ".join(part.evidence),
        *paper_cells(part.quote),
    )


def _cut(by: str) -> str:
    if by not in CUTS:
        raise UsageError(f"--by {by}: there is no such cut", advice=f"Say one of {', '.join(CUTS)}.")
    return by


def _write_parts(
    path: Path,
    pack: Pack,
    by: str,
    folder: Path,
    include_exempt: bool,
    force: bool,
    password: str | None,
    timeout: float | None,
    quiet: bool,
) -> Pack:
    """Writes the parts; gives the pack with what could not be kept among its findings."""
    from scrutiny.pack.parts import Cut, plan_parts
    from scrutiny.pack.splitting import plan_splitting, write_splitting
    from scrutiny.sheets import render

    splitting = plan_splitting(pack, plan_parts(pack, Cut(_cut(by))), include_exempt=include_exempt)

    def with_findings(losses: tuple[Finding, ...]) -> Pack:
        return replace(pack, findings=(*pack.findings, *splitting.findings, *losses))

    def listing(losses: tuple[Finding, ...]) -> dict[str, bytes]:
        report = contents_report("split-pack", [with_findings(losses)], by)
        return {"contents.json": render(report, Format.JSON), "contents.csv": render(report, Format.CSV)}

    progress = Progress("Writing part", quiet=quiet)
    with time_budget(path, timeout):
        try:
            losses = write_splitting(
                path, pack, splitting, folder, listing=listing, force=force, password=password, progress=progress
            )
        finally:
            progress.clear()
    return with_findings(losses)
