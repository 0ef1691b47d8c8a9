"""Room `tables`: what the figures of a table count, and how exact they are.

Takes the words of a heading, a caption, a unit row or a cell, gives a `MeasureUnit`; takes a figure with its unit,
gives the interval it can stand for. The unit decides how exact a print is: pupils are counted, £000 were rounded to
the nearest thousand. It gives no names and adds nothing up.
"""

import functools
import re
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures import Figure, FigureKind, Interval, Unit
from scrutiny.language.patterns import pattern_of


class UnitKind(StrEnum):
    """What is counted."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "percentage points"
    RATE = "rate"
    DAYS = "days"
    WEEKS = "weeks"
    PLACES = "places"
    UNKNOWN = "unknown"


ADDED = frozenset({UnitKind.COUNT, UnitKind.MONEY, UnitKind.DAYS, UnitKind.WEEKS, UnitKind.PLACES, UnitKind.UNKNOWN})
"""Units whose figures may be added; rates and percentages are worked out anew for a whole."""


class MeasureUnit(Struct, frozen=True, kw_only=True):
    """The unit of a cell. `scale` is the power of ten that the heading says ("£000" is 3): printed figures are in it.
    `per` is the base of a rate ("per 1,000"). `nearest` is what figures are said to be rounded to ("to the nearest
    5"). `printed` are the words that say so."""

    kind: UnitKind = UnitKind.UNKNOWN
    scale: int = 0
    per: int | None = None
    nearest: Decimal | None = None
    said: bool = False
    """Whether the paper says so; else all figures of the table show it."""
    printed: str | None = None

    @property
    def adds(self) -> bool:
        return self.kind in ADDED

    @property
    def of_any(self) -> bool:
        """Whether it tells the scale and not of what: "(000s)" may stand over pupils as well as over pounds. "(m)" over
        counted things is not one: it may be metres, or boys and men."""
        return self.scale > 0 and (self.printed or "").lower() != METRES and _MONEY.search(self.printed or "") is None

    def agrees(self, other: "MeasureUnit") -> bool:
        """Whether figures of both may be added: an unknown unit may be any."""
        if UnitKind.UNKNOWN in (self.kind, other.kind):
            return True
        counted = {UnitKind.COUNT, UnitKind.PLACES}
        alike = self.kind is other.kind or {self.kind, other.kind} <= counted
        return alike and self.scale == other.scale and self.per == other.per


UNKNOWN = MeasureUnit()

METRES = "(m)"
"""Millions where it stands over money; elsewhere it may be metres, or male."""

_CURRENCY = r"(?:[£$€]|\b(?:GBP|EUR|USD)\b)"
_TICK = "['’‘`´]"
_BRACKETS = r"[(\[（]\s?{}\s?[)\]）]"
_NOUGHTS = rf"0{{3}}(?:{_TICK}?s)?\b"


def _words_of(scale: str) -> str:
    """A scale in words: "in thousands", "[In thousands of homes]", "thousands of pounds", "Thousands" alone."""
    brackets = _BRACKETS.format(rf"(?:in\s+)?{scale}s?(?:\s+of\s[^)\]）]{{1,30}})?")
    return rf"\bin\s+{scale}s\b(?!\s+of\b)|{brackets}|^\W*{scale}s?\W*$|\b{scale}s\s+of\s+pounds\b"


_THOUSANDS = (
    rf"{_CURRENCY}\s?(?:[(,]?{_TICK}?{_NOUGHTS}|k\b|(?:in\s+)?thousands?\b)|{_BRACKETS.format(_TICK + '?' + _NOUGHTS)}"
    rf"|{_TICK}{_NOUGHTS}|(?<![\d,.])0{{3}}{_TICK}?s\b|{_words_of('thousand')}"
)
_MILLIONS = rf"{_CURRENCY}\s?(?:\(m\)|{_TICK}?m(?:n|illions?)?\b|in\s+millions\b)|\(m\)|{_words_of('million')}"
_BILLIONS = rf"{_CURRENCY}\s?(?:\(bn\)|{_TICK}?b(?:n|illions?)\b)|\(bn\)|{_words_of('billion')}"
_HUNDREDS = _words_of("hundred")
_POINTS = r"\bpercentage\s+points?\b|(?-i:\bpp\b)|\bppts?\b|%\s?pts?\b"
_PERCENT = r"%|\bper\s?cent\b|\bpercentages?\b|\b(?:(?:in|of)\s+every|out\s+of(?:\s+(?:every|a))?)\s+(?:100|hundred)\b"
_PER = r"\b(?:per|fesul)\s+(?P<per>1,?000,?000|1?0?0,?000|1,?000|100)\b"
_SPEAKS = pattern_of(
    rf"(?P<thousands>{_THOUSANDS})|(?P<millions>{_MILLIONS})|(?P<billions>{_BILLIONS})|(?P<hundreds>{_HUNDREDS})"
    rf"|(?P<points>{_POINTS})|(?P<rate>{_PER})|(?P<percent>{_PERCENT})|(?P<money>£)",
    re.IGNORECASE,
)
"""Accepts "£000", "£’000", "(000's)", "[In thousands]", "£m", "£'m", "£bn", "(£)", "%", "percentage points", "pp",
"Rate per 1,000"; in capitals "PP" is the pupil premium, or the code of a reason."""

_SCALES: dict[str | None, int] = {"hundreds": 2, "thousands": 3, "millions": 6, "billions": 9}
_MONEY = pattern_of(rf"{_CURRENCY}|\bpounds\b", re.IGNORECASE)

_WITH_FIGURE = pattern_of(
    r"(?<!\d)(?<!\d[,.])\d[\d,.]*\s?(?:%|per\s?cent\b|(?:school\s+)?(?:days?|weeks?|sessions)\b)|£\s?\d*[1-9][\d,.]*\s?(?:k|m|bn)?\b",
    re.IGNORECASE,
)
"""A sign that belongs to a figure is no unit of a table: "increased by 28%", "exclusions of 5 days or fewer"."""

_DAYS = pattern_of(r"\b(?:days|sessions|diwrnodau|dyddiau)\b", re.IGNORECASE)
"""A "session" is a half day or, in Scotland, a school year."""

_WEEKS = pattern_of(r"\bweeks?\b", re.IGNORECASE)
_PLACES = pattern_of(r"\b(?:places|lleoliadau)\b", re.IGNORECASE)
_EACH = (
    r"\bper\s+(?:pupil|head|school|place|child|week|day|night|hour|annum|unit)\b|\bunit\s+costs?\b"
    r"|\bcosts?\s+of\s+(?:a|an|each|one)\b|(?<!half)\s(?:an?|each)\s+(?:day|night|week|hour)\W*$"
)
_RATE = pattern_of(
    r"\brates?\s*(?:\d|per\b|of\b|\(|/|$)|\b(?:ratio|score|average|mean|median|index|cyfradd)\b|"
    rf"{_EACH}|\b(?:weekly|daily|hourly|day)\s+rates?\b|\bprice\b|\bbenefit[\s-]cost\b",
    re.IGNORECASE,
)
"""Rates and averages; "Business Rate Reserve" and "rates payable" are neither."""

_COUNTED = pattern_of(
    r"\b(?!(?:pupil|case|child|student|learner|placement)\s+(?:[A-Z]|\d{1,2})\b)"
    r"(?:numbers?|no\.?\s+of|count|headcount|pupils?|children|learners?|students?|people|persons?|residents|cases?|"
    r"schools?|suspensions?|exclusions?|referrals?|requests?|pex|p/?ex|staff|fte|posts|homes|dwellings|households|"
    r"incidents?|visits?|members|moves|reasons?|placements?|boys|girls|nifer|disgyblion|dysgwyr|gwaharddiadau)\b|^\W*terms\b(?!\s+of\b)",
    re.IGNORECASE,
)
_NEAREST = pattern_of(
    r"\bround(?:ed|ing)\s+(?:is\s+)?to\s+the\s+nearest\s+(?P<nearest>\d[\d,]*|five|ten|hundred|thousand)\b",
    re.IGNORECASE,
)
_NEAREST_WORDS = {"five": 5, "ten": 10, "hundred": 100, "thousand": 1000}


@functools.lru_cache(maxsize=4096)  # the headings of a paper's tables are few, and asked for every row and column
def find_unit(text: str) -> MeasureUnit:
    """The unit that words name; signs speak before words ("Cost of days lost £" is money). UNKNOWN where none does."""
    text = _WITH_FIGURE.sub(" ", text)
    match = _SPEAKS.search(text)
    if match is None:
        for pattern, kind in (
            (_RATE, UnitKind.RATE), (_DAYS, UnitKind.DAYS), (_WEEKS, UnitKind.WEEKS), (_PLACES, UnitKind.PLACES),
            (_COUNTED, UnitKind.COUNT),
        ):  # fmt: skip
            found = pattern.search(text)
            if found:
                return MeasureUnit(kind=kind, printed=found[0])
        return UNKNOWN
    printed = match[0].strip()
    group = match.lastgroup if match.lastgroup != "per" else "rate"
    if match["rate"]:
        group = "rate"
    if group in _SCALES:
        unit = MeasureUnit(kind=UnitKind.MONEY, scale=_SCALES[group], printed=printed)
        if printed.lower() == METRES and _COUNTED.search(text):
            return MeasureUnit(kind=UnitKind.COUNT, printed=printed)
        return replace(unit, kind=UnitKind.COUNT) if unit.of_any and _COUNTED.search(text) else unit
    if group == "rate":
        return MeasureUnit(kind=UnitKind.RATE, per=int(match["per"].replace(",", "")), printed=printed)
    if group == "money" and _RATE.search(text):
        return MeasureUnit(kind=UnitKind.RATE, printed=printed)  # a price per place
    kind = {"points": UnitKind.POINTS, "percent": UnitKind.PERCENT, "money": UnitKind.MONEY}[group or "money"]
    return MeasureUnit(kind=kind, printed=printed)


_AROUND = r"[\s()\[\]（）'’.,]"
_BEFORE = pattern_of(f"{_AROUND}*")
_NO_UNIT = pattern_of(rf"{_AROUND}|\bchange\b", re.IGNORECASE)
"""What may stand beside a unit."""


def says_unit_only(text: str) -> bool:
    """Whether a cell holds nothing but a unit: "£000", "%", "(£m)", "£"."""
    before = _BEFORE.match(text)
    first = before.end() if before else 0
    if text[first : first + 1] not in ("", "c", "C") and not any(_SPEAKS.match(text, at) for at in range(first + 1)):
        return False  # a sentence: its first word is none of a unit, nor "change"
    rest = _SPEAKS.sub("", text)
    return bool(text.strip()) and not _NO_UNIT.sub("", rest)


def find_nearest(text: str) -> Decimal | None:
    """What figures are said to be rounded to."""
    match = _NEAREST.search(text)
    if match is None:
        return None
    word = match["nearest"].lower()
    return Decimal(_NEAREST_WORDS.get(word) or int(word.replace(",", "")))


def unit_of_figure(figure: Figure, around: MeasureUnit) -> MeasureUnit:
    """The unit of a cell: what the figure itself prints speaks before what stands around it."""
    if figure.unit is Unit.PERCENT:
        return MeasureUnit(kind=UnitKind.PERCENT, printed="%")
    if figure.unit is Unit.POINTS:
        return MeasureUnit(kind=UnitKind.POINTS, printed="pp")
    if figure.unit is Unit.POUNDS and around.kind is not UnitKind.MONEY:
        kind = UnitKind.RATE if around.kind is UnitKind.RATE else UnitKind.MONEY
        return MeasureUnit(kind=kind, printed="£")
    if figure.unit is Unit.POUNDS and figure.scale:
        return replace(around, scale=0)
    return around


_HALVES = Decimal("0.5")


def exactness(figure: Figure, unit: MeasureUnit) -> Decimal:
    """How far from its print the true value may be: 0 for what was counted, half a step for what was rounded."""
    value = figure.value or Decimal(0)
    if unit.nearest is not None and unit.adds:
        return unit.nearest / 2
    counted = unit.kind in (UnitKind.COUNT, UnitKind.DAYS, UnitKind.WEEKS, UnitKind.PLACES, UnitKind.UNKNOWN)
    if counted and unit.scale == figure.scale == 0 and value % _HALVES == 0:
        return Decimal(0)  # whole ones, and the half days of a lunchtime
    if unit.kind is UnitKind.MONEY and unit.scale == 0 and figure.scale == 0 and figure.places == 2:
        return Decimal(0)  # pounds and pence
    return figure.step / 2


def interval_in(figure: Figure, unit: MeasureUnit, hidden: "dict[str, Interval] | None" = None) -> Interval | None:
    """What a figure can stand for in its unit; None where it stands for nothing that is known.

    `hidden` are the bounds that the paper's legend gives its marks; a mark that it does not explain has none, except
    "<5", which says itself that it is at most 4, and "low", which rounds to nothing.
    """
    if figure.kind is FigureKind.SUPPRESSED:
        mark = figure.printed.strip().lower()
        if hidden and mark in hidden:
            return hidden[mark]
        if figure.below is not None:
            return Interval(low=Decimal(0), high=figure.below - 1)
        return None
    if figure.value is None:
        return None
    return Interval.around(figure.value, exactness(figure, unit))
