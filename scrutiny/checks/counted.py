"""Room `checks`: in how many of its rows a table goes up or down, as a sentence counts them.

Takes tables and sentences of one document. "Thefts fell in four of the seven wards" is held against the tables near it
that have seven rows under one total, or in all, and show for each how it moved: by a column of changes, or by two
years. It is wrong where each of them that names what went up or down has another number, and all the same.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.checks.claims import NEAR
from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures import Unit
from scrutiny.figures.verdicts import Status
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import find_quantities
from scrutiny.tables.measure import Axis, MeasureTable
from scrutiny.tables.relations import RelationKind
from scrutiny.tables.roles import Role

LEAST = 4
"""Rows that are counted: of fewer, as many go either way by chance."""

_MOVED_IN = pattern_of(rf"^(?P<what>[^.,;:()\d]{{3,60}}?)\s+(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+in\s+$", re.IGNORECASE)
_OF_THE = pattern_of(r"\s+of\s+(?:the|our|its)\s+")
_ENDS = pattern_of(r"\s+[a-z]+(?:\s+(?:in|over|during)\s+the\s+year)?\s*(?:[.;]|$)")
_OTHERWISE = pattern_of(r"\b(?:not|rate|share|proportion|percentage|average|more|less|fewer|should|will|would|if)\b")


def check_counted(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every sentence that begins with what went up or down in so many of so many rows."""
    for paragraph in paragraphs if tables else ():
        for sentence in paragraph.sentences:
            if " of the " in sentence.text or " of our " in sentence.text:
                yield from _counted(sentence, tables)


def _counted(sentence: Quote, tables: Sequence[PlacedTable]) -> Iterator[Checked]:
    text = sentence.text
    some, whole, *_ = (*find_quantities(text)[:2], None, None)
    way = _MOVED_IN.match(text[: some.start]) if some and whole else None
    if not (some and whole and way) or _OTHERWISE.search(text[: some.start]):
        return
    if not _OF_THE.fullmatch(text[some.end : whole.start]) or not _ENDS.match(text, whole.end):
        return
    if any(each.unit is not Unit.NUMBER or not each.exact for each in (some, whole)) or whole.value < LEAST:
        return
    words = {*stems(way["what"])} - {*stems("number total")}
    found: dict[int, Quote] = {}
    for placed in tables:
        table = placed.measured
        near = min(abs(page - sentence.pdf_page) for page in placed.table.pages) <= NEAR
        about = f"{table.caption or ''} {' '.join(cell.text for cell in placed.table.header)}"
        if near and words and words <= {*stems(about)}:
            many = {_gone(table, rows, up=way["up"] is not None) for rows in _groups(table, int(whole.value))}
            found |= {count: placed.quote(table.cells[0][0].cell) for count in many if count is not None}
    if len(found) == 1 and some.value not in found:
        (right, quote), way_gone = next(iter(found.items())), "up" if way["up"] else "down"
        working = f"in the table {right} of {int(whole.value)} did"
        yield judged(
            Check.STATED_TWICE, Status.ERROR, sentence, quote, printed=some.printed, expected=str(right),
            working=working, message=f"{some.printed} of {whole.printed} are said to have gone {way_gone}; {working}",
        )  # fmt: skip


def _groups(table: MeasureTable, many: int) -> Iterator[tuple[int, ...]]:
    """The rows of one total, or all but totals, where there are so many."""
    sums = [each for each in table.relations(Axis.DOWN) if each.kind is RelationKind.SUM]
    totals = {each.target for each in sums}
    rest = tuple(at for at, row in enumerate(table.rows) if at not in totals and row.role is not Role.TOTAL)
    yield from {rows for rows in (rest, *(tuple(sorted(each.parts)) for each in sums)) if len(rows) == many}


def _gone(table: MeasureTable, rows: Sequence[int], *, up: bool) -> int | None:
    """How many rows went up, or down, between the only two years of a table; None where that is not plain, or its own
    column of changes says otherwise."""
    years = [at for at, column in enumerate(table.columns) if column.period and column.unit == table.columns[0].unit]
    first = [period.first for at in years if (period := table.columns[at].period)]
    if len(years) != TWO or None in first or len({*first}) != TWO:
        return None
    old, new = sorted(years, key=lambda at: table.columns[at].period.first or 0)  # type: ignore[union-attr]
    pairs = [(table.cells[row][old].figure.value, table.cells[row][new].figure.value) for row in rows]
    moves = [after - before for before, after in pairs if before is not None and after is not None]
    others, ways = {*range(len(table.columns))} - {*years}, [move > 0 for move in moves]
    columns = ([table.cells[row][at].figure.value or 0 for row in rows] for at in others)
    signed = any([value > 0 for value in values] == ways and min(values) < 0 for values in columns)
    return sum((move > 0) if up else (move < 0) for move in moves) if signed else None


TWO = 2
"""Years of a table that shows for each row how it moved."""
