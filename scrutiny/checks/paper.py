"""Room `checks`: every generic check of one document, in their order.

Takes a document, gives what came of every check. Adding a check is a line in the list below and a function with its
own module.
"""

from collections.abc import Iterable, Iterator, Sequence

from scrutiny.checks.balances import check_balances
from scrutiny.checks.hiding import check_hiding
from scrutiny.checks.listed import check_listed
from scrutiny.checks.model import Checked, PlacedTable
from scrutiny.checks.named import check_named
from scrutiny.checks.numbering import Accounted, check_captions, check_numbering, check_year_headings
from scrutiny.checks.prose import check_malformed, check_sentences, check_weekdays
from scrutiny.checks.quoting import check_quoted
from scrutiny.checks.rated import check_rated
from scrutiny.checks.ratings import check_against_targets, check_key, check_ratings, find_tolerance
from scrutiny.checks.reckonings import check_arithmetic
from scrutiny.checks.spans import check_spans
from scrutiny.paper.document import PaperDocument, Paragraph
from scrutiny.sources import Quote


def check_document(
    document: PaperDocument, *, accounted: Accounted | None = None, pages: frozenset[int] | None = None
) -> Iterator[Checked]:
    """What came of every check, in the order in which findings about the same figure are believed. `accounted` says
    whether a number begins a line on some pages, None where its numbers are not checked: those of a front sheet are not
    its own. Where only what is found on some `pages` matters, the sentences that stand elsewhere are not checked by
    themselves, nor against tables that stand elsewhere too, nor these by themselves."""
    tables = [PlacedTable(measured=measured, quote=document.quote) for measured in document.measured]
    paragraphs, texts = document.paragraphs, document.texts
    alone, own = paragraphs, tables
    if pages is not None:
        alone = tuple(each for each in paragraphs if _are_near((one.pdf_page for one in each.sentences), pages))
        own = [each for each in tables if _are_near(each.table.pages, pages)]
    yield from check_balances(own, [each for each in tables if each not in own])
    for table in own:
        yield from check_hiding(table)
        yield from check_year_headings(table)
    tolerance = find_tolerance(texts) if tables else None
    for table in own:
        yield from check_ratings(table, tolerance)
        yield from check_against_targets(table, texts)
    yield from check_key(tables, _sentences(paragraphs))
    yield from check_rated(tables, _sentences(paragraphs))
    for table in own:
        yield from _check_cells(table)
    yield from check_named(tables, paragraphs, None if own else alone)
    yield from check_quoted(tables, paragraphs)
    yield from check_sentences(alone)
    yield from check_arithmetic(_sentences(alone))
    yield from check_listed(paragraphs)
    yield from check_spans(paragraphs, alone)
    yield from check_captions(tables)
    if accounted is not None:
        yield from check_numbering(paragraphs, accounted)


def _are_near(places: Iterable[int], pages: frozenset[int]) -> bool:
    """Whether what begins on some pages stands on some others, or may run on to them."""
    return any(pages & {page, page + 1} for page in places)


def _sentences(paragraphs: Sequence[Paragraph]) -> list[Quote]:
    return [sentence for paragraph in paragraphs for sentence in paragraph.sentences]


def _check_cells(table: PlacedTable) -> Iterator[Checked]:
    for row in (table.table.header, *table.table.rows):
        for cell in row:
            if "£" in cell.text or "%" in cell.text:
                yield from check_malformed(table.quote(cell))
            if "day" in cell.text:
                yield from check_weekdays(table.quote(cell))
