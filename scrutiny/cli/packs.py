"""Room `cli`: `contents` and `split-pack`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import Asked, CutOption, PackFile, PackFiles


def contents(
    files: PackFiles,
    by: CutOption = "document",
    *,
    asked: Asked,
) -> None:
    """Print what is in a reports pack, with items and pages.

    \b
    scrutiny contents pack.pdf
    scrutiny contents pack.pdf --format csv > contents.csv
    """
    from scrutiny.cli.jobs import load_each
    from scrutiny.cli.packreports import contents_report, cut_named, load_pack

    delivery = asked.delivery()
    packs = load_each(partial(load_pack, **asked.reading), files, asked.jobs)
    delivery.send(contents_report("contents", packs, cut_named(by)))


def split_pack(
    pack_file: PackFile,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DIR", help="Folder for the parts. Default: the pack's name.", show_default=False
        ),
    ] = None,
    by: CutOption = "document",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the parts without writing them.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files of the same name.")] = False,
    include_exempt: Annotated[
        bool, typer.Option("--include-exempt", help="Write exempt parts too. Only if you may have them.")
    ] = False,
    *,
    asked: Asked,
) -> None:
    """Cut a reports pack into one PDF per document. Beside them stand contents.json and contents.csv.

    \b
    scrutiny split-pack pack.pdf -o parts
    scrutiny split-pack pack.pdf --by appendix --dry-run
    """
    from scrutiny.cli.packreports import contents_report, cut_named, load_pack, write_parts, written_line

    delivery = asked.delivery()
    pack = load_pack(pack_file, **asked.reading)
    target = folder if folder is not None else Path(pack_file.name).with_suffix("")
    if not dry_run:
        pack = write_parts(pack_file, pack, cut_named(by), target, include_exempt, force, **asked.reading)
    delivery.send(contents_report("split-pack", [pack], cut_named(by)))
    if not dry_run and not asked.reading["quiet"]:
        typer.echo(written_line(pack, cut_named(by), target, include_exempt=include_exempt), err=True)
