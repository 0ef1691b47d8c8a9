"""Room `pack`: whether a text has any of the words that marks are made of.

Takes a page or a line, says no where it can hold no mark (`marks`), which is true of most and quickly seen: the words
are looked for in small letters, without a pattern where one is not needed.
"""

import functools
import re
from collections.abc import Iterable

from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.patterns import pattern_of
from scrutiny.pack.audience import BODY, PASSED, PERSONS

_ON_PAGE = (
    "exempt confiden private restrict sensitive publication publish privilege exclude exclusion disclos circulation "
    "circulate distribut releas transmi withheld camera eithr yfrinach reifat hoedd cyfyngedig withdrew reserved aeedig"
)
_ON_PAGE_WORDS = tuple(_ON_PAGE.split())
COLOURS = ("pink", "yellow", "green", "blue", "buff", "lilac", "salmon", "grey")
_COLOURED = "|".join(rf"{colour}\s*(?:\s+pa(?:per|ge)|/)" for colour in COLOURS)
_PUBLIC = r"\s+(?:to\s+)?(?:the\s+){0,2}p"
_ON_PAGE_TOGETHER = pattern_of(
    rf"100(?<=\b100)\s?\(?a|50(?<=\b50)\s?\(?a|a(?:bsence\s+of{_PUBLIC}|todlen\s+12)|by\s+virtue|"
    r"c(?:losed\b|\s+o\s+n\s+f\s+i\s+d)|do\s+not\s+(?:copy|forward|share)|e\s+x\s+e\s+m\s+p|"
    rf"for\s+release\b|in\s+committee|made\s+public|"
    rf"n(?:fp(?<=\bnfp)\b|ot\s+(?:(?:open|available|accessible|for){_PUBLIC}|(?:to\s+)?be\s+{PASSED})|on-?\s?(?:public|open))|open\s+to\s+the|"
    r"p(?:ublicly\s+available|art:?\s+(?:2|ii|b|two)\b|art\s+(?:1|i|one|4)\s+of\b|aragraphs?\s+\d)|"
    rf"sch(?:edule|(?<=\bsch))\.?\s+(?:12|7|6)|without{_PUBLIC}|yn\s+rhinwedd|{_COLOURED}"
)
"""Words that are too common alone. Each begins with a letter or a digit, those that begin alike stand together, and
what must stand before one is asked behind it: then they are looked for six times as fast."""
_NAMES_READERS = pattern_of(
    rf"(?:limited|confined)\s+(?:(?:only|solely)\s+)?to\b|public\s+access\b|"
    rf"paper\s+colour|colour\s+of\s+(?:the\s+)?paper|(?:issued|sent|available)\s+(?:only\s+)?to\s+(?:the\s+)?{PERSONS}"
)
_ONLY = pattern_of(r"only\b")
_THEY_ONLY = pattern_of(rf"(?:{PERSONS}|{BODY})['’]?[\s-]+(?:and\s+officers[\s-]+)?(?:eyes[\s-]+)?only\b")
_BEFORE_ONLY = 80
"""Characters in which they stand that may read it: "governors and officers' eyes only" has 30."""
_READERS = ("limited", "confined", "only", "access", "colour")
"""What a text must have that says who may read a paper (`audience`)."""

_IN_MARK = (
    "exempt confiden private restrict closed sensitive camera privileg only paper page public publish open releas "
    "circulat disclos distribut copy forward share nfp hoeddi withheld press eithri yfrinach reifat cyfyngedig para "
    "categor sch section reserved limited confined shown share seen aeedig"
)
_IN_MARK_WORDS = (*_IN_MARK.split(), *COLOURS, "part")
"""Each status, exemption and ground in law of `marks` has one of these."""

OF_THE_ACT = pattern_of(
    r"^(?=.*\bpara(?:graph)?s?\.?\s*1?\d\b(?!\.\d))\W*(?:(?P<number>para(?:graph)?s?\W*\d+)\W+|(?:this|the)\s+(?:item|report|minute)\s+contains?\s+)?"
    r"information\s+(?:relating\s+to|which|that|in\s+respect\s+of)\b[^.]{0,60}?\b(?:financial|business|individual|identity|"
    r"negotiations?|labour|privilege|prevention|investigation|prosecution)\b",
    re.IGNORECASE,
)
"""The classes of the Schedule in its own words, with their number: "Paragraph 3 - information relating to the financial
or business affairs of any person"."""


def tells_classes(rows: Iterable[str]) -> bool:
    """Whether rows tell what the classes of the Schedule are, and not of which of them a paper is."""
    return sum(_CLASS.match(row) is not None for row in rows) >= MANY_CLASSES


_CLASS = pattern_of(r"^\W*para(?:graph)?\W*\d+\W+information\b", re.IGNORECASE)
MANY_CLASSES = 4
"""More than a paper has grounds; the Schedule has seven."""

_PASSED_ON = (
    "publi releas circulat disclos distribut cop forward share open show pass sen given quoted communic reveal discuss "
    "issued read view known seen transmi avail"
)
_PASSED_ON_WORDS = tuple(_PASSED_ON.split())
"""What a paper with a status is not, or must not be."""


@functools.lru_cache(maxsize=8192)
def may_hold_mark(text: str) -> bool:
    """Whether a page, or a row of it, need be looked at for marks and for passages that are not public."""
    small = small_letters(text)
    return (
        has_any(_ON_PAGE_WORDS, small)
        or _ON_PAGE_TOGETHER.search(small) is not None
        or (has_any(_READERS, small) and _names_readers(small))
    )


def _names_readers(small: str) -> bool:
    """Whether a text in small letters says who may read a paper. People are only looked for right before "only": there
    are too many names for them to be looked for anywhere."""
    return _NAMES_READERS.search(small) is not None or any(
        _THEY_ONLY.search(small, max(0, only.start() - _BEFORE_ONLY), only.end()) for only in _ONLY.finditer(small)
    )


def may_be_mark(line: str) -> bool:
    """Whether a line may be a mark itself."""
    small = small_letters(line)
    return has_any(_IN_MARK_WORDS, small) or (has_any(("not", "non"), small) and has_any(_PASSED_ON_WORDS, small))


_TICKED = "☑☒■✓✔✗\uf0fe\uf0fd\uf052"
_BOX = pattern_of(rf"\[\s*[xX✓✔]?\s*\]|[☐□\uf06f\uf0a8{_TICKED}]")


def has_boxes(text: str) -> bool:
    """Whether a line has boxes to tick."""
    return _BOX.search(text) is not None


def ticked(text: str) -> str:
    """Of a line with boxes to tick, what is ticked, behind the question that it answers; a box stands before its words,
    unless the line ends with one. A single empty box, not in brackets, may be a bullet: then it says nothing."""
    boxes = list(_BOX.finditer(text))
    if not boxes or (len(boxes) == 1 and boxes[0].group() in _BULLETS):
        return text
    ends = [0, *(at for box in boxes for at in box.span()), len(text)]
    pieces = [text[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True)]
    question, words = ([pieces[0]], pieces[1:]) if pieces[-1].strip() else ([], pieces[:-1])
    chosen = [word for box, word in zip(boxes, words, strict=True) if re.search(rf"[xX{_TICKED}✓✔]", box.group())]
    return " ".join(" ".join(question + chosen).split()) if chosen else ""


_BULLETS = "□\uf06f\uf0a8"
