"""Printed figures: rows of text and what is made of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.figures import FigureKind, Unit, interval_of, parse_figure
from scrutiny.figures.intervals import Interval


@pytest.mark.parametrize(
    ("printed", "value", "unit", "places", "marks"),
    [
        ("12", "12", Unit.NUMBER, 0, ""),
        ("0", "0", Unit.NUMBER, 0, ""),  # a true zero
        ("22,000", "22000", Unit.NUMBER, 0, ""),
        ("814, 572", "814572", Unit.NUMBER, 0, ""),  # a thousands separator with a space behind it
        ("£4,000.50", "4000.50", Unit.POUNDS, 2, ""),
        ("12.50", "12.50", Unit.NUMBER, 2, ""),  # its precision is kept
        ("96.7%", "96.7", Unit.PERCENT, 1, ""),
        ("-8pp", "-8", Unit.POINTS, 0, ""),
        ("+28%", "28", Unit.PERCENT, 0, ""),
        ("−5", "-5", Unit.NUMBER, 0, ""),
        ("-£1,200", "-1200", Unit.POUNDS, 0, ""),
        ("£-1,200", "-1200", Unit.POUNDS, 0, ""),
        ("(1,234)", "-1234", Unit.NUMBER, 0, ""),  # brackets for a negative
        ("9500*", "9500", Unit.NUMBER, 0, "*"),  # the mark is no part of the number
        ("376¹", "376", Unit.NUMBER, 0, "¹"),
        ("£6.9 million", "6900000.0", Unit.POUNDS, 1, ""),
        ("£6.9 Million", "6900000.0", Unit.POUNDS, 1, ""),
        ("£4k", "4000", Unit.POUNDS, 0, ""),
        (".5", "0.5", Unit.NUMBER, 1, ""),
        ("Nil", "0", Unit.NUMBER, 0, ""),
        ("£nil", "0", Unit.POUNDS, 0, ""),
    ],
)
def test_values(printed: str, value: str, unit: Unit, places: int, marks: str) -> None:
    figure = parse_figure(printed)
    assert (figure.kind, figure.value, figure.unit, figure.places, figure.marks) == (
        FigureKind.VALUE, Decimal(value), unit, places, marks,
    )  # fmt: skip
    assert figure.printed == printed


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("", FigureKind.BLANK), ("  ", FigureKind.BLANK),
        ("na", FigureKind.NOT_APPLICABLE), ("N/A", FigureKind.NOT_APPLICABLE), ("-", FigureKind.NOT_APPLICABLE),
        ("–", FigureKind.NOT_APPLICABLE), ("TBC", FigureKind.NOT_AVAILABLE),
        ("*", FigureKind.SUPPRESSED), ("[c]", FigureKind.SUPPRESSED), ("[z]", FigureKind.NOT_APPLICABLE), ("c", FigureKind.SUPPRESSED), ("<5", FigureKind.SUPPRESSED),
        ("fewer than 5", FigureKind.SUPPRESSED), ("≤5", FigureKind.SUPPRESSED), ("5 or fewer", FigureKind.SUPPRESSED), ("[x]", FigureKind.NOT_AVAILABLE),
        ("2020/21", FigureKind.WORDS),  # a year is no figure
        ("Ash Lane", FigureKind.WORDS), ("2017/18-2019/20", FigureKind.WORDS), ("12 (of 20)", FigureKind.WORDS),
        ("(12", FigureKind.WORDS), ("1,23,456", FigureKind.WORDS), ("1.2.3", FigureKind.WORDS), ("٠", FigureKind.WORDS),
    ],
)  # fmt: skip
def test_what_is_no_value(printed: str, kind: FigureKind) -> None:
    figure = parse_figure(printed)
    assert (figure.kind, figure.value) == (kind, None)


@pytest.mark.parametrize(("printed", "value"), [("££9777", "9777"), ("££1,420", "1420"), ("96,7%", "96.7")])
def test_malformed_figures_are_read_and_say_so(printed: str, value: str) -> None:
    figure = parse_figure(printed)
    assert (figure.kind, figure.value, figure.printed) == (FigureKind.MALFORMED, Decimal(value), printed)


@given(st.text(max_size=30))
def test_every_string_is_some_figure(text: str) -> None:
    assert parse_figure(text).printed == text


@given(st.decimals(min_value=-99_999, max_value=99_999, places=2))
def test_a_decimal_survives(value: Decimal) -> None:
    assert parse_figure(f"{value:,.2f}").value == value


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [("55.3", "55.25", "55.35"), ("86%", "85.5", "86.5"), ("£6.9m", "6850000", "6950000"), ("<5", "0", "4")],
)
def test_what_a_printed_figure_can_stand_for(printed: str, low: str, high: str) -> None:
    assert interval_of(parse_figure(printed)) == Interval(low=Decimal(low), high=Decimal(high))


def test_counts_are_exact_and_blanks_stand_for_nothing() -> None:
    assert interval_of(parse_figure("376"), exact=True) == Interval.of(Decimal(376))
    assert interval_of(parse_figure("")) is None
    assert interval_of(parse_figure("*")) is None


def test_sums_of_intervals() -> None:
    parts = [interval_of(parse_figure(text)) for text in ("33.3", "33.3", "33.3")]
    assert sum((part for part in parts if part), Interval.of(Decimal(0))).meets(Interval.of(Decimal(100)))
