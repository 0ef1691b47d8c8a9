"""Room `pack`: whether a text has any of the words that marks are made of.

Takes a page or a line, says no where it can hold no mark (`marks`), which is true of most and quickly seen: the words
are looked for in small letters, without a pattern where one is not needed.
"""

import re

from scrutiny.language.letters import has_any, small_letters

_ON_PAGE = (
    "exempt confiden private restrict sensitive publication publish privilege exclude exclusion disclosure circulation "
    "circulate distribut eithr cyfrinach preifat cyhoedd gyhoedd cyfyngedig withdrew"
)
_ON_PAGE_WORDS = tuple(_ON_PAGE.split())
_ON_PAGE_TOGETHER = re.compile(
    r"\bnfp\b|schedule\s+(?:12|7|6)|\b100\s?\(?a|\b50\s?\(?a|in\s+camera|in\s+committee|closed\s|"
    r"members['’]?\s+(?:eyes\s+)?only|councillors?\s+only|(?:pink|yellow|green|blue|buff|lilac|salmon|grey)\s+(?:paper|page)|"
    r"part\s+(?:2|ii|b|two)\b|c\s+o\s+n\s+f\s+i\s+d|e\s+x\s+e\s+m\s+p|\bsch\.?\s+(?:12|7)|open\s+to\s+the|by\s+virtue|"
    r"yn\s+rhinwedd"
)
"""Words that are too common alone."""

_IN_MARK = (
    "exempt confiden private restrict closed sensitive camera privileg only paper page public publish open releas "
    "circulat disclos distribut copy forward share nfp hoeddi withheld press eithri cyfrinach preifat cyfyngedig para "
    "categor sch section"
)
_IN_MARK_WORDS = tuple(_IN_MARK.split())
"""Each status, exemption and ground in law of `marks` has one of these."""


def may_hold_mark(text: str) -> bool:
    """Whether a page, or a row of it, need be looked at for marks and for passages that are not public."""
    small = small_letters(text)
    return has_any(_ON_PAGE_WORDS, small) or _ON_PAGE_TOGETHER.search(small) is not None


def may_be_mark(line: str) -> bool:
    """Whether a line may be a mark itself."""
    return has_any(_IN_MARK_WORDS, small_letters(line))
