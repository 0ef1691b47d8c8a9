"""Part of the room `language`: words that divide a thing between them.

What is told of opposites is told of all there is: who is not a man is a woman, what is not met is missed.
"""

import re
from itertools import permutations

_PAIRS = (
    ("met", "missed"), ("passed", "failed"), ("approved", "refused"), ("granted", "refused"), ("accepted", "rejected"),
    ("men", "women"), ("male", "female"), ("boys", "girls"), (r"full[\s-]time", r"part[\s-]time"), ("open", "closed"),
    (r"in\s+favour", "against"), ("for", "against"), (r"on\s+time", "late"), (r"in\s+time", "late"), ("urban", "rural"),
    ("upheld", "dismissed"), ("allowed", "dismissed"), ("agreed", "disagreed"), ("satisfied", "dissatisfied"),
    ("online", r"(?:on\s+paper|by\s+post)"), ("permanent", "temporary"), ("occupied", "empty"),
)  # fmt: skip
_EITHER = tuple(
    (re.compile(rf"\b{one}\b", re.IGNORECASE), re.compile(rf"\b{other}\b", re.IGNORECASE)) for one, other in _PAIRS
)
_NOT = re.compile(r"\bnot\s+(?P<what>[a-z]{3,})\b", re.IGNORECASE)


def are_opposed(texts: tuple[str, ...]) -> bool:
    """Whether of some texts one says the opposite of another: "met" and "missed", "agreed" and "not agreed"."""
    return any(_denies(one, other) or _opposed(one, other) for one, other in permutations(texts, 2))


def _opposed(one: str, other: str) -> bool:
    return any(
        here.search(one) and there.search(other) and not there.search(one) and not here.search(other)
        for here, there in _EITHER
    )


def _denies(one: str, other: str) -> bool:
    told = _NOT.search(one)
    return told is not None and re.search(rf"(?<!not )\b{told['what']}\b", other, re.IGNORECASE) is not None
