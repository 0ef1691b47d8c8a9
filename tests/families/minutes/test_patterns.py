"""Patterns for names take no longer where a name is long and nothing follows it."""

import re
import time
from typing import cast

import pytest

from scrutiny.families.minutes import openers, verdicts, votes
from scrutiny.families.minutes.labels import split_label
from scrutiny.families.minutes.people import split_owner
from scrutiny.figures.mentions import find_mentions
from scrutiny.language.patterns import Pattern

SECONDS = 0.5
"""Far more than they need, far less than a pattern that tries every way to part a name."""


@pytest.mark.parametrize(
    "text",
    [
        "SENIOR DEMOCRATIC SERVICES AND BUSINESS SUPPORT OFFICER team to write",
        "DEMOCRATIC SERVICES MANAGER and COMMITTEE SUPPORT OFFICER and HEAD OF LEGAL will write?",
        "A/B/C/D/E/F/G/H/I/J/K/L/M/N/O/P/Q/R/S/T/U/V/W/X/Y/Z will see to it",
        "The Committee for " + "ABCDEFGH " * 8 + "was late",
        "The " + "Parish " * 40 + "was late",
        "Proposed by Ann Orme and seconded by Ben Dray, all in favour. " * 80,
        "A" + "BC " * 1600,
        "a-" * 2500,
        "a" + "-" * 5000,
        "a." * 2500,
    ],
)
def test_long_names_and_near_misses(text: str) -> None:
    begun = time.process_time()
    split_owner(text)
    split_label(text)
    find_mentions(text)
    votes.read_vote(text)
    patterns = [
        cast(re.Pattern[str], each)
        for each in (*vars(openers).values(), *vars(verdicts).values(), *vars(votes).values())
        if isinstance(each, Pattern)
    ]
    assert len(patterns) > 20
    for pattern in patterns:
        pattern.search(text)
    assert time.process_time() - begun < SECONDS
