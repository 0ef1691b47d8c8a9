"""Room `statements`: what a sentence says of figures of the one before it.

Takes two sentences, gives the second as it would stand by itself, with the figure that its first words mean set in
("Of these, 9 were late" becomes "Of the 48, 9 were late"), so that whatever reads one sentence reads these two.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from scrutiny.figures import Unit
from scrutiny.statements.model import Quantity
from scrutiny.statements.quantities import find_quantities, words_before
from scrutiny.statements.relations import WHOLE

_OF_THOSE = re.compile(
    r"^(?:of|among|amongst|out\s+of|from)\s+(?:those|these|them|this\s+(?:number|total|figure))(?=,|\s+(?:only\s+|just\s+)?\(?\d)",
    re.IGNORECASE,
)
_BARE = re.compile(
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
    quantities = find_quantities(text)
    counts = [each for each in quantities if each.unit is Unit.NUMBER and not each.is_year]
    bare = all(_BARE.match(text, each.end) for each in counts)
    if not counts or counts[0].start > 0 or not bare or len(counts) != len(quantities):
        return
    told = text[:1].lower() + text[1:]
    first = find_quantities(before)[:1]
    if first and WHOLE.search(words_before(before, first[0])):
        yield f"{before.rstrip(' .')}, {told}"  # "Of the 23 replies, 17 were for it. Five were against it and one ..."
    elif counts[1:]:
        yield from (f"Of the {each.printed}, {told}" for each in _meant(before)[:1])


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


_BRACKET = re.compile(r"^\s*\(\s*$")
