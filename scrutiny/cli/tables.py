"""Room `cli`: `tables`."""

from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import CommonOptions


def tables(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.pdf", help="A reports pack or a single paper.", show_default=False)
    ],
    pages: Annotated[
        str | None,
        typer.Option(
            "--pages", metavar="LIST", help="PDF pages to read, such as 252-255,260. Default: all.", show_default=False
        ),
    ] = None,
    *,
    options: CommonOptions,
) -> None:
    """Print the tables of a paper, cell by cell as they stand.

    \b
    scrutiny tables pack.pdf --pages 252-255
    scrutiny tables report.pdf --output tables.xlsx
    """
    from functools import partial

    from scrutiny.cli.session import read_file
    from scrutiny.products.grids import find_paper_tables, parse_pages, tables_report

    delivery = options.delivery()
    found = read_file(file, partial(find_paper_tables, runs=parse_pages(pages)), options)
    delivery.send(tables_report(found, for_programs=delivery.for_programs))
