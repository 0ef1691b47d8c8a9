"""Room `checks`: the figures of a summary against the facts of a paper.

Takes `Said` figures and `Fact`s, says of each figure whether the paper bears it out. A figure is supported where a fact
about the same thing has that value: what it is about is told by the words around it, and the facts that share most of
them speak first. A figure that several thousand facts could hold by chance is not supported by any of them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scrutiny.checks.facts import Fact
from scrutiny.checks.judging import short
from scrutiny.figures import Interval, Unit, interval_of
from scrutiny.figures.mentions import Mention


class Outcome(StrEnum):
    """What a paper says of a figure."""

    SUPPORTED = "supported"
    COMPUTED = "computed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not-found"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A figure of a summary: the line it stands in, the words it is about, and the other figures beside it."""

    summary: str
    line: int
    mention: Mention
    words: frozenset[str]
    beside: tuple[Decimal, ...] = ()
    row: bool = False
    """Whether it stands in a row of a table."""
    whole: bool = False
    """Whether its column is said to hold the sum of the row: nothing else follows from what stands beside it."""
    caption: frozenset[str] = frozenset()
    """The words above the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What came of a figure, and the fact that says so."""

    said: Said
    outcome: Outcome
    working: str | None = None
    fact: Fact | None = None


MUCH_SHARED = 0.6
"""The share of the summary's words that a fact about the same thing has."""

OWN_SHARED = 0.35
"""The part of its own words that a fact shares at least where it contradicts a figure."""

NEAR_BEST = 0.55
"""A fact that shares this part of the words that the best one shares is about the same thing too."""

ALL_SHARED = 0.9
"""A fact that has this part of the words is about the very thing."""

LITTLE = 0.35
"""How much more a fact may be about than the one that is about the least: this part of the rarest word's weight."""

DISTINCT = 5
"""So many digits do not agree by chance."""


class Verifier:
    """The facts of a paper, ready to be asked."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._by_word: dict[str, list[int]] = {}
        for at, fact in enumerate(facts):
            for word in fact.words | fact.also:
                self._by_word.setdefault(word, []).append(at)
        self._by_value: dict[Decimal, list[int]] = {}
        for at, fact in enumerate(facts):
            self._by_value.setdefault(abs(fact.value), []).append(at)

    def verify(self, said: Said) -> Verified:
        """What the paper says of a figure."""
        shared = self._shared(said.words)
        best = max(shared.values(), default=0.0)
        # where a fact is about all that the figure is about, others that are about less do not speak for it
        very = said.row and best >= ALL_SHARED * self._whole(said.words)
        near = [at for at, weight in shared.items() if weight >= best * (ALL_SHARED if very else NEAR_BEST)]
        if very:
            near = self._closest(said, near)
        if not said.words:
            near = list(range(len(self._facts)))  # nothing says what it is about
        holding = [at for at in near if fits(said.mention, self._facts[at]) and not (said.row and self._facts[at].rows)]
        if not holding:
            same = [at for at in self._by_value.get(abs(said.mention.value), []) if fits(said.mention, self._facts[at])]
            if not self._distinct(said.mention):
                same = [] if said.row else [at for at in same if shared.get(at) and self._beside(said, at)]
            holding = same
        if holding:
            return self._supported(said, holding, shared)
        by_sum = self._computed(said)
        if by_sum is not None:
            return Verified(said=said, outcome=Outcome.COMPUTED, working=by_sum)
        # the same thing with another value: the fact shares nearly all of what the figure is about
        others = [
            at
            for at in near
            if self._facts[at].unit is said.mention.unit
            and self._facts[at].working is None
            and shared[at] >= OWN_SHARED * self._whole(self._facts[at].words)
        ]
        if others and len(said.words) >= 2 and best >= MUCH_SHARED * self._whole(said.words):
            fact = self._facts[max(others, key=lambda at: shared[at])]
            return Verified(
                said=said, outcome=Outcome.CONTRADICTED, fact=fact, working=f"the paper says {short(fact.value)} there",
            )  # fmt: skip
        return Verified(said=said, outcome=Outcome.NOT_FOUND)

    def _beside(self, said: Said, at: int) -> bool:
        """Whether another figure of the summary's line stands on the same page as a fact."""
        page = self._facts[at].quote.pdf_page
        return any(
            self._facts[other].quote.pdf_page == page and self._facts[other].working is None
            for value in said.beside
            for other in self._by_value.get(abs(value), ())
        )

    def _closest(self, said: Said, near: list[int]) -> list[int]:
        """Of facts about the same thing, those about the least else, and of the table that is named above."""
        cells = [at for at in near if self._facts[at].cell]
        named = {at: len((self._facts[at].words | self._facts[at].also) & said.caption) for at in cells}
        most = max(named.values(), default=0)
        known = said.words | said.caption
        extra = {at: self._whole(self._facts[at].words - known) for at in cells if named[at] == most}
        limit = min(extra.values(), default=0.0) + LITTLE * math.log(1 + len(self._facts))
        return [at for at in near if not self._facts[at].cell or extra.get(at, limit + 1) <= limit]

    def _shared(self, words: frozenset[str]) -> dict[int, float]:
        """How much of what a figure is about each fact shares: a rare word tells more than a common one."""
        shared: dict[int, float] = {}
        for word in words:
            holding = self._by_word.get(word, ())
            weight = math.log(1 + len(self._facts) / (1 + len(holding)))
            for at in holding:
                shared[at] = shared.get(at, 0.0) + weight
        return shared

    def _whole(self, words: frozenset[str]) -> float:
        return sum(math.log(1 + len(self._facts) / (1 + len(self._by_word.get(word, ())))) for word in words)

    def _distinct(self, mention: Mention) -> bool:
        digits = sum(char.isdigit() for char in mention.figure.printed)
        return digits >= DISTINCT or (mention.unit is Unit.POUNDS and digits >= DISTINCT - 1)

    def _supported(self, said: Said, holding: list[int], shared: dict[int, float]) -> Verified:
        # a printed figure speaks before one that follows, and the one that shares more words before others
        at = max(holding, key=lambda each: (self._facts[each].working is None, shared.get(each, 0), -each))
        fact = self._facts[at]
        outcome = Outcome.SUPPORTED if fact.working is None else Outcome.COMPUTED
        return Verified(said=said, outcome=outcome, fact=fact, working=fact.working)

    def _computed(self, said: Said) -> str | None:
        """A sum, difference or share of two figures that stand beside it in the summary."""
        own = interval_of(said.mention.figure) or Interval.of(said.mention.value)
        percent = said.mention.unit is Unit.PERCENT
        if said.row:
            if not said.whole:
                return None
            added = sum(said.beside, Decimal(0))
            holds = len(said.beside) > 1 and own.meets(Interval.of(added))
            return " + ".join(short(value) for value in said.beside) if holds else None
        for first, one in enumerate(said.beside):
            for second, other in enumerate(said.beside):
                if first == second:
                    continue
                results = [] if percent else [(one - other, f"{short(one)} - {short(other)}")]
                if first < second and not percent:
                    results.append((one + other, f"{short(one)} + {short(other)}"))
                if other and (percent or said.mention.figure.places):
                    results.append((one * 100 / other, f"{short(one)} of {short(other)}"))
                    results.append(((one - other) * 100 / other, f"{short(other)} to {short(one)}"))
                for value, working in results:
                    if own.meets(Interval.of(value)) or own.meets(Interval.of(-value)):
                        return working
        return None


def fits(mention: Mention, fact: Fact) -> bool:
    """Whether a fact has the value that a figure is said to have, in a unit that can be the same."""
    if mention.unit is not fact.unit:
        units = (mention.unit, fact.unit)
        alike = {Unit.NUMBER, Unit.POUNDS} == set(units) or {Unit.PERCENT, Unit.POINTS} == set(units)
        # a column headed % prints bare figures; a bare figure is a percentage only where it has decimals
        bare = units == (Unit.PERCENT, Unit.NUMBER) or (
            units == (Unit.NUMBER, Unit.PERCENT) and mention.figure.places > 0
        )
        if not (alike or bare):
            return False
    exact = mention.about is None and not mention.share and fact.working is None
    if exact:
        return abs(mention.value) == abs(fact.value)
    allowed = mention.allows()
    value = Interval.of(fact.value)
    return allowed.meets(value) or allowed.meets(Interval.of(-fact.value))
