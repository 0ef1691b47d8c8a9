"""Room `checks`: figures in prose against the tables that they are taken from.

Takes statements and measure tables of one document. A statement is joined to a cell where subject, period and unit
agree and no other cell will do; then there is a verdict in three cases only: the figure is the one of another period
of the same row; it moves on from a figure of a row to one that does not follow there; it has the digits of a table's
figure, two of them exchanged, and stands nowhere else. Where the join is not unique, nothing is said.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scrutiny.checks.balances import Measured
from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.figures import Unit
from scrutiny.figures.slips import exchanged
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Move, Statement, find_moves, find_statements
from scrutiny.statements.words import stems
from scrutiny.tables.measure import MeasureCell
from scrutiny.tables.roles import Period, find_period
from scrutiny.tables.units import UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFigure:
    """A figure of a table with all that says what it is about. `value` is in single units, whatever the scale."""

    value: Decimal
    money: bool
    row_words: frozenset[str]
    measure_words: frozenset[str]
    period: Period | None
    line: tuple[int, int]
    """The table and the row."""
    cell: MeasureCell
    quote: Quote


def table_figures(tables: Sequence[Measured]) -> tuple[TableFigure, ...]:
    """Every count and sum of money of the tables."""
    found = []
    for number, each in enumerate(tables):
        table = each.table
        caption = frozenset(stems(table.caption or ""))
        whole = find_period(table.caption or "")
        for row, line in enumerate(table.rows):
            words = frozenset(stems(f"{line.section or ''} {line.label}"))
            for column, heading in enumerate(table.columns):
                cell = table.cells[row][column]
                if cell.figure.value is None or not cell.unit.adds:
                    continue
                found.append(
                    TableFigure(
                        value=abs(cell.figure.value).scaleb(cell.unit.scale if cell.figure.scale == 0 else 0),
                        money=cell.unit.kind is UnitKind.MONEY, row_words=words,
                        measure_words=caption | frozenset(stems(heading.label)),
                        period=heading.period or line.period or whole, line=(number, row), cell=cell,
                        quote=each.placed.quote(cell.cell),
                    )
                )  # fmt: skip
    return tuple(found)


def check_quoted(tables: Sequence[Measured], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every statement that can be joined to one figure of the tables."""
    figures = table_figures(tables)
    if not figures:
        return
    statements = [
        each
        for each in find_statements([(paragraph.whole.text, paragraph.sentences) for paragraph in paragraphs])
        if each.quantity.exact and not each.quantity.is_share
    ]
    told = Counter(abs(each.quantity.value) for each in statements)
    known = {figure.value for figure in figures}
    for each in statements:
        yield from _other_period(each, figures)
        if abs(each.quantity.value) not in known and told[abs(each.quantity.value)] == 1:
            yield from _digits_exchanged(each, figures, statements)
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            for move in find_moves(sentence.text):
                if isinstance(move, Move):
                    yield from _moved_elsewhere(move, sentence, frozenset(stems(paragraph.whole.text)), figures)


def _error(check: Check, each: Statement, right: TableFigure, why: str) -> Checked:
    shown = in_style(right.value, each.quantity.mention.figure)
    where = right.quote.page_label or f"PDF {right.quote.pdf_page}"
    working = f"{why}: {right.cell.figure.printed} on page {where}"
    return judged(
        check, Status.ERROR, printed=each.quantity.printed, expected=shown, working=working,
        message=f"printed {each.quantity.printed}; {working}", quotes=(each.quote, right.quote),
    )  # fmt: skip


# --- the figure of another period -----------------------------------------------------------------


def _other_period(each: Statement, figures: Sequence[TableFigure]) -> Iterator[Checked]:
    """The row is named in full, and has the figure, but for another period than the sentence's."""
    period = each.period
    if period is None or period.first is None or each.inherited:
        return
    money = each.quantity.unit is Unit.POUNDS
    rows = [
        figure
        for figure in figures
        if figure.money is money and figure.row_words and figure.row_words <= each.words
        and figure.measure_words & set(each.quantity.noun[:2] or each.words)
    ]  # fmt: skip
    most = max((len(figure.row_words) for figure in rows), default=0)
    rows = [figure for figure in rows if len(figure.row_words) == most]  # the row that is named most fully
    if most < ROW or len({figure.line for figure in rows}) != 1:
        return
    here = [figure for figure in rows if figure.period is not None and figure.period == period]
    there = [
        figure
        for figure in rows
        if figure.value == abs(each.quantity.value) and figure.period is not None and not figure.period.agrees(period)
    ]
    same = [figure for figure in here if figure.measure_words >= _measure(there)]
    if len(there) == 1 and len(same) == 1 and same[0].value != abs(each.quantity.value):
        yield _error(Check.STATED_TWICE, each, same[0], "that is the figure of another period; the table has")


ROW = 2
"""Words of a row that a sentence must name, all of them: "free school meals, eligible" and not "pupils"."""


def _measure(figures: Sequence[TableFigure]) -> frozenset[str]:
    return figures[0].measure_words if figures else frozenset()


# --- a move that the table does not make ----------------------------------------------------------


def _moved_elsewhere(
    move: Move, sentence: Quote, about: frozenset[str], figures: Sequence[TableFigure]
) -> Iterator[Checked]:
    """ "In secondary schools the number rose from 50 to 57": one row goes from 50 to another figure, none to 57."""
    if move.old.is_share or move.amount is not None or move.percent is not None:
        return
    words = frozenset(stems(sentence.text))
    money = move.old.unit is Unit.POUNDS
    starts = [
        figure
        for figure in figures
        if figure.value == abs(move.old.value) and figure.money is money and figure.period is not None
        and figure.row_words and figure.row_words <= words | about and figure.row_words & words
        and len(figure.measure_words & about) >= MEASURED
    ]  # fmt: skip
    if len({figure.line for figure in starts}) != 1 or len(starts) != 1:
        return
    start = starts[0]
    row = [figure for figure in figures if figure.line == start.line and figure.period is not None]
    after = [figure for figure in row if _next(start.period, figure.period)]
    if len(after) != 1 or any(figure.value == abs(move.new.value) for figure in row):
        return
    right = after[0]
    if abs(right.value - move.new.value) > max(right.value, move.new.value) / 4:
        return
    where = right.quote.page_label or f"PDF {right.quote.pdf_page}"
    shown = in_style(right.value, move.new.mention.figure)
    working = f"the table goes from {start.cell.figure.printed} to {right.cell.figure.printed} on page {where}"
    yield judged(
        Check.STATED_TWICE, Status.ERROR, printed=move.new.printed, expected=shown, working=working,
        message=f"printed {move.old.printed} to {move.new.printed}; {working}", quotes=(sentence, right.quote),
    )  # fmt: skip


MEASURED = 2
"""Words of the paragraph that a table's caption must share: "permanent exclusions" and not "pupils" alone."""


def _next(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None or one.first is None or other.first is None or one.part != other.part:
        return False
    return other.first == one.first + 1


# --- digits exchanged -----------------------------------------------------------------------------

SURE = 2
"""A figure of a table, or two sentences, show which of two figures is the right one."""

DIGITS = 5
"""Digits that figures need to be the same but for an exchange: of five, two figures are by chance once in a thousand,
and a word must be shared as well."""


def _digits_exchanged(
    each: Statement, figures: Sequence[TableFigure], statements: Sequence[Statement]
) -> Iterator[Checked]:
    """A figure that stands nowhere else, with the digits of one that does."""
    money = each.quantity.unit is Unit.POUNDS
    value = abs(each.quantity.value)
    if len(str(int(value)).rstrip("0")) < DIGITS:
        return
    alike: dict[Decimal, tuple[Quote, str]] = {}
    borne_out = Counter[Decimal]()
    for figure in figures:
        about = figure.row_words | figure.measure_words
        if figure.money is money and exchanged(value, figure.value) and about & (each.words | set(each.quantity.noun)):
            alike.setdefault(figure.value, (figure.quote, figure.cell.figure.printed))
            borne_out[figure.value] += SURE
    for other in statements:
        same = other.quantity.unit is each.quantity.unit and len(other.words & each.words) >= MEASURED
        if same and exchanged(value, abs(other.quantity.value)):
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
        Check.STATED_TWICE, Status.ERROR if sure else Status.NOTE, printed=each.quantity.printed, expected=shown,
        working=working,
        message=f"printed {each.quantity.printed}; {working}", quotes=(each.quote, quote),
    )  # fmt: skip
