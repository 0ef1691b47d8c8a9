"""Room `exclusions`: what an inclusion report says. Types only.

`printed` is verbatim, None for a blank cell; `value` is exact, None for blank, not applicable or suppressed.
`recomputed` stands on totals only: the sum of the values it should hold. `place` is the number of the table in
the report and of the row in the table, from 0: figures with the same place stand in one row.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from scrutiny.findings import Finding
from scrutiny.language.patterns import pattern_of
from scrutiny.sources import Quote

TOTAL = "TOTAL"

NO_NAME = "a table like those of the panels, without the name of one"
"""Why a table is not understood that has the measures of the panels: its figures belong into every total over them."""

PERMANENT = pattern_of(
    r"\bpermanent(?:ly)?(?:\s+exclu(?:sions?|ded)|\s+excl\.?)?\b|\bperm\.?\s+excl(?:usions?)?\b\.?|\bP/?Ex\b|\bPEXs?\b|\bparhaol\b"
    r"|\bremov(?:als?|ed)\s+from\s+(?:the\s+)?(?:school\s+)?(?:register|roll)\b|\bexpulsions?\b|\bexpelled\b",
    re.IGNORECASE,
)
_SUSPENDED = (
    r"\bsuspen(?:sions?|ded)\b|\bfixed[\s-]*(?:term|period)(?:\s+exclusions?)?\b|\bcyfnod\s+penodol\b"
    r"|\btemporary\s+exclusions?\b|\btemporarily\s+excluded\b|\bdros\s+dro\b"
)
SPELT_OUT = pattern_of(_SUSPENDED, re.IGNORECASE)
"""Suspensions without abbreviation: "FTE" is a full-time equivalent in most papers."""

SUSPENDED = pattern_of(rf"{_SUSPENDED}|\bFTEs?\b|\bFPEs?\b", re.IGNORECASE)
"""What says which kind of exclusion is meant: England and Wales, Scotland ("removed from the register", "temporary
exclusions"), Northern Ireland ("expulsions")."""


ANY_EXCLUSION = pattern_of(r"\b(?:exclusions?|excluded|gwaharddiadau)\b", re.IGNORECASE)
"""Exclusions of whatever kind."""

WHOLE_YEAR = pattern_of(r"(?:19|20)\d\d(?:[/-]\d\d)?")
"""A year as the rows name it: academic ("2020/21"), financial ("2020-21") or of the calendar ("2021")."""


_SHORTENED = pattern_of(r"\bfixed[\s-]*(?:term|period)\b", re.IGNORECASE)
_FULL_TIME = pattern_of(r"\bfull[\s-]*time[\s-]+equivalents?\b", re.IGNORECASE)


def suspended_in(sentences: Sequence[Quote]) -> re.Pattern[str]:
    """What says in a paper that somebody was suspended: "FTE" only where the paper writes out that it is a fixed term,
    and nowhere that it is a full-time equivalent."""
    shortened = any(_SHORTENED.search(sentence.text) for sentence in sentences)
    return SUSPENDED if shortened and not any(_FULL_TIME.search(each.text) for each in sentences) else SPELT_OUT


class Measure(StrEnum):
    """What a table of year groups counts."""

    PERMANENT = "permanent exclusions"
    SUSPENSIONS = "suspensions"
    """also called fixed-term or fixed-period exclusions"""


class TableFigure(Struct, frozen=True, kw_only=True):
    """One cell of a table. `column` is its place in the row; `table` the caption, None where there is none; `unit`
    what is counted, None where nothing says. `understood` is false for what is kept under its printed label only."""

    printed: str | None
    value: Decimal | None
    place: tuple[int, int]
    quote: Quote
    column: int = 0
    table: str | None = None
    unit: str | None = None
    understood: bool = True


class SummedFigure(TableFigure, frozen=True, kw_only=True):
    """One cell of a table that has totals."""

    recomputed: Decimal | None
    wrong: bool = False
    """Whether it is a printed total that cannot be the sum it stands for."""
    confirmed: bool = True
    """False where it is wrong by one reading of the table, and a second reading gives other figures."""


class YearFigure(SummedFigure, frozen=True, kw_only=True):
    """Exclusions of one year group in one academic year. `year_group` is TOTAL for a total, and then `key_stage`
    says of which (None: of all). `measure` is what the table says it counts, None where it does not say."""

    measure: Measure | None
    key_stage: str | None
    year_group: str
    academic_year: str
    heading_printed: str
    label: str = ""
    """as printed"""
    leaf: bool = True
    """Whether it is a part of the whole: no total, no "of which", no stage whose years stand beside it."""
    scope: str | None = None
    """What the whole table is limited to, as its caption prints it: a kind of school, boys, a term."""

    @property
    def is_total(self) -> bool:
        return self.year_group == TOTAL


class PanelFigure(SummedFigure, frozen=True, kw_only=True):
    """One measure of one school in one panel; `school` is None for the panel's total. `period` is what the table, the
    section or the label says of the time. Where the panels themselves are the rows, `school` is None in every one, and
    `of_panels` says of a row that it is the total of the panels before it."""

    panel: str
    school: str | None
    measure: str
    period: str | None = None
    of_panels: bool = False

    @property
    def is_total(self) -> bool:
        return self.school is None


class SchoolFigure(TableFigure, frozen=True, kw_only=True):
    """One measure of one school in the table of all schools."""

    school: str
    measure: str


class OtherFigure(TableFigure, frozen=True, kw_only=True):
    """One figure of any other table of the report, under its printed labels: reasons, characteristics, rates, days.
    `why` says of one that is not understood what is missing."""

    row: str
    heading: str
    corner: str | None = None
    """what stands over the labels: often what the whole table counts"""
    period: str | None = None
    recomputed: Decimal | None = None
    why: str | None = None


def name_exclusions(figures: Sequence[OtherFigure]) -> bool:
    """Whether tables name exclusions in a caption or a label: a kind of them anywhere, exclusions at all for a quarter
    of their figures; among the measures of all services there may be one of exclusions too."""
    named = [f"{each.table or ''} {each.corner or ''} {each.row} {each.heading}" for each in figures]
    if any(PERMANENT.search(text) or SUSPENDED.search(text) for text in named):
        return True
    return 0 < len(named) <= 4 * sum(ANY_EXCLUSION.search(text) is not None for text in named)


Key = tuple[object, ...]
"""What a figure is known by: its table, row and column; or what a sum is of."""


class TableSum(Struct, frozen=True):
    """Figures and what they add to."""

    parts: tuple[Key, ...]
    total: Key


class Outreach(Struct, frozen=True, kw_only=True):
    """How pupils came out of outreach. `percent` is recomputed from the pupils."""

    outcome: str
    pupils: Decimal | None
    percent_printed: str | None
    percent: Decimal | None
    quote: Quote
    place: tuple[int, int, int] | None = None
    """Where the pupils stand: table, row, column."""


class Referral(Struct, frozen=True, kw_only=True):
    """Referrals of one school to the primary panel."""

    school: str
    referrals: Decimal | None
    quote: Quote
    place: tuple[int, int, int] | None = None


class SaidFigure(Struct, frozen=True, kw_only=True):
    """A number of exclusions that a sentence gives. `period` is the one year that it names, or the other
    time ("the quarter", "the year before"), as printed. `heads` says
    that pupils are counted who were suspended, each once, and not suspensions."""

    measure: Measure
    period: str | None
    printed: str
    value: Decimal | None
    quote: Quote
    heads: bool = False
    of_some: bool = False


class TrendYear(Struct, frozen=True, kw_only=True):
    """One academic year. `percent_change` is to one decimal, None where the year before had none; a part year
    has no change. `before` is the year that it is compared with.

    `quote` is the printed total of the year where there is one, else the first figure that the sum was made from.
    """

    academic_year: str
    heading_printed: str
    pupils: Decimal
    before: str | None
    change: Decimal | None
    percent_change: Decimal | None
    quote: Quote
    measure: Measure | None
    """None where the paper does not say that its exclusions are permanent: most incidents are not."""

    @property
    def counted(self) -> str:
        """What is counted: "permanent exclusions" only where the paper says so."""
        return self.measure.value if self.measure else "exclusions"

    @property
    def whole(self) -> bool:
        """Whether it is no part year ("2020/21 to date"), which is not compared with whole ones."""
        return WHOLE_YEAR.fullmatch(self.academic_year) is not None


class InclusionReport(Struct, frozen=True, kw_only=True):
    """Everything found in one report, and what does not agree."""

    years: tuple[YearFigure, ...]
    trend: tuple[TrendYear, ...]
    panels: tuple[PanelFigure, ...]
    schools: tuple[SchoolFigure, ...]
    outreach: tuple[Outreach, ...]
    referrals: tuple[Referral, ...]
    findings: tuple[Finding, ...]
    others: tuple[OtherFigure, ...] = ()
    sums: tuple[TableSum, ...] = ()
    said: tuple[SaidFigure, ...] = ()
    """What the prose says; only of a paper without tables of exclusions."""

    @property
    def empty(self) -> bool:
        return not (self.years or self.panels or self.schools or self.outreach or self.referrals)

    @property
    def unnamed_panels(self) -> int:
        """How many tables are like those of the panels and bear no name: while there is one, no total over all panels
        is known."""
        return len({figure.place[0] for figure in self.others if figure.why == NO_NAME})

    @property
    def about_exclusions(self) -> bool:
        return name_exclusions(self.others)

    @property
    def says_anything(self) -> bool:
        """Whether there is anything to show: a table, or a sentence that counts."""
        return not self.empty or bool(self.said or self.others)
