"""Room `statements`: what a sentence says of figures of the one before it.

Takes two sentences, gives the second as it would stand by itself, with the figure that its first words mean set in
("Of these, 9 were late" becomes "Of the 48, 9 were late"), so that whatever reads one sentence reads these two.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from scrutiny.figures import Unit
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.opposites import are_opposed
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.model import Quantity
from scrutiny.statements.quantities import find_quantities, words_before
from scrutiny.statements.relations import WHOLE
from scrutiny.tables.roles import find_period

_OF_THOSE = pattern_of(
    r"^(?:of|among|amongst|out\s+of|from)\s+(?:those|these|them|which|whom|this\s+(?:number|total|figure))(?=,|\s+(?:only\s+|just\s+)?\(?\d)",
    re.IGNORECASE,
)
_BARE = pattern_of(
    r"\s+(?:(?:was|were|is|are|had|has|have|did|saw|showed|came|went|said|made|remained)\b|[a-z]+ed\b|none\b|not\b)"
)
"""Behind a count without a noun: what is said of so many of those told of before."""


def carry(text: str, before: str) -> Iterator[str]:
    """A sentence with the figure of the one before that it means: once for each, the likeliest first."""
    those = _OF_THOSE.match(text)
    if those:
        rest = text[those.end() :]
        yield from (f"Of the {each.printed}{',' if rest[:1] != ',' else ''}{rest}" for each in _meant(before))
        return
    yield from _of_whole(text, before)
    yield from _of_it(text, before)
    if _THE_REST.match(text):
        yield f"{before.rstrip(' .')}; {text[:1].lower()}{text[1:]}"
    yield from _said_of_move(text, before)
    yield from _in_opposites(text, before)
    counts = find_quantities(text)
    bare = all(each.unit is Unit.NUMBER and _BARE.match(text, each.end) for each in counts)
    if bare and counts[1:] and counts[0].start == 0 and not _CAME.search(before):
        ends = [*(each.start for each in counts[1:]), len(text)]
        if are_opposed(tuple(text[each.end : end] for each, end in zip(counts, ends, strict=True))):
            yield from (
                f"Of the {each.printed}, {text[:1].lower()}{text[1:]}"
                for each in _meant(before)[:1]
                if each.value >= max(one.value for one in counts)
            )


_PAIR_FIRST = pattern_of(r"^(?:[A-Z][a-z-]+|\d[\d,]*)\s*\(\s*\d+(?:\.\d+)?\s?%\s*\)(?!\s+(?:of|in|at|among|from)\b)")
_WHOLE_FIRST = pattern_of(r"^(?:out\s+)?of\s+(?:(?:the|these|our|all)\s+)?$", re.IGNORECASE)


def _of_whole(text: str, before: str) -> Iterator[str]:
    """A sentence that begins with a further part and its share, "Sixty (5%) were late", of the whole that the one
    before begins with."""
    counts = find_quantities(before)
    if _PAIR_FIRST.match(text) and counts and _WHOLE_FIRST.match(before[: counts[0].start]):
        yield f"Of the {counts[0].printed}, {text[:1].lower()}{text[1:]}"


_THE_REST = pattern_of(r"^the\s+(?:remaining|other|rest)\b", re.IGNORECASE)
PER_ONE = pattern_of(r"\s+(?:per|for\s+(?:each|every)|an?)\s+(?P<one>[a-z-]{3,})", re.IGNORECASE)
"""Behind what each of some costs."""

_THIS_WAS = pattern_of(
    r"^(?:this|that|it|these|which)\s+(?:(?:figure|number|total|rate)\s+)?"
    r"(?P<verb>(?:was|is|were|are|represents?|represented|marks?|marked|compares?|compared)\s)",
    re.IGNORECASE,
)
_IS_CHANGE = pattern_of(
    r"^(?:(?:this|that|it|which)\s+(?:(?:is|was|represent(?:s|ed)|mark(?:s|ed))|(?:equat|amount)(?:es|s|ed)\s+to)\s+)?"
    rf"(?P<rest>an?\s+(?:[a-z]+\s+){{0,2}}?(?:{UP}|{DOWN})\s+of\s+)",
    re.IGNORECASE,
)

_COMPARES = pattern_of(r"^(?:this|that|which)\s+compare[sd]\s+(?:with|to)\s+", re.IGNORECASE)
_NO_MORE = pattern_of(
    r"\)?(?:\s+(?!(?:in|among|for|since|from|on|of|at|by|is|was|are|were|will|would|can|could|may|might|has|had|seems?)\b)[a-z-]+)"
    r"{0,4}\s*[.;]?\s*$",
    re.IGNORECASE,
)
"""Behind a change that is told of nothing else: "a drop of 24 homes", not "a drop of 24 is hoped for"."""


def _said_of_move(text: str, before: str) -> Iterator[str]:
    """ "It fell from 210 to 186. A drop of 11%.": a change, and nothing else, behind two figures that moved."""
    compares, was = _COMPARES.match(text), [role for each, role in roles_in(before) if not each.is_year]
    if compares and was == [Role.NEW]:
        yield f"{before.rstrip(' .')}, compared with {text[compares.end() :]}"
    told, figures = _IS_CHANGE.match(text), find_quantities(text)
    alone = told is not None and figures and _NO_MORE.match(text, figures[-1].end)
    roles = {role for _, role in roles_in(text)} if alone else set()
    moved = [role for each, role in roles_in(before) if not each.is_year] if roles == {Role.CHANGE} else []
    if told and len(moved) == TWO and moved.count(Role.OLD) == 1 and Role.CHANGE not in moved:
        yield f"{before.rstrip(' .')}, {text[told.start('rest') : told.end()].lower()}{text[told.end() :]}"


_TIMES = frozenset(stems("months weeks days hours minutes terms quarters"))


def _of_it(text: str, before: str) -> Iterator[str]:
    """ "That was 6% up on 5,400": of the only figure of the sentence before, but for how long it took; not of one that
    something else is held against there."""
    verb = _THIS_WAS.match(text)
    if verb is None:
        return
    figures = [(each, role) for each, role in roles_in(before) if not each.is_year]
    told = [(each, role) for each, role in figures if not (each.is_share or _TIMES & {*each.noun[:1]})]
    if not told and all(each.unit is Unit.PERCENT and role is not Role.CHANGE for each, role in figures):
        told = figures
    if len(told) == 1 and told[0][0].exact and told[0][1] is not Role.OLD:
        yield f"{told[0][0].printed} {text[verb.start('verb') :]}"


TWO = 2
"""Opposites, and words that say the same of the whole and of its parts."""


def _in_opposites(text: str, before: str) -> Iterator[str]:
    """ "Three claims were not upheld and six claims were upheld": of the only count of claims of the one before; "Under
    stage two, 14 were upheld and 9 were not upheld": of the count that was told of stage two."""
    within = _WITHIN.match(text)
    rest = text[within.end() :] if within else text
    counts = [each for each in find_quantities(rest) if not each.is_year]
    counted = all(each.unit is Unit.NUMBER and each.exact for each in counts)
    if len(counts) < TWO or not counted or find_period(rest) is not None:
        return
    before_counts = [each for each in find_quantities(before) if each.unit is Unit.NUMBER and each.exact]
    if within:
        ends = [*(each.start for each in before_counts[1:]), len(before)]
        named = {*stems(within["what"])}
        about = zip(before_counts, ends, strict=False)
        whole = [each for each, end in about if named <= {*stems(before[each.end : end])} and len(named) >= TWO]
    else:
        noun = counts[0].noun[:1]
        alike = noun and len(counts) == TWO and counts[1].noun[:1] == noun and counts[0].start == 0
        whole = [each for each in before_counts if alike and each.noun[:1] == noun]
    ends = [*(each.start for each in counts[1:]), len(rest)]
    said = tuple(rest[each.end : end] for each, end in zip(counts, ends, strict=True))
    if len(whole) == 1 and are_opposed(said) and (within or not _CAME.search(before)):
        yield f"Of the {whole[0].printed}, {rest[:1].lower()}{rest[1:]}"


_CAME = pattern_of(r"\b(?:received|came|lodged|submitted|opened|w(?:ere|as)\s+made)\b", re.IGNORECASE)
"""What came in some time is not what was settled in it: that may have come before."""

_WITHIN = pattern_of(
    r"^(?:under|in|at|within|by|through)\s+(?:the\s+)?(?P<what>[a-z][\w' ’-]{8,60}),\s+(?=\d|[a-z-]+\s)", re.IGNORECASE
)


def _meant(before: str) -> list[Quantity]:
    """The count of a sentence that "these" may mean, and the whole that it is told of: the only one, or the only one
    that stands with its share; none where there are several."""
    quantities = find_quantities(before)
    counts = [each for each in quantities if each.unit is Unit.NUMBER and not each.is_year]
    pairs = [(one, other) for one, other in pairwise(quantities) if _BRACKET.match(before[one.end : other.start])]
    shared = [each for pair in pairs for each in pair if each in counts and any(one.is_share for one in pair)]
    parts = shared or [each for each in counts if not WHOLE.search(words_before(before, each))] or counts
    plain = all(each.exact and not each.mention.figure.places for each in parts)
    return [*parts, *(each for each in counts if each not in parts)] if len(parts) == 1 and plain else []


_BRACKET = pattern_of(r"^\s*\(\s*$")
