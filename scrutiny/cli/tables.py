"""Room `cli`: `tables`."""

from typing import Annotated

import typer

from scrutiny.cli.options import CommonOptions, PackFiles


def tables(
    files: PackFiles,
    pages: Annotated[
        str | None,
        typer.Option(
            "--pages",
            metavar="LIST",
            help="Pages to read, counted in the PDF, not as printed: 252-255,260. Default: all.",
            show_default=False,
        ),
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
    from scrutiny.products.grids import find_paper_tables, parse_pages, tables_report
    from scrutiny.products.joining import joined

    delivery = options.delivery()
    found = read_files(files, partial(find_paper_tables, runs=parse_pages(pages)), options)
    delivery.send(
        joined(
            [tables_report(each, for_programs=delivery.for_programs) for each in found],
            for_reading=delivery.for_reading,
        )
    )
