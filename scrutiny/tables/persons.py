"""Room `tables`: what is counted once.

Pupils and people are counted once in a total however often they occur in its parts: a pupil excluded by two schools
is one pupil of the borough. So a headcount may be less than its parts add to; it may not be more.
"""

import re

_PERSONS = re.compile(
    r"\b(?:pupils?|children|learners?|students?|people|persons|individuals|families|households|residents|patients|"
    r"clients|young\s+people|headcount|disgyblion|dysgwyr|unique)\b",
    re.IGNORECASE,
)


def counts_persons(label: str) -> bool:
    """Whether a row or column counts people or households."""
    return _PERSONS.search(label) is not None
