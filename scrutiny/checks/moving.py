"""Room `checks`: what a sentence says went up or down, against the figures of a table that it went between.

Takes the figures of tables and sentences. A row, or a column, is the one that a sentence is about where the sentence
has all its words, and no other word than those of the table, of time and of change; then its figures for the two
periods that are named show by how much it moved. Where two lines could be meant, nothing is said.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.tablefigures import TableFigure
from scrutiny.figures import Unit
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements import Move
from scrutiny.tables.roles import Period

MEASURED = 2
"""Words of the paragraph that a table's caption must share, or of a row: "permanent exclusions" and not "pupils"."""

OF_TIME = frozenset(stems("quarter quarters month months term terms end start financial stood"))
"""What more a sentence may say: any other word may make it another figure ("repairs done on time in the north")."""


def moved_elsewhere(
    move: Move, sentence: Quote, about: frozenset[str], figures: Sequence[TableFigure]
) -> Iterator[Checked]:
    """ "In primary schools the number rose from 40 to 46": one row goes from 40 to another figure, none to 46."""
    if move.old.is_share or move.amount is not None or move.percent is not None:
        return
    words = frozenset(stems(sentence.text))
    starts = [
        figure
        for figure in figures
        if figure.value == abs(move.old.value) and figure.unit is move.old.unit and figure.period is not None
        and figure.row_words and figure.row_words <= words | about and figure.row_words & words
        and (
            len(figure.measure_words & about) >= MEASURED
            or (len(own := figure.row_words) >= MEASURED and words <= own | figure.measure_words | OF_TIME)
        )
    ]  # fmt: skip
    if len(starts) != 1:
        return
    start = starts[0]
    row = [figure for figure in figures if figure.line == start.line and figure.period is not None]
    after = [figure for figure in row if _next(start.period, figure.period)]
    if len(after) != 1 or any(figure.value == abs(move.new.value) for figure in row):
        return
    right = after[0]
    if abs(right.value - move.new.value) > max(right.value, move.new.value) / 4:
        return
    shown = in_style(right.value, move.new.mention.figure)
    old, new = start.cell.figure.printed, right.cell.figure.printed
    working = f"the table goes from {old} to {new} on page {right.where}"
    yield judged(
        Check.STATED_TWICE, Status.ERROR, sentence, right.quote, printed=move.new.printed, expected=shown,
        working=working, message=f"printed {move.old.printed} to {move.new.printed}; {working}",
    )  # fmt: skip


def _next(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None or one.first is None or other.first is None or one.part != other.part:
        return False
    return other.first == one.first + 1


OTHERWISE = pattern_of(
    r"\b(?:not|never|target\w*|forecast\w*|expected|planned|terms|rate|on\s+average|if|when|(?<!year )before|after|"
    r"earlier|ago)\b",
    re.IGNORECASE,
)

Line = tuple[TableFigure, ...]


def lines_of_periods(figures: Sequence[TableFigure]) -> tuple[tuple[frozenset[str], Line], ...]:
    """Each row and each column of figures that have a period, no two the same, with the words that name it."""
    lines: dict[tuple[str, tuple[int, int]], list[TableFigure]] = {}
    for figure in figures:
        if figure.period is not None and figure.unit in (Unit.NUMBER, Unit.POUNDS):
            lines.setdefault(("row", figure.line), []).append(figure)
            lines.setdefault(("column", figure.column), []).append(figure)
    named = ((line[0].row_words if way == "row" else line[0].heading_words, line) for (way, _), line in lines.items())
    return tuple(
        (own, tuple(line))
        for own, line in named
        if own and len({figure.period for figure in line}) == len(line) >= PAIR
    )


PAIR = 2
"""An earlier figure and a later one."""
