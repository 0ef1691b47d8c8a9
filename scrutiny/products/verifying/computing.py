"""Part of the room `products`: what follows in one or two steps.

Takes a claim and the numerals of the passages it is about, gives the working where the claim follows from them or from
what stands beside it in the summary.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.axisnames import IS_BEFORE
from scrutiny.products.verifying.claims import goes_on
from scrutiny.products.verifying.contradicting import FROM, tells_change
from scrutiny.products.verifying.likeness import CHANCE, chance_among
from scrutiny.products.verifying.making import NEXT_FIGURE, both_named, is_fine, results_of
from scrutiny.products.verifying.model import Claim, Follows, Operand, Told
from scrutiny.products.verifying.numerals import DOZEN, Kind, Numeral, fits, is_small, rounded
from scrutiny.products.verifying.owners import tells_then
from scrutiny.products.verifying.roles import lies_over, way_of
from scrutiny.products.verifying.telling import AIM, HELD_TO, is_aim
from scrutiny.products.verifying.times import times_of
from scrutiny.products.verifying.wording import about
from scrutiny.products.verifying.workings import (
    CONCLUDES,
    OF_THEM,
    TOGETHER,
    clause_of,
    says_apart,
    says_level,
)
from scrutiny.statements import Move, find_moves

_OF_WHICH = pattern_of(r"\bof\s+(?:them|these|those|whom|which),?\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def compute(claim: Claim, passages: Sequence[Sequence[Told]]) -> Follows | None:
    """How a claim follows from what stands beside it, or from figures of one passage and those."""
    numeral = claim.numeral
    if numeral.kind not in (Kind.NUMBER, Kind.MULTIPLE) or numeral.mention is None:
        return None
    vague = numeral.fraction or numeral.mention.share
    onward = claim.row or not vague or goes_on(claim.text) or about(claim.text) & about(claim.text_before)
    before = [each for each in _operands(claim.before) if each.unit is not Unit.PERCENT or numeral.unit not in COUNTED]
    # a third of something else comes about by chance, and what was the year before is made of nothing of now
    level = numeral.unit is Unit.PERCENT and way_of(claim.text, claim.start, numeral.end) is None
    then = level and tells_then(claim.text, numeral) and IS_BEFORE.search(claim.text_before) is None
    before = before if onward and not then else []
    own = [*_operands(claim.beside), *before]
    tries: list[list[Operand]] = [own]
    added = [each.value for each in claim.above if each.number and each.unit is numeral.unit]
    if len(added) > 1 and rounded(numeral).meets(Interval.of(sum(added, Decimal(0)))):
        return Follows(working=" + ".join(map(plain, added)), told=None)
    if claim.row and not claim.listed:
        return _from(claim, own) if len(own) <= CELLS else None
    for passage in passages:
        there = [
            Operand(value=each.numeral.value, unit=each.numeral.unit, told=each)
            for each in passage
            if each.numeral.kind is Kind.NUMBER and not each.numeral.age and not _only_part(numeral, each.numeral)
        ]
        if len(there) <= (MOST if numeral.unit is not Unit.PERCENT or is_fine(numeral) else CELLS + 1):
            tries.append(there)
    if _gives_both(claim):
        return _from(claim, own)
    for operands in tries:
        found = _from(claim, operands)
        if found is not None:
            return found
    for operands in tries[1:]:
        found = _from(claim, [*own, *operands], mixed=True)
        if found is not None:
            return found
    return None


def _gives_both(claim: Claim) -> bool:
    """Whether a sentence gives the two shares that so many points lie between: "85%, against 80% the year before"."""
    shares = [each for each in claim.beside if each.number and each.unit is Unit.PERCENT and each.end <= claim.start]
    if claim.row or claim.numeral.unit is not Unit.POINTS or len(shares) != 2:
        return False
    held = [HELD_TO.search(claim.text[: each.start]) is not None for each in shares]
    return held == [False, True]


COUNTED = (Unit.NUMBER, Unit.POUNDS)

CELLS = 3
"""Other figures of a row: of more, one follows by chance."""

MOST = 10
"""Figures of a passage: of more, something follows by chance."""


def _only_part(numeral: Numeral, other: Numeral) -> bool:
    """Whether a figure is a share in words, of which nothing is so many times as much: "three quarters"."""
    return numeral.kind is Kind.MULTIPLE and other.mention is not None and (other.mention.share or other.fraction)


def _operands(numerals: Sequence[Numeral]) -> Iterator[Operand]:
    for numeral in numerals:
        if numeral.kind is Kind.NUMBER and not numeral.age:
            yield Operand(value=numeral.value, unit=numeral.unit, told=None)


def _from(claim: Claim, operands: Sequence[Operand], *, mixed: bool = False) -> Follows | None:
    numeral = claim.numeral
    allowed = rounded(numeral) if numeral.kind is Kind.NUMBER else numeral.times()
    share = numeral.unit is Unit.PERCENT
    text = claim.text
    apart, together = says_apart(claim), TOGETHER.search(text) is not None
    concludes = not mixed and CONCLUDES.search(text[: claim.start]) is not None
    small = numeral.number and is_small(numeral) and numeral.unit is Unit.NUMBER
    way = None if claim.row else way_of(text, claim.start, numeral.end)
    way = lies_over(text, claim.start, numeral.end) if way is None else way
    moved = way if tells_change(claim) else None
    seldom = mixed and not (share or claim.row or says_level(claim)) and _hardly_by_chance(numeral, operands)
    since = not claim.row and IS_BEFORE.search(text, numeral.end) and not AIM.search(text)
    given = {(each.value, each.unit) for each in operands if each.told is None}
    beside_it = {(each.value, each.unit) for each in claim.beside if each.number}
    first = operands[0].told.passage if operands and operands[0].told else None
    for (at, one), (beside, other) in itertools.permutations(enumerate(operands), 2):
        if mixed and (one.told is None) == (other.told is None):
            continue
        if one.told and other.told and first is not None and first not in (one.told.passage, other.told.passage):
            continue  # not what only the sentence beside it says
        few = small and (one.told or other.told) and (mixed or max(abs(one.value), abs(other.value)) <= DOZEN)
        if few and not both_named(one, other, claim) and not _moved_between(claim, one, other):
            continue  # of eight, one, two and five of the paper any small number is made
        if (
            _went_otherwise(one, other, way)
            or (since and any(each.told is not None and is_aim(each.told) for each in (one, other)))
            or _lies_otherwise(claim, one, other, way)
            or not _of_its_times(claim, one, other, operands, way)
        ):
            continue
        told = one.told or other.told
        next_to = told is None and abs(at - beside) == 1
        adds = together or (concludes and next_to)
        rest = apart or (concludes and next_to) or _is_rest(claim, one, other)
        rest = rest or (
            seldom
            and not all((each.value, each.unit) in given for each in (one, other))
            and not (told and told.cell and not {(each.value, each.unit) for each in (one, other)} & beside_it)
        )
        for value, working in results_of(one, other, share, rest, adds, moved, claim):
            turned = numeral.value > 0 or apart  # a fall is told with a minus, or in words
            if allowed.meets(Interval.of(value)) or (turned and allowed.meets(Interval.of(-value))):
                return Follows(working=working, told=told)
    if not share and not mixed and (TOGETHER.search(clause_of(claim)) or (concludes and operands and not small)):
        return _run(numeral, allowed, operands)
    return None


def _moved_between(claim: Claim, one: Operand, other: Operand) -> bool:
    """Whether two figures of the paper are where something was that a claim says moved, and where it came to: "from
    three to eight", or two cells of a row that the claim names, of the two times of which it speaks."""
    first, second = one.told, other.told
    if claim.row or first is None or second is None or way_of(claim.text, claim.start, claim.numeral.end) is None:
        return False
    if first.cell and second.cell:
        named = first.passage == second.passage and first.label & claim.own
        return bool(named) and times_of(claim, (first, second), compares=True) is not None
    said = about(clause_of(claim)) or claim.own
    if not said & first.words.keys():
        return False
    ends = {first.start, second.start}
    moves = (each for each in find_moves(first.text) if isinstance(each, Move) and first.text == second.text)
    return any({each.old.start, each.new.start} == ends for each in moves)


def _hardly_by_chance(numeral: Numeral, operands: Sequence[Operand]) -> bool:
    """Whether hardly any difference of what a sentence gives and what the paper has there is of such a size."""
    own = [each for each in operands if each.told is None]
    there = [each for each in operands if each.told is not None]
    differences = {abs(one.value - other.value) for one in own for other in there if one.unit is other.unit}
    return numeral.number and chance_among(numeral, sorted(differences)) <= CHANCE


def _went_otherwise(one: Operand, other: Operand, way: bool | None) -> bool:
    """Whether the paper has the earlier of two figures and the later, which went down where the claim says up, or up
    for down."""
    if way is None or one.told is None or other.told is None or one.value == other.value:
        return False
    if _is_earlier(one.told, other.told):
        return (other.value > one.value) is not way
    return _is_earlier(other.told, one.told) and (one.value > other.value) is not way


def _lies_otherwise(claim: Claim, one: Operand, other: Operand, way: bool | None) -> bool:
    """Whether a sentence says which of two figures lies so much over or under the other, and they lie the other way
    round: of "40, 12 more than before" the 40 is the larger, of "3 points over the 70% target" the 70 the smaller."""
    if way is None or one.unit is not other.unit or one.value == other.value or claim.numeral.unit is Unit.PERCENT:
        return False
    text = claim.text
    for given in sorted(claim.beside, key=lambda each: -each.start):
        first, second = _is_operand(given, one), _is_operand(given, other)
        if first and second:  # of two that a rough figure may be it is the nearer
            far = abs(given.value - one.value) - abs(given.value - other.value)
            first, second = far < 0, far > 0
        held = HELD_TO.search(text[: given.start]) is not None or tells_then(text, given)
        between = text[slice(*sorted((given.start, claim.start)))]
        if first is second or (given.start > claim.start and not held) or (not held and ";" in between):
            continue
        larger = one.value > other.value if first else other.value > one.value
        return (larger is held) is way
    return False


def _is_operand(numeral: Numeral, operand: Operand) -> bool:
    """Whether a figure of a sentence is what something is worked out from, or the paper's for it."""
    if not numeral.number or numeral.unit is not operand.unit:
        return False
    return numeral.value == operand.value if operand.told is None else fits(numeral, operand.told.numeral)


def _of_its_times(claim: Claim, one: Operand, other: Operand, operands: Sequence[Operand], way: bool | None) -> bool:
    """Whether the cells among two figures are of the two times of which the claim says that something moved."""
    cells = [each.told for each in (one, other) if each.told is not None and each.told.cell]
    row = [each.told for each in operands if each.told is not None and cells and each.told.passage == cells[0].passage]
    times = times_of(claim, row, compares=way is not None)
    return times is None or all(each in times for each in cells)


def _is_earlier(one: Told, other: Told) -> bool:
    """Whether the columns of two figures say that one is of an earlier period, or their sentence: "from 24 to 10"."""
    first, second = (None if each.period is None else each.period.first for each in (one, other))
    if first is not None and second is not None:
        return first < second
    return one.text == other.text and FROM.search(one.text[: one.start]) is not None


RUN = 3
"""Figures that follow one another of which the sum is told: of two, each pair is tried."""


def _run(numeral: Numeral, allowed: Interval, operands: Sequence[Operand]) -> Follows | None:
    """The sum of figures that follow one another: "31 were adopted, 26 matched, 18 wait: 75 altogether"."""
    same = [each for each in operands if each.unit is numeral.unit]
    for many in range(len(same), RUN - 1, -1):
        for first in range(len(same) - many + 1):
            those = same[first : first + many]
            if allowed.meets(Interval.of(sum((each.value for each in those), Decimal(0)))):
                return Follows(working=" + ".join(plain(each.value) for each in those), told=those[0].told)
    return None


def _is_rest(claim: Claim, whole: Operand, part: Operand) -> bool:
    """ "57 came by sea, 37 of them in July and 20 in August": a part that is told as one of the whole before it, and
    this figure behind it is the rest. Or the paper tells so "257 came; 233 of them in time", and the claim has the 257
    and says nothing of what the paper says of the part: "257, 24 late"."""
    if whole.told is not None and part.told is not None:
        there, end = part.told.text, part.told.start + len(part.told.numeral.printed)
        if part.told.cell or whole.told.text != there or not OF_THEM.match(there, end):
            return False
        given = any(each.number and each.value == whole.value and each.unit is whole.unit for each in claim.beside)
        return given and not about(clause_of(claim)) & about(NEXT_FIGURE.split(there[end:])[0])
    if whole.told is not None or part.told is not None:
        return False
    numerals = sorted((*claim.beside, claim.numeral), key=lambda each: each.start)
    at = numerals.index(claim.numeral)
    if at < 2:
        return False
    first, second = numerals[at - 2], numerals[at - 1]
    if first.mention is None or second.mention is None or (first.value, second.value) != (whole.value, part.value):
        return False
    text = claim.text
    return OF_THEM.match(text, second.end) is not None or _OF_WHICH.search(text[: second.start]) is not None
