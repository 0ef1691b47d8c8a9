"""Room `cli`: `tables`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from scrutiny.cli.options import CommonOptions, PackFiles, valued

if TYPE_CHECKING:
    from scrutiny.paper import OpenPaper
    from scrutiny.sheets.model import Report


def tables(
    files: PackFiles,
    pages: Annotated[
        str | None,
        valued("--pages", "LIST", "Pages to read, counted in the PDF, not as printed: 252-255,260. Default: all."),
    ] = None,
    *,
    options: CommonOptions,
) -> None:
    """Print the tables of a paper, cell by cell.

    \b
    scrutiny tables pack.pdf --pages 252-255
    scrutiny tables report.pdf --output tables.xlsx
    """
    from functools import partial

    from scrutiny.cli.delivery import send
    from scrutiny.cli.session import read_files

    load = partial(_load, pages, options.output_form.for_programs)
    if pages is not None:
        load()  # they may be none
    reports = read_files(files, load, options, every_table=pages is None)
    from scrutiny.products.joining import joined

    send(joined(reports, for_reading=options.output_form.for_reading), options)


def _load(pages: str | None, for_programs: bool) -> "Callable[[OpenPaper], Report]":
    from functools import partial

    from scrutiny.products.grids import parse_pages, tables_report

    return partial(tables_report, runs=parse_pages(pages), for_programs=for_programs)
