"""Family `costs`: how many avoided exclusions an investment is worth.

Takes the net costs of the cases and the sentences, gives the `BreakEven` that a sentence prints: a number of exclusions
that are avoided, and the investment that this number repays. Which amount is the investment is told by the sum: it is
the one that gives the printed number; else the only one of the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.families.costs.facts import BreakEven, CaseTotal
from scrutiny.families.costs.terms import break_even
from scrutiny.families.costs.told import money_in
from scrutiny.figures import Unit
from scrutiny.figures.mentions import Mention, find_mentions
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote

_AVOIDED = pattern_of(
    r"\b(?:avoid|prevent|reduc|sav|fewer|repa[iy]|pay(?:s|ing)?\s+for\s+itself|break)\w*\b", re.IGNORECASE
)
_COUNTED = pattern_of(r"\b(?:exclusions?|placements?|pupils|cases|exclus)\b", re.IGNORECASE)

LOOK_BACK = 5
"""Sentences before the number in which the investment may stand."""

MOST = 500
"""No paper promises to avoid more exclusions."""


def find_break_even(cases: Sequence[CaseTotal], sentences: Sequence[Quote]) -> BreakEven | None:
    """The break-even that a sentence prints: by the net costs of all cases."""
    nets = [case.net for case in cases if case.net is not None]
    if not nets or len(nets) != len(cases) or sum(nets, Decimal(0)) <= 0:
        return None
    lone: BreakEven | None = None
    for at, sentence in enumerate(sentences):
        for count in _counts(sentence.text):
            own = _amounts(sentence.text)
            before = [
                value for each in reversed(sentences[max(0, at - LOOK_BACK) : at]) for value in _amounts(each.text)
            ]
            for investment in (*own, *before):
                mean, exact, number = break_even(investment, nets)
                if number == int(count.value):
                    return _of(investment, mean, exact, number, count, sentence)
            if len(own) == 1 and lone is None and own[0] > sum(nets, Decimal(0)) / len(nets):
                lone = _of(own[0], *break_even(own[0], nets), count, sentence)
    return lone


def _of(investment: Decimal, mean: Decimal, exact: Decimal, number: int, count: Mention, sentence: Quote) -> BreakEven:
    return BreakEven(
        investment=investment, mean_net=mean, exact=exact, exclusions=number, printed=int(count.value), quote=sentence
    )


def _counts(text: str) -> Iterator[Mention]:
    """Numbers of exclusions that are avoided."""
    if not _AVOIDED.search(text) or not _COUNTED.search(text):
        return
    for mention in find_mentions(text):
        whole = mention.unit is Unit.NUMBER and not mention.share and mention.value % 1 == 0
        if whole and 0 < mention.value <= MOST:
            yield mention


def _amounts(text: str) -> tuple[Decimal, ...]:
    return tuple(mention.value for mention in money_in(text))
