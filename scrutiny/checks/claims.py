"""Room `checks`: what a sentence claims of the rows of a table: which of them is the highest, and how many are green.

Takes tables and paragraphs of one document. A claim is wrong only where the table shows twice that it is meant: the
other counts of the sentence are those of the column, or every column that the words name has the same other row at its
end, and the row that is named is at that end of none. Else nothing is said.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

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
from scrutiny.tables.measure import Axis, MeasureCell
from scrutiny.tables.relations import RelationKind
from scrutiny.tables.roles import Period, Role, find_period, find_periods
from scrutiny.tables.units import UnitKind


def check_claims(tables: Sequence[PlacedTable], paragraphs: Sequence[Paragraph]) -> Iterator[Checked]:
    """Every claim of a sentence that a table bears out or belies."""
    ranked = ranked_tables(tables)
    columns = [column for each in tables for column in _columns_of_words(each)]
    for paragraph in paragraphs:
        yield from _extremes(paragraph, ranked) if ranked else ()
        for sentence in paragraph.sentences if columns else ():
            yield from _counts(sentence, columns)


def ranked_tables(tables: Sequence[PlacedTable]) -> list["Ranked"]:
    """The tables of which one row may be said to be the highest."""
    return [table for each in tables if len((table := Ranked.of(each)).rows) >= ROWS]


# --- the highest and the lowest ---------------------------------------------------------------------

ROWS = 4
"""Rows that a table needs: of three, one is the highest by chance."""

NEAR = 1
"""Pages between a claim and the table that it is of."""

ORDINALS = ("second", "third", "fourth", "fifth")
_AMOUNT = r"(?:£?\d[\d,.]*\s?(?:%|per\s+cent)?)"
_CLAIM = pattern_of(
    r"^(?:(?:In|For)\s+\d{4}(?:\s?[/–-]\s?\d{2,4})?,?\s+)?(?:[Tt]he\s+)?(?P<label>\S.*?)\s+"
    r"(?:has|had|recorded|shows|showed|saw)\s+(?:(?:also|still|again)\s+)?the\s+"
    rf"(?:(?P<rank>{'|'.join(ORDINALS)})[\s-])?"
    r"(?P<word>(?P<high>highest|largest|greatest|biggest|(?P<more>most))|lowest|smallest|(?P<fewer>fewest))\s+"
    r"(?P<what>(?!(?:\S+\s)*?(?:but|after|behind|apart|except\w*|besides|among\w*|than)\b)[a-z][^.,;:()\d]*?)"
    r"(?:\s+(?:in|during|for)\s+\d{4}(?:\s?[/–-]\s?\d{2,4})?)?"
    rf"(?:\s+\([^a-z()]*\)|\s+\((?:see\s+)?[Tt]able\s+\w+\))?(?:,?\s+(?:at|with)\s+{_AMOUNT})?"
    r"(?:,\s+(?:(?:just|well|far|slightly)\s+)?(?:above|below|over|under)\s"
    r"(?![^,;:()]*\b(?:last|previous|earlier|year|month|quarter|term)\b)[^,;:()]*"
    r"|\s+and\s+[A-Z][^.,;:()]*\sthe\s(?:lowest|smallest|highest|largest)[^.,;:()]*)?\s*\.?\s*$"
)
"""Accepts "Elm has the highest rate of theft and Oak the lowest", not "has one of the highest", and nothing before or
behind it that may say of which rows: "of the three in the north", ", after Oak", "and Oak have"."""

_OF_RATE = frozenset(stems("rate rates share proportion percentage"))
_OF_COUNT = pattern_of(r"\b(?:numbers?|figures?)\b")
_PLAIN = _OF_RATE | {*stems("number numbers figure")}
"""What may be said besides the words of a heading. Who has most of them need not have the highest rate."""

_OF_ALL = pattern_of(r"\b(?:total|overall|combined|average|mean|median)\b", re.IGNORECASE)
"""What makes one figure of several: said of a column only where it is said over it, and of no row like the others."""

_ORDERS = frozenset(stems("rank ranks ranking position order quartile decile band"))
"""Over a column that puts the rows in order, of which 1 may be the best."""

_RATES = frozenset({UnitKind.PERCENT, UnitKind.RATE, UnitKind.POINTS})
_POINTS_AT_TABLE = pattern_of(r"\b[Tt]able\b")


class Ranked(Struct, frozen=True, kw_only=True):
    """A table by its rows, but those of totals and what stands behind them to be compared with, and its columns of
    figures that are not below nought."""

    placed: PlacedTable
    rows: dict[str, int]
    columns: dict[int, tuple[frozenset[str], frozenset[str]]]
    """The words over each, and those with the caption's."""
    rates: frozenset[int]
    """The columns of rates and shares."""
    closed: bool
    """Whether a total ends the rows: else the first and the last ones may be there to be compared with."""

    @staticmethod
    def of(placed: PlacedTable) -> "Ranked":
        table = placed.measured
        caption = frozenset(stems(table.caption or ""))
        totals = {each.target for each in table.relations(Axis.DOWN) if each.kind is RelationKind.SUM}
        totals |= {at for at, line in enumerate(table.rows) if line.role is Role.TOTAL}
        last = max((at for at in totals if at), default=len(table.rows))
        filled = [sum(cell.figure.value is not None for cell in row) for row in table.cells]
        own = [
            at
            for at, line in enumerate(table.rows[:last])
            if at not in totals and line.label and filled[at] == max(filled) and not _OF_ALL.search(line.label)
        ]
        rows = {table.rows[at].label: at for at in own}
        rows = rows if len(rows) == len(own) else {}  # no label stands for two rows
        columns = {
            at: (frozenset(stems(line.label)), caption | {*stems(line.label)})
            for at, line in enumerate(table.columns)
            if rows and all(_is_above_nought(table.cells[row][at]) for row in rows.values())
        }
        rates = frozenset(
            at
            for at, (own_words, _) in columns.items()
            if own_words & _OF_RATE or any(table.cells[row][at].unit.kind in _RATES for row in rows.values())
        )
        return Ranked(placed=placed, rows=rows, columns=columns, rates=rates, closed=last < len(table.rows))

    def tells(self, column: int, what: str, when: Period | None, *, counts: bool) -> bool:
        """Whether a column is of what is said: of rates where a rate is, of numbers where a number is; one that is
        headed by nothing but the time, where its caption is."""
        (own, words), said = self.columns[column], {*stems(what)}
        unlike = bool(_OF_COUNT.search(what) if column in self.rates else said & _OF_RATE)
        alone = {*_OF_ALL.findall(what)} - {*_OF_ALL.findall(self.placed.measured.columns[column].label.lower())}
        dated = not own and when is not None and self.placed.measured.columns[column].period == when and said & words
        if counts and column in self.rates:
            return False
        if not (own & said or dated) or not said - _PLAIN <= words or unlike or alone or own & _ORDERS:
            return False
        values = list(self.values(column).values())
        return not _may_add_up(values) and not _may_add_up(values[::-1])

    def values(self, column: int) -> dict[str, Decimal]:
        """The figures of a column by row."""
        cells = self.placed.measured.cells
        return {label: cells[at][column].figure.value or Decimal(0) for label, at in self.rows.items()}

    def stands(self, column: int, rank: int, *, high: bool, of: Sequence[str] = ()) -> set[str]:
        """The rows that are the first, or the second and so on, at one end of a column."""
        values = {label: value for label, value in self.values(column).items() if label in (of or self.rows)}
        order = sorted(values.values(), reverse=high)
        return {label for label, value in values.items() if value == order[min(rank, len(order) - 1)]}

    def is_near(self, sentence: Quote) -> bool:
        return min(abs(page - sentence.pdf_page) for page in self.placed.table.pages) <= NEAR

    def like(self, label: str) -> list[str]:
        """The rows that share a word with one, or its section: "Oak Academy" may be the highest of the academies."""
        rows, words = self.placed.measured.rows, set(stems(label))
        section = rows[self.rows[label]].section
        return [
            other
            for other, at in self.rows.items()
            if words & {*stems(other)} or (section is not None and rows[at].section == section)
        ]


def _is_above_nought(cell: MeasureCell) -> bool:
    return cell.figure.value is not None and cell.figure.value >= 0


def _may_add_up(values: Sequence[Decimal]) -> bool:
    """Whether one may be the sum of those behind it, though no other column bears that out."""
    return any(value and value in list(itertools.accumulate(values[at + 1 :]))[1:] for at, value in enumerate(values))


def _extremes(paragraph: Paragraph, ranked: Sequence[Ranked]) -> Iterator[Checked]:
    """The claims with which a paragraph begins, one after the other: what stands before them may say of which rows
    they are."""
    for sentence in paragraph.sentences:
        match = _CLAIM.search(sentence.text)
        if match is not None:
            yield from _extreme(match, sentence, ranked)
        elif not _POINTS_AT_TABLE.search(sentence.text):
            return


def _extreme(match: re.Match[str], sentence: Quote, ranked: Sequence[Ranked]) -> Iterator[Checked]:
    high, label = match["high"] is not None, match["label"]
    rank = ORDINALS.index(match["rank"]) + 1 if match["rank"] else 0
    counts, when = bool(match["more"] or match["fewer"]), find_period(sentence.text)
    named = [each for each in ranked if label in each.rows]
    best: list[set[str]] = []
    for each in named:
        here = [line.period for line in each.placed.measured.columns]
        then = [at for at in each.columns if when is None or here[at] in (None, when)]
        of_others = [
            period for period in find_periods(sentence.text) if not any(one and one.agrees(period) for one in here)
        ]
        alike = each.like(label)
        groups = (list(each.rows), alike) if len(alike) > 1 else (list(each.rows),)
        if of_others or any(label in each.stands(at, rank, high=high, of=of) for at in then for of in groups):
            return
        if each.is_near(sentence):
            best += [
                each.stands(at, rank, high=high) for at in then if each.tells(at, match["what"], when, counts=counts)
            ]
    if not best or any(end != best[0] for end in best) or len(best[0]) > 1:
        return
    (right,), placed = best[0], named[0].placed
    if any(not each.closed and not 0 < each.rows.get(right, 0) < each.rows[label] for each in named):
        return
    quote = placed.quote(placed.measured.cells[named[0].rows[label]][0].cell)
    which = " ".join(filter(None, (match["rank"], match["word"])))
    working = f"in no column of the table is {label} the {which}; {right} is"
    yield judged(
        Check.STATED_TWICE, Status.ERROR, sentence, quote, printed=label, expected=right, working=working,
        message=f"{label} is said to have the {which} {match['what']}: {working}",
    )  # fmt: skip


# --- so many of each --------------------------------------------------------------------------------

MOST_WORDS = 6
"""Different words of a column that says how each row stands."""

OTHERS = 2
"""Other counts of a sentence that are right, before one is wrong."""


class _Words(Struct, frozen=True, kw_only=True):
    """How many rows have each word of a column, with a quote of a row that has it."""

    many: Counter[str]
    quotes: dict[str, Quote]
    about: frozenset[str]
    """The words of the headings and the caption."""


def _columns_of_words(placed: PlacedTable) -> Iterator[_Words]:
    rows = placed.table.rows
    for at in range(len(placed.table.header)):
        cells = [row[at] for row in rows if at < len(row)]
        words = [cell.text.strip().casefold() for cell in cells]
        many = Counter(words)
        plain = len(cells) == len(rows) and all(_WORD.fullmatch(word) for word in many)
        if plain and OTHERS < len(many) <= MOST_WORDS and len(rows) >= 2 * len(many):
            quotes = {word: placed.quote(cell) for word, cell in zip(words, cells, strict=True)}
            heads = (placed.measured.caption or "", *(cell.text for cell in placed.table.header))
            yield _Words(many=many, quotes=quotes, about=frozenset(stems(" ".join((*heads, *many, "rated")))))


_WORD = pattern_of(r"[a-z]+(?:[ -][a-z]+){0,2}")
_OF = pattern_of(r"\s+(?:out\s+)?of\s+(?:the\s+|all\s+|our\s+)?$", re.IGNORECASE)
_BEGINS = pattern_of(r"(?:There\s+are\s+)?$")
_OTHERWISE = pattern_of(
    r"\b(?:not|no|never|than|last|previous|before|were|had|would|should|will|target|more|less|further|least|most|some)\b"
)


def _counts(sentence: Quote, columns: Sequence[_Words]) -> Iterator[Checked]:
    """ "Five of the 14 are green, five amber and four red": each word of a column, or the number of its rows, and no
    other word than the table's."""
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
        if (
            {*stems(sentence.text)} <= column.about
            and len(own) == len(told) == len(column.many)
            and (whole is None or whole.value == column.many.total())
        ):
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
    if (
        _OTHERWISE.search(text)
        or not quantities
        or not _BEGINS.match(text[: quantities[0].start])
        or any(each.unit is not Unit.NUMBER or not each.exact or each.mention.figure.places for each in counts)
    ):
        return [], None
    ends = [each.start for each in counts[1:]] + [len(text)] * bool(counts)
    starts = [(whole if whole and each is counts[0] else each).end for each in counts]
    behind = (text[start:end].casefold() for start, end in zip(starts, ends, strict=True))
    return list(zip(counts, behind, strict=True)), whole
