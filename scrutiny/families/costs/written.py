"""Family `costs`: sums that a sentence writes out.

Takes sentences, gives `WrittenSum`s: "£5,126 x 49/52 = £4,830.27", "(84 x £10,000 x 5/12) + (90 x £10,000 x 7/12) =
£875,000", each step of "AWPU £4,821 plus £5,000 = £9,821 divided by 190 school days = £51.69 x 100 days = £5,169". A
step may go on from the figure as printed or from the unrounded one. It reads figures with their units in order, and
operators as signs or words; it knows no wording of a paper. Where a sum can be read in two ways, that one is taken
which gives what is printed; where none does, nothing is said.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.families.costs.terms import Operation, Term, Tree, Work, evaluate, over, plus, times
from scrutiny.figures import Figure, Unit, parse_figure
from scrutiny.figures.slips import looks_like_a_slip
from scrutiny.figures.verdicts import Status, Verdict, compare, decimal
from scrutiny.sources import Quote

ACADEMIC = re.compile(r"\b(?P<first>20\d\d)\s?[/–-]\s?(?P<last>(?:20)?\d\d)\b")
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+20\d\d)?\b",
    re.IGNORECASE,
)
STAGE = re.compile(r"\b(?:KS|Key\s+Stage)\s?(?P<stage>[1-5])\b", re.IGNORECASE)
CASE = re.compile(
    r"\b(?:case|pupil|child|student|learner|young\s+person|placement)\s+(?P<case>[A-Z]\b|\d{1,2}\b)", re.IGNORECASE
)

_FIGURE = r"£{0,2}\s?(?:\d{1,3}(?:,\s?\d{3})+|\d+)(?:\.\d+)?(?:\s?(?:k|m|bn|million)\b)?"
_TOKEN = re.compile(
    rf"(?P<part>(?<![\w.,£])\d{{1,3}}\s?/\s?\d{{1,3}}(?![\w/]|\.\d))"
    rf"|(?P<figure>(?<![\w.,/-]){_FIGURE}(?![\w/%]|\.\d|\s?%))"
    r"|(?P<op>\bmultiplied\s+by\b|\btimes\b|\bdivided\s+by\b|\bplus\b|\bminus\b|(?<=[\s)])x(?=[\s(£])|(?<=\d)x(?=\s?[£\d])|[×÷]"
    r"|(?<=\s)[-–−+*/](?=[\s(])|(?<=[\d)])\s?\+\s?(?=[£\d(]))"
    r"|(?P<equals>=|\bequals\b)|(?P<open>\()|(?P<close>\))|(?P<word>[A-Za-z][\w'’-]*)|(?P<stop>\S)",
    re.IGNORECASE,
)
"""Accepts "11/52", "£4,980", "190", "x", "divided by"; years and dates are taken out before."""

_OPS = {
    "x": "*", "×": "*", "*": "*", "times": "*", "multiplied by": "*", "divided by": "/", "÷": "/", "/": "/",
    "plus": "+", "+": "+", "minus": "-", "-": "-", "–": "-", "−": "-",
}  # fmt: skip

WORDS = 4
"""How many words may stand before or after a figure of a sum: "190 school days left in"."""

MOST = 10**15
"""A sum that grows beyond this is none."""

MOST_OPERANDS = 12
"""Figures that a sum of a paper holds at most between two results."""


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
    (re.compile(r"\bdays?\b|\bsessions?\b", re.IGNORECASE), Measure.DAYS),
    (re.compile(r"\bweeks?\b", re.IGNORECASE), Measure.WEEKS),
    (re.compile(r"\bterms?\b", re.IGNORECASE), Measure.TERMS),
    (re.compile(r"\bhours?\b", re.IGNORECASE), Measure.HOURS),
    (re.compile(r"\b(?:places?|pupils?|placements?|learners?|children|cases)\b", re.IGNORECASE), Measure.PLACES),
)


def measure_of(words: str) -> Measure:
    """What words behind a figure say that it measures."""
    return next((measure for pattern, measure in _MEASURES if pattern.search(words)), Measure.NUMBER)


class Operand(Term, frozen=True, kw_only=True):
    """A figure of a written sum, with the words around it."""

    measure: Measure
    before: str = ""
    behind: str = ""


class WrittenSum(Struct, frozen=True, kw_only=True):
    """A sum with its result. `tree` goes back to the first figures, `by_print` to the printed result of the step
    before; `year`, `stage` and `case` are those that stand last before it."""

    tree: Tree
    by_print: Tree
    result: Figure
    verdict: Verdict
    year: str | None
    stage: str | None
    case: str | None
    quote: Quote
    before: "WrittenSum | None" = None


class _Token(Struct, frozen=True):
    kind: str
    text: str
    at: int


def find_written_sums(sentences: Sequence[Quote]) -> Iterator[WrittenSum]:
    """Every step of every sum. What a sum is about is told by its sentence or, failing that, by those before it on the
    same page."""
    case: str | None = None
    page: int | None = None
    for sentence in sentences:
        if sentence.pdf_page != page:
            case, page = None, sentence.pdf_page
        text = re.sub(
            r"\.\s+For\s+(\d{1,3}\s+(?:school\s+)?(?:days?|weeks?)[^:.=£]{0,20}):\s*(?=£)", r" x \1 = ", sentence.text
        )
        if "=" in text or " equals " in text:
            yield from _sums_of(replace(sentence, text=text), sentence, case)
        named = list(CASE.finditer(sentence.text))
        case = named[-1]["case"] if named else case


def _sums_of(sentence: Quote, quote: Quote, case: str | None) -> Iterator[WrittenSum]:
    masked = _DATE.sub(_blank, ACADEMIC.sub(_blank, sentence.text))
    tokens = [_Token(match.lastgroup or "stop", match[0], match.start()) for match in _TOKEN.finditer(masked)]
    at = 0
    while at < len(tokens):
        if tokens[at].kind not in ("figure", "part", "open"):
            at += 1
            continue
        read = _Reader(tokens)
        trees = read.expressions(read.words_before(at))
        if trees is None or not read.results(trees[1]):
            at += 1
            continue
        behind = yield from _chain(read, trees, tokens[at].at, sentence.text, quote, case)
        at = max(at + 1, behind)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _chain(
    read: "_Reader", first: "tuple[tuple[Tree, ...], int]", start: int, text: str, quote: Quote, case: str | None
) -> Generator[WrittenSum, None, int]:
    """Each step of a sum, from its first expression on; returns the token behind it."""
    trees, at = first
    printed = trees
    steps: list[WrittenSum] = []
    while (found := read.result(at)) is not None:
        result, at = found
        tree, by_print, verdict = _best(trees, printed, result)
        if verdict is None or not _of_money(tree, result):
            break
        steps.append(
            WrittenSum(
                tree=tree, by_print=by_print, result=result, verdict=verdict, year=None,
                stage=None, case=None, quote=quote,
            )
        )  # fmt: skip
        own = Operand(printed=result.printed.strip(), value=Fraction(result.value or 0), measure=Measure.MONEY)
        goes_on = read.onwards(at, tree, own)
        if goes_on is None:
            break
        trees, printed, at = goes_on
    years = [f"{m['first']}{m[0].replace(' ', '')[4]}{m['last']}" for m in ACADEMIC.finditer(text, 0, start)]
    stages = [m["stage"] for m in STAGE.finditer(text, 0, start + 1)]
    cases = [m["case"] for m in CASE.finditer(text, 0, start + 1)]
    stage = _stage_behind(text, read.tokens, at) or (stages[-1] if stages else None)
    about = {"year": years[-1] if years else None, "stage": stage, "case": cases[-1] if cases else case}
    before: WrittenSum | None = None
    for step in steps:
        before = replace(step, before=before, **about)
        yield before
    return at


def _of_money(tree: Tree, result: Figure) -> bool:
    """Whether a sum is one of money: its result is, or what goes into it."""
    return result.unit is Unit.POUNDS or any(each.measure is Measure.MONEY for each in operands_of(tree))


def _stage_behind(text: str, tokens: Sequence[_Token], at: int) -> str | None:
    """The key stage that stands right behind a sum: "= £5,169 in Key Stage 3"."""
    start = tokens[at].at if at < len(tokens) else len(text)
    match = re.match(r"(?:in|for|at)\s+(?:KS|Key\s+Stage)\s?([1-5])\b", text[start:], re.IGNORECASE)
    return match[1] if match else None


def _best(trees: Sequence[Tree], printed: Sequence[Tree], result: Figure) -> tuple[Tree, Tree, Verdict | None]:
    """The reading that gives the result; where no reading does, the only one, or the one that it is a slip of."""
    rank = [Status.OK, Status.WARNING, Status.ERROR]
    tried: list[tuple[int, Tree, Tree, Verdict]] = []
    for tree, by_print in zip(trees, printed, strict=True):
        for at, own in enumerate((tree, by_print)):
            value = evaluate(own)
            if value is None or abs(value) > MOST:
                continue
            verdict = compare(result, value, working="")
            if verdict.status in rank:
                tried.append((2 * rank.index(verdict.status) + at, tree, by_print, verdict))
    if not tried:
        return trees[0], printed[0], None
    best = min(tried, key=lambda each: each[0])
    if best[3].status is Status.ERROR and len({evaluate(tree) for tree in trees}) > 1:
        slips = [
            each for each in tried
            if result.value is not None and looks_like_a_slip(result.value, decimal(evaluate(each[1]) or Fraction(0)))
        ]  # fmt: skip
        if len({evaluate(each[1]) for each in slips}) != 1:
            return best[1], best[2], None
        best = slips[0]
    return best[1:]


class _Reader(Struct):
    """Expressions among tokens. Each is read twice: products before sums, and simply from left to right, as a sum in
    words goes ("£4,404 plus £5,000 divided by 190")."""

    tokens: Sequence[_Token]

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if at < len(self.tokens) else "end"

    def _op(self, at: int) -> str | None:
        return _OPS[re.sub(r"\s+", " ", self.tokens[at].text.strip().lower())] if self._kind(at) == "op" else None

    def results(self, at: int) -> bool:
        """Whether a result stands here."""
        return self._kind(at) == "equals" and self.result(at) is not None

    def result(self, at: int) -> tuple[Figure, int] | None:
        """The figure behind "=", and the token after it; after the words behind it where the sum goes on."""
        if self._kind(at) != "equals" or self._kind(at + 1) != "figure":
            return None
        figure = parse_figure(self.tokens[at + 1].text.strip())
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
        if not self.results(behind):
            return None
        return self._readings([tree, *operands], every), self._readings([own, *operands], every), behind

    def _readings(self, operands: Sequence[Tree], ops: Sequence[str]) -> tuple[Tree, ...]:
        return _by_rank(operands, ops), _in_order(operands, ops)

    def _operands(self, at: int) -> tuple[list[Tree], list[str], int] | None:
        operand = self._operand(at)
        if operand is None:
            return None
        operands, ops = [operand[0]], []
        at = operand[1]
        while (op := self._op(at)) is not None:
            if len(operands) == MOST_OPERANDS:
                return None
            following = self._operand(at + 1)
            if following is None:
                return None
            ops.append(op)
            operands.append(following[0])
            at = following[1]
        return operands, ops, at

    def _operand(self, at: int) -> tuple[Tree, int] | None:
        before, at = self._words(at)
        if self._kind(at) == "open":
            inside = self._operands(at + 1)
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
        figure = parse_figure(self.tokens[at].text.strip())
        if figure.value is None:
            return None
        words, behind = self._words(at + 1)
        money = figure.unit is Unit.POUNDS
        own = Operand(
            printed=figure.printed.strip(), value=Fraction(figure.value), before=before, behind=words,
            measure=Measure.MONEY if money else measure_of(words),
        )  # fmt: skip
        return self._explained(own, behind)

    def _explained(self, own: Operand, at: int) -> tuple[Tree, int]:
        """A figure that a bracket behind it takes apart: "£112 (£84 plus £28 taxi)". Another sum in brackets
        is a sum of its own: "with 120 days left the school pays (£4,910 + £5,000) / 190 x 120"."""
        if self._kind(at) != "open":
            return own, at
        inside = self._operands(at + 1)
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
