"""Room `statements`: a figure that follows from figures of the sentences around it.

Takes sentences that stand behind one another, gives each figure that is called a result ("leaving £31,460", "a rise of
5,318") with every way in which it may follow from the others of its kind near it. Whoever judges sees whether one of
them fits, or whether a slip of one digit in one of them is all that is amiss.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from scrutiny.figures import Unit
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.changeroles import LEVEL_OF, SPAN, Role, roles_in
from scrutiny.statements.model import Derived, Quantity, Sum
from scrutiny.statements.parts import find_settled
from scrutiny.statements.quantities import find_quantities
from scrutiny.statements.results import ADDED, ENDS_AT, LEFT, LEFT_BEHIND, NEAR, TOTAL, TOTAL_BEHIND

_CUES = (
    "leav", "left", "remain", "rest", "balance", "net", "differ", "gap", "short", "surplus", "deficit", "total",
    "togeth", "combined", "in all", "overall", "sum", "result", "rise", "rose", "increase", "fall", "fell", "reduc",
    "decrease", "drop", "of wh", "down", "up", "more", "less", "fewer", "higher", "lower", "bring",
    "brought", "tak", "took", "came", "come", "stood", "stand",
)  # fmt: skip
"""Letters of which the words of a result have some."""

_OVERALL = pattern_of(
    r"\b(?:giv(?:es|ing)|mak(?:es|ing)|to\s+give|bring(?:s|ing)|tak(?:es|ing))\b[^.;:()\d£]{0,60}\b(?:overall|total|combined)\b"
    r"[^.;:()\d£]{0,60}\b(?:of|to|at)\s+$",
    re.IGNORECASE,
)
_COMES_OUT = pattern_of(
    r"\b(?:result(?:s|ing|ed)?\s+in|giving|making)\s+(?:[\w'’-]+\s+){0,5}$|\s[–—-]\s+an?\s+(?:[\w'’-]+\s+){1,3}$",
    re.IGNORECASE,
)
"""Before what is either a sum or what is left."""

MOST_BEFORE = 5
"""Figures before a result of which two, or the last three, may make it."""


def find_derived(texts: Sequence[str]) -> Iterator[Derived]:
    """Every result of some sentences that has to do with the last of them: it stands there, or what it follows from
    does. Where a sentence is one of rough or few figures, none."""
    last = len(texts) - 1
    told = [(at, each) for at, text in enumerate(texts) for each in find_quantities(text) if _counts(each)]
    if len(told) < LEAST or told[-1][0] != last:
        return
    yield from _by_digits(texts[last], told, last)
    if not any(has_any(_CUES, small_letters(text)) for text in texts):
        return
    roles = {(at, each.start): role for at, text in enumerate(texts) for each, role in roles_in(text)}
    settled = {(at, start) for at, text in enumerate(texts) for start in find_settled(text)}
    for index, (at, each) in enumerate(told):
        every = _readings(texts, told, index, roles, frozenset())
        right = next(filter(_is_exact, every or _of_earlier(texts, told, index)), None)
        ways = [] if right or not every else _readings(texts, told, index, roles, settled) if settled else every
        parts = {place for place, other in told if any(other is part for way in ways or every for part in way.parts)}
        if every and not _is_of_another(texts, each, at, parts):
            unlikely = tuple(way for way in every if way not in ways) if ways else ()
            yield Derived(
                ways=tuple(ways or every), unlikely=unlikely, figure_in=at, parts_in=tuple(sorted(parts))
            )  # fmt: skip
        if right:
            settled |= {(place, other.start) for place, other in told if any(other is part for part in right.parts)}


_Told = tuple[int, Quantity]
"""A figure, with the sentence that it stands in."""


def _readings(
    texts: Sequence[str],
    told: Sequence[_Told],
    index: int,
    roles: dict[tuple[int, int], Role],
    settled: Collection[tuple[int, int]],
) -> list[Sum]:
    """Every way in which one of some figures may follow from those that are not settled."""
    last, (at, each) = len(texts) - 1, told[index]
    if each.value < 0:
        return []
    own = [(place, other) for place, other in told if _alike(each, other) and (place, other.start) not in settled]
    ways: list[Sum] = []
    if at == last:
        ways += _ways(texts, at, each, _before(texts, own, at, each))
        ways += _what_is_not(texts, each, own)
    if roles[at, each.start] is Role.CHANGE and not (ways and LEVEL_OF.search(texts[at][: each.start])):
        others = [(place, other) for place, other in own if other is not each]
        ways += filter(_same_things, _changes(each, at, others, roles, last))
    return ways


def _of_earlier(texts: Sequence[str], told: Sequence[_Told], index: int) -> list[Sum]:
    """What a figure of the sentences before follows from."""
    at, each = told[index]
    alike = [(place, other) for place, other in told if _alike(each, other)]
    return list(_ways(texts, at, each, _before(texts, alike, at, each))) if at < len(texts) - 1 else []


def _before(texts: Sequence[str], told: Sequence[_Told], at: int, each: Quantity) -> list[_Told]:
    """The figures before one, but what was another year's."""
    return [
        (place, other)
        for place, other in told
        if (place, other.start) < (at, each.start) and not _OF_ANOTHER_YEAR.search(texts[place][: other.start])
    ]


def _is_exact(way: Sum) -> bool:
    return (
        sum((part.value * sign for part, sign in zip(way.parts, way.signs, strict=True)), Decimal(0)) == way.total.value
    )


LEAST = 3
"""Figures of a reckoning."""

_OF_ANOTHER_YEAR = pattern_of(
    rf"[\[(]\s*(?:{SPAN}|(?:last|previous|prior)\s+year)\s*[:=–-]\s*(?:an?\s+)?(?:[a-z]+\s+of\s+)?$"
)
"""Before what was another year's figure, in a bracket: "£390 (2016: £361)"."""


def _counts(each: Quantity) -> bool:
    return each.exact and not each.is_year and not each.is_share and each.value != 0 and each.printed[:1] != "+"


def _alike(each: Quantity, other: Quantity) -> bool:
    """Whether figures are told in one unit: counts, or measures of as many decimals as one another, or money."""
    one, figure = each.mention.figure, other.mention.figure
    return one.unit is figure.unit and (one.unit is Unit.POUNDS or one.places == figure.places)


def _ways(texts: Sequence[str], at: int, each: Quantity, told: Sequence[_Told]) -> Iterator[Sum]:
    """What is left of figures before, or what they make together, as the words beside a figure call it."""
    text, before = texts[at], [other for _, other in told]
    if len(before) < PAIR:
        return
    ahead, behind = text[max(0, each.start - 2 * NEAR) : each.start], text[each.end : each.end + NEAR]
    either = _COMES_OUT.search(ahead)
    left = LEFT.search(ahead) or LEFT_BEHIND.match(behind)
    if either or left:
        for one, other in combinations(told[-MOST_BEFORE:], 2):
            if not any(_is_added(texts, part) for part in (one, other) if part[1] is min(one[1], other[1], key=_value)):
                yield apart(each, one[1], other[1])
        if len(before) >= LEAST:
            yield _less(each, *before[-LEAST:])
    if either or TOTAL.search(ahead) or TOTAL_BEHIND.match(behind) or _OVERALL.search(ahead):
        for many in range(2, min(MOST_BEFORE, len(before)) + 1):
            yield Sum(total=each, parts=tuple(before[-many:]), signs=(1,) * many)
        return
    if left or ENDS_AT.search(ahead):
        for one, other in combinations(told[-MOST_BEFORE:], 2):
            if _is_added(texts, one) is not _is_added(texts, other):
                yield Sum(total=each, parts=(one[1], other[1]), signs=(1, 1))


def _value(quantity: Quantity) -> Decimal:
    return quantity.value


def _is_added(texts: Sequence[str], told: _Told) -> bool:
    """Whether a figure is called one that is added."""
    return ADDED.search(texts[told[0]][: told[1].start]) is not None


def _same_things(way: Sum) -> bool:
    """Whether a change counts what moved, as far as both say what that is."""
    own = set(way.total.noun[:2])
    nouns = [set(part.noun) for part in way.parts if part.noun]
    return way.total.unit is Unit.POUNDS or not own or not nouns or any(own & noun for noun in nouns)


_NOT_YET = pattern_of(
    r"\b(?:will|would|could|may|might|should|expected|planned|forecast\w*|predicted|projected|target\w*|hop(?:es|ed|ing))\b",
    re.IGNORECASE,
)
_CLAUSE = pattern_of(r"[,;:]\s|\b(?:but|against)\b")
_LINKED = pattern_of(
    r"\b(?:leav|giv|mak|bring|tak|show|result)ing\b|\b(?:this|that|these|so)\b|^the\s+(?:remaining|rest)\b"
    rf"|\bthe\s+(?:overall\s+|total\s+)?(?:{UP}|{DOWN}|difference|balance|remainder)\s+of\s+$",
    re.IGNORECASE,
)


def _is_of_another(texts: Sequence[str], each: Quantity, at: int, parts: set[int]) -> bool:
    """Whether a result is one of something else than its parts: it is only to come, or its sentence has none of them,
    and names nothing that they are told of."""
    clauses = list(_CLAUSE.finditer(texts[at]))
    first = max((clause.end() for clause in clauses if clause.end() <= each.start), default=0)
    last = min((clause.start() for clause in clauses if clause.start() >= each.end), default=len(texts[at]))
    if _NOT_YET.search(texts[at][first:last]):
        return True
    if at in parts or _LINKED.search(texts[at][: each.start]):
        return False
    named = set(stems(texts[at][: each.start] + texts[at][each.end :][:NEAR]))
    return not named & {stem for place in parts for stem in stems(texts[place])}


def _what_is_not(texts: Sequence[str], each: Quantity, own: Sequence[tuple[int, Quantity]]) -> Iterator[Sum]:
    """ "£9.4m, of which £3.1m is ours. £6.3m comes from others": the only figures of their kind in two sentences."""
    near = [other for place, other in own if place == len(texts) - 2]
    if len(near) == PAIR and sum(place == len(texts) - 1 for place, _ in own) == 1:
        whole, part = near
        if _OF_WHICH.search(texts[-2][whole.end : part.start]) and each.value < whole.value:
            yield apart(each, whole, part)


_OF_WHICH = pattern_of(r"\bof\s+(?:which|whom)\b[^.;]*$", re.IGNORECASE)


def _changes(
    each: Quantity, at: int, own: Sequence[tuple[int, Quantity]], roles: dict[tuple[int, int], Role], last: int
) -> Iterator[Sum]:
    """How far apart two figures are, of which one is called the earlier one, or the two that stand before it."""
    levels = [(place, other) for place, other in own if roles[place, other.start] is not Role.CHANGE]
    ahead = [(place, other) for place, other in levels if (place, other.start) < (at, each.start)][-2:]
    pairs = [ahead] if len(ahead) == 2 and at == last else []
    pairs += [
        [one, other]
        for one, other in pairwise(levels)
        if one[0] == other[0] == last != at and Role.OLD in (roles[last, one[1].start], roles[last, other[1].start])
    ]
    for (_, one), (_, other) in pairs:
        yield apart(each, one, other)


PAIR = 2
"""Parts that leave nothing out where the one is what the other is not; fewer figures make no other."""


LONG = 4
"""Digits of a figure that another two make hardly by chance: in real papers, of 300 threes of which the greatest is so
long and the others have a digit less, none was a slip away from their sum that was not meant as it."""


def _by_digits(text: str, told: Sequence[tuple[int, Quantity]], last: int) -> Iterator[Derived]:
    """Three figures that no word links or holds against one another, the only ones of their kind in a sentence: the
    greatest may be what the others make, which only its digits can show. What is out by a step or two may be rounded.
    """
    for unit in (Unit.POUNDS, Unit.NUMBER):
        own = sorted((each for at, each in told if at == last and each.unit is unit), key=lambda each: each.value)
        if len(own) != LEAST or any(role is not Role.PLAIN for each, role in roles_in(text) if each in own):
            continue
        small, middle, large = own
        long = _digits(large) >= LONG and min(_digits(small), _digits(middle)) >= LONG - 1 and small.value > 0
        off = abs(large.value - middle.value - small.value)
        if long and (off == 0 or off > 2 * max(each.mention.figure.step for each in own)):
            way = Sum(total=large, parts=(middle, small), signs=(1, 1))
            yield Derived(ways=(way,), figure_in=last, parts_in=(last,), worded=False)


def _digits(each: Quantity) -> int:
    return len(format(abs(each.value).normalize(), "f").strip("0.").replace(".", ""))


def apart(each: Quantity, one: Quantity, other: Quantity) -> Sum:
    """A figure as the difference of two others."""
    large, small = (one, other) if abs(one.value) >= abs(other.value) else (other, one)
    return Sum(total=each, parts=(large, small), signs=(1, -1 if small.value > 0 else 1))


def _less(each: Quantity, first: Quantity, *others: Quantity) -> Sum:
    return Sum(total=each, parts=(first, *others), signs=(1, *(-1 if other.value > 0 else 1 for other in others)))
