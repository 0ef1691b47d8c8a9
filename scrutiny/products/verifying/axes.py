"""Part of the room `products`: which row, column and period of a table a claim names.

Takes a claim and a cell of the paper, gives whether the claim names another row, column or period of its table. A name
is held against the others of its axis: only the words that tell one from another count. Where a sentence has several
names of an axis and as many figures, each figure has the one at its place; where it has one, that is the name of all
figures that are not set against it; else a figure has one of them.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.axisnames import BEFORE, IS_BEFORE, TOTAL, Axis, Mention
from scrutiny.products.verifying.claims import goes_on
from scrutiny.products.verifying.contradicting import FROM, TO
from scrutiny.products.verifying.evidence import Evidence
from scrutiny.products.verifying.model import Claim, Told
from scrutiny.products.verifying.numerals import Numeral, fits
from scrutiny.products.verifying.wording import COMPARING, about
from scrutiny.products.verifying.workings import says_apart
from scrutiny.sources import Quote
from scrutiny.tables.roles import Period, names_total, placed_periods

_WHOLE = pattern_of(
    r"(?:^\W*|[%)]\s+|\bout\s+|\b(?:per\s?cent|share|most|some|half|thirds?|quarters?|proportion|\d)\s+)of\s+"
    r"(?:(?:the|its|their|all|our)\s+){0,2}(?:total\s+(?:of\s+)?)?(?:some|about|around)?\s*$|\bof\s+the\s+$",
    re.IGNORECASE,
)
"""What stands before a whole of which the sentence tells a part."""

_CLAUSE = pattern_of(r"[;:]\s|\s[–—-]\s|\b(?:while|whilst|whereas|but)\b", re.IGNORECASE)
_SETS = pattern_of(
    rf"(?P<against>\b(?:{COMPARING})\b)|\b(?:(?:up|down)\s+)?from\b|\bto\s+(?=[£\d])|\bof\s+(?:which|whom|these)\b",
    re.IGNORECASE,
)
"""Where a figure begins that is set beside the one before it."""

_HELD = pattern_of(
    rf"\b(?:(?:{COMPARING}|like|miss\w*|met|meets)\s+(?:(?:in|at|for|that\s+of|of)\s+)?(?:(?:the|its|their|our)\s+)?|since\s+)$",
    re.IGNORECASE,
)
"""What stands before a name with which something is only compared."""

_FOR_EACH = pattern_of(r"\b(?:per|each|every)\s+$|\d\s+an?\s+$", re.IGNORECASE)
_PIECE = pattern_of(r"[,;:()]|\b(?:and|but|while|with|at)\b")
_BETWEEN = pattern_of(
    r"\bbetween\s+(?:(?:about|just|some)\s+)?(?:£?\d[\d.,]*\S*\s+(?:[a-z]+\s+){0,2}?and\s+)?$", re.IGNORECASE
)
"""What stands before either end of a range."""

_BRACKET = pattern_of(r"[(\[][^()\[\]]*[)\]]")
_MOVES = about("variance movement change difference growth overspend underspend over under")
_CHANGE = pattern_of(
    r"\s*(?:%|per\s?cent)?\s*(?:(?:percentage\s+)?points?\s+)?(?:[a-z]+\s+)?(?:more|fewer|less|higher|lower|above|below)\b"
)
"""What stands behind a difference."""

_CHANGED = pattern_of(
    r"\b(?:rise|rose|fall|fell|increase[ds]?|decrease[ds]?|reduction|drop|change[ds]?|up|down)\s+(?:of|by)\s+$",
    re.IGNORECASE,
)


_GAP = pattern_of(
    r"\b(?:(?:over|under)[\s-]?spen[dt]\w*|variance|shortfall|surplus|gap)\s+(?:(?:is|was|will\s+be)\s+)?(?:of|by|at)?\s*"
    r"(?:about\s+|around\s+|some\s+|nearly\s+|just\s+(?:over|under)\s+)?$",
    re.IGNORECASE,
)
"""What stands before how far a budget is missed."""


_ADDED = pattern_of(r"\s(?:\+|to)\s")
"""The working of what follows from several rows or tables."""


Spot = tuple[frozenset[str], frozenset[str], Period | None, Period | None]
"""Where a cell stands: the names of its row and of its column, and the periods of both."""


class _Table(Struct, frozen=True, dict=True):
    """The names of a table, and its cells with their figures."""

    axes: tuple[Axis, Axis]
    spots: Mapping[Quote, Spot]
    figures: Mapping[Spot, tuple[Numeral, ...]]

    def shown_in(self, units: frozenset[Unit]) -> "_Shown":
        """Its cells that have a figure in one of some units."""
        if units not in self._shown:
            there = [spot for spot, figures in self.figures.items() if any(each.unit in units for each in figures)]
            self._shown[units] = _Shown(self, there)
        return self._shown[units]

    @cached_property
    def _shown(self) -> "dict[frozenset[Unit], _Shown]":
        return {}


class _Shown(Struct, frozen=True, dict=True):
    """Some cells of a table."""

    table: _Table
    spots: Sequence[Spot]

    @cached_property
    def every(self) -> Sequence[Mapping[object, None]]:
        """The names, and the periods, on each axis."""
        return [dict.fromkeys(on_axis) for on_axis in zip(*self.spots, strict=True)]

    @cached_property
    def several(self) -> Sequence[int]:
        """The axes on which there is more than one."""
        return [at for at, own in enumerate(self.every) if len(own) > 1]

    @cached_property
    def gaps(self) -> frozenset[object]:
        """The columns that say by how much another one moved."""
        return frozenset(spot[1] for spot in self.spots if spot[1] & _MOVES)

    def mentions(self, claim: Claim, at: int, text: str) -> Sequence[Mention]:
        """Where a text names one of those on an axis."""
        if at < 2:
            return self.table.axes[at].mentions(text, frozenset(self.every[at]))
        return _periods_in(claim, text, self.periods(at))

    def periods(self, at: int) -> Sequence[Period]:
        """Those of rows or of columns."""
        return [each for each in self.every[at] if isinstance(each, Period)]

    def beside(self, spot: Spot, at: int) -> Sequence[Spot]:
        """The cells that are named like one but on one axis; the total of all periods has no period."""
        found = self._by_others[at].get(_but_for(spot, at), ())
        if at > 1:
            return found
        totals = self._by_others[at + 4].get(_but_for(spot, at, at + 2), ())
        return [*found, *(other for other in totals if TOTAL in (spot[0], spot[1])[at] | (other[0], other[1])[at])]

    @cached_property
    def _by_others(self) -> Sequence[Mapping[tuple[object, ...], Sequence[Spot]]]:
        """By all but one axis; behind these by all but the names on it and its periods."""
        left: tuple[tuple[int, ...], ...] = ((0,), (1,), (2,), (3,), (0, 2), (1, 3))
        found: list[dict[tuple[object, ...], list[Spot]]] = [defaultdict(list) for _ in left]
        for spot in self.spots:
            for places, own in zip(left, found, strict=True):
                own[_but_for(spot, *places)].append(spot)
        return found


def _but_for(spot: Spot, *places: int) -> tuple[object, ...]:
    return tuple(own for place, own in enumerate(spot) if place not in places)


@functools.lru_cache(maxsize=4096)
def _name_of(text: str) -> tuple[frozenset[str], Period | None]:
    """The stems of a label or a heading without its period, and that."""
    period = None
    for start, end, found in placed_periods(text)[::-1]:
        text, period = text[:start] + " " + text[end:], found
    stems = about(text) - {TOTAL} | ({TOTAL} if names_total(text.strip()) else frozenset())
    return stems | ({BEFORE} if IS_BEFORE.search(text) else frozenset()), period


class Axes:
    """The tables of a paper, each with the names of its axes once they are asked for."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._made: dict[int, _Table] = {}
        self._claim: Claim | None = None
        self._known: dict[tuple[int, int], frozenset[object] | None] = {}  # what the claim at hand names on an axis

    def _table(self, number: int) -> _Table:
        if number not in self._made:
            spots: dict[Quote, Spot] = {}
            figures: dict[Spot, list[Numeral]] = defaultdict(list)
            for told in (told for at in self._evidence.rows_of(number) for told in self._evidence.told(at)):
                if told.place is None or not told.numeral.number or told.quote in spots:
                    continue
                (row, row_period), (column, column_period) = map(_name_of, (told.place.row, told.place.column))
                spot = spots[told.quote] = (row, column, row_period, column_period)
                figures[spot].append(told.numeral)
            rows, columns = Axis.of([spot[0] for spot in figures]), Axis.of([spot[1] for spot in figures])
            self._made[number] = _Table((rows, columns), spots, {spot: tuple(own) for spot, own in figures.items()})
        return self._made[number]

    def _of(self, told: Told) -> _Table | None:
        """The table of a cell, or of that from which something follows."""
        number = self._evidence.passages[told.passage].table
        if number is not None and told.place is not None:
            return self._table(number)
        if told.working is None or not told.cell or _ADDED.search(told.working):
            return None
        tables = map(self._table, self._on_page.get(told.quote.pdf_page, ()))
        return next((table for table in tables if told.quote in table.spots), None)

    @cached_property
    def _on_page(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, dict[int, None]] = defaultdict(dict)
        for passage in self._evidence.passages:
            if passage.table is not None:
                found[passage.quote.pdf_page][passage.table] = None
        return {page: tuple(numbers) for page, numbers in found.items()}

    def is_elsewhere(self, claim: Claim, told: Told) -> bool:
        """Whether a claim names another row, column or period of the table of a cell, which has a figure there."""
        table = self._of(told)
        spot = table.spots.get(told.quote) if table is not None else None
        if table is None or spot is None:
            return False
        if told.working is not None and TOTAL in told.label:
            spot = (frozenset((TOTAL,)), spot[1], None, spot[3])
        held = (told.numeral,) if told.working is None else table.figures.get(spot, ())
        alike = frozenset(each.unit for each in held) or frozenset(Unit)
        if told.working is None and claim.numeral.unit is Unit.NUMBER and not claim.row:
            alike |= {Unit.NUMBER}
        shown = table.shown_in(alike)
        return any(self._is_off(claim, shown, at, spot) for at in shown.several)

    def _is_off(self, claim: Claim, shown: _Shown, at: int, spot: Spot) -> bool:
        """Whether a claim names another row, column or period than that of a cell."""
        own = spot[at]
        if isinstance(own, frozenset):
            named = self._names(claim, shown, at, own)
            if named is None or (named and own in named):
                return False
            if shown.table.axes[at].is_touched(claim.text, own, shown.mentions(claim, at, claim.text)):
                return False
        else:
            named = self._periods(claim, shown, at)
            if own is None or named is None or any(_may_be(own, each) for each in named):
                return False
        meant = [other for other in shown.beside(spot, at) if other[at] in named]
        return bool(meant) and not (at < 2 and _is_taken(claim, shown.table, meant))

    def _names(self, claim: Claim, shown: _Shown, at: int, own: frozenset[str]) -> frozenset[object] | None:
        """The rows or the columns that a claim can mean; what it says of a whole, or of how far something lies from it,
        is of no part."""
        if TOTAL in own and not claim.row and _WHOLE.search(claim.text[: claim.start]):
            return None
        if at == 1 and own & _MOVES and says_apart(claim):
            return None
        if at == 1 and shown.gaps and not claim.row and _GAP.search(claim.text[: claim.start]):
            return shown.gaps
        return self._named(claim, shown, at)

    def _periods(self, claim: Claim, shown: _Shown, at: int) -> frozenset[object] | None:
        """The periods that a claim can mean; either end of a range may be of any."""
        if len(shown.periods(at)) < 2 or (not claim.row and _BETWEEN.search(claim.text[: claim.start])):
            return None
        return self._named(claim, shown, at)

    def _named(self, claim: Claim, shown: _Shown, at: int) -> frozenset[object] | None:
        if claim is not self._claim:
            self._claim, self._known = claim, {}
        key = id(shown), at
        if key not in self._known:
            self._known[key] = _named(claim, functools.partial(shown.mentions, claim, at), at)
        return self._known[key]


def _named(claim: Claim, mentions: Callable[[str], Sequence[Mention]], at: int) -> frozenset[object] | None:
    """The names that a figure of a summary can have on an axis; None where nothing is said of it."""
    if claim.row:
        parts = claim.text[: claim.text.rfind(":")].split(" | ")
        found = [each for part in parts for each in mentions(part)]
        if found:
            return frozenset[object]().union(*(each.names for each in found))
    else:
        found = list(mentions(claim.text))
        if found:
            return _assigned(claim, found, at)
    if at >= 2 and (FROM.search(claim.text[: claim.start]) or IS_BEFORE.search(claim.text)):
        return None  # what stands before says of which time the other figure is
    for text in (claim.text_before if goes_on(claim.text) else "", claim.setting):
        found = list(mentions(text)) if text else []
        names = frozenset[object]().union(*(each.names for each in found))
        if found:
            return names if all(each.names == names for each in found) else None
    return None


def _is_taken(claim: Claim, table: _Table, spots: Sequence[Spot]) -> bool:
    """Whether another figure of a sentence is what the table has in the row or the column that it names: "we let 64 at
    an average of 38 days" names the column of days for 38."""
    there = [numeral for spot in spots for numeral in table.figures[spot]]
    return not claim.row and any(fits(each, numeral) for each in claim.beside if each.number for numeral in there)


def _may_be(one: Period, other: object) -> bool:
    """Whether two periods may mean the same, or one has a part of the other."""
    assert isinstance(other, Period)
    years = {one.first, one.last} & {other.first, other.last} - {None}
    spans = one.last is not None and other.last is not None
    same = bool(years) and (not spans or (one.first, one.last) == (other.first, other.last))
    return (same or None in (one.first, other.first)) and (None in (one.part, other.part) or one.part == other.part)


def _periods_in(claim: Claim, text: str, periods: Sequence[Period]) -> Sequence[Mention]:
    """Where a text names one of the periods of an axis, by its name or as the one before another."""
    found: list[Mention] = []
    for start, end, period in placed_periods(text):
        names = frozenset[object](each for each in periods if each.agrees(period))
        if names and len(names) < len(periods):
            found.append(Mention(start, end, names))
    for match in IS_BEFORE.finditer(text):
        found.append(Mention(*match.span(), _before(claim, match, found, periods)))
    return sorted(found, key=lambda each: each.start)


def _before(
    claim: Claim, match: re.Match[str], found: Sequence[Mention], periods: Sequence[Period]
) -> frozenset[object]:
    """The period before the one that a sentence, or what stands before it, names; nothing where that is not sure."""
    years, a_year = all(each.part is None for each in periods), "year" in match[0].lower()
    if years and not a_year:
        return frozenset()
    names = {each.names for each in found if each.names}
    for text in (claim.text_before, claim.setting):
        if not names:
            said = [period for _, _, period in placed_periods(text)]
            names = {frozenset(each for each in periods if each.agrees(period)) for period in said}
    own = next(iter(names)) if len(names) == 1 else frozenset()
    if not names and a_year and not years:  # nothing is named: from now
        latest = (
            max(((each.first or 0, each.part or ""), each) for each in periods)[1]
            if all((each.part or "").startswith("quarter") and each.first for each in periods)
            else None
        )
        own = frozenset((latest,)) if latest is not None else own
    if len(own) != 1:
        return frozenset()
    at = periods.index(next(iter(own)))
    if a_year and not years:  # the same quarter of the year before
        now = periods[at]
        return frozenset(
            each
            for each in periods
            if None not in (now.first, each.first) and each.part == now.part and each.first == (now.first or 0) - 1
        )
    if years:
        first = periods[at].first
        return frozenset(each for each in periods if first is not None and each.first == first - 1)
    return frozenset(periods[at - 1 : at])


def _assigned(claim: Claim, found: Sequence[Mention], at: int) -> frozenset[object] | None:
    """Of the names that a sentence has on an axis those that its figure can have."""
    text, own = claim.text, claim.numeral
    if any(_FOR_EACH.search(text[: each.start]) for each in found):
        return None  # of a rate both names say something
    figures = [each for each in (own, *claim.beside) if each.number]
    numerals = sorted(
        (each for each in figures if each.unit is own.unit and _has_name(text, each, at)), key=lambda each: each.start
    )
    if own not in numerals:
        return None
    ends = {
        one.start: other.start
        for one, other in pairwise(numerals)
        if at < 2 and TO.fullmatch(text[one.end : other.start])
    }
    own = next((each for each in numerals if each.start == ends.get(own.start)), own)
    numerals = [each for each in numerals if each.start not in ends]  # both ends of a move are of one name
    first = max((each.end() for each in _CLAUSE.finditer(text, 0, own.start)), default=0)
    next_clause = _CLAUSE.search(text, own.end)
    last = next_clause.start() if next_clause is not None else len(text)
    here = [each for each in found if first <= each.start < last]
    if here:
        found, numerals = here, [each for each in numerals if first <= each.start < last]
    found = [each for each in found if not _is_aside(text, each, own, figures)]
    order = list(dict.fromkeys(each.names for each in found))
    if len(order) == 1:
        return order[0] if order[0] and _reaches(claim, found, numerals, at) else None
    if len(order) == len(found) == len(numerals):
        return found[numerals.index(own)].names or None
    if not order or not all(order):
        return None
    return frozenset[object]().union(*order)


def _is_aside(text: str, mention: Mention, own: Numeral, figures: Sequence[Numeral]) -> bool:
    """Whether something is named in a bracket with figures of its own, or only to compare a figure with it."""
    for bracket in _BRACKET.finditer(text):
        first, last = bracket.span()
        held = any(first < each.start < last for each in figures)
        if first <= mention.start < last and held and not first < own.start < last:
            return True
    if not _HELD.search(text[: mention.start]):
        return False
    end = _PIECE.search(text, mention.end)
    return not any(mention.end <= each.start < (end.start() if end else len(text)) for each in figures)


def _has_name(text: str, numeral: Numeral, at: int) -> bool:
    """Whether a figure is one that a table may have: no difference, and for its row no whole of parts."""
    if _CHANGE.match(text, numeral.end) or _CHANGED.search(text[: numeral.start]):
        return False
    return at != 0 or not _WHOLE.search(text[: numeral.start])


def _reaches(claim: Claim, found: Sequence[Mention], numerals: Sequence[Numeral], at: int) -> bool:
    """Whether the only name of a sentence is that of its figure as well: what is set against another figure has the
    name that stands with it, and else only the row and the column of that."""
    if len(numerals) < 2:
        return True
    text, own = claim.text, claim.numeral
    sets = list(_SETS.finditer(text))
    part = sum(match.end() <= own.start for match in sets)
    parts = {sum(match.end() <= each.start for match in sets) for each in found}
    if part in parts:
        return True
    if at >= 2 or min(parts) > part:
        return False
    against = any(match["against"] for match in sets[min(parts) : part])
    return not against or IS_BEFORE.search(text, own.end) is not None or bool(placed_periods(text[own.end :]))
