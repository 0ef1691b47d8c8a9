"""Part of the room `products`: how a sentence says that its figure came about.

Takes a claim, gives whether its words add something up, take something away, or conclude from what stands before.
"""

import re

from scrutiny.figures import Unit
from scrutiny.language.direction import ABOVE, BELOW, COMPARED, DOWN, UP
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.model import Claim
from scrutiny.products.verifying.numerals import Numeral, is_small
from scrutiny.products.verifying.roles import WENT_TO, lies_over, way_of

TOGETHER = pattern_of(
    r"\b(?:together|altogether|in\s+all|in\s+total|totals?|combined|between\s+them|sum|all|both|overall|whole|makes?|"
    r"(?:comes?|came|adds?\s+up|amounts?|amounted)\s+to)\b",
    re.IGNORECASE,
)
APART_WORDS = pattern_of(
    rf"\b(?:{UP}|{DOWN}|{ABOVE}|{BELOW}|{COMPARED}|differen\w*|gap|left|remain\w*|rest|others?|still|free|vacant|empty|filled|not|"
    r"without|apart|between|net|leav(?:es?|ing)(?!\s+out)|year\s+before|previous\s+year|saving|change)\b",
    re.IGNORECASE,
)
CONCLUDES = pattern_of(
    r"(?:(?:^|[,;:–—])\s*(?:and\s+)?|\band\s+)(?:so|thus|hence|therefore|that\s+is|which\s+means|meaning)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
"""Accepts the beginning of "So 31 of them passed", "of 40, so 12 others": it follows from two figures before it."""


OF_THEM = pattern_of(r"\s+of\s+(?:them|these|those|whom|which)\b|\s+[^,;:]{0,30}\bof\s+(?:whom|which)\b")
"""Accepts what stands behind a figure that is a part: "31 of them", "31 boats, of which"."""

_BY = pattern_of(r"\bby\s+(?:about\s+|some\s+|over\s+|nearly\s+|almost\s+)?$", re.IGNORECASE)


_FIGURE = r"[\w.,£%]+?"
_FROM_TO_BY = pattern_of(
    rf"\bfrom\s+{_FIGURE}\s+to\s+{_FIGURE},?\s+(?:or\s+|i\.e\.\s+|that\s+is\s+)?by\s+$", re.IGNORECASE
)
"""Accepts what stands before the last figure of "from 15 to 20, by five"."""

_WHICH_IS = pattern_of(
    rf"\b(?:(?:{UP}|{DOWN})\s+from|against|compared\s+(?:with|to))\s+{_FIGURE}(?:\s+[a-z]+){{0,4}},?\s+"
    r"(?:which|that)\s+(?:is|was|makes|means)\s+$",
    re.IGNORECASE,
)
"""Accepts what stands before the last figure of "20, up from 15, which is five"."""


_SPREAD = pattern_of(r"\b(?:range|spread|span)\s+of\s+(?:about\s+|some\s+|nearly\s+|almost\s+)?$", re.IGNORECASE)
"""Accepts what stands before the last figure of "between 20 and 35, a range of 15"."""


def says_level(claim: Claim) -> bool:
    """Whether a figure is what something came to: "is down to 12"."""
    return not claim.row and WENT_TO.search(claim.text[: claim.start]) is not None


_AGAIN = pattern_of(r"(?:\s+[a-z]+)?(?:\s*\(|,?\s+or\s+)(?:about\s+|or\s+)?")
"""Between a change and the share that it is: "12 boats (7%)", "12, or 7%"."""


def change_before(claim: Claim) -> Numeral | None:
    """The change that a share says in another way, "up by 12 (or 7%)"."""
    if claim.row or claim.numeral.unit is not Unit.PERCENT:
        return None
    before = max((each for each in claim.beside if each.end <= claim.start), key=lambda each: each.end, default=None)
    if before is None or not before.number or _AGAIN.fullmatch(claim.text[before.end : claim.start]) is None:
        return None
    return before if way_of(claim.text, before.start, before.end) is not None else None


def says_apart(claim: Claim) -> bool:
    """Whether a figure is said to be the difference of two others: "five fewer", "£1.2m below", "by £4"."""
    before = claim.text[: claim.start]
    if says_level(claim):
        return False
    by = not claim.row and (_BY if not is_small(claim.numeral) else _FROM_TO_BY).search(before) is not None
    lies = lies_over(claim.text, claim.start, claim.numeral.end) is not None
    which = not claim.row and (_WHICH_IS.search(before) or _SPREAD.search(before)) is not None
    return by or lies or which or APART_WORDS.search(clause_of(claim)) is not None


def clause_of(claim: Claim) -> str:
    """The words between the figures on either side of a claim's: "two fewer than"."""
    if claim.row:
        return claim.text
    numeral = claim.numeral
    before = max((each.end for each in claim.beside if each.end <= numeral.start), default=0)
    behind = min((each.start for each in claim.beside if each.start >= numeral.end), default=len(claim.text))
    left, right = claim.text[before : numeral.start], claim.text[numeral.end : behind]
    return f"{_THAN.sub('', _NEXT.split(left)[-1])} {_NEXT.split(right)[0]}"


_THAN = pattern_of(r"\b(?:more|less|fewer)\s+than\s*$", re.IGNORECASE)
"""In "more than 150" nothing is taken from anything."""

_NEXT = pattern_of(r"[;:]|[,—–]\s+(?:and|but|while|whereas)\b", re.IGNORECASE)
"""Where another clause begins."""
