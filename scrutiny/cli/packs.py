"""Room `cli`: `contents` and `split-pack`."""

from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import CommonOptions, CutOption, PackFile, PackFiles


def contents(
    files: PackFiles,
    by: CutOption = "document",
    *,
    options: CommonOptions,
) -> None:
    """Print what is in a reports pack, with items and pages.

    \b
    scrutiny contents pack.pdf
    scrutiny contents pack.pdf --format csv > contents.csv
    """
    from scrutiny.cli.session import read_files
    from scrutiny.paper import pack_of
    from scrutiny.products.contents import contents_report, cut_named

    delivery = options.delivery()
    packs = read_files(files, pack_of, options)
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
    *,
    options: CommonOptions,
) -> None:
    """Cut a reports pack into one PDF per document. Beside them stand contents.json and contents.csv.

    \b
    scrutiny split-pack pack.pdf -o parts
    scrutiny split-pack pack.pdf --by appendix --dry-run
    """
    from functools import partial

    from scrutiny.cli.progress import Progress
    from scrutiny.cli.session import read_file
    from scrutiny.paper import pack_of
    from scrutiny.products.contents import contents_report, cut_named, write_parts, written_line

    delivery = options.delivery()
    cut = cut_named(by)
    target = folder if folder is not None else Path(pack_file.name).with_suffix("")
    write = partial(
        write_parts, path=pack_file, by=cut, folder=target, force=force,
        password=options.password, progress=Progress("Writing part", quiet=options.quiet),
    )  # fmt: skip
    pack = read_file(pack_file, pack_of if dry_run else write, options)
    delivery.send(contents_report("split-pack", [pack], cut))
    if not dry_run and not options.quiet:
        typer.echo(written_line(pack, cut, target), err=True)
