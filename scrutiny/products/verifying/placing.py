"""Part of the room `products`: what bears a claim out by its place.

A summary follows its paper: what it says in one sentence with other words than the paper stands where its other figures
stand. Takes a claim, gives the figure of the paper in that place, or none.
"""

from collections.abc import Iterator
from decimal import Decimal

from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.likeness import comparable
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, Numeral, fits, is_small
from scrutiny.products.verifying.outright import Outright
from scrutiny.products.verifying.owners import is_change, way_of_change

AROUND = 2
"""Sentences with figures before and behind one that stand beside it."""

SURE = 2
"""So much that stands in the same place is no chance: one figure of many digits, or two others."""


DATED = (Kind.DATE, Kind.YEARS)


class InPlace(Outright):
    """What stands where the other figures of a sentence stand."""

    def _in_place(self, claim: Claim) -> Verified | None:
        if claim.title or claim.row:
            return None
        dated = claim.numeral.kind in DATED
        told = self._date_there(claim) if dated else self._change_there(claim) or self._end_there(claim)
        if told is None:
            return None
        outcome = Outcome.SUPPORTED if told.working is None else Outcome.COMPUTED
        return Verified(claim=claim, outcome=outcome, told=told, working=told.working)

    def _prose(self, at: int, first: int, last: int) -> Iterator[int]:
        """The sentences from so many before one to so many behind it, the nearest first, on its page or the next."""
        passages = self.evidence.passages
        for step in sorted(range(first, last + 1), key=abs):
            there = at + step
            if not 0 <= there < len(passages) or not self._is_prose(there):
                continue
            if abs(passages[there].quote.pdf_page - passages[at].quote.pdf_page) <= 1:
                yield there

    def _is_prose(self, at: int) -> bool:
        """Whether a passage is a sentence, and neither a row nor something that follows from a table."""
        return self.evidence.passages[at].table is None and not any(told.cell for told in self.evidence.told(at))

    def _date_there(self, claim: Claim) -> Told | None:
        """A date that stands where two others of its sentence stand: in rows of one table, or in one passage."""
        others = [each for each in claim.beside if _says_place(each) or each.kind in DATED]
        others = [each for each in others if each.number or each.key != claim.numeral.key]
        words = claim.own_words
        passages = self.evidence.passages
        for at in self.evidence.holding(claim.numeral) if len(others) >= SURE else ():
            table = passages[at].table
            around = [
                told
                for there in range(max(0, at - AROUND), min(len(passages), at + AROUND + 1))
                if passages[there].table == table
                for told in self.evidence.told(there)
            ]
            if sum(any(fits(each, told.numeral) for told in around) for each in others) < SURE:
                continue
            own = next((told for told in around if told.passage == at and fits(claim.numeral, told.numeral)), None)
            rivals = [
                told
                for told in around
                if told.numeral.kind in DATED and not any(fits(each, told.numeral) for each in (*others, claim.numeral))
            ]
            if own is not None and (
                table is not None or not any(self.near(words, each) > self.near(words, own) for each in rivals)
            ):
                return own
        return None

    def _change_there(self, claim: Claim) -> Told | None:
        """ "There were 65, six more than before": so many more are told there too, in the sentence that has another
        figure of the claim's or in the next one: "an increase of 6"."""
        way = way_of_change(claim.text, claim.start, claim.numeral.end)
        others = [each for each in (*claim.beside, *claim.before) if _says_place(each)]
        for at in self.evidence.holding(claim.numeral) if way is not None else ():
            for told in self.evidence.told(at):
                if not self._can_be(claim, told) or not comparable(claim, told):
                    continue
                if told.cell:
                    if self._is_change_of(claim, told) and (told.numeral.value > 0) is way:
                        return told
                    continue
                if way_of_change(told.text, told.start, told.start + len(told.numeral.printed)) is not way:
                    continue
                around = (each for there in self._prose(at, -1, 0) for each in self.evidence.told(there))
                if any(fits(other, each.numeral) for each in around for other in others):
                    return told
        return None

    def _end_there(self, claim: Claim) -> Told | None:
        """ "That makes 56, 37 fewer than before": the figure to which something came that moved by what the sentence
        gives as its change."""
        for each in claim.beside if claim.numeral.number else ():
            way = way_of_change(claim.text, each.start, each.end) if _says_place(each) else None
            for at in self.evidence.holding(each) if way is not None else ():
                for told in self.evidence.told(at):
                    ends = _FROM_TO.fullmatch(told.working or "")
                    if ends and Decimal(ends[2]) == claim.numeral.value and (told.numeral.value > 0) is way:
                        return told
        return None

    def _is_change_of(self, claim: Claim, told: Told) -> bool:
        """Whether a cell says by how much something moved that the sentence names and gives: "nine were late, two fewer
        than before" of a row "Late | 11 | 9 | (2)"; or it follows from two cells, of which the sentence gives one."""
        ends = _FROM_TO.fullmatch(told.working or "")
        if ends is not None:
            values = {Decimal(each) for each in ends.groups()}
            return any(each.number and abs(each.value) in values for each in claim.beside)
        row = self.evidence.passages[told.passage].numerals
        named = told.working is None and is_change(told) and told.label & claim.own
        return bool(named) and any(each.number and any(fits(each, own) for own in row) for each in claim.beside)


def _says_place(numeral: Numeral) -> bool:
    """Whether it says something where a number stands: two and three stand everywhere."""
    return numeral.number and not numeral.age and not (is_small(numeral) and numeral.printed.isalnum())


_FROM_TO = pattern_of(r"(-?\d+(?:\.\d+)?) to (-?\d+(?:\.\d+)?)")
"""The working of a change from one cell to another."""
