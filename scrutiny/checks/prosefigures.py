"""Room `checks`: what the checks of sentences share: what a figure in prose can stand for, and a verdict on it."""

import functools
from decimal import Decimal

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked
from scrutiny.figures import Figure, Interval, Unit, interval_of
from scrutiny.figures.slips import SLIP, digit_evidence, slip_evidence
from scrutiny.figures.verdicts import Exact, Verdict, compare
from scrutiny.sources import Quote
from scrutiny.statements import Quantity


@functools.lru_cache(maxsize=1024)  # a figure is held against every line that may be meant
def range_of(quantity: Quantity) -> Interval:
    """What a figure can stand for: whole numbers in prose are counts, others were rounded."""
    figure = quantity.mention.figure
    exact = figure.places == 0 and figure.scale == 0 and figure.unit in (Unit.NUMBER, Unit.POUNDS)
    if exact and quantity.value and quantity.value % ROUND == 0:
        return Interval.around(quantity.value, ROUND / 2)
    return interval_of(figure, exact=exact) or Interval.of(quantity.value)


ROUND = Decimal(1000)
"""Whole thousands in prose may have been rounded to them."""


def said(quantity: Quantity) -> str:
    """A figure as a message names it, with the word that makes it rough: "more than 40%"."""
    about = quantity.mention.about
    return f"{about} {quantity.printed}" if about else quantity.printed


def figure_of(quantity: Quantity) -> Figure:
    return quantity.mention.figure


def compared(quantity: Quantity, true: Interval | Exact, working: str) -> Verdict:
    """A figure held against what it should be, as far as its wording leaves that open."""
    return compare(quantity.mention.figure, true, working=working, allowed=quantity.mention.allows())


def change_between(old: Interval, new: Interval) -> Interval:
    """A change in percent of what was before, which is above nought."""
    return Interval(low=(new.low / old.high - 1) * 100, high=(new.high / old.low - 1) * 100)


def checked(
    check: Check, verdict: Verdict, sentence: Quote, message: str | None = None, *, of: Quantity | None = None
) -> Checked:
    """What came of a figure in a sentence. The message is the working, where no other is given."""
    message = f"printed {said(of) if of else verdict.printed}, {verdict.working}" if message is None else message
    return judged(
        check, verdict.status, sentence, printed=verdict.printed, expected=verdict.expected, working=verdict.working,
        message=message,
    )  # fmt: skip


def likeness(quantity: Quantity, right: Decimal) -> float:
    """How unlikely it is in powers of ten that a figure is so like another by chance, digit by digit."""
    return digit_evidence(*as_printed(quantity, right))


def as_printed(quantity: Quantity, right: Decimal) -> tuple[Decimal, Decimal]:
    """A figure, and another that is rounded as it is: 714.0 and 174.0 of "£714.0m" and 173,996 thousand."""
    figure = quantity.mention.figure
    return abs(quantity.value).scaleb(-figure.scale), round(right.scaleb(-figure.scale), figure.places)


TOO_FAR = Decimal("0.25")
"""A figure that is further out than a quarter is likelier one of something else, unless a slip explains it."""


def is_of_another(printed: Decimal, true: Decimal, most: Decimal = TOO_FAR) -> bool:
    """Whether a figure is so far from what it should be that it is likelier one of something else."""
    return abs(printed - true) > most * abs(true) and slip_evidence(printed, true) < SLIP
