"""Room `checks`: figures in prose against the tables that they are taken from.

Takes statements and measure tables of one document. A statement is joined to a cell where subject, period and unit
agree and no other cell will do; it is judged where it has the digits of a table's figure, two of them exchanged, and
stands nowhere else. What moves between two periods is `moving`'s matter. Where the join is not unique, nothing is said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.moving import (
    MEASURED,
    fell_or_rose,
    lines_of_periods,
    moved_elsewhere,
    stood_out,
)
from scrutiny.checks.tablefigures import TableFigure, table_figures
from scrutiny.figures.slips import exchanged
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Move, Statement, find_moves, find_quantities, read_sentences


def check_quoted(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every statement that can be joined to one figure of the tables."""
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
    lines = lines_of_periods(figures)
    rows = [row for _, group in groupby(figures, key=lambda each: each.line) if len(row := tuple(group)) > 1]
    dated = {figure.value for figure in figures if figure.period is not None}
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            yield from stood_out(sentence, lines)
            yield from fell_or_rose(sentence, rows)
            if not any(abs(each.value) in dated for each in find_quantities(sentence.text)):
                continue  # no figure that a line of the tables could go from: to look for a move takes long
            for move in find_moves(sentence.text):
                if isinstance(move, Move):
                    yield from moved_elsewhere(move, sentence, frozenset(stems(paragraph.whole.text)), figures)


NEAR = 60
_OTHER = pattern_of(
    r"\b(?:than|against|compared|from|by|until|should|will|would|must|could|may|if|targets?|limit|forecasts?|last|"
    r"previous\w*|before|earlier|ago)\b",
    re.IGNORECASE,
)
"""Beside a figure that may be another one than the cell's: what compares, what is not yet so, what was before."""


def _may_be_another(each: Statement) -> bool:
    near = each.quote.text[max(0, each.quantity.start - NEAR) : each.quantity.end + NEAR]
    return _OTHER.search(near) is not None


def _speaks_against(each: Statement, figure: TableFigure) -> bool:
    return each.period is not None and figure.period is not None and not each.period.agrees(figure.period)


# --- digits exchanged -----------------------------------------------------------------------------

SURE = 2
"""A figure of a table, or two sentences, show which of two figures is the right one."""

DIGITS = 5
"""Digits that figures need to be the same but for an exchange: of five, two figures are by chance once in a thousand,
and a word must be shared as well."""

FEWER = 4
"""Digits that are enough where the table has all words that say what is counted, and a sentence has its figure too."""


def _digits_exchanged(
    each: Statement, figures: Sequence[TableFigure], statements: Sequence[Statement]
) -> Iterator[Checked]:
    """A figure that stands nowhere else, with the digits of one that does."""
    value = abs(each.quantity.value)
    digits, noun = len(str(int(value)).rstrip("0")), set(each.quantity.noun)
    if digits < DIGITS and (digits < FEWER or len(noun) < MEASURED or _may_be_another(each)):
        return
    alike: dict[Decimal, tuple[Quote, str]] = {}
    borne_out = Counter[Decimal]()
    unit = each.quantity.unit
    for figure in figures:
        words = figure.row_words | figure.measure_words
        of_it = words & (each.words | noun) if digits >= DIGITS else noun <= words and not _speaks_against(each, figure)
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
    if digits < DIGITS and borne_out[right] <= SURE:
        return
    if not sure and (quote.pdf_page, right) < (each.quote.pdf_page, value):
        return  # of two sentences neither of which is borne out, one is told
    where = quote.page_label or f"PDF {quote.pdf_page}"
    shown = in_style(right, each.quantity.mention.figure)
    working = f"{printed} on page {where} has the same digits, two of them exchanged"
    yield judged(
        Check.STATED_TWICE, Status.ERROR if sure else Status.NOTE, each.quote, quote, printed=each.quantity.printed,
        expected=shown, working=working, message=f"printed {each.quantity.printed}; {working}",
    )  # fmt: skip
