"""Room `checks`: the quantities of a sentence against one another.

Takes sentences, gives what came of every relation that their words state (`scrutiny.statements`): shares, changes,
divisions, averages, sums. Where a sentence gives one figure twice over, the figure that the others contradict is named.
"""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from scrutiny.checks.judging import cannot, judged
from scrutiny.checks.model import Check, Checked
from scrutiny.figures import Figure, Interval, Unit, interval_of, parse_figure
from scrutiny.figures.slips import SLIP, slip_evidence
from scrutiny.figures.verdicts import Status, Verdict, compare, in_style, plain
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import (
    Average,
    Departure,
    Division,
    Extreme,
    Move,
    Quantity,
    Rate,
    Share,
    Span,
    Sum,
    Times,
    find_averages,
    find_closed,
    find_divisions,
    find_moves,
    find_quantities,
    find_rates,
    find_rates_told,
    find_restated,
    find_series,
    find_shares,
    find_spans,
    find_sums_told,
)


def check_statements(paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every relation of every sentence."""
    for paragraph in paragraphs:
        before: Quote | None = None
        for sentence in paragraph.sentences:
            text = sentence.text
            for span in find_spans(text):
                yield _span(span, sentence)
            if len(find_quantities(text)) < 2 or _is_row(text):
                before = sentence
                continue
            found = list(_told(text, sentence, before))
            yield from found or _closed(text, sentence)
            before = sentence


ROW = 2
"""Places where figures stand side by side with nothing between, which make a text the row of a table."""


def _is_row(text: str) -> bool:
    """Whether a text is a row of figures that was read as a sentence."""
    quantities = find_quantities(text)
    return sum(not text[one.end : other.start].strip() for one, other in pairwise(quantities)) >= ROW


def _told(text: str, sentence: Quote, before: Quote | None) -> Iterator[Checked]:
    """What the links between the figures of a sentence say of them."""
    for share in find_shares(text, before.text if before else ""):
        yield from _share(share, sentence)
    for words, percent in find_restated(text):
        yield _restated(words, percent, sentence)
    for move in find_moves(text, before.text if before else ""):
        if isinstance(move, Departure):
            yield _departure(move, sentence)
        else:
            yield from _move(move, _home(move, sentence, before))
    for division in find_divisions(text):
        yield _division(division, sentence)
    for average in find_averages(text):
        yield _average(average, sentence)
    for rate in find_rates_told(text):
        yield _rate(rate, sentence)
    for each in find_rates(text):
        yield _per_many(each, sentence)
    for told in find_sums_told(text):
        yield _shares(told, sentence) if told.total is None else _sum(told, told.total, sentence)
    for series in find_series(text):
        if isinstance(series, Extreme):
            yield _extreme(series, sentence)
        elif series.total is None:
            yield _divided(series, sentence)
        else:
            yield _mean(series, series.total, sentence)


def _closed(text: str, sentence: Quote) -> Iterator[Checked]:
    """What the only figures of a sentence make of one another: of a percentage, an error only where it is a slip."""
    for told in find_closed(text):
        if isinstance(told, Sum):
            if told.total is not None:
                yield _sum(told, told.total, sentence)
            continue
        for each in _share(told, sentence) if isinstance(told, Share) else _move(told, sentence):
            right = parse_figure(each.expected or "").value
            own = told.percent.value if told.percent is not None and each.finding is not None else None
            plainly = isinstance(told, Share) and not told.likely and right is not None
            near = own is not None and right is not None and abs(own - right) <= TOO_FAR * right and plainly
            if own is not None and right is not None and not near and slip_evidence(own, right) < SLIP:
                yield cannot(Check.PERCENTAGES, each.printed, "what it is the share of is not plain", sentence)
            else:
                yield each


def _home(move: Move, sentence: Quote, before: Quote | None) -> Quote:
    """The sentence in which the later figure stands."""
    inside = sentence.text[move.new.start : move.new.end] == move.new.printed
    return sentence if before is None or inside else before


def _range(quantity: Quantity) -> Interval:
    """What a figure can stand for: whole numbers in prose are counts, others were rounded."""
    figure = quantity.mention.figure
    exact = figure.places == 0 and figure.scale == 0 and figure.unit in (Unit.NUMBER, Unit.POUNDS)
    if exact and quantity.value and quantity.value % ROUND == 0:
        return Interval(low=quantity.value - ROUND / 2, high=quantity.value + ROUND / 2)
    return interval_of(figure, exact=exact) or Interval.of(quantity.value)


ROUND = Decimal(1000)
"""Whole thousands in prose may have been rounded to them."""


def _plain_figure(quantity: Quantity) -> Figure:
    return quantity.mention.figure


def _found(check: Check, verdict: Verdict, message: str, sentence: Quote) -> Checked:
    return judged(
        check, verdict.status, printed=verdict.printed, expected=verdict.expected, working=verdict.working,
        message=message, quotes=(sentence,),
    )  # fmt: skip


def _share(share: Share, sentence: Quote) -> Iterator[Checked]:
    part, whole = _range(share.part), _range(share.whole)
    ways = [(share.part.printed, part)]
    if share.complement:
        rest = plain(abs(share.whole.value - share.part.value))
        ways.insert(0, (rest, _absolute(Interval(low=whole.low - part.high, high=whole.high - part.low))))
    verdicts = []
    for printed, each in ways:
        true = Interval(low=each.low * 100 / whole.high, high=each.high * 100 / whole.low)
        working = f"{printed} of {share.whole.printed} is {plain((true.low + true.high) / 2)} %"
        verdicts.append(compare(_plain_figure(share.percent), true, working=working, allowed=_allowed(share.percent)))
    best = min(verdicts, key=lambda each: [Status.OK, Status.WARNING, Status.ERROR].index(each.status))
    printed = share.percent.printed
    true_share = share.part.value * 100 / share.whole.value
    apart = abs(share.percent.value - true_share)
    slip = slip_evidence(share.percent.value, round(true_share, share.percent.mention.figure.places)) >= SLIP
    if share.likely and best.status is not Status.OK and apart > TOO_FAR * true_share and not slip:
        yield cannot(Check.PERCENTAGES, printed, "what it is the share of is not plain", sentence)
        return
    yield _found(Check.PERCENTAGES, best, f"printed {printed}, {best.working}", sentence)


WORDED = Decimal("0.2")
"""How far from it a share may be that is told in words: "a third" stands for 29 % and for 38 %, not for half."""


def _allowed(percent: Quantity) -> Interval:
    """All that the wording of a share allows it to be. What is "more than half" may be all."""
    if not percent.mention.share:
        return percent.mention.allows()
    value, word = percent.value, percent.mention.about
    if word in ("over", "more than", "at least", "in excess of"):
        return Interval(low=value - HALF, high=Decimal(100))
    if word in ("under", "less than", "fewer than", "up to", "at most"):
        return Interval(low=Decimal(0), high=value + HALF)
    spare = min(value * WORDED, TEN_POINTS)
    return Interval(low=value - spare, high=value + spare)


TEN_POINTS = Decimal(10)
"""No more than that, of a large share: "three quarters" are not 63 %."""

HALF = Decimal("0.5")


def _restated(words: Quantity, percent: Quantity, sentence: Quote) -> Checked:
    own = interval_of(_plain_figure(percent)) or Interval.of(percent.value)
    told = f"{words.mention.about} {words.printed}" if words.mention.about else words.printed
    status = Status.OK if _allowed(words).meets(own) else Status.ERROR
    working = f"{told} is {plain(words.value, 0)} %" if words.mention.about is None else f"{told} is said of it"
    return judged(
        Check.PERCENTAGES, status, printed=percent.printed, expected=None, working=working,
        message=f"{told} and {percent.printed} cannot both be right", quotes=(sentence,),
    )  # fmt: skip


# --- changes --------------------------------------------------------------------------------------


def _move(move: Move, sentence: Quote) -> Iterator[Checked]:
    old, new = _range(move.old), _range(move.new)
    if move.belied:
        yield _belied(move, sentence)
        return
    if move.percent is None and move.amount is None:
        if move.times is not None and old.low > 0:
            yield _multiplied(move, move.times, sentence)
        return
    if old.low <= 0 or (move.down is not None and (move.new.value < move.old.value) != move.down):
        return  # which way it went is not plain
    if move.old.is_share:
        yield from _of_shares(move, old, new, sentence)
        return
    if move.amount is not None and move.percent is not None:
        mended = _mended(move, sentence)
        if mended is not None:
            yield mended
            return
    difference = _absolute(Interval(low=new.low - old.high, high=new.high - old.low))
    between = f"{move.old.printed} to {move.new.printed}"
    if move.amount is not None:
        middle = (difference.low + difference.high) / 2
        working = f"{between} is {in_style(middle, _plain_figure(move.amount))} {_way(move)}"
        verdict = compare(_plain_figure(move.amount), difference, working=working, allowed=move.amount.mention.allows())
        if verdict.status is not Status.OK and _of_other_size(move.amount.value, middle):
            yield cannot(Check.CHANGES, move.amount.printed, "what it is the change from is not plain", sentence)
            return
        yield _found(Check.CHANGES, verdict, f"printed {move.amount.printed}, {working}", sentence)
    if move.percent is not None and move.percent.unit is Unit.PERCENT:
        share = _absolute(Interval(low=(new.low / old.high - 1) * 100, high=(new.high / old.low - 1) * 100))
        working = f"{between} is {plain((share.low + share.high) / 2)} % {_way(move)}"
        if move.percent.value < 0 and new.high < old.low:
            share = Interval(low=-share.high, high=-share.low)  # "from 1,020 to 867 (-15%)"
        verdict = compare(_plain_figure(move.percent), share, working=working, allowed=move.percent.mention.allows())
        yield _found(Check.CHANGES, verdict, f"printed {move.percent.printed}, {working}", sentence)


def _of_other_size(amount: Decimal, true: Decimal) -> bool:
    """Whether a change is so much greater or smaller than it should be, and no digit is alike, that it is likelier one
    of something else."""
    small, large = sorted((abs(amount), abs(true)))
    return large > OTHER_SIZE * small and not slip_evidence(amount, true)


OTHER_SIZE = 3


def _belied(move: Move, sentence: Quote) -> Checked:
    """ "fell from 35 to 40"."""
    working = f"{move.old.printed} to {move.new.printed} is {_way(move)}"
    return judged(
        Check.CHANGES, Status.ERROR, printed=move.new.printed, expected=None, working=working,
        message=f'"{move.belied}" is said, but {working}', quotes=(sentence,),
    )  # fmt: skip


def _multiplied(move: Move, times: Times, sentence: Quote) -> Checked:
    """ "more than doubled, from 30 to 58"."""
    low, high = _range(move.new).low / _range(move.old).high, _range(move.new).high / _range(move.old).low
    working = f"{move.old.printed} to {move.new.printed} is {plain((low + high) / 2)} times as much"
    fits = low <= times.high and times.low <= high
    well = low <= times.high - times.spare and times.low + times.spare <= high
    status = Status.OK if well else Status.WARNING if fits else Status.ERROR
    return judged(
        Check.CHANGES, status, printed=move.new.printed, expected=None, working=working,
        message=f'"{times.printed}" is said, {working}', quotes=(sentence,), worded=True,
    )  # fmt: skip


def _departure(told: Departure, sentence: Quote) -> Checked:
    """ "£5.5m, which is £1.2m (26%) higher than budget": of what the two make."""
    figure, amount = _range(told.figure), _range(told.amount)
    if told.down:
        low, high = figure.low + amount.low, figure.high + amount.high
    else:
        low, high = figure.low - amount.high, figure.high - amount.low
    if low <= 0:
        return cannot(Check.CHANGES, told.percent.printed, "what it is a share of is not plain", sentence)
    share = Interval(low=amount.low * 100 / high, high=amount.high * 100 / low)
    middle = (low + high) / 2
    of_itself = Interval(low=amount.low * 100 / figure.high, high=amount.high * 100 / max(figure.low, amount.low))
    if compare(_plain_figure(told.percent), of_itself, working="").status is Status.OK:
        share, middle = of_itself, told.figure.value  # "The year before it was 59, so it has risen by 6 (10.2%)"
    working = (
        f"{told.amount.printed} of {in_style(middle, _plain_figure(told.figure))} is "
        f"{plain((share.low + share.high) / 2)} %"
    )
    verdict = compare(_plain_figure(told.percent), share, working=working, allowed=told.percent.mention.allows())
    return _found(Check.CHANGES, verdict, f"printed {told.percent.printed}, {working}", sentence)


def _way(move: Move) -> str:
    return "less" if move.new.value < move.old.value else "more"


def _absolute(interval: Interval) -> Interval:
    if interval.high <= 0:
        return Interval(low=-interval.high, high=-interval.low)
    return Interval(low=Decimal(0), high=max(-interval.low, interval.high)) if interval.low < 0 else interval


def _of_shares(move: Move, old: Interval, new: Interval, sentence: Quote) -> Iterator[Checked]:
    """From one percentage to another: the change is in points, or in per cent of the first."""
    change = move.percent
    if change is None or move.old.unit is not Unit.PERCENT:
        return
    points = _absolute(Interval(low=new.low - old.high, high=new.high - old.low))
    middle = (points.low + points.high) / 2
    between = f"{move.old.printed} to {move.new.printed}"
    figure = _plain_figure(change)
    if change.unit is Unit.POINTS:
        working = f"{between} is {plain(middle)} percentage points {_way(move)}"
        verdict = compare(figure, points, working=working, allowed=change.mention.allows())
        yield _found(Check.CHANGES, verdict, f"printed {change.printed}, {working}", sentence)
        return
    share = _absolute(Interval(low=(new.low / old.high - 1) * 100, high=(new.high / old.low - 1) * 100))
    working = f"{between} is {plain(middle)} percentage points, or {plain((share.low + share.high) / 2, 1)} %"
    verdict = compare(figure, share, working=working, allowed=change.mention.allows())
    if verdict.status is Status.OK:
        yield _found(Check.CHANGES, verdict, "", sentence)
    elif compare(figure, points, working=working).status is Status.OK:
        expected = f"{plain(middle)} percentage points"
        message = f"printed {change.printed}, {working}: points are called per cent"
        yield judged(
            Check.CHANGES, Status.ERROR, printed=change.printed, expected=expected, working=working, message=message,
            quotes=(sentence,),
        )  # fmt: skip
    else:
        yield _found(Check.CHANGES, verdict, f"printed {change.printed}, {working}", sentence)


def _mended(move: Move, sentence: Quote) -> Checked | None:
    """Of old, new, amount and percentage one is wrong: where the amount and the percentage agree with one of the two
    figures and not with the other, that other one is."""
    assert move.amount is not None and move.percent is not None
    amount, old, new = move.amount.value, move.old.value, move.new.value
    if abs(new - old) == amount or move.percent.unit is not Unit.PERCENT or not move.amount.exact:
        return None
    sign = 1 if new >= old else -1
    percent = _plain_figure(move.percent)

    def fits(base: Decimal) -> bool:
        return base > 0 and compare(percent, Fraction(amount) * 100 / Fraction(base), working="").status is Status.OK

    other_old = new - sign * amount
    if fits(other_old) and not fits(old):
        wrong, right, working = move.old, other_old, f"{move.new.printed} less {move.amount.printed}"
    elif fits(old) and not move.new.mention.figure.places:
        wrong, right, working = move.new, old + sign * amount, f"{move.old.printed} and {move.amount.printed}"
    else:
        return None
    shown = in_style(right, _plain_figure(wrong))
    message = f"printed {wrong.printed}; {working} is {shown}, and {move.percent.printed} agrees with that"
    return judged(
        Check.CHANGES, Status.ERROR, printed=wrong.printed, expected=shown, working=f"{working} is {shown}",
        message=message, quotes=(sentence,),
    )  # fmt: skip


# --- divisions, averages, sums --------------------------------------------------------------------


def _division(division: Division, sentence: Quote) -> Checked:
    added = sum((part.value for part in division.parts), Decimal(0))
    whole = division.whole
    working = f"{' + '.join(plain(part.value) for part in division.parts)} = {plain(added)}"
    if added < whole.value and not division.complete:
        return cannot(Check.PARTS, whole.printed, "the sentence does not say that these are all", sentence)
    far = added > whole.value * (1 + TOO_FAR) and not division.complete
    if added > whole.value in itertools.accumulate(part.value for part in division.parts):
        return cannot(
            Check.PARTS, whole.printed, "its first parts are all of it: the others are told besides", sentence
        )
    if added > whole.value and (far or not division.apart):
        return cannot(Check.PARTS, whole.printed, "some may be counted in two of its parts", sentence)
    verdict = compare(_plain_figure(whole), added, working=working)
    what = f" {division.what}" if division.what else ""
    return _found(Check.PARTS, verdict, f"of the {whole.printed}{what}: the parts are {working}", sentence)


def _average(average: Average, sentence: Quote) -> Checked:
    true = Fraction(average.total.value) / Fraction(average.count.value)
    mean = _plain_figure(average.mean)
    working = f"{average.total.printed} / {average.count.printed} = {plain(true)}, or {in_style(true, mean)}"
    verdict = compare(mean, true, working=working, allowed=average.mean.mention.allows())
    round_number = average.mean.value % 10 == 0
    if verdict.status is not Status.OK and round_number and abs(Fraction(average.mean.value) - true) <= TENS:
        return cannot(Check.ARITHMETIC, average.mean.printed, "it may be rounded", sentence)
    return _found(Check.ARITHMETIC, verdict, f"printed {average.mean.printed}, {working}", sentence)


TENS = 5
"""So far an average in whole tens may be from the true one."""

TOO_FAR = Decimal("0.25")
"""A sum that is further out than a quarter is likelier one of which the sentence names some parts only."""

LISTED_TOO_FAR = Decimal("0.1")
"""Nothing but their list says that these are all the parts."""


def _sum(told: Sum, total: Quantity, sentence: Quote) -> Checked:
    added = _added(told)
    middle = (added.low + added.high) / 2
    figure = _plain_figure(total)
    written = " ".join(f"{'-' if sign < 0 else '+'} {part.printed}" for part, sign in _signed(told))[2:]
    working = f"{written} = {in_style(middle, figure)}"
    allowed = total.mention.allows() if total.mention.about else _range(total)
    verdict = compare(figure, added, working=working, allowed=allowed)
    apart = abs(total.value - middle)
    most = (LISTED_TOO_FAR if told.listed else TOO_FAR) * abs(middle)
    if told.open and middle < total.value:
        most = Decimal(0)  # "7,250 calls, 4,470 of them from tenants and 1,590 from traders": and others
    unlike = apart > most and slip_evidence(total.value, middle) < SLIP
    if verdict.status is not Status.OK and unlike and not told.sure:
        return cannot(Check.ARITHMETIC, total.printed, "the sentence may not name all parts", sentence)
    return _found(Check.ARITHMETIC, verdict, f"{working}, printed {total.printed}", sentence)


def _mean(told: Sum, mean: Quantity, sentence: Quote) -> Checked:
    """ "44, 51 and 55, an average of 50"; what lies beyond all of them is the mean of something else."""
    added = _added(told)
    true = Interval(low=added.low / told.over, high=added.high / told.over)
    middle = (true.low + true.high) / 2
    working = f"({' + '.join(part.printed for part in told.parts)}) / {told.over} = {plain(middle)}"
    verdict = compare(_plain_figure(mean), true, working=working, allowed=mean.mention.allows())
    values = [part.value for part in told.parts]
    between = min(values) <= mean.value <= max(values)
    if verdict.status is not Status.OK and not between and slip_evidence(mean.value, middle) < SLIP:
        return cannot(Check.ARITHMETIC, mean.printed, "what it is the average of is not plain", sentence)
    return _found(Check.ARITHMETIC, verdict, f"printed {mean.printed}, {working}", sentence)


def _extreme(told: Extreme, sentence: Quote) -> Checked:
    """ "31%, 28%, 42% and 37%, the highest being 37%"."""
    values = [part.value for part in told.those]
    most = told.those[values.index(max(values) if told.high else min(values))]
    working = (
        f"{'highest' if told.high else 'lowest'} of {', '.join(part.printed for part in told.those)} is {most.printed}"
    )
    return judged(
        Check.STATED_TWICE, Status.OK if told.figure.value == most.value else Status.ERROR, printed=told.figure.printed,
        expected=most.printed, working=working, message=f"{told.figure.printed} is called {told.word}: the {working}",
        quotes=(sentence,),
    )  # fmt: skip


def _divided(told: Sum, sentence: Quote) -> Checked:
    """Shares of one thing that are more than all of it; where they are less, some may not be named."""
    added = _added(told)
    last, middle = told.parts[-1], (added.low + added.high) / 2
    working = f"{' + '.join(part.printed for part in told.parts)} = {plain(middle)} %"
    if added.low <= HUNDRED and added.high < HUNDRED:
        return cannot(Check.PARTS, last.printed, "the sentence may not name all parts", sentence)
    if added.low > HUNDRED * (1 + TOO_FAR):
        return cannot(Check.PARTS, last.printed, "some may be counted in two of its parts", sentence)
    status = Status.ERROR if added.low > HUNDRED else Status.OK
    return judged(
        Check.PARTS, status, printed=last.printed, expected=None, working=working,
        message=f"{working}, which is more than the whole", quotes=(sentence,),
    )  # fmt: skip


def _signed(told: Sum) -> Iterator[tuple[Quantity, int]]:
    return zip(told.parts, told.signs, strict=True)


def _added(told: Sum) -> Interval:
    """Between what a sum of figures lies that may have been rounded."""
    low = high = Decimal(0)
    for part, sign in _signed(told):
        each = _range(part)
        low += each.low if sign > 0 else -each.high
        high += each.high if sign > 0 else -each.low
    return Interval(low=low, high=high)


def _shares(told: Sum, sentence: Quote) -> Checked:
    """Shares of which the last is "the remaining" make 100; of a list that began further back, only the last do."""
    last = told.parts[-1]
    for first in range(len(told.parts) - 1):
        ranges = [_range(part) for part in told.parts[first:]]
        if sum(each.low for each in ranges) <= HUNDRED <= sum(each.high for each in ranges):
            return _found(
                Check.PARTS, compare(_plain_figure(last), last.value, working="they make 100 %"), "", sentence
            )
    added = sum((part.value for part in told.parts), Decimal(0))
    right = HUNDRED - added + last.value
    working = f"{' + '.join(part.printed for part in told.parts)} = {plain(added)} %"
    if right < 0 or (abs(added - HUNDRED) > MOST_OFF and slip_evidence(last.value, right) < SLIP):
        return cannot(Check.PARTS, last.printed, "the sentence may not name all parts", sentence)
    verdict = compare(_plain_figure(last), right, working=working)
    return _found(Check.PARTS, verdict, f"{working}, and the last is called the rest", sentence)


HUNDRED = Decimal(100)
MOST_OFF = Decimal(10)


def _rate(rate: Average, sentence: Quote) -> Checked:
    """So many at so much each: what is wrong by a factor is paid in another period, and no error."""
    own = interval_of(_plain_figure(rate.mean)) if rate.rounded else None
    mean, total = own or _range(rate.mean), rate.total
    true = Interval(low=mean.low * rate.count.value, high=mean.high * rate.count.value)
    middle = (true.low + true.high) / 2
    shown = in_style(middle, _plain_figure(total))
    working = f"{rate.count.printed} x {rate.mean.printed} = {shown}"
    verdict = compare(_plain_figure(total), true, working=working, allowed=_range(total))
    apart = abs(total.value - middle)
    most = 0 if rate.rounded else TOO_FAR  # for weeks at once, less may be asked
    if verdict.status is not Status.OK and apart > most * middle and slip_evidence(total.value, middle) < SLIP:
        return cannot(Check.ARITHMETIC, total.printed, "the sentence may leave out how often", sentence)
    return _found(Check.ARITHMETIC, verdict, f"{working}, printed {total.printed}", sentence)


def _per_many(told: Rate, sentence: Quote) -> Checked:
    """ "84 of 42,000, or 200 per 100,000": what is far from it may be of another base."""
    part, whole = _range(told.part), _range(told.whole)
    true = Interval(low=part.low * told.per / whole.high, high=part.high * told.per / whole.low)
    middle = (true.low + true.high) / 2
    working = f"{told.part.printed} of {told.whole.printed} is {plain(middle)} per {told.per:,}"
    verdict = compare(_plain_figure(told.rate), true, working=working, allowed=told.rate.mention.allows())
    apart = abs(told.rate.value - middle)
    if verdict.status is not Status.OK and apart > TOO_FAR * middle and slip_evidence(told.rate.value, middle) < SLIP:
        return cannot(Check.RATES, told.rate.printed, "what it is the rate of is not plain", sentence)
    return judged(
        Check.RATES, verdict.status, printed=f"{told.rate.printed} per {told.per:,}", expected=verdict.expected,
        working=working, message=f"{told.rate.printed} per {told.per:,}: {working}", quotes=(sentence,),
    )  # fmt: skip


def _span(span: Span, sentence: Quote) -> Checked:
    """ "three years from May 2021 to May 2023"."""
    low, high = span.allowed.low, span.allowed.high
    fits = low <= span.length <= high
    working = f"from the first date to the last are {plain((low + high) / 2, 0)} {span.unit}s"
    return judged(
        Check.ARITHMETIC, Status.OK if fits else Status.ERROR, printed=span.printed, expected=None, working=working,
        message=f'"{span.printed}": {working}', quotes=(sentence,),
    )  # fmt: skip
