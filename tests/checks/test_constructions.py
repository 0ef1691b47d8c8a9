"""Sixty more constructions, each true and false, as lists of forms.

Of the first set, written before any rule was made for them, 30 of 165 false sentences were found at first sight; then
figures were given parts to play instead of places to stand in. Of a second set, written after that, 61 of 150; of a
third, after another widening, 40 of 100. None of the true ones raised an alarm but one: "made up of 46 and 21".
"""

import random
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.checks.test_statements import DRAWS, Sentence, alarms, off, parts, pc, share

Build = Callable[[random.Random], Sentence]


def changed(form: str, *, down: bool = False) -> Build:
    """A construction of an earlier figure, a later one, and the change: {o}, {n}, {a}, {p}."""

    def build(dice: random.Random) -> Sentence:
        old = dice.randint(80, 600)
        apart = dice.randint(20, old // 2)
        right = {"o": old, "n": old - apart if down else old + apart, "a": apart, "p": pc(apart, old)}
        wrong = right | {"a": apart + dice.randint(11, 40), "p": pc(apart, old) + dice.randint(5, 20)}
        return form.format(**right), form.format(**wrong)

    return build


def points(form: str) -> Build:
    """A construction of two percentages and the points between them: {x}, {y}, {z}."""

    def build(dice: random.Random) -> Sentence:
        low, apart = Decimal(dice.randint(300, 700)) / 10, Decimal(dice.randint(20, 200)) / 10
        right = {"x": low, "y": low + apart, "z": apart}
        return form.format(**right), form.format(**(right | {"z": apart + Decimal(dice.randint(15, 50)) / 10}))

    return build


def each(form: str) -> Build:
    """A construction of so many at so much: {c}, {u}, {r}."""

    def build(dice: random.Random) -> Sentence:
        count, price = dice.randint(4, 60), dice.randint(3, 90) * 50
        wrong = count * price + dice.choice((-1, 1)) * price // 2 + 900
        return (
            form.format(c=count, u=f"{price:,}", r=f"{count * price:,}"),
            form.format(c=count, u=f"{price:,}", r=f"{wrong:,}"),
        )

    return build


def account(form: str) -> Build:
    """A construction of what is there, what comes and what goes: {o}, {i}, {e}, {c}."""

    def build(dice: random.Random) -> Sentence:
        old, into, out = dice.randint(10_000, 90_000), dice.randint(10_000, 90_000), dice.randint(5_000, 9_000)
        told = {"o": f"{old:,}", "i": f"{into:,}", "e": f"{out:,}"}
        right, wrong = old + into - out, old + into - out + dice.choice((900, -270, 1000))
        return form.format(**told, c=f"{right:,}"), form.format(**told, c=f"{wrong:,}")

    return build


def worded(form: str, true: tuple[int, int], false: tuple[int, int]) -> Build:
    """A construction of a share in words: {b}, and {t}, which is between so many percent of it."""

    def build(dice: random.Random) -> Sentence:
        base = dice.randint(80, 400)
        right, wrong = (base * dice.randint(*span) // 100 for span in (true, false))
        return form.format(b=base, t=right), form.format(b=base, t=wrong)

    return build


def per(form: str) -> Build:
    def build(dice: random.Random) -> Sentence:
        count, total = dice.randint(21, 300), dice.randint(10_000, 900_000)
        right = (Decimal(total) / count).quantize(Decimal("0.01"), ROUND_HALF_UP)
        wrong = (right * Decimal("1.09")).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return form.format(c=count, t=f"{total:,}", m=right), form.format(c=count, t=f"{total:,}", m=wrong)

    return build


def rest(form: str) -> Build:
    """A share and what is left: {t}, {p}, {r}, {q} of {b}."""

    def build(dice: random.Random) -> Sentence:
        base = dice.randint(90, 900)
        top = dice.randint(20, base - 20)
        told = {"b": base, "t": top, "r": base - top}
        share_of = pc(top, base)
        return (
            form.format(**told, p=share_of, q=100 - share_of),
            form.format(**told, p=off(share_of, dice), q=100 - share_of),
        )

    return build


FORMS: list[tuple[Callable[[str], Build], list[str]]] = [
    (share, [
        "Of the {b} referrals received, {p}% ({t}) went on to an assessment.",
        "In March there were {t} children ({p}% of the {b} in care) who lived outside the county.",
        "{p}% of responses ({t} of {b}) were sent in time.",
        "Savings of £{t}k were made against a target of £{b}k ({p}%).",
        "In the year {t} households were helped. This represents {p}% of the {b} households that asked.",
        "Of the £{b}m budget, £{t}m ({p}%) had been spent by the end of the quarter.",
        "{t} of our {b} schools are good or better ({p}%).",
        "{t} out of the {b} young people – or {p}% – went on to college.",
        "Just {t} ({p}%) of {b} schools had filled their places.",
        "Turnout was {p}%, with {t} of the {b} electors voting.",
        "The council collected £{t}m of the £{b}m due, a collection rate of {p}%.",
    ]),
    (changed, [
        "Demand has risen by {p}% since 2021, from {o} to {n} requests.",
        "The caseload stood at {n} at the end of March, compared with {o} a year earlier (+{p}%).",
        "Spending was £{n}k against a budget of £{o}k, an overspend of £{a}k.",
        "The forecast is £{n}k, a variance of £{a}k ({p}%) against the budget of £{o}k.",
        "There were {n} permanent exclusions in 2023/24 (2022/23: {o}), an increase of {a}.",
        "The charge goes up by £{a} or {p}%, from £{o} to £{n}.",
        "The number rose by {a} over the year, from {o} to {n}.",
        "Against a budget of £{o}k the service spent £{n}k, {p}% over budget.",
        "{n} assessments were completed this quarter ({o} last quarter), up {p}%.",
        "This year's figure of {n} is {p}% higher than last year's {o}.",
        "Waiting times increased by {a} days to {n} days (from {o} days).",
        "The {n} applications are a {p}% increase on the {o} received in 2022.",
        "The outturn is £{n}k, which is £{a}k ({p}%) higher than budget.",
    ]),
    (lambda form: changed(form, down=True), [
        "The number of open cases fell by {a} ({p}%) to {n}, from {o} in 2022/23.",
        "There was a {p}% reduction in new entrants, from {o} to {n}.",
        "Income was £{n}k, £{a}k less than the budgeted £{o}k.",
        "Vacancies fell to {n}, {a} below the {o} recorded a year ago.",
        "Fly-tipping was down {p}% on last year, at {n} incidents ({o} in 2022/23).",
    ]),
    (points, [
        "Attendance was {x}%, {z} percentage points below the national figure of {y}%.",
        "Satisfaction rose {z} percentage points to {y}%, from {x}%.",
        "Attendance ({x}%) is {z} percentage points below the average ({y}%).",
        "Recycling improved from {x}% to {y}% (+{z}pp).",
    ]),
    (parts, [
        "The budget comprises £{x} for staff, £{y} for premises and £{z} for transport, £{w} in total.",
        "A total of {w} inspections were carried out: {x} in nurseries, {y} in schools and {z} in homes.",
        "The grant of £{w} was split between Northway (£{x}), Southway (£{y}) and Eastway (£{z}).",
        "The total of {w} comprises {x} primary, {y} secondary and {z} special school pupils.",
        "Grants of £{x} from the county, £{y} from the district and £{z} from trusts give a total of £{w}.",
        "The programme costs £{w}, of which £{x} is staffing, £{y} is premises and £{z} is travel.",
        "Three grants of £{x}, £{y} and £{z} were made (total £{w}).",
        "In the ballot {x} councillors voted for, {y} against and {z} abstained, making {w} votes in all.",
        "The team of {w} is made up of {x} social workers, {y} assistants and {z} managers.",
        "There were {x} pupils in Year 7, {y} in Year 8 and {z} in Year 9 ({w} in total).",
    ]),
    (each, [
        "Each of the {c} schools will receive £{u}, at a total cost of £{r}.",
        "The contract provides {c} places at £{u} per place, giving £{r} a year.",
        "At £{u} per place, the {c} places cost £{r}.",
        "We will fund {c} nurseries at £{u} each (£{r}).",
        "{c} pupils at £{u} each comes to £{r}.",
    ]),
    (per, [
        "The total cost of £{t} equates to £{m} per pupil for the {c} pupils who came.",
        "The {c} pupils cost £{t} in total, or £{m} each.",
        "The grant of £{t} will be shared equally among {c} schools, who will get £{m} each.",
    ]),
    (account, [
        "The balance at the end was £{c}, being an opening balance of £{o} plus income of £{i} less expenditure of £{e}.",
    ]),
    (rest, ["Of the {b} pupils who sat the test, {t} ({p}%) passed and the other {r} ({q}%) did not."]),
    (lambda form: worded(form, (52, 95), (10, 46)), ["More than half of the schools ({t} of {b}) replied."]),
    (lambda form: worded(form, (30, 37), (45, 60)), ["A third of the {b} schools ({t}) replied."]),
    (lambda form: worded(form, (24, 26), (32, 60)), ["One in four pupils ({t} of {b}) was often absent."]),
    (lambda form: worded(form, (210, 260), (130, 190)), ["Enquiries more than doubled, from {b} in 2020 to {t} in 2023."]),
]  # fmt: skip

EVERY = [(kind, form) for kind, forms in FORMS for form in forms]


@pytest.mark.parametrize(("kind", "form"), EVERY, ids=[form[:40] for _, form in EVERY])
def test_a_construction_is_silent_where_it_is_true_and_found_where_it_is_false(
    kind: Callable[[str], Build], form: str
) -> None:
    dice, build = random.Random(form), kind(form)
    drawn = [build(dice) for _ in range(DRAWS)]
    assert [message for right, _ in drawn for message in alarms(right)] == []
    assert sum(bool(alarms(false)) for _, false in drawn) >= DRAWS - 2, drawn[0][1]


@pytest.mark.parametrize(
    "sentence",
    [
        "The grant (+£42k) and the fund (+£313k) raise the need from £1,530k to £1,885k, a small increase of £355k.",
        "Cases for those above the age of 18 came to 165, an increase of 31 when compared to the last quarter (134).",
        "The number in the year before was 59, so there has been an increase of 6, or 10.2%.",
        "The variance of £8.4m (13%) against current budget is split between roads of £5.6m and buses of £0.7m.",
        "In 2019 there were 13 arrests, with 5 people charged with a total of 14 offences.",
        "It should be 398 (as was said, whereas now it puts forward 258) + 135 (shortfall) totalling 533.",
        "Returns stood at 11.6%, a fall of 0.4% on the previous quarter (12.0%).",
        "There are 91 staff (52 with a degree and 43 with a certificate).",
        "There are 34 places at £3,000 per month, giving £1,224,000 a year.",
        "Three boat sheds stand on the plots numbered 2-18 Mill Way, 23-31 Mill Way and 80-94 Hill Road.",
        "Schools rose from 40 to 50 and pupils fell by 3%.",
        "Prices rose from 12 to 14, then to 18, an increase of 29%.",
        "In the national ranking the library rose from 57 to 32.",
        "The 300 calls taken in May led to 120 visits in the week, 40 more.",
        "The overspend of £400,000 on a budget of £2,000,000 exceeds the forecast by £50,000.",
        "Of the 60 tenants asked, 25 replied and 3 could not.",
        "Of the 60 tenants asked, 25 came and 12 were not.",
        "Recycling of 412 tonnes out of a target of 600 tonnes exceeds last year by 15 tonnes.",
    ],
)
def test_what_is_no_statement_about_another_figure_of_the_sentence(sentence: str) -> None:
    assert alarms(sentence) == []
