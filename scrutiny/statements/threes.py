"""Room `statements`: three figures that stand in one sentence without another of their kind.

Takes a sentence, gives what they are to one another: so many, so much and how much each, by the words for a mean; or
the greatest as what the others make, which only its digits show.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from scrutiny.figures import Interval, Unit
from scrutiny.figures.slips import LIKELY, SLIP, digit_evidence, swap_evidence
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.model import Average, Quantity, Span, Sum
from scrutiny.statements.quantities import JOINS, TIMES_AS_MUCH, find_quantities, lasts, with_words

THREE = 3
LONG = 4
"""Digits of a figure that another two make hardly by chance: in real papers, of 300 threes of which the greatest is so
long and the others have a digit less, none was a slip away from their sum that was not meant as it."""


def find_slipped_sums(text: str) -> Iterator[Sum]:
    """Three figures that no word holds against one another, the greatest what the others make, or a slip away from it.
    What is out by a step or two may be rounded."""
    for unit in (Unit.POUNDS, Unit.NUMBER):
        told = [(each, role) for each, role in roles_in(text) if each.unit is unit and _is_level(text, each)]
        if len(told) != THREE or any(role is not Role.PLAIN or not each.exact for each, role in told):
            continue
        small, middle, large = sorted((each for each, _ in told), key=lambda each: each.value)
        made, long = middle.value + small.value, [_digits(each) for each in (small, middle, large)]
        off = abs(large.value - made)
        if small.value <= 0 or long[-1] < LONG or min(long) < LONG - 1:
            continue
        step = max(each.mention.figure.step for each, _ in told)
        if off == 0 or (off > 2 * step and digit_evidence(large.value, made) >= SLIP):
            yield Sum(total=large, parts=(middle, small), signs=(1, 1), sure=True)


def _is_level(text: str, each: Quantity) -> bool:
    return not (each.is_year or lasts(text, each) or TIMES_AS_MUCH.match(text, each.end))


def _digits(each: Quantity) -> int:
    return len(format(abs(each.value).normalize(), "f").strip("0.").replace(".", ""))


def find_averages(text: str) -> Iterator[Average]:
    """ "The 40 crews took 220 days, an average of 5.5 each": the mean is told last and says of no other group, place or
    time."""
    told = [each for each in find_quantities(text) if not (each.is_year or TIMES_AS_MUCH.match(text, each.end))]
    if len(told) != THREE or not all(each.exact and not each.is_share for each in told):
        return
    (_, ahead, _), (_, between, _), (mean, called, behind) = with_words(text, told)
    count, total = (each for each in told[:2]) if told[1].unit is mean.unit else (told[1], told[0])
    if mean.unit is Unit.NUMBER and told[0].value > told[1].value:
        count, total = told[1], told[0]
    whole = count.unit is Unit.NUMBER and not count.mention.figure.places and count.value > 1
    if whole and total.unit is mean.unit and total.value > mean.value >= Decimal(1):
        one = _OF_ONE.match(behind)
        ends = _NO_MORE.match(behind) or (one and stems(f"{one['one']}s")[:1] == count.noun[:1])
        said = _MEAN.search(called) and ends
        if said and not _OTHERWISE.search(f"{ahead} {between} {called}"):
            yield Average(total=total, count=count, mean=mean)


def find_prices(text: str) -> Iterator[Average]:
    """ "At £500 a place, the 12 places cost £6,000": so many, how much each of them, and how much for all, the only
    figures of a sentence. What is far out is for another time: "34 places at £3,000 a month, giving £1.2m a year"."""
    told = [each for each in find_quantities(text) if not (each.is_year or TIMES_AS_MUCH.match(text, each.end))]
    prices = sorted((each for each in told if each.unit is Unit.POUNDS), key=lambda each: each.value)
    counts = [each for each in told if each.unit is Unit.NUMBER and each.value > 1 and not lasts(text, each)]
    counts = [each for each in counts if not each.mention.figure.places]
    if not (len(told) == THREE and len(prices) == 2 and len(counts) == 1 and all(each.exact for each in told)):
        return
    (mean, total), (count,) = prices, counts
    words = with_words(text, told)
    per = next((_EACH.match(behind) for each, _, behind in words if each is mean), None)
    of_each = per is not None and (per["one"] is None or stems(f"{per['one']}s")[:1] == count.noun[:1])
    said = of_each or _EACH_OF.search(text[: count.start]) is not None
    near = mean.value and total.value < mean.value * count.value * 2 < total.value * 4
    gaps = " ".join(ahead for _, ahead, _ in words)
    if said and near and _ENDS.match(words[-1][2]) and not (_OTHERWISE.search(gaps) or _JOINS.search(gaps)):
        yield Average(total=total, count=count, mean=mean)


def find_spans(text: str) -> Iterator[Span]:
    """ "from 12 to 30 days, with an average of 41", "an average of 41, the highest being 30": of the only figures of
    their kind, the one that is called a mean lies beyond what it is a mean of."""
    yield from _of_groups(text)
    if ("averag" not in text and "mean" not in text) or _OF_OTHERS.search(text):
        return
    told = [each for each in find_quantities(text) if not each.is_year]
    words = with_words(text, told)
    means = [each for each, ahead, _ in words if _MEAN_IS.search(ahead)]
    if len(means) != 1 or not all(each.exact for each in told):
        return
    mean, low, high = means[0], None, None
    others = [(each, ahead) for each, ahead, _ in words if each.unit is mean.unit and each is not mean]
    if len(others) == 2 and _RANGES.search(others[0][1]) and _AND_TO.fullmatch(others[1][1]):
        low, high = (each for each, _ in others)
    elif len(others) == 1 and (most := _MOST_IS.search(others[0][1])):
        low, high = (others[0][0], None) if most["least"] else (None, others[0][0])
    if (low and mean.value < low.value) or (high and high.value < mean.value):
        yield Span(mean=mean, low=low, high=high)


def _of_groups(text: str) -> Iterator[Span]:
    """ "74% of them agreed (48% in the first places, and 46% in the second)": of all it lies between those of the
    groups, as it does once two digits that stand side by side are swapped."""
    shares = [each for each in find_quantities(text) if each.unit is Unit.PERCENT]
    if len(shares) != THREE or not all(each.exact for each in shares):
        return
    (mean, _, said), (one, opens, _), (other, between, behind) = with_words(text, shares)
    low, high = sorted((one, other), key=lambda each: each.value)
    alike = set(stems(between)) & set(stems(behind.split(")")[0])) or _TO_GROUP.fullmatch(between)
    bracket = opens.rstrip().endswith("(") and ")" not in between and ")" in behind
    if (
        not (bracket and alike and _OF_ALL.match(said))
        or low.value <= mean.value <= high.value
        or mean.value == low.value + high.value
    ):
        return
    if swap_evidence(mean.value, Interval(low=low.value, high=high.value), mean.mention.figure.step) >= LIKELY:
        yield Span(mean=mean, low=low, high=high)


_TO_GROUP = pattern_of(r"\s+(?:compared\s+(?:to|with)|against|and)\s+")
_OF_ALL = pattern_of(r"\s+of\s+(?:all\s+|the\s+|our\s+)*[a-z]+s?\b|\s+overall\b")

_OF_OTHERS = pattern_of(
    r"\b(?:national\w*|regional\w*|county|English?|peers?|group|nearest|neighbours?|others?|overall|last|previous\w*|before|earlier|targets?|"
    r"(?:in|on|per|for)\s+(?:an?|one|each|every|any)\s+[a-z]+|(?:an?|each|every)\s+(?:day|week|month|quarter|term))\b",
    re.IGNORECASE,
)
"""What makes an average one of other places, things or lengths of time than the figures beside it."""

_MEAN_IS = pattern_of(
    r"\b(?:(?:with|and)\s+(?:an?|the)\s+(?:average|mean)(?:\s+(?:of|was|is|being))?|an\s+average\s+of|averag(?:ing|ed))\s+$",
    re.IGNORECASE,
)
_RANGES = pattern_of(r"\b(?:rang(?:e[ds]?|ing)|var(?:y|ies|ied|ying))\s+(?:[a-z]+\s+){0,3}?(?:from|between)\s+$")
_AND_TO = pattern_of(r"\s+(?:to|and)\s+")
_MOST_IS = pattern_of(
    r"^[^.;:]{0,40}[,(]\s*(?:with\s+|and\s+)?(?:the|a)\s+(?:(?P<least>lowest|smallest|shortest|minimum)|highest|largest|longest|"
    r"maximum|peak)\s+(?:(?:being|was|is|at|of)\s+)?$"
)

_JOINS = pattern_of(JOINS)
_EACH = pattern_of(r"\s+(?:each|apiece|(?:per|an?|for\s+(?:each|every))\s+(?P<one>[a-z-]+))\b", re.IGNORECASE)
_EACH_OF = pattern_of(r"\beach\s+of\s+(?:the|its|our)\s+$", re.IGNORECASE)
_ENDS = pattern_of(
    r"(?:\s+[a-z]+(?:\s+who\s+[a-z]+)?|\s+(?:a|for\s+the)\s+year|\s+in\s+(?:all|total)|\s+(?:per|an?)\s+[a-z-]+)?\s*[.;)]",
    re.IGNORECASE,
)
"""Behind the last figure of a sentence that says nothing more of it."""

_MEAN = pattern_of(
    r"(?:[,–—(]|\bor|\bwhich\s+is)\s+(?:or\s+)?(?:an?|on)\s+average(?:\s+(?:[a-z]+\s+){0,3}?of)?\s+$", re.IGNORECASE
)
_NO_MORE = pattern_of(r"(?:(?:\s+[a-z]+){0,2}?\s+(?:each|apiece))?\s*[.;)]")
_OF_ONE = pattern_of(r"\s+(?:per|an?|for\s+each)\s+(?P<one>[a-z-]+)\s*[.;)]")
_OTHERWISE = pattern_of(
    r"\b(?:by|(?<!or )(?:more|fewer)|further|another|extra|with|without|plus|includ\w*|exclud\w*|within|others?|most|"
    r"fewest|least|highest|lowest|mean|ratio|since|now|of\s+(?:which|whom|these|those|them))\b",
    re.IGNORECASE,
)
"""What makes the mean one of other figures than those that stand before it."""
