"""Reports made up with exact truth: every figure right or said to be not understood, none wrong."""

from tests.families.costs.generator import make_report, score

REPORTS = 60
"""Of each kind about ten; `python -m tests.families.costs.generator 300` runs more."""


def test_no_figure_is_wrong_and_nearly_every_wrong_one_is_found() -> None:
    scores = [score(make_report(seed)) for seed in range(REPORTS)]
    assert [each.wrong for each in scores if each.wrong] == []
    right, left_open = sum(each.right for each in scores), sum(each.open for each in scores)
    assert right >= 0.98 * (right + left_open)
    assert sum(each.found for each in scores) >= 0.95 * sum(each.spoiled for each in scores)
