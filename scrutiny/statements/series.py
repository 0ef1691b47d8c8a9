"""Room `statements`: what a sentence says of a list of figures as a whole.

Takes a sentence with three figures or more that are linked to one another, gives their mean ("44, 51 and 55, an
average of 50"), the one that is called the highest or lowest of them, by its figure or by its name, and the shares
into which one thing is divided.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.figures import Unit
from scrutiny.language.opposites import are_opposed
from scrutiny.statements.model import Extreme, Quantity, Sum
from scrutiny.statements.quantities import find_quantities, gaps_between
from scrutiny.statements.sums import LISTED, is_linked

_MEAN = re.compile(
    r"\b(?:average|mean)\s+(?:(?!(?:than|rise|fall|growth|increase|decrease|reduction|change|target|budget)\b)[a-z-]+\s+){0,3}?"
    r"(?:(?:of|was|is|being|at)\s+)?$|\baveraging\s+$|\bon\s+average,?\s+$",
    re.IGNORECASE,
)
_RATED = re.compile(r"\b(?:per|each|rates?|averag\w*|median|weighted)\b", re.IGNORECASE)
"""Of a list of rates or averages, a mean may count each with its own weight."""

_WEIGHTED = re.compile(r"\b(?:weighted|when|after|without|exclud\w*|includ\w*)\b", re.IGNORECASE)
_LAST = re.compile(r"\band\b")

_HIGH = r"(?P<high>highest|largest|greatest|biggest|most)"
_LOW = r"(?P<low>lowest|smallest|fewest|least)"
_EXTREME = re.compile(rf"\bthe\s+(?:{_HIGH}|{_LOW})\b", re.IGNORECASE)
_ANEW = re.compile(
    rf"{_MEAN.pattern}|\b(?:highest|largest|greatest|biggest|most|lowest|smallest|fewest|least)\b", re.IGNORECASE
)
"""Between the last figure of a list and one that says something of the list."""

_IS_IT = re.compile(
    r"^(?:\s+(?!(?:among|outside|for|except|since|but|after|than|in|of)\b)[a-z]+){0,2}(?:,|\s+(?:being|was|were|is|at|of|with))\s+$"
)
_IS_NAMED = re.compile(
    r"^(?:\s+[a-z]+){0,3}?\s+(?:being|was|were|is)\s+(?:that\s+)?(?:(?:in|at|for|of|from)\s+)?(?:the\s+)?(?P<name>[A-Z][\w'’-]*)\s*[.;,]"
)
_NAME = re.compile(r"\b[A-Z][\w'’-]*")
_DIVIDED = re.compile(
    r"\b(?:split|divid\w+|shar(?:ed|ing)|apportioned|broken\s+down|made\s+up|compris\w+|consist\w+)\b", re.IGNORECASE
)


def find_series(text: str) -> Iterator[Sum | Extreme]:
    """Every statement about a list of figures."""
    quantities = find_quantities(text)
    if len(quantities) < LISTED:
        return
    gap = gaps_between(text, quantities)
    for parts in _lists(text, quantities, gap):
        if all(part.exact and not part.is_year for part in parts):
            others = [each for each in quantities if each not in parts and not _counts_them(each, parts)]
            yield from _means(text, parts, others)
            yield from _extremes(text, parts, others)
            if not others:
                yield from _divided(text, parts)


def _lists(text: str, quantities: Sequence[Quantity], gap: Sequence[str]) -> Iterator[tuple[Quantity, ...]]:
    """The figures of one kind that are linked to one another, where there are enough of them."""
    first = 0
    for at in range(1, len(quantities) + 1):
        on = at < len(quantities) and quantities[at].unit is quantities[at - 1].unit
        if not (on and is_linked(text, quantities, gap, at - 1) and not _ANEW.search(gap[at - 1])):
            if at - first >= LISTED and _LAST.search(gap[at - 2]):
                yield tuple(quantities[first:at])
            first = at


def _counts_them(each: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a figure says how many there are in the list: "the four bids scored 62, 71, 75 and 80"."""
    return each.unit is Unit.NUMBER and each.value == len(parts)


def _means(text: str, parts: tuple[Quantity, ...], others: Sequence[Quantity]) -> Iterator[Sum]:
    """Whole numbers or sums of money, and a mean that stands behind them; the sentence has no other figures."""
    counted = all(not part.mention.figure.places or part.unit is Unit.POUNDS for part in parts)
    if len(others) != 1 or not counted or others[0].unit is not parts[0].unit or parts[0].is_share:
        return
    mean = others[0]
    last = parts[-1].end
    rated = _RATED.search(text[:last]) or _WEIGHTED.search(text, mean.end)
    if mean.exact and mean.start > last and not rated and _MEAN.search(text[last : mean.start]):
        yield Sum(total=mean, parts=parts, signs=(1,) * len(parts), over=len(parts))


def _extremes(text: str, parts: tuple[Quantity, ...], others: Sequence[Quantity]) -> Iterator[Extreme]:
    """One of a list that is called the highest, or the lowest, of it."""
    told = list(_EXTREME.finditer(text, parts[-1].end))
    if len(told) != 1 or len(others) > 1:
        return
    match, high = told[0], told[0]["high"] is not None
    if others:
        again = [part for part in parts if part.value == others[0].value and part.unit is others[0].unit]
        if again and _IS_IT.match(text[match.end() : others[0].start]):
            yield Extreme(figure=others[0], those=parts, high=high, word=match[0])
        return
    named = _IS_NAMED.match(text[match.end() :])
    own = [part for part, names in zip(parts, _names(text, parts), strict=True) if named and named["name"] in names]
    if len(own) == 1:
        yield Extreme(figure=own[0], those=parts, high=high, word=match[0])


def _names(text: str, parts: Sequence[Quantity]) -> list[set[str]]:
    """The names that stand before each figure of a list, where one stands before each: "North had 18, South 25"."""
    ends = [0, *(part.end for part in parts[:-1])]
    found = [set(_NAME.findall(text[end : part.start])) for end, part in zip(ends, parts, strict=True)]
    return found if all(found) else [set()] * len(parts)


def _divided(text: str, parts: tuple[Quantity, ...]) -> Iterator[Sum]:
    """Shares of one thing that is split between them, or of answers that are opposed; nothing else is told."""
    if parts[0].unit is not Unit.PERCENT or any(part.mention.share for part in parts):
        return
    ends = [*(part.start for part in parts[1:]), len(text)]
    said = tuple(text[part.end : end] for part, end in zip(parts, ends, strict=True))
    if _DIVIDED.search(text[: parts[0].start]) or are_opposed(said):
        yield Sum(total=None, parts=parts, signs=(1,) * len(parts))
