"""Part of the room `language`: words that divide a thing between them.

Nothing is both, and some leave nothing out: what is not urban is rural, but what is not approved may be
deferred, and not all who answer say whether they are men or women.
"""

import re
from itertools import permutations

from scrutiny.language.patterns import pattern_of

_PAIRS = (
    ("met", "missed"), ("passed", "failed"), ("approved", "refused"), ("granted", "refused"), ("accepted", "rejected"),
    (r"in\s+favour", "against"), ("for", "against"), (r"on\s+time", "late"), (r"in\s+time", "late"),
    ("upheld", "dismissed"), ("allowed", "dismissed"), ("permanent", "temporary"),
    ("men", "women"), ("males?", "females?"), (r"full[\s-]time", r"part[\s-]time"), ("open", "closed"),
    ("online", r"(?:on\s+paper|by\s+post)"), ("improved", r"(?:worsened|deteriorated|got\s+worse)"), ("won", "lost"),
    ("delivered", "missed"), ("agreed", "refused"),
)  # fmt: skip
_WHOLE_PAIRS = (
    ("boys", "girls"), ("urban", "rural"), ("occupied", "empty"), ("capital", "revenue"),
    ("affordable", r"(?:private|market)"),
)  # fmt: skip

_Pairs = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _compiled(pairs: tuple[tuple[str, str], ...]) -> _Pairs:
    return tuple(
        (pattern_of(rf"\b{one}\b", re.IGNORECASE), pattern_of(rf"\b{other}\b", re.IGNORECASE)) for one, other in pairs
    )


_ALL_THERE_IS = _compiled(_WHOLE_PAIRS)
_EITHER = (*_compiled(_PAIRS), *_ALL_THERE_IS)
_PREFIXED = pattern_of(r"\b(?:dis|un|non-)(?P<what>[a-z]{4,})\b", re.IGNORECASE)
"""What is the opposite of another word by its prefix: "dissatisfied", "unfilled", "non-compliant"."""

_WENT = pattern_of(
    r"\ban?\s+(?:[a-z]+\s+)?(?:(?P<up>rise|increase)|(?P<down>fall|decrease|drop|decline|reduction))\b"
    r"(?:\s+(?:in|of)\s+(?:the\s+)?(?P<what>[a-z-]+(?:\s+[a-z-]+)?))?",
    re.IGNORECASE,
)
"""Which way something went: "saw a fall in applications"; of another thing it may have gone the other way."""

_HAD_NOT = pattern_of(r"\b(?P<verb>was|were|is|are|had|has|have|did|do|does)\s+not\s*(?:[.;,]|$)", re.IGNORECASE)
"""The verb of another text, denied and not said again: "£3m had been saved and £1m had not"."""

_NOT = pattern_of(
    r"\bnot\s+(?:(?:be|been|being|have|having|had|do|doing|get|getting|yet|to|very|fully)\s+)*(?P<what>[a-z]{3,})\b",
    re.IGNORECASE,
)
"""What is denied: of "not being explained" the explaining, as something else may be being done."""


def are_opposed(texts: tuple[str, ...]) -> bool:
    """Whether of some texts one says the opposite of another: "met" and "missed", "agreed" and "not agreed"."""
    return _are_told_of(texts, _EITHER) or any(
        _reverses(one, other) or _went_apart(one, other) or _had_not(one, other)
        for one, other in permutations(texts, 2)
    )


def _has(text: str, word: str) -> bool:
    return re.search(rf"(?<!\bnot )\b{word}\b", text, re.IGNORECASE) is not None


def leave_nothing_out(texts: tuple[str, ...]) -> bool:
    """Whether two are opposites that have nothing between them: "boys" and "girls", "agreed" and "not agreed"."""
    return _are_told_of(texts, _ALL_THERE_IS)


def _are_told_of(texts: tuple[str, ...], pairs: _Pairs) -> bool:
    return any(_denies(one, other) or _opposed(one, other, pairs) for one, other in permutations(texts, 2))


def _opposed(one: str, other: str, pairs: _Pairs) -> bool:
    return any(
        here.search(one) and there.search(other) and not there.search(one) and not here.search(other)
        for here, there in pairs
    )


def _reverses(one: str, other: str) -> bool:
    return any(_has(other, told["what"]) for told in _PREFIXED.finditer(one))


def _went_apart(one: str, other: str) -> bool:
    """Whether the same thing rose in one text and fell in the other."""
    up, down = _WENT.search(one), _WENT.search(other)
    if up is None or down is None or up["up"] is None or down["down"] is None:
        return False
    return not (up["what"] and down["what"]) or up["what"].lower() == down["what"].lower()


def _had_not(one: str, other: str) -> bool:
    """Whether one denies the verb of the other without saying it again."""
    had = _HAD_NOT.search(one)
    return had is not None and re.search(rf"\b{had['verb']}\s+(?!not\b)[a-z]", other, re.IGNORECASE) is not None


def _denies(one: str, other: str) -> bool:
    told = _NOT.search(one)
    return told is not None and re.search(rf"(?<!not )\b{told['what']}\b", other, re.IGNORECASE) is not None
