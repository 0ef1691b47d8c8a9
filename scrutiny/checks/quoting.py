"""Room `checks`: figures in prose against the tables that they are taken from.

Takes statements and measure tables of one document. A statement is joined to a cell where subject, period and unit
agree and no other cell will do. It is judged where it stands nowhere else, and is one digit away from the only cell
that its sentence points at, or has the digits of a table's figure, two of them exchanged. What moves between two
periods is `moving`'s matter. Where the join is not unique, nothing is said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from scrutiny.checks.dating import told_of_another_time
from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.moving import (
    MEASURED,
    OF_TIME,
    fell_or_rose,
    lines_of_periods,
    moved_elsewhere,
    on_other_base,
)
from scrutiny.checks.tablefigures import TableFigure, misquoted, table_figures
from scrutiny.figures import Unit
from scrutiny.figures.slips import SLIP, digit_evidence, exchanged
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
    alike: Alike = {}
    for figure in figures:
        for key in _likenesses(figure.value):
            alike.setdefault((figure.unit, key), []).append(figure)
    whole = {id(sentence): paragraph.whole.text for paragraph in paragraphs for sentence in paragraph.sentences}
    for each in statements:
        if abs(each.quantity.value) not in known and told[abs(each.quantity.value)] == 1:
            pointed = () if each.limited else tuple(_pointed_at(each, figures, alike, whole[id(each.quote)]))
            yield from pointed or _digits_exchanged(each, figures, statements)
    dated_rows = lines_of_periods(figures)
    rows = [row for _, group in groupby(figures, key=lambda each: each.line) if len(row := tuple(group)) > 1]
    dated = {figure.value for figure in figures if figure.period is not None}
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            yield from told_of_another_time(sentence, frozenset(stems(paragraph.whole.text)), dated_rows)
            yield from fell_or_rose(sentence, rows)
            yield from on_other_base(sentence, frozenset(stems(paragraph.whole.text)), rows)
            if not any(abs(each.value) in dated for each in find_quantities(sentence.text)):
                continue  # no figure that a line of the tables could go from: to look for a move takes long
            for move in find_moves(sentence.text):
                if isinstance(move, Move):
                    yield from moved_elsewhere(move, sentence, frozenset(stems(paragraph.whole.text)), figures)


# --- a digit away from the cell that the sentence points at ------------------------------------------

Alike = dict[tuple[Unit, str], list[TableFigure]]
"""The figures of the tables by unit and by what each has in common with one that is a digit away."""


def _likenesses(value: Decimal) -> Iterator[str]:
    """A figure with each of its digits, and each pair of neighbours in their order, left open."""
    text = format(value.normalize(), "f")
    for at, (one, two) in enumerate(zip(text, f"{text[1:]} ", strict=True)):
        yield f"{text[:at]}?{text[at + 1 :]}"
        yield f"{text[:at]}{''.join(sorted(one + two))}~{text[at + 2 :]}"


def _pointed_at(each: Statement, figures: Sequence[TableFigure], alike: Alike, paragraph: str) -> Iterator[Checked]:
    """A figure that stands nowhere else, one digit away from the one cell that its sentence points at. Where the
    `paragraph` has the figure of the cell as well, it tells of two things."""
    value, unit = abs(each.quantity.value), each.quantity.unit
    near = {id(figure): figure for key in _likenesses(value) for figure in alike.get((unit, key), ())}
    likely = [figure for figure in near.values() if digit_evidence(value, figure.value) >= SLIP]
    found = [figure for figure in likely if _points_at(each, figure, figures)]
    if len(found) != 1 or _is_rounded(each, found[0], figures):
        return
    right = found[0]
    if any(abs(other.value) == right.value for other in find_quantities(paragraph)):
        return
    working = f"one digit is another in the table: {right.cell.figure.printed} on page {right.where}"
    yield misquoted(each.quote, each.quantity, right, working)


ANCHORS = 2
"""Other figures of a sentence that must stand in one row, or column, before the sentence is taken to be about it."""

TELLING = 10
"""Smaller figures stand in a line by chance."""

MANY = 1000
"""Of smaller figures, too many are alike where names alone point at a cell."""


def _points_at(each: Statement, figure: TableFigure, figures: Sequence[TableFigure]) -> bool:
    """Whether a sentence points at a cell: by the name of the row, the period or the heading of the column, and by
    other figures that stand in that row or column too."""
    others = {abs(other.quantity.value) for other in each.sentence.statements if other is not each}
    others = {other for other in others if other >= TELLING}
    in_row = len(others & {other.value for other in figures if other.line == figure.line}) >= ANCHORS
    in_column = len(others & {other.value for other in figures if other.column == figure.column}) >= ANCHORS
    table = {other.line: other.row_words for other in figures if other.line[0] == figure.line[0]}
    rows = {line: words for line, words in table.items() if words and words <= each.words}
    named = [line for line, words in rows.items() if not any(words < other for other in rows.values())] == [figure.line]
    pointed = _speaks_of(each, figure) or (in_column and not _speaks_against(each, figure))
    many = each.quantity.mention.figure.scale == 0 and abs(each.quantity.value) >= MANY
    return (in_row or named) and pointed and (many or in_row or in_column or _is_addressed(each, figure))


def _speaks_of(each: Statement, figure: TableFigure) -> bool:
    """Whether the period of a figure, or a word of the heading, points at the column of a cell."""
    if each.period is not None and figure.period is not None:
        return each.period.agrees(figure.period)
    return bool(figure.heading_words & each.words)


def _is_addressed(each: Statement, figure: TableFigure) -> bool:
    """Whether a sentence gives a cell its full address: the row by two words at least, the period, and as many places
    after the point: "Council tax collected was 83.5% in quarter 3"."""
    period, printed = each.period, each.quantity.mention.figure
    if period is None or figure.period is None or each.inherited or len(figure.row_words) < ROW:
        return False
    if not period.agrees(figure.period) or printed.places != figure.cell.figure.places or _may_be_another(each):
        return False
    return each.words <= figure.row_words | figure.heading_words | figure.measure_words | OF_TIME


ROW = 2
"""Words of a row that a sentence must name, all of them: "free school meals, eligible" and not "pupils"."""

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


def _is_rounded(each: Statement, right: TableFigure, figures: Sequence[TableFigure]) -> bool:
    """Whether what is printed may be a cell of the row, rounded."""
    printed = each.quantity.mention.figure
    step = Decimal(1).scaleb(printed.scale - printed.places)
    while each.quantity.value % (step * 10) == 0:
        step *= 10
    row = (figure.value for figure in figures if figure.line == right.line)
    return any(abs(abs(each.quantity.value) - value) < step for value in row)


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
