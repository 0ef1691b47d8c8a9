"""Room `statements`: what a sentence says of figures of the one before it.

Takes two sentences, gives the second as it would stand by itself, with the figure that its first words mean set in
("Of these, 9 were late" becomes "Of the 48, 9 were late"), so that whatever reads one sentence reads these two.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from scrutiny.figures import Unit
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.changeroles import Role, roles_in
from scrutiny.statements.model import Quantity
from scrutiny.statements.quantities import find_quantities, words_before
from scrutiny.statements.relations import WHOLE

_OF_THOSE = pattern_of(
    r"^(?:of|among|amongst|out\s+of|from)\s+(?:those|these|them|which|whom|this\s+(?:number|total|figure))(?=,|\s+(?:only\s+|just\s+)?\(?\d)",
    re.IGNORECASE,
)


def carry(text: str, before: str) -> Iterator[str]:
    """A sentence with the figure of the one before that it means: once for each, the likeliest first."""
    those = _OF_THOSE.match(text)
    if those:
        rest = text[those.end() :]
        yield from (f"Of the {each.printed}{',' if rest[:1] != ',' else ''}{rest}" for each in _meant(before))
        return
    yield from _of_it(text, before)


PER_ONE = pattern_of(r"\s+(?:per|for\s+(?:each|every)|an?)\s+(?P<one>[a-z-]{3,})", re.IGNORECASE)
"""Behind what each of some costs."""

_THIS_WAS = pattern_of(
    r"^(?:this|that|it|these|which)\s+(?:(?:figure|number|total|rate)\s+)?"
    r"(?P<verb>(?:was|is|were|are|represents?|represented|marks?|marked|compares?|compared)\s)",
    re.IGNORECASE,
)


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
