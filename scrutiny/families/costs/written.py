"""Family `costs`: sums of money that a paper writes out, with the year, the stage and the case that they are of.

Takes sentences, gives `WrittenSum`s: the steps that `statements.written` reads in them.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scrutiny.families.costs.naming import ONE_PUPIL
from scrutiny.figures import Figure, Unit
from scrutiny.figures.verdicts import Verdict
from scrutiny.figures.workings import Operation, Tree, Work
from scrutiny.language.dates import ACADEMIC_YEAR
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote
from scrutiny.statements.written import Chain, find_workings, is_of_money

STAGE = pattern_of(r"\b(?:KS|Key\s+Stage)\s?(?P<stage>[1-5])\b", re.IGNORECASE)
CASE = pattern_of(rf"(?:{ONE_PUPIL}|\bplacement)\s+(?P<case>[A-Z]\b|\d{{1,2}}\b)", re.IGNORECASE)

_GOES_ON = pattern_of(
    r"\.\s+For\s+(?P<times>\d{1,3}\s+(?:school\s+)?(?:days?|weeks?)\b[^:.=£]{0,20}?)\s*[:=]\s*(?=£)", re.IGNORECASE
)
"""A sum that goes on in the next sentence: "... = £49.49 a day. For 100 days: £4,949"."""


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


def find_written_sums(sentences: Sequence[Quote]) -> Iterator[WrittenSum]:
    """Every step of every sum. What a sum is about is told by its sentence or, failing that, by those before it on the
    same page."""
    case: str | None = None
    page: int | None = None
    for at, sentence in enumerate(sentences):
        if sentence.pdf_page != page:
            case, page = None, sentence.pdf_page
        following = sentences[at + 1].text if at + 1 < len(sentences) else ""
        text = sentence.text
        if _GOES_ON.match(f". {following}"):
            text = f"{text.rstrip(' .')}. {following}"
        text = _GOES_ON.sub(r" x \g<times> = ", text)
        for chain in find_workings(text):
            yield from _of_chain(chain, text, sentence, case)
        named = list(CASE.finditer(sentence.text))
        case = named[-1]["case"] if named else case


def _counts(tree: Tree) -> bool:
    """Whether an amount is divided by an amount: that gives a number ("£90,000 / £15,000 = 6 places"), no cost."""
    return isinstance(tree, Work) and tree.operation is Operation.QUOTIENT and all(map(is_of_money, tree.parts))


def _of_chain(chain: Chain, text: str, quote: Quote, case: str | None) -> Iterator[WrittenSum]:
    """The steps of a sum that are of money: their result is, or what goes into it."""
    years = [f"{m['first']}{m[0].replace(' ', '')[4]}{m['last']}" for m in ACADEMIC_YEAR.finditer(text, 0, chain.start)]
    stages = [m["stage"] for m in STAGE.finditer(text, 0, chain.start + 1)]
    cases = [m["case"] for m in CASE.finditer(text, 0, chain.start + 1)]
    behind = re.match(r"(?:in|for|at)\s+(?:KS|Key\s+Stage)\s?([1-5])\b", text[chain.end :], re.IGNORECASE)
    before: WrittenSum | None = None
    for step in chain.steps:
        if step.result.unit is Unit.POUNDS or (is_of_money(step.tree) and not _counts(step.tree)):
            before = WrittenSum(
                tree=step.tree, by_print=step.by_print, result=step.result, verdict=step.verdict, quote=quote,
                year=years[-1] if years else None, stage=behind[1] if behind else stages[-1] if stages else None,
                case=cases[-1] if cases else case, before=before,
            )  # fmt: skip
            yield before
