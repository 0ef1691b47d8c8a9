"""Room `checks`: the generic checks of one document of an open paper.

Takes a `PaperDocument`, gives its tables as the checks take them, each measured once, and what came of every check of
its figures. The numbers of its paragraphs are not its matter.
"""

from collections.abc import Iterator

from scrutiny.checks.model import Checked, PlacedTable
from scrutiny.checks.paper import check_paper
from scrutiny.paper.document import PaperDocument


def placed_tables(document: PaperDocument) -> list[PlacedTable]:
    """The tables of a document as the checks take them."""
    return [
        PlacedTable(
            table=measured.table, quote=document.quote, text=document.text_of(measured.table), measured=measured
        )
        for measured in document.measured
    ]


def check_document(document: PaperDocument) -> Iterator[Checked]:
    """What came of the checks of its tables and sentences."""
    yield from check_paper(placed_tables(document), document.paragraphs, texts=document.texts)
