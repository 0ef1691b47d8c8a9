"""Room `costs`: the model run on parameters. Takes `Parameters`, gives an `Outcome` with every step that led to it."""

import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from scrutiny.errors import ParameterError
from scrutiny.families.costs.parameters import Parameters, Pupil
from scrutiny.families.costs.terms import break_even, rounded
from scrutiny.stages import academic, key_stage


class FirstYear(StrEnum):
    """How much of the first year a pupil's place is counted for."""

    HALF = "half"
    FULL = "full"
    TERM = "term"
    TWO_TERMS = "two-terms"
    DAYS = "days"
    """the days that are left, by the parameter `days`"""


class Method(StrEnum):
    """How the excluding school's contribution is worked out."""

    LOCAL = "local"
    STATUTORY = "statutory"
    BOTH = "both"


class Step(Struct, frozen=True, kw_only=True):
    """One step of the model: what, how, what came out, and the parameters it read."""

    what: str
    working: str
    result: Decimal
    read: tuple[str, ...]


class YearCost(Struct, frozen=True, kw_only=True):
    """One year of one pupil."""

    case: int
    excluded_year_group: int
    year_group: int
    academic_year: str
    part: bool
    cost: Decimal
    working: str


class Share(Struct, frozen=True, kw_only=True):
    """A contribution by one method, for one key stage or for a leaver."""

    method: Method
    key_stage: str
    amount: Decimal
    working: str


class Outcome(Struct, frozen=True, kw_only=True):
    """What the parameters come to. Money is in pounds and pence."""

    years: tuple[YearCost, ...]
    totals: tuple[Decimal, ...]
    contributions: tuple[Decimal, ...]
    nets: tuple[Decimal, ...]
    shares: tuple[Share, ...]
    investment: Decimal
    mean_net: Decimal
    break_even_exact: Decimal
    break_even: int
    steps: tuple[Step, ...]

    @property
    def total(self) -> Decimal:
        return sum(self.totals, Decimal(0))

    @property
    def net(self) -> Decimal:
        return sum(self.nets, Decimal(0))


class Assumptions(Struct, frozen=True, kw_only=True):
    """What is chosen beside the parameters. The statutory method needs the relevant date."""

    first_year: FirstYear = FirstYear.HALF
    method: Method = Method.LOCAL
    relevant: datetime.date | None = None
    academy: bool = False
    """Whether the excluding school is an academy: its funding period is September to August."""
    admitted: datetime.date | None = None


def run_model(parameters: Parameters, assumptions: Assumptions) -> Outcome:
    """The model on these parameters. Raises `ParameterError` where they cannot be used together."""
    parameters.take_read()
    steps: list[Step] = []
    years: list[YearCost] = []
    totals: list[Decimal] = []
    for case, pupil in enumerate(parameters.pupils, start=1):
        own = _years(case, pupil, parameters, assumptions.first_year, steps)
        years += own
        totals.append(sum((each.cost for each in own), Decimal(0)))
    if not years:
        raise ParameterError("no pupil is given", advice='Give --pupil "year=8,excluded=2024-25".')
    shares = _shares(parameters, assumptions, steps)
    own_method = Method.STATUTORY if assumptions.method is Method.STATUTORY else Method.LOCAL
    by_stage = {share.key_stage: share.amount for share in shares if share.method is own_method}
    stages = [min(max(key_stage(pupil.year_group), 3), 4) for pupil in parameters.pupils]  # AWPU has these two rates
    contributions = [by_stage[f"KS{stage}"] for stage in stages]
    nets = [total - share for total, share in zip(totals, contributions, strict=True)]
    investment = parameters.number("investment")
    if sum(nets, Decimal(0)) <= 0:
        raise ParameterError("the contributions are more than the places cost", advice="Check day rates and days.")
    mean, exact, count = break_even(investment, nets)
    working = f"{investment} / {rounded(mean)} = {exact}"
    steps.append(Step(what="break-even", working=working, result=Decimal(count), read=parameters.take_read()))
    return Outcome(
        years=tuple(years), totals=tuple(totals), contributions=tuple(contributions), nets=tuple(nets),
        shares=tuple(shares), investment=investment, mean_net=mean, break_even_exact=exact, break_even=count,
        steps=tuple(steps),
    )  # fmt: skip


def _years(case: int, pupil: Pupil, parameters: Parameters, first: FirstYear, steps: list[Step]) -> list[YearCost]:
    last = parameters.whole("last_year_group")
    if not 1 <= pupil.year_group <= last:
        raise ParameterError(f"there is no Year {pupil.year_group} pupil to place", advice=f"Years go up to {last}.")
    found = []
    for ahead, group in enumerate(range(pupil.year_group, last + 1)):
        begins = pupil.excluded + ahead
        name = academic(begins)
        days, daily, how = _daily(begins, parameters)
        cost, working = days * daily, f"{days} days x ({how})"
        if ahead == 0:
            share, words = _first_share(first, parameters)
            cost, working = rounded(Fraction(cost) * share), f"{working}{words}"
        cost = rounded(cost)
        read = parameters.take_read()
        steps.append(Step(what=f"case {case}, Year {group}, {name}", working=working, result=cost, read=read))
        found.append(
            YearCost(
                case=case, excluded_year_group=pupil.year_group, year_group=group, academic_year=name,
                part=ahead == 0 and first is not FirstYear.FULL, cost=cost, working=working,
            )
        )  # fmt: skip
    return found


def _daily(begins: int, parameters: Parameters) -> tuple[int, Decimal, str]:
    """School days, the cost of one, and how it was made up."""
    keys, days, transport = parameters.day_rate_keys(), parameters.whole("school_days"), parameters.number("transport")
    last = max(keys)
    if begins in keys:
        rate = parameters.number(keys[begins])
        return days, rate + transport, f"£{rate} + £{transport}"
    if begins < last:
        raise ParameterError(f"there is no day rate for {academic(begins)}", advice="Set day_rate.YEAR.")
    known, growth = parameters.number(keys[last]), parameters.number("growth")
    rate = known + growth * (begins - last)
    return days, rate + transport, f"£{known} + {begins - last} x £{growth} + £{transport}"


def _first_share(first: FirstYear, parameters: Parameters) -> tuple[Fraction, str]:
    """The part of the first year that counts, and how a working says so."""
    if first is FirstYear.FULL:
        return Fraction(1), ""
    if first is FirstYear.HALF:
        return Fraction(1, 2), " / 2"
    if first is FirstYear.DAYS:
        days, school = parameters.whole("days"), parameters.whole("school_days")
        return Fraction(days, school), f" x {days} / {school}"
    terms = parameters.whole("terms")
    count = 1 if first is FirstYear.TERM else 2
    return Fraction(count, terms), f" x {count} / {terms}"


# --- contributions --------------------------------------------------------------------------------


def _shares(parameters: Parameters, assumptions: Assumptions, steps: list[Step]) -> list[Share]:
    found: list[Share] = []
    for stage in ("ks3", "ks4"):
        premium, awpu = parameters.number("pupil_premium"), parameters.number(f"awpu.{stage}")
        if assumptions.method is not Method.STATUTORY:
            top, school, days = parameters.number("top_up"), parameters.whole("school_days"), parameters.whole("days")
            daily = Fraction(awpu + top + premium) / school
            exact = daily * days
            extra = f" + £{premium}" if premium else ""
            a_day = rounded(daily, 4)
            working = f"(£{awpu} + £{top}{extra}) / {school} x {days} = {a_day} x {days}"
            found.append(Share(method=Method.LOCAL, key_stage=stage.upper(), amount=rounded(exact), working=working))
            what, read = f"contribution {stage.upper()}, local", parameters.take_read()
            steps.append(Step(what=what, working=working, result=rounded(exact), read=read))
        if assumptions.method is not Method.LOCAL:
            found += _statutory(stage, awpu + premium, parameters, assumptions, steps)
    return found


def _statutory(
    stage: str, amount: Decimal, parameters: Parameters, assumptions: Assumptions, steps: list[Step]
) -> list[Share]:
    """A x (B / weeks) + C: B are the complete weeks that are left of the funding period, or for a leaver excluded on or
    after 1 April of the school year; the admitting school gains D x (E / F)."""
    if assumptions.relevant is None:
        raise ParameterError("the statutory method needs the relevant date", advice="Give --relevant-date 2025-01-13.")
    weeks, order = parameters.whole("weeks"), parameters.number("adjustment")
    read = tuple(dict.fromkeys(("pupil_premium", f"awpu.{stage}", *parameters.take_read())))
    found = []
    for name, ends in _periods(stage, assumptions.relevant, academy=assumptions.academy):
        left = weeks_left(assumptions.relevant, ends)
        exact = Fraction(amount) * Fraction(left, weeks) + Fraction(order)
        working = f"£{amount} x {left} / {weeks} + £{order}, {left} complete weeks to {ends.isoformat()}"
        found.append(Share(method=Method.STATUTORY, key_stage=name, amount=rounded(exact), working=working))
        steps.append(Step(what=f"contribution {name}, statutory", working=working, result=rounded(exact), read=read))
        if assumptions.admitted is not None and left:
            after = min(weeks_left(assumptions.admitted, ends), left)
            gain = exact * Fraction(after, left)
            working, key = f"£{rounded(exact)} x {after} / {left}", f"{name}, to the admitting school"
            found.append(Share(method=Method.STATUTORY, key_stage=key, amount=rounded(gain), working=working))
    return found


def _periods(stage: str, relevant: datetime.date, *, academy: bool) -> list[tuple[str, datetime.date]]:
    """The funding period of a maintained school ends on 31 March, that of an academy on 31 August, as the school year
    does: in that, the weeks of leavers who are excluded from 1 April on are counted."""
    if academy:
        return [(stage.upper(), datetime.date(relevant.year + (relevant.month > _AUGUST), _AUGUST, _LAST_DAY))]
    funding_ends = datetime.date(relevant.year + (relevant.month >= _APRIL), _MARCH, _LAST_DAY)
    periods = [(stage.upper(), funding_ends)]
    if stage == "ks4" and _APRIL <= relevant.month <= _AUGUST:
        periods.append(("KS4, leaver", datetime.date(relevant.year, _AUGUST, _LAST_DAY)))
    return periods


_MARCH, _APRIL, _AUGUST, _LAST_DAY = 3, 4, 8, 31
DAYS_A_WEEK = 7


def weeks_left(day: datetime.date, ends: datetime.date) -> int:
    """The complete weeks from a day to the end of a period, that last day included."""
    return max(((ends - day).days + 1) // DAYS_A_WEEK, 0)
