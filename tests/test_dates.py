"""Dates: rows of what is taken and what is left."""

from datetime import date

import pytest

from scrutiny.language.dates import parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday 10 March 2022", date(2022, 3, 10)),
        ("CABINET - THURSDAY, 30 JANUARY 2025", date(2025, 1, 30)),
        ("7th January 2022", date(2022, 1, 7)),
        ("the 1 st of May 2024", date(2024, 5, 1)),
        ("3 Sep 2024", date(2024, 9, 3)),
        ("10/03/2022", date(2022, 3, 10)),  # day first, always
        ("03/10/2022 09:30", date(2022, 10, 3)),
        ("12.6.2025", date(2025, 6, 12)),
        ("31 June 2022", None),  # no such day
        ("31/06/2022", None),
        ("March 2022", None),  # no day
        ("7 January", None),  # no year: never filled in from today
        ("item 7 of May", None),
        ("2021/22", None),  # a financial year
        ("24/00096", None),  # a decision number
    ],
)
def test_parse_date(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected
