"""Room `statements`: what a quantity in prose is, and how several belong together. Types only."""

from decimal import Decimal

from msgspec import Struct

from scrutiny.figures import Unit
from scrutiny.figures.mentions import Mention


class Quantity(Struct, frozen=True, kw_only=True, cache_hash=True):
    """A figure in a sentence: where it stands, and the stems of the words behind it that say what it counts."""

    mention: Mention
    noun: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal:
        return self.mention.value

    @property
    def unit(self) -> Unit:
        return self.mention.figure.unit

    @property
    def start(self) -> int:
        return self.mention.start

    @property
    def end(self) -> int:
        return self.mention.end

    @property
    def printed(self) -> str:
        return self.mention.figure.printed

    @property
    def exact(self) -> bool:
        """Whether nothing in the wording makes it rough."""
        return self.mention.about is None and not self.mention.share

    @property
    def is_share(self) -> bool:
        return self.unit in (Unit.PERCENT, Unit.POINTS)

    @property
    def is_year(self) -> bool:
        """Whether it may be a year: a whole number from 1900 to 2100 without a comma."""
        whole = not self.mention.figure.places and "," not in self.printed
        return self.unit is Unit.NUMBER and 1900 <= self.value <= 2100 and whole


class Share(Struct, frozen=True, kw_only=True):
    """`percent` is what `part` is of `whole`; with `complement`, it may be what the rest is of it. `likely` says that
    no word calls one the whole of the other."""

    part: Quantity
    whole: Quantity
    percent: Quantity
    complement: bool = False
    likely: bool = False


class Move(Struct, frozen=True, kw_only=True):
    """From `old` to `new`; `amount` and `percent` are the change as the sentence gives it. `down` is what its verb
    says, None where it has none; `belied` the word for the way that the figures do not go ("fell from 35 to 40");
    `times` what it says by itself ("doubled"), with the words for it."""

    old: Quantity
    new: Quantity
    amount: Quantity | None = None
    percent: Quantity | None = None
    down: bool | None = None
    belied: str | None = None
    times: "Times | None" = None


class Times(Struct, frozen=True, kw_only=True):
    """How many times as much a verb says: at least `low`, at most `high`; within `spare` of either it is stretched."""

    low: Decimal
    high: Decimal
    printed: str
    spare: Decimal


class Departure(Struct, frozen=True, kw_only=True):
    """`figure` is `amount`, or `percent`, above or below another that is not printed."""

    figure: Quantity
    amount: Quantity
    percent: Quantity
    down: bool


class Division(Struct, frozen=True, kw_only=True):
    """`whole` is divided into `parts`; `complete` says that the sentence claims that these are all; `apart`, that
    nothing may be counted in two of them ("31 are maintained and 20 are rated good"); `sure`, that each is some of it,
    for one is what the other is not."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    complete: bool
    what: str
    apart: bool = True
    sure: bool = False


class Average(Struct, frozen=True, kw_only=True):
    """`mean` is `total` for each of `count`."""

    total: Quantity
    count: Quantity
    mean: Quantity


class Span(Struct, frozen=True, kw_only=True):
    """`mean` is an average of figures of which the least is `low` and the greatest `high`, and cannot be it."""

    mean: Quantity
    low: Quantity | None
    high: Quantity | None


class Sum(Struct, frozen=True, kw_only=True):
    """`total` is what `parts` add to; `signs` are -1 for what is taken away. `listed` says that the parts stand behind
    the total, and that nothing but their list calls it one; `open` that no word claims that they are all; `sure` that
    the sentence has no other figures, and says what the total is."""

    total: Quantity
    parts: tuple[Quantity, ...]
    signs: tuple[int, ...]
    listed: bool = False
    open: bool = False
    sure: bool = False


class Rate(Struct, frozen=True, kw_only=True):
    """`rate` is what `part` is for so many (`per`) of `whole`."""

    part: Quantity
    whole: Quantity
    rate: Quantity
    per: Decimal
