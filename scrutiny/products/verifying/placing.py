"""Part of the room `products`: what bears a claim out by its place.

A summary follows its paper: what it says in one sentence with other words than the paper stands where its other figures
stand. Takes a claim, gives the figure of the paper in that place, or none.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.language.patterns import pattern_of
from scrutiny.products.verifying.likeness import comparable, is_distinct
from scrutiny.products.verifying.model import Claim, Outcome, Told, Verified
from scrutiny.products.verifying.numerals import Kind, Numeral, fits, is_small
from scrutiny.products.verifying.outright import Outright
from scrutiny.products.verifying.owners import heading_of, is_change, way_of_change

BACK = 3
"""Sentences with figures over which a year that stands at the head of a passage holds."""

AROUND = 2
"""Sentences with figures before and behind one that stand beside it."""

SURE = 2
"""So much that stands in the same place is no chance: one figure of many digits, or two others."""

LARGE = 10_000
"""A number from which on the very same one is hardly printed twice."""

DATED = (Kind.DATE, Kind.YEARS)

_PERIOD = pattern_of(r"\b(?:in|during|for|by|at|to|from|until)\s+(?:the\s+)?$", re.IGNORECASE)
_COMPARED = pattern_of(r"\b(?:than|since|on|with|to|against|from)\s+(?:in\s+|that\s+of\s+)?$", re.IGNORECASE)


class InPlace(Outright):
    """What stands where the other figures of a sentence stand."""

    def _in_place(self, claim: Claim) -> Verified | None:
        if claim.title or claim.row:
            return None
        dated = claim.numeral.kind in DATED
        told = (
            self._year_there(claim) or self._date_there(claim)
            if dated
            else self._figure_there(claim)
            or self._change_there(claim)
            or self._end_there(claim)
            or self._column_there(claim)
        )
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

    def _year_there(self, claim: Claim) -> Told | None:
        """The year of the sentence that has another figure of the claim's sentence, or of the last one before it that
        names a year; for a year with which something is compared, of one beside it."""
        compared = _COMPARED.search(claim.text[: claim.start]) is not None
        if claim.numeral.kind is not Kind.YEARS:
            return None
        near = sorted(
            (each for each in claim.beside if _says_place(each)), key=lambda each: abs(each.start - claim.start)
        )
        for numeral in near:
            for at in self.evidence.holding(numeral):
                passage = self.evidence.passages[at]
                if not self._is_prose(at) or not claim.own & passage.words.keys():
                    continue
                for there in self._prose(at, -1 if compared else -BACK, 1 if compared else 0):
                    years = [each for each in self.evidence.told(there) if each.numeral.kind in (Kind.YEARS, Kind.DATE)]
                    years = [each for each in years if each.numeral.key[0] is not None]
                    own = next((each for each in years if fits(claim.numeral, each.numeral)), None)
                    if own is not None:
                        return own
                    if not compared and any(there != at or _is_period(each) for each in years):
                        break
        return None

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

    def _figure_there(self, claim: Claim) -> Told | None:
        """The same figure beside the claim's other ones, where nothing there is more about the claim's own words."""
        numeral = claim.numeral
        if not numeral.number or numeral.age or numeral.value in (0, 1):
            return None
        small = not _says_place(numeral)
        others, farther = (
            [each for each in numerals if _says_place(each)]
            for numerals in ((*claim.beside, *claim.before), claim.around)
        )
        words = claim.own_words
        holding = self.evidence.holding(numeral)
        most = max((self.near(words, told) for told in self._fitting_in_prose(claim, holding)), default=0.0)
        for at in holding if others or farther else ():
            printed = self.evidence.passages[at].numerals
            if not self._is_prose(at) or any(fits(each, own) for each in claim.beside for own in printed):
                continue  # with another figure of the sentence beside it, its words say which is which
            around = [told for there in self._prose(at, -AROUND, AROUND) for told in self.evidence.told(there)]
            anchors = [each for each in others if any(fits(each, told.numeral) for told in around)]
            own_anchors = bool(anchors)
            anchors += [each for each in farther if any(fits(each, told.numeral) for told in around)]
            if not anchors:
                continue
            sure = sum(2 if is_distinct(each, seldom=True) else 1 - small for each in anchors)
            sure += abs(numeral.value) >= LARGE and len(holding) < SURE
            free = [told for told in around if not any(fits(each, told.numeral) for each in others)]
            there = next(
                (told for told in free if told.passage == at and self._can_be(claim, told) and comparable(claim, told)),
                None,
            )
            if there is None or self._is_set_against_another(claim, there) or self._is_of_other_time(claim, there):
                continue
            likeness = self.near(words, there)
            rivals = (
                told
                for told in free
                if _says_place(told.numeral) is not small and comparable(claim, told) and not self._fits(claim, told)
            )
            if small and not likeness:
                continue  # two and three stand everywhere
            if not own_anchors and (not likeness or likeness < most):
                continue
            if sure + (likeness > 0 and not small) >= SURE and not any(
                self.near(words, told) > likeness for told in rivals
            ):
                return there
        return None

    def _fitting_in_prose(self, claim: Claim, holding: Sequence[int]) -> Iterator[Told]:
        for at in holding:
            if self._is_prose(at):
                yield from (told for told in self.evidence.told(at) if self._fits(claim, told))

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

    def _column_there(self, claim: Claim) -> Told | None:
        """ "It costs £900 to build, £120 to insure and £45 to paint": a figure of the column in which others of its
        sentence stand, where no other one there is more about the claim's own words."""
        numeral, passages = claim.numeral, self.evidence.passages
        others = [each for each in claim.beside if each.unit is numeral.unit and _says_place(each)]
        words = claim.own_words
        if not _says_place(numeral) or len(others) < SURE:
            return None
        found = []
        for at in self.evidence.holding(numeral):
            table = passages[at].table
            for told in self.evidence.told(at) if table is not None else ():
                heading = heading_of(told)
                if told.working is not None or not (heading and self._can_be(claim, told)):
                    continue
                column = [
                    each
                    for there in self.evidence.rows_of(table)
                    for each in self.evidence.told(there)
                    if there != at and each.working is None and heading_of(each) == heading
                ]
                held = [each for each in others if any(fits(each, own.numeral) for own in column)]
                free = [
                    each
                    for each in column
                    if "total" not in each.label and not any(fits(other, each.numeral) for other in others)
                ]
                free += (each for each in self.evidence.told(at) if each.working is None)  # of the other columns
                likeness = self.near(words, told)
                if len(held) >= SURE and not (
                    any(self.near(words, each) > likeness for each in free)
                    or any(
                        self._swapped(claim, o, told, each) for o in held for each in column if fits(o, each.numeral)
                    )
                ):
                    found.append(told)
        return found[0] if len({told.passage for told in found}) == 1 else None


def _says_place(numeral: Numeral) -> bool:
    """Whether it says something where a number stands: two and three stand everywhere."""
    return numeral.number and not numeral.age and not (is_small(numeral) and numeral.printed.isalnum())


def _is_period(told: Told) -> bool:
    """Whether a year is that of its sentence, and none with which something is compared."""
    return _PERIOD.search(told.text[: told.start]) is not None or not told.text[: told.start].strip()


_FROM_TO = pattern_of(r"(-?\d+(?:\.\d+)?) to (-?\d+(?:\.\d+)?)")
"""The working of a change from one cell to another."""
