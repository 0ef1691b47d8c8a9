"""How many cells of the same forty tables are read right in each of ten layouts:

    python -m tests.table_layouts [--peer]

`--peer` reads them with pdfplumber too, where it is installed.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from scrutiny.pdf import read_pdf
from scrutiny.tables import find_tables
from tests.builders.table_layouts import MadeTable, Setting, cells_right, document, expected, made_tables

Read = list[tuple[int, list[list[str]]]]


def read_ours(path: Path) -> Read:
    """The tables with the page each begins on."""
    with read_pdf(path) as pdf:
        return [
            (table.pages[0], [[cell.text for cell in table.header], *(list(row) for row in table.texts())])
            for table in find_tables(pdf.pages())
        ]


def read_peer(path: Path) -> Read:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return [
            (number, [[" ".join((cell or "").split()) for cell in row] for row in rows])
            for number, page in enumerate(pdf.pages, start=1)
            for rows in page.extract_tables()
        ]


def score(tables: tuple[MadeTable, ...], setting: Setting, read: Callable[[Path], Read]) -> Iterator[tuple[int, int]]:
    """Cells read right and cells in each table. The best table on its page counts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tables.pdf"
        path.write_bytes(document(tables, setting))
        found = read(path)
    pages = 2 if setting is Setting.BROKEN else 1
    for number, table in enumerate(tables):
        own = [rows for page, rows in found if number * pages < page <= (number + 1) * pages]
        want = expected(table, setting)
        yield max((cells_right(want, rows) for rows in own), default=0), sum(map(len, want))


def main() -> None:
    tables = made_tables()
    for setting in Setting:
        line = f"{setting:20}"
        for name, read in (("scrutiny", read_ours), ("pdfplumber", read_peer))[: 2 if "--peer" in sys.argv else 1]:
            scores = list(score(tables, setting, read))
            line += f"  {name} {sum(a for a, _ in scores) / sum(b for _, b in scores):.4f}"
            if "-v" in sys.argv and name == "scrutiny":
                line += f"  {[(n, a, b) for n, (a, b) in enumerate(scores) if a < b]}"
        print(line)


if __name__ == "__main__":
    main()
