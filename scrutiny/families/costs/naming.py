"""Family `costs`: what a table of costs is, and what its figures are called.

Takes a measure table or its labels, says whether it is on what placements cost, what a figure is ("contribution") and
whose ("Pupil A"), its name in the book, whether it is money, and what it is in a working. By the words of labels and
captions and by units.
"""

import re
from functools import cached_property

from msgspec import Struct

from scrutiny.families.costs.methods import Amount, amount_of
from scrutiny.families.costs.terms import key_of
from scrutiny.figures import Unit
from scrutiny.figures.workings import Term
from scrutiny.language.patterns import pattern_of
from scrutiny.tables.lines import AxisValue, over
from scrutiny.tables.measure import MeasureCell, MeasureTable
from scrutiny.tables.roles import Role, find_period
from scrutiny.tables.units import UnitKind, find_unit

MONEY = (UnitKind.MONEY, UnitKind.RATE)

TOPIC = pattern_of(
    r"\bplacements?\b|\bcommissioned\s+places?\b|\bplace\s+funding\b|\bplaces\b|\balternative\s+provision\b|\bpupils?\b"
    r"|\bage[\s-]weighted\b|\bAWPU\b|\bEOTAS\b|\bhigh\s+needs\b|\bexclu(?:ded|sions?)\b|\btop[\s-]ups?\b|\btuition\b|\boutreach\b"
    r"|\bbed[\s-]?nights?\b|\bper\s+(?:bed\s+)?night\b|\blleoliad|\bdisgybl|\bAP\b|\bPRU\b",
    re.IGNORECASE,
)
"""What is spoken of where a placement costs something."""

ONE_ROW_IN = 6
"""A table on placements says so in its caption or a heading, or in one row in so many of a document on placements."""

ONE_ROW_IN_OTHERS = 2
"""The same in any other document: one line of a budget or a programme of works may well be on places for pupils."""

SHARE_OF_MONEY = 2
"""A table is one of costs where one in so many of its columns or rows of figures at least is money or what money is
multiplied by: a table of schools with one column of funding among ten is none."""

_TIMES = (UnitKind.WEEKS, UnitKind.DAYS)
_TYPED = (*MONEY, UnitKind.PLACES, UnitKind.WEEKS, UnitKind.DAYS)


_EACH = pattern_of(r"\bcosts?\s+(?:per|of\s+an?|of\s+each)\b|\bunit\s+costs?\b|£\s?per\b", re.IGNORECASE)


_SAVED = pattern_of(r"\bsavings?\b|\befficienc(?:y|ies)\b", re.IGNORECASE)
_COST = pattern_of(r"\bcosts?\b|\bspend(?:ing)?\b|\bprices?\b|\bfees?\b", re.IGNORECASE)


def is_of_savings(table: MeasureTable) -> bool:
    """Whether a table is of what is to be saved and not of what is paid: its caption, the head of its names or its
    first column of figures says so. A saving beside a cost is worked out from it: that table is one of costs."""
    heads = [table.caption or "", *(cell.text for cell in table.table.header[:1])]
    heads += [column.label for column in table.columns[:1]]
    return any(_SAVED.search(head) for head in heads) and not any(
        _COST.search(text) for text in (table.caption or "", *(column.label for column in table.columns))
    )


def is_cost_table(table: MeasureTable, *, told: bool = True) -> bool:
    """Whether a table is about money for the most part, and about placements. `told` says that its document is: only
    then are rows that bear a bare letter or number ("A", "3") cases."""
    cells = [cell for row in table.cells for cell in row if cell.figure.value is not None]
    money = [cell for cell in cells if cell.unit.kind in MONEY or cell.figure.unit is Unit.POUNDS]
    if not money or not _speaks_of_it(table, told=told):
        return False
    typed = sum(cell.unit.kind in _TYPED or cell.figure.unit is Unit.POUNDS for cell in cells)
    if any(_EACH.search(line.label) for line in (*table.columns, *table.rows)):
        return 2 * SHARE_OF_MONEY * len(money) >= len(cells)  # what money is divided by has no unit of its own
    return SHARE_OF_MONEY * typed >= len(cells) and 2 * SHARE_OF_MONEY * len(money) >= len(cells)


def _speaks_of_it(table: MeasureTable, *, told: bool) -> bool:
    heads = [table.caption or "", *(cell.text for cell in table.table.header)]
    if any(TOPIC.search(head) or CASE_LABEL.search(head) for head in heads):
        return True
    if told and any(line.unit.kind in (*_TIMES, UnitKind.RATE) for line in (*table.columns, *table.rows)):
        return True
    rows = [
        (told and row.role is Role.CASE) or TOPIC.search(row.label) or CASE_LABEL.search(row.label)
        for row in table.rows
    ]
    return (ONE_ROW_IN if told else ONE_ROW_IN_OTHERS) * sum(map(bool, rows)) >= max(1, len(rows))


_PER_PLACE = (
    r"\bper\s+(?:place|pupil|head|week|day|child|night|bed|session|hour)\b"
    r"|\bcost\s+of\s+(?:a|one|each)\b|\bunit\s+cost|\by\s+lle\b|\baverage\s+cost"
)
_NET = r"\bnet\b|\bcosts?\s+to\s+(?:the\s+)?(?:high\s+needs|hnb|council|la)\b"
_WHATS = tuple(
    (pattern_of(pattern, re.IGNORECASE), what)
    for pattern, what in (
        (r"\b(?:day|daily)\s+(?:rates?|charges?)\b|\brates?\s+(?:an?|per|each)\s+(?:school\s+)?day\b", "day rate"),
        (_PER_PLACE, "cost per place"),
        (_NET, "net cost"),
        (_SAVED.pattern, "saving"),
        (r"\bdeduct|\bclaw\s?back|\brecoup|\brecover|\breduction", "deduction"),
        (r"\bcontribut|\bcharge\s+to\s+(?:the\s+)?school|\bschool['’]s\s+share", "contribution"),
        (r"\badmitting|\baddition\b|\bgain", "addition"),
        (r"\bvariance|\b(?:over|under)(?:spen[dt]\w*)?\b|\bdifference|\bchange\b", "variance"),
        (r"\bbalance\b|\breserve\b|\bclosing|\bcarried\s+forward", "balance"),
        (r"\btop[\s-]?ups?\b", "top-up"),
        (r"\bplace\s+funding|\bplaces?\b|\blleoliad", "place funding"),
        (r"\bfunding\b", "funding"),
        (r"\bprovider|\bprovision\b", "provider"),
        (r"\bforecast|\boutturn", "forecast"),
        (r"\bplacements?\b|\bcosts?\b|\bcost\s+y\b", "placement"),
    )
)
"""What a cost is called, the most telling word first."""


def what_of(*labels: str) -> str | None:
    """What a cost is, by the words around it: those that stand nearest first."""
    found = (what for label in labels for pattern, what in _WHATS if pattern.search(label))
    return next(found, None)


Called = tuple[str, str | None]
"""What a figure is and whose."""


def about(table: MeasureTable, row: int, column: int) -> tuple[Called, Called]:
    """What a figure is and whose, by its kind and as the paper prints it: of its row and its column, one says what is
    counted and the other for whom."""
    down, across = table.rows[row], table.columns[column]
    what, whose = max(((across, down), (down, across)), key=lambda pair: _says_what(pair[0]) + 2 * is_case(pair[1]))
    above = " ".join([*(text for text in over(table.table, across.at) if text not in across.label), across.label])
    printed, other = (above, down.in_section) if what is across else (down.in_section, above)
    labels = (printed or table.caption or other or "cost", other if printed or table.caption else None)
    kind = what_of(what.label)
    if kind not in ("net cost", "cost per place") and Role.TOTAL in (what.role, whose.role):
        total = what if what.role is Role.TOTAL else whose
        return ("total", name_of(whose if total is what else what)), labels
    return (kind or what_of(table.caption or "") or "cost", name_of(whose)), labels


_ENDS = pattern_of(r"[;:](?!\d)|,\s|\.\s|\s(?:and|but|against|compared|while)\s", re.IGNORECASE)

LONGEST_CLAUSE = 100
"""Characters of what is said of an amount; a longer sentence is cut at the clause that holds it."""


def clause_of(sentence: str, start: int, end: int) -> str:
    """What a sentence says of an amount that stands in it."""
    if len(sentence) > LONGEST_CLAUSE:
        first = max((found.end() for found in _ENDS.finditer(sentence, 0, start)), default=0)
        last = _ENDS.search(sentence, end)
        sentence = sentence[first : last.start() if last else None]
    return sentence.strip(" .;:,")


def _says_what(value: AxisValue) -> int:
    return (what_of(value.label) is not None) + (value.role is Role.TOTAL)


def is_case(value: AxisValue) -> bool:
    """Whether a row or a column is one pupil's."""
    return value.role is Role.CASE or CASE_LABEL.search(value.label) is not None


ONE_PUPIL = r"\b(?:case|pupil|child|student|learner|(?:young\s+)?person)"
CASE_LABEL = pattern_of(rf"{ONE_PUPIL}\s+(?:[A-Z]|\d{{1,2}})\b|\bexcluded\b", re.IGNORECASE)
"""What the row or column of one pupil is called: "Case 3", "Pupil A", "Excluded Yr 9"."""


def name_of(value: AxisValue) -> str | None:
    """A row or column by its label; of "A 9 8 May 2024" the first part."""
    first = next(filter(None, value.labels), value.label)
    return first.strip() or None


def first_year_of(label: str) -> int | None:
    """The first year of the academic or financial year that a label names."""
    period = find_period(label)
    return period.first if period is not None and period.last is not None else None


# --- a table in the book ---------------------------------------------------------------------------

_TIME_IN_TIME = pattern_of(
    r"^\W*(?:(?:no\.?|numbers?|average|total|weekly)\s+(?:of\s+)?)*(?:hours?|days?|sessions?|lessons?|nights?|visits?)\s+"
    r"(?:an?|per|each|every)\s+[^£]*$",
    re.IGNORECASE,
)
"""Accepts "Hours per week", "No. of days a week"; rejects "Rate per hour", "Day rate per week £". It counts time and is
no price."""


_MEAN = pattern_of(r"\b(?:average|mean|median)\b", re.IGNORECASE)


def _is_mean_count(label: str) -> bool:
    """Accepts "Pupils (average)", "Average number of places"; rejects "Average cost of a place"."""
    counted = (UnitKind.COUNT, UnitKind.PLACES, UnitKind.DAYS, UnitKind.WEEKS)
    return _MEAN.search(label) is not None and find_unit(_MEAN.sub(" ", label)).kind in counted


def scale_of(cell: MeasureCell) -> int:
    """The power of ten that a cell is printed in by its heading; "£4k" says its own, and is read with it."""
    return 0 if cell.figure.scale else cell.unit.scale


class CostTable(Struct, frozen=True, kw_only=True, dict=True):
    """A table of money in the book: its number among the tables of the report, and the name of each figure there."""

    number: int
    table: MeasureTable
    whole: bool
    """Whether the paper says that amounts are rounded before they are added."""

    def name(self, row: int, column: int) -> str:
        return f"table {self.number}, row {self.table.rows[row].at + 1}, column {self.table.columns[column].at + 1}"

    def term(self, row: int, column: int) -> Term | None:
        """A cell as a figure that goes into a working; None where nothing is printed."""
        amount = self.amount(row, column)
        return amount.term if isinstance(amount.term, Term) else None

    def amount(self, row: int, column: int) -> Amount:
        cell = self.table.cells[row][column]
        key = key_of(self.table.columns[column].label, self.table.rows[row].inner)
        return amount_of(cell, key=key, line=self.name(row, column))

    def is_money(self, row: int, column: int) -> bool:
        cell = self.table.cells[row][column]
        pounds = cell.figure.unit is Unit.POUNDS
        if pounds or cell.unit.kind is UnitKind.MONEY or cell.unit.kind is not UnitKind.RATE:
            return pounds or cell.unit.kind is UnitKind.MONEY
        labels = (self.table.rows[row].label, self.table.columns[column].label)
        return not self.signed and not any(_TIME_IN_TIME.match(label) or _is_mean_count(label) for label in labels)

    @cached_property
    def scaled(self) -> bool:
        """Whether any of its figures are printed in thousands or millions: then it is none of single pupils."""
        return any(scale_of(cell) for row in self.table.cells for cell in row if cell.figure.value is not None)

    @cached_property
    def signed(self) -> bool:
        """Whether money bears its sign in every row: then a rate without one is none of money ("hours per week")."""
        rows = [[cell.figure for cell in row if cell.figure.value is not None] for row in self.table.cells]
        return all(any(figure.unit is Unit.POUNDS for figure in row) for row in rows if row)
