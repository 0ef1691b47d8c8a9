"""Room `statements`: the parts that the figures of a sentence play in a change.

Takes a sentence with its quantities, gives each a role by the words right around it: the other figure ("from 40",
"compared with 40", "than the 40", "below a budget of 40", "(2022/23: 40)"), the change ("by 5", "an overspend of 5",
"5 fewer", "(+12%)"), or the figure itself.
"""

import functools
import re
from collections.abc import Sequence
from enum import StrEnum

from scrutiny.figures import Unit
from scrutiny.language.dates import PERIOD
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.letters import small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.statements.model import Quantity
from scrutiny.statements.quantities import find_quantities

WORDS = r"(?:[\w'’/-]+\s+)"
NO_VERB = rf"(?:(?!(?:is|was|are|were|be|been|has|have|had|will|which|that|to|by|for)\b){WORDS})"
ROUGH = r"(?:(?:about|around|almost|nearly|approximately|just\s+(?:over|under)|over|some|roughly)\s+)?"
ON_THE_FIGURE = (
    r"(?:up)?on\s+(?:the|its|our|their|last)\s+(?:[\w'’/-]+\s+){0,3}?"
    r"(?:figure|total|level|number|position|peak|point)\s+of\s+"
)
"""Behind a change, before what it is the change from: "a drop on the figure of", "a rise on last year's total of"."""

ANY_WAY = (
    rf"{UP}|{DOWN}|reduction|variance|overspen[dt]\w*|underspen[dt]\w*|shortfall|surplus|deficit|gap|difference|change[ds]?|"
    r"growth|savings?|movement|improvement|imbalance|net\s+(?:in-?flow|out-?flow|flow|gain|loss)"
)
_MOVES = (
    r"improv\w*|worsen\w*|deteriorat\w*|exceed\w*|missed|beat\w*|extend\w*|var(?:y|ied|ies)|differ\w*|gain\w*|los[et]\w*|moved|"
    r"shift\w*|outnumber\w*|overr[au]n|rais\w*|boost\w*|trimm\w*|slow\w*|expand\w*|shrink\w*|better\w*"
)
"""Verbs that are told with "by" how far something went. "Financed by £2m" and "run by 12 wardens" say by whom."""

SPAN = r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?"


LEVEL_OF = pattern_of(
    r"\b(?:overspen[dt]\w*|underspen[dt]\w*|shortfall|surplus|deficit|gap|variance)\s+of\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
"""Before what is itself a difference, and has moved: "a deficit of £2.2m, a movement of £0.5m on the £2.7m" before."""


_LEVEL_BEHIND = pattern_of(
    r"^\s+(?:\w+\s+)?(?:overspend|underspend|shortfall|surplus|deficit|gap|variance)\b[^.;:()\d]*,\s+an?\s",
    re.IGNORECASE,
)
"""Behind one: "a £2.7m deficit, a rise of £0.5m from the £2.2m" before."""


class Role(StrEnum):
    OLD = "old"
    NEW = "new"
    PLAIN = "plain"
    CHANGE = "change"


_LENGTH = (
    r"\s+(?:the|this|that|a)\s+(?:[\w-]+\s+){0,2}?(?:years?|quarters?|months?|weeks?|days?|period)\b(?!['’]|\s+budget)"
)
"""Behind "over": how long it took, not what a figure is over."""

_CHANGE_BEFORE = pattern_of(
    rf"\b(?:{ANY_WAY})\s+(?:(?!from\b|to\b|and\b|but\b){WORDS}){{0,6}}?(?:[a-z]+ly,\s+)?(?:of|by)\s+(?:an?\s+|the\s+)?{ROUGH}$"
    rf"|\b(?:{_MOVES})\s+(?:(?!from\b|to\b|and\b|but\b){WORDS}){{0,6}}?by\s+{ROUGH}$"
    r"|\b(?:increase|rise|growth|decrease|reduction|fall|drop|decline)\s*\(\s*(?:of\s+)?$"
    rf"|(?<!made )(?<!make )(?<!makes )(?<!making )\b(?:{UP}|{DOWN})\s+(?:some\s+)?$",
)
_CHANGE_BEHIND = pattern_of(
    rf"^\)?\s*(?:(?:percentage\s+)?points?\s+)?(?:(?!of\b|has\b|have\b|had\b|been\b|low\b|high\b|mid\b|or\b|before\b|after\b|and\b|is\b|was\b|are\b|were\b|represents?\b)[a-z-]+\s+){{0,2}}?(?!falls?\s+to\b|(?<=\bthe\s)[a-z]+er\b)(?:{ANY_WAY}|(?:above|below|over|under)\b(?!\s+the\s+ages?\b|{_LENGTH})(?=\s+(?:the|its|our|their|an?|this|last|what|budgets?|targets?|plan\w*|forecasts?|estimates?|profiled?)\b|\s*[.,;)]|\s*$)|better|worse|ahead|behind|in\s+excess\s+of)\b",
)
_OLD = pattern_of(
    rf"\b(?:from|than|(?:when\s+)?compare[ds]\s+(?:to|with)|comparison\s+(?:to|with)|against|in\s+place\s+of|versus|vs\.?)"
    rf"\s+(?:(?!and\b){NO_VERB}){{0,8}}?[\[(]?{ROUGH}$"
    rf"|[\[(]\s*(?:in\s+|from\s+)?(?:{SPAN}|(?:last|previous|prior)\s+(?:year|quarter|month))(?:\s+[a-z]+)?\s*[:=–-]?\s*$",
)
_OLD_BEHIND_CHANGE = pattern_of(
    rf"\b(?:above|below|over|under|ahead\s+of|behind|(?:up)?on)\s+(?:the|an?|its|our|last)\s+(?:(?!and\b){NO_VERB}){{0,6}}?[\[(]?{ROUGH}$"
    rf"|\b(?:up)?on\s+$",
)
_ON_THE_FIGURE = pattern_of(rf"\b(?:{UP}|{DOWN})\s+{ON_THE_FIGURE}$")
_OLD_IN_BRACKET = pattern_of(
    r"^\s+(?:in\s+)?(?:the\s+)?(?:last|previous|prior)\s+(?:year|quarter|month|period|term)\s*[\])]"
    rf"|^\s+(?:[a-z]+\s+)?(?:in|for)\s+{SPAN}\s*[\])]",
)
_SAYS_MORE = pattern_of(r"^[^)\]]*?\b(?:is|are|was|were|has|have|had|be|been|of)\b[^)\]]*[)\]]")
"""Of a bracket that tells something itself: "253 more than 2015 (160 of them were paid for by grant)"."""

_BY_WHICH = pattern_of(rf",?\s+(?:(?:or|i\.e\.|(?:that|which)\s+(?:is|was))\s+)?by\s+{ROUGH}$")
_ENDS = pattern_of(r"\s*(?:[.,;:)]|$)")
"""On either side of how far it went: "from 40 to 50, that is by 12.", "up from 40, by 12."; behind more words, who did
it: "by 12 boats"."""

_NEW = pattern_of(rf"\bto\s+(?:stand\s+at\s+|a\s+total\s+of\s+)?{ROUGH}$")
BRACKET = pattern_of(rf"^\s*(?:\(\s*(?:or\s+)?|,?\s+or\s+(?:an?\s+)?){ROUGH}$")
IN_BRACKET = pattern_of(rf"^(?:\s+[\w'’/-]+){{0,5}}\s*\(\s*{ROUGH}$")
SIGNS = "+-–−"
SIGN = pattern_of(r"\(\s*$")
MOST_BETWEEN = 110
"""Characters between two figures of one move: beyond, another thing is told."""


@functools.lru_cache(maxsize=64)
def roles_in(text: str) -> tuple[tuple[Quantity, Role], ...]:
    """Each figure of a sentence with its role; kept, as a sentence is asked again with each one beside it."""
    quantities = find_quantities(text)
    return tuple(zip(quantities, find_roles(text, quantities), strict=True))


def find_roles(text: str, quantities: Sequence[Quantity]) -> list[Role]:
    small, roles = small_letters(text), list[Role]()
    for at, each in enumerate(quantities):
        first = max(quantities[at - 1].end if at else 0, each.start - MOST_BETWEEN)
        last = min(quantities[at + 1].start if at + 1 < len(quantities) else len(text), each.end + MOST_BETWEEN)
        in_bracket = each.is_share and BRACKET.match(text[first : each.start]) is not None
        before, behind = small[first : each.start], small[each.end : last]
        roles.append(_role(each, before, behind, roles[-1:], signed=_signed(text, each), in_bracket=in_bracket))
        bracketed = at and each.is_share and BRACKET.match(gap_between(text, quantities[at - 1], each))
        if bracketed and roles[-1] is Role.CHANGE and roles[-2] is Role.PLAIN and not quantities[at - 1].is_share:
            roles[-2] = Role.CHANGE  # "£16.5m (14%) below"
        if at and roles[-2] is Role.CHANGE and _is_amount_of(text, quantities[at - 1], each):
            roles[-1] = Role.CHANGE  # "an increase of 14% (£16.5m)"
        if at > 1 and _is_change_too(text, quantities[at - 2 : at + 1], roles[-3:]):
            roles[-1] = Role.CHANGE
        if roles[at] is Role.CHANGE and {Role.OLD, Role.NEW} <= {*roles[:at]} and _APART.match(small, each.end):
            roles[at] = Role.PLAIN
    changes = [at for at, role in enumerate(roles) if role is Role.CHANGE and not quantities[at].is_share]
    if len(changes) == 2 and sorted(set(roles)) == [Role.CHANGE, Role.OLD] and changes[0] == 0:
        start, end = quantities[0].start, quantities[0].end
        level = LEVEL_OF.search(text[max(0, start - MOST_BETWEEN) : start]) or _LEVEL_BEHIND.match(text[end:])
        roles[0] = Role.PLAIN if level else roles[0]
    return roles


_APART = pattern_of(
    r"\s*(?:(?:percentage\s+)?points?\s+)?(?:[a-z-]+\s+){0,2}?(?:above|below|over|under|behind|within|inside|beyond|against|from|than|off"
    r"|(?:short|shy|ahead|clear|adrift|wide|out|in\s+excess)\s+of)\s+"
    rf"(?!(?:[\w'’-]+\s+){{0,3}}?(?:{PERIOD}s?\b|{SPAN})|last\b|before\b)(?=[^.;,()]*[a-z])[^.;,()\d]*(?:[.;,()]|$)"
)
"""Behind a whole move, how far from something else: "fell from 71% to 69%, six points short of the target"; not from a
time before, nor from what a figure is told of."""


def _is_change_too(text: str, those: Sequence[Quantity], roles: Sequence[Role]) -> bool:
    """Whether a percentage in a bracket is the change of a figure that is none: "109, 21 more than in June (23.9%)"."""
    level, change, percent = those
    bracket = BRACKET.match(text[text.rfind("(", change.end, percent.start) : percent.start])
    told = bracket is not None and _CLOSED.match(text, percent.end) is not None
    return (
        told
        and [*roles] == [Role.PLAIN, Role.CHANGE, Role.OLD]
        and percent.is_share
        and not (level.is_share or change.is_share)
    )


def _is_amount_of(text: str, percent: Quantity, each: Quantity) -> bool:
    """Whether a figure stands in a bracket of its own right behind the percentage that it is."""
    bracket = BRACKET.match(gap_between(text, percent, each)) and _CLOSED.match(text, each.end)
    return bracket is not None and percent.is_share and not each.is_share


_CLOSED = pattern_of(
    r"(?:\s+(?!(?:in|on|of|at|by|to|for|with|from|due|last|previous)\b)[a-z-]+){0,3}\)(?!\s+(?:in|on|for|among)\s+[a-z]+\s+(?:and|but)\b)"
)


def _role(
    each: Quantity, before: str, behind: str, last: list[Role], *, signed: bool, in_bracket: bool
) -> Role:  # fmt: skip
    """The words on either side are in small letters: each pattern has many, which one letter rules out in one case."""
    if SIGN.search(before) and _OLD_IN_BRACKET.match(behind):
        return Role.OLD  # "278 (206 last quarter)"
    if SIGN.search(before) and _SAYS_MORE.match(behind):
        return Role.PLAIN
    if (
        _OLD.search(before)
        or _ON_THE_FIGURE.search(before)
        or (last == [Role.CHANGE] and _OLD_BEHIND_CHANGE.search(before))
    ):
        return Role.OLD
    if in_bracket and (last == [Role.CHANGE] or _CHANGE_BEHIND.match(behind)):
        return Role.CHANGE
    if last in ([Role.NEW], [Role.OLD]) and _BY_WHICH.match(before) and _ENDS.match(behind):
        return Role.CHANGE
    if signed or each.unit is Unit.POINTS or _CHANGE_BEFORE.search(before) or _CHANGE_BEHIND.match(behind):
        return Role.CHANGE
    return Role.NEW if _NEW.search(before) else Role.PLAIN


def _signed(text: str, each: Quantity) -> bool:
    """Whether it is a change by its sign, in a bracket: "(+12%)"."""
    return each.printed[:1] in SIGNS and SIGN.search(text[max(0, each.start - 3) : each.start]) is not None


def gap_between(text: str, one: Quantity, other: Quantity) -> str:
    return text[one.end : other.start]
