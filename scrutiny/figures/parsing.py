"""Room `figures`: one printed figure.

Takes the text of a cell or of a figure in prose, gives a `Figure` that keeps the text verbatim beside an exact
decimal. A blank cell is blank and never 0; "na" is not applicable; "*", "c" and "<5" are hidden on purpose; a
figure whose digits are out of place ("££9777", "96,7%") is read where its meaning is plain, and says so.
"""

import functools
import re
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of


class FigureKind(StrEnum):
    """What a printed string is."""

    VALUE = "value"
    BLANK = "blank"
    NOT_APPLICABLE = "not applicable"
    NOT_AVAILABLE = "not available"
    """there is a figure, and nobody has it: it is not nought"""
    SUPPRESSED = "suppressed"
    MALFORMED = "malformed"
    """a value whose meaning is plain though it is printed wrongly"""
    WORDS = "words"
    """no figure at all"""


class Unit(StrEnum):
    """What a figure counts."""

    NUMBER = ""
    POUNDS = "£"
    PERCENT = "%"
    POINTS = "pp"
    """percentage points"""


class Figure(Struct, frozen=True, kw_only=True):
    """A printed figure. `value` is exact, None unless it is a value; `places` are the decimals printed, so that
    12.50 has two; `scale` the power of ten of its last printed digit, 3 for "£4k"; `marks` are footnote marks and
    asterisks, kept apart from the number; `below` is n for "<n"."""

    printed: str
    kind: FigureKind
    value: Decimal | None = None
    unit: Unit = Unit.NUMBER
    places: int = 0
    scale: int = 0
    marks: str = ""
    below: Decimal | None = None

    @property
    def step(self) -> Decimal:
        """The worth of one in its last printed digit."""
        return Decimal(1).scaleb(self.scale - self.places)


_MARKS = r"(?P<marks>[*†‡§^#¹²³⁴⁵⁶⁷⁸⁹⁰]*|\s*\([a-z]\)|\s*\[[a-z0-9]\])"
_SIGN = r"(?P<sign>[+\-–−]?)"
_DIGITS = r"(?P<digits>[0-9]{1,3}(?:,\s?[0-9]{3})+|[0-9]+)"
_VALUE = pattern_of(
    rf"^(?P<open>\()?\s*{_SIGN}\s*(?P<pound>£?)\s*(?P<sign2>[+\-–−]?){_DIGITS}(?P<fraction>\.[0-9]+)?\s*"
    rf"(?P<scale>k|m|bn|K|M|Bn|(?:[Mm]illion|[Bb]illion|[Tt]housand)s?)?\s*(?P<unit>%|pp|ppts?)?\s*(?P<close>\))?{_MARKS}\s*$"
)
"""Accepts "22,000", "£4,000.50", "(1,234)", "-8pp", "+28%", "£1.5m", "9500*", "814, 572"; rejects "2020/21"."""

_FRACTION_ONLY = pattern_of(rf"^{_SIGN}(?P<fraction>\.[0-9]+)\s*(?P<unit>%|pp)?{_MARKS}\s*$")
_BELOW = pattern_of(r"^(?:<|fewer than |less than |under )\s*(?P<below>[0-9]+)\s*%?$", re.IGNORECASE)
_NOT_APPLICABLE = pattern_of(r"^(?:n\s?/\s?a|na|not applicable|\[?z\]?|-|–|—)$", re.IGNORECASE)
_NOT_AVAILABLE = pattern_of(r"^(?:\[?x\]?|tbc|not\s+(?:available|known|collected|recorded))$", re.IGNORECASE)
_NIL = pattern_of(r"^(?P<pound>£\s?)?nil$", re.IGNORECASE)
_AT_MOST = pattern_of(r"^(?:≤\s*(?P<most>[0-9]+)|(?P<fewer>[0-9]+) or (?:fewer|less|under))$", re.IGNORECASE)
_SUPPRESSED = pattern_of(r"^(?:\*+|\[?(?:c|low|k)\]?|\.\.|suppressed)$")
_TWO_POUNDS = pattern_of(r"^£{2,}(?P<rest>[0-9].*)$")
_COMMA_FOR_POINT = pattern_of(r"^(?P<whole>[0-9]{1,3}),(?P<part>[0-9]{1,2})(?P<rest>\s*%.*)$")
MOST_DIGITS = 15
"""More digits are a reference number, not a figure."""

_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}


@functools.lru_cache(maxsize=4096)
def parse_figure(printed: str) -> Figure:
    """The figure of a printed string. Total: every string is some kind of figure."""
    text = re.sub(r"\s+", " ", printed.replace("\u00a0", " ")).strip()
    if not text:
        return Figure(printed=printed, kind=FigureKind.BLANK)
    if _NOT_APPLICABLE.match(text):
        return Figure(printed=printed, kind=FigureKind.NOT_APPLICABLE)
    if _NOT_AVAILABLE.match(text):
        return Figure(printed=printed, kind=FigureKind.NOT_AVAILABLE)
    if _SUPPRESSED.match(text):
        return Figure(printed=printed, kind=FigureKind.SUPPRESSED)
    if nil := _NIL.match(text):
        unit = Unit.POUNDS if nil["pound"] else Unit.NUMBER
        return Figure(printed=printed, kind=FigureKind.VALUE, value=Decimal(0), unit=unit)
    below = _BELOW.match(text)
    if below:
        return Figure(printed=printed, kind=FigureKind.SUPPRESSED, below=Decimal(below["below"]))
    most = _AT_MOST.match(text)
    if most:
        return Figure(printed=printed, kind=FigureKind.SUPPRESSED, below=Decimal(most["most"] or most["fewer"]) + 1)
    mended = _mend(text)
    figure = _parse_value(printed, mended or text)
    if figure is None:
        return Figure(printed=printed, kind=FigureKind.WORDS)
    return replace(figure, kind=FigureKind.MALFORMED) if mended else figure


def _parse_value(printed: str, text: str) -> Figure | None:
    match = _VALUE.match(text) or _FRACTION_ONLY.match(text)
    if not match:
        return None
    groups = match.groupdict()
    if bool(groups.get("open")) != bool(groups.get("close")):
        return None
    digits = (groups.get("digits") or "0").replace(",", "").replace(" ", "")
    fraction = groups.get("fraction") or ""
    if len(digits) + len(fraction) > MOST_DIGITS:
        return None
    scale = _SCALES.get((groups.get("scale") or "").lower().removesuffix("s"), 0)
    sign = groups["sign"] or groups.get("sign2") or ""
    negative = sign in ("-", "–", "−") or bool(groups.get("open"))
    value = Decimal(digits + fraction).scaleb(scale)
    unit = {"%": Unit.PERCENT, "pp": Unit.POINTS, "ppt": Unit.POINTS, "ppts": Unit.POINTS}.get(
        groups.get("unit") or "", Unit.NUMBER
    )
    if groups.get("pound"):
        unit = Unit.POUNDS
    return Figure(
        printed=printed,
        kind=FigureKind.VALUE,
        value=-value if negative else value,
        unit=unit,
        places=max(len(fraction) - 1, 0),
        scale=scale,
        marks=(groups.get("marks") or "").strip(),
    )


def _mend(text: str) -> str | None:
    """The text as it was plainly meant, None where it is sound or its meaning is not plain."""
    pounds = _TWO_POUNDS.match(text)
    if pounds:
        return f"£{pounds['rest']}"
    comma = _COMMA_FOR_POINT.match(text)
    return f"{comma['whole']}.{comma['part']}{comma['rest']}" if comma else None
