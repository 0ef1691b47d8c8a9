"""Room `statements`: words for a way that figures do not go.

Takes a sentence with its quantities, gives the word for the way that belies two of them: "fell from 35 to 40". Ranks,
figures that may be told in another unit, and what is denied say nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scrutiny.figures import Unit
from scrutiny.language.direction import ABOVE, BELOW, DOWN, PLANNED, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.changeroles import ON_THE_FIGURE, ROUGH, Role, roles_in
from scrutiny.statements.model import Move, Quantity

_WHEN_OR_WHERE = r"(?P<where>in|at|on|for|over|during|through|among)"
_TIED_BEFORE = pattern_of(
    rf"(?<!\bnet )\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+"
    rf"(?:(?:its|the|their|our|this|{_WHEN_OR_WHERE})\s+(?:[\w/–-]+\s+){{1,4}}?(?=from\b))?(?:[a-z]+ly\s+)?(?:(?:from|of|by)\s+(?:an?\s+|the\s+)?{ROUGH}|{ON_THE_FIGURE})$",
    re.IGNORECASE,
)
"""A net rise is what came in less what went, and goes neither from the one to the other nor back."""

_NOUN = pattern_of(r"\b(?:an?|the|this|its|their|our|no)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_TIED_BEHIND = pattern_of(
    rf"^\)?\s+(?:(?:percentage\s+)?points?\s+)?(?:(?P<up>more|higher|{ABOVE})|(?P<down>fewer|less|lower|{BELOW}))\s+"
    r"(?:than|the|its)\b",
    re.IGNORECASE,
)

_TIED_TO = pattern_of(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+(?:[a-z]+ly\s+)?to\s+(?:a\s+total\s+of\s+)?$", re.IGNORECASE
)
_NO_FIGURE = r"(?:(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?|[^.,;:()£\d])*"
_TIED_ASIDE = pattern_of(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\s{_NO_FIGURE}\($", re.IGNORECASE)
_THAN_ASIDE = pattern_of(rf"^\)\s+than\b{_NO_FIGURE}\($")
""" "more in the north (61) than in the town (52)" """
_FROM = pattern_of(r"^[^.;:()£\d]{0,40}?[,(]\s*(?:(?:up|down)\s+)?from\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
"""From the figure that something "fell to" on to what it fell from: "fell to 38 (from 35 in May)"."""

_COMPARED = pattern_of(r"^,\s+compared\s+(?:with|to)\s+$")
_YEARS = pattern_of(r"\b(?P<year>(?:19|20)\d\d)(?:\s?[/–-]\s?\d{2,4})?\b")


def _years_apart(text: str, new: Quantity, old: Quantity) -> bool:
    """Whether a sentence names one year before a figure and the year before that right behind another."""
    first, behind = _YEARS.findall(text[: new.start]), _YEARS.findall(text[new.end :])
    near = _YEARS.search(text[old.end : old.end + NEAR])
    return len(first) == len(behind) == 1 and near is not None and int(first[0]) == int(behind[0]) + 1


_TIME_BEHIND = pattern_of(r"\s*(?:[),.;]|(?:in|at|on|the|last|an?)\s)")
"""Behind an earlier figure; what comes "from 35 villages" is no figure that fell."""

NEAR = 50
"""Characters beside a figure in which the word that is tied to it stands."""

MOST_TIMES = 5
"""A figure so many times as great as the other may be told in another unit."""

RANKS = 20
"""Of smaller figures, some are places in a ranking, or grades, that rise as they fall."""

_RANKING = pattern_of(r"\b(?:rank(?:s|ed|ings?)?|position|league)\b", re.IGNORECASE)


def belied(text: str, those: Sequence[Quantity], old: Quantity, new: Quantity) -> str | None:
    """The word for the way that is tied to a figure of a move ("rose from 40", "a fall of 5", "5 more than") and does
    not go from the one figure to the other; None where the figures may not be told in one unit."""
    if not lie_apart(text, old, new):
        return None
    for each in those:
        before, behind = text[max(0, each.start - NEAR) : each.start], text[each.end : each.end + NEAR]
        match = _TIED_BEFORE.search(before)
        if match and match["where"] and _NOUN.search(before[: match.start()]):
            return None  # "a fall in arrears took it from 35 to 40"
        match = match or _TIED_BEHIND.match(behind)
        if match is None and each is new and old.start > new.end:
            gap = text[new.end : old.start]
            since = _FROM.match(gap) and _TIME_BEHIND.match(text, old.end)
            if since or (_COMPARED.match(gap) and _years_apart(text, new, old)):
                match = _TIED_TO.search(before)
            elif _THAN_ASIDE.match(gap) and text[old.end : old.end + 1] == ")":
                match = _TIED_ASIDE.search(text[: new.start])
        if match and (match["down"] is not None) is (new.value > old.value) and not DENIED.search(text[: each.start]):
            return (match["up"] or match["down"]).lower()
    return None


def find_held(text: str) -> Iterator[Move]:
    """ "84%, which is above the target of 90%": the only two figures of their kind, of which words say that one lies
    above or below the other and it does not."""
    told = [each for each in roles_in(text) if not each[0].is_year]
    for (one, role), (other, _) in pairwise(told):
        held = _HELD.search(text, one.end, other.start) if other.exact and one.exact else None
        alone = sum(each.unit is one.unit for each, _ in told) == 2 and one.unit is other.unit
        if (
            not held
            or not alone
            or not _NO_MORE.match(text, other.end)
            or role not in (Role.PLAIN, Role.NEW)
            or DENIED.search(text[: held.end()])
        ):
            continue
        if lie_apart(text, one, other) and (held["down"] is not None) is (one.value > other.value):
            yield Move(old=other, new=one, belied=(held["up"] or held["down"]).lower())


_NO_MORE = pattern_of(r"\s*(?:[.;,)]|$)")
_HELD = pattern_of(
    rf"(?:[,(]|\b(?:is|was|were|are|but|and|though|being))\s*(?:(?:which|it|this|that|is|was|were|are|just|well|still|slightly|far)\s+)*"
    rf"(?:(?P<up>above|over|(?:more|higher)\s+than|exceed(?:s|ed|ing)?)|"
    rf"(?P<down>below|under|(?:less|fewer|lower)\s+than))\s+"
    rf"(?:the|its|our|their|an?)\s+(?:[a-z-]+\s+){{0,3}}?(?:{PLANNED}|averages?|mean|median|limit|standard|minimum|maximum|ceiling|cap|"
    r"threshold)\s+of\s+$",
    re.IGNORECASE,
)


def lie_apart(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures is the greater, they are told in one unit, and no ranks."""
    small, large = sorted((one.value, other.value))
    ranked = one.unit is Unit.NUMBER and (large < RANKS or _RANKING.search(text))
    return not ranked and small != large and 0 < small * MOST_TIMES >= large


def way_of_change(text: str, each: Quantity, first: int) -> re.Match[str] | None:
    """The word that says which way a change went, the only one from a place on: "rose a bit, by 5", "5 more than"."""
    before, behind = text[first : each.start], text[each.end : each.end + NEAR]
    ways = list(WAY.finditer(before))
    than = _THAN_BEHIND.match(behind)
    return than if not ways else ways[0] if len(ways) == 1 and not than and _BY.search(before) else None


def way_of_level(text: str, each: Quantity) -> re.Match[str] | None:
    """The word that says which way a figure came about: "rose to 5"."""
    return _TIED_TO.search(text[max(0, each.start - NEAR) : each.start])


WAY = pattern_of(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
_BY = pattern_of(rf"(?:\b(?:by|of)\s+(?:an?\s+|the\s+)?{ROUGH}|\b(?:up|down)\s+)$", re.IGNORECASE)
_THAN_BEHIND = pattern_of(
    r"^\)?\s+(?:(?:percentage\s+)?points?\s+)?(?:(?P<up>more|higher)|(?P<down>fewer|less|lower))\s+(?:[a-z-]+\s+){0,3}?than\b",
    re.IGNORECASE,
)


DENIED = pattern_of(
    r"\b(?:not|no|never|nor|neither|without|nothing|cannot|\w+n['’]t|fail(?:s|ed|ing)?\s+to|instead\s+of|rather\s+than|far\s+from|"
    r"hardly|deni(?:es|ed))\b(?:[^.;:]|\.\d)*$",
    re.IGNORECASE,
)
"""A denial in the clause before: "it did not fall from 35 to 40 by chance"."""
