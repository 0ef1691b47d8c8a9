"""Parts of a whole that a text names."""

from fractions import Fraction

import pytest

from scrutiny.families.costs.surroundings import find_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("£1,000/52", (Fraction(1, 52),)),
        ("£1,200 / 365", (Fraction(1, 365),)),
        ("two fifths of the cost", (Fraction(2, 5),)),
        ("half of it", (Fraction(1, 2),)),
        ("Placement costs 2024/25", ()),
        ("2023/24 to 2025/26", ()),
        (", ".join(f"{percent} %" for percent in range(10, 40)), ()),
    ],
)
def test_parts_that_a_text_names(text: str, parts: tuple[Fraction, ...]) -> None:
    assert find_parts(text) == parts
