"""The grammar of actions: each rule takes its examples, leaves the others, and is fast on near misses."""

import time

import pytest

from scrutiny.minutes import RULES, Rule
from scrutiny.minutes.actions import LONGEST


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_takes_and_leaves_its_examples(rule: Rule) -> None:
    assert rule.takes
    assert rule.leaves
    for text in rule.takes:
        assert rule.pattern.search(text), text


NEAR_MISSES = (
    "would be " * 1100, "He would " * 1100, "asked if " * 1100, "The Head of " * 800, "report " * 1400,
    "Councillor A B C " * 600, " " * 10_000, "and would be suggested that " * 350, "the Chair agreed that " * 450,
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_fast_on_near_misses(rule: Rule) -> None:
    """No pattern takes more than 0.1 s on the longest sentence that is read."""
    for text in NEAR_MISSES:
        start = time.perf_counter()
        rule.pattern.search(text[:LONGEST])
        assert time.perf_counter() - start < 0.1, (rule.name, text[:20])


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
