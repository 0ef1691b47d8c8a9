"""Room `tables`: what follows from what in a table, by its own figures.

Takes the lines of a table one way as `Vector`s, gives `Relation`s: this line is the sum of those, the difference of
two, a share, a rate, a product. One is believed where the figures bear it out better than chance: `evidence` is how
many powers of ten better. Words ("Total", "Change") only lower what is asked for. Who is to blame says `balance.py`.
"""

import math
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures import Figure, FigureKind, Interval
from scrutiny.tables.units import MeasureUnit, UnitKind


class RelationKind(StrEnum):
    """How a line follows from others."""

    SUM = "sum"
    """with signs: opening + in - out = closing"""
    DIFFERENCE = "difference"
    CHANGE = "change"
    """the change from one to the other, as a difference or in percent, as the cell prints it"""
    QUOTIENT = "quotient"
    """a share, a rate, an average, a price: factor x first / second"""
    SHARE = "share"
    """factor x first / the whole of the line it stands in"""
    PRODUCT = "product"
    """factor x first x second ..."""


class Outcome(StrEnum):
    """What came of a relation in one place."""

    HOLDS = "holds"
    TRIVIAL = "trivial"
    """holds, and shows nothing: all parts but one are nought"""
    CLOSE = "close"
    """holds if the figures were rounded, which their unit does not say"""
    FAILS = "fails"
    OPEN = "open"
    """a part is hidden, in words or missing"""


Triple = tuple[Figure, MeasureUnit, Interval | None]


class Place(Struct, frozen=True):
    """A cell as the search calculates with it: between what it lies, the worth of one in its last digit, whether a
    figure is printed, and whether it is a whole number in a unit that nothing tells (counted or rounded)."""

    low: float
    high: float
    step: float
    printed: bool
    whole_unknown: bool
    adds: bool


class Vector(Struct, frozen=True, kw_only=True, dict=True):
    """A row or a column: its label, whether words allow it to be a part of a total, whether they alone forbid it,
    whether they call it a total, and its cells."""

    label: str
    part: bool
    doubted: bool = False
    total: bool
    cells: tuple[Triple, ...]
    anew: frozenset[int] = frozenset()
    """Places that are worked out anew for a whole, as an average or a price is: no sum fails there."""

    @cached_property
    def unit(self) -> MeasureUnit:
        """The unit of its figures: of the first that is one, and may be added if any may."""
        return MeasureUnit() if self.first is None else self.cells[self.first][1]

    @cached_property
    def first(self) -> int | None:
        """Where that figure stands."""
        own = [at for at, (figure, _, _) in enumerate(self.cells) if figure.value is not None]
        return next((at for at in own if self.cells[at][1].adds), next(iter(own), None))

    def unit_beside(self, other: "Vector") -> MeasureUnit:
        """The unit of the first of its figures that has one of the other line beside it: a total of costs says nothing
        of the prices in the columns before."""
        if self.first == other.first:
            return self.unit
        pairs = zip(self.cells, other.cells, strict=True)
        units = [own[1] for own, its in pairs if own[0].value is not None and its[0].value is not None]
        return next((unit for unit in units if unit.adds), next(iter(units), self.unit))

    @cached_property
    def places(self) -> tuple[Place | None, ...]:
        """The cells as numbers; a blank adds nothing, and what is hidden without bounds, or in words, is None."""
        return tuple(_place(*triple) for triple in self.cells)

    @cached_property
    def printed(self) -> tuple[tuple[int, Place], ...]:
        """Where a figure is printed."""
        return tuple((at, place) for at, place in enumerate(self.places) if place is not None and place.printed)

    @cached_property
    def telling(self) -> tuple[tuple[int, Place], ...]:
        """Those of them where it is not nought: what fits there shows something."""
        return tuple((at, place) for at, place in self.printed if not place.low <= 0 <= place.high)

    @cached_property
    def falls(self) -> bool:
        """Whether a figure is below nought, so that a sum that it is added to may grow smaller."""
        return any(place is not None and place.low < 0 for place in self.places)

    @cached_property
    def telling_adding(self) -> tuple[tuple[int, Place], ...]:
        """Those of them that may be added."""
        return tuple((at, place) for at, place in self.telling if place.adds)


class Relation(Struct, frozen=True, kw_only=True):
    """`target` follows from `parts` (places among the vectors) with `signs`. `outcomes` and `ranges` (between what
    the target should lie) stand for each place along the lines. `evidence` is in powers of ten; `labelled` says that
    words expect it too."""

    kind: RelationKind
    target: int
    parts: tuple[int, ...]
    signs: tuple[int, ...]
    factor: Fraction = Fraction(1)
    outcomes: tuple[Outcome, ...]
    ranges: tuple[tuple[float, float] | None, ...]
    gains: tuple[float, ...]
    """How much each place adds to the evidence."""
    candidates: float = 1
    """How many explanations of the target were tried: the more, the likelier one fits by chance."""
    labelled: bool = False
    near: float = 0.0
    """What a lone total shows that is a slip away from its sum."""

    @property
    def lines(self) -> frozenset[int]:
        """All that it joins."""
        return frozenset((self.target, *self.parts))

    def expected(self, place: int) -> Interval | None:
        """Between what the target should lie in a place."""
        found = self.ranges[place]
        if found is None:
            return None
        low, high = (Decimal(str(round(value, 9))).normalize() for value in found)
        return Interval(low=low + 0, high=high + 0)

    @property
    def evidence(self) -> float:
        return self.near + sum(self.gains) - math.log10(max(self.candidates, 0.1))

    def evidence_without(self, place: int) -> float:
        """What the other places show."""
        return self.evidence - self.gains[place]

    @property
    def held(self) -> int:
        return sum(outcome in (Outcome.HOLDS, Outcome.CLOSE) for outcome in self.outcomes)

    @property
    def failed(self) -> int:
        return sum(outcome is Outcome.FAILS for outcome in self.outcomes)


Known = dict[tuple[int, ...], tuple[Relation, ...]]
"""The ways to add up lines that were made already, by the target and the lines in their order."""

FAIL_COSTS = 1.0
"""A place that fails takes back what one place that holds by one chance in ten gives."""

SURE = 5.0
"""Evidence that shows what no word expects, though hundreds of pairs and five factors are tried for a line."""


def is_quotient(relation: Relation) -> bool:
    """Whether a line is surely one divided by another."""
    return relation.kind is RelationKind.QUOTIENT and relation.evidence >= SURE


LINEAR = frozenset({RelationKind.DIFFERENCE, RelationKind.CHANGE})
"""What holds of a total where it holds of all its parts."""

UNLABELLED = 3.0
"""Evidence that a line without a word for it needs: one chance in a thousand, over some dozens of lines."""

LABELLED = 0.5
"""Evidence that a line called a total needs: one figure of two digits that fits is enough."""


def without_carried(relation: Relation, vectors: Sequence[Vector], crossing: Sequence[Relation]) -> Relation:
    """A difference, of whose places those are open that only carry on what fails in others: where one pupil's
    net cost is wrong by £1,000, so is that of all pupils together, and that shows nothing more."""
    if relation.failed < 2 or relation.kind not in LINEAR:
        return relation
    gaps: dict[int, float] = {}
    for at, outcome in enumerate(relation.outcomes):
        place, true = vectors[relation.target].places[at], relation.ranges[at]
        if outcome is Outcome.FAILS and place is not None and true is not None:
            gaps[at] = (place.low + place.high) / 2 - (true[0] + true[1]) / 2
    outcomes, gains = list(relation.outcomes), list(relation.gains)
    for whole in crossing:
        carried = [gaps[part] * sign for part, sign in zip(whole.parts, whole.signs, strict=True) if part in gaps]
        if carried and whole.target in gaps and math.isclose(gaps[whole.target], sum(carried), rel_tol=SLACK):
            outcomes[whole.target], gains[whole.target] = Outcome.OPEN, 0.0
    return replace(relation, outcomes=tuple(outcomes), gains=tuple(gains))


def _place(figure: Figure, unit: MeasureUnit, interval: Interval | None) -> Place | None:
    if interval is None:
        blank = figure.kind in (FigureKind.BLANK, FigureKind.NOT_APPLICABLE)
        return Place(0.0, 0.0, 1.0, False, False, unit.adds) if blank else None
    value = figure.value
    whole = unit.kind is UnitKind.UNKNOWN and value is not None and value % 1 == 0
    return Place(float(interval.low), float(interval.high), float(figure.step), value is not None, whole, unit.adds)


def gain(low: float, high: float, target: Place) -> float:
    """How unlikely it is that a value between the bounds fits the target by chance, in powers of ten. Values of the
    size of the target are taken for equally likely, in steps of its last digit."""
    width = (high - low) + (target.high - target.low) + target.step
    size = max(abs(target.low), abs(target.high), abs(low), abs(high)) + target.step
    return -math.log10(min(1.0, width / size))


SLACK = 1e-9
"""What arithmetic with floats may be out, as a share of the figures."""


def meets(low: float, high: float, target: Place) -> bool:
    if low <= target.high and target.low <= high:
        return True
    slack = SLACK * max(1.0, abs(target.high), abs(high))
    return low <= target.high + slack and target.low <= high + slack
