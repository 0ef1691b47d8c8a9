"""Room `statements`: which figures of a sentence are quantities.

Takes a sentence, gives its `Quantity`s. A number that names something counts nothing: sections of Acts, house and
plot numbers, blocks, conditions, questions, options, axes, list numbers, drawing numbers, "CO2". They are told by the
word before them, by the brackets of a sub-section behind them, or by the name of a street.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from scrutiny.figures import Unit, parse_figure
from scrutiny.figures.mentions import Mention, find_mentions
from scrutiny.language.direction import DOWN, UP
from scrutiny.language.letters import small_letters
from scrutiny.language.numerals import ONES
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.statements.model import Quantity

_NAMED = (
    r"(?:sections?|s|ss|sub-?sections?|conditions?|blocks?|plots?|lots?|units?|flats?|houses?|buildings?|sites?|zones?|"
    r"numbers|(?<![a-z]s\s)number|nos?|questions?|q|axis|statements?|appendix|appendices|annex|schedules?|policy|policies|policys|drawings?|"
    r"plans?|maps?|routes?|bus|services?|a|b|m|class|classes|use\s+class|order|rules?|standards?|articles?|chapters?|"
    r"forms?|lines?|rows?|columns?|steps?|stages?|parts?|options?|scenarios?|models?|types?|tiers?|levels?|grades?|bands?|"
    r"wards?|committees?|version|release|ref|reference|minutes?|items?|para|paragraphs?|page|pages|p|pp|table|figure|"
    r"chart|box|note|footnote|target|goal|priority|theme|objective|indicator|recommendation|motion|amendment|covid|cop|"
    r"month|period|group|phase|volume|vol|issue|agenda|case|pupil|child|key\s+stage|room|floor|level|grid|ce|ps)"
)
_AFTER_NAME = pattern_of(
    rf"(?<!['’])(?<!\bsame )(?<!\bthis )(?<!\bthat )\b(?!(?<=\d\s)[a-z]+s\b){_NAMED}"
    r"(?:[\s.:#-]*(?:\(\w+\)\s*)?|[\s.:#-]+(?:\(\w+\)\s*)?(?:\d+\s*(?:,|and|or|to|&|-|–)\s*)+)$",
)
"""Accepts "section ", "conditions 2, 3 and "; then the number behind names one of them. Not so "Of the 90 items 60",
and not "in the same period 205 were"."""

_LETTERED = pattern_of(
    r"\b(?:bands?|groups?|grades?|tiers?|categor(?:y|ies)|class|types?|zones?|levels?)\s+[A-Z]\s$", re.IGNORECASE
)
"""A class that is named by a letter, before how many there are in it: "Band A 625"."""

_STAGE = pattern_of(
    r"\b(?:stage|phase|part|tier|level|band|option|group|class|grade|quarter|year|zone|lot|priority)[\s-]$",
    re.IGNORECASE,
)
"""Before a number in words that names something: "stage two", "year six"."""

_AGE_OR_BASE = pattern_of(
    r"\b(?:aged|ages?\s+of|ages)\s+(?:under\s+|over\s+|between\s+|up\s+to\s+)?$|\b(?:per|(?:in|for|of)\s+(?:each|every))\s$",
    re.IGNORECASE,
)
"""Before an age, and before the base of a rate: "the age of five", "47 per 10,000", "7.0 for every 100"."""

_LASTS = pattern_of(r"^(?:\s+(?:and|or|to)\s+\w+)?[\s-](?:year|month|week|day|hour|term)\b", re.IGNORECASE)
"""Behind a number that tells of what kind something is: "two year olds", "a five year average", "28 day target"."""

STAYS_IN = pattern_of(r"^\s+(?:(?!(?:is|are|was|were)\b)[a-z]+\s+)?in\s+(?!total\b|all\b)[a-z]", re.IGNORECASE)
"""Behind what is left in something, of which it is the rest: "paid with £500,000, leaving £2m in the reserve"."""

_TIMES = pattern_of(r"[\s-]+(?:working\s+)?(?:years?|quarters?|months?|weeks?|days?|hours?|minutes?)\b")


TIMES_AS_MUCH = pattern_of(
    r"\s+times\s+(?:as\s+(?:much|many|high|great|large|long|likely)|more|higher|greater|larger)\b"
)
"""Behind how many times as much one figure is as another, which counts nothing."""


def lasts(text: str, quantity: Quantity) -> bool:
    """Whether a figure says how long something took: "within 20 working days"."""
    return quantity.unit is Unit.NUMBER and _TIMES.match(text, quantity.end) is not None


def is_of_kind(text: str, part: Quantity, whole: Quantity) -> bool:
    """Whether a count has no noun of its own, or that of another: "6 boats, 4 of oak and the other 2 painted"."""
    return part.unit is not Unit.NUMBER or part.noun[:1] == whole.noun[:1] or _NO_NOUN.match(text, part.end) is not None


_NO_NOUN = pattern_of(
    r"\s*(?:[.,;)]|$)|\s(?:are|were|is|was|ha[sd]|have|will|did|do|to|being|[a-z]+(?:ed|ing)|left|still|yet|in|at|by|on|for|from|of)\b"
)


def is_near(quantity: Quantity) -> bool:
    """Whether a figure is exact, or lies on either side of what it is said to be about."""
    return quantity.exact or (not quantity.mention.share and quantity.mention.about in _NEAR)


_NEAR = ("some", "about", "around", "approximately", "approx", "circa", "roughly")


def is_a_group(text: str, each: Quantity) -> bool:
    """Whether a number in words says of how many something is told: "225 homes across the four sites"."""
    return each.mention.in_words and not each.is_share and _OF_THE_GROUP.search(text[: each.start]) is not None


_OF_THE_GROUP = pattern_of(
    r"\b(?:across|in|at|for|over|throughout|on|among|within)\s+(?:the|these|those|all|its|our)\s+(?:other\s+)?$",
    re.IGNORECASE,
)


_OF_THEM = pattern_of(r"\s+(?:[a-z]+\s+)?of\s+(?:them|these|those|which|whom|it|this)\b")
_BRACKETS = pattern_of(r"\([^()]*\)")


def is_aside(text: str, quantity: Quantity) -> bool:
    """Whether a figure stands in a bracket that counts it out of the one before: "69 boats (56 of them hired)"."""
    opens = text[max(0, quantity.start - 1) : quantity.start] == "("
    return opens and not quantity.is_share and _OF_THEM.match(text, quantity.end) is not None


def without_asides(text: str) -> str:
    """A text with blanks for each bracket that counts some out of the figure before it."""
    asides = [each.start for each in find_quantities(text) if is_aside(text, each)] if " of " in text else []

    def blank(match: re.Match[str]) -> str:
        aside = _NO_PART.match(match[0]) or any(match.start() < at < match.end() for at in asides)
        return " " * len(match[0]) if aside else match[0]

    return _BRACKETS.sub(blank, text) if "(" in text else text


_NO_PART = pattern_of(
    r"\(\s*(?:[+-]?[\d.]+\s?%\s*\)|(?:as|up|down|from|was|were|compared|against|versus|vs\.?|previously|last|target|budget|forecast|see)\b)",
    re.IGNORECASE,
)
"""A bracket with the share that a figure is, or with what it is held against."""


_SUBSECTION = pattern_of(r"^\s?\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)(?!\s*%)")
_IN_SECTION = pattern_of(r"(?<!\b(?:19|20)\d)(?<!\b(?:19|20)\d\d[/–-]\d)\d\s?\($")
"""Before the number of a sub-section: "12(3)", and not the figure of a year: "2014 (320)", "2014/15 (320)"."""

_QUARTER = pattern_of(r"\bQ[1-4]\s?(?:,|to|and)\s$")
"""Before the next figure of some that are told by quarters: "12 in Q1, 19 in Q2"; of quarters there are four."""

_STREET = pattern_of(
    r"^[a-z]?,?\s+(?:(?:St\.?|[A-Z][\w'’]+)\s+){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Way|Close|Drive|Court|Place|Square|"
    r"Gardens|Terrace|Crescent|Hill|House|Park|Row|Walk|Mews|Grove|Green)\b"
)
_FORMULA = pattern_of(r"(?:\bCO|\bNO|\bPM|\bH|\bSO)$")
_OR_MORE = (
    r"\s+(?:or|and)\s+(?:fewer|more|less|over|under|above|below|up|older|younger|higher|lower|longer|greater|better)\b"
)
_BOUND = pattern_of(rf"^\s+[a-z]+{_OR_MORE}", re.IGNORECASE)
"""Of "exclusions of 5 days or fewer" the figure names a kind."""

_AT_LEAST = pattern_of(_OR_MORE, re.IGNORECASE)
"""Behind a figure that bounds how many there are, or names a kind: "44 had two or more", "absent (10% or more)"."""

_RANGE = pattern_of(r"\b(?:is|are|was|were|be)\s+(?:aged\s+)?\d{1,3}\s+to\s+\d{1,3}(?=\s*(?:[.,;)]|and\b|years\b|$))")
"""What something lies between: "142 were 18 to 64"; neither counts anything."""

_LIST = pattern_of(r"^\s*\(?\d{1,3}[.)]?\s*$")

_OPENS = pattern_of(r"\s+[A-Z]")
"""Behind the number of a paragraph begins a sentence: "3.2 Permanent exclusions fell". None begins with a decimal."""


MOST = 60
"""Figures of a sentence: one with more is a table that was read as prose."""


@functools.lru_cache(maxsize=8192)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence, from left to right; none of a text with more figures than a sentence has."""
    return tuple(_quantities(text)) if len(find_mentions(text)) <= MOST else ()


def _quantities(text: str) -> Iterator[Quantity]:
    found = find_mentions(text)
    taken = {mention.start for mention in found}
    over = [mention for mention in _over(text) if mention.start not in taken]
    mentions = sorted([*found, *over], key=lambda mention: mention.start)
    percents = any(mention.unit is Unit.PERCENT for mention in mentions)
    for at, mention in enumerate(mentions):
        if _names(text, mention) or (mention.share and not _WORDED.match(mention.figure.printed)):
            continue
        end = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
        noun = tuple(stems(_phrase(text[mention.end : end])))
        if percents and mention.unit is Unit.NUMBER and _POINTS.match(text[mention.end :]):
            mention = replace(mention, figure=replace(mention.figure, unit=Unit.POINTS))
        yield Quantity(mention=mention, noun=noun)


_POINTS = pattern_of(r"\s+(?:percentage\s+)?points?\b")
"""Behind "three" and "1.4" in a sentence that has percentages."""


_WORDED = pattern_of(rf"(?:an?|1|{'|'.join(ONES[1:10])})\b|half\b", re.IGNORECASE)
"""How a share in words begins; "the previous quarter" is a time."""

BEFORE = 80
"""Characters before a figure in which the words that introduce it stand."""


def words_before(text: str, quantity: Quantity) -> str:
    return text[max(0, quantity.start - BEFORE) : quantity.start]


def with_words(text: str, quantities: Sequence[Quantity]) -> list[tuple[Quantity, str, str]]:
    """Figures with the words before and behind each, up to the figures next to it."""
    bounds = [0, *(each.end for each in quantities)], [*(each.start for each in quantities), len(text)]
    words = [text[start:end] for start, end in zip(*bounds, strict=True)]
    return list(zip(quantities, words, words[1:], strict=False))


def gaps_between(text: str, quantities: Sequence[Quantity]) -> list[str]:
    """The words between each quantity and the next."""
    return [text[one.end : other.start] for one, other in pairwise(quantities)]


JOINS = r"\b(?:and|but|while|whereas)\b"
"""Before another clause of a sentence, which has a subject of its own."""

_OVER = pattern_of(
    r"(?<![\d/.,])(?P<top>\d{1,3}(?:,\d{3})*|\d+)\s?/\s?(?P<base>\d{1,3}(?:,\d{3})*|\d+)(?![\d/]|[.,]\d)"
)


def _over(text: str) -> Iterator[Mention]:
    """The two figures of "336/622"; of "24/25" and "2024/25", which are years, and "1/2" none."""
    for match in _OVER.finditer(text) if "/" in text else ():
        top, base = (parse_figure(match[name]) for name in ("top", "base"))
        year = len(match["base"]) == 2 and int(match["top"][-2:]) + 1 == int(match["base"])
        if top.value is None or base.value is None or year or base.value < LEAST or top.value > base.value:
            continue
        yield Mention(figure=top, start=match.start("top"), end=match.end("top"))
        yield Mention(figure=base, start=match.start("base"), end=match.end("base"))


def has_own_whole(text: str, share: Quantity) -> bool:
    """Whether a percentage has a whole, or a clause with a subject, that nothing before tells of: "Of 90 bids 40 were
    late (75% of letters were answered)", "40 of the 90 bids were late and staff turnover was 12%"."""
    before = text[: share.start]
    known = frozenset(stems(before))
    whole = _OF_WHAT.match(text, share.end) if known else None
    named = whole is not None and (whole["of"] is not None or share.mention.share)  # "two in five visitors"
    if whole is not None and named and not known.issuperset(stems(whole["what"])):
        return True
    begin = max((match.end() for match in _BEGINS.finditer(before)), default=0)
    said = _SUBJECT.match(before, begin) if begin else None
    return said is not None and not frozenset(stems(before[:begin])).issuperset(stems(said[1]))


_OF_WHAT = pattern_of(r"\s+(?P<of>of\s+)?(?P<what>[^()\[\].;,£\d]*+)(?![£\d])")
_BEGINS = pattern_of(rf"[(;]|{JOINS}")
_SUBJECT = pattern_of(rf"\s*((?:[\w'’-]+\s+)+?)(?:is|are|was|were|has|have|had|{UP}|{DOWN})\b", re.IGNORECASE)

QUARTERS = 4
LEAST = 10
"""A whole of fewer is not written with a stroke but as a fraction."""


_BETWEEN_TIMES = pattern_of(
    r"\bbetween\s+\S+\s+(?:(?:year|month|week|day|hour|minute)s?\s+)?and\s+\S+\s+(?:year|month|week|day|hour|minute)s?\b",
    re.IGNORECASE,
)
"""How long something is, between two lengths: "9 for between two and five days"."""


def _names(text: str, mention: Mention) -> bool:
    before, behind = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 80]
    if mention.unit is not Unit.NUMBER:
        return _AT_LEAST.match(behind) is not None
    if (mention.value > 1 and _LASTS.match(behind)) or _AGE_OR_BASE.search(before) or _AT_LEAST.match(behind):
        return True
    if " to " in text and any(span.start() < mention.start < span.end() for span in _RANGE.finditer(text)):
        return True
    if "etween " in text and any(span.start() < mention.start < span.end() for span in _BETWEEN_TIMES.finditer(text)):
        return True
    if mention.in_words:
        return _STAGE.search(before) is not None
    if mention.start < 4 and _LIST.match(text[: mention.end]) and behind[:1] in (".", ")"):
        return True
    if not before.strip() and "." in mention.figure.printed and _OPENS.match(behind):
        return True
    if _BOUND.match(behind) or re.match(r"[-–]\d", behind):
        return True  # "of 5 days or fewer", "1-20 Mill Lane"
    if "," in mention.figure.printed and mention.value >= 1000:
        return False
    return (
        (
            _AFTER_NAME.search(small_letters(before[-40:])) is not None
            and not _LETTERED.search(before)
            and not (mention.value > QUARTERS and _QUARTER.search(before))
        )
        or _SUBSECTION.match(behind) is not None
        or _STREET.match(behind) is not None
        or _FORMULA.search(before[-3:]) is not None
        or (_IN_SECTION.search(before[-12:]) is not None and behind.startswith(")"))
        or (re.search(r"[A-Z]\s?$|[#№]\s?$", before[-2:]) is not None and not _LETTERED.search(before))
    )


_ENDS = pattern_of(
    r"[.,;:()\[\]–—]|\b(?:were|was|are|is|had|has|have|who|which|that|and|or|but|compared|against|from|to)\b"
)


def _phrase(behind: str) -> str:
    """The words right behind a figure, up to the end of their phrase."""
    match = _ENDS.search(behind)
    return behind[: match.start()] if match else behind[:60]
