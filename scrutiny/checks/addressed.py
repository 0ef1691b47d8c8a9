"""Room `checks`: sentences that say nothing but what one row of a table shows.

Takes tables and sentences of one document. A sentence names the whole label of one row of a table near it, or its
total, and has no other word than those of the table, of time, and of being; each of its figures is then the one that
the row has for the time, or under the heading, told beside it, or how far two of them are apart. Of two rows that may
be meant, and of figures that the row could have from somewhere else, nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.moving import OF_TIME
from scrutiny.checks.prosefigures import range_of
from scrutiny.checks.tablefigures import TableFigure, belied, going, misquoted, table_figures
from scrutiny.figures import Interval, Unit
from scrutiny.figures.slips import LIKELY, digit_evidence
from scrutiny.figures.verdicts import plain
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Quantity
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.quantities import with_words
from scrutiny.tables.formulas import CHANGE
from scrutiny.tables.roles import Period, find_period, find_periods
from scrutiny.tables.roles import Role as LineRole

NEAR = 1
"""Pages between a sentence and its table."""

FAR = Decimal("0.2")
"""How far a figure may lie from that of its cell and still be meant as it, where no slip of the pen explains it."""

_BEING = frozenset(
    stems(
        "came recorded received stood shows show shown see saw reached achieved made table performance result overall "
        "overspend underspend overspent underspent spend spent variance times across year-end end forecast previous "
        "last above below"
    )
)
_OTHERWISE = pattern_of(
    r"\b(?:not|never|no|nor|if|when|would|could|except\w*|exclud\w*|includ\w*|only|half|average|each|per|rate|share|of\s+(?:which|these|them)|"
    r"after|before(?!,)|since|about|around|nearly|almost|over|aim\w*|expect\w*|plan\w*)\b",
    re.IGNORECASE,
)
_ALL = pattern_of(r"\b(?:total|overall|in\s+all|altogether|combined)\b", re.IGNORECASE)
_WAY = pattern_of(rf"\b(?:(?P<up>{UP}|improved)|(?P<down>{DOWN}))\b", re.IGNORECASE)
_SPENT = pattern_of(r"\b(?:(?P<up>overspen\w+)|(?P<down>underspen\w+))\b", re.IGNORECASE)
_PLAN = frozenset(stems("budget plan target"))

Row = tuple[TableFigure, ...]


LONGEST = 200
"""Characters of a sentence that may say nothing but what a row shows."""


class _Told(Struct, frozen=True):
    """A figure of a sentence, its part in a change, and the words on either side up to the figures next to it."""

    quantity: Quantity
    role: Role
    ahead: str
    behind: str

    @property
    def period(self) -> Period | None:
        return find_period(self.behind) or find_period(self.ahead)


def check_addressed(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every sentence that one row alone can be meant by."""
    figures = table_figures(tables)
    rows = [tuple(group) for _, group in groupby(figures, key=lambda each: each.line)]
    labels = [tables[row[0].line[0]].measured.rows[row[0].line[1]] for row in rows]
    pages: dict[int, list[tuple[str, LineRole, Row]]] = {}
    for line, row in zip(labels, rows, strict=True):
        page = row[0].quote.pdf_page
        for near in range(page - NEAR, page + NEAR + 1) if len(line.label) > 2 else ():
            pages.setdefault(near, []).append((line.label, line.role, row))
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            if len(sentence.text) <= LONGEST:
                yield from _of_row(sentence, pages.get(sentence.pdf_page, ()), figures)


def _of_row(
    sentence: Quote, near: Sequence[tuple[str, LineRole, Row]], figures: Sequence[TableFigure]
) -> Iterator[Checked]:
    text = sentence.text
    named = [(name, role, row) for label, role, row in near if (name := _named(label, text)) or role is LineRole.TOTAL]
    lines = (LineRole.TOTAL, LineRole.PERIOD)
    found = [(label, row) for label, role, row in named if role not in lines]
    found = [one for one in found if not any(one[0] in other and one[0] != other for other, _ in found)]
    if not found and _ALL.search(text):
        found = [("", row) for _, role, row in named if role is LineRole.TOTAL]
    fits = [(label, row) for label, row in found if _says_only(text.replace(label, " ", 1), label, row)]
    if len(fits) != 1 or len({label for label, _ in found}) != 1:
        return
    label, row = fits[0]
    bare = text.replace(label, " " * len(label), 1) if label else text
    own = [(each, role) for each, role in roles_in(text) if not each.is_year and bare[each.start : each.end].strip()]
    words = with_words(bare, [each for each, _ in own])
    told = [_Told(each, role, *beside) for (each, role), (_, *beside) in zip(own, words, strict=True)]
    if not all(each.quantity.exact for each in told):
        return
    way = list(_WAY.finditer(bare))
    levels = [each for each in told if each.role is not Role.CHANGE]
    ends, spent = _ends(bare, row), _SPENT.search(bare) is not None
    for each in told:
        if spent or each.role is Role.CHANGE:
            yield from _change(sentence, each, row, ends)
        else:
            yield from _level(sentence, each, row, figures, alone=len(levels) == 1)
    if ends and len(way) == 1 and not levels and not spent:
        old, new = ends
        if old.value != new.value and (new.value > old.value) is (way[0]["down"] is not None):
            yield belied(sentence, way[0][0], old, new)
    yield from _against_plan(sentence, bare, row)


def _named(label: str, text: str) -> str:
    """The label of a row as a sentence writes it, if it does."""
    return next((each for each in (label, label[0].lower() + label[1:]) if each in text), "")


def _says_only(rest: str, label: str, row: Row) -> bool:
    """Whether a sentence, but for the label of a row, has no other words than those of its table."""
    words = frozenset(word for word in stems(re.sub(r"[\d£%]+", " ", rest)) if word != "pound")
    table = row[0].caption_words.union(*(each.heading_words for each in row))
    known = table | row[0].row_words | OF_TIME | _BEING | _PLAN
    if _OTHERWISE.search(rest):
        return False
    named = bool(words & table) or (bool(label) and len(row[0].row_words) > 1)
    return named and words <= known


def _cells(each: _Told, row: Row, *, alone: bool) -> list[TableFigure]:
    """The cells of a row that a figure may be: those of its time, or below the heading that stands beside it."""
    alike = [cell for cell in row if cell.unit is each.quantity.unit]
    period = each.period or (find_period(f"{each.ahead} {each.behind}") if alone else None)
    if period is not None and "target" not in each.ahead.lower()[-20:]:
        return [cell for cell in alike if cell.period is not None and cell.period == period]
    own = [(cell, cell.heading_words - {"pound"}) for cell in alike if cell.period is None]
    ahead, behind = {*stems(each.ahead[-40:])}, {*stems(each.behind[:20])}
    found = [cell for cell, words in own if words and words <= ahead]
    return found or [cell for cell, words in own if words and words <= ahead | behind]


def _level(sentence: Quote, each: _Told, row: Row, figures: Sequence[TableFigure], *, alone: bool) -> Iterator[Checked]:
    cells = _cells(each, row, alone=alone)
    if len(cells) != 1 or _fits(each.quantity, _between(cells[0])):
        return
    cell, value = cells[0], abs(each.quantity.value)
    dated = each.period is not None
    elsewhere = [
        other for other in figures
        if other.unit is cell.unit and other.value == value
        and (other.column == cell.column or (dated and other.line == cell.line))
    ]  # fmt: skip
    if cell.value >= LEAST and (_is_near(value, cell.value) or (elsewhere and value >= TELLING)):
        yield misquoted(sentence, each.quantity, cell, f"the table has {cell.cell.figure.printed} on page {cell.where}")


LEAST = 10
TELLING = 20
"""Smaller figures stand in a table by chance."""


def _between(cell: TableFigure) -> Interval:
    """What a cell can stand for."""
    step = cell.cell.figure.step.scaleb(cell.cell.unit.scale) if cell.value != abs(cell.cell.figure.value or 0) else 0
    rounded = step or (cell.cell.figure.step if cell.cell.figure.places else 0)
    return Interval.around(cell.value, Decimal(rounded) / 2)


def _fits(quantity: Quantity, true: Interval) -> bool:
    return range_of(quantity).size.meets(true)


def _is_near(value: Decimal, right: Decimal) -> bool:
    return digit_evidence(value, right) >= LIKELY or abs(value - right) <= FAR * abs(right)


def _ends(text: str, row: Row) -> tuple[TableFigure, TableFigure] | None:
    """The cells between which a sentence says that something moved: of both its times, or its one and that before."""
    dated = [cell for cell in row if cell.period is not None and not CHANGE.search(cell.heading)]
    units = {cell.unit for cell in dated}
    told = list(dict.fromkeys(find_periods(text)))
    if len(units) != 1 or len({cell.period for cell in dated}) != len(dated) or len(told) not in (1, 2):
        return None
    at = [at for at, cell in enumerate(dated) if cell.period in told]
    if len(at) < len(told):
        return None
    if len(at) == 1:
        at = [at[0] - 1, at[0]]
    years = [cell.period.first or 0 for cell in dated if cell.period]
    if at[0] < 0 or years != sorted(years) or (len(told) == 1 and years[at[1]] - years[at[0]] > 1):
        return None  # it may have risen since a year that the table leaves out
    return dated[at[0]], dated[at[1]]


def _change(sentence: Quote, each: _Told, row: Row, ends: tuple[TableFigure, TableFigure] | None) -> Iterator[Checked]:
    quantity, value = each.quantity, abs(each.quantity.value)
    if _SPENT.search(sentence.text):
        apart = [cell for cell in row if cell.unit is quantity.unit and CHANGE.search(cell.heading)]
        if len(apart) == 1 and not _fits(quantity, _between(apart[0])) and _is_near(value, apart[0].value):
            working = f"the table has {apart[0].cell.figure.printed} on page {apart[0].where}"
            yield misquoted(sentence, quantity, apart[0], working)
        return
    if ends is None:
        return
    old, new = ends
    difference = abs(new.value - old.value)
    if quantity.unit is old.unit or (quantity.unit is Unit.POINTS and old.unit is Unit.PERCENT):
        right, may_be = difference, Interval.around(difference, (_between(old).size.high - old.value) * 2)
        share = old.unit is Unit.PERCENT and quantity.unit is Unit.PERCENT
    elif quantity.unit is Unit.PERCENT and old.value:
        right = difference * 100 / old.value
        may_be, share = Interval.of(right), False
    else:
        return
    if not share and not _fits(quantity, may_be) and _is_near(value, round(right, quantity.mention.figure.places)):
        working = f"{going(old, new)}, {plain(right, 1)} apart"
        yield misquoted(sentence, quantity, new, working, check=Check.CHANGES, value=right)


def _against_plan(sentence: Quote, text: str, row: Row) -> Iterator[Checked]:
    """An overspend where less is spent than planned; "above target" where the figure of the time lies below it."""
    spent, beside = list(_SPENT.finditer(text)), list(_BESIDE_TARGET.finditer(text))
    said = [*spent, *beside]
    plans = [cell for cell in row if cell.heading_words & _PLAN]
    others = [cell for cell in row if cell not in plans and not CHANGE.search(cell.heading)]
    if len(said) != 1 or len(plans) != 1:
        return
    if beside:
        period = find_period(text)
        others = [cell for cell in others if period is not None and cell.period == period]
    if len(others) != 1 or others[0].unit is not plans[0].unit or plans[0].value == others[0].value:
        return
    if (others[0].value > plans[0].value) is (said[0]["down"] is not None):
        yield belied(sentence, said[0]["up"] or said[0]["down"], plans[0], others[0])


_BESIDE_TARGET = pattern_of(
    r"\b(?:(?P<up>above|exceed\w*)|(?P<down>below|short\s+of))\s+(?:the\s+|its\s+)?target\b(?!\s+(?:of|for)\b)",
    re.IGNORECASE,
)
