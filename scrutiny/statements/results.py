"""Room `statements`: the words that call a figure the result of others.

Patterns that are asked of the words right before a figure, or right behind it: it is a total, or what is left.
"""

import re

from scrutiny.language.patterns import pattern_of

WORDS = r"(?:[\w'’-]+\s+)"
TOTAL = pattern_of(
    rf"\b(?:total(?:s|led|ling)?|together|altogether|combined|in\s+all|sum)\b\s*{WORDS}{{0,3}}$", re.IGNORECASE
)
IN_ALL = r"in\s+all(?!\s+(?:the|of|year|(?!was\b|is\b|has\b)[a-z-]+s)\b)"
"""Rejects "in all year", "in all wards"."""

TOTAL_BEHIND = pattern_of(
    rf"^\s+{WORDS}{{0,2}}?(?:{IN_ALL}|in\s+(?:total|both)|altogether|together|combined)\b", re.IGNORECASE
)
LEFT = pattern_of(
    r"\b(?:leav(?:es|ing)|left|remain(?:s|ed|ing|der)|rest|other|balance|net|difference|gap|shortfall|surplus)\b[\s,:]*"
    rf"{WORDS}{{0,4}}$",
    re.IGNORECASE,
)
LEFT_BEHIND = pattern_of(
    rf"^\s+{WORDS}{{0,4}}?(?:remain(?:s|ed|ing)?|left|unspent|unused|carried\s+(?:forward|over)(?!\s+from)|net|outstanding|falls?\s+to|short)\b"
    r"|^\s+(?:balance|remainder|shortfall|surplus|deficit)\b",
    re.IGNORECASE,
)

NEAR = 60
"""Characters beside a figure in which the word that says what it is stands."""
