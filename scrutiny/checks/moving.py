"""Room `checks`: what a sentence says went up or down, against the figures of a table that it went between.

Takes the figures of tables and sentences. A row, or a column, is the one that a sentence is about where the sentence
has all its words, and no other word than those of the table, of time and of change; then its figures for the two
periods that are named show by how much it moved. Where two lines could be meant, nothing is said.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.tablefigures import TableFigure, belied, going
from scrutiny.figures import Interval, Unit, interval_of
from scrutiny.figures.verdicts import Status, in_style, plain
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements import Move, Quantity, find_quantities
from scrutiny.tables.roles import Period, find_period

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
    working = going(start, right)
    yield judged(
        Check.STATED_TWICE, Status.ERROR, sentence, right.quote, printed=move.new.printed, expected=shown,
        working=working, message=f"printed {move.old.printed} to {move.new.printed}; {working}",
    )  # fmt: skip


def _next(one: Period | None, other: Period | None) -> bool:
    if one is None or other is None or one.first is None or other.first is None or one.part != other.part:
        return False
    return other.first == one.first + 1


# --- by how much ------------------------------------------------------------------------------------

_CHANGE = pattern_of(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
_BY = pattern_of(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+(?:by\s+|of\s+)?(?:an?\s+)?$", re.IGNORECASE)
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


def fell_or_rose(sentence: Quote, rows: Sequence[Line]) -> Iterator[Checked]:
    """ "Visits to the museum rose by 29": so much, and the other way, in the one row that the words before it name, as
    its column of changes or its last two years say too."""
    start = 0
    for each in find_quantities(sentence.text):
        before, start = sentence.text[start : each.start], each.end
        way = _BY.search(before)
        if way is None or not _stands_alone(each, sentence) or find_period(before) or OTHERWISE.search(sentence.text):
            continue
        words = frozenset(stems(_CHANGE.sub(" ", before)))
        by = each.value if way["up"] else -each.value
        named = [
            row for row in rows if (own := row[0].row_words) and own <= words <= own | row[0].caption_words | OF_TIME
        ]
        pairs = [
            pair[::-1] if _next(pair[1].period, pair[0].period) else pair
            for row in named
            for pair in pairwise(row)
            if all((one.cell.figure.value or 0) >= 0 for one in pair)
        ]
        apart = [other.value - one.value for one, other in pairs]
        against = [pair for pair, by_so_much in zip(pairs, apart, strict=True) if by_so_much == -by]
        told = [figure.cell.figure for row in named for figure in row]
        shown = any(one.value == -by and (by > 0 or one.printed.startswith("+")) for one in told)
        if len(against) != 1 or by in (*apart, *(one.value for one in told if by < 0 or "+" in one.printed)):
            continue
        (old, new), word = against[0], (way["up"] or way["down"]).lower()
        later = [each for row in named if new in row for each in row if _next(new.period, each.period)]
        if shown or (_next(old.period, new.period) and not later):
            yield belied(sentence, word, old, new, printed=f"{word} by {each.printed}")


_SO_MUCH_MORE = pattern_of(r"^\)?\s+(?:(?P<up>more|higher|greater)|(?P<down>fewer|less|lower))\s+than\b", re.IGNORECASE)
_OTHER_THING = pattern_of(
    r"\b(?:since|years|decades?|months|quarters|weeks|ago|plan(?:ned)?|target|budget|costs?)\b(?<!year ago)"
)
NEAR = 60
"""Characters before a percentage in which it is said which way something went."""


def on_other_base(sentence: Quote, about: frozenset[str], rows: Sequence[Line]) -> Iterator[Checked]:
    """ "Plans for boats grew by 14.0%, adding 143" of a row that went from 879 to 1,022: 143 are 14.0% of the new
    figure, and of none that a row of the tables may have grown from."""
    quantities = find_quantities(sentence.text)
    told = {each.value for each in quantities if not each.is_share and each.exact and not each.is_year}
    for percent in quantities if told and not _OTHER_THING.search(sentence.text) else ():
        ways = _SO_MUCH_MORE.match(sentence.text[percent.end :]) or _BY.search(sentence.text[: percent.start][-NEAR:])
        if not ways or percent.unit is not Unit.PERCENT or not percent.exact or not percent.mention.figure.places:
            continue
        pairs = [
            (one, other) if (one.value < other.value) is (ways["up"] is not None) else (other, one)
            for row in rows if row[0].row_words <= about
            for one, other in itertools.combinations(row, 2)
            if one.unit is other.unit is not Unit.PERCENT and one.value != other.value
            and _without_times(one) == _without_times(other)
        ]  # fmt: skip
        pairs = [(a, b) for a, b in pairs if told & {b.value, abs(b.value - a.value)} and a.value not in told]
        wrong = [pair for pair in pairs if _is_of(percent, *pair, base=1)]
        if len(wrong) == 1 and not any(_is_of(percent, *pair, base=0) for pair in pairs):
            old, new = wrong[0]
            working = going(old, new)
            right = plain(abs(new.value - old.value) * 100 / old.value, max(1, percent.mention.figure.places))
            yield judged(
                Check.CHANGES, Status.ERROR, sentence, new.quote, printed=percent.printed, expected=f"{right}%",
                working=working, message=f"printed {percent.printed}; {working}, {right} % of the former",
            )  # fmt: skip


def _without_times(figure: TableFigure) -> frozenset[str]:
    return frozenset(word for word in figure.heading_words if not word[0].isdigit())


def _is_of(percent: Quantity, *pair: TableFigure, base: int) -> bool:
    """Whether a share is that of the difference of two figures of one of them."""
    rounded, whole = interval_of(percent.mention.figure), pair[base].value
    return bool(rounded and whole and rounded.meets(Interval.of(abs(pair[0].value - pair[1].value) * 100 / whole)))


TELLING = 10
"""Smaller figures are alike by chance."""

_ENDS = pattern_of(
    r"(?:\s+(?!points?\b|places?\b)[a-z]+)?(?:\s+(?:on|from|than|over|in)\s+(?:the\s+)?(?:last\s+|previous\s+)?year(?:\s+before)?)?"
    r"\s*(?:[.;,]|$|and\s)"
)


def _stands_alone(each: Quantity, sentence: Quote) -> bool:
    """Whether a figure is a plain number behind which no more is said of it: "by 29", not "by 29 points in May"."""
    plain_number = each.value >= TELLING and each.exact and not each.is_share
    return plain_number and _ENDS.match(sentence.text, each.end) is not None
