"""Room `cli`: `contents` and `split-pack`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scrutiny.cli.options import CommonOptions, CutOption, PackFiles, valued

if TYPE_CHECKING:
    from scrutiny.pack import Pack
    from scrutiny.pack.parts import Cut
    from scrutiny.paper import OpenPaper


def contents(files: PackFiles, by: CutOption = "document", *, options: CommonOptions) -> None:
    """Print what is in a reports pack, with items and pages.

    \b
    scrutiny contents pack.pdf
    scrutiny contents pack.pdf --format csv > contents.csv
    """
    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import read_files

    packs = read_files(files, _load, options)
    from scrutiny.products.contents import contents_report, cut_named

    send(contents_report("contents", packs, cut_named(by), for_reading=options.output_form.for_reading), options)


def split_pack(
    files: PackFiles,
    folder: Annotated[
        Path | None,
        valued(
            "--output",
            "DIR",
            short="-o",
            text="Folder for the parts; several packs each get a folder in it. Default: the pack's name.",
        ),
    ] = None,
    by: CutOption = "document",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List the parts without writing them.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files of the same name.")] = False,
    *,
    options: CommonOptions,
) -> None:
    """Cut a reports pack into one PDF per document. It also writes a list of them,
    contents.json and contents.csv.

    \b
    scrutiny split-pack pack.pdf -o parts
    scrutiny split-pack pack.pdf --by appendix --dry-run
    scrutiny split-pack packs/*.pdf -o papers
    """
    from functools import partial

    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import map_files, read_files
    from scrutiny.products.contents import contents_report, cut_named, folders_for, written_line

    cut = cut_named(by)
    targets = folders_for(files, folder)

    if dry_run:
        packs = read_files(files, _load, options)
    else:
        packs = map_files(files, partial(_split, by=cut, targets=targets, force=force), options)
    send(contents_report("split-pack", packs, cut, for_reading=options.output_form.for_reading), options)
    if not dry_run and not options.quiet:
        read = [path for path in files if path not in [each.path for each in options.unread]]
        for path, pack in zip(read, packs, strict=True):
            typer.echo(written_line(pack, cut, targets[path]), err=True)


def _load() -> "Callable[[OpenPaper], Pack]":
    from scrutiny.products.contents import pack_of

    return pack_of


def _split(path: Path, *, by: "Cut", targets: dict[Path, Path], force: bool, options: CommonOptions) -> "Pack":
    """Writes the parts of one pack."""
    from functools import partial

    from scrutiny.cli.progress import Progress
    from scrutiny.cli.session import read_file
    from scrutiny.products.contents import write_parts

    progress = Progress("Writing part", quiet=options.quiet)
    write = partial(
        write_parts, path=path, by=by, folder=targets[path], force=force, password=options.password, progress=progress
    )
    try:
        return read_file(path, lambda: write, options)
    finally:
        progress.clear()
