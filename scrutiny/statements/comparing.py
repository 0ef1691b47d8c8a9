"""Room `statements`: two figures of which a sentence says that the one is more than the other, and no more.

Takes a sentence with its quantities. Where it has but two, the words around them are read with a sign in the place of
each: "visits were up on last year, at ① (② last year)". What is held against what, and which is said to be the
greater, follows from the place of the word for the way; where the figures go the other way, it is belied.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scrutiny.figures import Unit
from scrutiny.language.dates import PERIOD
from scrutiny.language.direction import ABOVE, BELOW, DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.belying import DENIED, lie_apart
from scrutiny.statements.model import Move, Quantity
from scrutiny.tables.roles import find_period

_WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
_THAN = r"(?=\s(?:on|than|from)\b)"
_SIDE = (
    rf"(?:(?P<up>(?:{UP}){_THAN}|{ABOVE}|exceed\w*|beat(?:s|ing)?|surpass\w*|outperform\w*)|"
    rf"(?P<down>(?:{DOWN}){_THAN}|{BELOW}|f[ae]ll(?:s|ing)?\s+short\s+of|"
    r"within(?=\s(?:the|its|our|their|an?)\s[^①②]{1,25}\sof\s②)))"
)
_LAST = rf"(?:in\s+)?(?:the\s+)?(?:(?:last|previous|prior|preceding)\s+{PERIOD}|{PERIOD}\s+(?:before|earlier))"
_GAP = r"[^①②.,;:()]"
_HELD = rf"(?:{_GAP}{{0,20}}\s)?(?:compared\s(?:with|to)|against|from)\s"
_IS = (
    r"(?:so\s)?(?:an?\s(?:[a-z]+\s)?|(?:which\s|the\starget\s|it\s)?(?:is|was|were)\s|which\s)?"
    r"(?:well\s|just\s|slightly\s)?"
)
_SHAPES = (
    (
        rf"(?:①{_GAP}{{0,30}}(?:,\s{_IS}|\s(?:is|was|are|were|remain(?:s|ed)|stayed|stands?|stood)\s(?:well\s|just\s|still\s)?)|"
        rf"^at\s①,{_GAP}{{0,40}}\s){_SIDE}\s(?:(?:on|than|from)\s)?(?:the\s|its\s|a\s)?{_GAP}{{0,25}}②"
    ),
    (
        rf"①,?\s\(?(?:{_GAP}{{0,20}}\s)?(?:an?\s|the\s|its\s|our\s)?target\s(?:of\s|was\s)?②\)?,\s{_IS}"
        rf"(?:(?P<up>exceeded|{ABOVE})|(?P<down>{BELOW}))\b"
    ),
    rf"\b(?:was|were|is|are)\s{_WAY}\s(?:on|than)\s{_LAST},?\s(?:at\s|\()①,?\s\(?(?:{_HELD}②|②\s{_LAST})",
    (
        rf"\b{_WAY}(?:\sto|(?:\s(?:this\s{PERIOD}|again))?:(?:\sthere\swere)?)\s①"
        rf"(?:,?\s{_HELD}②\s{_LAST}|{_GAP}{{0,20}}[;.]\s{_LAST}\s(?:there|it|they)\s(?:was|were)\s②)"
    ),
    rf"^(?:(?P<up>more)|(?P<down>fewer))\s{_GAP}{{1,40}}\(①\){_GAP}{{0,20}}\sthan\s{_GAP}{{0,20}}\(②\)",
)
_COMPARED = tuple(pattern_of(shape, re.IGNORECASE) for shape in _SHAPES)
"""Of ① it is said that it is more than ②, or less."""

_FROM_YEAR = pattern_of(
    rf"^(?P<first>[^①②;]*)①(?P<one>[^①②;]{{0,40}}?)\band\s(?P<then>[^①②;]{{0,20}})②(?P<two>[^①②;]{{0,30}}?),\s(?:so\s)?"
    rf"(?:(?:the\s)?(?:numbers?|figures?|total|count|it|they)\s(?:has\s|have\s)?)(?:(?P<up>{UP})|(?P<down>{DOWN}))\b",
    re.IGNORECASE,
)


def find_compared(text: str, quantities: Sequence[Quantity], changes: Sequence[Quantity]) -> Iterator[Move]:
    """The comparisons of a sentence that its figures belie: of the only two, or of the only two of their kind where it
    is said on which side of the other one lies."""
    own = [each for each in quantities if not each.is_year]
    kinds = Counter(each.unit for each in own)
    for one, two in pairwise(own):
        if one.unit is not two.unit or kinds[one.unit] != 2 or one.unit is Unit.POINTS:
            continue
        near = _SLIGHTLY.search(text[one.end : two.start]) and _in_another_unit(one, two)
        plain = all(map(more_than_is_all, (one, two))) and (near or lie_apart(text, one, two))
        if plain and not _BASE.search(text[: one.start]) and (len(own) == 2 or one not in changes):
            yield from _compared(text, one, two, _COMPARED if len(own) == 2 else _COMPARED[:1])


def _compared(text: str, one: Quantity, two: Quantity, shapes: Sequence[re.Pattern[str]]) -> Iterator[Move]:
    last = two.end
    told = f"{text[: one.start]}①{text[one.end : two.start]}②{text[two.end :]}"
    match = next(filter(None, (shape.search(told) for shape in shapes)), None)
    if match is None and shapes is _COMPARED and (match := _FROM_YEAR.match(told)):
        years = [find_period(f"{match[a]} {match[b]}") for a, b in (("first", "one"), ("then", "two"))]
        first, last = (year.first if year and year.first else 0 for year in years)
        if not 0 < first < last:
            return
        one, two = two, one
    if (
        match is None
        or _is_another(told, *sorted((one, two), key=lambda each: each.start))
        or _LIMITED.match(_EARLIER.sub("", text[last:], count=1))
        or DENIED.search(told[: match.start("up" if match["up"] else "down")])
    ):
        return
    if (match["up"] is not None) is (one.value < two.value):
        word = (match["up"] or match["down"]).lower()
        yield Move(old=two, new=one, down=match["down"] is not None, belied=word)


def more_than_is_all(quantity: Quantity) -> bool:
    """Whether nothing makes a figure rough but the "more than" that compares it."""
    return not quantity.mention.share and quantity.mention.about in (
        None, "more than", "less than", "fewer than", "over", "under",
    )  # fmt: skip


def _is_another(told: str, one: Quantity, two: Quantity) -> bool:
    """Whether the second counts other things: "40 boats, more than in 55 other ports"."""
    behind = told[told.index("②") + 1 :]
    alike = not one.noun or not two.noun or one.noun[0] == two.noun[0] or _NO_NOUN.match(behind)
    return not alike or _IN.search(told[: told.index("②")]) is not None


_NO_NOUN = pattern_of(rf"\)?\s*(?:$|[.,;)]|(?:of|in|for|from|at)\s|(?:target|budget|average)\b|{_LAST})", re.IGNORECASE)
_EARLIER = pattern_of(rf"^\s+{_LAST}", re.IGNORECASE)
_IN = pattern_of(r"\b(?:in|by|for|at|any\s+of\s+the)\s+$")
_BASE = pattern_of(r"\b(?:per|in|every|each)\s+$|\d%?\s+(?:[a-z]+\s+)?(?:out\s+)?of\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a figure that is the base of a rate, or the whole of a share."""

_SLIGHTLY = pattern_of(r"\b(?:just|slightly|a\s+little|marginally)\s+")
_LIMITED = pattern_of(
    r"[^.;]*?\b(?:when|once|if|unless|after|before|without|includ\w*|exclud\w*|except\w*|discount\w*|adjust\w*|less|minus|plus|"
    r"allow\w*|tolerance)\b",
    re.IGNORECASE,
)
"""Behind a level that a figure is above or below only in another way of counting: "above the target of 90% once late
ones are left out"."""


def _in_another_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two sums of money are nearly alike but for the noughts: £241,000 and £2.3m."""
    small, large = sorted((one.value, other.value))
    return one.unit is Unit.POUNDS and any(abs(small * 10**step - large) * 4 <= large for step in (1, 2, 3))
