"""Workings as they are written: a reader who works one out gets what the tool got."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny.figures.workings import Term, Tree, evaluate, over, plus, times, written
from tests.figures.reading import work_out

_NUMBERS = st.integers(min_value=-5000, max_value=5000).filter(bool)


def term(value: int) -> Term:
    return Term(printed=f"{value:,}", value=Fraction(value))


def in_brackets(value: int) -> Term:
    return Term(printed=f"({-value:,})" if value < 0 else f"£{value:,}", value=Fraction(value))


def _joined(parts: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    several = st.lists(parts, min_size=1, max_size=4)
    signed = several.flatmap(
        lambda own: st.lists(st.sampled_from((1, -1)), min_size=len(own), max_size=len(own)).map(
            lambda signs: plus(own, signs)
        )
    )
    pair = st.tuples(parts, parts)
    return st.one_of(signed, pair.map(lambda own: times(*own)), pair.map(lambda own: over(*own)))


TREES = st.recursive(st.one_of(_NUMBERS.map(term), _NUMBERS.map(in_brackets)), _joined, max_leaves=8)


@settings(max_examples=400, deadline=None)
@given(TREES)
def test_a_written_working_evaluates_to_what_its_tree_does(tree: Tree) -> None:
    expected = evaluate(tree)
    if expected is not None:
        assert work_out(written(tree)) == expected


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (times(plus([plus([term(4), term(5)])], [-1]), term(1000)), "(-(4 + 5)) x 1,000"),
        (plus([times(plus([term(4), term(5)]), term(1000))], [-1]), "-(4 + 5) x 1,000"),
        (plus([plus([in_brackets(-4), in_brackets(-5)])], [-1]), "-((4) + (5))"),
        (plus([term(9), plus([term(4), term(5)])], [1, -1]), "9 - (4 + 5)"),
        (plus([term(-9), term(-4)], [-1, -1]), "-(-9) - (-4)"),
        (plus([in_brackets(-9), term(4)]), "(9) + 4"),
    ],
)
def test_a_minus_is_never_lost(tree: Tree, expected: str) -> None:
    assert written(tree) == expected
