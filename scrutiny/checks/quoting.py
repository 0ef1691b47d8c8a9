"""Room `checks`: figures in prose that are those of a table but for two digits that changed places.

Takes statements and measure tables of one document. A figure that stands nowhere else, and has the digits of one that
does, is wrong where they share a word. What is told of a row that a sentence names is `named`'s matter.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.tablefigures import TableFigure, table_figures
from scrutiny.figures.slips import exchanged
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Statement, read_sentences


def check_quoted(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every figure with the digits of one of a table exchanged."""
    figures = table_figures(tables)
    if not figures:
        return
    statements = [
        each
        for sentence in read_sentences((paragraph.whole.text, paragraph.sentences) for paragraph in paragraphs)
        for each in sentence.statements
        if each.quantity.exact
    ]
    told = Counter(abs(each.quantity.value) for each in statements)
    known = {figure.value for figure in figures}
    for each in statements:
        if abs(each.quantity.value) not in known and told[abs(each.quantity.value)] == 1:
            yield from _digits_exchanged(each, figures, statements)


SURE = 2
"""A figure of a table, or two sentences, show which of two figures is the right one."""

MEASURED = 2
"""Words that two sentences must share to say which figure is right."""

DIGITS = 5
"""Digits that figures need to be the same but for an exchange: of five, two figures are by chance once in a thousand,
and a word must be shared as well."""


def _digits_exchanged(
    each: Statement, figures: Sequence[TableFigure], statements: Sequence[Statement]
) -> Iterator[Checked]:
    """A figure that stands nowhere else, with the digits of one that does."""
    value = abs(each.quantity.value)
    if len(str(int(value)).rstrip("0")) < DIGITS:
        return
    alike: dict[Decimal, tuple[Quote, str]] = {}
    borne_out = Counter[Decimal]()
    unit = each.quantity.unit
    for figure in figures:
        of_it = (figure.row_words | figure.measure_words) & (each.words | {*each.quantity.noun})
        if of_it and figure.unit is unit and exchanged(value, figure.value):
            alike.setdefault(figure.value, (figure.quote, figure.cell.figure.printed))
            borne_out[figure.value] += SURE
    for other in statements:
        same = other.quantity.unit is unit and exchanged(value, abs(other.quantity.value))
        if same and len(other.words & each.words) >= MEASURED:
            alike.setdefault(abs(other.quantity.value), (other.quote, other.quantity.printed))
            borne_out[abs(other.quantity.value)] += 1
    if len(alike) != 1:
        return
    right, (quote, printed) = next(iter(alike.items()))
    sure = borne_out[right] >= SURE
    if not sure and (quote.pdf_page, right) < (each.quote.pdf_page, value):
        return  # of two sentences neither of which is borne out, one is told
    where = quote.page_label or f"PDF {quote.pdf_page}"
    shown = in_style(right, each.quantity.mention.figure)
    working = f"{printed} on page {where} has the same digits, two of them exchanged"
    yield judged(
        Check.STATED_TWICE, Status.ERROR if sure else Status.NOTE, each.quote, quote, printed=each.quantity.printed,
        expected=shown, working=working, message=f"printed {each.quantity.printed}; {working}",
    )  # fmt: skip
