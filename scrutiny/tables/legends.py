"""Room `tables`: what a paper says about its own marks and its own rounding.

Takes a table and the text of its pages, gives a `Legend`: the bounds of each mark that hides a figure, whether the
paper protects hidden figures against being worked back, and whether it says that sums may be out by rounding.
"""

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Interval
from scrutiny.language.letters import has_any, small_letters
from scrutiny.language.numerals import SMALL_NUMBERS
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.model import TableRead


class Legend(Struct, frozen=True, kw_only=True):
    """`bounds` are pairs of a mark and what it can stand for; `protects` says that more was hidden so that nothing
    can be worked back; `rounding` that the paper excuses sums that are out by rounding."""

    bounds: tuple[tuple[str, Interval], ...] = ()
    protects: bool = False
    rounding: bool = False
    estimated: bool = False
    """Whether the caption says that the figures are worked out from a part: then none was counted."""


_ROUNDED = pattern_of(
    r"\b(?=(?:un)?round)(?<!well[-\s])(?<!all[-\s])(?<!more\s)(?<!less\s)(?:un)?round(?:ing|ings|ed)\b", re.IGNORECASE
)
"""Rejects "a well-rounded pupil"."""

_ADDS = (
    r"(?:sum|add|total|cast|tally|agree|equal|match|reconcile|correspond|balance|come\s+to|make|"
    r"be\s+(?:equal|the\s+sum|the\s+same))"
)
_NOT = r"(?:(?:may|might|do(?:es)?|will|can|could|need|should)\s+not|cannot|don['’]t|won['’]t|doesn['’]t)"
_APART = pattern_of(
    rf"\b{_NOT}\s+(?:\w+\s+)?{_ADDS}\b|\b(?:may|might|can|could|will)\s+(?:\w+\s+)?(?:differ|vary|be\s+(?:\w+\s+)?out)\b"
    r"|\b(?:due|owing|subject)\s+to\s+rounding\b|\brounding\s+(?:differences?|errors?|discrepanc\w+|adjustments?|effects?)\b"
    r"|\b(?:differences?|discrepanc\w+|variations?)\b.{0,40}\b(?:due|owing|because|result|caused)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What a sentence that speaks of rounding says of sums: "may not sum", "can differ from", "rounding differences"."""

_EVERYWHERE = pattern_of(
    r"\b(?:throughout|(?:in|of|within)\s+(?:this|the)\s+(?:report|document|paper|appendix|book|publication|pack)|"
    r"(?:all|the|some)\s+tables)\b",
    re.IGNORECASE,
)
"""What such a sentence says of where it holds, if it holds on more than its own page."""

SENTENCE = 240
"""Characters of a sentence on either side of the word that speaks of rounding."""

_ESTIMATED = pattern_of(r"\b(?:extrapolat|estimat|approximat|modelled|grossed)", re.IGNORECASE)

_SMALL = r"\d{1,2}|" + "|".join(SMALL_NUMBERS)
_RANGE = rf"(?:from\s+)?(?P<low>{_SMALL})\s*(?:to|and|or|[-–])\s*(?P<high>{_SMALL})"
_FEWER = r"(?:fewer|less)\s+than\s+(?P<below>\d{1,2}|five|six|ten)"
_MARK = r"(?P<mark>[*†‡cx~]|<\s?\d{1,2}|low|k)"
_EXPLAINS = pattern_of(
    rf"(?:^|[\s\"'“‘(;:]){_MARK}[\"'”’)]?\s*(?:[:=,–-]|means|is|are|denotes|stands\s+for|shows|indicates|represents)\s[^.;]{{0,60}}?"
    rf"(?:{_RANGE}|{_FEWER})\b",
    re.IGNORECASE,
)
_MAY_EXPLAIN = pattern_of(
    r"[*†‡cx~<lk](?<![^\s\"'“‘(;:][*†‡cx~<lk])(?:(?<=[*†‡cx~k])|(?<=<)\s?\d{1,2}|(?<=l)ow)[\"'”’)]?\s*"
    r"(?:[:=,–-]|means|is|are|denotes|stands\s+for|shows|indicates|represents)\s"
)
"""How an explanation begins, in small letters: quick to look for, and seldom there."""

_LISTED = pattern_of(rf"(?:^|[\s\"'“‘(;:,]){_MARK}[\"'”’)]?\s+for\s+{_RANGE}\b", re.IGNORECASE)
"""The further marks of a list: "< 5 stands for 1 to 4 cases, c for 1 to 4 held back by a school"."""

_HIDES = pattern_of(
    rf"\b(?:figures?|numbers?|cells?|values?|counts?)\s+(?:of\s+)?(?:{_RANGE}|{_FEWER})\b[^.]{{0,60}}?\b(?:shown|replaced|"
    rf"suppressed|marked|printed|given|withheld)\b[^.]{{0,20}}?(?:as|by|with)?\s*[\"'“‘(]?{_MARK}",
    re.IGNORECASE,
)
_PROTECTS = pattern_of(
    r"\b(?:to\s+(?:protect|prevent|avoid|stop)|so\s+that\s+(?:it|they|none|nothing)|secondary\s+suppression|"
    r"or\s+(?:a\s+)?(?:higher|another|larger)\b[^.]{0,30}(?:withheld|hidden|suppressed))\b",
    re.IGNORECASE,
)

_LEGENDS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_EXPLAINS, lambda small: _MAY_EXPLAIN.search(small) is not None),
    (_LISTED, lambda small: "for" in small),
    (
        _HIDES,
        lambda small: has_any(("shown", "replaced", "suppressed", "marked", "printed", "given", "withheld"), small),
    ),
)
"""Each pattern with what a text in small letters must have for it."""

REACH = 400
"""Characters of a page behind a caption that what begins in the caption can take in at the most."""


def read_legend(table: TableRead, text: str) -> Legend:
    """What the caption and the pages say."""
    caption = table.caption or ""
    head = f"{caption} \n {text[:REACH]}"
    begins_in_caption = any(match.start() < len(caption) for match in _explanations(head))
    page = _read_page(f" \n {text}")
    said = _read_text(f"{caption} \n {text}") if begins_in_caption else page
    bounds = dict(said.bounds)
    zero = any(cell.text.strip() == "0" for row in table.rows for cell in row)
    for row in table.rows:
        for cell in row:
            match_ = re.fullmatch(r"<\s?(\d{1,2})", cell.text.strip())
            if match_ and zero:  # a true nought is printed as one, so this is none
                mark = re.sub(r"\s", "", cell.text)
                bounds.setdefault(mark, Interval(low=Decimal(1), high=Decimal(match_[1]) - 1))
    return Legend(
        bounds=tuple(sorted(bounds.items(), key=lambda each: each[0])),
        protects=said.protects,
        rounding=page.rounding or _says_rounding(head),
        estimated=_ESTIMATED.search(caption) is not None,
    )


def _explanations(said: str) -> Iterator[re.Match[str]]:
    """Every explanation of a mark."""
    small = small_letters(said)
    for pattern, may_stand in _LEGENDS:
        if may_stand(small):
            yield from pattern.finditer(said)


def _on_rounding(said: str) -> Iterator[str]:
    """The sentences that excuse sums by rounding."""
    if "ound" not in said and "OUND" not in said:
        return
    for match in _ROUNDED.finditer(said):
        before = said[max(0, match.start() - SENTENCE) : match.start()]
        behind = said[match.start() : match.end() + SENTENCE]
        sentence = _END.split(before)[-1] + _END.split(behind)[0]
        if _APART.search(sentence):
            yield sentence


_END = pattern_of(r"[.;](?=\s|$)|\n\s*\n")


def on_rounding_everywhere(pages: Sequence[str]) -> str:
    """What some pages say of rounding that holds for all of them: "throughout this report totals may not sum"."""
    return "\n".join(said for text in pages for said in _on_rounding(text) if _EVERYWHERE.search(said))


def _says_rounding(said: str) -> bool:
    return any(_on_rounding(said))


def _read_text(said: str) -> Legend:
    """What a text says of its marks and its rounding."""
    bounds: dict[str, Interval] = {}
    protects = False
    for match in _explanations(said):
        low, high = _bounds(match)
        behind = said[match.start() : match.end() + 80]
        mark = re.sub(r"\s", "", match["mark"].lower())
        if _PROTECTS.search(behind.split(";")[0]):
            protects = True
            continue  # a higher figure may be hidden as well: no bound
        bounds.setdefault(mark, Interval(low=low, high=high))
    return Legend(bounds=tuple(bounds.items()), protects=protects, rounding=_says_rounding(said))


_read_page = functools.lru_cache(maxsize=16)(_read_text)
"""The same of the text of some pages, which several tables may share."""


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    groups = match.groupdict()
    if groups.get("below"):
        return Decimal(0), Decimal(_number(groups["below"])) - 1
    return Decimal(_number(groups["low"])), Decimal(_number(groups["high"]))


def _number(word: str) -> int:
    return SMALL_NUMBERS.get(word.lower()) or int(word)
