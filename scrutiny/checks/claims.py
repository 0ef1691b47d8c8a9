"""Room `checks`: what a sentence claims of the rows of a table: which of them is the highest, and how many are green.

Takes tables and paragraphs of one document. A claim is wrong only where the table shows twice that it is meant: the
other counts of the sentence are those of the column, or every column that the words name has the same other row at its
end, and the row that is named is at that end of none. Else nothing is said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from scrutiny.checks.judging import judged
from scrutiny.checks.model import Check, Checked, PlacedTable
from scrutiny.figures import Unit
from scrutiny.figures.verdicts import Status
from scrutiny.language.patterns import pattern_of
from scrutiny.language.topics import stems
from scrutiny.paper.document import Paragraph
from scrutiny.sources import Quote
from scrutiny.statements import Quantity, find_quantities
from scrutiny.tables.measure import Axis
from scrutiny.tables.relations import RelationKind
from scrutiny.tables.roles import Role, find_periods
from scrutiny.tables.units import UnitKind


def check_claims(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every claim of a sentence that a table bears out or belies."""
    ranked = [table for each in tables if len((table := _Ranked.of(each)).rows) >= ROWS]
    columns = [column for each in tables for column in _columns_of_words(each)]
    for sentence in (sentence for paragraph in paragraphs for sentence in paragraph.sentences):
        for match in _CLAIM.finditer(sentence.text) if ranked else ():
            yield from _extreme(match, sentence, ranked)
        if columns:
            yield from _counts(sentence, columns)


# --- the highest and the lowest ---------------------------------------------------------------------

ROWS = 4
"""Rows that a table needs: of three, one is the highest by chance."""

_CLAIM = pattern_of(
    r"\s(?:has|had|have|recorded|shows|showed|saw)\s+(?:(?:also|still|again)\s+)?the\s+"
    r"(?P<word>(?P<high>highest|largest|greatest|biggest)|lowest|smallest)\s+(?P<what>[a-z][^.,;:()\d]*?)"
    r"(?=\s+and\s+[A-Z]|\s*[.,;(]|\s*$)"
)
"""Accepts "Elm has the highest rate of theft and Oak the lowest", not "has one of the highest"."""

_OF_RATE = frozenset(stems("rate rates share proportion percentage"))
_OF_COUNT = pattern_of(r"\b(?:numbers?|figures?|total)\b")
_PLAIN = _OF_RATE | {*stems("number numbers figure total overall")}
"""What may be said besides the words of a heading. Who has most of them need not have the highest rate."""

_RATES = frozenset({UnitKind.PERCENT, UnitKind.RATE, UnitKind.POINTS})


class _Ranked(Struct, frozen=True, kw_only=True):
    """A table by its rows, but those of totals, and its columns of figures."""

    placed: PlacedTable
    rows: dict[str, int]
    columns: dict[int, tuple[frozenset[str], frozenset[str]]]
    """The words over each, and those with the caption's."""
    rates: frozenset[int]
    """The columns of rates and shares."""

    @staticmethod
    def of(placed: PlacedTable) -> "_Ranked":
        table = placed.measured
        caption = frozenset(stems(table.caption or ""))
        totals = {each.target for each in table.relations(Axis.DOWN) if each.kind is RelationKind.SUM}
        own = [
            at for at, line in enumerate(table.rows) if at not in totals and line.label and line.role is not Role.TOTAL
        ]
        rows = {table.rows[at].label: at for at in own}
        rows = rows if len(rows) == len(own) else {}  # no label stands for two rows
        columns = {
            at: (frozenset(stems(line.label)), caption | {*stems(line.label)})
            for at, line in enumerate(table.columns)
            if rows and all(table.cells[row][at].figure.value is not None for row in rows.values())
        }
        rates = frozenset(
            at
            for at, (own_words, _) in columns.items()
            if own_words & _OF_RATE or any(table.cells[row][at].unit.kind in _RATES for row in rows.values())
        )
        return _Ranked(placed=placed, rows=rows, columns=columns, rates=rates)

    def tells(self, column: int, what: str) -> bool:
        """Whether a column is of what is said: of rates where a rate is, of numbers where a number is."""
        (own, words), said = self.columns[column], {*stems(what)}
        unlike = _OF_COUNT.search(what) if column in self.rates else said & _OF_RATE
        return bool(own & said) and said - _PLAIN <= words and not unlike

    def ends(self, column: int, *, high: bool) -> set[str]:
        """The rows at one end of a column."""
        cells = self.placed.measured.cells
        values = {label: cells[at][column].figure.value or 0 for label, at in self.rows.items()}
        most = max(values.values()) if high else min(values.values())
        return {label for label, value in values.items() if value == most}


def _extreme(match: re.Match[str], sentence: Quote, ranked: Sequence[_Ranked]) -> Iterator[Checked]:
    high, text = match["high"] is not None, sentence.text
    named = [
        (each, label)
        for each in ranked
        for label in each.rows
        if text[: match.start()].endswith(label) and _BEGINS.search(text[: match.start() - len(label)])
    ]
    best: list[set[str]] = []
    for each, label in named:
        ends = {at: each.ends(at, high=high) for at in each.columns}
        here = [line.period for line in each.placed.measured.columns]
        of_others = [period for period in find_periods(text) if not any(one and one.agrees(period) for one in here)]
        if of_others or any(label in end for end in ends.values()):
            return
        best += [ends[at] for at in each.columns if each.tells(at, match["what"])]
    if not best or any(end != best[0] for end in best) or len(best[0]) > 1:
        return
    (right,), (placed, label) = best[0], (named[0][0].placed, named[0][1])
    quote = placed.quote(placed.measured.cells[named[0][0].rows[label]][0].cell)
    working = f"in no column of the table is {label} the {match['word']}; {right} is"
    yield judged(
        Check.STATED_TWICE, Status.ERROR, sentence, quote, printed=label, expected=right, working=working,
        message=f"{label} is said to have the {match['word']} {match['what']}: {working}",
    )  # fmt: skip


_BEGINS = pattern_of(r"(?:^|[.;,]\s|\band\s)(?:the\s)?$", re.IGNORECASE)
"""Before the name of a row that is all that a clause is about: "Homes in Elm have" is about others."""

# --- so many of each --------------------------------------------------------------------------------

MOST_WORDS = 6
"""Different words of a column that says how each row stands."""

OTHERS = 2
"""Other counts of a sentence that are right, before one is wrong."""


class _Words(Struct, frozen=True, kw_only=True):
    """How many rows have each word of a column, with a quote of a row that has it."""

    many: Counter[str]
    quotes: dict[str, Quote]


def _columns_of_words(placed: PlacedTable) -> Iterator[_Words]:
    rows = placed.table.rows
    for at in range(len(placed.table.header)):
        cells = [row[at] for row in rows if at < len(row)]
        words = [cell.text.strip().casefold() for cell in cells]
        many = Counter(words)
        plain = len(cells) == len(rows) and all(_WORD.fullmatch(word) for word in many)
        if plain and OTHERS < len(many) <= MOST_WORDS and len(rows) >= 2 * len(many):
            yield _Words(many=many, quotes={word: placed.quote(cell) for word, cell in zip(words, cells, strict=True)})


_WORD = pattern_of(r"[a-z]+(?:[ -][a-z]+){0,2}")
_OF = pattern_of(r"\s+(?:out\s+)?of\s+(?:the\s+|all\s+|our\s+)?$", re.IGNORECASE)
_OTHERWISE = pattern_of(r"\b(?:not|no|never|than|last|previous|before|were|had|would|should|will|target)\b")


def _counts(sentence: Quote, columns: Sequence[_Words]) -> Iterator[Checked]:
    """ "Five of the 14 are green, five amber and four red": each word of a column, or the number of its rows."""
    told, whole = _told(sentence.text)
    if len(told) <= OTHERS:
        return
    fits: list[tuple[_Words, dict[str, Quantity]]] = []
    for column in columns:
        own: dict[str, Quantity] = {}
        for quantity, behind in told:
            words = [word for word in column.many if re.search(rf"\b{word}\b", behind) and f"not {word}" not in behind]
            longest = max(words, key=len, default="")
            if not longest or longest in own or any(word not in longest for word in words):
                break
            own[longest] = quantity
        if len(own) == len(told) == len(column.many) and (whole is None or whole.value == column.many.total()):
            fits.append((column, own))
    if len(fits) != 1:
        return
    column, own = fits[0]
    wrong = [word for word, quantity in own.items() if quantity.value != column.many[word]]
    for word in wrong if len(wrong) <= 1 <= len(own) - OTHERS else ():
        right, printed = column.many[word], own[word].printed
        working = f"{right} of the {column.many.total()} rows of the table are {word}"
        yield judged(
            Check.STATED_TWICE, Status.ERROR, sentence, column.quotes[word], printed=printed, expected=str(right),
            working=working, message=f"printed {printed} {word}; {working}",
        )  # fmt: skip


def _told(text: str) -> tuple[list[tuple[Quantity, str]], Quantity | None]:
    """The counts of a sentence with the words behind each, and the whole that the first is of; none where one of them
    is no count, or something is denied or told of another time."""
    quantities = find_quantities(text)
    whole = quantities[1] if len(quantities) > 1 and _OF.match(text[quantities[0].end : quantities[1].start]) else None
    counts = [each for each in quantities if each is not whole]
    if _OTHERWISE.search(text) or any(
        each.unit is not Unit.NUMBER or not each.exact or each.mention.figure.places for each in counts
    ):
        return [], None
    ends = [each.start for each in counts[1:]] + [len(text)] * bool(counts)
    starts = [(whole if whole and each is counts[0] else each).end for each in counts]
    behind = (text[start:end].casefold() for start, end in zip(starts, ends, strict=True))
    return list(zip(counts, behind, strict=True)), whole
