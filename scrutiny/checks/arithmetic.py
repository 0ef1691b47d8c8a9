"""Room `checks`: sums that a paper writes out ("£4032 plus £5000 = £9032 divided by 190 school days = £47.53")."""

from collections.abc import Iterator, Sequence

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.figures.verdicts import in_style, plain
from scrutiny.figures.workings import written
from scrutiny.sources import Quote
from scrutiny.statements.written import Step, find_workings


def check_arithmetic(sentences: Sequence[Quote]) -> Iterator[Checked]:
    """Every step of every sum."""
    for sentence in sentences:
        for chain in find_workings(sentence.text):
            for step in chain.steps:
                yield _step(step, sentence)


def _step(step: Step, sentence: Quote) -> Checked:
    verdict = step.verdict
    exact = in_style(step.value, step.result) if step.result.scale else plain(step.value, 4)
    working = f"{written(step.by_print)} = {exact}"
    return judged(
        Check.ARITHMETIC, verdict.status, printed=verdict.printed, expected=verdict.expected, working=working,
        message=f"{working}, printed {verdict.printed}", quotes=(sentence,),
    )  # fmt: skip
