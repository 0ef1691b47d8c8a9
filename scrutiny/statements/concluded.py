"""Room `statements`: three figures of which the last is called what follows from the others.

Takes the figures of a short passage (`parts`), of which no word but "so", "which is", "making" says what they are to
one another; gives the one reckoning that they hold, or are a slip of one digit away from.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.figures import Unit
from scrutiny.figures.slips import LIKELY, digit_evidence
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.changeroles import Role
from scrutiny.statements.derived import apart
from scrutiny.statements.model import Average, Move, Quantity, Share, Sum
from scrutiny.statements.parts import BY_THE_WAY, CLAUSE, THREE, Part, are_alike, counted, is_of_more
from scrutiny.statements.results import AND_OTHERS, SAYS_NO_MORE, WAY_DOWN, WAY_UP


def find_concluded(text: str, told: Sequence[Part]) -> Iterator[Sum | Share | Move | Average]:
    """The last of three figures, where a word calls it what follows from the others, and it does, or a slip of one
    digit is all that is amiss: their sum or difference, their product where one is told of each, their share or change.
    """
    own = [each for each in told if not _counts_parts(each, told)]
    if len(own) != THREE or is_of_more(text, own[-1], averages=True):
        return
    last, (one, other) = own[-1], own[:-1]
    if not _CONCLUDES.search(last.ahead) or AND_OTHERS.search(last.behind) or not SAYS_NO_MORE.match(last.behind):
        return
    if {each.unit for each in own} == {last.unit} and not last.quantity.is_share:
        nouns = {noun for each in own if (noun := counted(each))}
        if (last.unit is Unit.POUNDS or len(nouns) <= 1) and not _EACH_IS.search(text):
            yield from _sum_of_three(last, one, other)
    if last.unit is Unit.PERCENT and one.unit is other.unit and are_alike(one, other):
        yield from _percent_of_two(last, one, other)
    if not any(each.quantity.is_share for each in own):
        yield from _product(text, last, one, other)


def _counts_parts(each: Part, told: Sequence[Part]) -> bool:
    """ "These two", "three sites": a number in words that says how many figures there are."""
    many = each.quantity.mention.in_words and each.quantity.value in (len(told) - 1, len(told) - 2)
    return bool(many) and (each is told[0] or _THESE.search(each.ahead) is not None)


_THESE = pattern_of(r"(?:\b(?:these|the|all|its|our)\s+)$", re.IGNORECASE)


def _may_be_slip(printed: Quantity, true: Decimal, *, least: float = LIKELY) -> bool:
    return digit_evidence(printed.value, round(true, printed.mention.figure.places)) >= least


def _sum_of_three(last: Part, one: Part, other: Part) -> Iterator[Sum]:
    """The last figure as what two others make, or how far they are apart, whichever a slip is nearer to."""
    first, second = one.quantity, other.quantity
    made, left = first.value + second.value, abs(first.value - second.value)
    if last.quantity.value == made or (last.quantity.value != left and _may_be_slip(last.quantity, made)):
        yield Sum(total=last.quantity, parts=(first, second), signs=(1, 1))
    elif last.quantity.value == left or _may_be_slip(last.quantity, left):
        yield apart(last.quantity, first, second)


def _percent_of_two(last: Part, one: Part, other: Part) -> Iterator[Share | Move]:
    """The last figure as the change from the first to the second, or as the share of the greater that the other is."""
    first, second = one.quantity, other.quantity
    clause = f"{last.ahead} {CLAUSE.split(last.behind)[0]}"
    up, down = WAY_UP.search(clause) is not None, WAY_DOWN.search(clause) is not None
    small, large = sorted((first, second), key=lambda each: each.value)
    if small.value <= 0 or small.value == large.value or is_of_more(clause, last):
        return
    if up is not down and last.role is Role.CHANGE:
        old, new = (small, large) if up else (large, small)
        if _may_be_slip(last.quantity, abs(new.value - old.value) * 100 / old.value):
            yield Move(old=old, new=new, percent=last.quantity, down=down)
    elif (
        not (up or down or BY_THE_WAY.search(clause))
        and last.role is Role.PLAIN
        and _may_be_slip(last.quantity, small.value * 100 / large.value)
    ):
        yield Share(part=small, whole=large, percent=last.quantity)


def _product(text: str, last: Part, one: Part, other: Part) -> Iterator[Average]:
    """The last figure as so many times as much, where the one is told of each of the others; or as what each has."""
    first, second = one.quantity, other.quantity
    if not _EACH_IS.search(text) or Unit.NUMBER not in (one.unit, other.unit):
        return
    count, mean = (first, second) if one.unit is Unit.NUMBER and other.unit is last.unit else (second, first)
    if last.unit is mean.unit and count.value > 1 and count.value % 1 == 0:
        if last.quantity.value == count.value * mean.value or _may_be_slip(last.quantity, count.value * mean.value):
            yield Average(total=last.quantity, count=count, mean=mean)
        elif last.quantity.value < mean.value and _may_be_slip(last.quantity, mean.value / count.value):
            yield Average(total=mean, count=count, mean=last.quantity)


_CONCLUDES = pattern_of(
    r"\b(?:so|thus|therefore|hence|which|that|this|these|equivalent|equal|being|giving|making|leaving|yield\w*|bring\w*|"
    r"adds?\s+up|comes?\s+to|came\s+to|amount\w*|represent\w*|or|difference|by)\b[^.;:£\d]{0,50}$",
    re.IGNORECASE,
)
_EACH_IS = pattern_of(r"\b(?:each|every|apiece|per|charges?|at\s+£)", re.IGNORECASE)
