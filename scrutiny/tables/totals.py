"""Room `tables`: which lines of a table are totals, and of what.

Takes vectors, gives the sums that the figures bear out. Lines are read in order with a stack of those that no total
has taken yet: a total takes the last ones that add to it, and stands for them in the totals after it. Lines that are
left are read backwards, for totals that stand first. Shares, averages and "of which" lines are never on the stack.
"""

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from scrutiny.figures.slips import SLIP, slip_of_sum
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.relations import (
    FAIL_COSTS,
    LABELLED,
    SLACK,
    UNLABELLED,
    Known,
    Outcome,
    Place,
    Relation,
    RelationKind,
    Vector,
    gain,
    meets,
)
from scrutiny.tables.roles import OF_WHICH

WIDER = 2.0
"""How much more a paper allows that says its figures may not sum due to rounding: twice what rounding can do."""

BOUNDARY = 0.05
"""A sum that begins after a total or at the head is likelier than one that begins in the midst; it only breaks ties."""


def find_relations(
    vectors: Sequence[Vector], totals: Sequence[Relation], formulas: Sequence[Relation], known: Known, *,
    widen: bool = False,
) -> tuple[Relation, ...]:  # fmt: skip
    """Every relation that the figures bear out, sums first; each target has one sum and one other at most. `totals` are
    the sums of these lines, with what was `known` when they were found; `formulas` explain the others. A sum that no
    word expects is none where a word says how its lines belong together: of budget, forecast and gap the
    gap is worked out, though budget and gap add to the forecast."""
    if len(vectors) < 2 or not vectors[0].cells:
        return ()
    sums = list(totals)
    changes = {each.lines for each in formulas if each.labelled}
    sums = [each for each in sums if each.labelled or each.lines not in changes]
    factors = {part for each in formulas if each.kind is RelationKind.PRODUCT for part in each.parts}
    explained = {relation.target for relation in formulas}
    doubted = {at for at, vector in enumerate(vectors) if vector.doubted and vector.telling_adding} - explained
    if factors or doubted:  # what is multiplied is no part of what is added
        parts = [(vector.part or at in doubted) and at not in factors for at, vector in enumerate(vectors)]
        rest = [
            vector if vector.part == part else replace(vector, part=part)
            for vector, part in zip(vectors, parts, strict=True)
        ]
        again = [each for each in find_totals(rest, known, widen=widen) if each.target not in explained]
        sums = _better(sums, again, doubted)
    return (*sums, *formulas)


def _better(sums: Sequence[Relation], again: Sequence[Relation], doubted: set[int]) -> list[Relation]:
    """The sums of two searches, the second of which takes lines for parts that words speak against ("Behaviour change"
    may be a project): where such a line is in it, the figures alone have to bear it out, and where the first found a
    sum of the same line, to bear it out in more places and with fewer that fail."""
    found = {each.target: each for each in sums}
    for each in again:
        first = found.get(each.target)
        if each.lines in [other.lines for other in found.values()]:
            continue
        if doubted.isdisjoint(each.lines):
            found.setdefault(each.target, each)
            continue
        better = first is None or (each.failed < first.failed and each.held > first.held)
        if better and each.held >= 2 and each.failed <= 1 and each.evidence >= UNLABELLED:
            found[each.target] = each
    return [found[at] for at in sorted(found)]


def find_totals(vectors: Sequence[Vector], known: Known, *, widen: bool) -> list[Relation]:
    """The sums of a table one way. What may be a part does not change what is `known` of the same figures."""
    found: dict[int, Relation] = {}
    left = _collapse(vectors, list(range(len(vectors))), found, known, widen=widen)
    left = list(reversed(_collapse(vectors, list(reversed(left)), found, known, widen=widen)))
    _collapse(vectors, left, found, known, widen=widen)
    _nest(vectors, found, widen=widen)
    _take_apart(vectors, found, widen=widen)
    _roll_forward(vectors, found, widen=widen)
    return [found[at] for at in sorted(found)]


def _collapse(
    vectors: Sequence[Vector], order: list[int], found: dict[int, Relation], known: Known, *, widen: bool
) -> list[int]:
    """The lines that no total has taken, in the same order; sums are added to `found`."""
    stack: list[int] = []
    for target in order:
        vector = vectors[target]
        if target in found:
            stack = [at for at in stack if at not in found[target].parts]
            stack.append(target)
            continue
        if not vector.part or not vector.unit.adds:
            continue
        like = [
            at for at in stack
            if (unit := vectors[at].unit_beside(vector)).adds and unit.agrees(vector.unit_beside(vectors[at]))
        ]  # fmt: skip
        ways = known.get((target, *like))
        if ways is None:
            ways = known[target, *like] = tuple(_suffixes(vectors, target, like, widen=widen))
        candidates = [
            replace(each, candidates=1) if vector.total and _begins_well(each, like, found) else each for each in ways
        ]  # of what is called a total, all since the last one is expected and not one guess of many
        best = max(
            candidates,
            key=lambda each: each.evidence + (BOUNDARY if _begins_well(each, like, found) else 0),
            default=None,
        )
        if best is not None and not best.labelled:
            best = _of_alike_places(vectors, best)
        if best is None or not _believed(best):
            best = _slipped(vectors, target, candidates, like, found)
        if best is not None and _believed(best):
            found[target] = best
            stack = [at for at in stack if at not in best.parts]
        stack.append(target)
    return stack


def _nest(vectors: Sequence[Vector], found: dict[int, Relation], *, widen: bool) -> None:
    """Sub-totals of which one figure is wrong, or a part of them: a line that in all other places is the sum of those
    since the last sub-total, where what is called the total is the sum of such lines everywhere, is one of them."""
    for target, vector in enumerate(vectors):
        if not vector.total or not vector.unit.adds or not vector.part:
            continue
        stack: list[int] = []
        sums: list[int] = []
        likely: list[Relation] = []
        for at in range(target):
            line = vectors[at]
            if not (line.part and line.unit.adds and line.unit.agrees(vector.unit)):
                continue
            own = [part for part in stack if not sums or part > sums[-1]]
            if at in found:
                stack = [part for part in stack if part not in found[at].parts]
                sums.append(at)
            elif len(own) >= PAIR:
                relation = _plain_sum(vectors, at, own, widen=widen)
                if relation.held >= max(1, relation.failed) and relation.failed <= 1:
                    stack = [part for part in stack if part not in own]
                    sums.append(at)
                    likely.append(replace(relation, labelled=True))
            stack.append(at)
        if not likely or stack != sums or len(stack) < PAIR:
            continue
        whole = _plain_sum(vectors, target, stack, widen=widen)
        wrong = {at for each in likely for at in _failing(each)}
        together = whole.evidence + sum(each.evidence for each in likely)
        if whole.held and wrong.issuperset(_failing(whole)) and together >= UNLABELLED:
            found[target] = whole
            found.update((each.target, each) for each in likely)


PAIR = 2


def _take_apart(vectors: Sequence[Vector], found: dict[int, Relation], *, widen: bool) -> None:
    """Lines that say "of which" below the line that they are of, where they are all of it: no parts of another total,
    but of that one. One figure of them may be wrong."""
    for target, vector in enumerate(vectors):
        parts = tuple(
            itertools.takewhile(lambda at: OF_WHICH.search(vectors[at].label), range(target + 1, len(vectors)))
        )
        like = all(vectors[at].unit.agrees(vector.unit) for at in parts)
        if target in found or len(parts) < PAIR or not (vector.part and vector.unit.adds and like):
            continue
        whole = _plain_sum(vectors, target, parts, widen=widen)
        if whole.held >= PAIR and whole.failed <= 1 and whole.evidence >= UNLABELLED:
            found[target] = replace(whole, labelled=True)


def _plain_sum(vectors: Sequence[Vector], target: int, parts: Sequence[int], *, widen: bool) -> Relation:
    """The sum of some lines, as the only one that is expected."""
    return signed_sum(vectors, target, tuple(parts), (1,) * len(parts), candidates=1, widen=widen)


def _failing(relation: Relation) -> list[int]:
    return [at for at, outcome in enumerate(relation.outcomes) if outcome is Outcome.FAILS]


def _of_alike_places(vectors: Sequence[Vector], relation: Relation) -> Relation:
    """A sum that no word expects, with what its places show where they are much alike: in the years of a table of
    steady figures, what fits by chance in one of them fits in the next as well. Each place but the best one shows as
    much as its figures could differ from those of that one, by how differently the other lines go from one to the
    other."""
    best = max(range(len(relation.gains)), key=relation.gains.__getitem__)
    if relation.gains[best] <= 0:
        return relation
    gains = tuple(
        max(0.0, worth - _likeness(vectors, relation.target, best, at)) if worth > 0 and at != best else worth
        for at, worth in enumerate(relation.gains)
    )
    return replace(relation, gains=gains)


def _likeness(vectors: Sequence[Vector], target: int, one: int, other: int) -> float:
    """How alike two places are, in powers of ten: 1 where lines stray by a tenth from the usual ratio of the two."""
    ratios = sorted(
        (there.low + there.high) / (here.low + here.high)
        for at, vector in enumerate(vectors)
        if at != target and vector.unit.adds
        and (here := vector.places[one]) is not None and (there := vector.places[other]) is not None
        and here.printed and there.printed and here.low + here.high
    )  # fmt: skip
    if len(ratios) < LONE or not ratios[len(ratios) // 2]:
        return 0.0
    usual = ratios[len(ratios) // 2]
    stray = 2 * sum(abs(ratio / usual - 1) for ratio in ratios) / len(ratios)
    return -math.log10(min(1.0, max(stray, LEAST_STRAY)))


LEAST_STRAY = 0.001


def _begins_well(relation: Relation, like: Sequence[int], found: dict[int, Relation]) -> bool:
    """Whether the lines of a sum begin at the head or behind a total; they are the last ones of those like it."""
    first = len(like) - len(relation.parts)
    return first == 0 or like[first - 1] in found


LONE = 3
"""Parts that a lone total needs: of two figures, too many are the sum by a slip."""


def _slipped(
    vectors: Sequence[Vector], target: int, candidates: Sequence[Relation], like: Sequence[int],
    found: dict[int, Relation],
) -> Relation | None:  # fmt: skip
    """A total that is a slip away from the sum of all the lines since the last total, and of no others, where it is
    the only figure that can show it: the table has one column of figures, or one line is all that the others have."""
    vector = vectors[target]
    natural = [each for each in candidates if _begins_well(each, like, found) and len(each.parts) >= LONE]
    if not vector.total or not natural:
        return None
    relation = natural[-1]
    failing = _failing(relation)
    if len(failing) != 1 or relation.held:
        return None
    taken = {*relation.parts, *found, target, *(part for each in found.values() for part in each.parts)}
    between = range(min(*relation.parts, target), max(*relation.parts, target))
    if any(at not in taken and _prints(vectors[at], failing[0]) for at in between):
        return None  # a line that words keep out may be a part all the same ("Increase in prices")
    return replace(
        relation, gains=tuple(0.0 for _ in relation.gains), near=slip_at(vectors, relation, failing[0]), candidates=1
    )


def _prints(vector: Vector, place: int) -> bool:
    return vector.unit.adds and (own := vector.places[place]) is not None and own.printed


def slip_at(vectors: Sequence[Vector], relation: Relation, place: int) -> float:
    """What it shows that a sum that fails in a place is a slip away from one that holds."""
    printed, expected = vectors[relation.target].cells[place][0], relation.expected(place)
    if printed.value is None or expected is None:
        return 0.0
    parts = [
        (value, sign)
        for part, sign in zip(relation.parts, relation.signs, strict=True)
        if (value := vectors[part].cells[place][0].value) is not None
    ]
    return slip_of_sum(printed.value, expected, parts, printed.step)


def _believed(relation: Relation) -> bool:
    """Whether a sum is borne out: as many places hold as fail at least, and by enough."""
    trivial = sum(outcome is Outcome.TRIVIAL for outcome in relation.outcomes)
    if relation.labelled and not relation.failed and trivial and (not relation.held or relation.evidence > 0):
        return True  # totals of one figure, as a paper prints them under a list with blanks
    if relation.near >= SLIP:
        return True
    if relation.held < max(1, relation.failed):
        return False
    if relation.labelled:
        return relation.evidence >= LABELLED
    return relation.held >= 2 and relation.evidence >= UNLABELLED


def _suffixes(vectors: Sequence[Vector], target: int, like: Sequence[int], *, widen: bool) -> Iterator[Relation]:
    """Each way to add up the last lines, from two on; a line called a total may also repeat the one before."""
    adding = _Adding(vectors[target])
    only_grows = not vectors[target].total and not any(vectors[at].falls for at in like)
    for count, at in enumerate(reversed(like), start=1):
        adding.take(vectors[at], 1)
        if only_grows and adding.is_beyond(vectors[target], len(like) - count):
            return
        if vectors[target].total or (count >= 2 and adding.promises(vectors[target])):
            parts = tuple(sorted(like[len(like) - count :]))
            yield _sum(vectors, target, parts, (1,) * count, adding, len(like), widen=widen)


class _Adding:
    """A sum while it grows, in each place where its target is printed: between what it lies, how many parts are printed
    and how many not nought, whether a part is not known, and how many are whole numbers in an unknown unit."""

    def __init__(self, target: Vector) -> None:
        self.asked, places = [at for at, _ in target.printed], len(target.cells)
        self.lows, self.highs = [0.0] * places, [0.0] * places
        self.filled, self.halves, self.open = [0] * places, [0] * places, [False] * places
        self.printed = [0] * places

    def take(self, vector: Vector, sign: int) -> None:
        lows, highs, filled, printed, halves = self.lows, self.highs, self.filled, self.printed, self.halves
        places = vector.places
        for at in self.asked:
            place = places[at]
            if place is None:
                self.open[at] = True
                continue
            low, high = place.low, place.high
            lows[at] += low if sign > 0 else -high
            highs[at] += high if sign > 0 else -low
            filled[at] += low != 0 or high != 0
            printed[at] += place.printed
            halves[at] += place.whole_unknown

    def promises(self, target: Vector) -> bool:
        """Whether the sum fits the target in two places at least, or in its only one."""
        held = checked = 0
        for at, place in target.printed:
            if self.open[at]:
                continue
            checked += 1
            spare = (self.halves[at] + 1) * 2.0 if place.whole_unknown or self.lows[at] != self.highs[at] else 0.0
            held += meets(self.lows[at] - spare, self.highs[at] + spare, place)
            if held == PAIR:
                return True
        return held == checked

    def is_beyond(self, target: Vector, more: int) -> bool:
        """Whether the sum has outgrown the target in every place that is known, so far that none of so many more parts,
        which take nothing away, can make it fit again: each leaves two more to rounding."""
        return all(
            self.open[at]
            or self.lows[at] - (self.halves[at] + more + 1) * 2.0 > place.high + 1 + SLACK * self.highs[at]
            for at, place in target.printed
        )

    def forget_repeats(self, vectors: Sequence[Vector], target: int, parts: Sequence[int]) -> None:
        """Where a line repeats one of its parts (500, 500, 500), signs can be chosen so that it fits: that shows
        nothing."""
        for at, place in vectors[target].printed:
            others = (vectors[part].places[at] for part in parts)
            sizes = (place.low, -place.low)
            if any(other is not None and other.printed and other.low in sizes for other in others):
                self.filled[at] = 1


def _sum(
    vectors: Sequence[Vector], target: int, parts: tuple[int, ...], signs: tuple[int, ...], adding: _Adding,
    candidates: int, *, widen: bool,
) -> Relation:  # fmt: skip
    places = len(vectors[target].cells)
    outcomes, gains = [Outcome.OPEN] * places, [0.0] * places
    expected: list[tuple[float, float] | None] = [None] * places
    carried = -1 in signs
    for at, place in vectors[target].printed:
        if adding.open[at] or not place.adds or (carried and adding.printed[at] <= 1):
            continue  # without figures between, a balance is not carried forward
        low, high, halves = adding.lows[at], adding.highs[at], adding.halves[at]
        if widen:
            middle, half = (low + high) / 2, (high - low) / 2
            spare = max(half * WIDER, _half_of_exact(vectors[line].places[at] for line in (target, *parts)))
            low, high = middle - spare, middle + spare
        outcomes[at], gains[at] = _outcome(place, low, high, adding.filled[at], halves)
        if outcomes[at] is Outcome.FAILS and at in vectors[target].anew:
            outcomes[at], gains[at] = Outcome.OPEN, 0.0
        if outcomes[at] is not Outcome.OPEN:
            expected[at] = low, high
    return Relation(
        kind=RelationKind.SUM, target=target, parts=parts, signs=signs, outcomes=tuple(outcomes),
        ranges=tuple(expected), gains=tuple(gains), candidates=candidates, labelled=vectors[target].total,
    )  # fmt: skip


def _half_of_exact(places: Iterable[Place | None]) -> float:
    """Half of what the last digits of exact figures are worth together: where a paper says that its sums are out by
    rounding, they were rounded too."""
    return sum(place.step for place in places if place is not None and place.printed and place.low == place.high) / 2


def _outcome(place: Place, low: float, high: float, filled: int, halves: int) -> tuple[Outcome, float]:
    if filled == 0 and (place.low > 0 or place.high < 0):
        return Outcome.OPEN, 0.0  # nothing is printed that could be added
    if meets(low, high, place):
        return (Outcome.HOLDS, gain(low, high, place)) if filled >= 2 else (Outcome.TRIVIAL, 0.0)
    spare = (halves + 1) / 2 if place.whole_unknown else 0.0
    if spare and meets(low - spare, high + spare, place):
        return (Outcome.CLOSE, gain(low - spare, high + spare, place)) if filled >= 2 else (Outcome.OPEN, 0.0)
    return Outcome.FAILS, -FAIL_COSTS


_BALANCE = pattern_of(
    r"\b(?:balance|closing|carried|c/f|net|reserves?|on\s+roll|remaining|end\s+of|at\s+\d|(?:30|31)(?:st)?\s+\w+|total)\b",
    re.IGNORECASE,
)
"""What the end of an account that is rolled forward is called."""

_OPENING = pattern_of(
    r"\bopening\b|\bbrought\s+forward\b|\bb/?f\b|\bbalance\s+at\s+1(?:st)?\b|\bstart\s+of\b", re.IGNORECASE
)
"""What the beginning of such an account is called: then its lines are known, and their signs alone are tried."""

MOST_LINES = 12
"""Lines of a table in which an account is looked for that no word announces."""

LEAST_HELD = 3
"""Places in which an account must come out."""

MOST_SIGNED = 5
"""Lines of an account that is rolled forward (opening, in, in, out, out): with more, some signs fit by chance."""


def _roll_forward(vectors: Sequence[Vector], found: dict[int, Relation], *, widen: bool) -> None:
    """Closing balances: the last line of up to five, of which the first is added and some are taken away, or none
    behind an opening, where what was paid stands in brackets."""
    for target in range(2, len(vectors)):
        if target in found or not vectors[target].unit.adds or not vectors[target].part:
            continue
        best: Relation | None = None
        named = _BALANCE.search(vectors[target].label) is not None
        if (not named and len(vectors) > MOST_LINES) or len(vectors[target].printed) < LEAST_HELD:
            continue
        for count in range(2, min(MOST_SIGNED, target) + 1):
            parts = tuple(range(target - count, target))
            if any(not vectors[at].unit.adds or not vectors[at].unit.agrees(vectors[target].unit) for at in parts):
                break
            linked = continues(vectors[parts[0]], vectors[target])
            opened = linked or (named and _OPENING.search(vectors[parts[0]].label) is not None)
            candidates = 2 ** (count - 1 if opened else MOST_SIGNED)
            for tail in itertools.product((1, -1), repeat=count - 1):
                if -1 in tail or opened:
                    relation = signed_sum(vectors, target, parts, (1, *tail), candidates=candidates, widen=widen)
                    if best is None or relation.evidence > best.evidence:
                        best = relation
        balance = named or (best is not None and continues(vectors[best.parts[0]], vectors[target]))
        needed = UNLABELLED if balance else 2 * UNLABELLED
        most = 1 if balance else 0
        if best is not None and best.held >= LEAST_HELD and best.failed <= most and best.evidence >= needed:
            found[target] = replace(best, labelled=balance)


def continues(opening: Vector, closing: Vector) -> bool:
    """Whether a line begins in one place after another with what the other ends with in the place before: then they are
    the two ends of an account that is rolled forward, whatever words call them."""
    pairs = (
        (one, two) for one, two in zip(closing.places, opening.places[1:], strict=False)
        if one is not None and two is not None and one.printed and two.printed
    )  # fmt: skip
    return sum(one.low == two.low and one.high == two.high and one.low != 0 for one, two in pairs) >= LINKS


LINKS = 2
"""Places from which an account goes on in the next that show that it is one."""


def signed_sum(
    vectors: Sequence[Vector], target: int, parts: tuple[int, ...], signs: tuple[int, ...], *, candidates: int,
    widen: bool,
) -> Relation:  # fmt: skip
    """A sum with signs, judged."""
    adding = _Adding(vectors[target])
    for at, sign in zip(parts, signs, strict=True):
        adding.take(vectors[at], sign)
    if -1 in signs:
        adding.forget_repeats(vectors, target, parts)
    return _sum(vectors, target, parts, signs, adding, candidates, widen=widen)
