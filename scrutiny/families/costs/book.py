"""Family `costs`: the book of a report's figures: each printed figure with what it may be worked out from.

Takes explanations (a tree for a printed figure, how sure it is), settles them: which figure is right, which is wrong
and what it should be, which only follows from a wrong one, which no method explains. A figure that goes into another is
taken as it should be. The verdict is `figures.verdicts.compare`.
"""

from collections.abc import Iterator
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from scrutiny.families.costs.methods import cell_value
from scrutiny.families.costs.terms import rounded
from scrutiny.figures import Figure, Interval
from scrutiny.figures.verdicts import Verdict, compare, decimal
from scrutiny.figures.workings import Operation, Term, Tree, Work, evaluate, plus, terms_of
from scrutiny.sources import Quote


class Strength(IntEnum):
    """How sure it is that a figure follows as an explanation says."""

    LIKELY = 1
    """nothing else in the paper shows it: a figure that does not fit is noted at most"""
    SHOWN = 2
    """other figures show it, or the paper writes it out"""


class Explanation(Struct, frozen=True, kw_only=True):
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


class Entry(Struct, kw_only=True):
    """A printed figure of the paper, with what it is about."""

    name: str
    what: str
    case: str | None
    figure: Figure
    quote: Quote
    scale: int = 0
    """The power of ten that a heading says its figure is printed in: 3 for "£000"."""
    unit: str | None = None
    """The words that say so."""
    labels: tuple[str, str | None] | None = None
    """What the paper prints for it: over a column and beside a row, or in a sentence."""
    explanations: list[Explanation] = field(default_factory=list)
    doubted: bool = False
    """Whether other figures bear out what is printed where its parts do not: then one of the parts is wrong, and which
    one is not known."""
    expected: bool = False
    """Whether it ought to have an explanation: it stands in a line of which others have one."""

    @property
    def called(self) -> tuple[str, str | None]:
        """What it is and whose: as the paper prints it, else by its kind."""
        return self.labels or (self.what, self.case)

    @property
    def value(self) -> Fraction:
        """What is printed: only what has a value is entered."""
        value = cell_value(self.figure)
        assert value is not None
        return value

    @property
    def term(self) -> Term:
        """What it is in a working, as it is printed."""
        return Term(printed=self.figure.printed.strip(), value=self.value, line=self.name)

    @property
    def scaled(self) -> bool:
        """Whether it is printed in thousands or millions, and so rounded."""
        return bool(self.scale or self.figure.scale)


class Settled(Struct, frozen=True, kw_only=True):
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
        printed = self.entry.figure.value
        if self.entry.scaled and self.verdict is not None and self.verdict.right and printed is not None:
            return printed  # rounded parts say no more
        if self.explanation.whole:
            return decimal(self.taken)
        return rounded(self.exact)

    @property
    def wrong(self) -> bool:
        """Whether the figure itself is wrong, and does not only follow from a wrong one."""
        return self.verdict is not None and not self.verdict.right and not self.follows


LEFT = "what the total leaves"
"""The method of a part that nothing else explains."""


def _is_sum(tree: Tree) -> bool:
    """Whether a tree adds figures up, and is not only something else with its sign."""
    return (
        isinstance(tree, Work)
        and tree.operation is Operation.SUM
        and all(isinstance(part, Term) for part in tree.parts)
    )


def _turned(found: Settled) -> bool:
    """Whether an explanation may be another sum turned round: what is left of a total."""
    tree = found.explanation.tree if found.explanation else None
    return isinstance(tree, Work) and tree.operation is Operation.SUM and -1 in tree.signs


def fits(entry: Entry, tree: Tree) -> bool:
    """Whether a figure is what a tree gives with everything as it is printed."""
    value = evaluate(tree)
    return value is not None and abs(value - entry.value) <= Fraction(entry.figure.step) / 2


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
        tried = [found for each in entry.explanations if (found := self._try(entry, each)) is not None]
        unexplained = Settled(entry=entry, explanation=None, exact=None, taken=entry.value, verdict=None)
        right = [found for found in tried if found.verdict is not None and found.verdict.right]
        if right:
            return min(right, key=_turned)
        if entry.doubted and tried:
            return replace(unexplained, attempt=tried[0].explanation)
        shown = [found for found in tried if self._is_shown(found)]
        following = next((found for found in tried if self._follows(found)), None)
        if shown and following is None:
            return shown[0]
        if following is not None:
            return replace(following, follows=True)
        return replace(unexplained, attempt=tried[0].explanation) if tried else unexplained

    def _is_shown(self, found: Settled) -> bool:
        """Whether an explanation that fails shows that the figure is wrong: other figures bear it out, or every figure
        that goes into it is itself borne out."""
        explanation = found.explanation
        assert explanation is not None
        lines = [term.line for term in terms_of(explanation.tree) if term.line is not None]
        known = bool(lines) and all(self._borne_out(line) for line in lines)
        stand = bool(lines) and all(self._borne_out(line) or self._supports(line) for line in lines)
        if _is_sum(explanation.tree) and not stand and self.supported(found.entry):
            return False  # then one of the parts is wrong
        whole = known and len(lines) == len(list(terms_of(explanation.tree)))
        return explanation.strength is Strength.SHOWN or whole

    def supported(self, entry: Entry) -> bool:
        """Whether another figure follows from this one as it is printed."""
        return any(
            other is not entry and fits(other, explanation.tree)
            for other in self.entries.values()
            for explanation in other.explanations
            if explanation.method != LEFT
            and len(lines := [term.line for term in terms_of(explanation.tree)]) > 1 and entry.name in lines
        )  # fmt: skip

    def _supports(self, line: str) -> bool:
        return line in self.entries and self.supported(self.entries[line])

    def leave(self) -> None:
        """Where a total that another figure supports is not the sum of its parts, and all parts but one are borne out
        or support another: that one is what the total leaves."""
        self._settled.clear()
        for total in list(self.entries.values()):
            for explanation in list(total.explanations):
                tree = explanation.tree
                if not _is_sum(tree) or fits(total, tree) or not self.supported(total):
                    continue
                assert isinstance(tree, Work)
                summed = zip(tree.parts, tree.signs, strict=True)
                pairs = [(part, sign) for part, sign in summed if isinstance(part, Term)]
                lines = [part.line for part, _ in pairs if part.line is not None]
                known = {line for line in lines if self._borne_out(line) or self._supports(line)}
                open_ = [(part, sign) for part, sign in pairs if part.line not in known]
                if len(open_) != 1 or open_[0][0].line is None:
                    continue
                part, sign = open_[0]
                others = [(other, -sign * own) for other, own in pairs if other is not part]
                whole = Term(printed=total.figure.printed.strip(), value=total.value)
                left = plus([whole, *(other for other, _ in others)], [sign, *(own for _, own in others)])
                self.entries[part.line or ""].explanations.append(Explanation(tree=left, method=LEFT))
                break
        self._settled.clear()

    def _borne_out(self, name: str) -> bool:
        entry = self.entries.get(name)
        if entry is None or not entry.explanations or name in self._open:
            return False
        settled = self.settled(name)
        return settled.verdict is not None and (settled.verdict.right or settled.verdict.cut_off)

    def _try(self, entry: Entry, explanation: Explanation) -> Settled | None:
        exact = evaluate(explanation.tree, self.take)
        if exact is None:
            return None
        untouched = exact == evaluate(explanation.tree)
        true: Interval | Fraction = explanation.around if explanation.around is not None and untouched else exact
        verdict = compare(entry.figure, true, working="")
        other = None if explanation.by_print is None else evaluate(explanation.by_print)
        if other is not None and not verdict.right:
            verdict = min(verdict, compare(entry.figure, other, working=""), key=lambda each: each.status.rank)
        stands = verdict.right or verdict.cut_off
        taken = entry.value if stands else Fraction(rounded(exact, max(entry.figure.places, 0)))
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
