"""Room `figures`: the one place of a verdict.

Takes a printed figure and what it should be, gives a `Verdict`: right, cut off instead of rounded (a warning), or
wrong (an error), with the expected figure in the style of the printed one and the difference in words.
"""

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.figures.intervals import Interval, interval_of
from scrutiny.figures.parsing import Figure, Unit, parse_figure

CUT = " (cut off, not rounded)"
"""What a message says behind a figure whose further digits were cut off."""


class Status(StrEnum):
    """What came of a check."""

    OK = "ok"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NOT_CHECKABLE = "not-checkable"

    @property
    def rank(self) -> int:
        """0 for right, to sort by; what was not judged comes last."""
        return (Status.OK, Status.WARNING, Status.ERROR, Status.NOTE, Status.NOT_CHECKABLE).index(self)


class Verdict(Struct, frozen=True, kw_only=True):
    """What came of a comparison. `printed` is verbatim; `expected` and `difference` are in its style and unit, and
    None where nothing can be said (NOT_CHECKABLE); `difference` is "" where the figure is right."""

    status: Status
    printed: str
    expected: str | None
    difference: str | None
    working: str
    cut_off: bool = False
    """Whether the figure is only right if its further digits were cut off."""

    @property
    def right(self) -> bool:
        return self.status is Status.OK


Exact = Decimal | Fraction | int


def compare(
    printed: Figure | str,
    expected: Interval | Exact,
    *,
    working: str,
    allowed: Interval | None = None,
    likely: bool = False,
) -> Verdict:
    """Whether a printed figure can stand for what it should be.

    `expected` is exact, or an interval where what it follows from was itself rounded. First the figure is taken as
    rounded half up, then as cut off (a warning). `allowed` is everything that the wording of the paper lets the
    figure mean ("around 40", "figures may not sum due to rounding"). `likely` is for a structure that nothing else
    in the paper proves: then nothing worse than a note is said.
    """
    figure = parse_figure(printed) if isinstance(printed, str) else printed
    true = expected if isinstance(expected, Interval) else exactly(expected)
    rounded = allowed or interval_of(figure)
    if figure.value is None or rounded is None:
        return Verdict(
            status=Status.NOT_CHECKABLE, printed=figure.printed, expected=None, difference=None, working=working
        )
    status = Status.OK if rounded.meets(true) else Status.WARNING if _cut_off(figure, true) else Status.ERROR
    return Verdict(
        status=Status.NOTE if likely and status is not Status.OK else status,
        printed=figure.printed,
        expected=_shown(figure, true, status),
        difference="" if status is Status.OK else difference_of(figure, true),
        working=working,
        cut_off=status is Status.WARNING,
    )


def exactly(value: Exact) -> Interval:
    """The interval of one exact value."""
    return Interval.of(decimal(value))


def decimal(value: Exact) -> Decimal:
    """An exact value as a decimal: of a fraction, as many digits as the context gives."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(value)


def in_style(value: Exact, like: Figure | str) -> str:
    """A value written as a printed figure is: "£1,234.50" beside "£1,250.00", "(12)" beside "(10)", "4.3m" beside
    "4.1m". It gets no more decimals than the printed one, but for one more that makes it exact ("60.5" beside "78")."""
    figure = parse_figure(like) if isinstance(like, str) else like
    scaled = decimal(value).scaleb(-figure.scale)
    places = figure.places
    if figure.scale == 0 and scaled == round(scaled, places + 1):
        places = max(places, -int(round(scaled, places + 1).normalize().as_tuple().exponent))  # half days are shown
    number = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    commas = "," in figure.printed or (abs(number) >= 1000 and _breaks_thousands(figure))
    digits = f"{abs(number):,f}" if commas else f"{abs(number):f}"
    text = figure.printed.strip()
    core = ("£" if figure.unit is Unit.POUNDS else "") + digits + _tail(text, figure)
    if number < 0:
        return f"({core})" if text.startswith("(") else f"-{core}"
    return f"+{core}" if text.startswith("+") else core


def plain(value: Exact, places: int = 2) -> str:
    """A figure for a working: rounded to at most so many places, without needless zeros."""
    text = format(decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def difference_of(printed: Figure, true: Interval) -> str:
    """By how much a figure is off, in its own style: "270 too much", "£1,000 too little"."""
    assert printed.value is not None
    apart = printed.value - true.middle
    finer = max(printed.places, 1 if abs(apart) < printed.step else 0)
    pound = "£" if printed.unit is Unit.POUNDS else ""
    if printed.scale:
        text = f"{pound}{plain(abs(apart).scaleb(-printed.scale), finer)}{_tail(printed.printed.strip(), printed)}"
    else:
        unit = " percentage points" if printed.unit in (Unit.PERCENT, Unit.POINTS) else ""
        number = abs(apart).quantize(Decimal(1).scaleb(-max(finer, 2)), ROUND_HALF_UP)
        digits = f"{number:,f}".rstrip("0").rstrip(".")
        if pound and "." in digits and len(digits.rsplit(".", 1)[1]) == 1:
            digits += "0"  # pounds and pence
        text = f"{pound}{digits}{unit}"
    return f"{text} {'too much' if apart > 0 else 'too little'}"


def _cut_off(figure: Figure, true: Interval) -> bool:
    """Whether the figure is left when further digits are cut off: 8 from 8.9, never from 9."""
    if figure.value is None:
        return False
    if figure.value < 0:
        return true.low <= figure.value and figure.value - figure.step < true.high
    return figure.value <= true.high and true.low < figure.value + figure.step


def _shown(figure: Figure, true: Interval, status: Status) -> str:
    """What to show of an interval: the printed figure where it is right, else the middle; of a whole percentage with
    one decimal, for that is where the mistake is seen."""
    assert figure.value is not None
    if status is Status.OK:
        return in_style(figure.value, figure)
    middle = true.middle
    finer = figure.unit in (Unit.PERCENT, Unit.POINTS) and figure.places == 0 and middle % 1 != 0
    return in_style(middle, replace(figure, places=1) if finer else figure)


def _breaks_thousands(figure: Figure) -> bool:
    """Whether commas are the way to write thousands here: not where a printed figure above 999 has none."""
    value = abs(figure.value) if figure.value is not None else Decimal(0)
    return value.scaleb(-figure.scale) < 1000


def _tail(text: str, figure: Figure) -> str:
    """What stands behind the digits: "%", "pp", "k", "m", "million", with the space before it, without marks."""
    behind = text.rstrip("*†‡§^#¹²³⁴⁵⁶⁷⁸⁹⁰ ").removesuffix(")")
    last = max((at for at, char in enumerate(behind) if char.isdigit()), default=-1)
    if last < 0:
        return "%" if figure.unit is Unit.PERCENT else ""  # "a third"
    tail = behind[last + 1 :]
    wanted = figure.scale or figure.unit in (Unit.PERCENT, Unit.POINTS)
    return tail if wanted and not tail.strip().startswith(("(", "[")) else ""
