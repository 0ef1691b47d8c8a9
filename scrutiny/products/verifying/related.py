"""Part of the room `products`: what follows from the cells of a table that a claim names.

Takes a claim that the paper does not print so, gives the difference, the sum, the share, the change, the multiple or
the mean of cells of one table. The sentence says by its grammar which of these it is, and which cells: those of the
rows that it names or goes on from, those that it gives, and the totals. Of what follows from many cells something
agrees with any figure: borne out is only what hardly agrees by chance, asked in the order of how surely the cells are
meant.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import IntEnum
from functools import cached_property

from msgspec import Struct

from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.columns import is_change
from scrutiny.products.verifying.contradicting import tells_change, way_of
from scrutiny.products.verifying.crossed import CALLED
from scrutiny.products.verifying.likeness import has_places
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, Numeral, fits, is_small, rounded
from scrutiny.products.verifying.owners import heading_of
from scrutiny.products.verifying.placing import InPlace
from scrutiny.products.verifying.telling import EARLIER
from scrutiny.products.verifying.wording import about, years_of
from scrutiny.products.verifying.workings import TOGETHER, says_apart
from scrutiny.sources import Quote
from scrutiny.tables.roles import Period, find_periods

CHANCE = Decimal("0.25")
"""How many of the values that are tried may agree with a figure by chance."""

SURE = Decimal(1)
"""The same where both cells are meant: then it is not asked of few."""

FEW = 12
"""Values that are tried where both cells are meant: of more, they are not."""

UNTOLD = Decimal("0.02")
"""The same where the sentence does not say that its figure is a difference."""

MOST = 6
"""Rows that a sentence names one by one."""

_OF_THEM = pattern_of(r"\s+of\s+(?:(?:them|these|those|whom|which)\b|(?:the\s+|its\s+|all\s+)?\d)")
"""Accepts what stands behind "889 of them", "42 of 128 sessions": a part that the paper may have the rest of."""
_THAN = pattern_of(r"(?:\s+[a-z-]+){1,4}\s+than\s+(?:the\s+)?[A-Z]")
"""Accepts what stands behind the figure of "382 tonnes more than Eddle"."""

_AND = pattern_of(r"\b(?:and|or|plus)\b|&")
_BEFORE_SHARE = pattern_of(
    r"\s*(?:[,(–—-]\s*)?(?:of\s+(?:the|its|their|our|all)\s+(?:[a-z-]+\s+){0,2}[a-z-]+s\s*[,(–-]\s*)?"
    r"(?:,?\s*(?:ma(?:ke|de|king)s?\s+up|account\w*\s+for|are|is|were|was)\s+)?"
    r"(?:or\s+|that\s+is\s+)?(?:(?:about|nearly|almost|some|just\s+(?:over|under))\s+)?",
    re.IGNORECASE,
)
"""Accepts what stands between the figures of "£1.39m, or nearly 70%", "120 (63%)", "120 of the visits, about 63%"."""

_AVERAGE = pattern_of(r"\b(?:average|mean)\b")


class Meant(IntEnum):
    """How surely a claim speaks of two cells."""

    BOTH = 0
    """it gives both, or gives one and names the row or the time of the other in its row or its column"""
    GIVEN = 1
    """figures near it give both, or it gives one of a row, or says by how much per cent they differ"""
    ALIKE = 2
    """they are of one measure: of two times in a row that it names, or of two rows that it names"""
    NAMED = 3
    """one of them stands in a row that it names"""


class Operand(Struct, frozen=True, kw_only=True):
    """A cell of a table, or the sum of some cells of a column. `given`: the sentence gives the figure; `recent`: one
    near it does; `named`: it names the row, `headed`: the column or its time; `whole`: it is a total."""

    value: Decimal
    working: str
    told: Told
    rows: frozenset[int]
    given: bool = False
    recent: bool = False
    named: bool = False
    headed: bool = False
    whole: bool = False

    sum: int = 1
    """Of how many cells."""


class Result(Struct, frozen=True, kw_only=True):
    """A value that follows from cells, of which `told` is one."""

    value: Decimal
    working: str
    told: Told
    meant: Meant
    untold: bool = False


Grid = Mapping[int, Sequence[Told]]
"""For each row of a table its figures."""


class Related(InPlace):
    """What follows from cells that are named."""

    def _related(self, claim: Claim, least: Meant = Meant.NAMED) -> Verified | None:
        numeral = claim.numeral
        if claim.row or claim.title or numeral.kind not in (Kind.NUMBER, Kind.MULTIPLE) or numeral.age:
            return None
        allowed = rounded(numeral) if numeral.number else numeral.times()
        for grids in (_shown(claim), self._grids_of(claim, claim.own), self._grids_of(claim, claim.words.keys())):
            results = [each for grid, words in grids for each in self._results(claim, grid, words)]
            results += self._of_totals(claim)
            for meant, untold, wide in itertools.product(range(least + 1), (False, True), (False, True)):
                asked = [each for each in results if each.meant == meant and each.untold is untold]
                asked = [each for each in asked if wide or _is_of_all(each.told)]
                found = next((each for each in asked if allowed.meets(Interval.of(each.value))), None)
                chance = UNTOLD if untold else SURE if meant == Meant.BOTH else CHANCE
                if found is not None and _hardly_by_chance(numeral, allowed, asked, chance):
                    own = found.told.quote.file == claim.summary  # of the summary's own table
                    told = None if own else found.told
                    return Verified(claim=claim, outcome=Outcome.COMPUTED, working=found.working, told=told)
        return None

    def _results(self, claim: Claim, grid: Grid, words: Iterable[str]) -> Iterator[Result]:
        operands = self._operands_of(claim, grid, frozenset(words))
        yield from _alone(claim, operands)
        part, times = _part_of(claim), frozenset(each.part for each in times_of(claim.text) if each.part)
        named = frozenset[int]().union(*(each.rows for each in operands if each.named))
        than = len(named) > 1 and not years_of(claim.own) and _THAN.match(claim.text, claim.numeral.end) is not None
        for one, other in itertools.permutations(operands, 2):
            if part is not None and not fits(part, one.told.numeral):
                continue
            if than and one.rows == other.rows:
                continue  # "more than Elm", not more than before
            meant = _meant(claim, one, other)
            parts = {each.told.period.part for each in (one, other) if each.told.period is not None} - {None}
            if times and not parts & times and (parts or one.rows == other.rows):
                continue  # not of the quarter that the sentence names
            if meant is not None:
                yield from _made(claim, one, other, meant)

    def _of_totals(self, claim: Claim) -> Iterator[Result]:
        """ "They made 1,099 of the visits, 63%": the figure right before it, and each total of what that counts."""
        part = _part_of(claim)
        for at, _ in self.evidence.by_word.get("total", ()) if part is not None else ():
            for told in self.evidence.told(at):
                heading = heading_of(told) if told.numeral.number and "total" in told.label else None
                if part is None or not heading or told.working is not None or not _is_in(part, told):
                    continue
                if heading | told.label <= claim.own | {"total"} and told.numeral.value > part.value > 0:
                    working = f"{plain(part.value)} of {plain(told.numeral.value)}"
                    value = part.value * 100 / told.numeral.value
                    yield Result(value=value, working=working, told=told, meant=Meant.BOTH)

    def _grids_of(self, claim: Claim, words: Iterable[str]) -> Iterator[tuple[Grid, Iterable[str]]]:
        """The tables of which some words name a row, or of which the claim gives a figure; those that go on over the
        page with the same headings are one."""
        passages = self.evidence.passages
        tables = {passages[at].table for word in words for at, _ in self.evidence.by_word.get(word, ())}
        for each in _given(claim):
            tables |= {passages[at].table for at in self.evidence.holding(each)}
        yield from (
            (grid, words) for grid in {id(g): g for t in tables if t is not None for g in (self._grid(t),)}.values()
        )

    def _grid(self, table: int) -> Grid:
        return self._grids.get(table, {})

    @cached_property
    def _grids(self) -> Mapping[int, Grid]:
        rows: dict[int, dict[int, Sequence[Told]]] = defaultdict(dict)
        for at, passage in enumerate(self.evidence.passages):
            if passage.table is not None:
                told = [each for each in self.evidence.told(at) if each.column >= 0 and each.numeral.number]
                if told:
                    rows[passage.table][at] = told
        found: dict[int, Grid] = {}
        headed: dict[tuple[tuple[int, frozenset[str]], ...], dict[int, Sequence[Told]]] = {}
        for table, own in sorted(rows.items()):
            widest = max(own.values(), key=len)
            heads = tuple((each.column, heading_of(each)) for each in widest)
            whole = headed.setdefault(heads if any(head for _, head in heads) else ((table, frozenset()),), {})
            whole.update(own)
            found[table] = whole
        return found

    def _operands_of(self, claim: Claim, grid: Grid, words: frozenset[str]) -> Sequence[Operand]:
        """The cells of a table that a claim may speak of, and for each column the sum of those in the rows it names."""
        found: list[Operand] = []
        given, times = _given(claim), times_of(claim.text)
        near = [each for each in claim.around if each.number and not is_small(each)]
        rows, wholes = self._rows_named(grid, words), _wholes(grid)
        lines: dict[object, list[Operand]] = defaultdict(list)
        every = [told for row in grid.values() for told in row]
        own, recent = (
            {
                id(told)
                for each in those
                for told in _in_rows(
                    rows, [t for row in grid.values() for t in row if _is_in(each, t) and fits(each, t.numeral)]
                )
            }
            for those in (given, near)
        )
        for at, cells in grid.items():
            held = any(id(told) in own for told in cells)
            for told in cells:
                if (is_change(told) and not _is_share(claim.numeral)) or not (
                    at in rows or held or id(told) in recent or at in wholes
                ):
                    continue
                value = abs(told.numeral.value) if told.numeral.unit is Unit.PERCENT else told.numeral.value
                one = Operand(
                    value=value, working=plain(value), told=told, rows=frozenset((at,)),
                    given=id(told) in own, recent=id(told) in recent, named=at in rows, whole=at in wholes,
                    headed=heading_of(told) <= claim.own | {"total"}
                    and (told.period is None or any(told.period.agrees(each) for each in times))
                    and (told.period is not None or bool(heading_of(told))),
                )  # fmt: skip
                found.append(one)
                if (one.named or one.given) and not one.whole:
                    lines[told.column].append(one)
                if one.named and heading_of(told):
                    lines[at, _measure_of(told), told.numeral.unit].append(one)
        shown = any(told.quote.file == claim.summary for told in every)
        adds = shown or _AND.search(claim.text) or TOGETHER.search(claim.text)
        return [*found, *(_sums(lines.values()) if adds else ())]

    def _rows_named(self, grid: Grid, words: frozenset[str]) -> set[int]:
        """The rows that are named: by most of their label, or by a part of it that no other row has."""
        weigh = self.evidence.weight
        labels = {at: cells[0].label - {"total"} for at, cells in grid.items()}
        many = Counter(word for label in labels.values() for word in label)
        found = set()
        for at, label in labels.items():
            shared = label & words
            counted = {word for word in label if word in shared or not word[0].isdigit()}
            counted = counted if len(counted) > 1 else set(label)  # of "Up to 14 days" the days alone name nothing
            part = sum(map(weigh, shared)) / (sum(map(weigh, counted)) or 1)
            if part >= CALLED or (part >= PART and any(many[word] == 1 for word in shared)):
                found.add(at)
        return found


_QUARTER = pattern_of(r"\b(?P<which>first|second|third|fourth|last)\s+quarters?\b", re.IGNORECASE)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def times_of(text: str) -> tuple[Period, ...]:
    """The times that a sentence names: also "the second quarter"."""
    quarters = (Period(part=f"quarter {_QUARTERS[match['which'].lower()]}") for match in _QUARTER.finditer(text))
    return (*find_periods(text), *quarters)


def _in_rows(rows: set[int], cells: Sequence[Told]) -> Sequence[Told]:
    """Those of some cells that stand in rows which are named, where any does."""
    return [each for each in cells if each.passage in rows] or cells


def _is_share(numeral: Numeral) -> bool:
    return numeral.unit is Unit.PERCENT or numeral.kind is Kind.MULTIPLE


def _is_of_all(told: Told) -> bool:
    """Whether the column of a cell is of the present, and of no part of a year."""
    return not told.old and (told.period is None or told.period.part is None)


def _wholes(grid: Grid) -> set[int]:
    """The rows that are called a total, or have in some column the sum of all others: "Borough"."""
    found = {at for at, cells in grid.items() if "total" in cells[0].label}
    columns: dict[int, list[tuple[int, Decimal]]] = defaultdict(list)
    for at, cells in grid.items():
        for told in cells:
            if at not in found and told.numeral.unit in (Unit.NUMBER, Unit.POUNDS):
                columns[told.column].append((at, told.numeral.value))
    for column in columns.values() if not found else ():
        added = sum((value for _, value in column), Decimal(0))
        found |= {at for at, value in column if len(column) > PARTS and value and value * 2 == added}
    return found


PARTS = 3
"""Figures of a column, its sum among them."""

PART = 0.35
"""The part of a row's label, by the rarity of its words, that names it where no other row has one of them."""


def _part_of(claim: Claim) -> Numeral | None:
    """The figure right before a share, which is the part: "120 of the visits, about 63%"."""
    before = [each for each in claim.beside if each.end <= claim.start and each.number]
    if claim.numeral.unit is not Unit.PERCENT or not before or before[-1].unit is Unit.PERCENT or is_small(before[-1]):
        return None
    return before[-1] if _BEFORE_SHARE.fullmatch(claim.text[before[-1].end : claim.start]) else None


def _given(claim: Claim) -> Sequence[Numeral]:
    return [each for each in (*claim.beside, *claim.before) if each.number and not is_small(each)]


def _measure_of(told: Told) -> frozenset[str]:
    """The heading of a column without its years."""
    return heading_of(told) - years_of(heading_of(told))


def _sums(lines: Iterable[Sequence[Operand]]) -> Iterator[Operand]:
    """The sums of the cells of a column that the sentence gives, of those whose rows it names, and of those of one
    measure in a row."""
    for line in lines:
        for same in ([each for each in line if each.given], [each for each in line if each.named]):
            if 1 < len(same) <= MOST and len({each.value > 0 for each in same}) == 1:
                yield _sum_of(same)


def _sum_of(operands: Sequence[Operand]) -> Operand:
    return Operand(
        value=sum((each.value for each in operands), Decimal(0)),
        working=" + ".join(each.working for each in operands), told=operands[0].told,
        rows=frozenset[int]().union(*(each.rows for each in operands)), named=operands[0].named,
        given=all(each.given for each in operands), sum=len(operands),
    )  # fmt: skip


def _meant(claim: Claim, one: Operand, other: Operand) -> Meant | None:
    """How surely a claim speaks of two cells; None where they are not of a row or a column, or neither is meant."""
    if one.told.numeral.unit is not other.told.numeral.unit:
        return None
    if is_change(one.told) is not is_change(other.told):  # "down by £74m, or nearly a quarter"
        of_change = one.rows == other.rows and any(each.given and is_change(each.told) for each in (one, other))
        return Meant.BOTH if of_change else None
    pair = (one, other)
    measures = [_measure_of(each.told) for each in pair]
    same_row, same_column = one.rows == other.rows, one.told.column == other.told.column
    alike = same_column or measures[0] == measures[1]
    if same_row is same_column or (one.rows & other.rows and not same_row) or (one.sum > 1 and other.sum > 1):
        if not (alike and not same_row and not (one.sum + other.sum > 2)):
            return None
        known = any(each.given for each in pair) and all(each.given or each.named for each in pair)
        known = known and all(each.told.label and each.told.label == years_of(each.told.label) for each in pair)
        return Meant.BOTH if known else None  # of the beginning of one year and the end of another
    given = [each.given for each in pair]
    if all(given) or (any(given) and _is_set_against(claim, pair[given[0]], pair[not given[0]], same_row)):
        return Meant.BOTH
    if all(each.given or each.recent for each in pair) or (any(given) and same_row):
        return Meant.GIVEN if alike else Meant.ALIKE
    if not any(each.named or each.given for each in pair):
        return None
    if alike and _differ_as_told(claim, one, other):
        return Meant.GIVEN
    headed = bool(measures[0] & claim.own) or not measures[0]
    return Meant.ALIKE if alike and headed and (same_row or all(each.named for each in pair)) else Meant.NAMED


def _is_set_against(claim: Claim, other: Operand, given: Operand, same_row: bool) -> bool:
    """Whether a sentence that gives one cell names the other: by its row or as the whole of its column, by the heading
    of its column, or as that of the year before."""
    if not same_row:
        return other.named or (other.whole and claim.numeral.unit is Unit.PERCENT)
    first, second = (None if each.told.period is None else each.told.period.first for each in (other, given))
    before = first is not None and second is not None and first + 1 == second
    before = before and _measure_of(other.told) == _measure_of(given.told)
    return other.headed or (before and EARLIER.search(claim.text) is not None)


def _differ_as_told(claim: Claim, one: Operand, other: Operand) -> bool:
    """Whether the sentence says by how much per cent two cells differ: "10.0% down, that is 43 fewer"."""
    shares = [each for each in claim.beside if each.unit is Unit.PERCENT and each.number and not is_small(each)]
    if not shares or not one.value or not other.value:
        return False
    changes = [Interval.of(abs(a.value - b.value) * 100 / abs(b.value)) for a, b in ((one, other), (other, one))]
    return any(each.allows().meets(change) for each in shares for change in changes)


def _alone(claim: Claim, operands: Iterable[Operand]) -> Iterator[Result]:
    """The sums of the cells of rows that are named, and their means."""
    numeral = claim.numeral
    for each in operands:
        if each.sum == 1 or not numeral.number or not _is_in(numeral, each.told):
            continue
        meant = Meant.ALIKE if heading_of(each.told) & claim.own or not heading_of(each.told) else Meant.NAMED
        if TOGETHER.search(claim.text) or each.told.quote.file == claim.summary:
            yield Result(value=each.value, working=each.working, told=each.told, meant=meant)
        if _AVERAGE.search(claim.text):
            working = f"({each.working}) / {each.sum}"
            yield Result(value=each.value / each.sum, working=working, told=each.told, meant=meant)


def _is_in(numeral: Numeral, told: Told) -> bool:
    """Whether a figure may be in the unit of a cell: an amount in that of a bare one, a share in that of a bare one
    with decimal places."""
    if numeral.unit is told.numeral.unit:
        return True
    bare = told.numeral.unit is Unit.NUMBER
    return bare and (numeral.unit is Unit.POUNDS or (numeral.unit is Unit.PERCENT and has_places(told)))


def _made(claim: Claim, one: Operand, other: Operand, meant: Meant) -> Iterator[Result]:
    """What two cells make of one another, as the claim's words say it."""
    numeral, unit, told = claim.numeral, one.told.numeral.unit, one.told
    a, b = one.value, other.value
    if (a < 0 and b < 0) or (a < 0 and is_change(one.told) and not is_change(other.told)):
        a, b = -a, abs(b)  # what leaves is told in brackets
    first, second = (f"({each.working})" if each.sum > 1 else each.working for each in (one, other))
    of_one_time = one.rows == other.rows or told.column == other.told.column
    if numeral.kind is Kind.MULTIPLE:
        if a > 0 and b > 0 and of_one_time:
            yield Result(value=a / b, working=f"{first} / {second}", told=told, meant=meant)
        return
    way = way_of(claim.text, claim.start, numeral.end)
    if numeral.unit is Unit.PERCENT and unit is not Unit.PERCENT:
        if 0 < a < b and of_one_time and not tells_change(claim):
            yield Result(value=a * 100 / b, working=f"{first} of {second}", told=told, meant=meant)
        if b > 0 and a != b and says_apart(claim) and not _is_later(other, one) and way is not (a < b):
            yield Result(value=abs(a - b) * 100 / b, working=f"{second} to {first}", told=told, meant=meant)
        return
    points = numeral.unit in (Unit.POINTS, Unit.NUMBER) and (unit is Unit.PERCENT or has_places(told))
    if not (points or _is_in(numeral, told)) or a <= b or (unit is Unit.PERCENT and not points):
        return
    if (way is True and _is_later(other, one)) or (way is False and _is_later(one, other)):
        return
    untold = numeral.unit is not Unit.POINTS and not says_apart(claim)
    if untold and not (one.rows == other.rows and _OF_THEM.match(claim.text, numeral.end)):
        return
    yield Result(value=a - b, working=f"{first} - {second}", told=told, meant=meant, untold=untold)


def _is_later(one: Operand, other: Operand) -> bool:
    """Whether the one is of a later year than the other."""
    first, second = (None if each.told.period is None else each.told.period.first for each in (one, other))
    return first is not None and second is not None and first > second


def _hardly_by_chance(numeral: Numeral, allowed: Interval, asked: Sequence[Result], chance: Decimal) -> bool:
    """Whether so many values hardly have one that agrees with a figure, if they lay anywhere up to twice as high."""
    width = allowed.high - allowed.low
    if numeral.mention is not None and width == 0:
        width = numeral.mention.figure.step
    values = len({each.value for each in asked})
    chance = CHANCE if chance == SURE and values > FEW else chance
    return (values == 1 and chance == SURE) or values * width <= chance * abs(numeral.value)


def _shown(claim: Claim) -> Iterator[tuple[Grid, Iterable[str]]]:
    """The summary's own table right above: all its rows where the sentence counts them ("these five")."""
    columns: dict[str, list[Claim]] = defaultdict(list)
    for each in claim.shown:
        if each.numeral.number and "total" not in each.label | each.own and each.line != claim.line:
            columns[each.text.partition("|")[2].split(":")[0].strip() if each.row else ""].append(each)
    counted = _SO_MANY.search(claim.text[: claim.start])
    for number, (heading, cells) in enumerate(columns.items()):
        every = counted is not None and WORDS_AND_DIGITS.get(counted["many"].lower()) == len(cells)
        every = every and about(heading) <= claim.own
        grid = {
            each.line: [
                Told(
                    numeral=each.numeral, words=each.words, column=number,
                    quote=Quote(file=claim.summary, pdf_page=1, text=each.numeral.printed),
                    label=claim.own if every else each.label if each.row else each.own,
                )
            ]
            for each in cells
        }  # fmt: skip
        yield grid, claim.own


_SO_MANY = pattern_of(r"\b(?:[Tt]hese|[Tt]he|[Aa]ll|[Tt]hose)\s+(?P<many>[a-z]+|\d{1,2})\b")
WORDS_AND_DIGITS = {**NUMBER_WORDS, **{str(number): number for number in range(2, 100)}}
