"""Room `checks`: the rows of tables that sentences name, and what sentences tell of their figures.

Takes measured tables, gives `Line`s; takes a sentence, gives its figures with the time that is told of each. What they
say of one another is judged in `named`, `proven` and `belied`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations, groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.checks.prosefigures import range_of
from scrutiny.checks.tablefigures import ASIDE, TableFigure, table_figures
from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import Status, in_style
from scrutiny.language.direction import PLANNED
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.sources import Quote
from scrutiny.statements import Quantity
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.quantities import JOINS, with_words
from scrutiny.tables.measure import Axis
from scrutiny.tables.relations import RelationKind
from scrutiny.tables.roles import Period, find_period, names_total, placed_periods, run_on
from scrutiny.tables.roles import Role as LineRole

NEAR = Decimal("0.5")
"""How far a figure may lie from what it should be, as a part of it, and be meant as it."""

TELLING = 20
"""Smaller whole figures stand in a row by chance."""

OTHERWISE = pattern_of(
    r"\b(?:not|never|no|nor|if|when|once|would|could|should|will|may|might|except\w*|exclud\w*|includ\w*|without|adjust\w*|"
    rf"{PLANNED}|provisional\w*|limit|since|"
    r"almost|nearly|years|months|weeks|decades?|after|(?<!year )(?<!quarter )before|first|further|another|"
    r"of\s+(?:which|whom|them|these|those|it))\b",
    re.IGNORECASE,
)
"""What makes a figure another one than that of its row."""

OF_TIME = frozenset(
    stems("quarter quarters month term terms period previous earlier before last fewer less lower higher end")
)
"""What may be said behind a figure but for the words of its table: any other may make it that of something else."""

STOP = pattern_of(r"[,;:](?!\d)|\b(?:and|but|while)\b")
CLAUSE = pattern_of(rf"[,;:](?!\d)|{JOINS}")
OTHER_TIME = pattern_of(r"[,;:]|\b(?:and|but|while|than|from|against|compared)\b")
_WITH = pattern_of(r",\s+(?:with|at|(?:it|there|they)\s+(?:was|were))\s+$")
"""Between a time and its figure: "in 2022/23, with "."""


class Line(Struct, frozen=True, kw_only=True, dict=True):
    """A row, or a column where the rows are times, with the words that name it and its figures; `ranked` is a row that
    stands among others like it, before their total; `whole` is such a total, which the caption names where its label
    does not; `changes` are the figures that say how far one of the row lies from another: these, the earlier one, the
    later; `totals` those of the sum that it is a part of; `own` the words of its name that no other line has."""

    label: str
    name: frozenset[str]
    cells: tuple[TableFigure, ...]
    ranked: bool
    whole: bool = False
    changes: tuple[tuple[TableFigure, ...], ...] = ()
    totals: tuple[TableFigure, ...] = ()
    own: frozenset[str] = frozenset()

    @property
    def steps(self) -> Iterator[tuple[TableFigure, TableFigure]]:
        """Two of its figures of one measure, the earlier or planned one first."""
        for series in self.series:
            yield from combinations(series, 2)
        yield from ((old, new) for _, old, new in self.changes)

    @cached_property
    def results(self) -> list[tuple[TableFigure, TableFigure]]:
        """What was to be and what came of it, where one figure of a unit alone was not planned and none has a time."""
        cells = [cell for cell in self.cells if not cell.changes and cell.heading]
        results = [cell for cell in cells if not cell.planned]
        return [
            (plan, new) for new in results for plan in cells
            if plan.planned and plan.unit is new.unit and [one.unit for one in results].count(new.unit) == 1
            and plan.period is new.period is None
        ]  # fmt: skip

    @cached_property
    def years(self) -> list[tuple[TableFigure, TableFigure]]:
        """Those of different times, of which neither is below nought nor what was meant to be."""
        runs = [own for own in self.runs if run_on([each.period for each in own])]
        running = [pair for own in runs for pair in combinations(own, 2)]
        return [
            (one, other) for one, other in self.steps
            if one.period and other.period and (one.period.precedes(other.period) or (one, other) in running)
            and not any((each.cell.figure.value or 0) < 0 or each.planned for each in (one, other))
        ]  # fmt: skip

    @cached_property
    def headed(self) -> list[TableFigure]:
        """Its figures of which the heading says more than a time, but for changes and for what is of all others: "band
        C" is none of "All bands"."""
        return [cell for cell in self.cells if cell.measure and not cell.changes and not names_total(cell.heading)]

    @cached_property
    def series(self) -> list[list[TableFigure]]:
        """Those of each unit and measure, as the headings say but for the times, from the first to the last; of each
        unit where no heading comes again at another time."""
        found = self._alike(lambda each: (each.unit, each.measure))
        return found if any(len(own) > 1 for own in found) else self._alike(lambda each: each.unit)

    @cached_property
    def runs(self) -> list[list[TableFigure]]:
        """Those of each series at times of one kind: its months without the year that they make."""
        kinds = [groupby(own, key=lambda each: each.period and each.period.kind) for own in self.series]
        return [list(run) for own in kinds for _, run in own]

    def _alike(self, key: Callable[[TableFigure], object]) -> list[list[TableFigure]]:
        groups: dict[object, list[TableFigure]] = {}
        for each in self.cells:
            if each.period is None or each.changes:
                continue
            groups.setdefault(key(each), []).append(each)
        return [own[::-1] if _falls(own) else own for own in groups.values()]

    def shows(self, quantity: Quantity) -> bool:
        return any(shows(each, quantity) for each in self.cells)


def _falls(cells: Sequence[TableFigure]) -> bool:
    times = [each.period for each in cells if each.period]
    pairs = list(pairwise(times))
    falls = any(later.precedes(one) for one, later in pairs) and not any(one.precedes(later) for one, later in pairs)
    return falls or run_on(times[::-1])


class Told(Struct, frozen=True, kw_only=True, dict=True):
    """A figure of a sentence with its part in a change, and the time that is told of it, as it is printed too."""

    quantity: Quantity
    role: Role
    period: Period | None
    time: str
    ahead: str
    behind: str

    @cached_property
    def to_stop(self) -> str:
        """The words right behind it, up to a stop."""
        return STOP.split(self.behind, 1)[0]

    @cached_property
    def from_clause(self) -> str:
        """Those before it, from where its clause begins."""
        return CLAUSE.split(self.ahead)[-1]

    @cached_property
    def beside(self) -> tuple[frozenset[str], ...]:
        """The words on either side of it, up to a stop, and from where its clause begins; none of no words."""
        return tuple(words for text in (self.to_stop, self.from_clause) if (words := frozenset(stems(text))))

    @cached_property
    def from_time(self) -> str:
        """Those right before it, without what another time is told of."""
        return OTHER_TIME.split(self.ahead)[-1]


def lines_of(tables: Sequence[PlacedTable]) -> list[list[Line]]:
    """The lines of each table that no other one of it is named as."""
    found = []
    for _, figures in groupby(table_figures(tables), key=lambda each: each.line[0]):
        of_table = list(figures)
        table = tables[of_table[0].line[0]].measured
        own, sums = [], {each.target for each in table.relations(Axis.DOWN) if each.kind is RelationKind.SUM}
        moves = [each for each in table.relations(Axis.ACROSS) if each.kind is RelationKind.CHANGE]
        totals = sums | {at for at, line in enumerate(table.rows) if line.role is LineRole.TOTAL}
        last = max((at for at in totals if at), default=len(table.rows))
        many = Counter(line.label for line in table.rows)
        for axis, labels, others in ((0, table.rows, table.columns), (1, table.columns, table.rows)):
            place = (lambda each: each.line[1], lambda each: each.column[1])
            for at, line in enumerate(labels):
                cells = tuple(each for each in of_table if place[axis](each) == at)
                across = {others[place[1 - axis](each)].role for each in cells}
                whole = axis == 0 and at in sums and line.role is LineRole.TOTAL
                section = f"{line.section or ''} " if axis == 0 and many[line.label] > 1 else ""
                name = frozenset(stems(section + RUN_ON.sub(" ", ASIDE.sub(" ", line.label))))
                name = name or (cells[0].caption_words if whole and cells else name)
                by_column = {each.column[1]: each for each in cells} if axis == 0 else {}
                changes = tuple(
                    (by_column[each.target], *ends) for each in moves
                    if {each.target, *each.parts} <= by_column.keys()
                    and by_column[each.target].unit is not Unit.PERCENT
                    and (ends := _in_order(*(by_column[part] for part in each.parts)))
                )  # fmt: skip
                if name and cells and line.role is not LineRole.PERIOD and (axis == 0 or across == {LineRole.PERIOD}):
                    ranked = axis == 0 and at < last and at not in totals and not _OF_ALL.search(line.label)
                    own.append(
                        Line(
                            label=line.label, name=name, cells=cells, ranked=ranked, whole=whole, changes=changes
                        )
                    )  # fmt: skip
        names = [line.name for line in own]
        own = [replace(each, name=each.cells[0].caption_words) if each.whole and names.count(each.name) > 1 else each
               for each in own]  # fmt: skip
        names, many = [line.name for line in own], Counter(word for line in own for word in line.name)
        wholes = [line.cells for line in own if line.whole]
        sum_of = wholes[0] if len(wholes) == 1 else ()
        found.append(
            [
                replace(line, totals=sum_of, own=frozenset(word for word in line.name if many[word] == 1))
                for line in own if names.count(line.name) == 1
            ]
        )  # fmt: skip
    return found


def _in_order(one: TableFigure, other: TableFigure) -> tuple[TableFigure, ...]:
    """What was before, or was to be, and what came of it; none where the headings do not say."""
    planned = [each.planned for each in (one, other)]
    if planned[0] is not planned[1]:
        return (one, other) if planned[0] else (other, one)
    if all(planned) or one.period is None or other.period is None:
        return ()
    if one.period.precedes(other.period):
        return one, other
    return (other, one) if other.period.precedes(one.period) else ()


def told_in(text: str) -> list[Told]:
    """The figures of a sentence. A time that stands behind a figure, up to a stop, is that of this one; one before it
    in the same words is its own where the figure before has not taken it."""
    roles = [(each, role) for each, role in roles_in(text) if not each.is_year]
    found, taken = list[Told](), False
    for (each, role), (_, ahead, behind) in zip(roles, with_words(text, [each for each, _ in roles]), strict=True):
        parts = STOP.split(_WITH.sub(" ", ahead))
        joined = any(_joins_times(ahead, each) for each in STOP.finditer(ahead))
        before = None if joined or (taken and len(parts) == 1) else _time_in(ahead if not found else parts[-1])
        stop = STOP if role is Role.CHANGE else OTHER_TIME
        own = None if _WITH.search(behind) else _time_behind(behind, stop)
        taken = own is not None
        period, time = own or before or (None, "")
        found.append(Told(quantity=each, role=role, period=period, time=time, ahead=ahead, behind=behind))
    return found


def _time_behind(text: str, stop: re.Pattern[str]) -> tuple[Period, str] | None:
    """The only time behind a figure up to a stop; none of two that are joined: "812 between July and September"."""
    end = stop.search(text)
    if end is None:
        return _time_in(text)
    return None if _joins_times(text, end) else _time_in(text[: end.start()])


def _joins_times(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop is the "and" right between two times."""
    if stop[0] != "and":
        return False
    before, behind = placed_periods(text[: stop.start()]), placed_periods(text[stop.end() :])
    return bool(before and behind) and not (
        text[before[-1][1] : stop.start()].strip() or text[stop.end() :][: behind[0][0]].strip()
    )


def _time_in(text: str) -> tuple[Period, str] | None:
    """The only time that some words name, as the tables of periods do, and as it is printed."""
    period, placed = find_period(text), placed_periods(text)
    return (period, text[placed[0][0] : placed[-1][1]]) if period and placed else None


def shows(cell: TableFigure, quantity: Quantity) -> bool:
    return cell.unit is quantity.unit and range_of(quantity).size.meets(cell.range)


def apart(one: TableFigure, other: TableFigure) -> Interval:
    """How far two figures of a line lie from one another."""
    first, last = (each.value if (each.cell.figure.value or 0) >= 0 else -each.value for each in (one, other))
    spare = sum((each.range.high - each.value for each in (one, other)), Decimal(0))
    return Interval.around(abs(last - first), spare)


def tells(quantity: Quantity) -> bool:
    return quantity.exact and (abs(quantity.value) >= TELLING or quantity.mention.figure.places > 0)


def is_plain(told: Told, line: Line) -> bool:
    """Whether a figure is exact, and no word right behind it is another than those of its table and of time."""
    known = line.name.union(*(cell.row_words | cell.measure_words for cell in line.cells), OF_TIME, stems(told.time))
    return told.quantity.exact and known.issuperset(stems(told.to_stop))


RUN_ON = pattern_of(r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})")
"""Between two words of a label that were printed without a space."""

_OF_ALL = pattern_of(r"\b(?:total|overall|combined|average|mean|median)\b", re.IGNORECASE)
"""What makes one figure of several, and no row like the others."""


def has(cell: TableFigure, line: Line) -> str:
    return f"the table on page {cell.where} has {cell.cell.figure.printed} for {line.label}"


def going(old: TableFigure, new: TableFigure) -> str:
    return f"the table goes from {old.cell.figure.printed} to {new.cell.figure.printed} on page {new.where}"


def wrong(sentence: Quote, quantity: Quantity, cell: TableFigure, right: Decimal, working: str) -> Checked:
    """A figure of a sentence that a cell belies: what it should be, and how the table says so."""
    return judged(
        Check.STATED_TWICE, Status.ERROR, sentence, cell.quote, printed=quantity.printed,
        expected=in_style(right, quantity.mention.figure), working=working,
        message=f"printed {quantity.printed}; {working}",
    )  # fmt: skip
