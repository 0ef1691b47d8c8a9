"""Room `checks`: rows that a sentence names with their figures, and says to be the highest or the lowest.

Takes tables and sentences of one document. "The rate was highest in Elm (31.2%), then Oak (28.9%); Ash was third
highest": a figure that stands at that end of a column, but in the row of another label, is told of the wrong one; so is
a rank without a figure, where the same sentence has told the first of that column with its own.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scrutiny.checks.claims import ORDINALS, Ranked, ranked_tables
from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures.verdicts import Status
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Quantity, find_quantities

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


class _Told(Struct, frozen=True, kw_only=True):
    """A label of a table in a sentence, from where to where, with its figure and what it is said to be, if anything."""

    label: str
    rank: int
    high: bool
    figure: Quantity | None


def check_rankings(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every label of a sentence that a table near it belies."""
    ranked = ranked_tables(tables)
    for paragraph in paragraphs if ranked else ():
        for sentence in paragraph.sentences:
            if _SAYS.search(sentence.text):
                yield from _ranked(sentence, [each for each in ranked if each.is_near(sentence)])


def _ranked(sentence: Quote, tables: Sequence[Ranked]) -> Iterator[Checked]:
    text = sentence.text
    for table in tables:
        told = list(_told(text, table))
        known: tuple[int, bool] | None = None
        if not any(_bears_out(other, each) for each in told for other in tables if other is not table):
            yield from _beside_a_right_one(table, told, sentence)
        for each in told:
            column = known[0] if known and each.figure is None and known[1] is each.high else None
            if each.figure is not None:
                column = _column(table, each, text)
                known = (column, each.high) if column is not None and _fits(table, column, each) else known
            if column is None or _fits(table, column, each):
                continue
            rows = table.stands(column, each.rank, high=each.high)
            if len(rows) == 1 and not any(_bears_out(other, each) for other in tables if other is not table):
                right = rows.pop()
                yield _wrong(table, column, each, right, sentence)


def _beside_a_right_one(table: Ranked, told: Sequence[_Told], sentence: Quote) -> Iterator[Checked]:
    """ "Highest in Elm (£189) and lowest in Ash (£137)": where one of them stands at its end with its figure, the other
    is held against the same column: its row is not at that end, or has another figure."""
    ends = {each.label: _column(table, each, sentence.text) for each in told if each.figure is not None}
    for each in told:
        columns = {at for label, at in ends.items() if label != each.label and at is not None}
        columns = {at for at in columns if any(_fits(table, at, one) for one in told if ends.get(one.label) == at)}
        if each.figure is None or len(columns) != 1:
            continue
        column = columns.pop()
        values, own = table.values(column), each.figure.value
        here, rows = values[each.label], table.stands(column, each.rank, high=each.high)
        if here == own and each.label not in rows and len(rows) == 1:
            yield _wrong(table, column, each, rows.pop(), sentence)
            continue
        printed = table.placed.measured.cells[table.rows[each.label]][column].figure
        alike = printed.places == each.figure.mention.figure.places and abs(here - own) <= max(here, own) / 2
        elsewhere = any(own in (table.values(at)[each.label], *values.values()) for at in table.columns)
        if here != own and alike and rows == {each.label} and not elsewhere:
            yield _wrong(table, column, each, each.label, sentence)


def _told(text: str, table: Ranked) -> Iterator[_Told]:
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


def _column(table: Ranked, told: _Told, text: str) -> int | None:
    """The only column in which the figure of a label stands, where it stands once, at the end that is told; a small
    number stands in others by chance, and is looked for only where the sentence has a word of the heading."""
    assert told.figure is not None
    value, words = told.figure.value, {*stems(text)}
    telling = value >= TELLING or told.figure.mention.figure.places
    columns = {at: table.values(at) for at, (own, _) in table.columns.items() if telling or own & words}
    own = [at for at, values in columns.items() if values[told.label] == value]
    found = own or [at for at, values in columns.items() if value in values.values()]
    there = table.stands(found[0], told.rank, high=told.high) if len(found) == 1 else set()
    return found[0] if len(there) == 1 and columns[found[0]][there.pop()] == value else None


def _fits(table: Ranked, column: int, told: _Told) -> bool:
    return told.label in table.stands(column, told.rank, high=told.high)


def _bears_out(table: Ranked, told: _Told) -> bool:
    """Whether another table near has the figure in the row of that label, or the label at that place."""
    if told.label not in table.rows:
        return False
    if told.figure is None:
        return any(_fits(table, at, told) for at in table.columns)
    return any(table.values(at)[told.label] == told.figure.value for at in table.columns)


def _wrong(table: Ranked, column: int, told: _Told, right: str, sentence: Quote) -> Checked:
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
