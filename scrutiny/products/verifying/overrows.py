"""Part of the room `products`: what follows from rows of a table that a claim names.

Takes a claim that the paper does not print, gives the share, the sum, the difference or the ratio of figures of one
table. Which figures they are is said by their roles: each stands in a row that the sentence names, or is the total, or
is given in the sentence itself, in the column that it names or, where it names none, in the one of the present.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from scrutiny.figures import Interval, Unit
from scrutiny.figures.verdicts import plain
from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.inrows import InRows, Made, counts_of, is_label_only, own_of
from scrutiny.products.verifying.likeness import chance_among
from scrutiny.products.verifying.making import AND, CLAUSE, whole_of
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, fits, is_small, rounded
from scrutiny.products.verifying.owners import heading_of, is_change, is_passed
from scrutiny.products.verifying.roles import way_of
from scrutiny.products.verifying.times import periods_in, times_of
from scrutiny.products.verifying.wording import about, years_of
from scrutiny.products.verifying.workings import APART_WORDS, TOGETHER, clause_of, says_apart
from scrutiny.tables.roles import Period

MOST = 6
"""Rows that a sentence names one by one."""

Column = Mapping[int, Told]
"""The figures of one column that a sentence may speak of, by the passages of their rows."""

Head = tuple[frozenset[str], Unit, Period | None]
"""The words that head a column, what its figures are in, and of which time they are."""


class OverRows(InRows):
    """What follows from rows that are named."""

    def _over_rows(self, claim: Claim) -> Verified | None:
        numeral = claim.numeral
        if claim.title or numeral.kind not in (Kind.NUMBER, Kind.MULTIPLE) or numeral.age:
            return None
        if (claim.row and not is_label_only(claim)) or (
            numeral.unit is Unit.NUMBER and numeral.number and is_small(numeral)
        ):
            return None
        allowed = rounded(numeral) if numeral.number else numeral.times()
        found: dict[str, Told] = {}
        for column in self._columns(claim):
            for value, working, told in self._made(claim, column):
                if allowed.meets(Interval.of(value)):
                    found.setdefault(working, told)
        for value, working, told in (*self._in_one_row(claim), *self._since_then(claim)):
            if allowed.meets(Interval.of(value)):
                found.setdefault(working, told)
        if not found:
            return None
        working, told = next(iter(found.items()))
        return Verified(claim=claim, outcome=Outcome.COMPUTED, working=working, told=told)

    def _columns(self, claim: Claim) -> Iterator[Column]:
        """The columns of which the sentence speaks, with the rows of each table that it names, or of which it gives
        the figure; or with those that are called by one word of it and by others of which it has none: "arbitrators"
        of a county and of a port."""
        for those in self._rows_shared(claim).values():
            meant = self._called(those, own_of(claim))
            meant |= {
                at
                for each in counts_of(claim)
                for at in those.intersection(self.evidence.holding(each))
                if any(fits(each, told.numeral) and not is_change(told) for told in self.evidence.told(at))
            }
            for rows in (meant, *self._called_by_one_word(claim, those - meant)):
                columns: dict[Head, dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
                for at in rows:
                    for told in self.evidence.told(at):
                        if told.working is None and told.numeral.number:
                            columns[heading_of(told), told.numeral.unit, told.period][at].append(told)
                sole = {
                    head: {at: own[0] for at, own in cells.items()}
                    for head, cells in columns.items()
                    if all(len(own) == 1 for own in cells.values())
                }
                for head, cells in sole.items():
                    if not self._is_spoken_of(claim, head, sole):
                        continue
                    if len(cells) <= MOST:
                        yield cells

    def _seldom_apart(self, claim: Claim) -> Verified | None:
        """The difference of two figures of a row, of tables that share words or figures with a sentence which says that
        it gives one: where hardly any figure of its size is such a difference."""
        numeral, way = claim.numeral, way_of(claim.text, claim.start, claim.numeral.end)
        found: dict[Decimal, tuple[Told, Told]] = {}
        for rows in self._rows_shared(claim).values() if numeral.number and APART_WORDS.search(claim.text) else ():
            for at in rows if not rows.intersection(self.evidence.holding(numeral)) else ():
                cells = [each for each in self.evidence.told(at) if each.working is None and not is_change(each)]
                times = times_of(claim, cells, compares=True)
                for one, other in itertools.combinations(cells, 2) if times is None else (times,):
                    if one.numeral.number and other.numeral.number and one.numeral.unit is other.numeral.unit:
                        found.setdefault(abs(one.numeral.value - other.numeral.value), (one, other))
        if not found or chance_among(numeral, sorted(found)) > SELDOM:
            return None
        for value, pair in found.items():
            now, then = sorted(pair, key=lambda each: -((each.period.first if each.period else None) or 0))
            unit = Unit.POINTS if now.numeral.unit is Unit.PERCENT else now.numeral.unit
            if (
                unit is numeral.unit
                and rounded(numeral).meets(Interval.of(value))
                and (way is None or (now.numeral.value > then.numeral.value) is way)
            ):
                working = " - ".join(map(plain, sorted((now.numeral.value, then.numeral.value), reverse=True)))
                return Verified(claim=claim, outcome=Outcome.COMPUTED, working=working, told=now)
        return None

    def _rows_shared(self, claim: Claim) -> Mapping[int, set[int]]:
        """For each table the rows that share a word with a sentence, or have a figure of it."""
        rows: dict[int, set[int]] = defaultdict(set)
        for word in own_of(claim):
            for at, _ in self.evidence.by_word.get(word, ()):
                table = self.evidence.passages[at].table
                if table is not None:
                    rows[table].add(at)
        for each in counts_of(claim):
            for at in self.evidence.holding(each):
                table = self.evidence.passages[at].table
                if table in rows:
                    rows[table].add(at)
        return rows

    def _called_by_one_word(self, claim: Claim, those: set[int]) -> Iterator[set[int]]:
        own = own_of(claim)
        labels = {at: self.evidence.passages[at].label for at in those}
        for word in (word for word in own if claim.words.get(word, 0.0) >= CLAUSE):
            same = {at for at, label in labels.items() if label & own == {word} and len(label) > 1}
            if len(same) > 1 and not any("total" in labels[at] for at in same):
                table = self.evidence.passages[min(same)].table
                rows = {at for at in self.evidence.rows_of(table) if not self._is_total(at)}
                if same < rows and not any(word in self.evidence.passages[at].label for at in rows - same):
                    yield same

    def _is_total(self, at: int) -> bool:
        return "total" in self.evidence.passages[at].label

    def _is_spoken_of(self, claim: Claim, head: Head, columns: Mapping[Head, Column]) -> bool:
        """Whether a claim may speak of a column: it names it; or it names none of its unit, and this one is of the
        present, and the only such one, or the only one of these that is headed by its time alone."""
        heads, times = [each for each in columns if each[1] is head[1]], periods_in(claim.text)
        if any(self._is_of_column(claim, each, times) for each in heads):
            return self._is_of_column(claim, head, times)
        if years_of(own_of(claim)):
            return False
        firsts = {each: next(iter(columns[each].values())) for each in heads}
        present = [each for each, told in firsts.items() if not is_passed(told)]
        if claim.numeral.unit is head[1] is Unit.PERCENT:  # rates are not added up
            present = [each for each in present if (of := self._whole_of(firsts[each])) and of.numeral.value == 100]
        return ([each for each in present if each[0] == years_of(each[0])] or present) == [head]

    @staticmethod
    def _is_of_column(claim: Claim, head: Head, times: Sequence[Period]) -> bool:
        """Whether a claim names a column: by its time, or by a word of its heading and all of its years."""
        heading, _, period = head
        named = [each for each in times if None not in (each.first, each.part)] or times
        if period is not None and named and (period.first is not None or any(each.part for each in named)):
            return any(period.agrees(each) for each in named)
        years = years_of(heading)
        return not heading or bool(years and years <= claim.words.keys()) or heading <= claim.words.keys()

    def _whole_of(self, told: Told) -> Told | None:
        """The total of the column of a cell."""
        heading, table = heading_of(told), self.evidence.passages[told.passage].table
        wholes = [
            each
            for at in self.evidence.rows_of(table)
            if self._is_total(at)
            for each in self.evidence.told(at)
            if heading_of(each) == heading and each.numeral.number and each.numeral.unit is told.numeral.unit
        ]
        return wholes[0] if len(wholes) == 1 else None

    def _made(self, claim: Claim, column: Column) -> Iterator[Made]:
        """What the figures of a column make, with the working."""
        numeral, values = claim.numeral, [told.numeral.value for told in column.values()]
        first = next(iter(column.values()))
        if len({told.numeral.unit for told in column.values()}) > 1:
            return
        unit, written = first.numeral.unit, " + ".join(map(plain, values))
        alike = numeral.unit is unit and numeral.number
        added = _adds_up(claim, list(column.values()))
        total = self._whole_of(first) if added or len(values) == 1 else None
        named = whole_of(claim) if numeral.unit is Unit.PERCENT and unit is not Unit.PERCENT else None
        if named is not None and (total is None or not fits(named, total.numeral)):
            return
        if alike and added and len(values) > 1 and (unit is not Unit.PERCENT or (total and total.numeral.value == 100)):
            yield sum(values, Decimal(0)), written, first
        elif numeral.unit is Unit.PERCENT and unit is not Unit.PERCENT and total and total.numeral.value > 0:
            of = total.numeral.value
            yield sum(values, Decimal(0)) * 100 / of, f"{written} of {plain(of)}", total
        if alike and total and _BUT.search(claim.text):
            yield total.numeral.value - sum(values, Decimal(0)), f"{plain(total.numeral.value)} - {written}", total
        if len(values) != 2:
            return
        points = unit is Unit.PERCENT and numeral.unit is Unit.POINTS
        for told, other in itertools.permutations(column.values(), 2):
            one, less = told.numeral.value, other.numeral.value
            if numeral.kind is Kind.MULTIPLE and less > 0:
                yield one / less, f"{plain(one)} / {plain(less)}", told
            elif numeral.unit is Unit.PERCENT and unit is not Unit.PERCENT and 0 < one <= less:
                yield one * 100 / less, f"{plain(one)} of {plain(less)}", told
            elif (
                (points or numeral.unit is unit)
                and one > less
                and (_says_more(claim, told, other) or self._is_rest_of(claim, told))
            ):
                yield one - less, f"{plain(one)} - {plain(less)}", told


SELDOM = 0.1
"""How often a figure of a size may follow by chance from what stands there."""

_BUT = pattern_of(
    r"\b(?:aside|apart\s+from|except\w*|exclud\w+|without|outside|beyond|others?|rest|remaining|elsewhere|all\s+but)\b",
    re.IGNORECASE,
)
"""What says that a figure is of all that is not named."""


def _adds_up(claim: Claim, parts: Sequence[Told]) -> bool:
    """Whether a sentence adds up what it names: in so many words, or as it names all of it side by side ("Ash and elm
    had 2,271"), or by the one word that all are called by."""
    if TOGETHER.search(claim.text):
        return True
    if says_apart(claim) or len(parts) < 2:
        return False
    clause = clause_of(claim)
    return bool(frozenset.intersection(*(told.label for told in parts)) & own_of(claim)) or (
        AND.search(clause) is not None and all(told.label & about(clause) for told in parts)
    )


_THAN = pattern_of(r"\b(?:than|below|above|behind|under|over|ahead\s+of|short\s+of)\b", re.IGNORECASE)


def _says_more(claim: Claim, larger: Told, other: Told) -> bool:
    """Whether a sentence says of two figures that the one is so much more than the other: "Ash had 521 more than elm",
    "elm had 521 fewer than ash", "from elm to ash it is 521 more"."""
    if not says_apart(claim):
        return False
    way = way_of(claim.text, claim.start, claim.numeral.end)
    than = None if way is None else _THAN.search(claim.text, claim.numeral.end)
    if than is None:
        return True
    behind = about(claim.text[than.end() :])
    held = [bool((told.label - one.label) & behind) for told, one in ((larger, other), (other, larger))]
    return held[0] is held[1] or held[0] is not way
