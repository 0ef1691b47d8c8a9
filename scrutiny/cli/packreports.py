"""Room `cli`: packs read for the commands, and the rows of `contents` and `split-pack`."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from scrutiny import __version__
from scrutiny.cli.layouts import CONTENTS, SECTIONS
from scrutiny.cli.progress import Progress
from scrutiny.cli.watchdog import time_budget
from scrutiny.errors import UsageError
from scrutiny.findings import Finding
from scrutiny.pack import Pack, read_pack
from scrutiny.pack.parts import Cut, PackPart, plan_parts
from scrutiny.pack.splitting import plan_splitting, write_splitting
from scrutiny.pdf import Page
from scrutiny.sheets import Format, render
from scrutiny.sheets.model import Report, Table, Value
from scrutiny.sources import Quote


def load_pack(
    file: Path,
    *,
    password: str | None,
    timeout: float | None,
    quiet: bool,
    visit: Callable[[Page], None] | None = None,
) -> Pack:
    """The file's contents, within its time budget and with progress; `visit` is given each page."""
    with time_budget(file, timeout):
        progress = Progress("Reading page", quiet=quiet)
        try:
            return read_pack(file, password=password, progress=progress, visit=visit)
        finally:
            progress.clear()


def cut_named(name: str) -> Cut:
    """The cut that `--by` names. Raises `UsageError`."""
    try:
        return Cut(name)
    except ValueError:
        raise UsageError(f"--by {name}: there is no such cut", advice=f"Say one of {', '.join(Cut)}.") from None


def contents_report(command: str, packs: list[Pack], by: Cut) -> Report:
    """The contents of one or several packs as tables."""
    parts = [part for pack in packs for part in plan_parts(pack, by)]
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
        (
            s.quote.item,
            d.title,
            s.label,
            s.title,
            s.page_first,
            s.page_last,
            s.pdf_first,
            s.pdf_last,
            *paper_cells(s.quote),
        )
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
        part.document.date,
        *paper_cells(part.quote),
    )


def written_line(pack: Pack, by: Cut, folder: Path, *, include_exempt: bool) -> str:
    """What split-pack says at its end: how many files it wrote, and where."""
    parts = plan_parts(pack, by)
    written = plan_splitting(parts, include_exempt=include_exempt).parts
    withheld = len(parts) - len(written)
    left = f"; {withheld} withheld as exempt" if withheld else ""
    plural = "" if len(written) == 1 else "s"
    return f"wrote {len(written)} PDF{plural}, contents.json and contents.csv to {folder}{left}"


def write_parts(
    path: Path,
    pack: Pack,
    by: Cut,
    folder: Path,
    include_exempt: bool,
    force: bool,
    *,
    password: str | None,
    timeout: float | None,
    quiet: bool,
) -> Pack:
    """Writes the parts; gives the pack with what could not be kept among its findings."""
    splitting = plan_splitting(plan_parts(pack, by), include_exempt=include_exempt)

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
