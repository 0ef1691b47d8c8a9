"""Room `checks`: rows that a sentence names with their figures, and says to be the highest or the lowest.

Takes tables and sentences of one document. "The rate was highest in Elm (31.2%), then Oak (28.9%); Ash was third
highest": a figure that stands at that end of a column, but in the row of another label, is told of the wrong one; so is
a rank without a figure, where the same sentence has told the first of that column with its own.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures.verdicts import Status
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Quantity, find_quantities
from scrutiny.tables.measure import Axis, MeasureCell
from scrutiny.tables.relations import RelationKind
from scrutiny.tables.roles import Role

ORDINALS = ("second", "third", "fourth", "fifth")

_END = r"(?:(?P<high>highest|largest|greatest|biggest|most)|lowest|smallest|fewest|least)"
_RANK = rf"(?:(?P<rank>{'|'.join(ORDINALS)})[\s-])?"
_IN = pattern_of(
    rf"\b(?:was|were|is|are|and)\s+(?:the\s+)?{_RANK}{_END}\s+(?:in|at|for|among)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before a label, what it is said to be: "The rate was second highest in "."""

_THEN = pattern_of(r"^\)?,?\s+(?:and\s+)?(?:then|followed\s+by)\s+(?:in\s+|at\s+)?(?:the\s+)?$")
"""Between the figure of one label and the next label, which comes next in order."""

_IS = pattern_of(rf"\s+(?:was|is)\s+(?:the\s+)?{_RANK}{_END}(?=\s*(?:[.;]|$))", re.IGNORECASE)
"""Behind a label: "was third highest", and no more."""

_FIGURE = pattern_of(r"^\s*(?:\(|,?\s+(?:at|with)\s+|(?P<where>,\s+where\s+(?:only\s+|just\s+)?))$")
_CLOSES = pattern_of(r"\s*(?:per\s+[\d,]+(?:\s+[a-z]+)?)?\s*(?:[).;,]|$)")
"""Around a figure that is told of a label and of no other time."""

_CLAUSE = pattern_of(r"(?:^|;\s+|,\s+and\s+)(?:the\s+)?$", re.IGNORECASE)
TELLING = 100
_SAYS = pattern_of(r"(?:est|most|least)\s+(?:in|at|for|among)\s")


ROWS = 4
"""Rows that a table needs: of three, one is the highest by chance."""

NEAR = 1
"""Pages between a sentence and the table that it is of."""

_OF_ALL = pattern_of(r"\b(?:total|overall|combined|average|mean|median)\b", re.IGNORECASE)
"""What makes one figure of several, and no row like the others."""


class _Ranked(Struct, frozen=True, kw_only=True):
    """A table by its rows, but those of totals and what stands behind them to be compared with, and its columns of
    figures that are not below nought, with the words over each."""

    placed: PlacedTable
    rows: dict[str, int]
    columns: dict[int, frozenset[str]]

    @staticmethod
    def of(placed: PlacedTable) -> "_Ranked":
        table = placed.measured
        totals = {each.target for each in table.relations(Axis.DOWN) if each.kind is RelationKind.SUM}
        totals |= {at for at, line in enumerate(table.rows) if line.role is Role.TOTAL}
        last = max((at for at in totals if at), default=len(table.rows))
        filled = [sum(cell.figure.value is not None for cell in row) for row in table.cells]
        own = [
            at
            for at, line in enumerate(table.rows[:last])
            if at not in totals and line.label and filled[at] == max(filled) and not _OF_ALL.search(line.label)
        ]
        rows = {table.rows[at].label: at for at in own}
        rows = rows if len(rows) == len(own) else {}  # no label stands for two rows
        columns = {
            at: frozenset(stems(line.label))
            for at, line in enumerate(table.columns)
            if rows and all(_is_above_nought(table.cells[row][at]) for row in rows.values())
        }
        return _Ranked(placed=placed, rows=rows, columns=columns)

    def values(self, column: int) -> dict[str, Decimal]:
        """The figures of a column by row."""
        cells = self.placed.measured.cells
        return {label: cells[at][column].figure.value or Decimal(0) for label, at in self.rows.items()}

    def stands(self, column: int, rank: int, *, high: bool) -> set[str]:
        """The rows that are the first, or the second and so on, at one end of a column."""
        values = self.values(column)
        order = sorted(values.values(), reverse=high)
        return {label for label, value in values.items() if value == order[min(rank, len(order) - 1)]}

    def is_near(self, sentence: Quote) -> bool:
        return min(abs(page - sentence.pdf_page) for page in self.placed.table.pages) <= NEAR


def _is_above_nought(cell: MeasureCell) -> bool:
    return cell.figure.value is not None and cell.figure.value >= 0


class _Told(Struct, frozen=True, kw_only=True):
    """A label of a table in a sentence, from where to where, with its figure and what it is said to be, if anything."""

    label: str
    rank: int
    high: bool
    figure: Quantity | None


def check_rankings(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every label of a sentence that a table near it belies."""
    ranked = [table for each in tables if len((table := _Ranked.of(each)).rows) >= ROWS]
    for paragraph in paragraphs if ranked else ():
        for sentence in paragraph.sentences:
            if _SAYS.search(sentence.text):
                yield from _ranked(sentence, [each for each in ranked if each.is_near(sentence)])


def _ranked(sentence: Quote, tables: Sequence[_Ranked]) -> Iterator[Checked]:
    """Each label by the column in which its figure stands at that end, else by that of another which is right."""
    for table in tables:
        told = list(_told(sentence.text, table))
        columns = [_column(table, each, sentence.text) for each in told]
        if any(_bears_out(other, each) for each in told for other in tables if other is not table):
            continue
        for each, own in zip(told, columns, strict=True):
            known = {
                at for other, at in zip(told, columns, strict=True)
                if at is not None and _fits(table, at, other) and (each.figure or other.high is each.high)
            }  # fmt: skip
            column = own if own is not None else known.pop() if len(known) == 1 else None
            rows = table.stands(column, each.rank, high=each.high) if column is not None else set()
            if column is None or len(rows) != 1:
                continue
            if own is not None or each.figure is None or table.values(column)[each.label] == each.figure.value:
                if each.label not in rows:
                    yield _wrong(table, column, each, rows.pop(), sentence)
            elif rows == {each.label} and _is_miscopied(table, column, each.label, each.figure):
                yield _wrong(table, column, each, each.label, sentence)


def _is_miscopied(table: _Ranked, column: int, label: str, figure: Quantity) -> bool:
    """Whether a figure is like that of its cell, and stands neither in the row nor in the column."""
    values, own = table.values(column), figure.value
    printed = table.placed.measured.cells[table.rows[label]][column].figure
    alike = printed.places == figure.mention.figure.places and abs(values[label] - own) <= max(values[label], own) / 2
    return alike and not any(own in (table.values(at)[label], *values.values()) for at in table.columns)


def _told(text: str, table: _Ranked) -> Iterator[_Told]:
    """The labels of which a sentence says that they are the highest, the next or so."""
    figures = find_quantities(text)
    last: _Told | None = None
    labels = "|".join(map(re.escape, sorted(table.rows, key=len, reverse=True)))
    for match in re.finditer(rf"(?<!\w)(?:{labels})(?!\w)", text):
        own = next((each for each in figures if each.start >= match.end()), None)
        beside = _FIGURE.match(text[match.end() : own.start]) if own and own.exact else None
        figure = own if own and beside and (beside["where"] or _CLOSES.match(text, own.end)) else None
        before = text[: match.start()]
        said, behind = _IN.search(before), _IS.match(text, match.end())
        if last and last.figure and _THEN.match(text[last.figure.end : match.start()]):
            last = _Told(label=match[0], rank=last.rank + 1, high=last.high, figure=figure)
        elif (said and figure) or (behind and behind["rank"] and _CLAUSE.search(before)):
            way = said or behind
            rank = ORDINALS.index(way["rank"].lower()) + 1 if way and way["rank"] else 0
            last = _Told(label=match[0], rank=rank, high=bool(way and way["high"]), figure=figure)
        else:
            continue
        yield last


def _column(table: _Ranked, told: _Told, text: str) -> int | None:
    """The only column in which the figure of a label stands, where it stands once, at the end that is told; a small
    number stands in others by chance, and is looked for only where the sentence has a word of the heading."""
    if told.figure is None:
        return None
    value, words = told.figure.value, {*stems(text)}
    telling = value >= TELLING or told.figure.mention.figure.places
    columns = {at: table.values(at) for at, own in table.columns.items() if telling or own & words}
    own = [at for at, values in columns.items() if values[told.label] == value]
    found = own or [at for at, values in columns.items() if value in values.values()]
    there = table.stands(found[0], told.rank, high=told.high) if len(found) == 1 else set()
    return found[0] if len(there) == 1 and columns[found[0]][there.pop()] == value else None


def _fits(table: _Ranked, column: int, told: _Told) -> bool:
    return told.label in table.stands(column, told.rank, high=told.high)


def _bears_out(table: _Ranked, told: _Told) -> bool:
    """Whether another table near has the figure in the row of that label, or the label at that place."""
    if told.label not in table.rows:
        return False
    if told.figure is None:
        return any(_fits(table, at, told) for at in table.columns)
    return any(table.values(at)[told.label] == told.figure.value for at in table.columns)


def _wrong(table: _Ranked, column: int, told: _Told, right: str, sentence: Quote) -> Checked:
    """The row that stands where another is said to, with its figure."""
    cell = table.placed.measured.cells[table.rows[right]][column]
    end = "highest" if told.high else "lowest"
    place = f"{ORDINALS[told.rank - 1]} {end}" if told.rank else end
    shown, same = cell.figure.printed, right == told.label
    working = f"in the table {right} has {shown}" if same else f"in the table {right} is, with {shown}"
    by_figure = told.figure is not None and (same or table.values(column)[told.label] == told.figure.value)
    printed, expected = (told.figure.printed, shown) if by_figure and told.figure else (told.label, right)
    return judged(
        Check.STATED_TWICE, Status.ERROR, sentence, table.placed.quote(cell.cell), printed=printed, expected=expected,
        working=working, message=f"said to be the {place}: {told.label}, with {printed}; {working}" if by_figure
        else f"said to be the {place}: {told.label}; {working}",
    )  # fmt: skip
