"""Room `figures`: how likely it is that one figure was meant as another."""

from decimal import Decimal

import pytest

from scrutiny.figures.intervals import Interval
from scrutiny.figures.slips import looks_like_a_slip, slip_evidence, slip_of_sum

D = Decimal


@pytest.mark.parametrize(
    ("printed", "expected", "alike"),
    [
        ("8138", "8318", True),  # two digits exchanged
        ("4127", "4197", True),
        ("32600000", "37500000", False),  # £32.6m and £37.5m: the noughts are no likeness
        ("2600000", "3600000", False),
        ("12", "19", False),  # of two digits, too many figures are alike
    ],
)
def test_a_slip_is_a_likeness_that_is_no_chance(printed: str, expected: str, *, alike: bool) -> None:
    assert looks_like_a_slip(D(printed), D(expected)) is alike


def test_a_slip_in_a_part_is_seen_from_the_sum_and_each_part_makes_it_likelier_by_chance() -> None:
    parts = [(D(970), 1), (D(353), 1), (D(240), 1)]
    total = Interval.of(D(1563))
    few = slip_of_sum(D(2163), total, parts, D(1))  # 953 printed as 353
    many = slip_of_sum(D(2163), total, [*parts, *((D(7), 1) for _ in range(20))], D(1))
    assert 0 < many < few < slip_evidence(D(353), D(953))
    assert slip_of_sum(D(11), total, parts, D(1)) <= 0
