"""Part of the room `products`: what follows from rows of a table that a claim names.

Takes a claim that the paper does not print, gives the share, the sum, the difference or the ratio of figures of one
table. Which figures they are is said by their roles: each stands in a row that the sentence names, or is the total, or
is given in the sentence itself; where more than one may be meant, nothing follows.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.numerals import NUMBER_WORDS
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.crossed import LABELS
from scrutiny.products.verifying.likeness import is_distinct
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, Numeral, fits, is_small, rounded
from scrutiny.products.verifying.owners import heading_of
from scrutiny.products.verifying.placing import InPlace
from scrutiny.products.verifying.wording import about, years_of
from scrutiny.products.verifying.workings import TOGETHER, says_apart
from scrutiny.sources import Quote

MOST = 6
"""Rows that a sentence names one by one."""

Column = Mapping[int, Told]
"""The figures of one column that a sentence may speak of, by the passages of their rows."""

_OF_ALL = pattern_of(
    r"\s+of\s+(?:them\s+)?(?:all\b|(?:the|its|their)\s+(?:whole|total|overall|entire)\b)|\s+(?:overall|in\s+all)\b",
    re.IGNORECASE,
)
_OF_THE = pattern_of(
    r"\s+of\s+(?:the|its|their|our|all)\s+(?:[a-z-]+\s+){0,2}[a-z-]+s\s*[,(–-]\s*(?:or\s+)?(?:[a-z]+\s+)?"
)
"""Accepts what stands between the figures of "120 of the visits, about 63%"."""

_OR = pattern_of(r"\s*(?:,\s*(?:or|about|nearly|almost)|\()\s+(?:[a-z]+\s+){0,2}|\s*[(,]\s*", re.IGNORECASE)
"""Accepts what stands between the figures of "£1.39m, or nearly 70%", "120 (63%)", "120, 63%"."""

_AVERAGE = pattern_of(r"\b(?:average|mean)\b", re.IGNORECASE)


class OverRows(InPlace):
    """What follows from rows that are named."""

    def _over_rows(self, claim: Claim) -> Verified | None:
        numeral = claim.numeral
        if claim.row or claim.title or numeral.kind not in (Kind.NUMBER, Kind.MULTIPLE) or numeral.age:
            return None
        if numeral.number and numeral.unit is Unit.NUMBER and is_small(numeral):
            return None
        allowed = rounded(numeral) if numeral.number else numeral.times()
        found: dict[str, Told] = {}
        shown = list(_shown(claim))
        for column in (*shown, *self._columns(claim), *self._along(claim)):
            for value, working, told in _made(claim, column, whole=column in shown and len(column) > 2):
                if allowed.meets(Interval.of(value)):
                    found.setdefault(working, told)
        for part, whole in (*self._of_totals(claim), *self._of_its_column(claim)):
            value = part.value * 100 / whole.numeral.value
            if allowed.meets(Interval.of(value)):
                found.setdefault(f"{plain(part.value)} of {plain(whole.numeral.value)}", whole)
        if len(found) != 1:
            return None
        working, told = next(iter(found.items()))
        own = told.quote.file == claim.summary  # of the summary's own table
        return Verified(claim=claim, outcome=Outcome.COMPUTED, working=working, told=None if own else told)

    def _columns(self, claim: Claim) -> Iterator[Column]:
        """The columns of tables in which the sentence names two rows or more, or gives one figure and names the row of
        another."""
        rows: dict[int, set[int]] = defaultdict(set)
        for word in claim.own:
            for at, _ in self.evidence.by_word.get(word, ()):
                table = self.evidence.passages[at].table
                if table is not None:
                    rows[table].add(at)
        for each in _counts(claim):
            for at in self.evidence.holding(each):
                table = self.evidence.passages[at].table
                if table in rows:
                    rows[table].add(at)
        for those in rows.values():
            columns: dict[frozenset[str], dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
            for at in those:
                for told in self.evidence.told(at):
                    if told.working is None and told.numeral.number and self._is_meant(claim, told):
                        columns[heading_of(told)][at].append(told)
            for heading, cells in columns.items():
                sole = {at: own[0] for at, own in cells.items() if len(own) == 1}
                if len(sole) < len(cells) or not self._is_of_column(claim, heading):
                    continue
                if 1 < len(sole) <= MOST:
                    yield sole
                for label in {told.label for told in sole.values()}:
                    same = {at: told for at, told in sole.items() if told.label == label}
                    if 1 < len(same) < len(sole):  # the same row below several headings: of either term
                        yield same

    def _is_of_column(self, claim: Claim, heading: frozenset[str]) -> bool:
        """Whether a claim may speak of a column: it has a word of its heading, and all of its years."""
        years = years_of(heading)
        return not heading or bool(years and years <= claim.words.keys()) or heading <= claim.words.keys()

    def _along(self, claim: Claim) -> Iterator[Column]:
        """ "Base costs are £1.07m, of which the bridge is 87%": the figure of a row that the sentence gives, and that
        of the only column of this row which its own part of the sentence names."""
        own = {word for word, factor in claim.words.items() if factor >= LABELS and word in claim.own}
        for each in _counts(claim):
            for at in self.evidence.holding(each):
                there = [told for told in self.evidence.told(at) if told.cell and told.working is None]
                given = [told for told in there if fits(each, told.numeral)]
                named = [told for told in there if heading_of(told) and heading_of(told) <= own and told not in given]
                if len(given) == 1 and len(named) == 1:
                    yield {0: named[0], 1: given[0]}

    def _is_meant(self, claim: Claim, told: Told) -> bool:
        """Whether a sentence names the row of a cell, or gives its figure."""
        return self._is_called(claim, told) or any(fits(each, told.numeral) for each in _counts(claim))

    def _of_totals(self, claim: Claim) -> Iterator[tuple[Numeral, Told]]:
        """ "1,099 were late, 63% of them all", "they made 1,099 of the visits, 63%": the last figure before the share,
        and each total of what it counts."""
        before = [each for each in claim.beside if each.end <= claim.start and each.number]
        if claim.numeral.unit is not Unit.PERCENT or not before:
            return
        part = before[-1]
        text = claim.text
        if not (_OF_ALL.match(text, claim.numeral.end) or _OF_THE.fullmatch(text[part.end : claim.start])):
            return
        for at in self.evidence.by_word.get("total", ()):
            for told in self.evidence.told(at[0]):
                counted = told.numeral.number and told.numeral.unit is part.unit and told.numeral.value > part.value > 0
                whole = told.working is None and counted and "total" in told.label
                if whole and heading_of(told) and heading_of(told) | told.label <= claim.own | {"total"}:
                    yield part, told

    def _of_its_column(self, claim: Claim) -> Iterator[tuple[Numeral, Told]]:
        """ "The ferry takes £1.39m, or nearly 70%": the figure right before the share, and the total of its column."""
        before = [each for each in claim.beside if each.end <= claim.start and each.number]
        if claim.numeral.unit is not Unit.PERCENT or not before or not is_distinct(before[-1], seldom=True):
            return
        part = before[-1]
        if not _OR.fullmatch(claim.text[part.end : claim.start]):
            return
        for at in self.evidence.holding(part):
            table = self.evidence.passages[at].table
            own = [told for told in self.evidence.told(at) if table is not None and fits(part, told.numeral)]
            for told in own:
                for row in self._rows_of(table):
                    for whole in self.evidence.told(row):
                        alike = heading_of(whole) == heading_of(told) and whole.numeral.number
                        if "total" in whole.label and alike and whole.numeral.value > told.numeral.value > 0:
                            yield told.numeral, whole


def _shown(claim: Claim) -> Iterator[Column]:
    """The figures of a column of the summary's own table right above: of all its rows, where the sentence counts them
    ("these five") and names the column, or of the two rows that it names."""
    columns: dict[str, list[Claim]] = defaultdict(list)
    for each in claim.shown:
        if each.numeral.number and "total" not in each.label | each.own:
            columns[each.text.partition("|")[2].split(":")[0].strip() if each.row else ""].append(each)
    for heading, cells in columns.items():
        counted = _SO_MANY.search(claim.text[: claim.start])
        all_of_them = counted is not None and WORDS_AND_DIGITS.get(counted["many"].lower()) == len(cells)
        named = [each for each in cells if each.line != claim.line and _is_named(each, claim)]
        rows = cells if all_of_them and about(heading) <= claim.own else named
        if len(rows) == 2 or (rows is cells and len(rows) > 1):
            yield {at: _as_told(each) for at, each in enumerate(rows)}


def _is_named(shown: Claim, claim: Claim) -> bool:
    own = shown.label if shown.row else shown.own
    return bool(own) and own <= claim.own


_SO_MANY = pattern_of(r"\b(?:these|the|all|those)\s+(?P<many>[a-z]+|\d{1,2})\b", re.IGNORECASE)
WORDS_AND_DIGITS = {**NUMBER_WORDS, **{str(number): number for number in range(2, 100)}}


def _as_told(claim: Claim) -> Told:
    """A figure of the summary's own table, as what something follows from."""
    quote = Quote(file=claim.summary, pdf_page=1, text=claim.numeral.printed)
    return Told(numeral=claim.numeral, words=claim.words, quote=quote, label=claim.label)


def _counts(claim: Claim) -> Sequence[Numeral]:
    return [each for each in claim.beside if each.number and each.unit is not Unit.POINTS and not is_small(each)]


def _made(claim: Claim, column: Column, *, whole: bool) -> Iterator[tuple[Decimal, str, Told]]:
    """What the figures of a column make, with the working; of a `whole` one that the sentence counts their sum."""
    numeral, values = claim.numeral, [told.numeral.value for told in column.values()]
    first = next(iter(column.values()))
    if len({told.numeral.unit for told in column.values()}) > 1:
        return
    unit = first.numeral.unit
    if numeral.unit is unit and numeral.number and (whole or TOGETHER.search(claim.text)):
        yield sum(values, Decimal(0)), " + ".join(map(plain, values)), first
    if numeral.unit is unit and numeral.number and _AVERAGE.search(claim.text):
        yield sum(values, Decimal(0)) / len(values), f"({' + '.join(map(plain, values))}) / {len(values)}", first
    if len(values) != 2:
        return
    points = unit is Unit.PERCENT and numeral.unit is Unit.POINTS
    for (one, told), other in zip(zip(values, column.values(), strict=True), reversed(values), strict=True):
        if numeral.kind is Kind.MULTIPLE and other > 0:
            yield one / other, f"{plain(one)} / {plain(other)}", told
        elif numeral.unit is Unit.PERCENT and unit is not Unit.PERCENT and 0 < one <= other:
            yield one * 100 / other, f"{plain(one)} of {plain(other)}", told
        elif (points or numeral.unit is unit) and says_apart(claim) and one > other:
            yield one - other, f"{plain(one)} - {plain(other)}", told
