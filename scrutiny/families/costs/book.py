"""Family `costs`: the book of a report's figures: each printed figure with what it may be worked out from.

Takes explanations (a tree for a printed figure, how sure it is), settles them: which figure is right, which is wrong
and what it should be, which only follows from a wrong one, which no method explains. A figure that goes into another is
taken as it should be. The verdict is `figures.verdicts.compare`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from scrutiny.families.costs.methods import cell_value
from scrutiny.families.costs.terms import Term, Tree, evaluate, rounded
from scrutiny.figures import Figure, Interval
from scrutiny.figures.verdicts import Status, Verdict, compare
from scrutiny.sources import Quote


class Strength(IntEnum):
    """How sure it is that a figure follows as an explanation says."""

    LIKELY = 1
    """nothing else in the paper shows it: a figure that does not fit is noted at most"""
    SHOWN = 2
    """other figures show it, or the paper writes it out"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a figure may be worked out from. `around` is between what it lies where its parts were rounded."""

    tree: Tree
    method: str
    strength: Strength = Strength.SHOWN
    around: Interval | None = None
    by_print: Tree | None = None
    """The same from the printed figure of the step before, where a sum goes on from that one."""
    whole: bool = False
    """Whether the amount is rounded as part of the method, before it goes into anything else."""
    given: str | None = None
    """The figure that is the same one, where the paper prints it twice: what is wrong with it is said there."""


@dataclass(slots=True, kw_only=True)
class Entry:
    """A printed figure of the paper, with what it is about."""

    name: str
    what: str
    case: str | None
    figure: Figure
    quote: Quote
    scaled: bool = False
    """Whether it is printed in thousands or millions, and so rounded."""
    explanations: list[Explanation] = field(default_factory=list)
    blamed: bool = False
    """Whether it is the figure that does not balance, by the table it stands in."""
    doubted: bool = False
    """Whether other figures bear out what is printed where its parts do not: then one of the parts is wrong, and which
    one is not known."""
    expected: bool = False
    """Whether it ought to have an explanation: it stands in a line of which others have one."""

    @property
    def value(self) -> Fraction | None:
        return cell_value(self.figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What came of a figure: its explanation, what it should be exactly, and what other figures take from it."""

    entry: Entry
    explanation: Explanation | None
    exact: Fraction | None
    taken: Fraction
    verdict: Verdict | None
    follows: bool = False
    attempt: Explanation | None = None
    """What does not give it, where nothing does."""

    @property
    def recomputed(self) -> Decimal | None:
        """What it should be, to the penny; whole where the method rounds it."""
        if self.exact is None or self.explanation is None:
            return None
        if self.entry.scaled and self.verdict is not None and self.verdict.right and self.entry.figure.value is not None:
            return self.entry.figure.value  # rounded parts say no more
        if self.explanation.whole:
            return Decimal(self.taken.numerator) / Decimal(self.taken.denominator)
        return rounded(self.exact)

    @property
    def wrong(self) -> bool:
        """Whether the figure itself is wrong, and does not only follow from a wrong one."""
        return self.verdict is not None and not self.verdict.right and not self.follows


def _rank(verdict: Verdict) -> int:
    return [Status.OK, Status.WARNING].index(verdict.status) if verdict.status in (Status.OK, Status.WARNING) else 2


class Book:
    """The figures of one report."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self._settled: dict[str, Settled] = {}
        self._open: list[str] = []
        self._deepest = 0
        """The first open figure that was asked for again: what was worked out above it holds only there."""

    def add(self, entry: Entry) -> Entry:
        self.entries[entry.name] = entry
        return entry

    def settle(self) -> Iterator[Settled]:
        """Every figure that is explained or ought to be, in the order in which they were added."""
        self._settled.clear()
        for name, entry in self.entries.items():
            if entry.explanations or entry.expected:
                yield self.settled(name)

    def settled(self, name: str) -> Settled:
        if name in self._settled:
            return self._settled[name]
        before, self._deepest = self._deepest, len(self._open)
        self._open.append(name)
        found = self._settle(self.entries[name])
        self._open.pop()
        if self._deepest >= len(self._open):
            self._settled[name] = found
            self._deepest = before
        else:
            self._deepest = min(before, self._deepest)
        return found

    def take(self, term: Term) -> Fraction:
        """What a figure counts for in another: as it should be."""
        if term.line is None or term.line not in self.entries:
            return term.value
        if term.line in self._open:
            self._deepest = min(self._deepest, self._open.index(term.line))
            return term.value
        settled = self.settled(term.line)
        sign = -1 if term.value * settled.taken < 0 else 1  # a deduction that is printed without its sign
        return sign * settled.taken

    def shown(self, term: Term) -> str:
        """A figure as it should be, for a working: as printed where that is right."""
        taken = self.take(term)
        if taken == term.value:
            return term.printed
        amount = rounded(taken)
        text = f"{abs(amount):,}".removesuffix(".00")
        pound = "£" if "£" in term.printed else ""
        return f"({pound}{text})" if amount < 0 else f"{pound}{text}"

    def _settle(self, entry: Entry) -> Settled:
        printed = entry.value
        if printed is None:
            return Settled(entry=entry, explanation=None, exact=None, taken=Fraction(0), verdict=None)
        tried = [found for each in entry.explanations if (found := self._try(entry, each)) is not None]
        unexplained = Settled(entry=entry, explanation=None, exact=None, taken=printed, verdict=None)
        right = next((found for found in tried if found.verdict is not None and found.verdict.right), None)
        if right is not None:
            return right
        if entry.doubted and tried:
            return replace(unexplained, attempt=tried[0].explanation)
        shown = [found for found in tried if found.explanation and found.explanation.strength is Strength.SHOWN]
        if shown and (entry.blamed or not self._follows(shown[0])):
            return shown[0]
        following = next((found for found in tried if self._follows(found)), None)
        if following is not None:
            return replace(following, follows=True)
        if tried and tried[0].verdict is not None:
            return replace(tried[0], taken=printed)
        return unexplained

    def _try(self, entry: Entry, explanation: Explanation) -> Settled | None:
        exact = evaluate(explanation.tree, self.take)
        if exact is None:
            return None
        untouched = exact == evaluate(explanation.tree)
        true: Interval | Fraction = explanation.around if explanation.around is not None and untouched else exact
        likely = explanation.strength is Strength.LIKELY
        verdict = compare(entry.figure, true, working="", likely=likely)
        other = None if explanation.by_print is None else evaluate(explanation.by_print)
        if other is not None and not verdict.right:
            verdict = min(verdict, compare(entry.figure, other, working="", likely=likely), key=_rank)
        if verdict.status is Status.NOT_CHECKABLE:
            return None
        printed = entry.value or Fraction(0)
        places = entry.figure.places
        taken = printed if verdict.right or verdict.cut_off else Fraction(rounded(exact, max(places, 0)))
        if explanation.whole and verdict.right:
            taken = printed
        return Settled(entry=entry, explanation=explanation, exact=exact, taken=taken, verdict=verdict)

    def _follows(self, found: Settled) -> bool:
        """Whether a figure that is wrong would be right if the figures it is worked out from were as printed."""
        if found.explanation is None:
            return False
        as_printed = evaluate(found.explanation.tree)
        if as_printed is None or as_printed == found.exact:
            return False
        true = found.explanation.around if found.explanation.around is not None else as_printed
        return compare(found.entry.figure, true, working="").right
