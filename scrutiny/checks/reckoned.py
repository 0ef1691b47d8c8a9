"""Room `checks`: what a sentence reckons from the figures of a line of a table.

Takes a sentence with the lines that show its figures. A percentage beside a change is of what was, or was to be; one
beside a figure is of its total, or of what the words behind it head; an average is of so many months or rows. What any
line bears out is right; else it is wrong where the other figures settle the line, and it is like what it should be, or
is just what comes of another base.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from operator import attrgetter

from msgspec import Struct

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.prosefigures import compared, is_of_another, likeness, range_of
from scrutiny.checks.proven import ENOUGH, UNITS_APART, Placed
from scrutiny.checks.tablefigures import TableFigure
from scrutiny.checks.told import (
    CLAUSE,
    OF_TIME,
    OTHERWISE,
    STOP,
    Line,
    Told,
    apart,
    has,
    is_plain,
    shows,
    wrong,
)
from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import Status, in_style, plain
from scrutiny.language.numerals import NUMBER_WORDS, value_of
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.belying import DENIED
from scrutiny.statements.changeroles import Role
from scrutiny.tables.formulas import AS_PLANNED

BY_BASE = 1.5
"""Evidence that a share is of another base: one in thirty is by chance."""


NEAR = Decimal("0.2")
"""A share that is further out, in parts of what it should be, is likelier one of something else."""


class Reading(Struct, frozen=True, kw_only=True):
    """What a figure should be as one thing that it may stand for, the cell that it is of, the others that it may have
    been taken of by mistake, and what the sentence says of the line beside it."""

    right: Interval
    base: TableFigure
    others: Sequence[Interval]
    working: str
    used: int
    said: bool
    """Whether words say what it is of: then it can be of nothing else, however far out it is."""


def reckoned(placed: Placed) -> Iterator[Checked]:
    """Every figure that a sentence reckons from others and from a line, where it comes to something else."""
    told = placed.own.told
    for at, each in enumerate(told):
        if not each.quantity.exact or not each.quantity.value:
            continue
        own, words = range_of(each.quantity).size, _words_of(told, at)
        found = list(_over_times(placed, at))
        reckons = each.quantity.unit is Unit.PERCENT or words.against or words.compared or words.many
        if reckons and not _is_otherwise(placed.own.text, each):
            found += [(line, held, list(_readings(placed, line, held, at, words))) for line, held in placed.held]
        every = [reading for _, _, readings in found for reading in readings]
        if not every or any(compared(each.quantity, one.right, "").status is not Status.ERROR for one in every):
            continue
        if any(line.shows(each.quantity) for line, _, readings in found if not all(one.said for one in readings)):
            continue
        sure = [reading for line, held, readings in found for reading in readings
                if _is_sure(placed, line, held, at, own, reading)]  # fmt: skip
        if sure and len({(reading.base.value, round(reading.right.middle, 2)) for reading in sure}) == 1:
            yield wrong(placed.sentence, each.quantity, sure[0].base, sure[0].right.middle, sure[0].working)


_Held = Mapping[int, Sequence[TableFigure]]


def _is_sure(placed: Placed, line: Line, held: _Held, at: int, own: Interval, reading: Reading) -> bool:
    """Whether a sentence is plainly about a line, and a figure was meant as what is reckoned from it."""
    quantity = placed.own.told[at].quantity
    value, right = abs(quantity.value), round(reading.right.middle, quantity.mention.figure.places)
    based = any(own.meets(other) for other in reading.others)
    alike = max(likeness(quantity, reading.right.middle), BY_BASE if based else 0.0)
    settled = placed.evidence(line, {*held, reading.used} - {at}) + alike >= ENOUGH
    return settled and (based or not is_of_another(value, right, Decimal(1) if reading.said else NEAR))


def _is_otherwise(text: str, told: Told) -> bool:
    """Whether words of its own clause make a figure that of something else; what was planned is a base."""
    behind = STOP.split(text[told.quantity.end :].lstrip(")"))[0]
    ahead = STOP.split(told.ahead)[-1]
    return OTHERWISE.search(AS_PLANNED.sub(" ", _BEFORE.sub(" ", f"{ahead}#{behind}"))) is not None


_BEFORE = pattern_of(
    r"\b(?:than|of|on|in|from)\s+(?:the\s+)?(?:(?:year|quarter|month|term)\s+)?before\b", re.IGNORECASE
)


class _Against(Struct, frozen=True):
    """Words that say where a figure lies, and what the column is headed that it is seen from."""

    match: re.Match[str]
    what: frozenset[str]


class _Words(Struct, frozen=True, kw_only=True):
    """What the words around a figure say that it is reckoned from, whatever the line: another that it is held against,
    the places of two of which the second is compared with the first, and of how many in a year it is the average, if
    that is `said`."""

    against: _Against | None
    compared: Sequence[tuple[int, int, frozenset[str]]]
    many: Sequence[Decimal]
    said: bool


def _words_of(told: Sequence[Told], at: int) -> _Words:
    pairs = [(one, other) for one, other in ((at - 1, at), (at, at + 1)) if one >= 0 and other < len(told)]
    compared = [(one, other, _COMPARED.search(told[other].ahead)) for one, other in pairs]
    match = _EACH.match(told[at].behind)
    many = _IN_A_YEAR[match["time"]] if match and told[at].role is Role.PLAIN else ()
    said = many != () and _AVERAGE.search(told[at].ahead) is not None
    return _Words(
        against=_against(told[at]), said=said, many=many if said or _THAT_IS.search(told[at].ahead) else (),
        compared=[(one, other, _heading(match["what"])) for one, other, match in compared
                  if match and told[other].to_stop.strip(" ).") == ""],
    )  # fmt: skip


def _against(told: Told) -> _Against | None:
    match = _AGAINST.match(told.behind) if told.quantity.unit is not Unit.PERCENT else None
    return _Against(match, _heading(match["what"])) if match else None


def _readings(placed: Placed, line: Line, held: _Held, at: int, words: _Words) -> Iterator[Reading]:
    told = placed.own.told
    yield from _compared(told, at, line, held, words)
    yield from _averaged(told, at, held, words)
    against = words.against if placed.going[at] <= {id(line)} else None
    for base, new in _apart_from(told, at, line, held, against):
        others = [apart(each, new) for each in line.cells if each.unit is base.unit and each not in (base, new)]
        yield Reading(right=apart(base, new), base=base, others=others, working=_beside(base, new), used=at, said=True)
    if told[at].quantity.unit is Unit.PERCENT:
        if at and _APPOSED.search(told[at].ahead):
            yield from _of_change(told, at, line)
            yield from _of_figure(placed, at, line, held)
        elif placed.own.names(line) and not line.whole:
            yield from _of_all_told(told[at], at, line)
        if told[at].role is Role.CHANGE:
            yield from _to_level(told, at, line, held)


def _averaged(told: Sequence[Told], at: int, held: _Held, words: _Words) -> Iterator[Reading]:
    """ "1,608 requests in the year, an average of 134 a month": of a whole year, told beside it."""
    for one in (at - 1, at + 1) if words.many else ():
        for cell in held.get(one, ()):
            yearly = cell.period and cell.period.first and not cell.period.part and cell.value > told[at].quantity.value
            if yearly and cell.unit is told[at].quantity.unit and len(held[one]) == 1:
                right, many = cell.range, words.many
                working = f"{cell.cell.figure.printed} / {many[0]} = {plain(cell.value / many[0])}"
                yield Reading(
                    right=Interval(low=right.low / many[-1], high=right.high / many[0]), base=cell, others=(),
                    working=working, used=one, said=words.said,
                )  # fmt: skip


def _over_times(placed: Placed, at: int) -> Iterator[tuple[Line, _Held, list[Reading]]]:
    """ "An average of 58 over the six months", of a row that has as many, and that the words here or just before name:
    of all of them; by mistake of some that follow one another."""
    each, text = placed.own.told[at], placed.own.text
    clause = f"{CLAUSE.split(text[: each.quantity.start])[-1]}#{CLAUSE.split(text[each.quantity.end :], 1)[0]}"
    many = {_many(match["many"]) for match in _TIMES.finditer(clause)}
    if len(many) != 1 or not _OVER.search(clause) or each.quantity.unit is Unit.PERCENT:
        return
    near = [line for line in placed.index.lines if line.name <= placed.own.near]
    for lines in ([line for line in near if placed.own.names(line)], near):
        found: list[tuple[Line, _Held, list[Reading]]] = [
            (line, {}, [_mean_of(own, line, each, at)]) for line in lines for own in line.runs
            if len(own) in many and own[0].unit is each.quantity.unit and is_plain(each, line)
            and not any(one.planned for one in own)
        ]  # fmt: skip
        if found:
            yield from (one for one in found if not any(one[0].name < line.name for line, _, _ in found))
            return


def _mean_of(cells: Sequence[TableFigure], line: Line, told: Told, at: int) -> Reading:
    runs = (cells[first:last] for first, last in combinations(range(len(cells) + 1), 2))
    shown = in_style(_mean(cells).middle, told.quantity.mention.figure)
    return Reading(
        right=_mean(cells), base=cells[-1], others=[_mean(run) for run in runs if 1 < len(run) < len(cells)], used=at,
        working=f"the {len(cells)} figures for {line.label} on page {cells[0].where} average {shown}", said=False,
    )  # fmt: skip


def _mean(cells: Sequence[TableFigure]) -> Interval:
    low, high = (
        sum((side(each.range) for each in cells), Decimal(0)) / len(cells)
        for side in (attrgetter("low"), attrgetter("high"))
    )
    return Interval(low=low, high=high)


def _many(printed: str) -> int:
    return int(printed) if printed.isdigit() else value_of(printed.casefold())


_TIMES = pattern_of(
    rf"\b(?P<many>\d{{1,2}}|{'|'.join(NUMBER_WORDS)})[\s-]+(?:months?|quarters?|years?|weeks?|terms?|days?)\b",
    re.IGNORECASE,
)
_OVER = pattern_of(r"\b(?:averag(?:e|ed|es|ing)|mean)\b", re.IGNORECASE)
_EACH = pattern_of(
    r"\s+(?:[a-z-]+\s+){0,3}?(?:a|an|per|each|every)\s+(?P<time>month|week|quarter)\b\s*(?:[.,;:)]|$|(?:in|for)\s+(?:19|20)\d\d)"
)
_IN_A_YEAR = {"month": (Decimal(12),), "week": (Decimal(52), Decimal(365) / 7), "quarter": (Decimal(4),)}
_AVERAGE = pattern_of(r"\b(?:average|mean|on\s+average)\b[^.;:]*$", re.IGNORECASE)
_THAT_IS = pattern_of(r"(?:,\s+or|\bor|\bthat\s+is|,\s+which\s+is|\()\s+(?:about\s+)?$", re.IGNORECASE)


_Way = tuple[TableFigure, TableFigure]
"""What a figure is held against, and the figure."""


def _apart_from(
    told: Sequence[Told], at: int, line: Line, held: _Held, against: _Against | None
) -> Iterator[_Way]:  # fmt: skip
    """ "1.5 points below its target": a change behind which stands where the figure of a line lies, seen from the one
    that the words behind it head. The figure is told beside it, or is the only other one of its kind."""
    base = _headed(line, against.what) if against else None
    if against and base and against.match["time"] and base.unit is Unit.PERCENT:
        return
    if base and base.unit in UNITS_APART.get(told[at].quantity.unit, (told[at].quantity.unit,)):
        alike = _results(line, base)
        told_beside = [each for one in (at - 1, at + 1) for each in held.get(one, ()) if each.unit is base.unit]
        beside = [each for each in told_beside if each in alike]
        if len(new := beside or (() if told_beside else alike)) == 1:
            yield base, new[0]


def _results(line: Line, base: TableFigure) -> Sequence[TableFigure]:
    """What a line came to, as may be held against a figure of it: of one thing at other times, the last."""
    found = [each for each in line.cells if each.unit is base.unit and each.measure != base.measure]
    found = [each for each in found if not each.changes and not each.planned]
    if len({each.measure for each in found}) > 1 or not all(each.period for each in found):
        return found
    return next((own[-1:] for own in line.series if len(own) == len(found) and found[0] in own), found)


def _beside(base: TableFigure, new: TableFigure) -> str:
    return f"the table on page {new.where} has {new.cell.figure.printed}, {base.heading} {base.cell.figure.printed}"


def _heading(text: str) -> frozenset[str]:
    return frozenset(stems(text)) - _PLAINLY


def _headed(line: Line, words: frozenset[str]) -> TableFigure | None:
    """The only figure of a line that some words head, if all of them do."""
    found = [each for each in line.headed if each.measure == words]
    return found[0] if len(found) == 1 else None


def _compared(told: Sequence[Told], at: int, line: Line, held: _Held, words: _Words) -> Iterator[Reading]:
    """ "84% against a target of 90%", "84% (target 90%)": each is what the words before the second head, or is not."""
    for one, other, what in words.compared:
        base = _headed(line, what)
        if base is None or base.unit is not told[at].quantity.unit or told[one].quantity.unit is not base.unit:
            continue
        alike = _results(line, base)
        if at == other:
            if any(each in alike for each in held.get(one, ())):
                yield _alone(base, [each.range for each in alike], has(base, line), one)
        elif base in held.get(other, ()) and told[at].period is None and len(alike) == 1:
            yield _alone(alike[0], [base.range], has(alike[0], line), other)


def _alone(right: TableFigure, others: Sequence[Interval], working: str, used: int) -> Reading:
    return Reading(right=right.range, base=right, others=others, working=working, used=used, said=True)


def strayed(placed: Placed) -> Iterator[Checked]:
    """ "1.5 points below its target", of a line that lies so far above it."""
    told = placed.own.told
    for at, each in enumerate(told):
        against = _against(each) if each.quantity.exact else None
        if against is None or DENIED.search(placed.own.text[: each.quantity.start]):
            continue
        match = against.match
        ways = [
            (way, line, held) for line, held in placed.held for way in _apart_from(told, at, line, held, against)
            if range_of(each.quantity).size.meets(apart(*way)) and way[0].value != way[1].value
        ]  # fmt: skip
        if any((new.value > base.value) is (match["up"] is not None) for (base, new), _, _ in ways):
            continue
        for (base, new), line, held in ways:
            if placed.evidence(line, {*held, at}) >= ENOUGH:
                working, word = _beside(base, new), match["up"] or match["down"]
                yield judged(
                    Check.STATED_TWICE, Status.ERROR, placed.sentence, new.quote, printed=each.quantity.printed,
                    working=working, message=f'"{word}" is said with {each.quantity.printed}; {working}',
                )  # fmt: skip
                return


_AGAINST = pattern_of(
    r"^\)?\s*(?:(?:percentage\s+)?points?\s+|(?P<time>(?:day|week|month|hour|minute)s?)\s+)?"
    r"(?:(?P<up>above|over|(?:more|higher|longer|greater)\s+than|in\s+excess\s+of)|"
    r"(?P<down>below|under|(?:less|fewer|lower|shorter|smaller)\s+than|short\s+of))\s+"
    r"(?:(?:the|its|their|our|this)\s+)?(?P<what>[a-z][a-z -]*?)"
    r"(?=\s*(?:[,.;:)]|$|\b(?:and|but|while)\b))",
    re.IGNORECASE,
)
_COMPARED = pattern_of(
    r"(?:\bagainst|\bcompared\s+(?:with|to)|\()\s*(?:an?\s+|the\s+|its\s+|their\s+|our\s+)?(?P<what>[a-z][a-z -]*?)"
    r"(?:\s+(?:of|was|is)|:)?\s+$",
    re.IGNORECASE,
)


def _of_change(told: Sequence[Told], at: int, line: Line) -> Iterator[Reading]:
    """ "£30,000 over its budget, or 4.8%", "fell by 14 (3.2%)"."""
    change, behind = told[at - 1], STOP.split(told[at].behind.lstrip(")"))[0]
    words = frozenset(stems(behind)) - _PLAINLY
    if change.quantity.is_share:
        return
    amount = range_of(change.quantity).size
    ends = [(old, new) for old, new in (*line.steps, *line.results)
            if old.unit is change.quantity.unit and amount.meets(apart(old, new))]  # fmt: skip
    if change.role is not Role.CHANGE and not _PLAINLY.issuperset(stems(told[at].ahead)):
        return
    if change.role is not Role.CHANGE:
        ends = [(old, new) for by, old, new in line.changes if shows(by, change.quantity)]
    for old, new in ends:
        if old.value and told[at].period in (None, old.period, new.period) and words <= old.heading_words:
            said = bool(words & old.measure)
            yield _reading(apart(old, new), old, (new,), at - 1, change.quantity.printed, said=said)


def _to_level(told: Sequence[Told], at: int, line: Line, held: _Held) -> Iterator[Reading]:
    """ "Rose by 5.3% to 1,138": no amount is told, and the figure that it came to is beside it."""
    beside = [one for one in (at - 1, at + 1) if 0 <= one < len(told)]
    if any(told[one].role in (Role.CHANGE, Role.OLD) for one in beside):
        return
    words = frozenset(stems(told[at].to_stop)) - _PLAINLY - {*stems(told[at].time)}
    for one in beside:
        for old, new in line.years if all(words <= line.name | cell.measure_words for cell in line.cells[:1]) else ():
            gone = told[at].period in (None, old.period, new.period) and old.unit is not Unit.PERCENT
            if new in held.get(one, ()) and gone and old.value and new.value:
                yield _reading(apart(old, new), old, (new,), one, _difference(old, new))


def _difference(old: TableFigure, new: TableFigure) -> str:
    return f"{new.cell.figure.printed} less {old.cell.figure.printed}"


def _of_all_told(each: Told, at: int, line: Line) -> Iterator[Reading]:
    """ "Chain made up 74% of all trips in 2024/25": the share of a row in the only column that may be meant."""
    of_all, wholes = _OF_ALL.match(each.behind), {one.column: one for one in line.totals if one.value}
    cells = [one for one in line.cells if one.unit is not Unit.PERCENT and one.column in wholes]
    cells = [one for one in cells if not one.changes and each.period in (None, one.period)]
    if of_all and len(cells) == 1:
        known = cells[0].row_words | cells[0].measure_words | _PLAINLY | {*stems(each.time)}
        if known.issuperset(stems(of_all["rest"])):
            base = wholes[cells[0].column]
            yield _reading(cells[0].range, base, (), at, cells[0].cell.figure.printed)


def _of_figure(placed: Placed, at: int, line: Line, held: _Held) -> Iterator[Reading]:
    """A figure of a line, and its share of the total of its column, or of another figure of the line."""
    each, cells = placed.own.told[at], held.get(at - 1, ())
    if len(cells) != 1 or cells[0].unit is Unit.PERCENT:
        return
    cell, text = cells[0], placed.own.text[: placed.own.told[at - 1].quantity.start]
    match, printed = _OF.match(each.behind), placed.own.told[at - 1].quantity.printed
    known = cell.row_words | cell.measure_words | _PLAINLY | {*stems(each.time)}
    of_all = _OF_ALL.match(each.behind)
    whole = known.issuperset(stems(of_all["rest"])) if of_all else _ENDS.match(each.behind) and _IN_ALL.search(text)
    wholes = [one for one in line.totals if one.unit is cell.unit and one.value]
    base = next((one for one in wholes if one.column == cell.column), None)
    if whole and base and not line.whole:
        others = [one for one in wholes if one.measure == cell.measure and one is not base]
        yield _reading(cell.range, base, others, at - 1, printed, said=match is not None)
    elif match:
        words = frozenset(stems(match["what"]))
        headed = [one for one in line.cells if one.measure and one.measure <= words and one.unit is cell.unit]
        headed = [one for one in headed if not any(one.measure < other.measure for other in headed)]
        others = [one for one in (*line.cells, *line.totals) if one.unit is cell.unit]
        if len(headed) == 1 and headed[0] is not cell and headed[0].value:
            others = [one for one in others if one not in (cell, headed[0])]
            said = words <= headed[0].measure | _PLAINLY
            yield _reading(cell.range, headed[0], others, at - 1, printed, said=said)


def _reading(
    amount: Interval, base: TableFigure, others: Sequence[TableFigure], used: int, printed: str, *, said: bool = False
) -> Reading:
    right = amount.out_of(base.range)
    return Reading(
        right=right, base=base, others=[amount.out_of(each.range) for each in others if each.value],
        working=f"{printed} is {plain(right.middle)} % of {base.cell.figure.printed} on page {base.where}",
        used=used, said=said,
    )  # fmt: skip


_PLAINLY = OF_TIME | {*stems("its their our original revised approved annual")}
_APPOSED = pattern_of(r"(?:^|[a-z\d])\s?\(\s?$|,(?:\s+[a-z]+){0,5}\s+$|\bor\s+(?:by\s+)?(?:an?\s+)?$")
_ENDS = pattern_of(r"\)?\s*(?:[.,;)]|$)|\)\s+(?:were|was|is|are|went|came)\b")
_OF_ALL = pattern_of(
    r"\)?\s+of\s+(?:the\s+(?:total|whole)|all\s+[a-z]+|(?:the\s+)?total\s+[a-z]+)\b(?P<rest>[^.;,()]*)(?:[.;,)]|$)",
    re.IGNORECASE,
)
_IN_ALL = pattern_of(r"\b(?:of|in|out\s+of)\s+all\b", re.IGNORECASE)
_OF = pattern_of(r"\)?\s+of\s+(?:the|its|their|our|this|that)\s+(?P<what>[a-z -]+)", re.IGNORECASE)
