"""Room `checks`: what figures of a sentence make together: parts, totals, averages, products, sums that are written out
("£4032 plus £5000 = £9032 divided by 190 school days = £47.53"); and what is said of lists of them."""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from scrutiny.checks.judging import cannot, judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.prosefigures import TOO_FAR, checked, compared, figure_of, is_of_another, range_of, said
from scrutiny.figures import Interval
from scrutiny.figures.slips import SLIP, swap_evidence
from scrutiny.figures.verdicts import Status, compare, in_style, plain
from scrutiny.figures.workings import written
from scrutiny.sources import Quote
from scrutiny.statements import Average, Division, Quantity, Span, Sum
from scrutiny.statements.written import Step, find_workings


def check_division(division: Division, sentence: Quote) -> Checked:
    added = sum((part.value for part in division.parts), Decimal(0))
    whole = division.whole
    listed = " + ".join(f"{part.value:,}" for part in division.parts)
    working = f"{listed} = {added:,}" if division.parts[1:] else f"{listed} are told"
    swapped = swap_evidence(whole.value, Interval.of(added), figure_of(whole).step) >= SURE
    if added < whole.value and not (division.complete or swapped):
        return cannot(Check.PARTS, whole.printed, "the sentence does not say that these are all", sentence)
    most = LISTED_TOO_FAR if division.parts[1:] else TOO_FAR
    far = added > whole.value * (1 + most) and not (division.complete or division.sure)
    if added > whole.value in itertools.accumulate(part.value for part in division.parts):
        return cannot(
            Check.PARTS, whole.printed, "its first parts are all of it: the others are told besides", sentence
        )
    if added > whole.value and (far or not division.apart):
        return cannot(Check.PARTS, whole.printed, "some may be counted in two of its parts", sentence)
    verdict = compare(figure_of(whole), added, working=working)
    of_what = f"of the {whole.value:,} {division.what}".rstrip()
    message = f"the parts {of_what} are {working}" if division.parts[1:] else f"{working} {of_what}"
    off = f"{abs(added - whole.value):,} too {'many' if added > whole.value else 'few'}"
    return checked(Check.PARTS, verdict, sentence, f"{message} ({off})")


def check_average(average: Average, sentence: Quote) -> Checked:
    """So many, so much and how much each: what is told last follows from the others."""
    if average.total.start > max(average.mean.start, average.count.start):
        mean, total, many = range_of(average.mean), average.total, average.count.value
        shown = in_style(average.mean.value * many, figure_of(total))
        working = f"{average.count.printed} x {average.mean.printed} = {shown}"
        of = Interval(low=mean.low * many, high=mean.high * many)
        verdict = compare(figure_of(total), of, working=working, allowed=range_of(total))
        return checked(Check.ARITHMETIC, verdict, sentence, f"printed {said(total)}, {working} ({verdict.difference})")
    true = Fraction(average.total.value) / Fraction(average.count.value)
    exact, shown = plain(true), in_style(true, figure_of(average.mean))
    result = shown if re.sub("[£,]", "", shown) == exact else f"{exact}, or {shown}"
    working = f"{average.total.printed} / {average.count.printed} = {result}"
    verdict = compared(average.mean, true, working)
    round_number = average.mean.value % 10 == 0
    if verdict.status is not Status.OK and round_number and abs(Fraction(average.mean.value) - true) <= TENS:
        return cannot(Check.ARITHMETIC, average.mean.printed, "it may be rounded", sentence)
    return checked(Check.ARITHMETIC, verdict, sentence, of=average.mean)


def check_span(span: Span, sentence: Quote) -> Checked:
    """An average that is less than the least of what it is an average of, or more than the greatest."""
    low = span.low if span.low and span.mean.value < span.low.value else None
    working = f"the least is {low.printed}" if low else f"the greatest is {span.high.printed if span.high else ''}"
    return judged(
        Check.ARITHMETIC, Status.ERROR, sentence, printed=span.mean.printed, working=working,
        message=f"{span.mean.printed} cannot be their average: {working}",
    )  # fmt: skip


TENS = 5
"""How far an average printed in whole tens may lie from the true one."""

LISTED_TOO_FAR = Decimal("0.1")
"""Nothing but their list says that these are all the parts."""


def check_sum(told: Sum, sentence: Quote) -> Checked:
    total, added = told.total, _added(told)
    figure, working = figure_of(total), _written(told)
    allowed = total.mention.allows() if total.mention.about else range_of(total)
    verdict = compare(figure, added, working=working, allowed=allowed)
    most = LISTED_TOO_FAR if told.listed else TOO_FAR
    if told.open and added.middle < total.value:
        most = Decimal(0)  # "7,250 calls, 4,470 of them from tenants and 1,590 from traders": and others
    swapped = swap_evidence(total.value, added, figure.step)
    others = told.open and added.middle < total.value < MANY and swapped < SURE
    slipped = swapped >= SLIP
    if (
        verdict.status is not Status.OK
        and not told.sure
        and (others or (not slipped and is_of_another(total.value, added.middle, most)))
    ):
        return cannot(Check.ARITHMETIC, total.printed, "the sentence may not name all parts", sentence)
    return checked(Check.ARITHMETIC, verdict, sentence, f"printed {said(total)}, {working} ({verdict.difference})")


SURE = 2.5
"""Evidence of two neighbours swapped that outweighs how often a sentence names but some parts: three digits of it."""

MANY = 1000
"""From this total on, parts that fall short of it are judged; below it the few that a sentence does not name would look
like a slip: of 205 pupils 120 passed, 80 failed, and 5 were absent."""


def _written(told: Sum) -> str:
    """ "12 + 8 - 3 = 17" """
    signed = " ".join(f"{'-' if sign < 0 else '+'} {part.printed.lstrip('-−–')}" for part, sign in _by_print(told))
    return f"{signed.removeprefix('+ ')} = {in_style(_added(told).middle, figure_of(told.total))}"


def _by_print(told: Sum) -> Iterator[tuple[Quantity, int]]:
    """The parts, with the signs that show what is added to what where each is printed without its own."""
    return ((part, sign if part.value >= 0 else -sign) for part, sign in _signed(told))


def _signed(told: Sum) -> Iterator[tuple[Quantity, int]]:
    return zip(told.parts, told.signs, strict=True)


def _added(told: Sum) -> Interval:
    """Between what a sum of figures lies that may have been rounded."""
    ranges = [(part.mention.allows() if part.mention.about else range_of(part), sign) for part, sign in _signed(told)]
    low = sum((each.low if sign > 0 else -each.high for each, sign in ranges), Decimal(0))
    high = sum((each.high if sign > 0 else -each.low for each, sign in ranges), Decimal(0))
    return Interval(low=low, high=high)


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
        Check.ARITHMETIC, verdict.status, sentence, printed=verdict.printed, expected=verdict.expected, working=working,
        message=f"{working}, printed {verdict.printed}",
    )  # fmt: skip
