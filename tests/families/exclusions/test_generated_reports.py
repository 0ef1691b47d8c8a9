"""Reports of invented councils of four nations: every figure right, or said to be not understood; none wrong."""

import pytest

from tests.families.exclusions.generator import generate, judge


@pytest.mark.parametrize("seed", range(0, 300, 25))
def test_every_figure_is_right_or_kept_under_its_label(seed: int) -> None:
    outcome = judge(generate(seed))
    assert (outcome.wrong, outcome.lost) == ([], [])
    assert outcome.named + outcome.kept + outcome.unread > 0


def test_the_same_seed_gives_the_same_report() -> None:
    assert generate(7).data == generate(7).data
