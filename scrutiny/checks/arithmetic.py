"""Room `checks`: sums that a paper writes out.

Takes sentences, checks each step of "£4032 plus £5000 = £9032 divided by 190 school days = £47.53 x 120 = £5704".
A step may go on from the figure as printed or from the unrounded one: it is right if either gives what is printed.
A bracket after a figure that adds to it ("£110 (£85 plus £25 taxi)") is checked as well.
"""

import operator
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from scrutiny.checks.judging import decimal, exactly, judged, short, verdict
from scrutiny.checks.model import Check, Checked
from scrutiny.figures import Figure, FigureKind, parse_figure
from scrutiny.figures.verdicts import Status
from scrutiny.sources import Quote

_FIGURE = r"[-–−]?£{0,2}\s?(?:\d{1,3}(?:,\s?\d{3})+|\d+)(?:\.\d+)?\s?(?:k\b|m\b|bn\b|million\b|%)?"
_TOKEN = re.compile(
    r"(?P<part>(?<=[x×*+]\s)\d{1,3}\s?/\s?\d{1,3}(?![\d/]))"
    rf"|(?P<figure>(?<![\w.,/-]){_FIGURE}(?![\w/]|[-–]\d))"
    r"|(?P<op>\bmultiplied\s+by\b|\btimes\b|\bdivided\s+by\b|\bplus\b|\bminus\b|\bless\b|(?<=\s)x(?=\s)|×|÷|(?<=\s)[-–−+*/](?=\s)|(?<=\d)\s?\+\s?(?=[£\d]))"
    r"|(?P<equals>=|\bequals\b)|(?P<open>\()|(?P<close>\))|(?P<word>[A-Za-z'’]+)|(?P<stop>[.;:,](?=\s|$)|\S)",
    re.IGNORECASE,
)
_OPS = {
    "x": "*", "×": "*", "*": "*", "times": "*", "multiplied by": "*", "divided by": "/", "÷": "/", "/": "/",
    "plus": "+", "+": "+", "minus": "-", "less": "-", "-": "-", "–": "-", "−": "-",
}  # fmt: skip

_WORK = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}

MOST = 10**15
"""A sum that grows beyond this is none."""

WORDS_BETWEEN = 3
"""How many words may stand after a figure: "190 school days"."""


class _Chain(Struct):
    """A sum while it is read: its unrounded value, the value by the printed figures, and the working."""

    exact: Fraction
    printed: Fraction
    working: str
    steps: int = 0
    op: str | None = None
    words: int = 0


def check_arithmetic(sentences: Sequence[Quote]) -> Iterator[Checked]:
    """Every step of every sum."""
    for sentence in sentences:
        if "=" in sentence.text or " equals " in sentence.text:
            yield from _sums(sentence)
        if " plus " in sentence.text or "+" in sentence.text:
            yield from _brackets(sentence)


def _sums(sentence: Quote) -> Iterator[Checked]:
    chain: _Chain | None = None
    awaiting = False  # a result, after "="
    goes_on = False  # from something that was not read: "(£4,910 + £5,000) / 190 x 120"
    depth, kind = 0, None
    for token in _TOKEN.finditer(sentence.text):
        before, kind = kind, token.lastgroup
        if kind == "open":
            depth += 1
            if chain is not None and not _may_explain(chain, sentence.text[token.end() :].partition(")")[0]):
                chain, awaiting = None, False
        elif kind == "close":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif kind == "figure":
            figure = parse_figure(token["figure"].strip())
            headless, goes_on = goes_on, False
            if figure.value is None or headless:
                chain, awaiting = None, False
            elif awaiting and chain is not None and chain.steps:
                yield _step(chain, figure, sentence)
                # what follows may go on from the figure as printed or from the unrounded one
                chain, awaiting = _Chain(chain.exact, Fraction(figure.value), figure.printed), False
            elif chain is not None and chain.op is not None:
                _apply(chain, figure)
            else:
                chain, awaiting = _Chain(Fraction(figure.value), Fraction(figure.value), figure.printed), False
        elif kind == "part" and chain is not None and chain.op is not None:
            top, base = (Decimal(number) for number in token["part"].split("/"))
            if base:
                printed = token["part"].strip()
                _apply(chain, Figure(printed=printed, kind=FigureKind.VALUE, value=top), base)
        elif kind == "op" and chain is None:
            goes_on = before == "close"
        elif kind == "op" and chain is not None and not awaiting:
            chain.op, chain.words = _OPS[re.sub(r"\s+", " ", token["op"].lower())], 0
        elif kind == "equals" and chain is not None and chain.op is None:
            awaiting = True
        elif kind == "word" and chain is None:
            goes_on = False
        elif kind == "word" and chain is not None:
            chain.words += 1
            if chain.words > WORDS_BETWEEN or chain.op is not None or awaiting:
                chain, awaiting = None, False
        elif kind == "stop":
            chain, awaiting, goes_on = None, False, False


def _may_explain(chain: _Chain, inside: str) -> bool:
    """Whether a bracket can take the figure before it apart: pounds are no days."""
    return "£" in chain.working or "£" not in inside


def _apply(chain: _Chain, figure: Figure, base: Decimal = Decimal(1)) -> None:
    """The next step; `base` is what a part of a whole ("49/52") is over."""
    assert figure.value is not None and chain.op is not None
    value = Fraction(figure.value) / Fraction(base)
    if chain.op == "/" and value == 0:
        chain.steps, chain.op = 0, None
        return
    work = _WORK[chain.op]
    chain.exact, chain.printed = work(chain.exact, value), work(chain.printed, value)
    if max(abs(chain.exact), abs(chain.printed)) > MOST:
        chain.steps, chain.op = 0, None  # no sum of a paper
        chain.exact = chain.printed = Fraction(0)
        return
    chain.working += f" {'x' if chain.op == '*' else chain.op} {figure.printed}"
    chain.steps, chain.op, chain.words = chain.steps + 1, None, 0


def _step(chain: _Chain, result: Figure, sentence: Quote) -> Checked:
    # what was cut off in the step before must not make this step wrong: the unrounded sum speaks first
    verdicts = [verdict(result, exactly(chain.exact)), verdict(result, exactly(chain.printed))]
    status = min(verdicts, key=[Status.OK, Status.WARNING, Status.ERROR].index)
    true = decimal(chain.exact)
    expected = short(round(true, result.places), result.places)
    working = f"{chain.working} = {short(true, 4)}"
    return judged(
        Check.ARITHMETIC, status, printed=result.printed, expected=expected, working=working,
        message=f"{working}, printed {result.printed}", quotes=(sentence,),
    )  # fmt: skip


_BRACKET = re.compile(rf"(?P<whole>(?<![\w.,/]){_FIGURE})\s*\((?P<inside>[^()]{{3,80}})\)", re.IGNORECASE)
_ADDED = re.compile(
    rf"^\s*({_FIGURE})(?:\s+[A-Za-z]+){{0,2}}(?:\s*(?:plus|\+|and)\s*({_FIGURE})(?:\s+[A-Za-z]+){{0,2}})+\s*$",
    re.IGNORECASE,
)


def _brackets(sentence: Quote) -> Iterator[Checked]:
    for match in _BRACKET.finditer(sentence.text):
        inside = match["inside"]
        if not _ADDED.match(inside) or not re.search(r"plus|\+", inside, re.IGNORECASE):
            continue
        whole = parse_figure(match["whole"].strip())
        parts = [parse_figure(each.strip()) for each in re.findall(_FIGURE, inside, re.IGNORECASE)]
        if whole.value is None or any(part.value is None or part.unit is not whole.unit for part in parts):
            continue
        true = sum((part.value for part in parts if part.value is not None), whole.value * 0)
        working = f"{' + '.join(part.printed for part in parts)} = {short(true)}"
        yield judged(
            Check.ARITHMETIC, verdict(whole, exactly(true)), printed=whole.printed, expected=short(true),
            working=working, message=f"{working}, printed {whole.printed}", quotes=(sentence,),
        )  # fmt: skip
