"""Sums that sentences write out: what is read, with which result, and what is none."""

from decimal import Decimal

import pytest

from scrutiny.families.costs.purposes import method_of, named, purpose_of
from scrutiny.families.costs.terms import rounded
from scrutiny.families.costs.written import find_written_sums
from scrutiny.figures.verdicts import Status
from scrutiny.figures.workings import evaluate, terms_of, written
from tests.checks import quote

WEEKS = "A x (B/52): the amount for the year x weeks left / 52"


@pytest.mark.parametrize(
    ("said", "working", "exact", "status", "method"),
    [
        ("In 2022/23 travel was £118 x 39 weeks = £4,602.", "£118 x 39 weeks", "4602.00", Status.OK, "rate x time"),
        ("The sum is £5,060 x 17/52 = £1,654.23.", "£5,060 x 17 / 52", "1654.23", Status.OK, WEEKS),
        ("The sum is £5,060 x 17/52 = £1,645.23.", "£5,060 x 17 / 52", "1654.23", Status.ERROR, WEEKS),
        (  # brackets, and a price that stands twice
            "It is (12 x £9,000 x 5/12) + (18 x £9,000 x 7/12) = £139,500.",
            "12 x £9,000 x 5 / 12 + 18 x £9,000 x 7 / 12", "139500.00", Status.OK, "places x price x part of the year",
        ),
        (  # in words, from left to right
            "£4,404 plus top-up of £5,000 divided by 190 days = £49.49", "(£4,404 + £5,000) / 190 days", "49.49",
            Status.OK, "pro rata in days: the amount for the year / school days x days left",
        ),
        (  # a bracket behind words is a sum of its own, and does not take the days apart
            "A child with 120 days left brings in (£4,910 + £5,000) / 190 school days x 120 days = £6,258.95.",
            "(£4,910 + £5,000) / 190 days x 120 days", "6258.95", Status.OK,
            "pro rata in days: the amount for the year / school days x days left",
        ),
        ("190 days x £110 (£85 plus £25 taxi) = £20,900", "190 days x (£85 + £25)", "20900.00", Status.OK, "rate x time"),
        ("4 hours x 30 weeks x £41 = £4,920", "4 hours x 30 weeks x £41", "4920.00", Status.OK, "rate x time"),
    ],
)  # fmt: skip
def test_a_sum_with_its_working(said: str, working: str, exact: str, status: Status, method: str) -> None:
    (step,) = find_written_sums([quote(said)])
    tree = named(step)
    value = evaluate(tree)
    assert value is not None
    assert (written(tree), rounded(value), step.verdict.status, method_of(step.tree)) == (
        working, Decimal(exact), status, method,
    )  # fmt: skip


def test_each_step_of_a_chain_goes_back_to_the_first_figures() -> None:
    said = "KS4 AWPU £4,900 plus £5,000 = £9,900 divided by 190 school days = £52.11 x 80 school days = £4,168"
    steps = list(find_written_sums([quote(said)]))
    assert [step.result.printed for step in steps] == ["£9,900", "£52.11", "£4,168"]
    assert [purpose_of(step) for step in steps] == [None, "contribution a day", "contribution"]
    assert [term.key for term in terms_of(named(steps[-1]))] == ["awpu.ks4", "top_up", "school_days", "days"]
    assert [step.verdict.status for step in steps] == [Status.OK, Status.OK, Status.OK]


def test_a_sum_belongs_to_the_pupil_named_before_it() -> None:
    said = ["Pupil B. The relevant date was 3 May 2023.", "The contribution was £5,000 x 26/52 = £2,500."]
    (step,) = find_written_sums([quote(each) for each in said])
    assert (step.case, step.year) == ("B", None)


@pytest.mark.parametrize(
    "said",
    [
        "In 2021/22 = 2022/23 nothing changed.",  # years are no quotients
        "The total = £4,000.",  # nothing is worked out
        "190 days x 5 = 950 days",  # no money
        "= 5 x 5 " * 200,  # no sum of a paper
        "£4,000 of 1/3 = ",  # no result
    ],
)
def test_what_is_no_sum_of_money(said: str) -> None:
    assert list(find_written_sums([quote(said)])) == []


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("The scheme pays for itself after 6.2 places (£93,000 / £15,000 = 6.2).", 0),
        ("The scheme pays for itself after £93,000 / £15,000 = 6 places.", 0),
        ("A place costs £93,000 / 6 = £15,500.", 1),
        ("A week costs £15,210 / 39 weeks = £390.", 1),
    ],
)
def test_an_amount_divided_by_an_amount_is_no_cost(said: str, lines: int) -> None:
    assert len(list(find_written_sums([quote(said)]))) == lines
