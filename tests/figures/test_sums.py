"""What figures add to, as far as they were rounded."""

import pytest

from scrutiny.figures import parse_figure
from scrutiny.figures.intervals import agrees


@pytest.mark.parametrize(
    ("printed", "parts", "right"),
    [
        ("3.7", ["1.2", "1.3", "1.3"], True),  # 1.24 + 1.25 + 1.25 rounded
        ("4.1", ["1.2", "1.3", "1.3"], False),
        ("85.5", ["10.5", "60"], False),  # halves are counted
        ("70.5", ["10.5", "60"], True),
        ("£10k", ["£4k", "£5k"], True),
        ("£12k", ["£4k", "£5k"], False),
        ("£9.01", ["£4.00", "£5.00"], False),  # and so are pence
        ("9", ["4", "", "na", "5"], True),
        ("9", ["4", "<5"], False),
        ("9", [""], False),
    ],
)
def test_a_total_agrees_where_rounding_allows(printed: str, parts: list[str], right: bool) -> None:
    assert agrees(parse_figure(printed), [parse_figure(part) for part in parts]) is right
