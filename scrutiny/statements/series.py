"""Room `statements`: the shares into which one thing is divided.

Takes a sentence with shares in percent that are linked to one another, or opposed, and gives those that cannot be more
than the whole together, or that are all of it, the last being called the rest.
"""

import itertools
import re
from collections.abc import Iterator

from scrutiny.figures import Unit
from scrutiny.language.opposites import are_grades, are_opposed
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.model import Quantity, Shares
from scrutiny.statements.quantities import find_quantities, gaps_between
from scrutiny.statements.sums import LINK, LISTED, REMAINING, is_linked

_LAST = pattern_of(r"\band\b")
_ANEW = pattern_of(
    r"\b(?:average|mean|averaging|highest|largest|greatest|biggest|most|lowest|smallest|fewest|least)\b", re.IGNORECASE
)
"""Between the last figure of a list and one that says something of the list."""

_DIVIDED = pattern_of(
    r"\b(?:split|divid\w+|shar(?:ed|ing)|apportioned|broken\s+down|made\s+up|compris\w+|consist\w+)\b", re.IGNORECASE
)


def _lists(text: str) -> Iterator[tuple[Quantity, ...]]:
    """Exact shares that are linked to one another, where there are enough of them and the sentence has no other figure
    but the one that counts them."""
    quantities = find_quantities(text)
    if len(quantities) < LISTED:
        return
    gap, first = gaps_between(text, quantities), 0
    for at in range(1, len(quantities) + 1):
        on = at < len(quantities) and quantities[at].unit is quantities[at - 1].unit
        if on and is_linked(text, quantities, gap, at - 1) and not _ANEW.search(gap[at - 1]):
            continue
        parts, others = quantities[first:at], (*quantities[:first], *quantities[at:])
        shares = all(part.unit is Unit.PERCENT and part.exact for part in parts)
        alone = all(each.unit is Unit.NUMBER and each.value == len(parts) for each in others)
        if shares and alone and len(parts) >= LISTED and _LAST.search(gap[at - 2]):
            yield tuple(parts)
        first = at


def find_divided(text: str) -> Iterator[Shares]:
    """ "53% agreed, 15% disagreed and the remaining 32% did not know"; shares of what is split between them, or of
    answers that are opposed, where the sentence has no other figures."""
    yield from _with_rest(text)
    yield from _and_other(text)
    yield from _of_two(text)
    for parts in _lists(text):
        ends = [*(part.start for part in parts[1:]), len(text)]
        said = tuple(text[part.end : end] for part, end in zip(parts, ends, strict=True))
        if (_DIVIDED.search(text[: parts[0].start]) or _are_answers(said)) and not any(map(REMAINING.search, said)):
            yield Shares(parts=parts, rest=False)


def _of_two(text: str) -> Iterator[Shares]:
    """ "47.6% men and 52.4% women": opposites, each right behind its share, or two kinds that one thing is told of.
    Shares "of" men and women have each their own whole."""
    for one, other in itertools.pairwise(find_quantities(text)):
        if not all(each.unit is Unit.PERCENT and each.exact for each in (one, other)):
            continue
        kinds = _KIND.match(text, one.end), _KIND.match(text, other.end)
        named = _OF_KIND.search(text[: one.start]), _OTHER_KIND.match(text[one.end : other.start])
        opposed = all(named) and are_opposed(tuple(kind["what"].lower() for kind in named if kind))
        if opposed and not _EACH_OF_THEM.search(text):
            yield Shares(parts=(one, other), rest=False)
            continue
        if not all(kinds) and _are_outcomes(text, one, other):
            yield Shares(parts=(one, other), rest=False)
            continue
        if not (all(kinds) and _AND_KIND.match(text[one.end : other.start])):
            continue
        words = tuple(kind["what"].lower() for kind in kinds if kind)
        if set(words[0].split()) & set(words[1].split()):
            continue  # "68% male attendance and 55% female attendance"
        alone = sum(each.unit is Unit.PERCENT for each in find_quantities(text)) == len(words)
        if are_opposed(words) or (alone and _DIVIDED.search(text[: one.start])):
            yield Shares(parts=(one, other), rest=False)


_KIND = pattern_of(
    r"\s+(?!(?:of|in|at|for|on|from|higher|lower|more|less)\b)(?P<what>(?:(?!and\b)[a-z-]+)(?:\s+(?!and\b)[a-z-]+)?)(?=\s*(?:[.,;)(]|and\b|$))",
    re.IGNORECASE,
)


def _are_outcomes(text: str, one: Quantity, other: Quantity) -> bool:
    """ "71% were dismissed, which left 29% of claims allowed": what became of one thing, in a sentence of two shares.
    Each "of" another, or held against one another, they have each their own whole."""
    if sum(each.unit is Unit.PERCENT for each in find_quantities(text)) > len((one, other)):
        return False
    said = text[one.end : other.start], text[other.end :]
    of_what = [_OF_WHAT.match(each) for each in said]
    named = {stem for each in of_what if each for stem in stems(each[0])}
    same = named <= set(stems(text[: one.start])) or (all(of_what) and len({each[0] for each in of_what if each}) == 1)
    became = tuple(each[found.end() if found else 0 :] for each, found in zip(said, of_what, strict=True))
    return same and not _HELD.search(said[0]) and not _EACH_OF_THEM.search(text) and are_opposed(became)


_OF_WHAT = pattern_of(r"\s+of\s+(?:(?:the|all|its|these|those)\s+)*[a-z-]+(?:\s+(?:[a-z-]+s)\b)?", re.IGNORECASE)
_HELD = pattern_of(r"\b(?:compared|against|target|from|to|in\s+(?:19|20)\d\d|last|until)\b|[;:.]", re.IGNORECASE)
_OF_KIND = pattern_of(
    r"\b(?:percentage|proportion|share|split)\s+of\s+(?:the\s+)?(?P<what>[a-z-]+)\s+(?:is|was|are|were|stood\s+at)\s+$",
    re.IGNORECASE,
)
_EACH_OF_THEM = pattern_of(r"\b(?:respectively|each|every|for\s+those|who)\b", re.IGNORECASE)
_OTHER_KIND = pattern_of(
    r"^,?\s+(?:and|of)\s+(?:of\s+)?(?P<what>[a-z-]+)(?:\s+(?:is|was|are|were|at))?\s+$", re.IGNORECASE
)
_AND_KIND = pattern_of(r"^(?:\s+[a-z-]+){1,2},?\s+and\s+$", re.IGNORECASE)


def _are_answers(said: tuple[str, ...]) -> bool:
    """Whether answers to one question are told, each once: "agreed", "disagreed", "did not know"; who agrees to two
    things is counted twice."""
    firsts = [stems(each)[:1] for each in said]
    return are_grades(said) or (are_opposed(said) and len(set(firsts)) == len(firsts))


def _with_rest(text: str) -> Iterator[Shares]:
    quantities = find_quantities(text)
    gap = gaps_between(text, quantities)
    for last in range(2, len(quantities)):
        if not REMAINING.search(gap[last - 1]):
            continue
        parts = [quantities[last]]
        for at in range(last - 1, -1, -1):
            if not _is_some_percent(quantities[at]) or not (at == last - 1 or LINK.match(gap[at])):
                break
            parts.insert(0, quantities[at])
        if len(parts) >= LISTED and all(map(_is_some_percent, parts)):
            yield Shares(parts=tuple(parts), rest=True)


_THE_OTHER = pattern_of(
    r"^[^.;:]{0,60},?\s+(?:and|but|while|with|leaving)\s+the\s+(?:other|remaining)\s+$", re.IGNORECASE
)


def _and_other(text: str) -> Iterator[Shares]:
    """ "90% of it is raised, and the other 10% has to be found": the only shares of a sentence."""
    percents = [each for each in find_quantities(text) if each.is_share]
    if len(percents) == TWO and all(map(_is_some_percent, percents)):
        one, other = percents
        of_own = re.match(r"\s+of\b", text[other.end :])
        if _THE_OTHER.match(text[one.end : other.start]) and not of_own and not _EACH_OF_THEM.search(text):
            yield Shares(parts=(one, other), rest=True)


TWO = 2


def _is_some_percent(share: Quantity) -> bool:
    """Exact, or only introduced by "some": "some 62% were for it"."""
    return share.unit is Unit.PERCENT and not share.mention.share and share.mention.about in (None, "some")
