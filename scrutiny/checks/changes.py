"""Room `checks`: what a sentence says of a figure and an earlier or planned one."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from scrutiny.checks.judging import cannot, judged
from scrutiny.checks.model import Check, Checked
from scrutiny.checks.prosefigures import change_between, checked, compared, figure_of, range_of
from scrutiny.figures import Interval, Unit
from scrutiny.figures.slips import slip_evidence
from scrutiny.figures.verdicts import Status, compare, in_style, plain
from scrutiny.sources import Quote
from scrutiny.statements import Departure, Move, Times
from scrutiny.statements.quantities import is_near


def check_move(move: Move, sentence: Quote) -> Iterator[Checked]:
    old, new = (
        each.mention.allows() if is_near(each) and not each.exact else range_of(each) for each in (move.old, move.new)
    )
    if move.belied:
        yield _belied(move, sentence)
        return
    if move.percent is None and move.amount is None:
        if move.times is not None and old.low > 0:
            yield _multiplied(move, move.times, sentence)
        return
    if old.low <= 0:
        return
    mended = _mended(move, sentence) if move.amount and move.percent and not move.old.is_share else None
    if mended is not None:
        yield mended
        return
    if move.down is not None and (move.new.value < move.old.value) != move.down:
        return  # which way it went is not plain
    if move.old.is_share:
        yield from _of_shares(move, old, new, sentence)
        return
    difference = (new - old).size
    between = f"{move.old.printed} to {move.new.printed}"
    if move.amount is not None:
        apart = abs(move.new.value - move.old.value)
        working = f"{between} is {in_style(apart, figure_of(move.amount))} {_way(move)}"
        fallen = move.amount.value < 0 and new.high < old.low  # "a fall of 8.1% (-650)"
        verdict = compared(move.amount, -difference if fallen else difference, working)
        if verdict.status is not Status.OK and _of_other_size(move.amount.value, apart):
            yield cannot(Check.CHANGES, move.amount.printed, "what it is the change from is not plain", sentence)
            return
        yield checked(Check.CHANGES, verdict, sentence, of=move.amount)
    if move.percent is not None and move.percent.unit is Unit.PERCENT:
        share = change_between(old, new).size
        working = f"{between} is {plain(_percent(move))} % {_way(move)}"
        fallen = move.percent.value < 0 and new.high < old.low  # "from 1,020 to 867 (-15%)"
        verdict = compared(move.percent, -share if fallen else share, working)
        yield checked(Check.CHANGES, verdict, sentence, of=move.percent)


def _percent(move: Move) -> Decimal:
    """The change in per cent of the old figure, as the printed figures give it."""
    return abs(move.new.value - move.old.value) * 100 / abs(move.old.value)


def _of_other_size(amount: Decimal, true: Decimal) -> bool:
    """Whether a change is so much greater or smaller than it should be, and no digit is alike, that it is likelier one
    of something else."""
    small, large = sorted((abs(amount), abs(true)))
    return large > OTHER_SIZE * small and not slip_evidence(amount, true)


OTHER_SIZE = 3
"""How many times as large or as small."""


def _belied(move: Move, sentence: Quote) -> Checked:
    """ "fell from 35 to 40"."""
    working = f"{move.old.printed} to {move.new.printed} is {_way(move)}"
    return judged(
        Check.CHANGES, Status.ERROR, sentence, printed=move.new.printed, working=working,
        message=f'"{move.belied}" is said, but {working}',
    )  # fmt: skip


def _multiplied(move: Move, times: Times, sentence: Quote) -> Checked:
    """ "more than doubled, from 30 to 58"."""
    low, high = range_of(move.new).low / range_of(move.old).high, range_of(move.new).high / range_of(move.old).low
    working = f"{move.old.printed} to {move.new.printed} is {plain(move.new.value / move.old.value)} times as much"
    fits = low <= times.high and times.low <= high
    well = low <= times.high - times.spare and times.low + times.spare <= high
    status = Status.OK if well else Status.WARNING if fits else Status.ERROR
    printed = times.printed if times.printed.endswith("times") else move.new.printed
    return judged(
        Check.CHANGES, status, sentence, printed=printed, working=working,
        message=f'"{times.printed}" is said, {working}', worded=True,
    )  # fmt: skip


def check_departure(told: Departure, sentence: Quote) -> Checked:
    """ "£6.0m, which is £1.3m (28%) higher than budget": the percentage is of the budget."""
    figure, amount = range_of(told.figure), range_of(told.amount).size
    if told.down:
        low, high = figure.low + amount.low, figure.high + amount.high
    else:
        low, high = figure.low - amount.high, figure.high - amount.low
    if low <= 0:
        return cannot(Check.CHANGES, told.percent.printed, "what it is a share of is not plain", sentence)
    share = amount.out_of(Interval(low=low, high=high))
    by = abs(told.amount.value)
    other = told.figure.value + (by if told.down else -by)
    of_itself = Interval(low=amount.low * 100 / figure.high, high=amount.high * 100 / max(figure.low, amount.low))
    fits, fits_itself = (
        compare(figure_of(told.percent), each, working="").status is Status.OK for each in (share, of_itself)
    )
    if fits_itself and not fits:
        share, other = of_itself, told.figure.value  # "The year before it was 59, so it has risen by 6 (10.2%)"
    printed = told.amount.printed.lstrip("+-−–")
    apart = f"{told.figure.printed} is {printed} {'less' if told.down else 'more'} than"
    working = f"{apart} {in_style(other, figure_of(told.figure))}, of which {printed} is {plain(by * 100 / other)} %"
    return checked(Check.CHANGES, compared(told.percent, share, working), sentence, of=told.percent)


def _way(move: Move) -> str:
    return "less" if move.new.value < move.old.value else "more"


def _of_shares(move: Move, old: Interval, new: Interval, sentence: Quote) -> Iterator[Checked]:
    """From one percentage to another: the change is in points, or in per cent of the first."""
    change = move.percent
    if change is None or move.old.unit is not Unit.PERCENT:
        return
    points = (new - old).size
    expected = f"{plain(abs(move.new.value - move.old.value))} percentage points"
    between = f"{move.old.printed} to {move.new.printed}"
    if change.unit is Unit.POINTS:
        verdict = compared(change, points, f"{between} is {expected} {_way(move)}")
        yield checked(Check.CHANGES, verdict, sentence, of=change)
        return
    share = change_between(old, new).size
    working = f"{between} is {expected}, or {plain(_percent(move), 1)} %"
    verdict = compared(change, share, working)
    if verdict.status is not Status.OK and compare(figure_of(change), points, working=working).status is Status.OK:
        message = f"printed {change.printed}, {working}: points are called per cent"
        yield judged(
            Check.CHANGES, Status.ERROR, sentence, printed=change.printed, expected=expected, working=working,
            message=message,
        )  # fmt: skip
    else:
        yield checked(Check.CHANGES, verdict, sentence, of=change)


def _signed(amount: Interval, sign: int) -> Interval:
    return amount if sign > 0 else -amount


def _mended(move: Move, sentence: Quote) -> Checked | None:
    """Of old, new, amount and percentage one is wrong: where the amount and the percentage agree with one of the two
    figures and not with the other, that other one is."""
    assert move.amount is not None and move.percent is not None
    amount, old, new = move.amount.value, move.old.value, move.new.value
    if not (move.new.exact and move.old.exact):
        return None
    if abs(new - old) == amount or move.percent.unit is not Unit.PERCENT or not move.amount.exact:
        return None
    sign = (1 if new >= old else -1) if move.down is None else -1 if move.down else 1
    percent = figure_of(move.percent)

    def fits(base: Decimal) -> bool:
        return base > 0 and compare(percent, Fraction(amount) * 100 / Fraction(base), working="").status is Status.OK

    other_old = new - sign * amount
    if fits(other_old) and not fits(old):
        wrong, right, working = (
            move.old,
            other_old,
            f"{move.new.printed} {'less' if sign > 0 else 'and'} {move.amount.printed}",
        )
    elif fits(old) and not (range_of(move.new) - range_of(move.old)).meets(_signed(range_of(move.amount).size, sign)):
        wrong, right, working = (
            move.new,
            old + sign * amount,
            f"{move.old.printed} {'and' if sign > 0 else 'less'} {move.amount.printed}",
        )
    else:
        return None
    shown = in_style(right, figure_of(wrong))
    message = f"printed {wrong.printed}; {working} is {shown}, and {move.percent.printed} agrees with that"
    return judged(
        Check.CHANGES, Status.ERROR, sentence, printed=wrong.printed, expected=shown, working=f"{working} is {shown}",
        message=message,
    )  # fmt: skip
