"""Room `statements`: sums that a sentence writes out.

Takes a text, gives the steps of each sum: "£5,200 x 39/52 = £3,900.00", "(60 x £10,000 x 5/12) + (72 x £10,000 x 7/12)
= £670,000", "£4,821 plus £5,000 = £9,821 divided by 190 days = £51.69". A step may go on from the figure as printed or
from the unrounded one. Where a sum can be read in two ways, that one is taken which gives what is printed; where none
does and they come to different figures, nothing is said unless it is a slip from one of them.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from scrutiny.figures import Figure, Unit, parse_figure
from scrutiny.figures.slips import looks_like_a_slip
from scrutiny.figures.verdicts import Status, Verdict, compare, decimal
from scrutiny.figures.workings import Operation, Term, Tree, Work, evaluate, over, plus, times
from scrutiny.language.patterns import pattern_of

_NO_FIGURE = pattern_of(
    r"\b20\d\d\s?[/–-]\s?(?:20)?\d\d\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+20\d\d)?\b",
    re.IGNORECASE,
)
"""Years and dates."""

_FIGURE = r"£{0,2}\s?(?:\d{1,3}(?:,\s?\d{3})+|\d+)(?:\.\d+)?(?:\s?(?:k|m|bn|million)\b)?"
_TOKEN = pattern_of(
    rf"(?P<part>(?<![\w.,£])\d{{1,3}}\s?/\s?\d{{1,3}}(?![\w/]|\.\d))"
    rf"|(?P<figure>(?<![\w.,/£–−-])(?:[-–−](?=£?\d))?{_FIGURE}(?![\w/%]|\.\d|\s?%))"
    r"|(?P<op>\bmultiplied\s+by\b|\btimes\b|\bdivided\s+by\b|\bplus\b|\bminus\b|\bless\b|(?<=[\s)])x(?=[\s(£])|(?<=\d)x(?=\s?[£\d])|[×÷]"
    r"|(?<=\s)[-–−+*/](?=[\s(])|(?<=[\d)])\s?\+\s?(?=[£\d(]))"
    r"|(?P<equals>=|\bequals\b)|(?P<open>\()|(?P<close>\))|(?P<word>[A-Za-z][\w'’-]*)|(?P<stop>\S)",
    re.IGNORECASE,
)
"""Accepts "11/52", "£4,980", "190", "x", "divided by"; years and dates are taken out before."""

_OPS = {
    "x": "*", "×": "*", "*": "*", "times": "*", "multiplied by": "*", "divided by": "/", "÷": "/", "/": "/",
    "plus": "+", "+": "+", "minus": "-", "less": "-", "-": "-", "–": "-", "−": "-",
}  # fmt: skip

WORDS = 4
"""How many words may stand before or after a figure of a sum: "190 school days left in"."""

MOST = 10**15
"""A sum that grows beyond this is none."""

MOST_OPERANDS = 12
"""Figures that a sum of a paper holds at most between two results."""

DEEPEST = 6
"""Brackets inside one another that a sum of a paper has at most."""

MOST_STEPS = 20
"""Results that go on from one another in a sum of a paper at most."""


class Measure(StrEnum):
    """What a figure of a sum measures."""

    MONEY = "money"
    DAYS = "days"
    WEEKS = "weeks"
    TERMS = "terms"
    HOURS = "hours"
    PLACES = "places"
    PART = "part"
    """a part of a whole: 5/12"""
    NUMBER = "number"


_MEASURES = (
    (pattern_of(r"\bdays?\b|\bsessions?\b", re.IGNORECASE), Measure.DAYS),
    (pattern_of(r"\bweeks?\b", re.IGNORECASE), Measure.WEEKS),
    (pattern_of(r"\bterms?\b", re.IGNORECASE), Measure.TERMS),
    (pattern_of(r"\bhours?\b", re.IGNORECASE), Measure.HOURS),
    (pattern_of(r"\b(?:places?|pupils?|placements?|learners?|children|cases)\b", re.IGNORECASE), Measure.PLACES),
)


def measure_of(words: str) -> Measure:
    """What words behind a figure say that it measures."""
    return next((measure for pattern, measure in _MEASURES if pattern.search(words)), Measure.NUMBER)


class Operand(Term, frozen=True, kw_only=True):
    """A figure of a written sum, with the words around it."""

    measure: Measure
    before: str = ""
    behind: str = ""


class Step(Struct, frozen=True, kw_only=True):
    """A sum with its result. `tree` goes back to the first figures, `by_print` to the printed result of the step
    before; `verdict` compares `value`, which the likelier of them gives."""

    tree: Tree
    by_print: Tree
    value: Fraction
    result: Figure
    verdict: Verdict


class Chain(Struct, frozen=True, kw_only=True):
    """Steps that go on from one another, from `start` up to `end` of the text."""

    steps: tuple[Step, ...]
    start: int
    end: int


class _Token(Struct, frozen=True):
    kind: str
    text: str
    at: int


def find_workings(text: str) -> Iterator[Chain]:
    """Every sum of a text."""
    if "=" not in text and " equals " not in text:
        return
    masked = _NO_FIGURE.sub(lambda match: " " * len(match[0]), text)
    tokens = [_Token(match.lastgroup or "stop", match[0], match.start()) for match in _TOKEN.finditer(masked)]
    at = 0
    while at < len(tokens):
        if tokens[at].kind not in ("figure", "part", "open"):
            at += 1
            continue
        read = _Reader(tokens)
        trees = read.expressions(read.words_before(at))
        if trees is None or read.result(trees[1]) is None:
            at += 1
            continue
        steps, behind = _steps(read, trees)
        if steps:
            yield Chain(steps=steps, start=tokens[at].at, end=tokens[behind].at if behind < len(tokens) else len(text))
        at = max(at + 1, behind)


def _steps(read: "_Reader", first: "tuple[tuple[Tree, ...], int]") -> tuple[tuple[Step, ...], int]:
    """Each step of a sum, from its first expression on, and the token behind it."""
    trees, at = first
    printed = trees
    steps: list[Step] = []
    while len(steps) < MOST_STEPS and (found := read.result(at)) is not None:
        result, at = found
        step = _best(trees, printed, result)
        if step is None:
            break
        steps.append(step)
        measure = Measure.MONEY if result.unit is Unit.POUNDS or is_of_money(step.tree) else Measure.NUMBER
        own = Operand(printed=result.printed.strip(), value=Fraction(result.value or 0), measure=measure)
        goes_on = read.onwards(at, step.tree, own)
        if goes_on is None:
            break
        trees, printed, at = goes_on
    return tuple(steps), at


def is_of_money(tree: Tree) -> bool:
    """Whether an amount goes into a working."""
    return any(each.measure is Measure.MONEY for each in operands_of(tree))


def _best(trees: Sequence[Tree], printed: Sequence[Tree], result: Figure) -> Step | None:
    """The reading that gives the result; where no reading does, the only one, or the one that it is a slip of."""
    tried: list[tuple[int, Step]] = []
    for tree, by_print in zip(trees, printed, strict=True):
        for at, own in enumerate((tree, by_print)):
            value = evaluate(own)
            if value is None or abs(value) > MOST:
                continue
            verdict = compare(result, value, working="")
            if verdict.status is not Status.NOT_CHECKABLE:
                step = Step(tree=tree, by_print=by_print, value=value, result=result, verdict=verdict)
                tried.append((2 * verdict.status.rank + at, step))
    if not tried:
        return None
    best = min(tried, key=lambda each: each[0])[1]
    if best.verdict.status is not Status.ERROR or len({evaluate(tree) for tree in trees}) == 1:
        return best
    slips = [
        step for _, step in tried if result.value is not None and looks_like_a_slip(result.value, decimal(step.value))
    ]
    return slips[0] if len({evaluate(step.tree) for step in slips}) == 1 else None


def _figure(printed: str) -> Figure:
    return parse_figure(re.sub(r"^[–−]", "-", printed.strip()))


class _Reader(Struct):
    """Expressions among tokens. Each is read twice: products before sums, and simply from left to right, as a sum in
    words goes ("£4,404 plus £5,000 divided by 190")."""

    tokens: Sequence[_Token]

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if at < len(self.tokens) else "end"

    def _op(self, at: int) -> str | None:
        return _OPS[re.sub(r"\s+", " ", self.tokens[at].text.strip().lower())] if self._kind(at) == "op" else None

    def result(self, at: int) -> tuple[Figure, int] | None:
        """The figure behind "=", and the token after it; after the words behind it where the sum goes on."""
        if self._kind(at) != "equals" or self._kind(at + 1) != "figure":
            return None
        figure = _figure(self.tokens[at + 1].text)
        if figure.value is None:
            return None
        behind = self._words(at + 2)[1]
        return figure, behind if self._kind(behind) in ("op", "equals") else at + 2

    def expressions(self, at: int) -> tuple[tuple[Tree, ...], int] | None:
        """An expression that does something, in its readings, and the token after it."""
        found = self._operands(at)
        if found is None:
            return None
        operands, ops, at = found
        single = operands[0]
        if not ops and not (isinstance(single, Work)):
            return None
        return self._readings(operands, ops), at

    def onwards(self, at: int, tree: Tree, own: Operand) -> tuple[tuple[Tree, ...], tuple[Tree, ...], int] | None:
        """What goes on from a result, from the unrounded one and from the printed one."""
        if self._op(at) is None:
            return None
        found = self._operands(at + 1)
        if found is None:
            return None
        operands, ops, behind = found
        every = [self._op(at) or "", *ops]
        if self.result(behind) is None:
            return None
        return self._readings([tree, *operands], every), self._readings([own, *operands], every), behind

    def _readings(self, operands: Sequence[Tree], ops: Sequence[str]) -> tuple[Tree, ...]:
        return _by_rank(operands, ops), _in_order(operands, ops)

    def _operands(self, at: int, depth: int = 0) -> tuple[list[Tree], list[str], int] | None:
        operand = self._operand(at, depth) if depth <= DEEPEST else None
        if operand is None:
            return None
        operands, ops = [operand[0]], []
        at = operand[1]
        while (op := self._op(at)) is not None:
            if len(operands) == MOST_OPERANDS:
                return None
            following = self._operand(at + 1, depth)
            if following is None:
                return None
            ops.append(op)
            operands.append(following[0])
            at = following[1]
        return operands, ops, at

    def _operand(self, at: int, depth: int) -> tuple[Tree, int] | None:
        before, at = self._words(at)
        if self._kind(at) == "open":
            inside = self._operands(at + 1, depth + 1)
            if inside is None or self._kind(inside[2]) != "close":
                return None
            return _by_rank(inside[0], inside[1]), inside[2] + 1
        if self._kind(at) == "part":
            top, base = (int(each) for each in re.split(r"\s?/\s?", self.tokens[at].text))
            if not base:
                return None
            words, behind = self._words(at + 1)
            return over(
                Operand(printed=str(top), value=Fraction(top), measure=Measure.PART, before=before, behind=words),
                Operand(printed=str(base), value=Fraction(base), measure=Measure.PART),
            ), behind  # fmt: skip
        if self._kind(at) != "figure":
            return None
        figure = _figure(self.tokens[at].text)
        if figure.value is None:
            return None
        words, behind = self._words(at + 1)
        money = figure.unit is Unit.POUNDS
        own = Operand(
            printed=figure.printed.strip(), value=Fraction(figure.value), before=before, behind=words,
            measure=Measure.MONEY if money else measure_of(words),
        )  # fmt: skip
        return self._explained(own, behind, depth)

    def _explained(self, own: Operand, at: int, depth: int) -> tuple[Tree, int]:
        """A figure that a bracket behind it takes apart: "£112 (£84 plus £28 taxi)". Another sum in brackets
        is a sum of its own: "with 120 days left the school pays (£4,910 + £5,000) / 190 x 120"."""
        if self._kind(at) != "open":
            return own, at
        inside = self._operands(at + 1, depth + 1)
        if inside is None or self._kind(inside[2]) != "close" or set(inside[1]) != {"+"}:
            return own, at
        apart = Apart(operation=Operation.SUM, parts=tuple(inside[0]), signs=(1,) * len(inside[0]), whole=own)
        value = evaluate(apart)
        if value == own.value:
            return apart, inside[2] + 1
        slip = value is not None and looks_like_a_slip(decimal(own.value), decimal(value))
        return own, inside[2] + 1 if slip else at

    def words_before(self, at: int) -> int:
        """The first of the words right before a token: "KS3 AWPU £4,032"."""
        start = at
        while start > 0 and at - start < 2 and self._kind(start - 1) == "word":
            start -= 1
        return start

    def _words(self, at: int) -> tuple[str, int]:
        start = at
        while self._kind(at) == "word" and at - start < WORDS:
            at += 1
        return " ".join(token.text for token in self.tokens[start:at]), at


class Apart(Work, frozen=True, kw_only=True):
    """A figure taken apart in a bracket behind it."""

    whole: Operand


def _by_rank(operands: Sequence[Tree], ops: Sequence[str]) -> Tree:
    """Products and quotients before sums and differences."""
    sums: list[Tree] = [operands[0]]
    signs = [1]
    for op, operand in zip(ops, operands[1:], strict=True):
        if op in "+-":
            sums.append(operand)
            signs.append(1 if op == "+" else -1)
        else:
            sums[-1] = _put(sums[-1], op, operand)
    return sums[0] if len(sums) == 1 else plus(sums, signs)


def _in_order(operands: Sequence[Tree], ops: Sequence[str]) -> Tree:
    """From left to right."""
    tree = operands[0]
    for op, operand in zip(ops, operands[1:], strict=True):
        tree = _put(tree, op, operand)
    return tree


def _put(tree: Tree, op: str, operand: Tree) -> Tree:
    if op == "/":
        return over(tree, operand)
    if op == "*":
        return times(tree, operand)
    return plus([tree, operand], [1, 1 if op == "+" else -1])


def operands_of(tree: Tree) -> Iterator[Operand]:
    """The figures of a written sum, from left to right."""
    if isinstance(tree, Operand):
        yield tree
    elif isinstance(tree, Work):
        for part in tree.parts:
            yield from operands_of(part)
