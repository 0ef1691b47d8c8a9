"""Short minutes of many sorts of bodies, in our own words: their actions and decisions are found, and little else is."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from scrutiny.families.minutes.facts import Minutes
from scrutiny.families.minutes.read import find_minutes
from tests.builders.bodies import Body, read_bodies

BODIES = tuple(read_bodies(Path(__file__).parent))
SAID = 0.7
"""Share of the words of a label that a row must quote."""


@pytest.fixture(scope="module")
def found() -> list[tuple[Body, Minutes]]:
    return [(body, find_minutes(body.lay_out(), meeting=None)) for body in BODIES]


def test_there_are_many_sorts_of_bodies() -> None:
    assert len({body.sort for body in BODIES}) == len(BODIES) >= 260
    assert sum(len(body.actions) for body in BODIES) >= 900


def test_their_actions_are_found(found: list[tuple[Body, Minutes]]) -> None:
    core = [
        (label, [row.quote for row in minutes.actions])
        for body, minutes in found
        for label in body.actions
        if label["core"]
    ]
    assert sum(quoted(label, quotes) for label, quotes in core) >= 0.85 * len(core)


def test_little_else_is_an_action(found: list[tuple[Body, Minutes]]) -> None:
    rows = [(body, row.quote) for body, minutes in found for row in minutes.actions]
    right = sum(any(quoted(label, [quote]) for label in body.actions) for body, quote in rows)
    assert right >= 0.93 * len(rows)


def test_their_decisions_are_found(found: list[tuple[Body, Minutes]]) -> None:
    core = [
        (label, [row.quote for row in minutes.decisions])
        for body, minutes in found
        for label in body.decisions
        if label["core"]
    ]
    assert sum(quoted(label, quotes) for label, quotes in core) >= 0.8 * len(core)


def quoted(label: dict[str, object], quotes: Sequence[str]) -> bool:
    words = re.findall(r"\w+", str(label["text_start"]).lower())
    return any(
        sum(word in set(re.findall(r"\w+", quote.lower())) for word in words) >= SAID * len(words) for quote in quotes
    )
