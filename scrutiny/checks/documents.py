"""Room `checks`: the generic checks of one document: its tables against themselves, its sentences against themselves
and against its tables.

Takes a `PaperDocument`, gives what came of every check, in no order. What stands on a page beside figures (ratings,
numbering, malformed prints) is not its matter.
"""

from collections.abc import Iterator

from scrutiny.checks.arithmetic import check_arithmetic
from scrutiny.checks.model import Checked, PlacedTable
from scrutiny.checks.prose import check_sentences
from scrutiny.checks.tables import check_stated_totals, check_tables
from scrutiny.paper import PaperDocument


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
    placed = placed_tables(document)
    yield from check_tables(placed)
    yield from check_stated_totals(placed, document.sentences)
    yield from check_sentences(document.paragraphs)
    yield from check_arithmetic(document.sentences)
