"""Part of the room `products`: what an amount is an amount of: of a budget, of what was spent, of how far both differ.

Takes a text and the place of an amount, gives the measure that its nearest words name. Two amounts of unlike measures
do not bear each other out, however alike their sentences are: what a year began with is no overspend of that year.
"""

import re
from enum import StrEnum

from scrutiny.language.patterns import pattern_of


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
    GAIN = "gain"
    """a profit, a surplus, a gain"""
    LOSS = "loss"
    OWNED = "owned"
    OWED = "owed"


_PLAN = r"(?:its\s+|the\s+)?(?:[a-z]+\s+)?(?:budget|plan|estimate|forecast|allocation)"
_NAMES: dict[Measure, str] = {
    Measure.OVER: rf"over-?spen[dt]\w*|(?:over|in\s+excess\s+of|exceed(?:s|ed|ing)?|more\s+than)\s+{_PLAN}",
    Measure.UNDER: rf"under-?spen[dt]\w*|(?:under|below|within|less\s+than)\s+{_PLAN}",
    Measure.OPENING: r"(?:began|begun|begins?|start(?:ed|s))\s+(?:(?:the|this|last|financial)\s+)*year|opening"
    r"|brought\s+forward",
    Measure.BUDGET: r"budget(?:ed|s)?|allocations?",
    Measure.SPENT: r"spent|outturn",
    Measure.SPENDING: r"spending|spends?|expenditure",
    Measure.INCOME: r"income|receipts|proceeds",
    Measure.RESERVE: r"reserves",
    Measure.SAVED: r"sav(?:ings?|ed|es?)",
    Measure.GAIN: r"profits?|surplus(?:es)?|gains?",
    Measure.LOSS: r"loss(?:es)?|deficits?",
    Measure.OWNED: r"assets",
    Measure.OWED: r"liabilities|debts",
}  # fmt: skip
_MEASURE = pattern_of("|".join(rf"\b(?P<{name.name}>{pattern})\b" for name, pattern in _NAMES.items()), re.IGNORECASE)
_NEXT = pattern_of(
    rf",(?!\s+all\s+of\s)|[;:()–—]|\b(?:and|but|while|against|than(?!\s+{_PLAN}\b)|(?<!all\s)of\s+which|"
    r"(?<!all\sof\s)which|who)\b|[£\d]",
    re.IGNORECASE,
)
"""Where words are of something else."""

VARIANCES = {Measure.OVER, Measure.UNDER}
_RESULTS = {Measure.GAIN, Measure.LOSS}
_LEVELS = frozenset(Measure) - VARIANCES - {Measure.SAVED} - _RESULTS  # an underspend may be called a surplus
_WORTH = {Measure.GAIN.name, Measure.LOSS.name, Measure.OWNED.name, Measure.OWED.name}
_OPPOSED = (
    VARIANCES,
    {Measure.OVER, Measure.SAVED},
    {Measure.INCOME, Measure.SPENT},
    {Measure.INCOME, Measure.SPENDING},
    {Measure.BUDGET, Measure.SPENT},
    _RESULTS,
    {Measure.OWNED, Measure.OWED},
)


_AT_ONCE = pattern_of(r"\s*(?:(?!(?:is|are|was|were)\b)[a-z]+\s+)?$")
"""Between an amount and what it is: "a budget of £8m was overspent" says that of the budget."""

_OUT_OF = pattern_of(r"\b(?:from|by|using|use\s+of)\s+(?:[a-z]+\s+){0,3}$", re.IGNORECASE)
"""Before what pays for an amount, which is none of it."""


def measure_of(text: str, start: int, end: int) -> Measure | None:
    """What an amount measures: by the last such word before it in its own part of the sentence, or the first behind."""
    before, after = _around(text, start, end)
    if any(match.lastgroup not in _WORTH for match in (*before, *after)):  # "began the year with a deficit of"
        before, after = ([match for match in part if match.lastgroup not in _WORTH] for part in (before, after))
    first = after[0] if after else None
    # "£2m over budget" says it behind; "savings of £2m cut the overspend" before
    differs = first is not None and (first["OVER"] or first["UNDER"]) and _AT_ONCE.match(text[end : first.start()])
    match = first if first and (not before or differs) else before[-1] if before else None
    return Measure[match.lastgroup] if match is not None and match.lastgroup else None


def measures_beside(text: str, start: int, end: int) -> frozenset[Measure]:
    """All that the part of the sentence around an amount speaks of."""
    before, after = _around(text, start, end)
    return frozenset(Measure[match.lastgroup] for match in (*before, *after) if match.lastgroup)


def _around(text: str, start: int, end: int) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    cuts = [match.end() for match in _NEXT.finditer(text, 0, start)]
    behind = _NEXT.search(text, end)
    spans = (cuts[-1] if cuts else 0, start), (end, behind.start() if behind else len(text))
    before, after = (
        [match for match in _MEASURE.finditer(text, *span) if not (match["RESERVE"] and _pays(text, match.start()))]
        for span in spans
    )
    return before, after


def _pays(text: str, reserves: int) -> bool:
    return _OUT_OF.search(text, max(0, reserves - BEFORE), reserves) is not None


BEFORE = 60
"""Characters in which the word stands that says that reserves pay."""


def is_unlike(one: Measure | None, other: Measure | None) -> bool:
    """Whether two amounts are never the same one: a difference and what it is the difference of, or opposite ones."""
    if one is None or other is None or one is other:
        return False
    return {one, other} in _OPPOSED or bool({one, other} & VARIANCES and {one, other} & _LEVELS)


def may_be_both(one: Measure, other: Measure) -> bool:
    """Whether one amount may be both where its sentence speaks of both: budget that was spent, an underspend that was
    added to reserves. What was spent is no overspend."""
    measures = {one, other}
    return measures != VARIANCES and not (measures & VARIANCES and measures & _SPENDINGS)


_SPENDINGS = {Measure.BUDGET, Measure.SPENT, Measure.SPENDING, Measure.OPENING}
