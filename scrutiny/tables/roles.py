"""Room `tables`: what the rows and columns of a table stand for.

Takes the words of a label or heading, gives its `Role` and its `Period`. Words only: whether a row that is called a
total is one is found by arithmetic, and what no word tells is UNKNOWN, never guessed.
"""

import functools
import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from scrutiny.language.dates import MONTH, MONTHS
from scrutiny.language.patterns import pattern_of


class Role(StrEnum):
    """What an axis value is."""

    PERIOD = "period"
    PLACE = "place"
    GROUP = "group"
    CASE = "case"
    MEASURE = "measure"
    TOTAL = "total"
    UNKNOWN = "unknown"


class Period(Struct, frozen=True, kw_only=True):
    """A span of time as a label names it. `first` and `last` are calendar years: 2021/22 has both, 2021 has one.
    `part` is a term, quarter or month in lower case."""

    first: int | None = None
    last: int | None = None
    part: str | None = None

    def agrees(self, other: "Period") -> bool:
        """Whether both may mean the same time: what one of them leaves open, the other may say."""
        years = None in (self.first, other.first) or (self.first, self.last) == (other.first, other.last)
        return years and (None in (self.part, other.part) or self.part == other.part)

    @property
    def kind(self) -> int | None:
        """A number for months, for terms, for quarters and so on; None for a year."""
        return next((number for number, kind in enumerate(_order(None)) if self.part in kind), None)

    @property
    def place(self) -> int:
        """Which of the parts of its year it is, from 1: a year that ends in the next one begins in April, its terms in
        autumn. 0 for a year."""
        return next((kind.index(self.part) + 1 for kind in _order(self.last) if self.part in kind), 0)

    def precedes(self, other: "Period") -> bool:
        """Whether this is an earlier time: an earlier year, or an earlier part of the same year, of the same kind."""
        if self.first is None or other.first is None or self.first != other.first:
            return (self.first or 0) < (other.first or 0) and self.first is not None
        alike = (self.last, self.kind) == (other.last, other.kind)
        return alike and self.place < other.place


def run_on(times: Sequence[Period | None]) -> bool:
    """Whether times without a year follow one another as they are listed, in less than one round: April to July."""
    parts = [each.part for each in times if each is not None and each.first is None]
    kind = next((kind for kind in _order(None) if all(part in kind for part in parts)), ())
    steps = [(kind.index(later) - kind.index(one)) % len(kind) for one, later in pairwise(parts)] if kind else []
    nearer = len(steps) > 1 or sum(steps) * 2 < len(kind)
    return len(parts) == len(times) > 1 and 0 not in steps and 0 < sum(steps) < len(kind) and nearer


def _order(last: int | None) -> tuple[tuple[str | None, ...], ...]:
    """The parts of a year as they follow one another: of a calendar year, or of one that ends in the next."""
    months, terms = tuple(map(str.casefold, MONTHS)), ("spring", "summer", "autumn")
    return (
        (*months[3:], *months[:3]) if last else months,
        (terms[2], *terms[:2]) if last else terms,
        tuple(f"quarter {number}" for number in range(1, 5)),
        tuple(f"half term {number}" for number in range(1, 7)),
    )  # fmt: skip


_SPAN = pattern_of(r"\b(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?P<last>(?:19|20)?\d\d)\b(?!\s?[/–-]\s?\d)")
_YEAR = pattern_of(r"(?<![\d,./£-])(?P<year>(?:19|20)\d\d)(?!,?\d|\.\d|\s?%)")
_PART_BEGINS = "(?=au|sp|su|q|ha|ja|fe|ma|ap|ju|se|oc|no|de)"
_PART = pattern_of(
    rf"\b{_PART_BEGINS}(?P<part>autumn|spring|summer|(?:quarter|q)\s?[1-4]|half\s+term\s+[1-6]|"
    rf"{MONTH})\b",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=8192)
def find_period(text: str) -> Period | None:
    """The one period that a text names; None where it names none, or two."""
    every: set[tuple[int, int | None]] = set()
    if "19" in text or "20" in text:
        spans = {(int(match["first"]), _last(match)) for match in _SPAN.finditer(text)}
        every |= {(first, last) for first, last in spans if last == first + 1}
        every |= {(int(match["year"]), None) for match in _YEAR.finditer(_SPAN.sub(" ", text))}
    parts = {_part(match["part"]) for match in _PART.finditer(text)}
    if len(every) > 1 or len(parts) > 1 or not (every or parts):
        return None
    first, last = next(iter(every), (None, None))
    return Period(first=first, last=last, part=next(iter(parts), None))


_BESIDE = pattern_of(r"[\s,(]*(?:of\s+|in\s+)?(?:the\s+)?")
"""What stands between a part of a year and the year: "June 2024", "quarter 1 of 2023/24"."""


@functools.lru_cache(maxsize=2048)
def placed_periods(text: str) -> tuple[tuple[int, int, Period], ...]:
    """Every period that a text names, with where it stands: a part of a year with the year beside it."""
    found = [
        (*match.span(), Period(first=int(match["first"]), last=_last(match)))
        for match in _SPAN.finditer(text)
        if _last(match) == int(match["first"]) + 1
    ]
    bare = _SPAN.sub(lambda match: " " * len(match[0]), text)
    found += ((*match.span(), Period(first=int(match["year"]))) for match in _YEAR.finditer(bare))
    found += (
        (*match.span(), Period(part=_part(match["part"]))) for match in _PART.finditer(text) if match["part"] != "may"
    )
    joined: list[tuple[int, int, Period]] = []
    for start, end, period in sorted(found, key=lambda each: each[0]):
        before = joined[-1] if joined and _BESIDE.fullmatch(text[joined[-1][1] : start]) else None
        if before is not None and {before[2].part is None, period.part is None} == {True, False}:
            year, part = (before[2], period) if period.part else (period, before[2])
            joined[-1] = (before[0], end, Period(first=year.first, last=year.last, part=part.part))
        else:
            joined.append((start, end, period))
    return tuple(joined)


def _last(match: re.Match[str]) -> int:
    first, last = match["first"], match["last"]
    return int(last) if len(last) == 4 else int(first[:2] + last) + (100 if last == "00" else 0)


def _part(printed: str) -> str:
    text = re.sub(r"\s+", " ", printed.lower())
    if text[0] == "q" and text[-1].isdigit():
        return f"quarter {text[-1]}"
    return next((month for month in map(str.casefold, MONTHS) if len(text) >= 3 and month.startswith(text[:3])), text)


def without_period(text: str) -> str:
    """A label without the periods that it names, in lower case."""
    return re.sub(r"\s+", " ", _PART.sub(" ", _YEAR.sub(" ", _SPAN.sub(" ", text)))).strip().casefold()


EVERY = (
    r"all\b(?!\s+(?:other|saints|souls|hallows)\b|[\s-]through\b|"
    r"(?:\s+[\w'’.-]+)+\s+(?:school|academy|college|nursery)\W*$)"
)
"""What a total begins with that has every row: "All schools". "All Saints", "All Nations School" and "all-through" are
called so, and are no totals."""

TOTAL = pattern_of(
    r"^[\W\d]*(?:(?:grand|overall|sub|net|gross|combined|cumulative)[\s-]*)?totals?\b(?!\s+return)|\btotals?\W*$"
    rf"|\btotals?\s*[:(,–/-]|^[\W\d]*{EVERY}|^\W*sum\b|\bsub[\s-]?totals?\b|\bcyfanswm\b|^\W*(?:both|combined)\b"
    r"|^\W*net\b(?!\s+(?:(?:in|de)crease|change|movement)\b)"
    r"|(?<!of a )(?<!for a )(?<!per )\b(?:whole|academic|full|financial)\s+year$|^\W*(?:year|overall)\W*$",
    re.IGNORECASE,
)
"""What a total is called. Arithmetic decides; these words only make it likelier."""

PARTIAL_TOTAL = pattern_of(
    r"\b(?:exclud(?:es|ing)|without|except|less|of\s+which|including|cumulative|to\s+date)\b", re.IGNORECASE
)
"""Totals that do not claim to hold every row and no other."""

OF_WHICH = pattern_of(
    r"^\W*(?:of\s+(?:which|whom|these|those)|includ(?:es|ing)|incl\.|memo(?:randum)?\b|\(of\s+which)", re.IGNORECASE
)
"""Rows and columns that stand within another one and are no parts beside it."""

_ANEW = (
    r"^\W*%|%\W*$|\(%\)|\bper\s?cent\b|\b(?:average|mean|median|ratio|rank(?:ing)?|percentage|proportion|targets?|headcount|"
    r"cumulative|yield|cyfradd)\b"
    r"|(?<!business )(?<!domestic )\brates?\s*(?:\d|per\b|of\b|\(|:|/|$)|\bone\s+or\s+more\b|\bat\s+least\s+once?\b"
    r"|(?<!as )\bper\s+(?!(?:cent|month|quarter|term)\b)[a-z1]|\b(?:for\s+)?each\W*$|\bfor\s+each\b|\bunit\s+costs?\b"
)
WORKED_OUT = pattern_of(
    rf"{_ANEW}|\b(?:high|low|long|short|larg|small|old)est\b|\bm(?:ax|in)(?:imum)?\b", re.IGNORECASE
)
"""Rates, averages, targets, headcounts, extremes: worked out anew for a whole. Business rates are a tax."""

_NOT_ADDED = pattern_of(rf"{_ANEW}|\b(?:variance|change|difference|movement)\b", re.IGNORECASE)
"""Those, and changes, which are no parts beside what changed; the changes of the parts add up."""

STATISTIC = pattern_of(
    r"^\W*(?:(?:high|low)est(?=\W*$)|m(?:ax|in)(?:imum)?|av(?:erage|g)?\.?|mean|median|mode|range)\b", re.IGNORECASE
)
"""Rows of statistics: what holds across a row does not hold across them."""

_PLACE = pattern_of(
    r"\b(?:school|academy|college|infants?|juniors?|primary|panel|cluster|clwstwr|ysgol|partnership|district|"
    r"ward|area|locality|region|county|borough|england|scotland|wales|authority|provider|centre|hospital|nursery)\b"
    r"|^\W*(?:north|south|east|west|central|mid)(?:[\s-]?(?:north|south|east|west|central))?\W*$",
    re.IGNORECASE,
)
_GROUP = pattern_of(
    r"\b(?:years?|yrs?|blwyddyn|blynyddoedd)\s?\d{1,2}\b|\b(?:ks|key\s+stages?|stage)\s?\d\b|\b[ps][1-7]\b|\breception\b"
    r"|\b(?:boys|girls|males?|females?|sex|aged?|ethnic|sen|ehcp?|fsm|disability|need|reason|year\s+groups?)\b",
    re.IGNORECASE,
)
_CASE = pattern_of(
    r"^\W*(?:case|pupil|child|young\s+person)\s+(?:[A-Z]|\d{1,2})\b|^[A-Z][*†]?$|^\d{1,2}$", re.IGNORECASE
)
_MEASURE = pattern_of(
    r"\b(?:numbers?|no\.?\s+of|count|costs?|budgets?|outturn|forecast|actual|variance|balance|expenditure|income|spend|"
    r"funding|allocation|rates?|days?|weeks|places|share|change|pupils|children|suspensions|exclusions|referrals|cases|"
    r"moves|placements|indicator|target)\b",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=4096)
def find_role(text: str) -> Role:
    """What a label or heading stands for, by its words alone."""
    if not text.strip():
        return Role.UNKNOWN
    if names_total(text) and not OF_WHICH.search(text):
        return Role.TOTAL
    bare = re.sub(r"[\s\d/–—-]", "", text)
    if find_period(text) is not None and (len(bare) <= 14 or not _MEASURE.search(text)):
        return Role.PERIOD
    for pattern, role in ((_GROUP, Role.GROUP), (_CASE, Role.CASE), (_PLACE, Role.PLACE), (_MEASURE, Role.MEASURE)):
        if pattern.search(text):
            return role
    return Role.UNKNOWN


@functools.lru_cache(maxsize=4096)
def names_total(label: str) -> bool:
    """Whether a row or column is called a total."""
    return TOTAL.search(label) is not None


def names_statistic(label: str) -> bool:
    """Whether a label is the name of a statistic and no more: a school may be called "Range High School"."""
    return STATISTIC.fullmatch(label.strip().rstrip(".")) is not None


@functools.lru_cache(maxsize=4096)
def may_be_part(text: str) -> bool:
    """Whether a row or column may be a part of a total by its words."""
    return not OF_WHICH.search(text) and (not _NOT_ADDED.search(text) or _TOTAL_CHANGE.match(text) is not None)


_TOTAL_CHANGE = pattern_of(r"^\W*totals?\s+(?:change|variance|variation|difference|movement)s?\b", re.IGNORECASE)

_PERSONS = pattern_of(
    r"\b(?:pupils?|children|learners?|students?|people|persons|individuals|families|households|residents|patients|"
    r"clients|young\s+people|headcount|disgyblion|dysgwyr|unique)\b",
    re.IGNORECASE,
)


def counts_persons(label: str) -> bool:
    """Whether a row or column counts people or households."""
    return _PERSONS.search(label) is not None
