"""Part of the room `products`: claims, what bears them out, and what came of them. Types only."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct, field

from scrutiny.figures import Unit
from scrutiny.findings import Finding
from scrutiny.products.verifying.numerals import Numeral
from scrutiny.sources import Quote
from scrutiny.tables.roles import Period


class Outcome(StrEnum):
    """What a paper says of a figure."""

    SUPPORTED = "supported"
    COMPUTED = "computed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not-found"
    ALLOWED = "allowed"


WRONG = (Outcome.CONTRADICTED, Outcome.NOT_FOUND)


class Claim(Struct, frozen=True, kw_only=True):
    """A figure, date or time that a summary states. `words` are the stems it is about, each with its weight: 1 in its
    own clause, less the farther away it stands. `before` are the numerals of the sentence before, `text_before`."""

    summary: str
    line: int
    numeral: Numeral
    text: str
    """The sentence, or the row's label with the column's heading."""
    start: int
    """Where the figure begins in the text."""
    words: Mapping[str, float]
    own: frozenset[str] = frozenset()
    """The stems of its own sentence; those of a row are all its own."""
    beside: tuple[Numeral, ...] = ()
    """The other numerals of the sentence or the row."""
    before: tuple[Numeral, ...] = ()
    text_before: str = ""
    setting: str = ""
    """The heading or the caption that it stands below."""
    around: tuple[Numeral, ...] = ()
    """Those of the other sentences that stand near it in the summary."""
    above: tuple[Numeral, ...] = ()
    """The numerals above it in the column of a table."""
    row: bool = False
    """Whether it stands in a table."""
    label: frozenset[str] = frozenset()
    """The stems of the labels of its row."""
    columns: frozenset[str] = frozenset()
    """The headings of its table."""
    listed: bool = False
    """Whether its row is a label and a figure: then the label says all of it, as a sentence does."""
    title: bool = False
    """Whether it stands in a heading."""
    soft: bool = False
    """Whether it may be no claim at all (an age, "one"): then only said where it is borne out."""
    period: Period | None = None
    """The period of its column, or of the heading above it where its sentence or its row names none."""

    @property
    def own_words(self) -> Mapping[str, float]:
        """The stems of its own sentence with their weights."""
        return {word: factor for word, factor in self.words.items() if word in self.own}


class Place(Struct, frozen=True):
    """Where a cell of a table of the paper stands: what its row and its column are called."""

    row: str
    column: str


class Told(Struct, frozen=True, kw_only=True):
    """A numeral that the paper prints, or that follows from what it prints: then `working` says how. `words` are the
    stems it is about with their weights, `passage` the number of its passage."""

    numeral: Numeral
    words: Mapping[str, float]
    quote: Quote
    passage: int = -1
    text: str = ""
    start: int = 0
    working: str | None = None
    cell: bool = False
    label: frozenset[str] = frozenset()
    own: bool = False
    """Whether it is the date of the paper's own meeting."""
    old: frozenset[str] = frozenset()
    """The words of its heading, where it is not that of the present: an earlier period, a target, another place."""
    years: frozenset[str] = frozenset()
    """The years that its heading names."""
    period: Period | None = None
    """The period of its column."""
    place: Place | None = None


class Passage(Struct, frozen=True, kw_only=True):
    """A sentence of the paper, or a row of one of its tables. `table` is the number of the table. What stands near each
    numeral is only asked of the few passages that a claim may speak of: `tell` makes it."""

    words: Mapping[str, float]
    numerals: tuple[Numeral, ...]
    quote: Quote
    tell: Callable[[], tuple[Told, ...]]
    table: int | None = None
    label: frozenset[str] = frozenset()
    """That of each of its numerals."""


class Verified(Struct, frozen=True, kw_only=True):
    """What came of a claim: `told` bears it out or contradicts it; `nearest` are passages about the same thing."""

    claim: Claim
    outcome: Outcome
    working: str | None = None
    told: Told | None = None
    nearest: tuple[Quote, ...] = field(default=())
    corrects: bool = False
    """Whether what the paper has there is the figure that should stand in the summary."""
    doubt: Finding | None = None
    """What is wrong in the paper where it bears the claim out."""


class Follows(Struct, frozen=True, kw_only=True):
    """How a claim follows, and the numeral of the paper that it follows from."""

    working: str
    told: Told | None


class Operand(Struct, frozen=True, kw_only=True):
    """A figure that something is worked out from; `told` where it is one of the paper."""

    value: Decimal
    unit: Unit
    told: Told | None
