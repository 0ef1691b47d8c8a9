"""Part of the room `products`: what an amount is an amount of: of a budget, of what was spent, of how far both differ.

Takes a text and the place of an amount, gives the measure that its nearest words name. Two amounts of unlike measures
do not bear each other out, however alike their sentences are: what a year began with is no overspend of that year.
"""

import re
from enum import StrEnum


class Measure(StrEnum):
    """What an amount of money measures."""

    OVER = "over"
    UNDER = "under"
    OPENING = "opening"
    """what a year began with"""
    BUDGET = "budget"
    SPENT = "spent"
    SPENDING = "spending"
    """planned or done"""
    INCOME = "income"
    RESERVE = "reserve"
    SAVED = "saved"


_PLAN = r"(?:its\s+|the\s+)?(?:[a-z]+\s+)?(?:budget|plan|estimate|forecast|allocation)"
_NAMES: dict[Measure, str] = {
    Measure.OVER: rf"over-?spen[dt]\w*|over\s+{_PLAN}|in\s+excess\s+of\s+{_PLAN}",
    Measure.UNDER: rf"under-?spen[dt]\w*|(?:under|below|within)\s+{_PLAN}",
    Measure.OPENING: r"(?:began|begun|begins?|start(?:ed|s))\s+(?:(?:the|this|last|financial)\s+)*year|opening"
    r"|brought\s+forward",
    Measure.BUDGET: r"budget(?:ed|s)?|allocations?",
    Measure.SPENT: r"spent|outturn",
    Measure.SPENDING: r"spending|spends?|expenditure",
    Measure.INCOME: r"income|receipts|proceeds",
    Measure.RESERVE: r"reserves",
    Measure.SAVED: r"sav(?:ings?|ed|es?)",
}  # fmt: skip
_MEASURE = re.compile("|".join(rf"\b(?P<{name.name}>{pattern})\b" for name, pattern in _NAMES.items()), re.IGNORECASE)
_NEXT = re.compile(r"[,;:()–—]|\b(?:and|but|while|against|than|of\s+which|which|who)\b|[£\d]", re.IGNORECASE)
"""Where words are of something else."""

VARIANCES = {Measure.OVER, Measure.UNDER}
_LEVELS = frozenset(Measure) - VARIANCES - {Measure.SAVED}
_OPPOSED = (
    VARIANCES,
    {Measure.OVER, Measure.SAVED},
    {Measure.INCOME, Measure.SPENT},
    {Measure.INCOME, Measure.SPENDING},
    {Measure.BUDGET, Measure.SPENT},
)


def measure_of(text: str, start: int, end: int) -> Measure | None:
    """What an amount measures: by the last such word before it in its own part of the sentence, or the first behind."""
    cuts = [match.end() for match in _NEXT.finditer(text, 0, start)]
    behind = _NEXT.search(text, end)
    before = list(_MEASURE.finditer(text, cuts[-1] if cuts else 0, start))
    after = _MEASURE.search(text, end, behind.start() if behind else len(text))
    # "£2m over budget" says it behind; "the overspend was £2m in all" before
    match = after if after and (not before or after["OVER"] or after["UNDER"]) else before[-1] if before else None
    return Measure[match.lastgroup] if match is not None and match.lastgroup else None


def is_unlike(one: Measure | None, other: Measure | None) -> bool:
    """Whether two amounts are never the same one: a difference and what it is the difference of, or opposite ones."""
    if one is None or other is None or one is other:
        return False
    return {one, other} in _OPPOSED or bool({one, other} & VARIANCES and {one, other} & _LEVELS)
