"""Room `cli`: `tables`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from scrutiny.cli.options import CommonOptions, PackFiles, valued

if TYPE_CHECKING:
    from scrutiny.paper import OpenPaper
    from scrutiny.products.grids import PaperTables, Runs


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

    from scrutiny.cli.session import read_files
    from scrutiny.products.grids import parse_pages, tables_report
    from scrutiny.products.joining import joined

    delivery = options.delivery()
    found = read_files(files, partial(_load, parse_pages(pages)), options)
    delivery.send(
        joined(
            [tables_report(each, for_programs=delivery.for_programs) for each in found],
            for_reading=delivery.for_reading,
        )
    )


def _load(runs: "Runs | None") -> "Callable[[OpenPaper], PaperTables]":
    from functools import partial

    from scrutiny.products.grids import find_paper_tables

    return partial(find_paper_tables, runs=runs)
