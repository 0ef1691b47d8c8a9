"""Room `tables`: the ways in which a line can follow from others otherwise than as a total.

Takes a line among others as an `Aim`, gives every difference, change, quotient (share, rate, average, price), share of
a whole and product that the first places do not rule out, each held against every place (`explaining` believes one).
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from scrutiny.language.direction import PLANNED
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.relations import FAIL_COSTS, Outcome, Place, Relation, RelationKind, Vector, gain, meets
from scrutiny.tables.units import UnitKind

CHANGE = pattern_of(
    r"\b(?:change|ch'?ge?|difference|diff|movement|variances?|variation|var|increase|decrease|growth|gap|over|under|newid|"
    r"over\s*\(?under\)?\s*spend|trend)\b|^\W*\+\s?/\s?[-–−]|[a-z]\s?/\s?\([a-z]+\)",
    re.IGNORECASE,
)
"""What a change is called, "better/(worse)" among it: two ways, and brackets for the one."""

SHARE = pattern_of(
    r"%|\bper\s?cent|\bshare|\bproportion|\brates?\b|\bper\b|\baverage|\bmean\b|\bratio|\bcost\s+of\s+a\b|\bunit\b",
    re.IGNORECASE,
)
"""What a share, a rate or an average is called."""

AS_PLANNED = pattern_of(rf"\b{PLANNED}\b", re.IGNORECASE)
"""What says that a figure is what was to be."""

HEADING = 80
"""Characters of a label that names a change; a longer one tells of one ("realignment of prices to the increase")."""

FEW = 9
"""In a table of up to so many lines every pair is tried."""

FACTORS = (1, 100, 1000, 10_000, 100_000)
"""A quotient itself, in percent, per 1,000, per 10,000, per 100,000."""

Range = tuple[float, float]
"""Between what a figure lies."""

Values = list[Range | None]

Work = Callable[[int], Range | None]


def is_change(vector: Vector) -> bool:
    """Whether a line holds changes, by its words or by its signs."""
    return _is_signed(vector) or (len(vector.label) <= HEADING and CHANGE.search(vector.label) is not None)


def _is_signed(vector: Vector) -> bool:
    """Whether a line holds changes by their signs: some have a plus, and none but nought is without any. In the row of
    an indicator the gap to its target is signed, and what was reached is not."""
    own = [figure.printed.lstrip() for figure, _, _ in vector.cells if figure.value]
    return any(each.lstrip("(").startswith("+") for each in own) and all(each[0] in _SIGNS for each in own)


_SIGNS = "+-–−("


class Aim(Struct, frozen=True):
    """The line (`target`) that is to be explained, among all lines of the table and their values."""

    vectors: Sequence[Vector]
    values: list[Values]
    target: int

    @property
    def vector(self) -> Vector:
        return self.vectors[self.target]

    @property
    def own(self) -> Values:
        return self.values[self.target]


CUT_COSTS = 0.2
"""A figure whose further digits were cut off speaks hardly against what the others show."""

SAMPLE = 6
"""Places that are tried first: an explanation that holds in none of them, or in one of six, is given up."""


def _judge(
    aim: Aim, kind: RelationKind, parts: tuple[int, ...], work: Work, *, candidates: float, labelled: bool,
    factor: Fraction = Fraction(1), signs: tuple[int, ...] | None = None, skip: int | None = None, added: bool = False,
) -> Iterator[Relation]:  # fmt: skip
    """A relation held against every place, or none where the first places show that it cannot be. `work` gives what
    the target should be in a place."""
    vector = aim.vector
    if not _promises(vector.telling_adding if added else vector.telling, work, skip):
        return
    own = tuple(None if place is not None and added and not place.adds else place for place in vector.places)
    outcomes, expected, gains = [], [], []
    seen: set[tuple[Place | None, ...]] = set()
    for at, place in enumerate(own):
        true = work(at) if place is not None and place.printed and at != skip else None
        expected.append(true)
        if true is None or place is None:
            outcomes.append(Outcome.OPEN)
            gains.append(0.0)
        elif meets(*true, place):
            trivial = true[0] <= 0 <= true[1] or place.low <= 0 <= place.high or place.low <= 100 <= place.high
            figures = (place, *(aim.vectors[part].places[at] for part in parts))
            trivial |= figures in seen  # the same figures again, as of years without a change
            seen.add(figures)
            outcomes.append(Outcome.TRIVIAL if trivial else Outcome.HOLDS)
            gains.append(0.0 if trivial else gain(*true, place))
        else:
            outcomes.append(Outcome.FAILS)
            cut = meets(true[0] - place.step / 2, true[1] + place.step / 2, place)
            gains.append(-CUT_COSTS if cut else -FAIL_COSTS)
    yield Relation(
        kind=kind, target=aim.target, parts=parts, signs=signs or (1,) * len(parts), factor=factor,
        outcomes=tuple(outcomes), ranges=tuple(expected), gains=tuple(gains), candidates=candidates,
        labelled=labelled,
    )  # fmt: skip


def _promises(telling: Sequence[tuple[int, Place]], work: Work, skip: int | None) -> bool:
    held = tried = 0
    for at, place in telling:
        if at == skip:
            continue
        true = work(at)
        if true is None:
            continue
        tried += 1
        held += meets(*true, place)
        if held == 2:
            return True
        if tried == SAMPLE:
            break
    return held == 1 and tried <= 3


def _minus(one: Range, other: Range) -> Range:
    return one[0] - other[1], one[1] - other[0]


def _over(one: Range, other: Range, factor: float) -> Range | None:
    if other[0] <= 0 <= other[1]:
        return None
    corners = (
        factor * one[0] / other[0], factor * one[0] / other[1], factor * one[1] / other[0], factor * one[1] / other[1]
    )  # fmt: skip
    return min(corners), max(corners)


def _times(one: Range, other: Range) -> Range:
    if one[0] >= 0 and other[0] >= 0:  # nearly always
        return one[0] * other[0], one[1] * other[1]
    corners = [a * b for a in one for b in other]
    return min(corners), max(corners)


# --- changes and differences ----------------------------------------------------------------------


def find_changes(aim: Aim, near: Sequence[int]) -> Iterator[Relation]:
    """From one line to another, as a difference or in percent: each cell by its own unit."""
    vectors, values, cells = aim.vectors, aim.values, aim.vector.cells
    pairs = [
        (one, other)
        for one, other in itertools.permutations(near, 2)
        if vectors[one].unit.agrees(vectors[other].unit) and not CHANGE.search(vectors[one].label)
    ]  # fmt: skip
    shares = all(unit.kind is UnitKind.PERCENT for figure, unit, _ in cells if figure.value is not None)
    for one, other in pairs:

        def work(place: int, one: int = one, other: int = other) -> Range | None:
            new, old = values[one][place], values[other][place]
            if new is None or old is None:
                return None
            unit = cells[place][1]
            of_shares = vectors[one].cells[place][1].kind is UnitKind.PERCENT
            if of_shares and unit.kind is UnitKind.PERCENT:
                return _minus(new, old) if shares else None  # points or per cent: only one of them fits most places
            if unit.kind is UnitKind.PERCENT and not of_shares:
                return _over(_minus(new, old), old, 100.0) if old[0] > 0 else None  # of a deficit, either sign is used
            if new[0] <= 0 <= new[1] or old[0] <= 0 <= old[1]:
                return None  # what is left when nothing is taken away shows nothing
            return _minus(new, old)

        signs = (1, -1)
        yield from _judge(
            aim, RelationKind.CHANGE, (one, other), work, candidates=len(pairs), labelled=True, signs=signs
        )


def find_differences(
    aim: Aim, adding: Sequence[int], totals: dict[int, Relation], *, labelled: bool
) -> Iterator[Relation]:
    """A line that is one less another, where that is not only a sum turned round: a sum that words expect, or any where
    no word says that the line is what is left."""
    values, printed = aim.values, aim.own
    known_sums = [relation.lines for relation in totals.values() if relation.labelled or not labelled]
    like = [at for at in adding if aim.vectors[at].unit.agrees(aim.vector.unit)]
    for one, other in itertools.permutations(like, 2):
        if any({one, other, aim.target} <= group for group in known_sums):
            continue

        def work(place: int, one: int = one, other: int = other) -> Range | None:
            first, second, own = values[one][place], values[other][place], printed[place]
            if first is None or second is None or 0.0 in (*first, *second) or own in (first, second):
                return None
            return _minus(first, second)

        yield from _judge(
            aim, RelationKind.DIFFERENCE, (one, other), work, labelled=labelled,
            candidates=1 if labelled and aim.vectors[one].total and aim.vectors[other].total else len(like) ** 2,
            signs=(1, -1), added=True,
        )  # fmt: skip


# --- quotients, shares, products ------------------------------------------------------------------


def find_quotients(aim: Aim, near: Sequence[int], *, labelled: bool) -> Iterator[Relation]:
    vectors, values, unit = aim.vectors, aim.values, aim.vector.unit
    factors = (unit.per,) if unit.per else (100,) if unit.kind is UnitKind.PERCENT else FACTORS
    sources = [at for at in near if vectors[at].unit.kind not in (UnitKind.PERCENT, UnitKind.POINTS)]
    candidates = max(1, len(sources) * (len(sources) - 1) * len(factors) // (4 if labelled else 1))
    shown = labelled and SHARE.search(aim.vector.label) is not None
    named = {one for one in sources if shown and _names(aim.vector.label, vectors[one].label)}
    of_points = [unit.kind is UnitKind.POINTS for _, unit, _ in aim.vector.cells]
    tried = [(at, place) for at, place in aim.vector.telling if not of_points[at]]
    bases = {at for at in sources if not is_change(vectors[at])}
    counted = {at for at in sources if not unit.per or vectors[at].unit.adds}
    for one, other in itertools.permutations(sources, 2):
        if one not in counted or other not in bases:
            continue
        for factor in _may_be(tried, values[one], values[other], factors):

            def work(place: int, one: int = one, other: int = other, factor: int = factor) -> Range | None:
                first, second = values[one][place], values[other][place]
                if first is None or second is None or second[0] <= 0 or of_points[place]:
                    return None  # of a negative whole, papers print shares with either sign
                true, own = _over(first, second, float(factor)), aim.vector.places[place]
                if true is None or own is None or own.low < own.high or own.step >= 1:
                    return true
                return true[0] - own.step / 2, true[1] + own.step / 2  # a charge is rounded to the penny

            yield from _judge(
                aim, RelationKind.QUOTIENT, (one, other), work, labelled=labelled,
                candidates=NAMED if one in named else candidates, factor=Fraction(factor),
            )  # fmt: skip


def _may_be(places: Sequence[tuple[int, Place]], first: Values, second: Values, factors: Sequence[int]) -> list[int]:
    """The factors with which the quotient of two lines comes near the target in one of the places that are tried first:
    no other promises anything, and each quotient is worked out once for all of them."""
    quotients: list[tuple[float, float, float, float]] = []
    for at, place in places:
        one, other = first[at], second[at]
        if one is not None and other is not None and other[0] > 0:
            spare = place.step + NEARLY * abs(place.high)
            lowest, highest = place.low - spare, place.high + spare
            quotients.append((one[0] / other[one[0] > 0], one[1] / other[one[1] < 0], lowest, highest))
            if len(quotients) == SAMPLE:
                break
    return [
        factor
        for factor in factors
        if any(low * factor <= highest and lowest <= high * factor for low, high, lowest, highest in quotients)
    ]


NEARLY = 1e-6
"""A share of a figure that is more than arithmetic may be out, and less than any explanation tells apart."""


NAMED = 0.1
"""A share that repeats the words of its part ("% agreed" below "Agreed") is expected ten times more than others."""


def _names(target: str, part: str) -> bool:
    """Whether a label holds all the words of another one, and little else."""
    own, words = (set(re.findall(r"[^\W\d_]{3,}", text.casefold())) for text in (target, part))
    return bool(words) and words <= own and len(own - words) <= 2


def find_rates_of_two(aim: Aim, adding: Sequence[int]) -> Iterator[Relation]:
    """The share of one line in itself and another: successful of successful and failed."""
    vectors, values = aim.vectors, aim.values
    for one, other in itertools.permutations(adding, 2):

        def work(place: int, one: int = one, other: int = other) -> Range | None:
            first, second = values[one][place], values[other][place]
            if first is None or second is None or first[0] < 0 or second[0] < 0:
                return None
            whole = (first[0] + second[0], first[1] + second[1])
            return _over(first, whole, 100.0) if whole[0] > 0 else None

        yield from _judge(
            aim, RelationKind.SHARE, (one, other), work, candidates=max(1, len(adding) ** 2 // 2),
            labelled=_names(aim.vector.label, vectors[one].label),
            factor=Fraction(100),
        )  # fmt: skip


def find_shares(aim: Aim, adding: Sequence[int]) -> Iterator[Relation]:
    """The share of each cell in the whole of its line: the whole is a printed total, or what the line adds to."""
    for one in adding:
        if AS_PLANNED.search(aim.vector.label) and not AS_PLANNED.search(aim.vectors[one].label):
            continue  # the share that was to be
        for at, total in _whole(aim.values[one], aim.own):

            def work(place: int, one: int = one, total: Range = total) -> Range | None:
                first = aim.values[one][place]
                return None if first is None else _over(first, total, 100.0)

            yield from _judge(
                aim, RelationKind.SHARE, (one,), work, candidates=2 * len(adding), labelled=True,
                factor=Fraction(100), skip=at,
            )  # fmt: skip


def _whole(line: Values, shares: Values) -> Iterator[tuple[int | None, Range]]:
    """What a line may be a share of: its last or first cell where the others add to it or may, else their sum; the
    greatest that has no share itself, and the cell where the share is printed as 100 %."""
    filled = [(place, value) for place, value in enumerate(line) if value is not None]
    if len(filled) < 2:
        return
    hundred = [each for each in filled if (share := shares[each[0]]) is not None and share[0] <= 100 <= share[1]]
    bare = [max((each for each in filled if shares[each[0]] is None), key=lambda each: each[1], default=filled[-1])]
    for at, total in dict([filled[-1], filled[0], *bare, *(hundred if len(hundred) == 1 else ())]).items():
        rest = [value for place, value in filled if place != at]
        if total[1] > 0 and all(value[1] <= total[1] for value in rest):
            yield at, total
    yield None, (sum(value[0] for _, value in filled), sum(value[1] for _, value in filled))


NICE = tuple(Fraction(1, n) for n in (1, 4, 12, 38, 39, 52, 100, 190, 195, 365, 1000)) + tuple(
    Fraction(n, 12) for n in range(2, 12)
)  # fmt: skip
"""Factors that a paper works with: parts of a year in months, weeks and days, percent, per 1,000."""


def find_products(aim: Aim, near: Sequence[int]) -> Iterator[Relation]:
    """A product of two or three lines with a factor that is the same in every place; of one line with it too."""
    vectors, values, own = aim.vectors, aim.values, aim.own
    if len(vectors) > FEW + 3:
        return
    near = [at for at in near if vectors[at].unit.kind not in (UnitKind.PERCENT, UnitKind.POINTS)]
    money = [at for at in near if vectors[at].unit.kind is UnitKind.MONEY]
    added = list(itertools.combinations(money, 2)) if len(money) < FEW else []
    combos: list[tuple[tuple[int, ...], tuple[int, ...]]] = [
        *((combo, ()) for size in (1, 2, 3) for combo in itertools.combinations(near, size)),
        *(((other,), pair) for pair in added for other in near if other not in pair),
    ]
    sample = [place for place, value in enumerate(own) if value is not None and value[0] * value[1] > 0][:SAMPLE]
    for combo, pair in combos:
        if not _steady(values, combo, pair, own, sample):
            continue
        products = [_product(values, combo, pair, place) for place in range(len(own))]
        factor, spare = _factor(products, own)
        same = len(combo) == 1 and not pair and factor == 1
        if same and says_the_same(aim.vector.label, vectors[combo[0]].label):
            same_line = values[combo[0]].__getitem__
            yield from _judge(aim, RelationKind.PRODUCT, combo, same_line, candidates=1, labelled=True)
        if factor is None or not factor or (len(combo) == 1 and not pair and abs(factor) not in NICE):
            continue
        if not pair and len(combo) == 1 and abs(factor) == 1:
            continue

        def work(
            place: int, product: Values = products, own: float = float(factor), spare: float = spare,
            lines: tuple[int, ...] = combo,
        ) -> Range | None:  # fmt: skip
            value = product[place]
            if value is None:
                return None
            part = spare + (_pence(aim, lines, place) if value[0] < value[1] else 0)
            return _times(value, (own * (1 - part), own * (1 + part)))

        nice, graded = abs(factor) in NICE, factor == 1 and not pair and _is_score(aim, combo)
        yield from _judge(
            aim, RelationKind.PRODUCT, (*combo, *pair), work,
            candidates=1 if graded else len(combos) * (10 if nice else 10_000), labelled=graded, factor=factor,
        )  # fmt: skip


def _pence(aim: Aim, lines: Sequence[int], place: int) -> float:
    """The share that the prices of a product of three may be out where another figure of it is rounded: then they were
    worked out, and rounded to the penny."""
    if len(lines) < THREE:
        return 0.0
    own = (each for line in lines if (each := aim.vectors[line].places[place]) is not None)
    return sum(each.step / 2 / each.high for each in own if each.low == each.high > 0 and each.step < 1)


THREE = 3
SCORE = pattern_of(r"\b(?:score|rating)s?\b", re.IGNORECASE)
HIGHEST_GRADE = 10


def _is_score(aim: Aim, combo: Sequence[int]) -> bool:
    """Whether a line may be the score that the two grades next to it make: a risk's likelihood times its impact."""
    grades = all(
        place is None or (place.low == place.high and 0 <= place.low <= HIGHEST_GRADE and place.low % 1 == 0)
        for at in combo
        for place in aim.vectors[at].places
    )
    beside = tuple(sorted(combo)) in ((aim.target - 2, aim.target - 1), (aim.target + 1, aim.target + 2))
    return beside and grades and SCORE.search(aim.vector.label) is not None


STEADY = 0.02
"""How far two ratios may be apart that are one factor: more than rounding does to figures of two digits."""


def _steady(
    values: list[Values], combo: tuple[int, ...], pair: tuple[int, ...], own: Values, sample: Sequence[int]
) -> bool:
    """Whether in two of the first places the product stands in the same ratio to the target."""
    ratios: list[float] = []
    for place in sample:
        product, value = _product(values, combo, pair, place), own[place]
        if product is None or value is None or product[0] <= 0:
            continue
        ratio = value[0] / product[0]
        if any(abs(ratio - other) <= STEADY * abs(other) for other in ratios):
            return True
        ratios.append(ratio)
    return len(ratios) < 2


def says_the_same(one: str, other: str) -> bool:
    """Whether two headings are the same, as in a table that is printed twice over, in two languages."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def _product(values: list[Values], combo: tuple[int, ...], pair: tuple[int, ...], place: int) -> Range | None:
    """The product of some lines with the sum of two others; of these, one may be blank."""
    result: Range | None = (1.0, 1.0)
    if pair:
        added = [value for at in pair if (value := values[at][place]) is not None]
        if not added:
            return None
        result = (sum(low for low, _ in added), sum(high for _, high in added))
    for at in combo:
        value = values[at][place]
        if value is None or result is None:
            return None
        result = _times(result, value)
    return result


def _factor(products: Values, target: Values) -> tuple[Fraction | None, float]:
    """The factor of most places: a usual one where it fits, else that of the largest figures, with the share that it
    may be out because these are rounded."""
    pairs = [
        (product, own)
        for product, own in zip(products, target, strict=True)
        if product is not None and own is not None and product[0] > 0 and own[0] * own[1] > 0
    ]
    if len(pairs) < 3:
        return None, 0.0
    ratios = sorted(((own[0] + own[1]) / (product[0] + product[1]), own, product) for product, own in pairs)
    middle, *those = ratios[len(ratios) // 2]
    for nice in NICE:
        if abs(float(nice) - abs(middle)) <= 1e-3 * abs(middle):
            return nice if middle > 0 else -nice, 0.0
    spare = sum((high - low) / abs(high + low) for low, high in those)
    return Fraction(middle).limit_denominator(10_000), spare
