"""Room `checks`: every generic check of one paper, as a list.

Takes a document, or its tables and paragraphs, gives what came of every check. Adding a check is a line in the list
below and a function with its own module.
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from scrutiny.checks.balances import check_balances
from scrutiny.checks.hiding import check_hiding
from scrutiny.checks.model import Checked, PlacedTable
from scrutiny.checks.numbering import Accounted, check_captions, check_numbering, check_year_headings
from scrutiny.checks.prose import check_malformed, check_sentences, check_weekdays
from scrutiny.checks.quoting import check_quoted
from scrutiny.checks.ratings import check_against_targets, check_key, check_ratings, find_tolerance
from scrutiny.checks.reckonings import check_arithmetic
from scrutiny.paper.document import PaperDocument, Paragraph
from scrutiny.sources import Quote


class CheckedPaper(Struct, frozen=True, kw_only=True):
    """One document as the checks take it. `texts` are the texts of its pages; `accounted` says whether a number
    begins a line on some pages, None where its numbers are not checked: those of a front sheet are not its own. `alone`
    are the paragraphs whose sentences are each checked by themselves, figure against figure."""

    tables: tuple[PlacedTable, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Quote, ...]
    alone: tuple[Paragraph, ...]
    texts: tuple[str, ...]
    accounted: Accounted | None


def _cells(paper: CheckedPaper) -> Iterator[Checked]:
    for placed in paper.tables:
        for row in (placed.table.header, *placed.table.rows):
            for cell in row:
                if "£" in cell.text or "%" in cell.text:
                    yield from check_malformed(placed.quote(cell))
                if "day" in cell.text:
                    yield from check_weekdays(placed.quote(cell))


def _ratings(paper: CheckedPaper) -> Iterator[Checked]:
    tolerance = find_tolerance(paper.texts)
    for placed in paper.tables:
        yield from check_ratings(placed, tolerance)
        yield from check_against_targets(placed, paper.texts)
    yield from check_key(paper.tables, paper.sentences)


def _hidden(paper: CheckedPaper) -> Iterator[Checked]:
    for each in paper.tables:
        yield from check_hiding(each)
        yield from check_year_headings(each)


def _numbers(paper: CheckedPaper) -> Iterator[Checked]:
    if paper.accounted is not None:
        yield from check_numbering(paper.paragraphs, paper.accounted)


CHECKS: tuple[Callable[[CheckedPaper], Iterator[Checked]], ...] = (
    lambda paper: check_balances(paper.tables),
    _hidden,
    _ratings,
    _cells,
    lambda paper: check_quoted(paper.tables, paper.paragraphs),
    lambda paper: check_sentences(paper.alone),
    lambda paper: check_arithmetic(_sentences(paper.alone)),
    lambda paper: check_captions(paper.tables),
    _numbers,
)
"""Every check of one document, in the order in which findings about the same figure are believed."""


def check_paper(
    tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph], *, texts: Sequence[str],
    accounted: Accounted | None = None, alone: Sequence[Paragraph] | None = None,
) -> Iterator[Checked]:  # fmt: skip
    """What came of every check of one document; with `alone`, sentences are checked by themselves only in these
    paragraphs."""
    paper = CheckedPaper(
        tables=tuple(tables), paragraphs=tuple(paragraphs),
        sentences=_sentences(paragraphs), alone=tuple(paragraphs if alone is None else alone),
        texts=tuple(texts), accounted=accounted,
    )  # fmt: skip
    for check in CHECKS:
        yield from check(paper)


def _sentences(paragraphs: Sequence[Paragraph]) -> tuple[Quote, ...]:
    return tuple(sentence for paragraph in paragraphs for sentence in paragraph.sentences)


def placed_tables(document: PaperDocument) -> list[PlacedTable]:
    """The tables of a document as the checks take them."""
    return [PlacedTable(measured=measured, quote=document.quote) for measured in document.measured]


def check_document(document: PaperDocument) -> Iterator[Checked]:
    """What came of the checks of its tables and sentences."""
    yield from check_paper(placed_tables(document), document.paragraphs, texts=document.texts)
