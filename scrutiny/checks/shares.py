"""Room `checks`: shares, in percent, in words and per so many, against the figures that they are shares of."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from scrutiny.checks.judging import cannot, judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.prosefigures import TOO_FAR, checked, compared, figure_of, is_of_another, range_of, said
from scrutiny.figures import Interval, interval_of
from scrutiny.figures.slips import LIKELY, SLIP, digit_evidence, slip_evidence
from scrutiny.figures.verdicts import Status, compare, in_style, plain
from scrutiny.sources import Quote
from scrutiny.statements import Quantity, Rate, Share


def check_share(share: Share, sentence: Quote) -> Iterator[Checked]:
    part, whole = range_of(share.part), range_of(share.whole)
    ways = [(share.part.printed, share.part.value, part)]
    if share.complement:
        left = abs(share.whole.value - share.part.value)
        ways.insert(0, (in_style(left, figure_of(share.part)), left, (whole - part).size))
    verdicts = []
    for printed, value, each in ways:
        true = each.out_of(whole)
        working = f"{printed} of {share.whole.printed} is {plain(value * 100 / share.whole.value)} %"
        allowed = interval_of(figure_of(share.percent)) if _is_another_fraction(share) else allowed_share(share.percent)
        verdict = compare(figure_of(share.percent), true, working=working, allowed=allowed)
        verdicts.append((verdict, abs(share.percent.value - true.middle)))
    best, _ = min(verdicts, key=lambda each: (each[0].status.rank, each[1]))
    true_share = share.part.value * 100 / share.whole.value
    apart = abs(share.percent.value - true_share)
    slip = slip_evidence(share.percent.value, round(true_share, share.percent.mention.figure.places)) >= SLIP
    if share.likely and best.status is not Status.OK and apart > TOO_FAR * true_share and not slip:
        yield cannot(Check.PERCENTAGES, share.percent.printed, "what it is the share of is not plain", sentence)
        return
    yield checked(Check.PERCENTAGES, best, sentence, of=share.percent)


WORDED = Decimal("0.2")
"""How far from it a share may be that is told in words: "a third" stands for 29 % and for 38 %, not for half."""


def allowed_share(percent: Quantity) -> Interval:
    """All that the wording of a share allows it to be. What is "more than half" may be all."""
    if not percent.mention.share:
        return percent.mention.allows()
    value, word = percent.value, percent.mention.about
    if word in ("over", "more than", "at least", "in excess of"):
        return Interval(low=value - HALF, high=Decimal(100))
    if word in ("under", "less than", "fewer than", "up to", "at most"):
        return Interval(low=Decimal(0), high=value + HALF)
    spare = min(value * WORDED, TEN_POINTS)
    return Interval.around(value, spare)


def _is_another_fraction(share: Share) -> bool:
    """Whether a part is just another simple fraction of its whole than the one that is said: 4 of 6 are no three
    quarters."""
    percent, true = share.percent, Fraction(share.part.value) / Fraction(share.whole.value)
    plain_words = percent.mention.share and percent.mention.about is None
    return plain_words and true.denominator <= FOURTHS and abs(true * 100 - Fraction(percent.value)) > FIVE


FOURTHS, FIVE = 4, 5
"""Parts of a whole that have names of their own; how far from one in words another lies, in points."""


TEN_POINTS = Decimal(10)
"""No more than that, of a large share: "three quarters" are not 63 %."""

HALF = Decimal("0.5")


def check_restated(told: tuple[Quantity, Quantity], sentence: Quote) -> Checked:
    words, percent = told
    own = interval_of(figure_of(percent)) or Interval.of(percent.value)
    worded = said(words)
    status = Status.OK if allowed_share(words).meets(own) else Status.ERROR
    working = f"{worded} is {plain(words.value, 0)} %" if words.mention.about is None else f"{worded} is said of it"
    return judged(
        Check.PERCENTAGES, status, sentence, printed=percent.printed, working=working,
        message=f"{worded} and {percent.printed} cannot both be right",
    )  # fmt: skip


def check_rate(told: Rate, sentence: Quote) -> Checked:
    """ "84 of 42,000, or 200 per 100,000": what is far from it may be of another base."""
    part, whole = range_of(told.part), range_of(told.whole)
    true = part.out_of(whole, told.per)
    middle = told.part.value * told.per / told.whole.value
    working = f"{told.part.printed} of {told.whole.printed} is {plain(middle)} per {told.per:,}"
    verdict = compared(told.rate, true, working)
    turned = compared(told.rate, whole.out_of(part, told.per), working)
    if turned.status is Status.OK and verdict.status is not Status.OK:
        return check_rate(replace(told, part=told.whole, whole=told.part), sentence)
    slip = digit_evidence(told.rate.value, round(middle, told.rate.mention.figure.places)) >= LIKELY
    if verdict.status is not Status.OK and not slip and is_of_another(told.rate.value, middle):
        return cannot(Check.RATES, told.rate.printed, "what it is the rate of is not plain", sentence)
    return judged(
        Check.RATES, verdict.status, sentence, printed=f"{told.rate.printed} per {told.per:,}",
        expected=verdict.expected, working=working, message=f"{told.rate.printed} per {told.per:,}: {working}",
    )  # fmt: skip
