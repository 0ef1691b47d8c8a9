"""Room `cli`: `tables`."""

from pathlib import Path
from typing import Annotated

import typer

from scrutiny.cli.options import Asked


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
    asked: Asked,
) -> None:
    """Print the tables of a paper, cell by cell as they stand.

    \b
    scrutiny tables pack.pdf --pages 252-255
    scrutiny tables report.pdf --output tables.xlsx
    """
    from scrutiny.cli.tablereports import cells_report, grids_report, load_tables, page_numbers

    delivery = asked.delivery()
    found = load_tables(file, page_numbers(pages), **asked.reading)
    delivery.send(cells_report(found) if delivery.for_programs else grids_report(found))
