"""Room `cli`: `contents` and `split-pack`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import (
    CheckOption,
    CutOption,
    FormatOption,
    JobsOption,
    NoColorOption,
    OutputOption,
    PackFile,
    PackFiles,
    PasswordOption,
    QuietOption,
    StrictOption,
    TimeoutOption,
)


def contents(
    files: PackFiles,
    by: CutOption = "document",
    form: FormatOption = None,
    output: OutputOption = None,
    check: CheckOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    jobs: JobsOption = 1,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Print what is in a reports pack, with items and pages.

    \b
    scrutiny contents pack.pdf
    scrutiny contents pack.pdf --format csv > contents.csv
    """
    from scrutiny.cli.delivery import Delivery
    from scrutiny.cli.jobs import load_each
    from scrutiny.cli.packreports import contents_report, cut_named, load_pack

    delivery = Delivery(form=form, output=output, check=check, strict=strict, quiet=quiet, no_color=no_color)
    packs = load_each(partial(load_pack, password=password, timeout=timeout, quiet=quiet), files, jobs)
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
    form: FormatOption = None,
    strict: StrictOption = False,
    password: PasswordOption = None,
    timeout: TimeoutOption = None,
    quiet: QuietOption = False,
    no_color: NoColorOption = False,
) -> None:
    """Cut a reports pack into one PDF per document. Beside them stand contents.json and contents.csv.

    \b
    scrutiny split-pack pack.pdf -o parts
    scrutiny split-pack pack.pdf --by appendix --dry-run
    """
    from scrutiny.cli.delivery import Delivery
    from scrutiny.cli.packreports import contents_report, cut_named, load_pack, write_parts

    delivery = Delivery(form=form, strict=strict, quiet=quiet, no_color=no_color)
    pack = load_pack(pack_file, password=password, timeout=timeout, quiet=quiet)
    if not dry_run:
        target = folder if folder is not None else Path(pack_file.name).with_suffix("")
        pack = write_parts(pack_file, pack, cut_named(by), target, include_exempt, force, password, timeout, quiet)
    delivery.send(contents_report("split-pack", [pack], cut_named(by)))
