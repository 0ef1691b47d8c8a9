"""Room `figures`: a printed figure against what it should be."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.figures.intervals import Interval
from scrutiny.figures.verdicts import Status, compare, in_style, plain

D = Decimal


@pytest.mark.parametrize(
    ("printed", "expected", "status", "shown", "difference"),
    [
        ("12", 12, Status.OK, "12", ""),
        ("1,250", 980, Status.ERROR, "980", "270 too much"),
        ("980", 1250, Status.ERROR, "1,250", "270 too little"),
        ("1250", 1980, Status.ERROR, "1980", "730 too little"),  # the paper writes no commas
        ("£1,250.00", D("1249.5"), Status.ERROR, "£1,249.50", "£0.50 too much"),
        ("£47.53", Fraction(9032, 190), Status.WARNING, "£47.54", "£0.01 too little"),  # cut off
        ("73%", Fraction(1900, 21), Status.ERROR, "90.5%", "17.48 percentage points too little"),
        ("63%", Fraction(2800, 44), Status.WARNING, "63.6%", "0.64 percentage points too little"),
        ("36.4 per cent", D("36.36"), Status.OK, "36.4 per cent", ""),
        ("(120)", -112, Status.ERROR, "(112)", "8 too little"),
        ("+8", 9, Status.ERROR, "+9", "1 too little"),
        ("£4.1m", 4300000, Status.ERROR, "£4.3m", "£0.2m too little"),
        ("£4k", 4400, Status.OK, "£4k", ""),
        ("9500*", 9600, Status.ERROR, "9600", "100 too little"),  # a footnote mark is not part of the figure
        ("60.5", 60, Status.ERROR, "60.0", "0.5 too much"),
        ("78", D("60.5"), Status.ERROR, "60.5", "17.5 too much"),
        ("n/a", 12, Status.NOT_CHECKABLE, None, None),
    ],
)
def test_a_figure_is_compared_in_its_own_style(
    printed: str, expected: D | Fraction | int, status: Status, shown: str | None, difference: str | None
) -> None:
    figure = printed.replace(" per cent", "%")
    verdict = compare(figure, expected, working="the rows above")
    shown = shown.replace(" per cent", "%") if shown else shown
    assert (verdict.status, verdict.expected, verdict.difference) == (status, shown, difference)
    assert verdict.printed == figure
    assert verdict.working == "the rows above"


def test_what_is_only_likely_is_a_note() -> None:
    assert compare("12", 13, working="", likely=True).status is Status.NOTE
    assert compare("12", 12, working="", likely=True).status is Status.OK


def test_the_wording_of_the_paper_widens() -> None:
    around = Interval(low=D(38), high=D(42))
    assert compare("40", 41, working="", allowed=around).status is Status.OK
    assert compare("40", 41, working="").status is Status.ERROR


def test_rounded_parts_give_an_interval() -> None:
    """Three parts in £000 add to 300 give or take one and a half."""
    sum_ = Interval(low=D("298.5"), high=D("301.5"))
    assert compare("302", sum_, working="").status is Status.OK
    wrong = compare("305", sum_, working="")
    assert (wrong.status, wrong.expected, wrong.difference) == (Status.ERROR, "300", "5 too much")


@given(st.integers(-(10**9), 10**9), st.sampled_from(["1", "1,000", "£1", "£1,000", "1%", "(1)", "1.0", "£1.00"]))
def test_a_value_in_any_style_is_right_against_itself(value: int, style: str) -> None:
    written = in_style(value, style)
    assert compare(written, value, working="").right
    assert not compare(written, value + 1, working="").right


@given(st.decimals(-(10**6), 10**6, places=3))
def test_a_working_has_no_needless_zeros(value: D) -> None:
    text = plain(value)
    assert "." not in text or not text.endswith("0")
