"""Room `statements`: the words that call a figure the result of others.

Patterns that are asked of the words right before a figure, or right behind it: it is a total, or what is left.
"""

import re

from scrutiny.language.direction import ABOVE, BELOW, DOWN, UP
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
    rf"{WORDS}{{0,4}}(?:(?:st(?:oo|an)ds?|c[ao]mes?|amount(?:s|ed))\s+(?:at|to)\s+)?$",
    re.IGNORECASE,
)
LEFT_BEHIND = pattern_of(
    rf"^\s+{WORDS}{{0,4}}?(?:remain(?:s|ed|ing)?|left|unspent|unused|carried\s+(?:forward|over)(?!\s+from)|net|outstanding|falls?\s+to|short)\b"
    r"|^\s+(?:balance|remainder|shortfall|surplus|deficit)\b",
    re.IGNORECASE,
)

_SO = r"\b(?:so(?:\s+that)?|that|this|which|it|giving|making|meaning|leaving)\b"
_RATE = (
    r"(?:rates?|turn-?out|take-?up|up-?take|performance|compliance|response|occupancy|attendance|coverage|completion|success|"
    r"proportion|share|percentage)"
)
RATE_OF = pattern_of(
    rf"(?:{_SO}[^.;:£\d]{{0,60}}|,\s+an?\s+(?:[a-z-]+\s+){{0,2}}?)\b{_RATE}\s+(?:[a-z]+\s+)?(?:of|was|is|at|to|stood\s+at|came\s+to)\s+$",
    re.IGNORECASE,
)
"""Before a share that the figures told so far make: "so that turnout was ", "That left performance at "."""

WAY_UP = pattern_of(rf"\b(?:{UP}|{ABOVE}|improve\w*|gain\w*)\b", re.IGNORECASE)
WAY_DOWN = pattern_of(rf"\b(?:{DOWN}|{BELOW}|los[st]\w*|saving\w*)\b", re.IGNORECASE)
_NET = (
    r"surplus|shortfall|under-?spen[dt]|over-?spen[dt]|deficit|gap|difference|savings?|balance|remainder|rest|excess|variance|"
    r"net\s+[a-z]+"
)
DIFFERENCE = pattern_of(
    rf"\b(?:leav(?:es|ing)|left|(?:the|an?)\s+(?:[a-z]+\s+){{0,2}}?(?:{_NET})\s+(?:(?!of\b)[a-z]+\s+){{0,5}}?(?:of|was|is|at|to|"
    rf"therefore)|^net\s+[a-z]+\s+(?:is|was)(?:\s+therefore)?|(?:the\s+)(?:remaining|other)|(?:over|under)-?spen[dt]\s+by|"
    rf"(?:so|therefore|thus)\s+(?:it\s+)?(?:(?:has|have|had)\s+)?(?:{UP}|{DOWN})\s+by)\s+$",
    re.IGNORECASE,
)
DIFFERENCE_BEHIND = pattern_of(
    rf"\s+(?:[a-z]+\s+){{0,3}}?(?:short(?:\s+of)?|shy\s+of|{ABOVE}|{BELOW}|over|under|more|fewer|less|higher|lower|better|worse|"
    r"longer|shorter)\b(?:\s+(?:than|of))?(?P<what>[^.,;:()£\d]*)",
    re.IGNORECASE,
)
STILL = pattern_of(
    r"\s+(?:[a-z]+\s+){0,2}?(?:(?:is|are|was|were)\s+)?(?:left(?:\s+over)?|remain(?:s|ed|ing)?|unspent|unused|still\s+to\s+be\s+[a-z]+|"
    r"still\s+to\s+[a-z]+|to\s+(?:do|go|find|come))\s*(?:[.;,]|$)",
    re.IGNORECASE,
)
"""Beside a figure that says how far two others are apart, or what the one leaves of the other."""

SAYS_NO_MORE = pattern_of(
    r"(?:\s+(?!(?:of|in|at|to|for|with|than|below|above|on|from|by|before|after|over|under|that|which|who|and|or|but|"
    r"plus)\b)[a-z-]+){0,3}\s*(?:[.;,)]|$)|"
    r"\s+(?:in\s+all|in\s+total|of\s+(?:them|these|the\s+total)|between\s+them)\s*(?:[.;,]|$)|"
    r"\s+(?:an?|per|for\s+each|for\s+every)\s+[a-z-]+\s*(?:[.;,]|$)"
)
"""Behind a conclusion: a few words, none of which begins to say of what else it is."""

AND_OTHERS = pattern_of(r"\b(?:others|the\s+rest|the\s+remainder|some|withdrawn)\b", re.IGNORECASE)
"""Behind what is left: there is more that is not counted."""

NEAR = 60
"""Characters beside a figure in which the word that says what it is stands."""
