"""Part of the room `products`: what two figures make of one another.

Takes two figures and a claim, gives the values that they can make where the claim's words say so: a sum, a difference,
a share, a multiple, so much for each.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from scrutiny.figures import Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.model import Claim, Operand
from scrutiny.products.verifying.numerals import Kind, Numeral
from scrutiny.products.verifying.owners import owners_of, tells_then
from scrutiny.products.verifying.roles import is_left, way_of
from scrutiny.products.verifying.wording import about
from scrutiny.products.verifying.workings import CONCLUDES, change_before, clause_of


def results_of(
    one: Operand, other: Operand, share: bool, apart: bool, together: bool, moved: bool | None, claim: Claim
) -> Iterator[tuple[Decimal, str]]:
    a, b = plain(one.value), plain(other.value)
    if claim.numeral.kind is Kind.MULTIPLE:
        if one.unit is other.unit and other.value > 0 and one.value > 0:
            yield one.value / other.value, f"{a} / {b}"
        return
    counts = one.unit is other.unit and one.unit in (Unit.NUMBER, Unit.POUNDS)
    if share and counts and moved is None and (whole := whole_of(claim)) is not None and whole.value != other.value:
        return
    if share and (change := change_before(claim)) is not None and change.value == one.value and _is_after(other):
        return  # of what something moved from, not of what it came to
    if share:
        if one.unit is Unit.PERCENT and 0 < one.value < 100 and _is_what_is_left(claim, one):
            yield 100 - one.value, f"100% less {a}%"
        level = _level_before(claim, one, other) if counts else None
        if level is not None:
            if level > 0:
                yield abs(one.value) * 100 / level, f"{a} of {plain(level)}"
            return
        mention = claim.numeral.mention
        rough = mention is not None and (mention.share or mention.about is not None)
        if (
            counts
            and moved is None
            and other.value >= (TEN if rough else 1)
            and abs(one.value) < other.value
            and (one.value >= 0 or apart)
        ):
            share_of = abs(one.value) * 100 / other.value
            yield share_of, f"{a} of {b}"
            if one.told is not None and other.told is None and is_fine(claim.numeral):
                yield 100 - share_of, f"100% less {a} of {b}"  # "373 pupils, and 79.1% of them stayed"
        if counts and other.value and apart:
            if moved is None or (one.value > other.value) is moved:
                yield (one.value - other.value) * 100 / other.value, f"{b} to {a}"
            if one.told is None and other.told is None and other.value != one.value:
                yield one.value * 100 / (other.value + one.value), f"{a} of {b} + {a}"
        return
    if (
        one.unit is Unit.PERCENT
        and one.told is None
        and abs(claim.numeral.value) > TEN  # so few agree by chance
        and other.unit in (Unit.NUMBER, Unit.POUNDS)
        and claim.numeral.unit in (other.unit, Unit.POUNDS, Unit.NUMBER)
    ):
        yield one.value * other.value / 100, f"{a}% of {b}"
    if one.unit is other.unit is Unit.PERCENT and claim.numeral.unit is Unit.POINTS and one.value >= other.value:
        yield one.value - other.value, f"{a}% - {b}%"
    yield from _shared_out(one, other, claim)
    if not counts:
        return
    yield from _converted(one, claim)
    if (together or both_named(one, other, claim)) and one.value <= other.value:
        yield one.value + other.value, f"{a} + {b}"
    if apart and one.value >= other.value:
        yield one.value - other.value, f"{a} - {b}"


def _is_after(operand: Operand) -> bool:
    """Whether a figure of the paper is not told as that from which something moved."""
    told = operand.told
    if told is None or told.old:
        return False
    return told.cell or not (is_left(told.text, told.start) or tells_then(told.text, told.numeral))


_OF_WHICH = pattern_of(
    r"(?:^|[,;:(]\s*)(?:out\s+)?of\s+(?:(?:the|these|those|its|their|our|all)\s+){0,2}$", re.IGNORECASE
)
"""What stands before a whole that opens a clause: "Of the 40 that came, a third"."""

_OF_THOSE = pattern_of(r"\s*(?:%|per\s?cent)?\s+of\s+(?:the|these|those|all)\s+([^,;:.()\d]+)", re.IGNORECASE)


def whole_of(claim: Claim) -> Numeral | None:
    """The figure that a sentence names as the whole of its share: "Of the 40 that came, a third"; or by the words that
    the sentence before has for one of its figures and no other: "12 came, nine asked. A third of those who came"."""
    if claim.row:
        return None
    counts = [each for each in claim.beside if each.number and each.unit is not Unit.PERCENT and not each.age]
    openings = [each for each in counts if each.end <= claim.start and _OF_WHICH.search(claim.text[: each.start])]
    those = _OF_THOSE.match(claim.text, claim.numeral.end)
    if openings and those is None and ";" not in claim.text[openings[-1].end : claim.start]:
        return openings[-1]
    before = tuple(each for each in claim.before if each.number and each.unit is not Unit.PERCENT and not each.age)
    if those is None or len(before) < 2 or len({each.unit for each in before}) > 1:
        return None
    named = about(those[1])
    called = [each for each in before if named & owners_of(claim.text_before, before).get(each.start, frozenset())]
    return called[0] if len(called) == 1 else None


def _level_before(claim: Claim, one: Operand, other: Operand) -> Decimal | None:
    """The earlier level, of which a change that the summary tells is a share, from the level that it tells as well:
    "477 more than before, 19,407" is a share of 18,930, and "477 more than the 18,930 of May" one of 18,930."""
    own = one.told is None and other.told is None
    if not own or claim.row or _BASE.match(claim.text, claim.numeral.end):
        return None
    change, told = (
        next(
            (
                each
                for each in claim.beside
                if (each.kind, each.unit) == (Kind.NUMBER, it.unit) and each.value == it.value
            ),
            None,
        )
        for it in (one, other)
    )
    way = None if change is None else way_of(claim.text, change.start, change.end)
    if way is None or told is None:
        return None
    if _EARLIER_LEVEL.search(claim.text[: told.start]):
        return other.value
    return other.value - one.value if way else other.value + one.value


_EARLIER_LEVEL = pattern_of(r"\b(?:from|on|than|against|over)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)


def is_fine(numeral: Numeral) -> bool:
    """Whether a share has so many digits that it hardly follows by chance."""
    return sum(char.isdigit() for char in numeral.printed) >= FINE


FINE = 3
"""Digits of a share that does not follow by chance from two of many figures."""


_REST = pattern_of(
    r"\b(?:all\s+but|(?:the\s+)?(?:others?|remaining|rest)(?:\s+(?:of\s+)?[a-z]+){0,3})\s*[(,:]?\s*(?:about\s+|some\s+)?$",
    re.IGNORECASE,
)
"""Accepts "all but 4%", "the other 12%", "the rest (8%)"."""

_NOT = pattern_of(
    r"\b(?:(?:still|yet|remain\w*)\s+to\s+be|not|no|none|never|without|nor|neither|cannot|\w+n['’]t)\b", re.IGNORECASE
)


def _is_what_is_left(claim: Claim, one: Operand) -> bool:
    """Whether a share is told as the rest of another one: "the other 12%", "96% is let. So 4% is not", "16% find it
    hard" where the paper has "84% did not find it hard"."""
    before = claim.text[: claim.start]
    rest = _REST.search(before) is not None
    if one.told is None and CONCLUDES.search(before) and not rest:
        of = _BASE.match(claim.text, claim.numeral.end)
        return of is None or about(of[1]) <= about(f"{claim.text_before} {before}")
    if rest or one.told is None or one.told.cell:
        return rest
    end = one.told.start + len(one.told.numeral.printed)
    there = _NOT.search(NEXT_FIGURE.split(one.told.text[end:])[0])
    return (there is None) is not (_NOT.search(clause_of(claim)) is None)


_BASE = pattern_of(r"\s*(?:%|per\s?cent)?\s+of\s+((?:the\s+|all\s+)?[\w'’-]+)", re.IGNORECASE)
"""Accepts " of anglers": what a share is of."""

NEXT_FIGURE = pattern_of(r"[;:.]|,|\b(?:and|but|while|whereas|which|who)\b|\d", re.IGNORECASE)
"""Where a sentence goes on to something else behind a figure."""

AND = pattern_of(r"\b(?:and|or|plus)\b|&|/", re.IGNORECASE)
APART = 0.25
"""By how much a word says more about one of two figures than about the other."""


def both_named(one: Operand, other: Operand, claim: Claim) -> bool:
    """ "Seven were good or outstanding", where the paper has "six were good, ... one was outstanding": a word of the
    claim beside it is said of the one figure, another word of the other figure, and of this one less."""
    if one.told is None or other.told is None or claim.row or one.told.passage != other.told.passage:
        return False
    clause = clause_of(claim)
    if not AND.search(clause):
        return False
    named = {word: factor for word, factor in claim.words.items() if factor >= CLAUSE and word in claim.own}
    first, second = one.told.words, other.told.words
    apart = [first.get(word, 0.0) - second.get(word, 0.0) for word in named]
    return any(each >= APART for each in apart) and any(each <= -APART for each in apart)


CLAUSE = 0.45
"""What a word in a figure's own part of the sentence says about it at least, one break away."""


_OF_ONE = pattern_of(
    r"\s*(?:on\s+average\s+)?(?:each\b|apiece\b|(?:per|(?:for|to)\s+(?:each|every|an?)|an?)\s+(?:[a-z]+-)?[a-z]{3,}\b(?!\s+of\b))"
)
"""Accepts "19 a day", "£24m per year", "42 each"; not "£2m a third of"."""


def _shared_out(one: Operand, other: Operand, claim: Claim) -> Iterator[tuple[Decimal, str]]:
    """ "£120m in five years, that is £24m a year": the one figure shared out over the other, a count."""
    if claim.row or not _OF_ONE.match(claim.text, claim.numeral.end) or one.unit is not claim.numeral.unit:
        return
    if other.unit is Unit.NUMBER and other.value > 1 and abs(one.value) > other.value:
        yield one.value / other.value, f"{plain(one.value)} / {plain(other.value)}"


TEN = 10
"""The least whole of which a rough share is worked out: of a smaller one, a half or a third comes about by chance."""


_PER_WEEK = pattern_of(r"\b(?:an?|per|each|every)\s+week\b|\bweekly\b", re.IGNORECASE)
_PER_MONTH = pattern_of(r"\b(?:an?|per|each|every)\s+month\b|\bmonthly\b", re.IGNORECASE)
_PER_YEAR = pattern_of(r"\b(?:an?|per|each|every)\s+year\b|\bannual(?:ly)?\b|\byearly\b", re.IGNORECASE)


def _converted(one: Operand, claim: Claim) -> Iterator[tuple[Decimal, str]]:
    """ "£30 a week is £1,560 a year"."""
    if not _PER_YEAR.search(claim.text):
        return
    for pattern, times in ((_PER_WEEK, 52), (_PER_MONTH, 12)):
        if pattern.search(claim.text):
            yield one.value * times, f"{plain(one.value)} x {times}"
